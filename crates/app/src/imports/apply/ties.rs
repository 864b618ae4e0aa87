//! What ties rows together once all rows of an object are in: managers, mother companies, histories of ownership.
use super::super::derive;
use super::{Apply, EARLIEST};
use crate::Result;
use std::collections::{BTreeMap, HashMap};
use tandem_core::imports::Problem;
use tandem_core::imports::records::*;
use tandem_core::ownership::{Period, history, with_passes};
use tandem_core::sellers::SellerRole;
use tandem_store::handoffs::passes_within;
use tandem_store::imports::posts::{self, Post};
use tandem_store::imports::{histories, links};

impl Apply<'_> {
    pub(super) async fn set_posts(&mut self) -> Result<()> {
        let mut posts = Vec::new();
        let records = std::mem::take(&mut self.posts);
        let managers: Vec<(u64, Record)> =
            records.iter().filter_map(|(_, line, r)| manager_lookup(*line, r)).collect();
        self.references.prepare(self.tx, self.origin.source, &managers).await?;
        let mut above = posts::managers(self.tx).await?;
        for (.., record) in &records {
            self.references.id(ObjectKind::Seller, &record.external_id).map(|seller| above.remove(&seller));
        }
        for (file, line, record) in records {
            let Some(seller) = self.references.id(ObjectKind::Seller, &record.external_id) else { continue };
            let found = self.references.find(ObjectKind::Seller, record.manager.as_ref(), "manager_id");
            let manager = found.and_then(|manager| match manager {
                Some(manager) if !add_above(&mut above, seller, manager) => {
                    Err(circle("manager_id", record.manager.as_deref(), "managers"))
                }
                manager => Ok(manager),
            });
            let manager = manager.unwrap_or_else(|problem| {
                let problem = self.with_header(file, problem);
                self.report.problem(file, line, problem);
                None
            });
            let start = record.start_date.unwrap_or(EARLIEST);
            posts.push(Post { seller, role: record.role, team: record.team, manager, start });
        }
        Ok(posts::set_posts(self.tx, self.origin.import, &posts, self.today).await?)
    }

    pub(super) async fn set_parents(&mut self) -> Result<()> {
        let mut changed = Vec::new();
        let rows = std::mem::take(&mut self.parents);
        let before = links::parents(self.tx).await?;
        let mut above = before.clone();
        for (.., child, _) in &rows {
            self.references.id(ObjectKind::Customer, child).map(|child| above.remove(&child));
        }
        for (file, line, child, parent) in rows {
            let Some(child) = self.references.id(ObjectKind::Customer, &child) else { continue };
            match self.references.find(ObjectKind::Customer, Some(&parent), "parent_id") {
                Ok(Some(id)) if add_above(&mut above, child, id) => {
                    if before.get(&child) != Some(&id) {
                        changed.push((child, id));
                    }
                }
                Ok(_) => {
                    let problem =
                        self.with_header(file, circle("parent_id", Some(&parent), "mother companies"));
                    self.report.problem(file, line, problem);
                }
                Err(problem) => {
                    let problem = self.with_header(file, problem);
                    self.report.problem(file, line, problem);
                }
            }
        }
        Ok(links::set_parents(self.tx, self.origin.import, &changed).await?)
    }

    pub(super) async fn set_histories(&mut self) -> Result<()> {
        let mut by_unit: BTreeMap<i64, Vec<(usize, u64, Period)>> = BTreeMap::new();
        let records = std::mem::take(&mut self.ownerships);
        let roles = derive::roles(self.tx).await?;
        let not_persons = links::not_persons(self.tx).await?;
        for (file, line, record) in records {
            let unit = self.references.find(ObjectKind::Unit, Some(&record.unit), "unit_id");
            let seller = self.references.find(ObjectKind::Seller, Some(&record.seller), "seller_id");
            match (unit, seller) {
                (Ok(Some(_)), Ok(Some(seller))) if not_persons.contains(&seller) => {
                    let what = "This is a queue or a program; only a person can be accountable for a unit.";
                    let advice = "Name the person, or set the seller's kind to person.";
                    self.fail(file, line, Problem::new("seller_id", &record.seller, what, advice));
                }
                (Ok(Some(unit)), Ok(Some(seller))) => {
                    let own = || roles.get(&seller).copied().unwrap_or(SellerRole::Generalist);
                    let role = record.role.unwrap_or_else(own);
                    let period = Period { seller, role, start: record.start_date, end: record.end_date };
                    by_unit.entry(unit).or_default().push((file, line, period));
                }
                (Err(problem), _) | (_, Err(problem)) => self.fail(file, line, problem),
                _ => {}
            }
        }
        let units: Vec<i64> = by_unit.keys().copied().collect();
        for chunk in units.chunks(5_000) {
            let before = histories::histories(self.tx, chunk).await?;
            let mut passes: BTreeMap<i64, Vec<Period>> = BTreeMap::new();
            for (unit, seller, start) in passes_within(self.tx, chunk).await? {
                let role = roles.get(&seller).copied().unwrap_or(SellerRole::Generalist);
                passes.entry(unit).or_default().push(Period { seller, role, start, end: None });
            }
            let mut replaced = Vec::new();
            for unit in chunk {
                let rows = by_unit.remove(unit).unwrap_or_default();
                let (before, passes) = (before.get(unit), passes.remove(unit).unwrap_or_default());
                let periods = self.one_history(rows, before, &held(passes, before));
                replaced.extend(periods.map(|periods| (*unit, periods)));
            }
            histories::replace_histories(self.tx, self.origin, &replaced).await?;
        }
        Ok(())
    }

    /// The history of one unit where it differs from the stored one; rows of a broken one fail together.
    fn one_history(
        &mut self,
        rows: Vec<(usize, u64, Period)>,
        before: Option<&Vec<Period>>,
        passes: &[Period],
    ) -> Option<Vec<Period>> {
        let told = history(rows.iter().map(|(.., period)| *period).collect());
        match told.clone().and_then(|told| history(with_passes(told, passes))) {
            Ok(periods) => {
                self.kept_passes += u64::from(told.as_ref() != Ok(&periods));
                let same = before == Some(&periods);
                for (file, ..) in &rows {
                    if let Some(counts) = self.report.objects.get_mut(*file) {
                        match (same, before.is_some()) {
                            (true, _) => counts.unchanged += 1,
                            (false, true) => counts.updated += 1,
                            (false, false) => counts.created += 1,
                        }
                    }
                }
                (!same).then_some(periods)
            }
            Err(broken) => {
                let advice =
                    "Every day from the first on needs exactly one owner: correct the dates of this unit.";
                for (file, line, period) in rows {
                    self.fail(
                        file,
                        line,
                        Problem::new(
                            "start_date",
                            &period.start.to_string(),
                            sentence(&broken.to_string()),
                            advice,
                        ),
                    );
                }
                None
            }
        }
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

/// Adds who stands above whom unless that closes a circle.
fn add_above(above: &mut HashMap<i64, i64>, below: i64, boss: i64) -> bool {
    let mut at = Some(boss);
    let mut steps = 0;
    while let Some(one) = at {
        // Circles of earlier versions end the walk as well.
        if one == below || steps > above.len() {
            return false;
        }
        steps += 1;
        at = above.get(&one).copied();
    }
    above.insert(below, boss);
    true
}

fn circle(column: &str, value: Option<&str>, who: &str) -> Problem {
    let what = format!("The {who} go round in a circle; this one was left out.");
    Problem::new(column, value.unwrap_or_default(), what, "Correct one of the rows of the circle.")
}

/// A record that refers to the manager, so that the manager is looked up.
fn manager_lookup(line: u64, record: &SellerRecord) -> Option<(u64, Record)> {
    let unit = String::new();
    let seller = record.manager.clone()?;
    Some((
        line,
        Record::Ownership(OwnershipRecord { unit, seller, role: None, start_date: EARLIEST, end_date: None }),
    ))
}

/// Passes with the roles in which they were made, as far as the stored history still has them.
fn held(mut passes: Vec<Period>, before: Option<&Vec<Period>>) -> Vec<Period> {
    for pass in &mut passes {
        let mut stored = before.into_iter().flatten();
        if let Some(made) = stored.find(|one| (one.seller, one.start) == (pass.seller, pass.start)) {
            pass.role = made.role;
        }
    }
    passes
}

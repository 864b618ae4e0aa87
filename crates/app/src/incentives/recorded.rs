//! What incentives were computed with so far, and what the record adds to it now. Everything in it is kept for good, so that the same postings come
//! out of it on any day.
use super::facts::{Facts, Passed, Roles};
use super::rows;
use crate::{App, Error, Result};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::incentives::collect::additions;
use tandem_core::incentives::{Event, Handoff, Plan, Post, derived};
use tandem_core::subscriptions::Month;
use tandem_store::incentives::{self as store, InputRow, PeriodRow, PlanRow, RunRow};

/// All that was computed with.
#[derive(Clone, Default)]
pub struct Recorded {
    /// Approved versions of all plans, by their first day.
    pub plans: Vec<Plan>,
    /// Events in the order in which they are computed, those of people among them.
    pub events: Vec<Event>,
    /// Names of events that the record told.
    pub told: BTreeSet<String>,
    /// Roles by person.
    pub roles: BTreeMap<String, Roles>,
    /// Units that passed on, by their key.
    pub passed: BTreeMap<String, Known>,
    /// Runs, in their order.
    pub runs: Vec<RunRow>,
    /// Closed periods, in their order.
    pub periods: Vec<PeriodRow>,
}

/// A unit that passed on, as it was known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    unit: String,
    from: String,
    to: String,
    transferred: NaiveDate,
    brief_accepted: Option<NaiveDate>,
    known: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    off: Option<NaiveDate>,
}

/// A change of a role, as it was known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KnownRole {
    from: NaiveDate,
    role: Option<String>,
}

/// What the record adds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Added {
    /// Events, in the order in which they are computed.
    pub events: Vec<Event>,
    roles: Vec<(String, NaiveDate, Option<String>)>,
    passed: Vec<(String, Known)>,
}

impl Recorded {
    /// Reads all of it.
    pub async fn load(app: &App) -> Result<Self> {
        let mut recorded = Self {
            plans: approved(&store::plans(&app.db).await?)?,
            runs: store::runs(&app.db).await?,
            periods: store::periods(&app.db).await?,
            ..Self::default()
        };
        for row in store::events(&app.db).await? {
            if row.source == rows::Source::Record.text() {
                recorded.told.insert(row.key.clone());
            }
            recorded.events.push(rows::event(&row)?);
        }
        for row in store::inputs(&app.db).await? {
            let unreadable = |error| Error::Conflict(format!("what was known cannot be read: {error}"));
            if row.kind == "role" {
                let known: KnownRole = serde_json::from_str(&row.document).map_err(unreadable)?;
                recorded.roles.entry(row.key).or_default().push((known.from, known.role));
            } else {
                let known = serde_json::from_str(&row.document).map_err(unreadable)?;
                recorded.passed.insert(row.key, known);
            }
        }
        Ok(recorded)
    }

    /// The day up to which everything is posted.
    pub fn watermark(&self) -> Option<NaiveDate> {
        self.runs.last().map(|run| run.through)
    }

    /// The period that is open; none before a plan is approved.
    pub fn open_period(&self) -> Option<Month> {
        let closed = self.periods.last().and_then(|row| row.period.parse::<Month>().ok());
        closed.map(|closed| closed.plus(1)).or_else(|| self.first_day().map(Month::of))
    }

    /// The first day of the first plan.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.plans.iter().map(|plan| plan.effective).min()
    }

    /// The first day on which something new can be posted.
    pub fn open_day(&self) -> Option<NaiveDate> {
        let first = self.open_period()?.first_day();
        Some(self.watermark().map_or(first, |watermark| watermark.max(first)))
    }

    /// The first day on which what was known of people and handoffs can change.
    fn free_day(&self) -> Option<NaiveDate> {
        self.watermark().map(|watermark| watermark + Days::new(1))
    }

    /// What the record adds up to and with a day.
    pub fn added(&self, facts: &Facts, through: NaiveDate) -> Added {
        let (Some(since), Some(open)) = (self.first_day(), self.open_day()) else { return Added::default() };
        let known: Vec<Event> =
            self.events.iter().filter(|event| self.told.contains(&event.id)).cloned().collect();
        let told: Vec<Event> = facts.units.iter().flat_map(|unit| derived::events(unit, through)).collect();
        let events = additions(&known, &told, since, open);
        Added { events, roles: self.added_roles(facts, through), passed: self.added_passed(facts, through) }
    }

    /// Roles that changed since: of people whom nothing was computed for yet from the beginning, of others from the first free day on.
    fn added_roles(&self, facts: &Facts, through: NaiveDate) -> Vec<(String, NaiveDate, Option<String>)> {
        let named = self.named();
        let limits = self.plans.iter().any(|plan| !plan.guarantees.is_empty() || !plan.draws.is_empty());
        let open = self.open_period().map(Month::first_day).filter(|_| limits && !self.runs.is_empty());
        let mut added = Vec::new();
        for (person, changes) in &facts.roles {
            let before = self.roles.get(person).map(Vec::as_slice).unwrap_or_default();
            let is_new = before.is_empty() && !named.contains(person.as_str());
            let from = if is_new { open } else { self.free_day() };
            let mut now = before.last().and_then(|(_, role)| role.clone());
            for (day, role) in from_day(changes, from) {
                if day <= through && role != now {
                    added.push((person.clone(), day, role.clone()));
                    now = role;
                }
            }
        }
        added
    }

    /// People who are credited with an event or part of a handoff.
    fn named(&self) -> BTreeSet<&str> {
        let credits = self.events.iter().flat_map(|event| {
            event.credits.revenue.iter().chain(&event.credits.overlay).map(|(name, _)| name.as_str())
        });
        credits
            .chain(self.passed.values().flat_map(|known| [known.from.as_str(), known.to.as_str()]))
            .collect()
    }

    fn added_passed(&self, facts: &Facts, through: NaiveDate) -> Vec<(String, Known)> {
        let mut added = self.called_off(facts, through);
        for passed in facts.passed.iter().filter(|passed| passed.transferred <= through) {
            let later = |day: NaiveDate| self.free_day().map_or(day, |free| day.max(free));
            match self.passed.get(&passed.key) {
                None => added.push((passed.key.clone(), first_known(passed, later(passed.transferred)))),
                Some(known) if known.brief_accepted.is_none() => {
                    if let Some(day) = passed.brief_accepted.map(later).filter(|day| *day <= through) {
                        let known = Known { brief_accepted: Some(day), ..known.clone() };
                        added.push((passed.key.clone(), known));
                    }
                }
                Some(_) => {}
            }
        }
        added
    }

    /// What was computed with and never was: the unit came back on the day on which it passed on. What was posted stays; its owner gets all from
    /// the first free day on.
    fn called_off(&self, facts: &Facts, through: NaiveDate) -> Vec<(String, Known)> {
        let Some(free) = self.free_day().filter(|free| *free <= through) else { return Vec::new() };
        let there: BTreeSet<&str> = facts.passed.iter().map(|passed| passed.key.as_str()).collect();
        let gone =
            self.passed.iter().filter(|(key, known)| known.off.is_none() && !there.contains(key.as_str()));
        gone.map(|(key, known)| (key.clone(), Known { off: Some(free), ..known.clone() })).collect()
    }

    /// The same with what was added.
    pub fn with(mut self, added: &Added) -> Self {
        self.told.extend(added.events.iter().map(|event| event.id.clone()));
        self.events.extend(added.events.iter().cloned());
        self.events.sort_by_key(|event| event.posted);
        for (person, day, role) in &added.roles {
            self.roles.entry(person.clone()).or_default().push((*day, role.clone()));
        }
        self.passed.extend(added.passed.iter().cloned());
        self
    }

    /// Roles as core takes them.
    pub fn posts(&self) -> Vec<Post> {
        let mut posts = Vec::new();
        for (person, changes) in &self.roles {
            for (at, (start, role)) in changes.iter().enumerate() {
                let end = changes.get(at + 1).and_then(|(next, _)| next.pred_opt());
                if let Some(role) = role.clone().filter(|_| end.is_none_or(|end| *start <= end)) {
                    posts.push(Post { person: person.clone(), role, start: *start, end, plan: None });
                }
            }
        }
        posts
    }

    /// Handoffs as core takes them.
    pub fn handoffs(&self) -> Vec<Handoff> {
        let handoff = |known: &Known| Handoff {
            unit: known.unit.clone(),
            from: known.from.clone(),
            to: known.to.clone(),
            transferred: known.transferred,
            brief_accepted: known.brief_accepted,
            known: known.known,
            off: known.off,
        };
        self.passed.values().map(handoff).collect()
    }
}

fn first_known(passed: &Passed, known: NaiveDate) -> Known {
    Known {
        unit: passed.unit.clone(),
        from: passed.from.clone(),
        to: passed.to.clone(),
        transferred: passed.transferred,
        brief_accepted: passed.brief_accepted.map(|day| day.max(passed.transferred)),
        known,
        off: None,
    }
}

/// Changes of a role from a day on: what holds on that day, and every later change.
fn from_day(changes: &Roles, from: Option<NaiveDate>) -> Roles {
    let Some(from) = from else { return changes.clone() };
    let on_that_day = changes.iter().rfind(|(day, _)| *day <= from).map(|(_, role)| (from, role.clone()));
    let later = changes.iter().filter(|(day, _)| *day > from).cloned();
    on_that_day.into_iter().chain(later).collect()
}

fn approved(rows: &[PlanRow]) -> Result<Vec<Plan>> {
    let standing = rows.iter().filter(|row| row.approved_us.is_some() && row.withdrawn_us.is_none());
    let mut plans: Vec<Plan> =
        standing.map(|row| super::plans::parsed(&row.document)).collect::<Result<_>>()?;
    plans.sort_by_key(|plan| plan.effective);
    Ok(plans)
}

impl Added {
    /// Roles and handoffs as the store keeps them.
    pub fn inputs(&self, at_us: i64) -> Result<Vec<InputRow>> {
        let row = |kind: &str, key: &str, document: serde_json::Result<String>| {
            let document = document.map_err(|error| Error::Conflict(error.to_string()))?;
            Ok(InputRow { kind: kind.to_owned(), key: key.to_owned(), document, at_us })
        };
        let roles = self.roles.iter().map(|(person, from, role)| {
            row("role", person, serde_json::to_string(&KnownRole { from: *from, role: role.clone() }))
        });
        let passed = self.passed.iter().map(|(key, known)| row("handoff", key, serde_json::to_string(known)));
        roles.chain(passed).collect()
    }
}

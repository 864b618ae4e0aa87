//! What adopting a proposal would do, before anybody does it: the handoffs with their playbooks, the pairs, units that get a first owner, and what stands
//! against it.
use super::solve::assembled;
use super::views::ChangedView;
use super::{Opened, opened};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::alignments::{Part, Segment, UnitIn, differences};
use tandem_core::languages::Words;
use tandem_store::handoffs::{self as handoff_store, Filter};

/// Handoffs from one to another.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentHandovers)]
pub struct HandoverRow {
    /// Who gives.
    pub from: Named,
    /// Who receives.
    pub to: Named,
    /// How many units.
    pub units: usize,
    /// Their recurring revenue.
    pub arr: f64,
    /// By playbook: standard, small or remote.
    pub playbooks: BTreeMap<&'static str, usize>,
    /// The units' names.
    pub names: Vec<String>,
}

/// A hunter and the account manager.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentPair)]
pub struct PairView {
    /// The hunter.
    pub hunter: Named,
    /// The account manager.
    pub manager: Named,
    /// The account manager of today, where that is another one.
    pub before: Option<Named>,
}

/// What would happen.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentAdoption)]
pub struct AdoptionPreview {
    /// The version of the alignment: adopting names it.
    pub version: i64,
    /// The version of the proposal.
    pub proposal_version: i64,
    /// Handoffs that would be proposed.
    pub handoffs: usize,
    /// Their recurring revenue.
    pub arr: f64,
    /// The currency of all amounts.
    pub currency: String,
    /// By who gives and who receives, the largest first.
    pub handovers: Vec<HandoverRow>,
    /// Units that pass on in a handoff already: nothing is proposed for them.
    pub under_way: Vec<String>,
    /// Units that get their first owner on the day.
    pub given: Vec<String>,
    /// Pairs from the day on.
    pub pairs: Vec<PairView>,
    /// Account managers per hunter, at most.
    pub interfaces: usize,
    /// What changed since it was solved: not empty, it cannot be adopted.
    pub changed: Vec<ChangedView>,
    /// Whether it lags behind its locks: then it cannot be adopted.
    pub behind: bool,
    /// Challenges that nobody has answered.
    pub open_challenges: usize,
}

/// A handoff that is to be proposed.
pub(super) struct Handover {
    pub unit: i64,
    pub from: i64,
    pub to: i64,
    pub playbook: &'static str,
}

/// Everything that adopting would do.
pub(super) struct Plan {
    pub handovers: Vec<Handover>,
    pub under_way: Vec<i64>,
    pub given: Vec<(i64, i64)>,
    pub pairs: Vec<(i64, i64)>,
}

/// By which playbook a unit passes on.
fn playbook(unit: &UnitIn, to: Part) -> &'static str {
    match unit.segment {
        _ if to == Part::Inside => "remote",
        Segment::Small => "small",
        _ => "standard",
    }
}

pub(super) async fn plan(app: &App, opened: &Opened) -> Result<Plan> {
    let open = Filter { open: true, ..Filter::default() };
    let busy: BTreeSet<i64> =
        handoff_store::list(&app.db, &open, i64::MAX).await?.into_iter().map(|row| row.unit_id).collect();
    let mut plan =
        Plan { handovers: Vec::new(), under_way: Vec::new(), given: Vec::new(), pairs: Vec::new() };
    let input = &opened.input;
    for (unit, to) in input.units.iter().zip(&opened.solved.units) {
        let seller = &input.sellers[*to as usize];
        match unit.owner {
            Some(owner) if owner == seller.id => {}
            Some(_) if busy.contains(&unit.id) => plan.under_way.push(unit.id),
            Some(owner) => plan.handovers.push(Handover {
                unit: unit.id,
                from: owner,
                to: seller.id,
                playbook: playbook(unit, seller.part),
            }),
            None => plan.given.push((unit.id, seller.id)),
        }
    }
    let pairs = input.hunters.iter().zip(&opened.solved.hunters);
    plan.pairs = pairs.map(|(hunter, to)| (hunter.id, input.sellers[*to as usize].id)).collect();
    Ok(plan)
}

/// What changed since it was solved.
pub(super) async fn changed(app: &App, opened: &Opened) -> Result<Vec<ChangedView>> {
    let now = assembled(app, &opened.setup).await?;
    Ok(differences(&opened.input, &now).into_iter().map(ChangedView::from).collect())
}

/// Looks at it without doing anything.
pub async fn preview(app: &App, actor: &Actor, id: i64, key: &str) -> Result<AdoptionPreview> {
    actor.require_to_see(Permission::Align)?;
    let opened = opened(app, id, key).await?;
    if opened.alignment.state != "draft" {
        return Err(super::adopted_already());
    }
    let plan = plan(app, &opened).await?;
    let people = crate::handoffs::people::all(app).await?;
    let named = |id: i64| Named {
        id: id.to_string(),
        name: people.get(&id).map(|row| row.name.clone()).unwrap_or_default(),
    };
    let input = &opened.input;
    let unit = |id: i64| input.unit_at(id).map(|at| &input.units[at]);
    let name = |id: &i64| unit(*id).map(|unit| unit.name.clone()).unwrap_or_default();
    let mut rows: BTreeMap<(i64, i64), HandoverRow> = BTreeMap::new();
    for handover in &plan.handovers {
        let row = rows.entry((handover.from, handover.to)).or_insert_with(|| HandoverRow {
            from: named(handover.from),
            to: named(handover.to),
            units: 0,
            arr: 0.0,
            playbooks: BTreeMap::new(),
            names: Vec::new(),
        });
        row.units += 1;
        row.arr += unit(handover.unit).map_or(0.0, |unit| unit.arr);
        *row.playbooks.entry(handover.playbook).or_default() += 1;
        row.names.push(name(&handover.unit));
    }
    let mut handovers: Vec<HandoverRow> = rows.into_values().collect();
    handovers.sort_by(|one, other| other.arr.total_cmp(&one.arr));
    let before: BTreeMap<i64, i64> =
        input.hunters.iter().filter_map(|hunter| Some((hunter.id, hunter.partner?))).collect();
    let pair = |(hunter, manager): &(i64, i64)| PairView {
        hunter: named(*hunter),
        manager: named(*manager),
        before: before.get(hunter).filter(|before| *before != manager).map(|before| named(*before)),
    };
    let figures: tandem_engines::align::company::Figures = super::read(&opened.row.figures)?;
    let challenges = tandem_store::alignments::challenges(&app.db, id).await?;
    let fixed = input.fixed(&opened.setup.locks);
    Ok(AdoptionPreview {
        version: opened.alignment.version,
        proposal_version: opened.row.version,
        handoffs: plan.handovers.len(),
        arr: handovers.iter().map(|row| row.arr).sum(),
        currency: input.currency.clone(),
        handovers,
        under_way: plan.under_way.iter().map(name).collect(),
        given: plan.given.iter().map(|(unit, _)| name(unit)).collect(),
        pairs: plan.pairs.iter().map(pair).collect(),
        interfaces: figures.interfaces[1],
        changed: changed(app, &opened).await?,
        behind: super::work::is_behind(input, &opened.setup, &fixed, &opened.solved),
        open_challenges: challenges.iter().filter(|row| row.answer.is_none()).count(),
    })
}

/// Refuses with what changed, the first of it by name.
pub(super) fn refuse_stale(changed: &[ChangedView]) -> Result<()> {
    const NAMED: usize = 5;
    let Some(first) = changed.first() else { return Ok(()) };
    let names: Vec<&str> =
        changed.iter().map(|one| one.name.as_str()).filter(|name| !name.is_empty()).take(NAMED).collect();
    let (count, more) = (changed.len(), if changed.len() > names.len() { ", …" } else { "" });
    let named = if names.is_empty() { first.what.to_owned() } else { names.join(", ") + more };
    let named_zh = if names.is_empty() { first.what.to_owned() } else { names.join("、") + more };
    Err(Error::Refused(Words::new(
        format!("The data changed since this was solved, in {count} places ({named}): solve it again."),
        format!("求解後資料有 {count} 處變動（{named_zh}）：請重新求解。"),
    )))
}

/// A day that can be the first one.
pub(super) fn fitting(day: NaiveDate, today: NaiveDate) -> Result<()> {
    if day >= today {
        return Ok(());
    }
    Err(Error::Unusable(Words::fixed(
        "The first day has passed: give today or a later one.",
        "生效日已過：請選擇今日或之後的日期。",
    )))
}

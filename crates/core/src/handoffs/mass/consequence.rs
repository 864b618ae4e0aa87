//! What a mass handoff would do, unit by unit and receiver by receiver. Nothing is done here.
use super::assign::{Chosen, assign};
use super::{Cause, KeptShare, MassPlan, MassUnit, RENEWAL_DAYS, kept_share};
use crate::handoffs::acts::{Act, Dates};
use crate::handoffs::inventory::{RecordKind, sorted};
use crate::handoffs::receivers::{Ineligible, Place};
use crate::handoffs::state::State;
use crate::ids::{SellerId, UnitId};
use crate::languages::Words;
use crate::playbooks::{NamedDates, Role};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Records by kind.
pub type Counts = BTreeMap<RecordKind, u32>;

/// What would become of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consequence {
    /// Which.
    pub unit: UnitId,
    /// Who owns it.
    pub giver: SellerId,
    /// What would happen, or why nothing would.
    pub would: Result<Planned, Refusal>,
}

/// A handoff that would begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Planned {
    /// Who receives.
    pub receiver: SellerId,
    /// Why: the receiver's place when the unit's turn came.
    pub place: Place,
    /// Its dates.
    pub dates: Dates,
    /// Open records that pass to the receiver or to whom somebody decided.
    pub moved: Counts,
    /// Records that stay: history, and what somebody decided to keep.
    pub kept: Counts,
    /// Open records on which somebody must decide before the transfer.
    pub to_decide: Counts,
    /// What the giver keeps of the incentive for a while; none where the plan in force knows no such share.
    pub share: Option<KeptShare>,
    /// What to think of.
    pub warnings: Vec<Warning>,
}

/// Why a unit is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// A handoff of it runs already.
    Running(State),
    /// The one named cannot receive it.
    NamedCannot(SellerId, Vec<Ineligible>),
    /// The one named is not known.
    NamedUnknown(SellerId),
    /// Nobody who is ready has room.
    NobodyCan,
}

/// What to think of before a unit passes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// The next term begins shortly after the transfer.
    RenewalNear(NaiveDate),
    /// Escalations are open.
    Escalations(u32),
    /// The giver is gone before the usual day of the transfer: it is earlier.
    Hurried(NaiveDate),
    /// The giver is gone already and introduces nobody.
    GiverGone,
}

/// How the load of a receiver would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LoadChange {
    pub seller: SellerId,
    pub before: i64,
    pub after: i64,
    pub limit: i64,
    pub units: u32,
}

/// Everything that would happen. A run looks again and goes on only where this is still the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// Why.
    pub reason: Words,
    /// Every unit once, in the order in which they were given.
    pub units: Vec<Consequence>,
    /// Every candidate once, by number.
    pub loads: Vec<LoadChange>,
    /// Over all handoffs that would begin.
    pub moved: Counts,
    /// Likewise.
    pub kept: Counts,
    /// Likewise.
    pub to_decide: Counts,
    /// Steps that would be opened, by role.
    pub steps: BTreeMap<Role, u32>,
}

impl Preview {
    /// Handoffs that would begin.
    pub fn planned(&self) -> impl Iterator<Item = (&Consequence, &Planned)> {
        self.units.iter().filter_map(|unit| Some((unit, unit.would.as_ref().ok()?)))
    }

    /// Units that are left out, and why.
    pub fn refused(&self) -> impl Iterator<Item = (&Consequence, &Refusal)> {
        self.units.iter().filter_map(|unit| Some((unit, unit.would.as_ref().err()?)))
    }
}

impl Planned {
    /// The acts that begin the handoff once it is proposed, in order.
    pub fn acts(&self, playbook: &str, version: &str) -> [Act; 2] {
        let (playbook, version, dates) = (playbook.to_owned(), version.to_owned(), self.dates);
        [Act::Accept { receiver: Some(self.receiver) }, Act::Prepare { playbook, version, dates }]
    }
}

/// Looks at what a plan would do.
pub fn preview(plan: &MassPlan) -> Preview {
    let usual = dates(plan, None);
    let (chosen, after) = assign(plan, usual.transfer, |unit| unit.running.is_none());
    let pairs = plan.units.iter().zip(chosen);
    let units: Vec<_> = pairs.map(|(unit, chosen)| consequence(plan, unit, chosen)).collect();
    let mut found = Preview {
        reason: plan.cause.words(),
        loads: Vec::new(),
        units,
        moved: Counts::new(),
        kept: Counts::new(),
        to_decide: Counts::new(),
        steps: plan.playbook.steps_by_role(),
    };
    let mut units_of: BTreeMap<SellerId, u32> = BTreeMap::new();
    let mut sums = [Counts::new(), Counts::new(), Counts::new()];
    for (_, planned) in found.planned() {
        *units_of.entry(planned.receiver).or_default() += 1;
        let counts = [&planned.moved, &planned.kept, &planned.to_decide];
        sums.iter_mut().zip(counts).for_each(|(sum, counts)| add(sum, counts));
    }
    let begun = units_of.values().sum::<u32>();
    found.steps.values_mut().for_each(|count| *count = count.saturating_mul(begun));
    [found.moved, found.kept, found.to_decide] = sums;
    let loads = plan.candidates.iter().zip(&after).map(|(before, after)| LoadChange {
        seller: before.seller,
        before: before.load,
        after: after.load,
        limit: before.limit,
        units: units_of.get(&before.seller).copied().unwrap_or(0),
    });
    found.loads = loads.collect();
    found.loads.sort_by_key(|load| load.seller);
    found
}

fn add(sum: &mut Counts, counts: &Counts) {
    for (kind, count) in counts {
        *sum.entry(*kind).or_default() += count;
    }
}

fn consequence(plan: &MassPlan, unit: &MassUnit, chosen: Option<Chosen>) -> Consequence {
    let would = match (unit.running, chosen) {
        (Some(state), _) => Err(Refusal::Running(state)),
        (None, Some(Chosen::Receiver(receiver, place))) => Ok(planned(plan, unit, receiver, place)),
        (None, Some(Chosen::NamedCannot(seller, reasons))) => Err(Refusal::NamedCannot(seller, reasons)),
        (None, Some(Chosen::NamedUnknown(seller))) => Err(Refusal::NamedUnknown(seller)),
        (None, Some(Chosen::Nobody) | None) => Err(Refusal::NobodyCan),
    };
    Consequence { unit: unit.unit, giver: unit.giver, would }
}

fn planned(plan: &MassPlan, unit: &MassUnit, receiver: SellerId, place: Place) -> Planned {
    let dates = dates(plan, Some(receiver));
    let (moves, gaps) = sorted(&unit.inventory, unit.giver, receiver, &unit.choices);
    let mut kept = counts(moves.kept.iter().map(|(item, _)| item.kind));
    add(&mut kept, &unit.history);
    Planned {
        receiver,
        place,
        dates,
        moved: counts(moves.moved.iter().map(|moved| moved.item.kind)),
        kept,
        to_decide: counts(gaps.iter().map(|gap| gap.item.kind)),
        share: kept_share(plan.incentives, (unit.giver, unit.giver_role), plan.terms.role, dates.transfer),
        warnings: warnings(plan, unit, dates, receiver),
    }
}

fn counts(kinds: impl Iterator<Item = RecordKind>) -> Counts {
    kinds.fold(Counts::new(), |mut counts, kind| {
        *counts.entry(kind).or_default() += 1;
        counts
    })
}

/// The usual dates where the receiver works, moved forward where the giver is gone by then.
fn dates(plan: &MassPlan, receiver: Option<SellerId>) -> Dates {
    let usual = usual(plan, receiver);
    let Some(last) = last_day(plan, receiver) else { return usual };
    let transfer = usual.transfer.min(last);
    Dates { introduction: usual.introduction.min(transfer), transfer }
}

fn usual(plan: &MassPlan, receiver: Option<SellerId>) -> Dates {
    let day = plan.day;
    let begun = NamedDates { proposal: Some(day), acceptance: Some(day), ..NamedDates::default() };
    let found = plan.playbook.usual(&begun, plan.calendars, country(plan, receiver));
    // A playbook whose dates hang on a sale says nothing here: everything would be today.
    let introduction = found.introduction.unwrap_or(day).max(day);
    Dates { introduction, transfer: found.transfer.unwrap_or(introduction).max(introduction) }
}

/// The last working day on which a leaver is there, and at least today.
fn last_day(plan: &MassPlan, receiver: Option<SellerId>) -> Option<NaiveDate> {
    match plan.cause {
        Cause::Leaver { gone, .. } => {
            let last = gone.pred_opt().unwrap_or(*gone);
            Some(plan.calendars.of(country(plan, receiver)).on_or_before(last).max(plan.day))
        }
        Cause::Alignment { .. } => None,
    }
}

fn country<'p>(plan: &MassPlan<'p>, receiver: Option<SellerId>) -> Option<&'p str> {
    receiver.and_then(|seller| plan.countries.get(&seller)).map(String::as_str)
}

fn warnings(plan: &MassPlan, unit: &MassUnit, dates: Dates, receiver: SellerId) -> Vec<Warning> {
    let mut found = Vec::new();
    let near = |day: &NaiveDate| (0..=RENEWAL_DAYS).contains(&(*day - dates.transfer).num_days());
    found.extend(unit.renewal.filter(near).map(Warning::RenewalNear));
    if unit.escalations > 0 {
        found.push(Warning::Escalations(unit.escalations));
    }
    match plan.cause {
        Cause::Leaver { gone, .. } if *gone <= plan.day => found.push(Warning::GiverGone),
        Cause::Leaver { .. } if dates.transfer < usual(plan, Some(receiver)).transfer => {
            found.push(Warning::Hurried(dates.transfer));
        }
        _ => {}
    }
    found
}

impl Warning {
    /// What people read.
    pub fn words(self) -> Words {
        match self {
            Self::RenewalNear(day) => Words::new(
                format!("The next term begins on {day}: settle the renewal first, or let the giver keep it."),
                format!("下一期合約始於 {day}：請先完成續約，或由移交人保留。"),
            ),
            Self::Escalations(count) => Words::new(
                format!("Open escalations: {count}. Whoever caused them should mend them first."),
                format!("未結案的重大客訴：{count} 件。應先由原負責人處理。"),
            ),
            Self::Hurried(day) => Words::new(
                format!("The giver is gone soon: the transfer is on {day}, earlier than usual."),
                format!("移交人即將離職：移轉日為 {day}，較平常提早。"),
            ),
            Self::GiverGone => Words::fixed(
                "The giver is gone: the manager introduces the receiver, and writes the brief from the record.",
                "移交人已離職：由主管介紹接手人，並依紀錄撰寫簡報。",
            ),
        }
    }
}

impl Refusal {
    /// What people read; `name` says what a seller is called.
    pub fn words(&self, name: impl Fn(SellerId) -> String) -> Words {
        match self {
            Self::Running(state) => {
                let Words { en, zh } = state.words();
                Words::new(
                    format!("A handoff of this unit is {en} already: finish or cancel it first."),
                    format!("此業務單位的交接{zh}：請先完成或取消。"),
                )
            }
            Self::NamedCannot(seller, reasons) => {
                let (en, zh): (Vec<_>, Vec<_>) =
                    reasons.iter().map(|reason| reason.words()).map(|words| (words.en, words.zh)).unzip();
                let name = name(*seller);
                Words::new(
                    format!("{name} cannot receive it: {}", en.join(" ")),
                    format!("{name} 不能接手：{}", zh.concat()),
                )
            }
            Self::NamedUnknown(seller) => {
                let name = name(*seller);
                Words::new(
                    format!("{name} is not among those who could receive it: name another one."),
                    format!("{name} 不在可接手名單：請改選他人。"),
                )
            }
            Self::NobodyCan => Words::fixed(
                "Nobody who is ready has room for it: raise a limit, or make somebody ready.",
                "沒有已準備就緒且有餘裕的人：請提高上限，或培訓人員。",
            ),
        }
    }
}

//! A preview as people read it: unit by unit, receiver by receiver, and all together.
use super::look::Looked;
use crate::sessions::Named;
use crate::{App, Result, rules, settings};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::handoffs::inventory::RecordKind;
use tandem_core::handoffs::mass::{Counts, MassUnit, Planned, Warning};
use tandem_core::handoffs::receivers::Tier;
use tandem_core::languages::Words;
use tandem_core::money::{Currency, Money};
use tandem_core::playbooks::Role;

/// What would happen.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassPreview {
    /// What a run names, so that it does what was seen.
    pub seen: String,
    /// Why.
    #[schema(value_type = Object)]
    pub reason: Words,
    /// The day on which it was looked at.
    pub today: NaiveDate,
    /// The currency of all amounts.
    pub currency: String,
    /// All together.
    pub totals: MassTotals,
    /// Unit by unit: first those that cannot pass on, then by revenue; those that somebody leaves out come last.
    pub units: Vec<MassUnitView>,
    /// How the load of everybody of the role would change, those who receive most first.
    pub loads: Vec<MassLoad>,
    /// Records that pass on, by kind.
    pub moved: Vec<KindCount>,
    /// Records that stay, by kind: history, and what somebody decided to keep.
    pub kept: Vec<KindCount>,
    /// Open records on which somebody must decide before each transfer, by kind.
    pub to_decide: Vec<KindCount>,
    /// Steps that would be opened, by role.
    pub steps: Vec<StepsOf>,
    /// What givers keep of the incentive on their units for a while, by the plan in force on the day of the transfer; the longest first.
    pub shares: Vec<SharesOf>,
}

/// All together.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassTotals {
    /// Units that would pass on.
    pub planned: usize,
    /// Units that cannot pass on, each with why.
    pub refused: usize,
    /// Units that somebody leaves out.
    pub left_out: usize,
    /// Customers of the units that would pass on.
    pub customers: usize,
    /// Their annual recurring revenue, decimal text; units whose currency has no rate are not in it.
    pub arr: String,
    /// Units whose next term begins shortly after the transfer.
    pub renewals: usize,
    /// Units with open escalations.
    pub escalations: usize,
}

/// What would become of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassUnitView {
    /// Which.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Annual recurring revenue, decimal text; absent where it is not known.
    pub arr: Option<String>,
    /// Day on which the next term ends.
    pub renewal: Option<NaiveDate>,
    /// The handoff that would begin; absent where none would.
    pub would: Option<MassFate>,
    /// Why none would begin; absent where one would, or where somebody leaves the unit out.
    #[schema(value_type = Option<Object>)]
    pub refused: Option<Words>,
}

/// A handoff that would begin.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassFate {
    /// Who receives: the id of one of `loads`.
    pub receiver: String,
    /// Whether somebody, or the alignment, named the receiver.
    pub named: bool,
    /// paired, settled or new: it comes before points.
    #[schema(value_type = String)]
    pub tier: Tier,
    /// How much speaks for the receiver, 0 to 10,000.
    pub points_bp: u32,
    /// Day of the introduction.
    pub introduction: NaiveDate,
    /// First day of the receiver's ownership.
    pub transfer: NaiveDate,
    /// Open records that pass on.
    pub moved: u32,
    /// Records that stay.
    pub kept: u32,
    /// Open opportunities on which somebody must decide.
    pub opportunities: u32,
    /// Open commitments that giver and receiver must go through.
    pub commitments: u32,
    /// The last day on which the giver keeps a share of the incentive; absent where the plan in force knows none.
    pub share_until: Option<NaiveDate>,
    /// What to think of.
    #[schema(value_type = Vec<Object>)]
    pub warnings: Vec<Words>,
}

/// How the load of somebody would change.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassLoad {
    /// Who.
    pub seller: Named,
    /// Customers now.
    pub before: i64,
    /// Customers with what would come.
    pub after: i64,
    /// Customers that one can carry.
    pub limit: i64,
    /// Units that would come.
    pub units: u32,
}

/// How many records of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct KindCount {
    /// Which.
    pub kind: &'static str,
    /// What people call such a record.
    #[schema(value_type = Object)]
    pub title: Words,
    /// How many.
    pub count: u32,
}

/// How many steps a role gets.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct StepsOf {
    /// giver, receiver and so on.
    pub role: &'static str,
    /// What people call it.
    #[schema(value_type = Object)]
    pub title: Words,
    /// How many.
    pub count: u32,
}

/// What a giver keeps of the incentive for a while, on units with the same curve.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct SharesOf {
    /// Who gives.
    pub giver: Named,
    /// How many units.
    pub units: u32,
    /// The last day of the last of them.
    pub until: NaiveDate,
    /// The curve: which share for how many months.
    #[schema(value_type = Object)]
    pub curve: Words,
}

/// Puts names to it.
pub(super) async fn preview(app: &App, looked: &Looked) -> Result<MassPreview> {
    let currency = settings::load(app).await?.company.currency;
    let ids: Vec<i64> = looked.gathered.units.iter().map(|unit| unit.unit.0).collect();
    let mut names = rules::names(app, &ids).await?;
    let mut units: Vec<(i64, MassUnitView)> = Vec::new();
    for (one, unit) in looked.found.units.iter().zip(&looked.gathered.units) {
        let Some((named, customer)) = names.remove(&one.unit.0) else { continue };
        let arr = unit.about.arr_minor;
        let view = MassUnitView {
            unit: named,
            customer,
            arr: arr.map(|minor| Money::new(minor, currency).decimal_text()),
            renewal: unit.renewal,
            would: one.would.as_ref().ok().map(|planned| fate(planned, unit)),
            refused: one.would.as_ref().err().map(|refusal| refusal.words(|seller| looked.name(seller.0))),
        };
        units.push((arr.unwrap_or_default(), view));
    }
    // Problems first: they are what people came to see.
    units.sort_by_key(|(arr, view)| (view.refused.is_none(), std::cmp::Reverse(*arr)));
    let mut units: Vec<MassUnitView> = units.into_iter().map(|(_, view)| view).collect();
    for (unit, customer) in rules::names(app, &looked.gathered.left_out).await?.into_values() {
        units.push(MassUnitView { unit, customer, arr: None, renewal: None, would: None, refused: None });
    }
    let found = &looked.found;
    let steps = found.steps.iter().filter(|(_, count)| **count > 0);
    Ok(MassPreview {
        seen: looked.seen.clone(),
        reason: found.reason.clone(),
        today: looked.today,
        currency: currency.to_string(),
        totals: totals(looked, currency),
        units,
        loads: loads(looked),
        moved: counts(&found.moved),
        kept: counts(&found.kept),
        to_decide: counts(&found.to_decide),
        steps: steps
            .map(|(role, count)| StepsOf { role: role.text(), title: Role::words(*role), count: *count })
            .collect(),
        shares: shares(looked),
    })
}

impl Looked {
    /// What a seller is called.
    pub(super) fn name(&self, seller: i64) -> String {
        self.people.get(&seller).map_or_else(|| seller.to_string(), |row| row.name.clone())
    }
}

fn fate(planned: &Planned, unit: &MassUnit) -> MassFate {
    let sum = |counts: &Counts| counts.values().sum();
    let open = |kind: RecordKind| planned.to_decide.get(&kind).copied().unwrap_or_default();
    MassFate {
        receiver: planned.receiver.to_string(),
        named: unit.receiver.is_some(),
        tier: planned.place.tier,
        points_bp: planned.place.points_bp,
        introduction: planned.dates.introduction,
        transfer: planned.dates.transfer,
        moved: sum(&planned.moved),
        kept: sum(&planned.kept),
        opportunities: open(RecordKind::Opportunity),
        commitments: open(RecordKind::Commitment),
        share_until: planned.share.as_ref().map(|share| share.until),
        warnings: planned.warnings.iter().map(|warning| warning.words()).collect(),
    }
}

fn totals(looked: &Looked, currency: Currency) -> MassTotals {
    let (mut customers, mut arr, mut renewals, mut escalations) = (BTreeSet::new(), 0_i64, 0, 0);
    let pairs = looked.found.units.iter().zip(&looked.gathered.units);
    let mut planned = 0;
    for (would, unit) in pairs.filter_map(|(one, unit)| Some((one.would.as_ref().ok()?, unit))) {
        planned += 1;
        customers.insert(unit.customer);
        arr = arr.saturating_add(unit.about.arr_minor.unwrap_or_default());
        renewals +=
            usize::from(would.warnings.iter().any(|warning| matches!(warning, Warning::RenewalNear(_))));
        escalations += usize::from(unit.escalations > 0);
    }
    MassTotals {
        planned,
        refused: looked.found.units.len() - planned,
        left_out: looked.gathered.left_out.len(),
        customers: customers.len(),
        arr: Money::new(arr, currency).decimal_text(),
        renewals,
        escalations,
    }
}

fn loads(looked: &Looked) -> Vec<MassLoad> {
    let mut loads: Vec<MassLoad> = looked
        .found
        .loads
        .iter()
        .map(|load| MassLoad {
            seller: Named { id: load.seller.to_string(), name: looked.name(load.seller.0) },
            before: load.before,
            after: load.after,
            limit: load.limit,
            units: load.units,
        })
        .collect();
    loads.sort_by_key(|load| (std::cmp::Reverse(load.units), load.seller.name.clone()));
    loads
}

fn shares(looked: &Looked) -> Vec<SharesOf> {
    let mut found: BTreeMap<_, SharesOf> = BTreeMap::new();
    for (unit, planned) in looked.found.planned() {
        let Some(share) = &planned.share else { continue };
        let giver = || Named { id: unit.giver.to_string(), name: looked.name(unit.giver.0) };
        let one = found.entry((unit.giver, &share.monthly)).or_insert_with(|| SharesOf {
            giver: giver(),
            units: 0,
            until: share.until,
            curve: share.curve(),
        });
        one.units += 1;
        one.until = one.until.max(share.until);
    }
    let mut found: Vec<SharesOf> = found.into_values().collect();
    found.sort_by_key(|one| (std::cmp::Reverse(one.until), one.giver.name.clone()));
    found
}

fn counts(counts: &Counts) -> Vec<KindCount> {
    let one = |(kind, count): (&RecordKind, &u32)| KindCount {
        kind: kind.text(),
        title: kind.words(),
        count: *count,
    };
    counts.iter().map(one).collect()
}

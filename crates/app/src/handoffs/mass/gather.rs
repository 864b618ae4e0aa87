//! Everything that a preview looks at, read once for all units.
use super::{MassCause, MassOpportunities, MassRequest};
use crate::handoffs::people::Sellers;
use crate::handoffs::receivers::{candidates, known};
use crate::incentives::PlansThroughTime;
use crate::workdays::{self, Workdays};
use crate::{App, Error, Result};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::handoffs::inventory::{Choice, Inventory, Item, RecordKind};
use tandem_core::handoffs::mass::{Cause, Counts, MassUnit};
use tandem_core::handoffs::receivers::Candidate;
use tandem_core::ids::{CustomerId, SellerId, UnitId};
use tandem_core::incentives::Plan;
use tandem_core::languages::Words;
use tandem_store::book::{self, Units, Whose};
use tandem_store::mass as store;

/// The material of a preview.
pub(super) struct Gathered {
    /// Why.
    pub cause: Cause,
    /// By unit.
    pub units: Vec<MassUnit>,
    /// Units of the cause that somebody leaves out.
    pub left_out: Vec<i64>,
    /// Everybody of the role.
    pub candidates: Vec<Candidate>,
    /// On which days they work.
    pub workdays: Workdays,
    /// Incentive plans that were approved, in the order of their first days.
    pub incentives: Vec<Plan>,
}

/// Units that a listed question takes at a time.
const LISTED_MAX: usize = 10_000;

/// Reads everything.
pub(super) async fn gather(
    app: &App,
    people: &Sellers,
    request: &MassRequest,
    today: NaiveDate,
) -> Result<Gathered> {
    let (cause, owned) = match &request.cause {
        MassCause::Leaver { seller, gone } => {
            let row =
                people.get(&seller.0).filter(|row| row.kind == "person").ok_or(Error::NotFound("seller"))?;
            let cause = Cause::Leaver { seller: *seller, name: row.name.clone(), gone: *gone };
            (cause, known(app, Units::OwnedBy(&[seller.0]), today).await?)
        }
        MassCause::Alignment { name, units } => {
            let ids: Vec<i64> = units.keys().map(|unit| unit.0).collect();
            let mut rows = Vec::new();
            for part in ids.chunks(LISTED_MAX) {
                rows.extend(known(app, Units::Listed(part), today).await?);
            }
            // Whoever is to have a unit and has it already gives it to nobody.
            rows.retain(|(row, _)| {
                units.get(&UnitId(row.unit_id)).is_some_and(|to| row.seller_id != Some(to.0))
            });
            (Cause::Alignment { name: name.clone() }, rows)
        }
    };
    let (left, owned): (Vec<_>, Vec<_>) =
        owned.into_iter().partition(|(row, _)| request.leave_out.contains(&UnitId(row.unit_id)));
    let ids: Vec<i64> = owned.iter().map(|(row, _)| row.unit_id).collect();
    let mut of = Of::read(app, &ids, today).await?;
    let named = |unit: i64| match &request.cause {
        MassCause::Alignment { units, .. } => units.get(&UnitId(unit)).copied(),
        MassCause::Leaver { .. } => None,
    };
    let units = owned.into_iter().map(|(row, about)| {
        let (unit, giver) = (UnitId(row.unit_id), SellerId(row.seller_id.unwrap_or_default()));
        let open = of.open.remove(&row.unit_id).unwrap_or_default();
        let choices = match request.opportunities {
            MassOpportunities::Decide => BTreeMap::new(),
            MassOpportunities::Move => passing(&open),
        };
        MassUnit {
            unit,
            customer: CustomerId(row.customer_id),
            serving: of.serving.get(&row.customer_id).cloned().unwrap_or_default(),
            giver,
            receiver: request.receivers.get(&unit).copied().or_else(|| named(row.unit_id)),
            about,
            renewal: of.renewals.get(&row.unit_id).copied(),
            escalations: of.escalations.get(&row.unit_id).copied().unwrap_or_default(),
            running: of.running.get(&row.unit_id).and_then(|state| state.parse().ok()),
            inventory: Inventory::new(open),
            history: of.history.remove(&row.unit_id).unwrap_or_default(),
            choices,
            giver_role: people.get(&giver.0).and_then(|row| row.role.as_deref()?.parse().ok()),
        }
    });
    let units: Vec<MassUnit> = units.collect();
    Ok(Gathered {
        cause,
        units,
        left_out: left.into_iter().map(|(row, _)| row.unit_id).collect(),
        candidates: candidates(app, people, request.role, today).await?,
        workdays: workdays::load(app).await?,
        incentives: PlansThroughTime::load(app).await?.into_plans(),
    })
}

/// Every open opportunity goes along.
fn passing(open: &[Item]) -> BTreeMap<(RecordKind, i64), Choice> {
    let opportunities = open.iter().filter(|item| item.kind == RecordKind::Opportunity);
    opportunities.map(|item| ((item.kind, item.id), Choice::Move { to: None })).collect()
}

/// What hangs on the units, by unit.
struct Of {
    open: BTreeMap<i64, Vec<Item>>,
    history: BTreeMap<i64, Counts>,
    renewals: BTreeMap<i64, NaiveDate>,
    running: BTreeMap<i64, String>,
    serving: BTreeMap<i64, Vec<SellerId>>,
    escalations: BTreeMap<i64, u32>,
}

impl Of {
    async fn read(app: &App, units: &[i64], today: NaiveDate) -> Result<Self> {
        let mut open: BTreeMap<i64, Vec<Item>> = BTreeMap::new();
        for (unit, kind, id, owner) in store::open(&app.db, units).await? {
            open.entry(unit).or_default().push(Item {
                kind: kind_of(&kind)?,
                id,
                owner: owner.map(SellerId),
                open: true,
            });
        }
        let mut history: BTreeMap<i64, Counts> = BTreeMap::new();
        for (unit, kind, count) in store::history(&app.db, units).await? {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            *history.entry(unit).or_default().entry(kind_of(&kind)?).or_default() += count;
        }
        let mut serving: BTreeMap<i64, Vec<SellerId>> = BTreeMap::new();
        for (customer, seller) in store::serving(&app.db, units, today).await? {
            serving.entry(customer).or_default().push(SellerId(seller));
        }
        Ok(Self {
            open,
            history,
            serving,
            renewals: store::renewals(&app.db, units, today).await?.into_iter().collect(),
            running: store::running(&app.db, units).await?.into_iter().collect(),
            escalations: escalations(app, units).await?,
        })
    }
}

fn kind_of(text: &str) -> Result<RecordKind> {
    text.parse()
        .map_err(|_| Error::Conflict(format!("`{text}` is no kind of record: this program is too old")))
}

/// What people stated last of escalations.
async fn escalations(app: &App, units: &[i64]) -> Result<BTreeMap<i64, u32>> {
    let wanted: BTreeSet<i64> = units.iter().copied().collect();
    let mut found = BTreeMap::new();
    for (unit, fact, value, _) in book::stated(&app.db, Whose::All).await? {
        if fact == "open_escalations" && wanted.contains(&unit) {
            let count = value.and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
            let count =
                count.and_then(|value| value.as_u64().or_else(|| value.as_f64().map(|number| number as u64)));
            found.insert(unit, u32::try_from(count.unwrap_or_default()).unwrap_or(u32::MAX));
        }
    }
    Ok(found)
}

/// What is said where there is nothing to hand over.
pub(super) fn nothing() -> Error {
    Error::Unusable(Words::fixed(
        "Nothing would be handed over: choose a seller who owns units, or mend what stands in the way.",
        "沒有可交接的業務單位：請選擇有負責客戶的業務人員，或先排除問題。",
    ))
}

//! Runs: started with what was seen, watched, cancelled.
use super::gather::nothing;
use super::look::{Looked, looked};
use super::{MassCause, MassOpportunities, MassRequest, party};
use crate::events::Event;
use crate::handoffs::{people, saved};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result, rules};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::handoffs::acts::Dates;
use tandem_core::handoffs::inventory::RecordKind;
use tandem_core::ids::SellerId;
use tandem_core::languages::Words;
use tandem_store::mass::{self as store, NewRun, RunRow};

/// A run in short.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassRun {
    /// The id.
    pub id: String,
    /// Whose units pass on; absent where an alignment says so.
    pub seller: Option<Named>,
    /// Why.
    pub reason: String,
    /// running, done, cancelled, failed, undoing or undone.
    pub state: String,
    /// Units that were looked at.
    pub total: i64,
    /// Handoffs that have begun.
    pub begun: i64,
    /// Units that were left out, each with why.
    pub left: i64,
    /// Who asked.
    pub by: String,
    /// When.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Why it failed, or was not taken back.
    #[schema(value_type = Option<Object>)]
    pub said: Option<Words>,
    /// Whether the reader may cancel it or take it back.
    pub may_change: bool,
    /// Unit by unit, where one run is asked for: first those that were left out.
    pub units: Vec<MassUnitRun>,
}

/// A unit of a run.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassUnitRun {
    /// Which.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Who receives.
    pub receiver: Option<String>,
    /// First day of the receiver's ownership.
    pub transfer: Option<NaiveDate>,
    /// The handoff that began.
    pub handoff: Option<String>,
    /// Where that stands now.
    pub state: Option<String>,
    /// Why none began.
    #[schema(value_type = Option<Object>)]
    pub said: Option<Words>,
}

/// Runs.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MassRuns {
    /// The latest first, at most 50.
    pub items: Vec<MassRun>,
}

/// What is to begin for a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PlannedUnit {
    /// Who owned it when it was looked at.
    pub giver: SellerId,
    /// Who receives.
    pub receiver: SellerId,
    /// When.
    pub dates: Dates,
    /// Open opportunities that go along.
    pub moves: Vec<i64>,
}

const RUNS_SHOWN: i64 = 50;

/// Starts a run that does what was seen: nodes take it from here. Returns its id.
///
/// # Errors
/// Where anything else would happen by now than was seen.
pub async fn start(app: &App, actor: &Actor, request: MassRequest, seen: &str) -> Result<i64> {
    actor.require(Permission::HandOffMany)?;
    let looked = looked(app, actor, &request).await?;
    if looked.seen != seen {
        return Err(Error::Refused(Words::fixed(
            "What would happen has changed since you looked: look again, then start.",
            "內容在您查看之後已有變動：請重新預覽後再開始。",
        )));
    }
    if looked.found.planned().next().is_none() {
        return Err(nothing());
    }
    let units = units(&looked, &request)?;
    let seller = match &request.cause {
        MassCause::Leaver { seller, .. } => Some(seller.0),
        MassCause::Alignment { .. } => None,
    };
    let reason = request.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let new = NewRun {
        seller_id: seller,
        reason: reason.map_or_else(|| looked.found.reason.en.to_string(), str::to_owned),
        request: saved::text(&request)?,
        by_id: actor.user,
        by_party: looked.party.text().to_owned(),
        by_name: actor.name.clone(),
        started_us: app.clock.now_us(),
    };
    let data = json!({"seller": seller, "reason": new.reason, "units": units.len()});
    let event = Event::new(app, actor, "mass.started", "mass_handoff", data);
    let begun = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::begin(tx, &new, &units).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    let id = begun.await?;
    app.masses.notify_one();
    Ok(id)
}

type UnitText = (i64, String, Option<String>);

/// Every unit: what is to begin, or why nothing is.
fn units(looked: &Looked, request: &MassRequest) -> Result<Vec<UnitText>> {
    let pairs = looked.found.units.iter().zip(&looked.gathered.units);
    let text =
        |(one, unit): (&tandem_core::handoffs::mass::Consequence, &tandem_core::handoffs::mass::MassUnit)| {
            match &one.would {
                Ok(planned) => {
                    let items = unit.inventory.items().iter();
                    let of_giver = |owner: Option<SellerId>| owner.is_none_or(|owner| owner == one.giver);
                    let open =
                        items.filter(|item| item.kind == RecordKind::Opportunity && of_giver(item.owner));
                    let moves = match request.opportunities {
                        MassOpportunities::Move => open.map(|item| item.id).collect(),
                        MassOpportunities::Decide => Vec::new(),
                    };
                    let planned = PlannedUnit {
                        giver: one.giver,
                        receiver: planned.receiver,
                        dates: planned.dates,
                        moves,
                    };
                    Ok((one.unit.0, saved::text(&planned)?, None))
                }
                Err(refusal) => {
                    let said = saved::text(&refusal.words(|seller| looked.name(seller.0)))?;
                    Ok((one.unit.0, "null".to_owned(), Some(said)))
                }
            }
        };
    pairs.map(text).collect()
}

/// The latest runs of sellers whom the actor leads; of everybody for sales operations.
pub async fn list(app: &App, actor: &Actor) -> Result<MassRuns> {
    actor.require_to_see(Permission::HandOffMany)?;
    let people = people::all(app).await?;
    let mut items = Vec::new();
    for row in store::list(&app.db, RUNS_SHOWN).await? {
        if party(actor, &people, row.seller_id).is_ok() {
            items.push(short(actor, &people, row)?);
        }
    }
    Ok(MassRuns { items })
}

fn short(actor: &Actor, people: &people::Sellers, row: RunRow) -> Result<MassRun> {
    let at = |us: i64| DateTime::from_timestamp_micros(us).unwrap_or_default();
    let name = |id: i64| people.get(&id).map(|seller| seller.name.clone()).unwrap_or_default();
    Ok(MassRun {
        id: row.id.to_string(),
        seller: row.seller_id.map(|id| Named { id: id.to_string(), name: name(id) }),
        reason: row.reason,
        state: row.state,
        total: row.units_total,
        begun: row.units_begun,
        left: row.units_left,
        by: row.by_name,
        started_at: at(row.started_us),
        ended_at: row.ended_us.map(at),
        said: row.said.as_deref().map(saved::read).transpose()?,
        may_change: actor.writes,
        units: Vec::new(),
    })
}

/// A run that the actor may see, and as whom the actor would change it.
pub(super) async fn seen(
    app: &App,
    actor: &Actor,
    id: i64,
) -> Result<(RunRow, tandem_core::handoffs::acts::Party)> {
    actor.require_to_see(Permission::HandOffMany)?;
    let missing = || Error::NotFound("mass handoff");
    let row = store::get(&app.db, id).await?.ok_or_else(missing)?;
    let party = party(actor, &people::all(app).await?, row.seller_id).map_err(|_| missing())?;
    Ok((row, party))
}

/// One run, unit by unit.
pub async fn show(app: &App, actor: &Actor, id: i64) -> Result<MassRun> {
    let (row, _) = seen(app, actor, id).await?;
    let people = people::all(app).await?;
    let rows = store::units(&app.db, id).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.unit_id).collect();
    let mut names = rules::names(app, &ids).await?;
    let states = store::states(&app.db, id).await?.into_iter().collect::<BTreeMap<i64, String>>();
    let mut run = short(actor, &people, row)?;
    for row in rows {
        let Some((unit, customer)) = names.remove(&row.unit_id) else { continue };
        let planned: Option<PlannedUnit> = saved::read(&row.document)?;
        run.units.push(MassUnitRun {
            unit,
            customer,
            receiver: planned
                .as_ref()
                .and_then(|planned| Some(people.get(&planned.receiver.0)?.name.clone())),
            transfer: planned.map(|planned| planned.dates.transfer),
            state: row.handoff_id.and_then(|handoff| states.get(&handoff).cloned()),
            handoff: row.handoff_id.map(|handoff| handoff.to_string()),
            said: row.said.as_deref().map(saved::read).transpose()?,
        });
    }
    run.units.sort_by_key(|unit| unit.said.is_none());
    Ok(run)
}

/// Cancels a run that is going on; what has begun stays until it is taken back.
pub async fn cancel(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::HandOffMany)?;
    let (row, _) = seen(app, actor, id).await?;
    let now = app.clock.now_us();
    let event = Event::new(app, actor, "mass.cancelled", "mass_handoff", json!({"reason": row.reason}));
    let cancelled = app.db.write(move |tx| {
        Box::pin(async move {
            let cancelled = store::cancel(tx, id, now).await?;
            if cancelled {
                event.append(tx, id).await?;
            }
            Ok(cancelled)
        })
    });
    let over = || Error::Refused(Words::fixed("This run is over already.", "此批次已經結束。"));
    cancelled.await?.then_some(()).ok_or_else(over)
}

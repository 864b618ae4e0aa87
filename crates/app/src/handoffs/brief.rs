//! Acts with the brief, and what the record fills it with.
use super::act::closed;
use super::party::{Seen, seen_for_work};
use super::{Done, saved};
use crate::events::Event;
use crate::{Actor, App, Error, Result, stakeholders};
use serde_json::json;
use tandem_core::briefs::change::{BriefAct, BriefOutcome, BriefRequest};
use tandem_core::briefs::fill::{Stakeholder, Subscription, UnitRecord, fill};
use tandem_core::briefs::{Brief, Entry};
use tandem_core::commitments::Commitment;
use tandem_core::money::Money;
use tandem_core::playbooks::Closing;
use tandem_store::customers as record;
use tandem_store::handoffs as store;

/// Does an act with the brief. `version` is the one that the person saw; absent where it does not matter.
pub async fn act_on_brief(
    app: &App,
    actor: &Actor,
    id: i64,
    act: BriefAct,
    version: Option<u64>,
) -> Result<Done> {
    let seen = seen_for_work(app, actor, id).await?;
    let by = seen.by(actor, act.parties())?;
    let brief = whole(app, &seen).await?;
    let request = BriefRequest {
        act: &act,
        by,
        at: chrono::DateTime::from_timestamp_micros(app.clock.now_us()).unwrap_or_default(),
        day: app.clock.today(),
        version,
    };
    let outcome = brief.apply(&request).map_err(|refused| Error::Refused(refused.words()))?;
    let after = match outcome {
        BriefOutcome::AlreadyDone(record) => {
            return Ok(Done { version: record.version, already_done: true });
        }
        BriefOutcome::Applied(after) => *after,
    };
    let (version, text) = (after.version, saved::text(&after)?);
    let event = Event::new(app, actor, "handoff.brief", "handoff", json!(act));
    let closing = match &act {
        BriefAct::Submit => Some(Closing::BriefSubmitted),
        BriefAct::Accept => Some(Closing::BriefAccepted),
        _ => None,
    };
    let done = match closing {
        Some(what) => closed(app, &seen.handoff, what, by).await?,
        None => Vec::new(),
    };
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::save_brief(tx, id, saved::version(version), &text).await?;
            for step in &done {
                store::save_step(tx, step).await?;
            }
            event.append(tx, id).await
        })
    });
    written.await?;
    Ok(Done { version, already_done: false })
}

/// The brief with what the record says where no person has said anything.
pub async fn whole(app: &App, seen: &Seen) -> Result<Brief> {
    let mut brief = saved::brief(app, &seen.handoff).await?;
    if seen.handoff.state.is_final() {
        return Ok(brief);
    }
    let record = of_record(app, seen).await?;
    for (field, lines) in fill(&record, app.clock.today()) {
        let is_of_record = match brief.entries.get(&field) {
            None => true,
            Some(Entry::Known { lines }) => lines.iter().all(|line| line.by.is_none()),
            Some(Entry::NotApplicable { .. }) => false,
        };
        if is_of_record {
            brief.entries.insert(field, Entry::Known { lines });
        }
    }
    Ok(brief)
}

async fn of_record(app: &App, seen: &Seen) -> Result<UnitRecord> {
    let unit = seen.handoff.proposal.unit.0;
    let customer = record::of_unit(&app.db, unit).await?.ok_or(Error::NotFound("unit"))?;
    let whole = record::get(&app.db, customer).await?.ok_or(Error::NotFound("customer"))?;
    let units = record::units(&app.db, customer).await?;
    let own = units.iter().find(|row| row.id == unit);
    let today = app.clock.today();
    let potential =
        own.and_then(|row| Some(Money::new(row.potential_minor?, row.currency.as_deref()?.parse().ok()?)));
    let in_force = record::subscriptions(&app.db, customer).await?.into_iter().filter(|row| {
        row.unit_id == unit && row.start_date <= today && row.end_date.is_none_or(|end| end > today)
    });
    let in_force: Vec<record::SubscriptionRow> = in_force.collect();
    let open = record::opportunities(&app.db, customer).await?.into_iter();
    let open = open.filter(|row| row.status == "open" && row.unit_id.is_none_or(|other| other == unit));
    let activities = tandem_store::activities::of_customer(&app.db, customer, 30, 0).await?;
    Ok(UnitRecord {
        name: Some(own.map_or(whole.name.clone(), |row| row.name.clone())),
        industry: whole.industry,
        units: units.iter().map(|row| row.name.clone()).collect(),
        segment: whole.segment,
        region: whole.region,
        stakeholders: people_of(app, customer, unit).await?,
        promises: promises(app, unit).await?,
        arr: arr(&in_force),
        subscriptions: in_force
            .into_iter()
            .map(|row| Subscription {
                product: row.product.unwrap_or_default(),
                ends: row.end_date,
                derived: row.derived,
            })
            .collect(),
        proposals: Some(open.filter_map(|row| row.name).collect()),
        potential,
        activities: activities.into_iter().filter_map(|row| Some((row.date, row.subject?))).collect(),
        ..UnitRecord::default()
    })
}

/// The sum where all are in one currency.
fn arr(in_force: &[record::SubscriptionRow]) -> Option<Money> {
    let currency = in_force.first()?.currency.clone();
    let same = in_force.iter().all(|row| row.currency == currency);
    let sum = in_force.iter().map(|row| row.arr_minor).try_fold(0_i64, i64::checked_add)?;
    Some(Money::new(sum, currency.parse().ok()?)).filter(|_| same)
}

async fn people_of(app: &App, customer: i64, unit: i64) -> Result<Vec<Stakeholder>> {
    let known = stakeholders::known(app, customer, Some(unit)).await?.into_iter();
    Ok(known
        .map(|one| Stakeholder {
            roles: one.roles(),
            stance: one.stance(),
            style: one.style(),
            aim: one.aim(),
            last_seen: None,
            name: one.contact.name,
        })
        .collect())
}

/// What is owed to the unit, with its day.
async fn promises(app: &App, unit: i64) -> Result<Vec<String>> {
    let rows = tandem_store::commitments::of_units(&app.db, &[unit]).await?;
    let mut lines = Vec::new();
    for row in rows.iter().filter(|row| row.is_open) {
        let promise = saved::read::<Commitment>(&row.document)?.promise;
        let due = promise.due.map(|due| format!(" ({due})")).unwrap_or_default();
        lines.push(format!("{}{due}", promise.what));
    }
    Ok(lines)
}

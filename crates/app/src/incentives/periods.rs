//! The calculation of the open period, as often as wanted, and its closing. Running twice changes nothing; what becomes known later is posted into
//! the period that is open then.
use super::computed::{Computed, computed, ledger};
use super::facts::facts;
use super::names::Names;
use super::recorded::{Added, Recorded};
use super::{rows, verify};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use tandem_core::incentives::note::Why;
use tandem_core::incentives::{Note, Posting};
use tandem_core::languages::Words;
use tandem_core::subscriptions::Month;
use tandem_store::incentives::{self as store, EventRow, PeriodRow, RunRow};

/// What a run came to.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveRun)]
pub struct Ran {
    /// The period.
    pub period: String,
    /// Up to which day everything is posted.
    pub through: NaiveDate,
    /// Events that became known.
    pub events: usize,
    /// Of these, how many belong to a period that was closed.
    pub late: usize,
    /// Postings that were made.
    pub postings: usize,
    /// What paid nothing, and why.
    pub nothing_paid: Vec<NothingPaid>,
    /// Units that are left out because their currency has no rate.
    pub left_out: Vec<String>,
}

/// Why something paid nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NothingPaid {
    /// The reason, in both languages.
    #[schema(value_type = Object)]
    pub words: Words,
    /// How often.
    pub times: usize,
    /// The first event.
    pub event: String,
}

/// A run that is ready to be written.
struct Ready {
    added: Added,
    computed: Computed,
    /// How many of the postings are in the ledger already.
    before: usize,
    run: RunRow,
    ran: Ran,
}

/// Computes the open period up to today, or to its end.
pub async fn calculate(app: &App, actor: &Actor) -> Result<Ran> {
    actor.require(Permission::RunIncentives)?;
    run(app, actor, None).await
}

/// Computes a period for the last time and closes it: nothing is posted into it any more.
pub async fn close(app: &App, actor: &Actor, period: Month) -> Result<Ran> {
    actor.require(Permission::RunIncentives)?;
    run(app, actor, Some(period)).await
}

async fn run(app: &App, actor: &Actor, closing: Option<Month>) -> Result<Ran> {
    let recorded = Recorded::load(app).await?;
    let open = recorded.open_period().ok_or_else(|| {
        Error::Conflict("no plan has been approved, so nothing can be computed: approve one first".to_owned())
    })?;
    let today = app.clock.today();
    refuse_early(open, closing, today)?;
    let (runs, events) = (recorded.runs.len(), recorded.events.len());
    let before = recorded.clone();
    let ready = ready(app, actor, recorded, open, closing).await?;
    let Ready { added, computed, before: known, run, ran } = ready;
    let fresh: Vec<Posting> = computed.postings.get(known..).unwrap_or_default().to_vec();
    let (postings, entries) = rows::posting_rows(&fresh)?;
    let inputs = added.inputs(app.clock.now_us())?;
    let new_events = event_rows(app, actor, &added)?;
    let period = closing.map(|period| closed(app, actor, &before, period, &computed.postings)).transpose()?;
    let kind = if closing.is_some() { "incentives.closed" } else { "incentives.calculated" };
    let data =
        json!({"period": ran.period, "through": ran.through, "events": ran.events, "postings": ran.postings});
    let event = Event::new(app, actor, kind, "incentive_period", data);
    if closing.is_none() && fresh.is_empty() && new_events.is_empty() && inputs.is_empty() {
        return Ok(ran);
    }
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::unchanged(tx, runs, events).await?;
            store::add_events(tx, &new_events).await?;
            store::add_inputs(tx, &inputs).await?;
            store::add_postings(tx, &postings, &entries).await?;
            store::add_run(tx, &run).await?;
            if let Some(period) = &period {
                store::close(tx, period).await?;
            }
            event.append(tx, None).await
        })
    });
    written.await?;
    Ok(ran)
}

fn refuse_early(open: Month, closing: Option<Month>, today: NaiveDate) -> Result<()> {
    if open.first_day() > today {
        return Err(Error::Conflict(format!(
            "the next period is {open}, which has not begun: there is nothing to compute yet"
        )));
    }
    match closing {
        Some(period) if period != open => Err(Error::Conflict(format!(
            "{period} cannot be closed: periods are closed one after the other, and {open} is open now"
        ))),
        Some(period) if period.last_day() >= today => Err(Error::Conflict(format!(
            "{period} is not over: it can be closed from {} on",
            period.plus(1).first_day()
        ))),
        _ => Ok(()),
    }
}

async fn ready(
    app: &App,
    actor: &Actor,
    recorded: Recorded,
    open: Month,
    closing: Option<Month>,
) -> Result<Ready> {
    let facts = facts(app, &recorded.plans).await?;
    let through = app.clock.today().min(open.last_day());
    let calendar = if closing.is_some() { through } else { through.pred_opt().unwrap_or(through) };
    let added = recorded.added(&facts, through);
    let recorded = Arc::new(recorded.with(&added));
    let computed = computed(recorded, through, calendar).await?;
    let before = agreeing(&ledger(app).await?, &computed.postings)?;
    let names = Names::load(app).await?;
    let first_new = computed.postings.len() - before;
    let since: std::collections::BTreeSet<&str> =
        added.events.iter().map(|event| event.id.as_str()).collect();
    let notes = computed.notes.iter().filter(|note| since.contains(&*note.event));
    let nothing_paid = counted(notes, &names);
    let ran = Ran {
        period: open.to_string(),
        through,
        events: added.events.len(),
        late: added.events.iter().filter(|event| Month::of(event.date) < Month::of(event.posted)).count(),
        postings: first_new,
        left_out: facts.left_out,
        nothing_paid,
    };
    let notes =
        serde_json::to_string(&ran.nothing_paid).map_err(|error| Error::Conflict(error.to_string()))?;
    let run = RunRow {
        period: open.to_string(),
        through,
        is_close: closing.is_some(),
        events: ran.events as i64,
        postings: first_new as i64,
        notes,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    Ok(Ready { added, computed, before, run, ran })
}

/// How many postings the ledger holds, all of which a fresh calculation must make again first.
fn agreeing(ledger: &[Posting], fresh: &[Posting]) -> Result<usize> {
    match ledger.iter().zip(fresh).find(|(one, other)| one != other) {
        None if ledger.len() <= fresh.len() => Ok(ledger.len()),
        other => {
            let place = other.map_or_else(|| "its end".to_owned(), |(one, _)| format!("posting {}", one.id));
            Err(Error::Conflict(format!(
                "the ledger differs from a fresh calculation at {place}, so nothing was posted: run `tandem verify`"
            )))
        }
    }
}

/// Reasons for nothing, each with how often and where first.
pub fn counted<'n>(notes: impl Iterator<Item = &'n Note>, names: &Names) -> Vec<NothingPaid> {
    let mut by_why: BTreeMap<&Why, (usize, &Note)> = BTreeMap::new();
    for note in notes.filter(|note| note.why != Why::NothingClawedBack) {
        by_why.entry(&note.why).or_insert((0, note)).0 += 1;
    }
    let told = |(why, (times, note)): (&Why, (usize, &Note))| NothingPaid {
        words: why.words(),
        times,
        event: names.event(&note.event).en.into_owned(),
    };
    by_why.into_iter().map(told).collect()
}

fn event_rows(app: &App, actor: &Actor, added: &Added) -> Result<Vec<EventRow>> {
    let row = |event| rows::event_row(event, rows::Source::Record, &actor.name, app.clock.now_us());
    added.events.iter().map(row).collect()
}

fn closed(
    app: &App,
    actor: &Actor,
    before: &Recorded,
    period: Month,
    postings: &[Posting],
) -> Result<PeriodRow> {
    let digest = before.periods.last().map_or("", |row| row.digest.as_str());
    let own: Vec<&Posting> = postings.iter().filter(|posting| posting.period == period).collect();
    Ok(PeriodRow {
        period: period.to_string(),
        postings: own.len() as i64,
        digest: verify::digest(digest, own.into_iter())?,
        by_name: actor.name.clone(),
        closed_us: app.clock.now_us(),
    })
}

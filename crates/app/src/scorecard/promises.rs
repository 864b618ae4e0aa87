//! What the plan that was decided for let expect: its simulated lives from the book of the day of the split on, kept as they were played.
use crate::designs::{self, record_on};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tandem_engines::scorecard::Promise;
use tandem_engines::scorecard::promise::Movements;
use tandem_engines::simulate::{Opening, Scenario, parse, seeds, simulate_from};
use tandem_store::promises::{self as store, PromiseRow};

/// A decision.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPromise {
    /// The scenario that was decided for, and the day from which the roles were split; absent: the plan that counts, as it was decided for.
    pub scenario: Option<(i64, NaiveDate)>,
    /// Cost that the inside channel shall save, as a share of it, and recurring revenue a year that it may lose, as a share.
    pub inside: Option<(f64, f64)>,
}

/// The decision that holds.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Promise)]
pub struct PromiseView {
    /// The day from which the roles were split.
    pub split: NaiveDate,
    /// What the scenario was called.
    pub scenario: String,
    /// Simulated lives that the bands are made of.
    pub lives: usize,
    /// Months that they last.
    pub months: usize,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Lives that are played.
const LIVES: usize = 40;
/// At least two years are played, so that a year after the split has a promise.
const WEEKS: std::ops::RangeInclusive<i32> = 104..=260;
const YEARS_PAST_MAX: i64 = 5;

/// A month as it is kept: won, start, lost, end, cost, profit.
#[derive(Serialize, Deserialize)]
struct Kept(Vec<Vec<[f64; 6]>>);

/// Plays the scenario that was decided for and keeps what it lets expect. What was promised before is kept, too, but holds no longer.
pub async fn promise(app: &App, actor: &Actor, new: NewPromise) -> Result<()> {
    actor.require(Permission::PromiseSplit)?;
    let share = |share: f64| (0.0..=1.0).contains(&share);
    if new.inside.is_some_and(|(saving, loss)| !share(saving) || !share(loss)) {
        return Err(Error::Invalid("saving and loss are shares from 0 to 1".to_owned()));
    }
    let Some((scenario, split)) = new.scenario else { return keep_decided(app, actor, new.inside).await };
    possible(app, split)?;
    let row = tandem_store::designs::scenario(&app.db, scenario).await?.ok_or(Error::NotFound("scenario"))?;
    let opening = Box::pin(record_on(app, split)).await?.book;
    keep(app, actor, (row.name, row.document), (split, opening), new.inside).await
}

fn possible(app: &App, split: NaiveDate) -> Result<()> {
    let today = app.clock.today();
    if split > today || (today - split).num_days() > 366 * YEARS_PAST_MAX {
        return Err(Error::Invalid(format!(
            "{split} cannot be the day of the split: give today, or a day of the last five years"
        )));
    }
    Ok(())
}

/// The plan that was decided for, where it counts from today or a day before.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct DecidedPlan {
    /// What the decision called it.
    pub name: String,
    /// The day from which it counts.
    pub from: NaiveDate,
}

/// The plan that counts, where it is not the promise that is held already.
pub(super) async fn decided(app: &App, held: Option<&PromiseRow>) -> Result<Option<DecidedPlan>> {
    let plans = designs::list(app, &Actor::operator()).await?.plans;
    let plan = plans.into_iter().find(|plan| plan.counts && possible(app, plan.from).is_ok());
    let plan = plan.map(|plan| DecidedPlan { name: plan.name, from: plan.from });
    let is_held =
        |plan: &DecidedPlan| held.is_some_and(|row| row.scenario == plan.name && row.split_date == plan.from);
    Ok(plan.filter(|plan| !is_held(plan)))
}

/// Keeps what the plan that counts lets expect, from the book that it was decided on.
async fn keep_decided(app: &App, actor: &Actor, inside: Option<(f64, f64)>) -> Result<()> {
    let none = || Error::Conflict("no plan counts yet: decide for one first, or name a scenario".to_owned());
    let decided = decided(app, None).await?.ok_or_else(none)?;
    let plan = designs::in_force(app).await?.ok_or_else(none)?;
    let document =
        serde_json::to_string(&plan.scenario.changed()).map_err(|error| Error::Invalid(error.to_string()))?;
    let opening = match plan.book {
        Some(book) => book,
        None => Box::pin(record_on(app, decided.from)).await?.book,
    };
    keep(app, actor, (decided.name, document), (decided.from, opening), inside).await
}

/// Plays a scenario from the book of a day and keeps what it lets expect: its name, and as it is written.
pub(crate) async fn keep(
    app: &App,
    actor: &Actor,
    (name, document): (String, String),
    (split, opening): (NaiveDate, Opening),
    inside: Option<(f64, f64)>,
) -> Result<()> {
    let scenario = scenario(&document)?;
    if opening.customers.is_empty() {
        return Err(Error::Conflict(format!("nobody bought on {split}: give a later day")));
    }
    let work = tokio::task::spawn_blocking(move || {
        let fitted = opening.fitted(&scenario);
        let play = |seed| simulate_from(&fitted, &opening, seed);
        let runs: Vec<_> = seeds(1, LIVES).into_iter().map(play).collect();
        Promise::of(&fitted, &runs)
    });
    let promise = work.await.map_err(|error| Error::Conflict(format!("the plan was not played: {error}")))?;
    let data = json!({"scenario": name, "split": split});
    let row = PromiseRow {
        id: 0,
        split_date: split,
        scenario: name,
        document,
        lives: serde_json::to_string(&kept(&promise)).map_err(|error| Error::Invalid(error.to_string()))?,
        inside_saving: inside.map(|inside| inside.0),
        inside_loss: inside.map(|inside| inside.1),
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let event = Event::new(app, actor, "promise.made", "promise", data);
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::insert(tx, &row).await?;
            event.append(tx, id).await
        })
    });
    Ok(written.await?)
}

/// The plan from its first week on, for as long as is looked at.
pub(super) fn scenario(document: &str) -> Result<Scenario> {
    let read = parse(document).map_err(|refusals| {
        let all: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        Error::Invalid(all.join("; "))
    })?;
    let weeks = read.weeks.clamp(*WEEKS.start(), *WEEKS.end());
    Ok(Scenario { split_week: 0, weeks, ..read })
}

fn kept(promise: &Promise) -> Kept {
    let cents = |value: f64| (value * 100.0).round() / 100.0;
    let month = |of: &Movements| [of.won, of.start, of.lost, of.end, of.cost, of.profit].map(cents);
    Kept(promise.lives.iter().map(|life| life.iter().map(month).collect()).collect())
}

/// The decision that holds, as it was played.
pub(super) async fn held(app: &App) -> Result<Option<(PromiseRow, Promise)>> {
    let Some(row) = store::latest(&app.db).await? else { return Ok(None) };
    let Kept(lives) = serde_json::from_str(&row.lives)
        .map_err(|error| Error::Conflict(format!("what was promised cannot be read: {error}")))?;
    let month =
        |[won, start, lost, end, cost, profit]: [f64; 6]| Movements { won, start, lost, end, cost, profit };
    let lives = lives.into_iter().map(|life| life.into_iter().map(month).collect()).collect();
    Ok(Some((row, Promise { lives })))
}

/// The decision as it is shown.
pub(super) fn shown(row: &PromiseRow, promise: &Promise) -> PromiseView {
    PromiseView {
        split: row.split_date,
        scenario: row.scenario.clone(),
        lives: promise.lives.len(),
        months: promise.lives.iter().map(Vec::len).min().unwrap_or(0),
        by: row.by_name.clone(),
        at: DateTime::from_timestamp_micros(row.at_us).unwrap_or_default(),
    }
}

//! The scorecard as it is seen.
use super::promises::{self, DecidedPlan, PromiseView};
use super::{
    ChannelView, HandedOverView, PairsView, WarningCount, WarningView, inside, months, pairs, units, warnings,
};
use crate::handoffs::{self, OutcomeTally};
use crate::interventions::Sentence;
use crate::visibility::Scope;
use crate::{Actor, App, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use tandem_core::subscriptions::Month;
use tandem_engines::scorecard::promise::{Line, Measure, Movements, Promise, Standing, lines, measured};
use tandem_engines::simulate::Scenario;
use tandem_store::promises::PromiseRow;

/// One month of a line's picture, counted from the split on.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScorecardMonth)]
pub struct MonthView {
    /// The month.
    pub month: String,
    /// What came, until its end.
    pub actual: Option<f64>,
    /// One life in ten is below.
    pub low: Option<f64>,
    /// The middle of what was promised.
    pub middle: Option<f64>,
    /// One life in ten is above.
    pub high: Option<f64>,
}

/// One line of the scorecard.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScorecardLine)]
pub struct LineView {
    /// acquisition, retention, growth, cost or profit.
    pub measure: &'static str,
    /// ahead, as_promised, behind or not_known.
    pub standing: &'static str,
    /// What came.
    pub actual: Option<f64>,
    /// The middle of what was promised.
    pub promised: Option<f64>,
    /// One life in ten is below.
    pub low: Option<f64>,
    /// One life in ten is above.
    pub high: Option<f64>,
    /// The same over the same months a year before the split.
    pub before: Option<f64>,
    /// What that means.
    pub told: Sentence,
    /// Month by month since the split.
    pub months: Vec<MonthView>,
}

/// A scenario that could have been decided for.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScorecardScenario)]
pub struct ScenarioChoice {
    /// The id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// The scorecard.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Scorecard)]
pub struct ScorecardView {
    /// Nothing later was looked at.
    pub as_of: NaiveDate,
    /// everything or team: whose names are shown.
    pub scope: &'static str,
    /// The currency of amounts.
    pub currency: String,
    /// The decision that holds; absent: nobody has said yet what was promised.
    pub promise: Option<PromiseView>,
    /// Whole months since the split.
    pub months: usize,
    /// The first of them.
    pub from: Option<String>,
    /// The last of them.
    pub to: Option<String>,
    /// The five lines; empty before the first month is over.
    pub lines: Vec<LineView>,
    /// Units that passed on beside units alike.
    pub handed_over: Vec<HandedOverView>,
    /// What became of units 90, 180 and 365 days after their handoff.
    pub outcomes: Vec<OutcomeTally>,
    /// How pairs work together.
    pub pairs: Option<PairsView>,
    /// The inside channel; absent where nothing was promised of it, or nobody was moved.
    pub inside: Option<ChannelView>,
    /// What needs somebody now, most pressing first.
    pub warnings: Vec<WarningView>,
    /// How many there are of each kind.
    pub warning_counts: Vec<WarningCount>,
    /// Scenarios that could have been decided for.
    pub scenarios: Vec<ScenarioChoice>,
    /// The plan that counts under Decide, where it is not the promise yet.
    pub decided: Option<DecidedPlan>,
    /// Whether the reader may say which was.
    pub may_promise: bool,
}

/// The scorecard as of today.
pub async fn view(app: &App, actor: &Actor) -> Result<ScorecardView> {
    actor.require_to_see(Permission::SeeScorecard)?;
    let made = Box::pin(app.remembered(actor, "scorecard".to_owned(), Box::pin(make(app, actor)))).await?;
    let may_promise = actor.writes && actor.role.may(Permission::PromiseSplit);
    Ok(ScorecardView { may_promise, ..ScorecardView::clone(&made) })
}

async fn make(app: &App, actor: &Actor) -> Result<ScorecardView> {
    let today = app.clock.today();
    let people = handoffs::people::all(app).await?;
    let led = match Scope::of(actor) {
        Scope::Everything => None,
        Scope::Team | Scope::Own => Some(crate::visibility::sellers(app, actor).await?),
    };
    let (warnings, warning_counts) = Box::pin(warnings::warnings(app, &people, led.as_ref())).await?;
    let scenarios = tandem_store::designs::scenarios(&app.db).await?;
    let mut view = ScorecardView {
        as_of: today,
        scope: Scope::of(actor).text(),
        currency: crate::settings::load(app).await?.company.currency.to_string(),
        promise: None,
        months: 0,
        from: None,
        to: None,
        lines: Vec::new(),
        handed_over: Vec::new(),
        outcomes: Box::pin(handoffs::report(app, actor)).await?.outcomes,
        pairs: None,
        inside: None,
        warnings,
        warning_counts,
        scenarios: scenarios
            .into_iter()
            .map(|row| ScenarioChoice { id: row.id.to_string(), name: row.name })
            .collect(),
        decided: None,
        may_promise: false,
    };
    let held = promises::held(app).await?;
    view.decided = Box::pin(promises::decided(app, held.as_ref().map(|(row, _)| row))).await?;
    let Some((row, promise)) = held else { return Ok(view) };
    view.promise = Some(promises::shown(&row, &promise));
    view.pairs = Some(Box::pin(pairs::since(app, row.split_date, &people, led.as_ref())).await?);
    Box::pin(since(app, &row, &promise, &mut view)).await?;
    Ok(view)
}

/// What is known of the whole months since the split.
async fn since(app: &App, row: &PromiseRow, promise: &Promise, view: &mut ScorecardView) -> Result<()> {
    let (first, last) = whole(row.split_date, app.clock.today());
    view.handed_over = Box::pin(units::since(app, row.split_date, last)).await?;
    let plan = promises::scenario(&row.document)?;
    view.inside = Box::pin(inside::channel(app, row, &plan, last)).await?;
    if first > last {
        return Ok(());
    }
    let costs = Box::pin(months::Costs::load(app)).await?;
    let since = Box::pin(months::movements(app, &costs, first, last, &plan)).await?;
    let before = before(app, &costs, first, &plan, since.len()).await?;
    view.months = since.len();
    (view.from, view.to) = (Some(first.to_string()), Some(last.to_string()));
    view.lines =
        lines(promise, &since, &before).iter().map(|line| shown(line, promise, &since, first)).collect();
    Ok(())
}

/// The first whole month since a day, and the last that is over.
fn whole(split: NaiveDate, today: NaiveDate) -> (Month, Month) {
    let (from, this) = (Month::of(split), Month::of(today));
    let first = if from.first_day() == split { from } else { from.plus(1) };
    let last = if this.last_day() == today { this } else { this.plus(-1) };
    (first, last)
}

/// The same calendar months before the split: a year, or two, before.
async fn before(
    app: &App,
    costs: &months::Costs,
    first: Month,
    plan: &Scenario,
    months: usize,
) -> Result<Vec<Movements>> {
    let years = i32::try_from(months.div_ceil(12)).unwrap_or(1);
    let from = first.plus(-12 * years);
    let to = from.plus(i32::try_from(months).unwrap_or(1) - 1);
    let found = Box::pin(months::movements(app, costs, from, to, plan)).await?;
    // Before the first sale there is nothing to compare with.
    Ok(if found.iter().all(|month| month.start > 0.0) { found } else { Vec::new() })
}

fn shown(line: &Line, promise: &Promise, since: &[Movements], first: Month) -> LineView {
    LineView {
        measure: line.measure.text(),
        standing: match line.standing {
            Standing::Ahead => "ahead",
            Standing::AsPromised => "as_promised",
            Standing::Behind => "behind",
            Standing::NotKnown => "not_known",
        },
        actual: line.actual,
        promised: line.promised,
        low: line.low,
        high: line.high,
        before: line.before,
        told: Sentence::from(&line.told),
        months: (1..=since.len()).map(|count| month(line.measure, promise, since, first, count)).collect(),
    }
}

fn month(measure: Measure, promise: &Promise, since: &[Movements], first: Month, count: usize) -> MonthView {
    let band = promise.band(measure, count);
    MonthView {
        month: first.plus(i32::try_from(count).unwrap_or(1) - 1).to_string(),
        actual: since.get(..count).and_then(|months| measured(months, measure)),
        low: band.map(|band| band.0),
        middle: band.map(|band| band.1),
        high: band.map(|band| band.2),
    }
}

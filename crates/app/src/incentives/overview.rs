//! What there is: the plans in force, periods, and what the reader may do.
use super::look::{Look, look, seen};
use crate::sessions::Named;
use crate::{Actor, App, Permission, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tandem_core::incentives::in_force::on;
use tandem_core::money::{Currency, Money};
use tandem_core::subscriptions::Month;

/// A period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentivePeriod)]
pub struct PeriodView {
    /// Which.
    pub period: String,
    /// open or closed.
    pub state: &'static str,
    /// Postings in it.
    pub postings: usize,
    /// What all people together got in it, by currency, as decimal text.
    pub cost: Vec<String>,
    /// Who closed it.
    pub closed_by: Option<String>,
    /// When.
    pub closed_at: Option<DateTime<Utc>>,
}

/// What there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = Incentives)]
pub struct IncentivesView {
    /// Name and version of each plan in force today, by name.
    pub plans: Vec<String>,
    /// The period that is open; absent where no plan was approved.
    pub open: Option<String>,
    /// Up to which day everything is posted.
    pub through: Option<NaiveDate>,
    /// Whether the open period is over and can be closed.
    pub can_close: bool,
    /// Periods, the latest first; costs are told to those who see everything.
    pub periods: Vec<PeriodView>,
    /// The reader as a seller; absent where the reader does not sell.
    pub own: Option<Named>,
    /// Others whose statements the reader sees, by name.
    pub people: Vec<Named>,
    /// Whether the reader may compute and close periods.
    pub may_run: bool,
    /// Whether the reader may write plans.
    pub may_write: bool,
    /// Why nothing can be said of what is to come.
    pub trouble: Option<String>,
}

/// What there is, as far as the actor sees it.
pub async fn overview(app: &App, actor: &Actor) -> Result<IncentivesView> {
    let (look, seen) = (look(app).await?, seen(app, actor).await?);
    let today = app.clock.today();
    let named = |id: String| Named { name: look.names.person(&id), id };
    let own = actor.seller.map(|own| own.to_string());
    let others = look.people().into_iter().filter(|id| Some(id) != own.as_ref());
    let mut people: Vec<Named> =
        others.filter(|id| seen.as_ref().is_none_or(|seen| seen.contains(id))).map(named).collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    let in_force = on(&look.recorded.plans, today).into_iter();
    let open = look.recorded.open_period();
    let may = |permission| actor.writes && actor.role.may(permission);
    let everything = seen.is_none();
    Ok(IncentivesView {
        plans: in_force.map(|plan| format!("{} {}", plan.name, plan.version)).collect(),
        open: open.map(|open| open.to_string()),
        through: look.recorded.watermark(),
        can_close: open.is_some_and(|open| open.last_day() < today),
        periods: look.periods().into_iter().map(|period| of(&look, period, everything)).collect(),
        own: own.map(named),
        people,
        may_run: may(Permission::RunIncentives),
        may_write: may(Permission::WritePlans),
        trouble: look.trouble.clone(),
    })
}

fn of(look: &Look, period: Month, everything: bool) -> PeriodView {
    let own = || look.ledger.iter().filter(|posting| posting.period == period);
    let mut cost: std::collections::BTreeMap<Currency, i64> = std::collections::BTreeMap::new();
    for posting in own().filter(|_| everything) {
        for entry in posting.entries.iter().filter(|entry| entry.person.is_some()) {
            let sum = cost.entry(posting.currency).or_default();
            *sum = sum.saturating_add(entry.minor);
        }
    }
    let row = look.recorded.periods.iter().find(|row| row.period == period.to_string());
    PeriodView {
        period: period.to_string(),
        state: if row.is_some() { "closed" } else { "open" },
        postings: if everything { own().count() } else { 0 },
        cost: cost.into_iter().map(|(currency, minor)| Money::new(minor, currency).to_string()).collect(),
        closed_by: row.map(|row| row.by_name.clone()),
        closed_at: row.and_then(|row| DateTime::from_timestamp_micros(row.closed_us)),
    }
}

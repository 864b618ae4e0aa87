//! What waits for customers' payments: each event with its customer, what is open of it, and who gets how much when it is paid.
use super::super::computed::computed;
use super::super::names::Names;
use super::super::recorded::Recorded;
use crate::sessions::Named;
use crate::{Actor, App, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;
use tandem_core::incentives::calculate::Unpaid;
use tandem_core::languages::Words;

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveWaits)]
pub struct WaitsView {
    /// Who.
    pub person: Named,
    /// How much, as decimal text.
    pub amount: String,
    /// The currency of the plan.
    pub currency: String,
}

/// An event that waits for a payment.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveUnpaid)]
pub struct UnpaidView {
    /// The event: what a payment names in `of`.
    pub event: String,
    /// The id of the unit: what a payment names in `unit_id`.
    pub unit_id: String,
    /// The unit with its customer.
    pub unit: String,
    /// What happened, in both languages.
    #[schema(value_type = Object)]
    pub what: Words,
    /// When.
    pub date: NaiveDate,
    /// What the customer has not paid yet, as decimal text; absent: the event has no amount.
    pub open: Option<String>,
    /// The currency of it.
    pub currency: Option<String>,
    /// Who waits, by name.
    pub waits: Vec<WaitsView>,
}

/// Which of them are wanted.
#[derive(Clone, Debug)]
pub struct UnpaidQuery {
    /// Part of the unit's or customer's name, of the event or of a person.
    pub text: Option<String>,
    /// Where the page begins.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// All that waits, with every event that is kept, whether it has been posted or not.
pub async fn waiting(recorded: Arc<Recorded>) -> Result<Vec<Unpaid>> {
    let last = recorded.events.iter().map(|event| event.posted).max().max(recorded.watermark());
    let Some(last) = last else { return Ok(Vec::new()) };
    Ok(computed(recorded, last, last).await?.unpaid)
}

/// What waits for customers' payments, the oldest first, and how many there are in all.
pub async fn unpaid(app: &App, actor: &Actor, query: &UnpaidQuery) -> Result<(Vec<UnpaidView>, usize)> {
    actor.require_to_see(Permission::RunIncentives)?;
    let all = app.remembered(actor, "incentive payments".to_owned(), views(app)).await?;
    let text = query.text.as_deref().map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty());
    let fits = |one: &&UnpaidView| text.as_ref().is_none_or(|text| says(one, text));
    let found: Vec<&UnpaidView> = all.iter().filter(fits).collect();
    let page = found.iter().skip(query.offset).take(query.limit).map(|one| (*one).clone()).collect();
    Ok((page, found.len()))
}

async fn views(app: &App) -> Result<Vec<UnpaidView>> {
    let recorded = Arc::new(Recorded::load(app).await?);
    if recorded.plans.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::load(app).await?;
    Ok(waiting(recorded).await?.into_iter().map(|one| view(&names, &one)).collect())
}

fn view(names: &Names, one: &Unpaid) -> UnpaidView {
    let waits = one.waits.iter().map(|(person, amount)| WaitsView {
        person: Named { id: person.to_string(), name: names.person(person) },
        amount: amount.decimal_text(),
        currency: amount.currency.to_string(),
    });
    UnpaidView {
        event: one.event.to_string(),
        unit_id: one.unit.to_string(),
        unit: names.unit(&one.unit),
        what: names.event(&one.event),
        date: one.date,
        open: one.open.map(|open| open.decimal_text()),
        currency: one.open.map(|open| open.currency.to_string()),
        waits: waits.collect(),
    }
}

fn says(one: &UnpaidView, text: &str) -> bool {
    let has = |cell: &str| cell.to_lowercase().contains(text);
    has(&one.unit) || has(&one.event) || one.waits.iter().any(|waits| has(&waits.person.name))
}

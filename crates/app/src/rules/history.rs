//! What a document would have said over the last two years, month by month, beside the version in force and what happened.
use super::document::parsed;
use super::looked::{Looked, beside};
use super::versions;
use crate::{Actor, App, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use tandem_core::money::Currency;
use tandem_core::rules::Document;
use tandem_core::rules::effects::{Month, Sum, history as months_of};

/// One month.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = RulesMonth)]
pub struct MonthView {
    /// Its last day, or today.
    pub day: NaiveDate,
    /// Units to hand off that were not the month before.
    #[schema(value_type = super::try_out::UnitsAndArr)]
    pub newly: Sum,
    /// Units to hand off on that day.
    #[schema(value_type = super::try_out::UnitsAndArr)]
    pub hand_off: Sum,
    /// Units to ask about on that day.
    #[schema(value_type = super::try_out::UnitsAndArr)]
    pub ask: Sum,
    /// Units that passed to another role in that month, in the record.
    pub happened: u64,
    /// What today's version would have made `newly`; absent where none is in force.
    pub newly_in_force: Option<u64>,
}

/// The last two years.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = RulesHistory)]
pub struct HistoryView {
    /// The currency of ARR.
    #[schema(value_type = String)]
    pub currency: Currency,
    /// The earliest first.
    pub months: Vec<MonthView>,
}

/// Months that are looked back.
const MONTHS: i32 = 24;

/// Tries a document on the last 24 months of what the actor sees of the book. Whoever stops waiting stops the work.
pub async fn history(app: &App, actor: &Actor, text: &str) -> Result<HistoryView> {
    actor.require(Permission::TryRules)?;
    let document = parsed(text)?;
    let in_force = versions::in_force(app, app.clock.today()).await?;
    let documents: Vec<&Document> = std::iter::once(&document).chain(&in_force).collect();
    let looked = Looked::read(app, actor, &documents, true).await?;
    let (waiting, waits) = tokio::sync::oneshot::channel::<()>();
    let worked = beside(move || {
        let going_on = |_| !waiting.is_closed();
        let told = months_of(&document, looked.look(), MONTHS, going_on)?;
        let before = match &in_force {
            Some(in_force) => Some(months_of(in_force, looked.look(), MONTHS, going_on)?),
            None => None,
        };
        Some((told, before))
    })
    .await?;
    drop(waits);
    let (told, before) = worked.ok_or(crate::Error::Cancelled)?;
    let newly = |at: usize| before.as_ref().and_then(|before| before.get(at)).map(|month| month.newly.units);
    let months = told.into_iter().enumerate().map(|(at, month)| view(month, newly(at))).collect();
    Ok(HistoryView { currency: crate::settings::load(app).await?.company.currency, months })
}

fn view(month: Month, newly_in_force: Option<u64>) -> MonthView {
    MonthView {
        day: month.day,
        newly: month.newly,
        hand_off: month.hand_off,
        ask: month.ask,
        happened: month.happened,
        newly_in_force,
    }
}

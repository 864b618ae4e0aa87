//! The calculation over all that was recorded: the same for a period, an estimate, a trial and the check of the ledger.
use super::recorded::Recorded;
use super::rows;
use crate::rules::beside;
use crate::{App, Error, Result};
use chrono::NaiveDate;
use std::sync::Arc;
use tandem_core::incentives::calculate::{Outstanding, Unpaid};
use tandem_core::incentives::{Book, Calculator, Note, Output, Posting, Trouble};

/// What comes out.
#[derive(Clone, Debug, Default)]
pub struct Computed {
    /// All postings, in the order of the ledger.
    pub postings: Vec<Posting>,
    /// What paid nothing, and why.
    pub notes: Vec<Note>,
    /// What waits for a payment or a handoff.
    pub waiting: Vec<Outstanding>,
    /// Events with money that waits for a payment.
    pub unpaid: Vec<Unpaid>,
}

/// Computes every event that is posted up to and with `through`, and what the calendar brings about up to and with `calendar`, which is not
/// earlier than the day before.
///
/// # Errors
/// Where an event, or all together, cannot be computed.
pub fn compute(recorded: &Recorded, through: NaiveDate, calendar: NaiveDate) -> Result<Computed> {
    attempt(recorded, through, calendar)?.map_err(|trouble| Error::Conflict(trouble.to_string()))
}

/// The same, where the event that cannot be computed is told by its name.
///
/// # Errors
/// Where all together cannot be computed.
pub fn attempt(
    recorded: &Recorded,
    through: NaiveDate,
    calendar: NaiveDate,
) -> Result<std::result::Result<Computed, Trouble>> {
    let book = Book::new(recorded.plans.clone(), &recorded.posts(), recorded.handoffs())
        .map_err(|error| Error::Conflict(error.to_string()))?;
    Ok(over(recorded, book, through, calendar))
}

fn over(
    recorded: &Recorded,
    book: Book,
    through: NaiveDate,
    calendar: NaiveDate,
) -> std::result::Result<Computed, Trouble> {
    let about = recorded.events.iter().filter_map(|event| event.of.clone());
    let mut calculator = Calculator::new(book, about);
    let mut computed = Computed::default();
    let mut out = |output| match output {
        Output::Posting(posting) => computed.postings.push(posting),
        Output::Note(note) => computed.notes.push(note),
    };
    // The calendar runs from the first day of the first plan on, whether or not something happens.
    if let Some(before) = recorded.first_day().and_then(|day| day.pred_opt()) {
        calculator.finish(before, &mut out)?;
    }
    for event in recorded.events.iter().filter(|event| event.posted <= through) {
        calculator.take(event, &mut out)?;
    }
    calculator.finish(calendar, &mut out)?;
    computed.waiting = calculator.outstanding();
    computed.unpaid = calculator.unpaid();
    Ok(computed)
}

/// The same beside the server's own work.
pub async fn computed(recorded: Arc<Recorded>, through: NaiveDate, calendar: NaiveDate) -> Result<Computed> {
    beside(move || compute(&recorded, through, calendar)).await?
}

/// The postings of the ledger.
pub async fn ledger(app: &App) -> Result<Vec<Posting>> {
    let rows = tandem_store::incentives::postings(&app.db).await?;
    let entries = tandem_store::incentives::entries(&app.db).await?;
    rows::postings(&rows, &entries)
}

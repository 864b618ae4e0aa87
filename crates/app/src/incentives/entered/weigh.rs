//! Rows against all that is known: what cannot be named, matched or computed is refused with its place, and the rest is computed as if it were
//! kept. Whatever cannot be computed is refused here and not in the night of the next run.
use super::super::computed::{Computed, attempt};
use super::super::recorded::Recorded;
use super::known::Known;
use super::read::{Read, Row, read};
use super::unpaid::waiting;
use crate::rules::beside;
use crate::{App, Error, Result};
use std::sync::Arc;
use tandem_core::incentives::Event;
use tandem_core::incentives::calculate::Reason;

/// How often it is computed again without the row that could not be.
const ATTEMPTS: usize = 20;

/// Rows with what comes of them.
pub struct Weighed {
    /// The rows that fit, and what is refused.
    pub read: Read,
    /// What comes out with the rows that fit; nothing where there is none.
    pub computed: Computed,
    /// Runs so far.
    pub runs: usize,
    /// Events so far.
    pub events: usize,
}

/// Looks at a text without keeping anything of it.
pub async fn weigh(app: &App, text: &str) -> Result<Weighed> {
    let recorded = Arc::new(Recorded::load(app).await?);
    let Some(open) = recorded.open_day() else {
        return Err(Error::Conflict(
            "no plan has been approved, so nothing can be computed: approve one first".to_owned(),
        ));
    };
    let mut read = read(text)?;
    let unpaid = waiting(recorded.clone()).await?;
    let mut known = Known::load(app, &recorded, &unpaid).await?;
    for row in std::mem::take(&mut read.rows) {
        match known.fitting(row.event.clone()) {
            Ok(event) => {
                let event = Event { posted: event.date.max(open), ..event };
                read.rows.push(Row { event, ..row });
            }
            Err((column, reason)) => read.refuse(&row, column, reason),
        }
    }
    let (runs, events) = (recorded.runs.len(), recorded.events.len());
    let (mut read, computed) = beside(move || tried(&recorded, read)).await??;
    read.refused.sort_by_key(|one| one.line);
    Ok(Weighed { read, computed, runs, events })
}

/// Computes with the rows, without those that cannot be computed.
fn tried(recorded: &Recorded, mut read: Read) -> Result<(Read, Computed)> {
    for _ in 0..ATTEMPTS {
        if read.rows.is_empty() {
            break;
        }
        let mut all = recorded.clone();
        all.events.extend(read.rows.iter().map(|row| row.event.clone()));
        all.events.sort_by_key(|event| event.posted);
        let Some(last) = all.events.last().map(|event| event.posted) else { break };
        let trouble = match attempt(&all, last, last)? {
            Ok(computed) => return Ok((read, computed)),
            Err(trouble) => trouble,
        };
        let Some(at) = read.rows.iter().position(|row| row.event.id == trouble.event) else {
            return Err(Error::Conflict(trouble.to_string()));
        };
        let row = read.rows.remove(at);
        read.refuse(&row, Some(column(&trouble.reason)), trouble.reason.to_string());
    }
    Ok((read, Computed::default()))
}

/// Where what is wrong with an event stands in its row.
fn column(reason: &Reason) -> &'static str {
    match reason {
        Reason::Order { .. } | Reason::PostedBefore { .. } => "date",
        Reason::Twice => "event_id",
        Reason::NoAmount | Reason::Sign(_) | Reason::TooMuch { .. } | Reason::Money(_) => "amount",
        Reason::NoOriginal | Reason::UnknownOriginal(_) => "of",
        Reason::OtherCurrency { .. } | Reason::NoRate { .. } => "currency",
        Reason::Credits | Reason::NoPlan(..) => "credits",
    }
}

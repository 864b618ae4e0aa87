//! Events that the record does not hold, brought in by people as rows of a file: payments, refunds, corrections, adjustments by agreement. All of
//! them fit, or none is kept; what they would bring about is shown before.
mod known;
mod preview;
mod read;
mod unpaid;
mod weigh;

pub use preview::{EnteredPreview, EnteredRow, preview};
pub use read::Refused;
pub use unpaid::{UnpaidQuery, UnpaidView, unpaid};

use super::rows;
use crate::events::Event as Told;
use crate::{Actor, App, Error, Permission, Result};
use serde_json::json;
use tandem_store::incentives as store;
use weigh::{Weighed, weigh};

/// Most problems that are named in a sentence.
const PROBLEMS_SHOWN: usize = 20;

/// Brings events in; returns how many.
pub async fn enter(app: &App, actor: &Actor, text: &str) -> Result<usize> {
    actor.require(Permission::RunIncentives)?;
    let Weighed { read, runs, events: before, .. } = weigh(app, text).await?;
    refuse(&read.refused)?;
    if read.rows.is_empty() {
        return Err(Error::Invalid(
            "there is no event in it: write one row for each under the header".to_owned(),
        ));
    }
    let count = read.rows.len();
    let new: Vec<_> = read
        .rows
        .iter()
        .map(|row| rows::event_row(&row.event, rows::Source::Entered, &actor.name, app.clock.now_us()))
        .collect::<Result<_>>()?;
    let told = Told::new(app, actor, "incentive_events.entered", "incentive_event", json!({"events": count}));
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            store::unchanged(tx, runs, before).await?;
            store::add_events(tx, &new).await?;
            told.append(tx, None).await
        })
    });
    kept.await?;
    Ok(count)
}

fn refuse(refused: &[Refused]) -> Result<()> {
    if refused.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = refused.iter().take(PROBLEMS_SHOWN).map(ToString::to_string).collect();
    let more = refused.len().saturating_sub(PROBLEMS_SHOWN);
    let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
    Err(Error::Invalid(format!("nothing was kept: {}{rest}", shown.join("; "))))
}

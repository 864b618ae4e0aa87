//! Documents of core in rows of the store, and back.
use crate::{Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tandem_core::briefs::Brief;
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::steps::Step;
use tandem_store::handoffs::{HandoffRow, StepRow};

/// A document as text.
pub fn text(document: &impl Serialize) -> Result<String> {
    serde_json::to_string(document).map_err(|error| Error::Conflict(format!("it cannot be kept: {error}")))
}

/// A document as it was kept.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text)
        .map_err(|error| Error::Conflict(format!("what was kept cannot be read any more: {error}")))
}

/// The row of a handoff.
pub fn row(handoff: &Handoff) -> Result<HandoffRow> {
    Ok(HandoffRow {
        id: handoff.proposal.id.0,
        unit_id: handoff.proposal.unit.0,
        giver_id: handoff.proposal.giver.0,
        receiver_id: handoff.receiver.map(|receiver| receiver.0),
        state: handoff.state.text().to_owned(),
        is_open: !handoff.state.is_final(),
        transfer_date: handoff.transferred_on.or(handoff.dates.map(|dates| dates.transfer)),
        version: version(handoff.version),
        document: text(handoff)?,
        proposed_us: handoff.proposal.at.timestamp_micros(),
    })
}

/// The rows of steps, in their order.
pub fn step_rows(handoff: i64, steps: &[Step]) -> Result<Vec<StepRow>> {
    (0..).zip(steps).map(|(seq, step)| step_row(handoff, seq, step)).collect()
}

/// The row of one step.
pub fn step_row(handoff: i64, seq: i64, step: &Step) -> Result<StepRow> {
    Ok(StepRow {
        handoff_id: handoff,
        seq,
        step: step.id.clone(),
        person_id: step.person.map(|person| person.0),
        due_date: step.due,
        is_over: step.is_over(),
        version: version(step.version),
        document: text(step)?,
    })
}

/// A version as the store counts it.
pub fn version(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

/// The brief of a handoff; an empty one where none was kept.
pub async fn brief(app: &crate::App, handoff: &Handoff) -> Result<Brief> {
    match tandem_store::handoffs::brief(&app.db, handoff.proposal.id.0).await? {
        Some(text) => read(&text),
        None => Ok(Brief::new(handoff.proposal.id, false)),
    }
}

/// The steps of a handoff.
pub async fn steps(app: &crate::App, handoff: i64) -> Result<Vec<Step>> {
    let rows = tandem_store::handoffs::steps(&app.db, handoff).await?;
    rows.iter().map(|row| read(&row.document)).collect()
}

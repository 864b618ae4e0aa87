//! Acts with a step.
use super::party::seen_for_work;
use super::{Done, saved};
use crate::events::Event;
use crate::{Actor, App, Error, Result};
use serde_json::json;
use tandem_core::handoffs::acts::Party;
use tandem_core::handoffs::steps::{StepAct, StepOutcome, StepRequest};
use tandem_store::handoffs as store;

/// Does an act with a step. `version` is the one that the person saw; absent where it does not matter.
pub async fn act_on_step(
    app: &App,
    actor: &Actor,
    id: i64,
    step: &str,
    act: StepAct,
    version: Option<u64>,
) -> Result<Done> {
    let seen = seen_for_work(app, actor, id).await?;
    let managers = [Party::GivingManager, Party::ReceivingManager];
    let by = seen.by(actor, &managers).or_else(|_| seen.by(actor, Party::ALL))?;
    let rows = store::steps(&app.db, id).await?;
    let row = rows.into_iter().find(|row| row.step == step).ok_or(Error::NotFound("step"))?;
    let before: tandem_core::handoffs::steps::Step = saved::read(&row.document)?;
    let request = StepRequest {
        act: &act,
        by,
        at: chrono::DateTime::from_timestamp_micros(app.clock.now_us()).unwrap_or_default(),
        day: app.clock.today(),
        version,
    };
    let outcome = before.apply(&request).map_err(|refused| Error::Refused(refused.words()))?;
    let after = match outcome {
        StepOutcome::AlreadyDone(record) => {
            return Ok(Done { version: record.version, already_done: true });
        }
        StepOutcome::Applied(after) => *after,
    };
    let (version, next) = (after.version, saved::step_row(id, row.seq, &after)?);
    let event = Event::new(app, actor, "handoff.step", "handoff", json!({"step": after.id, "act": act}));
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::save_step(tx, &next).await?;
            event.append(tx, id).await
        })
    });
    written.await?;
    Ok(Done { version, already_done: false })
}

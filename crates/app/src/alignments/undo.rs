//! Taking an adoption back before its day: pairs and first owners of that day go, handoffs that it proposed are called off, and it is a draft again. Where
//! one of them has been transferred already, that has to be taken back first.
use super::{found, overtaken, reasoned};
use crate::events::Event;
use crate::handoffs::saved;
use crate::{Actor, App, Error, Permission, Result};
use chrono::DateTime;
use serde_json::json;
use tandem_core::handoffs::acts::{Act, Actor as By, Party};
use tandem_core::handoffs::{Handoff, Outcome, Request};
use tandem_core::ids::UserId;
use tandem_core::languages::Words;
use tandem_store::handoffs::HandoffRow;
use tandem_store::{alignments as store, handoffs as handoff_store, ownership};

/// Takes it back; returns how many handoffs were called off.
pub async fn undo(app: &App, actor: &Actor, id: i64, version: i64, reason: &str) -> Result<usize> {
    actor.require(Permission::Align)?;
    let reason = reasoned(reason)?;
    let row = found(app, id).await?;
    let (Some(effective), Some(key)) = (row.effective, row.proposal.clone()) else {
        return Err(Error::Refused(Words::fixed(
            "Nobody has adopted this alignment, so there is nothing to take back.",
            "此區域配置尚未採用，無可撤回。",
        )));
    };
    if effective <= app.clock.today() {
        return Err(Error::Refused(Words::fixed(
            "Its first day has come: what should be otherwise is another alignment.",
            "已到生效日：如需調整，請建立新的區域配置。",
        )));
    }
    let cancelled = cancelled(app, actor, id, &reason).await?;
    let opened = super::opened(app, id, &key).await?;
    let units = opened.input.units.iter().zip(&opened.solved.units);
    let given: Vec<(i64, i64)> = units
        .filter(|(unit, _)| unit.owner.is_none())
        .map(|(unit, to)| (unit.id, opened.input.sellers[*to as usize].id))
        .collect();
    let count = cancelled.len();
    let event = Event::new(
        app,
        actor,
        "alignment.withdrawn",
        "alignment",
        json!({"reason": reason, "handoffs": count}),
    );
    let done = app.db.write(move |tx| {
        Box::pin(async move {
            if !store::withdraw(tx, id, version).await? {
                return Ok(false);
            }
            store::unpair(tx, id, effective).await?;
            for (unit, seller) in given {
                ownership::take_back(tx, unit, seller, effective).await?;
            }
            for row in &cancelled {
                handoff_store::save(tx, row).await?;
            }
            event.append(tx, id).await?;
            Ok(true)
        })
    });
    if done.await? { Ok(count) } else { Err(overtaken()) }
}

/// The handoffs of the alignment, called off.
async fn cancelled(app: &App, actor: &Actor, id: i64, reason: &str) -> Result<Vec<HandoffRow>> {
    let act = Act::Cancel { reason: reason.to_owned() };
    let mut rows = Vec::new();
    let mut transferred = 0;
    for handoff in store::handoffs_of(&app.db, id).await? {
        let Some(row) = handoff_store::get(&app.db, handoff).await? else { continue };
        match row.state.as_str() {
            "transferred" | "settled" => transferred += 1,
            "declined" | "cancelled" => {}
            _ => {
                let handoff: Handoff = saved::read(&row.document)?;
                let request = Request {
                    act: &act,
                    by: By { user: actor.user.map(UserId), party: Party::Operations },
                    at: DateTime::from_timestamp_micros(app.clock.now_us()).unwrap_or_default(),
                    day: app.clock.today(),
                    version: None,
                    gates: None,
                    carried: None,
                };
                match handoff.apply(&request).map_err(|refused| Error::Refused(refused.words()))? {
                    Outcome::Applied { handoff, .. } => rows.push(saved::row(&handoff)?),
                    Outcome::AlreadyDone(_) => {}
                }
            }
        }
    }
    if transferred > 0 {
        return Err(Error::Refused(Words::new(
            format!("{transferred} of its handoffs have been transferred already: take those back first."),
            format!("其中 {transferred} 件交接已移轉：請先將其收回。"),
        )));
    }
    Ok(rows)
}

//! Solving: what is asked is kept as it is now, and any node takes it from here.
use super::record::record;
use super::show::nobody_keeps;
use super::{draft, read, text};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use serde_json::json;
use tandem_core::alignments::{Input, LockError, Setup, assemble};
use tandem_core::languages::Words;
use tandem_engines::align::company::Emphasis;
use tandem_store::alignments as store;

/// Starts it.
pub async fn start(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::Align)?;
    let row = draft(app, id).await?;
    let setup: Setup = read(&row.setup)?;
    let input = assembled(app, &setup).await?;
    if input.units.is_empty() {
        return Err(Error::Refused(Words::fixed(
            "There is no unit with recurring revenue to align: import subscriptions first, or choose all units.",
            "沒有可配置的業務單位：請先匯入訂閱資料，或改選全部單位。",
        )));
    }
    input.check(&setup.locks, &setup.pairs).map_err(impossible)?;
    let (input, setup, by, now) = (text(&input)?, row.setup, actor.name.clone(), app.clock.now_us());
    let event = Event::new(app, actor, "alignment.started", "alignment", json!({"name": row.name}));
    let begun = app.db.write(move |tx| {
        Box::pin(async move {
            let emphases = Emphasis::ALL.map(Emphasis::text);
            store::begin(tx, id, (&input, &setup), &emphases, (&by, now)).await?;
            event.append(tx, id).await
        })
    });
    begun.await?;
    app.alignments.notify_one();
    Ok(())
}

/// What is to be aligned now.
pub(super) async fn assembled(app: &App, setup: &Setup) -> Result<Input> {
    assemble(&*record(app).await?, setup).map_err(|_| Error::Refused(nobody_keeps()))
}

/// Why a lock cannot be.
pub(super) fn impossible(error: LockError) -> Error {
    Error::Refused(match error {
        LockError::NoUnit(_) => Words::fixed(
            "A unit that is locked is not in this alignment: take the lock away.",
            "有鎖定的業務單位不在此配置中：請解除鎖定。",
        ),
        LockError::NoSeller(_) => Words::fixed(
            "Choose somebody who is an account manager in this alignment.",
            "請選擇此配置中的客戶經理。",
        ),
        LockError::NoHunter(_) => {
            Words::fixed("Choose somebody who is a hunter in this alignment.", "請選擇此配置中的開發業務。")
        }
        LockError::NeverInside(_) => Words::fixed(
            "Large customers, hunters and what hunters hand over are never served from inside: choose an account manager in the field.",
            "大型客戶、開發業務及其移交中的單位不由內勤服務：請選擇外勤客戶經理。",
        ),
        LockError::Torn(_) => Words::fixed(
            "A hunter works with one account manager, and everything in the pipeline goes there: lock all of it to the same one, or the pair itself.",
            "每位開發業務只與一位客戶經理合作，移交中的單位一併歸屬：請鎖定同一人，或直接鎖定配對。",
        ),
    })
}

/// Cancels the work that is going on.
pub async fn cancel(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::Align)?;
    let row = super::found(app, id).await?;
    let over = || Error::Conflict("nothing is being solved here".to_owned());
    let solve = store::latest(&app.db, id).await?.ok_or_else(over)?;
    let now = app.clock.now_us();
    let event = Event::new(app, actor, "alignment.cancelled", "alignment", json!({"name": row.name}));
    let cancelled = app.db.write(move |tx| {
        Box::pin(async move {
            let cancelled = store::cancel(tx, solve.id, now).await?;
            if cancelled {
                event.append(tx, id).await?;
            }
            Ok(cancelled)
        })
    });
    if cancelled.await? { Ok(()) } else { Err(over()) }
}

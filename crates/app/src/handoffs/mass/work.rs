//! Working runs off: a node holds a run, begins a batch of handoffs in one transaction, says so, and goes on. A node that ends takes nothing with it:
//! another goes on with the next batch when its time is over.
use super::MassRequest;
use super::begin::{self, Terms};
use super::runs::PlannedUnit;
use super::undo;
use crate::events::Event;
use crate::handoffs::{people, playbooks, saved};
use crate::{Actor, App, Error, Result, workdays};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use tandem_core::handoffs::acts::Actor as By;
use tandem_core::ids::UserId;
use tandem_core::languages::Words;
use tandem_core::playbooks::shipped;
use tandem_store::mass::{self as store, RunRow};
use tandem_store::{Tx, users};

/// How long a node may hold a run without having done a batch, in microseconds.
const HELD_US: i64 = 120_000_000;
/// Handoffs that begin in one transaction.
const BATCH: i64 = 100;
/// How long a node that found nothing to do waits before it looks again: another may have begun a run.
const LOOKS_EVERY: Duration = Duration::from_secs(2);

/// One that works runs off.
pub struct MassWorker {
    app: App,
    node: String,
}

impl MassWorker {
    /// A worker under a name of its own.
    pub fn new(app: App, node: impl Into<String>) -> Self {
        Self { app, node: node.into() }
    }

    /// Takes a run and works it off; false where there is none.
    pub async fn work(&self) -> Result<bool> {
        let (node, now) = (self.node.clone(), self.app.clock.now_us());
        let taken = self
            .app
            .db
            .write(move |tx| Box::pin(async move { store::take(tx, &node, now, now + HELD_US).await }));
        let Some(id) = taken.await? else { return Ok(false) };
        let row = store::get(&self.app.db, id).await?.ok_or(Error::NotFound("mass handoff"))?;
        if row.state == "undoing" {
            undo::take_back(&self.app, &self.node, &row).await?;
            return Ok(true);
        }
        let terms = Arc::new(terms(&self.app, &row).await?);
        loop {
            match self.batch(&row, &terms).await {
                Ok(true) => {}
                Ok(false) => return Ok(true),
                // Trying again would find the same.
                Err(
                    error @ (Error::Conflict(_) | Error::Invalid(_) | Error::Refused(_) | Error::NotFound(_)),
                ) => {
                    return self.fail(id, &error).await.map(|()| true);
                }
                Err(error) => return Err(error),
            }
        }
    }

    async fn fail(&self, id: i64, error: &Error) -> Result<()> {
        let (said, now) = (saved::text(&Words::same(error.to_string()))?, self.app.clock.now_us());
        let ended =
            self.app.db.write(move |tx| Box::pin(async move { store::end(tx, id, Some(&said), now).await }));
        ended.await?;
        Ok(())
    }

    /// Takes a run and begins one batch of it, for tests of what happens in between; false where it is over.
    pub async fn one_batch(&self) -> Result<bool> {
        let (node, now) = (self.node.clone(), self.app.clock.now_us());
        let taken =
            self.app.db.write(move |tx| Box::pin(async move { store::take(tx, &node, now, now).await }));
        let Some(id) = taken.await? else { return Ok(false) };
        let row = store::get(&self.app.db, id).await?.ok_or(Error::NotFound("mass handoff"))?;
        let terms = Arc::new(terms(&self.app, &row).await?);
        self.batch(&row, &terms).await
    }

    async fn batch(&self, row: &RunRow, terms: &Arc<Terms>) -> Result<bool> {
        let (id, node, terms, now) = (row.id, self.node.clone(), Arc::clone(terms), self.app.clock.now_us());
        let by = Actor { name: row.by_name.clone(), ..Actor::operator() };
        let done = Event::new(&self.app, &by, "mass.done", "mass_handoff", json!({"reason": row.reason}));
        let app = self.app.clone();
        let written = self.app.db.write(move |tx| {
            Box::pin(async move {
                let units = store::next(tx, id, BATCH).await?;
                if units.is_empty() {
                    if store::end(tx, id, None, now).await? {
                        done.append(tx, id).await?;
                    }
                    return Ok(false);
                }
                let (begun, left) = begin_all(tx, &app, &by, &terms, id, units).await?;
                if store::went_on(tx, id, &node, begun, left, now + HELD_US).await? {
                    Ok(true)
                } else {
                    // What this batch did must not be kept.
                    Err(tandem_store::Error::Refused(OVER.to_owned()))
                }
            })
        });
        match written.await {
            Err(tandem_store::Error::Refused(said)) if said == OVER => Ok(false),
            other => Ok(other?),
        }
    }
}

const OVER: &str = "the run was cancelled, or another node goes on with it";

async fn terms(app: &App, row: &RunRow) -> Result<Terms> {
    let request: MassRequest = saved::read(&row.request)?;
    Ok(Terms {
        reason: row.reason.clone(),
        playbook: shipped(&request.playbook).ok_or_else(playbooks::missing)?,
        by: by(row)?,
        by_name: row.by_name.clone(),
        at: app.clock.now(),
        day: app.clock.today(),
        users: users::list(&app.db).await?,
        people: people::all(app).await?,
        workdays: workdays::load(app).await?,
    })
}

/// Who asked for a run, and as whom.
pub(super) fn by(row: &RunRow) -> Result<By> {
    let party =
        row.by_party.parse().map_err(|_| Error::Conflict(format!("nobody acts as `{}`", row.by_party)))?;
    Ok(By { user: row.by_id.map(UserId), party })
}

/// How many began and how many were left out.
async fn begin_all(
    tx: &mut Tx,
    app: &App,
    by: &Actor,
    terms: &Terms,
    run: i64,
    units: Vec<store::RunUnit>,
) -> tandem_store::Result<(i64, i64)> {
    let ids: Vec<i64> = units.iter().map(|unit| unit.unit_id).collect();
    let owners: std::collections::BTreeMap<i64, i64> =
        store::owners_within(tx, &ids, terms.day).await?.into_iter().collect();
    let running = store::running_within(tx, &ids).await?;
    let first = store::take_handoffs(tx, units.len()).await?;
    let (mut handoffs, mut steps, mut said, mut became) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (id, unit) in (first..).zip(&units) {
        let planned: PlannedUnit = saved::read(&unit.document).map_err(begin::within)?;
        let refused = match owners.get(&unit.unit_id) {
            Some(owner) if *owner == planned.giver.0 && !running.contains(&unit.unit_id) => None,
            Some(owner) if *owner == planned.giver.0 => Some(running_words()),
            _ => Some(passed_words()),
        };
        let begun = refused.map_or_else(|| begin::begin(terms, id, unit.unit_id, &planned), Err);
        match begun {
            Ok(begun) => {
                let begun = begun.map_err(begin::within)?;
                became.push((unit.seq, Ok(id)));
                handoffs.push(begun.row);
                steps.extend(begun.steps);
                said.extend(begun.said);
            }
            Err(words) => {
                became.push((unit.seq, Err(saved::text(&words).map_err(begin::within)?)));
            }
        }
    }
    let count = i64::try_from(handoffs.len()).unwrap_or(i64::MAX);
    if !handoffs.is_empty() {
        store::insert(tx, &handoffs, &steps, &said).await?;
    }
    let left = i64::try_from(units.len()).unwrap_or(i64::MAX) - count;
    for (seq, became) in &became {
        store::said(tx, run, *seq, became.as_ref().map(|id| *id).map_err(String::as_str)).await?;
    }
    for row in &handoffs {
        let data =
            json!({"unit": row.unit_id, "receiver": row.receiver_id, "reason": terms.reason, "mass": run});
        Event::new(app, by, "handoff.proposed", "handoff", data).append(tx, row.id).await?;
    }
    Ok((count, left))
}

fn passed_words() -> Words {
    Words::fixed(
        "The unit has another owner by now: nothing was begun.",
        "此業務單位已換負責人：未開始交接。",
    )
}

fn running_words() -> Words {
    Words::fixed(
        "A handoff of this unit began meanwhile: nothing was begun.",
        "此業務單位的交接已先行開始：未重複開始。",
    )
}

/// Works runs off until `app` ends.
pub async fn work_until(app: App, node: String) {
    let worker = MassWorker::new(app.clone(), node);
    loop {
        let busy = worker.work().await.unwrap_or_else(|error| {
            tracing::error!(%error, "a mass handoff could not be worked on: {error}");
            false
        });
        if !busy {
            let _ = tokio::time::timeout(LOOKS_EVERY, app.masses.notified()).await;
        }
    }
}

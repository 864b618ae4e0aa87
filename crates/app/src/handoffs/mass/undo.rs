//! Taking a run back whole: what has begun is cancelled, what was transferred goes back, all of it in one transaction or nothing.
use super::begin;
use super::runs::seen;
use super::take_back::{self, Back};
use crate::events::Event;
use crate::handoffs::{people, saved};
use crate::{Actor, App, Error, Permission, Result, customers, rules, settings};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;
use tandem_core::handoffs::acts::{Act, Actor as By};
use tandem_core::handoffs::mass::undo::undo as plan;
use tandem_core::handoffs::{Handoff, Outcome, OwnershipChange, REASON_LETTERS_MAX, Request};
use tandem_core::ids::{HandoffId, UserId};
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_store::handoffs as handoff_rows;
use tandem_store::mass::{self as store, RunRow};
use tandem_store::{Tx, summaries};

/// What somebody wants to take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MassUndo {
    /// Why.
    pub reason: String,
    /// Also where people have worked on single handoffs since; what they did is over then.
    pub although_worked_on: bool,
}

/// Why and by whom.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Asked {
    reason: String,
    by: By,
    by_name: String,
    although_worked_on: bool,
    /// The state to go back to where it cannot be taken back.
    before: String,
}

/// Names in a refusal.
const NAMED_MAX: usize = 3;

/// Begins to take a run back: a node does it from here.
///
/// # Errors
/// Where something of it is settled, or people have worked on it since and it is not to be taken back all the same.
pub async fn undo(app: &App, actor: &Actor, id: i64, wanted: MassUndo) -> Result<()> {
    actor.require(Permission::HandOffMany)?;
    let (row, party) = seen(app, actor, id).await?;
    let reason = wanted.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > REASON_LETTERS_MAX {
        return Err(Error::Unusable(Words::new(
            format!("Say why it is taken back, in at most {REASON_LETTERS_MAX} letters."),
            format!("請說明收回的理由，最多 {REASON_LETTERS_MAX} 個字。"),
        )));
    }
    let handoffs = documents(store::handoffs(&app.db, id).await?.iter().map(|row| row.document.as_str()))?;
    possible(app, id, &handoffs, wanted.although_worked_on).await?;
    let by = By { user: actor.user.map(UserId), party };
    let asked = Asked {
        reason,
        by,
        by_name: actor.name.clone(),
        although_worked_on: wanted.although_worked_on,
        before: row.state,
    };
    let document = saved::text(&asked)?;
    let event = Event::new(app, actor, "mass.undo", "mass_handoff", json!({"reason": asked.reason}));
    let begun = app.db.write(move |tx| {
        Box::pin(async move {
            let begun = store::undo(tx, id, &document).await?;
            if begun {
                event.append(tx, id).await?;
            }
            Ok(begun)
        })
    });
    let cannot = || {
        Error::Refused(Words::fixed(
            "This run is going on or was taken back already: cancel it first, or look again.",
            "此批次仍在進行或已收回：請先取消，或重新查看。",
        ))
    };
    begun.await?.then_some(()).ok_or_else(cannot)?;
    app.masses.notify_one();
    Ok(())
}

fn documents<'t>(texts: impl Iterator<Item = &'t str>) -> Result<Vec<Handoff>> {
    texts.map(saved::read).collect()
}

/// Whether the whole run can be taken back.
async fn possible(app: &App, id: i64, handoffs: &[Handoff], although: bool) -> Result<()> {
    let settled: Vec<HandoffId> = plan(handoffs, "-").refused.into_iter().map(|(id, _)| id).collect();
    if !settled.is_empty() {
        let (names, count) = (names(app, handoffs, &settled).await?, settled.len());
        return Err(Error::Refused(Words::new(
            format!(
                "{count} handoffs of it are settled ({names}): the customers have been with the receivers for weeks. Propose handoffs back."
            ),
            format!("其中 {count} 件已結案（{names}）：客戶與接手人已合作數週。請提出反向交接。"),
        )));
    }
    let worked: Vec<HandoffId> = match although {
        true => Vec::new(),
        false => {
            store::worked_on(&app.db, id, begin::BEGUN_VERSION).await?.into_iter().map(HandoffId).collect()
        }
    };
    if worked.is_empty() {
        return Ok(());
    }
    let (names, count) = (names(app, handoffs, &worked).await?, worked.len());
    Err(Error::Refused(Words::new(
        format!(
            "People have worked on {count} handoffs of it since ({names}): talk to them, or say that it is taken back all the same."
        ),
        format!("其中 {count} 件已有人員處理（{names}）：請先與他們確認，或勾選仍要收回。"),
    )))
}

/// The customers of the first few.
async fn names(app: &App, handoffs: &[Handoff], wanted: &[HandoffId]) -> Result<String> {
    let wanted: BTreeSet<HandoffId> = wanted.iter().copied().collect();
    let units =
        handoffs.iter().filter(|one| wanted.contains(&one.proposal.id)).map(|one| one.proposal.unit.0);
    let units: Vec<i64> = units.take(NAMED_MAX).collect();
    let names = rules::names(app, &units).await?;
    let mut said: Vec<String> = names.into_values().map(|(_, customer)| customer.name).collect();
    said.dedup();
    if wanted.len() > NAMED_MAX {
        said.push("…".to_owned());
    }
    Ok(said.join(", "))
}

/// Takes a run back that this node holds; where that cannot be any more, the run says why.
pub(super) async fn take_back(app: &App, node: &str, row: &RunRow) -> Result<()> {
    let asked: Asked = saved::read(row.undo.as_deref().unwrap_or("null"))?;
    let (id, node) = (row.id, node.to_owned());
    let handoffs = documents(store::handoffs(&app.db, id).await?.iter().map(|row| row.document.as_str()))?;
    let done = match possible(app, id, &handoffs, asked.although_worked_on).await {
        Ok(()) => whole(app, id, node.clone(), asked.clone()).await,
        refused => refused,
    };
    let said = match done {
        Ok(()) => {
            customers::keep_current(app).await?;
            return Ok(());
        }
        Err(Error::Refused(words)) => words,
        Err(Error::Conflict(text) | Error::Invalid(text)) => Words::same(text),
        Err(other) => return Err(other),
    };
    let said = saved::text(&said)?;
    let gave_up = app.db.write(move |tx| {
        Box::pin(async move { store::give_up_undo(tx, id, &node, &asked.before, &said).await })
    });
    Ok(gave_up.await?)
}

async fn whole(app: &App, id: i64, node: String, asked: Asked) -> Result<()> {
    let people = people::all(app).await?;
    let roster = Arc::new(people::roster(&people));
    let today = app.clock.today();
    let worths = settings::load(app).await?.worths(today);
    let inner = app.clone();
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            // First, so that of two nodes one waits here and then finds that it is done.
            let now = inner.clock.now_us();
            if !store::undone(tx, id, &node, now).await? {
                return Ok(());
            }
            let mut passed = false;
            let rows = store::handoffs_within(tx, id).await?;
            let handoffs = documents(rows.iter().map(|row| row.document.as_str())).map_err(begin::within)?;
            let plan = plan(&handoffs, &asked.reason);
            if let Some((_, words)) = plan.refused.into_iter().next() {
                return Err(tandem_store::Error::Said(words));
            }
            let by_id = |id: HandoffId| handoffs.iter().position(|one| one.proposal.id == id);
            let places: Vec<_> =
                plan.acts.into_iter().filter_map(|(id, acts)| Some((by_id(id)?, acts))).collect();
            for (at, acts) in places {
                let giver = handoffs[at].proposal.giver;
                let role = people.get(&giver.0).and_then(|row| row.role.as_deref()?.parse().ok());
                let role = role.unwrap_or(SellerRole::Hunter);
                let back = |change: OwnershipChange| Back {
                    handoff: handoffs[at].proposal.id,
                    change,
                    role,
                    by: asked.by.user,
                    at: inner.clock.now(),
                    day: today,
                    roster: Arc::clone(&roster),
                    reason: asked.reason.clone(),
                };
                passed |= undo_one(tx, &inner, &asked, handoffs[at].clone(), &acts, back).await?;
            }
            if passed {
                summaries::refresh(tx, today, &worths).await?;
            }
            Ok(())
        })
    });
    Ok(written.await?)
}

/// Whether the unit changed its owner.
async fn undo_one(
    tx: &mut Tx,
    app: &App,
    asked: &Asked,
    mut handoff: Handoff,
    acts: &[Act],
    back: impl Fn(OwnershipChange) -> Back,
) -> tandem_store::Result<bool> {
    let actor = Actor { name: asked.by_name.clone(), ..Actor::operator() };
    let mut passed = false;
    for act in acts {
        let (by, at, day) = (asked.by, app.clock.now(), app.clock.today());
        let request = Request { act, by, at, day, version: None, gates: None, carried: None };
        let outcome = handoff.apply(&request);
        let outcome = outcome.map_err(|refused| tandem_store::Error::Said(refused.words()))?;
        let Outcome::Applied { handoff: next, ownership } = outcome else { continue };
        handoff = *next;
        handoff_rows::save(tx, &saved::row(&handoff).map_err(begin::within)?).await?;
        let event = Event::new(app, &actor, "handoff.act", "handoff", json!(act));
        let event = match ownership {
            Some(change) => {
                passed = true;
                event.saying(take_back::event(&back(change).run(tx).await?))
            }
            None => event,
        };
        event.append(tx, handoff.proposal.id.0).await?;
    }
    Ok(passed)
}

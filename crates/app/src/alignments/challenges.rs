//! Challenges: a manager says that a proposed move is wrong and why; whoever runs the alignment locks the unit with its owner, or says why not.
use super::sight::Sight;
use super::work::{WorkAct, work};
use super::{Opened, opened, reasoned};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use tandem_core::languages::Words;
use tandem_store::alignments::{self as store, ChallengeRow};

/// What was said against a move.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentChallenge)]
pub struct ChallengeView {
    /// The id.
    pub id: String,
    /// Which unit.
    pub unit: String,
    /// What people call it.
    pub name: String,
    /// Why it should not move.
    pub reason: String,
    /// Who says so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// accepted or declined.
    pub answer: Option<String>,
    /// Why.
    pub answer_reason: Option<String>,
    /// By whom.
    pub answered_by: Option<String>,
}

/// What to say against a move.
#[derive(Clone, Debug)]
pub struct NewChallenge {
    /// In which proposal it was seen.
    pub proposal: String,
    /// Which unit.
    pub unit: i64,
    /// Why.
    pub reason: String,
}

/// What becomes of a challenge.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The proposal that is worked on.
    pub proposal: String,
    /// The version of the alignment that was read.
    pub version: i64,
    /// Whether the unit stays with its owner.
    pub accepts: bool,
    /// Why.
    pub reason: String,
}

pub(super) async fn challenges_of(
    app: &App,
    id: i64,
    opened: &Opened,
    sight: &Sight,
) -> Result<Vec<ChallengeView>> {
    let at = |us: i64| DateTime::from_timestamp_micros(us).unwrap_or_default();
    let view = |row: ChallengeRow| {
        let unit = opened.input.unit_at(row.unit_id).map(|at| (at, &opened.input.units[at]));
        let is_seen = unit.is_some_and(|(at, unit)| {
            let to = opened.input.sellers[opened.solved.units[at] as usize].id;
            sight.unit(unit.owner, to)
        });
        (is_seen || sight.is_whole()).then(|| ChallengeView {
            id: row.id.to_string(),
            unit: row.unit_id.to_string(),
            name: unit.map(|(_, unit)| unit.name.clone()).unwrap_or_default(),
            reason: row.reason,
            by: row.by_name,
            at: at(row.at_us),
            answer: row.answer,
            answer_reason: row.answer_reason,
            answered_by: row.answered_by,
        })
    };
    Ok(store::challenges(&app.db, id).await?.into_iter().filter_map(view).collect())
}

/// Says that a move is wrong; returns the challenge's id.
pub async fn challenge(app: &App, actor: &Actor, id: i64, new: NewChallenge) -> Result<i64> {
    actor.require(Permission::Challenge)?;
    super::draft(app, id).await?;
    let opened = opened(app, id, &new.proposal).await?;
    let at = opened.input.unit_at(new.unit).ok_or(Error::NotFound("unit"))?;
    let to = opened.input.sellers[opened.solved.units[at] as usize].id;
    let sight = Sight::of(app, actor).await?;
    if !sight.unit(opened.input.units[at].owner, to) {
        return Err(Error::NotFound("unit"));
    }
    let row = ChallengeRow {
        id: 0,
        alignment_id: id,
        unit_id: new.unit,
        reason: reasoned(&new.reason)?,
        by_name: actor.name.clone(),
        by_seller: actor.seller,
        at_us: app.clock.now_us(),
        answer: None,
        answer_reason: None,
        answered_by: None,
        answered_us: None,
    };
    let event =
        Event::new(app, actor, "alignment.challenged", "alignment", json!({"unit": new.unit.to_string()}));
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let challenge = store::challenge(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(challenge)
        })
    });
    Ok(kept.await?)
}

/// Answers a challenge: accepted, the unit is locked with its owner and the proposal solved again.
pub async fn answer(app: &App, actor: &Actor, id: i64, challenge: i64, answered: Answered) -> Result<()> {
    actor.require(Permission::Align)?;
    super::draft(app, id).await?;
    let reason = reasoned(&answered.reason)?;
    let row = store::challenge_of(&app.db, id, challenge).await?.ok_or(Error::NotFound("challenge"))?;
    if row.answer.is_some() {
        return Err(answered_already());
    }
    if answered.accepts {
        let lock = WorkAct::Lock { units: vec![row.unit_id], seller: None, reason: reason.clone() };
        work(app, actor, id, &answered.proposal, answered.version, vec![lock]).await?;
    }
    let word = if answered.accepts { "accepted" } else { "declined" };
    let (by, now) = (actor.name.clone(), app.clock.now_us());
    let event =
        Event::new(app, actor, "alignment.answered", "alignment", json!({"answer": word, "reason": reason}));
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let kept = store::answer(tx, challenge, (word, &reason), (&by, now)).await?;
            if kept {
                event.append(tx, id).await?;
            }
            Ok(kept)
        })
    });
    if kept.await? { Ok(()) } else { Err(answered_already()) }
}

fn answered_already() -> Error {
    Error::Refused(Words::fixed("Somebody has answered this already.", "此異議已有回覆。"))
}

//! Acts with a commitment: kept, changed with the customer, released by the customer, given to somebody else, gone through in a handoff.
use super::within;
use crate::events::Event;
use crate::handoffs::{Done, people, saved};
use crate::{Actor, App, Error, Permission, Result, customers};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tandem_core::commitments::{Commitment, CommitmentAct, CommitmentOutcome, CommitmentRequest, Promise};
use tandem_core::ids::{CommitmentId, HandoffId, SellerId, UserId};
use tandem_store::commitments as store;

/// What somebody wants to do. It is the act of core, where the commitment that replaces one has no number yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "core says it, under the same names")]
pub enum CommitmentWish {
    Keep { on: NaiveDate, evidence: String },
    Change { promise: Promise, agreed_by: String, on: NaiveDate },
    Release { by: String, on: NaiveDate, place: String },
    Rehome { to: SellerId, reason: String },
    Walk { handoff: HandoffId, to: SellerId },
}

impl CommitmentWish {
    fn act(self, successor: CommitmentId) -> CommitmentAct {
        match self {
            Self::Keep { on, evidence } => CommitmentAct::Keep { on, evidence },
            Self::Change { promise, agreed_by, on } => {
                CommitmentAct::Change { promise, successor, agreed_by, on }
            }
            Self::Release { by, on, place } => CommitmentAct::Release { by, on, place },
            Self::Rehome { to, reason } => CommitmentAct::Rehome { to, reason },
            Self::Walk { handoff, to } => CommitmentAct::Walk { handoff, to },
        }
    }
}

/// Does an act. `version` is the one that the person saw; absent where it does not matter.
pub async fn act(
    app: &App,
    actor: &Actor,
    id: i64,
    wish: CommitmentWish,
    version: Option<u64>,
) -> Result<Done> {
    actor.require(Permission::HandOff)?;
    let row = store::get(&app.db, id).await?.ok_or(Error::NotFound("commitment"))?;
    let hidden = |_| Error::NotFound("commitment");
    customers::customer_of(app, actor, row.unit_id).await.map_err(hidden)?;
    let user = actor.user.ok_or_else(|| {
        Error::Forbidden(
            "a commitment keeps who changed it: sign in as a person, or use a key of one".to_owned(),
        )
    })?;
    let before: Commitment = saved::read(&row.document)?;
    in_handoff(app, actor, &before, &wish).await?;
    let successor = match wish {
        CommitmentWish::Change { .. } => {
            app.db.write(|tx| Box::pin(async move { store::take_id(tx).await })).await?
        }
        _ => 0,
    };
    let roster = people::roster(&people::all(app).await?);
    let act = wish.act(CommitmentId(successor));
    let request = CommitmentRequest {
        act: &act,
        by: UserId(user),
        at: chrono::DateTime::from_timestamp_micros(app.clock.now_us()).unwrap_or_default(),
        day: app.clock.today(),
        roster: &roster,
        version,
    };
    let outcome =
        before.apply(&request).map_err(|refused| Error::Conflict(refused.words().en.into_owned()))?;
    match outcome {
        CommitmentOutcome::AlreadyDone(record) => Ok(Done { version: record.version, already_done: true }),
        CommitmentOutcome::Applied { commitment, successor } => {
            let version = commitment.version;
            let event = Event::new(app, actor, "commitment.act", "commitment", json!(act));
            save(app, *commitment, successor.map(|next| *next), event).await?;
            Ok(Done { version, already_done: false })
        }
    }
}

/// Whoever goes through a commitment does so in a handoff of its unit that is theirs and not over.
async fn in_handoff(app: &App, actor: &Actor, before: &Commitment, wish: &CommitmentWish) -> Result<()> {
    let CommitmentWish::Walk { handoff, to } = wish else { return Ok(()) };
    let seen = crate::handoffs::party::seen_for_work(app, actor, handoff.0).await?;
    seen.by(actor, tandem_core::handoffs::acts::Party::ALL)?;
    let of_unit = seen.handoff.proposal.unit == before.unit && !seen.handoff.state.is_final();
    let sides = [Some(seen.handoff.proposal.giver), seen.handoff.receiver];
    if !of_unit {
        return Err(Error::Conflict(
            "the handoff is over or of another unit: go through it in the one under way".to_owned(),
        ));
    }
    if !sides.contains(&Some(*to)) {
        return Err(Error::Invalid("giver or receiver sees to it from now on: name one of them".to_owned()));
    }
    Ok(())
}

async fn save(app: &App, commitment: Commitment, successor: Option<Commitment>, event: Event) -> Result<()> {
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::save(tx, &within(&commitment)?).await?;
            if let Some(next) = &successor {
                store::insert(tx, &within(next)?).await?;
            }
            event.append(tx, commitment.id.0).await
        })
    });
    Ok(written.await?)
}

//! Working on a proposal: units are locked where they are or with somebody else, pairs too, and the rest is solved again from where it was.
use super::solve::impossible;
use super::worker::millionths;
use super::{Opened, opened, overtaken, reasoned, text};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use tandem_core::alignments::{Input, Lock, LockError, PairLock, Setup};
use tandem_engines::align::company::{Decided, Failed, Solved, again, bounded, figures};
use tandem_engines::align::effort::{Budget, Effort};
use tandem_store::alignments::{self as store, ProposalRow};

/// What to do.
#[derive(Clone, Debug)]
pub enum WorkAct {
    /// These units stay with somebody: with this seller, or each with whom it is proposed to be, or with its owner.
    Lock {
        /// Which.
        units: Vec<i64>,
        /// With whom; none: with whoever owns each today.
        seller: Option<i64>,
        /// Why.
        reason: String,
    },
    /// These units are free again.
    Unlock {
        /// Which.
        units: Vec<i64>,
    },
    /// A hunter works with this account manager.
    Pair {
        /// Who.
        hunter: i64,
        /// With whom.
        manager: i64,
        /// Why.
        reason: String,
    },
    /// A hunter's account manager is free again.
    Unpair {
        /// Whose.
        hunter: i64,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = AlignmentWorked)]
pub struct Worked {
    /// The version of the alignment now.
    pub version: i64,
    /// Units that go to somebody else than before, those acted on included.
    pub changed: usize,
    /// Seconds that it took.
    pub seconds: f64,
}

/// Moves per unit when little has changed.
const MOVES_PER_ITEM: u64 = 600;

/// Whether a proposal does not follow every lock.
pub(super) fn is_behind(input: &Input, setup: &Setup, fixed: &[Option<usize>], solved: &Solved) -> bool {
    let follows = |(fixed, to): (&Option<usize>, &u32)| fixed.is_none_or(|fixed| fixed == *to as usize);
    let paired = |pair: &PairLock| {
        let to = input.hunter_at(pair.hunter).and_then(|at| solved.hunters.get(at));
        to.is_none_or(|to| input.sellers[*to as usize].id == pair.manager)
    };
    !fixed.iter().zip(&solved.units).all(follows) || !setup.pairs.iter().all(paired)
}

/// Does it, and solves the proposal again; without acts it is only brought up to date.
pub async fn work(
    app: &App,
    actor: &Actor,
    id: i64,
    key: &str,
    version: i64,
    acts: Vec<WorkAct>,
) -> Result<Worked> {
    actor.require(Permission::Align)?;
    super::draft(app, id).await?;
    let mut opened = opened(app, id, key).await?;
    let before = opened.solved.units.clone();
    for act in &acts {
        apply(&mut opened, act, &actor.name)?;
    }
    opened.input.check(&opened.setup.locks, &opened.setup.pairs).map_err(impossible)?;
    let begun = std::time::Instant::now();
    let (opened, solved) = solved(opened).await?;
    let seconds = begun.elapsed().as_secs_f64();
    let figures = figures(&opened.input, &solved.units, &solved.hunters);
    let changed = before.iter().zip(&solved.units).filter(|(was, is)| was != is).count();
    let row = ProposalRow {
        answer: text(&solved)?,
        figures: text(&figures)?,
        gap_e6: millionths(solved.gap()),
        ..opened.row
    };
    let setup = text(&opened.setup)?;
    let data = json!({"proposal": key, "locks": opened.setup.locks.len(), "changed": changed});
    let event = Event::new(app, actor, "alignment.worked", "alignment", data);
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            if !store::relock(tx, id, version, &setup).await? || !store::rework(tx, &row).await? {
                return Err(tandem_store::Error::Refused("changed meanwhile".to_owned()));
            }
            event.append(tx, id).await
        })
    });
    match kept.await {
        Ok(()) => Ok(Worked { version: version + 1, changed, seconds }),
        Err(tandem_store::Error::Refused(_)) => Err(overtaken()),
        Err(error) => Err(error.into()),
    }
}

/// Puts an act into the setup.
fn apply(opened: &mut Opened, act: &WorkAct, by: &str) -> Result<()> {
    let (input, setup) = (&opened.input, &mut opened.setup);
    match act {
        WorkAct::Lock { units, seller, reason } => {
            let reason = reasoned(reason)?;
            let mut locks = Vec::new();
            for unit in units {
                let at = input.unit_at(*unit).ok_or_else(|| impossible(LockError::NoUnit(*unit)))?;
                let owner = || input.units[at].owner;
                let seller = seller.or_else(owner).ok_or_else(|| impossible(LockError::NoSeller(0)))?;
                locks.push(Lock { unit: *unit, seller, reason: reason.clone(), by: by.to_owned() });
            }
            let chosen: BTreeSet<i64> = units.iter().copied().collect();
            setup.locks.retain(|lock| !chosen.contains(&lock.unit));
            setup.locks.extend(locks);
        }
        WorkAct::Unlock { units } => setup.locks.retain(|lock| !units.contains(&lock.unit)),
        WorkAct::Pair { hunter, manager, reason } => {
            let reason = reasoned(reason)?;
            setup.pairs.retain(|pair| pair.hunter != *hunter);
            let pair = PairLock { hunter: *hunter, manager: *manager, reason, by: by.to_owned() };
            setup.pairs.push(pair);
        }
        WorkAct::Unpair { hunter } => setup.pairs.retain(|pair| pair.hunter != *hunter),
    }
    Ok(())
}

async fn solved(opened: Opened) -> Result<(Opened, Solved)> {
    let solving = tokio::task::spawn_blocking(move || {
        let cancel = AtomicBool::new(false);
        let effort = Effort {
            seed: 1,
            budget: Budget::Moves(bounded(&opened.input, MOVES_PER_ITEM)),
            threads: 1,
            progress: &|_| {},
            cancel: &cancel,
        };
        let decided = Decided { locks: &opened.setup.locks, pairs: &opened.setup.pairs };
        let solved = again(&opened.input, &decided, opened.emphasis, &opened.solved, &effort);
        (opened, solved)
    });
    let (opened, solved) = solving
        .await
        .map_err(|error| Error::Conflict(format!("the alignment was not solved again: {error}")))?;
    Ok((opened, solved.map_err(|Failed(reason)| Error::Conflict(reason))?))
}

//! Taking a mass handoff back whole: what has begun is cancelled, what was transferred goes back as if it had never been.
use crate::handoffs::acts::Act;
use crate::handoffs::handoff::Handoff;
use crate::handoffs::state::State;
use crate::ids::HandoffId;
use crate::languages::Words;

/// What takes a run back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    /// Acts by handoff, in the order in which they are to be done; those of all handoffs belong into one transaction.
    pub acts: Vec<(HandoffId, Vec<Act>)>,
    /// Handoffs that cannot be taken back, and why. Where there is one, nothing is.
    pub refused: Vec<(HandoffId, Words)>,
    /// Handoffs that had ended by themselves.
    pub over: Vec<HandoffId>,
}

/// Plans how to take back the handoffs of a run.
pub fn undo(handoffs: &[Handoff], reason: &str) -> Undo {
    let mut found = Undo::default();
    for handoff in handoffs {
        let id = handoff.proposal.id;
        let cancel = Act::Cancel { reason: reason.to_owned() };
        match (handoff.state, handoff.transferred_on) {
            (State::Declined | State::Cancelled, _) => found.over.push(id),
            (State::Settled, _) => found.refused.push((id, settled())),
            (State::Transferred, Some(on)) => {
                found.acts.push((id, vec![Act::TakeBack { on, reason: reason.to_owned() }, cancel]));
            }
            _ => found.acts.push((id, vec![cancel])),
        }
    }
    found
}

fn settled() -> Words {
    Words::fixed(
        "It is settled: the customer has been with the receiver for weeks. Propose a handoff back.",
        "已結案：客戶與接手人已合作數週。請提出反向交接。",
    )
}

//! Who may do what, and in which states it can be done: one table each.
use super::acts::{ActKind, Party};
use super::state::State;

impl ActKind {
    /// As whom one must act.
    pub fn parties(self) -> &'static [Party] {
        use Party::{Giver, GivingManager, Operations, Receiver, ReceivingManager, System};
        match self {
            Self::Accept | Self::Decline => &[Receiver, GivingManager, ReceivingManager, Operations],
            Self::Postpone | Self::ChangeReceiver | Self::TakeBack | Self::Cancel => {
                &[GivingManager, ReceivingManager, Operations]
            }
            Self::Resume => &[GivingManager, ReceivingManager, Operations, System],
            Self::Prepare => &[Giver, Receiver, GivingManager, ReceivingManager, Operations, System],
            Self::Reschedule => &[Giver, Receiver, GivingManager, ReceivingManager, Operations],
            Self::Introduce | Self::Overlap => &[Giver, Receiver, GivingManager, ReceivingManager],
            // Whoever gives a unit away does not decide alone that it is gone.
            Self::Transfer => &[Receiver, GivingManager, ReceivingManager, Operations, System],
            Self::Return => &[Receiver, ReceivingManager],
            Self::Override | Self::Settle => &[GivingManager, ReceivingManager],
        }
    }

    /// The states in which it can be done. What is postponed is also asked where it was before.
    pub fn states(self) -> &'static [State] {
        use State::{
            Accepted, Introducing, Overlapping, Postponed, Preparing, Proposed, Returned, Transferred,
        };
        match self {
            Self::Accept | Self::Decline => &[Proposed, Postponed],
            Self::Postpone => &[Proposed, Accepted, Preparing, Postponed, Returned],
            Self::Resume => &[Postponed],
            Self::ChangeReceiver => &[Accepted, Preparing, Returned],
            Self::Prepare => &[Accepted, Returned],
            Self::Reschedule | Self::Override => &[Preparing, Introducing, Overlapping],
            Self::Introduce => &[Preparing],
            Self::Overlap => &[Introducing],
            // From `preparing` too: a leaver is gone before the customer has met anybody. The gates are the same.
            Self::Transfer => &[Preparing, Introducing, Overlapping],
            Self::Return => &[Accepted, Preparing, Introducing, Overlapping],
            Self::TakeBack | Self::Settle => &[Transferred],
            Self::Cancel => &[Proposed, Accepted, Preparing, Introducing, Overlapping, Postponed, Returned],
        }
    }
}

//! Where a handoff stands.
use crate::languages::Words;
use crate::words::words;

words! {
    /// Where a handoff stands. From `proposed` to `settled` in this order; the others lead aside or end it.
    State {
        /// Somebody, a rule or an alignment wants the unit to pass on.
        Proposed = "proposed",
        /// It will happen, and who receives is known.
        Accepted = "accepted",
        /// The playbook runs: brief, commitments and opportunities are put in order.
        Preparing = "preparing",
        /// The customer is told and meets the receiver.
        Introducing = "introducing",
        /// Both serve the customer; the giver still owns the unit.
        Overlapping = "overlapping",
        /// The receiver owns the unit.
        Transferred = "transferred",
        /// Checked afterwards and signed off.
        Settled = "settled",
        /// It will not happen.
        Declined = "declined",
        /// Not now: asked again on a day.
        Postponed = "postponed",
        /// Back with the giver, who has to mend something.
        Returned = "returned",
        /// Called off.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Whether nothing can happen any more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Settled | Self::Declined | Self::Cancelled)
    }

    /// Whether it will happen and has not reached the transfer.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Accepted | Self::Preparing | Self::Introducing | Self::Overlapping)
    }

    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Proposed => Words::fixed("proposed", "已提議"),
            Self::Accepted => Words::fixed("accepted", "已接受"),
            Self::Preparing => Words::fixed("being prepared", "準備中"),
            Self::Introducing => Words::fixed("being introduced", "介紹中"),
            Self::Overlapping => Words::fixed("overlapping", "共同服務中"),
            Self::Transferred => Words::fixed("transferred", "已移轉"),
            Self::Settled => Words::fixed("settled", "已結案"),
            Self::Declined => Words::fixed("declined", "已婉拒"),
            Self::Postponed => Words::fixed("postponed", "已延後"),
            Self::Returned => Words::fixed("returned", "已退回"),
            Self::Cancelled => Words::fixed("cancelled", "已取消"),
        }
    }
}

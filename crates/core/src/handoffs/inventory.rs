//! What moves with a unit: everything, on every path. History stays where it is; what is open gets an explicit new owner, or stays with a
//! reason. What was there before equals what moved and what was kept; a kind of record that nobody thought of does not compile.
mod moves;

use crate::ids::SellerId;
use crate::languages::Words;
use crate::words::words;
pub use moves::{Choice, Gap, Kept, Lost, Moved, Moves, Stays, conserved, decide, sorted};
use serde::Serialize;

words! {
    /// Every kind of record that hangs on a unit. A new kind of record begins here.
    RecordKind {
        /// Something that somebody is to do.
        Task = "task",
        /// A sale that may come.
        Opportunity = "opportunity",
        /// A term that ends and is to be bought again.
        Renewal = "renewal",
        /// Something promised to the customer.
        Commitment = "commitment",
        /// A meeting that is still to come, with its invitation.
        Meeting = "meeting",
        /// A case or an escalation.
        Case = "case",
        /// A plan of what the customer is to reach.
        Plan = "plan",
        /// A project that brings a sold product to work.
        Implementation = "implementation",
        /// An invoice.
        Invoice = "invoice",
        /// Something that somebody did with the customer.
        Activity = "activity",
        /// A text about the customer.
        Note = "note",
        /// A person at the customer.
        Contact = "contact",
        /// A file that is attached to the unit.
        Document = "document",
        /// A recurring revenue line.
        Subscription = "subscription",
        /// The handed-over knowledge.
        Brief = "brief",
        /// The part of the incentive that the giver keeps for a while.
        TransitionShare = "transition_share",
        /// What somebody was credited for a sale that is closed.
        Credit = "credit",
        /// A dated fact of who was accountable.
        Ownership = "ownership",
        /// A membership of the team that serves the customer.
        TeamMember = "team_member",
        /// A channel, a watched ticket, a place in copy.
        Channel = "channel",
    }
}

/// What a transfer does with a kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fare {
    /// It is history of the unit: nothing changes, the receiver reads it all.
    Stays,
    /// It passes to the receiver unless somebody decides otherwise; what is over is history.
    Moves,
    /// Somebody must decide for each one that is open; what is over is history.
    MustBeDecided,
    /// It belongs to its person and never passes on.
    Personal,
}

impl RecordKind {
    /// What a transfer does with it. No wildcard: whoever adds a kind decides here.
    pub fn fare(self) -> Fare {
        match self {
            Self::Task | Self::Renewal | Self::Meeting | Self::Case | Self::Plan | Self::Channel => {
                Fare::Moves
            }
            Self::Opportunity | Self::Commitment | Self::Implementation | Self::Invoice => {
                Fare::MustBeDecided
            }
            Self::Activity
            | Self::Note
            | Self::Contact
            | Self::Document
            | Self::Subscription
            | Self::Brief
            | Self::Ownership
            | Self::TeamMember => Fare::Stays,
            Self::TransitionShare | Self::Credit => Fare::Personal,
        }
    }

    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Task => Words::fixed("task", "任務"),
            Self::Opportunity => Words::fixed("opportunity", "商機"),
            Self::Renewal => Words::fixed("renewal", "續約"),
            Self::Commitment => Words::fixed("commitment", "承諾"),
            Self::Meeting => Words::fixed("meeting to come", "未來的會議"),
            Self::Case => Words::fixed("case", "案件"),
            Self::Plan => Words::fixed("plan", "計畫"),
            Self::Implementation => Words::fixed("implementation", "導入專案"),
            Self::Invoice => Words::fixed("invoice", "發票"),
            Self::Activity => Words::fixed("activity", "活動"),
            Self::Note => Words::fixed("note", "筆記"),
            Self::Contact => Words::fixed("contact", "聯絡人"),
            Self::Document => Words::fixed("attachment", "附件"),
            Self::Subscription => Words::fixed("subscription", "訂閱"),
            Self::Brief => Words::fixed("brief", "客戶簡報"),
            Self::TransitionShare => Words::fixed("transition share", "過渡分潤"),
            Self::Credit => Words::fixed("credit of a closed sale", "已結案業績"),
            Self::Ownership => Words::fixed("ownership", "歸屬"),
            Self::TeamMember => Words::fixed("team member", "團隊成員"),
            Self::Channel => Words::fixed("channel", "溝通管道"),
        }
    }
}

/// A record of the unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Item {
    /// What it is.
    pub kind: RecordKind,
    /// Which one.
    pub id: i64,
    /// Whose it is; none where nobody is named.
    pub owner: Option<SellerId>,
    /// Whether something is still to be done with it.
    pub open: bool,
}

/// Everything that hangs on a unit, each record once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory(Vec<Item>);

impl Inventory {
    /// The records, in order; what was named twice is there once.
    pub fn new(items: impl IntoIterator<Item = Item>) -> Self {
        let mut items: Vec<_> = items.into_iter().collect();
        items.sort_unstable();
        items.dedup_by_key(|item| (item.kind, item.id));
        Self(items)
    }

    /// The records, in order.
    pub fn items(&self) -> &[Item] {
        &self.0
    }
}

//! Playbooks: versioned documents of a handoff's steps. Each step has one owner, a deadline that hangs on a named date, what proves it done and
//! why it is there.
pub mod deadline;
pub mod plan;
mod read;
mod shipped;

use crate::handoffs::Requirements;
use crate::languages::Words;
use crate::rules::Condition;
use crate::words::words;
pub use deadline::{Anchor, Deadline, NamedDates};
pub use plan::{Applies, People, Person, Plan, PlannedStep, plan};
pub use read::read;
pub use shipped::{SHIPPED, shipped};

words! {
    /// The part of a handoff that a step belongs to, in this order.
    Phase {
        /// Whether, to whom and when.
        Decide = "decide",
        /// The receiver takes part while the giver still leads.
        Involve = "involve",
        /// Brief, data, invoices, opportunities.
        Prepare = "prepare",
        /// From head to head.
        HandOver = "hand_over",
        /// The customer learns of it.
        Tell = "tell",
        /// The day on which the ownership changes.
        Switch = "switch",
        /// Checks, measures, sign-off.
        FollowUp = "follow_up",
    }
}

words! {
    /// Who a step belongs to. One role, so that nothing is everybody's.
    Role {
        /// Who owns the unit now: in the usual direction a hunter.
        Giver = "giver",
        /// Who will own it: in the usual direction an account manager.
        Receiver = "receiver",
        /// Who leads the giver.
        GivingManager = "giving_manager",
        /// Who leads the receiver.
        ReceivingManager = "receiving_manager",
        /// Engineers and support people who work for the customer.
        Support = "support",
        /// Sales operations.
        Operations = "operations",
        /// Finance and compensation.
        Finance = "finance",
        /// The program.
        System = "system",
    }
}

words! {
    /// What proves a step done.
    ProofKind {
        /// Something written that can be opened.
        Document = "document",
        /// A meeting that took place.
        Meeting = "meeting",
        /// A field of the record that is filled.
        Field = "field",
        /// The word of the person whom the step belongs to.
        Confirmation = "confirmation",
    }
}

words! {
    /// What somebody does in the program that closes a step by itself.
    Closing {
        /// The handoff is proposed.
        Proposal = "proposal",
        /// It is accepted, with a receiver.
        Acceptance = "acceptance",
        /// It is prepared, with a playbook and days.
        Preparation = "preparation",
        /// The giver submits the brief.
        BriefSubmitted = "brief_submitted",
        /// The receiver accepts the brief.
        BriefAccepted = "brief_accepted",
        /// The unit passes to the receiver.
        Transfer = "transfer",
        /// The receiver rates the brief.
        BriefRated = "brief_rated",
        /// A manager signs the handoff off.
        Settlement = "settlement",
    }
}

words! {
    /// Who is told when a step is late.
    Told {
        /// Whom it belongs to.
        Owner = "owner",
        /// Who leads that person.
        Manager = "manager",
        /// Sales operations.
        Operations = "operations",
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name, which stays when its title changes.
    pub id: String,
    /// Where it belongs.
    pub phase: Phase,
    /// What is to be done.
    pub title: Words,
    /// Why.
    pub why: Option<Words>,
    /// Who does it.
    pub owner: Role,
    /// Who helps.
    pub helpers: Vec<Role>,
    /// Until when.
    pub due: Deadline,
    /// Whether the transfer waits for it.
    pub gate: bool,
    /// What proves it done.
    pub proof: ProofKind,
    /// For which units; none for all.
    pub when: Option<Condition>,
    /// What closes it without anybody having to say so.
    pub closed_by: Option<Closing>,
}

/// From how many working days late somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Working days.
    pub late: u32,
    /// Who.
    pub to: Told,
}

/// A playbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Playbook {
    /// What rules and handoffs call it.
    pub name: String,
    /// Which version.
    pub version: String,
    /// What people call it.
    pub title: Words,
    /// What the gates ask for.
    pub requires: Requirements,
    /// When the introduction is usually held.
    pub introduction: Deadline,
    /// When the transfer usually is.
    pub transfer: Deadline,
    /// Who is told of late steps, the least late first.
    pub escalation: Vec<Level>,
    /// In the order in which people read them.
    pub steps: Vec<Step>,
}

/// Longest document, in bytes.
pub const BYTES_MAX: usize = 262_144;
/// Most steps.
pub const STEPS_MAX: usize = 200;
/// Longest name, in letters.
pub const NAME_LETTERS_MAX: usize = 100;
/// Longest title, in letters.
pub const TITLE_LETTERS_MAX: usize = 200;
/// Longest reason, in letters.
pub const WHY_LETTERS_MAX: usize = 1_000;

impl Phase {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Decide => Words::fixed("Decide", "決定"),
            Self::Involve => Words::fixed("Involve early", "及早參與"),
            Self::Prepare => Words::fixed("Prepare", "準備"),
            Self::HandOver => Words::fixed("Hand over inside", "內部交接"),
            Self::Tell => Words::fixed("Tell the customer", "告知客戶"),
            Self::Switch => Words::fixed("Switch", "切換"),
            Self::FollowUp => Words::fixed("Follow up", "後續追蹤"),
        }
    }
}

impl Role {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Giver => Words::fixed("giver", "移交人"),
            Self::Receiver => Words::fixed("receiver", "接手人"),
            Self::GivingManager => Words::fixed("giver's manager", "移交人的主管"),
            Self::ReceivingManager => Words::fixed("receiver's manager", "接手人的主管"),
            Self::Support => Words::fixed("engineers and support", "技術與支援"),
            Self::Operations => Words::fixed("sales operations", "業務營運"),
            Self::Finance => Words::fixed("finance", "財務"),
            Self::System => Words::fixed("the program", "系統"),
        }
    }
}

//! What people do with a handoff, and as whom they do it.
use super::gates::Gate;
use crate::ids::{SellerId, UserId};
use crate::languages::Words;
use crate::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

words! {
    /// As whom somebody acts in a handoff. Who that is, the caller knows.
    Party {
        /// Who owns the unit until the transfer.
        Giver = "giver",
        /// Who will own it.
        Receiver = "receiver",
        /// Who leads the giver.
        GivingManager = "giving_manager",
        /// Who leads the receiver.
        ReceivingManager = "receiving_manager",
        /// Sales operations.
        Operations = "operations",
        /// The program by itself: a rule, an alignment, a date that has come.
        System = "system",
    }
}

impl Party {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Giver => Words::fixed("the giver", "移交人"),
            Self::Receiver => Words::fixed("the receiver", "接手人"),
            Self::GivingManager => Words::fixed("the giver's manager", "移交人的主管"),
            Self::ReceivingManager => Words::fixed("the receiver's manager", "接手人的主管"),
            Self::Operations => Words::fixed("sales operations", "業務營運"),
            Self::System => Words::fixed("the program", "系統"),
        }
    }
}

/// Somebody, acting as somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// Who is signed in; none for the program itself.
    pub user: Option<UserId>,
    /// As whom.
    pub party: Party,
}

/// The dates that the steps hang on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// Day on which giver and receiver meet the customer together.
    pub introduction: NaiveDate,
    /// Day from which the receiver is to own the unit.
    pub transfer: NaiveDate,
}

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// It will happen.
    Accept {
        /// Who receives; none for the one proposed.
        receiver: Option<SellerId>,
    },
    /// It will not happen.
    Decline {
        /// Why.
        reason: String,
    },
    /// Not now.
    Postpone {
        /// Day on which it is asked again.
        until: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Go on where it was postponed.
    Resume,
    /// Somebody else receives.
    ChangeReceiver {
        /// Who.
        receiver: SellerId,
        /// Why.
        reason: String,
    },
    /// Begin the work.
    Prepare {
        /// Name of the playbook.
        playbook: String,
        /// Its version.
        version: String,
        /// What its deadlines hang on.
        dates: Dates,
    },
    /// Other dates.
    Reschedule {
        /// The new ones.
        dates: Dates,
        /// Why.
        reason: String,
    },
    /// Begin to tell the customer.
    Introduce,
    /// Begin the time in which both serve the customer.
    Overlap,
    /// Let the handoff pass a gate that is not met.
    Override {
        /// Which.
        gate: Gate,
        /// Why.
        reason: String,
    },
    /// Make the receiver the owner.
    Transfer {
        /// First day of the new ownership.
        on: NaiveDate,
    },
    /// Give it back to the giver to mend something.
    Return {
        /// What is to be mended.
        reason: String,
    },
    /// Make the giver the owner again, after the transfer.
    TakeBack {
        /// First day of the giver's ownership; the day of the transfer as if it had never been.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Call it off.
    Cancel {
        /// Why.
        reason: String,
    },
    /// Sign it off.
    Settle,
}

words! {
    /// The acts by name.
    ActKind {
        /// [`Act::Accept`]
        Accept = "accept",
        /// [`Act::Decline`]
        Decline = "decline",
        /// [`Act::Postpone`]
        Postpone = "postpone",
        /// [`Act::Resume`]
        Resume = "resume",
        /// [`Act::ChangeReceiver`]
        ChangeReceiver = "change_receiver",
        /// [`Act::Prepare`]
        Prepare = "prepare",
        /// [`Act::Reschedule`]
        Reschedule = "reschedule",
        /// [`Act::Introduce`]
        Introduce = "introduce",
        /// [`Act::Overlap`]
        Overlap = "overlap",
        /// [`Act::Override`]
        Override = "override",
        /// [`Act::Transfer`]
        Transfer = "transfer",
        /// [`Act::Return`]
        Return = "return",
        /// [`Act::TakeBack`]
        TakeBack = "take_back",
        /// [`Act::Cancel`]
        Cancel = "cancel",
        /// [`Act::Settle`]
        Settle = "settle",
    }
}

impl Act {
    /// Its name.
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Accept { .. } => ActKind::Accept,
            Self::Decline { .. } => ActKind::Decline,
            Self::Postpone { .. } => ActKind::Postpone,
            Self::Resume => ActKind::Resume,
            Self::ChangeReceiver { .. } => ActKind::ChangeReceiver,
            Self::Prepare { .. } => ActKind::Prepare,
            Self::Reschedule { .. } => ActKind::Reschedule,
            Self::Introduce => ActKind::Introduce,
            Self::Overlap => ActKind::Overlap,
            Self::Override { .. } => ActKind::Override,
            Self::Transfer { .. } => ActKind::Transfer,
            Self::Return { .. } => ActKind::Return,
            Self::TakeBack { .. } => ActKind::TakeBack,
            Self::Cancel { .. } => ActKind::Cancel,
            Self::Settle => ActKind::Settle,
        }
    }

    /// Why it is done, where it needs a reason.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Decline { reason }
            | Self::Postpone { reason, .. }
            | Self::ChangeReceiver { reason, .. }
            | Self::Reschedule { reason, .. }
            | Self::Override { reason, .. }
            | Self::Return { reason }
            | Self::TakeBack { reason, .. }
            | Self::Cancel { reason } => Some(reason),
            Self::Accept { .. }
            | Self::Resume
            | Self::Prepare { .. }
            | Self::Introduce
            | Self::Overlap
            | Self::Transfer { .. }
            | Self::Settle => None,
        }
    }
}

impl ActKind {
    /// What people call it, as a thing to do.
    pub fn words(self) -> Words {
        match self {
            Self::Accept => Words::fixed("accept", "接受"),
            Self::Decline => Words::fixed("decline", "婉拒"),
            Self::Postpone => Words::fixed("postpone", "延後"),
            Self::Resume => Words::fixed("resume", "恢復"),
            Self::ChangeReceiver => Words::fixed("change the receiver", "更換接手人"),
            Self::Prepare => Words::fixed("prepare", "開始準備"),
            Self::Reschedule => Words::fixed("change the dates", "更改日期"),
            Self::Introduce => Words::fixed("introduce", "向客戶介紹"),
            Self::Overlap => Words::fixed("overlap", "進入共同服務"),
            Self::Override => Words::fixed("override a gate", "放行關卡"),
            Self::Transfer => Words::fixed("transfer", "移轉"),
            Self::Return => Words::fixed("return", "退回"),
            Self::TakeBack => Words::fixed("take back", "收回"),
            Self::Cancel => Words::fixed("cancel", "取消"),
            Self::Settle => Words::fixed("settle", "結案"),
        }
    }
}

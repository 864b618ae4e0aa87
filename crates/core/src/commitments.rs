//! Commitments: what was promised to a customer. Each has a living owner at any time; it is kept, changed with the customer, or released by the
//! customer, and never dropped.
mod change;
mod roster;

use crate::ids::{CommitmentId, HandoffId, SellerId, UnitId, UserId};
use crate::languages::Words;
use crate::words::words;
pub use change::{CommitmentAct, CommitmentOutcome, CommitmentRefused, CommitmentRequest};
use chrono::{DateTime, NaiveDate, Utc};
pub use roster::{Orphan, Roster, orphans};
use serde::{Deserialize, Serialize};

words! {
    /// How a commitment stands.
    CommitmentState {
        /// Still owed.
        Open = "open",
        /// Done as promised.
        Kept = "kept",
        /// Replaced by another one that the customer agreed to.
        Changed = "changed",
        /// The customer does not want it any more.
        Released = "released",
    }
}

words! {
    /// How it was promised.
    Form {
        /// In a contract or an order.
        Contract = "contract",
        /// In a message or a document.
        Written = "written",
        /// By word of mouth.
        Verbal = "verbal",
    }
}

impl CommitmentState {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Open => Words::fixed("open", "未完成"),
            Self::Kept => Words::fixed("kept", "已履行"),
            Self::Changed => Words::fixed("changed with the customer", "已與客戶變更"),
            Self::Released => Words::fixed("released by the customer", "客戶已同意免除"),
        }
    }
}

/// What was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// What.
    pub what: String,
    /// To whom at the customer.
    pub to: String,
    /// Until when; none where no day was promised.
    pub due: Option<NaiveDate>,
    /// How.
    pub form: Form,
    /// Where it is written: a link, a page of the contract; for what was only said, who heard it and when.
    pub place: String,
}

/// An act that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentRecord {
    /// The version that it made.
    pub version: u64,
    /// What.
    pub act: CommitmentAct,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whose it was after it.
    pub owner: SellerId,
}

/// A commitment with all that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Which.
    pub id: CommitmentId,
    /// Of which unit.
    pub unit: UnitId,
    /// What was promised.
    pub promise: Promise,
    /// Who sees to it.
    pub owner: SellerId,
    /// How it stands.
    pub state: CommitmentState,
    /// The one that it replaced.
    pub replaces: Option<CommitmentId>,
    /// The one that replaced it.
    pub replaced_by: Option<CommitmentId>,
    /// Handoffs in which giver and receiver went through it as it now stands.
    pub walked_in: Vec<HandoffId>,
    /// One more with every act, from 1 on.
    pub version: u64,
    /// Every act, in order.
    pub history: Vec<CommitmentRecord>,
}

/// Longest text of a promise, in letters.
pub const TEXT_LETTERS_MAX: usize = 1_000;

impl Commitment {
    /// A new commitment.
    ///
    /// # Errors
    /// Where the promise is not whole or its owner is not there.
    pub fn promised(
        id: CommitmentId,
        unit: UnitId,
        promise: Promise,
        owner: SellerId,
        roster: &Roster,
        day: NaiveDate,
    ) -> Result<Self, CommitmentRefused> {
        change::whole(&promise)?;
        change::living(owner, roster, day)?;
        Ok(Self {
            id,
            unit,
            promise,
            owner,
            state: CommitmentState::Open,
            replaces: None,
            replaced_by: None,
            walked_in: Vec::new(),
            version: 1,
            history: Vec::new(),
        })
    }

    /// Whether it is still owed.
    pub fn is_open(&self) -> bool {
        self.state == CommitmentState::Open
    }

    /// Whether it is owed and its day has passed.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.is_open() && self.promise.due.is_some_and(|due| due < day)
    }

    /// How it stands for the gate of a handoff.
    pub fn for_gate(
        &self,
        handoff: HandoffId,
        roster: &Roster,
        day: NaiveDate,
    ) -> crate::handoffs::gates::facts::Commitment {
        crate::handoffs::gates::facts::Commitment {
            what: self.promise.what.clone(),
            walked: self.walked_in.contains(&handoff),
            owned: roster.is_there(self.owner, day),
        }
    }
}

//! What can be done with a commitment. Nothing is changed in place, and nothing ends without the customer knowing.
use super::{Commitment, CommitmentRecord, CommitmentState, Promise, Roster, TEXT_LETTERS_MAX};
use crate::ids::{CommitmentId, HandoffId, SellerId, UserId};
use crate::languages::Words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum CommitmentAct {
    /// It was done as promised.
    Keep {
        /// On which day.
        on: NaiveDate,
        /// Where that can be seen.
        evidence: String,
    },
    /// The customer agreed to something else.
    Change {
        /// What.
        promise: Promise,
        /// The commitment that it becomes.
        successor: CommitmentId,
        /// Who at the customer agreed.
        agreed_by: String,
        /// On which day.
        on: NaiveDate,
    },
    /// The customer does not want it any more.
    Release {
        /// Who at the customer said so.
        by: String,
        /// On which day.
        on: NaiveDate,
        /// Where that is written.
        place: String,
    },
    /// Somebody else sees to it.
    Rehome {
        /// Who.
        to: SellerId,
        /// Why.
        reason: String,
    },
    /// Giver and receiver went through it in a handoff, and it has its owner.
    Walk {
        /// Which handoff.
        handoff: HandoffId,
        /// Who sees to it from now on.
        to: SellerId,
    },
}

/// An act that somebody wants to do.
#[derive(Clone, Copy, Debug)]
pub struct CommitmentRequest<'a> {
    /// What.
    pub act: &'a CommitmentAct,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Which day that is where the company is.
    pub day: NaiveDate,
    /// Who is there.
    pub roster: &'a Roster,
    /// The version that the person saw; none where it does not matter.
    pub version: Option<u64>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommitmentOutcome {
    /// It is done.
    Applied {
        /// The commitment after it.
        commitment: Box<Commitment>,
        /// The one that it became, where it was changed; both are saved together.
        successor: Option<Box<Commitment>>,
    },
    /// It was done before, by this record.
    AlreadyDone(CommitmentRecord),
}

/// Why it was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommitmentRefused {
    /// It is over.
    Over(CommitmentState),
    /// Nobody of that number is there.
    NobodyThere(SellerId),
    /// A text is missing or too long; which one.
    Text(&'static str),
    /// The day is still to come.
    Future(NaiveDate),
    /// It was changed since it was looked at.
    Stale,
    /// It would become itself.
    OwnSuccessor,
}

impl CommitmentRefused {
    /// What is wrong and what to do.
    pub fn words(&self) -> Words {
        match self {
            Self::Over(state) => {
                let Words { en, zh } = state.words();
                Words::new(
                    format!("The commitment is {en}: write down a new one where something new was promised."),
                    format!("此承諾{zh}：若有新的承諾，請另行新增。"),
                )
            }
            Self::NobodyThere(seller) => Words::new(
                format!("Seller {seller} is not there: give the commitment to somebody who is."),
                format!("業務人員 {seller} 不在職：請交給在職的人。"),
            ),
            Self::Text(what) => Words::new(
                format!("`{what}` is missing or longer than {TEXT_LETTERS_MAX} letters: write it down."),
                format!("「{what}」未填或超過 {TEXT_LETTERS_MAX} 個字：請填寫。"),
            ),
            Self::Future(day) => Words::new(
                format!("{day} is still to come: note it when it has happened."),
                format!("{day} 尚未到來：請於發生後記錄。"),
            ),
            Self::Stale => Words::fixed(
                "The commitment was changed meanwhile: look at it again.",
                "此承諾已被他人更新：請重新查看。",
            ),
            Self::OwnSuccessor => Words::fixed(
                "A commitment cannot replace itself: give the new one a number of its own.",
                "承諾不能取代自己：請給新的承諾另一個編號。",
            ),
        }
    }
}

impl fmt::Display for CommitmentRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl std::error::Error for CommitmentRefused {}

impl Commitment {
    /// Does an act.
    ///
    /// # Errors
    /// Where it must not or cannot be done; then nothing has changed.
    pub fn apply(&self, request: &CommitmentRequest) -> Result<CommitmentOutcome, CommitmentRefused> {
        if let Some(record) = self.done(request.act) {
            return Ok(CommitmentOutcome::AlreadyDone(record.clone()));
        }
        if request.version.is_some_and(|seen| seen != self.version) {
            return Err(CommitmentRefused::Stale);
        }
        if !self.is_open() {
            return Err(CommitmentRefused::Over(self.state));
        }
        self.possible(request)?;
        let commitment = self.landed(request);
        let successor = self.successor(request.act).map(Box::new);
        Ok(CommitmentOutcome::Applied { commitment: Box::new(commitment), successor })
    }

    /// The last record, where it is of this act: nothing came after it.
    fn done(&self, act: &CommitmentAct) -> Option<&CommitmentRecord> {
        self.history.last().filter(|record| match (&record.act, act) {
            (CommitmentAct::Keep { .. }, CommitmentAct::Keep { .. })
            | (CommitmentAct::Release { .. }, CommitmentAct::Release { .. }) => true,
            (CommitmentAct::Rehome { to: one, .. }, CommitmentAct::Rehome { to: other, .. }) => one == other,
            (done, wanted) => done == wanted,
        })
    }

    fn possible(&self, request: &CommitmentRequest) -> Result<(), CommitmentRefused> {
        let (roster, day) = (request.roster, request.day);
        match request.act {
            CommitmentAct::Keep { on, evidence } => text("evidence", evidence).and(past(*on, day)),
            CommitmentAct::Change { promise, successor, agreed_by, on } => {
                whole(promise)?;
                text("agreed_by", agreed_by).and(past(*on, day))?;
                // It stays with its owner, who must be there to see to it.
                living(self.owner, roster, day)?;
                if *successor == self.id { Err(CommitmentRefused::OwnSuccessor) } else { Ok(()) }
            }
            CommitmentAct::Release { by, on, place } => {
                text("by", by).and(text("place", place)).and(past(*on, day))
            }
            CommitmentAct::Rehome { to, reason } => text("reason", reason).and(living(*to, roster, day)),
            CommitmentAct::Walk { to, .. } => living(*to, roster, day),
        }
    }

    fn landed(&self, request: &CommitmentRequest) -> Self {
        let mut next = self.clone();
        match request.act {
            CommitmentAct::Keep { .. } => next.state = CommitmentState::Kept,
            CommitmentAct::Change { successor, .. } => {
                next.state = CommitmentState::Changed;
                next.replaced_by = Some(*successor);
            }
            CommitmentAct::Release { .. } => next.state = CommitmentState::Released,
            CommitmentAct::Rehome { to, .. } => next.owner = *to,
            CommitmentAct::Walk { handoff, to } => {
                next.owner = *to;
                next.walked_in.retain(|walked| walked != handoff);
                next.walked_in.push(*handoff);
            }
        }
        next.version += 1;
        next.history.push(CommitmentRecord {
            version: next.version,
            act: request.act.clone(),
            by: request.by,
            at: request.at,
            owner: next.owner,
        });
        next
    }

    fn successor(&self, act: &CommitmentAct) -> Option<Self> {
        let CommitmentAct::Change { promise, successor, .. } = act else { return None };
        Some(Self {
            id: *successor,
            promise: promise.clone(),
            replaces: Some(self.id),
            // What is promised anew is to be gone through anew.
            walked_in: Vec::new(),
            version: 1,
            history: Vec::new(),
            ..self.clone()
        })
    }
}

pub(super) fn whole(promise: &Promise) -> Result<(), CommitmentRefused> {
    text("what", &promise.what).and(text("to", &promise.to)).and(text("place", &promise.place))
}

pub(super) fn living(seller: SellerId, roster: &Roster, day: NaiveDate) -> Result<(), CommitmentRefused> {
    if roster.is_there(seller, day) { Ok(()) } else { Err(CommitmentRefused::NobodyThere(seller)) }
}

fn text(name: &'static str, text: &str) -> Result<(), CommitmentRefused> {
    let letters = text.trim().chars().count();
    if (1..=TEXT_LETTERS_MAX).contains(&letters) { Ok(()) } else { Err(CommitmentRefused::Text(name)) }
}

fn past(on: NaiveDate, day: NaiveDate) -> Result<(), CommitmentRefused> {
    if on <= day { Ok(()) } else { Err(CommitmentRefused::Future(on)) }
}

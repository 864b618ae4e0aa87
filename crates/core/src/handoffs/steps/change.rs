//! What an act makes of a step. As with the handoff: permitted, not done already, possible; nothing is changed in place.
use super::{Proof, Step, StepAct, StepRecord, StepState};
use crate::handoffs::acts::{Actor, Party};
use crate::handoffs::apply::REASON_LETTERS_MAX;
use crate::languages::Words;
use crate::playbooks::{ProofKind, Role};
use chrono::{DateTime, NaiveDate, Utc};
use std::fmt;

/// An act that somebody wants to do.
#[derive(Clone, Copy, Debug)]
pub struct StepRequest<'a> {
    /// What.
    pub act: &'a StepAct,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Which day that is where the company is.
    pub day: NaiveDate,
    /// The version that the person saw; none where it does not matter.
    pub version: Option<u64>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepOutcome {
    /// It is done.
    Applied(Box<Step>),
    /// It was done before, by this record.
    AlreadyDone(StepRecord),
}

/// Why it was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// The step belongs to somebody else.
    Person,
    /// Only a manager can leave out a step that the transfer waits for.
    Gate,
    /// It was changed since it was looked at.
    Stale,
    /// A reason is needed, of so many letters at most.
    Reason,
    /// Something else must prove it.
    Proof(ProofKind),
    /// What should prove it is empty.
    EmptyProof,
    /// The meeting has not taken place yet.
    FutureMeeting,
    /// It is over: reopen it first.
    Over,
    /// It is not over and not blocked.
    NotOver,
    /// The day has passed.
    Past,
}

impl StepRefused {
    /// What is wrong and what to do.
    pub fn words(self) -> Words {
        match self {
            Self::Person => Words::fixed(
                "This step belongs to somebody else: ask that person or a manager.",
                "此步驟屬於他人：請洽該人或主管。",
            ),
            Self::Gate => Words::fixed(
                "The transfer waits for this step: only a manager can leave it out.",
                "移轉須等待此步驟：只有主管可以略過。",
            ),
            Self::Stale => Words::fixed(
                "The step was changed meanwhile: look at it again.",
                "此步驟已被他人更新：請重新查看。",
            ),
            Self::Reason => Words::new(
                format!("Write a reason, of at most {REASON_LETTERS_MAX} letters."),
                format!("請填寫理由，最多 {REASON_LETTERS_MAX} 個字。"),
            ),
            Self::Proof(kind) => wanted(kind),
            Self::EmptyProof => {
                Words::fixed("What should prove the step is empty: fill it in.", "佐證內容是空的：請填寫。")
            }
            Self::FutureMeeting => Words::fixed(
                "The meeting is still to come: finish the step when it has taken place.",
                "會議尚未舉行：請於會後再完成。",
            ),
            Self::Over => Words::fixed("The step is over: reopen it first.", "此步驟已結束：請先重新開啟。"),
            Self::NotOver => Words::fixed("The step is open already.", "此步驟本來就是開啟的。"),
            Self::Past => {
                Words::fixed("The day has passed: give a later one.", "該日已過：請選擇較晚的日期。")
            }
        }
    }
}

fn wanted(kind: ProofKind) -> Words {
    match kind {
        ProofKind::Document => Words::fixed("Give the document that proves it.", "請提供佐證文件。"),
        ProofKind::Meeting => {
            Words::fixed("Give the meeting that proves it, with its day.", "請提供佐證會議與日期。")
        }
        ProofKind::Field => Words::fixed("Give the field that proves it.", "請提供佐證欄位。"),
        ProofKind::Confirmation => Words::fixed("Confirm it in person.", "請親自確認。"),
    }
}

impl fmt::Display for StepRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl std::error::Error for StepRefused {}

impl Step {
    /// Does an act.
    ///
    /// # Errors
    /// Where it must not or cannot be done; then nothing has changed.
    pub fn apply(&self, request: &StepRequest) -> Result<StepOutcome, StepRefused> {
        self.permitted(request)?;
        if let Some(record) = self.done(request.act) {
            return Ok(StepOutcome::AlreadyDone(record.clone()));
        }
        if request.version.is_some_and(|seen| seen != self.version) {
            return Err(StepRefused::Stale);
        }
        self.possible(request)?;
        Ok(StepOutcome::Applied(Box::new(self.landed(request))))
    }

    /// Whether somebody may do something with it: the own step, or as a manager or in sales operations.
    pub fn is_open_to(&self, by: Actor) -> bool {
        let manager = matches!(by.party, Party::GivingManager | Party::ReceivingManager);
        let own = by.user.is_some() && by.user == self.person;
        let program = by.party == Party::System && self.owner == Role::System;
        manager || own || program || by.party == Party::Operations
    }

    fn permitted(&self, request: &StepRequest) -> Result<(), StepRefused> {
        let manager = matches!(request.by.party, Party::GivingManager | Party::ReceivingManager);
        match (self.is_open_to(request.by), &request.act) {
            (false, _) => Err(StepRefused::Person),
            (true, StepAct::Skip { .. }) if self.gate && !manager => Err(StepRefused::Gate),
            (true, _) => Ok(()),
        }
    }

    /// The last record, where it is of this act and its effect is there: nothing else came after it.
    fn done(&self, act: &StepAct) -> Option<&StepRecord> {
        self.history.last().filter(|record| match (&record.act, act) {
            (StepAct::Finish { .. }, StepAct::Finish { .. })
            | (StepAct::Skip { .. }, StepAct::Skip { .. })
            | (StepAct::Reopen { .. }, StepAct::Reopen { .. }) => true,
            (done, wanted) => done == wanted,
        })
    }

    fn possible(&self, request: &StepRequest) -> Result<(), StepRefused> {
        match request.act {
            StepAct::Reopen { reason } => {
                reasoned(reason)?;
                if self.state == StepState::Open { Err(StepRefused::NotOver) } else { Ok(()) }
            }
            _ if self.is_over() => Err(StepRefused::Over),
            StepAct::Finish { proof } => self.proved(proof, request.day),
            StepAct::Move { due, reason } if *due >= request.day => reasoned(reason),
            StepAct::Move { .. } => Err(StepRefused::Past),
            StepAct::Skip { reason } | StepAct::Block { reason } | StepAct::Assign { reason, .. } => {
                reasoned(reason)
            }
        }
    }

    fn proved(&self, proof: &Proof, day: NaiveDate) -> Result<(), StepRefused> {
        let filled = |text: &str| if text.trim().is_empty() { Err(StepRefused::EmptyProof) } else { Ok(()) };
        match (self.proof, proof) {
            (ProofKind::Document, Proof::Document { place }) => filled(place),
            (ProofKind::Field, Proof::Field { name, value }) => filled(name).and(filled(value)),
            (ProofKind::Meeting, Proof::Meeting { on, .. }) if *on > day => Err(StepRefused::FutureMeeting),
            (ProofKind::Meeting, Proof::Meeting { with, .. }) => filled(&with.concat()),
            (ProofKind::Confirmation, Proof::Confirmation) => Ok(()),
            (kind, _) => Err(StepRefused::Proof(kind)),
        }
    }

    fn landed(&self, request: &StepRequest) -> Self {
        let mut step = self.clone();
        match request.act {
            StepAct::Finish { .. } => step.state = StepState::Done,
            StepAct::Skip { .. } => step.state = StepState::NotNeeded,
            StepAct::Block { .. } => step.state = StepState::Blocked,
            StepAct::Reopen { .. } => step.state = StepState::Open,
            StepAct::Assign { person, country, .. } => {
                step.person = Some(*person);
                step.country.clone_from(country);
            }
            StepAct::Move { due, .. } => step.due = Some(*due),
        }
        step.version += 1;
        step.history.push(StepRecord {
            version: step.version,
            act: request.act.clone(),
            by: request.by,
            at: request.at,
            state: step.state,
        });
        step
    }
}

fn reasoned(reason: &str) -> Result<(), StepRefused> {
    let letters = reason.trim().chars().count();
    if (1..=REASON_LETTERS_MAX).contains(&letters) { Ok(()) } else { Err(StepRefused::Reason) }
}

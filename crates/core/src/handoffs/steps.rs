//! Steps of a handoff as they are done: proved, not needed, blocked; late ones and who is told.
mod change;
mod close;
mod late;

use super::acts::Actor;
use crate::ids::UserId;
use crate::languages::Words;
use crate::playbooks::{Applies, PlannedStep, ProofKind, Role};
use crate::words::words;
pub use change::{StepOutcome, StepRefused, StepRequest};
use chrono::{DateTime, NaiveDate, Utc};
pub use late::{Lateness, lateness};
use serde::{Deserialize, Serialize};

words! {
    /// How a step stands.
    StepState {
        /// To be done.
        Open = "open",
        /// Proved done.
        Done = "done",
        /// Not needed here.
        NotNeeded = "not_needed",
        /// Something stands in the way.
        Blocked = "blocked",
    }
}

/// What proves a step done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "proof", rename_all = "snake_case", deny_unknown_fields)]
pub enum Proof {
    /// Something written.
    Document {
        /// Where it is: a link or a name that can be found.
        place: String,
    },
    /// A meeting that took place.
    Meeting {
        /// Its day.
        on: NaiveDate,
        /// Who was there.
        with: Vec<String>,
    },
    /// A field of the record.
    Field {
        /// Its name.
        name: String,
        /// What stands in it.
        value: String,
    },
    /// The word of whoever does it.
    Confirmation,
}

/// What can be done with a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum StepAct {
    /// It is done.
    Finish {
        /// By this.
        proof: Proof,
    },
    /// It is not needed.
    Skip {
        /// Why.
        reason: String,
    },
    /// Something stands in the way.
    Block {
        /// What.
        reason: String,
    },
    /// It is to be done after all.
    Reopen {
        /// Why.
        reason: String,
    },
    /// Somebody else does it.
    Assign {
        /// Who.
        person: UserId,
        /// Whose holidays count: two capital letters.
        country: Option<String>,
        /// Why.
        reason: String,
    },
    /// Until another day.
    Move {
        /// The day.
        due: NaiveDate,
        /// Why.
        reason: String,
    },
}

/// An act that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepRecord {
    /// The version that it made.
    pub version: u64,
    /// What.
    pub act: StepAct,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// After it.
    pub state: StepState,
}

/// A step of a handoff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in the playbook.
    pub id: String,
    /// What is to be done, as the playbook said when the preparation began.
    pub title: Words,
    /// Whose it is.
    pub owner: Role,
    /// Whether the transfer waits for it.
    pub gate: bool,
    /// What proves it done.
    pub proof: ProofKind,
    /// Who does it.
    pub person: Option<UserId>,
    /// Whose holidays count.
    pub country: Option<String>,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// How it stands.
    pub state: StepState,
    /// One more with every act, from 1 on.
    pub version: u64,
    /// Every act, in order.
    pub history: Vec<StepRecord>,
}

impl Step {
    /// A step as planned; none where it is not for this unit.
    pub fn begin(planned: &PlannedStep) -> Option<Self> {
        (planned.applies != Applies::No).then(|| Self {
            id: planned.step.id.clone(),
            title: planned.step.title.clone(),
            owner: planned.step.owner,
            gate: planned.step.gate,
            proof: planned.step.proof,
            person: planned.person.map(|person| person.user),
            country: planned.person.and_then(|person| person.country.clone()),
            due: planned.due,
            state: StepState::Open,
            version: 1,
            history: Vec::new(),
        })
    }

    /// Whether nothing is left to do.
    pub fn is_over(&self) -> bool {
        matches!(self.state, StepState::Done | StepState::NotNeeded)
    }
}

/// Titles of the steps that the transfer waits for and that are not over.
pub fn open_gates(steps: &[Step]) -> Vec<Words> {
    steps.iter().filter(|step| step.gate && !step.is_over()).map(|step| step.title.clone()).collect()
}

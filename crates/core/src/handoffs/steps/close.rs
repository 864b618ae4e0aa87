//! Steps that an act in the program closes by itself: whoever accepts has decided, and need not say so a second time.
use super::{Proof, Step, StepAct, StepRecord, StepState};
use crate::handoffs::acts::Actor;
use crate::playbooks::{Closing, Playbook, ProofKind};
use chrono::{DateTime, NaiveDate, Utc};

impl Step {
    /// The step closed by what somebody did; none where it is over already.
    pub fn closed(&self, what: Closing, by: Actor, at: DateTime<Utc>, day: NaiveDate) -> Option<Self> {
        (!self.is_over()).then(|| {
            let mut step = self.clone();
            step.version += 1;
            step.close(what, by, at, day);
            step
        })
    }

    /// The same for a step that is closed before anybody saw it open: it stays at its first version.
    pub fn begun_closed(mut self, what: Closing, by: Actor, at: DateTime<Utc>, day: NaiveDate) -> Self {
        self.close(what, by, at, day);
        self
    }

    fn close(&mut self, what: Closing, by: Actor, at: DateTime<Utc>, day: NaiveDate) {
        let said = what.text().to_owned();
        let proof = match self.proof {
            ProofKind::Document => Proof::Document { place: said },
            ProofKind::Meeting => Proof::Meeting { on: day, with: vec![said] },
            ProofKind::Field => Proof::Field { name: "handoff".to_owned(), value: said },
            ProofKind::Confirmation => Proof::Confirmation,
        };
        self.state = StepState::Done;
        let act = StepAct::Finish { proof };
        self.history.push(StepRecord { version: self.version, act, by, at, state: StepState::Done });
    }
}

impl Playbook {
    /// What closes a step of this playbook by itself.
    pub fn closing(&self, step: &str) -> Option<Closing> {
        self.steps.iter().find(|one| one.id == step)?.closed_by
    }
}

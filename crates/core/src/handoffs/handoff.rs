//! A handoff as it stands, and how a record of an act changes it.
use super::acts::{Act, ActKind, Dates};
use super::apply::reasoned;
use super::gates::Gate;
use super::record::{Proposal, Record};
use super::refused::Refused;
use super::state::State;
use crate::ids::SellerId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A handoff as it stands, with all that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handoff {
    /// What it began with.
    pub proposal: Proposal,
    /// Who receives.
    pub receiver: Option<SellerId>,
    /// Where it stands.
    pub state: State,
    /// One more with every act; the proposal makes 1.
    pub version: u64,
    /// While postponed: until when, and where it goes on.
    pub postponed: Option<(NaiveDate, State)>,
    /// Name and version of the playbook.
    pub playbook: Option<(String, String)>,
    /// What deadlines hang on.
    pub dates: Option<Dates>,
    /// Gates that a manager overrode, with the reason; a return or another receiver takes them away.
    pub overrides: BTreeMap<Gate, String>,
    /// First day of the receiver's ownership.
    pub transferred_on: Option<NaiveDate>,
    /// Every act, in order.
    pub history: Vec<Record>,
}

impl Handoff {
    /// A new handoff.
    ///
    /// # Errors
    /// Where giver and receiver are the same, or the reason is missing or too long.
    pub fn propose(proposal: Proposal) -> Result<Self, Refused> {
        reasoned(ActKind::Accept, &proposal.reason)?;
        if proposal.receiver == Some(proposal.giver) {
            return Err(Refused::ReceiverIsGiver);
        }
        Ok(Self::begun(proposal))
    }

    fn begun(proposal: Proposal) -> Self {
        Self {
            receiver: proposal.receiver,
            proposal,
            state: State::Proposed,
            version: 1,
            postponed: None,
            playbook: None,
            dates: None,
            overrides: BTreeMap::new(),
            transferred_on: None,
            history: Vec::new(),
        }
    }

    /// The handoff that a proposal and its records tell of.
    pub fn from_history(proposal: Proposal, records: &[Record]) -> Self {
        let mut handoff = Self::begun(proposal);
        records.iter().for_each(|record| handoff.land(record.clone()));
        handoff
    }

    /// How often a manager overrode a gate, those that were taken away again among them.
    pub fn overrides_count(&self) -> usize {
        self.history.iter().filter(|record| record.act.kind() == ActKind::Override).count()
    }

    pub(super) fn is_accepted(&self) -> bool {
        let line = |state: State| !matches!(state, State::Proposed | State::Declined | State::Cancelled);
        line(self.goes_on_as())
    }

    /// Where it stands, or where it goes on when it is no longer postponed.
    pub(super) fn goes_on_as(&self) -> State {
        self.postponed.map_or(self.state, |(_, then)| then)
    }

    pub(super) fn is_prepared(&self) -> bool {
        use State::{Introducing, Overlapping, Preparing, Settled, Transferred};
        matches!(self.state, Preparing | Introducing | Overlapping | Transferred | Settled)
    }

    /// Takes a record over; it is trusted.
    pub(super) fn land(&mut self, record: Record) {
        if record.to != State::Postponed {
            self.postponed = None;
        }
        match &record.act {
            Act::Accept { receiver } => self.receiver = receiver.or(self.receiver),
            Act::ChangeReceiver { receiver, .. } => {
                self.receiver = Some(*receiver);
                self.overrides.retain(|gate, _| !gate.is_of_receiver());
            }
            Act::Postpone { until, .. } => {
                let then = self.postponed.map_or(record.from, |(_, then)| then);
                self.postponed = Some((*until, then));
            }
            Act::Prepare { playbook, version, dates } => {
                self.playbook = Some((playbook.clone(), version.clone()));
                self.dates = Some(*dates);
            }
            Act::Reschedule { dates, .. } => self.dates = Some(*dates),
            Act::Override { gate, reason } => {
                self.overrides.insert(*gate, reason.clone());
            }
            Act::Transfer { on } => self.transferred_on = Some(*on),
            Act::Return { .. } | Act::TakeBack { .. } => {
                self.overrides.clear();
                self.transferred_on = None;
            }
            _ => {}
        }
        self.state = record.to;
        self.version = record.version;
        self.history.push(record);
    }
}

//! Gates: what must be true before a unit changes its owner. They look at facts and at nothing that a click can set;
//! a manager can let a handoff pass one with a reason, and every such case is counted.
mod checks;
mod customer;
pub mod facts;

use crate::ids::HandoffId;
use crate::languages::Words;
use crate::words::words;
use chrono::NaiveDate;
pub use facts::{GateFacts, Requirements};
use serde::Serialize;

words! {
    /// What is looked at.
    Gate {
        /// People with the required roles are known.
        Contacts = "contacts",
        /// The receiver took part in the implementation.
        Implementation = "implementation",
        /// The brief is complete enough and accepted.
        Brief = "brief",
        /// Every open commitment was walked through and has a living owner.
        Commitments = "commitments",
        /// Of every open opportunity it is decided who goes on with it.
        Opportunities = "opportunities",
        /// Invoices are paid or explained.
        Invoices = "invoices",
        /// The customer has met the receiver.
        Introduction = "introduction",
        /// The receiver is ready for the work.
        ReceiverReady = "receiver_ready",
        /// The receiver has room for the unit.
        ReceiverLoad = "receiver_load",
        /// The steps that others wait for are done.
        Steps = "steps",
    }
}

words! {
    /// How a gate stands.
    Standing {
        /// It can be passed.
        Met = "met",
        /// Something is missing.
        NotMet = "not_met",
        /// Nobody has said; as good as missing.
        NotKnown = "not_known",
    }
}

impl Gate {
    /// Whether another receiver makes it another question.
    pub fn is_of_receiver(self) -> bool {
        match self {
            Self::Implementation
            | Self::Brief
            | Self::Introduction
            | Self::ReceiverReady
            | Self::ReceiverLoad => true,
            Self::Contacts | Self::Commitments | Self::Opportunities | Self::Invoices | Self::Steps => false,
        }
    }

    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Contacts => Words::fixed("contacts", "聯絡人"),
            Self::Implementation => Words::fixed("part in the implementation", "參與導入"),
            Self::Brief => Words::fixed("brief", "客戶簡報"),
            Self::Commitments => Words::fixed("commitments", "承諾"),
            Self::Opportunities => Words::fixed("open opportunities", "進行中的商機"),
            Self::Invoices => Words::fixed("invoices", "發票"),
            Self::Introduction => Words::fixed("introduction", "介紹"),
            Self::ReceiverReady => Words::fixed("readiness of the receiver", "接手人的準備度"),
            Self::ReceiverLoad => Words::fixed("load of the receiver", "接手人的負荷"),
            Self::Steps => Words::fixed("steps that others wait for", "關卡步驟"),
        }
    }
}

/// How one gate stands and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GateResult {
    /// Which.
    pub gate: Gate,
    /// How it stands.
    pub standing: Standing,
    /// What was seen.
    pub said: Words,
    /// What to do; none where it is met.
    pub advice: Option<Words>,
}

impl GateResult {
    pub(super) fn met(gate: Gate, said: Words) -> Self {
        Self { gate, standing: Standing::Met, said, advice: None }
    }

    pub(super) fn not_met(gate: Gate, said: Words, advice: Words) -> Self {
        Self { gate, standing: Standing::NotMet, said, advice: Some(advice) }
    }

    pub(super) fn not_known(gate: Gate, said: Words, advice: Words) -> Self {
        Self { gate, standing: Standing::NotKnown, said, advice: Some(advice) }
    }

    /// Whether the handoff can pass it.
    pub fn is_met(&self) -> bool {
        self.standing == Standing::Met
    }
}

/// How all gates of one handoff stand on one day. Only [`check`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GateReport {
    handoff: HandoffId,
    day: NaiveDate,
    results: Vec<GateResult>,
}

impl GateReport {
    /// Whose gates these are.
    pub fn handoff(&self) -> HandoffId {
        self.handoff
    }

    /// The day they were looked at.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Every gate once, in the order of [`Gate::ALL`].
    pub fn results(&self) -> &[GateResult] {
        &self.results
    }

    /// Those that are not met or not known.
    pub fn open(&self) -> impl Iterator<Item = &GateResult> {
        self.results.iter().filter(|result| !result.is_met())
    }
}

/// Looks at every gate.
pub fn check(facts: &GateFacts, needs: &Requirements) -> GateReport {
    let results = Gate::ALL.iter().map(|gate| one(*gate, facts, needs)).collect();
    GateReport { handoff: facts.handoff, day: facts.day, results }
}

fn one(gate: Gate, facts: &GateFacts, needs: &Requirements) -> GateResult {
    match gate {
        Gate::Contacts => customer::contacts(facts, needs),
        Gate::Implementation => customer::implementation(facts, needs),
        Gate::Brief => checks::brief(facts, needs),
        Gate::Commitments => checks::commitments(facts),
        Gate::Opportunities => checks::opportunities(facts),
        Gate::Invoices => customer::invoices(facts),
        Gate::Introduction => customer::introduction(facts, needs),
        Gate::ReceiverReady => checks::ready(facts),
        Gate::ReceiverLoad => checks::load(facts),
        Gate::Steps => checks::steps(facts),
    }
}

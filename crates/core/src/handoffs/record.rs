//! What a handoff begins with and what is kept of every act.
use super::acts::{Act, Actor};
use super::gates::{Gate, GateReport, Standing};
use super::state::State;
use crate::ids::{HandoffId, SellerId, UnitId};
use crate::languages::Words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a handoff begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Which handoff.
    pub id: HandoffId,
    /// What passes on.
    pub unit: UnitId,
    /// Who owns it.
    pub giver: SellerId,
    /// Who is to receive it, where somebody thought of one.
    pub receiver: Option<SellerId>,
    /// Why: the rule that fired, the alignment, a person's words.
    pub reason: String,
    /// Who proposed.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Which day that was where the company is.
    pub day: NaiveDate,
    /// How it should go, where somebody thought of it; the preparation decides.
    #[serde(default)]
    pub wish: Option<Wish>,
    /// The reason in both languages, where the program itself says it and no person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Words>,
}

/// How somebody who proposes a handoff wants it to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Name of the playbook.
    pub playbook: String,
    /// Day from which the receiver should own the unit.
    pub transfer: Option<NaiveDate>,
}

/// One act that was done. Their order is that of their versions, never that of clocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of the handoff that it made.
    pub version: u64,
    /// What.
    pub act: Act,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Which day that was where the company is.
    pub day: NaiveDate,
    /// Before it.
    pub from: State,
    /// After it.
    pub to: State,
    /// For a transfer, how every gate stood.
    pub gates: Vec<Passed>,
}

/// How a gate stood when the unit changed its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passed {
    /// Which.
    pub gate: Gate,
    /// How it stood.
    pub standing: Standing,
    /// Why a manager let the handoff pass it all the same.
    pub overridden: Option<String>,
}

/// What a report and overrides make of the gates: all of them, each once.
pub(super) fn passed(report: &GateReport, overrides: &BTreeMap<Gate, String>) -> Vec<Passed> {
    let one = |result: &super::gates::GateResult| Passed {
        gate: result.gate,
        standing: result.standing,
        overridden: overrides.get(&result.gate).filter(|_| !result.is_met()).cloned(),
    };
    report.results().iter().map(one).collect()
}

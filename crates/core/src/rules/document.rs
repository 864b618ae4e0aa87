//! The document of the rules of engagement: versioned, effective-dated, checked whole before it is kept.
use super::condition::Condition;
use super::facts::FactSet;
use crate::words::words;
use chrono::NaiveDate;

words! {
    /// What a rule says shall be done.
    Answer {
        /// Pass the unit to another role.
        HandOff = "hand_off",
        /// Leave it where it is.
        Keep = "keep",
        /// Ask the manager.
        Ask = "ask",
    }
}

/// Rules of engagement.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What the company calls them.
    pub name: String,
    /// Which version this is.
    pub version: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// The first that is true decides.
    pub rules: Vec<Rule>,
    /// One that is true turns `hand_off` into `keep`.
    pub holds: Vec<Hold>,
}

impl Document {
    /// The facts that its conditions ask for.
    pub fn facts(&self) -> FactSet {
        let mut facts = FactSet::default();
        self.conditions().for_each(|condition| facts.extend(condition.facts()));
        facts
    }

    /// The conditions of rules, then of holds.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.rules.iter().map(|rule| &rule.when).chain(self.holds.iter().map(|hold| &hold.when))
    }
}

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its name in decisions.
    pub id: String,
    /// When it applies.
    pub when: Condition,
    /// What then.
    pub then: Answer,
    /// The role that receives.
    pub to: Option<String>,
    /// How the handoff is done.
    pub playbook: Option<String>,
    /// Why the company wants it so.
    pub because: Option<String>,
}

/// One reason not to hand off now.
#[derive(Clone, Debug, PartialEq)]
pub struct Hold {
    /// Its name in decisions.
    pub id: String,
    /// When it applies.
    pub when: Condition,
    /// Why.
    pub because: Option<String>,
}

/// Longest document, in bytes.
pub const BYTES_MAX: usize = 262_144;
/// Most rules, and most holds.
pub const RULES_MAX: usize = 200;
/// Longest name, in letters.
pub const NAME_LETTERS_MAX: usize = 100;
/// Longest reason, in letters.
pub const BECAUSE_LETTERS_MAX: usize = 1_000;

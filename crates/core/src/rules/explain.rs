//! Why a decision is as it is: the parts of conditions that decided, with the facts that they looked at.
use super::condition::{Condition, Test, TestKind, decide_part};
use super::decide::Decision;
use super::document::{Document, Hold, Rule};
use super::facts::FactId;
use super::values::{Facts, Value};
use chrono::NaiveDate;
use serde::Serialize;

/// One rule or hold and how it came out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// Name of the rule or hold.
    pub id: String,
    /// Whether it is a hold.
    pub hold: bool,
    /// Whether it is true; none: undecided.
    pub applies: Option<bool>,
    /// What the company says about it.
    pub because: Option<String>,
    /// The parts of its condition that decided.
    pub parts: Vec<Part>,
}

/// One part of a condition.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// As it was written.
    pub condition: String,
    /// Whether it is true; none: undecided.
    pub holds: Option<bool>,
    /// What it looked at.
    pub facts: Vec<Known>,
}

/// A fact that was looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Known {
    /// Name of the fact.
    pub name: &'static str,
    /// Its value; none: missing.
    pub value: Option<Value>,
    /// Since when it holds, where that is known.
    pub date: Option<NaiveDate>,
}

/// The reasons of a decision: the rule that decided and its holds; where no rule did, each rule and why not.
pub fn reasons(document: &Document, decision: &Decision, facts: &Facts) -> Vec<Reason> {
    let Some(rule) = decision.rule else {
        return document.rules.iter().map(|rule| of_rule(rule, facts)).collect();
    };
    let holds = decision.holds.iter().chain(&decision.open).map(|hold| of_hold(hold, facts));
    std::iter::once(of_rule(rule, facts)).chain(holds).collect()
}

fn of_rule(rule: &Rule, facts: &Facts) -> Reason {
    reason(&rule.id, false, rule.because.as_ref(), &rule.when, facts)
}

fn of_hold(hold: &Hold, facts: &Facts) -> Reason {
    reason(&hold.id, true, hold.because.as_ref(), &hold.when, facts)
}

fn reason(id: &str, hold: bool, because: Option<&String>, when: &Condition, facts: &Facts) -> Reason {
    let applies = decide_part(when.test(), facts);
    let mut parts = Vec::new();
    decisive(when.test(), facts, &mut |test| parts.push(part(when, test, facts)));
    Reason { id: id.to_owned(), hold, applies, because: because.cloned(), parts }
}

/// The smallest parts on which the outcome rests.
fn decisive<'t>(test: &'t Test, facts: &Facts, found: &mut impl FnMut(&'t Test)) {
    let outcome = decide_part(test, facts);
    match &test.kind {
        TestKind::All(parts) | TestKind::Any(parts) => {
            for part in parts.iter().filter(|part| decide_part(part, facts) == outcome) {
                decisive(part, facts, found);
            }
        }
        TestKind::Choice(parts) => {
            decisive(&parts[0], facts, found);
            if let Some(first) = decide_part(&parts[0], facts) {
                decisive(&parts[if first { 1 } else { 2 }], facts, found);
            }
        }
        _ => found(test),
    }
}

fn part(when: &Condition, test: &Test, facts: &Facts) -> Part {
    let known = |fact: FactId| Known {
        name: fact.fact().name,
        value: facts.get(fact).cloned(),
        date: facts.date(fact),
    };
    Part {
        condition: when.piece(test).to_owned(),
        holds: decide_part(test, facts),
        facts: test.facts().iter().map(known).collect(),
    }
}

/// The reasons as sentences.
pub fn sentences(document: &Document, decision: &Decision, facts: &Facts) -> Vec<String> {
    let reasons = reasons(document, decision, facts);
    let mut sentences = Vec::with_capacity(reasons.len() + 1);
    if decision.rule.is_none() {
        sentences.push("No rule is true.".to_owned());
    }
    sentences.extend(reasons.iter().map(sentence));
    if let Some(trouble) = decision.trouble {
        sentences.push(format!("It cannot be computed: {trouble}."));
    }
    sentences
}

fn sentence(reason: &Reason) -> String {
    let what = if reason.hold { "Hold" } else { "Rule" };
    let outcome = match reason.applies {
        Some(true) => "is true",
        Some(false) => "is false",
        None => "cannot be decided",
    };
    let parts: Vec<String> = reason.parts.iter().map(part_sentence).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join("; ")) };
    let because = reason.because.as_ref().map_or(String::new(), |because| format!(" {because}"));
    format!("{what} `{}` {outcome}{parts}.{because}", reason.id)
}

fn part_sentence(part: &Part) -> String {
    let facts: Vec<String> = part.facts.iter().map(known_sentence).collect();
    if facts.is_empty() {
        format!("`{}`", part.condition)
    } else {
        format!("`{}`, {}", part.condition, facts.join(", "))
    }
}

fn known_sentence(known: &Known) -> String {
    match (&known.value, known.date) {
        (None, _) => format!("{} is missing", known.name),
        (Some(value), None) => format!("{} is {value}", known.name),
        (Some(value), Some(date)) => format!("{} is {value} (since {date})", known.name),
    }
}

//! What a document says that its author can hardly mean: rules that are never reached, holds that always hold, reasons that are none.
use super::change::implies;
use super::condition::{Condition, Quantity, Relation, Test, TestKind, Word, Words};
use super::document::{Answer, Document, Rule};
use super::facts::FactId;
use serde::Serialize;

/// One thing that is possible and probably not meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// The rule or hold; none: the document.
    pub id: Option<String>,
    /// What it is about, as one word.
    pub kind: Kind,
    /// The other rule or hold that it is about.
    pub other: Option<String>,
    /// The same as a sentence.
    pub text: String,
}

/// Kinds of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Another rule is true whenever this one is, and comes first.
    NeverReached,
    /// The same, and it says something else.
    Contradicts,
    /// The condition is always false.
    NeverTrue,
    /// A hold is true whenever the rule is.
    AlwaysHeld,
    /// Unhappiness or silence is no reason to hand off.
    Dumping,
    /// No role is named.
    NoReceiver,
    /// Nothing is ever handed off.
    NoHandoff,
    /// Nobody is told why.
    NoReason,
}

/// All warnings, in the order of the rules.
pub fn warnings(document: &Document) -> Vec<Warning> {
    let mut found = Vec::new();
    if document.rules.iter().all(|rule| rule.then != Answer::HandOff) {
        found.push(warning(
            None,
            Kind::NoHandoff,
            None,
            "no rule says `hand_off`: every unit stays where it is".to_owned(),
        ));
    }
    for (place, rule) in document.rules.iter().enumerate() {
        found.extend(reach(&document.rules[..place], rule));
        if rule.then == Answer::HandOff {
            found.extend(always_held(document, rule));
            found.extend(of_handoff(rule));
        }
        if rule.because.is_none() {
            found.push(warning(
                Some(&rule.id),
                Kind::NoReason,
                None,
                "it has no `because`: say why, for those whom it concerns".to_owned(),
            ));
        }
    }
    for hold in &document.holds {
        if never(&hold.when) {
            found.push(warning(
                Some(&hold.id),
                Kind::NeverTrue,
                None,
                "its condition is always false".to_owned(),
            ));
        }
    }
    found
}

fn warning(id: Option<&str>, kind: Kind, other: Option<&str>, text: String) -> Warning {
    Warning { id: id.map(str::to_owned), kind, other: other.map(str::to_owned), text }
}

fn never(when: &Condition) -> bool {
    let parts = parts(when.test());
    parts.iter().any(|part| part.kind == TestKind::Constant(false))
        || parts.iter().any(|one| parts.iter().any(|other| excludes(one, other)))
}

/// Whether no value of a fact makes both true.
fn excludes(one: &Test, other: &Test) -> bool {
    if let TestKind::Not(inner) = &other.kind {
        return same(one, inner);
    }
    if let (TestKind::Texts(Relation::Equal, fact, text), TestKind::Texts(Relation::Equal, also, word)) =
        (&one.kind, &other.kind)
    {
        return fact == also && matches!((text, word), (Word::Text(text), Word::Text(word)) if text != word);
    }
    match (limit(one), limit(other)) {
        (Some((fact, relation, limit)), Some((also, other, bound))) => {
            fact == also && implies((relation, limit), (opposite(other), bound))
        }
        _ => false,
    }
}

fn opposite(relation: Relation) -> Relation {
    match relation {
        Relation::Equal => Relation::Unequal,
        Relation::Unequal => Relation::Equal,
        Relation::Less => Relation::AtLeast,
        Relation::AtMost => Relation::More,
        Relation::More => Relation::AtMost,
        Relation::AtLeast => Relation::Less,
    }
}

/// Whether a rule is ever the first that is true.
fn reach(before: &[Rule], rule: &Rule) -> Option<Warning> {
    if never(&rule.when) {
        return Some(warning(
            Some(&rule.id),
            Kind::NeverTrue,
            None,
            "its condition is always false".to_owned(),
        ));
    }
    let first = before.iter().find(|first| follows(&rule.when, &first.when))?;
    let same = (first.then, &first.to) == (rule.then, &rule.to);
    let kind = if same { Kind::NeverReached } else { Kind::Contradicts };
    let differs = if same { "" } else { ", which says something else" };
    let text =
        format!("it never decides: whenever it is true, `{}` before it is true too{differs}", first.id);
    Some(warning(Some(&rule.id), kind, Some(&first.id), text))
}

fn always_held(document: &Document, rule: &Rule) -> Option<Warning> {
    let hold = document.holds.iter().find(|hold| follows(&rule.when, &hold.when))?;
    let text = format!("it never hands off: whenever it is true, the hold `{}` is true too", hold.id);
    Some(warning(Some(&rule.id), Kind::AlwaysHeld, Some(&hold.id), text))
}

fn of_handoff(rule: &Rule) -> Vec<Warning> {
    let mut found = Vec::new();
    if parts(rule.when.test()).iter().any(|part| is_dumping(part)) {
        let text =
            "an unhappy or silent customer is not a reason to hand off: make it a hold, or ask".to_owned();
        found.push(warning(Some(&rule.id), Kind::Dumping, None, text));
    }
    if rule.to.is_none() {
        let text = "it does not say `to` whom: the paired account manager receives".to_owned();
        found.push(warning(Some(&rule.id), Kind::NoReceiver, None, text));
    }
    found
}

/// Whether a part picks customers who are unhappy or silent.
fn is_dumping(test: &Test) -> bool {
    let is = |fact: FactId, names: &[&str]| names.contains(&fact.fact().name);
    let health = ["health", "customer_health"];
    let bad = |word: &Word| matches!(word, Word::Text(text) if ["red", "amber"].contains(&&**text));
    match &test.kind {
        TestKind::Texts(Relation::Equal, Word::Fact(fact), word) => is(*fact, &health) && bad(word),
        TestKind::AmongTexts(Word::Fact(fact), Words::List(words)) => {
            is(*fact, &health) && words.iter().all(bad)
        }
        TestKind::Quantities(Relation::More | Relation::AtLeast, Quantity::Fact(fact), _) => {
            is(*fact, &["days_since_contact", "open_escalations", "customer_open_escalations"])
        }
        _ => false,
    }
}

/// What must all be true.
fn parts(test: &Test) -> Vec<&Test> {
    match &test.kind {
        TestKind::All(parts) => parts.iter().flat_map(self::parts).collect(),
        _ => vec![test],
    }
}

/// Whether `other` is true whenever `one` is, as far as can be read from their parts.
fn follows(one: &Condition, other: &Condition) -> bool {
    let given = parts(one.test());
    parts(other.test()).iter().all(|wanted| is_given(&given, wanted))
}

fn is_given(given: &[&Test], wanted: &Test) -> bool {
    match &wanted.kind {
        TestKind::Constant(value) => *value,
        TestKind::Any(parts) => {
            parts.iter().any(|part| self::parts(part).iter().all(|part| is_given(given, part)))
                || given.iter().any(|part| same(part, wanted))
        }
        _ => given.iter().any(|part| same(part, wanted) || tighter(part, wanted)),
    }
}

/// Equal but for where they stand.
fn same(one: &Test, other: &Test) -> bool {
    let list = |one: &[Test], other: &[Test]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
    };
    match (&one.kind, &other.kind) {
        (TestKind::Not(one), TestKind::Not(other)) => same(one, other),
        (TestKind::All(one), TestKind::All(other)) | (TestKind::Any(one), TestKind::Any(other)) => {
            list(one, other)
        }
        (TestKind::Choice(one), TestKind::Choice(other)) => list(&**one, &**other),
        (TestKind::Same(one, alike), TestKind::Same(other, too)) => alike == too && list(&**one, &**other),
        (one, other) => one == other,
    }
}

/// A fact compared with a constant.
fn limit(test: &Test) -> Option<(FactId, Relation, f64)> {
    match &test.kind {
        TestKind::Quantities(relation, Quantity::Fact(fact), limit) => {
            Some((*fact, *relation, constant(limit)?))
        }
        _ => None,
    }
}

fn tighter(one: &Test, other: &Test) -> bool {
    match (limit(one), limit(other)) {
        (Some((fact, relation, limit)), Some((also, other, bound))) => {
            fact == also && implies((relation, limit), (other, bound))
        }
        _ => false,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a warning may miss what differs in the 54th bit")]
fn constant(quantity: &Quantity) -> Option<f64> {
    match quantity {
        Quantity::Whole(whole) => Some(*whole as f64),
        Quantity::Number(number) => Some(*number),
        _ => None,
    }
}

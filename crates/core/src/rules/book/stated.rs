//! What only people can tell of a unit: health, escalations, invoices, and how far a handoff has come.
use super::filling::Filling;
use super::{Book, Stated};
use crate::rules::facts::FactId;
use crate::rules::values::Value;
use chrono::NaiveDate;
use std::ops::Range;

/// How a customer's total comes of its units'.
#[derive(Clone, Copy)]
enum Total {
    /// None is made.
    None,
    /// The sum, where every unit's is known.
    Sum(FactId),
    /// red over amber over green; green and amber only where every unit's is known.
    Worst(FactId),
    /// True where all are, false where one is.
    All(FactId),
}

const STATED: [(FactId, Total); 8] = [
    (FactId::known("open_escalations"), Total::Sum(FactId::known("customer_open_escalations"))),
    (FactId::known("unpaid_invoices"), Total::Sum(FactId::known("customer_unpaid_invoices"))),
    (FactId::known("health"), Total::Worst(FactId::known("customer_health"))),
    (FactId::known("implementation_done"), Total::All(FactId::known("customer_implementation_done"))),
    (FactId::known("channel_wish"), Total::None),
    (FactId::known("brief_complete"), Total::None),
    (FactId::known("customer_informed"), Total::None),
    (FactId::known("business_days_in_review"), Total::None),
];

/// Whether people state this fact; the others come from the record.
pub fn is_stated(fact: FactId) -> bool {
    STATED.iter().any(|(stated, _)| *stated == fact)
}

/// Facts that people state, in the order in which forms show them.
pub fn all() -> impl Iterator<Item = FactId> {
    STATED.iter().map(|(fact, _)| *fact)
}

/// Puts what is stated of a unit.
pub fn put_unit(filling: &mut Filling, book: &Book, unit: usize, day: NaiveDate) {
    for (fact, _) in STATED {
        let stated = on(book, unit, fact, day);
        filling.put(fact, stated.and_then(|s| s.value.clone()), stated.map(|s| s.since));
    }
}

/// Puts what that comes to for all units of a customer.
pub fn put_totals(filling: &mut Filling, book: &Book, units: Range<usize>, day: NaiveDate) {
    for (fact, total) in STATED {
        let stated = units.clone().map(|unit| on(book, unit, fact, day));
        let values: Vec<Option<Value>> = stated.clone().map(|s| s.and_then(|s| s.value.clone())).collect();
        let (target, value) = match total {
            Total::None => continue,
            Total::Sum(target) => (target, sum(&values)),
            Total::Worst(target) => (target, worst(&values)),
            Total::All(target) => (target, all_true(&values)),
        };
        filling.put(target, value, stated.flatten().map(|s| s.since).max());
    }
}

/// What was stated of a unit as of a day: the latest day counts, and of one day what was stated last.
fn on(book: &Book, unit: usize, fact: FactId, day: NaiveDate) -> Option<&Stated> {
    let of_fact = book.stated.of(unit).iter().filter(|s| s.fact == fact && s.since <= day);
    of_fact.max_by_key(|s| s.since)
}

fn sum(values: &[Option<Value>]) -> Option<Value> {
    let whole = |value: &Option<Value>| match value {
        Some(Value::Whole(whole)) => Some(*whole),
        _ => None,
    };
    let sum = values.iter().map(whole).try_fold(0_i64, |sum, one| sum.checked_add(one?))?;
    (!values.is_empty()).then_some(Value::Whole(sum))
}

fn worst(values: &[Option<Value>]) -> Option<Value> {
    let among =
        |word: &str| values.iter().flatten().any(|value| matches!(value, Value::Text(t) if **t == *word));
    let known = !values.is_empty() && values.iter().all(Option::is_some);
    let word = match () {
        () if among("red") => Some("red"),
        () if known && among("amber") => Some("amber"),
        () if known => Some("green"),
        () => None,
    };
    word.map(Value::text)
}

fn all_true(values: &[Option<Value>]) -> Option<Value> {
    if values.iter().flatten().any(|value| *value == Value::Truth(false)) {
        return Some(Value::Truth(false));
    }
    let known = !values.is_empty() && values.iter().all(Option::is_some);
    known.then_some(Value::Truth(true))
}

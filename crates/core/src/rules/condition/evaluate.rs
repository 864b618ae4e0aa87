//! Evaluation in three values: `false && unknown` is false, `true || unknown` is true, all else that needs what is missing is undecided.
//! Work is bounded by the size of the condition: there are no loops.
use super::super::facts::{FactId, FactSet};
use super::super::values::{Facts, Value};
use super::tree::{Matching, Operation, Quantity, Relation, Test, TestKind, Word, Words};
use std::cmp::Ordering;

/// Why a condition was not decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Facts that are missing.
    pub missing: FactSet,
    /// What cannot be computed.
    pub trouble: Option<Trouble>,
}

/// What cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Division by zero.
    #[error("it divides by zero")]
    Division,
    /// Beyond 64 bits.
    #[error("a number in it becomes too large")]
    Overflow,
}

impl Gaps {
    fn lack(&mut self, fact: FactId) {
        self.missing.insert(fact);
    }

    fn fail(&mut self, trouble: Trouble) {
        self.trouble.get_or_insert(trouble);
    }
}

/// A quantity with its value.
#[derive(Clone, Copy)]
enum Amount {
    Whole(i64),
    Number(f64),
}

pub(super) fn decide(test: &Test, facts: &Facts, gaps: &mut Gaps) -> Option<bool> {
    match &test.kind {
        TestKind::Constant(value) => Some(*value),
        TestKind::Fact(fact) => match facts.get(*fact) {
            Some(Value::Truth(value)) => Some(*value),
            _ => lacking(*fact, gaps),
        },
        TestKind::Not(inner) => decide(inner, facts, gaps).map(|value| !value),
        TestKind::All(parts) => until(parts, false, facts, gaps),
        TestKind::Any(parts) => until(parts, true, facts, gaps),
        TestKind::Choice(parts) => {
            let [test, yes, no] = &**parts;
            decide(if decide(test, facts, gaps)? { yes } else { no }, facts, gaps)
        }
        TestKind::Same(parts, same) => {
            let (left, right) = (decide(&parts[0], facts, gaps), decide(&parts[1], facts, gaps));
            Some((left? == right?) == *same)
        }
        TestKind::Quantities(relation, left, right) => {
            let (left, right) = (amount(left, facts, gaps), amount(right, facts, gaps));
            Some(holds(*relation, compared(left?, right?)))
        }
        TestKind::Texts(relation, left, right) => {
            let (left, right) = (text(left, facts, gaps), text(right, facts, gaps));
            Some(holds(*relation, left?.cmp(right?)))
        }
        TestKind::AmongQuantities(one, list) => among(
            amount(one, facts, gaps),
            list.iter().map(|other| amount(other, facts, gaps)),
            |one, other| compared(one, other) == Ordering::Equal,
        ),
        TestKind::AmongTexts(one, list) => among_texts(one, list, facts, gaps),
        TestKind::Matches(matching, whole, part) => {
            let (whole, part) = (text(whole, facts, gaps), text(part, facts, gaps));
            Some(matches(*matching, whole?, part?))
        }
    }
}

fn lacking<T>(fact: FactId, gaps: &mut Gaps) -> Option<T> {
    gaps.lack(fact);
    None
}

/// The first part that is `decisive` decides, whatever else is missing.
fn until(parts: &[Test], decisive: bool, facts: &Facts, gaps: &mut Gaps) -> Option<bool> {
    let before = *gaps;
    let mut decided = Some(!decisive);
    for part in parts {
        match decide(part, facts, gaps) {
            Some(value) if value == decisive => {
                *gaps = before;
                return Some(decisive);
            }
            Some(_) => {}
            None => decided = None,
        }
    }
    decided
}

/// Whether one is among others; the whole list must be known.
fn among<T: Copy>(
    one: Option<T>,
    list: impl Iterator<Item = Option<T>>,
    same: impl Fn(T, T) -> bool,
) -> Option<bool> {
    let list: Vec<Option<T>> = list.collect();
    let one = one?;
    list.into_iter().try_fold(false, |found, other| Some(found | same(one, other?)))
}

fn among_texts(one: &Word, list: &Words, facts: &Facts, gaps: &mut Gaps) -> Option<bool> {
    let one = text(one, facts, gaps);
    match list {
        Words::List(words) => {
            among(one, words.iter().map(|word| text(word, facts, gaps)), |one, other| one == other)
        }
        Words::Fact(fact) => match facts.get(*fact) {
            Some(Value::Texts(texts)) => {
                let one = one?;
                Some(texts.iter().any(|text| **text == *one))
            }
            _ => lacking(*fact, gaps),
        },
    }
}

fn matches(matching: Matching, whole: &str, part: &str) -> bool {
    match matching {
        Matching::StartsWith => whole.starts_with(part),
        Matching::EndsWith => whole.ends_with(part),
        Matching::Contains => whole.contains(part),
    }
}

fn holds(relation: Relation, ordering: Ordering) -> bool {
    match relation {
        Relation::Equal => ordering.is_eq(),
        Relation::Unequal => ordering.is_ne(),
        Relation::Less => ordering.is_lt(),
        Relation::AtMost => ordering.is_le(),
        Relation::More => ordering.is_gt(),
        Relation::AtLeast => ordering.is_ge(),
    }
}

/// Compares exactly, a whole number with one of decimals too. No quantity is ever not a number.
fn compared(left: Amount, right: Amount) -> Ordering {
    match (left, right) {
        (Amount::Whole(left), Amount::Whole(right)) => left.cmp(&right),
        (Amount::Number(left), Amount::Number(right)) => left.partial_cmp(&right).unwrap_or(Ordering::Equal),
        (Amount::Whole(left), Amount::Number(right)) => whole_with_number(left, right),
        (Amount::Number(left), Amount::Whole(right)) => whole_with_number(right, left).reverse(),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "beyond 64 bits is decided before; the fraction is compared after"
)]
fn whole_with_number(whole: i64, number: f64) -> Ordering {
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    if number >= BEYOND {
        return Ordering::Less;
    }
    if number < -BEYOND {
        return Ordering::Greater;
    }
    let floor = number.floor();
    whole.cmp(&(floor as i64)).then(if number > floor { Ordering::Less } else { Ordering::Equal })
}

fn amount(quantity: &Quantity, facts: &Facts, gaps: &mut Gaps) -> Option<Amount> {
    match quantity {
        Quantity::Whole(whole) => Some(Amount::Whole(*whole)),
        Quantity::Number(number) => Some(Amount::Number(*number)),
        Quantity::Fact(fact) => match facts.get(*fact) {
            Some(Value::Whole(whole)) => Some(Amount::Whole(*whole)),
            Some(Value::Number(number)) => Some(Amount::Number(*number)),
            _ => lacking(*fact, gaps),
        },
        Quantity::Negative(inner) => match amount(inner, facts, gaps)? {
            Amount::Whole(whole) => checked(whole.checked_neg().map(Amount::Whole), gaps),
            Amount::Number(number) => Some(Amount::Number(-number)),
        },
        Quantity::Arithmetic(operation, parts) => {
            let (left, right) = (amount(&parts[0], facts, gaps), amount(&parts[1], facts, gaps));
            calculated(*operation, left?, right?, gaps)
        }
        Quantity::Count(list) => counted(list, facts, gaps).map(Amount::Whole),
        Quantity::Length(word) => text(word, facts, gaps)
            .map(|text| Amount::Whole(text.chars().count().try_into().unwrap_or(i64::MAX))),
        Quantity::ToNumber(inner) => amount(inner, facts, gaps).map(|amount| Amount::Number(number(amount))),
        Quantity::ToWhole(inner) => match amount(inner, facts, gaps)? {
            Amount::Number(number) => checked(cut(number).map(Amount::Whole), gaps),
            whole => Some(whole),
        },
        Quantity::Choice(test, parts) => {
            let place = usize::from(!decide(test, facts, gaps)?);
            amount(&parts[place], facts, gaps)
        }
    }
}

fn checked<T>(value: Option<T>, gaps: &mut Gaps) -> Option<T> {
    if value.is_none() {
        gaps.fail(Trouble::Overflow);
    }
    value
}

#[expect(clippy::cast_precision_loss, reason = "a number has 53 bits, as in CEL")]
fn number(amount: Amount) -> f64 {
    match amount {
        Amount::Whole(whole) => whole as f64,
        Amount::Number(number) => number,
    }
}

/// Towards zero; nothing beyond 64 bits.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked before")]
fn cut(number: f64) -> Option<i64> {
    (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&number).then_some(number as i64)
}

/// How many texts a list has; all of them must be known.
fn counted(list: &Words, facts: &Facts, gaps: &mut Gaps) -> Option<i64> {
    let count = match list {
        Words::List(words) => {
            let missing = words.iter().filter(|word| text(word, facts, gaps).is_none()).count();
            (missing == 0).then_some(words.len())
        }
        Words::Fact(fact) => match facts.get(*fact) {
            Some(Value::Texts(texts)) => Some(texts.len()),
            _ => lacking(*fact, gaps),
        },
    };
    count.and_then(|count| i64::try_from(count).ok())
}

fn calculated(operation: Operation, left: Amount, right: Amount, gaps: &mut Gaps) -> Option<Amount> {
    let divides = matches!(operation, Operation::Over | Operation::Modulo);
    if divides && number(right) == 0.0 {
        gaps.fail(Trouble::Division);
        return None;
    }
    let result = match (left, right) {
        (Amount::Whole(left), Amount::Whole(right)) => match operation {
            Operation::Plus => left.checked_add(right),
            Operation::Minus => left.checked_sub(right),
            Operation::Times => left.checked_mul(right),
            Operation::Over => left.checked_div(right),
            Operation::Modulo => left.checked_rem(right),
        }
        .map(Amount::Whole),
        (left, right) => {
            let (left, right) = (number(left), number(right));
            let result = match operation {
                Operation::Plus => left + right,
                Operation::Minus => left - right,
                Operation::Times => left * right,
                Operation::Over => left / right,
                Operation::Modulo => left % right,
            };
            result.is_finite().then_some(Amount::Number(result))
        }
    };
    checked(result, gaps)
}

fn text<'a>(word: &'a Word, facts: &'a Facts, gaps: &mut Gaps) -> Option<&'a str> {
    match word {
        Word::Text(text) => Some(text),
        Word::Fact(fact) => match facts.get(*fact) {
            Some(Value::Text(text)) => Some(text),
            _ => lacking(*fact, gaps),
        },
        Word::Choice(test, parts) => {
            let place = usize::from(!decide(test, facts, gaps)?);
            text(&parts[place], facts, gaps)
        }
    }
}

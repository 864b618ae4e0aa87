//! What would change a decision: for each fact that the document asks for, the nearest other values at which it comes out differently,
//! everything else staying as it is.
use super::condition::{Condition, Quantity, Relation, Test, TestKind, Word, Words};
use super::decide::decide;
use super::document::{Answer, Document};
use super::facts::{Drift, FactId, Kind};
use super::values::{Facts, Value};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::cmp::Ordering;
use std::fmt;

/// A value at which the decision would be another one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Name of the fact.
    pub fact: &'static str,
    /// Its value now; none: missing.
    pub from: Option<Value>,
    /// How the other value stands to `value`.
    pub bound: Bound,
    /// The other value or its limit.
    pub value: Value,
    /// What would then be done.
    pub answer: Answer,
    /// The role that would then receive.
    pub to: Option<String>,
    /// The rule that would then decide.
    pub rule: Option<String>,
    /// When the fact gets there by itself, about; none where it does not.
    pub on: Option<NaiveDate>,
}

/// How a value stands to its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Exactly the value.
    Exactly,
    /// The value or more.
    AtLeast,
    /// More than the value.
    MoreThan,
    /// The value or less.
    AtMost,
    /// Less than the value.
    LessThan,
    /// A list with the value in it.
    With,
    /// A list without it.
    Without,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let bound = match self.bound {
            Bound::Exactly => "",
            Bound::AtLeast => "at least ",
            Bound::MoreThan => "more than ",
            Bound::AtMost => "at most ",
            Bound::LessThan => "less than ",
            Bound::With => "a list with ",
            Bound::Without => "a list without ",
        };
        let to = self.to.as_ref().map_or(String::new(), |to| format!(" to {to}"));
        let on = self.on.map_or(String::new(), |day| format!(", which comes by itself about {day}"));
        write!(f, "With {} {bound}{} it would be {}{to}{on}.", self.fact, self.value, self.answer.text())
    }
}

/// Most values tried for one fact.
const VALUES_MAX: usize = 60;

/// What would change the decision about a unit on a day.
pub fn changes(document: &Document, facts: &Facts, today: NaiveDate) -> Vec<Change> {
    let tests: Vec<&Test> = document.conditions().map(Condition::test).collect();
    document.facts().iter().flat_map(|fact| Probe { document, facts, fact, today }.changes(&tests)).collect()
}

/// What a decision comes to.
#[derive(Clone, PartialEq)]
struct Outcome {
    answer: Answer,
    to: Option<String>,
    rule: Option<String>,
}

impl Outcome {
    fn same(&self, other: &Self) -> bool {
        (self.answer, &self.to) == (other.answer, &other.to)
    }
}

struct Probe<'a> {
    document: &'a Document,
    facts: &'a Facts,
    fact: FactId,
    today: NaiveDate,
}

/// A stretch of values in which no condition turns, with one of them to try.
struct Region {
    lower: Option<f64>,
    upper: Option<f64>,
    sample: f64,
}

impl Region {
    fn is_point(&self) -> bool {
        self.lower.is_some() && self.lower == self.upper
    }
}

impl Probe<'_> {
    fn changes(&self, tests: &[&Test]) -> Vec<Change> {
        let now = self.outcome_of(self.facts);
        let mut values = Values::default();
        tests.iter().for_each(|test| values.collect(test, self.fact));
        match self.fact.fact().kind {
            Kind::Number | Kind::Whole => self.of_quantity(&now, values.numbers),
            Kind::Truth => {
                let others = [true, false].map(Value::Truth);
                self.of_values(&now, others.into_iter().map(|value| (Bound::Exactly, value.clone(), value)))
            }
            Kind::Text => {
                let known = self.fact.fact().values.iter().map(|value| (*value).to_owned());
                values.texts.extend(known);
                values.texts.sort();
                values.texts.dedup();
                let others = values.texts.iter().take(VALUES_MAX).map(|text| Value::text(text));
                self.of_values(&now, others.map(|value| (Bound::Exactly, value.clone(), value)))
            }
            Kind::Texts => self.of_list(&now, values.texts),
        }
    }

    fn outcome(&self, value: Value) -> Outcome {
        self.outcome_of(&self.facts.with(self.fact, value))
    }

    fn outcome_of(&self, facts: &Facts) -> Outcome {
        let decision = decide(self.document, facts);
        Outcome {
            answer: decision.answer,
            to: decision.to().map(str::to_owned),
            rule: decision.rule.map(|rule| rule.id.clone()),
        }
    }

    fn change(&self, bound: Bound, value: Value, then: Outcome, on: Option<NaiveDate>) -> Change {
        let Outcome { answer, to, rule } = then;
        let from = self.facts.get(self.fact).cloned();
        Change { fact: self.fact.fact().name, from, bound, value, answer, to, rule, on }
    }

    /// Values shown as `(bound, value)` and tried as the third.
    fn of_values(&self, now: &Outcome, others: impl Iterator<Item = (Bound, Value, Value)>) -> Vec<Change> {
        let mut changes = Vec::new();
        for (bound, shown, tried) in others {
            let then = self.outcome(tried);
            if !then.same(now) {
                changes.push(self.change(bound, shown, then, None));
            }
        }
        changes
    }

    fn of_list(&self, now: &Outcome, mut texts: Vec<String>) -> Vec<Change> {
        texts.sort();
        texts.dedup();
        let present: Vec<&str> = match self.facts.get(self.fact) {
            Some(Value::Texts(present)) => present.iter().map(|text| &**text).collect(),
            _ => Vec::new(),
        };
        let others = texts.iter().take(VALUES_MAX).map(|text| {
            let without: Vec<&str> = present.iter().copied().filter(|other| other != text).collect();
            if without.len() < present.len() {
                (Bound::Without, Value::text(text), Value::texts(without))
            } else {
                (Bound::With, Value::text(text), Value::texts(without.into_iter().chain([text.as_str()])))
            }
        });
        self.of_values(now, others)
    }

    fn of_quantity(&self, now: &Outcome, mut limits: Vec<f64>) -> Vec<Change> {
        limits.sort_by(f64::total_cmp);
        limits.dedup();
        limits.truncate(VALUES_MAX);
        let regions = self.regions(&limits);
        let outcomes: Vec<Outcome> =
            regions.iter().map(|region| self.outcome(self.value(region.sample))).collect();
        let from = self.facts.get(self.fact).and_then(number);
        let Some(from) = from else {
            let ups = (0..regions.len()).filter(|at| *at == 0 || !outcomes[*at].same(&outcomes[at - 1]));
            let different = ups.filter(|at| !outcomes[*at].same(now));
            return different.map(|at| self.change_at(&regions, &outcomes, at, false, None)).collect();
        };
        let here = regions.iter().position(|region| holds(region, from)).unwrap_or(0);
        let up = (here + 1..regions.len()).find(|at| !outcomes[*at].same(now));
        let down = (0..here).rev().find(|at| !outcomes[*at].same(now));
        let up = up.map(|at| self.change_at(&regions, &outcomes, at, false, Some(from)));
        let down = down.map(|at| self.change_at(&regions, &outcomes, at, true, Some(from)));
        up.into_iter().chain(down).collect()
    }

    /// Points where conditions turn and the stretches between them; of whole numbers only stretches that hold one.
    fn regions(&self, limits: &[f64]) -> Vec<Region> {
        let whole = self.fact.fact().kind == Kind::Whole;
        let mut regions = Vec::new();
        let mut before: Option<f64> = None;
        for limit in limits.iter().copied().map(Some).chain([None]) {
            let sample = match (before, limit) {
                (None, None) => 0.0,
                (None, Some(limit)) if whole => (limit - 1.0).ceil(),
                (Some(before), None) if whole => (before + 1.0).floor(),
                (None, Some(limit)) => limit - 1.0,
                (Some(before), None) => before + 1.0,
                (Some(before), Some(limit)) if whole => {
                    (f64::midpoint(before, limit)).floor().max((before + 1.0).floor())
                }
                (Some(before), Some(limit)) => f64::midpoint(before, limit),
            };
            if before.is_none_or(|before| before < sample) && limit.is_none_or(|limit| sample < limit) {
                regions.push(Region { lower: before, upper: limit, sample });
            }
            if let Some(limit) = limit.filter(|limit| !whole || limit.fract() == 0.0) {
                regions.push(Region { lower: Some(limit), upper: Some(limit), sample: limit });
            }
            before = limit;
        }
        regions
    }

    #[expect(clippy::cast_possible_truncation, reason = "whole facts are tried at whole numbers only")]
    fn value(&self, sample: f64) -> Value {
        if self.fact.fact().kind == Kind::Whole { Value::Whole(sample as i64) } else { Value::Number(sample) }
    }

    fn change_at(
        &self,
        regions: &[Region],
        outcomes: &[Outcome],
        at: usize,
        down: bool,
        from: Option<f64>,
    ) -> Change {
        let region = &regions[at];
        let next = if down { at.checked_sub(1) } else { Some(at + 1).filter(|next| *next < regions.len()) };
        let goes_on = next.is_some_and(|next| outcomes[next].same(&outcomes[at]));
        let (bound, limit) = match (region.is_point(), down) {
            (true, _) if !goes_on => (Bound::Exactly, region.sample),
            (true, false) => (Bound::AtLeast, region.sample),
            (true, true) => (Bound::AtMost, region.sample),
            (false, _) => Self::edge(region, down),
        };
        let on = from.and_then(|from| self.reached(from, limit));
        self.change(bound, self.value(limit), outcomes[at].clone(), on)
    }

    /// The edge of a stretch at which one comes in.
    fn edge(region: &Region, down: bool) -> (Bound, f64) {
        let lower = region.lower.map(|lower| (Bound::MoreThan, lower));
        let upper = region.upper.map(|upper| (Bound::LessThan, upper));
        let edge = if down { upper.or(lower) } else { lower.or(upper) };
        edge.unwrap_or((Bound::Exactly, region.sample))
    }

    /// The day on which a fact that moves by itself gets to a value.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be small and positive"
    )]
    fn reached(&self, from: f64, to: f64) -> Option<NaiveDate> {
        let days = match self.fact.fact().drift {
            Drift::MonthUp => (to - from) * DAYS_A_MONTH,
            Drift::DayDown => from - to,
            Drift::None => return None,
        };
        (0.0..36_525.0).contains(&days).then(|| self.today.checked_add_days(Days::new(days.ceil() as u64)))?
    }
}

/// Mean of the calendar that repeats every 400 years.
const DAYS_A_MONTH: f64 = 30.436_875;

fn holds(region: &Region, value: f64) -> bool {
    if region.is_point() {
        return region.lower == Some(value);
    }
    region.lower.is_none_or(|lower| lower < value) && region.upper.is_none_or(|upper| value < upper)
}

#[expect(clippy::cast_precision_loss, reason = "limits are compared with 53 bits")]
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Whole(whole) => Some(*whole as f64),
        _ => None,
    }
}

/// The values that conditions compare a fact with.
#[derive(Default)]
struct Values {
    numbers: Vec<f64>,
    texts: Vec<String>,
}

impl Values {
    fn collect(&mut self, test: &Test, fact: FactId) {
        match &test.kind {
            TestKind::Not(inner) => self.collect(inner, fact),
            TestKind::All(parts) | TestKind::Any(parts) => {
                parts.iter().for_each(|part| self.collect(part, fact))
            }
            TestKind::Choice(parts) => parts.iter().for_each(|part| self.collect(part, fact)),
            TestKind::Same(parts, _) => parts.iter().for_each(|part| self.collect(part, fact)),
            TestKind::Quantities(_, one, other) => {
                self.number(one, other, fact);
                self.number(other, one, fact);
            }
            TestKind::AmongQuantities(one, list) => {
                list.iter().for_each(|other| self.number(one, other, fact))
            }
            TestKind::Texts(_, one, other) | TestKind::Matches(_, one, other) => {
                self.text(one, other, fact);
                self.text(other, one, fact);
            }
            TestKind::AmongTexts(one, Words::List(list)) => {
                list.iter().for_each(|other| self.text(one, other, fact))
            }
            TestKind::AmongTexts(Word::Text(text), Words::Fact(list)) if *list == fact => {
                self.texts.push(text.to_string())
            }
            _ => {}
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "limits are compared with 53 bits")]
    fn number(&mut self, one: &Quantity, other: &Quantity, fact: FactId) {
        match (one, other) {
            (Quantity::Fact(this), Quantity::Whole(whole)) if *this == fact => {
                self.numbers.push(*whole as f64)
            }
            (Quantity::Fact(this), Quantity::Number(number)) if *this == fact => self.numbers.push(*number),
            _ => {}
        }
    }

    fn text(&mut self, one: &Word, other: &Word, fact: FactId) {
        if let (Word::Fact(this), Word::Text(text)) = (one, other)
            && *this == fact
        {
            self.texts.push(text.to_string());
        }
    }
}

/// Whether every value that stands so to its limit also stands so to the other one.
pub(super) fn implies(one: (Relation, f64), other: (Relation, f64)) -> bool {
    use Relation::{AtLeast, AtMost, Equal, Less, More, Unequal};
    let order = one.1.total_cmp(&other.1);
    match (one.0, other.0) {
        (Equal, Equal) | (Unequal, Unequal) => order == Ordering::Equal,
        (Equal, AtLeast) | (AtLeast | More, AtLeast) => order != Ordering::Less,
        (Equal, AtMost) | (AtMost | Less, AtMost) => order != Ordering::Greater,
        (Equal | AtLeast, More) => order == Ordering::Greater,
        (More, More) => order != Ordering::Less,
        (Equal | AtMost, Less) => order == Ordering::Less,
        (Less, Less) => order != Ordering::Greater,
        (Equal, Unequal) => order != Ordering::Equal,
        (AtLeast, Unequal) => order == Ordering::Greater,
        (More, Unequal) => order != Ordering::Less,
        (AtMost, Unequal) => order == Ordering::Less,
        (Less, Unequal) => order != Ordering::Greater,
        _ => false,
    }
}

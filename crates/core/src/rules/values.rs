//! What is known of one unit on one day: for each fact of the catalogue a value and the day it is of, or nothing.
use super::facts::{COUNT, FactId, Kind};
use chrono::NaiveDate;
use std::fmt;
use std::sync::Arc;

/// The value of a fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Finite.
    Number(f64),
    /// Whole.
    Whole(i64),
    /// Text.
    Text(Arc<str>),
    /// True or false.
    Truth(bool),
    /// A list of texts.
    Texts(Arc<[Arc<str>]>),
}

impl Value {
    /// Text, of which equal ones may share one copy.
    pub fn text(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }

    /// A list of texts.
    pub fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Texts(texts.into_iter().map(Arc::from).collect())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Whole(whole) => write!(f, "{whole}"),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::Texts(texts) => write!(f, "{texts:?}"),
        }
    }
}

impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Whole(whole) => serializer.serialize_i64(*whole),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Texts(texts) => serializer.collect_seq(texts.iter().map(|text| &**text)),
        }
    }
}

/// Texts longer than this, in bytes, and lists longer than this, are no facts.
pub const TEXT_BYTES_MAX: usize = 1_000;

/// The facts of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    values: [Option<Value>; COUNT],
    dates: [Option<NaiveDate>; COUNT],
}

impl Default for Facts {
    fn default() -> Self {
        Self { values: std::array::from_fn(|_| None), dates: [None; COUNT] }
    }
}

impl Facts {
    /// The value of a fact, none where it is missing.
    pub fn get(&self, fact: FactId) -> Option<&Value> {
        self.values[fact.index()].as_ref()
    }

    /// Since when the value holds, where that is known.
    pub fn date(&self, fact: FactId) -> Option<NaiveDate> {
        self.dates[fact.index()]
    }

    /// Sets or takes away a value.
    ///
    /// # Errors
    /// Where the value is of another kind or outside what the fact can be, with what to give.
    pub fn set(&mut self, fact: FactId, value: Option<Value>) -> Result<(), Unfit> {
        self.set_of(fact, value, None)
    }

    /// The same with the day since when the value holds.
    ///
    /// # Errors
    /// As [`Facts::set`].
    pub fn set_of(
        &mut self,
        fact: FactId,
        value: Option<Value>,
        date: Option<NaiveDate>,
    ) -> Result<(), Unfit> {
        let value = value.map(|value| fitted(fact, value)).transpose()?;
        self.dates[fact.index()] = value.as_ref().and(date);
        self.values[fact.index()] = value;
        Ok(())
    }

    /// The same facts with one of them replaced by a value of its kind.
    pub(super) fn with(&self, fact: FactId, value: Value) -> Self {
        let mut other = self.clone();
        other.values[fact.index()] = Some(value);
        other
    }
}

/// Why a value is not one of the fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{fact}` cannot be {value}: give {wanted}, or leave it out where it is not known")]
pub struct Unfit {
    /// Name of the fact.
    pub fact: &'static str,
    /// What was given.
    pub value: String,
    /// What would have been taken.
    pub wanted: String,
}

fn fitted(id: FactId, value: Value) -> Result<Value, Unfit> {
    let fact = id.fact();
    let short = |text: &str| text.len() <= TEXT_BYTES_MAX;
    match (fact.kind, value) {
        (Kind::Number, Value::Number(number)) if number.is_finite() => Ok(Value::Number(number)),
        #[expect(
            clippy::cast_precision_loss,
            reason = "a number has 53 bits, as in the language of conditions"
        )]
        (Kind::Number, Value::Whole(whole)) => Ok(Value::Number(whole as f64)),
        (Kind::Whole, Value::Whole(whole)) => Ok(Value::Whole(whole)),
        (Kind::Whole, Value::Number(number)) if whole(number).is_some() => {
            Ok(Value::Whole(whole(number).unwrap_or_default()))
        }
        (Kind::Truth, Value::Truth(truth)) => Ok(Value::Truth(truth)),
        (Kind::Text, Value::Text(text))
            if short(&text) && (fact.values.is_empty() || fact.values.contains(&&*text)) =>
        {
            Ok(Value::Text(text))
        }
        (Kind::Texts, Value::Texts(texts))
            if texts.len() <= TEXT_BYTES_MAX && texts.iter().all(|text| short(text)) =>
        {
            Ok(Value::Texts(texts))
        }
        (_, value) => Err(Unfit { fact: fact.name, value: shown(&value), wanted: wanted(id) }),
    }
}

/// A number that is whole, exactly.
#[expect(clippy::cast_possible_truncation, reason = "only whole numbers of at most 53 bits get there")]
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0).then_some(number as i64)
}

fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 80 {
        text
    } else {
        format!("{}...", text.chars().take(80).collect::<String>())
    }
}

fn wanted(id: FactId) -> String {
    let fact = id.fact();
    match fact.kind {
        Kind::Text if !fact.values.is_empty() => format!("one of {}", fact.values.join(", ")),
        Kind::Text => format!("text of at most {TEXT_BYTES_MAX} bytes"),
        Kind::Texts => format!("a list of at most {TEXT_BYTES_MAX} texts"),
        kind => kind.words().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, value: Value, expected: &str) {
        let fact = FactId::named(name).unwrap();
        let mut facts = Facts::default();
        let shown = match facts.set(fact, Some(value)) {
            Ok(()) => facts.get(fact).unwrap().to_string(),
            Err(unfit) => unfit.to_string(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn values_fit_or_are_refused() {
        check("arr", Value::Whole(12), "12");
        check("products_in_use", Value::Number(3.0), "3");
        check("health", Value::text("red"), "\"red\"");
        let tail = "or leave it out where it is not known";
        check(
            "products_in_use",
            Value::Number(2.5),
            &format!("`products_in_use` cannot be 2.5: give a whole number, {tail}"),
        );
        check(
            "health",
            Value::text("purple"),
            &format!("`health` cannot be \"purple\": give one of red, amber, green, {tail}"),
        );
        check(
            "brief_complete",
            Value::Whole(1),
            &format!("`brief_complete` cannot be 1: give true or false, {tail}"),
        );
        check("arr", Value::Number(f64::NAN), &format!("`arr` cannot be NaN: give a number, {tail}"));
    }
}

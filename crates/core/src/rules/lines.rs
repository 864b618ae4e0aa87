//! Facts as lines of JSON, one unit a line: `{"unit": "u1", "facts": {"arr": 12000, "health": null}}`. A fact left out or null is missing.
use super::facts::{CATALOGUE, FactId};
use super::values::{Facts, Value};
use crate::suggest;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeSet;
use std::fmt;

/// The facts of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What the unit is called.
    pub unit: String,
    /// What is known of it.
    pub facts: Facts,
}

/// Reads one line. Names that are no facts are added to `strange` and otherwise left alone: exports hold more than rules ask for.
///
/// # Errors
/// Where it is not such a line or a value does not fit, with what to give.
pub fn line(text: &str, strange: &mut BTreeSet<String>) -> Result<Line, String> {
    let raw: Raw = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let mut facts = Facts::default();
    for (name, value) in raw.facts.0 {
        match FactId::named(&name) {
            Some(fact) => {
                let value = self::value(&name, value)?;
                facts.set(fact, value).map_err(|unfit| unfit.to_string())?;
            }
            None => _ = strange.insert(name),
        }
    }
    let unit = match raw.unit {
        serde_json::Value::String(unit) if !unit.trim().is_empty() => unit,
        serde_json::Value::Number(unit) => unit.to_string(),
        _ => return Err("`unit` names nothing: write the unit's name, such as \"unit\": \"u1\"".to_owned()),
    };
    Ok(Line { unit, facts })
}

/// What is said of a name that is no fact.
pub fn stranger(name: &str) -> String {
    match suggest::nearest(name, CATALOGUE.iter().map(|fact| fact.name)) {
        Some(near) => format!("`{name}` is no fact and is left alone: did you mean `{near}`?"),
        None => {
            format!("`{name}` is no fact and is left alone: `tandem rules facts` lists the facts there are")
        }
    }
}

fn unreadable(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or_default();
    format!(
        "letter {}: {reason}; write {{\"unit\": \"u1\", \"facts\": {{\"arr\": 12000}}}} on one line",
        error.column()
    )
}

/// The value that JSON holds; null is none.
///
/// # Errors
/// Where no fact can have such a value, with what to give.
pub fn value(name: &str, value: serde_json::Value) -> Result<Option<Value>, String> {
    use serde_json::Value as Json;
    Ok(Some(match value {
        Json::Null => return Ok(None),
        Json::Bool(truth) => Value::Truth(truth),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Value::Whole(whole),
            (None, Some(decimal)) => Value::Number(decimal),
            (None, None) => return Err(format!("`{name}` is beyond 64 bits: give a smaller number")),
        },
        Json::String(text) => Value::text(&text),
        Json::Array(parts) => match parts.iter().map(Json::as_str).collect::<Option<Vec<_>>>() {
            Some(texts) => Value::texts(texts),
            None => return Err(format!("`{name}` is a list of other things than texts: give texts only")),
        },
        Json::Object(_) => {
            return Err(format!("`{name}` is a record: give a number, text, true, false or a list of texts"));
        }
    }))
}

#[derive(Deserialize)]
struct Raw {
    unit: serde_json::Value,
    facts: Pairs,
}

/// Names and values, each name once.
struct Pairs(Vec<(String, serde_json::Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EachOnce)
    }
}

struct EachOnce;

impl<'de> Visitor<'de> for EachOnce {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("facts by name")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs, M::Error> {
        let mut pairs: Vec<(String, serde_json::Value)> = Vec::new();
        while let Some((name, value)) = map.next_entry()? {
            if pairs.iter().any(|(before, _)| *before == name) {
                return Err(M::Error::custom(format!("`{name}` stands twice: keep one")));
            }
            pairs.push((name, value));
        }
        Ok(Pairs(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut strange = BTreeSet::new();
        let shown = match line(text, &mut strange) {
            Ok(line) => {
                let known = FactId::all().filter_map(|fact| Some((fact.fact().name, line.facts.get(fact)?)));
                let known: Vec<String> = known.map(|(name, value)| format!("{name}={value}")).collect();
                let strange: Vec<String> = strange.into_iter().collect();
                format!("{} {} strange: {}", line.unit, known.join(" "), strange.join(" "))
            }
            Err(reason) => reason,
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn lines_are_read_or_refused_with_what_to_give() {
        check(
            r#"{"unit": "u1", "facts": {"arr": 12, "health": null, "contact_roles": ["a"], "Arr": 1}}"#,
            "u1 arr=12 contact_roles=[\"a\"] strange: Arr",
        );
        check(r#"{"unit": 7, "facts": {}}"#, "7  strange: ");
        let form = r#"write {"unit": "u1", "facts": {"arr": 12000}} on one line"#;
        check("{", &format!("letter 1: EOF while parsing an object; {form}"));
        check(r#"{"unit": "u1"}"#, &format!("letter 14: missing field `facts`; {form}"));
        check(
            r#"{"unit": "u1", "facts": {"arr": 1, "arr": 2}}"#,
            &format!("letter 44: `arr` stands twice: keep one; {form}"),
        );
        check(
            r#"{"unit": " ", "facts": {}}"#,
            "`unit` names nothing: write the unit's name, such as \"unit\": \"u1\"",
        );
        check(
            r#"{"unit": "u1", "facts": {"arr": "12"}}"#,
            "`arr` cannot be \"12\": give a number, or leave it out where it is not known",
        );
        check(
            r#"{"unit": "u1", "facts": {"contact_roles": [1]}}"#,
            "`contact_roles` is a list of other things than texts: give texts only",
        );
    }
}

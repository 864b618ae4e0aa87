//! Rules of engagement from the outside: what is refused and with which words, hostile text, decisions in tables, a reference evaluator
//! written another way, the language's own interpreter, and what the warnings see.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod book;
mod conformance;
mod expressions;
mod faults;
mod hostile;
mod reference;
mod tables;
mod warned;

use tandem_core::rules::{Document, FactId, Facts, Value, read};

/// Facts by name; what is JSON null is missing.
fn facts(json: &serde_json::Value) -> Facts {
    let mut facts = Facts::default();
    for (name, value) in json.as_object().unwrap() {
        facts.set(FactId::named(name).unwrap(), value_of(value)).unwrap();
    }
    facts
}

fn value_of(json: &serde_json::Value) -> Option<Value> {
    Some(match json {
        serde_json::Value::Null => return None,
        serde_json::Value::Bool(truth) => Value::Truth(*truth),
        serde_json::Value::Number(number) => {
            number.as_i64().map_or_else(|| Value::Number(number.as_f64().unwrap()), Value::Whole)
        }
        serde_json::Value::String(text) => Value::text(text),
        serde_json::Value::Array(texts) => Value::texts(texts.iter().map(|text| text.as_str().unwrap())),
        serde_json::Value::Object(_) => unreachable!("no fact is an object"),
    })
}

fn document(rules: &str) -> Document {
    read(&format!("name: Test\nversion: 1\neffective: 2027-01-01\n{rules}")).unwrap()
}

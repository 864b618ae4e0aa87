//! Where no fact is missing, a condition comes out as the language's own interpreter says.
use crate::rules::expressions::{complete_facts, truths};
use proptest::prelude::*;
use serde_json::{Map, Value};
use tandem_core::rules::Condition;

/// By the interpreter; none where it reports an error.
fn interpreted(source: &str, facts: &Map<String, Value>) -> Option<bool> {
    let mut context = cel::Context::default();
    for (name, value) in facts {
        context.add_variable_from_value(name.clone(), to_cel(value));
    }
    match cel::Program::compile(source).unwrap().execute(&context) {
        Ok(cel::Value::Bool(value)) => Some(value),
        Ok(other) => unreachable!("{other:?}"),
        Err(_) => None,
    }
}

fn to_cel(value: &Value) -> cel::Value {
    match value {
        Value::Bool(truth) => (*truth).into(),
        Value::Number(number) => number.as_i64().map_or_else(|| number.as_f64().unwrap().into(), Into::into),
        Value::String(text) => text.as_str().into(),
        Value::Array(texts) => texts.iter().map(to_cel).collect::<Vec<cel::Value>>().into(),
        other => unreachable!("{other}"),
    }
}

fn ours(source: &str, facts: &Map<String, Value>) -> Option<bool> {
    let known = crate::rules::facts(&Value::Object(facts.clone()));
    Condition::parse(source).unwrap().decide(&known, &mut Default::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn random_conditions(when in truths(), facts in complete_facts()) {
        let source = when.text();
        prop_assert_eq!(ours(&source, &facts), interpreted(&source, &facts), "{}", source);
    }
}

#[test]
fn precedence_text_and_numbers() {
    let facts = serde_json::json!({
        "segment": "large — 台北", "arr": 12.5, "potential": 100.0, "products_in_use": 3, "brief_complete": true,
        "contact_roles": ["champion", "user"],
    });
    let facts = facts.as_object().unwrap();
    for source in [
        "1 + 2 * 3 == 7 && 10 - 4 - 3 == 3 && 7 / 2 == 3 && -7 / 2 == -3 && -7 % 3 == -1",
        "true || false && false",
        "!false && false || true",
        "arr / potential >= 0.125",
        "arr * 8.0 == potential",
        "products_in_use > 2 ? brief_complete : !brief_complete",
        "size(segment) == 10",
        "size(contact_roles) == 2 && \"champion\" in contact_roles && !(\"x\" in contact_roles)",
        "segment.startsWith('large') && segment.endsWith(\"台北\") && segment.contains('—')",
        "\"a\\n\\\"\\u53f0\" == \"a\\n\\\"台\"",
        "'it''s' == 'its'",
        "r\"\\d\" == '\\\\d'",
        "\"b\" > \"a\" && 'Z' < 'a'",
        "products_in_use in [1, 2, 3]",
        "int(arr) == 12 && double(products_in_use) == 3.0",
        "0x10 == 16 && 1e2 == 100.0 && .5 == 0.5",
        "arr == 12 || arr > 12",
        "(1 < 2) == true",
    ] {
        let theirs = cel::Program::compile(source).is_ok().then(|| interpreted(source, facts));
        match (Condition::parse(source), theirs) {
            (Ok(_), Some(theirs)) => assert_eq!(ours(source, facts), theirs, "{source}"),
            (Err(_), None) => {}
            (ours, theirs) => unreachable!("{source}: {ours:?} {theirs:?}"),
        }
    }
}

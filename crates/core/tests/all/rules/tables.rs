//! Decisions: the first rule that is true, holds, and what is asked where facts are missing.
use crate::rules::{document, facts};
use serde_json::{Value, json};
use tandem_core::rules::{decide, explain, values};

const RULES: &str = "rules:
- {id: first, when: arr >= 100000.0 && !brief_complete, then: ask}
- {id: second, when: months_since_first_sale >= 6.0 || penetration >= 0.4, then: hand_off, to: account_manager, playbook: standard}
- {id: third, when: expansion_pipeline > 0.0, then: keep}
holds:
- {id: unhappy, when: health == 'red'}
- {id: renewal, when: days_to_renewal < 90, because: Nobody changes hands before a renewal.}
";

/// What is decided, as `answer rule to playbook | missing | holds | open`.
#[track_caller]
fn check(given: Value, expected: &str) {
    let document = document(RULES);
    let decision = decide(&document, &facts(&given));
    let none = "-";
    let ids = |holds: &[&tandem_core::rules::Hold]| {
        holds.iter().map(|hold| hold.id.clone()).collect::<Vec<_>>().join(",")
    };
    let shown = format!(
        "{} {} {} {} | {} | {} | {}",
        decision.answer,
        decision.rule.map_or(none, |rule| &rule.id),
        decision.to().unwrap_or(none),
        decision.playbook().unwrap_or(none),
        decision.missing.names().join(","),
        ids(&decision.holds),
        ids(&decision.open),
    );
    assert_eq!(shown, expected);
}

#[test]
fn the_first_rule_that_is_true_decides() {
    check(json!({"arr": 200_000, "brief_complete": false}), "ask first - - |  |  | ");
    let young = json!({"arr": 1, "months_since_first_sale": 2, "penetration": 0.1, "expansion_pipeline": 5});
    check(young, "keep third - - |  |  | ");
    let nothing =
        json!({"arr": 1, "months_since_first_sale": 2, "penetration": 0.1, "expansion_pipeline": 0});
    check(nothing, "keep - - - |  |  | ");
    let ripe = json!({"arr": 1, "penetration": 0.4, "health": "green", "days_to_renewal": 90});
    check(ripe, "hand_off second account_manager standard |  |  | ");
}

#[test]
fn a_hold_turns_a_handoff_into_keeping() {
    let ripe = |health: &str, days: i64| json!({"arr": 1, "months_since_first_sale": 6, "health": health, "days_to_renewal": days});
    check(ripe("red", 200), "keep second - - |  | unhappy | ");
    check(ripe("green", 89), "keep second - - |  | renewal | ");
    check(ripe("red", 0), "keep second - - |  | unhappy,renewal | ");
}

#[test]
fn what_is_missing_is_asked_where_it_matters() {
    check(json!({}), "ask first - - | arr,brief_complete |  | ");
    check(json!({"arr": 200_000}), "ask first - - | brief_complete |  | ");
    check(
        json!({"arr": 1}),
        "ask second account_manager standard | months_since_first_sale,penetration |  | ",
    );
    let known = json!({"arr": 1, "months_since_first_sale": 9});
    check(known, "ask second account_manager standard | days_to_renewal,health |  | unhappy,renewal");
    let one = json!({"arr": 1, "months_since_first_sale": 9, "health": "green"});
    check(one, "ask second account_manager standard | days_to_renewal |  | renewal");
    let held = json!({"arr": 1, "months_since_first_sale": 9, "health": "red"});
    check(held, "keep second - - |  | unhappy | ");
}

#[test]
fn reasons_name_the_deciding_parts_with_values_and_days() {
    let document = document(RULES);
    let mut facts = facts(&json!({"arr": 1, "months_since_first_sale": 7, "health": "green"}));
    let days = tandem_core::rules::FactId::named("days_to_renewal").unwrap();
    facts.set_of(days, Some(values::Value::Whole(30)), "2027-03-01".parse().ok()).unwrap();
    let decision = decide(&document, &facts);
    expect_test::expect![[r#"
        Rule `second` is true: `months_since_first_sale >= 6.0`, months_since_first_sale is 7.
        Hold `renewal` is true: `days_to_renewal < 90`, days_to_renewal is 30 (since 2027-03-01). Nobody changes hands before a renewal."#]].assert_eq(&explain::sentences(&document, &decision, &facts).join("\n"));
}

#[test]
fn where_no_rule_is_true_each_says_why_not() {
    let document = document(RULES);
    let facts =
        facts(&json!({"arr": 1, "months_since_first_sale": 2, "penetration": 0.1, "expansion_pipeline": 0}));
    let decision = decide(&document, &facts);
    expect_test::expect![[r#"
        No rule is true.
        Rule `first` is false: `arr >= 100000.0`, arr is 1.
        Rule `second` is false: `months_since_first_sale >= 6.0`, months_since_first_sale is 2; `penetration >= 0.4`, penetration is 0.1.
        Rule `third` is false: `expansion_pipeline > 0.0`, expansion_pipeline is 0."#]].assert_eq(&explain::sentences(&document, &decision, &facts).join("\n"));
}

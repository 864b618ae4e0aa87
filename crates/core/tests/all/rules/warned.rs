//! Warnings about documents, conditions as rows, and what would change a decision.
use crate::rules::{document, facts};
use expect_test::{Expect, expect};
use serde_json::json;
use tandem_core::rules::{Condition, change, rows, warnings};

fn check(rules: &str, expected: Expect) {
    let shown = warnings::warnings(&document(rules))
        .into_iter()
        .map(|warning| format!("{}: {:?}: {}\n", warning.id.unwrap_or_default(), warning.kind, warning.text));
    expected.assert_eq(&shown.collect::<String>());
}

#[test]
fn rules_that_are_never_reached_and_holds_that_always_hold() {
    check(
        "rules:
- {id: old, when: months_since_first_sale >= 6.0, then: hand_off, to: account_manager, because: x}
- {id: older, when: months_since_first_sale >= 12.0, then: keep, because: x}
- {id: same, when: months_since_first_sale > 7.0 && arr > 5.0, then: hand_off, to: account_manager, because: x}
- {id: never, when: arr > 5.0 && arr < 3.0, then: ask, because: x}
- {id: held, when: penetration >= 0.4 && health == 'red', then: hand_off, to: account_manager, because: x}
holds:
- {id: unhappy, when: health == 'red' || health == 'amber'}
",
        expect![[r#"
            older: Contradicts: it never decides: whenever it is true, `old` before it is true too, which says something else
            same: NeverReached: it never decides: whenever it is true, `old` before it is true too
            never: NeverTrue: its condition is always false
            held: AlwaysHeld: it never hands off: whenever it is true, the hold `unhappy` is true too
            held: Dumping: an unhappy or silent customer is not a reason to hand off: make it a hold, or ask
        "#]],
    );
}

#[test]
fn dumping_and_silence_are_no_reason() {
    check(
        "rules:
- {id: a, when: health == 'red', then: hand_off, to: account_manager, because: x}
- {id: b, when: days_since_contact > 90, then: hand_off, because: x}
- {id: c, when: 'true', then: keep}
",
        expect![[r#"
            a: Dumping: an unhappy or silent customer is not a reason to hand off: make it a hold, or ask
            b: Dumping: an unhappy or silent customer is not a reason to hand off: make it a hold, or ask
            b: NoReceiver: it does not say `to` whom: the paired account manager receives
            c: NoReason: it has no `because`: say why, for those whom it concerns
        "#]],
    );
    check(
        "rules:\n- {id: a, when: arr > 1.0, then: keep, because: x}\n",
        expect![[r#"
        : NoHandoff: no rule says `hand_off`: every unit stays where it is
    "#]],
    );
}

#[test]
fn conditions_as_rows_and_those_that_have_none() {
    let shown = |source: &str| {
        let condition = Condition::parse(source).unwrap();
        serde_json::to_string(&rows::rows(&condition)).unwrap()
    };
    expect![[r#"{"join":"all","rows":[{"fact":"arr","relation":"at_least","values":[10.5]},{"fact":"segment","relation":"is_one_of","values":["a","b"]},{"fact":"brief_complete","relation":"is_false","values":[]},{"fact":"contact_roles","relation":"has","values":["champion"]}]}"#]].assert_eq(&shown("arr >= 10.5 && segment in ['a', 'b'] && !brief_complete && 'champion' in contact_roles"));
    expect![[r#"{"join":"any","rows":[{"fact":"health","relation":"is","values":["red"]},{"fact":"customer_rank","relation":"at_most","values":[40]}]}"#]].assert_eq(&shown("health == 'red' || customer_rank <= 40"));
    expect![[r#"{"join":"all","rows":[]}"#]].assert_eq(&shown("true"));
    expect!["null"].assert_eq(&shown("arr > potential"));
    expect!["null"].assert_eq(&shown("arr > 1.0 && (health == 'red' || brief_complete)"));
    expect!["null"].assert_eq(&shown("false"));
}

#[test]
fn what_would_change_it_and_when_that_comes_by_itself() {
    let document = document(
        "rules:
- {id: ripe, when: months_since_first_sale >= 6.0 || penetration >= 0.4, then: hand_off, to: account_manager}
holds:
- {id: unhappy, when: health == 'red'}
- {id: renewal, when: days_to_renewal < 90}
",
    );
    let facts = facts(
        &json!({"months_since_first_sale": 4, "penetration": 0.2, "health": "green", "days_to_renewal": 300}),
    );
    let shown: Vec<String> = change::changes(&document, &facts, "2027-01-10".parse().unwrap())
        .iter()
        .map(|change| serde_json::to_string(change).unwrap())
        .collect();
    expect![[r#"
        {"fact":"months_since_first_sale","from":4.0,"bound":"at_least","value":6.0,"answer":"hand_off","to":"account_manager","rule":"ripe","on":"2027-03-12"}
        {"fact":"penetration","from":0.2,"bound":"at_least","value":0.4,"answer":"hand_off","to":"account_manager","rule":"ripe","on":null}"#]].assert_eq(&shown.join("\n"));
}

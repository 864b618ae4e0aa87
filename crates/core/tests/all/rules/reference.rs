//! Documents and facts drawn at random, against the definition.
use crate::rules::expressions::{Truth, facts, truths};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tandem_core::rules::{Answer, Condition, Document, decide, read};

/// Rules with what each says, and holds.
type Drawn = (Vec<(Truth, Answer)>, Vec<Truth>);

fn documents() -> impl Strategy<Value = Drawn> {
    let answer = prop::sample::select(&[Answer::HandOff, Answer::HandOff, Answer::Keep, Answer::Ask][..]);
    (prop::collection::vec((truths(), answer), 1..5), prop::collection::vec(truths(), 0..4))
}

fn written((rules, holds): &Drawn) -> Document {
    let rules: Vec<Value> = rules
        .iter()
        .enumerate()
        .map(|(place, (when, then))| json!({"id": format!("r{place}"), "when": when.text(), "then": then.text()}))
        .collect();
    let holds: Vec<Value> = holds
        .iter()
        .enumerate()
        .map(|(place, when)| json!({"id": format!("h{place}"), "when": when.text()}))
        .collect();
    let document =
        json!({"name": "Drawn", "version": "1", "effective": "2027-01-01", "rules": rules, "holds": holds});
    read(&document.to_string()).unwrap()
}

/// Answer, place of the rule, places of the holds that are true.
fn expected((rules, holds): &Drawn, facts: &Map<String, Value>) -> (Answer, Option<usize>, Vec<usize>) {
    let reached = rules.iter().enumerate().find(|(_, (when, _))| when.means(facts) != Some(false));
    let Some((place, (when, then))) = reached else { return (Answer::Keep, None, Vec::new()) };
    if when.means(facts).is_none() {
        return (Answer::Ask, Some(place), Vec::new());
    }
    if *then != Answer::HandOff {
        return (*then, Some(place), Vec::new());
    }
    let held: Vec<Option<bool>> = holds.iter().map(|hold| hold.means(facts)).collect();
    let yes: Vec<usize> = (0..held.len()).filter(|place| held[*place] == Some(true)).collect();
    let answer = match (yes.is_empty(), held.contains(&None)) {
        (false, _) => Answer::Keep,
        (true, true) => Answer::Ask,
        (true, false) => Answer::HandOff,
    };
    (answer, Some(place), yes)
}

/// The same facts with every gap filled from others.
fn filled(facts: &Map<String, Value>, others: &Map<String, Value>) -> Map<String, Value> {
    let choose = |(name, value): (&String, &Value)| {
        let value = if value.is_null() { &others[name] } else { value };
        (name.clone(), value.clone())
    };
    facts.iter().map(choose).collect()
}

fn decided(when: &Truth, facts: &Map<String, Value>) -> Option<bool> {
    let facts = crate::rules::facts(&Value::Object(facts.clone()));
    Condition::parse(&when.text()).unwrap().decide(&facts, &mut Default::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn decisions_are_as_defined(drawn in documents(), facts in facts()) {
        let document = written(&drawn);
        let decision = decide(&document, &crate::rules::facts(&Value::Object(facts.clone())));
        let rule = decision.rule.map(|rule| rule.id.clone());
        let holds: Vec<String> = decision.holds.iter().map(|hold| hold.id.clone()).collect();
        let (answer, place, held) = expected(&drawn, &facts);
        prop_assert_eq!(decision.answer, answer);
        prop_assert_eq!(rule, place.map(|place| format!("r{place}")));
        prop_assert_eq!(holds, held.iter().map(|place| format!("h{place}")).collect::<Vec<_>>());
        for name in decision.missing.names() {
            prop_assert!(facts[name].is_null(), "`{name}` is not missing");
        }
    }

    /// What is decided without a fact would be decided the same whatever that fact were: nothing is guessed.
    #[test]
    fn what_is_decided_stays_when_gaps_are_filled(when in truths(), facts in facts(), others in facts()) {
        if let Some(value) = decided(&when, &facts) {
            prop_assert_eq!(decided(&when, &filled(&facts, &others)), Some(value));
        }
    }

    /// An undecided condition names what it wants.
    #[test]
    fn what_is_undecided_says_why(when in truths(), facts in facts()) {
        let known = crate::rules::facts(&Value::Object(facts.clone()));
        let mut gaps = tandem_core::rules::condition::Gaps::default();
        let decided = Condition::parse(&when.text()).unwrap().decide(&known, &mut gaps);
        let reason = gaps.trouble.is_some() || !gaps.missing.names().is_empty();
        prop_assert!(decided.is_some() || reason);
    }
}

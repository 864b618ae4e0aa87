//! Text that was written to hurt: refused, or bounded in work and memory, on a small stack.
use std::fmt::Write;
use tandem_core::rules::{Condition, read};

/// Runs on 1 MiB of stack, half of what a thread of the server has, in a build that is not optimised.
fn on_a_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::Builder::new().stack_size(1024 * 1024).spawn(work).unwrap().join().unwrap()
}

fn refusal(source: String) -> String {
    on_a_small_stack(move || Condition::parse(&source).unwrap_err().reason)
}

#[test]
fn long_nested_and_endless_conditions_are_refused() {
    assert!(refusal(vec!["1"; 100_000].join("+") + " > 0").contains("at most 2000 are possible"));
    assert!(refusal(vec!["1"; 900].join("+") + ">0").contains("more than 500 parts"));
    assert!(refusal(format!("{}true{}", "(".repeat(900), ")".repeat(900))).contains("parts"));
    assert!(refusal(format!("{}true{}", "(".repeat(60), ")".repeat(60))).contains("48 deep"));
    assert!(refusal(format!("{}true", "!".repeat(300))).contains("48 deep"));
    assert!(refusal(format!("{}1 > 0", "-".repeat(300))).contains("48 deep"));
    assert!(refusal(format!("{}true", "true ? true : ".repeat(100))).contains("48 deep"));
    assert!(refusal(format!("{}1{} == 1", "[".repeat(60), "]".repeat(60))).contains("48 deep"));
    assert!(refusal("[1,2].map(x, [1,2].map(y, [x,y])) == 1".to_owned()).contains("`map`"));
    assert!(refusal("[0].all(a, [0].all(b, true))".to_owned()).contains("`all`"));
    assert!(refusal("segment.matches(\"(a+)+$\")".to_owned()).contains("`matches`"));
}

#[test]
fn the_largest_condition_that_is_taken_is_decided_on_a_small_stack() {
    let sum = vec!["1"; 240].join("+") + ">0";
    let nested = format!("{}true{}", "!(".repeat(22), ")".repeat(22));
    for source in [sum, nested] {
        let decided = on_a_small_stack(move || {
            let condition = Condition::parse(&source).unwrap();
            condition.decide(&crate::rules::facts(&serde_json::json!({})), &mut Default::default())
        });
        assert_eq!(decided, Some(true));
    }
}

#[test]
fn numbers_at_their_ends_are_decided_or_said_to_be_too_large() {
    for (source, expected) in [
        ("9223372036854775807 + 1 > 0", None),
        ("-9223372036854775808 < 0", Some(true)),
        ("-(-9223372036854775807 - 1) > 0", None),
        ("1 / 0 > 0", None),
        ("1 % 0 > 0", None),
        ("1.0 / 0.0 > 0", None),
        ("1e308 * 10.0 > 0", None),
        ("(-9223372036854775807 - 1) / -1 > 0", None),
        ("int(1e300) > 0", None),
        ("9223372036854775807 == 9223372036854775808.0", Some(false)),
        ("9007199254740993 > 9007199254740992.0", Some(true)),
    ] {
        let mut gaps = Default::default();
        let decided =
            Condition::parse(source).unwrap().decide(&crate::rules::facts(&serde_json::json!({})), &mut gaps);
        assert_eq!(decided, expected, "{source}");
        assert_eq!(gaps.trouble.is_some(), expected.is_none(), "{source}");
    }
}

#[test]
fn documents_that_unfold_are_refused() {
    let mut laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let before = vec![format!("*a{}", level - 1); 10].join(", ");
        writeln!(laughs, "a{level}: &a{level} [{before}]").unwrap();
    }
    let deep = format!("name: {}1{}\n", "[".repeat(5_000), "]".repeat(5_000));
    let merges = format!("a: &a {{b: 1}}\n{}", "c: {<<: *a}\n".repeat(10_000));
    let many = format!(
        "name: A\nversion: 1\neffective: 2027-01-01\nrules:\n{}",
        "- {id: a, when: 'true', then: keep}\n".repeat(201)
    );
    let long = format!("name: {}\n", "a".repeat(300_000));
    for text in
        [laughs, deep, merges, many, long, "\u{feff}\u{0}\u{1}".to_owned(), "%TAG ! x\n--- !<!>".to_owned()]
    {
        let start = text.chars().take(40).collect::<String>();
        assert!(on_a_small_stack(move || read(&text).is_err()), "{start}");
    }
}

//! `tandem incentives` from end to end, on the plans of examples/incentives. What is printed is compared with files beside them;
//! `UPDATE_GOLDEN=1` writes them anew, to be looked at before they are kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::files::{self, refusal, stdout};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Output;

fn example(name: &str) -> PathBuf {
    files::example("incentives", name)
}

fn tandem(words: &[&str]) -> Output {
    files::run("incentives", "incentives", words)
}

fn check_golden(name: &str, printed: &str) {
    files::check_golden("incentives", name, printed);
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The words that try an example out.
fn trial(name: &str) -> Vec<String> {
    let mut words =
        vec!["try".to_owned(), format!("{name}.yaml"), "--events".to_owned(), format!("{name}.events.csv")];
    for (flag, file) in [("--people", "people"), ("--handoffs", "handoffs")] {
        let file = format!("{name}.{file}.csv");
        if example(&file).exists() {
            words.extend([flag.to_owned(), file]);
        }
    }
    words
}

fn tried(name: &str, more: &[&str]) -> Output {
    let words = trial(name);
    let words: Vec<&str> = words.iter().map(String::as_str).chain(more.iter().copied()).collect();
    tandem(&words)
}

fn check_example(name: &str) {
    check_golden(&format!("{name}.jsonl"), &stdout(&tried(name, &["--json"])));
    let explained = tried(name, &["--explain"]);
    check_golden(&format!("{name}.txt"), &stdout(&explained));
    check_golden(&format!("{name}.warnings.txt"), &stderr(&explained));
    check_golden(&format!("{name}.check.txt"), &stdout(&tandem(&["check", &format!("{name}.yaml")])));
}

#[test]
fn two_roles_with_a_transition_share() {
    check_example("two-roles");
}

#[test]
fn one_role_with_an_accelerator() {
    check_example("one-role");
}

#[test]
fn several_currencies_paid_when_the_customer_has_paid() {
    check_example("international");
}

/// Amounts in minor units: all examples have currencies of two digits.
fn minor(value: &Value) -> i64 {
    value.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// Every line has its form, and each person's lines add up to the total, by account.
#[test]
fn lines_have_their_form_and_add_up_to_the_totals() {
    for name in ["two-roles", "one-role", "international"] {
        let mut sums: BTreeMap<(String, String), i64> = BTreeMap::new();
        for line in stdout(&tried(name, &["--json"])).lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            let person = line["person"].as_str().unwrap().to_owned();
            if line.get("event").is_some() {
                let first = ["event", "person", "component", "base", "rate", "amount", "currency", "because"];
                assert!(first.iter().all(|key| line.get(*key).is_some()), "{line}");
                assert!(!line["because"].as_str().unwrap().is_empty());
                let account = line["account"].as_str().unwrap().to_owned();
                *sums.entry((person, account)).or_insert(0) += minor(&line["amount"]);
            } else {
                let mut total = 0;
                for account in ["payable", "awaiting_payment", "held", "draw"] {
                    let sum = sums.remove(&(person.clone(), account.to_owned())).unwrap_or(0);
                    assert_eq!(minor(&line[account]), sum, "{name} {person} {account}");
                    total += sum;
                }
                assert_eq!(minor(&line["total"]), total);
            }
        }
        assert!(sums.is_empty(), "{name}: {sums:?} have no total");
    }
}

#[test]
fn reasons_are_told_in_chinese_too() {
    let printed = stdout(&tried("two-roles", &["--explain", "--language", "zh-Hant"]));
    assert!(printed.contains("將此單位移交給"), "{printed}");
    assert!(!printed.contains(" pays "), "{printed}");
}

#[test]
fn what_is_expected_is_marked() {
    let printed = stdout(&tried("two-roles", &["--as-of", "2027-05-15"]));
    let expected: Vec<&str> = printed.lines().filter(|line| line.ends_with("(expected)")).collect();
    assert!(!expected.is_empty() && expected.iter().all(|line| line.starts_with("2027-0")), "{printed}");
    let json = stdout(&tried("two-roles", &["--as-of", "2027-05-15", "--json"]));
    assert!(json.contains("\"expected\":true") && json.contains("\"expected\":false"));
}

#[test]
fn two_plans_are_compared() {
    let compared = tried("two-roles", &["--against", "two-roles.before.yaml"]);
    check_golden("two-roles.against.txt", &stdout(&compared));
    let json: Value =
        serde_json::from_str(&stdout(&tried("two-roles", &["--against", "two-roles.before.yaml", "--json"])))
            .unwrap();
    assert!(json["comparison"]["people"].as_array().unwrap().len() >= 3, "{json}");
}

#[test]
fn costs_of_contracts_are_spread() {
    let words = trial("two-roles");
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words[0] = "amortise";
    let printed = stdout(&tandem(&words));
    check_golden("two-roles.amortise.csv", &printed);
    let mut assets: BTreeMap<&str, i64> = BTreeMap::new();
    for row in printed.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let number = |at: usize| -> i64 { cells[at].replace('.', "").parse().unwrap() };
        assert_eq!(number(3) + number(4) - number(5) - number(6), number(7), "{row}");
        assets.insert(cells[0], number(7));
    }
    assert!(assets.values().all(|closing| *closing == 0), "{assets:?}");
}

/// A plan and events of one's own.
fn own(plan: &str, events: &str, more: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (plan, events) = (file("plan.yaml", plan), file("events.csv", events));
    let words: Vec<&str> =
        ["try", &plan, "--events", &events].into_iter().chain(more.iter().copied()).collect();
    tandem(&words)
}

const PLAN: &str = "name: A\nversion: 1\neffective: 2027-01-01\ncurrency: USD\ncomponents:\n- {id: win, on: new, rate: 10 %}\n";
const HEADER: &str = "event_id,date,unit_id,movement,amount,currency,credits\n";

#[test]
fn files_that_cannot_be_used_are_refused_whole() {
    let events = format!("{HEADER}e1,2027-01-01,u1,new,10,USD,ann:99\ne1,2027-01-32,u1,nwe,10,USD,ann:100\n");
    let said = refusal(&own(PLAN, &events, &["--json"]));
    for part in [
        "nothing was computed",
        "line 2, column `credits`: the shares of the revenue add up to 99",
        "line 3, column `date`",
        "did you mean `new`?",
    ] {
        assert!(said.contains(part), "{said}");
    }
    let twice = format!("{HEADER}e1,2027-01-01,u1,new,10,USD,ann:100\ne1,2027-01-02,u1,new,10,USD,ann:100\n");
    assert!(refusal(&own(PLAN, &twice, &[])).contains("line 3, column `event_id`: `e1` stands twice"));
    let said = refusal(&own(&PLAN.replace("rate: 10 %", "rate: 10"), HEADER, &[]));
    assert!(said.contains("line 6") && said.contains("such as `12.5 %`"), "{said}");
    let late = format!("{HEADER}e1,2027-01-01,u1,new,10,USD,ann:100\ne2,2027-01-02,u1,new,10,EUR,ann:100\n");
    let said = refusal(&own(PLAN, &late, &[]));
    assert!(said.contains("event `e2`: it is in EUR") && said.contains("nothing is paid"), "{said}");
    assert!(
        refusal(&tandem(&["try", "none.yaml", "--events", "none.csv"]))
            .contains("`none.yaml` cannot be read")
    );
}

#[test]
fn an_empty_result_says_why() {
    let said = |events: &str| stderr(&own(PLAN, &format!("{HEADER}{events}"), &[]));
    assert!(said("").contains("there is no event"));
    assert!(
        said("e1,2027-01-01,u1,renewal,10,USD,ann:100\n").contains("the plan pays nothing for `renewal`")
    );
    assert!(said("e1,2026-12-31,u1,new,10,USD,ann:100\n").contains("no plan is in force on 2026-12-31"));
}

#[test]
fn rows_out_of_order_and_below_zero_are_understood() {
    let events =
        format!("{HEADER}back,2027-02-01,u1,new,-10,USD,ann:100\ne1,2027-01-01,u1,new,10,USD,ann:100\n");
    let output = own(PLAN, &events, &["--json"]);
    assert!(
        stderr(&output).contains("`back` is below zero and taken for a refund of `e1`"),
        "{}",
        stderr(&output)
    );
    let printed = stdout(&output);
    assert!(printed.contains("\"of\":\"e1/1\""), "{printed}");
    assert!(printed.lines().last().unwrap().contains("\"total\":\"0.00\""), "{printed}");
}

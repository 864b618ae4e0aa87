//! `tandem interventions` from end to end, on the documents of examples/interventions. What is printed is compared with files beside them;
//! `UPDATE_GOLDEN=1` writes them anew, to be looked at before they are kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::files::{self, refusal, stdout};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Output;

fn example(name: &str) -> PathBuf {
    files::example("interventions", name)
}

fn tandem(words: &[&str]) -> Output {
    files::run("interventions", "interventions", words)
}

fn check_golden(name: &str, printed: &str) {
    files::check_golden("interventions", name, printed);
}

fn path(name: &str) -> String {
    example(name).to_str().unwrap().to_owned()
}

/// Checks, locks and judges an example; the verdict is the one that the generator planted.
fn check_example(name: &str, verdict: &str) {
    let (document, panel) = (path(&format!("{name}.yaml")), path(&format!("{name}.panel.csv")));
    let checked = stdout(&tandem(&["check", &document]));
    let started = stdout(&tandem(&["start", &document, "--panel", &panel, "--on", "2026-07-01"]));
    let folder = tempfile::tempdir().unwrap();
    let running = folder.path().join("running.yaml");
    std::fs::write(&running, &started).unwrap();
    let running = running.to_str().unwrap();
    let told = stdout(&tandem(&["effect", running, "--panel", &panel]));
    check_golden(&format!("{name}.txt"), &format!("{checked}\n{told}"));
    let chinese = stdout(&tandem(&["effect", running, "--panel", &panel, "--language", "zh-Hant"]));
    check_golden(&format!("{name}.zh-Hant.txt"), &chinese);
    let json = stdout(&tandem(&["effect", running, "--panel", &panel, "--json"]));
    check_golden(&format!("{name}.json"), &json);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["verdict"], verdict);
    assert!(json["because"].as_array().unwrap().iter().all(|told| told["text_zh_hant"].is_string()));
}

#[test]
fn coaching_that_worked() {
    check_example("coaching", "worked");
}

#[test]
fn a_training_that_did_not() {
    check_example("training", "did_not");
}

#[test]
fn a_bonus_for_those_who_hunted_least_that_worked() {
    check_example("bonus", "worked");
}

#[test]
fn looking_early_is_not_rewarded() {
    let (document, panel) = (path("coaching.yaml"), path("coaching.panel.csv"));
    let early = stdout(&tandem(&["effect", &document, "--panel", &panel, "--as-of", "2026-09", "--json"]));
    let early: Value = serde_json::from_str(&early).unwrap();
    assert_eq!(early["verdict"], "cannot_tell");
    assert_eq!(early["because"][0]["code"], "verdict.cannot_tell.too_early");
    assert_eq!((&early["is_final"], &early["months_counted"]), (&Value::Bool(false), &3.into()));
}

#[test]
fn a_pilot_is_planned_and_drawn() {
    let panel = path("coaching.panel.csv");
    let question =
        ["plan", "--panel", &panel, "--outcome", "hunting_share", "--expected", "0.1", "--pilots", "60"];
    check_golden("plan.txt", &stdout(&tandem(&question)));
    let drawn = |seed: &str| {
        let words = [
            "draw",
            "--panel",
            &panel,
            "--kind",
            "training",
            "--expected",
            "0.1",
            "--start",
            "2027-08-01",
            "--seed",
            seed,
        ];
        stdout(&tandem(&words))
    };
    check_golden("drawn.yaml", &drawn("42"));
    assert_eq!(drawn("42"), drawn("42"));
    assert_ne!(drawn("42"), drawn("43"));
    let checked = stdout(&tandem(&["check", &path("expected/drawn.yaml"), "--json"]));
    let checked: Value = serde_json::from_str(&checked).unwrap();
    assert_eq!((&checked["state"], &checked["warnings"]), (&"draft".into(), &Value::Array(Vec::new())));
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let document = file("a.yaml", "name: A\nkind: trainning\naim: crowd_out\n");
    let said = refusal(&tandem(&["check", &document]));
    assert!(said.contains("line 2, column 7") && said.contains("did you mean `training`?"), "{said}");
    let panel = file("a.csv", "person,month,hunting_share\nAda,2026-01,30\n");
    let said = refusal(&tandem(&["effect", &path("bonus.yaml"), "--panel", &panel]));
    assert!(said.contains("line 2, column 3") && said.contains("0.3 for 30 %"), "{said}");
    let said = refusal(&tandem(&[
        "start",
        &path("bonus.yaml"),
        "--panel",
        &file("b.csv", "person,month,won\nAda,2026-01,1\n"),
    ]));
    assert!(said.contains("knows nothing of `Bao`"), "{said}");
    let panel = path("bonus.panel.csv");
    let plan = |outcome: &str, expected: &str| {
        refusal(&tandem(&["plan", "--panel", &panel, "--outcome", outcome, "--expected", expected]))
    };
    assert!(plan("hunting_shar", "0.1").contains("did you mean `hunting_share`?"));
    assert!(plan("easy_share", "0.1").contains("below zero"));
    assert!(plan("hunting_hours", "10").contains("the panel has no `hunting_hours`: it has hunting_share"));
    let said = refusal(&tandem(&["effect", &path("bonus.yaml"), "--panel", &panel, "--as-of", "2026"]));
    assert!(said.contains("`2026` is not a month"), "{said}");
}

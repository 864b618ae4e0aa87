//! `tandem rules` from end to end, on the documents of examples/rules. The decisions are compared with files beside them;
//! `UPDATE_GOLDEN=1` writes them anew, to be looked at before they are kept.
use crate::files::{self, refusal, stdout};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Output;

fn example(name: &str) -> PathBuf {
    files::example("rules", name)
}

fn tandem(words: &[&Path]) -> Output {
    files::run("rules", "rules", words)
}

fn check_golden(name: &str, printed: &str) {
    files::check_golden("rules", name, printed);
}

fn tried(document: &Path, facts: &Path, more: &[&str]) -> Output {
    let mut words = vec![Path::new("try"), document, Path::new("--facts"), facts];
    words.extend(more.iter().map(Path::new));
    tandem(&words)
}

fn check_example(name: &str) {
    let (document, facts) = (example(&format!("{name}.yaml")), example(&format!("{name}.facts.jsonl")));
    check_golden(&format!("{name}.jsonl"), &stdout(&tried(&document, &facts, &["--json"])));
    let explained = tried(&document, &facts, &["--explain", "--as-of", "2027-05-01"]);
    check_golden(&format!("{name}.txt"), &stdout(&explained));
    let checked = stdout(&tandem(&[Path::new("check"), &document]));
    assert!(checked.ends_with("Nothing in it looks like a slip.\n"), "{checked}");
}

#[test]
fn the_usual_guideline() {
    check_example("article");
}

#[test]
fn a_product_led_company_with_three_roles() {
    check_example("product-led");
}

#[test]
fn an_enterprise_company_with_days_of_review() {
    check_example("enterprise");
}

/// A document that asks for what it does not get answers `ask`, with the names.
#[test]
fn every_decision_has_its_form() {
    let output = stdout(&tried(&example("article.yaml"), &example("article.facts.jsonl"), &["--json"]));
    for line in output.lines() {
        let told: Value = serde_json::from_str(line).unwrap();
        let keys: Vec<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["answer", "because", "holds", "missing", "playbook", "rule", "to", "unit"]);
        assert!(told["answer"] == "ask" || told["missing"].as_array().unwrap().is_empty(), "{line}");
        assert!(!told["because"].as_array().unwrap().is_empty(), "{line}");
    }
}

#[test]
fn facts_that_do_not_fit_are_named_and_nothing_is_decided() {
    let folder = tempfile::tempdir().unwrap();
    let facts = folder.path().join("facts.jsonl");
    std::fs::write(
        &facts,
        "{\"unit\": \"a\", \"facts\": {\"arr\": 1}}\n\n{\"unit\": \"b\", \"facts\": {\"arr\": \"1\"}}\n{\n",
    )
    .unwrap();
    let said = refusal(&tried(&example("article.yaml"), &facts, &["--json"]));
    for part in ["nothing was decided", "line 3: `arr` cannot be \"1\": give a number", "line 4: letter 1:"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn names_that_are_no_facts_are_told_once_and_an_empty_file_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let facts = folder.path().join("facts.jsonl");
    std::fs::write(&facts, "{\"unit\": \"a\", \"facts\": {\"pentration\": 1}}\n".repeat(3)).unwrap();
    let output = tried(&example("article.yaml"), &facts, &["--json"]);
    assert_eq!(stdout(&output).lines().count(), 3);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.matches("did you mean `penetration`?").count(), 1, "{said}");
    std::fs::write(&facts, "").unwrap();
    let output = tried(&example("article.yaml"), &facts, &["--json"]);
    assert_eq!(stdout(&output), "");
    assert!(String::from_utf8(output.stderr).unwrap().contains("holds no unit"));
}

#[test]
fn a_wrong_document_is_refused_with_its_places() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("rules.yaml");
    std::fs::write(
        &document,
        "name: A\nversion: 1\neffective: 2027-01-01\nrules:\n- id: a\n  when: pentration > 1\n  then: keep\n",
    )
    .unwrap();
    let said = refusal(&tandem(&[Path::new("check"), &document]));
    assert!(said.contains("line 6, column 9"), "{said}");
    assert!(said.contains("did you mean `penetration`?"), "{said}");
    let said = refusal(&tried(&document, &example("article.facts.jsonl"), &[]));
    assert!(said.contains("line 6, column 9"), "{said}");
}

#[test]
fn the_facts_are_listed() {
    let listed: Value =
        serde_json::from_str(&stdout(&tandem(&[Path::new("facts"), Path::new("--json")]))).unwrap();
    let names: Vec<&str> =
        listed.as_array().unwrap().iter().map(|fact| fact["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"months_since_first_sale") && names.contains(&"customer_arr"));
    assert!(stdout(&tandem(&[Path::new("facts")])).contains("whole number"));
}

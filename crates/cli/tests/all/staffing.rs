//! `tandem staffing` from end to end, on the files of examples/staffing. What is printed is compared with files beside them; `UPDATE_GOLDEN=1`
//! writes them anew, to be looked at before they are kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::files;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Output;

fn example(name: &str) -> PathBuf {
    files::example("staffing", name)
}

fn tandem(words: &[&str]) -> Output {
    files::run("staffing", "staffing", words)
}

fn stdout(words: &[&str]) -> String {
    files::stdout(&tandem(words))
}

fn check_golden(name: &str, printed: &str) {
    files::check_golden("staffing", name, printed);
}

fn path(name: &str) -> String {
    example(name).to_str().unwrap().to_owned()
}

#[test]
fn three_proposals_stand_side_by_side() {
    let team = path("team.yaml");
    check_golden("team.txt", &stdout(&["propose", &team]));
    check_golden("team.eli.txt", &stdout(&["propose", &team, "--person", "eli"]));
    check_golden("team.zh-Hant.txt", &stdout(&["propose", &team, "--language", "zh-Hant"]));
    check_golden(
        "team.eli.zh-Hant.txt",
        &stdout(&["propose", &team, "--person", "eli", "--language", "zh-Hant"]),
    );
    let json = stdout(&["propose", &team, "--objective", "wishes", "--json"]);
    let all: Vec<Value> = serde_json::from_str(&json).unwrap();
    assert_eq!((all.len(), &all[0]["objective"]), (1, &Value::from("wishes")));
    assert_eq!(
        json,
        stdout(&["propose", &team, "--objective", "wishes", "--json"]),
        "same input, same bytes"
    );
}

#[test]
fn profiles_say_how_sure_they_are() {
    let told = stdout(&["fit", &path("people.jsonl")]);
    check_golden("people.txt", &told);
    assert!(told.contains("too close to call") && told.contains("leans to keeping"), "{told}");
    check_golden("people.zh-Hant.txt", &stdout(&["fit", &path("people.jsonl"), "--language", "zh-Hant"]));
    check_golden("questionnaire.zh-Hant.txt", &stdout(&["fit", "--questionnaire", "--language", "zh-Hant"]));
}

#[test]
fn readiness_is_said_with_what_is_missing() {
    let ready = ["ready", &path("assessments.jsonl"), "--role", "account_manager", "--as-of", "2026-06-15"];
    check_golden("ready.txt", &stdout(&ready));
    check_golden("ready.zh-Hant.txt", &stdout(&[ready.as_slice(), &["--language", "zh-Hant"]].concat()));
    check_golden("competencies.txt", &stdout(&["competencies", "--role", "account_manager"]));
}

#[test]
fn bad_input_is_told_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.jsonl");
    for (text, expected) in [
        ("{\"person\": \"a\", \"answers\": {\"p1\": 9}}\n", "`p1: 9` is no answer"),
        ("{\"person\": \"a\"}\nnothing\n", "line 2"),
    ] {
        std::fs::write(&file, text).unwrap();
        let output = tandem(&["fit", file.to_str().unwrap()]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && output.stdout.is_empty() && told.contains(expected), "{told}");
    }
    let unknown = tandem(&["propose", &path("team.yaml"), "--person", "zoe"]);
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("`zoe` is not among the people"));
}

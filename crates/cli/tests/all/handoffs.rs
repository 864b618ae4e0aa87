//! `tandem handoffs` on the demo company: lists, one handoff, the report, and a seller who leaves, looked at, handed over and taken back.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn tandem(database: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tandem")).args(words).env("TANDEM_DB", database).output().unwrap()
}

fn stdout(database: &Path, words: &[&str]) -> String {
    let output = tandem(database, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(database: &Path, words: &[&str]) -> Value {
    let mut words = words.to_vec();
    words.push("--json");
    serde_json::from_str(&stdout(database, &words)).unwrap()
}

#[test]
fn handoffs_are_told_and_many_are_handed_over_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("demo.db");
    stdout(&database, &["demo", "--customers", "60"]);
    let all = json(&database, &["handoffs", "list", "--over"]);
    let items = all["items"].as_array().unwrap();
    assert!(items.len() > 5, "{all}");
    let text = stdout(&database, &["handoffs", "list", "--over"]);
    assert_eq!(text.lines().count(), items.len());
    let preparing = json(&database, &["handoffs", "list", "--state", "preparing"]);
    assert!(preparing["items"].as_array().unwrap().iter().all(|one| one["state"] == "preparing"));
    let shown = stdout(&database, &["handoffs", "show", items[0]["id"].as_str().unwrap()]);
    for part in ["State: ", "Gates:", "Open steps: ", "History:"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let report = stdout(&database, &["handoffs", "report"]);
    assert!(report.contains("day_90: ") && report.contains("not enough data"), "{report}");

    // A seller with units that are free leaves.
    let giver = items[0]["giver"]["id"].as_str().unwrap();
    let mass = ["handoffs", "mass", "--seller", giver, "--gone", "2030-01-01"];
    let looked = json(&database, &mass);
    let planned = looked["totals"]["planned"].as_i64().unwrap();
    assert!(planned > 0, "{looked}");
    assert_eq!(
        json(&database, &["handoffs", "list", "--over"])["items"].as_array().unwrap().len(),
        items.len(),
        "looking changes nothing"
    );
    let mut run = mass.to_vec();
    run.push("--run");
    let done = json(&database, &run);
    assert_eq!((&done["state"], &done["begun"]), (&Value::from("done"), &Value::from(planned)));
    let id = done["id"].as_str().unwrap();
    assert!(!tandem(&database, &["handoffs", "mass", "--undo", id]).status.success(), "it needs a reason");
    let back = stdout(&database, &["handoffs", "mass", "--undo", id, "--reason", "She stays."]);
    assert!(back.contains("undone"), "{back}");
    assert!(stdout(&database, &["handoffs", "mass", "--list"]).contains("undone"));
    let nobody = tandem(&database, &["handoffs", "mass", "--seller", "987654", "--gone", "2030-01-01"]);
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("there is no such seller"), "{nobody:?}");
}

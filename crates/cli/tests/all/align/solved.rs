//! What is solved, what is written, and that the checker finds the same.
use crate::align::{changed, check_golden, example, json, stdout};
use std::path::Path;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Solves the example; the report without what differs from run to run.
fn solve(folder: &Path, out: &Path, words: &[&str]) -> serde_json::Value {
    let fixed = ["solve", text(folder), "--out", text(out), "--json"];
    let mut printed = json(&stdout(&[&fixed, words].concat()));
    let written = json(&std::fs::read_to_string(out.join("report.json")).unwrap());
    assert_eq!(printed, written);
    let report = printed.as_object_mut().unwrap();
    for measured in ["seconds_cpu", "seconds", "peak_mb"] {
        let value = report.remove(measured).unwrap();
        assert!(value.is_null() || value.as_f64().unwrap() > 0.0, "{measured} {value}");
    }
    printed
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn the_example_is_solved_as_before() {
    let out = tempfile::tempdir().unwrap();
    let report = solve(&example(""), out.path(), &["--moves", "2000000", "--seed", "1"]);
    check_golden("solution.csv", &read(out.path(), "solution.csv"));
    check_golden("certificate.csv", &read(out.path(), "certificate.csv"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        check_golden("report.json", &(serde_json::to_string_pretty(&report).unwrap() + "\n"));
    }
    assert_eq!(json(&read(&example("expected"), "report.json")), report);
    assert_eq!(report["interfaces_per_hunter"], 1);
}

#[test]
fn the_checker_finds_what_the_report_says() {
    let out = tempfile::tempdir().unwrap();
    let report = solve(&example(""), out.path(), &["--moves", "300000"]);
    let solution = out.path().join("solution.csv");
    let verdict = json(&stdout(&["check", text(&example("")), text(&solution), "--json"]));
    for name in ["objective", "lower_bound"] {
        let (ours, theirs) = (report[name].as_f64().unwrap(), verdict[name].as_f64().unwrap());
        assert!((ours - theirs).abs() < 1e-6 * theirs, "{name}: {ours} {theirs}");
    }
    for name in ["moved_units", "moved_arr", "outside_workload", "outside_potential"] {
        assert_eq!(report[name].as_f64(), verdict[name].as_f64(), "{name}");
    }
    assert!(report["gap"].as_f64().unwrap() >= 0.0);
    let said = stdout(&["check", text(&example("")), text(&solution)]);
    assert!(said.contains("No rule is broken.") && said.contains("above the best possible"), "{said}");
}

#[test]
fn the_same_seed_and_moves_give_the_same_bytes_on_one_thread_or_two() {
    let one = tempfile::tempdir().unwrap();
    let two = tempfile::tempdir().unwrap();
    let other = tempfile::tempdir().unwrap();
    let moves = ["--moves", "200000", "--seed", "9"];
    let reports = [(&one, "1"), (&two, "2")].map(|(out, threads)| {
        solve(&example(""), out.path(), &[&moves[..], &["--threads", threads]].concat())
    });
    assert_eq!(reports[0], reports[1]);
    for name in ["solution.csv", "certificate.csv"] {
        assert_eq!(read(one.path(), name), read(two.path(), name), "{name}");
    }
    solve(&example(""), other.path(), &["--moves", "2000", "--seed", "10"]);
    assert_ne!(read(one.path(), "solution.csv"), read(other.path(), "solution.csv"));
}

#[test]
fn at_most_so_many_hunters_when_the_company_says_so() {
    let folder = changed("params.json", "\"version\": 1", "\"version\": 1, \"hunters_max\": 1");
    let out = tempfile::tempdir().unwrap();
    let report = solve(folder.path(), out.path(), &["--moves", "200000"]);
    assert_eq!(report["hunters_per_seller"], 1);
    stdout(&["check", text(folder.path()), text(&out.path().join("solution.csv"))]);
}

#[test]
fn sentences_say_how_good_it_is_and_where_it_is_written() {
    let out = tempfile::tempdir().unwrap();
    let folder = example("");
    let words = ["solve", text(&folder), "--out", text(out.path()), "--seconds", "0.3"];
    let said = stdout(&words);
    assert!(said.contains("above the best possible") && said.contains(text(out.path())), "{said}");
}

#[test]
fn an_earlier_answer_is_begun_with_and_new_locks_are_kept() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    solve(&example(""), first.path(), &["--moves", "300000"]);
    let solution = read(first.path(), "solution.csv");
    // A unit that left its owner, and that its owner now keeps.
    let accounts = read(&example(""), "accounts.csv");
    let mut changed_row = None;
    for (row, answer) in accounts.lines().zip(solution.lines()).skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        let now = answer.rsplit(',').next().unwrap();
        if fields[9] != "-1" && fields[9] != now && fields[3] != "ENT" {
            let locked = [&fields[..11], &["1", fields[12]]].concat().join(",");
            changed_row = Some((row.to_owned(), locked, format!("account,{},{}", fields[0], fields[9])));
        }
    }
    let (row, locked, kept) = changed_row.unwrap();
    let folder = changed("accounts.csv", &row, &locked);
    let words = ["--moves", "100000", "--from", text(first.path())];
    let report = solve(folder.path(), second.path(), &words);
    let after = read(second.path(), "solution.csv");
    assert!(after.lines().any(|line| line == kept), "{kept}");
    stdout(&["check", text(folder.path()), text(&second.path().join("solution.csv"))]);
    let differ = solution.lines().zip(after.lines()).filter(|(before, after)| before != after).count();
    assert!((1..=20).contains(&differ), "{differ} {report}");
}

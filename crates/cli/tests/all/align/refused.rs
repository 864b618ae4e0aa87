//! What is refused, with its place and what to do.
use crate::align::{changed, example, refusal, tandem};

#[test]
fn wrong_files_are_told_with_file_and_line_before_anything_is_written() {
    let folder = changed("reps.csv", "field", "outside");
    let out = folder.path().join("answer");
    let (problem, answer) = (folder.path().to_str().unwrap(), out.to_str().unwrap());
    let told = refusal(&["solve", problem, "--out", answer]);
    assert!(told.contains("cannot be aligned:\n  reps.csv, line 2: "), "{told}");
    assert!(!out.exists());
    std::fs::remove_file(folder.path().join("hunters.csv")).unwrap();
    let told = refusal(&["solve", problem, "--out", answer]);
    assert!(told.contains("hunters.csv` cannot be read"), "{told}");
}

#[test]
fn a_broken_rule_is_told_and_ends_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let solution = folder.path().join("solution.csv");
    let good = std::fs::read_to_string(example("expected/solution.csv")).unwrap();
    let worse: String =
        good.lines().filter(|line| !line.starts_with("account,7,")).map(|line| format!("{line}\n")).collect();
    std::fs::write(&solution, worse).unwrap();
    let output = tandem(&["check", example("").to_str().unwrap(), solution.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "account 7 has no valid rep\n");
}

#[test]
fn seconds_and_moves_together_and_nonsense_are_wrong_usage() {
    let (problem, out) = (example(""), std::env::temp_dir().join("never-made"));
    let words = ["solve", problem.to_str().unwrap(), "--out", out.to_str().unwrap()];
    for more in [["--seconds", "1", "--moves", "9"].as_slice(), &["--seconds", "NaN"], &["--threads", "0"]] {
        let output = tandem(&[&words, more].concat());
        assert_eq!(output.status.code(), Some(2), "{more:?}");
    }
    assert!(!out.exists());
}

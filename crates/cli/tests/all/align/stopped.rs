//! Ctrl-C and progress.
use crate::align::{example, json, stdout};
use std::process::{Command, Stdio};

#[test]
fn an_interrupt_ends_with_the_best_so_far() {
    let out = tempfile::tempdir().unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["align", "solve", "--seconds", "600", "--json", "--out"])
        .args([out.path(), &example("")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Long enough that the program listens.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let report = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(report["stopped"], true);
    let solution = out.path().join("solution.csv");
    stdout(&["check", example("").to_str().unwrap(), solution.to_str().unwrap()]);
}

#[test]
fn progress_goes_to_standard_error() {
    let out = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["align", "solve", "--moves", "2000000", "--out"])
        .args([out.path(), &example("")])
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines.len() >= 8 && lines.len() <= 12, "{told}");
    assert!(lines[0].starts_with("0 % after ") && lines[0].contains("lower bound "), "{told}");
    assert!(lines[lines.len() - 1].contains(" above the best possible"), "{told}");
}

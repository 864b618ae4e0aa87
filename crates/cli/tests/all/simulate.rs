//! `tandem simulate` from end to end, on the scenarios of examples/simulate. What each command prints is compared with a file beside
//! them; `UPDATE_GOLDEN=1` writes it anew, to be looked at before it is kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod printed;
mod refused;
mod stopped;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A file of the examples.
fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/simulate").join(name)
}

/// Runs `tandem simulate` with words; those that end in .yaml are examples. The database named does not exist and must not be made.
fn tandem(words: &[&str]) -> Output {
    let words = words.iter().map(|word| match Path::new(word) {
        path if path.extension().is_some_and(|kind| kind == "yaml") && path.is_relative() => example(word),
        path => path.to_owned(),
    });
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("none.db");
    let output = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .arg("simulate")
        .args(words)
        .env("TANDEM_DB", &database)
        .output()
        .unwrap();
    assert!(!database.exists(), "simulating needs no database");
    output
}

/// What a command prints on stdout; it must succeed.
fn stdout(words: &[&str]) -> String {
    let output = tandem(words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

//! `tandem align` from end to end, on the files of examples/alignment. What is written is compared with files beside them;
//! `UPDATE_GOLDEN=1` writes them anew, to be looked at before they are kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod gap;
mod refused;
mod solved;
mod stopped;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A file of the examples.
fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/alignment").join(name)
}

/// Runs `tandem align`; the database named does not exist and must not be made.
fn tandem(words: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("none.db");
    let output = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .arg("align")
        .args(words)
        .env("TANDEM_DB", &database)
        .output()
        .unwrap();
    assert!(!database.exists(), "everything is in files, so no database is needed");
    output
}

/// What a command prints that must succeed.
fn stdout(words: &[&str]) -> String {
    let output = tandem(words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a command says on standard error that must fail and print nothing else.
fn refusal(words: &[&str]) -> String {
    let output = tandem(words);
    assert_eq!(output.status.code(), Some(1), "{words:?}");
    assert!(output.stdout.is_empty(), "nothing is half done");
    String::from_utf8(output.stderr).unwrap()
}

fn check_golden(name: &str, found: &str) {
    let path = example("expected").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
        return;
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), found, "{name}");
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A copy of the example in which one text of one file is another.
fn changed(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["accounts.csv", "reps.csv", "hunters.csv", "params.json"] {
        let text = std::fs::read_to_string(example(name)).unwrap();
        let text = if name == file {
            assert!(text.contains(from), "{file} has no `{from}`");
            text.replacen(from, to, 1)
        } else {
            text
        };
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

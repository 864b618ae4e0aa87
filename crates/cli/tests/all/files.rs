//! What tests of commands that work on files have in common: the examples, a run beside no database, and what was printed against what is kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A file of examples/FOLDER.
pub fn example(folder: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(folder).join(name)
}

/// Runs a command in examples/FOLDER; the database named does not exist and must not be made.
pub fn run(command: &str, folder: &str, words: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Output {
    let empty = tempfile::tempdir().unwrap();
    let database = empty.path().join("none.db");
    let output = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .arg(command)
        .args(words)
        .current_dir(example(folder, ""))
        .env("TANDEM_DB", &database)
        .output()
        .unwrap();
    assert!(!database.exists(), "everything is in files, so no database is needed");
    output
}

/// What a command that must succeed prints.
pub fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What is printed on standard error by a command that must fail and print nothing else.
pub fn refusal(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "nothing is half done");
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Compares what was printed with a file of examples/FOLDER/expected, or writes it anew where `UPDATE_GOLDEN` is set.
pub fn check_golden(folder: &str, name: &str, printed: &str) {
    let path = example(folder, "expected").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, printed).unwrap();
        return;
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), printed, "{name}");
}

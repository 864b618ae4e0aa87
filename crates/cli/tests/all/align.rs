//! `tandem align` from end to end, on the files of examples/alignment. What is written is compared with files beside them;
//! `UPDATE_GOLDEN=1` writes them anew, to be looked at before they are kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod gap;
mod refused;
mod solved;
mod stopped;

use crate::files;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Output;

fn example(name: &str) -> PathBuf {
    files::example("alignment", name)
}

fn tandem(words: &[&str]) -> Output {
    files::run("align", "alignment", words)
}

fn stdout(words: &[&str]) -> String {
    files::stdout(&tandem(words))
}

fn refusal(words: &[&str]) -> String {
    files::refusal(&tandem(words))
}

fn check_golden(name: &str, printed: &str) {
    files::check_golden("alignment", name, printed);
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

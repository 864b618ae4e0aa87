//! `tandem simulate` from end to end, on the scenarios of examples/simulate. What each command prints is compared with a file beside
//! them; `UPDATE_GOLDEN=1` writes it anew, to be looked at before it is kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod printed;
mod refused;
mod stopped;

use crate::files;
use std::path::PathBuf;
use std::process::Output;

fn example(name: &str) -> PathBuf {
    files::example("simulate", name)
}

/// Runs `tandem simulate` on examples.
fn tandem(words: &[&str]) -> Output {
    files::run("simulate", "simulate", words)
}

fn stdout(words: &[&str]) -> String {
    files::stdout(&tandem(words))
}

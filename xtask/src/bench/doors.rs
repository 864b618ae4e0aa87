//! What is measured through the doors of the program, inside of its process: tests that are left out of every run but these.
use crate::shell::{command, step};
use anyhow::Result;

/// Runs the measuring tests with these letters in their name, on a company of so many units or people. They print how long each thing takes, and fail
/// where it takes longer than it may.
pub fn run(what: &str, name: &str, size: u64) -> Result<()> {
    let words = ["test", "--release", "--package", "tandem-server", "--test", "all", name];
    let mut measure = command("cargo", &words);
    measure.args(["--", "--ignored", "--nocapture"]).env("TANDEM_BENCH_SIZE", size.to_string());
    step(&format!("measure {what}"), &mut measure)
}

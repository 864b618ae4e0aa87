//! The list of commands; each is one file: help text, arguments, function.
use std::process::ExitCode;

#[derive(clap::Subcommand)]
pub enum Command {}

/// Runs one command and returns its exit code: 0 done, 1 failed, 2 wrong usage.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {}
}

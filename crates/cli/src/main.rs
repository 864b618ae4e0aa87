//! The `tandem` command: one file per command under `commands/`. Data goes to stdout, talk to stderr.
mod commands;

use clap::Parser;
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "tandem",
    version,
    about = "Win customers, keep customers: diagnose, decide, hand over, share, watch"
)]
struct Cli {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    match commands::run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(1)
        }
    }
}

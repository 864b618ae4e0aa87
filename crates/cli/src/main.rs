//! The `tandem` command: one file per command under `commands/`. Data goes to stdout, talk to stderr.
#![deny(clippy::print_stdout)]
mod commands;
mod say;

use clap::Parser;
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "tandem",
    version,
    about = "Win customers, keep customers: diagnose, decide, hand over, share, watch"
)]
pub struct Cli {
    /// The database: a file, or postgres://...
    #[arg(long, global = true, env = "TANDEM_DB", default_value = "tandem.db")]
    db: String,
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match commands::run(cli.command, &cli.db) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(1)
        }
    }
}

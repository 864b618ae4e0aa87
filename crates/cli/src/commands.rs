//! The list of commands; each is one file: help text, arguments, function.
mod align;
mod arr;
mod demo;
mod diagnose;
mod handoffs;
mod import;
mod incentives;
mod interventions;
mod parse_sheet;
mod rates;
mod reference;
mod rules;
mod scorecard;
mod serve;
mod simulate;
mod staffing;
mod time;
mod user;
mod verify;

use crate::say::say;
use std::process::ExitCode;
use tandem_app::App;

#[derive(clap::Subcommand)]
pub enum Command {
    Import(import::Args),
    Arr(arr::Args),
    Time(time::Args),
    Rates(rates::Args),
    Diagnose(diagnose::Args),
    Rules(rules::Args),
    Handoffs(handoffs::Args),
    Incentives(incentives::Args),
    Interventions(interventions::Args),
    Scorecard(scorecard::Args),
    Simulate(simulate::Args),
    Staffing(staffing::Args),
    Align(align::Args),
    Demo(demo::Args),
    Serve(serve::Args),
    User(user::Args),
    Verify(verify::Args),
    /// Print the description of the API (OpenAPI 3.1)
    Openapi,
    #[command(hide = true)]
    HelpReference,
    #[command(hide = true)]
    ParseSheet(parse_sheet::Args),
}

/// Runs one command and returns its exit code: 0 done, 1 failed, 2 wrong usage.
pub fn run(command: Command, database: &str) -> anyhow::Result<ExitCode> {
    match command {
        Command::Import(args) => wait(import::run(args, database)),
        Command::Arr(args) => wait(arr::run(args, database)),
        Command::Time(args) => wait(time::run(args, database)),
        Command::Rates(args) => wait(rates::run(args, database)),
        Command::Diagnose(args) => wait(diagnose::run(args, database)),
        Command::Rules(args) => wait(async move { rules::run(&args, database).await }),
        Command::Handoffs(args) => wait(handoffs::run(args, database)),
        Command::Incentives(args) => wait(async move { incentives::run(&args, database).await }),
        Command::Interventions(args) => wait(interventions::run(args, database)),
        Command::Scorecard(args) => wait(scorecard::run(args, database)),
        Command::Simulate(args) => wait(simulate::run(args, database)),
        Command::Staffing(args) => staffing::run(&args),
        Command::Align(args) => wait(align::run(args, database)),
        Command::Demo(args) => wait(demo::run(args, database)),
        Command::Serve(args) => wait(serve::run(args, database)),
        Command::User(args) => wait(user::run(args, database)),
        Command::Verify(args) => wait(verify::run(args, database)),
        Command::Openapi => reference::openapi(),
        Command::HelpReference => reference::commands(),
        Command::ParseSheet(args) => parse_sheet::run(&args),
    }
}

fn wait(work: impl Future<Output = anyhow::Result<ExitCode>>) -> anyhow::Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

/// The app on the database named at the command line.
async fn open(database: &str) -> anyhow::Result<App> {
    Ok(App::open(database, std::env::current_exe()?).await?)
}

/// Prints a value as JSON.
fn print_json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    say!("{}", serde_json::to_string_pretty(value)?);
    Ok(())
}

//! `tandem incentives`: incentive plans, checked and tried out on files with no database; payments and other events brought in.
mod against;
mod amortise;
mod check;
mod enter;
mod inputs;
mod try_out;
mod unpaid;

use anyhow::{Context, anyhow};
use std::path::Path;
use std::process::ExitCode;
use tandem_core::incentives::{self, Plan};

/// Incentives: check a plan, try it out on events, compare two, spread the costs of contracts, bring payments in
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    Check(check::Args),
    Try(try_out::Args),
    Amortise(amortise::Args),
    Enter(enter::Args),
    Unpaid(unpaid::Args),
}

pub async fn run(args: &Args, database: &str) -> anyhow::Result<ExitCode> {
    match &args.act {
        Act::Check(args) => check::run(args),
        Act::Try(args) => try_out::run(args),
        Act::Amortise(args) => amortise::run(args),
        Act::Enter(args) => enter::run(args, database).await,
        Act::Unpaid(args) => unpaid::run(args, database).await,
    }?;
    Ok(ExitCode::SUCCESS)
}

/// Reads a plan; all that is wrong with it is told at once.
fn plan(path: &Path) -> anyhow::Result<Plan> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    incentives::read(&text).map_err(|refusals| {
        let lines: Vec<String> = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
        anyhow!("`{}` is no incentive plan:{}", path.display(), lines.concat())
    })
}

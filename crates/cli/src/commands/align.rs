//! `tandem align`: who has which unit, and which account manager every hunter works with. From files, or from the company's own record.
mod check;
mod company;
mod effort;
mod files;
mod gap;
mod measure;
mod solve;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Align territories: draft, show and adopt alignments of the company; solve from files, check an answer, try the engine on published instances
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    Solve(solve::Args),
    Check(check::Args),
    Gap(gap::Args),
    Draft(company::DraftArgs),
    Show(company::ShowArgs),
    Adopt(company::AdoptArgs),
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    match &args.act {
        Act::Draft(args) => return company::draft(args, database).await,
        Act::Show(args) => return company::show(args, database).await,
        Act::Adopt(args) => return company::adopt(args, database).await,
        _ => {}
    }
    let cancel = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&cancel);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            flag.store(true, Ordering::Relaxed);
        }
    });
    let work = move || match args.act {
        Act::Solve(args) => solve::run(&args, &cancel),
        Act::Check(args) => check::run(&args),
        Act::Gap(args) => gap::run(&args, &cancel),
        Act::Draft(_) | Act::Show(_) | Act::Adopt(_) => Ok(ExitCode::SUCCESS),
    };
    tokio::task::spawn_blocking(work).await?
}

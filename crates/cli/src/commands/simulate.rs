//! `tandem simulate`: one role or two, how many of each, when to hand off. Only `calibrate` needs a database.
mod calibrate;
mod compare;
mod drivers;
mod parameters;
mod run;
mod search;
pub mod table;

use super::{open, print_json};
use crate::say::say;
use anyhow::{Context, anyhow};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tandem_engines::simulate::{Scenario, Stopped, Watch, parse};

/// Simulate a sales force: run a scenario, compare two, search for the best plan, or learn the parameters from the record
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    Run(run::Args),
    Compare(compare::Args),
    Search(search::Args),
    Parameters(parameters::Args),
    Calibrate(calibrate::Args),
}

/// On what seeds and threads; the same seeds give the same bytes for any number of threads.
#[derive(clap::Args)]
struct Effort {
    /// Seeds: independent lives of the same company; 16 where not given, in a search 64
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    seeds: Option<u32>,
    /// The first of them
    #[arg(long, default_value_t = 1)]
    first_seed: u64,
    /// Threads that compute; as many as there are cores where not given
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Seeds of a run and of a comparison where not given.
const SEEDS_USUAL: u32 = 16;

impl Effort {
    fn seeds(&self) -> Vec<u64> {
        tandem_engines::simulate::seeds(self.first_seed, self.seeds.unwrap_or(SEEDS_USUAL) as usize)
    }

    fn threads(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.threads.map_or_else(cores, usize::from)
    }

    /// The work under this effort, with its progress on stderr.
    fn watched<T>(
        &self,
        runs: usize,
        cancel: &AtomicBool,
        work: impl FnOnce(&Watch) -> Result<T, Stopped>,
    ) -> Result<T, Stopped> {
        let shown = AtomicUsize::new(0);
        let progress = |done: usize| show(done, runs, &shown);
        let result = work(&Watch { threads: self.threads(), progress: &progress, cancel });
        if shown.into_inner() > 0 && std::io::stderr().is_terminal() {
            eprintln!();
        }
        result
    }
}

/// Runs below which nobody waits long enough to want progress.
const RUNS_QUIET: usize = 2_000;

/// Says how much is done: on a terminal every percent on one line, else every tenth on its own.
fn show(done: usize, runs: usize, shown: &AtomicUsize) {
    let terminal = std::io::stderr().is_terminal();
    let step = if terminal { 1 } else { 10 };
    let percent = (done * 100 / runs.max(1)).min(100) / step * step;
    if runs < RUNS_QUIET || shown.fetch_max(percent, Ordering::Relaxed) >= percent {
        return;
    }
    let end = if terminal { "\r" } else { "\n" };
    // Progress that cannot be written is no reason to stop.
    let _ = write!(std::io::stderr(), "{percent} % of {runs} runs{end}");
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    if let Act::Calibrate(args) = &args.act {
        return calibrate::run(args, &open(database).await?).await;
    }
    let cancel = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&cancel);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            flag.store(true, Ordering::Relaxed);
        }
    });
    let work = move || match args.act {
        Act::Run(args) => run::run(&args, &cancel),
        Act::Compare(args) => compare::run(&args, &cancel),
        Act::Search(args) => search::run(&args, &cancel),
        Act::Parameters(args) => parameters::run(&args),
        // Done above.
        Act::Calibrate(_) => Ok(()),
    };
    match tokio::task::spawn_blocking(work).await? {
        Err(error) if error.downcast_ref() == Some(&Stopped::Cancelled) => {
            eprintln!("stopped before the end: there is no result");
            Ok(ExitCode::from(130))
        }
        done => done.map(|()| ExitCode::SUCCESS),
    }
}

/// Reads a scenario; all that is wrong with it is told at once.
fn read(path: &Path) -> anyhow::Result<Scenario> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    parse(&text).map_err(|refusals| {
        let lines: Vec<String> = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
        anyhow!("`{}` is no scenario:{}", path.display(), lines.concat())
    })
}

/// Prints a text.
fn print(text: &str) -> anyhow::Result<()> {
    say!("{}", text.trim_end_matches('\n'));
    Ok(())
}

/// What of a scenario differs from the defaults, in one line.
fn described(scenario: &Scenario) -> String {
    let changed = scenario.changed();
    let parts: Vec<String> = changed.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    if parts.is_empty() { "all parameters at their defaults".to_owned() } else { parts.join(", ") }
}

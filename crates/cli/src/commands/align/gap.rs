//! `tandem align gap`: the same engine on a file of the assignment problem, to hold it against published instances.
use super::measure::Taken;
use super::{effort, files};
use crate::commands::print_json;
use crate::say::say;
use anyhow::Context;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use tandem_engines::align::gap::{read, solve};

/// Solve a file of the generalised assignment problem in the format of the OR-Library: least cost, capacities kept
///
/// Ends with 1 where no assignment was found that keeps the capacities.
#[derive(clap::Args)]
pub struct Args {
    /// The file: agents and jobs, costs and weights agent by agent, capacities
    file: PathBuf,
    #[command(flatten)]
    effort: effort::Search,
    /// Write the agent of each job, from 1, in the order of the jobs
    #[arg(long)]
    out: Option<PathBuf>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Document {
    /// The cost of what was found.
    value: Option<u64>,
    /// No assignment costs less.
    lower_bound: u64,
    seed: u64,
    moves: u64,
    #[serde(flatten)]
    taken: Taken,
}

pub fn run(args: &Args, cancel: &AtomicBool) -> anyhow::Result<ExitCode> {
    let gap = read(&files::text(&args.file)?)
        .with_context(|| format!("`{}` is no assignment problem", args.file.display()))?;
    let (found, taken) = args.effort.watched(cancel, |effort| solve(&gap, effort));
    let found = found?;
    if let (Some(out), Some(agents)) = (&args.out, &found.agents) {
        let lines: String = agents.iter().map(|agent| format!("{}\n", agent + 1)).collect();
        files::write(out, &lines)?;
    }
    let (value, lower_bound, moves) = (found.value, found.bound, found.moves);
    if args.json {
        print_json(&Document { value, lower_bound, seed: args.effort.seed(), moves, taken })?;
    } else {
        match value {
            Some(value) => say!("value {value}, no assignment is below {lower_bound}"),
            None => say!("no assignment was found that keeps the capacities; none is below {lower_bound}"),
        }
    }
    Ok(if value.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

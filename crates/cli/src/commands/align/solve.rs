//! `tandem align solve`: the best alignment in the time given, with the proof of how good it is.
use super::measure::Taken;
use super::{effort, files};
use crate::commands::print_json;
use crate::say::say;
use anyhow::Context;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use tandem_engines::align::report::{Report, report};
use tandem_engines::align::solve::{Start, solve};
use tandem_engines::align::write;

/// Give every unit a seller and every hunter one account manager: balanced, near, with the least disruption
///
/// Reads accounts.csv, reps.csv, hunters.csv and params.json, and writes solution.csv, certificate.csv (the proof of the lower bound)
/// and report.json. Ctrl-C ends the search with the best so far.
#[derive(clap::Args)]
pub struct Args {
    /// The folder of the four files
    folder: PathBuf,
    #[command(flatten)]
    effort: effort::Search,
    /// The folder of the answer
    #[arg(long)]
    out: PathBuf,
    /// Begin with the answer in this folder, and improve it where it pays: solution.csv and certificate.csv
    #[arg(long)]
    from: Option<PathBuf>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

/// report.json
#[derive(Serialize)]
struct Document {
    #[serde(flatten)]
    report: Report,
    seed: u64,
    moves: u64,
    /// It was ended before its time.
    stopped: bool,
    #[serde(flatten)]
    taken: Taken,
}

pub fn run(args: &Args, cancel: &AtomicBool) -> anyhow::Result<ExitCode> {
    let problem = files::problem(&args.folder)?;
    let before = args.from.as_deref().map(|folder| files::answer(&problem, folder)).transpose()?;
    let start = Start { before };
    files::make(&args.out)?;
    let (answer, taken) = args.effort.watched(cancel, |effort| solve(&problem, &start, effort));
    let answer = answer?;
    files::write(&args.out.join("solution.csv"), &write::alignment(&answer.alignment))?;
    files::write(&args.out.join("certificate.csv"), &write::certificate(&answer.prices))?;
    let document = Document {
        report: report(&problem, &answer.alignment, answer.bound),
        seed: args.effort.seed(),
        moves: answer.moves,
        stopped: cancel.load(Ordering::Relaxed),
        taken,
    };
    let text = serde_json::to_string_pretty(&document).context("the report cannot be written as JSON")?;
    files::write(&args.out.join("report.json"), &(text + "\n"))?;
    if args.json {
        print_json(&document)?;
    } else {
        say!("{}", sentences(args, &document));
    }
    Ok(ExitCode::SUCCESS)
}

fn sentences(args: &Args, document: &Document) -> String {
    let Document { report: of, taken, .. } = document;
    let memory = taken.peak_mb.map_or_else(String::new, |mb| format!(", {mb:.0} MB at most"));
    [
        format!(
            "Objective {:.0}; no alignment is below {:.0}, so this one is at most {:.2} % above the best possible.",
            of.objective,
            of.lower_bound,
            100.0 * of.gap
        ),
        format!(
            "{} of {} units leave their owner ({:.1} % of those who have one, {:.1} % of their revenue); {} of {} hunters leave their account manager.",
            of.moved_units,
            of.units,
            100.0 * of.moved_units_share,
            100.0 * of.moved_arr_share,
            of.moved_hunters,
            of.hunters
        ),
        format!(
            "{} of {} sellers are outside the band of hours, {} outside that of potential; {} units are served from inside.",
            of.outside_workload, of.sellers, of.outside_potential, of.inside_units
        ),
        format!(
            "{:.1} s of processor time, {:.1} s by the clock{memory}. Written to `{}`.",
            taken.seconds_cpu,
            taken.seconds,
            args.out.display()
        ),
    ]
    .join("\n")
}

//! `tandem align check`: an answer judged anew by an independent checker, and the lower bound of its certificate over all pairs.
use super::files;
use crate::commands::print_json;
use crate::say::say;
use anyhow::Context;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tandem_engines::align::check::{Texts, Verdict, check};

/// Check an answer: every rule, the objective, and the lower bound that a certificate proves
///
/// Ends with 1 where a rule is broken.
#[derive(clap::Args)]
pub struct Args {
    /// The folder of accounts.csv, reps.csv, hunters.csv and params.json
    folder: PathBuf,
    /// The alignment: kind,id,rep
    solution: PathBuf,
    /// The certificate: rep,alpha,beta; without it the certificate.csv beside the solution, if there is one
    #[arg(long)]
    certificate: Option<PathBuf>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let read = |name: &str| files::text(&args.folder.join(name));
    let (accounts, reps, hunters, parameters) =
        (read("accounts.csv")?, read("reps.csv")?, read("hunters.csv")?, read("params.json")?);
    let texts = Texts { accounts: &accounts, reps: &reps, hunters: &hunters, parameters: &parameters };
    let solution = files::text(&args.solution)?;
    let certificate = certificate(args).map(|path| files::text(&path)).transpose()?;
    let verdict = check(&texts, &solution, certificate.as_deref())
        .with_context(|| format!("`{}` cannot be checked", args.solution.display()))?;
    if args.json {
        print_json(&verdict)?;
    } else {
        say!("{}", sentences(&verdict));
    }
    Ok(if verdict.feasible { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn certificate(args: &Args) -> Option<PathBuf> {
    let beside = || {
        let path = args.solution.parent().unwrap_or(Path::new("")).join("certificate.csv");
        path.is_file().then_some(path)
    };
    args.certificate.clone().or_else(beside)
}

/// Broken rules that are told; what comes after is mostly the same mistake again.
const BROKEN_TOLD: usize = 20;

fn sentences(verdict: &Verdict) -> String {
    let mut lines: Vec<String> = verdict.broken.iter().take(BROKEN_TOLD).cloned().collect();
    if let Some(more) = verdict.broken.len().checked_sub(BROKEN_TOLD).filter(|more| *more > 0) {
        lines.push(format!("... and {more} more"));
    }
    if let Some(objective) = verdict.objective {
        lines.push(format!(
            "No rule is broken. Objective {objective:.2}; {} units leave their owner.",
            verdict.moved_units
        ));
    }
    if let Some(bound) = verdict.lower_bound {
        lines.push(format!("The certificate proves that no alignment is below {bound:.2}."));
    }
    if let Some(gap) = verdict.gap {
        lines.push(format!("This one is at most {:.3} % above the best possible.", 100.0 * gap));
    }
    lines.join("\n")
}

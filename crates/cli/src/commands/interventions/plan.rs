//! `tandem interventions plan`: how many people and months a pilot takes, before anyone is trained.
use super::{Language, print_json, said};
use crate::commands::simulate::table;
use crate::say::say;
use anyhow::anyhow;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::document::Unit;
use tandem_core::interventions::{Outcome, Panel};
use tandem_core::suggest;
use tandem_engines::effects::pilot::{Pilot, Question, pilot};

/// Plan a pilot: how many people and months it takes to see an effect, by the company's own variance
#[derive(clap::Args)]
pub struct Args {
    /// What was measured: person, month and the outcome, as CSV
    #[arg(long)]
    panel: PathBuf,
    /// What is counted, such as hunting_share or opportunities
    #[arg(long)]
    outcome: String,
    /// The change that shall be seen, per person and month, such as 0.05
    #[arg(long, allow_negative_numbers = true)]
    expected: f64,
    /// Months before that are compared with
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(3..=60))]
    baseline_months: u16,
    /// Pilots that are tried out for each length
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u16).range(20..=10_000))]
    pilots: u16,
    /// The seed of what is drawn: the same seed gives the same answer
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, cancel: &AtomicBool) -> anyhow::Result<()> {
    let outcome = outcome(&args.outcome)?;
    if args.expected == 0.0 || args.expected * outcome.sign() < 0.0 || !args.expected.is_finite() {
        let wanted = if outcome.sign() > 0.0 { "above" } else { "below" };
        return Err(anyhow!("--expected {}: of `{outcome}` give a change {wanted} zero", args.expected));
    }
    let panel = super::panel(&args.panel)?;
    known(&panel, outcome)?;
    let question = Question {
        outcome,
        expected: args.expected,
        baseline_months: usize::from(args.baseline_months),
        panels: usize::from(args.pilots),
    };
    let found = pilot(&panel, &question, args.seed, &super::quiet(cancel))?;
    if args.json { print_json(&found) } else { print(&found, args.language) }
}

/// An outcome by its word.
pub fn outcome(text: &str) -> anyhow::Result<Outcome> {
    text.parse().map_err(|_| {
        let words = Outcome::ALL.iter().map(|outcome| outcome.text());
        match suggest::nearest(text, words.clone()) {
            Some(near) => anyhow!("`{text}` is no outcome: did you mean `{near}`?"),
            None => anyhow!("`{text}` is no outcome: there are {}", words.collect::<Vec<_>>().join(", ")),
        }
    })
}

fn known(panel: &Panel, outcome: Outcome) -> anyhow::Result<()> {
    let known = panel.outcomes();
    if known.contains(&outcome) {
        return Ok(());
    }
    let names: Vec<&str> = known.iter().map(|outcome| outcome.text()).collect();
    Err(anyhow!("the panel has no `{outcome}`: it has {}", names.join(", ")))
}

fn print(found: &Pilot, language: Language) -> anyhow::Result<()> {
    found.because.iter().for_each(|told| say!("{}", said(told, language)));
    let amount = |value: f64| match found.outcome.unit() {
        Unit::Share => format!("{:.1} points", 100.0 * value),
        Unit::Money => table::dollars(value),
        _ => format!("{value:.2}"),
    };
    let row = |length: &tandem_engines::effects::pilot::Length| {
        vec![
            length.months.to_string(),
            length.months_before.to_string(),
            table::percent(length.power),
            table::percent(length.false_alarms),
            amount(length.detectable),
            length.people_each_side.map_or("-".to_owned(), |people| people.to_string()),
        ]
    };
    let rows: Vec<Vec<String>> = found.lengths.iter().map(row).collect();
    if !rows.is_empty() {
        let headings = match language {
            Language::En => ["months", "before", "seen", "false alarms", "detectable", "people on each side"],
            Language::ZhHant => ["月數", "之前", "看得出", "誤認", "可偵測", "每邊人數"],
        };
        say!("\n{}", table::text(&headings, &rows).trim_end());
    }
    Ok(())
}

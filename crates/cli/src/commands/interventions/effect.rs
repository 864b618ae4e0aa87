//! `tandem interventions effect`: whether it worked, how sure that is, and why.
use super::{Language, print_json, said};
use crate::commands::simulate::table;
use crate::say::say;
use anyhow::anyhow;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::Verdict;
use tandem_core::interventions::document::Unit;
use tandem_core::subscriptions::Month;
use tandem_engines::effects::{Effect, effect};

/// Say whether an intervention worked, how sure that is, and why
#[derive(clap::Args)]
pub struct Args {
    /// The document, in YAML or JSON
    file: PathBuf,
    /// What was measured: person, month and the outcome, as CSV
    #[arg(long)]
    panel: PathBuf,
    /// Look at nothing later than this month; the last of the panel where not given
    #[arg(long)]
    as_of: Option<String>,
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
    let (of, panel) = (super::document(&args.file)?, super::panel(&args.panel)?);
    let last = panel.month(panel.months().saturating_sub(1));
    let as_of: Month = match &args.as_of {
        Some(month) => month.parse().map_err(|reason: String| anyhow!("--as-of {reason}"))?,
        None => last,
    };
    let found = effect(&of, &panel, as_of, args.seed, &super::quiet(cancel))?;
    if args.json { print_json(&found) } else { print(&found, args.language) }
}

fn print(found: &Effect, language: Language) -> anyhow::Result<()> {
    say!("{}, as of {}: {}", found.name, found.as_of, verdict(found.verdict, language));
    for told in &found.because {
        say!("- {}", said(told, language));
    }
    if !found.next.is_empty() {
        say!("\n{}", if language == Language::En { "What to do next:" } else { "接下來：" });
        found.next.iter().for_each(|told| say!("- {}", said(told, language)));
    }
    let known = |point: &&tandem_engines::effects::answer::Point| point.treated.is_some();
    let rows: Vec<Vec<String>> = found.picture.iter().filter(known).map(|point| row(found, point)).collect();
    if !rows.is_empty() {
        let headings = match language {
            Language::En => ["month", "takes part", "without it", "compared", "counts"],
            Language::ZhHant => ["月份", "參與者", "若無介入", "比較者", "計入"],
        };
        say!("\n{}", table::text(&headings, &rows).trim_end());
    }
    Ok(())
}

fn row(found: &Effect, point: &tandem_engines::effects::answer::Point) -> Vec<String> {
    let show = |value: Option<f64>| match (value, found.outcome.unit()) {
        (None, _) => "-".to_owned(),
        (Some(value), Unit::Share) => table::percent(value),
        (Some(value), Unit::Money) => table::dollars(value),
        (Some(value), _) => format!("{value:.2}"),
    };
    let counts = if point.counts { "x" } else { "" };
    vec![
        point.month.to_string(),
        show(point.treated),
        show(point.without),
        show(point.compared),
        counts.to_owned(),
    ]
}

fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match (verdict, language) {
        (Verdict::Worked, Language::En) => "worked",
        (Verdict::Partly, Language::En) => "worked in part",
        (Verdict::DidNot, Language::En) => "did not work",
        (Verdict::CannotTell, Language::En) => "cannot tell",
        (Verdict::Worked, Language::ZhHant) => "有效",
        (Verdict::Partly, Language::ZhHant) => "部分有效",
        (Verdict::DidNot, Language::ZhHant) => "無效",
        (Verdict::CannotTell, Language::ZhHant) => "無法判斷",
    }
}

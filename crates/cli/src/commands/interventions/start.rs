//! `tandem interventions start`: locks the baseline and prints the document as it is from then on.
use crate::say::say;
use anyhow::Context;
use chrono::{NaiveDate, Utc};
use std::path::PathBuf;
use tandem_core::interventions::{states, write};

/// Lock the baseline of a draft, and print the document that runs from then on
#[derive(clap::Args)]
pub struct Args {
    /// The document, in YAML or JSON
    file: PathBuf,
    /// What was measured: person, month and the outcome, as CSV
    #[arg(long)]
    panel: PathBuf,
    /// The day on which it is locked; today where not given
    #[arg(long)]
    on: Option<NaiveDate>,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let (draft, panel) = (super::document(&args.file)?, super::panel(&args.panel)?);
    let running = states::start(&draft, &panel, args.on.unwrap_or_else(today))
        .with_context(|| format!("`{}` cannot be started", args.file.display()))?;
    say!("{}", write::write(&running).trim_end());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the command line reads the clock")]
fn today() -> NaiveDate {
    Utc::now().date_naive()
}

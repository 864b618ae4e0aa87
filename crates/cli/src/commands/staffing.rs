//! `tandem staffing`: who suits which role, who is ready, and whom to give which role. Advice from files; needs no database.
mod competencies;
mod fit;
mod propose;
mod ready;

use anyhow::{Context, anyhow};
use std::path::Path;
use std::process::ExitCode;
use tandem_core::documents::Refusal;
use tandem_core::languages::Words;

/// Staffing: propose who has which role, what other choices cost, who suits which, who is ready
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    Propose(propose::Args),
    Fit(fit::Args),
    Ready(ready::Args),
    Competencies(competencies::Args),
}

/// In which language sentences are told.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Language {
    /// English
    En,
    /// Traditional Chinese
    #[value(name = "zh-Hant")]
    ZhHant,
}

impl Language {
    fn of(self, words: &Words) -> &str {
        match self {
            Self::En => &words.en,
            Self::ZhHant => &words.zh,
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.act {
        Act::Propose(args) => propose::run(args)?,
        Act::Fit(args) => fit::run(args)?,
        Act::Ready(args) => ready::run(args)?,
        Act::Competencies(args) => competencies::run(args)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn text_of(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))
}

fn refused(path: &Path, refusals: &[Refusal]) -> anyhow::Error {
    let lines: Vec<String> = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
    anyhow!("`{}` cannot be used:{}", path.display(), lines.concat())
}

/// One record a line; the first line that cannot be read is told with its number.
fn lines_of<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text = text_of(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line).map_err(|error| {
                anyhow!("`{}`, line {}: {error}; write one JSON object a line", path.display(), at + 1)
            })
        })
        .collect()
}

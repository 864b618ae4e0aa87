//! `tandem rules`: the rules of engagement, checked and tried out.
mod check;
mod facts;
mod on_book;
mod state;
mod try_out;

use anyhow::{Context, anyhow};
use std::path::Path;
use std::process::ExitCode;
use tandem_core::rules::{self, Document};

/// Rules of engagement: check a document, or try it out on facts
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    Check(check::Args),
    Try(try_out::Args),
    Facts(facts::Args),
    State(state::Args),
}

pub async fn run(args: &Args, database: &str) -> anyhow::Result<ExitCode> {
    match &args.act {
        Act::Check(args) => check::run(args),
        Act::Try(args) => try_out::run(args, database).await,
        Act::Facts(args) => facts::run(args),
        Act::State(args) => state::run(args, database).await,
    }?;
    Ok(ExitCode::SUCCESS)
}

fn text_of(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))
}

/// Reads a document; all that is wrong with it is told at once.
fn document(path: &Path) -> anyhow::Result<Document> {
    rules::read(&text_of(path)?).map_err(|refusals| {
        let lines: Vec<String> = refusals.iter().map(|refusal| format!("\n  {refusal}")).collect();
        anyhow!("`{}` is no document of rules:{}", path.display(), lines.concat())
    })
}

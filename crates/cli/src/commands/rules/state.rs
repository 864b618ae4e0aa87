//! `tandem rules state`: facts that only people can tell, for many units at once.
use crate::commands::open;
use crate::say::say;
use chrono::NaiveDate;
use std::path::PathBuf;
use tandem_app::{Actor, rules};

/// State facts that the record does not hold, such as health and open escalations; nothing is kept unless every line fits
#[derive(clap::Args)]
pub struct Args {
    /// Facts, one unit a line by its id in the source: {"unit": "u1", "facts": {"health": "green"}}
    file: PathBuf,
    /// From when on they hold; today where not given
    #[arg(long)]
    since: Option<NaiveDate>,
}

pub async fn run(args: &Args, database: &str) -> anyhow::Result<()> {
    let text = super::text_of(&args.file)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let stated = rules::state_lines(&open(database).await?, &Actor::operator(), text, args.since).await?;
    say!("{stated} facts were stated.");
    Ok(())
}

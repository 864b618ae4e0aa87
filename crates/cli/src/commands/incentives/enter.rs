//! `tandem incentives enter`: payments of customers, refunds, corrections and adjustments, all of a file or nothing of it.
use crate::commands::{open, print_json};
use crate::say::say;
use anyhow::{Context, bail};
use std::path::PathBuf;
use tandem_app::incentives::{self, EnteredPreview, EnteredRow};
use tandem_app::{Actor, App};

/// Bring payments and other events in: all rows of the file, or none where one does not fit
#[derive(clap::Args)]
pub struct Args {
    /// A CSV file: payments as accounting lists them, or events; which one is known by the header (docs/guides/incentives.md)
    file: PathBuf,
    /// Say what the rows mean and what becomes payable; keep nothing
    #[arg(long)]
    dry_run: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(args: &Args, database: &str) -> anyhow::Result<()> {
    let Args { file, dry_run, json } = args;
    let text =
        std::fs::read_to_string(file).with_context(|| format!("`{}` cannot be read", file.display()))?;
    let app = open(database).await?;
    let seen = incentives::preview(&app, &Actor::operator(), &text).await?;
    if *json {
        print_json(&seen)?;
    } else {
        tell(&seen);
    }
    if seen.problems > 0 {
        bail!(
            "{} of {} rows cannot be kept, so nothing is: mend the lines named and bring the file in again",
            seen.rows - seen.fitting,
            seen.rows
        );
    }
    if *dry_run {
        eprintln!("nothing was kept; without --dry-run it is");
        return Ok(());
    }
    keep(&app, &text).await
}

async fn keep(app: &App, text: &str) -> anyhow::Result<()> {
    let kept = incentives::enter(app, &Actor::operator(), text).await?;
    eprintln!("{kept} events were kept; the next calculation of the open period counts them");
    Ok(())
}

fn tell(seen: &EnteredPreview) {
    seen.items.iter().for_each(tell_row);
    for refused in &seen.refused {
        say!("{refused}");
    }
    if seen.fitting > seen.items.len() {
        say!("and {} more rows", seen.fitting - seen.items.len());
    }
    let sums = |sums: &[String]| if sums.is_empty() { "nothing".to_owned() } else { sums.join(", ") };
    say!(
        "{} of {} rows fit; paid: {}; payable: {}",
        seen.fitting,
        seen.rows,
        sums(&seen.paid),
        sums(&seen.payable)
    );
}

fn tell_row(row: &EnteredRow) {
    let amount = match (&row.amount, &row.currency) {
        (Some(amount), Some(currency)) => format!(" {amount} {currency}"),
        _ => String::new(),
    };
    let of = row.of.as_ref().map(|of| format!(" of {}", of.en)).unwrap_or_default();
    say!("line {}: {} {}{amount}, {}{of}", row.line, row.date, row.movement, row.unit);
    for part in &row.payable {
        let currency = row.payable_currency.as_deref().unwrap_or_default();
        say!("    payable to {}: {} {currency}", part.person.name, part.amount);
    }
    if let Some(nothing) = &row.nothing {
        say!("    {}", nothing.en);
    }
}

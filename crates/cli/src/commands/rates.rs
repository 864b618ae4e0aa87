//! `tandem rates`: what other currencies are worth in the company's, from which day on.
use super::open;
use crate::say::say;
use anyhow::{Context, anyhow};
use chrono::NaiveDate;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tandem_app::Actor;
use tandem_app::settings::{self, Rate};
use tandem_core::subscriptions::{parse_rate, rate_text};

/// List the exchange rates, or add those of a file; a rate of the same currency and day is replaced
#[derive(clap::Args)]
pub struct Args {
    /// A CSV file with the columns currency, date and rate: one unit of the currency in the company's, valid from that day on
    file: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Line {
    currency: String,
    date: NaiveDate,
    rate: String,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let app = open(database).await?;
    if let Some(path) = args.file {
        let rates = read(&path)?;
        let count = rates.len();
        settings::put_rates(&app, &Actor::operator(), rates).await?;
        eprintln!("{count} rates are known now");
        return Ok(ExitCode::SUCCESS);
    }
    say!("currency,date,rate");
    for rate in settings::rates(&app).await? {
        say!("{},{},{}", rate.currency, rate.date, rate_text(rate.rate_e9));
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> anyhow::Result<Vec<Rate>> {
    let mut reader =
        csv::Reader::from_path(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    let headers = reader.headers()?.clone();
    let mut rates = Vec::new();
    for row in reader.records() {
        let row = row?;
        let line = row.position().map_or(0, csv::Position::line);
        let read: Line = row
            .deserialize(Some(&headers))
            .with_context(|| format!("line {line}: give the columns currency, date (YYYY-MM-DD) and rate"))?;
        let rate_e9 = parse_rate(&read.rate).map_err(|reason| anyhow!("line {line}: {reason}"))?;
        rates.push(Rate { currency: read.currency.trim().to_uppercase(), date: read.date, rate_e9 });
    }
    Ok(rates)
}

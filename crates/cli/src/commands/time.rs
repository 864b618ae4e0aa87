//! `tandem time`: where the sellers' hours go.
use super::{open, print_json};
use crate::say::say;
use chrono::NaiveDate;
use std::process::ExitCode;
use tandem_app::Actor;
use tandem_app::time::{self, TimeView};

/// Show where the sellers' hours go, and how much of the time is recorded at all
#[derive(clap::Args)]
pub struct Args {
    /// The first day; half a year before the last where not given
    #[arg(long)]
    from: Option<NaiveDate>,
    /// The day after the last
    #[arg(long)]
    to: Option<NaiveDate>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let view = time::view(&open(database).await?, &Actor::operator(), args.from, args.to).await?;
    if args.json {
        print_json(&view)?
    } else {
        print(&view)
    }
    Ok(ExitCode::SUCCESS)
}

fn print(view: &TimeView) {
    let c = &view.coverage;
    say!(
        "{} to {}: {} of {} hours are recorded ({:.0} %), by {} of {} sellers",
        view.from,
        view.to,
        c.hours_recorded,
        c.hours_available,
        100.0 * c.share,
        c.sellers_with_time,
        c.sellers
    );
    say!("{}\n", c.because);
    say!(
        "{:<24} {:>9} {:>9} | {:>8} {:>8} {:>8} {:>8}",
        "seller",
        "available",
        "recorded",
        "easy",
        "urgent",
        "hard",
        "other"
    );
    for person in &view.people {
        let hours = |class: &str| person.classes.get(class).copied().unwrap_or(0.0);
        say!(
            "{:<24} {:>9} {:>9} | {:>8} {:>8} {:>8} {:>8}",
            person.name,
            person.hours_available,
            person.hours_recorded,
            hours("easy"),
            hours("urgent"),
            hours("hard"),
            hours("other")
        );
    }
}

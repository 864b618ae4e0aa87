//! `tandem diagnose`: whether the sellers are stretched, and how sure that is.
use super::{open, print_json};
use crate::say::say;
use chrono::NaiveDate;
use std::process::ExitCode;
use tandem_app::Actor;
use tandem_app::diagnoses::{self, DiagnosisView, SellerDiagnosis};

/// Say whether the sellers are stretched, and how sure that is
#[derive(clap::Args)]
pub struct Args {
    /// Look at nothing later than this day; today where not given
    #[arg(long)]
    as_of: Option<NaiveDate>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let view = diagnoses::view(&open(database).await?, &Actor::operator(), args.as_of).await?;
    if args.json {
        print_json(&view)?
    } else {
        print(&view)
    }
    Ok(ExitCode::SUCCESS)
}

fn print(view: &DiagnosisView) {
    say!("As of {}, months {} to {}", view.as_of, view.from, view.to);
    print_told(view);
    say!("\n{:<24} {:>6} {:>8} {:>20} {:>20}", "seller", "held", "load", "crowd_out", "acquisition_trend");
    view.sellers.iter().for_each(print_seller);
}

fn print_told(view: &DiagnosisView) {
    if let Some(coverage) = &view.coverage {
        say!("{}\n", coverage.because.text);
    }
    view.seen.iter().for_each(|reason| say!("{}", reason.text));
    if let Some(sure) = &view.sure {
        say!("\nHow sure: {}", sure.text);
    }
    if let Some(since) = view.slowdown.as_ref().and_then(|chart| chart.since) {
        say!("New business has been slower since {since}.");
    }
    for (title, reasons) in [("What would change it", &view.would_change), ("What to try next", &view.next)] {
        say!("\n{title}:");
        reasons.iter().for_each(|reason| say!("- {}", reason.text));
    }
}

fn print_seller(seller: &SellerDiagnosis) {
    let held =
        seller.months.last().and_then(|month| month.held).map_or(String::new(), |held| held.to_string());
    let load = seller.overstretch.map_or("unknown".to_owned(), |load| format!("{:.0} %", 100.0 * load.rho));
    let answer = |at: usize| seller.findings.get(at).map_or("", |short| short.answer.text());
    say!("{:<24} {held:>6} {load:>8} {:>20} {:>20}", seller.seller.name, answer(0), answer(1));
}

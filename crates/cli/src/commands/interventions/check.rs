//! `tandem interventions check`: whether a document can be used, and what makes its verdict doubtful.
use super::print_json;
use crate::say::say;
use serde_json::json;
use std::path::PathBuf;
use tandem_core::interventions::{Assigned, Compared, Intervention, Who, warnings};

/// Check a document: names, dates, groups, and what would make a verdict doubtful
#[derive(clap::Args)]
pub struct Args {
    /// The document, in YAML or JSON
    file: PathBuf,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let of = super::document(&args.file)?;
    let warnings = warnings::warnings(&of);
    if args.json {
        return print_json(&json!({
            "name": of.name,
            "kind": of.kind,
            "aim": of.aim,
            "outcome": of.outcome,
            "state": of.state,
            "start": of.start,
            "end": of.end,
            "months_counted": months(&of),
            "people": people(&of),
            "compared": compared(&of),
            "expected": of.expected,
            "warnings": warnings,
        }));
    }
    say!(
        "{} ({}, {}): {} to {}, {} whole months count.",
        of.name,
        of.kind,
        of.state,
        of.start,
        of.end,
        months(&of)
    );
    let assigned = if of.assigned == Assigned::Drawn { "drawn" } else { "chosen" };
    say!("It is aimed at {} and judged by {}; {} is expected.", of.aim, of.outcome, of.expected);
    say!("Takes part, {assigned}: {}. Compared: {}.", people(&of), compared(&of));
    for warning in &warnings {
        say!("Warning: {}.", warning.text);
    }
    if warnings.is_empty() {
        say!("Nothing in it makes a verdict doubtful.");
    }
    Ok(())
}

fn months(of: &Intervention) -> i64 {
    let months = Intervention::first_month(of.start).until(of.last_month()) + 1;
    i64::from(months) - i64::from(of.settle_months)
}

fn people(of: &Intervention) -> String {
    match &of.people {
        Who::Everybody => "everybody".to_owned(),
        Who::These(members) => members.len().to_string(),
    }
}

fn compared(of: &Intervention) -> String {
    match &of.compared {
        Compared::EverybodyElse => "everybody else".to_owned(),
        Compared::Nobody => "nobody".to_owned(),
        Compared::These(members) => members.len().to_string(),
    }
}

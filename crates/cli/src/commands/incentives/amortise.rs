//! `tandem incentives amortise`: costs to obtain contracts, spread over their months, as CSV or JSON.
use super::inputs::{Events, Files, book};
use super::try_out::read;
use crate::commands::print_json;
use crate::say::say;
use chrono::NaiveDate;
use std::path::PathBuf;
use tandem_core::exports::safe_cell;
use tandem_core::incentives::Output;
use tandem_core::incentives::amortise::{ExportRow, ShortContracts, costs, departures, export, left};

/// Spread the costs of obtaining contracts (ASC 340-40, IFRS 15) that components mark with `contract_months`, as CSV
#[derive(clap::Args)]
pub struct Args {
    /// The plan, in YAML or JSON; several where they are versions of one, or plans of several teams
    #[arg(required = true)]
    plans: Vec<PathBuf>,
    #[command(flatten)]
    files: Files,
    /// The day up to which guarantees, draws and held shares are posted; the day of the last event where not given
    #[arg(long)]
    through: Option<NaiveDate>,
    /// Expense contracts of at most 12 months at once (the practical expedient)
    #[arg(long)]
    expense_short: bool,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let plans = read(&args.plans)?;
    let events = Events::new(&args.files)?;
    let mut postings = Vec::new();
    events.compute(book(&args.files, plans.clone())?, args.through, &mut |output| {
        if let Output::Posting(posting) = output {
            postings.push(posting);
        }
    })?;
    let mut gone = Vec::new();
    events.each(&mut |event| {
        gone.push((event.unit.clone(), event.movement, event.date));
        Ok(())
    })?;
    let gone = departures(gone.iter().map(|(unit, movement, day)| (unit.as_str(), *movement, *day)));
    let short = if args.expense_short { ShortContracts::ExpensedAtOnce } else { ShortContracts::Spread };
    let mut table: Vec<ExportRow> = Vec::new();
    for cost in costs(&book(&args.files, plans)?, &postings) {
        table.extend(export(&cost, short, left(&cost, &gone))?);
    }
    if table.is_empty() {
        eprintln!("warning: nothing is spread: no posting is by a component with `contract_months`");
    }
    if args.json {
        return print_json(&table);
    }
    say!("cost,unit,month,opening,deferred,amortised,written_off,closing,currency");
    for row in &table {
        say!(
            "{},{},{},{},{},{},{},{},{}",
            cell(&row.cost),
            cell(&row.unit),
            row.month,
            row.opening,
            row.deferred,
            row.amortised,
            row.written_off,
            row.closing,
            row.currency
        );
    }
    Ok(())
}

/// A name as a cell that no spreadsheet takes for a formula.
fn cell(name: &str) -> String {
    let safe = safe_cell(name);
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

//! `tandem simulate calibrate`: what the company's record says of the parameters, and what it cannot tell.
use super::{print, print_json, table};
use std::process::ExitCode;
use tandem_app::designs::{self, CalibrationView};
use tandem_app::{Actor, App};
use tandem_engines::simulate::calibrate::{Estimate, Predicted, Source, Why};

/// Learn the parameters of a scenario from the record: which it tells, how surely, and which stay an assumption
#[derive(clap::Args)]
pub struct Args {
    /// Print a scenario with what was found, for `tandem simulate run`
    #[arg(long, conflicts_with = "json")]
    scenario: bool,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(args: &Args, app: &App) -> anyhow::Result<ExitCode> {
    let view = designs::calibration(app, &Actor::operator()).await?;
    match (args.json, args.scenario) {
        (true, _) => print_json(&view)?,
        (_, true) => print(&view.document)?,
        _ => print(&told(&view))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn told(view: &CalibrationView) -> String {
    let by = match view.segments {
        "recorded" => "the record's own segments",
        _ => "segments by size, for the record has none",
    };
    let mut text =
        format!("As of {}: {} customers, amounts in {}, {by}\n\n", view.as_of, view.customers, view.currency);
    let is_told = |one: &&Estimate| !matches!(one.source, Source::Input | Source::Assumed);
    let rows: Vec<Vec<String>> = view.calibration.estimates.iter().filter(is_told).map(row).collect();
    text.push_str(&table::text(&["measured", "value", "from", "to", "cases", ""], &rows));
    let reasons = [
        (Why::TooFew, "too few cases"),
        (Why::NoHours, "no hours recorded, or too few"),
        (Why::NoProspects, "accounts that do not buy are not in the record"),
        (Why::NoPotentials, "nobody has said what units could reach"),
        (Why::GiveIt, "yours to give: payroll, plan, books"),
        (Why::NotRecorded, "nothing in a record tells it: the model's assumption"),
    ];
    for (why, reason) in reasons {
        let of = view.calibration.estimates.iter().filter(|one| !is_told(one) && one.why == why);
        let keys: Vec<&str> = of.map(|one| one.key.as_str()).collect();
        if !keys.is_empty() {
            text.push_str(&format!("\nnot measured ({reason}):\n  {}\n", keys.join(" ")));
        }
    }
    text.push_str(&backtest(&view.calibration.backtest));
    text
}

fn row(one: &Estimate) -> Vec<String> {
    let or_none =
        |value: &Option<serde_json::Value>| value.as_ref().map_or("-".to_owned(), ToString::to_string);
    let note = match (one.source, one.why) {
        (_, Why::Shared) => "in part assumed: routine and easy work are recorded together",
        (Source::Partly, _) => "in part assumed",
        (Source::Updated, _) => "the fewer cases, the nearer to the assumption",
        _ => "",
    };
    vec![
        one.key.clone(),
        one.value.to_string(),
        or_none(&one.low),
        or_none(&one.high),
        one.n.to_string(),
        note.to_owned(),
    ]
}

/// How the record without its last year would have predicted it.
fn backtest(predicted: &[Predicted]) -> String {
    if predicted.is_empty() {
        return "\nThe record is too short to predict its own last year.\n".to_owned();
    }
    let segment = |at: Option<usize>| at.map_or("", |at| ["small", "mid", "enterprise"][at.min(2)]);
    let row = |one: &Predicted| {
        let name = format!("{} {}", one.measure, segment(one.segment));
        let held = if one.held { "held" } else { "missed" };
        let numbers = [one.cases, one.low, one.high].map(|number| number.to_string());
        let [cases, low, high] = numbers;
        vec![name.trim_end().to_owned(), cases, low, high, one.came.to_string(), held.to_owned()]
    };
    let rows: Vec<Vec<String>> = predicted.iter().map(row).collect();
    let held = predicted.iter().filter(|one| one.held).count();
    let table = table::text(&["last year, from before", "cases", "from", "to", "came", ""], &rows);
    format!("\n{table}\n{held} of {} intervals of 80 % held.\n", predicted.len())
}

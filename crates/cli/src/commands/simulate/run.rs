//! `tandem simulate run`: what becomes of one scenario.
use super::table::{self, dollars, or_none, percent};
use super::{Effort, described, print, print_json, read};
use serde::Serialize;
use std::fmt::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use tandem_engines::simulate::outcome::{deviation, mean, told_weeks};
use tandem_engines::simulate::{Detail, MODEL, Outcome, Row, Scenario, Summary, runs};

/// Run a scenario: ARR, customers, retention, cost and value, with their spread over the seeds
#[derive(clap::Args)]
pub struct Args {
    /// The scenario (YAML or JSON): names and values of parameters; what is not given has its default
    scenario: PathBuf,
    #[command(flatten)]
    effort: Effort,
    /// Add every week: start + new + expansion - contraction - churn = end
    #[arg(long)]
    weeks: bool,
}

#[derive(Serialize)]
struct Document<'a> {
    model: &'a str,
    scenario: serde_json::Map<String, serde_json::Value>,
    arr_weeks: Vec<i32>,
    seeds: &'a [Outcome],
    mean: Summary,
    sd: Summary,
}

pub fn run(args: &Args, cancel: &AtomicBool) -> anyhow::Result<()> {
    let scenario = read(&args.scenario)?;
    let seeds = args.effort.seeds();
    let detail = if args.weeks { Detail::Weeks } else { Detail::Short };
    let outcomes = args.effort.watched(seeds.len(), cancel, |watch| {
        runs(std::slice::from_ref(&scenario), &seeds, watch, |run| Outcome::of(&scenario, run, detail))
    })?;
    let outcomes = outcomes.concat();
    let (mean, sd) = (Summary::of(&outcomes, mean), Summary::of(&outcomes, deviation));
    if args.effort.json {
        let arr_weeks = told_weeks(&scenario);
        let changed = scenario.changed();
        return print_json(&Document {
            model: MODEL,
            scenario: changed,
            arr_weeks,
            seeds: &outcomes,
            mean,
            sd,
        });
    }
    let mut text = String::new();
    write(&mut text, &scenario, &outcomes, &mean, &sd)?;
    if args.weeks {
        write_weeks(&mut text, &outcomes)?;
    }
    print(&text)
}

/// Seeds that are printed; all of them are in the JSON.
const SEEDS_PRINTED: usize = 20;

fn write(
    text: &mut String,
    scenario: &Scenario,
    outcomes: &[Outcome],
    mean: &Summary,
    sd: &Summary,
) -> fmt::Result {
    let seeds = outcomes.len();
    writeln!(text, "model {MODEL}, {} weeks, {seeds} seeds; {}\n", scenario.weeks, described(scenario))?;
    let weeks: Vec<String> =
        told_weeks(scenario).iter().map(|week| format!("ARR end of week {week}")).collect();
    let mut headings = vec!["seed"];
    headings.extend(weeks.iter().map(String::as_str));
    headings.extend(["won", "lost", "opportunities", "handoffs", "leavers", "cost", "NPV operating", "NPV"]);
    let mut rows: Vec<Vec<String>> = outcomes.iter().take(SEEDS_PRINTED).map(seed).collect();
    rows.push(summary("mean", mean));
    rows.push(summary("sd", sd));
    text.push_str(&table::text(&headings, &rows));
    if seeds > SEEDS_PRINTED {
        writeln!(text, "... and {} more seeds; --json lists them", seeds - SEEDS_PRINTED)?;
    }
    if !mean.nrr.is_empty() {
        let year = |(at, (nrr, grr)): (usize, (&Option<f64>, &Option<f64>))| {
            vec![(at + 1).to_string(), or_none(*nrr, percent), or_none(*grr, percent)]
        };
        let years: Vec<Vec<String>> = mean.nrr.iter().zip(&mean.grr).enumerate().map(year).collect();
        write!(text, "\n{}", table::text(&["year", "NRR", "GRR"], &years))?;
    }
    writeln!(
        text,
        "\nNPV operating counts the simulated weeks alone; NPV adds a terminal value for the ARR that is left."
    )?;
    if seeds < 8 {
        writeln!(
            text,
            "So few seeds say little: lives of the same company differ by chance. Give --seeds 16 or more."
        )?;
    }
    Ok(())
}

fn seed(o: &Outcome) -> Vec<String> {
    let mut cells = vec![o.seed.to_string()];
    cells.extend(o.arr.iter().map(|arr| dollars(*arr)));
    cells.extend([o.logos, o.lost, o.opportunities, o.handoffs, o.leavers].map(|count| count.to_string()));
    cells.extend([o.cost, o.npv_operating, o.npv].map(dollars));
    cells
}

fn summary(name: &str, of: &Summary) -> Vec<String> {
    let mut cells = vec![name.to_owned()];
    cells.extend(of.arr.iter().map(|arr| or_none(*arr, dollars)));
    let counts = [of.logos, of.lost, of.opportunities, of.handoffs, of.leavers];
    cells.extend(counts.map(|count| or_none(count, |count| format!("{count:.1}"))));
    cells.extend([of.cost, of.npv_operating, of.npv].map(|value| or_none(value, dollars)));
    cells
}

fn write_weeks(text: &mut String, outcomes: &[Outcome]) -> fmt::Result {
    writeln!(text, "\nmean over the seeds: start + new + expansion - contraction - churn = end")?;
    let weeks = outcomes.first().map_or(0, |outcome| outcome.weeks.len());
    let rows: Vec<Vec<String>> = (0..weeks).map(|week| bridge(outcomes, week)).collect();
    let headings = ["week", "start", "new", "expansion", "contraction", "churn", "end"];
    text.write_str(&table::text(&headings, &rows))
}

fn bridge(outcomes: &[Outcome], week: usize) -> Vec<String> {
    let average = |value: fn(&Row) -> f64| {
        let sum: f64 = outcomes.iter().filter_map(|outcome| outcome.weeks.get(week)).map(value).sum();
        dollars(sum / outcomes.len() as f64)
    };
    vec![
        week.to_string(),
        average(|row| row.start),
        average(|row| row.new),
        average(|row| row.expansion),
        average(|row| row.contraction),
        average(|row| row.churn),
        average(|row| row.end),
    ]
}

//! `tandem simulate compare`: what one scenario has more than another, under the same luck.
use super::table::{self, dollars, or_none, percent};
use super::{Effort, described, drivers, print, print_json, read};
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use tandem_engines::simulate::{Difference, MODEL, compare};

/// Compare two scenarios seed by seed: differences, second less first, with 95 % intervals
#[derive(clap::Args)]
pub struct Args {
    /// The first scenario (YAML or JSON)
    pub first: PathBuf,
    /// The second
    pub second: PathBuf,
    /// Also say what the answer hangs on and what would turn it, on so many seeds for either end of each parameter
    #[arg(long, value_parser = clap::value_parser!(u16).range(2..=1_000))]
    drivers: Option<u16>,
    #[command(flatten)]
    pub(super) effort: Effort,
}

pub fn run(args: &Args, cancel: &AtomicBool) -> anyhow::Result<()> {
    let (first, second) = (read(&args.first)?, read(&args.second)?);
    let seeds = args.effort.seeds();
    let watched =
        args.effort.watched(2 * seeds.len(), cancel, |watch| compare(&first, &second, &seeds, watch));
    let differences = watched?;
    let drivers = args.drivers.map(|seeds| drivers::found(args, seeds, cancel)).transpose()?;
    if args.effort.json {
        let mut told = json!({
            "model": MODEL,
            "first": first.changed(),
            "second": second.changed(),
            "seeds": seeds,
            "differences": differences,
        });
        if let Some(drivers) = drivers {
            told["drivers"] = json!(drivers);
        }
        return print_json(&told);
    }
    let mut text = format!("model {MODEL}, {} seeds\n", seeds.len());
    writeln!(text, "first:  {}\nsecond: {}\n", described(&first), described(&second))?;
    let headings = ["", "first", "second", "difference", "from", "to", "second has more in"];
    let rows: Vec<Vec<String>> = differences.iter().map(row).collect();
    writeln!(text, "{}", table::text(&headings, &rows))?;
    for difference in differences.iter().take(2) {
        writeln!(text, "{}", sentence(difference))?;
    }
    if let Some(drivers) = drivers {
        text.push_str(&drivers::told(&drivers));
    }
    print(&text)
}

type Show = fn(f64) -> String;

fn row(d: &Difference) -> Vec<String> {
    let (show, apart): (Show, Show) = match d.measure.as_str() {
        "npv" | "npv_operating" | "arr_end" | "cost" => (dollars, dollars),
        rate if rate.starts_with("nrr") || rate.starts_with("grr") => (percent, points),
        _ => (tenths, tenths),
    };
    vec![
        name(&d.measure),
        show(d.first),
        show(d.second),
        apart(d.difference),
        or_none(d.low, apart),
        or_none(d.high, apart),
        format!("{:.0} % of seeds", d.more * 100.0),
    ]
}

fn tenths(count: f64) -> String {
    format!("{count:.1}")
}

/// The difference of two shares.
fn points(share: f64) -> String {
    format!("{:.1} points", share * 100.0)
}

fn name(measure: &str) -> String {
    match measure {
        "npv" => "NPV".to_owned(),
        "npv_operating" => "NPV operating".to_owned(),
        "arr_end" => "ARR at the end".to_owned(),
        "logos" => "won".to_owned(),
        _ => match measure.split_once("rr_") {
            Some((kind, year)) => format!("{}RR year {year}", kind.to_uppercase()),
            None => measure.to_owned(),
        },
    }
}

/// What the interval of a value says.
fn sentence(d: &Difference) -> String {
    let name = name(&d.measure);
    match (d.low, d.high) {
        (Some(low), Some(high)) if low > 0.0 => {
            format!("{name}: the second is worth more, by {} to {}.", dollars(low), dollars(high))
        }
        (Some(low), Some(high)) if high < 0.0 => {
            format!("{name}: the second is worth less, by {} to {}.", dollars(-high), dollars(-low))
        }
        (Some(_), Some(_)) if d.difference == 0.0 => format!("{name}: both are worth the same."),
        (Some(_), Some(_)) => format!("{name}: these seeds cannot tell which is worth more."),
        _ => format!("{name}: one seed tells nothing about chance; give --seeds 16 or more."),
    }
}

//! What a comparison hangs on: the difference at either end of what is plausible, and where it turns.
use super::compare::Args;
use super::table::{self, dollars};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use tandem_engines::simulate::study::{
    Answer, Driver, Drivers, Ended, Kind, Planned, Question, answer_watched, runs_expected,
};

/// Finds it out on so many seeds for either end.
pub fn found(args: &Args, seeds: u16, cancel: &AtomicBool) -> anyhow::Result<Drivers> {
    let planned = |path: &std::path::Path| -> anyhow::Result<Planned> {
        let document = std::fs::read_to_string(path)?;
        Ok(Planned { name: path.display().to_string(), document, from_book: false })
    };
    let question = Question {
        kind: Kind::Comparison,
        plans: vec![planned(&args.first)?, planned(&args.second)?],
        book: None,
        seeds: usize::from(seeds),
        first_seed: args.effort.first_seed,
        driver_seeds: usize::from(seeds),
        seats_max: 2,
        intervals: BTreeMap::new(),
    };
    let mut ended = None;
    let runs = runs_expected(&question);
    let answer = args.effort.watched(runs, cancel, |watch| match answer_watched(&question, watch) {
        Ok(answer) => Ok(Some(answer)),
        Err(Ended::Stopped(stopped)) => Err(stopped),
        Err(Ended::Unplayable(unplayable)) => {
            ended = Some(unplayable);
            Ok(None)
        }
    })?;
    match (answer, ended) {
        (Some(Answer::Comparison(compared)), _) => {
            compared.drivers.ok_or_else(|| anyhow::anyhow!("nothing was found that the answer hangs on"))
        }
        (_, Some(unplayable)) => Err(unplayable.into()),
        _ => Err(anyhow::anyhow!("the comparison was not played")),
    }
}

/// As a table with its sentences.
pub fn told(drivers: &Drivers) -> String {
    let headings = ["NPV, second less first", "now", "low", "there", "high", "there", "turns at"];
    let rows: Vec<Vec<String>> = drivers.items.iter().map(row).collect();
    let (table, seeds) = (table::text(&headings, &rows), drivers.seeds);
    let base = dollars(drivers.base);
    let mut text =
        format!("\nWhat it hangs on: {base} when one parameter moves ({seeds} seeds each)\n{table}\n");
    if let Some(strongest) = drivers.items.first() {
        text.push_str(&format!("It hinges most on `{}`. ", strongest.key));
    }
    let turning = drivers.items.iter().find_map(|one| Some((one, one.break_even?)));
    text.push_str(&match turning {
        Some((one, at)) => format!(
            "The other answer would be right with `{}` at {at} instead of {}; measure it before you act.\n",
            one.key, one.now
        ),
        None => "No single parameter turns the answer within what is plausible.\n".to_owned(),
    });
    text
}

fn row(one: &Driver) -> Vec<String> {
    vec![
        one.key.clone(),
        one.now.to_string(),
        one.from.to_string(),
        table::or_none(one.at_low[0], dollars),
        one.to.to_string(),
        table::or_none(one.at_high[0], dollars),
        one.break_even.map_or_else(|| "-".to_owned(), |at| at.to_string()),
    ]
}

//! How often effects are claimed that are not there, and how often those are found that are, on worlds whose truth is known. Prints
//! Markdown. `cargo run --release -p tandem-engines --example effects_power -- all 200 > docs/reference/effects-power.md`; one part of it, and of
//! its rows those that begin so: `-- chance 200 "opportunities | Drawn"`.
mod looking;
#[path = "../common/rate.rs"]
mod rate;
mod rates;
mod simulated;
mod usual;
mod worlds;

use rate::rate;
use rates::{Tally, answer, tally};
use std::time::Instant;
use tandem_core::interventions::Outcome;
use worlds::{Picked, Weather, World};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let part = arguments.next().unwrap_or_else(|| "all".to_owned());
    let count = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(200);
    let begin = arguments.next().unwrap_or_default();
    let wanted = |name: &str| part == "all" || part == name;
    if part == "all" {
        println!("{}", include_str!("head.md"));
    }
    if wanted("simulated") {
        simulated::table(count);
    }
    if wanted("chance") {
        chance(&Rows { count, begin: &begin });
    }
    if wanted("looking") {
        looking::table(count);
    }
    if wanted("power") {
        power(&Rows { count: count / 2, begin: &begin });
    }
    if wanted("speed") {
        speed();
    }
}

/// Twelve people, half of them drawn, two years before and half a year after.
pub const USUAL: World = World {
    weather: Weather::Plain,
    picked: Picked::Drawn,
    outcome: Outcome::HuntingShare,
    people: 12,
    before: 24,
    after: 6,
    effect: 0.0,
};

/// The usual world with as many people and months as the way of picking asks for.
fn picked(picked: Picked) -> World {
    let people = if picked == Picked::WorstFew { 60 } else { 12 };
    let before = if picked == Picked::Everybody { 36 } else { 24 };
    World { picked, people, before, ..USUAL }
}

const HEADINGS: &str = "| outcome | picked | people | months | world | effect | `worked` | `partly` | `did_not`: excluded | `did_not`: harm | not enough data |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

/// The rows of a table: how many worlds each, and how those begin that are wanted.
struct Rows<'a> {
    count: u64,
    begin: &'a str,
}

impl Rows<'_> {
    fn row(&self, world: World) {
        let World { weather, picked, outcome, people, before, after, effect } = world;
        let name = format!("{outcome} | {picked:?} | {people} | {before} + {after} | {weather:?} | {effect}");
        if !name.starts_with(self.begin) {
            return;
        }
        let Tally { worked, partly, harm, excluded, no_data } = tally(world, self.count);
        let rate = |of: usize| rate(of, self.count as usize);
        println!(
            "| {name} | {} | {} | {} | {} | {} |",
            rate(worked),
            rate(partly),
            rate(excluded),
            rate(harm),
            rate(no_data)
        );
    }
}

fn chance(rows: &Rows<'_>) {
    println!(
        "## Worlds without an effect\n\n{} worlds each; percent of worlds with the exact 95 % interval. `worked` and `partly` are false alarms, so is harm.\n",
        rows.count
    );
    println!("{HEADINGS}");
    for outcome in [Outcome::HuntingShare, Outcome::Opportunities] {
        for weather in Weather::ALL {
            for of in [Picked::Drawn, Picked::WorstYear, Picked::StaggeredAll, Picked::Everybody] {
                rows.row(World { outcome, weather, ..picked(of) });
            }
        }
        for weather in [Weather::Plain, Weather::Proportional, Weather::Persistent] {
            for of in [
                Picked::WorstQuarter,
                Picked::WorstFew,
                Picked::BestYear,
                Picked::BestByNature,
                Picked::Three,
                Picked::Staggered,
                Picked::StaggeredWorst,
            ] {
                rows.row(World { outcome, weather, ..picked(of) });
            }
        }
    }
    rows.row(World { outcome: Outcome::Won, ..USUAL });
    rows.row(World { outcome: Outcome::Won, people: 40, ..USUAL });
    rows.row(World { people: 8, ..USUAL });
    rows.row(World { people: 6, ..USUAL });
    rows.row(World { before: 24, ..picked(Picked::Everybody) });
    rows.row(World { before: 18, ..picked(Picked::Everybody) });
    println!();
}

fn power(rows: &Rows<'_>) {
    println!(
        "## Worlds with an effect\n\n{} worlds each; what was planted is what was expected, so that `did_not` is wrong.\n",
        rows.count
    );
    println!("{HEADINGS}");
    for effect in [0.04, 0.06, 0.08, 0.12] {
        for people in [8, 12, 24, 48] {
            rows.row(World { effect, people, ..USUAL });
        }
    }
    for after in [3, 12] {
        rows.row(World { effect: 0.06, after, ..USUAL });
    }
    for (people, effect) in [(12, 1.0), (24, 1.0), (48, 1.0), (100, 1.0), (48, 0.5), (100, 0.5)] {
        rows.row(World { outcome: Outcome::Opportunities, people, effect, ..USUAL });
    }
    for (people, effect) in [(24, 0.35), (100, 0.35)] {
        rows.row(World { outcome: Outcome::Won, people, effect, after: 12, ..USUAL });
    }
    for of in Picked::ALL {
        rows.row(World { effect: 0.08, ..picked(of) });
        rows.row(World { effect: 0.08, people: 40, ..picked(of) });
    }
    for weather in Weather::ALL {
        rows.row(World { effect: 0.08, weather, ..USUAL });
        rows.row(World { effect: 0.12, weather, ..picked(Picked::Everybody) });
    }
    println!();
}

fn speed() {
    println!(
        "## Speed\n\nOne core, one answer with all its checks.\n\n| picked | people | months | seconds |\n| --- | --- | --- | --- |"
    );
    for (picked, people, before, after) in [
        (Picked::Drawn, 12, 24, 6),
        (Picked::WorstYear, 12, 24, 6),
        (Picked::StaggeredAll, 60, 36, 12),
        (Picked::WorstYear, 200, 36, 12),
        (Picked::Drawn, 1_000, 48, 12),
        (Picked::Everybody, 1_000, 48, 12),
    ] {
        let world = World { picked, people, before, after, effect: 0.05, ..USUAL };
        let start = Instant::now();
        let found = answer(world, 1);
        println!("| {picked:?} | {people} | {before} + {after} | {:.2} |", start.elapsed().as_secs_f64());
        assert_eq!(found.months_all, after);
    }
    println!();
}

//! How often effects are claimed that are not there, and how often those are found that are, on worlds whose truth is known. Prints
//! Markdown. `cargo run --release -p tandem-engines --example effects_power -- all 200 > docs/reference/effects-power.md`
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
    let wanted = |name: &str| part == "all" || part == name;
    if part == "all" {
        println!("{}", include_str!("head.md"));
    }
    if wanted("simulated") {
        simulated::table(count);
    }
    if wanted("chance") {
        chance(count);
    }
    if wanted("looking") {
        looking::table(count);
    }
    if wanted("power") {
        power(count / 2);
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

fn row(world: World, count: u64) {
    let World { weather, picked, outcome, people, before, after, effect } = world;
    let Tally { worked, partly, harm, excluded, no_data } = tally(world, count);
    let rate = |of: usize| rate(of, count as usize);
    println!(
        "| {outcome} | {picked:?} | {people} | {before} + {after} | {weather:?} | {effect} | {} | {} | {} | {} | {} |",
        rate(worked),
        rate(partly),
        rate(excluded),
        rate(harm),
        rate(no_data)
    );
}

fn chance(count: u64) {
    println!(
        "## Worlds without an effect\n\n{count} worlds each; percent of worlds with the exact 95 % interval. `worked` and `partly` are false alarms, so is harm.\n"
    );
    println!("{HEADINGS}");
    for outcome in [Outcome::HuntingShare, Outcome::Opportunities] {
        for weather in Weather::ALL {
            for of in [Picked::Drawn, Picked::WorstYear, Picked::StaggeredAll, Picked::Everybody] {
                row(World { outcome, weather, ..picked(of) }, count);
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
                row(World { outcome, weather, ..picked(of) }, count);
            }
        }
    }
    row(World { outcome: Outcome::Won, ..USUAL }, count);
    row(World { outcome: Outcome::Won, people: 40, ..USUAL }, count);
    row(World { people: 8, ..USUAL }, count);
    row(World { people: 6, ..USUAL }, count);
    row(World { before: 24, ..picked(Picked::Everybody) }, count);
    row(World { before: 18, ..picked(Picked::Everybody) }, count);
    println!();
}

fn power(count: u64) {
    println!(
        "## Worlds with an effect\n\n{count} worlds each; what was planted is what was expected, so that `did_not` is wrong.\n"
    );
    println!("{HEADINGS}");
    for effect in [0.04, 0.06, 0.08, 0.12] {
        for people in [8, 12, 24, 48] {
            row(World { effect, people, ..USUAL }, count);
        }
    }
    for after in [3, 12] {
        row(World { effect: 0.06, after, ..USUAL }, count);
    }
    for (people, effect) in [(12, 1.0), (24, 1.0), (48, 1.0), (100, 1.0), (48, 0.5), (100, 0.5)] {
        row(World { outcome: Outcome::Opportunities, people, effect, ..USUAL }, count);
    }
    for (people, effect) in [(24, 0.35), (100, 0.35)] {
        row(World { outcome: Outcome::Won, people, effect, after: 12, ..USUAL }, count);
    }
    for of in Picked::ALL {
        row(World { effect: 0.08, ..picked(of) }, count);
        row(World { effect: 0.08, people: 40, ..picked(of) }, count);
    }
    for weather in Weather::ALL {
        row(World { effect: 0.08, weather, ..USUAL }, count);
        row(World { effect: 0.12, weather, ..picked(Picked::Everybody) }, count);
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

//! Effects of interventions: the arithmetic held against small cases worked by hand, the verdicts on worlds whose truth is known.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod arithmetic;
mod pilots;
mod verdicts;
#[path = "../../examples/effects_power/worlds.rs"]
mod worlds;

use std::sync::atomic::AtomicBool;
use tandem_core::interventions::{Intervention, Outcome, Panel};
use tandem_core::subscriptions::Month;
use tandem_engines::effects::grid::{Begin, Grid, Row};
use tandem_engines::effects::{Effect, effect};
use tandem_engines::simulate::Watch;
use worlds::{Picked, Weather, World, make};

const USUAL: World = World {
    weather: Weather::Plain,
    picked: Picked::Drawn,
    outcome: Outcome::HuntingShare,
    people: 12,
    before: 24,
    after: 6,
    effect: 0.0,
};

/// The answer for a world at its end.
fn answer(world: World, seed: u64) -> Effect {
    let (of, panel) = make(world, seed);
    answer_at(&of, &panel, None)
}

/// The answer at the end of a month, or of the panel.
fn answer_at(of: &Intervention, panel: &Panel, at: Option<Month>) -> Effect {
    let cancel = AtomicBool::new(false);
    let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
    let last = panel.month(panel.months().saturating_sub(1));
    effect(of, panel, at.unwrap_or(last), 7, &watch).unwrap()
}

/// A grid in which the first `treated` rows begin in the month `begin`.
fn grid(values: &[&[f64]], treated: usize, begin: usize) -> Grid {
    let months = values.first().map_or(0, |row| row.len());
    let row = |(at, values): (usize, &&[f64])| Row {
        name: format!("p{at}"),
        stratum: None,
        values: values.iter().map(|value| value.is_finite().then_some(*value)).collect(),
        begin: (at < treated).then_some(Begin { touched: begin, counted: begin }),
        locked: None,
    };
    Grid {
        from: "2027-01".parse().unwrap(),
        until: months,
        last: months - 1,
        before: 12,
        rows: values.iter().enumerate().map(row).collect(),
    }
}

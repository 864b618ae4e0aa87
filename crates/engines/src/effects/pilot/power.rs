//! How often a pilot would see an effect, tried out on the company's own past: a window of it, half of the people drawn, the effect put
//! in, and the very test that will judge.
use super::Question;
use crate::diagnose::random::Random;
use crate::effects::chance::{Chance, Ways};
use crate::effects::draws::{Schedule, draws};
use crate::effects::grid::{Begin, Grid, Row};
use crate::effects::stack::{Reading, Stack};
use crate::simulate::{Stopped, Watch};
use std::sync::atomic::Ordering;
use tandem_core::interventions::document::Unit;

/// What is tried out.
#[derive(Clone, Copy, Debug)]
pub struct Power<'a> {
    /// What is asked.
    pub of: &'a Question,
    /// Months before.
    pub months_before: usize,
    /// Months that count.
    pub months: usize,
    /// The effect that is put in.
    pub effect: f64,
    /// What a claim needs.
    pub level: f64,
}

/// The share of pilots that claim an effect in the direction that is wanted.
///
/// # Errors
/// [`Stopped`] where it was cancelled.
pub fn power(past: &[Vec<Option<f64>>], of: &Power, seed: u64, watch: &Watch) -> Result<f64, Stopped> {
    let known = past.iter().map(Vec::len).max().unwrap_or(0);
    let starts = (known + 1).saturating_sub(of.months_before + of.months);
    let mut claims = 0;
    for number in 0..of.of.panels {
        if watch.cancel.load(Ordering::Relaxed) {
            return Err(Stopped::Cancelled);
        }
        (watch.progress)(1);
        let mut random = Random::new(seed, number as u64);
        let start = random.index(starts);
        claims += usize::from(claims_effect(&grid(past, of, start, &mut random), of, seed ^ number as u64));
    }
    Ok(claims as f64 / of.of.panels.max(1) as f64)
}

/// A window with the effect put in for a random half.
fn grid(past: &[Vec<Option<f64>>], of: &Power, start: usize, random: &mut Random) -> Grid {
    let length = of.months_before + of.months;
    let begin = Begin { touched: of.months_before, counted: of.months_before };
    let mut order: Vec<usize> = (0..past.len()).collect();
    for place in (1..order.len()).rev() {
        order.swap(place, random.index(place + 1));
    }
    let mut rows = Vec::with_capacity(order.len());
    for (place, person) in order.into_iter().enumerate() {
        let treated = place < past.len() / 2;
        let mut value = |month: usize| {
            let value = past[person].get(start + month).copied().flatten()?;
            Some(if treated && month >= of.months_before { value + put_in(of, random) } else { value })
        };
        rows.push(Row {
            name: person.to_string(),
            stratum: None,
            values: (0..length).map(&mut value).collect(),
            begin: treated.then_some(begin),
            locked: None,
        });
    }
    let from = tandem_core::subscriptions::Month::of(chrono::NaiveDate::default());
    Grid { from, until: length, last: length - 1, before: of.months_before, rows }
}

/// Counts that are added scatter as counts do.
fn put_in(of: &Power, random: &mut Random) -> f64 {
    if of.of.outcome.unit() == Unit::Count && of.effect > 0.0 { random.poisson(of.effect) } else { of.effect }
}

fn claims_effect(grid: &Grid, of: &Power, seed: u64) -> bool {
    let stack = Stack::new(grid);
    let real: Schedule = grid.rows.iter().map(|row| row.begin).collect();
    let ways = Ways::Schedules(draws(grid, seed));
    let chance = Chance { stack: &stack, real: &real, reading: Reading::Alike, ways: &ways };
    let is_wanted = chance.estimate().is_some_and(|found| found.effect * of.of.outcome.sign() > 0.0);
    is_wanted && chance.p_value(0.0) <= of.level
}

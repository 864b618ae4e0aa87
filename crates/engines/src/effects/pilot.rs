//! A pilot before anyone is trained: how many people and months it takes to see an effect of a given size, by the company's own variance,
//! and who begins, by lot.
pub mod lots;
pub mod power;
pub mod variance;

use super::looks::levels;
use super::words::{Numbers, Told};
use crate::diagnose::finding::{LEVEL, rounded};
use crate::diagnose::student;
use crate::simulate::{Stopped, Watch};
use power::{Power, power};
use serde::Serialize;
use tandem_core::interventions::{Outcome, Panel};
use variance::{Variance, variance};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// What is counted.
    pub outcome: Outcome,
    /// The effect that shall be seen, per person and month.
    pub expected: f64,
    /// Months before that are compared with.
    pub baseline_months: usize,
    /// Panels that are simulated for each length.
    pub panels: usize,
}

/// How long a pilot may be, in months that count.
pub const LENGTHS: [usize; 6] = [2, 3, 4, 6, 9, 12];
/// Four times out of five is what is aimed at.
pub const POWER_WANTED: f64 = 0.8;
const PEOPLE_MIN: usize = 4;
const SIDE_MAX: usize = 100_000;

/// What a pilot of one length can see.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Length {
    /// Months that count.
    pub months: usize,
    /// Months before that the record allows to compare with.
    pub months_before: usize,
    /// The scatter between people of what is left after the months before are taken into account.
    pub scatter: f64,
    /// The smallest effect that the whole team, half of it drawn, would see four times out of five.
    pub detectable: f64,
    /// People on either side that would see the expected effect four times out of five; absent: beyond any team.
    pub people_each_side: Option<usize>,
    /// How often the whole team would see the expected effect, simulated on its own months.
    pub power: f64,
    /// How often it would see an effect that is not there, simulated likewise.
    pub false_alarms: f64,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pilot {
    /// What is counted.
    pub outcome: Outcome,
    /// The effect that shall be seen.
    pub expected: f64,
    /// People whose months are known.
    pub people: usize,
    /// Months that are known.
    pub months: usize,
    /// By length, shortest first.
    pub lengths: Vec<Length>,
    /// The shortest that sees the expected effect four times out of five with the people there are.
    pub shortest: Option<usize>,
    /// What that means.
    pub because: Vec<Told>,
}

/// Plans a pilot from what is known of the past.
///
/// # Errors
/// [`Stopped`] where it was cancelled.
pub fn pilot(panel: &Panel, of: &Question, seed: u64, watch: &Watch) -> Result<Pilot, Stopped> {
    let past = variance::past(panel, of.outcome);
    let mut lengths = Vec::new();
    for months in LENGTHS {
        let Some(variance) = variance(&past, of.baseline_months, months) else { continue };
        lengths.push(length(&past, of, months, &variance, seed, watch)?);
    }
    let sees = |length: &&Length| length.power >= POWER_WANTED;
    let mut pilot = Pilot {
        outcome: of.outcome,
        expected: of.expected,
        people: past.len(),
        months: panel.months(),
        shortest: lengths.iter().find(sees).map(|length| length.months),
        lengths,
        because: Vec::new(),
    };
    pilot.because = because(&pilot);
    Ok(pilot)
}

fn length(
    past: &[Vec<Option<f64>>],
    of: &Question,
    months: usize,
    variance: &Variance,
    seed: u64,
    watch: &Watch,
) -> Result<Length, Stopped> {
    let level = level_end(months);
    let half = past.len() / 2;
    let power = |effect: f64, stream: u64| {
        let power = Power { of, months_before: variance.months_before, months, effect, level };
        power_of(past, &power, seed.wrapping_add(stream), watch)
    };
    Ok(Length {
        months,
        months_before: variance.months_before,
        scatter: rounded(variance.scatter),
        detectable: rounded(detectable(variance.scatter, half, past.len() - half, level)),
        people_each_side: people_each_side(variance.scatter, of.expected.abs(), level),
        power: rounded(power(of.expected, months as u64)?),
        false_alarms: rounded(power(0.0, 1_000 + months as u64)?),
    })
}

fn power_of(past: &[Vec<Option<f64>>], of: &Power, seed: u64, watch: &Watch) -> Result<f64, Stopped> {
    if past.len() < 2 * PEOPLE_MIN { Ok(0.0) } else { power(past, of, seed, watch) }
}

/// What the last look may claim, as if somebody looked every month.
pub fn level_end(months: usize) -> f64 {
    let shares: Vec<f64> = (1..=months).map(|month| month as f64 / months as f64).collect();
    levels(&shares, LEVEL).last().copied().unwrap_or(LEVEL)
}

/// The effect that so many people on the two sides see four times out of five, by Student's t.
pub fn detectable(scatter: f64, treated: usize, compared: usize, level: f64) -> f64 {
    let free = (treated + compared).saturating_sub(3).max(1) as f64;
    let error = scatter * (1.0 / treated.max(1) as f64 + 1.0 / compared.max(1) as f64).sqrt();
    (student::quantile(1.0 - level / 2.0, free) + student::quantile(POWER_WANTED, free)) * error
}

/// People on either side that see this effect four times out of five.
pub fn people_each_side(scatter: f64, effect: f64, level: f64) -> Option<usize> {
    let enough = |people: usize| detectable(scatter, people, people, level) <= effect;
    let mut high = PEOPLE_MIN;
    while !enough(high) {
        high *= 2;
        if high > SIDE_MAX {
            return None;
        }
    }
    let (mut low, mut high) = (high / 2, high);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if enough(middle) { high = middle } else { low = middle }
    }
    Some(high.max(PEOPLE_MIN))
}

fn because(of: &Pilot) -> Vec<Told> {
    let told = |code: &str, numbers: &[(&'static str, f64)]| {
        Told::new(code, &numbers.iter().copied().collect::<Numbers>(), of.outcome)
    };
    let known = [("people", of.people as f64), ("months", of.months as f64)];
    let Some(longest) = of.lengths.last() else { return vec![told("pilot.too_little", &known)] };
    let mut all = vec![told("pilot.stands_on", &known)];
    let shortest = of.shortest.and_then(|months| of.lengths.iter().find(|length| length.months == months));
    let numbers = |length: &Length| {
        [
            ("expected", of.expected),
            ("months", length.months as f64),
            ("power", length.power),
            ("false_alarms", length.false_alarms),
            ("detectable", length.detectable * of.outcome.sign()),
            ("people", length.people_each_side.map_or(f64::NAN, |people| people as f64)),
        ]
    };
    match shortest {
        Some(length) => all.push(told("pilot.enough", &numbers(length)[..4])),
        None if longest.people_each_side.is_some() => all.push(told("pilot.more_people", &numbers(longest))),
        None => all.push(told("pilot.hopeless", &numbers(longest)[..5])),
    }
    all
}

//! Solving under an emphasis, anew or from an answer before, and the check by code that shares nothing with the search.
use super::emphasis::Emphasis;
use super::texts::{Decided, Made, made};
use crate::align::check::check;
use crate::align::effort::Effort;
use crate::align::prices::Prices;
use crate::align::problem::Alignment;
use crate::align::solve::{Start, solve as search};
use crate::align::write;
use serde::{Deserialize, Serialize};
use tandem_core::alignments::Input;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Failed(pub String);

/// An answer as it is kept: places in the lists of the input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Solved {
    /// The account manager of each unit.
    pub units: Vec<u32>,
    /// The account manager of each hunter.
    pub hunters: Vec<u32>,
    /// What an hour and one of potential are worth with each: the proof of the bound.
    pub prices: Vec<[f64; 2]>,
    /// What it costs under its emphasis, a year.
    pub objective: f64,
    /// What nothing can cost less than, under its emphasis.
    pub bound: f64,
}

impl Solved {
    /// As the engine has it.
    pub fn alignment(&self) -> Alignment {
        Alignment { units: self.units.clone(), hunters: self.hunters.clone() }
    }

    /// How far from the best possible at most, as a share of the bound.
    pub fn gap(&self) -> f64 {
        ((self.objective - self.bound) / self.bound.abs().max(1.0)).max(0.0)
    }
}

/// Moves per unit or hunter of a whole search.
pub const MOVES_PER_ITEM: u64 = 20_000;
/// The least moves of a search.
const MOVES_MIN: u64 = 400_000;

/// So many moves that a search is as good for many units as for few.
pub fn bounded(input: &Input, per_item: u64) -> u64 {
    ((input.units.len() + input.hunters.len()) as u64 * per_item).max(MOVES_MIN)
}

/// Solves anew.
///
/// # Errors
/// Where decisions contradict each other, or what was found does not pass the check.
pub fn solve(
    input: &Input,
    decided: &Decided,
    emphasis: Emphasis,
    effort: &Effort,
) -> Result<Solved, Failed> {
    let made = made(input, decided, emphasis)?;
    answer(&made, &Start { before: None }, effort)
}

/// Solves from an answer before, after decisions changed.
///
/// # Errors
/// As [`solve`].
pub fn again(
    input: &Input,
    decided: &Decided,
    emphasis: Emphasis,
    before: &Solved,
    effort: &Effort,
) -> Result<Solved, Failed> {
    let made = made(input, decided, emphasis)?;
    let start = Start { before: Some((before.alignment(), Prices(before.prices.clone()))) };
    answer(&made, &start, effort)
}

fn answer(made: &Made, start: &Start, effort: &Effort) -> Result<Solved, Failed> {
    if made.problem.units.is_empty() && made.problem.hunters.is_empty() {
        return Err(Failed("there is nothing to align".to_owned()));
    }
    let found = search(&made.problem, start, effort).map_err(|error| Failed(error.to_string()))?;
    let (solution, certificate) = (write::alignment(&found.alignment), write::certificate(&found.prices));
    let verdict = check(&made.texts(), &solution, Some(&certificate))
        .map_err(|error| Failed(format!("what was found cannot be checked: {error}")))?;
    let (Some(objective), Some(bound)) = (verdict.objective, verdict.lower_bound) else {
        return Err(Failed(format!("what was found breaks a rule: {}", verdict.broken.join("; "))));
    };
    Ok(Solved {
        units: found.alignment.units,
        hunters: found.alignment.hunters,
        prices: found.prices.0,
        objective,
        bound,
    })
}

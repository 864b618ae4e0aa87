//! Solves a problem: first the bound and its prices, then the search under these prices.
use super::dual::{self, Dual, Settings};
use super::effort::{Budget, Effort, Progress};
use super::objective::{Objective, objective};
use super::prices::Prices;
use super::problem::{Alignment, Problem};
use super::search::{Plan, search};
use super::territory::Territory;

/// Where to begin.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// An alignment to change as little as it pays, and the prices that were found with it.
    pub before: Option<(Alignment, Prices)>,
}

/// An answer with its proof.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Who has what.
    pub alignment: Alignment,
    /// What it costs, in dollars a year.
    pub objective: Objective,
    /// No alignment costs less, in dollars a year.
    pub bound: f64,
    /// The proof of the bound.
    pub prices: Prices,
    /// Moves tried.
    pub moves: u64,
}

/// The threads could not be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} threads cannot be started: give fewer with `--threads`")]
pub struct NoThreads(pub usize);

/// Solves a problem. Cancelled, it answers with what it has.
///
/// # Errors
/// Where the threads cannot be had.
pub fn solve(problem: &Problem, start: &Start, effort: &Effort) -> Result<Answer, NoThreads> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(effort.threads.max(1)).build();
    let pool = pool.map_err(|_| NoThreads(effort.threads))?;
    Ok(pool.install(|| solved(problem, start, effort)))
}

fn solved(problem: &Problem, start: &Start, effort: &Effort) -> Answer {
    let territory = Territory::new(problem);
    let dual = bound(problem, &territory, start, effort);
    (effort.progress)(Progress { share: effort.share(0), objective: None, bound: dual.bound });
    let before = start.before.as_ref().map(|(alignment, _)| territory.sellers_of(alignment));
    let found = search(&territory, &dual, before.as_deref(), &Plan::territory(problem), effort);
    let alignment = territory.alignment(&found.sellers);
    let objective = objective(problem, &alignment);
    Answer { alignment, objective, bound: dual.bound, prices: Prices(dual.prices), moves: found.moves }
}

/// So few pairs of a unit and a seller are priced in no time.
const FEW_PAIRS: usize = 500_000;
/// Most of the time that the bound may take.
const BOUND_SHARE: f64 = 0.5;

fn bound(problem: &Problem, territory: &Territory, start: &Start, effort: &Effort) -> Dual {
    let rate = problem.parameters.pen_w.max(1e-9);
    let cold = Settings { first: rate / 60.0, last: rate / 4000.0, stages: 6 };
    // Among few one who leaves is felt by all, and prices must go far: begun as warm as among many, the climb ends on the way.
    let few = problem.units.len() * problem.sellers.len() <= FEW_PAIRS;
    let (first, stages) = if few { (rate / 20.0, 8) } else { (rate / 60.0, 4) };
    let warm = Settings { first, last: rate / 4000.0, stages };
    let (from, settings) = match &start.before {
        Some((_, prices)) => (prices.clone().clipped(problem).0, warm),
        None => (Prices::zero(problem.sellers.len()).0, cold),
    };
    let go = || {
        let late = matches!(effort.budget, Budget::Share(spent) if spent() > BOUND_SHARE);
        !late && !effort.cancelled()
    };
    dual::climb(territory, from, &settings, &go)
}

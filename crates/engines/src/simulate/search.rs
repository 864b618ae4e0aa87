//! The search for a plan: all mixes and timings on few seeds, then the best of them, timed by segment, on many others. What cannot be
//! told from the best is reported as a tie: the maximum is flat, and a search that names one winner would pretend to know more.
use super::many::{Stopped, Watch, runs, seeds};
use super::outcome::{cents, deviation, mean};
use super::parameters::Scenario;
use super::plan::{Plan, TIMINGS, one_role_plans, two_role_plans};
use super::run::Run;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Mixes that reach the second stage.
pub const FINALISTS: usize = 12;
/// As much less than the best is still a tie.
pub const TIE_SHARE: f64 = 0.01;
/// As many standard errors from the best are still a tie.
pub const TIE_ERRORS: f64 = 2.0;

/// What the search may spend.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Budget {
    /// Seats of a plan at most; at least 2.
    pub seats_max: usize,
    /// Seeds that the finalists are judged on; at least 8. The first stage takes an eighth of them, the timing a quarter.
    pub seeds: usize,
    /// The first seed; every stage has seeds of its own.
    pub first_seed: u64,
}

/// A plan that was judged. Means over the seeds, money in dollars.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = JudgedPlan)]
pub struct Judged {
    /// The plan.
    #[serde(flatten)]
    pub plan: Plan,
    /// Net present value with terminal value.
    pub npv: f64,
    /// The same without.
    pub npv_operating: f64,
    /// ARR at the end.
    pub arr: f64,
    /// Customers won.
    pub logos: f64,
    /// Accounts handed off.
    pub handoffs: f64,
    /// Cost of the sales force.
    pub cost: f64,
    /// By how much the net present value is behind the best, seed by seed.
    pub behind: f64,
    /// The standard error of that.
    pub behind_se: f64,
    /// Whether it cannot be told from the best, or is as good for all that matters.
    pub tie: bool,
}

/// What the search found: the preferred plan first, then the other ties, then the rest, by net present value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = FoundPlans)]
pub struct Found {
    /// Plans tried in the first stage.
    pub tried: usize,
    /// Runs of all stages.
    pub runs: usize,
    /// Those of the second stage.
    pub plans: Vec<Judged>,
}

/// What is kept of a run: net present value with and without terminal value, ARR at the end, customers won, accounts handed off, cost.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f64; 6]", into = "[f64; 6]")]
pub struct Short {
    /// Net present value with terminal value.
    pub npv: f64,
    /// The same without.
    pub npv_operating: f64,
    /// ARR at the end.
    pub arr: f64,
    /// Customers won.
    pub logos: f64,
    /// Accounts handed off.
    pub handoffs: f64,
    /// Cost of the sales force.
    pub cost: f64,
}

impl From<[f64; 6]> for Short {
    fn from([npv, npv_operating, arr, logos, handoffs, cost]: [f64; 6]) -> Self {
        Self { npv, npv_operating, arr, logos, handoffs, cost }
    }
}

impl From<Short> for [f64; 6] {
    fn from(short: Short) -> Self {
        [short.npv, short.npv_operating, short.arr, short.logos, short.handoffs, short.cost]
    }
}

impl Short {
    /// Of a run.
    pub fn of(run: &Run) -> Self {
        Self {
            npv: run.npv,
            npv_operating: run.npv_operating,
            arr: run.arr(),
            logos: f64::from(run.count(|row| row.logos)),
            handoffs: f64::from(run.count(|row| row.handoffs)),
            cost: run.sum(|row| row.cost),
        }
    }
}

/// What the search asks for, or what it found.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Every plan on every seed.
    Run(Vec<Plan>, Vec<u64>),
    /// The end.
    Found(Found),
}

/// Plans of a step, each with one entry per seed.
pub type Done = Vec<Vec<Short>>;

/// The next step of a search, when the steps before it came to `done`. A pure function, so that a search can be taken up again by anybody who
/// holds what was run: first all mixes and sizes, then the timing of the best by segment (three steps), then the judgement.
pub fn step(budget: &Budget, done: &[Done]) -> Step {
    let [few, some, many] = stage_seeds(budget);
    let (one_role, mixes) = (one_role_plans(budget.seats_max), two_role_plans(budget.seats_max));
    let all = || one_role.iter().chain(&mixes).copied().collect::<Vec<Plan>>();
    let Some(first) = done.first() else { return Step::Run(all(), few) };
    let npvs: Vec<f64> = first.iter().map(|of| npv(of)).collect();
    let (sizes, of_mixes) = npvs.split_at(one_role.len().min(npvs.len()));
    let finalists = finalists(&mixes, of_mixes);
    let mut timed = finalists.clone();
    for segment in 0..3 {
        let tries = timings(&timed, segment);
        let Some(done) = done.get(1 + segment) else { return Step::Run(tries, some) };
        timed = best_timings(&tries, &done.iter().map(|of| npv(of)).collect::<Vec<f64>>());
    }
    let best = one_role.iter().zip(sizes).max_by(|(_, one), (_, other)| one.total_cmp(other));
    let mut judged: Vec<Plan> =
        finalists.into_iter().chain(timed).chain(best.map(|(plan, _)| *plan)).collect();
    judged.sort_unstable();
    judged.dedup();
    let Some(last) = done.get(4) else { return Step::Run(judged, many) };
    let runs = done.iter().flatten().map(Vec::len).sum();
    Step::Found(Found { tried: mixes.len() + one_role.len(), runs, plans: ranked(&judged, last) })
}

/// Searches mixes of roles and timings of handoffs; all else is as in the scenario.
///
/// # Errors
/// [`Stopped`] where it was cancelled or there are no threads.
pub fn search(scenario: &Scenario, budget: &Budget, watch: &Watch) -> Result<Found, Stopped> {
    let runs_done = AtomicUsize::new(0);
    let progress = |_| (watch.progress)(runs_done.fetch_add(1, Ordering::Relaxed) + 1);
    let mut done = Vec::new();
    loop {
        let (plans, seeds) = match step(budget, &done) {
            Step::Run(plans, seeds) => (plans, seeds),
            Step::Found(found) => return Ok(found),
        };
        let scenarios: Vec<Scenario> = plans.iter().map(|plan| plan.of(scenario)).collect();
        let watch = Watch { progress: &progress, ..*watch };
        done.push(runs(&scenarios, &seeds, &watch, |run| Short::of(&run))?);
    }
}

/// About how many runs a search takes, for its progress.
pub fn runs_expected(budget: &Budget) -> usize {
    let [few, some, many] = stage_seeds(budget).map(|seeds| seeds.len());
    let plans = two_role_plans(budget.seats_max).len();
    let finalists = FINALISTS.min(plans / TIMINGS.len());
    (plans + budget.seats_max) * few + finalists * 3 * TIMINGS.len() * some + (2 * finalists + 1) * many
}

/// Seeds of the stages, each its own: who won by luck in one stage gets no credit for it in the next.
fn stage_seeds(budget: &Budget) -> [Vec<u64>; 3] {
    let count = [budget.seeds.div_ceil(8), budget.seeds.div_ceil(4), budget.seeds];
    let first = budget.first_seed;
    let second = first.wrapping_add(count[0] as u64);
    [seeds(first, count[0]), seeds(second, count[1]), seeds(second.wrapping_add(count[1] as u64), count[2])]
}

/// Mean net present value.
fn npv(of: &[Short]) -> f64 {
    mean(&of.iter().map(|short| short.npv).collect::<Vec<f64>>()).unwrap_or(f64::NEG_INFINITY)
}

/// The best timing of each mix, and of these the best mixes.
fn finalists(plans: &[Plan], npvs: &[f64]) -> Vec<Plan> {
    let mut best: Vec<(Plan, f64)> = Vec::new();
    for (plans, npvs) in plans.chunks(TIMINGS.len()).zip(npvs.chunks(TIMINGS.len())) {
        let of_mix = plans.iter().copied().zip(npvs.iter().copied());
        best.extend(of_mix.max_by(|(_, one), (_, other)| one.total_cmp(other)));
    }
    best.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    best.into_iter().take(FINALISTS).map(|(plan, _)| plan).collect()
}

/// Every plan with every timing of one segment.
fn timings(plans: &[Plan], segment: usize) -> Vec<Plan> {
    let with = |plan: &Plan, weeks: i32| {
        let mut other = *plan;
        other.weeks[segment] = weeks;
        other
    };
    plans.iter().flat_map(|plan| TIMINGS.map(|weeks| with(plan, weeks))).collect()
}

/// Of each plan the timing that is worth most.
fn best_timings(tries: &[Plan], npvs: &[f64]) -> Vec<Plan> {
    let chunks = tries.chunks(TIMINGS.len()).zip(npvs.chunks(TIMINGS.len()));
    let best = chunks.filter_map(|(plans, npvs)| {
        plans.iter().zip(npvs).max_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(plan, _)| *plan)
    });
    best.collect()
}

/// The judged plans: the preferred first, ties before the rest.
fn ranked(plans: &[Plan], shorts: &[Vec<Short>]) -> Vec<Judged> {
    let Some(best) = shorts.iter().max_by(|one, other| npv(one).total_cmp(&npv(other))) else {
        return Vec::new();
    };
    let mut judged: Vec<Judged> = plans.iter().zip(shorts).map(|(plan, of)| judge(*plan, of, best)).collect();
    judged.sort_by(|one, other| {
        other.tie.cmp(&one.tie).then(other.npv.total_cmp(&one.npv)).then(one.plan.cmp(&other.plan))
    });
    let ties = judged.iter().take_while(|plan| plan.tie).enumerate();
    let easiest = ties.min_by(|(_, one), (_, other)| {
        one.handoffs.total_cmp(&other.handoffs).then(one.cost.total_cmp(&other.cost))
    });
    if let Some((at, _)) = easiest {
        judged[..=at].rotate_right(1);
    }
    judged
}

fn judge(plan: Plan, of: &[Short], best: &[Short]) -> Judged {
    let average =
        |value: fn(&Short) -> f64| cents(mean(&of.iter().map(value).collect::<Vec<f64>>()).unwrap_or(0.0));
    let behind: Vec<f64> = best.iter().zip(of).map(|(best, short)| best.npv - short.npv).collect();
    let by = mean(&behind).unwrap_or(0.0);
    let error = deviation(&behind).unwrap_or(0.0) / (behind.len() as f64).sqrt();
    let top = mean(&best.iter().map(|short| short.npv).collect::<Vec<f64>>()).unwrap_or(0.0);
    Judged {
        plan,
        npv: average(|short| short.npv),
        npv_operating: average(|short| short.npv_operating),
        arr: average(|short| short.arr),
        logos: average(|short| short.logos),
        handoffs: average(|short| short.handoffs),
        cost: average(|short| short.cost),
        behind: cents(by),
        behind_se: cents(error),
        tie: by <= TIE_SHARE * top.abs() || by <= TIE_ERRORS * error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plan of so many hunters whose value is above `base` by turns more and less, with a number of handoffs and a cost.
    fn case(hunters: usize, base: f64, swing: f64, handoffs: f64, cost: f64) -> (Plan, Vec<Short>) {
        let short = |seed: usize| Short {
            npv: base + if seed.is_multiple_of(2) { swing } else { -swing },
            npv_operating: 0.0,
            arr: 0.0,
            logos: 0.0,
            handoffs,
            cost,
        };
        (Plan { team: [0, hunters, 1, 0], weeks: [13; 3] }, (0..16).map(short).collect())
    }

    /// The hunters of the plans in their order, and how many are ties.
    fn order(cases: Vec<(Plan, Vec<Short>)>) -> (Vec<usize>, usize) {
        let (plans, shorts): (Vec<Plan>, Vec<Vec<Short>>) = cases.into_iter().unzip();
        let judged = ranked(&plans, &shorts);
        let ties = judged.iter().filter(|judged| judged.tie).count();
        (judged.iter().map(|judged| judged.plan.team[1]).collect(), ties)
    }

    #[test]
    fn a_plan_within_a_percent_is_a_tie_however_sure_the_difference() {
        // The difference is the same in every seed, so its standard error is zero.
        let cases =
            vec![case(1, 100.0, 0.0, 5.0, 1.0), case(2, 99.1, 0.0, 6.0, 1.0), case(3, 98.9, 0.0, 1.0, 1.0)];
        assert_eq!(order(cases), (vec![1, 2, 3], 2));
    }

    #[test]
    fn a_plan_within_two_standard_errors_is_a_tie_however_far() {
        // Sixteen differences of 40 plus or minus 80 have a standard error of 20.7; of 45, and 41.3 is too little.
        let cases =
            vec![case(1, 100.0, 0.0, 5.0, 1.0), case(2, 60.0, 80.0, 6.0, 1.0), case(3, 55.0, 80.0, 1.0, 1.0)];
        assert_eq!(order(cases), (vec![1, 2, 3], 2));
    }

    #[test]
    fn of_the_ties_fewer_handoffs_are_preferred_and_then_the_lower_cost() {
        let cases = vec![
            case(1, 100.0, 0.0, 5.0, 1.0),
            case(2, 99.5, 0.0, 4.0, 3.0),
            case(3, 99.4, 0.0, 4.0, 2.0),
            case(4, 50.0, 0.0, 0.0, 0.0),
        ];
        assert_eq!(order(cases), (vec![3, 1, 2, 4], 3));
    }
}

//! Whether counts fall where the load before them was high: the estimate, freed of the bias that load made of past wins brings, its
//! interval, and the chance that sellers on whom load has no effect look like this.
use super::additive::{Fit, Grid, effects, fit};
use super::random::Random;
use super::replay::{Flow, Law, Replica};
use super::streaks::{LAGS, Moments, Streaks, moments};

/// Counts and loads of sellers and months.
#[derive(Clone, Debug)]
pub struct Observed {
    /// The cells.
    pub grid: Grid,
    /// Customers won, which become load.
    pub won: Vec<f64>,
    /// Held when the month began.
    pub held: Vec<Option<f64>>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct LoadTest {
    /// As the regression alone has it, with the bias.
    pub slope_naive: f64,
    /// Counts a month per unit held.
    pub slope: f64,
    /// 95 % interval.
    pub low: f64,
    /// 95 % interval.
    pub high: f64,
    /// One-sided: the chance of a slope so far below zero without any effect.
    pub p_value: f64,
    /// How many panels without an effect were drawn.
    pub replicas: usize,
    /// Scatter of the rate that was taken into account.
    pub streaks: Streaks,
    /// Seller by seller.
    pub sellers: Vec<SellerLean>,
}

/// How one seller's counts lean on load.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SellerLean {
    /// In standard errors, less what chance alone brings.
    pub lean: f64,
    /// One-sided, as for all.
    pub p_value: f64,
}

const EXCEEDANCES_ENOUGH: usize = 50;
const REPLICAS_MAX: usize = 1_999;
const REPLICAS_MIN: usize = 299;
/// Cells times panels that are drawn for one test, at most.
const CELL_REPLICAS_MAX: usize = 18_000_000;

/// Runs the test; absent where load does not vary or nothing was won.
pub fn load_test(observed: &Observed, seed: u64) -> Option<LoadTest> {
    let chance = Chance::new(observed, seed);
    let seen = fit(&observed.grid, &observed.won, &chance.load);
    if seen.information <= 0.0 {
        return None;
    }
    let streaks = chance.streaks(&seen);
    // How lasting good and bad times are is known badly. So the null without any counts too, and the less convincing of the two decides;
    // the interval holds what either allows.
    let nulls = [streaks, Streaks::NONE].map(|streaks| chance.null(&seen, streaks));
    let [with, without] = &nulls;
    let null = if with.p_value >= without.p_value { with } else { without };
    let intervals = [(streaks, with), (Streaks::NONE, without)]
        .map(|(streaks, null)| chance.interval(&seen, streaks, &null.slopes));
    let bounds = intervals.iter().map(|interval| (interval.low, interval.high));
    let (low, high) = bounds
        .chain(nulls.iter().map(|null| null.bounds(seen.slope)))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |most, (low, high)| (most.0.min(low), most.1.max(high)));
    let slope = intervals[0].slope;
    let observed_lean = lean(&seen);
    let seller = |row: usize| {
        let drawn = null.leans.len() as f64;
        let below = null.leans.iter().filter(|leans| leans[row] <= observed_lean[row]).count();
        let usual = null.leans.iter().map(|leans| leans[row]).sum::<f64>() / drawn;
        SellerLean { lean: observed_lean[row] - usual, p_value: (below + 1) as f64 / (drawn + 1.0) }
    };
    Some(LoadTest {
        slope_naive: seen.slope,
        slope,
        low,
        high,
        p_value: null.p_value,
        replicas: null.leans.len(),
        streaks,
        sellers: (0..observed.grid.sellers).map(seller).collect(),
    })
}

fn lean(fit: &Fit) -> Vec<f64> {
    let scale = fit.dispersion.sqrt();
    fit.lean.iter().map(|lean| lean / scale).collect()
}

struct Chance<'a> {
    observed: &'a Observed,
    flow: Flow,
    load: Vec<f64>,
    usual: Vec<f64>,
    seed: u64,
}

/// Panels without an effect.
struct Null {
    p_value: f64,
    /// Their estimates, sorted.
    slopes: Vec<f64>,
    leans: Vec<Vec<f64>>,
}

impl Null {
    /// The interval if estimates scattered around every slope as they do around none.
    fn bounds(&self, seen: f64) -> (f64, f64) {
        (seen - quantile(&self.slopes, 0.975), seen - quantile(&self.slopes, 0.025))
    }
}

struct Interval {
    slope: f64,
    low: f64,
    high: f64,
}

// Streams of random numbers that must not meet.
const STREAM_STREAKS: u64 = 1 << 40;
const STREAM_INTERVAL: u64 = 2 << 40;

impl<'a> Chance<'a> {
    fn new(observed: &'a Observed, seed: u64) -> Self {
        let grid = &observed.grid;
        let usual: Vec<f64> = (0..grid.sellers).map(|row| usual_load(observed, row)).collect();
        let load =
            |(cell, held): (usize, &Option<f64>)| held.map_or(0.0, |held| held - usual[cell / grid.months]);
        let load = observed.held.iter().enumerate().map(load).collect();
        Self { observed, flow: Flow::observed(grid, &observed.held, &observed.won), load, usual, seed }
    }

    fn replicas_max(&self) -> usize {
        (CELL_REPLICAS_MAX / self.load.len().max(1)).clamp(REPLICAS_MIN, REPLICAS_MAX)
    }

    /// Expected counts at usual load, if the slope were `slope`.
    fn mean(&self, slope: f64) -> Vec<f64> {
        let rest: Vec<f64> =
            self.observed.won.iter().zip(&self.load).map(|(won, load)| won - slope * load).collect();
        effects(&self.observed.grid, &rest)
    }

    fn replica(&self, mean: &[f64], slope: f64, streaks: Streaks, stream: u64) -> Replica {
        let law = Law { mean, slope, usual: &self.usual, streaks };
        self.flow.replay(&self.observed.grid, &law, &mut Random::new(self.seed, stream))
    }

    fn refit(&self, replica: &Replica) -> Fit {
        fit(&self.observed.grid, &replica.count, &replica.load)
    }

    /// Streaks from the residuals, freed of the bias that fitted effects bring: simulated moments are held against observed ones.
    fn streaks(&self, seen: &Fit) -> Streaks {
        let months = self.observed.grid.months;
        let wanted = moments(&self.observed.won, &seen.mean_with_load(), months);
        let mean = self.mean(seen.slope);
        let draws = (400_000 / self.load.len().max(1)).clamp(4, 40) as u64;
        let mut aim: Moments = wanted;
        let mut streaks = Streaks::from_moments(&aim);
        for round in 0..3_u64 {
            let mut simulated = [0.0; LAGS];
            for draw in 0..draws {
                let replica = self.replica(&mean, seen.slope, streaks, STREAM_STREAKS + (round << 20) + draw);
                let found = moments(&replica.count, &self.refit(&replica).mean_with_load(), months);
                simulated.iter_mut().zip(found).for_each(|(sum, moment)| *sum += moment / draws as f64);
            }
            for lag in 0..LAGS {
                aim[lag] += wanted[lag] - simulated[lag];
            }
            streaks = Streaks::from_moments(&aim);
        }
        streaks
    }

    /// Panels without an effect, until enough of them look as extreme (Besag and Clifford 1991) or there are enough of them.
    fn null(&self, seen: &Fit, streaks: Streaks) -> Null {
        let statistic = seen.statistic();
        let mean = self.mean(0.0);
        let (mut below, mut slopes, mut leans) = (0, Vec::new(), Vec::new());
        while leans.len() < self.replicas_max() && below < EXCEEDANCES_ENOUGH {
            let again = self.refit(&self.replica(&mean, 0.0, streaks, leans.len() as u64));
            below += usize::from(again.statistic() <= statistic);
            slopes.push(again.slope);
            leans.push(lean(&again));
        }
        let drawn = leans.len() as f64;
        let stopped = below >= EXCEEDANCES_ENOUGH;
        let p_value = if stopped { below as f64 / drawn } else { (below + 1) as f64 / (drawn + 1.0) };
        slopes.sort_by(f64::total_cmp);
        Null { p_value, slopes, leans }
    }

    /// The slope whose panels look like the observed one, and how far estimates of such panels scatter.
    fn interval(&self, seen: &Fit, streaks: Streaks, without_effect: &[f64]) -> Interval {
        let draws = (self.replicas_max() / 3).clamp(99, 199) as u64;
        let mut slope = seen.slope - quantile(without_effect, 0.5);
        let mut errors = Vec::new();
        for round in 0..2_u64 {
            let mean = self.mean(slope);
            let error = |draw: u64| {
                self.refit(&self.replica(&mean, slope, streaks, STREAM_INTERVAL + (round << 20) + draw)).slope
                    - slope
            };
            errors = (0..draws).map(error).collect();
            errors.sort_by(f64::total_cmp);
            slope = seen.slope - quantile(&errors, 0.5);
        }
        Interval {
            slope,
            low: seen.slope - quantile(&errors, 0.975),
            high: seen.slope - quantile(&errors, 0.025),
        }
    }
}

fn usual_load(observed: &Observed, row: usize) -> f64 {
    let cells = row * observed.grid.months..(row + 1) * observed.grid.months;
    let there = cells.filter(|cell| observed.grid.exposure[*cell] > 0.0);
    let known: Vec<f64> = there.filter_map(|cell| observed.held[cell]).collect();
    known.iter().sum::<f64>() / known.len().max(1) as f64
}

/// A quantile of sorted numbers, between neighbours in proportion; zero of none.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let place = share * last as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}

//! The lower bound: prices under which no seller is worth more than the bands allow, found by climbing a smoothed dual whose
//! temperature falls stage by stage. Every round ends with a pricing over all sellers, which gives a bound that holds and the
//! columns that were missing.
mod climb;
mod exponential;
mod smooth;

use super::market::{Market, Wanted};
use super::pool::{Merge, Pool, price_all};
use climb::{Climb, Reached};
pub use exponential::exponential;
use smooth::Smooth;

/// How the dual is climbed.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Temperature of the first stage, in dollars per unit of size.
    pub first: f64,
    /// Temperature of the last stage.
    pub last: f64,
    /// How many stages.
    pub stages: usize,
}

/// Most steps of a round.
const STEPS_MAX: usize = 300;
/// Most times that a stage is climbed, each time with the columns that were missing.
const ROUNDS: usize = 8;
/// Columns of each kind that a pricing adds to an item, at most.
const COLUMNS_MAX: usize = 8;
/// Above so many temperatures a column has no weight to speak of.
const TEMPERATURES: f64 = 10.0;
/// Sellers of each kind that an item always has while prices are far from settled.
const ANCHORS: usize = 5;
/// Stages in which prices are far from settled.
const STAGES_ANCHORED: usize = 3;
/// Columns of the stage before are kept up to so many times the slack.
const KEEP: f64 = 2.0;
/// A stage goes on while more than this share of the sellers' prices are at the end of their way.
const STOPPED_SHARE: f64 = 0.03;
/// A stage is done when pricing takes away less than this share of what smoothing takes away.
const PRICED_SHARE: f64 = 0.2;

/// A lower bound and what proves it.
#[derive(Clone, Debug)]
pub struct Dual {
    /// No alignment is below it, in dollars.
    pub bound: f64,
    /// The proof.
    pub prices: Vec<[f64; 2]>,
}

/// Climbs from some prices. `go` is asked after every round whether to go on.
pub fn climb<M: Market>(market: &M, from: Vec<[f64; 2]>, settings: &Settings, go: &dyn Fn() -> bool) -> Dual {
    let from = raised(market, from);
    let mut best = Dual { bound: f64::NEG_INFINITY, prices: from.clone() };
    let ratio = (settings.last / settings.first).powf(1.0 / (settings.stages.max(2) - 1) as f64);
    let (mut now, mut pool) = (from, Pool::default());
    for stage in 0..settings.stages {
        let temperature = settings.first * ratio.powi(stage as i32);
        let anchors = if stage < STAGES_ANCHORED { ANCHORS } else { 0 };
        let bound;
        (bound, pool) = price(market, &now, temperature, &pool, Merge { keep: KEEP, anchors });
        keep_better(&mut best, bound, &now);
        for _ in 0..ROUNDS {
            if !go() {
                return best;
            }
            let smooth = Smooth::new(market, &pool, temperature);
            let reached = Climb::new(market, &smooth, now, temperature).steps(STEPS_MAX);
            let merge = Merge { keep: f64::INFINITY, anchors: 0 };
            let (bound, wider) = price(market, &reached.prices, temperature, &pool, merge);
            keep_better(&mut best, bound, &reached.prices);
            let done = done(market, &reached, bound);
            (now, pool) = (reached.prices, wider);
            if done {
                break;
            }
        }
    }
    best
}

/// Where a seller is to have nothing, as somebody who leaves, no price within the rate is too high: there is no way to climb.
fn raised<M: Market>(market: &M, mut prices: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    for (seller, prices) in prices.iter_mut().enumerate() {
        for (price, band) in prices.iter_mut().zip(market.bands(seller)) {
            if band.high <= 0.0 && band.rate.is_finite() {
                *price = band.rate;
            }
        }
    }
    prices
}

/// A stage is done when few prices want to go on, and few columns were missing.
fn done<M: Market>(market: &M, reached: &Reached, bound: f64) -> bool {
    reached.stopped as f64 <= STOPPED_SHARE * market.sellers() as f64
        && reached.hard - bound <= PRICED_SHARE * (reached.hard - reached.smooth)
}

fn keep_better(best: &mut Dual, bound: f64, prices: &[[f64; 2]]) {
    if bound > best.bound {
        *best = Dual { bound, prices: prices.to_vec() };
    }
}

/// The bound that prices prove, and the columns that matter at a temperature, merged with those of the pool before.
fn price<M: Market>(
    market: &M,
    prices: &[[f64; 2]],
    temperature: f64,
    before: &Pool,
    merge: Merge,
) -> (f64, Pool) {
    let slack = |item: usize| TEMPERATURES * temperature * market.size(item);
    price_all(market, prices, |item| Wanted { slack: slack(item), most: COLUMNS_MAX }, before, merge)
}

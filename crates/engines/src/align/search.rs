//! The search: first everything moves while a temperature falls, priced so that the loads settle where the dual wants them; then
//! neighbourhoods are renewed one by one, the large items first of all. Groups of sellers are worked on side by side.
mod groups;
mod moves;
mod part;
mod plan;
mod random;
mod region;
mod renew;
mod settle;
mod shape;
mod whole;

use super::dual::Dual;
use super::effort::{Effort, Progress};
use super::market::Market;
use part::Part;
use random::Random;
use rayon::prelude::*;
use region::Region;
use renew::{FEW, Renewal, renew};
use settle::{Cooling, between, settle};
use shape::Shapes;
use whole::{Whole, heavy_from};

/// Sellers who settle anew around a bad one where the search begins with an answer: whoever leaves or has a new lock there is felt far around.
const AROUND_CHANGED: usize = 24;

/// How the search goes about it; money in units of the market.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// The share of the budget in which everything moves.
    pub anneal: f64,
    /// Temperatures then.
    pub temperatures: [f64; 2],
    /// Steepest slopes then.
    pub slopes: [f64; 2],
    /// Alternatives for each seller that are near; none: all are. Most neighbourhoods are renewed with near ones alone.
    pub near: Option<usize>,
    /// Moves per item and round then.
    pub moves: usize,
    /// How neighbourhoods are renewed afterwards.
    pub renewal: Renewal,
}

/// What is found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The seller of every item.
    pub sellers: Vec<u32>,
    /// Moves tried.
    pub moves: u64,
}

/// Searches from some sellers, or from everybody's cheapest.
pub fn search<M: Market>(
    market: &M,
    dual: &Dual,
    start: Option<&[u32]>,
    plan: &Plan,
    effort: &Effort,
) -> Found {
    let shapes = Shapes::new(market, &dual.prices);
    let mut whole = Whole::new(market, &dual.prices, start, &shapes);
    whole.region.near = plan.near.map_or(f32::INFINITY, |each| whole.near(each));
    let heavy = heavy_from(market);
    let mut search = Search { market, shapes, whole, heavy, seed: effort.seed, rounds: 0, moves: 0 };
    let begun = effort.share(0);
    // Few items are better sought by neighbourhoods that begin hot.
    let few = search.whole.region.items() <= FEW;
    let anneal = if few { plan.anneal / 5.0 } else { plan.anneal };
    let around_worst = if start.is_some() { AROUND_CHANGED } else { plan.renewal.around_worst };
    let plan = &Plan { anneal, renewal: Renewal { around_worst, ..plan.renewal }, ..*plan };
    let mut hot = start.is_none();
    loop {
        let spent = effort.share(search.moves);
        if spent >= 1.0 || effort.cancelled() {
            break;
        }
        // The dual has had its share before.
        let share = (spent - begun) / (1.0 - begun);
        hot = hot && share < plan.anneal;
        if hot {
            search.anneal(plan, share / plan.anneal);
        } else {
            let left = 1.0 - (share - plan.anneal) / (1.0 - plan.anneal);
            search.renew(plan, left.clamp(0.0, 1.0));
        }
        let objective = (!hot).then(|| search.whole.objective());
        (effort.progress)(Progress { share: spent, objective, bound: dual.bound });
    }
    if hot {
        // Ended before it has cooled: as it is, it would be worth little.
        search.anneal(plan, 1.0);
    }
    Found { sellers: search.whole.sellers_now(), moves: search.moves }
}

/// A search under way.
struct Search<'a, M> {
    market: &'a M,
    shapes: Shapes,
    whole: Whole,
    heavy: f64,
    seed: u64,
    rounds: u64,
    moves: u64,
}

impl<M: Market> Search<'_, M> {
    /// One round in which everything moves.
    fn anneal(&mut self, plan: &Plan, share: f64) {
        let temperature = between(plan.temperatures, share);
        let slope = between(plan.slopes, share);
        let cooling =
            Cooling { temperatures: [temperature; 2], slopes: [slope; 2], moves: plan.moves, steps: 1 };
        self.round(|region, random, shapes, _| settle(region, random, &cooling, shapes));
    }

    /// One round in which neighbourhoods are renewed; `left` is the share of that time that is left.
    fn renew(&mut self, plan: &Plan, left: f64) {
        let renewal = Renewal { bear: plan.renewal.bear * left, ..plan.renewal };
        self.round(|region, random, shapes, heavy| {
            let moves = (plan.moves * region.items()) as u64;
            renew(region, random, heavy, moves, &renewal, shapes)
        });
    }

    /// Draws groups, works on them side by side, and makes the changes in the order of the groups.
    fn round(&mut self, work: impl Fn(&mut Region, &mut Random, &Shapes, &[u32]) -> u64 + Sync) {
        let mut random = Random::new(self.seed, &[self.rounds]);
        let groups = groups::groups(self.market, &mut random);
        let (whole, shapes, heavy) = (&self.whole.region, &self.shapes, self.heavy);
        let one = |(group, sellers): (usize, &Vec<u32>)| {
            let mut random = Random::new(self.seed, &[self.rounds, group as u64 + 1]);
            let mut part = Part::of(whole, sellers, f32::INFINITY, None);
            let heavy = large(&part.region, heavy);
            let moves = work(&mut part.region, &mut random, shapes, &heavy);
            (part.changes(whole), moves)
        };
        let done: Vec<(Vec<(u32, u32)>, u64)> = groups.par_iter().enumerate().map(one).collect();
        self.rounds += 1;
        for (changes, moves) in done {
            for (item, choice) in changes {
                self.whole.region.take(item as usize, choice as usize);
            }
            self.moves += moves.max(1);
        }
    }
}

/// The large items of a region; among few all are.
fn large(region: &Region, from: f64) -> Vec<u32> {
    let large = |item: &u32| {
        let item = *item as usize;
        region.items() <= FEW || region.paired[item] || f64::from(region.has(item).load[0]) >= from
    };
    (0..region.items() as u32).filter(large).collect()
}

//! What an alignment changes, in figures for people: who moves, how loads lie in their bands, how far people travel.
use super::objective::{Objective, loads, objective};
use super::problem::{Alignment, Problem, Role};
use super::rules::band::Band;
use super::rules::disruption::moves;
use super::rules::pairing::pipelines;
use super::rules::{potential, travel, workload};
use serde::Serialize;

/// The figures of an alignment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Dollars a year; less is better.
    pub objective: f64,
    /// No alignment costs less, in dollars a year.
    pub lower_bound: f64,
    /// How far the objective can be from the best possible at most, as a share of the lower bound.
    pub gap: f64,
    /// The objective by rule.
    pub parts: Objective,
    /// Units, sellers and hunters.
    pub units: usize,
    /// Account managers, in the field and inside.
    pub sellers: usize,
    /// Hunters.
    pub hunters: usize,
    /// Units that leave their owner.
    pub moved_units: usize,
    /// Of the units with an owner.
    pub moved_units_share: f64,
    /// Their annual recurring revenue, in dollars.
    pub moved_arr: f64,
    /// Of the revenue of units with an owner.
    pub moved_arr_share: f64,
    /// Hunters that leave their account manager.
    pub moved_hunters: usize,
    /// Account managers with whom a hunter works, at most: 1 by rule, or 0 where there are no hunters.
    pub interfaces_per_hunter: usize,
    /// Hunters of one account manager, at most.
    pub hunters_per_seller: usize,
    /// Units that are served from inside.
    pub inside_units: usize,
    /// Kilometres a year of all visits, there and back.
    pub travel_km: f64,
    /// Sellers outside the band of hours.
    pub outside_workload: usize,
    /// Sellers outside the band of potential.
    pub outside_potential: usize,
    /// The greatest distance of hours from their target, as a share of it.
    pub workload_deviation: f64,
    /// The greatest distance of potential from its target, as a share of it.
    pub potential_deviation: f64,
}

/// The figures of an alignment that keeps all that must be kept, with a lower bound.
pub fn report(problem: &Problem, alignment: &Alignment, lower_bound: f64) -> Report {
    let parts = objective(problem, alignment);
    let objective = parts.total();
    let moved = moved(problem, alignment);
    let loads = loads(problem, alignment);
    let hours = spread(problem, &loads.hours, workload::band, |seller| problem.sellers[seller].hours);
    let dollars =
        spread(problem, &loads.potential, potential::band, |seller| problem.sellers[seller].potential);
    Report {
        objective,
        lower_bound,
        gap: gap(objective, lower_bound),
        parts,
        units: problem.units.len(),
        sellers: problem.sellers.len(),
        hunters: problem.hunters.len(),
        moved_units: moved.units,
        moved_units_share: share(moved.units as f64, moved.units_owned as f64),
        moved_arr: moved.arr,
        moved_arr_share: share(moved.arr, moved.arr_owned),
        moved_hunters: moved_hunters(problem, alignment),
        interfaces_per_hunter: interfaces_per_hunter(problem, alignment),
        hunters_per_seller: hunters_per_seller(problem, alignment),
        inside_units: inside_units(problem, alignment),
        travel_km: travel_km(problem, alignment),
        outside_workload: hours.outside,
        outside_potential: dollars.outside,
        workload_deviation: hours.deviation,
        potential_deviation: dollars.deviation,
    }
}

/// How far an objective can be from the best possible at most, as a share of the bound.
pub fn gap(objective: f64, lower_bound: f64) -> f64 {
    share(objective - lower_bound, lower_bound.abs())
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[derive(Default)]
struct Moved {
    units: usize,
    units_owned: usize,
    arr: f64,
    arr_owned: f64,
}

fn moved(problem: &Problem, alignment: &Alignment) -> Moved {
    let mut moved = Moved::default();
    for (unit, seller) in problem.units.iter().zip(&alignment.units) {
        if unit.owner.is_none() {
            continue;
        }
        moved.units_owned += 1;
        moved.arr_owned += unit.arr;
        if moves(unit.owner, *seller as usize) {
            moved.units += 1;
            moved.arr += unit.arr;
        }
    }
    moved
}

fn moved_hunters(problem: &Problem, alignment: &Alignment) -> usize {
    let pairs = problem.hunters.iter().zip(&alignment.hunters);
    pairs.filter(|(hunter, seller)| moves(hunter.partner, **seller as usize)).count()
}

fn interfaces_per_hunter(problem: &Problem, alignment: &Alignment) -> usize {
    let of = |(pipeline, manager): (&Vec<u32>, &u32)| {
        let mut sellers: Vec<u32> = pipeline.iter().map(|unit| alignment.units[*unit as usize]).collect();
        sellers.push(*manager);
        sellers.sort_unstable();
        sellers.dedup();
        sellers.len()
    };
    pipelines(problem).iter().zip(&alignment.hunters).map(of).max().unwrap_or(0)
}

fn hunters_per_seller(problem: &Problem, alignment: &Alignment) -> usize {
    let mut counts = vec![0; problem.sellers.len()];
    for seller in &alignment.hunters {
        counts[*seller as usize] += 1;
    }
    counts.into_iter().max().unwrap_or(0)
}

fn inside_units(problem: &Problem, alignment: &Alignment) -> usize {
    let inside = |seller: &&u32| problem.sellers[**seller as usize].role == Role::Inside;
    alignment.units.iter().filter(inside).count()
}

fn travel_km(problem: &Problem, alignment: &Alignment) -> f64 {
    let km = |(unit, seller): (&super::problem::Unit, &u32)| {
        let to = &problem.sellers[*seller as usize];
        let way = || 2.0 * unit.visits * travel::km(problem.parameters.earth_km, &unit.place, &to.place);
        if to.role == Role::Field { way() } else { 0.0 }
    };
    problem.units.iter().zip(&alignment.units).map(km).sum()
}

struct Spread {
    outside: usize,
    deviation: f64,
}

/// Loads outside their band count from here on, in hours or dollars: the rest is rounding.
const ROUNDING: f64 = 1e-6;

fn spread(
    problem: &Problem,
    loads: &[f64],
    band: impl Fn(&Problem, usize) -> Band,
    target: impl Fn(usize) -> f64,
) -> Spread {
    let mut spread = Spread { outside: 0, deviation: 0.0 };
    for (seller, load) in loads.iter().enumerate() {
        let band = band(problem, seller);
        spread.outside += usize::from(*load > band.high + ROUNDING || *load < band.low - ROUNDING);
        spread.deviation = share((load - target(seller)).abs(), target(seller)).max(spread.deviation);
    }
    spread
}

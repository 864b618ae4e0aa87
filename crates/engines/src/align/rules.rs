//! What an alignment costs and what it may not do, one rule per file.
pub mod band;
pub mod channel;
pub mod disruption;
pub mod hunters_max;
pub mod locks;
pub mod pairing;
pub mod potential;
pub mod skills;
pub mod travel;
pub mod workload;

use super::problem::{Problem, Role};

/// Dollars a year that it costs to give a unit to a seller; none where that is not allowed. A unit in a pipeline is priced as if
/// its hunter went to the same seller.
pub fn unit_cost(problem: &Problem, unit: usize, seller: usize) -> Option<f64> {
    let (of, to) = (&problem.units[unit], &problem.sellers[seller]);
    let stays = locks::kept(of.locked, of.owner, seller);
    if !locks::may(of.locked, of.owner, seller) || !(stays || channel::may(of, to)) {
        return None;
    }
    Some(unit_cost_unchecked(problem, unit, seller))
}

/// The same where it is known to be allowed.
pub fn unit_cost_unchecked(problem: &Problem, unit: usize, seller: usize) -> f64 {
    let (parameters, of, to) = (&problem.parameters, &problem.units[unit], &problem.sellers[seller]);
    let travel = if to.role == Role::Field { travel::visits(parameters, of, to) } else { 0.0 };
    travel
        + channel::cost(parameters, of, to)
        + disruption::unit(parameters, of, seller)
        + skills::cost(parameters, of, to)
}

/// Dollars a year that it costs to pair a hunter with a seller, without the pipeline; none where that is not allowed.
pub fn hunter_cost(problem: &Problem, hunter: usize, seller: usize) -> Option<f64> {
    let (of, to) = (&problem.hunters[hunter], &problem.sellers[seller]);
    if to.role != Role::Field || !locks::may(of.locked, of.partner, seller) {
        return None;
    }
    let parameters = &problem.parameters;
    Some(travel::meetings(parameters, of, to) + disruption::hunter(parameters, of, seller))
}

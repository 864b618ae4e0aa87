//! Disruption: a relationship that is parted costs in proportion to its strength.
use crate::align::parameters::Parameters;
use crate::align::problem::{Hunter, Unit};

/// Dollars that it costs to give a unit to a seller who does not have it now.
pub fn unit(parameters: &Parameters, unit: &Unit, seller: usize) -> f64 {
    if moves(unit.owner, seller) { parted(parameters, unit) } else { 0.0 }
}

/// Dollars that it costs when the unit leaves its owner.
pub fn parted(parameters: &Parameters, unit: &Unit) -> f64 {
    unit.relationship * (parameters.disrupt_frac * unit.arr + parameters.disrupt_fix)
}

/// Dollars that it costs to pair a hunter with another account manager than now.
pub fn hunter(parameters: &Parameters, hunter: &Hunter, seller: usize) -> f64 {
    if moves(hunter.partner, seller) { parameters.hunter_disrupt * hunter.relationship } else { 0.0 }
}

/// Whether there is somebody now, and it is somebody else.
pub fn moves(now: Option<u32>, seller: usize) -> bool {
    now.is_some_and(|now| now as usize != seller)
}

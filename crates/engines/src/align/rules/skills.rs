//! Languages and skills: a seller who lacks what a unit needs is no obstacle, but costs something every year for each that is lacking, whoever it is: an
//! owner who stays pays it, too.
use crate::align::parameters::Parameters;
use crate::align::problem::{Seller, Unit};

/// How many of the skills that the unit needs the seller lacks.
pub fn lacking(unit: &Unit, seller: &Seller) -> u32 {
    (unit.needs & !seller.skills).count_ones()
}

/// Dollars a year of what the seller lacks; never below 0.
pub fn cost(parameters: &Parameters, unit: &Unit, seller: &Seller) -> f64 {
    parameters.skill_missing_cost * f64::from(lacking(unit, seller))
}

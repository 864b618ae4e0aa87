//! Channel: remote units belong inside, the others in the field. Either can be had the other way for a price, but units of the
//! largest segment and units in a pipeline are never served from inside.
use crate::align::parameters::Parameters;
use crate::align::problem::{Role, Seller, Unit};

/// Degrees of longitude that make an hour of difference in time.
const DEGREES_PER_HOUR: f64 = 15.0;

/// Whether the seller's role may serve the unit.
pub fn may(unit: &Unit, seller: &Seller) -> bool {
    seller.role == Role::Field || !(unit.enterprise || unit.hunter.is_some())
}

/// Dollars a year of serving the unit in the seller's role.
pub fn cost(parameters: &Parameters, unit: &Unit, seller: &Seller) -> f64 {
    match seller.role {
        Role::Field => premium(parameters, unit),
        Role::Inside => {
            let hours = (unit.place.longitude - seller.place.longitude).abs() / DEGREES_PER_HOUR;
            parameters.inside_tz_cost * unit.hours * hours + loss(parameters, unit)
        }
    }
}

/// What a field seller's time is dearer for a unit that needs no visits.
pub fn premium(parameters: &Parameters, unit: &Unit) -> f64 {
    if unit.remote { parameters.field_premium * unit.hours } else { 0.0 }
}

/// What is lost where a unit that wants visits is served from inside.
pub fn loss(parameters: &Parameters, unit: &Unit) -> f64 {
    if unit.remote {
        return 0.0;
    }
    parameters.inside_nonremote_frac * unit.potential + parameters.inside_nonremote_fix
}

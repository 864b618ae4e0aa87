//! Travel: every visit and every meeting of hunter and account manager costs the way there and back, along the great circle.
use crate::align::parameters::Parameters;
use crate::align::problem::{Hunter, Place, Seller, Unit};

/// Kilometres between two places: twice the radius times the arcsine of half the chord, which is the haversine formula.
pub fn km(earth_km: f64, from: &Place, to: &Place) -> f64 {
    let [x, y, z] = [0, 1, 2].map(|axis| from.vector[axis] - to.vector[axis]);
    let half_chord = (x * x + y * y + z * z).sqrt() / 2.0;
    2.0 * earth_km * half_chord.min(1.0).asin()
}

/// Dollars a year of a field seller's visits to a unit.
pub fn visits(parameters: &Parameters, unit: &Unit, seller: &Seller) -> f64 {
    parameters.km_cost * 2.0 * unit.visits * km(parameters.earth_km, &unit.place, &seller.place)
}

/// Dollars a year of a hunter's meetings with the account manager.
pub fn meetings(parameters: &Parameters, hunter: &Hunter, seller: &Seller) -> f64 {
    let km = km(parameters.earth_km, &hunter.place, &seller.place);
    parameters.hunter_meetings * 2.0 * parameters.km_cost * km
}

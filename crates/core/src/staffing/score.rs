//! How much speaks for a person in a role: the weighted mean of what is known, in whole points, so that the order never hangs on rounding.
use super::{Aspect, Suits, Weights};
use serde::Serialize;

/// Points of a person in a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Points {
    /// 0 to 10,000.
    pub total: i64,
    /// What it is made of: aspect, 0 to 100, weight.
    pub parts: Vec<(Aspect, u8, u32)>,
    /// How far the total may be off because fit may be.
    pub band: i64,
}

/// Points where nothing is known: neither for nor against.
const NEUTRAL: i64 = 5_000;

/// The points of a person in a role.
pub fn points(suits: &Suits, weights: &Weights) -> Points {
    let known = weights.0.iter().filter(|(_, weight)| **weight > 0);
    let parts: Vec<(Aspect, u8, u32)> =
        known.filter_map(|(aspect, weight)| Some((*aspect, suits.of(*aspect)?.min(100), *weight))).collect();
    let sum: i64 = parts.iter().map(|(_, value, weight)| i64::from(*value) * 100 * i64::from(*weight)).sum();
    let weight: i64 = parts.iter().map(|(_, _, weight)| i64::from(*weight)).sum();
    let of_fit = parts.iter().find(|part| part.0 == Aspect::Fit).map_or(0, |part| i64::from(part.2));
    let band = i64::from(suits.fit_band.unwrap_or(0).min(100)) * 100 * of_fit;
    Points {
        total: sum.checked_div(weight).unwrap_or(NEUTRAL),
        band: band.checked_div(weight).unwrap_or(0),
        parts,
    }
}

//! How much work a unit is: what was observed, raised by what is never recorded; where little was observed, what units of its size usually take,
//! more for every further product.
use super::input::HoursFrom;
use super::record::UnitRecord;
use super::setup::Segment;

/// Recorded hours from which a unit speaks for itself.
const OBSERVED_MIN: f64 = 3.0;
/// Most that recorded hours are raised by.
const RAISE_MAX: f64 = 3.0;
/// Hours a year where nothing is known of units of that size: small, middle, enterprise.
const USUAL: [f64; 3] = [12.0, 30.0, 70.0];
/// Units of a size from which their median counts.
const MEDIAN_MIN: usize = 4;
/// What a further product adds to the usual hours.
const PRODUCT: f64 = 0.15;
/// Least hours of a unit: it exists.
const HOURS_MIN: f64 = 2.0;

/// What units of each size usually take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hours {
    raise: f64,
    usual: [f64; 3],
}

/// From all units.
pub fn hours(units: &[UnitRecord], coverage: f64) -> Hours {
    let raise = (1.0 / coverage.max(1e-9)).clamp(1.0, RAISE_MAX);
    let mut usual = USUAL;
    for segment in Segment::ALL {
        let mut observed: Vec<f64> = units
            .iter()
            .filter(|unit| unit.segment == Some(*segment) && unit.observed.hours >= OBSERVED_MIN)
            .map(|unit| raise * unit.observed.hours)
            .collect();
        observed.sort_by(f64::total_cmp);
        if observed.len() >= MEDIAN_MIN {
            usual[segment.index()] = observed[observed.len() / 2];
        }
    }
    Hours { raise, usual }
}

impl Hours {
    /// Hours a year of a unit, and what they are told by.
    pub fn of(&self, unit: &UnitRecord, segment: Segment) -> (f64, HoursFrom) {
        if unit.observed.hours >= OBSERVED_MIN {
            return ((self.raise * unit.observed.hours).max(HOURS_MIN), HoursFrom::Observed);
        }
        let more = 1.0 + PRODUCT * unit.products.saturating_sub(1) as f64;
        ((self.usual[segment.index()] * more).max(HOURS_MIN), HoursFrom::Segment)
    }

    /// Hours in the first year of a unit that is not there yet.
    pub fn of_new(&self) -> f64 {
        self.usual[Segment::Middle.index()]
    }
}

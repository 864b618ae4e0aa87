//! From readings to a verdict: beyond chance in every reading or not at all, nothing early but the overwhelming, and half of what was
//! expected as the measure of too little.
use tandem_core::interventions::Verdict;

/// What one reading says, in the direction in which the outcome is wanted: an improvement is above zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// The effect.
    pub estimate: f64,
    /// The interval of the level.
    pub low: f64,
    /// The interval of the level.
    pub high: f64,
    /// Two-sided.
    pub p_value: f64,
}

/// What else a verdict depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circumstances {
    /// What was expected, above zero.
    pub expected: f64,
    /// What a claim needs at this look.
    pub level: f64,
    /// Whether all months that count are over.
    pub is_final: bool,
    /// Whether a placebo found what was not there; nothing where people were drawn, because a draw needs no placebo.
    pub placebo_found: bool,
}

/// A part of the expected effect that is too little.
const TOO_LITTLE: f64 = 0.5;

/// The verdict and which sentence says it.
pub fn verdict(readings: &[Said], of: Circumstances) -> (Verdict, &'static str) {
    if readings.is_empty() {
        return (Verdict::CannotTell, "verdict.cannot_tell.not_enough_data");
    }
    let shows = |reading: &Said| reading.p_value <= of.level && reading.estimate > 0.0;
    let harms = |reading: &Said| reading.p_value <= of.level && reading.estimate < 0.0;
    let estimate = readings.iter().map(|reading| reading.estimate).fold(f64::INFINITY, f64::min);
    let high = readings.iter().map(|reading| reading.high).fold(f64::NEG_INFINITY, f64::max);
    let (all_show, all_harm) = (readings.iter().all(shows), readings.iter().all(harms));
    let enough = estimate >= TOO_LITTLE * of.expected && high >= of.expected;
    if (all_show || all_harm) && of.placebo_found {
        return (Verdict::CannotTell, "verdict.cannot_tell.placebo");
    }
    if all_harm {
        return (Verdict::DidNot, "verdict.did_not.harm");
    }
    if all_show && enough {
        return (Verdict::Worked, "verdict.worked");
    }
    // What is still little may become more.
    if !of.is_final {
        return (Verdict::CannotTell, "verdict.cannot_tell.too_early");
    }
    if all_show {
        return (Verdict::Partly, "verdict.partly");
    }
    if high < TOO_LITTLE * of.expected && !of.placebo_found {
        return (Verdict::DidNot, "verdict.did_not.excluded");
    }
    if readings.iter().any(shows) {
        return (Verdict::CannotTell, "verdict.cannot_tell.readings");
    }
    (Verdict::CannotTell, "verdict.cannot_tell.chance")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(readings: &[(f64, f64, f64, f64)], of: Circumstances, expected: &str) {
        let said = |(estimate, low, high, p_value): &(f64, f64, f64, f64)| Said {
            estimate: *estimate,
            low: *low,
            high: *high,
            p_value: *p_value,
        };
        let readings: Vec<Said> = readings.iter().map(said).collect();
        assert_eq!(verdict(&readings, of).1, format!("verdict.{expected}"), "{readings:?}");
    }

    #[test]
    fn every_case_has_its_verdict() {
        let end = Circumstances { expected: 4.0, level: 0.05, is_final: true, placebo_found: false };
        let early = Circumstances { is_final: false, ..end };
        let moved = Circumstances { placebo_found: true, ..end };
        let (clear, unclear, little, none) =
            ((4.0, 1.0, 7.0, 0.01), (2.0, -1.0, 5.0, 0.2), (2.5, 1.0, 3.5, 0.01), (0.5, -0.5, 1.5, 0.3));
        check(&[clear], end, "worked");
        check(&[clear], early, "worked");
        check(&[clear], moved, "cannot_tell.placebo");
        check(&[little], end, "partly");
        check(&[(1.9, 0.1, 4.5, 0.04)], end, "partly");
        check(&[little], early, "cannot_tell.too_early");
        check(&[none], end, "did_not.excluded");
        check(&[none], early, "cannot_tell.too_early");
        check(&[none], moved, "cannot_tell.chance");
        check(&[(-3.0, -5.0, -1.0, 0.01)], end, "did_not.harm");
        check(&[unclear], end, "cannot_tell.chance");
        check(&[clear, unclear], end, "cannot_tell.readings");
        check(&[clear, none], end, "cannot_tell.readings");
        check(&[clear, (-3.0, -5.0, -1.0, 0.01)], end, "cannot_tell.readings");
        check(&[], end, "cannot_tell.not_enough_data");
    }
}

//! What is said: one finding per measure, with its reason as a code and numbers, from which sentences are made in any language.
use super::words;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Whether more customers held go with fewer customers won.
    CrowdOut,
    /// Whether fewer customers are won per seller.
    AcquisitionTrend,
    /// Whether recurring revenue grows more slowly.
    GrowthTrend,
    /// Whether easy work takes a growing share of the hours.
    DriftToEasy,
    /// Whether urgent work takes a growing share of the hours.
    DriftToUrgent,
    /// Whether the share of hours for new business is out of line.
    HuntingShare,
}

impl Measure {
    /// The word in data.
    pub fn text(self) -> &'static str {
        match self {
            Self::CrowdOut => "crowd_out",
            Self::AcquisitionTrend => "acquisition_trend",
            Self::GrowthTrend => "growth_trend",
            Self::DriftToEasy => "drift_to_easy",
            Self::DriftToUrgent => "drift_to_urgent",
            Self::HuntingShare => "hunting_share",
        }
    }
}

/// Whether it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is, beyond chance.
    Yes,
    /// It is not: an effect that matters is excluded.
    No,
    /// It may be or not: what is seen could be chance.
    NotDistinguishable,
    /// There is too little to look at.
    NotEnoughData,
}

impl Answer {
    /// The word in data.
    pub fn text(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotDistinguishable => "not_distinguishable",
            Self::NotEnoughData => "not_enough_data",
        }
    }
}

/// A reason: the code and the numbers say all; the text says it in English.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Reason {
    /// Which sentence.
    pub code: String,
    /// What is filled in.
    pub numbers: BTreeMap<&'static str, f64>,
    /// The sentence.
    pub text: String,
}

impl Reason {
    /// Of a code and numbers.
    pub fn new(code: impl Into<String>, numbers: &[(&'static str, f64)]) -> Self {
        let code = code.into();
        let numbers: BTreeMap<&'static str, f64> =
            numbers.iter().map(|(name, value)| (*name, rounded(*value))).collect();
        Self { text: words::sentence(&code, &numbers), code, numbers }
    }
}

/// Four significant digits, so that the last bits of a machine's arithmetic do not show.
pub fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let places = 3 - value.abs().log10().floor() as i32;
    let scale = 10_f64.powi(places);
    (value * scale).round() / scale + 0.0
}

/// What one measure says.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Finding {
    /// Which measure.
    pub measure: Measure,
    /// Whether it is so.
    pub answer: Answer,
    /// In the measure's unit; see the guide.
    pub estimate: Option<f64>,
    /// 95 % interval.
    pub low: Option<f64>,
    /// 95 % interval.
    pub high: Option<f64>,
    /// The chance of such data if there were no effect.
    pub p_value: Option<f64>,
    /// The same, corrected for asking several questions at once (Holm).
    pub p_adjusted: Option<f64>,
    /// Sellers looked at.
    pub sellers: usize,
    /// Months looked at.
    pub months: usize,
    /// Why this answer.
    pub because: Reason,
}

/// A measure before the correction for several questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw {
    /// Which measure.
    pub measure: Measure,
    /// In the measure's unit.
    pub estimate: f64,
    /// 95 % interval.
    pub low: f64,
    /// 95 % interval.
    pub high: f64,
    /// Before the correction.
    pub p_value: f64,
    /// Whether the interval excludes effects that matter.
    pub excluded: bool,
    /// Sellers looked at.
    pub sellers: usize,
    /// Months looked at.
    pub months: usize,
    /// A part of the reason's code after measure and answer, such as the direction; may be empty.
    pub detail: &'static str,
    /// What the reason is filled with.
    pub numbers: Vec<(&'static str, f64)>,
}

/// Why a measure has no answer.
#[derive(Clone, Debug, PartialEq)]
pub struct TooLittle {
    /// Which measure.
    pub measure: Measure,
    /// Sellers there are.
    pub sellers: usize,
    /// Months there are.
    pub months: usize,
    /// What is missing; the reason's code ends with it.
    pub missing: &'static str,
    /// What the reason is filled with.
    pub numbers: Vec<(&'static str, f64)>,
}

/// What is asked of evidence: one error in twenty over all measures.
pub const LEVEL: f64 = 0.05;

/// Turns measures into findings, corrected for each other.
pub fn findings(measures: Vec<Result<Raw, TooLittle>>) -> Vec<Finding> {
    let tested: Vec<(Measure, f64)> = measures
        .iter()
        .filter_map(|measure| measure.as_ref().ok().map(|raw| (raw.measure, raw.p_value)))
        .collect();
    let mut adjusted = corrected(&tested).into_iter();
    measures
        .into_iter()
        .map(|measure| match measure {
            Ok(raw) => answered(raw, adjusted.next().unwrap_or(1.0)),
            Err(too_little) => unanswered(too_little),
        })
        .collect()
}

fn answered(raw: Raw, p_adjusted: f64) -> Finding {
    let answer = match (p_adjusted <= LEVEL, raw.excluded) {
        (true, _) => Answer::Yes,
        (false, true) => Answer::No,
        (false, false) => Answer::NotDistinguishable,
    };
    let mut numbers = raw.numbers;
    numbers.extend([
        ("estimate", raw.estimate),
        ("low", raw.low),
        ("high", raw.high),
        ("p_value", raw.p_value),
        ("p_adjusted", p_adjusted),
        ("sellers", raw.sellers as f64),
        ("months", raw.months as f64),
    ]);
    let detail = if answer == Answer::Yes { raw.detail } else { "" };
    Finding {
        measure: raw.measure,
        answer,
        estimate: Some(rounded(raw.estimate)),
        low: Some(rounded(raw.low)),
        high: Some(rounded(raw.high)),
        p_value: Some(rounded(raw.p_value)),
        p_adjusted: Some(rounded(p_adjusted)),
        sellers: raw.sellers,
        months: raw.months,
        because: Reason::new(format!("{}.{}{detail}", raw.measure.text(), answer.text()), &numbers),
    }
}

fn unanswered(too_little: TooLittle) -> Finding {
    let mut numbers = too_little.numbers;
    numbers.extend([("sellers", too_little.sellers as f64), ("months", too_little.months as f64)]);
    Finding {
        measure: too_little.measure,
        answer: Answer::NotEnoughData,
        estimate: None,
        low: None,
        high: None,
        p_value: None,
        p_adjusted: None,
        sellers: too_little.sellers,
        months: too_little.months,
        because: Reason::new(
            format!("{}.not_enough_data.{}", too_little.measure.text(), too_little.missing),
            &numbers,
        ),
    }
}

/// A fall is asked about, but a rise would have been noticed too: both sides are counted, as the intervals do.
pub fn two_sided(p_value: f64) -> f64 {
    (2.0 * p_value).min(1.0)
}

/// The weight of the question that the verdict rests on; the other measures share the rest evenly.
const WEIGHT_OF_CROWD_OUT: f64 = 0.8;

fn weight(measure: Measure) -> f64 {
    if measure == Measure::CrowdOut { WEIGHT_OF_CROWD_OUT } else { (1.0 - WEIGHT_OF_CROWD_OUT) / 5.0 }
}

/// Holm's step-down correction (1979) with weights fixed beforehand: the chance of even one false yes stays at the level, however the
/// measures hang together. Takes (p-value, weight).
pub fn holm(tested: &[(f64, f64)]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..tested.len()).collect();
    let claim = |index: &usize| tested[*index].0 / tested[*index].1;
    order.sort_by(|a, b| claim(a).total_cmp(&claim(b)));
    let mut left: f64 = tested.iter().map(|(_, weight)| weight).sum();
    let (mut adjusted, mut most) = (vec![1.0; tested.len()], 0.0_f64);
    for index in order {
        most = most.max(left * claim(&index)).min(1.0);
        adjusted[index] = most;
        left -= tested[index].1;
    }
    adjusted
}

/// The same where all questions weigh alike.
pub fn holm_even(p_values: &[f64]) -> Vec<f64> {
    holm(&p_values.iter().map(|p_value| (*p_value, 1.0)).collect::<Vec<_>>())
}

/// Corrects the p-values of measures for each other.
pub fn corrected(tested: &[(Measure, f64)]) -> Vec<f64> {
    holm(&tested.iter().map(|(measure, p_value)| (*p_value, weight(*measure))).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: Vec<f64>, expected: &[f64]) {
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?} {expected:?}");
    }

    #[test]
    fn holm_steps_down() {
        check(holm_even(&[0.01, 0.04, 0.03, 0.005]), &[0.03, 0.06, 0.06, 0.02]);
        check(holm_even(&[]), &[]);
        check(holm_even(&[0.6, 0.7]), &[1.0, 1.0]);
    }

    #[test]
    fn the_main_question_has_its_share_and_inherits_the_rest() {
        let (main, side) = (Measure::CrowdOut, Measure::AcquisitionTrend);
        // Alone it has everything; beside an undecided one 0.8 of 0.84; behind a decided one everything again.
        check(corrected(&[(main, 0.04)]), &[0.04]);
        check(corrected(&[(main, 0.04), (side, 0.5)]), &[0.042, 0.5]);
        check(corrected(&[(main, 0.04), (side, 0.001)]), &[0.04, 0.021]);
    }
}

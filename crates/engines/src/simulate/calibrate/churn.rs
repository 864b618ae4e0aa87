//! Churn by the hazard of a customer's year: `logit p = a_segment + g (a new owner in the year)`, the greatest density after normal priors
//! around what the model assumes; intervals from its curvature (Laplace). What `g` says of a change of owner is carried to `D0`.
use super::super::chance::logit;
use super::super::parameters::Scenario;
use super::estimate::{Estimate, Source, Why, rounded, rounded_all};
use super::record::{CustomerYear, Record};

/// Standard deviation of the prior of a segment's log odds.
pub const SEGMENT_SD: f64 = 0.5;
/// Standard deviation of the prior of the effect of a new owner.
pub const OWNER_SD: f64 = 0.5;
/// A posterior that is less than so much narrower than the prior tells nothing.
const TELLS: f64 = 0.8;
/// Years that it takes to say anything.
const YEARS_MIN: usize = 20;

/// Log odds by segment and the effect of a new owner, each with its standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fitted {
    /// By segment, then the new owner's.
    pub at: [f64; 4],
    /// Standard deviations.
    pub sd: [f64; 4],
}

/// Fits the hazard. `years` may be empty; then the priors come back.
pub fn fit(years: &[CustomerYear], prior: &Scenario) -> Fitted {
    let centre = centre(prior);
    let spread = [SEGMENT_SD, SEGMENT_SD, SEGMENT_SD, OWNER_SD];
    let mut at = centre;
    let mut curvature = [[0.0; 4]; 4];
    for _ in 0..50 {
        let mut slope = [0.0; 4];
        curvature = [[0.0; 4]; 4];
        for k in 0..4 {
            slope[k] = (centre[k] - at[k]) / spread[k].powi(2);
            curvature[k][k] = 1.0 / spread[k].powi(2);
        }
        for (segment, new_owner, lost, cases) in cells(years) {
            let odds = at[segment] + if new_owner { at[3] } else { 0.0 };
            let chance = 1.0 / (1.0 + (-odds).exp());
            let (rest, weight) = (lost - cases * chance, cases * chance * (1.0 - chance));
            let touched = if new_owner { &[segment, 3][..] } else { &[segment][..] };
            for one in touched {
                slope[*one] += rest;
                touched.iter().for_each(|other| curvature[*one][*other] += weight);
            }
        }
        let step = inverse(curvature).map(|row| row.iter().zip(slope).map(|(a, b)| a * b).sum::<f64>());
        for k in 0..4 {
            at[k] += step[k].clamp(-2.0, 2.0);
        }
        if step.iter().all(|step| step.abs() < 1e-10) {
            break;
        }
    }
    let covariance = inverse(curvature);
    Fitted { at, sd: [0, 1, 2, 3].map(|k| covariance[k][k].max(0.0).sqrt()) }
}

/// Where the priors have their middle.
fn centre(prior: &Scenario) -> [f64; 4] {
    let [small, mid, enterprise] = prior.churn.map(logit);
    [small, mid, enterprise, owner_effect(prior, prior.handoff_loss)]
}

/// What `D0` does to the log odds of the year after an unprepared change: the relationship falls by `R0 D` and comes back at `rho_R` a week, of
/// which a year has the mean. `D` is that of a customer of two years.
fn owner_effect(s: &Scenario, loss: f64) -> f64 {
    loss * effect_of_whole_loss(s)
}

fn effect_of_whole_loss(s: &Scenario) -> f64 {
    let speed = s.relationship_speed.max(1e-6);
    let staying = (1.0 - (1.0 - speed).powi(52)) / (52.0 * speed);
    let age = 104.0;
    let recorded = s.information_ceiling
        - (s.information_ceiling - s.information_at_signing) * (-age * s.information_speed).exp();
    let dependence = 1.0 - (-age * s.dependence_speed).exp();
    let factors = (1.0 - s.information_effect * recorded) * (1.0 + s.dependence_effect * dependence);
    s.churn_by_relationship * s.relationship_reference * staying * factors
}

/// segment, new owner, lost, cases.
fn cells(years: &[CustomerYear]) -> Vec<(usize, bool, f64, f64)> {
    let mut cells = Vec::new();
    for segment in 0..3 {
        for new_owner in [false, true] {
            let own = || years.iter().filter(move |y| y.segment == segment && y.new_owner == new_owner);
            let lost = own().filter(|year| year.lost).count();
            cells.push((segment, new_owner, lost as f64, own().count() as f64));
        }
    }
    cells
}

/// The inverse of a symmetric positive matrix, by Gauss and Jordan.
fn inverse(mut of: [[f64; 4]; 4]) -> [[f64; 4]; 4] {
    let mut inverse = [[0.0; 4]; 4];
    for (k, row) in inverse.iter_mut().enumerate() {
        row[k] = 1.0;
    }
    for k in 0..4 {
        let pivot = of[k][k];
        for column in 0..4 {
            of[k][column] /= pivot;
            inverse[k][column] /= pivot;
        }
        for row in (0..4).filter(|row| *row != k) {
            let factor = of[row][k];
            for column in 0..4 {
                of[row][column] -= factor * of[k][column];
                inverse[row][column] -= factor * inverse[k][column];
            }
        }
    }
    inverse
}

/// `p_churn` by segment and `D0`.
pub fn estimates(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let n = record.years.len();
    if n < YEARS_MIN {
        let churn = Estimate::assumed("p_churn", prior.churn.to_vec().into());
        return vec![churn.because(Why::TooFew).of(n), unchanged(prior).because(Why::TooFew)];
    }
    let fitted = fit(&record.years, prior);
    let at = |reach: f64| {
        rounded_all([0, 1, 2].map(|k| 1.0 / (1.0 + (-(fitted.at[k] + reach * fitted.sd[k])).exp())))
    };
    let churn = Estimate::within("p_churn", Source::Updated, at(0.0), (at(-1.96), at(1.96)), n);
    vec![churn, handoff_loss(record, prior, &fitted)]
}

fn unchanged(prior: &Scenario) -> Estimate {
    Estimate::assumed("D0", prior.handoff_loss.into())
}

fn handoff_loss(record: &Record, prior: &Scenario, fitted: &Fitted) -> Estimate {
    let changes = record.years.iter().filter(|year| year.new_owner).count();
    if fitted.sd[3] > TELLS * OWNER_SD {
        return unchanged(prior).because(Why::TooFew).of(changes);
    }
    let whole = effect_of_whole_loss(prior);
    let at = |reach: f64| rounded(((fitted.at[3] + reach * fitted.sd[3]) / whole).clamp(0.0, 1.0));
    Estimate::within("D0", Source::Updated, at(0.0), (at(-1.96), at(1.96)), changes)
}

//! How far counts scatter beyond Poisson, and how long good and bad times last: moments of the residuals, per seller.
//! The model is a rate that is multiplied by a lasting part (`rho` from month to month) and a part of the month alone.
use super::random::Random;

/// Scatter of the rate itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Streaks {
    /// Variance of the lasting part of the multiplier.
    pub lasting: f64,
    /// Its correlation from one month to the next.
    pub rho: f64,
    /// Variance of the month's own part.
    pub passing: f64,
}

/// Lags 0 to 6.
pub const LAGS: usize = 7;
/// Covariances of the multiplier by lag.
pub type Moments = [f64; LAGS];

/// Moments of `count` around `mean`, within rows of `months` cells; a cell with mean zero is no cell.
pub fn moments(count: &[f64], mean: &[f64], months: usize) -> Moments {
    let mut found = [0.0; LAGS];
    for (lag, found) in found.iter_mut().enumerate() {
        let (mut above, mut below) = (0.0, 0.0);
        for (counts, means) in count.chunks_exact(months).zip(mean.chunks_exact(months)) {
            for at in 0..months.saturating_sub(lag) {
                let (one, other) = (means[at], means[at + lag]);
                if one > 0.0 && other > 0.0 {
                    let product = (counts[at] - one) * (counts[at + lag] - other);
                    above += product - if lag == 0 { one } else { 0.0 };
                    below += one * other;
                }
            }
        }
        *found = if below > 0.0 { above / below } else { 0.0 };
    }
    found
}

const RHOS: [f64; 9] = [0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 0.97];
const VARIANCE_MAX: f64 = 1.0;

impl Streaks {
    /// Poisson counts.
    pub const NONE: Self = Self { lasting: 0.0, rho: 0.0, passing: 0.0 };

    /// The streaks whose moments come closest, by least squares over the lags from 1 on.
    pub fn from_moments(moments: &Moments) -> Self {
        let mut best =
            (f64::INFINITY, Self { lasting: 0.0, rho: 0.0, passing: moments[0].clamp(0.0, VARIANCE_MAX) });
        for rho in RHOS {
            let powers = (1..LAGS).map(|lag| rho.powi(lag as i32));
            let (mut above, mut below) = (0.0, 0.0);
            for (power, moment) in powers.clone().zip(&moments[1..]) {
                above += power * moment;
                below += power * power;
            }
            let lasting = (above / below).clamp(0.0, VARIANCE_MAX);
            let error: f64 =
                powers.zip(&moments[1..]).map(|(p, moment)| (moment - lasting * p).powi(2)).sum();
            if error < best.0 {
                let passing = (moments[0] - lasting).clamp(0.0, VARIANCE_MAX);
                best = (error, Self { lasting, rho: if lasting > 0.0 { rho } else { 0.0 }, passing });
            }
        }
        best.1
    }

    /// Multipliers of one seller's months, mean one.
    pub fn multipliers(&self, random: &mut Random, out: &mut [f64]) {
        if self.lasting <= 0.0 && self.passing <= 0.0 {
            return out.fill(1.0);
        }
        let (lasting, passing) = (self.lasting.ln_1p(), self.passing.ln_1p());
        let (keep, renew) = (self.rho, (lasting * (1.0 - self.rho * self.rho)).sqrt());
        let mut state = lasting.sqrt() * random.normal();
        for (at, value) in out.iter_mut().enumerate() {
            if at > 0 {
                state = keep * state + renew * random.normal();
            }
            let own = if passing > 0.0 { passing.sqrt() * random.normal() } else { 0.0 };
            *value = (state + own - (lasting + passing) / 2.0).exp();
        }
    }
}

//! Whether a monthly series rises or falls once the season is taken out. Neighbouring months are alike, so the slope is held against its
//! scatter at low frequencies (equal-weighted cosines, Lazarus et al. 2018), and what that ratio does without any trend is simulated from
//! the series' own innovations and persistence, the persistence being uncertain itself.
use super::load_test::quantile;
use super::random::Random;
use tandem_core::subscriptions::Month;

/// A slope and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Change a year.
    pub slope: f64,
    /// 95 % interval.
    pub low: f64,
    /// 95 % interval.
    pub high: f64,
    /// The chance of so low a slope without a trend.
    pub p_falling: f64,
    /// The chance of so high a slope without a trend.
    pub p_rising: f64,
    /// Months used.
    pub months: usize,
    /// Correlation of neighbouring months, season and trend taken out.
    pub persistence: f64,
}

const MONTHS_MIN: usize = 15;
const MONTHS_FOR_MONTHLY_SEASON: usize = 26;
/// Series drawn for a measure of the team.
pub const REPLICAS_TEAM: usize = 1_999;
/// Series drawn for one seller of many.
pub const REPLICAS_SELLER: usize = 499;
/// More persistence than this is not told from a trend.
pub(crate) const PERSISTENCE_MAX: f64 = 0.95;

/// The trend of a series that starts in `from`; absent where it is too short or never changes.
pub fn trend(from: Month, values: &[Option<f64>], replicas: usize, seed: u64) -> Option<Trend> {
    let known: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?))).collect();
    if known.len() < MONTHS_MIN {
        return None;
    }
    let line = Line::new(from, &known);
    let series: Vec<f64> = known.iter().map(|(_, value)| *value).collect();
    let seen = line.fit(&series);
    if seen.error <= 0.0 {
        return None;
    }
    let mut random = Random::new(seed, 0);
    let persistence = line.persistence_of(seen.persistence, &mut random);
    let innovations = innovations(&seen.residuals, persistence);
    let mut ratios: Vec<f64> = (0..replicas)
        .map(|_| {
            let unsure = (1.0 - persistence * persistence).sqrt() / (series.len() as f64).sqrt();
            let rho = (persistence + unsure * random.normal()).clamp(0.0, PERSISTENCE_MAX);
            let fit = line.fit(&walk(series.len(), rho, &mut random, |random| {
                innovations[random.index(innovations.len())]
            }));
            if fit.error > 0.0 { fit.slope / fit.error } else { 0.0 }
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    let ratio = seen.slope / seen.error;
    let lower = ratios.partition_point(|drawn| *drawn <= ratio);
    let share = |count: usize| (count + 1) as f64 / (replicas + 1) as f64;
    Some(Trend {
        slope: 12.0 * seen.slope,
        low: 12.0 * (seen.slope - quantile(&ratios, 0.975) * seen.error),
        high: 12.0 * (seen.slope - quantile(&ratios, 0.025) * seen.error),
        p_falling: share(lower),
        p_rising: share(replicas - lower),
        months: series.len(),
        persistence,
    })
}

struct LineFit {
    slope: f64,
    error: f64,
    persistence: f64,
    residuals: Vec<f64>,
}

/// A straight line over seasons.
struct Line {
    seasons: Vec<usize>,
    season_count: usize,
    time_left: Vec<f64>,
    square: f64,
    cosines: Vec<Vec<f64>>,
}

impl Line {
    fn new(from: Month, known: &[(usize, f64)]) -> Self {
        // Below two years a month of the year is seen once: only the place in the quarter can be taken out.
        let season_count = if known.len() >= MONTHS_FOR_MONTHLY_SEASON { 12 } else { 3 };
        let january = Month::of(chrono::NaiveDate::default());
        let season = |at: usize| {
            let month = january.until(from.plus(i32::try_from(at).unwrap_or(0)));
            month.rem_euclid(season_count as i32) as usize
        };
        let seasons: Vec<usize> = known.iter().map(|(at, _)| season(*at)).collect();
        let time: Vec<f64> = known.iter().map(|(at, _)| *at as f64).collect();
        let count = known.len();
        // Enough waves for power, few enough that they are slow against the persistence.
        let waves = (count / 4).clamp(4, 12);
        let wave = |wave: usize| {
            let place = |at: usize| std::f64::consts::PI * wave as f64 * (at as f64 + 0.5) / count as f64;
            (0..count).map(|at| place(at).cos()).collect()
        };
        let mut line = Self {
            seasons,
            season_count,
            time_left: time,
            square: 0.0,
            cosines: (1..=waves).map(wave).collect(),
        };
        line.time_left = line.without_season(&line.time_left);
        line.square = line.time_left.iter().map(|time| time * time).sum();
        line
    }

    fn without_season(&self, values: &[f64]) -> Vec<f64> {
        let (mut sums, mut counts) = (vec![0.0; self.season_count], vec![0.0; self.season_count]);
        for (value, season) in values.iter().zip(&self.seasons) {
            sums[*season] += value;
            counts[*season] += 1.0;
        }
        values
            .iter()
            .zip(&self.seasons)
            .map(|(value, season)| value - sums[*season] / counts[*season])
            .collect()
    }

    fn fit(&self, values: &[f64]) -> LineFit {
        let left = self.without_season(values);
        let slope =
            left.iter().zip(&self.time_left).map(|(value, time)| value * time).sum::<f64>() / self.square;
        let residuals: Vec<f64> =
            left.iter().zip(&self.time_left).map(|(value, time)| value - slope * time).collect();
        let power: f64 = self.cosines.iter().map(|wave| self.power(wave, &residuals)).sum();
        let error = (2.0 * power / self.cosines.len() as f64).sqrt() / self.square;
        let square: f64 = residuals.iter().map(|residual| residual * residual).sum();
        let neighbours: f64 = residuals.windows(2).map(|pair| pair[0] * pair[1]).sum();
        let negligible = square <= 1e-18 * values.iter().map(|value| value * value).sum::<f64>();
        LineFit {
            slope,
            error: if negligible { 0.0 } else { error },
            persistence: if square > 0.0 { neighbours / square } else { 0.0 },
            residuals,
        }
    }

    fn power(&self, wave: &[f64], residuals: &[f64]) -> f64 {
        let parts = wave.iter().zip(residuals).zip(&self.time_left);
        parts.map(|((wave, residual), time)| wave * residual * time).sum::<f64>().powi(2)
    }

    /// The persistence whose series show `shown` once season and trend are fitted, which makes it look smaller.
    fn persistence_of(&self, shown: f64, random: &mut Random) -> f64 {
        const DRAWS: usize = 80;
        let mut before: Option<(f64, f64)> = None;
        for rho in [0.0, 0.3, 0.6, 0.8, PERSISTENCE_MAX] {
            let draw = |random: &mut Random| {
                self.fit(&walk(self.seasons.len(), rho, random, |random| random.normal())).persistence
            };
            let mean = (0..DRAWS).map(|_| draw(random)).sum::<f64>() / DRAWS as f64;
            if mean >= shown {
                let Some((rho_before, mean_before)) = before else { return 0.0 };
                let share = (shown - mean_before) / (mean - mean_before).max(1e-9);
                return rho_before + share.clamp(0.0, 1.0) * (rho - rho_before);
            }
            before = Some((rho, mean));
        }
        PERSISTENCE_MAX
    }
}

/// A first-order walk around zero.
pub(crate) fn walk(
    length: usize,
    rho: f64,
    random: &mut Random,
    mut innovation: impl FnMut(&mut Random) -> f64,
) -> Vec<f64> {
    // Started long enough ago to have forgotten it.
    let mut state = 0.0;
    for _ in 0..30 {
        state = rho * state + innovation(random);
    }
    (0..length)
        .map(|_| {
            state = rho * state + innovation(random);
            state
        })
        .collect()
}

/// What drives residuals of this persistence, centred.
pub(crate) fn innovations(residuals: &[f64], rho: f64) -> Vec<f64> {
    let raw: Vec<f64> = residuals.windows(2).map(|pair| pair[1] - rho * pair[0]).collect();
    let mean = raw.iter().sum::<f64>() / raw.len().max(1) as f64;
    raw.into_iter().map(|value| value - mean).collect()
}

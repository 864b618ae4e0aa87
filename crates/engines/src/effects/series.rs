//! The effect where everybody begins at once: the months after are held against what the months before let expect (interrupted time
//! series). Season and trend are fitted, straight and bent, and both must agree, because new business that customers crowd out falls along
//! a curve; what such a forecast misses by chance is simulated from the series' own innovations and persistence.
use super::grid::{BEFORE_MIN, Grid, mean_before};
use super::line::{Left, Line, Shape};
use crate::diagnose::load_test::quantile;
use crate::diagnose::random::Random;
use crate::diagnose::trend::{PERSISTENCE_MAX, innovations, walk};
use crate::simulate::{Stopped, Watch};
use std::sync::atomic::Ordering;
use tandem_core::subscriptions::Month;

/// The team month by month, as if every month had the same people.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Months before with their means.
    pub before: Vec<(usize, f64)>,
    /// Months that count with their means.
    pub after: Vec<(usize, f64)>,
    /// People in it.
    pub people: usize,
}

/// What one shape of the line says.
#[derive(Clone, Debug, PartialEq)]
pub struct Interrupted {
    /// The shape.
    pub shape: Shape,
    /// The mean of the months after, less the forecast.
    pub effect: f64,
    /// Half of the interval's width at the level, divided by what chance allows there: a standard error, nearly.
    pub error: f64,
    /// Two-sided.
    pub p_value: f64,
    /// The interval of the level.
    pub low: f64,
    /// The interval of the level.
    pub high: f64,
    /// Correlation of neighbouring months that was taken into account.
    pub persistence: f64,
    /// What was expected of the months after.
    pub forecast: Vec<f64>,
}

/// Fewest months before: every month of the year twice.
pub const BEFORE_SERIES_MIN: usize = 24;
const REPLICAS: usize = 1_999;
const SWEEPS: usize = 20;

/// The series of those who take part.
pub fn series(grid: &Grid) -> Option<Series> {
    let begin = *grid.begins().first()?;
    let window = 0..begin.touched;
    let rows: Vec<&[Option<f64>]> = grid
        .rows
        .iter()
        .filter(|row| {
            row.begin == Some(begin) && mean_before(&row.values, last_year(begin.touched)).is_some()
        })
        .map(|row| row.values.as_slice())
        .collect();
    let value = |row: &[Option<f64>], month: usize| row.get(month).copied().flatten();
    let mut own = vec![0.0; rows.len()];
    let mean_of = |month: usize, own: &[f64]| {
        let known: Vec<f64> =
            rows.iter().zip(own).filter_map(|(row, own)| Some(value(row, month)? - own)).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    };
    // What a person usually has more than the others, so that who comes and goes does not look like a change.
    for _ in 0..SWEEPS {
        let means: Vec<Option<f64>> = window.clone().map(|month| mean_of(month, &own)).collect();
        for (row, own) in rows.iter().zip(&mut own) {
            let more: Vec<f64> =
                window.clone().filter_map(|month| Some(value(row, month)? - means[month]?)).collect();
            *own = more.iter().sum::<f64>() / more.len().max(1) as f64;
        }
        let usual = own.iter().sum::<f64>() / own.len().max(1) as f64;
        own.iter_mut().for_each(|own| *own -= usual);
    }
    let months = |window: std::ops::Range<usize>| {
        window.filter_map(|month| Some((month, mean_of(month, &own)?))).collect::<Vec<_>>()
    };
    Some(Series {
        before: months(window.clone()),
        after: months(begin.counted..grid.until),
        people: rows.len(),
    })
}

fn last_year(touched: usize) -> std::ops::Range<usize> {
    touched.saturating_sub(12.max(BEFORE_MIN))..touched
}

/// Tests a series whose index 0 is the month `from`; absent where too few months are known.
///
/// # Errors
/// [`Stopped`] where it was cancelled.
pub fn interrupted(
    series: &Series,
    from: Month,
    level: f64,
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Interrupted>, Stopped> {
    let mut found = Vec::new();
    if series.before.len() < BEFORE_SERIES_MIN {
        return Ok(found);
    }
    for shape in [Shape::Straight, Shape::Bent] {
        (watch.progress)(1);
        if watch.cancel.load(Ordering::Relaxed) {
            return Err(Stopped::Cancelled);
        }
        found.extend(one(series, from, level, seed, shape));
    }
    Ok(found)
}

fn one(series: &Series, from: Month, level: f64, seed: u64, shape: Shape) -> Option<Interrupted> {
    let january = Month::of(chrono::NaiveDate::default());
    let place = |(at, _): &(usize, f64)| {
        let month = from.plus(i32::try_from(*at).unwrap_or(0));
        usize::try_from(january.until(month)).unwrap_or(*at)
    };
    let before: Vec<usize> = series.before.iter().map(place).collect();
    let after: Vec<usize> = series.after.iter().map(place).collect();
    let line = Line::new(&before, &after, shape)?;
    let values: Vec<f64> = series.before.iter().chain(&series.after).map(|(_, value)| *value).collect();
    let seen = line.left(&values);
    if seen.scatter <= 0.0 {
        return None;
    }
    let mut random = Random::new(seed, STREAM + shape as u64);
    let persistence = persistence(&line, seen.persistence, &mut random);
    let mut ratios = ratios(&line, &seen, persistence, &mut random);
    ratios.sort_by(f64::total_cmp);
    let reach = quantile(&ratios, 1.0 - level) * seen.scatter;
    let larger = ratios.iter().filter(|ratio| **ratio >= (seen.gap / seen.scatter).abs()).count();
    Some(Interrupted {
        shape,
        effect: seen.gap,
        error: quantile(&ratios, 0.6827) * seen.scatter,
        p_value: (larger + 1) as f64 / (ratios.len() + 1) as f64,
        low: seen.gap - reach,
        high: seen.gap + reach,
        persistence,
        forecast: line.forecast(&values),
    })
}

const STREAM: u64 = 21;

/// How far forecasts miss without any effect, in units of the scatter that their own residuals show.
fn ratios(line: &Line, seen: &Left, persistence: f64, random: &mut Random) -> Vec<f64> {
    let innovations = innovations(&seen.residuals, persistence);
    let unsure = (1.0 - persistence * persistence).sqrt() / (seen.residuals.len() as f64).sqrt();
    let ratio = |_| {
        let rho = (persistence + unsure * random.normal()).clamp(0.0, PERSISTENCE_MAX);
        let drawn = walk(line.months(), rho, random, |random| innovations[random.index(innovations.len())]);
        let left = line.left(&drawn);
        if left.scatter > 0.0 { (left.gap / left.scatter).abs() } else { 0.0 }
    };
    (0..REPLICAS).map(ratio).collect()
}

/// The persistence whose series show `shown` once the line is fitted, which makes it look smaller.
fn persistence(line: &Line, shown: f64, random: &mut Random) -> f64 {
    const DRAWS: usize = 80;
    let mut before: Option<(f64, f64)> = None;
    for rho in [0.0, 0.3, 0.6, 0.8, PERSISTENCE_MAX] {
        let mut draw = |_| line.left(&walk(line.months(), rho, random, |random| random.normal())).persistence;
        let mean = (0..DRAWS).map(&mut draw).sum::<f64>() / DRAWS as f64;
        if mean >= shown {
            let Some((rho_before, mean_before)) = before else { return 0.0 };
            let share = (shown - mean_before) / (mean - mean_before).max(1e-9);
            return rho_before + share.clamp(0.0, 1.0) * (rho - rho_before);
        }
        before = Some((rho, mean));
    }
    PERSISTENCE_MAX
}

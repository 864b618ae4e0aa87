//! The company's own variance: how far people's means after a date scatter around what their means before let expect, where nothing was
//! done. Every window of the past is looked at, so that persistence, season and trend are in it as they are.
use crate::effects::grid::{BEFORE_MIN, mean_before};
use tandem_core::interventions::{Outcome, Panel};

/// Scatter for one length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variance {
    /// Months before that were compared with: as many as asked for, or as the past allows.
    pub months_before: usize,
    /// Standard deviation between people of what is left.
    pub scatter: f64,
    /// Windows that were looked at.
    pub windows: usize,
}

/// Fewest people in a window.
const PEOPLE_MIN: usize = 4;

/// The months of everybody of whom enough is known to be looked at.
pub fn past(panel: &Panel, outcome: Outcome) -> Vec<Vec<Option<f64>>> {
    let months = |person: &tandem_core::interventions::PersonMonths| -> Vec<Option<f64>> {
        person.cells.iter().map(|cell| cell.rate(outcome)).collect()
    };
    let known = |values: &Vec<Option<f64>>| values.iter().flatten().count() > BEFORE_MIN;
    panel.people.iter().map(months).filter(known).collect()
}

/// The months before that the past allows for a pilot of so many months.
pub fn months_before(months_known: usize, wanted: usize, months: usize) -> Option<usize> {
    let before = months_known.checked_sub(months)?.min(wanted);
    (before >= BEFORE_MIN).then_some(before)
}

/// The scatter for pilots of so many months; absent where the past is too short or too few are known.
pub fn variance(past: &[Vec<Option<f64>>], wanted_before: usize, months: usize) -> Option<Variance> {
    let known = past.iter().map(Vec::len).max()?;
    let months_before = months_before(known, wanted_before, months)?;
    let left: Vec<(f64, f64)> = (0..=known - months_before - months)
        .filter_map(|start| left_in(past, start, start + months_before, months))
        .collect();
    let free: f64 = left.iter().map(|(_, free)| free).sum();
    let square: f64 = left.iter().map(|(square, _)| square).sum();
    let scatter = (square / free).sqrt();
    (!left.is_empty() && scatter > 0.0).then_some(Variance { months_before, scatter, windows: left.len() })
}

/// Squares left of a regression of means after on means before, with their degrees of freedom.
fn left_in(past: &[Vec<Option<f64>>], start: usize, begin: usize, months: usize) -> Option<(f64, f64)> {
    let pair = |values: &Vec<Option<f64>>| {
        let after: Vec<f64> = values.get(begin..begin + months)?.iter().flatten().copied().collect();
        let after = (2 * after.len() >= months).then(|| after.iter().sum::<f64>() / after.len() as f64)?;
        Some((mean_before(values, start..begin)?, after))
    };
    let pairs: Vec<(f64, f64)> = past.iter().filter_map(pair).collect();
    if pairs.len() < PEOPLE_MIN {
        return None;
    }
    let count = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0 / count, sum.1 + pair.1 / count));
    let product: f64 = pairs.iter().map(|pair| (pair.0 - x) * (pair.1 - y)).sum();
    let square: f64 = pairs.iter().map(|pair| (pair.0 - x).powi(2)).sum();
    let slope = if square > 0.0 { product / square } else { 0.0 };
    let left = pairs.iter().map(|pair| (pair.1 - y - slope * (pair.0 - x)).powi(2)).sum();
    Some((left, count - 2.0))
}

//! Matched controls: for everybody who takes part, those who were most alike before and for whom it has not begun.
use super::draws::Schedule;
use super::grid::{Grid, mean_before};
use super::stack::{Entry, Segment, Stack};
use std::collections::{BTreeMap, BTreeSet};

/// Comparisons among people who were alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// Whether there were enough of them; if not, everybody is compared and the regression has to reach further.
    pub matched: bool,
    /// Those who take part and are compared.
    pub treated: usize,
    /// Those who are compared with them.
    pub compared: usize,
    /// How far apart the two were before, in standard deviations between people.
    pub apart: f64,
}

/// As many are compared with each.
const NEAREST: usize = 3;
/// No further apart than this, in standard deviations between people.
const APART_MAX: f64 = 0.5;
const TREATED_MIN: usize = 3;
const COMPARED_MIN: usize = 4;
/// The months just before the beginning, by which people are often picked.
const RECENT: usize = 3;

/// Keeps in every comparison those who were alike, where there are enough of them.
pub fn alike(grid: &Grid, stack: &Stack, real: &Schedule) -> (Stack, Alike) {
    let mut partners: BTreeMap<usize, Partners> = BTreeMap::new();
    for segment in &stack.segments {
        partners.entry(segment.begin.counted).or_insert_with(|| Partners::of(grid, segment, real));
    }
    let keep = |segment: &Segment, row: usize| {
        partners.get(&segment.begin.counted).is_some_and(|own| own.rows.contains(&row))
    };
    let kept = stack.keeping(keep);
    let (all, treated, compared) =
        (rows(stack, real, true), rows(&kept, real, true), rows(&kept, real, false));
    if treated >= TREATED_MIN.max(all.div_ceil(2)) && compared >= COMPARED_MIN {
        let apart = apart(&kept, real);
        return (kept, Alike { matched: true, treated, compared, apart });
    }
    let compared = rows(stack, real, false);
    (stack.clone(), Alike { matched: false, treated: all, compared, apart: apart(stack, real) })
}

/// How many people are on a side anywhere.
pub fn rows(stack: &Stack, real: &Schedule, treated: bool) -> usize {
    let on_side = |segment: &Segment| {
        let own: Vec<usize> = side(segment, real, treated).map(|entry| entry.row).collect();
        let other = side(segment, real, !treated).count();
        if other > 0 { own } else { Vec::new() }
    };
    stack.segments.iter().flat_map(on_side).collect::<BTreeSet<usize>>().len()
}

fn side<'a>(segment: &'a Segment, real: &'a Schedule, treated: bool) -> impl Iterator<Item = &'a Entry> {
    segment.entries.iter().filter(move |entry| segment.side(real[entry.row]) == Some(treated))
}

/// How far the means before are apart, in standard deviations between people.
fn apart(stack: &Stack, real: &Schedule) -> f64 {
    let of = |segment: &Segment| {
        let before =
            |treated: bool| -> Vec<f64> { side(segment, real, treated).map(|entry| entry.before).collect() };
        let (free, treated) = (before(false), before(true));
        let all: Vec<f64> = free.iter().chain(&treated).copied().collect();
        let scale = deviation(&all);
        (scale > 0.0 && !free.is_empty() && !treated.is_empty())
            .then(|| (mean(&treated) - mean(&free)) / scale)
    };
    let found: Vec<f64> = stack.segments.iter().filter_map(of).collect();
    if found.is_empty() { 0.0 } else { mean(&found) }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    let free = (values.len() as f64 - 1.0).max(1.0);
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / free).sqrt()
}

/// Who is compared for one beginning.
struct Partners {
    rows: BTreeSet<usize>,
}

impl Partners {
    fn of(grid: &Grid, segment: &Segment, real: &Schedule) -> Self {
        let before: Vec<f64> = segment.entries.iter().map(|entry| entry.before).collect();
        let scale = deviation(&before);
        let recent = |row: usize| {
            let touched = segment.begin.touched;
            mean_before(&grid.rows[row].values, touched.saturating_sub(RECENT)..touched)
        };
        let mut rows = BTreeSet::new();
        for own in side(segment, real, true) {
            let near = |other: &Entry| {
                let level = (own.before - other.before).abs();
                let late =
                    recent(own.row).zip(recent(other.row)).map_or(0.0, |(one, other)| (one - other).abs());
                let other_group = grid.rows[own.row].stratum != grid.rows[other.row].stratum;
                (level <= APART_MAX * scale).then_some((other_group, level + 0.5 * late, other.row))
            };
            let mut near: Vec<(bool, f64, usize)> = side(segment, real, false).filter_map(near).collect();
            near.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
            if !near.is_empty() {
                rows.insert(own.row);
            }
            rows.extend(near.iter().take(NEAREST).map(|(.., row)| *row));
        }
        Self { rows }
    }
}

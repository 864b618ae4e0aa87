//! The series for the picture: those who take part, what they would have been without, and those who are compared; and the single
//! differences of each beginning in each month.
use super::answer::{GroupTime, Point};
use super::draws::Schedule;
use super::grid::{Grid, Row, mean_before};
use super::line::Shape;
use super::series::{Interrupted, Series};
use super::stack::{Entry, Segment, Stack};
use crate::diagnose::finding::rounded;

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Months from the first that is compared with. `slope` is the part of a difference before that stays.
pub fn compared(grid: &Grid, slope: f64) -> Vec<Point> {
    let Some(first) = grid.begins().first().copied() else { return Vec::new() };
    let before = |row: &Row| mean_before(&row.values, grid.window(first));
    let known: Vec<(&Row, f64)> = grid.rows.iter().filter_map(|row| Some((row, before(row)?))).collect();
    let point = |month: usize| {
        let value = |row: &Row| row.values.get(month).copied().flatten();
        let free = |row: &Row| row.begin.is_none_or(|begin| month < begin.touched);
        let takes = |row: &Row| row.begin.is_some();
        // Before it begins anywhere, those who will take part are held against those who never do.
        let others = |row: &Row| if month < first.touched { !takes(row) } else { free(row) };
        let side: Vec<(f64, f64)> = known
            .iter()
            .filter(|(row, _)| others(row))
            .filter_map(|(row, own)| Some((value(row)?, *own)))
            .collect();
        let usual = mean(&side.iter().map(|(value, own)| value - slope * own).collect::<Vec<_>>());
        let treated: Vec<(f64, Option<f64>)> = known
            .iter()
            .filter(|(row, _)| takes(row))
            .filter_map(|(row, own)| {
                let value = value(row)?;
                let begun = month < first.touched || !free(row);
                Some((value, if begun { usual.map(|usual| usual + slope * own) } else { Some(value) }))
            })
            .collect();
        let without: Option<Vec<f64>> = treated.iter().map(|(_, without)| *without).collect();
        Point {
            month: grid.month(month),
            treated: mean(&treated.iter().map(|(value, _)| *value).collect::<Vec<_>>()).map(rounded),
            without: without.and_then(|without| mean(&without)).map(rounded),
            compared: mean(&side.iter().map(|(value, _)| *value).collect::<Vec<_>>()).map(rounded),
            counts: grid.rows.iter().filter_map(|row| row.begin).any(|begin| month >= begin.counted),
        }
    };
    (grid.window(first).start..grid.until).map(point).collect()
}

/// Months of a series with the forecast of the reading that counts.
pub fn interrupted(grid: &Grid, series: &Series, shapes: &[Interrupted], shape: Shape) -> Vec<Point> {
    let forecast = shapes.iter().find(|found| found.shape == shape).map(|found| found.forecast.as_slice());
    let point = |(month, value): &(usize, f64), without: Option<f64>, counts: bool| Point {
        month: grid.month(*month),
        treated: Some(rounded(*value)),
        without: without.map(rounded),
        compared: None,
        counts,
    };
    let before = series.before.iter().map(|entry| point(entry, None, false));
    let after = series.after.iter().enumerate();
    let after =
        after.map(|(at, entry)| point(entry, forecast.and_then(|forecast| forecast.get(at)).copied(), true));
    before.chain(after).collect()
}

/// Every beginning in every month that counts.
pub fn group_times(grid: &Grid, real: &Schedule, slope: f64) -> Vec<GroupTime> {
    let stack = Stack::new(grid);
    let one = |segment: &Segment, month: usize| {
        let value = |entry: &Entry| {
            Some(grid.rows[entry.row].values.get(month).copied().flatten()? - slope * entry.before)
        };
        let side = |treated: bool| -> Vec<f64> {
            let own = segment.entries.iter().filter(|entry| segment.side(real[entry.row]) == Some(treated));
            own.filter_map(value).collect()
        };
        let (treated, free) = (side(true), side(false));
        Some(GroupTime {
            begin: grid.month(segment.begin.counted),
            month: grid.month(month),
            treated: treated.len(),
            compared: free.len(),
            effect: rounded(mean(&treated)? - mean(&free)?),
        })
    };
    let of = |segment: &Segment| {
        segment.months.iter().filter_map(|month| one(segment, *month)).collect::<Vec<_>>()
    };
    stack.segments.iter().flat_map(of).collect()
}

//! Which method the data allow, and what is missing where they allow none.
use super::alike::rows;
use super::chance::Ways;
use super::compared::{Read, readings};
use super::draws::{Schedule, draws};
use super::grid::{BEFORE_MIN, Grid, mean_before};
use super::line::Shape;
use super::look::Look;
use super::series::{BEFORE_SERIES_MIN, Interrupted, Series, interrupted, series};
use super::stack::{Reading, Stack};
use crate::simulate::{Stopped, Watch};
use tandem_core::interventions::{Compared, Intervention};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Beside people for whom it had not begun.
    Compared(Vec<Read>),
    /// Before and after.
    Series(Series, Vec<Interrupted>),
    /// Nothing.
    Missing(Missing),
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No month that counts is over.
    NotBegun,
    /// The outcome is not known of those who take part.
    Outcome,
    /// Too few people on a side.
    People,
    /// Too few months before, to compare people.
    MonthsBefore,
    /// Too few months before, for a series.
    MonthsBeforeSeries,
    /// Nobody is left to compare with, and there is no single beginning.
    Steps,
}

/// Fewest people on a side.
pub const SIDE_MIN: usize = 3;

/// What is missing for any method; nothing where one is possible.
pub fn missing(of: &Intervention, grid: &Grid, look: &Look) -> Option<Missing> {
    if look.counted == 0 {
        return Some(Missing::NotBegun);
    }
    match compares(grid, look) {
        Ok(()) => None,
        Err(missing) => match series_of(of, grid) {
            Ok(_) => None,
            Err(other) => Some(other.unwrap_or(missing)),
        },
    }
}

/// Whether people can be compared.
fn compares(grid: &Grid, look: &Look) -> Result<(), Missing> {
    let real: Schedule = grid.rows.iter().map(|row| row.begin).collect();
    let stack = Stack::new(grid);
    let begin = grid.begins().first().copied().ok_or(Missing::Outcome)?;
    if begin.touched < BEFORE_MIN {
        return Err(Missing::MonthsBefore);
    }
    let takes_part = grid.rows.iter().filter(|row| row.begin.is_some());
    let knows = |row: &&super::grid::Row| {
        let counted = row.values.iter().skip(row.begin.map_or(0, |begin| begin.counted));
        row.begin.is_some_and(|begin| {
            mean_before(&row.values, grid.window(begin)).is_some() || row.locked.is_some()
        }) && counted.flatten().next().is_some()
    };
    if takes_part.filter(knows).count() == 0 {
        return Err(Missing::Outcome);
    }
    let (treated, compared) = (rows(&stack, &real, true), rows(&stack, &real, false));
    if treated < SIDE_MIN || compared < SIDE_MIN {
        return Err(Missing::People);
    }
    // Where the end allows no claim at all, looking is in vain.
    let possible = Ways::Schedules(draws(grid, 0)).p_least() <= look.level_end;
    if possible { Ok(()) } else { Err(Missing::People) }
}

/// The series, where everybody who takes part begins at once and nobody can be compared; what a series would miss, or nothing where it is
/// no question of a series.
fn series_of(of: &Intervention, grid: &Grid) -> Result<Series, Option<Missing>> {
    let alone = of.compared == Compared::Nobody || grid.rows.iter().all(|row| row.begin.is_some());
    if !alone {
        return Err(None);
    }
    if grid.begins().len() != 1 {
        return Err(Some(Missing::Steps));
    }
    let series = series(grid).filter(|series| series.people > 0 && !series.after.is_empty());
    let series = series.ok_or(Some(Missing::Outcome))?;
    if series.people < SIDE_MIN {
        return Err(Some(Missing::People));
    }
    if series.before.len() < BEFORE_SERIES_MIN {
        return Err(Some(Missing::MonthsBeforeSeries));
    }
    Ok(series)
}

/// Looks by the method that the data allow.
///
/// # Errors
/// [`Stopped`] where it was cancelled.
pub fn found(
    of: &Intervention,
    grid: &Grid,
    look: &Look,
    seed: u64,
    watch: &Watch,
) -> Result<Found, Stopped> {
    if let Some(missing) = missing(of, grid, look) {
        return Ok(Found::Missing(missing));
    }
    if compares(grid, look).is_ok() {
        let reads = readings(grid, of.assigned, look.level, seed, watch)?;
        return Ok(if reads.is_empty() { Found::Missing(Missing::Outcome) } else { Found::Compared(reads) });
    }
    let Ok(series) = series_of(of, grid) else { return Ok(Found::Missing(Missing::People)) };
    let shapes = interrupted(&series, grid.from, look.level, seed, watch)?;
    // One shape alone is no answer: both must agree.
    if shapes.len() < 2 {
        return Ok(Found::Missing(Missing::MonthsBeforeSeries));
    }
    Ok(Found::Series(series, shapes))
}

impl Found {
    /// The part of a difference before that stays, in a reading.
    pub fn slope(&self, reading: usize) -> f64 {
        match self {
            Self::Compared(reads) => reads.get(reading).map_or(1.0, |read| read.tested.estimate.slope),
            _ => 1.0,
        }
    }

    /// People, or groups, on the two sides.
    pub fn sides(&self, grid: &Grid) -> (usize, usize) {
        let real: Schedule = grid.rows.iter().map(|row| row.begin).collect();
        match self {
            Self::Series(series, _) => (series.people, 0),
            _ => {
                let stack = Stack::new(grid);
                (rows(&stack, &real, true), rows(&stack, &real, false))
            }
        }
    }

    /// Months before that are known.
    pub fn months_before(&self, grid: &Grid) -> usize {
        match self {
            Self::Series(series, _) => series.before.len(),
            Self::Missing(Missing::MonthsBeforeSeries) => {
                grid.begins().first().map_or(0, |begin| begin.touched)
            }
            _ => grid.begins().first().map_or(0, |begin| grid.window(*begin).len()),
        }
    }
}

impl Read {
    /// The word in data.
    pub fn name(&self) -> &'static str {
        match (self.reading, self.alike) {
            (Reading::Change, _) => "change",
            (Reading::Alike, Some(_)) => "alike",
            (Reading::Alike, None) => "drawn",
        }
    }
}

impl Interrupted {
    /// The word in data.
    pub fn name(&self) -> &'static str {
        match self.shape {
            Shape::Straight => "straight",
            Shape::Bent => "bent",
        }
    }
}

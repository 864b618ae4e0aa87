//! Placebo checks: the same comparison where there is nothing to find, in months before it began and among people whom it never touched.
use super::answer::{Placebo, Untouched};
use super::chance::{Chance, Ways};
use super::draws::{Schedule, draws};
use super::grid::{BEFORE_MIN, Begin, Grid};
use super::series::{BEFORE_SERIES_MIN, Series, interrupted};
use super::stack::{Reading, Stack};
use crate::diagnose::random::Random;
use crate::simulate::{Stopped, Watch};

const STREAM: u64 = 31;
/// Earlier beginnings that are tried, at most.
const DATES_MAX: usize = 3;
const MONTHS_MAX: usize = 6;
const HALVES: usize = 400;
const UNTOUCHED_MIN: usize = 6;

/// Pretends that it began earlier, once, twice and three times the length of what counts. The nearest comes first.
pub fn earlier(grid: &Grid, reading: Reading, seed: u64) -> Vec<Placebo> {
    let Some(first) = grid.begins().first().copied() else { return Vec::new() };
    let counted = grid.until.saturating_sub(first.counted);
    // Half of the months before stay for comparison.
    let length = counted.min(MONTHS_MAX).min(first.touched / 2);
    let mut found = Vec::new();
    for step in 1..=DATES_MAX {
        let months = step * length;
        if length == 0 || first.touched < months + BEFORE_MIN {
            break;
        }
        let pretended = pretended(grid, months, length);
        let stack = Stack::new(&pretended);
        let real: Schedule = pretended.rows.iter().map(|row| row.begin).collect();
        let ways = Ways::Schedules(draws(&pretended, seed));
        let chance = Chance { stack: &stack, real: &real, reading, ways: &ways };
        let Some(estimate) = chance.estimate() else { break };
        found.push(Placebo {
            months_earlier: months,
            estimate: estimate.effect,
            p_value: chance.p_value(0.0),
        });
    }
    found
}

/// The grid as if everybody had begun so many months earlier, and as if nothing were known of them from `length` months after that.
fn pretended(grid: &Grid, months: usize, length: usize) -> Grid {
    let mut pretended = grid.clone();
    for row in &mut pretended.rows {
        row.locked = None;
        if let Some(begin) = row.begin {
            let touched = begin.touched.saturating_sub(months);
            row.begin = Some(Begin { touched, counted: touched });
            row.values.truncate(touched + length);
        }
    }
    pretended.until =
        pretended.rows.iter().filter_map(|row| row.begin).map(|b| b.touched + length).max().unwrap_or(0);
    pretended
}

/// Splits those whom it never touched into random halves, as if one of them had begun first.
pub fn untouched(grid: &Grid, real: &Schedule, reading: Reading, seen: f64, seed: u64) -> Option<Untouched> {
    let first = *grid.begins().first()?;
    let mut never = grid.clone();
    never.rows.retain(|row| row.begin.is_none());
    let people = never.rows.len();
    if people < UNTOUCHED_MIN || real.iter().all(Option::is_none) {
        return None;
    }
    // The window after must be there although nobody of them begins.
    never.rows[0].begin = Some(first);
    let stack = Stack::new(&never);
    let mut random = Random::new(seed, STREAM);
    let mut order: Vec<usize> = (0..people).collect();
    let mut larger = 0;
    for _ in 0..HALVES {
        for place in (1..people).rev() {
            order.swap(place, random.index(place + 1));
        }
        let mut schedule: Schedule = vec![None; people];
        order.iter().take(people / 2).for_each(|row| schedule[*row] = Some(first));
        let found = stack.estimate(&schedule, 0.0, reading);
        larger += usize::from(found.is_some_and(|found| (found.effect / found.error).abs() >= seen.abs()));
    }
    Some(Untouched { people, draws: HALVES, larger: larger as f64 / HALVES as f64 })
}

/// The same for a series: as many months are forecast from fewer months before.
///
/// # Errors
/// [`Stopped`] where it was cancelled.
pub fn earlier_series(
    series: &Series,
    grid: &Grid,
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Placebo>, Stopped> {
    let length = series.after.len().min(MONTHS_MAX);
    let mut found = Vec::new();
    for step in 1..=DATES_MAX {
        let Some(keep) = series.before.len().checked_sub(step * length) else { break };
        if length == 0 || keep < BEFORE_SERIES_MIN {
            break;
        }
        let (before, rest) = series.before.split_at(keep);
        let after = rest.iter().take(length).copied().collect();
        let pretended = Series { before: before.to_vec(), after, people: series.people };
        let shapes = interrupted(&pretended, grid.from, 0.05, seed, watch)?;
        let Some(least) = shapes.iter().max_by(|one, other| one.p_value.total_cmp(&other.p_value)) else {
            break;
        };
        found.push(Placebo { months_earlier: step * length, estimate: least.effect, p_value: least.p_value });
    }
    Ok(found)
}

//! The whole answer: which method the data allow, what it finds, what the placebos say, and the verdict with its reasons.
use super::answer::{Effect, GroupTime, Method, Placebo, Point, ReadingView, Untouched};
use super::draws::Schedule;
use super::grid::Grid;
use super::groups::whole_groups;
use super::look::Look;
use super::method::{Found, Missing, found};
use super::reasons::{self, Circumstance};
use super::stack::Reading;
use super::verdict::{Circumstances, Said, verdict};
use super::{picture, placebo};
use crate::diagnose::finding::{LEVEL, rounded};
use crate::diagnose::student;
use crate::simulate::{Stopped, Watch};
use tandem_core::interventions::{Assigned, Intervention, Panel, Verdict};
use tandem_core::subscriptions::Month;

/// About how often progress is told.
pub const STEPS: usize = 60;

/// Estimates the effect of an intervention as it is known at the end of `as_of`. The same input and seed give the same answer. `watch`
/// is told of each step and can end the work; its threads are not used.
///
/// # Errors
/// [`Stopped`] where it was cancelled.
pub fn effect(
    of: &Intervention,
    panel: &Panel,
    as_of: Month,
    seed: u64,
    watch: &Watch,
) -> Result<Effect, Stopped> {
    let mut people = Grid::new(of, panel, as_of);
    let changed = people.lock(of);
    let groups = whole_groups(&people);
    let are_groups = groups.is_some();
    let grid = groups.unwrap_or(people);
    let look = Look::of(&grid, LEVEL);
    let found = found(of, &grid, &look, seed, watch)?;
    let checks = checks(of, &grid, &found, seed, watch)?;
    let circumstance = Circumstance { of, grid: &grid, look, are_groups, changed };
    Ok(answer(&circumstance, &found, checks, as_of))
}

struct Checks {
    placebos: Vec<Placebo>,
    untouched: Option<Untouched>,
}

fn checks(
    of: &Intervention,
    grid: &Grid,
    found: &Found,
    seed: u64,
    watch: &Watch,
) -> Result<Checks, Stopped> {
    let real: Schedule = grid.rows.iter().map(|row| row.begin).collect();
    Ok(match found {
        Found::Compared(reads) => {
            let reading = if of.assigned == Assigned::Drawn { Reading::Alike } else { Reading::Change };
            let seen =
                reads.first().map_or(0.0, |read| read.tested.estimate.effect / read.tested.estimate.error);
            Checks {
                placebos: placebo::earlier(grid, reading, seed.wrapping_add(1)),
                untouched: placebo::untouched(grid, &real, reading, seen, seed.wrapping_add(2)),
            }
        }
        Found::Series(series, _) => Checks {
            placebos: placebo::earlier_series(series, grid, seed.wrapping_add(1), watch)?,
            untouched: None,
        },
        Found::Missing(_) => Checks { placebos: Vec::new(), untouched: None },
    })
}

/// A placebo that finds something with this chance by chance is believed.
const PLACEBO_LEVEL: f64 = 0.05;

fn answer(circumstance: &Circumstance, found: &Found, checks: Checks, as_of: Month) -> Effect {
    let Circumstance { of, grid, look, .. } = circumstance;
    let views = views(found);
    let said: Vec<Said> = views.iter().map(|view| said(view, of.outcome.sign())).collect();
    let drawn = of.assigned == Assigned::Drawn && matches!(found, Found::Compared(_));
    let placebo_found =
        !drawn && checks.placebos.first().is_some_and(|placebo| placebo.p_value <= PLACEBO_LEVEL);
    let circumstances = Circumstances {
        expected: of.expected.abs(),
        level: look.level,
        is_final: look.is_final,
        placebo_found,
    };
    let (verdict, code) = verdict(&said, circumstances);
    // The less favourable reading is the one that is told; the interval holds all.
    let told = (0..said.len()).min_by(|one, other| said[*one].estimate.total_cmp(&said[*other].estimate));
    let all = |of: fn(&ReadingView) -> Option<f64>| views.iter().map(of).collect::<Option<Vec<f64>>>();
    let detectable = views.iter().map(|view| detectable(view, look.level_end, found)).reduce(f64::max);
    let (treated, compared) = found.sides(grid);
    let mut effect = Effect {
        name: of.name.clone(),
        outcome: of.outcome,
        as_of,
        is_final: look.is_final,
        verdict,
        method: method(found, grid),
        expected: of.expected,
        estimate: told.map(|told| views[told].estimate),
        low: all(|view| view.low).and_then(|lows| lows.into_iter().reduce(f64::min)),
        high: all(|view| view.high).and_then(|highs| highs.into_iter().reduce(f64::max)),
        level: rounded(look.level),
        p_value: views.iter().map(|view| view.p_value).reduce(f64::max),
        detectable: detectable.map(rounded),
        treated,
        compared,
        months_before: found.months_before(grid),
        months_counted: look.counted,
        months_all: look.all,
        readings: views,
        placebos: checks.placebos.iter().map(|placebo| shown(*placebo)).collect(),
        untouched: checks.untouched,
        group_times: Vec::new(),
        picture: Vec::new(),
        because: Vec::new(),
        next: Vec::new(),
    };
    (effect.picture, effect.group_times) = pictures(found, grid, told);
    effect.because = reasons::because(circumstance, found, &effect, code);
    effect.next = reasons::next(circumstance, &effect, code);
    effect
}

fn method(found: &Found, grid: &Grid) -> Method {
    match found {
        Found::Compared(_) if grid.begins().len() > 1 => Method::Staggered,
        Found::Compared(_) => Method::Compared,
        Found::Series(..) => Method::Series,
        Found::Missing(_) => Method::NotEnoughData,
    }
}

fn pictures(found: &Found, grid: &Grid, told: Option<usize>) -> (Vec<Point>, Vec<GroupTime>) {
    let real: Schedule = grid.rows.iter().map(|row| row.begin).collect();
    let slope = told.map_or(1.0, |told| found.slope(told));
    match found {
        Found::Compared(_) => (picture::compared(grid, slope), picture::group_times(grid, &real, slope)),
        Found::Series(series, shapes) => {
            let shape = told.and_then(|told| shapes.get(told)).map(|found| found.shape);
            let points = shape.map(|shape| picture::interrupted(grid, series, shapes, shape));
            (points.unwrap_or_default(), Vec::new())
        }
        Found::Missing(_) => (picture::compared(grid, slope), Vec::new()),
    }
}

fn shown(placebo: Placebo) -> Placebo {
    Placebo { estimate: rounded(placebo.estimate), p_value: rounded(placebo.p_value), ..placebo }
}

fn said(view: &ReadingView, sign: f64) -> Said {
    let (low, high) = (view.low.unwrap_or(f64::NEG_INFINITY), view.high.unwrap_or(f64::INFINITY));
    let (low, high) = if sign > 0.0 { (low, high) } else { (-high, -low) };
    Said { estimate: sign * view.estimate, low, high, p_value: view.p_value }
}

fn views(found: &Found) -> Vec<ReadingView> {
    let bound = |value: f64| value.is_finite().then(|| rounded(value));
    let view = |reading, estimate, error, p_value, low, high, compared| ReadingView {
        reading,
        estimate: rounded(estimate),
        low: bound(low),
        high: bound(high),
        p_value: rounded(p_value),
        error: rounded(error),
        compared,
    };
    match found {
        Found::Compared(reads) => reads
            .iter()
            .map(|read| {
                let (tested, estimate) = (&read.tested, &read.tested.estimate);
                let compared = read.alike.map_or(0, |alike| alike.compared);
                view(
                    read.name(),
                    estimate.effect,
                    estimate.error,
                    tested.p_value,
                    tested.low,
                    tested.high,
                    compared,
                )
            })
            .collect(),
        Found::Series(_, shapes) => shapes
            .iter()
            .map(|found| {
                view(found.name(), found.effect, found.error, found.p_value, found.low, found.high, 0)
            })
            .collect(),
        Found::Missing(_) => Vec::new(),
    }
}

/// What would be found four times out of five: the reach of the test and .8 of a normal beyond it, both in standard errors.
fn detectable(view: &ReadingView, level: f64, found: &Found) -> f64 {
    let free = match found {
        Found::Compared(reads) => {
            reads.iter().map(|read| read.people).min().unwrap_or(4).saturating_sub(2).max(1)
        }
        Found::Series(series, _) => series.before.len().saturating_sub(14).max(1),
        Found::Missing(_) => 1,
    } as f64;
    (student::quantile(1.0 - level / 2.0, free) + student::quantile(0.8, free)) * view.error
}

/// Whether a verdict opens the question of splitting the role.
pub fn opens_splitting(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Partly | Verdict::DidNot)
}

/// What is missing, for those who ask before anything is estimated.
pub fn missing(of: &Intervention, panel: &Panel, as_of: Month) -> Option<Missing> {
    let people = Grid::new(of, panel, as_of);
    let grid = whole_groups(&people).unwrap_or(people);
    super::method::missing(of, &grid, &Look::of(&grid, LEVEL))
}

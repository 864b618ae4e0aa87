//! What a handoff changed: units that passed on against like units that did not, each from the day before the transfer to a day after it. A matched
//! difference in differences: the difference over time of a unit, less that of up to five units of the same segment and course and of like size
//! over the same days. Being alike in what is known does not make units alike in what is not: whoever reads it is told so.
use super::outcome::{OutcomeAt, UNITS_MIN};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A unit as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Its customer: units of one are not held against each other.
    pub customer: i64,
    /// The customer's segment.
    pub segment: Option<String>,
    /// First days of new ownerships through handoffs.
    pub passed: Vec<NaiveDate>,
}

/// A mean difference with its 95 % interval, in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Difference {
    pub bp: i64,
    pub low_bp: i64,
    pub high_bp: i64,
}

/// What handoffs changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Matched {
    /// Too few that passed on, or too few like them, to say anything.
    NotEnoughData {
        /// Units that passed on and have like units.
        units: u32,
        /// Like units that did not, each counted once.
        compared: u32,
    },
    /// Enough.
    Known {
        /// Units that passed on and have like units.
        units: u32,
        /// Units that passed on and have none, and do not count here.
        without: u32,
        /// Like units that did not, each counted once.
        compared: u32,
        /// Of the recurring revenue, in hundredths of a percent of that before.
        revenue: Difference,
        /// Of the share that still has any.
        still_there: Difference,
    },
}

/// Like units per unit.
const LIKE_MAX: usize = 5;
/// How much larger or smaller a like unit may be.
const SIZE_TIMES_MAX: f64 = 2.0;
/// From what change on a course is no longer steady.
const STEADY: f64 = 0.02;
/// A single unit counts with at most this growth, so that one tiny customer does not decide.
const GROWTH_MAX: f64 = 2.0;
/// Days before and after within which a unit that passed on itself is not held against another.
const APART_DAYS: u64 = 365;

/// How a unit came to the day before the transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Course {
    New,
    Shrunk,
    Steady,
    Grown,
}

/// A unit that passed on with its like units: the outcome of each.
struct Set {
    own: [f64; 2],
    like: Vec<(usize, [f64; 2])>,
}

/// Compares at one time after the transfer. `passed` are places in `units` with the days of their transfers; `revenue` is the annual recurring revenue of
/// a unit on a day, in minor units of one currency, none where it is not known; `today` is the last day that is known.
pub fn matched(
    units: &[Compared],
    passed: &[(usize, NaiveDate)],
    at: OutcomeAt,
    today: NaiveDate,
    revenue: impl Fn(usize, NaiveDate) -> Option<i64>,
) -> Matched {
    let mut sets = Vec::new();
    let mut without = 0;
    for (place, on) in passed {
        let Some(window) = Window::of(*on, at, today) else { continue };
        let Some((own, size, course)) = window.read(*place, &revenue) else { continue };
        let like = like(units, *place, &window, size, course, &revenue);
        if like.is_empty() {
            without += 1;
        } else {
            sets.push(Set { own, like });
        }
    }
    let compared: BTreeSet<usize> =
        sets.iter().flat_map(|set| set.like.iter().map(|(place, _)| *place)).collect();
    let (count, others) = (number(sets.len()), number(compared.len()));
    if count < UNITS_MIN || others < UNITS_MIN {
        return Matched::NotEnoughData { units: count, compared: others };
    }
    let (revenue, still_there) = (difference(&sets, 0), difference(&sets, 1));
    Matched::Known { units: count, without, compared: others, revenue, still_there }
}

/// The days that are looked at.
struct Window {
    on: NaiveDate,
    earlier: NaiveDate,
    before: NaiveDate,
    then: NaiveDate,
}

impl Window {
    fn of(on: NaiveDate, at: OutcomeAt, today: NaiveDate) -> Option<Self> {
        let before = on.pred_opt()?;
        let then = on.checked_add_days(Days::new(at.days())).filter(|day| *day <= today)?;
        Some(Self { on, earlier: before.checked_sub_days(Days::new(at.days()))?, before, then })
    }

    /// Outcomes, revenue before and course; none where the unit had no revenue before.
    fn read(
        &self,
        place: usize,
        revenue: impl Fn(usize, NaiveDate) -> Option<i64>,
    ) -> Option<([f64; 2], f64, Course)> {
        let size = revenue(place, self.before).filter(|minor| *minor > 0)? as f64;
        let (earlier, then) = (revenue(place, self.earlier)? as f64, revenue(place, self.then)? as f64);
        let course = match earlier {
            0.0 => Course::New,
            earlier if size > earlier * (1.0 + STEADY) => Course::Grown,
            earlier if size < earlier * (1.0 - STEADY) => Course::Shrunk,
            _ => Course::Steady,
        };
        let growth = ((then - size) / size).min(GROWTH_MAX);
        Some(([growth, f64::from(u8::from(then > 0.0))], size, course))
    }

    /// Whether a unit passed on itself about then.
    fn touches(&self, unit: &Compared) -> bool {
        let first = self.on.checked_sub_days(Days::new(APART_DAYS)).unwrap_or(NaiveDate::MIN);
        unit.passed.iter().any(|day| (first..=self.then).contains(day))
    }
}

/// The units most alike in size, of those of the same segment and course.
fn like(
    units: &[Compared],
    place: usize,
    window: &Window,
    size: f64,
    course: Course,
    revenue: impl Fn(usize, NaiveDate) -> Option<i64>,
) -> Vec<(usize, [f64; 2])> {
    let own = &units[place];
    let mut found: Vec<(f64, usize, [f64; 2])> = Vec::new();
    for (other, unit) in units.iter().enumerate() {
        if unit.customer == own.customer || unit.segment != own.segment || window.touches(unit) {
            continue;
        }
        let Some((outcome, other_size, other_course)) = window.read(other, &revenue) else { continue };
        let apart = (other_size / size).ln().abs();
        if other_course == course && apart <= SIZE_TIMES_MAX.ln() {
            found.push((apart, other, outcome));
        }
    }
    found.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    found.into_iter().take(LIKE_MAX).map(|(_, place, outcome)| (place, outcome)).collect()
}

/// The mean over the sets. Its variance has a part for the units that passed on and one for the like units, which counts those twice that stand in
/// several sets; both rather too large than too small.
fn difference(sets: &[Set], which: usize) -> Difference {
    let n = sets.len() as f64;
    let mut shares: BTreeMap<usize, f64> = BTreeMap::new();
    let (mut apart, mut within, mut spare) = (Vec::with_capacity(sets.len()), 0.0, 0.0);
    for set in sets {
        let count = set.like.len() as f64;
        let mean = set.like.iter().map(|(_, outcome)| outcome[which]).sum::<f64>() / count;
        apart.push(set.own[which] - mean);
        within += set.like.iter().map(|(_, outcome)| (outcome[which] - mean).powi(2)).sum::<f64>();
        spare += count - 1.0;
        for (place, _) in &set.like {
            *shares.entry(*place).or_default() += 1.0 / (n * count);
        }
    }
    let mean = apart.iter().sum::<f64>() / n;
    let own = apart.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (n - 1.0) / n;
    let like = if spare > 0.0 { within / spare } else { 0.0 };
    let like = like * shares.values().map(|share| share * share).sum::<f64>();
    let half = student(n - 1.0) * (own + like).sqrt();
    Difference { bp: bp(mean), low_bp: bp(mean - half), high_bp: bp(mean + half) }
}

/// What 95 % of Student's distribution lie within (Cornish and Fisher 1938), for 9 degrees of freedom and more.
fn student(freedom: f64) -> f64 {
    let z = 1.959_963_984_540_054_f64;
    let second = (z.powi(3) + z) / (4.0 * freedom);
    z + second + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * freedom * freedom)
}

#[expect(clippy::cast_possible_truncation, reason = "growth is bounded, its hundredths of a percent fit")]
fn bp(share: f64) -> i64 {
    (share * 10_000.0).round() as i64
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

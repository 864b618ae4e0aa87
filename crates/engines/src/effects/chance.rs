//! How often chance alone shows so much: what is seen is held against the same people under other schedules (randomisation inference),
//! or against the same schedule with the people's deviations turned round (wild cluster bootstrap with the null imposed). Both make their
//! own distribution of the studentised effect, so that few people are no reason for false certainty.
use super::draws::{Draws, Schedule};
use super::null::Null;
use super::stack::{Estimate, Reading, Stack};
use crate::diagnose::random::Random;
use crate::simulate::{Stopped, Watch};
use std::sync::atomic::Ordering;

/// An effect with what chance makes of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    /// The effect and its error.
    pub estimate: Estimate,
    /// Two-sided: the chance of so large an effect on either side if there were none.
    pub p_value: f64,
    /// The interval of the level.
    pub low: f64,
    /// The interval of the level.
    pub high: f64,
    /// The smallest p-value that so few people allow.
    pub p_least: f64,
    /// Schedules or turns that were looked at.
    pub ways: usize,
}

/// What is tested, and how chance is imitated.
pub struct Chance<'a> {
    /// What is compared.
    pub stack: &'a Stack,
    /// Who really begins when.
    pub real: &'a Schedule,
    /// How the outcome is freed of what was before.
    pub reading: Reading,
    /// How chance is imitated.
    pub ways: &'a Ways,
}

/// How chance is imitated.
pub enum Ways {
    /// Other people could have been picked.
    Schedules(Draws),
    /// The people's deviations could have had the other sign.
    Turns {
        /// Signs of the people.
        turns: Vec<Vec<bool>>,
        /// Whether they are all there are.
        all: bool,
    },
}

/// With so few people all turns are looked at.
const ALL_TURNS_MAX: usize = 10;
const DRAWN_TURNS: usize = 1_999;
const STREAM: u64 = 12;

impl Ways {
    /// Turned deviations of everybody in a stack.
    pub fn turns(stack: &Stack, seed: u64) -> Self {
        let mut random = Random::new(seed, STREAM);
        let mut present = vec![false; stack.rows];
        stack
            .segments
            .iter()
            .flat_map(|segment| &segment.entries)
            .for_each(|entry| present[entry.row] = true);
        let people: Vec<usize> = (0..stack.rows).filter(|row| present[*row]).collect();
        let all = people.len() <= ALL_TURNS_MAX;
        let count = if all { 1 << people.len() } else { DRAWN_TURNS };
        let turn = |number: usize| {
            let mut turn = vec![false; stack.rows];
            for (at, row) in people.iter().enumerate() {
                turn[*row] = if all { number >> at & 1 == 1 } else { random.sign() > 0.0 };
            }
            turn
        };
        Self::Turns { turns: (0..count).map(turn).collect(), all }
    }

    fn count(&self) -> usize {
        match self {
            Self::Schedules(draws) => draws.schedules.len(),
            Self::Turns { turns, .. } => turns.len(),
        }
    }

    /// The smallest p-value there can be: where all ways are looked at the mirrored one counts too.
    pub fn p_least(&self) -> f64 {
        let (Self::Schedules(Draws { all, .. }) | Self::Turns { all, .. }) = self;
        let count = self.count() as f64;
        if *all { 2.0 / count } else { 1.0 / (count + 1.0) }
    }
}

impl Chance<'_> {
    /// The effect as it is.
    pub fn estimate(&self) -> Option<Estimate> {
        self.stack.estimate(self.real, 0.0, self.reading)
    }

    /// The chance of so large a deviation from `effect` on either side, if `effect` were the truth.
    pub fn p_value(&self, effect: f64) -> f64 {
        self.p_value_up_to(effect, 1.0)
    }

    /// The same where it is no larger than `level`; where it is, anything that is larger too, found sooner.
    fn p_value_up_to(&self, effect: f64, level: f64) -> f64 {
        match self.ways {
            Ways::Schedules(Draws { schedules, all }) => {
                let studentised = |schedule: &Schedule| {
                    let found = self.stack.estimate(schedule, effect, self.reading);
                    found.map(|found| (found.effect / found.error).abs())
                };
                let Some(seen) = studentised(self.real) else { return 1.0 };
                share(seen, schedules.iter().map(studentised), *all, level)
            }
            Ways::Turns { turns, all } => {
                let Some(seen) = self.estimate() else { return 1.0 };
                let null = Null::new(self.stack, self.real, self.reading, effect);
                let drawn = turns.iter().map(|turn| null.turned(turn));
                share((seen.effect - effect).abs() / seen.error, drawn, *all, level)
            }
        }
    }

    /// Tests and inverts the test: the interval holds every effect that is not refused at the level. Absent where nothing is compared.
    ///
    /// # Errors
    /// [`Stopped`] where it was cancelled.
    pub fn tested(&self, level: f64, watch: &Watch) -> Result<Option<Tested>, Stopped> {
        let Some(estimate) = self.estimate() else { return Ok(None) };
        let p_least = self.ways.p_least();
        let (low, high) = if p_least > level {
            (f64::NEG_INFINITY, f64::INFINITY)
        } else {
            (self.bound(&estimate, -1.0, level, watch)?, self.bound(&estimate, 1.0, level, watch)?)
        };
        let p_value = self.p_value(0.0);
        Ok(Some(Tested { p_value, low, high, p_least, ways: self.ways.count(), estimate }))
    }

    fn bound(&self, found: &Estimate, direction: f64, level: f64, watch: &Watch) -> Result<f64, Stopped> {
        let at = |errors: f64| found.effect + direction * errors * found.error;
        let refused = |errors: f64| -> Result<bool, Stopped> {
            (watch.progress)(1);
            if watch.cancel.load(Ordering::Relaxed) {
                return Err(Stopped::Cancelled);
            }
            Ok(self.p_value_up_to(at(errors), level) <= level)
        };
        let (mut inner, mut outer) = (0.0, 2.5);
        while !refused(outer)? {
            (inner, outer) = (outer, outer * 1.5);
            if outer > ERRORS_MAX {
                return Ok(direction * f64::INFINITY);
            }
        }
        for _ in 0..STEPS {
            let middle = (inner + outer) / 2.0;
            if refused(middle)? { outer = middle } else { inner = middle }
        }
        Ok(at(outer))
    }
}

/// Halvings of an interval's bound.
const STEPS: usize = 8;
/// Beyond so many standard errors a bound is none.
const ERRORS_MAX: f64 = 60.0;

/// The share that is as large as what is seen; ways without an answer count as larger. Counting ends where it must be above the level.
fn share(seen: f64, drawn: impl ExactSizeIterator<Item = Option<f64>>, all: bool, level: f64) -> f64 {
    let count = drawn.len();
    let of = |larger: usize| {
        if all { larger as f64 / count as f64 } else { (larger + 1) as f64 / (count + 1) as f64 }
    };
    let mut larger = 0;
    for value in drawn {
        larger += usize::from(value.is_none_or(|value| value >= seen * (1.0 - 1e-9)));
        if of(larger) > level {
            break;
        }
    }
    of(larger)
}

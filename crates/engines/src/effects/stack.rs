//! Comparisons of like with like: for each beginning, those for whom it began then beside those for whom it has not begun, in every month
//! that counts (Callaway and Sant'Anna's groups and months, never a comparison with people already changed by it).
use super::draws::Schedule;
use super::grid::{Begin, Grid, mean_before};

/// One person in months that are compared together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Which person.
    pub row: usize,
    /// The mean outcome of the months.
    pub value: f64,
    /// The part of the months for which the person has really begun: what an effect of one adds to `value`.
    pub value_moved: f64,
    /// The person's mean before.
    pub before: f64,
    /// What an effect of one adds to `before`.
    pub before_moved: f64,
}

/// Months after one beginning in which the same people are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The beginning.
    pub begin: Begin,
    /// The months.
    pub months: Vec<usize>,
    /// Everybody who is known in all of them and before.
    pub entries: Vec<Entry>,
}

/// All months that are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// By beginning and month.
    pub segments: Vec<Segment>,
    /// How many people.
    pub rows: usize,
}

/// How the outcome is freed of what was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The change of each person counts (difference in differences): right where people differ by something that stays.
    Change,
    /// The outcome counts, beside people who were alike before (a regression on the mean before): right where people were picked by what
    /// was seen of them, because what is extreme by chance does not stay.
    Alike,
}

/// What the comparisons say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Per person and month, averaged over the person-months that count.
    pub effect: f64,
    /// Its standard error, people being the independent pieces.
    pub error: f64,
    /// How much of a difference before stays a difference.
    pub slope: f64,
}

/// Fewest people who have not begun, in a comparison.
const FREE_MIN: usize = 2;

impl Segment {
    /// Whether a person with this beginning is treated, free, or neither here.
    pub fn side(&self, own: Option<Begin>) -> Option<bool> {
        match own {
            Some(own) if own == self.begin => Some(true),
            Some(own) => self.months.last().is_some_and(|month| *month < own.touched).then_some(false),
            None => Some(false),
        }
    }
}

impl Stack {
    /// Of a grid, in all months from each beginning on.
    pub fn new(grid: &Grid) -> Self {
        let begins = grid.begins();
        let first = begins.first().map(|begin| begin.touched);
        let mut segments = Vec::new();
        for begin in &begins {
            let before: Vec<Option<(f64, f64)>> =
                (0..grid.rows.len()).map(|row| before(grid, row, *begin, first)).collect();
            // Months are compared together while nobody begins and the same people are known.
            let alike = |one: usize, other: usize| {
                let nobody_begins = !begins.iter().any(|begin| (one + 1..=other).contains(&begin.touched));
                let known = |month: usize, row: usize| value(grid, row, month).is_some();
                nobody_begins && (0..grid.rows.len()).all(|row| known(one, row) == known(other, row))
            };
            let mut runs: Vec<Vec<usize>> = Vec::new();
            for month in begin.counted..grid.until {
                match runs.last_mut() {
                    Some(months) if months.last().is_some_and(|last| alike(*last, month)) => {
                        months.push(month)
                    }
                    _ => runs.push(vec![month]),
                }
            }
            segments.extend(runs.into_iter().map(|months| segment(grid, *begin, months, &before)));
        }
        Self { segments, rows: grid.rows.len() }
    }

    /// The same with some people only.
    pub fn keeping(&self, keep: impl Fn(&Segment, usize) -> bool) -> Self {
        let kept = |segment: &Segment| Segment {
            entries: segment.entries.iter().filter(|entry| keep(segment, entry.row)).copied().collect(),
            ..segment.clone()
        };
        Self { segments: self.segments.iter().map(kept).collect(), rows: self.rows }
    }

    /// The effect under a schedule, with values as they would be had everything been less by `effect` for those who really began.
    pub fn estimate(&self, schedule: &Schedule, effect: f64, reading: Reading) -> Option<Estimate> {
        let read = |entry: &Entry, _: usize| {
            (entry.value - effect * entry.value_moved, entry.before - effect * entry.before_moved)
        };
        self.estimate_of(schedule, reading, read)
    }

    /// The effect of any values: `read` gives value and mean before of an entry, with its number among all entries.
    pub fn estimate_of(
        &self,
        schedule: &Schedule,
        reading: Reading,
        read: impl Fn(&Entry, usize) -> (f64, f64),
    ) -> Option<Estimate> {
        let sides = self.sides(schedule, &read);
        let all: f64 = sides.iter().flatten().map(|[_, treated]| treated.weight).sum();
        if all == 0.0 {
            return None;
        }
        let (slope, square) = self.slope(schedule, reading, &sides, &read);
        let (mut effect, mut apart_before) = (0.0, 0.0);
        for [free, treated] in sides.iter().flatten() {
            let ((value, before), (value_free, before_free)) = (treated.means(), free.means());
            effect += treated.weight / all * (value - value_free - slope * (before - before_free));
            apart_before += treated.weight / all * (before - before_free);
        }
        // What each person contributes to the effect's scatter.
        let mut parts: Vec<(f64, Option<bool>)> = vec![(0.0, None); self.rows];
        self.each(schedule, &sides, |entry, number, is_treated, side, [_, treated]| {
            let (value, before) = read(entry, number);
            let (mean, mean_before) = side.means();
            let left = value - mean - slope * (before - mean_before);
            let sign = if is_treated { 1.0 } else { -1.0 };
            let (part, ever) = &mut parts[entry.row];
            *part += sign * treated.weight / all * left / side.count;
            if square > 0.0 {
                *part -= apart_before * side.months * (before - mean_before) * left / square;
            }
            *ever = Some(ever.unwrap_or(false) || is_treated);
        });
        let error = (scatter(&parts, false) + scatter(&parts, true)).sqrt();
        (error > 0.0).then_some(Estimate { effect, error, slope })
    }

    fn sides(
        &self,
        schedule: &Schedule,
        read: impl Fn(&Entry, usize) -> (f64, f64),
    ) -> Vec<Option<[Side; 2]>> {
        let mut number = 0;
        let sides = self.segments.iter().map(|segment| {
            let mut sides = [Side::default(); 2];
            for entry in &segment.entries {
                if let Some(is_treated) = segment.side(schedule[entry.row]) {
                    sides[usize::from(is_treated)].add(read(entry, number), segment.months.len() as f64);
                }
                number += 1;
            }
            let [free, treated] = &sides;
            (treated.count > 0.0 && free.count >= FREE_MIN as f64).then_some(sides)
        });
        sides.collect()
    }

    /// Visits every entry that is compared, with its number, its side and both sides.
    fn each(
        &self,
        schedule: &Schedule,
        sides: &[Option<[Side; 2]>],
        mut visit: impl FnMut(&Entry, usize, bool, &Side, &[Side; 2]),
    ) {
        let mut number = 0;
        for (segment, sides) in self.segments.iter().zip(sides) {
            for entry in &segment.entries {
                if let (Some(sides), Some(is_treated)) = (sides, segment.side(schedule[entry.row])) {
                    visit(entry, number, is_treated, &sides[usize::from(is_treated)], sides);
                }
                number += 1;
            }
        }
    }

    /// The slope of the outcome on the mean before, within each side, and the sum of squares that it stands on.
    fn slope(
        &self,
        schedule: &Schedule,
        reading: Reading,
        sides: &[Option<[Side; 2]>],
        read: impl Fn(&Entry, usize) -> (f64, f64),
    ) -> (f64, f64) {
        if reading == Reading::Change {
            return (1.0, 0.0);
        }
        let (mut product, mut square, mut scale) = (0.0, 0.0, 0.0);
        self.each(schedule, sides, |entry, number, _, side, _| {
            let (value, before) = read(entry, number);
            let (mean, mean_before) = side.means();
            product += side.months * (value - mean) * (before - mean_before);
            square += side.months * (before - mean_before).powi(2);
            scale += side.months * before.powi(2);
        });
        if square > 1e-12 * scale { (product / square, square) } else { (0.0, 0.0) }
    }
}

fn value(grid: &Grid, row: usize, month: usize) -> Option<f64> {
    grid.rows[row].values.get(month).copied().flatten()
}

/// The mean before and the part of it in which the person had begun already.
fn before(grid: &Grid, row: usize, begin: Begin, first: Option<usize>) -> Option<(f64, f64)> {
    let own = &grid.rows[row];
    let window = grid.window(begin);
    let locked = own.locked.filter(|_| Some(begin.touched) == first);
    let mean = locked.or_else(|| mean_before(&own.values, window.clone()))?;
    let known = window.filter(|month| value(grid, row, *month).is_some());
    let moved = own.begin.map_or(0, |own| known.clone().filter(|month| *month >= own.touched).count());
    Some((mean, moved as f64 / known.count().max(1) as f64))
}

fn segment(grid: &Grid, begin: Begin, months: Vec<usize>, before: &[Option<(f64, f64)>]) -> Segment {
    let entry = |row: usize| {
        let (before, before_moved) = before[row]?;
        let known: Option<Vec<f64>> = months.iter().map(|month| value(grid, row, *month)).collect();
        let value = known?.iter().sum::<f64>() / months.len() as f64;
        let begun = |own: Begin| months.iter().filter(|month| **month >= own.touched).count() as f64;
        let value_moved = grid.rows[row].begin.map_or(0.0, begun) / months.len() as f64;
        Some(Entry { row, value, value_moved, before, before_moved })
    };
    let entries = (0..grid.rows.len()).filter_map(entry).collect();
    Segment { begin, months, entries }
}

/// Sums over one side of a comparison.
#[derive(Clone, Copy, Debug, Default)]
struct Side {
    count: f64,
    months: f64,
    weight: f64,
    value: f64,
    before: f64,
}

impl Side {
    fn add(&mut self, (value, before): (f64, f64), months: f64) {
        self.count += 1.0;
        self.months = months;
        self.weight += months;
        self.value += value;
        self.before += before;
    }

    fn means(&self) -> (f64, f64) {
        (self.value / self.count, self.before / self.count)
    }
}

/// The summed squares of a side, enlarged by what its own mean took away.
fn scatter(parts: &[(f64, Option<bool>)], treated: bool) -> f64 {
    let own = parts.iter().filter(|(_, ever)| *ever == Some(treated));
    let count = own.clone().count() as f64;
    let square: f64 = own.map(|(part, _)| part * part).sum();
    if count > 1.0 { square * count / (count - 1.0) } else { square }
}

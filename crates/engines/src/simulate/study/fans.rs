//! Runs through time as fans: the quantiles of seeds, period by period, never one line.
use super::super::run::Run;
use super::task::Life;
use serde::{Deserialize, Serialize};

/// Weeks of a period.
pub const PERIOD: usize = 4;
/// Shares of the seeds that lie below the lines of a fan.
pub const FAN: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Periods that retention looks back: a year.
const YEAR: usize = 52 / PERIOD;

/// Four weeks of a run: ARR at the beginning, at the end and what of it went, customers won and lost, cost, contribution, and shares of the hours
/// for new business, expansion, routine, urgent and easy work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f64; 12]", into = "[f64; 12]")]
pub struct Period {
    /// ARR at the beginning.
    pub start: f64,
    /// ARR at the end.
    pub arr: f64,
    /// ARR lost, with customers and with those who stay.
    pub gone: f64,
    /// Customers won.
    pub won: f64,
    /// Customers lost.
    pub lost: f64,
    /// Cost of the sales force.
    pub cost: f64,
    /// Gross margin less cost.
    pub contribution: f64,
    /// Shares of the hours.
    pub shares: [f64; 5],
}

impl From<[f64; 12]> for Period {
    fn from([start, arr, gone, won, lost, cost, contribution, a, b, c, d, e]: [f64; 12]) -> Self {
        Self { start, arr, gone, won, lost, cost, contribution, shares: [a, b, c, d, e] }
    }
}

impl From<Period> for [f64; 12] {
    fn from(of: Period) -> Self {
        let [a, b, c, d, e] = of.shares;
        [of.start, of.arr, of.gone, of.won, of.lost, of.cost, of.contribution, a, b, c, d, e]
    }
}

/// A measure through time; one entry per period, each with the values of [`FAN`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SimulatedFan)]
pub struct Fan {
    /// arr, retention, won, lost, cost, contribution or hunting; won, lost, cost and contribution are running sums, hunting is a share of hours,
    /// retention is the share of recurring revenue that was kept, as a rate a year, over the 52 weeks before.
    pub measure: String,
    /// 5, 25, 50, 75 and 95 % of the seeds lie below. Where there are fewer than periods, as for retention, they are the last ones.
    pub bands: Vec<[f64; 5]>,
}

/// A value of whole lives: how far they lie apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SimulatedSpread)]
pub struct Spread {
    /// npv, npv_operating, contribution, grr or nrr; the last two of the last whole year.
    pub measure: String,
    /// 5, 25, 50, 75 and 95 % of the seeds lie below.
    pub band: [f64; 5],
}

/// Mean shares of the hours in a year: new business, expansion, routine, urgent and easy work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SimulatedTimeUse)]
pub struct TimeUse {
    /// Counted from 1.
    pub year: usize,
    /// In the order above.
    pub shares: [f64; 5],
}

/// A run in periods; a last one may be shorter.
pub fn periods(run: &Run) -> Vec<Period> {
    let period = |rows: &[super::super::Row]| {
        let sum = |of: fn(&super::super::Row) -> f64| rows.iter().map(of).sum::<f64>();
        let hours = [
            sum(|row| row.hunting_hours),
            sum(|row| row.expansion_hours),
            sum(|row| row.routine_hours),
            sum(|row| row.urgent_hours),
            sum(|row| row.friendly_hours),
        ];
        let available = sum(|row| row.available_hours).max(1e-9);
        Period {
            start: rows.first().map_or(0.0, |row| row.start).round(),
            gone: sum(|row| row.churn + row.contraction).round(),
            arr: rows.last().map_or(0.0, |row| row.end).round(),
            won: sum(|row| f64::from(row.logos)),
            lost: sum(|row| f64::from(row.lost)),
            cost: sum(|row| row.cost).round(),
            contribution: sum(|row| row.contribution).round(),
            shares: hours.map(|hours| (hours / available * 1e4).round() / 1e4),
        }
    };
    run.rows.chunks(PERIOD).map(period).collect()
}

type Read = fn(&Period) -> f64;

/// Measures with whether they are running sums.
const MEASURES: [(&str, bool, Read); 6] = [
    ("arr", false, |period| period.arr),
    ("won", true, |period| period.won),
    ("lost", true, |period| period.lost),
    ("cost", true, |period| period.cost),
    ("contribution", true, |period| period.contribution),
    ("hunting", false, |period| period.shares[0]),
];

/// The fans of lives of one scenario.
pub fn fans(lives: &[&Life]) -> Vec<Fan> {
    let count = lives.iter().map(|life| life.periods.len()).min().unwrap_or(0);
    let fan = |(measure, sums, read): (&str, bool, Read)| {
        let mut so_far = vec![0.0; lives.len()];
        let band = |at: usize| {
            for (sum, life) in so_far.iter_mut().zip(lives) {
                let value = life.periods.get(at).map_or(0.0, read);
                *sum = if sums { *sum + value } else { value };
            }
            quantiles(&so_far)
        };
        Fan { measure: measure.to_owned(), bands: (0..count).map(band).collect() }
    };
    let mut fans: Vec<Fan> = MEASURES.into_iter().map(fan).collect();
    fans.insert(1, retention(lives, count));
    fans
}

/// From the end of the first year on; a life without recurring revenue has none.
fn retention(lives: &[&Life], count: usize) -> Fan {
    let band = |end: usize| {
        let kept = |life: &&Life| {
            let year = life.periods.get(end - YEAR..end)?;
            let base = year.iter().map(|period| period.start).sum::<f64>() / YEAR as f64;
            let gone: f64 = year.iter().map(|period| period.gone).sum();
            (base > 0.0).then(|| 1.0 - gone / base)
        };
        quantiles(&lives.iter().filter_map(kept).collect::<Vec<f64>>())
    };
    Fan { measure: "retention".to_owned(), bands: (YEAR..=count).map(band).collect() }
}

/// A measure's name and its value in a life.
type OfLife<'a> = (&'static str, &'a dyn Fn(&Life) -> Option<f64>);

/// How far the values of whole lives lie apart.
pub fn spreads(lives: &[&Life]) -> Vec<Spread> {
    let last = |years: &[Option<f64>]| years.last().copied().flatten();
    let contribution = |life: &Life| life.periods.iter().map(|period| period.contribution).sum::<f64>();
    let measures: [OfLife<'_>; 5] = [
        ("npv", &|life| Some(life.outcome.npv)),
        ("npv_operating", &|life| Some(life.outcome.npv_operating)),
        ("contribution", &|life| Some(contribution(life))),
        ("grr", &|life| last(&life.outcome.grr)),
        ("nrr", &|life| last(&life.outcome.nrr)),
    ];
    let spread = |(measure, of): OfLife<'_>| {
        let values: Vec<f64> = lives.iter().filter_map(|life| of(life)).collect();
        (!values.is_empty()).then(|| Spread { measure: measure.to_owned(), band: quantiles(&values) })
    };
    measures.into_iter().filter_map(spread).collect()
}

/// The values of [`FAN`], between the sorted values by their share.
pub fn quantiles(values: &[f64]) -> [f64; 5] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    FAN.map(|share| {
        let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
        let at = share * last as f64;
        let (below, rest) = (at.floor() as usize, at.fract());
        let above = sorted[(below + 1).min(last)];
        ((sorted[below] + rest * (above - sorted[below])) * 1e4).round() / 1e4
    })
}

/// Where the hours go, year by year.
pub fn time_use(lives: &[&Life]) -> Vec<TimeUse> {
    let count = lives.iter().map(|life| life.periods.len()).min().unwrap_or(0);
    let per_year = YEAR;
    let year = |year: usize| {
        let of = lives.iter().flat_map(|life| life.periods.iter().skip(year * per_year).take(per_year));
        let (mut sums, mut periods) = ([0.0; 5], 0.0_f64);
        for period in of {
            sums.iter_mut().zip(period.shares).for_each(|(sum, share)| *sum += share);
            periods += 1.0;
        }
        TimeUse { year: year + 1, shares: sums.map(|sum| (sum / periods.max(1.0) * 1e4).round() / 1e4) }
    };
    (0..count.div_ceil(per_year)).map(year).collect()
}

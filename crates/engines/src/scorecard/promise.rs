//! What the simulation promised for the months since the split, and where the company stands: ahead of the band of luck, inside it, or
//! behind it. A plan is not one number; what ten of a hundred simulated lives would not have reached is behind, not bad luck.
use super::told::told;
use crate::diagnose::load_test::quantile;
use crate::effects::words::Told;
use crate::simulate::{Row, Run, Scenario};
use serde::Serialize;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ScorecardMeasure)]
pub enum Measure {
    /// Customers won since the split.
    Acquisition,
    /// Recurring revenue kept, as a rate a year.
    Retention,
    /// Recurring revenue now, beyond that at the split, as a share of it.
    Growth,
    /// Cost of the sales force since the split.
    Cost,
    /// Gross margin less cost since the split.
    Profit,
}

impl Measure {
    /// All measures.
    pub const ALL: [Self; 5] = [Self::Acquisition, Self::Retention, Self::Growth, Self::Cost, Self::Profit];

    /// The word in data.
    pub fn text(self) -> &'static str {
        match self {
            Self::Acquisition => "acquisition",
            Self::Retention => "retention",
            Self::Growth => "growth",
            Self::Cost => "cost",
            Self::Profit => "profit",
        }
    }

    /// Whether more of it is better.
    pub fn more_is_better(self) -> bool {
        self != Self::Cost
    }
}

/// Where the company stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Better than the band.
    Ahead,
    /// Inside the band.
    AsPromised,
    /// Worse than the band.
    Behind,
    /// It is not known, or nothing was promised for so long.
    NotKnown,
}

/// A month of movements, promised or real; money in any one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Movements {
    /// Customers won.
    pub won: f64,
    /// Recurring revenue when the month began.
    pub start: f64,
    /// Recurring revenue lost with customers and with those who stay; positive.
    pub lost: f64,
    /// Recurring revenue when it ended.
    pub end: f64,
    /// Cost of the sales force.
    pub cost: f64,
    /// Gross margin less cost.
    pub profit: f64,
}

/// A measure over the months since the split; absent where nothing is known.
pub fn measured(months: &[Movements], measure: Measure) -> Option<f64> {
    let (first, last) = (months.first()?, months.last()?);
    let sum = |of: fn(&Movements) -> f64| months.iter().map(of).sum::<f64>();
    match measure {
        Measure::Acquisition => Some(sum(|month| month.won)),
        Measure::Retention => {
            let base = sum(|month| month.start);
            (base > 0.0).then(|| 1.0 - 12.0 * sum(|month| month.lost) / base)
        }
        Measure::Growth => (first.start > 0.0).then(|| last.end / first.start - 1.0),
        Measure::Cost => Some(sum(|month| month.cost)),
        Measure::Profit => Some(sum(|month| month.profit)),
    }
}

/// The promise: every simulated life of the plan that was chosen, month by month from the split on.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// One list of months per life.
    pub lives: Vec<Vec<Movements>>,
}

/// The middle of the band, and its ends, in shares of the lives.
const BAND: (f64, f64) = (0.1, 0.9);
/// Weeks of the model in a month: 52 in 12.
const WEEKS_A_MONTH: f64 = 52.0 / 12.0;

impl Promise {
    /// From runs of a scenario; months are counted from the week of its split.
    pub fn of(scenario: &Scenario, runs: &[Run]) -> Self {
        let from = scenario.split_week.max(0);
        let life = |run: &Run| {
            let rows: Vec<&Row> = run.rows.iter().filter(|row| row.week >= from).collect();
            let months = (rows.len() as f64 / WEEKS_A_MONTH + 1e-9) as usize;
            let week = |month: usize| ((month as f64 * WEEKS_A_MONTH).round() as usize).min(rows.len());
            (0..months).filter_map(|month| movements(rows.get(week(month)..week(month + 1))?)).collect()
        };
        Self { lives: runs.iter().map(life).collect() }
    }

    /// Lower end, middle and upper end of the band of a measure after so many months; absent where lives are shorter.
    pub fn band(&self, measure: Measure, months: usize) -> Option<(f64, f64, f64)> {
        let value = |life: &Vec<Movements>| measured(life.get(..months)?, measure);
        let mut values: Vec<f64> = self.lives.iter().map(value).collect::<Option<_>>()?;
        values.sort_by(f64::total_cmp);
        (months > 0 && !values.is_empty())
            .then(|| (quantile(&values, BAND.0), quantile(&values, 0.5), quantile(&values, BAND.1)))
    }
}

fn movements(rows: &[&Row]) -> Option<Movements> {
    let sum = |of: fn(&Row) -> f64| rows.iter().map(|row| of(row)).sum::<f64>();
    Some(Movements {
        won: sum(|row| f64::from(row.logos)),
        start: rows.first()?.start,
        lost: sum(|row| row.churn + row.contraction),
        end: rows.last()?.end,
        cost: sum(|row| row.cost),
        profit: sum(|row| row.contribution),
    })
}

/// One line of the scorecard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Which measure.
    pub measure: Measure,
    /// What came.
    pub actual: Option<f64>,
    /// The middle of what was promised.
    pub promised: Option<f64>,
    /// One life in ten is below.
    pub low: Option<f64>,
    /// One life in ten is above.
    pub high: Option<f64>,
    /// The same measure over the same calendar months of the year before the split.
    pub before: Option<f64>,
    /// Where the company stands.
    pub standing: Standing,
    /// What that means.
    pub told: Told,
}

/// The five lines. `before` are the same calendar months a year, or two, before; fewer where less is known.
pub fn lines(promise: &Promise, since: &[Movements], before: &[Movements]) -> Vec<Line> {
    Measure::ALL.into_iter().map(|measure| line(promise, since, before, measure)).collect()
}

fn line(promise: &Promise, since: &[Movements], before: &[Movements], measure: Measure) -> Line {
    let actual = measured(since, measure);
    let band = promise.band(measure, since.len());
    let earlier = (before.len() == since.len()).then(|| measured(before, measure)).flatten();
    let standing = match (actual, band) {
        (Some(actual), Some((low, _, high))) if actual > high || actual < low => {
            if (actual > high) == measure.more_is_better() { Standing::Ahead } else { Standing::Behind }
        }
        (Some(_), Some(_)) => Standing::AsPromised,
        _ => Standing::NotKnown,
    };
    let word = match standing {
        Standing::Ahead => "ahead",
        Standing::AsPromised => "as_promised",
        Standing::Behind => "behind",
        Standing::NotKnown => "not_known",
    };
    let (low, middle, high) = band.unwrap_or((f64::NAN, f64::NAN, f64::NAN));
    let numbers = [
        ("actual", actual.unwrap_or(f64::NAN)),
        ("promised", middle),
        ("low", low),
        ("high", high),
        ("months", since.len() as f64),
    ];
    let known = standing != Standing::NotKnown;
    let code = if known { format!("{}.{word}", measure.text()) } else { "line.not_known".to_owned() };
    Line {
        measure,
        actual,
        promised: band.map(|band| band.1),
        low: band.map(|band| band.0),
        high: band.map(|band| band.2),
        before: earlier,
        standing,
        told: told(&code, if known { &numbers } else { &numbers[4..] }, &[]),
    }
}

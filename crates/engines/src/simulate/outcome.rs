//! What is told of a run, and of many: means and standard deviations.
use super::parameters::Scenario;
use super::row::Row;
use super::run::Run;
use serde::{Deserialize, Serialize};

/// One run in short. Dollars are rounded to cents, rates to six places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The seed.
    pub seed: u64,
    /// ARR at the end of the weeks of [`told_weeks`].
    pub arr: Vec<f64>,
    /// Customers won.
    pub logos: u32,
    /// Customers lost.
    pub lost: u32,
    /// Opportunities found.
    pub opportunities: u32,
    /// Accounts handed off.
    pub handoffs: u32,
    /// Sellers who left.
    pub leavers: u32,
    /// Net present value without terminal value.
    pub npv_operating: f64,
    /// Net present value with it.
    pub npv: f64,
    /// Net revenue retention by year.
    pub nrr: Vec<Option<f64>>,
    /// Gross revenue retention by year.
    pub grr: Vec<Option<f64>>,
    /// Cost of the sales force.
    pub cost: f64,
    /// Week by week, where asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weeks: Vec<Row>,
}

/// The weeks at whose end ARR is told: the first, every year's last, and the last.
pub fn told_weeks(s: &Scenario) -> Vec<i32> {
    let last = s.weeks - 1;
    let mut weeks: Vec<i32> = std::iter::once(0).chain((51..=last).step_by(52)).chain([last]).collect();
    weeks.dedup();
    weeks
}

/// What is kept of a run's weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    Short,
    /// All of them.
    Weeks,
}

impl Outcome {
    /// Of a run.
    pub fn of(s: &Scenario, run: Run, detail: Detail) -> Self {
        let end = |week: i32| cents(run.rows[week.unsigned_abs() as usize].end);
        Self {
            seed: run.seed,
            arr: told_weeks(s).into_iter().map(end).collect(),
            logos: run.count(|row| row.logos),
            lost: run.count(|row| row.lost),
            opportunities: run.count(|row| row.opportunities),
            handoffs: run.count(|row| row.handoffs),
            leavers: run.count(|row| row.leavers),
            npv_operating: cents(run.npv_operating),
            npv: cents(run.npv),
            nrr: run.years.iter().map(|year| year.nrr.map(millionths)).collect(),
            grr: run.years.iter().map(|year| year.grr.map(millionths)).collect(),
            cost: cents(run.sum(|row| row.cost)),
            weeks: if detail == Detail::Weeks { run.rows } else { Vec::new() },
        }
    }
}

/// A statistic of every number of an outcome over seeds; none where it has no value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SimulatedSummary)]
pub struct Summary {
    /// As in [`Outcome`].
    pub arr: Vec<Option<f64>>,
    /// As in [`Outcome`].
    pub logos: Option<f64>,
    /// As in [`Outcome`].
    pub lost: Option<f64>,
    /// As in [`Outcome`].
    pub opportunities: Option<f64>,
    /// As in [`Outcome`].
    pub handoffs: Option<f64>,
    /// As in [`Outcome`].
    pub leavers: Option<f64>,
    /// As in [`Outcome`].
    pub npv_operating: Option<f64>,
    /// As in [`Outcome`].
    pub npv: Option<f64>,
    /// As in [`Outcome`].
    pub nrr: Vec<Option<f64>>,
    /// As in [`Outcome`].
    pub grr: Vec<Option<f64>>,
    /// As in [`Outcome`].
    pub cost: Option<f64>,
}

impl Summary {
    /// A statistic over outcomes of one scenario.
    pub fn of(outcomes: &[Outcome], statistic: fn(&[f64]) -> Option<f64>) -> Self {
        let over = |value: &dyn Fn(&Outcome) -> Option<f64>| {
            statistic(&outcomes.iter().filter_map(value).collect::<Vec<f64>>())
        };
        let count = |value: fn(&Outcome) -> u32| over(&|o| Some(f64::from(value(o)))).map(millionths);
        let money = |value: fn(&Outcome) -> f64| over(&|o| Some(value(o))).map(cents);
        let rates = |value: fn(&Outcome) -> &Vec<Option<f64>>| {
            let years = outcomes.first().map_or(0, |o| value(o).len());
            (0..years).map(|year| over(&|o| value(o)[year]).map(millionths)).collect()
        };
        let weeks = outcomes.first().map_or(0, |o| o.arr.len());
        Self {
            arr: (0..weeks).map(|at| over(&|o| Some(o.arr[at])).map(cents)).collect(),
            logos: count(|o| o.logos),
            lost: count(|o| o.lost),
            opportunities: count(|o| o.opportunities),
            handoffs: count(|o| o.handoffs),
            leavers: count(|o| o.leavers),
            npv_operating: money(|o| o.npv_operating),
            npv: money(|o| o.npv),
            nrr: rates(|o| &o.nrr),
            grr: rates(|o| &o.grr),
            cost: money(|o| o.cost),
        }
    }
}

/// The mean; none of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The standard deviation of a sample; none of fewer than two values.
pub fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

/// To cents.
pub fn cents(dollars: f64) -> f64 {
    (dollars * 100.0).round() / 100.0
}

/// To six places.
pub fn millionths(rate: f64) -> f64 {
    (rate * 1e6).round() / 1e6
}

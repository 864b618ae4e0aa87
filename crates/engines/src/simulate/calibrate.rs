//! A scenario from the company's own record: which parameters the record tells, how surely, and which stay an assumption. An answer of
//! "not measured" is an answer; the numbers that decide are often among them. Methods and priors are in docs/guides/simulation.md.
mod backtest;
mod churn;
mod effort;
mod estimate;
mod market;
mod record;
mod shares;

pub use backtest::Predicted;
pub use estimate::{Estimate, Source, Why};
pub use record::{CustomerYear, Deal, Record, Segments, SellerMonth, Stay};

use super::parameters::Scenario;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a record tells of the parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = CalibratedScenario)]
pub struct Calibration {
    /// Every parameter, in the order of the table: measured or not.
    pub estimates: Vec<Estimate>,
    /// What the record without its last year would have said of that year, and what came.
    pub backtest: Vec<Predicted>,
}

/// Calibrates a scenario on a record.
pub fn calibrate(record: &Record) -> Calibration {
    let found = found(record);
    let prior = priced(record.dollar);
    let estimate = |parameter: super::Parameter| {
        let value = prior.get(parameter.key).cloned().unwrap_or(parameter.default);
        found.get(parameter.key).cloned().unwrap_or_else(|| Estimate::assumed(parameter.key, value))
    };
    Calibration {
        estimates: Scenario::parameters().into_iter().map(estimate).collect(),
        backtest: backtest::backtest(record),
    }
}

/// What the record says, by the parameter's name.
fn found(record: &Record) -> BTreeMap<String, Estimate> {
    let prior = Scenario::default();
    let estimates = market::estimates(record, &prior)
        .into_iter()
        .chain(shares::estimates(record, &prior))
        .chain(churn::estimates(record, &prior))
        .chain(effort::estimates(record, &prior));
    estimates.map(|estimate| (estimate.key.clone(), estimate)).collect()
}

/// Parameters in dollars.
const MONEY: [&str; 6] = ["pot", "c_psi", "hire", "base", "te", "mgr"];

/// Defaults in money of the company's currency; `dollar` is what a dollar is worth in it.
fn priced(dollar: f64) -> BTreeMap<&'static str, Value> {
    let money = Scenario::parameters().into_iter().filter(|parameter| MONEY.contains(&parameter.key));
    money.map(|parameter| (parameter.key, times(&parameter.default, dollar))).collect()
}

fn times(value: &Value, factor: f64) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|one| times(one, factor)).collect(),
        other => {
            other.as_f64().map_or_else(|| other.clone(), |number| Value::from((number * factor).round()))
        }
    }
}

impl Calibration {
    /// The parameters that differ from the model's defaults, as a document gives them.
    pub fn scenario(&self) -> Map<String, Value> {
        let defaults: BTreeMap<&str, Value> =
            Scenario::parameters().into_iter().map(|parameter| (parameter.key, parameter.default)).collect();
        let changed = self.estimates.iter().filter(|one| defaults.get(one.key.as_str()) != Some(&one.value));
        changed.map(|one| (one.key.clone(), one.value.clone())).collect()
    }

    /// The intervals of numbers that were measured, for the question what the answer hangs on.
    pub fn intervals(&self) -> BTreeMap<String, [f64; 2]> {
        let number = |value: &Option<Value>| value.as_ref().and_then(Value::as_f64);
        let interval = |one: &Estimate| Some((one.key.clone(), [number(&one.low)?, number(&one.high)?]));
        self.estimates.iter().filter_map(interval).collect()
    }
}

//! A parameter as the record tells it, or does not.
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EstimateSource)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The record alone.
    Measured,
    /// The record together with what was assumed before: the fewer cases, the nearer to the assumption.
    Updated,
    /// The record, with a share of it that is assumed.
    Partly,
    /// The company knows it, and the record does not: salaries, margins, plans.
    Input,
    /// The record cannot tell: the model's assumption.
    Assumed,
}

/// What there is to say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EstimateReason)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Counted in the record.
    Counted,
    /// Estimated from cases of the record.
    Estimated,
    /// Fewer cases than it takes.
    TooFew,
    /// No hours are recorded, or too few of them.
    NoHours,
    /// Accounts that do not buy are not in the record.
    NoProspects,
    /// Nobody has said what units could reach.
    NoPotentials,
    /// Service and renewals are recorded together: what of them was needed is assumed.
    Shared,
    /// Nothing in a record tells it.
    NotRecorded,
    /// Give it: it is in the payroll, the plan or the books.
    GiveIt,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = EstimatedParameter)]
pub struct Estimate {
    /// Its code name.
    pub key: String,
    /// Where the value comes from.
    pub source: Source,
    /// Why not better, or from what.
    pub why: Why,
    /// The value to be used.
    #[schema(value_type = Object)]
    pub value: Value,
    /// The lower end of the 95 % interval, of the value's shape; absent where there is none.
    #[schema(value_type = Option<Object>)]
    pub low: Option<Value>,
    /// Its upper end.
    #[schema(value_type = Option<Object>)]
    pub high: Option<Value>,
    /// Cases that it is estimated from.
    pub n: usize,
}

/// What the company has to say itself.
const INPUTS: [&str; 18] = [
    "T", "t_split", "policy", "m_wk", "theta", "m_max", "base", "burden", "c_new", "c_exp", "c_ren",
    "W_share", "share", "te", "span", "mgr", "gm", "disc",
];

impl Estimate {
    /// A value without an interval.
    pub fn counted(key: &str, value: impl Into<Value>, n: usize) -> Self {
        Self {
            key: key.to_owned(),
            source: Source::Measured,
            why: Why::Counted,
            value: value.into(),
            low: None,
            high: None,
            n,
        }
    }

    /// A value with its interval.
    pub fn within(
        key: &str,
        source: Source,
        value: impl Into<Value>,
        (low, high): (impl Into<Value>, impl Into<Value>),
        n: usize,
    ) -> Self {
        let (low, high) = (Some(low.into()), Some(high.into()));
        Self { key: key.to_owned(), source, why: Why::Estimated, value: value.into(), low, high, n }
    }

    /// What stays as it was assumed.
    pub fn assumed(key: &str, value: Value) -> Self {
        let is_input = INPUTS.contains(&key);
        let (source, why) =
            if is_input { (Source::Input, Why::GiveIt) } else { (Source::Assumed, Why::NotRecorded) };
        Self { key: key.to_owned(), source, why, value, low: None, high: None, n: 0 }
    }

    /// The same for a reason.
    pub fn because(self, why: Why) -> Self {
        Self { why, ..self }
    }

    /// With the number of cases that there were.
    pub fn of(self, n: usize) -> Self {
        Self { n, ..self }
    }
}

/// To four significant digits: more would pretend to know.
pub fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let scale = 10_f64.powi(3 - value.abs().log10().floor() as i32);
    (value * scale).round() / scale
}

/// Each to four digits.
pub fn rounded_all<const N: usize>(values: [f64; N]) -> Value {
    values.map(rounded).to_vec().into()
}

//! What is answered of an intervention: the verdict, the numbers behind it, what was checked, and the picture.
use super::words::Told;
use serde::Serialize;
use tandem_core::interventions::{Outcome, Verdict};
use tandem_core::subscriptions::Month;

/// By which method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Those for whom it began beside those for whom it had not (difference in differences).
    Compared,
    /// The same, with beginnings in steps.
    Staggered,
    /// Before and after (interrupted time series).
    Series,
    /// There is too little to look at.
    NotEnoughData,
}

impl Method {
    /// The word in data.
    pub fn text(self) -> &'static str {
        match self {
            Self::Compared => "compared",
            Self::Staggered => "staggered",
            Self::Series => "series",
            Self::NotEnoughData => "not_enough_data",
        }
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// The intervention.
    pub name: String,
    /// What is counted.
    pub outcome: Outcome,
    /// The last month that was looked at.
    pub as_of: Month,
    /// Whether all months that count are over.
    pub is_final: bool,
    /// What came of it.
    pub verdict: Verdict,
    /// By which method.
    pub method: Method,
    /// What was expected.
    pub expected: f64,
    /// The effect per person and month, by the reading that is less favourable.
    pub estimate: Option<f64>,
    /// The interval that holds both readings; absent: no bound.
    pub low: Option<f64>,
    /// The interval that holds both readings; absent: no bound.
    pub high: Option<f64>,
    /// What a claim needs at this look; the interval is one of `1 - level`.
    pub level: f64,
    /// The larger of the readings' p-values.
    pub p_value: Option<f64>,
    /// The effect that would be found four times out of five.
    pub detectable: Option<f64>,
    /// People, or whole groups, that take part and are known.
    pub treated: usize,
    /// People, or whole groups, that are compared.
    pub compared: usize,
    /// Months before that are compared with.
    pub months_before: usize,
    /// Months that count and are over.
    pub months_counted: usize,
    /// Months that count in the end.
    pub months_all: usize,
    /// Every reading.
    pub readings: Vec<ReadingView>,
    /// Earlier beginnings that were pretended.
    pub placebos: Vec<Placebo>,
    /// Those whom it never touched.
    pub untouched: Option<Untouched>,
    /// Each beginning in each month.
    pub group_times: Vec<GroupTime>,
    /// Month by month.
    pub picture: Vec<Point>,
    /// Why this answer: the verdict first.
    pub because: Vec<Told>,
    /// What to do next.
    pub next: Vec<Told>,
}

/// One reading of the data.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ReadingView {
    /// `drawn`, `change`, `alike`, `straight` or `bent`.
    pub reading: &'static str,
    /// The effect.
    pub estimate: f64,
    /// The interval of `1 - level`; absent: no bound.
    pub low: Option<f64>,
    /// The interval of `1 - level`; absent: no bound.
    pub high: Option<f64>,
    /// Two-sided.
    pub p_value: f64,
    /// The standard error.
    pub error: f64,
    /// People on the two sides.
    pub compared: usize,
}

/// An earlier beginning that was pretended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Placebo {
    /// How many months earlier.
    pub months_earlier: usize,
    /// What was found.
    pub estimate: f64,
    /// Two-sided.
    pub p_value: f64,
}

/// Random halves of those whom it never touched.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Untouched {
    /// How many people.
    pub people: usize,
    /// How many halves were drawn.
    pub draws: usize,
    /// The share with a difference as large as the effect, in standard errors.
    pub larger: f64,
}

/// Those who began in one month, in one month that counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct GroupTime {
    /// The first month that counts for them.
    #[schema(value_type = String)]
    pub begin: Month,
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// People who began.
    pub treated: usize,
    /// People who had not.
    pub compared: usize,
    /// The difference.
    pub effect: f64,
}

/// One month of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Point {
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// The mean of those who take part.
    pub treated: Option<f64>,
    /// What it would have been without.
    pub without: Option<f64>,
    /// The mean of those who are compared.
    pub compared: Option<f64>,
    /// Whether the month counts.
    pub counts: bool,
}

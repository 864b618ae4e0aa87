//! What a study asks: scenarios as documents, the book where it starts from one, seeds. Kept with the study, so that it can be played again.
use super::super::opening::Opening;
use super::super::parameters::Scenario;
use super::super::plan::Plan;
use super::super::search::Budget;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = StudyKind)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Scenarios side by side, the first being the one that the others are held against.
    Comparison,
    /// The best mix of roles and timing, all else as in the only scenario.
    Search,
}

/// A scenario of a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planned {
    /// Its name.
    pub name: String,
    /// Parameters that differ from the defaults.
    pub document: String,
    /// Whether it starts from the book.
    pub from_book: bool,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked for.
    pub kind: Kind,
    /// The scenarios; a search has one.
    pub plans: Vec<Planned>,
    /// The book, where a scenario starts from it.
    pub book: Option<Opening>,
    /// Seeds that a scenario is played on; in a search, those that the best plans are judged on.
    pub seeds: usize,
    /// The first of them.
    pub first_seed: u64,
    /// Seeds for each end of each driver; 0: drivers are not asked for.
    pub driver_seeds: usize,
    /// Seats at most, in a search.
    pub seats_max: usize,
    /// Intervals of parameters that were measured: drivers go to their ends instead of the usual ones.
    pub intervals: BTreeMap<String, [f64; 2]>,
}

/// Why a scenario cannot be played.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unplayable(pub String);

impl Question {
    /// What a search may spend.
    pub fn budget(&self) -> Budget {
        Budget { seats_max: self.seats_max, seeds: self.seeds, first_seed: self.first_seed }
    }

    /// A scenario of the question under a mix and with some parameters set otherwise.
    ///
    /// # Errors
    /// Where the document is none, or what is set is not possible.
    pub fn scenario(
        &self,
        plan: usize,
        mix: Option<Plan>,
        set: &Map<String, Value>,
    ) -> Result<Scenario, Unplayable> {
        let planned =
            self.plans.get(plan).ok_or_else(|| Unplayable("there is no such scenario".to_owned()))?;
        let mut scenario = super::super::parse(&planned.document).map_err(|refusals| {
            let all: Vec<String> = refusals.iter().map(ToString::to_string).collect();
            Unplayable(format!("`{}` is no scenario: {}", planned.name, all.join("; ")))
        })?;
        for (key, value) in set {
            if let Some(Err(wanted)) = scenario.set(key, value) {
                return Err(Unplayable(format!("`{key}` cannot be `{value}`: {wanted}")));
            }
        }
        let scenario = mix.map_or_else(|| scenario.clone(), |mix| mix.of(&scenario));
        Ok(match self.book.as_ref().filter(|_| planned.from_book) {
            Some(book) => book.fitted(&scenario),
            None => scenario,
        })
    }
}

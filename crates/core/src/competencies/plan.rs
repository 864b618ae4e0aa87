//! A learning plan: what somebody learns, how, until when.
use crate::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

words! {
    /// How an item of a plan stands on a day.
    LearningState {
        /// Still to be done.
        Open = "open",
        /// Its day has passed.
        Late = "late",
        /// Done.
        Done = "done",
    }
}

/// Something to learn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningItem {
    /// For which competency.
    pub competency: String,
    /// How: a course, a visit together, an own case.
    pub what: String,
    /// Until when.
    pub until: NaiveDate,
    /// When it was done.
    pub done: Option<NaiveDate>,
}

impl LearningItem {
    /// How it stands on a day.
    pub fn state(&self, day: NaiveDate) -> LearningState {
        match self.done {
            Some(done) if done <= day => LearningState::Done,
            _ if self.until < day => LearningState::Late,
            _ => LearningState::Open,
        }
    }
}

/// Open, late and done items of a plan on a day.
pub fn learning(items: &[LearningItem], day: NaiveDate) -> (usize, usize, usize) {
    let count = |state| items.iter().filter(|item| item.state(day) == state).count();
    (count(LearningState::Open), count(LearningState::Late), count(LearningState::Done))
}

//! How late a step is, in working days of whoever does it, and who is told.
use super::Step;
use crate::holidays::Calendars;
use crate::playbooks::{Level, Told};
use chrono::NaiveDate;

/// A late step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lateness {
    /// Working days behind its day.
    pub working_days: u32,
    /// How many levels of the playbook it has passed; 0 where nobody is told yet.
    pub level: usize,
    /// Everybody who is told by now, the first told first.
    pub told: Vec<Told>,
}

/// How late a step is on a day; none where it is over, in time, or has no day. A step that is blocked is late too.
pub fn lateness(step: &Step, day: NaiveDate, levels: &[Level], calendars: &Calendars) -> Option<Lateness> {
    let due = step.due.filter(|due| *due < day && !step.is_over())?;
    let working_days = calendars.of(step.country.as_deref()).between(due, day);
    let passed: Vec<_> = levels.iter().filter(|level| level.late <= working_days).collect();
    let mut told: Vec<Told> = Vec::new();
    for level in &passed {
        if !told.contains(&level.to) {
            told.push(level.to);
        }
    }
    (working_days > 0).then_some(Lateness { working_days, level: passed.len(), told })
}

//! Interventions: training, incentives and management that shall redirect effort before anybody speaks of splitting a role. What is
//! expected of one, and of whom, is written down before it begins and locked when it does.
mod check;
pub mod document;
pub mod panel;
pub mod read;
pub mod states;
pub mod warnings;
pub mod write;

pub use document::{
    Aim, Assigned, Baseline, Compared, Intervention, Kind, Member, Outcome, State, Verdict, Who,
};
pub use panel::{Cell, Panel, PersonMonths};
pub use read::read;

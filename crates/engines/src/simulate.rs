//! The sales force as a model: one role or two, how many of each, when to hand off. A weekly simulation of accounts, units and
//! seats, whose every chance is a function of seed, stream, entity and week. Named `tandem-1`: a changed model gets a new name.
pub mod book;
pub mod calibrate;
pub mod chance;
pub mod compare;
pub mod document;
mod expansion;
mod handoffs;
mod hours;
pub mod hunting;
pub mod loss;
pub mod many;
mod market;
mod money;
pub mod opening;
pub mod outcome;
pub mod parameters;
pub mod people;
pub mod plan;
mod relationships;
mod renewals;
pub mod retention;
pub mod row;
pub mod run;
pub mod search;
pub mod seat_week;
mod seats;
pub mod setting;
mod start;
pub mod study;
mod week;

pub use compare::{Difference, compare};
pub use document::parse;
pub use many::{Stopped, Watch, runs, seeds};
pub use opening::Opening;
pub use outcome::{Detail, Outcome, Summary};
pub use parameters::{Parameter, Scenario};
pub use plan::Plan;
pub use retention::Retention;
pub use row::Row;
pub use run::{Run, seat_weeks, simulate, simulate_from};
pub use search::{Budget, Found, Judged, search};
pub use seat_week::SeatWeek;
pub use setting::Policy;

/// The name of the model, printed with every result.
pub const MODEL: &str = "tandem-1";
/// The same weeks from a start that is not drawn but is the company's own book.
pub const MODEL_FROM_BOOK: &str = "tandem-1 from the book";

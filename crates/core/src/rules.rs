//! Rules of engagement: when a unit is handed off, to whom, and why. A document that the company writes, tries out and changes.
pub mod book;
pub mod change;
pub mod condition;
mod decide;
pub mod document;
pub mod effects;
pub mod explain;
pub mod facts;
pub mod lines;
pub mod read;
pub mod rows;
pub mod values;
pub mod warnings;

pub use book::Book;
pub use condition::Condition;
pub use decide::{Decision, decide};
pub use document::{Answer, Document, Hold, Rule};
pub use facts::{CATALOGUE, Fact, FactId, FactSet};
pub use read::read;
pub use values::{Facts, Value};

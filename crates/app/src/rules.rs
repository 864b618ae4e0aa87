//! Rules of engagement: the versions of the document, what one would do to the book, and what is decided about a unit.
pub(crate) mod book;
mod document;
mod exceptions;
mod facts;
mod gray;
mod history;
mod looked;
mod try_out;
mod unit;
mod versions;

pub(crate) use book::role_word;
pub use document::{CheckedView, DocumentView, Fault, check};
pub(crate) use exceptions::names;
pub use exceptions::{ExceptionView, Exceptions, NewException, except, exceptions, withdraw_exception};
pub use facts::{FactView, NewFact, catalogue, state, state_lines};
pub use gray::{GrayCase, GrayCases, gray_cases};
pub use history::{HistoryView, history};
pub(crate) use looked::beside;
pub use tandem_core::rules::Answer;
pub use try_out::{Answers, Count, TryView, try_out};
pub use unit::{UnitDecision, decision};
pub use versions::{RulesView, VersionView, adopt, list, withdraw};

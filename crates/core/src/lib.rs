//! The business as pure functions: no async, IO, clock or randomness; same input, same bytes out.
#![warn(missing_docs)]
pub mod activities;
pub mod documents;
pub mod exports;
pub mod ids;
pub mod imports;
pub mod money;
pub mod opportunities;
pub mod ownership;
pub mod places;
pub mod rules;
pub mod sellers;
pub mod subscriptions;
pub mod suggest;
pub mod time;
pub mod words;

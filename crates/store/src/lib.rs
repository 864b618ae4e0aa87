//! The only crate that speaks SQL; returns core types; SQLite and PostgreSQL, one text and one test suite for both.
mod bulk;
mod db;
mod error;
mod write;

pub mod activities;
pub mod attempts;
pub mod customers;
pub mod events;
pub mod imports;
pub mod opportunities;
pub mod ownership;
pub mod revenue;
pub mod search;
pub mod sellers;
pub mod settings;
pub mod summaries;
pub mod users;
pub mod views;

pub use bulk::{Column, Values};
pub use db::Db;
pub use error::Error;
pub use write::Tx;

/// What every function of the store returns.
pub type Result<T> = std::result::Result<T, Error>;

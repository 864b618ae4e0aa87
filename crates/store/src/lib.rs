//! The only crate that speaks SQL; returns core types; SQLite and PostgreSQL, one text and one test suite for both.
mod blocks;
mod bulk;
mod db;
mod error;
mod write;

pub mod activities;
pub mod afterwards;
pub mod alignments;
pub mod attachments;
pub mod attempts;
pub mod book;
pub mod commitments;
pub mod customer_pages;
pub mod customers;
pub mod designs;
pub mod events;
pub mod handoffs;
pub mod imports;
pub mod incentives;
pub mod interventions;
pub mod mass;
pub mod notices;
pub mod opportunities;
pub mod ownership;
pub mod promises;
pub mod readiness;
pub mod revenue;
pub mod rules;
pub mod scorecard;
pub mod search;
pub mod sellers;
pub mod settings;
pub mod staffing;
pub mod stakeholders;
pub mod summaries;
pub mod users;
pub mod views;

pub use bulk::{Column, Values};
pub use db::Db;
pub use error::Error;
pub use write::Tx;

/// What every function of the store returns.
pub type Result<T> = std::result::Result<T, Error>;

/// For the tests beside this crate alone: with them within it, it would be compiled twice.
#[doc(hidden)]
pub mod parts {
    pub use crate::bulk::copy::text;
    pub use crate::db::{SQLITE_VERSION_MIN, parse_version};
    pub use crate::handoffs::RECORDS;
}

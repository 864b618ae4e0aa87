//! One function per thing a user can do: authorise, load, decide, save.
mod actor;
mod clock;
mod error;
mod events;

pub mod alignments;
pub mod arr;
pub mod attachments;
pub mod commitments;
pub mod customers;
pub mod demo;
pub mod designs;
pub mod diagnoses;
pub mod handoffs;
pub mod imports;
pub mod incentives;
pub mod interventions;
pub mod notices;
pub mod overview;
mod passwords;
pub mod readiness;
mod remembered;
pub mod rules;
pub mod scorecard;
pub mod sessions;
pub mod settings;
pub mod staffing;
pub mod stakeholders;
pub mod time;
mod unit_months;
pub mod users;
pub mod views;
pub mod visibility;
mod workdays;

pub use actor::{Actor, Permission, Role};
pub use clock::Clock;
pub use error::Error;

use std::path::PathBuf;
use std::sync::Arc;

/// What every function of app returns.
pub type Result<T> = std::result::Result<T, Error>;

/// The program's insides: cheap to clone, shared by all doors.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: tandem_store::Db,
    /// The only reader of the time.
    pub clock: Clock,
    /// The program that turns a spreadsheet into CSV in a process of its own, with `parse-sheet PATH` behind it.
    pub sheet_reader: Arc<PathBuf>,
    /// Imports that are going on.
    pub running: imports::Running,
    /// Wakes those who work studies off.
    pub(crate) studies: Arc<tokio::sync::Notify>,
    /// Wakes those who work mass handoffs off.
    pub(crate) masses: Arc<tokio::sync::Notify>,
    /// Wakes those who solve alignments.
    pub(crate) alignments: Arc<tokio::sync::Notify>,
    /// Views that were made before and still hold.
    remembered: remembered::Remembered,
}

impl App {
    /// An app on the database at an address, by the system's clock.
    pub async fn open(address: &str, sheet_reader: PathBuf) -> Result<Self> {
        Ok(Self::new(tandem_store::Db::open(address).await?, Clock::System, sheet_reader))
    }

    /// An app on a database.
    pub fn new(db: tandem_store::Db, clock: Clock, sheet_reader: PathBuf) -> Self {
        Self {
            db,
            clock,
            sheet_reader: Arc::new(sheet_reader),
            running: imports::Running::default(),
            studies: Arc::default(),
            masses: Arc::default(),
            alignments: Arc::default(),
            remembered: remembered::Remembered::default(),
        }
    }
}

/// For the tests beside this crate alone: with them within it, it would be compiled twice.
#[doc(hidden)]
pub mod parts {
    pub use crate::arr::period;
    pub use crate::demo::handoffs::papers::pdf;
    pub use crate::imports::bounded::Bounded;
    pub use crate::imports::journey::Watch;
    pub use crate::imports::pipeline::{BATCH_BYTES, BATCH_ROWS, Batches, Step};
    pub use crate::imports::places::Places;
    pub use crate::imports::sheet::{as_text_within, is_archive};
    pub use crate::passwords::{NOBODY, fits, hash};
    pub use crate::rules::book::role_word;
}

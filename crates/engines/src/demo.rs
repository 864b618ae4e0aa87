//! The demo company: three years of Acme Cloud, whose generalists win customers and then have to keep them. Nothing is painted on: each
//! seller has so many hours a week, the customers held take theirs first, and what is left decides how many more can be won. Same seed and
//! size, same records in the same order.
mod activities;
mod cast;
mod companies;
mod company;
mod dice;
mod expansion;
mod export;
mod finish;
mod handovers;
mod hunting;
mod market;
mod notes;
mod people;
mod places;
mod rates;
mod renewals;
mod simulation;
mod texts;
mod week;

#[cfg(test)]
mod tests;

pub use company::Company;
pub use export::{Exporter, Row, Table};
pub use rates::{company_currency, rates};

use chrono::NaiveDate;
use tandem_core::imports::records::Record;
use tandem_core::imports::sources::SourceKind;

/// The company's name.
pub const COMPANY_NAME: &str = "Acme Cloud";

/// How much company is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Chance: the same number makes the same company.
    pub seed: u64,
    /// Customers, those that never bought included; at least 10. Sellers come along, one for twenty.
    pub customers: usize,
    /// About how many activities are logged at most; sellers log less where this is few.
    pub activities_max: Option<u64>,
    /// The last day of the three years.
    pub as_of: NaiveDate,
}

/// Fewer customers than this make no company with two teams.
pub const CUSTOMERS_MIN: usize = 10;
/// Small enough to be known by name.
pub const CUSTOMERS_DEFAULT: usize = 240;

/// The systems whose exports can be written.
pub const SOURCES: [SourceKind; 3] = [SourceKind::Tandem, SourceKind::Salesforce, SourceKind::HubSpot];

/// Makes the company and hands over its records one by one: sellers first, then week by week, then customers, units and what is open. Memory
/// grows with the customers, not with the activities.
pub fn generate<E>(size: &Size, mut sink: impl FnMut(Record) -> Result<(), E>) -> Result<(), E> {
    let mut simulation = simulation::Simulation::new(size);
    while simulation.step() {
        simulation.drain().try_for_each(&mut sink)?;
    }
    Ok(())
}

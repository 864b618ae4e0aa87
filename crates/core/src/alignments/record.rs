//! What the record knows on a day: units, people, what was observed. Amounts in whole units of the company's currency.
use super::setup::{Part, Segment};
use crate::imports::records::Point;
use crate::words::words;
use chrono::NaiveDate;
use std::collections::BTreeMap;

words! {
    /// What a customer said of how it wants to be served.
    WishedChannel {
        /// By video and text chat.
        Video = "video",
        /// By visits.
        Visits = "visits",
    }
}

/// What was observed of a unit in the year before.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Observed {
    /// Recorded hours.
    pub hours: f64,
    /// Contacts with its owner of today.
    pub owner_contacts: u32,
}

/// A unit.
#[derive(Clone, Debug)]
pub struct UnitRecord {
    /// The id.
    pub id: i64,
    /// Its customer.
    pub customer: i64,
    /// What people call it.
    pub name: String,
    /// Where it is, as far as that is known.
    pub place: Option<Point>,
    /// How large, as far as that is known.
    pub segment: Option<Segment>,
    /// The customer's country, as its code of two letters where the name is known.
    pub country: Option<String>,
    /// The customer's industry, as it was written.
    pub industry: Option<String>,
    /// Recurring revenue in force.
    pub arr: f64,
    /// What it could reach, as far as that is known.
    pub potential: Option<f64>,
    /// Products that it subscribes to.
    pub products: usize,
    /// Who owns it, and since when.
    pub owner: Option<(i64, NaiveDate)>,
    /// Months since its first sale.
    pub months: Option<u32>,
    /// The year before.
    pub observed: Observed,
    /// How its customer wants to be served.
    pub wish: Option<WishedChannel>,
    /// Somebody decided that it stays where it is, and why.
    pub kept: Option<String>,
    /// It is being handed to this seller.
    pub handed_to: Option<i64>,
}

/// Somebody who sells.
#[derive(Clone, Debug)]
pub struct PersonRecord {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// What the post says.
    pub usual: Part,
    /// Where the person works, as far as that is known.
    pub place: Option<Point>,
    /// Hours a week, as far as they are known.
    pub weekly_hours: Option<f64>,
    /// Units won in the year before.
    pub won: u32,
    /// Recurring potential of these.
    pub won_potential: f64,
    /// The account manager whom the person is paired with, and since when.
    pub paired: Option<(i64, NaiveDate)>,
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Record {
    /// As of this day.
    pub day: NaiveDate,
    /// The company's currency.
    pub currency: String,
    /// The share of everybody's hours that is recorded at all, above 0.
    pub coverage: f64,
    /// Units with recurring revenue, by id.
    pub units: Vec<UnitRecord>,
    /// People who are there, by id.
    pub people: BTreeMap<i64, PersonRecord>,
}

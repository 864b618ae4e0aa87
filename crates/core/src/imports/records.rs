//! What every source is translated into: the rows of Tandem's own files, typed. References are the source's own ids.
use crate::activities::{ActivityCategory, InitiatedBy, Urgency};
use crate::money::Money;
use crate::opportunities::{OpportunityKind, OpportunityStatus};
use crate::places::Place;
use crate::sellers::{SellerKind, SellerRole};
use crate::words::words;
use chrono::NaiveDate;

words! {
    /// The kinds of record, in the order in which they are applied: what is referred to comes first.
    ObjectKind {
        /// `sellers.csv`
        Seller = "sellers",
        /// `customers.csv`
        Customer = "customers",
        /// `units.csv`
        Unit = "units",
        /// `contacts.csv`
        Contact = "contacts",
        /// `opportunities.csv`
        Opportunity = "opportunities",
        /// `subscriptions.csv`
        Subscription = "subscriptions",
        /// `ownerships.csv`
        Ownership = "ownerships",
        /// `activities.csv`
        Activity = "activities",
        /// `notes.csv`
        Note = "notes",
        /// `time_reports.csv`
        TimeReport = "time_reports",
    }
}

/// One row, typed.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "each variant is the record of its name")]
pub enum Record {
    Seller(SellerRecord),
    Customer(CustomerRecord),
    Unit(UnitRecord),
    Contact(ContactRecord),
    Opportunity(OpportunityRecord),
    Subscription(SubscriptionRecord),
    Ownership(OwnershipRecord),
    Activity(ActivityRecord),
    Note(NoteRecord),
    TimeReport(TimeReportRecord),
}

/// A point on the earth in degrees; latitude -90..90, longitude -180..180.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the type says it")]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

impl std::hash::Hash for Point {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.lat.to_bits(), self.lon.to_bits()).hash(state);
    }
}

impl Record {
    /// The source's id; empty for ownerships and reports of time, which have none.
    pub fn external_id(&self) -> &str {
        match self {
            Self::Seller(r) => &r.external_id,
            Self::Customer(r) => &r.external_id,
            Self::Unit(r) => &r.external_id,
            Self::Contact(r) => &r.external_id,
            Self::Opportunity(r) => &r.external_id,
            Self::Subscription(r) => &r.external_id,
            Self::Activity(r) => &r.external_id,
            Self::Note(r) => &r.external_id,
            Self::Ownership(_) | Self::TimeReport(_) => "",
        }
    }
}

/// A row of `sellers.csv`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct SellerRecord {
    pub external_id: String,
    pub name: String,
    pub email: Option<String>,
    pub kind: SellerKind,
    pub role: SellerRole,
    pub manager: Option<String>,
    pub team: Option<String>,
    pub place: Option<Point>,
    pub start_date: Option<NaiveDate>,
    pub end_date: Option<NaiveDate>,
    /// Contracted hours a week, in hundredths; absent: the company's default.
    pub centihours_per_week: Option<i32>,
}

/// A row of `customers.csv`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct CustomerRecord {
    pub external_id: String,
    pub name: String,
    pub segment: Option<String>,
    pub industry: Option<String>,
    /// ISO 3166 alpha-2 where it could be recognised, else as written.
    pub country: Option<String>,
    pub region: Option<String>,
    pub city: Option<String>,
    pub postal_code: Option<String>,
    /// As given, else looked up.
    pub place: Option<Place>,
    pub parent: Option<String>,
    pub created_date: Option<NaiveDate>,
    /// The seller whom the source names as owner today: the owner of units that have no dated ownership of their own.
    pub owner: Option<String>,
}

/// A row of `units.csv`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct UnitRecord {
    pub external_id: String,
    pub customer: String,
    pub name: String,
    pub potential: Option<Money>,
}

/// A row of `contacts.csv`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct ContactRecord {
    pub external_id: String,
    pub customer: Option<String>,
    /// What a customer who is known by this row only is called.
    pub customer_name: Option<String>,
    pub unit: Option<String>,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub title: Option<String>,
    pub role: Option<String>,
}

/// A row of `opportunities.csv`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct OpportunityRecord {
    pub external_id: String,
    pub customer: Option<String>,
    /// What a customer who is known by this row only is called.
    pub customer_name: Option<String>,
    pub unit: Option<String>,
    pub owner: Option<String>,
    pub name: Option<String>,
    /// Absent where the source does not say: then derived from the customer's first win.
    pub kind: Option<OpportunityKind>,
    pub stage: Option<String>,
    pub status: OpportunityStatus,
    pub amount: Option<Money>,
    pub created_date: Option<NaiveDate>,
    pub close_date: Option<NaiveDate>,
}

/// A row of `subscriptions.csv`; in force while `start_date <= day < end_date`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct SubscriptionRecord {
    pub external_id: String,
    pub customer: Option<String>,
    pub unit: Option<String>,
    pub product: Option<String>,
    pub arr: Money,
    pub start_date: NaiveDate,
    pub end_date: Option<NaiveDate>,
}

/// A row of `ownerships.csv`; valid while `start_date <= day < end_date`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct OwnershipRecord {
    pub unit: String,
    pub seller: String,
    /// Absent: the seller's own.
    pub role: Option<SellerRole>,
    pub start_date: NaiveDate,
    pub end_date: Option<NaiveDate>,
}

/// A row of `activities.csv`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct ActivityRecord {
    pub external_id: String,
    pub seller: Option<String>,
    pub customer: Option<String>,
    pub unit: Option<String>,
    pub opportunity: Option<String>,
    pub date: NaiveDate,
    pub minutes: Option<i32>,
    pub kind: Option<String>,
    pub category: Option<ActivityCategory>,
    pub urgency: Option<Urgency>,
    pub initiated_by: Option<InitiatedBy>,
    pub subject: Option<String>,
    /// Whether it is an event of a calendar.
    pub from_calendar: bool,
    /// Addresses of those who were there: the customer is told from them where the row names none.
    pub attendees: Vec<String>,
    /// Addresses of those who did not come: no time of theirs.
    pub declined: Vec<String>,
}

/// A row of `notes.csv`.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct NoteRecord {
    pub external_id: String,
    pub customer: Option<String>,
    pub unit: Option<String>,
    pub author: Option<String>,
    pub date: NaiveDate,
    pub text: String,
}

/// A row of `time_reports.csv`: a seller's hours of a week in one category.
#[derive(Clone, Debug, PartialEq, Hash)]
#[expect(missing_docs, reason = "fields are the columns of the file, described in the import guide")]
pub struct TimeReportRecord {
    pub seller: String,
    /// The Monday.
    pub week_start: NaiveDate,
    pub category: ActivityCategory,
    pub minutes: i64,
}

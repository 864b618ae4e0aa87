//! The record of one customer: its own columns, units, subscriptions, contacts, opportunities and notes.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// A customer's own columns.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Record {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The segment.
    pub segment: Option<String>,
    /// The industry.
    pub industry: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// State, province or county.
    pub region: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// Degrees.
    pub lat: Option<f64>,
    /// Degrees.
    pub lon: Option<f64>,
    /// data, postal code or city; absent where the place is unknown.
    pub place_source: Option<String>,
    /// Since when it is known.
    pub created_date: Option<NaiveDate>,
    /// The source's id.
    pub external_id: Option<String>,
    /// The company above it.
    pub parent_id: Option<i64>,
    /// Its name.
    pub parent: Option<String>,
}

/// One customer.
pub async fn get(db: &Db, id: i64) -> Result<Option<Record>> {
    let sql = "select c.id, c.name, c.segment, c.industry, c.country, c.region, c.city, c.postal_code, c.lat, c.lon, c.place_source, \
               c.created_date, c.external_id, c.parent_id, p.name as parent \
               from customer c left join customer p on p.id = c.parent_id where c.id = $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// A unit.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct UnitRow {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// What it could reach, minor units.
    pub potential_minor: Option<i64>,
    /// Of the potential.
    pub currency: Option<String>,
}

/// The units of a customer.
pub async fn units(db: &Db, customer: i64) -> Result<Vec<UnitRow>> {
    let sql = "select id, name, potential_minor, currency from unit where customer_id = $1 order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct SubscriptionRow {
    /// The id.
    pub id: i64,
    /// The unit.
    pub unit_id: i64,
    /// The product.
    pub product: Option<String>,
    /// Minor units a year.
    pub arr_minor: i64,
    /// ISO code.
    pub currency: String,
    /// First day in force.
    pub start_date: NaiveDate,
    /// First day no longer in force.
    pub end_date: Option<NaiveDate>,
    /// Whether it was derived from a won opportunity.
    pub derived: bool,
}

/// The subscriptions of a customer, by start.
pub async fn subscriptions(db: &Db, customer: i64) -> Result<Vec<SubscriptionRow>> {
    let sql = "select s.id, s.unit_id, s.product, s.arr_minor, s.currency, s.start_date, s.end_date, s.derived_from is not null as derived \
               from subscription s join unit u on u.id = s.unit_id where u.customer_id = $1 order by s.start_date, s.id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// A person at the customer.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct ContactRow {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// champion, decision maker, ...
    pub role: Option<String>,
    /// The unit, where the source names one.
    pub unit_id: Option<i64>,
}

/// The contacts of a customer.
pub async fn contacts(db: &Db, customer: i64) -> Result<Vec<ContactRow>> {
    let sql = "select id, name, email, phone, title, role, unit_id from contact where customer_id = $1 order by name, id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// A sale that may come, or came.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct OpportunityRow {
    /// The id.
    pub id: i64,
    /// What it is called.
    pub name: Option<String>,
    /// new, expansion, renewal.
    pub kind: String,
    /// The stage's name.
    pub stage: Option<String>,
    /// open, won, lost.
    pub status: String,
    /// Minor units.
    pub amount_minor: Option<i64>,
    /// ISO code.
    pub currency: Option<String>,
    /// The seller's name.
    pub owner: Option<String>,
    /// The unit, where it is known.
    pub unit_id: Option<i64>,
    /// When it was made.
    pub created_date: Option<NaiveDate>,
    /// When it was or may be decided.
    pub close_date: Option<NaiveDate>,
}

/// The opportunities of a customer, the latest first.
pub async fn opportunities(db: &Db, customer: i64) -> Result<Vec<OpportunityRow>> {
    let sql = "select o.id, o.name, o.kind, o.stage, o.status, o.amount_minor, o.currency, s.name as owner, o.unit_id, o.created_date, o.close_date \
               from opportunity o left join seller s on s.id = o.owner_id where o.customer_id = $1 order by o.close_date desc, o.id desc";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// A text about the customer.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct NoteRow {
    /// The id.
    pub id: i64,
    /// The day.
    pub date: NaiveDate,
    /// Who wrote it.
    pub author: Option<String>,
    /// The text.
    pub text: String,
}

/// The notes on a customer, the latest first.
pub async fn notes(db: &Db, customer: i64) -> Result<Vec<NoteRow>> {
    let sql = "select n.id, n.date, s.name as author, n.text from note n left join seller s on s.id = n.author_id \
               where n.customer_id = $1 order by n.date desc, n.id desc limit 500";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

//! What an alignment reads of the record: units with place and owner, and the time that was observed with customers.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// A unit that an alignment may be about.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct UnitRow {
    /// The id.
    pub id: i64,
    /// Its customer.
    pub customer_id: i64,
    /// What people call it.
    pub name: String,
    /// The customer's name.
    pub customer: String,
    /// The customer's segment, as it was written.
    pub segment: Option<String>,
    /// The customer's country.
    pub country: Option<String>,
    /// The customer's industry.
    pub industry: Option<String>,
    /// Degrees north of the customer.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// In minor units of its currency.
    pub potential_minor: Option<i64>,
    /// That currency.
    pub currency: Option<String>,
    /// Who owns it on the day.
    pub owner_id: Option<i64>,
    /// Since when.
    pub owner_since: Option<NaiveDate>,
}

/// All units with their owners on a day, by id.
pub async fn units(db: &Db, day: NaiveDate) -> Result<Vec<UnitRow>> {
    let sql = "select u.id, u.customer_id, u.name, c.name as customer, c.segment, c.country, c.industry, c.lat, c.lon, \
                 u.potential_minor, u.currency, \
                 o.seller_id as owner_id, o.start_date as owner_since \
               from unit u join customer c on c.id = u.customer_id \
               left join ownership o on o.unit_id = u.id and o.start_date <= $1 and (o.end_date is null or o.end_date > $1) \
               order by u.id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(day).fetch_all(p).await?))
}

/// Time with a customer.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ObservedRow {
    /// The customer.
    pub customer_id: i64,
    /// The unit, where it is known.
    pub unit_id: Option<i64>,
    /// Who spent it.
    pub seller_id: Option<i64>,
    /// Minutes; those of records that name none are taken for `usual`.
    pub minutes: i64,
    /// Records.
    pub contacts: i64,
}

/// What was recorded with customers from a day to before another. Records without minutes count as `usual`.
pub async fn observed(db: &Db, (from, to): (NaiveDate, NaiveDate), usual: i64) -> Result<Vec<ObservedRow>> {
    let sql = "select customer_id, unit_id, seller_id, cast(sum(coalesce(minutes, $3)) as bigint) as minutes, count(*) as contacts \
               from activity where customer_id is not null and date >= $1 and date < $2 group by customer_id, unit_id, seller_id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(from).bind(to).bind(usual).fetch_all(p).await?))
}

/// Where sellers work, as far as that is known: (seller, latitude, longitude).
pub async fn places_of_sellers(db: &Db) -> Result<Vec<(i64, f64, f64)>> {
    let sql = "select id, lat, lon from seller where lat is not null and lon is not null order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

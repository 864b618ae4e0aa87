//! Subscription spans for the ARR views, with what they are grouped by.
use crate::customers::{Visible, push_books};
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;
use sqlx::QueryBuilder;

/// A span with its groups. `owner` is the owner on the span's first day, else the first owner ever.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct SpanRow {
    /// The unit.
    pub unit_id: i64,
    /// The unit's customer.
    pub customer_id: i64,
    /// Minor units a year.
    pub arr_minor: i64,
    /// ISO code.
    pub currency: String,
    /// First day in force.
    pub start_date: NaiveDate,
    /// First day no longer in force.
    pub end_date: Option<NaiveDate>,
    /// The customer's name.
    pub customer: String,
    /// The customer's segment.
    pub segment: Option<String>,
}

const SELECT: &str = "select s.unit_id, u.customer_id, s.arr_minor, s.currency, s.start_date, s.end_date, c.name as customer, c.segment \
                      from subscription s join unit u on u.id = s.unit_id join customer c on c.id = u.customer_id where 1 = 1";

/// The spans of all units, or of those that are in one of the books today, by unit and start.
pub async fn spans(db: &Db, visible: &Visible, today: NaiveDate) -> Result<Vec<SpanRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(SELECT);
        if let Visible::Books(sellers) = visible {
            query.push(" and s.unit_id in (select o.unit_id from ownership o where ");
            push_books(&mut query, sellers, today);
            query.push(")");
        }
        query.push(" order by s.unit_id, s.start_date").build_query_as().fetch_all(p).await?
    }))
}

/// The potential of units that have one above zero, in minor units.
pub async fn potentials(db: &Db) -> Result<Vec<(i64, i64)>> {
    let sql = "select id, potential_minor from unit where potential_minor > 0";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

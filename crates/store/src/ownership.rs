//! Ownership: dated rows; who owned a unit on a day is one query.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// A period of a unit with the seller's name.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct OwnershipRow {
    /// The unit.
    pub unit_id: i64,
    /// The accountable seller.
    pub seller_id: i64,
    /// The seller's name.
    pub seller: String,
    /// The seller's role in it.
    pub role: String,
    /// First day.
    pub start_date: NaiveDate,
    /// First day no longer.
    pub end_date: Option<NaiveDate>,
}

const SELECT: &str = "select o.unit_id, o.seller_id, s.name as seller, o.role, o.start_date, o.end_date \
                      from ownership o join seller s on s.id = o.seller_id ";

/// The histories of a customer's units, in order.
pub async fn of_customer(db: &Db, customer: i64) -> Result<Vec<OwnershipRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} join unit u on u.id = o.unit_id where u.customer_id = $1 order by o.unit_id, o.start_date"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// Who owned the unit on a day.
pub async fn owner_on(db: &Db, unit: i64, day: NaiveDate) -> Result<Option<OwnershipRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} where o.unit_id = $1 and o.start_date <= $2 and (o.end_date is null or o.end_date > $2)"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(unit).bind(day).fetch_optional(p).await?))
}

/// All histories, by unit and start.
pub async fn all(db: &Db) -> Result<Vec<OwnershipRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by o.unit_id, o.start_date"));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

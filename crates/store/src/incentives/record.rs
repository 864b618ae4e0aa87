//! What the record holds that incentives are told from and nobody else reads in this form.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// A sale that was won or may be.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SaleRow {
    /// The opportunity.
    pub id: i64,
    /// The unit.
    pub unit_id: i64,
    /// Whose it is.
    pub owner_id: i64,
    /// new, expansion or renewal.
    pub kind: String,
    /// won or open.
    pub status: String,
    /// Minor units.
    pub amount_minor: i64,
    /// ISO code.
    pub currency: String,
    /// When it was or may be decided.
    pub close_date: NaiveDate,
}

/// Sales that were won or may be, with amounts above zero, in a fixed order.
pub async fn sales(db: &Db) -> Result<Vec<SaleRow>> {
    let sql = "select id, unit_id, owner_id, kind, status, amount_minor, currency, close_date from opportunity \
               where status <> 'lost' and unit_id is not null and owner_id is not null and amount_minor > 0 and close_date is not null \
               order by close_date, id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Handoffs that reached a transfer, as documents, by id.
pub async fn handoffs(db: &Db) -> Result<Vec<String>> {
    let sql = "select document from handoff where state in ('transferred','settled','returned') order by id";
    Ok(both!(db, |p| sqlx::query_scalar(sql).fetch_all(p).await?))
}

/// All briefs, as documents, by handoff.
pub async fn briefs(db: &Db) -> Result<Vec<(i64, String)>> {
    let sql = "select handoff_id, document from brief order by handoff_id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// All sellers: id, name, name in the source, address.
pub async fn sellers(db: &Db) -> Result<Vec<(i64, String, Option<String>, Option<String>)>> {
    let sql = "select id, name, external_id, email from seller order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

//! Opportunities, read for the diagnosis.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// Owner and day of creation of new-business opportunities created before a day.
pub async fn new_business(db: &Db, before: NaiveDate) -> Result<Vec<(i64, NaiveDate)>> {
    let sql = "select owner_id, created_date from opportunity \
               where kind = 'new' and owner_id is not null and created_date is not null and created_date < $1 \
               order by owner_id, created_date";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(before).fetch_all(p).await?))
}

/// The day on which an opportunity was first lost.
pub async fn first_lost(db: &Db) -> Result<Option<NaiveDate>> {
    let sql = "select min(close_date) from opportunity where status = 'lost'";
    Ok(both!(db, |p| sqlx::query_scalar(sql).fetch_one(p).await?))
}

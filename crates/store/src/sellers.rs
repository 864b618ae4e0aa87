//! Sellers with their posts: role, team and reporting line through time.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// A seller as of a day.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct SellerRow {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// person, queue or integration.
    pub kind: String,
    /// First day.
    pub start_date: Option<NaiveDate>,
    /// First day no longer.
    pub end_date: Option<NaiveDate>,
    /// Contracted hours a week in hundredths.
    pub centihours_per_week: Option<i64>,
    /// The role on that day.
    pub role: Option<String>,
    /// The team on that day.
    pub team: Option<String>,
    /// The manager on that day.
    pub manager_id: Option<i64>,
}

/// All sellers as of a day, by name.
pub async fn as_of(db: &Db, day: NaiveDate) -> Result<Vec<SellerRow>> {
    let sql = "select s.id, s.name, s.kind, s.start_date, s.end_date, s.centihours_per_week, p.role, p.team, p.manager_id \
               from seller s left join seller_post p on p.seller_id = s.id and p.start_date <= $1 and (p.end_date is null or p.end_date > $1) \
               order by s.name, s.id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(day).fetch_all(p).await?))
}

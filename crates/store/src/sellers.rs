//! Sellers with their posts: role, team and reporting line through time.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;
use tandem_core::sellers::SellerRole;

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

/// Gives a seller another role from a day on, in the same team and under the same manager; returns whether the seller had a post that began
/// before that day and in another role.
pub async fn appoint(tx: &mut Tx, seller: i64, role: SellerRole, from: NaiveDate) -> Result<bool> {
    let id = tx.take_ids("seller_post", 1).await?;
    let end = "update seller_post set end_date = $2 where seller_id = $1 and end_date is null and start_date < $2 and role <> $3";
    let begin = "insert into seller_post (id, seller_id, role, team, manager_id, start_date) \
                 select $1, seller_id, $2, team, manager_id, $3 from seller_post where seller_id = $4 and end_date = $3";
    Ok(within!(tx, |c| {
        let ended = sqlx::query(end).bind(seller).bind(from).bind(role.text()).execute(&mut **c).await?;
        if ended.rows_affected() == 1 {
            let begun = sqlx::query(begin).bind(id).bind(role.text()).bind(from).bind(seller);
            begun.execute(&mut **c).await?;
        }
        ended.rows_affected() == 1
    }))
}

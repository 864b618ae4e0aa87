//! What the scorecard reads: when people last spoke with whom, who was with customers around a handoff, posts through time.
use crate::db::both;
use crate::{Db, Result};
use chrono::NaiveDate;

/// The last day on which a person, not a program, spoke with a customer: customer, unit where one is named, day.
pub async fn spoken(db: &Db, until: NaiveDate) -> Result<Vec<(i64, Option<i64>, NaiveDate)>> {
    let sql = "select a.customer_id, a.unit_id, max(a.date) from activity a join seller s on s.id = a.seller_id \
               where s.kind = 'person' and a.customer_id is not null and a.date <= $1 group by a.customer_id, a.unit_id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(until).fetch_all(p).await?))
}

/// Days on which sellers were with the customers of units that passed on: customer, seller, day.
pub async fn with_customers(db: &Db) -> Result<Vec<(i64, i64, NaiveDate)>> {
    let sql = "select distinct a.customer_id, a.seller_id, a.date from activity a \
               where a.seller_id is not null and (a.kind is null or a.kind <> 'email') and a.customer_id in \
               (select u.customer_id from unit u join handoff h on h.unit_id = u.id where h.transfer_date is not null)";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// What was stated of introductions: handoff and document, in JSON.
pub async fn introductions(db: &Db) -> Result<Vec<(i64, String)>> {
    let sql = "select handoff_id, document from handoff_evidence where key like 'introduction %'";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// A post: seller, role, first day, first day no longer.
pub type PostRow = (i64, String, NaiveDate, Option<NaiveDate>);

/// The posts of all persons, with the days on which they came and went.
pub async fn posts(db: &Db) -> Result<Vec<PostRow>> {
    let sql = "select p.seller_id, p.role, p.start_date, p.end_date from seller_post p join seller s on s.id = p.seller_id \
               where s.kind = 'person' order by p.seller_id, p.start_date";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// The first day on which each customer bought.
pub async fn first_sales(db: &Db) -> Result<Vec<(i64, NaiveDate)>> {
    let sql = "select u.customer_id, min(s.start_date) from subscription s join unit u on u.id = s.unit_id group by u.customer_id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// The segment of every unit's customer, where one is recorded.
pub async fn segments(db: &Db) -> Result<Vec<(i64, Option<String>)>> {
    let sql = "select u.id, c.segment from unit u join customer c on c.id = u.customer_id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// What every unit and its customer are called: unit, name, customer, name.
pub async fn names(db: &Db) -> Result<Vec<(i64, String, i64, String)>> {
    let sql = "select u.id, u.name, c.id, c.name from unit u join customer c on c.id = u.customer_id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

//! Activities, read for time and for a customer's page; and the weeks that sellers report themselves.
use crate::db::both;
use crate::imports::runs;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;
use futures::TryStreamExt;
use sqlx::QueryBuilder;

/// What the classification of time needs of an activity.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct TimeRow {
    /// Whose time.
    pub seller_id: i64,
    /// The customer.
    pub customer_id: Option<i64>,
    /// The unit.
    pub unit_id: Option<i64>,
    /// The day.
    pub date: NaiveDate,
    /// How long, where recorded.
    pub minutes: Option<i64>,
    /// meeting, call, ...
    pub kind: Option<String>,
    /// From the data.
    pub category: Option<String>,
    /// From the data.
    pub urgency: Option<String>,
    /// From the data.
    pub initiated_by: Option<String>,
    /// The subject line.
    pub subject: Option<String>,
    /// The kind of the opportunity it belongs to.
    pub opportunity: Option<String>,
    /// Whether it is an event of a calendar.
    pub from_calendar: Option<bool>,
}

/// Hands the activities in `from..to` of all sellers, or of these, to `each`, one by one, so that memory does not grow with them. An event
/// that another system logs too (same seller, day, customer and minutes) is that system's.
pub async fn each_in(
    db: &Db,
    of: Option<&[i64]>,
    (from, to): (NaiveDate, NaiveDate),
    mut each: impl FnMut(TimeRow),
) -> Result<()> {
    let sql = "select a.seller_id, a.customer_id, a.unit_id, a.date, a.minutes, a.kind, a.category, a.urgency, a.initiated_by, a.subject, \
               o.kind as opportunity, a.from_calendar from activity a left join opportunity o on o.id = a.opportunity_id \
               where (a.from_calendar is null or not exists \
               (select 1 from activity b where b.seller_id = a.seller_id and b.date = a.date and b.minutes = a.minutes \
               and b.customer_id = a.customer_id and b.from_calendar is null)) and a.date >= ";
    both!(db, |p| {
        let mut query = QueryBuilder::new(sql);
        query.push_bind(from).push(" and a.date < ").push_bind(to);
        if let Some(sellers) = of {
            query.push(" and a.seller_id in (-1");
            for seller in sellers {
                query.push(", ").push_bind(*seller);
            }
            query.push(")");
        } else {
            query.push(" and a.seller_id is not null");
        }
        let mut rows = query.build_query_as::<TimeRow>().fetch(p);
        while let Some(row) = rows.try_next().await? {
            each(row);
        }
    });
    Ok(())
}

/// The first and last day with an activity.
pub async fn days(db: &Db) -> Result<(Option<NaiveDate>, Option<NaiveDate>)> {
    Ok(both!(db, |p| sqlx::query_as("select min(date), max(date) from activity").fetch_one(p).await?))
}

/// An activity as a customer's page shows it.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct ActivityRow {
    /// The id.
    pub id: i64,
    /// The day.
    pub date: NaiveDate,
    /// The seller's name.
    pub seller: Option<String>,
    /// meeting, call, ...
    pub kind: Option<String>,
    /// From the data.
    pub category: Option<String>,
    /// How long, where recorded.
    pub minutes: Option<i64>,
    /// The subject line.
    pub subject: Option<String>,
}

/// A customer's latest activities.
pub async fn of_customer(db: &Db, customer: i64, limit: i64, offset: i64) -> Result<Vec<ActivityRow>> {
    let sql = "select a.id, a.date, s.name as seller, a.kind, a.category, a.minutes, a.subject from activity a \
               left join seller s on s.id = a.seller_id where a.customer_id = $1 order by a.date desc, a.id desc limit $2 offset $3";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).bind(limit).bind(offset).fetch_all(p).await?))
}

/// A week that a seller reported.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ReportRow {
    /// Whose.
    pub seller_id: i64,
    /// The Monday.
    pub week_start: NaiveDate,
    /// Which category.
    pub category: String,
    /// How long.
    pub minutes: i64,
}

/// Reports of weeks that begin in `from..to`.
pub async fn reports(db: &Db, from: NaiveDate, to: NaiveDate) -> Result<Vec<ReportRow>> {
    let sql = "select seller_id, week_start, category, minutes from time_report where week_start >= $1 and week_start < $2 \
               order by seller_id, week_start, category";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(from).bind(to).fetch_all(p).await?))
}

/// The source under which reported weeks are kept, whichever way they come.
pub const REPORTS_SOURCE: &str = "self_reports";

/// The id of a report under [`REPORTS_SOURCE`].
pub fn report_id(seller: i64, week_start: NaiveDate, category: &str) -> String {
    format!("{seller}:{week_start}:{category}")
}

/// Adds or replaces reported minutes. What a seller writes is the seller's from then on: an import that had said it before can no longer
/// take it back.
pub async fn put_reports(tx: &mut Tx, rows: &[ReportRow]) -> Result<()> {
    let source = runs::source(tx, REPORTS_SOURCE).await?;
    let first = tx.take_ids("time_report", rows.len()).await?;
    let sql = "insert into time_report (id, source_id, external_id, seller_id, week_start, category, minutes) values ($1, $2, $3, $4, $5, $6, $7) \
               on conflict (seller_id, week_start, category) do update set minutes = excluded.minutes, import_id = null, content_hash = null";
    let forget = "delete from import_change where object = 'time_reports' and record_id in \
                  (select id from time_report where source_id = $1 and external_id = $2)";
    for (id, row) in (first..).zip(rows) {
        let external_id = report_id(row.seller_id, row.week_start, &row.category);
        within!(tx, |c| {
            let query = sqlx::query(sql).bind(id).bind(source).bind(&external_id).bind(row.seller_id);
            let query = query.bind(row.week_start).bind(&row.category).bind(row.minutes);
            query.execute(&mut **c).await?;
            sqlx::query(forget).bind(source).bind(&external_id).execute(&mut **c).await?.rows_affected()
        });
    }
    Ok(())
}

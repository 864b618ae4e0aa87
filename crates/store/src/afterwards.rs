//! What is said after a transfer: the receiver's checks, and the verdict on the brief.
use crate::db::both;
use crate::write::within;
use crate::{Db, Error, Result, Tx};
use chrono::NaiveDate;

/// A check.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct CheckRow {
    /// Of which handoff.
    pub handoff_id: i64,
    /// Which: day_30, day_60 or day_90.
    pub due: String,
    /// What was said, in JSON.
    pub document: String,
    /// Who said so.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct VerdictRow {
    /// Of which handoff.
    pub handoff_id: i64,
    /// One more with every change, from 1 on.
    pub version: i64,
    /// What was said, in JSON.
    pub document: String,
    /// Who said so last.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// A subscription of a unit.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SpanRow {
    /// Whose.
    pub unit_id: i64,
    /// A year's worth.
    pub arr_minor: i64,
    /// In which currency.
    pub currency: String,
    /// First day in force.
    pub start_date: NaiveDate,
    /// First day no longer in force.
    pub end_date: Option<NaiveDate>,
}

/// The subscriptions of a unit, or of all units that a handoff ever was to pass on.
pub async fn spans(db: &Db, unit: Option<i64>) -> Result<Vec<SpanRow>> {
    let sql = "select unit_id, arr_minor, currency, start_date, end_date from subscription \
               where unit_id = $1 or ($1 = 0 and unit_id in (select unit_id from handoff where transfer_date is not null)) order by unit_id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(unit.unwrap_or_default()).fetch_all(p).await?))
}

/// The subscriptions of all units.
pub async fn all_spans(db: &Db) -> Result<Vec<SpanRow>> {
    let sql =
        "select unit_id, arr_minor, currency, start_date, end_date from subscription order by unit_id, id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// The checks of a handoff.
pub async fn checks(db: &Db, handoff: i64) -> Result<Vec<CheckRow>> {
    let sql = "select handoff_id, due, document, by_name, at_us from handoff_check where handoff_id = $1 order by due";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(handoff).fetch_all(p).await?))
}

/// Keeps a check; returns false where that one was made already.
pub async fn check(tx: &mut Tx, row: &CheckRow) -> Result<bool> {
    let sql = "insert into handoff_check (handoff_id, due, document, by_name, at_us) values ($1,$2,$3,$4,$5) on conflict do nothing";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.handoff_id).bind(&row.due).bind(&row.document);
        query.bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?.rows_affected()
    });
    Ok(kept == 1)
}

/// The verdicts of all handoffs, or of one.
pub async fn verdicts(db: &Db, handoff: Option<i64>) -> Result<Vec<VerdictRow>> {
    let sql = "select handoff_id, version, document, by_name, at_us from handoff_verdict where $1 = 0 or handoff_id = $1 order by handoff_id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(handoff.unwrap_or_default()).fetch_all(p).await?))
}

/// Keeps the next version of a verdict; the first is 1.
///
/// # Errors
/// Where somebody else has saved another one meanwhile.
pub async fn save_verdict(tx: &mut Tx, row: &VerdictRow) -> Result<()> {
    let sql = "insert into handoff_verdict (handoff_id, version, document, by_name, at_us) values ($1,$2,$3,$4,$5) \
               on conflict (handoff_id) do update set version = excluded.version, document = excluded.document, by_name = excluded.by_name, \
               at_us = excluded.at_us where handoff_verdict.version = excluded.version - 1";
    let saved = within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.handoff_id).bind(row.version).bind(&row.document);
        query.bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?.rows_affected()
    });
    let stale = || Error::Refused("the verdict was changed meanwhile: look at it again".to_owned());
    (saved == 1).then_some(()).ok_or_else(stale)
}

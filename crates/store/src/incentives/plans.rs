//! Versions of the incentive plan: drafts are changed, approved ones never.
use crate::db::both;
use crate::write::within;
use crate::{Db, Error, Result, Tx};
use chrono::NaiveDate;

/// A version of the plan.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PlanRow {
    /// The id.
    pub id: i64,
    /// What the company calls it.
    pub name: String,
    /// Which version it calls itself.
    pub version: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// As it was written.
    pub document: String,
    /// Who wrote it last.
    pub by_name: String,
    /// When.
    pub at_us: i64,
    /// Who approved it; none: it is a draft.
    pub approved_by: Option<String>,
    /// When.
    pub approved_us: Option<i64>,
    /// When it was withdrawn, before it came into force.
    pub withdrawn_us: Option<i64>,
}

/// All versions, the latest first.
pub async fn plans(db: &Db) -> Result<Vec<PlanRow>> {
    let sql = "select id, name, version, effective, document, by_name, at_us, approved_by, approved_us, withdrawn_us from incentive_plan order by effective desc, id desc";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Keeps a new draft; its id is given here.
pub async fn draft(tx: &mut Tx, row: &PlanRow) -> Result<i64> {
    let id = tx.take_ids("incentive_plan", 1).await?;
    let sql = "insert into incentive_plan (id, name, version, effective, document, by_name, at_us) values ($1,$2,$3,$4,$5,$6,$7) on conflict do nothing";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&row.name).bind(&row.version).bind(row.effective);
        let query = query.bind(&row.document).bind(&row.by_name).bind(row.at_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    (kept == 1).then_some(id).ok_or_else(|| twice(row))
}

fn twice(row: &PlanRow) -> Error {
    Error::Refused(format!(
        "there is a version {} of `{}` already: give this one another version",
        row.version, row.name
    ))
}

/// Changes a draft; returns whether there was one.
pub async fn change(tx: &mut Tx, row: &PlanRow) -> Result<bool> {
    let sql = "update incentive_plan set name = $2, version = $3, effective = $4, document = $5, by_name = $6, at_us = $7 \
               where id = $1 and approved_us is null and withdrawn_us is null";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(&row.name).bind(&row.version).bind(row.effective);
        let query = query.bind(&row.document).bind(&row.by_name).bind(row.at_us);
        query.execute(&mut **c).await?.rows_affected()
    }) > 0)
}

/// Drops a draft; returns whether there was one.
pub async fn drop_draft(tx: &mut Tx, id: i64) -> Result<bool> {
    let sql = "delete from incentive_plan where id = $1 and approved_us is null";
    Ok(within!(tx, |c| sqlx::query(sql).bind(id).execute(&mut **c).await?.rows_affected()) > 0)
}

/// Approves a draft as it stands; returns whether it still stood so.
pub async fn approve(tx: &mut Tx, row: &PlanRow, by: &str, at_us: i64) -> Result<bool> {
    let sql = "update incentive_plan set approved_by = $3, approved_us = $4 \
               where id = $1 and document = $2 and approved_us is null and withdrawn_us is null";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(&row.document).bind(by).bind(at_us);
        query.execute(&mut **c).await?.rows_affected()
    }) > 0)
}

/// Refuses to go on where a version was approved or withdrawn since so many that stand were read: two that are approved at once could both pay
/// somebody. Others wait until this transaction ends.
pub async fn as_many_stand(tx: &mut Tx, plans: usize) -> Result<()> {
    // Taking no id still locks the row, so that of two at once one waits and then sees what the other did.
    tx.take_ids("incentive_plan", 0).await?;
    let sql = "select count(*) from incentive_plan where approved_us is not null and withdrawn_us is null";
    let now: i64 = within!(tx, |c| sqlx::query_scalar(sql).fetch_one(&mut **c).await?);
    if now == plans as i64 {
        return Ok(());
    }
    Err(Error::Refused(
        "a plan was approved or withdrawn meanwhile: look at the plans and try again".to_owned(),
    ))
}

/// Withdraws an approved version; whether it has come into force is for the caller to know.
pub async fn withdraw(tx: &mut Tx, id: i64, at_us: i64) -> Result<bool> {
    let sql = "update incentive_plan set withdrawn_us = $2 where id = $1 and approved_us is not null and withdrawn_us is null";
    Ok(within!(tx, |c| sqlx::query(sql).bind(id).bind(at_us).execute(&mut **c).await?.rows_affected()) > 0)
}

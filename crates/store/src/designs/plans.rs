//! Plans that were decided for. They are added and taken back, never changed.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PlanRow {
    /// The id.
    pub id: i64,
    /// The study whose answer holds it.
    pub study_id: i64,
    /// Its place among that answer's plans, from 0.
    pub place: i64,
    /// What to call it.
    pub name: String,
    /// The scenario, as text.
    pub document: String,
    /// Whether it starts from the book that the study's question holds.
    pub from_book: bool,
    /// The day from which it counts.
    pub from_date: NaiveDate,
    /// Why.
    pub because: String,
    /// What is expected of it, in JSON.
    pub expected: String,
    /// Who decided.
    pub by_name: String,
    /// When.
    pub at_us: i64,
    /// Who took it back.
    pub withdrawn_by: Option<String>,
    /// When.
    pub withdrawn_us: Option<i64>,
}

/// The latest plans, the latest first.
pub async fn plans(db: &Db, count: i64) -> Result<Vec<PlanRow>> {
    let sql = "select id, study_id, place, name, document, from_book, from_date, because, expected, by_name, at_us, withdrawn_by, withdrawn_us \
               from sales_plan order by id desc limit $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(count).fetch_all(p).await?))
}

/// The plan that counts: the last that was not taken back.
pub async fn plan_in_force(db: &Db) -> Result<Option<PlanRow>> {
    let sql = "select id, study_id, place, name, document, from_book, from_date, because, expected, by_name, at_us, withdrawn_by, withdrawn_us \
               from sales_plan where withdrawn_us is null order by id desc limit 1";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_optional(p).await?))
}

/// Keeps a plan; its id is given here.
pub async fn take_plan(tx: &mut Tx, row: &PlanRow) -> Result<i64> {
    let id = tx.take_ids("sales_plan", 1).await?;
    let sql = "insert into sales_plan (id, study_id, place, name, document, from_book, from_date, because, expected, by_name, at_us) \
               values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.study_id).bind(row.place).bind(&row.name);
        let query = query.bind(&row.document).bind(row.from_book).bind(row.from_date).bind(&row.because);
        query.bind(&row.expected).bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(id)
}

/// Takes a plan back; false where there is none such, or it was taken back before.
pub async fn withdraw_plan(tx: &mut Tx, id: i64, by: &str, at_us: i64) -> Result<bool> {
    let sql =
        "update sales_plan set withdrawn_by = $2, withdrawn_us = $3 where id = $1 and withdrawn_us is null";
    Ok(within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(by)
        .bind(at_us)
        .execute(&mut **c)
        .await?
        .rows_affected())
        == 1)
}

//! Interventions and what came of them. The document is locked by the database itself from the start on.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// An intervention.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct InterventionRow {
    /// The id; given by [`insert`].
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// draft, running, ended, judged or cancelled.
    pub state: String,
    /// Tells two writers apart.
    pub version: i64,
    /// The first day.
    pub start_date: NaiveDate,
    /// The last day.
    pub end_date: NaiveDate,
    /// What it is judged by, as a document; persons by the ids of sellers.
    pub document: String,
    /// Of the lots, where they were drawn.
    pub seed: Option<i64>,
    /// What was found when it was judged, in JSON.
    pub evidence: Option<String>,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// Who opened the question of splitting with it.
    pub splitting_by: Option<String>,
    /// When.
    pub splitting_us: Option<i64>,
    /// Who changed it last.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

const ROW: &str = "select id, name, state, version, start_date, end_date, document, seed, evidence, reason, splitting_by, splitting_us, \
                   by_name, at_us from intervention";

/// All of them, the one that begins last first.
pub async fn all(db: &Db) -> Result<Vec<InterventionRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} order by start_date desc, id desc"));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// One of them.
pub async fn one(db: &Db, id: i64) -> Result<Option<InterventionRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// Keeps a new one; its id is given here.
pub async fn insert(tx: &mut Tx, row: &InterventionRow) -> Result<i64> {
    let id = tx.take_ids("intervention", 1).await?;
    let sql = "insert into intervention (id, name, state, version, start_date, end_date, document, seed, by_name, at_us) \
               values ($1,$2,$3,1,$4,$5,$6,$7,$8,$9)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&row.name).bind(&row.state).bind(row.start_date);
        let query = query.bind(row.end_date).bind(&row.document).bind(row.seed).bind(&row.by_name);
        query.bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(id)
}

/// Replaces the version that the row names; returns whether it was still that one.
pub async fn save(tx: &mut Tx, row: &InterventionRow) -> Result<bool> {
    let sql = "update intervention set name = $3, state = $4, start_date = $5, end_date = $6, document = $7, evidence = $8, reason = $9, \
               splitting_by = $10, splitting_us = $11, by_name = $12, at_us = $13, seed = $14, version = version + 1 \
               where id = $1 and version = $2";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(row.version).bind(&row.name).bind(&row.state);
        let query = query.bind(row.start_date).bind(row.end_date).bind(&row.document).bind(&row.evidence);
        let query = query.bind(&row.reason).bind(&row.splitting_by).bind(row.splitting_us);
        let query = query.bind(&row.by_name).bind(row.at_us).bind(row.seed);
        query.execute(&mut **c).await?.rows_affected()
    }) == 1)
}

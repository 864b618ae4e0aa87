//! What managers say against proposed moves.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A challenge.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ChallengeRow {
    /// The id.
    pub id: i64,
    /// Of which alignment.
    pub alignment_id: i64,
    /// Which unit should not move so.
    pub unit_id: i64,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub by_name: String,
    /// The seller this person is.
    pub by_seller: Option<i64>,
    /// When.
    pub at_us: i64,
    /// accepted or declined.
    pub answer: Option<String>,
    /// Why.
    pub answer_reason: Option<String>,
    /// By whom.
    pub answered_by: Option<String>,
    /// When.
    pub answered_us: Option<i64>,
}

const ROW: &str = "select id, alignment_id, unit_id, reason, by_name, by_seller, at_us, answer, answer_reason, answered_by, answered_us from alignment_challenge";

/// All of an alignment, the latest first.
pub async fn challenges(db: &Db, alignment: i64) -> Result<Vec<ChallengeRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where alignment_id = $1 order by id desc"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(alignment).fetch_all(p).await?))
}

/// One of them.
pub async fn challenge_of(db: &Db, alignment: i64, id: i64) -> Result<Option<ChallengeRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where alignment_id = $1 and id = $2"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(alignment).bind(id).fetch_optional(p).await?))
}

/// Keeps a new one; its id is given here.
pub async fn challenge(tx: &mut Tx, row: &ChallengeRow) -> Result<i64> {
    let id = tx.take_ids("alignment_challenge", 1).await?;
    let sql = "insert into alignment_challenge (id, alignment_id, unit_id, reason, by_name, by_seller, at_us) values ($1,$2,$3,$4,$5,$6,$7)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.alignment_id).bind(row.unit_id).bind(&row.reason);
        let query = query.bind(&row.by_name).bind(row.by_seller).bind(row.at_us);
        query.execute(&mut **c).await?;
    });
    Ok(id)
}

/// Answers one; false where it was answered before.
pub async fn answer(
    tx: &mut Tx,
    id: i64,
    (answer, reason): (&str, &str),
    (by, at_us): (&str, i64),
) -> Result<bool> {
    let sql = "update alignment_challenge set answer = $2, answer_reason = $3, answered_by = $4, answered_us = $5 where id = $1 and answer is null";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(answer).bind(reason).bind(by).bind(at_us);
        query.execute(&mut **c).await?.rows_affected()
    }) == 1)
}

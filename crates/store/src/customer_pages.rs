//! Pages that customers read behind a key, and what they answer there.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PageRow {
    /// The id.
    pub id: i64,
    /// Of which handoff.
    pub handoff_id: i64,
    /// The hash of its key.
    pub key_hash: String,
    /// The customer's language: en or zh-Hant.
    pub language: String,
    /// Who made it.
    pub by_name: String,
    /// When.
    pub made_us: i64,
    /// From when on nobody reads it.
    pub expires_us: i64,
    /// When somebody took it back.
    pub revoked_us: Option<i64>,
    /// When the customer first read it.
    pub opened_us: Option<i64>,
}

/// What a customer answered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AnswerRow {
    /// Of which handoff.
    pub handoff_id: i64,
    /// before or after.
    pub moment: String,
    /// What, in JSON.
    pub document: String,
    /// When.
    pub at_us: i64,
}

const SELECT: &str = "select id, handoff_id, key_hash, language, by_name, made_us, expires_us, revoked_us, opened_us from customer_page";

/// The pages of a handoff, the latest first.
pub async fn of_handoff(db: &Db, handoff: i64) -> Result<Vec<PageRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where handoff_id = $1 order by id desc"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(handoff).fetch_all(p).await?))
}

/// The page behind a key that can still be read.
pub async fn by_key(db: &Db, key_hash: &str, now_us: i64) -> Result<Option<PageRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} where key_hash = $1 and revoked_us is null and expires_us > $2"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(key_hash).bind(now_us).fetch_optional(p).await?))
}

/// Keeps a new page; its id is given here.
pub async fn make(tx: &mut Tx, row: &PageRow) -> Result<i64> {
    let id = tx.take_ids("customer_page", 1).await?;
    let sql = "insert into customer_page (id, handoff_id, key_hash, language, by_name, made_us, expires_us) values ($1,$2,$3,$4,$5,$6,$7)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.handoff_id).bind(&row.key_hash).bind(&row.language);
        query.bind(&row.by_name).bind(row.made_us).bind(row.expires_us).execute(&mut **c).await?;
    });
    Ok(id)
}

/// Takes a page of a handoff back; returns whether there was one that could be read.
pub async fn revoke(tx: &mut Tx, handoff: i64, id: i64, now_us: i64) -> Result<bool> {
    let sql =
        "update customer_page set revoked_us = $3 where id = $1 and handoff_id = $2 and revoked_us is null";
    let done = within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(handoff).bind(now_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    Ok(done == 1)
}

/// Notes that the customer has read a page; returns whether it was for the first time.
pub async fn opened(tx: &mut Tx, id: i64, now_us: i64) -> Result<bool> {
    let sql = "update customer_page set opened_us = $2 where id = $1 and opened_us is null";
    let done =
        within!(tx, |c| sqlx::query(sql).bind(id).bind(now_us).execute(&mut **c).await?.rows_affected());
    Ok(done == 1)
}

/// What customers answered in all handoffs, or in one.
pub async fn answers(db: &Db, handoff: Option<i64>) -> Result<Vec<AnswerRow>> {
    let sql =
        "select handoff_id, moment, document, at_us from customer_answer where $1 = 0 or handoff_id = $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(handoff.unwrap_or_default()).fetch_all(p).await?))
}

/// Keeps an answer; returns false where there is one of that moment already.
pub async fn answer(tx: &mut Tx, row: &AnswerRow) -> Result<bool> {
    let sql = "insert into customer_answer (handoff_id, moment, document, at_us) values ($1,$2,$3,$4) on conflict do nothing";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.handoff_id).bind(&row.moment).bind(&row.document);
        query.bind(row.at_us).execute(&mut **c).await?.rows_affected()
    });
    Ok(kept == 1)
}

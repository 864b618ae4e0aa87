//! Alignments by name, from draft to adoption.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// An alignment.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AlignmentRow {
    /// The id.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// One more with every change.
    pub version: i64,
    /// draft or adopted.
    pub state: String,
    /// What people say of it, as a document of core.
    pub setup: String,
    /// Who made it.
    pub by_name: String,
    /// When.
    pub at_us: i64,
    /// Which proposal was adopted.
    pub proposal: Option<String>,
    /// From which day on it holds.
    pub effective: Option<NaiveDate>,
    /// Why.
    pub because: Option<String>,
    /// Who adopted it.
    pub adopted_by: Option<String>,
    /// When.
    pub adopted_us: Option<i64>,
}

/// That somebody decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// Which proposal.
    pub proposal: String,
    /// From which day on.
    pub effective: NaiveDate,
    /// Why.
    pub because: String,
    /// Who.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

const ROW: &str = "select id, name, version, state, setup, by_name, at_us, proposal, effective, because, adopted_by, adopted_us from alignment";

/// All of them, the latest first.
pub async fn alignments(db: &Db) -> Result<Vec<AlignmentRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} order by id desc"));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// One of them.
pub async fn alignment(db: &Db, id: i64) -> Result<Option<AlignmentRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// Keeps a new draft; returns its id.
pub async fn create(tx: &mut Tx, name: &str, setup: &str, by: &str, at_us: i64) -> Result<i64> {
    let id = tx.take_ids("alignment", 1).await?;
    let sql = "insert into alignment (id, name, version, state, setup, by_name, at_us) values ($1,$2,1,'draft',$3,$4,$5)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(name).bind(setup).bind(by).bind(at_us);
        query.execute(&mut **c).await?;
    });
    Ok(id)
}

/// Changes name and setup of a draft from a version; false where it is another one, or no draft.
pub async fn change(tx: &mut Tx, id: i64, version: i64, name: &str, setup: &str) -> Result<bool> {
    let sql = "update alignment set name = $3, setup = $4, version = version + 1 where id = $1 and version = $2 and state = 'draft'";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(version).bind(name).bind(setup);
        query.execute(&mut **c).await?.rows_affected()
    }) == 1)
}

/// Keeps another setup of a draft as its next version, from the one that was read.
pub async fn relock(tx: &mut Tx, id: i64, version: i64, setup: &str) -> Result<bool> {
    let sql = "update alignment set setup = $3, version = version + 1 where id = $1 and version = $2 and state = 'draft'";
    Ok(within!(tx, |c| {
        sqlx::query(sql).bind(id).bind(version).bind(setup).execute(&mut **c).await?.rows_affected()
    }) == 1)
}

/// Deletes a draft with all that was found; false where it is no draft.
pub async fn delete(tx: &mut Tx, id: i64) -> Result<bool> {
    let sql = "delete from alignment_proposal where alignment_id in (select id from alignment where id = $1 and state = 'draft')";
    within!(tx, |c| sqlx::query(sql).bind(id).execute(&mut **c).await?.rows_affected());
    let sql = "delete from alignment where id = $1 and state = 'draft'";
    Ok(within!(tx, |c| sqlx::query(sql).bind(id).execute(&mut **c).await?.rows_affected()) == 1)
}

/// Adopts a draft from a version; false where it is another one, or no draft.
pub async fn adopt(tx: &mut Tx, id: i64, version: i64, adoption: &Adoption) -> Result<bool> {
    let sql = "update alignment set state = 'adopted', version = version + 1, proposal = $3, effective = $4, because = $5, adopted_by = $6, adopted_us = $7 \
               where id = $1 and version = $2 and state = 'draft'";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(version).bind(&adoption.proposal).bind(adoption.effective);
        let query = query.bind(&adoption.because).bind(&adoption.by_name).bind(adoption.at_us);
        query.execute(&mut **c).await?.rows_affected()
    }) == 1)
}

/// Takes an adoption back: it is a draft again. False where it is another version, or not adopted.
pub async fn withdraw(tx: &mut Tx, id: i64, version: i64) -> Result<bool> {
    let sql = "update alignment set state = 'draft', version = version + 1, proposal = null, effective = null, because = null, adopted_by = null, adopted_us = null \
               where id = $1 and version = $2 and state = 'adopted'";
    Ok(within!(tx, |c| sqlx::query(sql).bind(id).bind(version).execute(&mut **c).await?.rows_affected()) == 1)
}

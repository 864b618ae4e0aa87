//! Scenarios by name.
use crate::db::both;
use crate::write::within;
use crate::{Db, Error, Result, Tx};

/// A scenario.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ScenarioRow {
    /// The id.
    pub id: i64,
    /// What the company calls it.
    pub name: String,
    /// As it was written.
    pub document: String,
    /// Whether it starts from the book as it is.
    pub from_book: bool,
    /// One more with every change.
    pub version: i64,
    /// Who wrote it last.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// All scenarios, in the order in which they were made.
pub async fn scenarios(db: &Db) -> Result<Vec<ScenarioRow>> {
    let sql = "select id, name, document, from_book, version, by_name, at_us from scenario order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// One of them.
pub async fn scenario(db: &Db, id: i64) -> Result<Option<ScenarioRow>> {
    let sql = "select id, name, document, from_book, version, by_name, at_us from scenario where id = $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// Keeps a new scenario; its id is given here.
pub async fn create(tx: &mut Tx, row: &ScenarioRow) -> Result<i64> {
    let id = tx.take_ids("scenario", 1).await?;
    let sql = "insert into scenario (id, name, document, from_book, version, by_name, at_us) values ($1,$2,$3,$4,1,$5,$6) on conflict do nothing";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&row.name).bind(&row.document).bind(row.from_book);
        query.bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?.rows_affected()
    });
    (kept == 1).then_some(id).ok_or_else(|| taken(&row.name))
}

fn taken(name: &str) -> Error {
    Error::Refused(format!("there is a scenario `{name}` already: give this one another name"))
}

/// Replaces the version that the row names; returns whether it was still that one.
pub async fn change(tx: &mut Tx, row: &ScenarioRow) -> Result<bool> {
    let other = "select count(*) from scenario where name = $2 and id <> $1";
    let others: i64 =
        within!(tx, |c| sqlx::query_scalar(other).bind(row.id).bind(&row.name).fetch_one(&mut **c).await?);
    if others > 0 {
        return Err(taken(&row.name));
    }
    let sql = "update scenario set name = $2, document = $3, from_book = $4, version = version + 1, by_name = $5, at_us = $6 \
               where id = $1 and version = $7";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(&row.name).bind(&row.document).bind(row.from_book);
        query.bind(&row.by_name).bind(row.at_us).bind(row.version).execute(&mut **c).await?.rows_affected()
    }) == 1)
}

/// Deletes a scenario; returns whether there was one. Studies keep what they asked.
pub async fn delete(tx: &mut Tx, id: i64) -> Result<bool> {
    let sql = "delete from scenario where id = $1";
    Ok(within!(tx, |c| sqlx::query(sql).bind(id).execute(&mut **c).await?.rows_affected()) == 1)
}

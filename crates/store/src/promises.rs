//! What plans promised that were decided for. Promises are never changed; the latest holds.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// A promise.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct PromiseRow {
    /// The id; given by [`insert`].
    pub id: i64,
    /// The day from which the roles were split.
    pub split_date: NaiveDate,
    /// What the scenario was called.
    pub scenario: String,
    /// As it was written.
    pub document: String,
    /// Its simulated lives, month by month, in JSON.
    pub lives: String,
    /// Cost that the inside channel was to save, as a share of it.
    pub inside_saving: Option<f64>,
    /// Recurring revenue a year that it was to lose at most, as a share of it.
    pub inside_loss: Option<f64>,
    /// Who decided.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// The one that holds.
pub async fn latest(db: &Db) -> Result<Option<PromiseRow>> {
    let sql = "select id, split_date, scenario, document, lives, inside_saving, inside_loss, by_name, at_us from promise \
               order by id desc limit 1";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_optional(p).await?))
}

/// Keeps a promise; its id is given here.
pub async fn insert(tx: &mut Tx, row: &PromiseRow) -> Result<i64> {
    let id = tx.take_ids("promise", 1).await?;
    let sql = "insert into promise (id, split_date, scenario, document, lives, inside_saving, inside_loss, by_name, at_us) \
               values ($1,$2,$3,$4,$5,$6,$7,$8,$9)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.split_date).bind(&row.scenario).bind(&row.document);
        let query = query.bind(&row.lives).bind(row.inside_saving).bind(row.inside_loss);
        query.bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(id)
}

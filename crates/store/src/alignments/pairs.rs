//! Hunters and their account managers through time, and the handoffs that an alignment proposed.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// A pair.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PairRow {
    /// The hunter.
    pub hunter_id: i64,
    /// The account manager.
    pub manager_id: i64,
    /// By which alignment.
    pub alignment_id: i64,
    /// First day.
    pub start_date: NaiveDate,
    /// First day no longer.
    pub end_date: Option<NaiveDate>,
}

/// The pairs on a day.
pub async fn pairs_on(db: &Db, day: NaiveDate) -> Result<Vec<PairRow>> {
    let sql = "select hunter_id, manager_id, alignment_id, start_date, end_date from pair \
               where start_date <= $1 and (end_date is null or end_date > $1) order by hunter_id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(day).fetch_all(p).await?))
}

/// All pairs that have been since a day, by hunter and first day.
pub async fn pairs_since(db: &Db, day: NaiveDate) -> Result<Vec<PairRow>> {
    let sql = "select hunter_id, manager_id, alignment_id, start_date, end_date from pair \
               where end_date is null or end_date > $1 order by hunter_id, start_date";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(day).fetch_all(p).await?))
}

/// Pairs a hunter with an account manager from a day on; the pair before ends there. Where they are one already, that goes on.
pub async fn begin_pair(
    tx: &mut Tx,
    alignment: i64,
    hunter: i64,
    manager: i64,
    on: NaiveDate,
) -> Result<bool> {
    let same = "select count(*) from pair where hunter_id = $1 and manager_id = $2 and end_date is null";
    let same: i64 =
        within!(tx, |c| sqlx::query_scalar(same).bind(hunter).bind(manager).fetch_one(&mut **c).await?);
    if same > 0 {
        return Ok(false);
    }
    // One that had not begun by then never does.
    let gone = "delete from pair where hunter_id = $1 and end_date is null and start_date >= $2";
    let end = "update pair set end_date = $2 where hunter_id = $1 and end_date is null";
    for sql in [gone, end] {
        within!(tx, |c| sqlx::query(sql).bind(hunter).bind(on).execute(&mut **c).await?.rows_affected());
    }
    let id = tx.take_ids("pair", 1).await?;
    let sql =
        "insert into pair (id, hunter_id, manager_id, alignment_id, start_date) values ($1,$2,$3,$4,$5)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(hunter).bind(manager).bind(alignment).bind(on);
        query.execute(&mut **c).await?;
    });
    Ok(true)
}

/// Takes back the pairs of an alignment that begin on a day; those that ended there go on.
pub async fn unpair(tx: &mut Tx, alignment: i64, on: NaiveDate) -> Result<()> {
    let gone = "delete from pair where alignment_id = $1 and start_date = $2";
    // The open pair of a hunter is one: the new ones go before the old ones go on.
    let hunters: Vec<i64> = within!(tx, |c| {
        let sql = "select hunter_id from pair where alignment_id = $1 and start_date = $2";
        sqlx::query_scalar(sql).bind(alignment).bind(on).fetch_all(&mut **c).await?
    });
    within!(tx, |c| sqlx::query(gone).bind(alignment).bind(on).execute(&mut **c).await?.rows_affected());
    let reopen = "update pair set end_date = null where hunter_id = $1 and end_date = $2";
    for hunter in hunters {
        within!(tx, |c| sqlx::query(reopen).bind(hunter).bind(on).execute(&mut **c).await?.rows_affected());
    }
    Ok(())
}

/// Keeps that an alignment proposed a handoff.
pub async fn keep_handoff(tx: &mut Tx, alignment: i64, handoff: i64) -> Result<()> {
    let sql = "insert into alignment_handoff (alignment_id, handoff_id) values ($1,$2)";
    within!(tx, |c| sqlx::query(sql).bind(alignment).bind(handoff).execute(&mut **c).await?.rows_affected());
    Ok(())
}

/// The handoffs that an alignment proposed.
pub async fn handoffs_of(db: &Db, alignment: i64) -> Result<Vec<i64>> {
    let sql = "select handoff_id from alignment_handoff where alignment_id = $1 order by handoff_id";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(alignment).fetch_all(p).await?))
}

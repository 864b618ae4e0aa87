//! Opportunities: read for the diagnosis, given on by handoffs.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// Owner and day of creation of new-business opportunities created before a day.
pub async fn new_business(db: &Db, before: NaiveDate) -> Result<Vec<(i64, NaiveDate)>> {
    let sql = "select owner_id, created_date from opportunity \
               where kind = 'new' and owner_id is not null and created_date is not null and created_date < $1 \
               order by owner_id, created_date";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(before).fetch_all(p).await?))
}

/// The day on which an opportunity was first lost.
pub async fn first_lost(db: &Db) -> Result<Option<NaiveDate>> {
    let sql = "select min(close_date) from opportunity where status = 'lost'";
    Ok(both!(db, |p| sqlx::query_scalar(sql).fetch_one(p).await?))
}

/// Gives open opportunities another owner; returns how many were there.
pub async fn give(tx: &mut Tx, opportunities: &[i64], owner: i64) -> Result<u64> {
    let mut given = 0;
    for opportunity in opportunities {
        let sql = "update opportunity set taken_from_id = owner_id, given_to_id = $2, owner_id = $2 \
                   where id = $1 and status = 'open' and owner_id is distinct from $2";
        given += within!(tx, |c| sqlx::query(sql)
            .bind(*opportunity)
            .bind(owner)
            .execute(&mut **c)
            .await?
            .rows_affected());
    }
    Ok(given)
}

/// Leaves what handoffs gave on with those who got it, where a source still names whom it was taken from; returns how many.
pub async fn keep_given(tx: &mut Tx) -> Result<u64> {
    let sql = "update opportunity set owner_id = given_to_id where given_to_id is not null and owner_id = taken_from_id";
    Ok(within!(tx, |c| sqlx::query(sql).execute(&mut **c).await?.rows_affected()))
}

/// Open opportunities of a unit that a handoff took from one seller and gave to another who has them still.
pub async fn given_within(tx: &mut Tx, unit: i64, taken_from: i64, given_to: i64) -> Result<Vec<i64>> {
    let sql = "select id from opportunity where unit_id = $1 and taken_from_id = $2 and given_to_id = $3 and owner_id = $3 and status = 'open' order by id";
    Ok(within!(tx, |c| sqlx::query_scalar(sql)
        .bind(unit)
        .bind(taken_from)
        .bind(given_to)
        .fetch_all(&mut **c)
        .await?))
}

/// Gives an open opportunity of one seller to another; false where it is over, or somebody else's by now.
pub async fn give_kept(tx: &mut Tx, id: i64, from: i64, to: i64) -> Result<bool> {
    let sql = "update opportunity set taken_from_id = owner_id, given_to_id = $3, owner_id = $3 where id = $1 and owner_id = $2 and status = 'open'";
    Ok(within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(from)
        .bind(to)
        .execute(&mut **c)
        .await?
        .rows_affected())
        == 1)
}

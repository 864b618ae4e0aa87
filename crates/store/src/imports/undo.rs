//! Taking back a whole import: what it changed is put back, what it created is deleted; refused where later work stands on it.
use super::links::{PARENTS, POSTS, PostRow, delete_histories, insert_histories, put_parents, put_posts};
use super::rows::restore;
use super::tables::table;
use crate::write::within;
use crate::{Error, Result, Tx};
use chrono::NaiveDate;
use sqlx::AssertSqlSafe;
use tandem_core::imports::records::ObjectKind;
use tandem_core::ownership::Period;
use tandem_core::sellers::SellerRole;

/// Undoes an import inside one transaction.
pub async fn undo(tx: &mut Tx, import: i64) -> Result<()> {
    refuse_when_built_upon(tx, import).await?;
    restore_histories(tx, import).await?;
    delete_created_histories(tx, import).await?;
    restore_posts(tx, import).await?;
    restore_parents(tx, import).await?;
    for object in ObjectKind::ALL.iter().rev().copied().filter(|object| *object != ObjectKind::Ownership) {
        restore_changed(tx, import, object).await?;
    }
    forget_places_in_summaries(tx, import).await?;
    for object in ObjectKind::ALL.iter().rev().copied().filter(|object| *object != ObjectKind::Ownership) {
        delete_created(tx, import, object).await?;
    }
    within!(tx, |c| sqlx::query("delete from import_change where import_id = $1")
        .bind(import)
        .execute(&mut **c)
        .await?
        .rows_affected());
    Ok(())
}

async fn refuse_when_built_upon(tx: &mut Tx, import: i64) -> Result<()> {
    let sql = "select count(*) from import_change later where later.import_id > $1 and exists \
               (select 1 from import_change mine where mine.import_id = $1 and mine.object = later.object and mine.record_id = later.record_id)";
    let built_upon: i64 = within!(tx, |c| sqlx::query_scalar(sql).bind(import).fetch_one(&mut **c).await?);
    if built_upon > 0 {
        return Err(Error::Refused(format!(
            "a later import changed {built_upon} of the same records: undo that one first"
        )));
    }
    Ok(())
}

async fn kept(tx: &mut Tx, import: i64, object: &str) -> Result<Vec<(i64, String)>> {
    let sql =
        "select record_id, before from import_change where import_id = $1 and object = $2 order by record_id";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(import).bind(object).fetch_all(&mut **c).await?))
}

async fn restore_changed(tx: &mut Tx, import: i64, object: ObjectKind) -> Result<()> {
    for chunk in kept(tx, import, object.text()).await?.chunks(2_000) {
        restore(tx, object, chunk).await?;
    }
    Ok(())
}

async fn restore_posts(tx: &mut Tx, import: i64) -> Result<()> {
    for (seller, text) in kept(tx, import, POSTS).await? {
        let posts: Vec<PostRow> = serde_json::from_str(&text).unwrap_or_default();
        put_posts(tx, seller, &posts).await?;
    }
    Ok(())
}

async fn restore_parents(tx: &mut Tx, import: i64) -> Result<()> {
    let kept = kept(tx, import, PARENTS).await?;
    let before: Vec<(i64, Option<i64>)> = kept
        .into_iter()
        .map(|(child, text)| (child, serde_json::from_str(&text).unwrap_or_default()))
        .collect();
    put_parents(tx, &before).await
}

async fn restore_histories(tx: &mut Tx, import: i64) -> Result<()> {
    let before = kept(tx, import, ObjectKind::Ownership.text()).await?;
    let units: Vec<i64> = before.iter().map(|(unit, _)| *unit).collect();
    delete_histories(tx, &units).await?;
    let histories: Vec<(i64, Vec<Period>)> =
        before.into_iter().map(|(unit, text)| (unit, periods(&text))).collect();
    insert_histories(tx, None, &histories).await
}

fn periods(text: &str) -> Vec<Period> {
    let rows: Vec<(i64, SellerRole, NaiveDate, Option<NaiveDate>)> =
        serde_json::from_str(text).unwrap_or_default();
    rows.into_iter().map(|(seller, role, start, end)| Period { seller, role, start, end }).collect()
}

async fn delete_created_histories(tx: &mut Tx, import: i64) -> Result<()> {
    // From the last row of each history backwards, so that no row loses the one it follows.
    let sql = "delete from ownership where import_id = $1 and (end_date is null or not exists \
               (select 1 from ownership next where next.unit_id = ownership.unit_id and next.previous_end = ownership.end_date))";
    while within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected()) > 0 {}
    Ok(())
}

async fn forget_places_in_summaries(tx: &mut Tx, import: i64) -> Result<()> {
    let sql =
        "delete from customer_summary where customer_id in (select id from customer where import_id = $1)";
    within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    let sql = "update customer set parent_id = null where parent_id in (select id from customer where import_id = $1)";
    within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    crate::search::forget(tx, import).await
}

async fn delete_created(tx: &mut Tx, import: i64, object: ObjectKind) -> Result<()> {
    if object == ObjectKind::Seller {
        // Posts go with their sellers, but PostgreSQL would look at the managers they name first.
        let sql = "delete from seller_post where seller_id in (select id from seller where import_id = $1)";
        within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    }
    let sql = format!("delete from {} where import_id = $1", table(object).name);
    let outcome = within!(tx, |c| sqlx::query(AssertSqlSafe(sql))
        .bind(import)
        .execute(&mut **c)
        .await
        .map(|done| done.rows_affected()));
    outcome.map(|_| ()).map_err(|error| match Error::from(error) {
        Error::Refused(_) => Error::Refused(format!(
            "later records refer to {object} that this import created: undo the later import first"
        )),
        other => other,
    })
}

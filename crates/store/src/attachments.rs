//! Files attached to customers and their units. What was withdrawn is kept and counted with the unit, and out of sight for everything here.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A file, without what it holds.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AttachmentRow {
    /// The id.
    pub id: i64,
    /// Of which customer.
    pub customer_id: i64,
    /// Of which unit; none where it is of the whole customer.
    pub unit_id: Option<i64>,
    /// What it is called.
    pub name: String,
    /// The kind of file.
    pub media_type: String,
    /// How many bytes it holds.
    pub bytes: i64,
    /// The hash of what it holds, in hexadecimal digits.
    pub sha256: String,
    /// What somebody said about it.
    pub about: Option<String>,
    /// The user who attached it; none at the command line.
    pub by_id: Option<i64>,
    /// Their name.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

const SELECT: &str = "select id, customer_id, unit_id, name, media_type, bytes, sha256, about, by_id, by_name, at_us from attachment \
                      where withdrawn_us is null";

/// The files of a customer and its units, the latest first.
pub async fn of_customer(db: &Db, customer: i64) -> Result<Vec<AttachmentRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} and customer_id = $1 order by at_us desc, id desc"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(customer).fetch_all(p).await?))
}

/// One of them.
pub async fn get(db: &Db, id: i64) -> Result<Option<AttachmentRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} and id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// What it holds.
pub async fn content(db: &Db, id: i64) -> Result<Option<Vec<u8>>> {
    let sql = "select content from attachment where id = $1 and withdrawn_us is null";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(id).fetch_optional(p).await?))
}

/// Takes the id of a new file. Whoever attaches another one waits here until this transaction is over, so that both see what there is room for.
pub async fn take_id(tx: &mut Tx) -> Result<i64> {
    tx.take_ids("attachment", 1).await
}

/// The file of a customer, or of a unit of it, that holds the same.
pub async fn same(tx: &mut Tx, customer: i64, unit: Option<i64>, sha256: &str) -> Result<Option<i64>> {
    let sql = "select id from attachment where customer_id = $1 and coalesce(unit_id, 0) = $2 and sha256 = $3 and withdrawn_us is null";
    let unit = unit.unwrap_or_default();
    Ok(within!(tx, |c| sqlx::query_scalar(sql)
        .bind(customer)
        .bind(unit)
        .bind(sha256)
        .fetch_optional(&mut **c)
        .await?))
}

/// How many files a customer has, and how many bytes they hold.
pub async fn held(tx: &mut Tx, customer: i64) -> Result<(i64, i64)> {
    let sql = "select count(*), cast(coalesce(sum(bytes), 0) as bigint) from attachment where customer_id = $1 and withdrawn_us is null";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(customer).fetch_one(&mut **c).await?))
}

/// Keeps a new file.
pub async fn insert(tx: &mut Tx, row: &AttachmentRow, content: &[u8]) -> Result<()> {
    let sql = "insert into attachment (id, customer_id, unit_id, name, media_type, bytes, sha256, about, by_id, by_name, at_us, content) \
               values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(row.customer_id).bind(row.unit_id).bind(&row.name);
        let query = query.bind(&row.media_type).bind(row.bytes).bind(&row.sha256).bind(&row.about);
        let query = query.bind(row.by_id).bind(&row.by_name).bind(row.at_us).bind(content);
        query.execute(&mut **c).await?;
    });
    Ok(())
}

/// Takes a file out of sight; returns whether it was there.
pub async fn withdraw(tx: &mut Tx, id: i64, by_name: &str, now_us: i64) -> Result<bool> {
    let sql =
        "update attachment set withdrawn_us = $2, withdrawn_by = $3 where id = $1 and withdrawn_us is null";
    let done = within!(tx, |c| {
        sqlx::query(sql).bind(id).bind(now_us).bind(by_name).execute(&mut **c).await?.rows_affected()
    });
    Ok(done == 1)
}

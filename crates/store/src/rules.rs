//! Rules of engagement: versions of the document, what is stated of units, and what people decided about them.
use crate::book::Whose;
use crate::db::both;
use crate::write::within;
use crate::{Column, Db, Error, Result, Tx, Values};
use chrono::NaiveDate;
use sqlx::QueryBuilder;

/// A version of the document.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct VersionRow {
    /// The id.
    pub id: i64,
    /// What the company calls it.
    pub name: String,
    /// Which version it calls itself.
    pub version: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// As it was written.
    pub document: String,
    /// Who adopted it.
    pub by_name: String,
    /// When.
    pub adopted_us: i64,
    /// When it was withdrawn, before it came into force.
    pub withdrawn_us: Option<i64>,
}

/// All versions, the latest first.
pub async fn versions(db: &Db) -> Result<Vec<VersionRow>> {
    let sql = "select id, name, version, effective, document, by_name, adopted_us, withdrawn_us from rule_version order by effective desc, id desc";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Keeps a new version; its id is given here.
pub async fn adopt(tx: &mut Tx, row: &VersionRow) -> Result<i64> {
    let id = tx.take_ids("rule_version", 1).await?;
    let sql = "insert into rule_version (id, name, version, effective, document, by_name, adopted_us) values ($1,$2,$3,$4,$5,$6,$7) on conflict do nothing";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&row.name).bind(&row.version).bind(row.effective);
        let query = query.bind(&row.document).bind(&row.by_name).bind(row.adopted_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    let twice = || {
        Error::Refused(format!(
            "there is a version {} of `{}` already: give this one another version",
            row.version, row.name
        ))
    };
    (kept == 1).then_some(id).ok_or_else(twice)
}

/// Withdraws a version that comes into force only after a day; returns whether there was one.
pub async fn withdraw(tx: &mut Tx, id: i64, today: NaiveDate, at_us: i64) -> Result<bool> {
    let sql =
        "update rule_version set withdrawn_us = $3 where id = $1 and effective > $2 and withdrawn_us is null";
    Ok(within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(today)
        .bind(at_us)
        .execute(&mut **c)
        .await?
        .rows_affected())
        > 0)
}

/// What somebody states of a unit.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct StatedRow {
    /// The unit.
    pub unit_id: i64,
    /// Which fact.
    pub fact: String,
    /// Its value as JSON; none takes back what was stated before.
    pub value: Option<String>,
    /// From when on.
    pub since_date: NaiveDate,
    /// Who says so.
    pub by_name: String,
    /// When it was said.
    pub at_us: i64,
}

/// Appends what is stated.
pub async fn state(tx: &mut Tx, rows: &[StatedRow]) -> Result<()> {
    let first = tx.take_ids("stated_fact", rows.len()).await?;
    let ids = (first..).take(rows.len()).map(Some).collect();
    let text = |of: fn(&StatedRow) -> String| Values::Text(rows.iter().map(|row| Some(of(row))).collect());
    let columns = [
        Column::new("id", Values::Int(ids)),
        Column::new("unit_id", Values::Int(rows.iter().map(|row| Some(row.unit_id)).collect())),
        Column::new("fact", text(|row| row.fact.clone())),
        Column::new("value", Values::Text(rows.iter().map(|row| row.value.clone()).collect())),
        Column::new("since_date", Values::Date(rows.iter().map(|row| Some(row.since_date)).collect())),
        Column::new("by_name", text(|row| row.by_name.clone())),
        Column::new("at_us", Values::Int(rows.iter().map(|row| Some(row.at_us)).collect())),
    ];
    tx.insert("stated_fact", &columns).await
}

/// What was stated of a unit, the latest first.
pub async fn stated_of(db: &Db, unit: i64) -> Result<Vec<StatedRow>> {
    let sql = "select unit_id, fact, value, since_date, by_name, at_us from stated_fact where unit_id = $1 order by id desc limit 500";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(unit).fetch_all(p).await?))
}

/// What a person decided about a unit.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ExceptionRow {
    /// The id.
    pub id: i64,
    /// The unit.
    pub unit_id: i64,
    /// hand_off or keep.
    pub answer: String,
    /// The rule whose question it answers; none: it stands against the rules.
    pub question: Option<String>,
    /// Why.
    pub reason: String,
    /// First day.
    pub start_date: NaiveDate,
    /// First day no longer.
    pub end_date: NaiveDate,
    /// Who decided.
    pub by_name: String,
    /// When.
    pub at_us: i64,
    /// When it was withdrawn.
    pub withdrawn_us: Option<i64>,
    /// By whom.
    pub withdrawn_by: Option<String>,
}

const EXCEPTIONS: &str = "select x.id, x.unit_id, x.answer, x.question, x.reason, x.start_date, x.end_date, x.by_name, x.at_us, x.withdrawn_us, x.withdrawn_by \
                          from unit_exception x join unit u on u.id = x.unit_id where 1 = 1";

/// What people decided, of one customer's units or of all, in the order in which they did.
pub async fn exceptions(db: &Db, whose: Whose) -> Result<Vec<ExceptionRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(EXCEPTIONS);
        if let Whose::Customer(customer) = whose {
            query.push(" and u.customer_id = ").push_bind(customer);
        }
        query.push(" order by x.id").build_query_as().fetch_all(p).await?
    }))
}

/// One of them.
pub async fn exception(db: &Db, id: i64) -> Result<Option<ExceptionRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(EXCEPTIONS);
        query.push(" and x.id = ").push_bind(id).build_query_as().fetch_optional(p).await?
    }))
}

/// Keeps what a person decided; its id is given here.
pub async fn except(tx: &mut Tx, row: &ExceptionRow) -> Result<i64> {
    let id = tx.take_ids("unit_exception", 1).await?;
    let sql = "insert into unit_exception (id, unit_id, answer, question, reason, start_date, end_date, by_name, at_us) \
               values ($1,$2,$3,$4,$5,$6,$7,$8,$9)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.unit_id).bind(&row.answer).bind(&row.question);
        let query = query.bind(&row.reason).bind(row.start_date).bind(row.end_date).bind(&row.by_name);
        query.bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(id)
}

/// Withdraws one; returns whether it still stood.
pub async fn withdraw_exception(tx: &mut Tx, id: i64, by: &str, at_us: i64) -> Result<bool> {
    let sql = "update unit_exception set withdrawn_us = $2, withdrawn_by = $3 where id = $1 and withdrawn_us is null";
    Ok(within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(at_us)
        .bind(by)
        .execute(&mut **c)
        .await?
        .rows_affected())
        > 0)
}

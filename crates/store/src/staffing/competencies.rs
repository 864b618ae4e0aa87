//! Assessments, only appended, and the items of learning plans.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use chrono::NaiveDate;

/// What somebody said of one competency of a seller.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AssessmentRow {
    /// Of whom.
    pub seller_id: i64,
    /// Which competency.
    pub competency: String,
    /// self, manager or evidence.
    pub source: String,
    /// 0 to 4.
    pub level: i64,
    /// On which day.
    pub on_date: NaiveDate,
    /// What makes whoever said it think so.
    pub because: String,
    /// Who said it.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// Everything that was ever said of one seller, or of all, in the order in which it was.
pub async fn assessments(db: &Db, of: Option<i64>) -> Result<Vec<AssessmentRow>> {
    let sql = "select seller_id, competency, source, level, on_date, because, by_name, at_us from competency_assessment \
               where $1 is null or seller_id = $1 order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(of).fetch_all(p).await?))
}

/// Appends what somebody says.
pub async fn assess(tx: &mut Tx, row: &AssessmentRow) -> Result<()> {
    let id = tx.take_ids("competency_assessment", 1).await?;
    let sql = "insert into competency_assessment (id, seller_id, competency, source, level, on_date, because, by_name, at_us) \
               values ($1,$2,$3,$4,$5,$6,$7,$8,$9)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.seller_id).bind(&row.competency).bind(&row.source);
        let query = query.bind(row.level).bind(row.on_date).bind(&row.because).bind(&row.by_name);
        query.bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(())
}

/// An item of a learning plan.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct LearningRow {
    /// The id; given by [`add_learning`].
    pub id: i64,
    /// Who learns.
    pub seller_id: i64,
    /// For which competency.
    pub competency: String,
    /// How.
    pub what: String,
    /// Until when.
    pub until_date: NaiveDate,
    /// When it was done.
    pub done_date: Option<NaiveDate>,
    /// Who planned it.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

const ITEM: &str = "select id, seller_id, competency, what, until_date, done_date, by_name, at_us from learning_item where dropped_us is null";

/// The plan of one seller, or of all; what was dropped is left out.
pub async fn learning(db: &Db, of: Option<i64>) -> Result<Vec<LearningRow>> {
    let sql = format!("{ITEM} and ($1 is null or seller_id = $1) order by seller_id, until_date, id");
    let sql = sqlx::AssertSqlSafe(sql);
    Ok(both!(db, |p| sqlx::query_as(sql).bind(of).fetch_all(p).await?))
}

/// One item.
pub async fn learning_item(db: &Db, id: i64) -> Result<Option<LearningRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ITEM} and id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// Adds an item; its id is given here.
pub async fn add_learning(tx: &mut Tx, row: &LearningRow) -> Result<i64> {
    let id = tx.take_ids("learning_item", 1).await?;
    let sql = "insert into learning_item (id, seller_id, competency, what, until_date, done_date, by_name, at_us) values ($1,$2,$3,$4,$5,$6,$7,$8)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.seller_id).bind(&row.competency).bind(&row.what);
        let query = query.bind(row.until_date).bind(row.done_date).bind(&row.by_name).bind(row.at_us);
        query.execute(&mut **c).await?;
    });
    Ok(id)
}

/// Says when an item was done, or drops it.
pub async fn change_learning(
    tx: &mut Tx,
    id: i64,
    done: Option<NaiveDate>,
    dropped_us: Option<i64>,
) -> Result<()> {
    let sql = "update learning_item set done_date = $2, dropped_us = $3 where id = $1";
    within!(tx, |c| {
        sqlx::query(sql).bind(id).bind(done).bind(dropped_us).execute(&mut **c).await?;
    });
    Ok(())
}

//! Questions about a posting and what was said to them.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct QuestionRow {
    /// The id; given by [`ask`].
    pub id: i64,
    /// The event of the posting.
    pub event: String,
    /// The number of the posting.
    pub number: i64,
    /// Whose statement it is about.
    pub person: String,
    /// What is asked.
    pub text: String,
    /// Who asks.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// What was said to a question.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ReplyRow {
    /// Which question.
    pub question_id: i64,
    /// reply, propose, approve or decline.
    pub act: String,
    /// What was said.
    pub text: String,
    /// An adjustment that is proposed, in minor units.
    pub amount_minor: Option<i64>,
    /// Its currency.
    pub currency: Option<String>,
    /// The user who said it.
    pub user_id: Option<i64>,
    /// What they are called.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// All questions, in their order.
pub async fn questions(db: &Db) -> Result<Vec<QuestionRow>> {
    let sql = "select id, event, number, person, text, by_name, at_us from incentive_question order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// All that was said, in its order.
pub async fn replies(db: &Db) -> Result<Vec<ReplyRow>> {
    let sql = "select question_id, act, text, amount_minor, currency, user_id, by_name, at_us from incentive_reply order by id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Keeps a question; its id is given here.
pub async fn ask(tx: &mut Tx, row: &QuestionRow) -> Result<i64> {
    let id = tx.take_ids("incentive_question", 1).await?;
    let sql = "insert into incentive_question (id, event, number, person, text, by_name, at_us) values ($1,$2,$3,$4,$5,$6,$7)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&row.event).bind(row.number).bind(&row.person);
        query.bind(&row.text).bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(id)
}

/// Appends what is said to a question.
pub async fn reply(tx: &mut Tx, row: &ReplyRow) -> Result<()> {
    let id = tx.take_ids("incentive_reply", 1).await?;
    let sql = "insert into incentive_reply (id, question_id, act, text, amount_minor, currency, user_id, by_name, at_us) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.question_id).bind(&row.act).bind(&row.text);
        let query = query.bind(row.amount_minor).bind(&row.currency).bind(row.user_id);
        query.bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(())
}

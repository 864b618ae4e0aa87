//! What people say of themselves; they can take it back whole, and then nothing of it is left.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// What a seller says of themselves.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct OwnRow {
    /// Who.
    pub seller_id: i64,
    /// Answers to the questionnaire, as a JSON object of items; none where there are none.
    pub answers: Option<String>,
    /// In which language they were given.
    pub answered_in: Option<String>,
    /// When the person consented to their use.
    pub consented_us: Option<i64>,
    /// What the person wants, as a JSON object of roles.
    pub wishes: String,
    /// A word to the wishes.
    pub note: Option<String>,
    /// A word to the own profile.
    pub comment: Option<String>,
    /// When something was said the last time.
    pub at_us: i64,
}

const OWN: &str =
    "select seller_id, answers, answered_in, consented_us, wishes, note, comment, at_us from own_word";

/// What one seller says.
pub async fn own(db: &Db, seller: i64) -> Result<Option<OwnRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{OWN} where seller_id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(seller).fetch_optional(p).await?))
}

/// What all say.
pub async fn own_words(db: &Db) -> Result<Vec<OwnRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{OWN} order by seller_id"));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Replaces what a seller says.
pub async fn say(tx: &mut Tx, row: &OwnRow) -> Result<()> {
    let sql = "insert into own_word (seller_id, answers, answered_in, consented_us, wishes, note, comment, at_us) values ($1,$2,$3,$4,$5,$6,$7,$8) \
               on conflict (seller_id) do update set answers = excluded.answers, answered_in = excluded.answered_in, \
               consented_us = excluded.consented_us, wishes = excluded.wishes, note = excluded.note, comment = excluded.comment, at_us = excluded.at_us";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.seller_id).bind(&row.answers).bind(&row.answered_in);
        let query = query.bind(row.consented_us).bind(&row.wishes).bind(&row.note).bind(&row.comment);
        query.bind(row.at_us).execute(&mut **c).await?;
    });
    Ok(())
}

/// Takes back the answers.
pub async fn forget(tx: &mut Tx, seller: i64, at_us: i64) -> Result<()> {
    let sql = "update own_word set answers = null, answered_in = null, consented_us = null, at_us = $2 where seller_id = $1";
    within!(tx, |c| {
        sqlx::query(sql).bind(seller).bind(at_us).execute(&mut **c).await?;
    });
    Ok(())
}

//! What people are told, in the program and by mail, each once: a key says what it is about, and of two nodes one tells.
use crate::customers::push_in;
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};
use sqlx::QueryBuilder;

/// Something that somebody is told.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct NoticeRow {
    /// The id.
    pub id: i64,
    /// Whom.
    pub user_id: i64,
    /// handoff or late.
    pub kind: String,
    /// About which handoff.
    pub handoff_id: Option<i64>,
    /// What, in both languages, in JSON.
    pub said: String,
    /// When.
    pub at_us: i64,
    /// When it was read.
    pub read_us: Option<i64>,
}

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the row")]
pub struct NewNotice {
    pub user_id: i64,
    /// What it is about: nobody is told the same twice.
    pub key: String,
    pub kind: &'static str,
    pub handoff_id: Option<i64>,
    pub said: String,
    pub at_us: i64,
}

/// An event about a handoff: id, when, who, kind, handoff, what was done as JSON.
pub type EventRow = (i64, i64, String, String, i64, String);

const SELECT: &str = "select id, user_id, kind, handoff_id, said, at_us, read_us from notice where ";

/// What a person was told, the latest first.
pub async fn of_user(db: &Db, user: i64, count: i64) -> Result<Vec<NoticeRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} user_id = $1 order by id desc limit $2"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(user).bind(count).fetch_all(p).await?))
}

/// How much of it was not read.
pub async fn unread(db: &Db, user: i64) -> Result<i64> {
    let sql = "select count(*) from notice where user_id = $1 and read_us is null";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(user).fetch_one(p).await?))
}

/// Says that a person has read these, or everything.
pub async fn read(tx: &mut Tx, user: i64, ids: Option<&[i64]>, at_us: i64) -> Result<u64> {
    Ok(within!(tx, |c| {
        let mut query = QueryBuilder::new("update notice set read_us = ");
        query.push_bind(at_us).push(" where read_us is null and user_id = ").push_bind(user);
        if let Some(ids) = ids {
            query.push(" and id in (");
            push_in(&mut query, ids);
            query.push(")");
        }
        query.build().execute(&mut **c).await?.rows_affected()
    }))
}

/// Up to which event people were told; whoever asks holds it until the end of the transaction.
pub async fn last_event(tx: &mut Tx) -> Result<i64> {
    let sql = "insert into notice_state (id, last_event) values (1, 0) \
               on conflict (id) do update set last_event = notice_state.last_event returning last_event";
    Ok(within!(tx, |c| sqlx::query_scalar(sql).fetch_one(&mut **c).await?))
}

/// Events about handoffs after one, in their order.
pub async fn events(tx: &mut Tx, after: i64, count: i64) -> Result<Vec<EventRow>> {
    let sql = "select id, at_us, actor, kind, record_id, data from event where id > $1 and object = 'handoff' and record_id is not null \
               and kind in ('handoff.proposed', 'handoff.act', 'handoff.brief') order by id limit $2";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(after).bind(count).fetch_all(&mut **c).await?))
}

/// Says up to which event people were told.
pub async fn told(tx: &mut Tx, event: i64) -> Result<()> {
    let sql = "update notice_state set last_event = $1 where id = 1";
    within!(tx, |c| sqlx::query(sql).bind(event).execute(&mut **c).await?.rows_affected());
    Ok(())
}

/// Tells what was not told yet; returns how much that is.
pub async fn tell(tx: &mut Tx, notices: &[NewNotice]) -> Result<u64> {
    let mut count = 0;
    for new in notices {
        let id = tx.take_ids("notice", 1).await?;
        let sql = "insert into notice (id, user_id, key, kind, handoff_id, said, at_us) values ($1,$2,$3,$4,$5,$6,$7) on conflict do nothing";
        count += within!(tx, |c| {
            let query = sqlx::query(sql).bind(id).bind(new.user_id).bind(&new.key).bind(new.kind);
            let query = query.bind(new.handoff_id).bind(&new.said).bind(new.at_us);
            query.execute(&mut **c).await?.rows_affected()
        });
    }
    Ok(count)
}

/// Keys of a kind that people were told already, so that they are not made anew: user, key.
pub async fn keys(db: &Db, kind: &str) -> Result<Vec<(i64, String)>> {
    let sql = "select user_id, key from notice where kind = $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(kind).fetch_all(p).await?))
}

/// Unread notices that no mail has told yet, in order.
pub async fn to_mail(db: &Db, user: i64, count: i64) -> Result<Vec<NoticeRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT} user_id = $1 and read_us is null and mailed_us is null order by id limit $2"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(user).bind(count).fetch_all(p).await?))
}

/// People with notices that no mail has told yet, and none on a day.
pub async fn without_mail(db: &Db, day: &str) -> Result<Vec<i64>> {
    let sql = "select distinct n.user_id from notice n join app_user u on u.id = n.user_id where n.read_us is null and n.mailed_us is null \
               and u.active = $2 and not exists (select 1 from notice_digest d where d.user_id = n.user_id and d.day = $1) order by n.user_id";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(day).bind(true).fetch_all(p).await?))
}

/// Takes it upon oneself to send a person the mail of a day; false where another node has.
pub async fn take_mail(tx: &mut Tx, user: i64, day: &str) -> Result<bool> {
    let sql = "insert into notice_digest (user_id, day) values ($1,$2) on conflict do nothing";
    Ok(within!(tx, |c| sqlx::query(sql).bind(user).bind(day).execute(&mut **c).await?.rows_affected()) == 1)
}

/// Gives it back, because it could not be sent.
pub async fn give_mail_back(tx: &mut Tx, user: i64, day: &str) -> Result<()> {
    let sql = "delete from notice_digest where user_id = $1 and day = $2";
    within!(tx, |c| sqlx::query(sql).bind(user).bind(day).execute(&mut **c).await?.rows_affected());
    Ok(())
}

/// Says that a mail has told these.
pub async fn mailed(tx: &mut Tx, user: i64, ids: &[i64], at_us: i64) -> Result<()> {
    within!(tx, |c| {
        let mut query = QueryBuilder::new("update notice set mailed_us = ");
        query.push_bind(at_us).push(" where user_id = ").push_bind(user).push(" and id in (");
        push_in(&mut query, ids);
        query.push(")").build().execute(&mut **c).await?;
    });
    Ok(())
}

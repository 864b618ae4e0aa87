//! The spine of the record: who did what, when. Only appended.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'a> {
    /// When, in microseconds UTC.
    pub at_us: i64,
    /// Who did it.
    pub actor: &'a str,
    /// What happened: `import.done`, `user.created`.
    pub kind: &'a str,
    /// The kind of record it happened to.
    pub object: &'a str,
    /// Which record.
    pub record_id: Option<i64>,
    /// What was done, as a JSON document.
    pub data: String,
}

/// The number of the last event that changed data: signing in changes none, looking does not, and thinking about designs does not.
pub async fn revision(db: &Db) -> Result<i64> {
    let sql = "select coalesce(max(id), 0) from event where kind not in ('session.started', 'fit.looked', 'staffing.looked') \
               and object not in ('scenario', 'study', 'sales_plan')";
    Ok(both!(db, |p| sqlx::query_scalar(sql).fetch_one(p).await?))
}

/// Appends an event to the transaction of the change that it tells of.
pub async fn append(tx: &mut Tx, event: Event<'_>) -> Result<()> {
    let id = tx.take_ids("event", 1).await?;
    let sql = "insert into event (id, at_us, actor, kind, object, record_id, data) values ($1, $2, $3, $4, $5, $6, $7)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(event.at_us).bind(event.actor).bind(event.kind);
        query.bind(event.object).bind(event.record_id).bind(event.data).execute(&mut **c).await?;
    });
    Ok(())
}

//! Runs of many handoffs and their units.
use crate::db::both;
use crate::handoffs::HandoffRow;
use crate::write::within;
use crate::{Column, Db, Result, Tx, Values};

/// A run without what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RunRow {
    /// The id.
    pub id: i64,
    /// Whose units pass on.
    pub seller_id: Option<i64>,
    /// Why.
    pub reason: String,
    /// running, done, cancelled, failed, undoing or undone.
    pub state: String,
    /// What was asked for, in JSON.
    pub request: String,
    /// Units that were to pass on.
    pub units_total: i64,
    /// Handoffs that have begun.
    pub units_begun: i64,
    /// Units that were left out on the way, each with why.
    pub units_left: i64,
    /// Who asked; none for the operator, or where the user is gone.
    pub by_id: Option<i64>,
    /// As whom.
    pub by_party: String,
    /// Who asked, by name.
    pub by_name: String,
    /// When.
    pub started_us: i64,
    /// When it ended.
    pub ended_us: Option<i64>,
    /// Why and by whom it is taken back, in JSON.
    pub undo: Option<String>,
    /// Why it failed or was not taken back, in JSON.
    pub said: Option<String>,
}

/// A run to begin.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in the row")]
pub struct NewRun {
    pub seller_id: Option<i64>,
    pub reason: String,
    pub request: String,
    pub by_id: Option<i64>,
    pub by_party: String,
    pub by_name: String,
    pub started_us: i64,
}

/// A unit of a run.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RunUnit {
    /// Its place.
    pub seq: i64,
    /// Which.
    pub unit_id: i64,
    /// What is to begin, in JSON.
    pub document: String,
    /// What began.
    pub handoff_id: Option<i64>,
    /// Why nothing did, in JSON.
    pub said: Option<String>,
}

const SELECT: &str = "select id, seller_id, reason, state, request, units_total, units_begun, units_left, by_id, by_party, by_name, started_us, \
                      ended_us, undo, said from mass_handoff";
const UNIT: &str =
    "select seq, unit_id, document, handoff_id, said from mass_handoff_unit where mass_id = $1";

/// The latest runs, the latest first.
pub async fn list(db: &Db, count: i64) -> Result<Vec<RunRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by id desc limit $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(count).fetch_all(p).await?))
}

/// One of them.
pub async fn get(db: &Db, id: i64) -> Result<Option<RunRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// The units of a run, in order.
pub async fn units(db: &Db, id: i64) -> Result<Vec<RunUnit>> {
    let sql = sqlx::AssertSqlSafe(format!("{UNIT} order by seq"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_all(p).await?))
}

/// Begins a run of these units: each with what is to begin and, where nothing is to, why. Returns its id.
pub async fn begin(tx: &mut Tx, new: &NewRun, units: &[(i64, String, Option<String>)]) -> Result<i64> {
    let id = tx.take_ids("mass_handoff", 1).await?;
    let sql = "insert into mass_handoff (id, seller_id, reason, state, request, units_total, units_begun, units_left, by_id, by_party, by_name, started_us) \
               values ($1,$2,$3,'running',$4,$5,0,$6,$7,$8,$9,$10)";
    let total = i64::try_from(units.len()).unwrap_or(i64::MAX);
    let left = i64::try_from(units.iter().filter(|(.., said)| said.is_some()).count()).unwrap_or(i64::MAX);
    within!(tx, |c| {
        let query =
            sqlx::query(sql).bind(id).bind(new.seller_id).bind(&new.reason).bind(&new.request).bind(total);
        let query =
            query.bind(left).bind(new.by_id).bind(&new.by_party).bind(&new.by_name).bind(new.started_us);
        query.execute(&mut **c).await?;
    });
    let columns = [
        Column::new("mass_id", Values::Int(vec![Some(id); units.len()])),
        Column::new("seq", Values::Int((0..).take(units.len()).map(Some).collect())),
        Column::new("unit_id", Values::Int(units.iter().map(|(unit, ..)| Some(*unit)).collect())),
        Column::new("document", Values::Text(units.iter().map(|(_, text, _)| Some(text.clone())).collect())),
        Column::new("said", Values::Text(units.iter().map(|(.., said)| said.clone()).collect())),
    ];
    tx.insert("mass_handoff_unit", &columns).await?;
    Ok(id)
}

/// Takes a run that nobody holds until an instant, the oldest first; none: there is none, or another node was faster.
pub async fn take(tx: &mut Tx, node: &str, now_us: i64, until_us: i64) -> Result<Option<i64>> {
    let sql = "update mass_handoff set node = $1, until_us = $3 where id in (\
                 select id from mass_handoff where state in ('running', 'undoing') and (until_us is null or until_us <= $2) order by id limit 1) \
               and state in ('running', 'undoing') and (until_us is null or until_us <= $2) returning id";
    Ok(within!(tx, |c| sqlx::query_scalar(sql)
        .bind(node)
        .bind(now_us)
        .bind(until_us)
        .fetch_optional(&mut **c)
        .await?))
}

/// The next units of a run with which nothing was done yet.
pub async fn next(tx: &mut Tx, id: i64, count: i64) -> Result<Vec<RunUnit>> {
    let sql =
        sqlx::AssertSqlSafe(format!("{UNIT} and handoff_id is null and said is null order by seq limit $2"));
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(id).bind(count).fetch_all(&mut **c).await?))
}

/// Counts what a batch did, and holds the run on; false where it was cancelled, or another node holds it: then the batch must not be kept.
pub async fn went_on(tx: &mut Tx, id: i64, node: &str, begun: i64, left: i64, until_us: i64) -> Result<bool> {
    let sql = "update mass_handoff set units_begun = units_begun + $3, units_left = units_left + $4, until_us = $5 \
               where id = $1 and node = $2 and state = 'running'";
    let held = within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(node).bind(begun).bind(left).bind(until_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    Ok(held == 1)
}

/// Keeps what became of a unit: the handoff, or why there is none.
pub async fn said(tx: &mut Tx, id: i64, seq: i64, became: std::result::Result<i64, &str>) -> Result<()> {
    let sql = "update mass_handoff_unit set handoff_id = $3, said = $4 where mass_id = $1 and seq = $2";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(seq).bind(became.ok()).bind(became.err());
        query.execute(&mut **c).await?;
    });
    Ok(())
}

/// Ends a run that is going on; false where it had ended before. `said` is why it failed.
pub async fn end(tx: &mut Tx, id: i64, said: Option<&str>, at_us: i64) -> Result<bool> {
    let state = if said.is_some() { "failed" } else { "done" };
    let sql = "update mass_handoff set state = $2, said = $3, ended_us = $4, node = null, until_us = null where id = $1 and state = 'running'";
    Ok(within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(state)
        .bind(said)
        .bind(at_us)
        .execute(&mut **c)
        .await?
        .rows_affected())
        == 1)
}

/// Cancels a run; false where it had ended before. What has begun stays, and can be taken back.
pub async fn cancel(tx: &mut Tx, id: i64, at_us: i64) -> Result<bool> {
    let sql = "update mass_handoff set state = 'cancelled', ended_us = $2, node = null, until_us = null where id = $1 and state = 'running'";
    Ok(within!(tx, |c| sqlx::query(sql).bind(id).bind(at_us).execute(&mut **c).await?.rows_affected()) == 1)
}

/// Begins to take a run back; false where it is going on, or was taken back.
pub async fn undo(tx: &mut Tx, id: i64, document: &str) -> Result<bool> {
    let sql = "update mass_handoff set state = 'undoing', undo = $2, said = null, node = null, until_us = null where id = $1 and state in ('done', 'cancelled', 'failed')";
    Ok(within!(tx, |c| sqlx::query(sql).bind(id).bind(document).execute(&mut **c).await?.rows_affected())
        == 1)
}

/// Says in the transaction that takes it back that a run is taken back; false where another node holds it.
pub async fn undone(tx: &mut Tx, id: i64, node: &str, at_us: i64) -> Result<bool> {
    let sql = "update mass_handoff set state = 'undone', ended_us = $3, node = null, until_us = null where id = $1 and node = $2 and state = 'undoing'";
    Ok(within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(node)
        .bind(at_us)
        .execute(&mut **c)
        .await?
        .rows_affected())
        == 1)
}

/// Leaves a run in the state that it had before, with why it could not be taken back.
pub async fn give_up_undo(tx: &mut Tx, id: i64, node: &str, before: &str, said: &str) -> Result<()> {
    let sql = "update mass_handoff set state = $4, said = $3, node = null, until_us = null where id = $1 and node = $2 and state = 'undoing'";
    within!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(node)
        .bind(said)
        .bind(before)
        .execute(&mut **c)
        .await?
        .rows_affected());
    Ok(())
}

/// Handoffs of a run on which people have worked since it began them at `version`: acted on the handoff, a step, the brief, said something, or
/// made a page for the customer.
pub async fn worked_on(db: &Db, id: i64, version: i64) -> Result<Vec<i64>> {
    let sql = "select h.id from mass_handoff_unit m join handoff h on h.id = m.handoff_id where m.mass_id = $1 and (h.version > $2 \
               or exists (select 1 from handoff_step s where s.handoff_id = h.id and s.version > 1) \
               or exists (select 1 from brief b where b.handoff_id = h.id) \
               or exists (select 1 from handoff_evidence e where e.handoff_id = h.id and e.at_us > h.proposed_us) \
               or exists (select 1 from customer_page p where p.handoff_id = h.id)) order by h.id";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(id).bind(version).fetch_all(p).await?))
}

/// The handoffs of a run, in order.
pub async fn handoffs(db: &Db, id: i64) -> Result<Vec<HandoffRow>> {
    Ok(both!(db, |p| sqlx::query_as(HANDOFFS).bind(id).fetch_all(p).await?))
}

/// The same as a transaction sees it.
pub async fn handoffs_within(tx: &mut Tx, id: i64) -> Result<Vec<HandoffRow>> {
    Ok(within!(tx, |c| sqlx::query_as(HANDOFFS).bind(id).fetch_all(&mut **c).await?))
}

const HANDOFFS: &str = "select h.id, h.unit_id, h.giver_id, h.receiver_id, h.state, h.is_open, h.transfer_date, h.version, h.document, h.proposed_us \
                        from mass_handoff_unit m join handoff h on h.id = m.handoff_id where m.mass_id = $1 order by m.seq";

/// Where the handoffs of a run stand: handoff, state.
pub async fn states(db: &Db, id: i64) -> Result<Vec<(i64, String)>> {
    let sql = "select h.id, h.state from mass_handoff_unit m join handoff h on h.id = m.handoff_id where m.mass_id = $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_all(p).await?))
}

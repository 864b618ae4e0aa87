//! The work of finding proposals. Nodes take pieces for a while; whoever finds all of them answered ends the solve, and of two at once exactly one does.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A solve without what it was asked of.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SolveRow {
    /// The id.
    pub id: i64,
    /// Of which alignment.
    pub alignment_id: i64,
    /// running, done, failed or cancelled.
    pub state: String,
    /// Why there is no answer.
    pub error: Option<String>,
    /// Who asked.
    pub by_name: String,
    /// When.
    pub started_us: i64,
    /// When it ended.
    pub ended_us: Option<i64>,
}

/// A piece that was taken.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PieceRow {
    /// Of which solve.
    pub solve_id: i64,
    /// What counts more.
    pub emphasis: String,
}

const ROW: &str = "select id, alignment_id, state, error, by_name, started_us, ended_us from alignment_solve";

/// The latest solve of an alignment.
pub async fn latest(db: &Db, alignment: i64) -> Result<Option<SolveRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where alignment_id = $1 order by id desc limit 1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(alignment).fetch_optional(p).await?))
}

/// What a solve is asked of: alignment, input and setup.
pub async fn input_of(db: &Db, solve: i64) -> Result<Option<(i64, String, String)>> {
    let sql = "select alignment_id, input, setup from alignment_solve where id = $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(solve).fetch_optional(p).await?))
}

/// How far a solve is: (emphasis, thousandths).
pub async fn progress(db: &Db, solve: i64) -> Result<Vec<(String, i64)>> {
    let sql = "select emphasis, case when answer is null then permille else 1000 end from alignment_piece where solve_id = $1 order by seq";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(solve).fetch_all(p).await?))
}

/// Begins a solve with a piece per emphasis; returns its id.
///
/// # Errors
/// Where one of the alignment is running.
pub async fn begin(
    tx: &mut Tx,
    alignment: i64,
    (input, setup): (&str, &str),
    emphases: &[&str],
    (by, at_us): (&str, i64),
) -> Result<i64> {
    let id = tx.take_ids("alignment_solve", 1).await?;
    let sql = "insert into alignment_solve (id, alignment_id, state, input, setup, by_name, started_us) values ($1,$2,'running',$3,$4,$5,$6) on conflict do nothing";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(alignment).bind(input).bind(setup).bind(by).bind(at_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    if kept == 0 {
        return Err(crate::Error::Refused(
            "this alignment is being solved already: wait, or cancel that first".to_owned(),
        ));
    }
    let sql = "insert into alignment_piece (solve_id, emphasis, seq, permille) values ($1,$2,$3,0)";
    for (seq, emphasis) in (0_i64..).zip(emphases) {
        within!(tx, |c| {
            sqlx::query(sql).bind(id).bind(*emphasis).bind(seq).execute(&mut **c).await?;
        });
    }
    Ok(id)
}

/// Whether there is anything to do for anybody.
pub async fn has_work(db: &Db) -> Result<bool> {
    let sql = "select count(*) from alignment_solve where state = 'running'";
    Ok(both!(db, |p| sqlx::query_scalar::<_, i64>(sql).fetch_one(p).await?) > 0)
}

/// A solve all of whose pieces are answered.
pub async fn ready(db: &Db) -> Result<Option<i64>> {
    let sql = "select s.id from alignment_solve s where s.state = 'running' \
               and not exists (select 1 from alignment_piece c where c.solve_id = s.id and c.answer is null) order by s.id limit 1";
    Ok(both!(db, |p| sqlx::query_scalar(sql).fetch_optional(p).await?))
}

/// Takes a piece that nobody holds until an instant; none: there is none, or another node was faster.
pub async fn take(tx: &mut Tx, node: &str, now_us: i64, until_us: i64) -> Result<Option<PieceRow>> {
    let sql = "update alignment_piece set node = $1, until_us = $3 where (solve_id, emphasis) in (\
                 select c.solve_id, c.emphasis from alignment_piece c join alignment_solve s on s.id = c.solve_id \
                 where s.state = 'running' and c.answer is null and (c.until_us is null or c.until_us <= $2) \
                 order by c.solve_id, c.seq limit 1) \
               and answer is null and (until_us is null or until_us <= $2) returning solve_id, emphasis";
    Ok(within!(tx, |c| sqlx::query_as(sql)
        .bind(node)
        .bind(now_us)
        .bind(until_us)
        .fetch_optional(&mut **c)
        .await?))
}

/// Says how far a node is with its piece and holds it further; false where it is not the node's any more, or the solve has ended.
pub async fn beat(tx: &mut Tx, piece: &PieceRow, node: &str, permille: i64, until_us: i64) -> Result<bool> {
    let sql = "update alignment_piece set permille = $4, until_us = $5 where solve_id = $1 and emphasis = $2 and node = $3 and answer is null \
               and exists (select 1 from alignment_solve s where s.id = $1 and s.state = 'running')";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(piece.solve_id).bind(&piece.emphasis).bind(node);
        query.bind(permille).bind(until_us).execute(&mut **c).await?.rows_affected()
    }) == 1)
}

/// Keeps the answer of a piece; false where another node did so before.
pub async fn finish(tx: &mut Tx, piece: &PieceRow, answer: &str) -> Result<bool> {
    let sql = "update alignment_piece set answer = $3, permille = 1000 where solve_id = $1 and emphasis = $2 and answer is null";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(piece.solve_id).bind(&piece.emphasis).bind(answer);
        query.execute(&mut **c).await?.rows_affected()
    }) == 1)
}

/// The answers of a solve: (emphasis, answer).
pub async fn answers(db: &Db, solve: i64) -> Result<Vec<(String, String)>> {
    let sql = "select emphasis, answer from alignment_piece where solve_id = $1 and answer is not null order by seq";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(solve).fetch_all(p).await?))
}

/// Ends a solve well or with the reason why there is no answer; false where it had ended before.
pub async fn end(tx: &mut Tx, solve: i64, error: Option<&str>, at_us: i64) -> Result<bool> {
    let sql = "update alignment_solve set state = $2, error = $3, ended_us = $4 where id = $1 and state = 'running'";
    let state = if error.is_none() { "done" } else { "failed" };
    let ended = within!(tx, |c| {
        let query = sqlx::query(sql).bind(solve).bind(state).bind(error).bind(at_us);
        query.execute(&mut **c).await?.rows_affected()
    });
    over(tx, solve, ended).await
}

/// Cancels the running solve of an alignment; false where there is none.
pub async fn cancel(tx: &mut Tx, solve: i64, at_us: i64) -> Result<bool> {
    let sql =
        "update alignment_solve set state = 'cancelled', ended_us = $2 where id = $1 and state = 'running'";
    let ended =
        within!(tx, |c| sqlx::query(sql).bind(solve).bind(at_us).execute(&mut **c).await?.rows_affected());
    over(tx, solve, ended).await
}

async fn over(tx: &mut Tx, solve: i64, ended: u64) -> Result<bool> {
    if ended == 1 {
        let sql = "delete from alignment_piece where solve_id = $1";
        within!(tx, |c| sqlx::query(sql).bind(solve).execute(&mut **c).await?.rows_affected());
    }
    Ok(ended == 1)
}

//! Studies and their chunks. Nodes take chunks for a while, and whoever completes a stage begins the next: each act names what it found, so that of
//! two at once exactly one counts.
use crate::db::both;
use crate::write::within;
use crate::{Column, Db, Result, Tx, Values};

/// A study without its question.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct StudyRow {
    /// The id.
    pub id: i64,
    /// comparison or search.
    pub kind: String,
    /// What it is about, in the names of its scenarios.
    pub title: String,
    /// running, done, failed or cancelled.
    pub state: String,
    /// The stage whose chunks are open.
    pub stage: i64,
    /// Runs that are done.
    pub runs_done: i64,
    /// About how many it takes.
    pub runs_total: i64,
    /// The answer, in JSON.
    pub answer: Option<String>,
    /// Why there is none.
    pub error: Option<String>,
    /// Who asked.
    pub by_name: String,
    /// When.
    pub started_us: i64,
    /// When it ended.
    pub ended_us: Option<i64>,
}

/// A study to begin.
#[derive(Clone, Debug)]
pub struct NewStudy {
    /// comparison or search.
    pub kind: String,
    /// What it is about.
    pub title: String,
    /// The question, in JSON.
    pub question: String,
    /// About how many runs it takes.
    pub runs_total: i64,
    /// Who asks.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// A chunk that was taken.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ChunkRow {
    /// Its study.
    pub study_id: i64,
    /// Its stage.
    pub stage: i64,
    /// Its place in it.
    pub seq: i64,
    /// What to run, in JSON.
    pub pieces: String,
}

/// What a chunk came to.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SamplesRow {
    /// Its stage.
    pub stage: i64,
    /// What was run, in JSON.
    pub pieces: String,
    /// What came of it, in JSON.
    pub samples: String,
}

/// The latest studies, without their answers, the latest first.
pub async fn studies(db: &Db, count: i64) -> Result<Vec<StudyRow>> {
    let sql = "select id, kind, title, state, stage, runs_done, runs_total, null as answer, error, by_name, started_us, ended_us \
               from study order by id desc limit $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(count).fetch_all(p).await?))
}

/// One of them, with its answer.
pub async fn study(db: &Db, id: i64) -> Result<Option<StudyRow>> {
    let sql = "select id, kind, title, state, stage, runs_done, runs_total, answer, error, by_name, started_us, ended_us from study where id = $1";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// The question of a study.
pub async fn question(db: &Db, id: i64) -> Result<Option<String>> {
    let sql = "select question from study where id = $1";
    Ok(both!(db, |p| sqlx::query_scalar(sql).bind(id).fetch_optional(p).await?))
}

/// Begins a study with the chunks of its first stage; returns its id.
pub async fn begin(tx: &mut Tx, new: &NewStudy, chunks: &[String]) -> Result<i64> {
    let id = tx.take_ids("study", 1).await?;
    let sql = "insert into study (id, kind, title, state, question, stage, runs_done, runs_total, by_name, started_us) \
               values ($1,$2,$3,'running',$4,0,0,$5,$6,$7)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&new.kind).bind(&new.title).bind(&new.question);
        query.bind(new.runs_total).bind(&new.by_name).bind(new.at_us).execute(&mut **c).await?;
    });
    add_chunks(tx, id, 0, chunks).await?;
    Ok(id)
}

async fn add_chunks(tx: &mut Tx, study: i64, stage: i64, chunks: &[String]) -> Result<()> {
    let same = |value: i64| Values::Int(chunks.iter().map(|_| Some(value)).collect());
    let columns = [
        Column::new("study_id", same(study)),
        Column::new("stage", same(stage)),
        Column::new("seq", Values::Int((0..).take(chunks.len()).map(Some).collect())),
        Column::new("pieces", Values::Text(chunks.iter().map(|pieces| Some(pieces.clone())).collect())),
    ];
    tx.insert("study_chunk", &columns).await
}

/// Whether there is anything to do for anybody.
pub async fn has_work(db: &Db) -> Result<bool> {
    let sql = "select count(*) from study where state = 'running'";
    Ok(both!(db, |p| sqlx::query_scalar::<_, i64>(sql).fetch_one(p).await?) > 0)
}

/// A study whose stage is complete: id and stage.
pub async fn ready(db: &Db) -> Result<Option<(i64, i64)>> {
    let sql = "select s.id, s.stage from study s where s.state = 'running' \
               and not exists (select 1 from study_chunk c where c.study_id = s.id and c.samples is null) order by s.id limit 1";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_optional(p).await?))
}

/// Takes a chunk that nobody holds until an instant, of the shortest study first; none: there is none, or another node was faster.
pub async fn take(tx: &mut Tx, node: &str, now_us: i64, until_us: i64) -> Result<Option<ChunkRow>> {
    let sql = "update study_chunk set node = $1, until_us = $3 where (study_id, stage, seq) in (\
                 select c.study_id, c.stage, c.seq from study_chunk c join study s on s.id = c.study_id \
                 where s.state = 'running' and c.samples is null and (c.until_us is null or c.until_us <= $2) \
                 order by s.runs_total, c.study_id, c.stage, c.seq limit 1) \
               and samples is null and (until_us is null or until_us <= $2) returning study_id, stage, seq, pieces";
    Ok(within!(tx, |c| sqlx::query_as(sql)
        .bind(node)
        .bind(now_us)
        .bind(until_us)
        .fetch_optional(&mut **c)
        .await?))
}

/// Keeps what a chunk came to; false where another node did so before, or the study has ended.
pub async fn finish(tx: &mut Tx, chunk: &ChunkRow, samples: &str, runs: i64) -> Result<bool> {
    let sql = "update study_chunk set samples = $4 where study_id = $1 and stage = $2 and seq = $3 and samples is null";
    let kept = within!(tx, |c| {
        let query = sqlx::query(sql).bind(chunk.study_id).bind(chunk.stage).bind(chunk.seq).bind(samples);
        query.execute(&mut **c).await?.rows_affected()
    });
    if kept == 1 {
        let sql = "update study set runs_done = runs_done + $2 where id = $1";
        within!(tx, |c| sqlx::query(sql)
            .bind(chunk.study_id)
            .bind(runs)
            .execute(&mut **c)
            .await?
            .rows_affected());
    }
    Ok(kept == 1)
}

/// All that a study's chunks came to, in order.
pub async fn samples(db: &Db, study: i64) -> Result<Vec<SamplesRow>> {
    let sql = "select stage, pieces, samples from study_chunk where study_id = $1 and samples is not null order by stage, seq";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(study).fetch_all(p).await?))
}

/// Begins the stage after `stage`; false where somebody did so before, or the study has ended.
pub async fn advance(tx: &mut Tx, study: i64, stage: i64, chunks: &[String]) -> Result<bool> {
    let sql = "update study set stage = stage + 1 where id = $1 and stage = $2 and state = 'running'";
    let begun =
        within!(tx, |c| sqlx::query(sql).bind(study).bind(stage).execute(&mut **c).await?.rows_affected());
    if begun == 1 {
        add_chunks(tx, study, stage + 1, chunks).await?;
    }
    Ok(begun == 1)
}

/// Ends a study after `stage` with an answer or the reason why there is none; false where it had ended before.
pub async fn end(
    tx: &mut Tx,
    study: i64,
    stage: i64,
    outcome: std::result::Result<&str, &str>,
    at_us: i64,
) -> Result<bool> {
    let sql = "update study set state = $3, answer = $4, error = $5, ended_us = $6, runs_total = runs_done \
               where id = $1 and stage = $2 and state = 'running'";
    let state = if outcome.is_ok() { "done" } else { "failed" };
    let ended = within!(tx, |c| {
        let query =
            sqlx::query(sql).bind(study).bind(stage).bind(state).bind(outcome.ok()).bind(outcome.err());
        query.bind(at_us).execute(&mut **c).await?.rows_affected()
    });
    if ended == 1 {
        drop_chunks(tx, study).await?;
    }
    Ok(ended == 1)
}

/// Cancels a study; false where it had ended before.
pub async fn cancel(tx: &mut Tx, study: i64, at_us: i64) -> Result<bool> {
    let sql = "update study set state = 'cancelled', ended_us = $2 where id = $1 and state = 'running'";
    let ended =
        within!(tx, |c| sqlx::query(sql).bind(study).bind(at_us).execute(&mut **c).await?.rows_affected());
    if ended == 1 {
        drop_chunks(tx, study).await?;
    }
    Ok(ended == 1)
}

async fn drop_chunks(tx: &mut Tx, study: i64) -> Result<()> {
    let sql = "delete from study_chunk where study_id = $1";
    within!(tx, |c| sqlx::query(sql).bind(study).execute(&mut **c).await?.rows_affected());
    Ok(())
}

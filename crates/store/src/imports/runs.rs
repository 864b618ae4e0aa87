//! Import runs as records: what was read, what came of it, what could not be read.
use crate::db::both;
use crate::write::within;
use crate::{Column, Db, Result, Tx, Values};
use tandem_core::imports::Problem;

/// One run.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Run {
    /// Its id.
    pub id: i64,
    /// The source's name.
    pub source: String,
    /// uploaded, checking, checked, running, done, failed, cancelled, undoing, undone.
    pub state: String,
    /// Who started it.
    pub by_name: String,
    /// When, microseconds UTC.
    pub created_us: i64,
    /// When it ended.
    pub finished_us: Option<i64>,
    /// What was found in the files, as a JSON document of app.
    pub files: String,
    /// The mapping, as a JSON document of core.
    pub mapping: String,
    /// The report, as a JSON document of app.
    pub report: Option<String>,
    /// Why it failed.
    pub error: Option<String>,
    /// Rows done.
    pub rows_done: i64,
    /// Rows there are.
    pub rows_total: i64,
}

const SELECT: &str = "select r.id, s.name as source, r.state, r.by_name, r.created_us, r.finished_us, r.files, r.mapping, r.report, r.error, \
                      r.rows_done, r.rows_total from import_run r join source s on s.id = r.source_id ";

/// The source of a name; made where there is none.
pub async fn source(tx: &mut Tx, name: &str) -> Result<i64> {
    let found: Option<i64> = within!(tx, |c| sqlx::query_scalar("select id from source where name = $1")
        .bind(name)
        .fetch_optional(&mut **c)
        .await?);
    if let Some(id) = found {
        return Ok(id);
    }
    let id = tx.take_ids("source", 1).await?;
    let sql = "insert into source (id, name, kind) values ($1, $2, 'files')";
    within!(tx, |c| sqlx::query(sql).bind(id).bind(name).execute(&mut **c).await?.rows_affected());
    Ok(id)
}

/// A new run; returns its id.
pub async fn create(tx: &mut Tx, run: &Run) -> Result<i64> {
    let source = source(tx, &run.source).await?;
    let id = tx.take_ids("import_run", 1).await?;
    let sql = "insert into import_run (id, source_id, state, by_name, created_us, files, mapping, rows_total) values ($1,$2,$3,$4,$5,$6,$7,$8)";
    within!(tx, |c| {
        let query =
            sqlx::query(sql).bind(id).bind(source).bind(&run.state).bind(&run.by_name).bind(run.created_us);
        query
            .bind(&run.files)
            .bind(&run.mapping)
            .bind(run.rows_total)
            .execute(&mut **c)
            .await?
            .rows_affected()
    });
    Ok(id)
}

/// Writes back state, mapping, report, error and progress of a run.
pub async fn save(tx: &mut Tx, run: &Run) -> Result<()> {
    let source = source(tx, &run.source).await?;
    let sql = "update import_run set source_id=$2, state=$3, finished_us=$4, files=$5, mapping=$6, report=$7, error=$8, rows_done=$9, \
               rows_total=$10 where id=$1";
    within!(tx, |c| {
        let query = sqlx::query(sql)
            .bind(run.id)
            .bind(source)
            .bind(&run.state)
            .bind(run.finished_us)
            .bind(&run.files);
        let query = query
            .bind(&run.mapping)
            .bind(&run.report)
            .bind(&run.error)
            .bind(run.rows_done)
            .bind(run.rows_total);
        query.execute(&mut **c).await?.rows_affected()
    });
    Ok(())
}

/// A run.
pub async fn get(db: &Db, id: i64) -> Result<Option<Run>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where r.id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// The latest runs first.
pub async fn list(db: &Db, limit: i64) -> Result<Vec<Run>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} order by r.id desc limit $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(limit).fetch_all(p).await?))
}

/// A problem with its place.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Placed {
    /// The file's name.
    pub file: String,
    /// What its rows are.
    pub object: String,
    /// The line, from 1, as a text editor counts.
    pub line: i64,
    /// What is wrong.
    #[serde(flatten)]
    pub problem: Problem,
}

/// Replaces the kept problems of a run.
pub async fn put_problems(tx: &mut Tx, import: i64, problems: &[Placed]) -> Result<()> {
    within!(tx, |c| sqlx::query("delete from import_problem where import_id = $1")
        .bind(import)
        .execute(&mut **c)
        .await?
        .rows_affected());
    let text = |value: fn(&Placed) -> &String| {
        Values::Text(problems.iter().map(|p| Some(value(p).clone())).collect())
    };
    let columns = [
        Column::new("import_id", Values::Int(vec![Some(import); problems.len()])),
        Column::new("seq", Values::Int((1..).take(problems.len()).map(Some).collect())),
        Column::new("file", text(|p| &p.file)),
        Column::new("object", text(|p| &p.object)),
        Column::new("line", Values::Int(problems.iter().map(|p| Some(p.line)).collect())),
        Column::new("column_name", text(|p| &p.problem.column)),
        Column::new("value", text(|p| &p.problem.value)),
        Column::new("problem", text(|p| &p.problem.problem)),
        Column::new("advice", text(|p| &p.problem.advice)),
    ];
    if problems.is_empty() { Ok(()) } else { tx.insert("import_problem", &columns).await }
}

type ProblemRow = (String, String, i64, String, String, String, String);

/// The kept problems of a run, in the order of files and lines.
pub async fn problems(db: &Db, import: i64) -> Result<Vec<Placed>> {
    let sql = "select file, object, line, column_name, value, problem, advice from import_problem where import_id = $1 order by seq";
    let rows: Vec<ProblemRow> = both!(db, |p| sqlx::query_as(sql).bind(import).fetch_all(p).await?);
    let placed = |(file, object, line, column, value, problem, advice)| Placed {
        file,
        object,
        line,
        problem: Problem { column, value, problem, advice },
    };
    Ok(rows.into_iter().map(placed).collect())
}

/// Runs that were going on when the program ended have kept nothing: says so.
pub async fn end_interrupted(tx: &mut Tx, now_us: i64) -> Result<u64> {
    let sql = "update import_run set state = 'failed', finished_us = $1, error = 'the server stopped before the end; nothing was kept, start it again' \
               where state in ('checking', 'running', 'undoing')";
    Ok(within!(tx, |c| sqlx::query(sql).bind(now_us).execute(&mut **c).await?.rows_affected()))
}

/// The same for the runs of one person: whoever runs from the command line has seen the earlier run end.
pub async fn end_interrupted_of(tx: &mut Tx, by_name: &str, now_us: i64) -> Result<u64> {
    let sql = "update import_run set state = 'failed', finished_us = $1, error = 'the program ended before the import did; nothing of it was kept' \
               where state = 'running' and by_name = $2";
    let ended =
        within!(tx, |c| sqlx::query(sql).bind(now_us).bind(by_name).execute(&mut **c).await?.rows_affected());
    Ok(ended)
}

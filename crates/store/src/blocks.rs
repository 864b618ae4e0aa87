//! Whole tables out of SQLite in blocks of rows. Handed over one at a time between two threads, a row costs some five microseconds, whatever is in
//! it; so SQLite writes a block of rows as one JSON text, and the next block while we take this one apart. PostgreSQL streams rows well on its own.
use crate::Result;
use serde::de::DeserializeOwned;
use sqlx::{SqliteConnection, SqlitePool};

/// Rows of a block: large enough for the handing over not to count, small enough for the text not to.
const ROWS: i64 = 4_096;

/// The text of a query for [`read`]: these columns, plain names, of a table that has an `id`.
macro_rules! blocks_of {
    ($columns:literal, $table:literal) => {
        concat!(
            "select max(block_id), json_group_array(json_array(",
            $columns,
            ")) from (select id as block_id, ",
            $columns,
            " from ",
            $table,
            " where id > ? order by id limit ?)"
        )
    };
}
pub(crate) use blocks_of;

/// All rows that [`blocks_of`] asks for, as of one moment, by id.
pub(crate) async fn read<T: DeserializeOwned>(pool: &SqlitePool, sql: &'static str) -> Result<Vec<T>> {
    let mut moment = pool.begin().await?;
    let mut rows = Vec::new();
    let mut block = next(&mut moment, sql, i64::MIN).await?;
    while let (Some(last), text) = block {
        let taking = async { take(&text, &mut rows) };
        let (following, taken) = tokio::join!(next(&mut moment, sql, last), taking);
        taken?;
        block = following?;
    }
    Ok(rows)
}

/// The rows behind an id: the last of their ids, none where there are no more, and their text.
async fn next(moment: &mut SqliteConnection, sql: &'static str, id: i64) -> Result<(Option<i64>, String)> {
    Ok(sqlx::query_as(sql).bind(id).bind(ROWS).fetch_one(moment).await?)
}

fn take<T: DeserializeOwned>(text: &str, rows: &mut Vec<T>) -> Result<()> {
    let block: Vec<T> = serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    rows.extend(block);
    Ok(())
}

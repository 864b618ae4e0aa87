//! What records looked like before an import changed or deleted them, kept so that all of it can be taken back. The first look counts.
use crate::write::within;
use crate::{Result, Tx};

/// Keeps what records looked like: the id and a JSON document each.
pub(super) async fn keep(tx: &mut Tx, import: i64, object: &str, before: &[(i64, String)]) -> Result<()> {
    let keep = "insert into import_change (import_id, object, record_id, before) ";
    let skip = " on conflict (import_id, object, record_id) do nothing";
    for chunk in before.chunks(2_000) {
        match tx {
            Tx::Sqlite(c) => {
                let sql = format!(
                    "{keep} select $1, $2, value ->> 0, value ->> 1 from json_each($3) where true {skip}"
                );
                let list = serde_json::to_string(chunk).unwrap_or_default();
                let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(import).bind(object).bind(list);
                query.execute(&mut **c).await?;
            }
            Tx::Postgres(c) => {
                let sql = format!("{keep} select $1, $2, * from unnest($3::bigint[], $4::text[]) {skip}");
                let (ids, texts): (Vec<i64>, Vec<String>) = chunk.iter().cloned().unzip();
                let query =
                    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(import).bind(object).bind(ids).bind(texts);
                query.execute(&mut **c).await?;
            }
        }
    }
    Ok(())
}

/// What was kept of an object, by record.
pub(super) async fn kept(tx: &mut Tx, import: i64, object: &str) -> Result<Vec<(i64, String)>> {
    let sql =
        "select record_id, before from import_change where import_id = $1 and object = $2 order by record_id";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(import).bind(object).fetch_all(&mut **c).await?))
}

/// Forgets what was kept.
pub(super) async fn forget(tx: &mut Tx, import: i64) -> Result<()> {
    let sql = "delete from import_change where import_id = $1";
    within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    Ok(())
}

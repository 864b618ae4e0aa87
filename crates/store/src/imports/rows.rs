//! Rows of one object: which are known, which are new, which have changed.
use super::tables::{Cell, Kind, Table, table, transpose};
use crate::write::within;
use crate::{Column, Result, Tx, Values};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;
use tandem_core::imports::records::ObjectKind;

/// A record on its way in.
#[derive(Clone, Debug)]
pub struct Row {
    /// The source's id of it.
    pub external_id: String,
    /// Of what the source says; the same again means unchanged.
    pub hash: i64,
    /// In the order of the table's columns.
    pub cells: Vec<Cell>,
}

/// Which import writes for which source.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// The source's id.
    pub source: i64,
    /// The run's id.
    pub import: i64,
}

/// What a source's ids stand for: external id to (id, content hash).
pub async fn known(
    tx: &mut Tx,
    object: ObjectKind,
    source: i64,
    ids: &[String],
) -> Result<HashMap<String, (i64, i64)>> {
    // Histories of ownership have no ids of their own in any source.
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    tx.known(table(object).name, source, ids).await
}

/// Puts in new records; returns the id of the first, the others follow it.
pub async fn insert(tx: &mut Tx, object: ObjectKind, origin: Origin, rows: Vec<Row>) -> Result<i64> {
    let (table, count) = (table(object), rows.len());
    let first = tx.take_ids(table.name, count).await?;
    let mut columns = vec![
        Column::new("id", Values::Int((first..).take(count).map(Some).collect())),
        Column::new("source_id", Values::Int(vec![Some(origin.source); count])),
        Column::new("import_id", Values::Int(vec![Some(origin.import); count])),
        Column::new("content_hash", Values::Int(rows.iter().map(|row| Some(row.hash)).collect())),
    ];
    let (external, cells): (Vec<_>, Vec<_>) =
        rows.into_iter().map(|row| (Some(row.external_id), row.cells)).unzip();
    columns.push(Column::new("external_id", Values::Text(external)));
    columns.extend(transpose(table, cells));
    tx.insert(table.name, &columns).await?;
    Ok(first)
}

/// Changes records and keeps what they looked like before, once per run.
pub async fn update(tx: &mut Tx, object: ObjectKind, origin: Origin, rows: Vec<(i64, Row)>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let table = table(object);
    let ids: Vec<i64> = rows.iter().map(|(id, _)| *id).collect();
    keep_before(tx, object, origin.import, &ids).await?;
    let mut columns = vec![
        Column::new("id", Values::Int(ids.into_iter().map(Some).collect())),
        Column::new("content_hash", Values::Int(rows.iter().map(|(_, row)| Some(row.hash)).collect())),
    ];
    columns.extend(transpose(table, rows.into_iter().map(|(_, row)| row.cells)));
    tx.update(table.name, &columns).await
}

pub(super) async fn keep_before(tx: &mut Tx, object: ObjectKind, import: i64, ids: &[i64]) -> Result<()> {
    let table = table(object);
    let list = serde_json::to_string(ids).unwrap_or_default();
    let keep = "insert into import_change (import_id, object, record_id, before) ";
    let skip = " on conflict (import_id, object, record_id) do nothing";
    match tx {
        Tx::Sqlite(c) => {
            let sql = format!(
                "{keep} select $1, $2, id, json_object({}) from {} where id in (select value from json_each($3)) {skip}",
                pairs(table),
                table.name
            );
            sqlx::query(AssertSqlSafe(sql))
                .bind(import)
                .bind(object.text())
                .bind(list)
                .execute(&mut **c)
                .await?;
        }
        Tx::Postgres(c) => {
            let sql = format!(
                "{keep} select $1, $2, id, json_build_object({})::text from {} where id = any($3) {skip}",
                pairs(table),
                table.name
            );
            sqlx::query(AssertSqlSafe(sql))
                .bind(import)
                .bind(object.text())
                .bind(ids)
                .execute(&mut **c)
                .await?;
        }
    }
    Ok(())
}

fn pairs(table: Table) -> String {
    let names = table.columns.iter().map(|(name, _)| *name).chain(["content_hash"]);
    names.map(|name| format!("'{name}', {name}")).collect::<Vec<String>>().join(", ")
}

/// Puts kept rows back as they were.
pub(super) async fn restore(tx: &mut Tx, object: ObjectKind, before: &[(i64, String)]) -> Result<()> {
    let table = table(object);
    let mut columns = vec![
        Column::new("id", Values::Int(before.iter().map(|(id, _)| Some(*id)).collect())),
        Column::new("content_hash", Values::Int(Vec::new())),
    ];
    let mut rows = Vec::with_capacity(before.len());
    for (_, text) in before {
        let document: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        if let Values::Int(hashes) = &mut columns[1].values {
            hashes.push(document["content_hash"].as_i64());
        }
        rows.push(table.columns.iter().map(|(name, kind)| cell(*kind, &document[*name])).collect());
    }
    columns.extend(transpose(table, rows));
    tx.update(table.name, &columns).await
}

fn cell(kind: Kind, value: &serde_json::Value) -> Cell {
    match kind {
        Kind::Int => Cell::Int(value.as_i64()),
        Kind::Text => Cell::Text(value.as_str().map(str::to_owned)),
        Kind::Date => Cell::Date(value.as_str().and_then(|text| text.parse().ok())),
        Kind::Real => Cell::Real(value.as_f64()),
        Kind::Bool => Cell::Bool(value.as_bool().or_else(|| value.as_i64().map(|n| n != 0))),
    }
}

/// Whether a table holds nothing yet.
pub async fn is_empty(tx: &mut Tx, object: ObjectKind) -> Result<bool> {
    let sql = format!("select not exists (select 1 from {})", table(object).name);
    Ok(within!(tx, |c| sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut **c).await?))
}

const ACTIVITY_INDEXES: [(&str, &str); 2] = [
    ("activity_customer", "activity (customer_id, date)"),
    ("activity_seller", "activity (seller_id, date)"),
];

/// Drops the indexes of an empty activity table before a first load; made again by [`make_activity_indexes`] in the same transaction.
pub async fn drop_activity_indexes(tx: &mut Tx) -> Result<()> {
    for (name, _) in ACTIVITY_INDEXES {
        tx.execute(&format!("drop index {name}")).await?;
    }
    Ok(())
}

/// Makes the indexes that [`drop_activity_indexes`] dropped.
pub async fn make_activity_indexes(tx: &mut Tx) -> Result<()> {
    for (name, columns) in ACTIVITY_INDEXES {
        tx.execute(&format!("create index {name} on {columns}")).await?;
    }
    Ok(())
}

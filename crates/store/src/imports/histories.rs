//! Histories of ownership in bulk: read, replaced, kept as they were, put back.
use super::kept;
use super::links::by_ids;
use super::rows::Origin;
use crate::{Column, Result, Tx, Values};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::ownership::Period;
use tandem_core::sellers::SellerRole;

/// One stored row: unit, id, import, seller, role, first day, first day no longer.
type Stored = (i64, i64, Option<i64>, i64, String, NaiveDate, Option<NaiveDate>);

/// The name under which histories are kept for undo, by unit.
pub(super) const KEPT: &str = "ownerships";

/// Histories of units as they are stored.
pub async fn histories(tx: &mut Tx, units: &[i64]) -> Result<BTreeMap<i64, Vec<Period>>> {
    let mut histories: BTreeMap<i64, Vec<Period>> = BTreeMap::new();
    for (unit, _, _, seller, role, start, end) in stored(tx, units).await? {
        let role = role.parse().unwrap_or(SellerRole::Generalist);
        histories.entry(unit).or_default().push(Period { seller, role, start, end });
    }
    Ok(histories)
}

async fn stored(tx: &mut Tx, units: &[i64]) -> Result<Vec<Stored>> {
    let select =
        "select unit_id, id, import_id, seller_id, role, start_date, end_date from ownership where unit_id";
    by_ids(tx, select, units, "order by unit_id, start_date").await
}

/// Replaces the histories of units, keeping what was there before for undo.
pub async fn replace_histories(tx: &mut Tx, origin: Origin, histories: &[(i64, Vec<Period>)]) -> Result<()> {
    for chunk in histories.chunks(2_000) {
        let units: Vec<i64> = chunk.iter().map(|(unit, _)| *unit).collect();
        let mut before: BTreeMap<i64, Vec<Stored>> = BTreeMap::new();
        for row in stored(tx, &units).await? {
            before.entry(row.0).or_default().push(row);
        }
        let text = |rows: &Vec<Stored>| serde_json::to_string(rows).unwrap_or_default();
        let documents: Vec<(i64, String)> = before.iter().map(|(unit, rows)| (*unit, text(rows))).collect();
        kept::keep(tx, origin.import, KEPT, &documents).await?;
        delete(tx, &before.into_keys().collect::<Vec<i64>>()).await?;
        let periods: usize = chunk.iter().map(|(_, periods)| periods.len()).sum();
        let mut id = tx.take_ids("ownership", periods).await?;
        let mut rows = Vec::with_capacity(periods);
        for (unit, period) in chunk.iter().flat_map(|(unit, periods)| periods.iter().map(move |p| (*unit, p)))
        {
            let role = period.role.text().to_owned();
            rows.push((unit, id, Some(origin.import), period.seller, role, period.start, period.end));
            id += 1;
        }
        insert(tx, &rows).await?;
    }
    Ok(())
}

/// A history goes in one statement: its rows name each other, and are only looked at when the statement ends.
async fn delete(tx: &mut Tx, units: &[i64]) -> Result<()> {
    if units.is_empty() {
        return Ok(());
    }
    match tx {
        Tx::Sqlite(c) => {
            let list = serde_json::to_string(units).unwrap_or_default();
            let sql = "delete from ownership where unit_id in (select value from json_each($1))";
            sqlx::query(sql).bind(list).execute(&mut **c).await?;
        }
        Tx::Postgres(c) => {
            sqlx::query("delete from ownership where unit_id = any($1)")
                .bind(units)
                .execute(&mut **c)
                .await?;
        }
    }
    Ok(())
}

/// Rows by unit and start, each naming the end of the one before it.
async fn insert(tx: &mut Tx, rows: &[Stored]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let before = std::iter::once(None).chain(rows.iter().map(|row| Some((row.0, row.6))));
    let previous =
        rows.iter().zip(before).map(|(row, before)| before.filter(|(unit, _)| *unit == row.0)?.1).collect();
    let columns = [
        Column::new("id", Values::Int(rows.iter().map(|row| Some(row.1)).collect())),
        Column::new("import_id", Values::Int(rows.iter().map(|row| row.2).collect())),
        Column::new("unit_id", Values::Int(rows.iter().map(|row| Some(row.0)).collect())),
        Column::new("seller_id", Values::Int(rows.iter().map(|row| Some(row.3)).collect())),
        Column::new("role", Values::Text(rows.iter().map(|row| Some(row.4.clone())).collect())),
        Column::new("start_date", Values::Date(rows.iter().map(|row| Some(row.5)).collect())),
        Column::new("end_date", Values::Date(rows.iter().map(|row| row.6).collect())),
        Column::new("previous_end", Values::Date(previous)),
    ];
    tx.insert("ownership", &columns).await
}

/// Takes away the histories that an import made and puts those back that it replaced, with the numbers they had.
pub(super) async fn restore(tx: &mut Tx, import: i64) -> Result<()> {
    let before = kept::kept(tx, import, KEPT).await?;
    delete(tx, &before.iter().map(|(unit, _)| *unit).collect::<Vec<i64>>()).await?;
    let sql = "delete from ownership where import_id = $1";
    crate::write::within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    for chunk in before.chunks(2_000) {
        let rows =
            chunk.iter().flat_map(|(_, text)| serde_json::from_str::<Vec<Stored>>(text).unwrap_or_default());
        insert(tx, &rows.collect::<Vec<Stored>>()).await?;
    }
    Ok(())
}

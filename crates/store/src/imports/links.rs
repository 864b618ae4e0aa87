//! What ties imported records together: the only unit of a customer, names, parents, who is a person.
use super::rows::keep_before;
use crate::write::within;
use crate::{Column, Result, Tx, Values};
use sqlx::AssertSqlSafe;
use std::collections::{HashMap, HashSet};
use tandem_core::imports::records::ObjectKind;

/// Gives every customer without a unit one, named like the customer; returns how many.
pub async fn make_missing_units(tx: &mut Tx, import: i64) -> Result<u64> {
    let sql = "select c.id, c.name from customer c where not exists (select 1 from unit u where u.customer_id = c.id) order by c.id";
    let without: Vec<(i64, String)> = within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?);
    for chunk in without.chunks(5_000) {
        let first = tx.take_ids("unit", chunk.len()).await?;
        let columns = [
            Column::new("id", Values::Int((first..).take(chunk.len()).map(Some).collect())),
            Column::new("import_id", Values::Int(vec![Some(import); chunk.len()])),
            Column::new("customer_id", Values::Int(chunk.iter().map(|(id, _)| Some(*id)).collect())),
            Column::new("name", Values::Text(chunk.iter().map(|(_, name)| Some(name.clone())).collect())),
        ];
        tx.insert("unit", &columns).await?;
    }
    Ok(without.len() as u64)
}

/// Units by customer.
pub async fn units_of(tx: &mut Tx, customers: &[i64]) -> Result<HashMap<i64, Vec<i64>>> {
    let rows: Vec<(i64, i64)> =
        by_ids(tx, "select customer_id, id from unit where customer_id", customers, "order by id").await?;
    let mut units: HashMap<i64, Vec<i64>> = HashMap::new();
    for (customer, unit) in rows {
        units.entry(customer).or_default().push(unit);
    }
    Ok(units)
}

/// The customer of each unit.
pub async fn customers_of(tx: &mut Tx, units: &[i64]) -> Result<HashMap<i64, i64>> {
    let rows: Vec<(i64, i64)> = by_ids(tx, "select id, customer_id from unit where id", units, "").await?;
    Ok(rows.into_iter().collect())
}

/// Customers of a source by their name in small letters: the id, unless two share the name.
pub async fn customers_by_name(tx: &mut Tx, source: i64) -> Result<HashMap<String, Option<i64>>> {
    by_name(tx, "customer", source).await
}

/// Sellers of a source by their name in small letters.
pub async fn sellers_by_name(tx: &mut Tx, source: i64) -> Result<HashMap<String, Option<i64>>> {
    by_name(tx, "seller", source).await
}

async fn by_name(tx: &mut Tx, table: &str, source: i64) -> Result<HashMap<String, Option<i64>>> {
    let sql = format!("select name, id from {table} where source_id = $1");
    let rows: Vec<(String, i64)> =
        within!(tx, |c| sqlx::query_as(AssertSqlSafe(sql)).bind(source).fetch_all(&mut **c).await?);
    let mut names = HashMap::new();
    for (name, id) in rows {
        names.entry(name.trim().to_lowercase()).and_modify(|known| *known = None).or_insert(Some(id));
    }
    Ok(names)
}

pub(crate) async fn by_ids<R>(tx: &mut Tx, select: &str, ids: &[i64], order: &str) -> Result<Vec<R>>
where
    R: Send
        + Unpin
        + for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow>
        + for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>,
{
    Ok(match tx {
        Tx::Sqlite(c) => {
            let list = serde_json::to_string(ids).unwrap_or_default();
            let sql = format!("{select} in (select value from json_each($1)) {order}");
            sqlx::query_as(AssertSqlSafe(sql)).bind(list).fetch_all(&mut **c).await?
        }
        Tx::Postgres(c) => {
            let sql = format!("{select} = any($1) {order}");
            sqlx::query_as(AssertSqlSafe(sql)).bind(ids).fetch_all(&mut **c).await?
        }
    })
}

/// Sellers who are queues and programs: they own nothing.
pub async fn not_persons(tx: &mut Tx) -> Result<HashSet<i64>> {
    let sql = "select id from seller where kind <> 'person'";
    let ids: Vec<i64> = within!(tx, |c| sqlx::query_scalar(sql).fetch_all(&mut **c).await?);
    Ok(ids.into_iter().collect())
}

/// The parent of each customer who has one.
pub async fn parents(tx: &mut Tx) -> Result<HashMap<i64, i64>> {
    let sql = "select id, parent_id from customer where parent_id is not null";
    let rows: Vec<(i64, i64)> = within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?);
    Ok(rows.into_iter().collect())
}

/// Sets the parents of customers whose parent changes, keeping what was there before for undo.
pub async fn set_parents(tx: &mut Tx, import: i64, parents: &[(i64, i64)]) -> Result<()> {
    for chunk in parents.chunks(2_000) {
        let ids: Vec<i64> = chunk.iter().map(|(child, _)| *child).collect();
        keep_before(tx, ObjectKind::Customer, import, &ids).await?;
        let columns = [
            Column::new("id", Values::Int(ids.into_iter().map(Some).collect())),
            Column::new("parent_id", Values::Int(chunk.iter().map(|(_, parent)| Some(*parent)).collect())),
        ];
        tx.update("customer", &columns).await?;
    }
    Ok(())
}

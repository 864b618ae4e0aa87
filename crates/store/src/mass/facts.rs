//! What hangs on many units, one question each for all of them.
use crate::{Db, Result};
use chrono::NaiveDate;
use sqlx::AssertSqlSafe;

/// An open record: unit, kind, id, owner.
pub type OpenRow = (i64, String, i64, Option<i64>);
/// Records that are history: unit, kind, how many.
pub type HistoryRow = (i64, String, i64);
/// unit, day on which the next of its terms ends.
pub type RenewalRow = (i64, NaiveDate);
/// unit, state of the handoff that is under way.
pub type RunningRow = (i64, String);
/// customer, somebody who owns a unit of it.
pub type ServingRow = (i64, i64);

/// Asks a question whose text has `{units}` where the ids of the units are compared.
macro_rules! ask {
    ($db:expr, $units:expr, $sql:expr $(, $more:expr)*) => {{
        let sql: String = $sql;
        match $db {
            Db::Sqlite(pool, _) => {
                let list = serde_json::to_string($units).unwrap_or_default();
                let sql = sql.replace("{units}", "in (select value from json_each($1))");
                let query = sqlx::query_as(AssertSqlSafe(sql)).bind(list);
                $(let query = query.bind($more);)*
                query.fetch_all(pool).await?
            }
            Db::Postgres(pool) => {
                let query = sqlx::query_as(AssertSqlSafe(sql.replace("{units}", "= any($1)"))).bind($units.to_vec());
                $(let query = query.bind($more);)*
                query.fetch_all(pool).await?
            }
        }
    }};
}

/// Every record of these units with which something is still to be done.
pub async fn open(db: &Db, units: &[i64]) -> Result<Vec<OpenRow>> {
    let sql = "select unit_id, 'opportunity', id, owner_id from opportunity where unit_id {units} and status = 'open' \
               union all select unit_id, 'commitment', id, owner_id from commitment where unit_id {units} and is_open = $2";
    Ok(ask!(db, units, sql.to_owned(), true))
}

/// Every other record of these units, counted. The same tables as those of one unit: a test compares both.
pub async fn history(db: &Db, units: &[i64]) -> Result<Vec<HistoryRow>> {
    let whole = ["subscription", "activity", "note", "contact", "ownership"];
    let count = |kind: &str, table: &str, which: &str| {
        format!(
            "select unit_id, '{kind}', count(*) from {table} where unit_id {{units}}{which} group by unit_id"
        )
    };
    let mut parts: Vec<String> = whole.iter().map(|kind| count(kind, kind, "")).collect();
    parts.push(count("document", "attachment", ""));
    parts.push(count("opportunity", "opportunity", " and status <> 'open'"));
    parts.push(count("commitment", "commitment", " and is_open = $2"));
    Ok(ask!(db, units, parts.join(" union all "), false))
}

/// When the next term of these units ends, where anything is in force that ends.
pub async fn renewals(db: &Db, units: &[i64], day: NaiveDate) -> Result<Vec<RenewalRow>> {
    let sql = "select unit_id, min(end_date) from subscription where unit_id {units} and start_date <= $2 and end_date > $2 group by unit_id";
    Ok(ask!(db, units, sql.to_owned(), day))
}

/// Handoffs of these units that are under way.
pub async fn running(db: &Db, units: &[i64]) -> Result<Vec<RunningRow>> {
    let sql = "select unit_id, state from handoff where unit_id {units} and is_open = $2";
    Ok(ask!(db, units, sql.to_owned(), true))
}

/// Who owns any unit of the customers of these units on a day.
pub async fn serving(db: &Db, units: &[i64], day: NaiveDate) -> Result<Vec<ServingRow>> {
    let sql = "select distinct u.customer_id, o.seller_id from unit u join ownership o on o.unit_id = u.id \
               where u.customer_id in (select customer_id from unit where id {units}) \
               and o.start_date <= $2 and (o.end_date is null or o.end_date > $2)";
    Ok(ask!(db, units, sql.to_owned(), day))
}

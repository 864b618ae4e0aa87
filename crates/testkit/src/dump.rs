//! Everything that a database holds, as text that can be compared: what a denied call, or an undone import, must leave alone.
use sqlx::AssertSqlSafe;
use std::collections::{BTreeMap, BTreeSet};
use tandem_store::Db;

/// Rows by table, sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dump(pub BTreeMap<String, Vec<String>>);

impl Dump {
    /// Without the tables that may differ.
    pub fn without(mut self, tables: &[&str]) -> Self {
        self.0.retain(|name, _| !tables.contains(&name.as_str()));
        self
    }

    /// What is in one of them only, for messages.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let lines = |dump: &Self| -> BTreeSet<String> {
            dump.0
                .iter()
                .flat_map(|(table, rows)| rows.iter().map(move |row| format!("{table}: {row}")))
                .collect()
        };
        let (mine, theirs) = (lines(self), lines(other));
        let gone = mine.difference(&theirs).map(|line| format!("- {line}"));
        gone.chain(theirs.difference(&mine).map(|line| format!("+ {line}"))).collect()
    }
}

/// All tables and columns, as `table.column`; search has its own form on each database and is left out.
pub async fn columns(db: &Db) -> BTreeSet<String> {
    let names: Vec<(String,)> = match db {
        Db::Sqlite(pool, _) => {
            let sql = "select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'";
            sqlx::query_as(sql).fetch_all(pool).await
        }
        Db::Postgres(pool) => {
            let sql = "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'";
            sqlx::query_as(sql).fetch_all(pool).await
        }
    }
    .expect("the catalogue can be read");
    let own =
        |name: &String| !["customer_search", "_sqlx", "sqlite_"].iter().any(|start| name.starts_with(start));
    names.into_iter().map(|(name,)| name).filter(own).collect()
}

/// Reads everything, in one statement.
pub async fn dump(db: &Db) -> Dump {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in columns(db).await {
        let (table, column) = name.split_once('.').expect("a table and a column");
        tables.entry(table.to_owned()).or_default().push(column.to_owned());
    }
    let rows: Vec<(String, String)> = match db {
        Db::Sqlite(pool, _) => {
            let of = |(table, columns): (&String, &Vec<String>)| {
                let quoted: Vec<String> =
                    columns.iter().map(|c| format!("'{c}=' || quote(\"{c}\")")).collect();
                format!("select '{table}', {} from \"{table}\"", quoted.join(" || ' ' || "))
            };
            let sql = tables.iter().map(of).collect::<Vec<String>>().join(" union all ");
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(pool).await
        }
        Db::Postgres(pool) => {
            let of = |table: &String| format!("select '{table}', to_jsonb(t)::text from \"{table}\" t");
            let sql = tables.keys().map(of).collect::<Vec<String>>().join(" union all ");
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(pool).await
        }
    }
    .expect("the tables can be read");
    let mut found: BTreeMap<String, Vec<String>> =
        tables.into_keys().map(|table| (table, Vec::new())).collect();
    for (table, row) in rows {
        found.entry(table).or_default().push(row);
    }
    found.values_mut().for_each(|rows| rows.sort());
    Dump(found)
}

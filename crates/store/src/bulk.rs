//! Many rows at once, column by column: arrays, or `copy` where they are very many, on PostgreSQL; rows of values on SQLite. The same calls serve
//! import and undo.
pub mod copy;

use crate::write::within;
use crate::{Result, Tx};
use chrono::NaiveDate;
use sqlx::{AssertSqlSafe, Postgres, QueryBuilder, Sqlite, query::Query};
use std::collections::HashMap;

/// SQLite takes at most 32,766 parameters a statement.
const PARAMETERS_MAX: usize = 30_000;
/// Rows that go to PostgreSQL at a time.
const COPY_ROWS: usize = 250;
/// Up to so many rows go to PostgreSQL as arrays: the last word of `copy` is a packet of its own, which TCP holds back for up to 40 ms while the
/// rows before it are not acknowledged.
const ARRAY_ROWS_MAX: usize = 1_000;

/// The values of one column, one per row.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Whole numbers.
    Int(Vec<Option<i64>>),
    /// Text.
    Text(Vec<Option<String>>),
    /// Dates.
    Date(Vec<Option<NaiveDate>>),
    /// Degrees.
    Real(Vec<Option<f64>>),
    /// Yes or no.
    Bool(Vec<Option<bool>>),
}

/// A named column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// As in the table.
    pub name: &'static str,
    /// One per row.
    pub values: Values,
}

impl Column {
    /// A column of its values.
    pub fn new(name: &'static str, values: Values) -> Self {
        Self { name, values }
    }
}

impl Values {
    /// Number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Int(v) => v.len(),
            Self::Text(v) => v.len(),
            Self::Date(v) => v.len(),
            Self::Real(v) => v.len(),
            Self::Bool(v) => v.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn array(&self) -> &'static str {
        match self {
            Self::Int(_) => "bigint[]",
            Self::Text(_) => "text[]",
            Self::Date(_) => "date[]",
            Self::Real(_) => "double precision[]",
            Self::Bool(_) => "boolean[]",
        }
    }

    fn bind<'q>(
        &'q self,
        query: Query<'q, Postgres, sqlx::postgres::PgArguments>,
    ) -> Query<'q, Postgres, sqlx::postgres::PgArguments> {
        match self {
            Self::Int(v) => query.bind(v),
            Self::Text(v) => query.bind(v),
            Self::Date(v) => query.bind(v),
            Self::Real(v) => query.bind(v),
            Self::Bool(v) => query.bind(v),
        }
    }

    fn push(&self, row: usize, out: &mut sqlx::query_builder::Separated<'_, Sqlite, &'static str>) {
        match self {
            Self::Int(v) => out.push_bind(v[row]),
            Self::Text(v) => out.push_bind(v[row].clone()),
            Self::Date(v) => out.push_bind(v[row]),
            Self::Real(v) => out.push_bind(v[row]),
            Self::Bool(v) => out.push_bind(v[row]),
        };
    }
}

impl Tx {
    /// Takes `count` fresh ids of a table; returns the first.
    pub(crate) async fn take_ids(&mut self, table: &str, count: usize) -> Result<i64> {
        let sql = "insert into id_block (name, next) values ($1, $2 + 1) \
                   on conflict (name) do update set next = id_block.next + $2 returning next - $2";
        let count = count as i64;
        Ok(within!(self, |c| sqlx::query_scalar(sql).bind(table).bind(count).fetch_one(&mut **c).await?))
    }

    /// Inserts rows; all columns have the same length.
    pub(crate) async fn insert(&mut self, table: &str, columns: &[Column]) -> Result<()> {
        let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
        let rows = columns.first().map_or(0, |column| column.values.len());
        match self {
            Self::Postgres(connection) if rows <= ARRAY_ROWS_MAX => {
                let (names, arrays) = (names.join(","), arrays(columns));
                let sql = format!("insert into {table} ({names}) select * from unnest({arrays})");
                bound(sql, columns).execute(&mut **connection).await?;
            }
            Self::Postgres(connection) => {
                let sql = format!("copy {table} ({}) from stdin", names.join(","));
                let mut copy = connection.copy_in_raw(&sql).await?;
                // The server takes in the first rows while the next are written out.
                for start in (0..rows).step_by(COPY_ROWS) {
                    copy.send(copy::text(columns, start..rows.min(start + COPY_ROWS))).await?;
                }
                copy.finish().await?;
            }
            Self::Sqlite(connection) => {
                let step = (PARAMETERS_MAX / columns.len().max(1)).max(1);
                for start in (0..rows).step_by(step) {
                    let mut builder =
                        QueryBuilder::<Sqlite>::new(format!("insert into {table} ({}) ", names.join(",")));
                    builder.push_values(start..rows.min(start + step), |mut out, row| {
                        columns.iter().for_each(|column| push(&column.values, row, &mut out));
                    });
                    builder.build().execute(&mut **connection).await?;
                }
            }
        }
        Ok(())
    }

    /// Sets columns of rows found by the first column (`id`).
    pub(crate) async fn update(&mut self, table: &str, columns: &[Column]) -> Result<()> {
        let Some((id, rest)) = columns.split_first() else { return Ok(()) };
        let rows = id.values.len();
        match self {
            Self::Postgres(connection) => {
                let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
                let sets: Vec<String> = rest.iter().map(|c| format!("{0} = v.{0}", c.name)).collect();
                let sql = format!(
                    "update {table} set {} from (select * from unnest({})) as v({}) where {table}.id = v.id",
                    sets.join(","),
                    arrays(columns),
                    names.join(",")
                );
                bound(sql, columns).execute(&mut **connection).await?;
            }
            Self::Sqlite(connection) => {
                for row in 0..rows {
                    let mut builder = QueryBuilder::<Sqlite>::new(format!("update {table} set "));
                    for (index, column) in rest.iter().enumerate() {
                        builder.push(if index == 0 { "" } else { "," }).push(column.name).push("=");
                        push(&column.values, row, &mut builder.separated(""));
                    }
                    builder.push(" where id = ");
                    push(&id.values, row, &mut builder.separated(""));
                    builder.build().execute(&mut **connection).await?;
                }
            }
        }
        Ok(())
    }

    /// Finds what a source's ids stand for: external id to (id, content hash).
    pub(crate) async fn known(
        &mut self,
        table: &str,
        source: i64,
        ids: &[String],
    ) -> Result<HashMap<String, (i64, i64)>> {
        let select = format!(
            "select external_id, id, coalesce(content_hash, 0) from {table} where source_id = $1 and external_id "
        );
        let rows: Vec<(String, i64, i64)> = match self {
            Self::Postgres(c) => {
                sqlx::query_as(AssertSqlSafe(select + "= any($2)"))
                    .bind(source)
                    .bind(ids)
                    .fetch_all(&mut **c)
                    .await?
            }
            Self::Sqlite(c) => {
                let list = serde_json::to_string(ids).unwrap_or_default();
                let sql = select + "in (select value from json_each($2))";
                sqlx::query_as(AssertSqlSafe(sql)).bind(source).bind(list).fetch_all(&mut **c).await?
            }
        };
        Ok(rows.into_iter().map(|(external, id, hash)| (external, (id, hash))).collect())
    }
}

fn push(values: &Values, row: usize, out: &mut sqlx::query_builder::Separated<'_, Sqlite, &'static str>) {
    values.push(row, out);
}

/// A statement of PostgreSQL with an array for each column.
fn bound(sql: String, columns: &[Column]) -> Query<'_, Postgres, sqlx::postgres::PgArguments> {
    let query = sqlx::query(AssertSqlSafe(sql));
    columns.iter().fold(query, |query, column| column.values.bind(query))
}

fn arrays(columns: &[Column]) -> String {
    let arrays: Vec<String> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| format!("${}::{}", index + 1, column.values.array()))
        .collect();
    arrays.join(",")
}

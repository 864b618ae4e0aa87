//! Commitments: documents of core with the columns that are looked for. Whoever saves the next version names the one it was made from.
use crate::customers::push_in;
use crate::db::both;
use crate::write::within;
use crate::{Db, Error, Result, Tx};
use chrono::NaiveDate;
use sqlx::QueryBuilder;
use tandem_core::languages::Words;

/// A commitment.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct CommitmentRow {
    /// The id.
    pub id: i64,
    /// Of which unit.
    pub unit_id: i64,
    /// Who sees to it.
    pub owner_id: i64,
    /// Whether it is still owed.
    pub is_open: bool,
    /// Until when.
    pub due_date: Option<NaiveDate>,
    /// One more with every act, from 1 on.
    pub version: i64,
    /// The commitment as core has it, in JSON.
    pub document: String,
}

const SELECT: &str = "select id, unit_id, owner_id, is_open, due_date, version, document from commitment";

/// Commitments of units, the first due first.
pub async fn of_units(db: &Db, units: &[i64]) -> Result<Vec<CommitmentRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where unit_id in (");
        push_in(&mut query, units);
        query.push(") order by due_date is null, due_date, id").build_query_as().fetch_all(p).await?
    }))
}

/// Open commitments that sellers see to, the first due first; everybody's where no sellers are named. At most 1,000.
pub async fn open_of(db: &Db, sellers: Option<&[i64]>) -> Result<Vec<CommitmentRow>> {
    Ok(both!(db, |p| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where is_open = ").push_bind(true);
        if let Some(sellers) = sellers {
            query.push(" and owner_id in (");
            push_in(&mut query, sellers);
            query.push(")");
        }
        query
            .push(" order by due_date is null, due_date, id limit 1000")
            .build_query_as()
            .fetch_all(p)
            .await?
    }))
}

/// One of them.
pub async fn get(db: &Db, id: i64) -> Result<Option<CommitmentRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// The open ones of a unit, as a transaction sees them.
pub async fn open_within(tx: &mut Tx, unit: i64) -> Result<Vec<CommitmentRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT} where unit_id = $1 and is_open = $2 order by id"));
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(unit).bind(true).fetch_all(&mut **c).await?))
}

/// Takes the id of a new commitment.
pub async fn take_id(tx: &mut Tx) -> Result<i64> {
    tx.take_ids("commitment", 1).await
}

/// Keeps a new commitment.
pub async fn insert(tx: &mut Tx, row: &CommitmentRow) -> Result<()> {
    let sql = "insert into commitment (id, unit_id, owner_id, is_open, due_date, version, document) values ($1,$2,$3,$4,$5,$6,$7)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(row.unit_id).bind(row.owner_id).bind(row.is_open);
        query.bind(row.due_date).bind(row.version).bind(&row.document).execute(&mut **c).await?;
    });
    Ok(())
}

/// Saves the next version of a commitment, made from the one before it.
///
/// # Errors
/// Where somebody else has saved another one meanwhile.
pub async fn save(tx: &mut Tx, row: &CommitmentRow) -> Result<()> {
    let sql = "update commitment set owner_id = $3, is_open = $4, due_date = $5, version = $6, document = $7 where id = $1 and version = $2";
    let saved = within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.id).bind(row.version - 1).bind(row.owner_id).bind(row.is_open);
        let query = query.bind(row.due_date).bind(row.version).bind(&row.document);
        query.execute(&mut **c).await?.rows_affected()
    });
    let stale = || {
        Error::Said(Words::fixed(
            "The commitment was changed meanwhile: look at it again.",
            "此承諾已被他人更新：請重新查看。",
        ))
    };
    (saved == 1).then_some(()).ok_or_else(stale)
}

//! Proposals of who could have which role, with the people in each.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ProposalRow {
    /// The id; given by [`insert`].
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// Tells two writers apart.
    pub version: i64,
    /// What was asked and what came out, as a document.
    pub document: String,
    /// Who made it.
    pub by_name: String,
    /// When.
    pub at_us: i64,
    /// Which of its objectives somebody decided for.
    pub adopted: Option<String>,
    /// Why.
    pub adopted_because: Option<String>,
    /// Who.
    pub adopted_by: Option<String>,
    /// When.
    pub adopted_us: Option<i64>,
}

const ROW: &str = "select id, name, version, document, by_name, at_us, adopted, adopted_because, adopted_by, adopted_us from staffing_proposal";

/// All proposals, the latest first.
pub async fn proposals(db: &Db) -> Result<Vec<ProposalRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} order by id desc"));
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// One proposal.
pub async fn proposal(db: &Db, id: i64) -> Result<Option<ProposalRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where id = $1"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(id).fetch_optional(p).await?))
}

/// The proposals that a seller is in, the latest first.
pub async fn named_in(db: &Db, seller: i64) -> Result<Vec<ProposalRow>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{ROW} where id in (select proposal_id from staffing_person where seller_id = $1) order by id desc"
    ));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(seller).fetch_all(p).await?))
}

/// The sellers in each proposal: (proposal, seller).
pub async fn people_of(db: &Db) -> Result<Vec<(i64, i64)>> {
    let sql = "select proposal_id, seller_id from staffing_person order by proposal_id, seller_id";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Keeps a proposal with the people in it; its id is given here.
pub async fn insert(tx: &mut Tx, row: &ProposalRow, people: &[i64]) -> Result<i64> {
    let id = tx.take_ids("staffing_proposal", 1).await?;
    let sql = "insert into staffing_proposal (id, name, version, document, by_name, at_us) values ($1,$2,$3,$4,$5,$6)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(&row.name).bind(row.version).bind(&row.document);
        query.bind(&row.by_name).bind(row.at_us).execute(&mut **c).await?;
    });
    let sql = "insert into staffing_person (proposal_id, seller_id) values ($1, $2)";
    for seller in people {
        within!(tx, |c| {
            sqlx::query(sql).bind(id).bind(*seller).execute(&mut **c).await?;
        });
    }
    Ok(id)
}

/// Replaces the document of a proposal of this version that nobody has adopted; returns whether there was one.
pub async fn change(tx: &mut Tx, id: i64, version: i64, document: &str) -> Result<bool> {
    let sql = "update staffing_proposal set document = $3, version = version + 1 where id = $1 and version = $2 and adopted is null";
    Ok(within!(tx, |c| {
        let done = sqlx::query(sql).bind(id).bind(version).bind(document).execute(&mut **c).await?;
        done.rows_affected() == 1
    }))
}

/// Replaces a document whatever its state: somebody takes back what it was made from.
pub async fn rewrite(tx: &mut Tx, id: i64, document: &str) -> Result<()> {
    let sql = "update staffing_proposal set document = $2, version = version + 1 where id = $1";
    within!(tx, |c| {
        sqlx::query(sql).bind(id).bind(document).execute(&mut **c).await?;
    });
    Ok(())
}

/// That somebody decided.
#[derive(Clone, Debug)]
pub struct Adoption {
    /// For which objective.
    pub objective: String,
    /// Why.
    pub because: String,
    /// Who.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// Records that somebody decided; returns whether nobody had before.
pub async fn adopt(tx: &mut Tx, id: i64, version: i64, adoption: &Adoption) -> Result<bool> {
    let sql = "update staffing_proposal set adopted = $3, adopted_because = $4, adopted_by = $5, adopted_us = $6, version = version + 1 \
               where id = $1 and version = $2 and adopted is null";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(version).bind(&adoption.objective);
        let query = query.bind(&adoption.because).bind(&adoption.by_name).bind(adoption.at_us);
        query.execute(&mut **c).await?.rows_affected() == 1
    }))
}

//! What can be chosen from.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ProposalRow {
    /// Of which alignment.
    pub alignment_id: i64,
    /// What counts more in it.
    pub emphasis: String,
    /// By which solve.
    pub solve_id: i64,
    /// One more with every answer.
    pub version: i64,
    /// The answer as the engine has it.
    pub answer: String,
    /// Its figures.
    pub figures: String,
    /// How far from the best possible at most, in millionths of the bound.
    pub gap_e6: i64,
}

const ROW: &str =
    "select alignment_id, emphasis, solve_id, version, answer, figures, gap_e6 from alignment_proposal";

/// All proposals of an alignment.
pub async fn proposals(db: &Db, alignment: i64) -> Result<Vec<ProposalRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where alignment_id = $1 order by emphasis"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(alignment).fetch_all(p).await?))
}

/// One of them.
pub async fn proposal(db: &Db, alignment: i64, emphasis: &str) -> Result<Option<ProposalRow>> {
    let sql = sqlx::AssertSqlSafe(format!("{ROW} where alignment_id = $1 and emphasis = $2"));
    Ok(both!(db, |p| sqlx::query_as(sql).bind(alignment).bind(emphasis).fetch_optional(p).await?))
}

/// Puts proposals in place of all before.
pub async fn replace(tx: &mut Tx, alignment: i64, rows: &[ProposalRow]) -> Result<()> {
    let gone = "delete from alignment_proposal where alignment_id = $1";
    within!(tx, |c| sqlx::query(gone).bind(alignment).execute(&mut **c).await?.rows_affected());
    let sql = "insert into alignment_proposal (alignment_id, emphasis, solve_id, version, answer, figures, gap_e6) values ($1,$2,$3,1,$4,$5,$6)";
    for row in rows {
        within!(tx, |c| {
            let query = sqlx::query(sql).bind(alignment).bind(&row.emphasis).bind(row.solve_id);
            let query = query.bind(&row.answer).bind(&row.figures).bind(row.gap_e6);
            query.execute(&mut **c).await?;
        });
    }
    Ok(())
}

/// Keeps the next answer of a proposal, made from the version that the row names; false where it is another one.
pub async fn rework(tx: &mut Tx, row: &ProposalRow) -> Result<bool> {
    let sql = "update alignment_proposal set version = version + 1, answer = $4, figures = $5, gap_e6 = $6 \
               where alignment_id = $1 and emphasis = $2 and version = $3";
    Ok(within!(tx, |c| {
        let query = sqlx::query(sql).bind(row.alignment_id).bind(&row.emphasis).bind(row.version);
        let query = query.bind(&row.answer).bind(&row.figures).bind(row.gap_e6);
        query.execute(&mut **c).await?.rows_affected()
    }) == 1)
}

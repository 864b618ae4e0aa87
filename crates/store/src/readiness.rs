//! Whether sellers can do the work of a role. It is appended, never changed: of what is stated of a seller and a role, the last counts.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// What somebody stated.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ReadinessRow {
    /// Of whom.
    pub seller_id: i64,
    /// For which role.
    pub role: String,
    /// Whether the seller can do the work.
    pub ready: bool,
    /// What is still to be learned, as a JSON list of texts.
    pub gaps: String,
    /// What makes whoever stated it think so.
    pub reason: String,
    /// Who stated it.
    pub by_name: String,
    /// When.
    pub at_us: i64,
}

/// What counts of every seller and role.
pub async fn counting(db: &Db) -> Result<Vec<ReadinessRow>> {
    let sql = "select seller_id, role, ready, gaps, reason, by_name, at_us from seller_readiness r \
               where id = (select max(id) from seller_readiness l where l.seller_id = r.seller_id and l.role = r.role) order by seller_id, role";
    Ok(both!(db, |p| sqlx::query_as(sql).fetch_all(p).await?))
}

/// Appends what somebody states.
pub async fn state(tx: &mut Tx, row: &ReadinessRow) -> Result<()> {
    let id = tx.take_ids("seller_readiness", 1).await?;
    let sql = "insert into seller_readiness (id, seller_id, role, ready, gaps, reason, by_name, at_us) values ($1,$2,$3,$4,$5,$6,$7,$8)";
    within!(tx, |c| {
        let query = sqlx::query(sql).bind(id).bind(row.seller_id).bind(&row.role).bind(row.ready);
        let query = query.bind(&row.gaps).bind(&row.reason).bind(&row.by_name).bind(row.at_us);
        query.execute(&mut **c).await?;
    });
    Ok(())
}

//! Posts of sellers as a source names them: role, team and manager from a day on.
use super::kept;
use crate::write::within;
use crate::{Column, Result, Tx, Values};
use chrono::NaiveDate;
use std::collections::HashMap;
use tandem_core::sellers::SellerRole;

/// A seller's role, team and manager as a source names them.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// Whose.
    pub seller: i64,
    /// What the seller is there for.
    pub role: SellerRole,
    /// The team's name.
    pub team: Option<String>,
    /// The manager.
    pub manager: Option<i64>,
    /// First day.
    pub start: NaiveDate,
}

/// One stored row: id, role, team, manager, first day, first day no longer.
type Stored = (i64, String, Option<String>, Option<i64>, NaiveDate, Option<NaiveDate>);

/// The name under which posts are kept for undo, by seller.
pub(super) const KEPT: &str = "posts";

/// The manager of each seller who has one today.
pub async fn managers(tx: &mut Tx) -> Result<HashMap<i64, i64>> {
    let sql =
        "select seller_id, manager_id from seller_post where end_date is null and manager_id is not null";
    let rows: Vec<(i64, i64)> = within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?);
    Ok(rows.into_iter().collect())
}

/// Gives sellers their posts; a changed post ends the one before it on the day of the change.
pub async fn set_posts(tx: &mut Tx, import: i64, posts: &[Post], changed_on: NaiveDate) -> Result<()> {
    for post in posts {
        let stored = stored(tx, post.seller).await?;
        let open = stored.iter().find(|row| row.5.is_none());
        let is_same =
            |row: &&Stored| (row.1.as_str(), &row.2, row.3) == (post.role.text(), &post.team, post.manager);
        if open.is_some_and(|row| is_same(&row)) {
            continue;
        }
        let before = serde_json::to_string(&stored).unwrap_or_default();
        kept::keep(tx, import, KEPT, &[(post.seller, before)]).await?;
        let start = match open {
            None => post.start,
            Some(row) if row.4 >= changed_on => {
                let sql = "delete from seller_post where id = $1";
                within!(tx, |c| sqlx::query(sql).bind(row.0).execute(&mut **c).await?.rows_affected());
                row.4
            }
            Some(row) => {
                let sql = "update seller_post set end_date = $1 where id = $2";
                within!(tx, |c| {
                    let query = sqlx::query(sql).bind(changed_on).bind(row.0);
                    query.execute(&mut **c).await?.rows_affected()
                });
                changed_on
            }
        };
        let id = tx.take_ids("seller_post", 1).await?;
        let row = (id, post.role.text().to_owned(), post.team.clone(), post.manager, start, None);
        insert(tx, &[(post.seller, row)]).await?;
    }
    Ok(())
}

async fn stored(tx: &mut Tx, seller: i64) -> Result<Vec<Stored>> {
    let sql = "select id, role, team, manager_id, start_date, end_date from seller_post where seller_id = $1 order by start_date";
    Ok(within!(tx, |c| sqlx::query_as(sql).bind(seller).fetch_all(&mut **c).await?))
}

async fn insert(tx: &mut Tx, rows: &[(i64, Stored)]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let column = |name, values| Column::new(name, values);
    let columns = [
        column("id", Values::Int(rows.iter().map(|(_, row)| Some(row.0)).collect())),
        column("seller_id", Values::Int(rows.iter().map(|(seller, _)| Some(*seller)).collect())),
        column("role", Values::Text(rows.iter().map(|(_, row)| Some(row.1.clone())).collect())),
        column("team", Values::Text(rows.iter().map(|(_, row)| row.2.clone()).collect())),
        column("manager_id", Values::Int(rows.iter().map(|(_, row)| row.3).collect())),
        column("start_date", Values::Date(rows.iter().map(|(_, row)| Some(row.4)).collect())),
        column("end_date", Values::Date(rows.iter().map(|(_, row)| row.5).collect())),
    ];
    tx.insert("seller_post", &columns).await
}

/// Puts the posts that an import changed back as they were.
pub(super) async fn restore(tx: &mut Tx, import: i64) -> Result<()> {
    let before = kept::kept(tx, import, KEPT).await?;
    for chunk in before.chunks(2_000) {
        let mut rows = Vec::new();
        for (seller, text) in chunk {
            let sql = "delete from seller_post where seller_id = $1";
            within!(tx, |c| sqlx::query(sql).bind(seller).execute(&mut **c).await?.rows_affected());
            let posts: Vec<Stored> = serde_json::from_str(text).unwrap_or_default();
            rows.extend(posts.into_iter().map(|post| (*seller, post)));
        }
        insert(tx, &rows).await?;
    }
    Ok(())
}

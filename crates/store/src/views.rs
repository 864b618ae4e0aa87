//! Saved views: list filters that people keep and share.
use crate::db::both;
use crate::write::within;
use crate::{Db, Result, Tx};

/// A saved filter.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ViewRow {
    /// The id.
    pub id: i64,
    /// Whose.
    pub user_id: i64,
    /// The name.
    pub name: String,
    /// The address behind the question mark.
    pub query: String,
    /// Whether everybody sees it.
    pub shared: bool,
}

/// A user's views of a page and those that others share.
pub async fn list(db: &Db, user: i64, page: &str) -> Result<Vec<ViewRow>> {
    let sql = "select id, user_id, name, query, shared from saved_view where page = $2 and (user_id = $1 or shared) order by name, id";
    Ok(both!(db, |p| sqlx::query_as(sql).bind(user).bind(page).fetch_all(p).await?))
}

/// A new view; a name that the user has on that page already is replaced.
pub async fn save(tx: &mut Tx, page: &str, view: &ViewRow) -> Result<i64> {
    let id = tx.take_ids("saved_view", 1).await?;
    let sql = "insert into saved_view (id, user_id, page, name, query, shared) values ($1,$2,$3,$4,$5,$6) \
               on conflict (user_id, page, name) do update set query = excluded.query, shared = excluded.shared returning id";
    Ok(within!(tx, |c| {
        let query = sqlx::query_scalar(sql).bind(id).bind(view.user_id).bind(page).bind(&view.name);
        query.bind(&view.query).bind(view.shared).fetch_one(&mut **c).await?
    }))
}

/// Deletes a user's own view; returns whether there was one.
pub async fn delete(tx: &mut Tx, user: i64, id: i64) -> Result<bool> {
    let sql = "delete from saved_view where id = $2 and user_id = $1";
    Ok(within!(tx, |c| sqlx::query(sql).bind(user).bind(id).execute(&mut **c).await?.rows_affected()) > 0)
}

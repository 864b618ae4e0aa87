//! Saved views: list filters that people keep and share.
use crate::{Actor, App, Error, Result};
use tandem_store::views as store;
pub use tandem_store::views::ViewRow as View;

/// The actor's views of a page and those that others share.
pub async fn list(app: &App, actor: &Actor, page: &str) -> Result<Vec<View>> {
    Ok(store::list(&app.db, actor.user.ok_or(Error::Unauthenticated)?, page).await?)
}

/// Keeps a view under its name; returns its id.
pub async fn save(
    app: &App,
    actor: &Actor,
    page: String,
    name: String,
    query: String,
    shared: bool,
) -> Result<i64> {
    let user_id = writing(actor)?;
    if name.trim().is_empty() || name.len() > 200 || query.len() > 2_000 || page.len() > 50 {
        return Err(Error::Invalid("a view needs a name of at most 200 characters".to_owned()));
    }
    let view = View { id: 0, user_id, name, query, shared };
    Ok(app.db.write(move |tx| Box::pin(async move { store::save(tx, &page, &view).await })).await?)
}

/// Deletes one of the actor's views.
pub async fn delete(app: &App, actor: &Actor, id: i64) -> Result<()> {
    let user = writing(actor)?;
    let deleted = app.db.write(move |tx| Box::pin(async move { store::delete(tx, user, id).await })).await?;
    if deleted { Ok(()) } else { Err(Error::NotFound("view")) }
}

fn writing(actor: &Actor) -> Result<i64> {
    actor
        .user
        .filter(|_| actor.writes)
        .ok_or_else(|| Error::Forbidden("this token is for reading only".to_owned()))
}

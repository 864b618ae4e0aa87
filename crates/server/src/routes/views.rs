//! Saved views of lists.
use super::wire::{Created, List};
use crate::Server;
use crate::extract::{Id, Json, Query, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use tandem_app::views;

/// A saved filter.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ViewView {
    id: String,
    name: String,
    query: String,
    shared: bool,
    mine: bool,
}

/// Which page.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct PageName {
    page: String,
}

/// One's own views of a page and those that others share
#[utoipa::path(get, path = "/views", tag = "views", params(PageName), responses((status = 200, body = List<ViewView>)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(page): Query<PageName>,
) -> Result<axum::Json<List<ViewView>>, Problem> {
    let rows = views::list(&server.app, &actor, &page.page).await?;
    let mine = |user: i64| actor.user == Some(user);
    let view = |row: views::View| ViewView {
        id: row.id.to_string(),
        mine: mine(row.user_id),
        name: row.name,
        query: row.query,
        shared: row.shared,
    };
    Ok(axum::Json(List::whole(rows.into_iter().map(view).collect())))
}

/// A filter to keep.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewView {
    page: String,
    name: String,
    query: String,
    #[serde(default)]
    shared: bool,
}

/// Keep a view
#[utoipa::path(post, path = "/views", tag = "views", request_body = NewView, responses((status = 201, body = Created)))]
pub async fn save(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewView>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = views::save(&server.app, &actor, new.page, new.name, new.query, new.shared).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// Delete one of one's own views
#[utoipa::path(delete, path = "/views/{id}", tag = "views", params(("id" = String, Path)), responses((status = 204)))]
pub async fn delete(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    views::delete(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

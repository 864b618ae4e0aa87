//! People who sign in, and keys for programs.
use super::wire::{Created, List};
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use tandem_app::users::{self, NewUser, TokenView, UserChange, UserView};

/// Everybody who may sign in
#[utoipa::path(get, path = "/users", tag = "users", responses((status = 200, body = List<UserView>)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<List<UserView>>, Problem> {
    Ok(axum::Json(List::whole(users::list(&server.app, &actor).await?)))
}

/// Make a person who may sign in
#[utoipa::path(post, path = "/users", tag = "users", request_body = NewUser, responses((status = 201, body = Created)))]
pub async fn create(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewUser>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = users::create(&server.app, &actor, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// Change a person
#[utoipa::path(patch, path = "/users/{id}", tag = "users", params(("id" = String, Path)), request_body = UserChange, responses((status = 204)))]
pub async fn change(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(change): Json<UserChange>,
) -> Result<StatusCode, Problem> {
    users::change(&server.app, &actor, id, change).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// One's own tokens
#[utoipa::path(get, path = "/tokens", tag = "users", responses((status = 200, body = List<TokenView>)))]
pub async fn tokens(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<List<TokenView>>, Problem> {
    Ok(axum::Json(List::whole(users::tokens(&server.app, &actor).await?)))
}

/// A token that is wanted.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    name: String,
    #[serde(default)]
    scopes: Vec<String>,
    days: Option<i64>,
}

/// A token and its key, which is shown this once.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NewTokenView {
    id: String,
    key: String,
}

/// Make a token for a program
#[utoipa::path(post, path = "/tokens", tag = "users", request_body = NewToken, responses((status = 201, body = NewTokenView)))]
pub async fn create_token(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewToken>,
) -> Result<(StatusCode, axum::Json<NewTokenView>), Problem> {
    let (id, key) =
        users::create_token(&server.app, &actor, &new.name, &new.scopes, new.days.unwrap_or(90)).await?;
    Ok((StatusCode::CREATED, axum::Json(NewTokenView { id: id.to_string(), key })))
}

/// End one of one's own tokens
#[utoipa::path(delete, path = "/tokens/{id}", tag = "users", params(("id" = String, Path)), responses((status = 204)))]
pub async fn revoke_token(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    users::revoke_token(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

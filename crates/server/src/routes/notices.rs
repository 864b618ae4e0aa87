//! What people are told.
use crate::Server;
use crate::extract::{Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tandem_app::notices::{self, Notices};

/// What one was told, the latest first
#[utoipa::path(get, path = "/notices", tag = "notices", responses((status = 200, body = Notices)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<Notices>, Problem> {
    Ok(axum::Json(notices::list(&server.app, &actor).await?))
}

/// What was read.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadNotices {
    /// These ids; absent: everything.
    ids: Option<Vec<String>>,
}

/// Say that one has read these, or everything
#[utoipa::path(post, path = "/notices/read", tag = "notices", request_body = ReadNotices, responses((status = 204)))]
pub async fn read(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<ReadNotices>,
) -> Result<StatusCode, Problem> {
    let id =
        |text: &String| text.parse::<i64>().map_err(|_| Problem::bad_request(format!("`{text}` is no id")));
    let ids = new.ids.as_ref().map(|ids| ids.iter().map(id).collect::<Result<Vec<_>, _>>()).transpose()?;
    notices::mark_read(&server.app, &actor, ids).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! Whether sellers can do the work of a role.
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tandem_app::readiness::{self, NewReadiness, ReadinessList};
use tandem_core::sellers::SellerRole;

/// What is stated of the sellers whom one sees
#[utoipa::path(get, path = "/readiness", tag = "readiness", responses((status = 200, body = ReadinessList)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<ReadinessList>, Problem> {
    Ok(axum::Json(readiness::list(&server.app, &actor).await?))
}

/// What to state of a seller.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedReadiness {
    /// hunter, account_manager, inside_account_manager, generalist or manager.
    #[schema(value_type = String)]
    role: SellerRole,
    /// Whether the seller can do the work.
    ready: bool,
    /// What is still to be learned; empty where the seller is ready.
    #[serde(default)]
    gaps: Vec<String>,
    /// What makes one think so.
    reason: String,
}

/// State whether a seller can do the work of a role
#[utoipa::path(post, path = "/sellers/{id}/readiness", tag = "readiness", params(("id" = String, Path)), request_body = StatedReadiness, responses((status = 204)))]
pub async fn state(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(seller): Id,
    Json(new): Json<StatedReadiness>,
) -> Result<StatusCode, Problem> {
    let StatedReadiness { role, ready, gaps, reason } = new;
    readiness::state(&server.app, &actor, seller, NewReadiness { role, ready, gaps, reason }).await?;
    Ok(StatusCode::NO_CONTENT)
}

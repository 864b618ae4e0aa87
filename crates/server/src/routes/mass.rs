//! Many handoffs at once: looked at, run in the background, cancelled, taken back.
use super::wire::Created;
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tandem_app::handoffs::{self, MassPreview, MassRequest, MassRun, MassRuns, MassUndo};

/// What would be handed over.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MassLook {
    /// `{"cause": {"kind": "leaver", "seller": "7", "gone": "2026-07-01"}, "playbook": "small", "role": "account_manager"}`; a cause can also be
    /// `{"kind": "alignment", "name": "...", "units": {"unit": "seller"}}`. Beside that `reason`, `receivers` (by unit), `leave_out` (units) and
    /// `opportunities` (decide or move).
    #[schema(value_type = Object)]
    wanted: MassRequest,
}

/// The latest runs of sellers whom one leads; of everybody for sales operations
#[utoipa::path(get, path = "/handoffs/mass", tag = "mass", responses((status = 200, body = MassRuns)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<MassRuns>, Problem> {
    Ok(axum::Json(handoffs::masses(&server.app, &actor).await?))
}

/// Look at what a mass handoff would do; nothing is written
#[utoipa::path(post, path = "/handoffs/mass/preview", tag = "mass", request_body = MassLook, responses((status = 200, body = MassPreview)))]
pub async fn preview(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(look): Json<MassLook>,
) -> Result<axum::Json<MassPreview>, Problem> {
    Ok(axum::Json(handoffs::look_at_mass(&server.app, &actor, &look.wanted).await?))
}

/// What was looked at, to be done.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MassStart {
    /// As it was looked at.
    #[schema(value_type = Object)]
    wanted: MassRequest,
    /// `seen` of the preview: nothing begins where anything else would happen by now.
    seen: String,
}

/// Start a run of many handoffs
#[utoipa::path(post, path = "/handoffs/mass", tag = "mass", request_body = MassStart, responses((status = 201, body = Created)))]
pub async fn start(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<MassStart>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = handoffs::start_mass(&server.app, &actor, new.wanted, &new.seen).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// One run, unit by unit
#[utoipa::path(get, path = "/handoffs/mass/{id}", tag = "mass", params(("id" = String, Path)), responses((status = 200, body = MassRun)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<MassRun>, Problem> {
    Ok(axum::Json(handoffs::show_mass(&server.app, &actor, id).await?))
}

/// Cancel a run that is going on; what has begun stays
#[utoipa::path(post, path = "/handoffs/mass/{id}/cancel", tag = "mass", params(("id" = String, Path)), responses((status = 204)))]
pub async fn cancel(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    handoffs::cancel_mass(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Why a run is taken back.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MassTakenBack {
    /// Why.
    reason: String,
    /// Also where people have worked on single handoffs since.
    #[serde(default)]
    although_worked_on: bool,
}

/// Take a run back whole; a node does it in the background
#[utoipa::path(post, path = "/handoffs/mass/{id}/undo", tag = "mass", params(("id" = String, Path)), request_body = MassTakenBack, responses((status = 204)))]
pub async fn undo(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<MassTakenBack>,
) -> Result<StatusCode, Problem> {
    let wanted = MassUndo { reason: new.reason, although_worked_on: new.although_worked_on };
    handoffs::undo_mass(&server.app, &actor, id, wanted).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! Commitments: what was promised to a unit, and what became of it.
use super::wire::Created;
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tandem_app::commitments::{self, CommitmentWish, Commitments};
use tandem_app::handoffs::Done;
use tandem_core::commitments::Promise;
use tandem_core::ids::SellerId;

/// Open commitments of the sellers whose books one sees, the first due first
#[utoipa::path(get, path = "/commitments", tag = "commitments", responses((status = 200, body = Commitments)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<Commitments>, Problem> {
    Ok(axum::Json(commitments::open(&server.app, &actor).await?))
}

/// Every commitment to a unit
#[utoipa::path(get, path = "/units/{id}/commitments", tag = "commitments", params(("id" = String, Path)), responses((status = 200, body = Commitments)))]
pub async fn of_unit(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(unit): Id,
) -> Result<axum::Json<Commitments>, Problem> {
    Ok(axum::Json(commitments::of_unit(&server.app, &actor, unit).await?))
}

/// What was promised.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCommitment {
    /// `{"what": "...", "to": "...", "due": "2026-09-30", "form": "written", "place": "..."}`; form is contract, written or verbal.
    #[schema(value_type = Object)]
    promise: Promise,
    /// The id of the seller who sees to it; whoever owns the unit where absent.
    #[schema(value_type = Option<String>)]
    owner: Option<SellerId>,
}

/// Write down what was promised to a unit
#[utoipa::path(post, path = "/units/{id}/commitments", tag = "commitments", params(("id" = String, Path)), request_body = NewCommitment, responses((status = 201, body = Created)))]
pub async fn create(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(unit): Id,
    Json(new): Json<NewCommitment>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let owner = new.owner.map(|owner| owner.0);
    let id = commitments::promise(&server.app, &actor, unit, new.promise, owner).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// An act with a commitment.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentAct {
    /// `{"act": "keep", "on": "2026-06-01", "evidence": "..."}` and so on: keep, change, release, rehome, walk.
    #[schema(value_type = Object)]
    act: CommitmentWish,
    /// The version that was looked at.
    version: Option<u64>,
}

/// Do an act with a commitment; twice is once
#[utoipa::path(post, path = "/commitments/{id}/acts", tag = "commitments", params(("id" = String, Path)), request_body = CommitmentAct, responses((status = 200, body = Done)))]
pub async fn act(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<CommitmentAct>,
) -> Result<axum::Json<Done>, Problem> {
    Ok(axum::Json(commitments::act(&server.app, &actor, id, new.act, new.version).await?))
}

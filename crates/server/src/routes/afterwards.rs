//! After the transfer: checks, the verdict on the brief, outcomes, and what all handoffs came to.
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tandem_app::handoffs::{self, Afterwards, HandoffReport};
use tandem_core::handoffs::loss::Verdict;
use tandem_core::handoffs::outcome::Check;

/// Everything after the transfer
#[utoipa::path(get, path = "/handoffs/{id}/afterwards", tag = "afterwards", params(("id" = String, Path)), responses((status = 200, body = Afterwards)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<Afterwards>, Problem> {
    Ok(axum::Json(handoffs::afterwards(&server.app, &actor, id).await?))
}

/// A check of the receiver.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCheck {
    /// `{"at": "day_30", "on": "2026-07-30", "proactive": true, "met": true, "commitments_kept": true, "worries": null}`; at is day_30,
    /// day_60 or day_90.
    #[schema(value_type = Object)]
    check: Check,
}

/// Say how it goes 30, 60 or 90 days after the transfer; each once
#[utoipa::path(post, path = "/handoffs/{id}/checks", tag = "afterwards", params(("id" = String, Path)), request_body = NewCheck, responses((status = 204)))]
pub async fn check(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<NewCheck>,
) -> Result<StatusCode, Problem> {
    handoffs::add_check(&server.app, &actor, id, new.check).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A verdict on the brief.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVerdict {
    /// `{"ratings": {"people": 4}, "judgements": {"champion": "wrong"}, "repeated": "once"}`: sections 1 to 5; fields right, wrong, missing or
    /// unused; repeated never, once or often.
    #[schema(value_type = Object)]
    verdict: Verdict,
    /// The version that was looked at; 0 for the first.
    version: i64,
}

/// Rate the brief
#[utoipa::path(put, path = "/handoffs/{id}/verdict", tag = "afterwards", params(("id" = String, Path)), request_body = NewVerdict, responses((status = 204)))]
pub async fn rate(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<NewVerdict>,
) -> Result<StatusCode, Problem> {
    handoffs::rate(&server.app, &actor, id, new.verdict, new.version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What all handoffs that one sees came to
#[utoipa::path(get, path = "/handoffs/report", tag = "afterwards", responses((status = 200, body = HandoffReport)))]
pub async fn report(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<HandoffReport>, Problem> {
    Ok(axum::Json(handoffs::report(&server.app, &actor).await?))
}

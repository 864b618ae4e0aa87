//! Handoffs: proposed, acted on, looked at; their steps, briefs and what their gates look at.
use super::wire::Created;
use crate::Server;
use crate::extract::{Id, Json, Query, SignedIn};
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use tandem_app::handoffs::{
    self, Act, BriefAct, Done, Evidence, HandoffView, Handoffs, LateSteps, MyWork, NewHandoff, Playbooks,
    StepAct, Wish,
};

/// Which handoffs.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct Wanted {
    /// Of this unit only.
    unit: Option<i64>,
    /// Given or received by this seller only.
    seller: Option<i64>,
    /// In this state only, also where it is over.
    state: Option<String>,
    /// Only those with a step whose day has passed.
    #[serde(default)]
    late: bool,
    /// Also those that are over.
    #[serde(default)]
    over: bool,
}

/// Handoffs given or received by somebody whose book one sees, the latest first
#[utoipa::path(get, path = "/handoffs", tag = "handoffs", params(Wanted), responses((status = 200, body = Handoffs)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<axum::Json<Handoffs>, Problem> {
    let Wanted { unit, seller, state, late, over } = wanted;
    let wanted = handoffs::Wanted { unit, seller, state, late, over };
    Ok(axum::Json(handoffs::list(&server.app, &actor, wanted).await?))
}

/// What to propose.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposedHandoff {
    /// The id of the seller who is to receive it.
    receiver: Option<String>,
    /// Why.
    reason: String,
    /// How it should go: `{"playbook": "standard", "transfer": "2026-06-29"}`.
    #[schema(value_type = Option<Object>)]
    wish: Option<Wish>,
}

/// Propose a handoff
#[utoipa::path(post, path = "/units/{id}/handoffs", tag = "handoffs", params(("id" = String, Path)), request_body = ProposedHandoff, responses((status = 201, body = Created)))]
pub async fn propose(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(unit): Id,
    Json(new): Json<ProposedHandoff>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = |text: &str| text.parse::<i64>().map_err(|_| Problem::bad_request(format!("`{text}` is no id")));
    let new = NewHandoff {
        unit,
        receiver: new.receiver.as_deref().map(id).transpose()?,
        reason: new.reason,
        wish: new.wish,
    };
    let id = handoffs::propose(&server.app, &actor, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// What one has to do, the first due first
#[utoipa::path(get, path = "/handoffs/my-work", tag = "handoffs", responses((status = 200, body = MyWork)))]
pub async fn my_work(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<MyWork>, Problem> {
    Ok(axum::Json(handoffs::my_work(&server.app, &actor).await?))
}

/// Steps whose day has passed, of everybody whose book one sees, the oldest first
#[utoipa::path(get, path = "/handoffs/late-steps", tag = "handoffs", responses((status = 200, body = LateSteps)))]
pub async fn late_steps(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<LateSteps>, Problem> {
    Ok(axum::Json(handoffs::late_steps(&server.app, &actor).await?))
}

/// The playbooks that a handoff can be prepared with, with the days that they usually take
#[utoipa::path(get, path = "/playbooks", tag = "handoffs", responses((status = 200, body = Playbooks)))]
pub async fn playbooks(
    State(server): State<Server>,
    SignedIn(_actor): SignedIn,
) -> Result<axum::Json<Playbooks>, Problem> {
    Ok(axum::Json(handoffs::playbooks(&server.app).await?))
}

/// One handoff, whole
#[utoipa::path(get, path = "/handoffs/{id}", tag = "handoffs", params(("id" = String, Path)), responses((status = 200, body = HandoffView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<HandoffView>, Problem> {
    Ok(axum::Json(handoffs::show(&server.app, &actor, id).await?))
}

/// An act with the handoff.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoffAct {
    /// `{"act": "accept", "receiver": null}` and so on: accept, decline, postpone, resume, change_receiver, prepare, reschedule, introduce,
    /// overlap, override, transfer, return, take_back, cancel, settle.
    #[schema(value_type = Object)]
    act: Act,
    /// The version that was looked at.
    version: Option<u64>,
}

/// Do an act; twice is once
#[utoipa::path(post, path = "/handoffs/{id}/acts", tag = "handoffs", params(("id" = String, Path)), request_body = HandoffAct, responses((status = 200, body = Done)))]
pub async fn act(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<HandoffAct>,
) -> Result<axum::Json<Done>, Problem> {
    Ok(axum::Json(handoffs::act(&server.app, &actor, id, new.act, new.version).await?))
}

/// An act with a step.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoffStepAct {
    /// finish with a proof, skip, block, reopen, assign or move.
    #[schema(value_type = Object)]
    act: StepAct,
    /// The version that was looked at.
    version: Option<u64>,
}

/// Do an act with a step; twice is once
#[utoipa::path(post, path = "/handoffs/{id}/steps/{step}", tag = "handoffs", params(("id" = String, Path), ("step" = String, Path)), request_body = HandoffStepAct, responses((status = 200, body = Done)))]
pub async fn act_on_step(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Path((id, step)): Path<(String, String)>,
    Json(new): Json<HandoffStepAct>,
) -> Result<axum::Json<Done>, Problem> {
    let id = id.parse().map_err(|_| Problem::bad_request(format!("`{id}` is no id")))?;
    Ok(axum::Json(handoffs::act_on_step(&server.app, &actor, id, &step, new.act, new.version).await?))
}

/// An act with the brief.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoffBriefAct {
    /// say, confirm, waive, submit, accept or return.
    #[schema(value_type = Object)]
    act: BriefAct,
    /// The version that was looked at.
    version: Option<u64>,
}

/// Do an act with the brief; twice is once
#[utoipa::path(post, path = "/handoffs/{id}/brief", tag = "handoffs", params(("id" = String, Path)), request_body = HandoffBriefAct, responses((status = 200, body = Done)))]
pub async fn act_on_brief(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<HandoffBriefAct>,
) -> Result<axum::Json<Done>, Problem> {
    Ok(axum::Json(handoffs::act_on_brief(&server.app, &actor, id, new.act, new.version).await?))
}

/// Something that gates look at.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoffEvidence {
    /// `{"kind": "introduction", "on": "2026-06-01", "live": true}`; kinds: session, introduction, opportunity, invoice, nothing.
    #[schema(value_type = Object)]
    said: Evidence,
}

/// Say something that gates look at and the record does not hold
#[utoipa::path(post, path = "/handoffs/{id}/evidence", tag = "handoffs", params(("id" = String, Path)), request_body = HandoffEvidence, responses((status = 204)))]
pub async fn add_evidence(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<HandoffEvidence>,
) -> Result<StatusCode, Problem> {
    handoffs::add_evidence(&server.app, &actor, id, new.said).await?;
    Ok(StatusCode::NO_CONTENT)
}

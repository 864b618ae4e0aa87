//! What is decided about one unit, and what people state of it.
use super::wire::Created;
use crate::Server;
use crate::extract::{Id, Json, Query, SignedIn, day, day_or_none};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;
use tandem_app::handoffs::{self, ReceiversView};
use tandem_app::rules::{self, Answer, NewException, NewFact, UnitDecision};
use tandem_core::words::UnknownWord;

/// As of when.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct AsOf {
    /// Today where absent.
    as_of: Option<NaiveDate>,
}

/// What is to be done with a unit, and why
#[utoipa::path(get, path = "/units/{id}/decision", tag = "units", params(("id" = String, Path), AsOf), responses((status = 200, body = UnitDecision)))]
pub async fn decision(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Query(when): Query<AsOf>,
) -> Result<axum::Json<UnitDecision>, Problem> {
    Ok(axum::Json(rules::decision(&server.app, &actor, id, when.as_of).await?))
}

/// What somebody states of a unit.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedFact {
    /// Its name in conditions.
    fact: String,
    /// Its value; null takes back what was stated before.
    #[schema(value_type = Object)]
    value: serde_json::Value,
    /// From when on; today where absent.
    #[serde(default, deserialize_with = "day_or_none")]
    since: Option<NaiveDate>,
}

/// State a fact of a unit that the record does not hold
#[utoipa::path(post, path = "/units/{id}/facts", tag = "units", params(("id" = String, Path)), request_body = StatedFact, responses((status = 204)))]
pub async fn state_fact(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<StatedFact>,
) -> Result<StatusCode, Problem> {
    let new = NewFact { fact: new.fact, value: new.value, since: new.since };
    rules::state(&server.app, &actor, id, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What to decide about a unit.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// hand_off or keep.
    #[schema(value_type = String)]
    answer: Answer,
    /// The rule whose question it answers; absent: it stands against the rules.
    question: Option<String>,
    /// Why.
    reason: String,
    /// First day no longer.
    #[serde(deserialize_with = "day")]
    until: NaiveDate,
}

/// Decide about a unit: where the rules ask, or against them
#[utoipa::path(post, path = "/units/{id}/exceptions", tag = "units", params(("id" = String, Path)), request_body = Decided, responses((status = 201, body = Created)))]
pub async fn except(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<Decided>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let new =
        NewException { answer: new.answer, question: new.question, reason: new.reason, until: new.until };
    let id = rules::except(&server.app, &actor, id, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// Among whom to look.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct Among {
    /// account_manager where absent; or inside_account_manager, hunter, generalist.
    role: Option<String>,
}

/// Who should receive a unit, and why
#[utoipa::path(get, path = "/units/{id}/receivers", tag = "units", params(("id" = String, Path), Among), responses((status = 200, body = ReceiversView)))]
pub async fn receivers(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(unit): Id,
    Query(among): Query<Among>,
) -> Result<axum::Json<ReceiversView>, Problem> {
    let role = among.role.as_deref().unwrap_or("account_manager");
    let role = role.parse().map_err(|error: UnknownWord| Problem::bad_request(error.to_string()))?;
    Ok(axum::Json(handoffs::receivers(&server.app, &actor, unit, role).await?))
}

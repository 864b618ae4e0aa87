//! Rules of engagement: versions, checks, try-outs, gray cases and exceptions.
use super::wire::{Created, List};
use crate::Server;
use crate::extract::{Id, Json, SignedIn, day_or_none};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tandem_app::rules::{
    self, CheckedView, Exceptions, FactView, GrayCases, HistoryView, RulesView, TryView,
};

/// All versions of the rules, the latest first
#[utoipa::path(get, path = "/rules", tag = "rules", responses((status = 200, body = RulesView)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<RulesView>, Problem> {
    Ok(axum::Json(rules::list(&server.app, &actor).await?))
}

/// A document as it is written, in YAML or JSON.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulesText {
    document: String,
}

/// A document to try.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulesTrial {
    document: String,
    /// Today where absent.
    #[serde(default, deserialize_with = "day_or_none")]
    as_of: Option<NaiveDate>,
}

/// Adopt a document: it is in force from its effective day on
#[utoipa::path(post, path = "/rules", tag = "rules", request_body = RulesText, responses((status = 201, body = Created)))]
pub async fn adopt(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(text): Json<RulesText>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = rules::adopt(&server.app, &actor, text.document).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// Withdraw a version that has not come into force
#[utoipa::path(delete, path = "/rules/{id}", tag = "rules", params(("id" = String, Path)), responses((status = 204)))]
pub async fn withdraw(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    rules::withdraw(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The facts that conditions may ask for
#[utoipa::path(get, path = "/rules/facts", tag = "rules", responses((status = 200, body = List<FactView>)))]
pub async fn facts(SignedIn(_actor): SignedIn) -> axum::Json<List<FactView>> {
    axum::Json(List::whole(rules::catalogue()))
}

/// Check a document without keeping it
#[utoipa::path(post, path = "/rules/check", tag = "rules", request_body = RulesText, responses((status = 200, body = CheckedView)))]
pub async fn check(SignedIn(_actor): SignedIn, Json(text): Json<RulesText>) -> axum::Json<CheckedView> {
    axum::Json(rules::check(&text.document))
}

/// What a document would do to the book, and what differs from the version in force
#[utoipa::path(post, path = "/rules/try", tag = "rules", request_body = RulesTrial, responses((status = 200, body = TryView)))]
pub async fn try_out(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(trial): Json<RulesTrial>,
) -> Result<axum::Json<TryView>, Problem> {
    Ok(axum::Json(rules::try_out(&server.app, &actor, &trial.document, trial.as_of).await?))
}

/// What a document would have said over the last 24 months
#[utoipa::path(post, path = "/rules/history", tag = "rules", request_body = RulesText, responses((status = 200, body = HistoryView)))]
pub async fn history(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(text): Json<RulesText>,
) -> Result<axum::Json<HistoryView>, Problem> {
    Ok(axum::Json(rules::history(&server.app, &actor, &text.document).await?))
}

/// Units about which the rules ask
#[utoipa::path(get, path = "/rules/gray-cases", tag = "rules", responses((status = 200, body = GrayCases)))]
pub async fn gray_cases(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<GrayCases>, Problem> {
    Ok(axum::Json(GrayCases::clone(&*rules::gray_cases(&server.app, &actor).await?)))
}

/// What people decided about units, the latest first
#[utoipa::path(get, path = "/rules/exceptions", tag = "rules", responses((status = 200, body = Exceptions)))]
pub async fn exceptions(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<Exceptions>, Problem> {
    Ok(axum::Json(rules::exceptions(&server.app, &actor).await?))
}

/// Withdraw what was decided about a unit
#[utoipa::path(delete, path = "/rules/exceptions/{id}", tag = "rules", params(("id" = String, Path)), responses((status = 204)))]
pub async fn withdraw_exception(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    rules::withdraw_exception(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Facts of many units, one a line: `{"unit": "u1", "facts": {"health": "green"}}`.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FactLines {
    lines: String,
    /// From when on they hold; today where absent.
    #[serde(default, deserialize_with = "day_or_none")]
    since: Option<NaiveDate>,
}

/// How many facts were stated.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FactsStated {
    facts: usize,
}

/// State facts of many units at once; nothing is kept unless every line fits
#[utoipa::path(post, path = "/rules/facts", tag = "rules", request_body = FactLines, responses((status = 200, body = FactsStated)))]
pub async fn state_facts(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<FactLines>,
) -> Result<axum::Json<FactsStated>, Problem> {
    let facts = rules::state_lines(&server.app, &actor, &new.lines, new.since).await?;
    Ok(axum::Json(FactsStated { facts }))
}

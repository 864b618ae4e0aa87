//! The customer's side of a handoff: pages behind a key, for whoever makes them and for the customer who reads them without signing in.
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use tandem_app::handoffs::{self, CustomerAnswer, CustomerPage, CustomerSide, Moment, NewLink};
use tandem_core::languages::Language;

/// Pages and answers of a handoff
#[utoipa::path(get, path = "/handoffs/{id}/customer-pages", tag = "customer_pages", params(("id" = String, Path)), responses((status = 200, body = CustomerSide)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<CustomerSide>, Problem> {
    Ok(axum::Json(handoffs::customer_side(&server.app, &actor, id).await?))
}

/// A page to make.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WantedPage {
    /// The customer's language: en or zh-Hant.
    #[schema(value_type = String)]
    language: Language,
    /// Days that it can be read, 1 to 365.
    days: u32,
}

/// Make a page for the customer; its key is shown only now
#[utoipa::path(post, path = "/handoffs/{id}/customer-pages", tag = "customer_pages", params(("id" = String, Path)), request_body = WantedPage, responses((status = 201, body = NewLink)))]
pub async fn create(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<WantedPage>,
) -> Result<(StatusCode, axum::Json<NewLink>), Problem> {
    let made = handoffs::make_link(&server.app, &actor, id, new.language, new.days).await?;
    Ok((StatusCode::CREATED, axum::Json(made)))
}

/// Take a page back: nobody reads it any more
#[utoipa::path(delete, path = "/handoffs/{id}/customer-pages/{page}", tag = "customer_pages", params(("id" = String, Path), ("page" = String, Path)), responses((status = 204)))]
pub async fn revoke(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Path((id, page)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let number = |text: &str| text.parse().map_err(|_| Problem::bad_request(format!("`{text}` is no id")));
    handoffs::revoke_link(&server.app, &actor, number(&id)?, number(&page)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What the customer reads
#[utoipa::path(get, path = "/welcome/{key}", tag = "welcome", params(("key" = String, Path)), responses((status = 200, body = CustomerPage)), security(()))]
pub async fn show(
    State(server): State<Server>,
    Path(key): Path<String>,
) -> Result<axum::Json<CustomerPage>, Problem> {
    Ok(axum::Json(handoffs::customer_page(&server.app, &key).await?))
}

/// What the customer answers.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// before or after the change.
    moment: Moment,
    /// What.
    answer: CustomerAnswer,
}

/// Answer a few questions; the first answer counts
#[utoipa::path(post, path = "/welcome/{key}/answers", tag = "welcome", params(("key" = String, Path)), request_body = Answered, responses((status = 204)), security(()))]
pub async fn answer(
    State(server): State<Server>,
    Path(key): Path<String>,
    Json(new): Json<Answered>,
) -> Result<StatusCode, Problem> {
    handoffs::answer(&server.app, &key, new.moment, new.answer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The first meeting as a calendar file
#[utoipa::path(get, path = "/welcome/{key}/introduction.ics", tag = "welcome", params(("key" = String, Path)), responses((status = 200, body = String, content_type = "text/calendar")), security(()))]
pub async fn introduction(
    State(server): State<Server>,
    Path(key): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let file = handoffs::introduction(&server.app, &key).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"introduction.ics\""),
    ];
    Ok((headers, file))
}

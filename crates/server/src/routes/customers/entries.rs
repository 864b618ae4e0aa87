//! What is entered about a customer: activities and notes.
use crate::Server;
use crate::extract::{Id, Query, SignedIn};
use crate::problem::Problem;
use crate::routes::wire::{List, Place};
use axum::extract::State;
use chrono::NaiveDate;
use serde::Serialize;
use tandem_app::customers;

/// A piece of a seller's time.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ActivityView {
    id: String,
    date: NaiveDate,
    seller: Option<String>,
    kind: Option<String>,
    category: Option<String>,
    minutes: Option<i64>,
    subject: Option<String>,
}

/// A customer's activities, the latest first
#[utoipa::path(get, path = "/customers/{id}/activities", tag = "customers", params(("id" = String, Path), Place), responses((status = 200, body = List<ActivityView>)))]
pub async fn activities(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Query(place): Query<Place>,
) -> Result<axum::Json<List<ActivityView>>, Problem> {
    let (offset, limit) = place.range();
    let rows = customers::activities(&server.app, &actor, id, limit, offset).await?;
    let view = |a: customers::ActivityRow| ActivityView {
        id: a.id.to_string(),
        date: a.date,
        seller: a.seller,
        kind: a.kind,
        category: a.category,
        minutes: a.minutes,
        subject: a.subject,
    };
    Ok(axum::Json(List::page(rows.into_iter().map(view).collect(), offset, limit, None)))
}

/// A text about the customer.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NoteView {
    id: String,
    date: NaiveDate,
    author: Option<String>,
    text: String,
}

/// A customer's notes, the latest first
#[utoipa::path(get, path = "/customers/{id}/notes", tag = "customers", params(("id" = String, Path)), responses((status = 200, body = List<NoteView>)))]
pub async fn notes(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<List<NoteView>>, Problem> {
    let rows = customers::notes(&server.app, &actor, id).await?;
    let view = |n: customers::NoteRow| NoteView {
        id: n.id.to_string(),
        date: n.date,
        author: n.author,
        text: n.text,
    };
    Ok(axum::Json(List::whole(rows.into_iter().map(view).collect())))
}

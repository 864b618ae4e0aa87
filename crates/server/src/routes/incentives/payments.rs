//! What the record does not hold, brought in as rows: customers' payments above all. What waits for one, what a file means, and keeping it.
use super::super::wire::{List, Place};
use crate::Server;
use crate::extract::{Json, Query, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use tandem_app::incentives::{self, EnteredPreview, UnpaidQuery, UnpaidView};

/// Events as rows of CSV under their header: `payment_id,date,unit_id,amount,currency,of` for payments, or
/// `event_id,date,unit_id,movement,amount,currency,credits,of,note` for any movement.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncentiveEvents {
    rows: String,
}

/// How many events were brought in.
#[derive(Serialize, utoipa::ToSchema)]
pub struct IncentiveEventsKept {
    events: usize,
}

/// Bring in events that the record does not hold, such as payments; nothing is kept unless every row fits
#[utoipa::path(post, path = "/incentives/events", tag = "incentives", request_body = IncentiveEvents, responses((status = 200, body = IncentiveEventsKept)))]
pub async fn enter(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<IncentiveEvents>,
) -> Result<axum::Json<IncentiveEventsKept>, Problem> {
    let events = incentives::enter(&server.app, &actor, &new.rows).await?;
    Ok(axum::Json(IncentiveEventsKept { events }))
}

/// What rows would bring about: what each is matched with and makes payable, and what is refused with its place; nothing is kept
#[utoipa::path(post, path = "/incentives/events/preview", tag = "incentives", request_body = IncentiveEvents, responses((status = 200, body = EnteredPreview)))]
pub async fn preview(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<IncentiveEvents>,
) -> Result<axum::Json<EnteredPreview>, Problem> {
    Ok(axum::Json(incentives::preview(&server.app, &actor, &new.rows).await?))
}

/// Which of what waits is wanted.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WantedUnpaid {
    /// Part of the name of a unit, customer, event or person.
    text: Option<String>,
    /// How many; at most 500.
    limit: Option<i64>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// What waits for customers' payments, the oldest first
#[utoipa::path(get, path = "/incentives/payments", tag = "incentives", params(WantedUnpaid), responses((status = 200, body = List<UnpaidView>)))]
pub async fn unpaid(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<WantedUnpaid>,
) -> Result<axum::Json<List<UnpaidView>>, Problem> {
    let place = Place { limit: wanted.limit, after: wanted.after };
    let (offset, limit) = place.range();
    let query = UnpaidQuery {
        text: wanted.text,
        offset: usize::try_from(offset).unwrap_or(0),
        limit: usize::try_from(limit).unwrap_or(0),
    };
    let (items, total) = incentives::unpaid(&server.app, &actor, &query).await?;
    Ok(axum::Json(List::page(items, offset, limit, i64::try_from(total).ok())))
}

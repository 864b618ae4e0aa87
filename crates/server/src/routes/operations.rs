//! For those who run the server: is it there, can it work, what has it done, what does it offer.
use crate::Server;
use crate::problem::Problem;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// The routes outside the API.
pub fn routes() -> Router<Server> {
    Router::new()
        .route("/health", get(async || "ok"))
        .route("/ready", get(ready))
        .route("/metrics", get(metrics))
        .route("/openapi.json", get(async || axum::Json(crate::openapi())))
}

async fn ready(State(server): State<Server>) -> Response {
    match server.app.db.ping().await {
        Ok(()) => "ready".into_response(),
        Err(error) => {
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "Not ready", error.to_string()).into_response()
        }
    }
}

async fn metrics(State(server): State<Server>) -> Response {
    let text = server.metrics.map(|handle| handle.render()).unwrap_or_default();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response()
}

//! What handlers take: bodies, queries and ids whose errors are problems, and the person who is signed in.
use crate::Server;
use crate::problem::Problem;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use tandem_app::{Actor, sessions};

/// The session's cookie.
pub const COOKIE: &str = "tandem_session";

/// A JSON body.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Server> for Json<T> {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &Server) -> Result<Self, Problem> {
        match axum::Json::<T>::from_request(request, state).await {
            Ok(axum::Json(value)) => Ok(Self(value)),
            Err(JsonRejection::JsonDataError(error)) => Err(Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "Something given cannot be used",
                error.body_text(),
            )),
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "Too large",
                "the body is larger than this address takes",
            )),
            Err(error) => Err(Problem::bad_request(error.body_text())),
        }
    }
}

/// The words behind the question mark.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Server> for Query<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &Server) -> Result<Self, Problem> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        query
            .map(|axum::extract::Query(value)| Self(value))
            .map_err(|error| Problem::bad_request(error.body_text()))
    }
}

/// The id in the address.
pub struct Id(pub i64);

impl FromRequestParts<Server> for Id {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &Server) -> Result<Self, Problem> {
        let path = axum::extract::Path::<i64>::from_request_parts(parts, state).await;
        // An id that is no number names nothing.
        path.map(|axum::extract::Path(id)| Self(id))
            .map_err(|_| Problem::new(StatusCode::NOT_FOUND, "Not found", "there is nothing under this id"))
    }
}

/// The person, or the program with a token, behind the request.
pub struct SignedIn(pub Actor);

impl FromRequestParts<Server> for SignedIn {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &Server) -> Result<Self, Problem> {
        if let Some(token) = bearer(&parts.headers) {
            return Ok(Self(sessions::of_token(&state.app, token).await?));
        }
        let key = session_key(&parts.headers).ok_or(tandem_app::Error::Unauthenticated)?;
        Ok(Self(sessions::of_session(&state.app, key).await?))
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// The key in the session's cookie.
pub fn session_key(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

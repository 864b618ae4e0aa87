//! What handlers take: bodies, queries and ids whose errors are problems, and the person who is signed in.
use crate::Server;
use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use chrono::{Datelike, NaiveDate};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use std::ops::RangeInclusive;
use tandem_app::{Actor, sessions};

/// The session's cookie.
pub const COOKIE: &str = "tandem_session";
/// The cookie by which a browser is known that has signed in before.
pub const DEVICE_COOKIE: &str = "tandem_device";

/// A JSON body.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Server> for Json<T> {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &Server) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "Not JSON",
                "send the body as JSON, with the header `content-type: application/json`",
            ));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(Problem::of_body)?;
        if has_nul(&bytes) {
            return Err(Problem::bad_request("text must not contain the NUL character"));
        }
        match axum::Json::<T>::from_bytes(&bytes) {
            Ok(axum::Json(value)) => Ok(Self(value)),
            Err(JsonRejection::JsonDataError(error)) => Err(Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "Something given cannot be used",
                error.body_text(),
            )),
            Err(error) => Err(Problem::bad_request(error.body_text())),
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
}

/// Whether JSON holds an escaped NUL, which PostgreSQL cannot store; a plain one is no JSON at all.
pub fn has_nul(json: &[u8]) -> bool {
    let nul = br"\u0000";
    let is_escape = |place: &usize| json[..*place].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 0;
    let places = json.windows(nul.len()).enumerate().filter(|(_, window)| window == nul);
    places.map(|(place, _)| place).any(|place| is_escape(&place))
}

const YEARS: RangeInclusive<i32> = 1900..=2999;

/// A day that the program can count with; for `deserialize_with`.
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let day = NaiveDate::deserialize(deserializer)?;
    if YEARS.contains(&day.year()) {
        return Ok(day);
    }
    Err(serde::de::Error::custom(format!("`{day}` is not a day between 1900-01-01 and 2999-12-31")))
}

/// The same where the day may be absent.
pub fn day_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    day(deserializer).map(Some)
}

/// The words behind the question mark.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Server> for Query<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &Server) -> Result<Self, Problem> {
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(Problem::bad_request("text must not contain the NUL character"));
        }
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
    cookie(headers, COOKIE)
}

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

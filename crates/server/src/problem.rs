//! Errors as RFC 9457 problems: a title that never changes, a detail that says what to do.
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tandem_app::Error;
use tandem_core::languages::Words;

/// An error on the wire.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// `about:blank`: the title says it.
    pub r#type: &'static str,
    /// What kind of error it is.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong and what to do, as a sentence.
    pub detail: String,
    /// The detail in both languages of the page, where it is known in both: `{"en": "...", "zh-Hant": "..."}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub said: Option<Box<Words>>,
    #[serde(skip)]
    retry_after_s: Option<i64>,
}

impl Problem {
    /// A problem of a status.
    pub fn new(status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            r#type: "about:blank",
            title,
            status: status.as_u16(),
            detail: sentence(&detail.into()),
            said: None,
            retry_after_s: None,
        }
    }

    /// The same with a detail in both languages.
    pub fn said(status: StatusCode, title: &'static str, said: Words) -> Self {
        Self { said: Some(Box::new(said.clone())), ..Self::new(status, title, said.en) }
    }

    /// A body that could not be taken whole: too large, or broken off.
    pub fn of_body(error: BytesRejection) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            _ => Self::bad_request(error.body_text()),
        }
    }

    /// More than the address takes.
    pub fn too_large() -> Self {
        let detail = "the body is larger than this address takes";
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "Too large", detail)
    }

    /// There is nothing at the address.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Not found", "there is nothing at this address")
    }

    /// The request cannot be understood.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "The request cannot be understood", detail)
    }
}

pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if text.ends_with(['.', '!', '?', '。']) || text.is_empty() { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let detail = error.to_string();
        match error {
            Error::NotFound(_) => Self::new(StatusCode::NOT_FOUND, "Not found", detail),
            Error::Forbidden(_) => Self::new(StatusCode::FORBIDDEN, "Not allowed", detail),
            Error::Invalid(_) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "Something given cannot be used", detail)
            }
            Error::Conflict(_) | Error::Cancelled => {
                Self::new(StatusCode::CONFLICT, "It does not fit what is there", detail)
            }
            Error::Refused(said) => Self::said(StatusCode::CONFLICT, "It does not fit what is there", said),
            Error::Unusable(said) => {
                Self::said(StatusCode::UNPROCESSABLE_ENTITY, "Something given cannot be used", said)
            }
            Error::Unauthenticated => Self::new(StatusCode::UNAUTHORIZED, "Sign in first", detail),
            Error::TooMany { retry_after_s } => {
                let problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "Too many attempts", detail);
                Self { retry_after_s: Some(retry_after_s), ..problem }
            }
            Error::Store(tandem_store_error) => store(&tandem_store_error.to_string(), &tandem_store_error),
        }
    }
}

fn store(text: &str, error: &dyn std::error::Error) -> Problem {
    tracing::error!(%error, "the database failed: {text}");
    if text.starts_with("the database cannot be written") {
        return Problem::new(
            StatusCode::INSUFFICIENT_STORAGE,
            "Nothing can be saved now",
            "nothing was changed: ask an administrator to look at the disk",
        );
    }
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "The server failed",
        "nothing was changed: try again, and tell an administrator if it stays so",
    )
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after_s = self.retry_after_s;
        let mut response = (status, axum::Json(self)).into_response();
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) =
            retry_after_s.and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok())
        {
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }
}

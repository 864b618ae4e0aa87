//! Files attached to a customer: listed, taken in as they are, given out to be kept and never to be shown, withdrawn.
use crate::Server;
use crate::extract::{Id, Query, SignedIn};
use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use tandem_app::attachments::{self, Attachments, Download, NewAttachment};
use tandem_core::attachments::NotTaken;

/// The attachments of a customer
#[utoipa::path(get, path = "/customers/{id}/attachments", tag = "attachments", params(("id" = String, Path)), responses((status = 200, body = Attachments)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(customer): Id,
) -> Result<axum::Json<Attachments>, Problem> {
    Ok(axum::Json(attachments::list(&server.app, &actor, customer).await?))
}

/// What to call a file, and where it belongs.
#[derive(Clone, Debug, Deserialize, utoipa::IntoParams)]
pub struct About {
    /// What it is called, with its ending.
    name: String,
    /// The id of the unit to which it belongs; absent: the whole customer.
    unit: Option<String>,
    /// What to say about it, at most 500 letters.
    about: Option<String>,
}

/// A file that is attached.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct AttachedFile {
    /// The id.
    id: String,
    /// Whether the same file was attached there already: then that one stays, and nothing is added.
    was_there: bool,
}

/// Attach a file of at most 20 MiB; the same file twice answers with the one that is there
#[utoipa::path(post, path = "/customers/{id}/attachments", tag = "attachments", params(("id" = String, Path), About), request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 201, body = AttachedFile), (status = 200, body = AttachedFile)))]
pub async fn add(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(customer): Id,
    Query(About { name, unit, about }): Query<About>,
    request: Request,
) -> Result<(StatusCode, axum::Json<AttachedFile>), Problem> {
    attachments::require_to_add(&server.app, &actor, customer).await?;
    let unit = unit
        .filter(|unit| !unit.is_empty())
        .map(|unit| unit.parse().map_err(|_| Problem::bad_request(format!("`{unit}` is no id of a unit"))));
    let unit = unit.transpose()?;
    let content = whole(&server, request).await?;
    let new = NewAttachment { customer, unit, name, about, content };
    let attached = attachments::add(&server.app, &actor, new).await?;
    let status = if attached.was_there { StatusCode::OK } else { StatusCode::CREATED };
    let view = AttachedFile { id: attached.id.to_string(), was_there: attached.was_there };
    Ok((status, axum::Json(view)))
}

/// The whole body, and not one byte more than a file may hold.
async fn whole(server: &Server, request: Request) -> Result<Vec<u8>, Problem> {
    match Bytes::from_request(request, server).await {
        Ok(bytes) => Ok(bytes.into()),
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(Problem::said(StatusCode::PAYLOAD_TOO_LARGE, "Too large", NotTaken::TooLarge.words()))
        }
        Err(error) => Err(Problem::of_body(error)),
    }
}

/// Keep what an attachment holds
#[utoipa::path(get, path = "/attachments/{id}", tag = "attachments", params(("id" = String, Path)), responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
pub async fn read(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<impl IntoResponse, Problem> {
    let Download { name, media_type, content } = attachments::read(&server.app, &actor, id).await?;
    // Whatever it is called, a browser neither guesses another kind nor runs anything of it with the reader's session.
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, disposition(&name)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "sandbox".to_owned()),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin".to_owned()),
    ];
    Ok((headers, content))
}

/// The header that has a file kept under its name (RFC 6266), with the name in UTF-8 (RFC 5987) beside one that every program reads.
pub fn disposition(name: &str) -> String {
    let plain = |letter: char| match letter {
        ' ' => ' ',
        letter if letter.is_ascii_graphic() && !matches!(letter, '"' | '\\' | '%') => letter,
        _ => '_',
    };
    let plain: String = name.chars().map(plain).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(name))
}

/// A name with everything but letters, digits and a few marks as percents.
fn encoded(name: &str) -> String {
    let one = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    name.bytes().map(one).collect()
}

/// Withdraw an attachment: nobody sees it any more, and the record keeps it
#[utoipa::path(delete, path = "/attachments/{id}", tag = "attachments", params(("id" = String, Path)), responses((status = 204)))]
pub async fn withdraw(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    attachments::withdraw(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

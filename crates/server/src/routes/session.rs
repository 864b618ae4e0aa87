//! Signing in and out, and oneself.
use crate::Server;
use crate::extract::{COOKIE, DEVICE_COOKIE, Json, SignedIn, cookie, session_key};
use crate::problem::Problem;
use crate::serve::Peer;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use tandem_app::sessions::{self, Me, Place};
use tandem_app::users::{self, UserChange};

/// Who signs in.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    email: String,
    password: String,
}

/// Sign in
#[utoipa::path(post, path = "/session", tag = "session", request_body = SignIn, responses((status = 200, body = Me), (status = 401, body = Problem), (status = 429, body = Problem)))]
pub async fn sign_in(
    State(server): State<Server>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    Json(given): Json<SignIn>,
) -> Result<impl IntoResponse, Problem> {
    let ip = peer.map_or_else(|| "unknown".to_owned(), |Extension(Peer(address))| address.ip().to_string());
    let place = Place { ip: &ip, device: cookie(&headers, DEVICE_COOKIE) };
    let signed_in = sessions::sign_in(&server.app, &given.email, &given.password, place).await?;
    let secure =
        if headers.get("x-forwarded-proto").is_some_and(|proto| proto == "https") { "; Secure" } else { "" };
    let set = |name: &str, key: &str, path: &str, seconds: u32| {
        let cookie = format!("{name}={key}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
        (header::SET_COOKIE, cookie)
    };
    let session = set(COOKIE, &signed_in.session, "/", 14 * 86_400);
    let device = signed_in.device.map(|key| set(DEVICE_COOKIE, &key, "/api/v1/session", 366 * 86_400));
    let cookies: Vec<_> = std::iter::once(session).chain(device).collect();
    Ok((AppendHeaders(cookies), axum::Json(signed_in.me)))
}

/// Sign out
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204)))]
pub async fn sign_out(
    State(server): State<Server>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Problem> {
    if let Some(key) = session_key(&headers) {
        sessions::sign_out(&server.app, key).await?;
    }
    let cookie = format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    Ok((StatusCode::NO_CONTENT, AppendHeaders([(header::SET_COOKIE, cookie)])))
}

/// Who is signed in
#[utoipa::path(get, path = "/me", tag = "session", responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<Me>, Problem> {
    Ok(axum::Json(sessions::show(&server.app, &actor).await?))
}

/// Change one's own name, language or password
#[utoipa::path(patch, path = "/me", tag = "session", request_body = UserChange, responses((status = 204), (status = 422, body = Problem)))]
pub async fn change(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(change): Json<UserChange>,
) -> Result<StatusCode, Problem> {
    users::change_self(&server.app, &actor, change).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! The page: files built by web/, inside the program; any other address gets the page itself, which knows its own rooms.
use crate::problem::Problem;
use axum::http::{Method, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$TANDEM_WEB_DIST"]
struct Files;

/// A file of the page, or the page.
pub async fn show(method: Method, uri: Uri) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return Problem::not_found().into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let (path, file) = match Files::get(path).filter(|_| !path.is_empty()) {
        Some(file) => (path, Some(file)),
        None if path.starts_with("api/") || path.contains('.') => (path, None),
        None => ("index.html", Files::get("index.html")),
    };
    let Some(file) = file else {
        return Problem::not_found().into_response();
    };
    let kind = mime_guess::from_path(path).first_or_octet_stream().to_string();
    // Built files carry their content in their names.
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, cache.to_owned())], file.data).into_response()
}

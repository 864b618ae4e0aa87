//! All routes in one place, with the document that describes them.
mod arr;
mod company;
mod customers;
mod diagnosis;
mod imports;
mod operations;
mod overview;
mod session;
mod time;
mod users;
mod views;
mod wire;

use crate::problem::Problem;
use crate::{Server, guard, page};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn;
use tower_http::compression::CompressionLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(OpenApi)]
#[openapi(info(
    title = "Tandem",
    description = "Win customers, keep customers. A customer is what CRMs call an account or a company. Ids are text, dates ISO 8601, amounts decimal text beside their currency; errors are RFC 9457 problems.",
    license(name = "Apache-2.0")
))]
struct Document;

const JSON_BYTES_MAX: usize = 1 << 20;
const UPLOAD_BYTES_MAX: usize = 2 << 30;

fn api() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(session::sign_in, session::sign_out))
        .routes(routes!(session::show, session::change))
        .routes(routes!(users::list, users::create))
        .routes(routes!(users::change))
        .routes(routes!(users::tokens, users::create_token))
        .routes(routes!(users::revoke_token))
        .routes(routes!(customers::list))
        .routes(routes!(customers::export_csv))
        .routes(routes!(customers::export_xlsx))
        .routes(routes!(customers::facets))
        .routes(routes!(customers::show))
        .routes(routes!(customers::activities))
        .routes(routes!(customers::notes))
        .routes(routes!(customers::owner_on))
        .routes(routes!(customers::sellers))
        .routes(routes!(views::list, views::save))
        .routes(routes!(views::delete))
        .routes(routes!(imports::list))
        .routes(routes!(imports::fields))
        .routes(routes!(imports::show))
        .routes(routes!(imports::problems))
        .routes(routes!(imports::set_mapping))
        .routes(routes!(imports::check))
        .routes(routes!(imports::run))
        .routes(routes!(imports::cancel))
        .routes(routes!(imports::undo))
        .routes(routes!(arr::show))
        .routes(routes!(time::show))
        .routes(routes!(time::rules, time::set_rules))
        .routes(routes!(time::reports, time::report))
        .routes(routes!(overview::show))
        .routes(routes!(diagnosis::show))
        .routes(routes!(company::settings, company::set_settings))
        .routes(routes!(company::rates, company::set_rates))
        .layer(DefaultBodyLimit::max(JSON_BYTES_MAX))
        .merge(
            OpenApiRouter::new()
                .routes(routes!(imports::upload))
                .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)),
        )
}

async fn other_method() -> Problem {
    let detail = "this address takes other methods: the header `allow` names them";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "Not this way", detail)
}

/// The document that describes every route.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", api()).into_openapi();
    document.paths.paths.values_mut().for_each(name_operations);
    document
}

/// Functions are called `list` and `show` in every capability; an operation's id must be its own.
fn name_operations(item: &mut utoipa::openapi::PathItem) {
    let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
    for operation in operations.into_iter().flatten() {
        let tag = operation.tags.iter().flatten().next();
        if let Some((tag, id)) = tag.zip(operation.operation_id.as_ref()) {
            operation.operation_id = Some(format!("{tag}_{id}"));
        }
    }
}

/// All routes on a server.
pub fn router(server: Server) -> Router {
    let (api, _) = OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", api()).split_for_parts();
    api.merge(operations::routes())
        .fallback(page::show)
        .method_not_allowed_fallback(other_method)
        .layer(from_fn(guard::same_site))
        .layer(from_fn(guard::headers))
        .layer(from_fn(guard::observe))
        .layer(CompressionLayer::new())
        .with_state(server)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_has_an_id_of_its_own() {
        let document = serde_json::to_value(openapi()).unwrap();
        let paths = document["paths"].as_object().unwrap().values();
        let operations = paths.flat_map(|path| path.as_object().unwrap().values());
        let ids: Vec<&str> = operations.filter_map(|operation| operation["operationId"].as_str()).collect();
        assert!(ids.len() > 30, "{ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    }
}

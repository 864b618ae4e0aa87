//! Sellers, as lists and filters name them.
use super::wire::{List, named};
use crate::Server;
use crate::extract::SignedIn;
use crate::problem::Problem;
use axum::extract::State;
use serde::Serialize;
use tandem_app::sessions::Named;

/// A seller.
#[derive(Serialize, utoipa::ToSchema)]
pub struct SellerView {
    id: String,
    name: String,
    role: Option<String>,
    team: Option<String>,
    manager: Option<Named>,
}

/// The sellers that one sees
#[utoipa::path(get, path = "/sellers", tag = "sellers", responses((status = 200, body = List<SellerView>)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<List<SellerView>>, Problem> {
    let rows = tandem_app::time::visible_sellers(&server.app, &actor).await?;
    let names: std::collections::BTreeMap<i64, String> =
        rows.iter().map(|s| (s.id, s.name.clone())).collect();
    let view = |s: tandem_app::time::SellerRow| SellerView {
        id: s.id.to_string(),
        manager: s.manager_id.and_then(|id| Some(named(id, names.get(&id)?))),
        name: s.name,
        role: s.role,
        team: s.team,
    };
    Ok(axum::Json(List::whole(rows.into_iter().map(view).collect())))
}

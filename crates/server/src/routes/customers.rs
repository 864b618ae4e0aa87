//! Customers: lists and what they are filtered by; exports, the record of one and what is entered about it.
pub mod entries;
pub mod export;
pub mod record;

use super::wire::{Amount, List, Place, named};
use crate::Server;
use crate::extract::{Query, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tandem_app::customers::{self, Page};
use tandem_app::sessions::Named;

/// Which customers, in which order.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
pub struct Wanted {
    /// Part of the name or place.
    q: Option<String>,
    segment: Option<String>,
    industry: Option<String>,
    country: Option<String>,
    /// A seller's id, or none.
    owner: Option<String>,
    /// name, arr (largest first), renewal (next first) or activity (latest first); with `-` before it the other way round.
    sort: Option<String>,
    limit: Option<i64>,
    after: Option<String>,
}

/// A customer in a list.
#[derive(Serialize, utoipa::ToSchema)]
pub struct CustomerRow {
    id: String,
    name: String,
    segment: Option<String>,
    industry: Option<String>,
    country: Option<String>,
    city: Option<String>,
    arr: Amount,
    owners: Vec<Named>,
    units: i64,
    open_opportunities: i64,
    next_renewal: Option<NaiveDate>,
    last_activity: Option<NaiveDate>,
}

impl Wanted {
    fn query(&self, offset: i64, limit: i64) -> customers::Query {
        let text = |value: &Option<String>| value.clone().filter(|value| !value.is_empty());
        customers::Query {
            text: text(&self.q),
            segment: text(&self.segment),
            country: text(&self.country),
            industry: text(&self.industry),
            owner: text(&self.owner),
            sort: text(&self.sort),
            offset,
            limit,
        }
    }

    fn place(&self) -> (i64, i64) {
        Place { limit: self.limit, after: self.after.clone() }.range()
    }
}

/// The customers that one sees
#[utoipa::path(get, path = "/customers", tag = "customers", params(Wanted), responses((status = 200, body = List<CustomerRow>)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<axum::Json<List<CustomerRow>>, Problem> {
    let (offset, limit) = wanted.place();
    let page = customers::list(&server.app, &actor, &wanted.query(offset, limit)).await?;
    let total = Some(page.total);
    Ok(axum::Json(List::page(rows(page), offset, limit, total)))
}

fn rows(page: Page) -> Vec<CustomerRow> {
    let Page { rows, mut owners, currency, .. } = page;
    let row = |row: customers::Row| CustomerRow {
        id: row.id.to_string(),
        name: row.name,
        segment: row.segment,
        industry: row.industry,
        country: row.country,
        city: row.city,
        arr: Amount::of(row.arr_minor, currency),
        owners: owners
            .remove(&row.id)
            .unwrap_or_default()
            .into_iter()
            .map(|(id, name)| named(id, &name))
            .collect(),
        units: row.units,
        open_opportunities: row.open_opportunities,
        next_renewal: row.next_renewal,
        last_activity: row.last_activity,
    };
    rows.into_iter().map(row).collect()
}

/// A value to filter by.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Facet {
    value: String,
    label: Option<String>,
    count: i64,
}

/// Values to filter by.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Facets {
    segments: Vec<Facet>,
    countries: Vec<Facet>,
    industries: Vec<Facet>,
    owners: Vec<Facet>,
}

/// Values to filter by, with how often each occurs
#[utoipa::path(get, path = "/customers/facets", tag = "customers", responses((status = 200, body = Facets)))]
pub async fn facets(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<Facets>, Problem> {
    let found = customers::facets(&server.app, &actor).await?;
    let facet = |(value, count): &(String, i64)| Facet { value: value.clone(), label: None, count: *count };
    let facets = |values: &[(String, i64)]| values.iter().map(facet).collect();
    let owner = |(s, count): &(tandem_app::time::SellerRow, i64)| Facet {
        value: s.id.to_string(),
        label: Some(s.name.clone()),
        count: *count,
    };
    Ok(axum::Json(Facets {
        segments: facets(&found.segments),
        countries: facets(&found.countries),
        industries: facets(&found.industries),
        owners: found.owners.iter().map(owner).collect(),
    }))
}

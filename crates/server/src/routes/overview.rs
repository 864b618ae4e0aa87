//! The overview.
use super::arr::{Retained, retained};
use super::time::{CoverageView, coverage};
use super::wire::Amount;
use crate::Server;
use crate::extract::SignedIn;
use crate::problem::Problem;
use axum::extract::State;
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_app::arr::MonthView;
use tandem_app::overview;

/// ARR at a month's end.
#[derive(Serialize, utoipa::ToSchema)]
pub struct MonthArr {
    month: String,
    arr: Amount,
}

/// New customers of a month.
#[derive(Serialize, utoipa::ToSchema)]
pub struct MonthCount {
    month: String,
    count: u32,
}

/// Something to do, with the place where it is done.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NextView {
    kind: String,
    count: i64,
    link: String,
}

/// Everything at a glance.
#[derive(Serialize, utoipa::ToSchema)]
pub struct OverviewView {
    /// Whose numbers these are: everything, team or own.
    scope: &'static str,
    arr: Amount,
    customers: i64,
    sellers: i64,
    coverage: CoverageView,
    arr_months: Vec<MonthArr>,
    movements_last_12: Vec<super::arr::BridgeView>,
    nrr: Retained,
    grr: Retained,
    new_customers_months: Vec<MonthCount>,
    time_share: BTreeMap<&'static str, f64>,
    next: Vec<NextView>,
}

/// Everything at a glance
#[utoipa::path(get, path = "/overview", tag = "overview", responses((status = 200, body = OverviewView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<OverviewView>, Problem> {
    let found = overview::show(&server.app, &actor).await?;
    let currency = found.arr.currency.clone();
    let amount = |text: &String| Amount { amount: text.clone(), currency: currency.clone() };
    let months: &[MonthView] = &found.arr.months;
    let last = months.last().map(|month| month.end.clone()).unwrap_or_else(|| "0".to_owned());
    let (grr, nrr) = retained(&found.arr);
    let mut shares: BTreeMap<&'static str, f64> = BTreeMap::new();
    for week in &found.time.weeks {
        for (category, hours) in &week.categories {
            *shares.entry(category).or_default() += hours;
        }
    }
    Ok(axum::Json(OverviewView {
        scope: found.arr.scope.text(),
        arr: amount(&last),
        customers: found.customers,
        sellers: found.sellers,
        coverage: coverage(&found.time.coverage),
        arr_months: months.iter().map(|m| MonthArr { month: m.month.clone(), arr: amount(&m.end) }).collect(),
        movements_last_12: months
            .iter()
            .skip(months.len().saturating_sub(12))
            .map(|m| super::arr::bridge(m, &currency))
            .collect(),
        nrr,
        grr,
        new_customers_months: months
            .iter()
            .map(|m| MonthCount { month: m.month.clone(), count: m.new_units })
            .collect(),
        time_share: shares,
        next: found
            .next
            .into_iter()
            .map(|n| NextView { kind: n.kind.to_owned(), count: n.count, link: n.link.to_owned() })
            .collect(),
    }))
}

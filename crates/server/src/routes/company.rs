//! Settings of the company and exchange rates.
use super::wire::List;
use crate::Server;
use crate::extract::{Json, SignedIn, day};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tandem_app::settings::{self, Company, DerivedSubscriptions, Load, Revenue, WorkCalendar};
use tandem_core::subscriptions::{Reactivation, parse_rate, rate_text};

/// What can be set.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingsView {
    /// The company's name.
    name: String,
    /// The currency of totals.
    currency: String,
    /// Months that a subscription derived from a won opportunity is in force.
    derived_term_months: u32,
    /// Whether derived subscriptions stay in force where a source records no renewals.
    derived_open_ended: bool,
    /// Whether units that left and came back count in retention.
    reactivation_counts: bool,
    /// Customers that one seller can carry; nobody receives more.
    #[schema(minimum = 1, maximum = 10000)]
    customers_max: u32,
}

/// The company's settings
#[utoipa::path(get, path = "/settings", tag = "company", responses((status = 200, body = SettingsView)))]
pub async fn settings(
    State(server): State<Server>,
    SignedIn(_actor): SignedIn,
) -> Result<axum::Json<SettingsView>, Problem> {
    let found = settings::load(&server.app).await?;
    Ok(axum::Json(SettingsView {
        name: found.company.name,
        currency: found.company.currency.to_string(),
        derived_term_months: found.derived_subscriptions.term_months,
        derived_open_ended: found.derived_subscriptions.open_ended_without_renewals,
        reactivation_counts: found.revenue.reactivation == Reactivation::Counted,
        customers_max: found.load.customers_max,
    }))
}

/// Replace the company's settings
#[utoipa::path(put, path = "/settings", tag = "company", request_body = SettingsView, responses((status = 204)))]
pub async fn set_settings(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<SettingsView>,
) -> Result<StatusCode, Problem> {
    let currency = new
        .currency
        .parse()
        .map_err(|error: tandem_core::money::MoneyError| Problem::bad_request(error.to_string()))?;
    let reactivation = if new.reactivation_counts { Reactivation::Counted } else { Reactivation::NotCounted };
    let derived = DerivedSubscriptions {
        term_months: new.derived_term_months.clamp(1, 120),
        open_ended_without_renewals: new.derived_open_ended,
    };
    settings::put(&server.app, &actor, "company", &Company { name: new.name, currency }).await?;
    settings::put(&server.app, &actor, "derived_subscriptions", &derived).await?;
    settings::put(&server.app, &actor, "revenue", &Revenue { reactivation }).await?;
    let load = Load { customers_max: new.customers_max.clamp(1, 10_000) };
    settings::put(&server.app, &actor, "load", &load).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What one unit of a currency is worth in the company's from a date on.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RateView {
    currency: String,
    #[serde(deserialize_with = "day")]
    date: NaiveDate,
    /// Decimal text with at most nine decimals.
    rate: String,
}

/// Exchange rates
#[utoipa::path(get, path = "/rates", tag = "company", responses((status = 200, body = List<RateView>)))]
pub async fn rates(
    State(server): State<Server>,
    SignedIn(_actor): SignedIn,
) -> Result<axum::Json<List<RateView>>, Problem> {
    let rows = settings::rates(&server.app).await?;
    let view = |rate: settings::Rate| RateView {
        rate: rate_text(rate.rate_e9),
        currency: rate.currency,
        date: rate.date,
    };
    Ok(axum::Json(List::whole(rows.into_iter().map(view).collect())))
}

/// Add or replace exchange rates
#[utoipa::path(put, path = "/rates", tag = "company", request_body = Vec<RateView>, responses((status = 204)))]
pub async fn set_rates(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<Vec<RateView>>,
) -> Result<StatusCode, Problem> {
    let rate = |view: RateView| {
        let rate_e9 = parse_rate(&view.rate).map_err(Problem::bad_request)?;
        Ok(settings::Rate { currency: view.currency.to_uppercase(), date: view.date, rate_e9 })
    };
    let rows = new.into_iter().map(rate).collect::<Result<Vec<settings::Rate>, Problem>>()?;
    settings::put_rates(&server.app, &actor, rows).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// On which days who works.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkCalendarView {
    /// The country of everybody for whom no other is given: two capital letters.
    country: Option<String>,
    /// Countries of single sellers, by the seller's id.
    people: std::collections::BTreeMap<String, String>,
    /// Documents of holidays in YAML, one per country.
    holidays: Vec<String>,
}

/// On which days who works
#[utoipa::path(get, path = "/settings/work-calendar", tag = "company", responses((status = 200, body = WorkCalendarView)))]
pub async fn work_calendar(
    State(server): State<Server>,
    SignedIn(_actor): SignedIn,
) -> Result<axum::Json<WorkCalendarView>, Problem> {
    let WorkCalendar { country, people, holidays } = settings::work_calendar(&server.app).await?;
    Ok(axum::Json(WorkCalendarView { country, people, holidays }))
}

/// Replace on which days who works
#[utoipa::path(put, path = "/settings/work-calendar", tag = "company", request_body = WorkCalendarView, responses((status = 204)))]
pub async fn set_work_calendar(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<WorkCalendarView>,
) -> Result<StatusCode, Problem> {
    let WorkCalendarView { country, people, holidays } = new;
    settings::put_work_calendar(&server.app, &actor, WorkCalendar { country, people, holidays }).await?;
    Ok(StatusCode::NO_CONTENT)
}

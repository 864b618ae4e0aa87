//! The whole record of a customer, and who owned a unit on a day.
use crate::Server;
use crate::extract::{Id, Query, SignedIn, day_or_none};
use crate::problem::Problem;
use crate::routes::wire::{Amount, named};
use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tandem_app::customers::{self, Whole};
use tandem_app::sessions::Named;
use tandem_core::money::Currency;

/// Where a customer is.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PlaceView {
    lat: f64,
    lon: f64,
    source: String,
}

/// A period of ownership.
#[derive(Serialize, utoipa::ToSchema)]
pub struct OwnershipView {
    seller: Named,
    role: String,
    start: NaiveDate,
    end: Option<NaiveDate>,
}

/// A subscription.
#[derive(Serialize, utoipa::ToSchema)]
pub struct SubscriptionView {
    id: String,
    product: Option<String>,
    arr: Amount,
    start: NaiveDate,
    end: Option<NaiveDate>,
    derived: bool,
}

/// A unit.
#[derive(Serialize, utoipa::ToSchema)]
pub struct UnitView {
    id: String,
    name: String,
    potential: Option<Amount>,
    arr: Amount,
    penetration: Option<f64>,
    owner: Option<Named>,
    ownerships: Vec<OwnershipView>,
    subscriptions: Vec<SubscriptionView>,
}

/// A person at the customer.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ContactView {
    id: String,
    name: String,
    title: Option<String>,
    role: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    unit: Option<Named>,
}

/// A sale that may come, or came.
#[derive(Serialize, utoipa::ToSchema)]
pub struct OpportunityView {
    id: String,
    name: Option<String>,
    unit: Option<Named>,
    owner: Option<String>,
    kind: String,
    stage: Option<String>,
    status: String,
    amount: Option<Amount>,
    created: Option<NaiveDate>,
    close: Option<NaiveDate>,
}

/// ARR at a month's end.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ArrPoint {
    month: String,
    arr: Amount,
}

/// The whole record of a customer.
#[derive(Serialize, utoipa::ToSchema)]
pub struct CustomerView {
    id: String,
    name: String,
    segment: Option<String>,
    industry: Option<String>,
    country: Option<String>,
    region: Option<String>,
    city: Option<String>,
    postal_code: Option<String>,
    place: Option<PlaceView>,
    parent: Option<Named>,
    arr: Amount,
    /// The next day on which a subscription in force ends.
    next_renewal: Option<NaiveDate>,
    /// The day that all of this is as of.
    today: NaiveDate,
    units: Vec<UnitView>,
    contacts: Vec<ContactView>,
    opportunities: Vec<OpportunityView>,
    arr_history: Vec<ArrPoint>,
}

/// The whole record of a customer
#[utoipa::path(get, path = "/customers/{id}", tag = "customers", params(("id" = String, Path)), responses((status = 200, body = CustomerView), (status = 404, body = Problem)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<CustomerView>, Problem> {
    let whole = customers::show(&server.app, &actor, id).await?;
    let currency = whole.settings.company.currency;
    let units = whole.units.iter().map(|unit| unit_view(unit, &whole, currency)).collect();
    let arr_history = whole
        .history()
        .into_iter()
        .map(|(month, minor)| ArrPoint { month: month.to_string(), arr: Amount::of(minor, currency) })
        .collect();
    let arr = Amount::of(whole.arr(None, whole.today), currency);
    let (today, next_renewal) = (whole.today, whole.next_renewal());
    let Whole { record, contacts, opportunities, units: rows, .. } = whole;
    let unit =
        |id: Option<i64>| rows.iter().find(|row| Some(row.id) == id).map(|row| named(row.id, &row.name));
    let place = record.lat.zip(record.lon).map(|(lat, lon)| PlaceView {
        lat,
        lon,
        source: record.place_source.clone().unwrap_or_default(),
    });
    Ok(axum::Json(CustomerView {
        id: record.id.to_string(),
        name: record.name,
        segment: record.segment,
        industry: record.industry,
        country: record.country,
        region: record.region,
        city: record.city,
        postal_code: record.postal_code,
        place,
        parent: record.parent_id.zip(record.parent.as_deref()).map(|(id, name)| named(id, name)),
        arr,
        next_renewal,
        today,
        units,
        contacts: contacts.into_iter().map(|c| (unit(c.unit_id), c)).map(contact).collect(),
        opportunities: opportunities.into_iter().map(|o| (unit(o.unit_id), o)).map(opportunity).collect(),
        arr_history,
    }))
}

fn unit_view(unit: &customers::UnitRow, whole: &Whole, currency: Currency) -> UnitView {
    let arr = whole.arr(Some(unit.id), whole.today);
    let ownerships: Vec<OwnershipView> =
        whole.ownerships.iter().filter(|o| o.unit_id == unit.id).map(ownership).collect();
    let owner = ownerships
        .iter()
        .find(|o| o.start <= whole.today && o.end.is_none_or(|end| end > whole.today))
        .map(|o| o.seller.clone());
    let potential = unit
        .potential_minor
        .zip(unit.currency.as_deref())
        .and_then(|(minor, currency)| whole.in_company_currency(minor, currency))
        .filter(|potential| *potential > 0);
    UnitView {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        potential: Amount::stored(unit.potential_minor, unit.currency.as_deref()),
        arr: Amount::of(arr, currency),
        penetration: potential.map(|potential| (arr as f64 / potential as f64 * 1000.0).round() / 1000.0),
        owner,
        ownerships,
        subscriptions: whole
            .subscriptions
            .iter()
            .filter(|s| s.unit_id == unit.id)
            .filter_map(subscription)
            .collect(),
    }
}

fn ownership(o: &customers::OwnershipRow) -> OwnershipView {
    OwnershipView {
        seller: named(o.seller_id, &o.seller),
        role: o.role.clone(),
        start: o.start_date,
        end: o.end_date,
    }
}

fn subscription(s: &customers::SubscriptionRow) -> Option<SubscriptionView> {
    let arr = Amount::stored(Some(s.arr_minor), Some(&s.currency))?;
    Some(SubscriptionView {
        id: s.id.to_string(),
        product: s.product.clone(),
        arr,
        start: s.start_date,
        end: s.end_date,
        derived: s.derived,
    })
}

fn contact((unit, c): (Option<Named>, customers::ContactRow)) -> ContactView {
    ContactView {
        id: c.id.to_string(),
        name: c.name,
        title: c.title,
        role: c.role,
        email: c.email,
        phone: c.phone,
        unit,
    }
}

fn opportunity((unit, o): (Option<Named>, customers::OpportunityRow)) -> OpportunityView {
    OpportunityView {
        id: o.id.to_string(),
        name: o.name,
        unit,
        owner: o.owner,
        kind: o.kind,
        stage: o.stage,
        status: o.status,
        amount: Amount::stored(o.amount_minor, o.currency.as_deref()),
        created: o.created_date,
        close: o.close_date,
    }
}

/// Which day.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct Day {
    #[serde(default, deserialize_with = "day_or_none")]
    on: Option<NaiveDate>,
}

/// Who owned a unit on a day
#[utoipa::path(get, path = "/units/{id}/owner", tag = "customers", params(("id" = String, Path), Day), responses((status = 200, body = Option<OwnershipView>)))]
pub async fn owner_on(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Query(day): Query<Day>,
) -> Result<axum::Json<Option<OwnershipView>>, Problem> {
    Ok(axum::Json(customers::owner_on(&server.app, &actor, id, day.on).await?.as_ref().map(ownership)))
}

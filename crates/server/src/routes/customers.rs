//! Customers: lists, exports, the record of one.
use super::wire::{Amount, List, Place, named};
use crate::Server;
use crate::extract::{Id, Query, SignedIn, day_or_none};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tandem_app::customers::{self, Page, Whole};
use tandem_app::sessions::Named;
use tandem_app::{Actor, App};
use tandem_core::exports::safe_cell;
use tandem_core::money::Currency;

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

const HEADERS: [&str; 9] =
    ["Name", "Segment", "Industry", "Country", "City", "ARR", "Currency", "Owners", "Next renewal"];
const EXPORT_ROWS_MAX: i64 = 100_000;

/// The list's rows as text, in the order of its headers, page by page.
async fn cells(app: &App, actor: &Actor, wanted: &Wanted) -> Result<Vec<[String; 9]>, Problem> {
    let mut all = Vec::new();
    for offset in (0..EXPORT_ROWS_MAX).step_by(500) {
        let page = rows(customers::list(app, actor, &wanted.query(offset, 500)).await?);
        let last = page.len() < 500;
        all.extend(page.into_iter().map(|row| {
            let owners: Vec<String> = row.owners.into_iter().map(|owner| owner.name).collect();
            let text = |value: Option<String>| value.unwrap_or_default();
            let renewal = row.next_renewal.map_or_else(String::new, |day| day.to_string());
            [
                row.name,
                text(row.segment),
                text(row.industry),
                text(row.country),
                text(row.city),
                row.arr.amount,
                row.arr.currency,
                owners.join(", "),
                renewal,
            ]
        }));
        if last {
            break;
        }
    }
    Ok(all)
}

/// The list as CSV, safe to open in a spreadsheet program
#[utoipa::path(get, path = "/customers.csv", tag = "customers", params(Wanted), responses((status = 200, content_type = "text/csv")))]
pub async fn export_csv(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<impl IntoResponse, Problem> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let failed = |error: csv::Error| Problem::bad_request(error.to_string());
    writer.write_record(HEADERS).map_err(failed)?;
    for row in cells(&server.app, &actor, &wanted).await? {
        writer.write_record(row.map(|cell| safe_cell(&cell))).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Problem::bad_request(error.to_string()))?;
    Ok((
        [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\""),
        ],
        bytes,
    ))
}

/// The list as a spreadsheet
#[utoipa::path(get, path = "/customers.xlsx", tag = "customers", params(Wanted), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
pub async fn export_xlsx(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<impl IntoResponse, Problem> {
    let rows = cells(&server.app, &actor, &wanted).await?;
    let bytes = sheet(&rows).map_err(|error| Problem::bad_request(error.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok((
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"customers.xlsx\""),
        ],
        bytes,
    ))
}

fn sheet(rows: &[[String; 9]]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(HEADERS) {
        sheet.write_string(0, column, name)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            // Strings are written as strings: a spreadsheet program never takes them for formulas.
            match (column, cell.parse::<f64>()) {
                (5, Ok(number)) => sheet.write_number(line, column, number)?,
                _ => sheet.write_string(line, column, cell)?,
            };
        }
    }
    book.save_to_buffer()
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

/// A piece of a seller's time.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ActivityView {
    id: String,
    date: NaiveDate,
    seller: Option<String>,
    kind: Option<String>,
    category: Option<String>,
    minutes: Option<i64>,
    subject: Option<String>,
}

/// A customer's activities, the latest first
#[utoipa::path(get, path = "/customers/{id}/activities", tag = "customers", params(("id" = String, Path), Place), responses((status = 200, body = List<ActivityView>)))]
pub async fn activities(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Query(place): Query<Place>,
) -> Result<axum::Json<List<ActivityView>>, Problem> {
    let (offset, limit) = place.range();
    let rows = customers::activities(&server.app, &actor, id, limit, offset).await?;
    let view = |a: customers::ActivityRow| ActivityView {
        id: a.id.to_string(),
        date: a.date,
        seller: a.seller,
        kind: a.kind,
        category: a.category,
        minutes: a.minutes,
        subject: a.subject,
    };
    Ok(axum::Json(List::page(rows.into_iter().map(view).collect(), offset, limit, None)))
}

/// A text about the customer.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NoteView {
    id: String,
    date: NaiveDate,
    author: Option<String>,
    text: String,
}

/// A customer's notes, the latest first
#[utoipa::path(get, path = "/customers/{id}/notes", tag = "customers", params(("id" = String, Path)), responses((status = 200, body = List<NoteView>)))]
pub async fn notes(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<List<NoteView>>, Problem> {
    let rows = customers::notes(&server.app, &actor, id).await?;
    let view = |n: customers::NoteRow| NoteView {
        id: n.id.to_string(),
        date: n.date,
        author: n.author,
        text: n.text,
    };
    Ok(axum::Json(List::whole(rows.into_iter().map(view).collect())))
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
#[utoipa::path(get, path = "/sellers", tag = "customers", responses((status = 200, body = List<SellerView>)))]
pub async fn sellers(
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

//! Customers: the list that a person sees, and the whole record of one.
use crate::{Actor, App, Error, Result, settings, visibility};
use std::collections::BTreeMap;
use std::sync::Arc;
use tandem_core::subscriptions::{Month, Span, movements::arr_on};
use tandem_store::activities;
pub use tandem_store::activities::ActivityRow;
use tandem_store::customers::{self as store, Facet, Filter, Order, Owner, Record, Sort, Visible};
pub use tandem_store::customers::{
    ContactRow, CustomerRow as Row, NoteRow, OpportunityRow, SubscriptionRow, UnitRow,
};
pub use tandem_store::ownership::OwnershipRow;
use tandem_store::{handoffs, ownership, summaries};

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Part of the name or place.
    pub text: Option<String>,
    /// This segment.
    pub segment: Option<String>,
    /// This country.
    pub country: Option<String>,
    /// This industry.
    pub industry: Option<String>,
    /// A seller's id: owned by them today; `none`: by nobody.
    pub owner: Option<String>,
    /// name, arr, renewal or activity; with `-` before it the other way round.
    pub sort: Option<String>,
    /// Where the page begins.
    pub offset: i64,
    /// How many; at most 500.
    pub limit: i64,
}

/// A page of customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The customers.
    pub rows: Vec<Row>,
    /// Today's owners of each: (customer, seller, name).
    pub owners: BTreeMap<i64, Vec<(i64, String)>>,
    /// In all pages.
    pub total: i64,
    /// The currency of ARR.
    pub currency: tandem_core::money::Currency,
}

/// Makes anew what lists show, where it is another day's or rates have changed. Returns whether it did.
pub async fn keep_current(app: &App) -> Result<bool> {
    let today = app.clock.today();
    if summaries::are_of(&app.db, today).await? {
        return Ok(false);
    }
    let worths = settings::load(app).await?.worths(today);
    app.db.write(move |tx| Box::pin(async move { summaries::refresh(tx, today, &worths).await })).await?;
    Ok(true)
}

const LIMIT_MAX: i64 = 500;

/// The customers that the actor sees.
pub async fn list(app: &App, actor: &Actor, query: &Query) -> Result<Page> {
    let filter = filter(app, actor, query).await?;
    let sort = sort(query.sort.as_deref().unwrap_or_default())?;
    let rows =
        store::list(&app.db, &filter, sort, query.limit.clamp(1, LIMIT_MAX), query.offset.max(0)).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut owners: BTreeMap<i64, Vec<(i64, String)>> = BTreeMap::new();
    for (customer, seller, name) in store::owners(&app.db, &ids, app.clock.today()).await? {
        owners.entry(customer).or_default().push((seller, name));
    }
    let total = store::count(&app.db, &filter).await?;
    Ok(Page { rows, owners, total, currency: settings::load(app).await?.company.currency })
}

async fn filter(app: &App, actor: &Actor, query: &Query) -> Result<Filter> {
    Ok(Filter {
        visible: visibility::customers(app, actor).await?,
        today: app.clock.today(),
        text: query.text.clone().filter(|text| !text.trim().is_empty()),
        segment: query.segment.clone(),
        country: query.country.clone(),
        industry: query.industry.clone(),
        owner: query.owner.as_deref().map(owner).transpose()?,
    })
}

fn owner(text: &str) -> Result<Owner> {
    match text {
        "none" => Ok(Owner::Nobody),
        _ => text.parse().map(Owner::Seller).map_err(|_| {
            Error::Invalid(format!("`{text}` is not a seller's id: give one of /sellers, or none"))
        }),
    }
}

fn sort(text: &str) -> Result<Sort> {
    let by = match text.strip_prefix('-').unwrap_or(text) {
        "name" | "" => Order::Name,
        "arr" => Order::Arr,
        "renewal" => Order::Renewal,
        "activity" => Order::Activity,
        other => {
            return Err(Error::Invalid(format!(
                "`{other}` is not an order: use name, arr, renewal or activity, with - before it for the other way round"
            )));
        }
    };
    Ok(Sort { by, reversed: text.starts_with('-') })
}

/// Values to filter by, with how often each occurs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// Segments.
    pub segments: Vec<(String, i64)>,
    /// Countries.
    pub countries: Vec<(String, i64)>,
    /// Industries.
    pub industries: Vec<(String, i64)>,
    /// Sellers with how many customers each owns units of today.
    pub owners: Vec<(crate::time::SellerRow, i64)>,
}

/// Values to filter by. Whoever sees only a book gets but the owners: counts would tell of the rest.
pub async fn facets(app: &App, actor: &Actor) -> Result<Arc<Facets>> {
    app.remembered(actor, "facets".to_owned(), make_facets(app, actor)).await
}

async fn make_facets(app: &App, actor: &Actor) -> Result<Facets> {
    let owners = owners(app, actor).await?;
    if visibility::customers(app, actor).await? != Visible::Everything {
        return Ok(Facets { owners, ..Facets::default() });
    }
    let of = |facet| store::facet(&app.db, facet);
    let (segments, countries) = (of(Facet::Segment).await?, of(Facet::Country).await?);
    Ok(Facets { segments, countries, industries: of(Facet::Industry).await?, owners })
}

/// The sellers that the actor sees and how many customers each owns units of today, those without any left out.
async fn owners(app: &App, actor: &Actor) -> Result<Vec<(crate::time::SellerRow, i64)>> {
    let books: BTreeMap<i64, i64> = store::books(&app.db, app.clock.today()).await?.into_iter().collect();
    let sellers = crate::time::visible_sellers(app, actor).await?;
    Ok(sellers.into_iter().filter_map(|seller| books.get(&seller.id).map(|count| (seller, *count))).collect())
}

/// The whole record of a customer.
#[derive(Clone, Debug)]
pub struct Whole {
    /// Its own columns.
    pub record: Record,
    /// Its units.
    pub units: Vec<UnitRow>,
    /// Owners through time.
    pub ownerships: Vec<OwnershipRow>,
    /// Subscriptions.
    pub subscriptions: Vec<SubscriptionRow>,
    /// People.
    pub contacts: Vec<ContactRow>,
    /// Sales.
    pub opportunities: Vec<OpportunityRow>,
    /// Today.
    pub today: chrono::NaiveDate,
    /// The currency of totals.
    pub settings: settings::Settings,
}

impl Whole {
    /// ARR of a unit on a day, in minor units of the company's currency; amounts without a rate count nothing.
    pub fn arr(&self, unit: Option<i64>, day: chrono::NaiveDate) -> i64 {
        let own = self.subscriptions.iter().filter(|s| unit.is_none_or(|unit| s.unit_id == unit));
        let spans: Vec<Span> = own.filter_map(|s| self.span(s)).collect();
        i64::try_from(arr_on(&spans, day)).unwrap_or(i64::MAX)
    }

    /// An amount in minor units of the company's currency; nothing where there is no rate.
    pub fn in_company_currency(&self, minor: i64, currency: &str) -> Option<i64> {
        let money = tandem_core::money::Money::new(minor, currency.parse().ok()?);
        Some(self.settings.rates.convert(money, self.today).ok()?.ok()?.minor)
    }

    /// The next day on which a subscription in force ends.
    pub fn next_renewal(&self) -> Option<chrono::NaiveDate> {
        let begun = self.subscriptions.iter().filter(|s| s.start_date <= self.today);
        begun.filter_map(|s| s.end_date).filter(|end| *end > self.today).min()
    }

    fn span(&self, s: &SubscriptionRow) -> Option<Span> {
        let arr_minor = self.in_company_currency(s.arr_minor, &s.currency)?;
        Some(Span { unit: s.unit_id, arr_minor, start: s.start_date, end: s.end_date })
    }

    /// ARR at month ends from the first subscription on, at most five years.
    pub fn history(&self) -> Vec<(Month, i64)> {
        let now = Month::of(self.today);
        let first = self
            .subscriptions
            .iter()
            .map(|s| Month::of(s.start_date))
            .min()
            .unwrap_or(now)
            .max(now.plus(-60));
        (0..=first.until(now))
            .map(|index| first.plus(index))
            .map(|month| (month, self.arr(None, month.last_day().min(self.today))))
            .collect()
    }
}

/// The record of one customer, where the actor sees it.
pub async fn show(app: &App, actor: &Actor, id: i64) -> Result<Whole> {
    require_visible(app, actor, id).await?;
    let mut record = store::get(&app.db, id).await?.ok_or(Error::NotFound("customer"))?;
    if let Some(parent) = record.parent_id
        && require_visible(app, actor, parent).await.is_err()
    {
        (record.parent_id, record.parent) = (None, None);
    }
    Ok(Whole {
        record,
        units: store::units(&app.db, id).await?,
        ownerships: ownership::of_customer(&app.db, id).await?,
        subscriptions: store::subscriptions(&app.db, id).await?,
        contacts: store::contacts(&app.db, id).await?,
        opportunities: store::opportunities(&app.db, id).await?,
        today: app.clock.today(),
        settings: settings::load(app).await?,
    })
}

pub(crate) async fn require_visible(app: &App, actor: &Actor, id: i64) -> Result<()> {
    let visible = visibility::customers(app, actor).await?;
    let seen = store::is_visible(&app.db, id, &visible, app.clock.today()).await? || {
        // Whoever takes part in a handoff reads the record from the proposal until it is settled.
        matches!(&visible, Visible::Books(sellers) if handoffs::takes_part(&app.db, id, sellers).await?)
    };
    if seen { Ok(()) } else { Err(Error::NotFound("customer")) }
}

/// The customer of a unit, where the actor sees it.
pub(crate) async fn customer_of(app: &App, actor: &Actor, unit: i64) -> Result<i64> {
    let customer = store::of_unit(&app.db, unit).await?.ok_or(Error::NotFound("unit"))?;
    require_visible(app, actor, customer).await.map_err(|_| Error::NotFound("unit"))?;
    Ok(customer)
}

/// A page of a customer's activities, the latest first.
pub async fn activities(
    app: &App,
    actor: &Actor,
    id: i64,
    limit: i64,
    offset: i64,
) -> Result<Vec<ActivityRow>> {
    require_visible(app, actor, id).await?;
    Ok(activities::of_customer(&app.db, id, limit.clamp(1, LIMIT_MAX), offset.max(0)).await?)
}

/// A customer's notes, the latest first.
pub async fn notes(app: &App, actor: &Actor, id: i64) -> Result<Vec<NoteRow>> {
    require_visible(app, actor, id).await?;
    Ok(store::notes(&app.db, id).await?)
}

/// Who owned a unit on a day.
pub async fn owner_on(
    app: &App,
    actor: &Actor,
    unit: i64,
    day: Option<chrono::NaiveDate>,
) -> Result<Option<OwnershipRow>> {
    customer_of(app, actor, unit).await?;
    Ok(ownership::owner_on(&app.db, unit, day.unwrap_or(app.clock.today())).await?)
}

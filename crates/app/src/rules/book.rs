//! The book out of the database: only the tables that a document's facts come from.
use crate::settings::Settings;
use crate::{App, Result, settings};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;
use tandem_core::rules::book::{
    Book, Customer, Opportunity, Ownership, Post, Rows, Stated, Subscription, Unit,
};
use tandem_core::rules::{FactId, FactSet, lines};
use tandem_store::book::{self as store, Whose};

/// What is wanted of the book.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The facts that conditions ask for.
    pub facts: FactSet,
    /// Whether days before today are looked at.
    pub history: bool,
}

impl Wanted {
    fn any(&self, names: &[&str]) -> bool {
        names.iter().filter_map(|name| FactId::named(name)).any(|fact| self.facts.contains(fact))
    }

    /// Whether a unit's facts depend on other customers.
    pub fn everybody(&self) -> bool {
        self.any(&["customer_rank", "receiver_customers"])
    }
}

/// Reads the book.
pub async fn read(app: &App, whose: Whose, wanted: Wanted) -> Result<Book> {
    let today = app.clock.today();
    let settings = settings::load(app).await?;
    let amounts = Amounts::new(&settings, today);
    let mut rows = Rows {
        customers: customers(app, whose).await?,
        units: units(app, whose, &amounts).await?,
        subscriptions: subscriptions(app, whose, &amounts).await?,
        ownerships: ownerships(app, whose).await?,
        posts: posts(app).await?,
        ..Rows::default()
    };
    add_opportunities(app, whose, &amounts, &mut rows).await?;
    if wanted.any(&["days_since_contact"]) {
        add_contacts(app, whose, wanted.history, &mut rows).await?;
    }
    if wanted.any(&["contact_roles", "customer_contact_roles"]) {
        add_roles(app, whose, &mut rows).await?;
    }
    rows.stated = stated(app, whose).await?;
    Ok(Book::new(today, rows))
}

/// Customers, units, owners and posts only: who could receive.
pub async fn owners(app: &App) -> Result<Book> {
    let amounts = Amounts(HashMap::new());
    let rows = Rows {
        customers: customers(app, Whose::All).await?,
        units: units(app, Whose::All, &amounts).await?,
        ownerships: ownerships(app, Whose::All).await?,
        posts: posts(app).await?,
        ..Rows::default()
    };
    Ok(Book::new(app.clock.today(), rows))
}

/// Turns minor units of any currency into whole units of the company's, at the rates of one day.
struct Amounts(HashMap<String, f64>);

impl Amounts {
    fn new(settings: &Settings, day: NaiveDate) -> Self {
        let digits = i32::try_from(settings.company.currency.digits()).unwrap_or_default();
        let factor = |rate_e9: i64| rate_e9 as f64 / 1e9 / 10_f64.powi(digits);
        let worths = settings.worths(day).into_iter();
        Self(worths.map(|(currency, rate_e9)| (currency, factor(rate_e9))).collect())
    }

    fn whole(&self, minor: i64, currency: &str) -> Option<f64> {
        Some(minor as f64 * self.0.get(currency)?)
    }

    fn stored(&self, minor: Option<i64>, currency: Option<&str>) -> Option<f64> {
        self.whole(minor?, currency?)
    }
}

/// Gives equal texts one copy, and equal words one number.
#[derive(Default)]
struct Texts(HashMap<Arc<str>, u32>);

impl Texts {
    fn shared(&mut self, text: String) -> Arc<str> {
        if let Some((text, _)) = self.0.get_key_value(text.as_str()) {
            return text.clone();
        }
        let text: Arc<str> = text.into();
        self.number(text.clone());
        text
    }

    fn number(&mut self, text: Arc<str>) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(text).or_insert(next)
    }
}

async fn customers(app: &App, whose: Whose) -> Result<Vec<Customer>> {
    let mut texts = Texts::default();
    let mut shared = |text: Option<String>| text.map(|text| texts.shared(text));
    let rows = store::customers(&app.db, whose).await?.into_iter();
    let customer = |(id, segment, region, country, industry)| Customer {
        id,
        segment: shared(segment),
        region: shared(region),
        country: shared(country),
        industry: shared(industry),
    };
    Ok(rows.map(customer).collect())
}

async fn units(app: &App, whose: Whose, amounts: &Amounts) -> Result<Vec<Unit>> {
    let rows = store::units(&app.db, whose).await?.into_iter();
    let unit = |(id, customer, potential, currency): store::UnitRow| Unit {
        id,
        customer,
        potential: amounts.stored(potential, currency.as_deref()),
    };
    Ok(rows.map(unit).collect())
}

async fn subscriptions(app: &App, whose: Whose, amounts: &Amounts) -> Result<Vec<(i64, Subscription)>> {
    let mut products = Texts::default();
    let rows = store::subscriptions(&app.db, whose).await?.into_iter();
    let subscription = |(unit, product, arr, currency, start, end): store::SubscriptionRow| {
        let product = product.map(|product| products.number(product.into()));
        (unit, Subscription { product, arr: amounts.whole(arr, &currency), start, end })
    };
    Ok(rows.map(subscription).collect())
}

async fn ownerships(app: &App, whose: Whose) -> Result<Vec<(i64, Ownership)>> {
    let rows = store::ownerships(&app.db, whose).await?.into_iter();
    let ownership = |(unit, seller, role, start, end): store::OwnershipRow| {
        Some((unit, Ownership { seller, role: role.parse().ok()?, start, end }))
    };
    Ok(rows.filter_map(ownership).collect())
}

async fn posts(app: &App) -> Result<Vec<Post>> {
    let mut teams = Texts::default();
    let rows = store::posts(&app.db).await?.into_iter();
    let mut post = |(seller, role, team, start, end): store::PostRow| {
        let team = team.map(|team| teams.shared(team));
        Some(Post { seller, role: role.parse().ok()?, team, start, end })
    };
    Ok(rows.filter_map(&mut post).collect())
}

async fn add_opportunities(app: &App, whose: Whose, amounts: &Amounts, rows: &mut Rows) -> Result<()> {
    for row in store::opportunities(&app.db, whose).await? {
        let Some((kind, status)) = row.kind.parse().ok().zip(row.status.parse().ok()) else { continue };
        let amount = amounts.stored(row.amount_minor, row.currency.as_deref());
        let opportunity =
            Opportunity { kind, status, amount, created: row.created_date, close: row.close_date };
        match (row.unit_id, row.customer_id) {
            (Some(unit), _) => rows.opportunities.push((unit, opportunity)),
            (None, Some(customer)) => rows.customer_opportunities.push((customer, opportunity)),
            (None, None) => {}
        }
    }
    Ok(())
}

async fn add_contacts(app: &App, whose: Whose, history: bool, rows: &mut Rows) -> Result<()> {
    let days = if history {
        store::contacts(&app.db, whose).await?
    } else {
        store::last_contacts(&app.db, whose).await?
    };
    for (customer, unit, day) in days {
        match (unit, customer) {
            (Some(unit), _) => rows.contacts.push((unit, day)),
            (None, Some(customer)) => rows.customer_contacts.push((customer, day)),
            (None, None) => {}
        }
    }
    Ok(())
}

async fn add_roles(app: &App, whose: Whose, rows: &mut Rows) -> Result<()> {
    let mut texts = Texts::default();
    for (customer, unit, role) in store::roles(&app.db, whose).await? {
        let role = texts.shared(role_word(&role));
        match (unit, customer) {
            (Some(unit), _) => rows.roles.push((unit, role)),
            (None, Some(customer)) => rows.customer_roles.push((customer, role)),
            (None, None) => {}
        }
    }
    Ok(())
}

/// `Economic Buyer` as conditions write it: `economic_buyer`.
pub fn role_word(role: &str) -> String {
    role.trim().to_lowercase().split([' ', '-']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

async fn stated(app: &App, whose: Whose) -> Result<Vec<(i64, Stated)>> {
    let rows = store::stated(&app.db, whose).await?.into_iter();
    let stated = |(unit, name, value, since): store::StatedRow| {
        let value = value.and_then(|text| serde_json::from_str(&text).ok());
        let value = value.and_then(|json| lines::value(&name, json).ok().flatten());
        Some((unit, Stated { fact: FactId::named(&name)?, value, since }))
    };
    Ok(rows.filter_map(stated).collect())
}

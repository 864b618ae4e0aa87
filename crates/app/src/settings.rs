//! Settings of the company: documents with a default each, and dated exchange rates.
use crate::events::Event;
use crate::{App, Error, Permission, Result, actor::Actor, customers};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::holidays;
use tandem_core::money::Currency;
use tandem_core::subscriptions::{RateTable, Reactivation};
use tandem_core::time::Rules;
pub use tandem_store::settings::Rate;
use tandem_store::{sellers, settings as store, summaries};

/// What the company is called and counts in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// The name.
    pub name: String,
    /// The currency of totals.
    pub currency: Currency,
}

/// How subscriptions are derived where a source has none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedSubscriptions {
    /// Months that a won opportunity is in force.
    pub term_months: u32,
    /// Whether, in a source without any renewal, subscriptions stay in force until further notice.
    pub open_ended_without_renewals: bool,
}

/// How retention is counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revenue {
    /// Whether a unit that left the cohort and came back counts.
    pub reactivation: Reactivation,
}

/// How much one seller can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Load {
    /// Customers that one seller can carry.
    pub customers_max: u32,
}

impl Default for Load {
    fn default() -> Self {
        Self { customers_max: 60 }
    }
}

/// On which days who works.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkCalendar {
    /// The country of everybody for whom no other is given: two capital letters.
    pub country: Option<String>,
    /// Countries of single sellers, by the seller's id.
    pub people: BTreeMap<String, String>,
    /// Documents of holidays, one per country.
    pub holidays: Vec<String>,
}

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The company.
    pub company: Company,
    /// Deriving subscriptions.
    pub derived_subscriptions: DerivedSubscriptions,
    /// Retention.
    pub revenue: Revenue,
    /// How much one seller can carry.
    pub load: Load,
    /// Rates to the company's currency.
    pub rates: RateTable,
    rates_known: BTreeSet<Currency>,
}

impl Settings {
    /// What each currency with a rate is worth on a day, times 1e9 and in the company's minor units per minor unit.
    pub fn worths(&self, day: NaiveDate) -> Vec<(String, i64)> {
        let company = self.company.currency;
        let worth = |currency: &Currency| {
            let rate = self.rates.rate(*currency, day).ok()?;
            let shift = i32::try_from(company.digits()).ok()? - i32::try_from(currency.digits()).ok()?;
            let scaled = if shift >= 0 {
                rate.checked_mul(10_i64.pow(shift.unsigned_abs()))?
            } else {
                rate / 10_i64.pow(shift.unsigned_abs())
            };
            Some((currency.to_string(), scaled))
        };
        self.rates_known.iter().chain([&company]).filter_map(worth).collect()
    }
}

/// Loads all settings, with defaults where nothing was set.
pub async fn load(app: &App) -> Result<Settings> {
    let company =
        document(app, "company", || Company { name: "Company".to_owned(), currency: usd() }).await?;
    let derived_subscriptions = document(app, "derived_subscriptions", || DerivedSubscriptions {
        term_months: 12,
        open_ended_without_renewals: true,
    })
    .await?;
    let revenue = document(app, "revenue", || Revenue { reactivation: Reactivation::NotCounted }).await?;
    let load = document(app, "load", Load::default).await?;
    let stored = store::rates(&app.db).await?;
    let parsed: Vec<(Currency, NaiveDate, i64)> = stored
        .iter()
        .filter_map(|rate| Some((rate.currency.parse().ok()?, rate.date, rate.rate_e9)))
        .collect();
    let rates_known = parsed.iter().map(|(currency, ..)| *currency).collect();
    let rates = RateTable::new(company.currency, parsed);
    Ok(Settings { company, derived_subscriptions, revenue, load, rates, rates_known })
}

/// The rules that classify time: the company's, else the ones shipped.
pub async fn time_rules(app: &App) -> Result<Rules> {
    document(app, "time_rules", Rules::standard).await
}

/// On which days who works.
pub async fn work_calendar(app: &App) -> Result<WorkCalendar> {
    document(app, "work_calendar", WorkCalendar::default).await
}

/// Replaces on which days who works.
///
/// # Errors
/// The first country that is none, seller that is not known, or document that cannot be read.
pub async fn put_work_calendar(app: &App, actor: &Actor, new: WorkCalendar) -> Result<()> {
    actor.require(Permission::Configure)?;
    let is_country = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if let Some(wrong) = new.country.iter().chain(new.people.values()).find(|text| !is_country(text)) {
        return Err(Error::Invalid(format!("`{wrong}` is no country: write two capital letters such as TW")));
    }
    let known: BTreeSet<String> =
        sellers::as_of(&app.db, app.clock.today()).await?.into_iter().map(|row| row.id.to_string()).collect();
    if let Some(wrong) = new.people.keys().find(|id| !known.contains(*id)) {
        return Err(Error::Invalid(format!("`{wrong}` is no seller: give the id of one of /sellers")));
    }
    let mut countries = BTreeSet::new();
    for document in &new.holidays {
        let calendar = holidays::read(document).map_err(|refusals| {
            let lines: Vec<String> = refusals.iter().map(ToString::to_string).collect();
            Error::Invalid(format!("a document of holidays cannot be used: {}", lines.join("; ")))
        })?;
        if !countries.insert(calendar.country.clone()) {
            return Err(Error::Invalid(format!(
                "there are two documents of {}: put them together",
                calendar.country
            )));
        }
    }
    put(app, actor, "work_calendar", &new).await
}

/// Replaces a document after checking that it can be read.
pub async fn put<T: Serialize>(app: &App, actor: &Actor, key: &'static str, value: &T) -> Result<()> {
    actor.require(Permission::Configure)?;
    let text = serde_json::to_string(value).map_err(|error| Error::Invalid(error.to_string()))?;
    let data = serde_json::to_value(value).map_err(|error| Error::Invalid(error.to_string()))?;
    let event = Event::new(app, actor, "setting.changed", key, data);
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::put(tx, key, &text).await?;
                summaries::outdate(tx).await?;
                event.append(tx, None).await
            })
        })
        .await?;
    customers::keep_current(app).await?;
    Ok(())
}

/// Adds or replaces exchange rates.
pub async fn put_rates(app: &App, actor: &Actor, rates: Vec<Rate>) -> Result<()> {
    actor.require(Permission::Configure)?;
    if let Some(wrong) =
        rates.iter().find(|rate| rate.rate_e9 <= 0 || rate.currency.parse::<Currency>().is_err())
    {
        return Err(Error::Invalid(format!(
            "`{}` of {} is not a rate: give a currency code and a number above zero",
            wrong.currency, wrong.date
        )));
    }
    let data = rates.iter().map(|rate| json!([rate.currency, rate.date, rate.rate_e9])).collect();
    let event = Event::new(app, actor, "rates.changed", "rates", data);
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::put_rates(tx, &rates).await?;
                summaries::outdate(tx).await?;
                event.append(tx, None).await
            })
        })
        .await?;
    customers::keep_current(app).await?;
    Ok(())
}

async fn document<T: for<'de> Deserialize<'de>>(
    app: &App,
    key: &str,
    default: impl FnOnce() -> T,
) -> Result<T> {
    match store::get(&app.db, key).await? {
        None => Ok(default()),
        Some(text) => serde_json::from_str(&text)
            .map_err(|error| Error::Conflict(format!("the setting {key} cannot be read: {error}"))),
    }
}

fn usd() -> Currency {
    "USD".parse().expect("USD is a currency code")
}

/// All exchange rates.
pub async fn rates(app: &App) -> Result<Vec<Rate>> {
    Ok(store::rates(&app.db).await?)
}

//! The company's record as an alignment reads it on a day.
use crate::settings::{self, Settings};
use crate::{Actor, App, Result, handoffs};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tandem_core::alignments::{Observed, Part, PersonRecord, Record, Segment, UnitRecord, WishedChannel};
use tandem_core::imports::records::Point;
use tandem_store::alignments::{self as store, ObservedRow, UnitRow};
use tandem_store::book::{self, Whose};
use tandem_store::handoffs::Filter;
use tandem_store::sellers::SellerRow;
use tandem_store::{handoffs as handoff_store, rules};

/// Days that are looked back over.
const DAYS: u64 = 364;
/// Minutes of a record that names none.
const MINUTES_USUAL: i64 = 30;
/// Hours of a week that are there for customers, and weeks of a year: what recorded time is held against.
const CUSTOMER_HOURS: f64 = 0.7 * 44.0;
const WEEKLY_USUAL: f64 = 40.0;
const OPEN_MAX: i64 = 100_000;

/// The record today; kept until something changes.
pub async fn record(app: &App) -> Result<Arc<Record>> {
    app.remembered(&Actor::operator(), "alignment record".to_owned(), as_of(app, app.clock.today())).await
}

/// What a currency is worth in whole units of the company's.
pub struct Worth {
    worths: BTreeMap<String, i64>,
    digits: i32,
    currency: String,
}

impl Worth {
    /// By the rates of a day.
    pub fn on(settings: &Settings, day: NaiveDate) -> Self {
        let currency = settings.company.currency;
        Self {
            worths: settings.worths(day).into_iter().collect(),
            digits: i32::try_from(currency.digits()).unwrap_or(2),
            currency: currency.to_string(),
        }
    }

    fn major(&self, minor: i64, currency: &str) -> Option<f64> {
        let worth = *self.worths.get(currency)? as f64 / 1e9;
        Some(minor as f64 * worth / 10_f64.powi(self.digits))
    }

    /// A US dollar.
    pub fn dollar(&self) -> f64 {
        self.major(100, "USD").filter(|dollar| *dollar > 0.0).unwrap_or(1.0)
    }
}

async fn as_of(app: &App, day: NaiveDate) -> Result<Record> {
    let settings = settings::load(app).await?;
    let worth = Worth::on(&settings, day);
    let from = day - Days::new(DAYS);
    let people = people(app).await?;
    let observed = store::observed(&app.db, (from, day + Days::new(1)), MINUTES_USUAL).await?;
    let revenue = Revenue::load(app, &worth, day).await?;
    let said = Said::load(app, day).await?;
    let rows: Vec<UnitRow> = store::units(&app.db, day).await?;
    let rows: Vec<UnitRow> = rows.into_iter().filter(|row| revenue.arr(row.id) > 0.0).collect();
    let time = Time::of(&rows, &observed);
    let units: Vec<UnitRecord> =
        rows.iter().map(|row| unit(row, &worth, &revenue, &said, &time, day)).collect();
    let people = with_wins(app, people, &revenue, &rows, &worth, (from, day)).await?;
    Ok(Record { day, coverage: coverage(&people, &observed), currency: worth.currency, units, people })
}

/// The share of everybody's customer time that is recorded.
fn coverage(people: &BTreeMap<i64, PersonRecord>, observed: &[ObservedRow]) -> f64 {
    let there: f64 = people
        .values()
        .filter(|one| one.usual != Part::Aside)
        .map(|one| one.weekly_hours.unwrap_or(WEEKLY_USUAL) * CUSTOMER_HOURS)
        .sum();
    let recorded: f64 = observed.iter().map(|row| row.minutes as f64 / 60.0).sum();
    (recorded / there.max(1.0)).clamp(0.01, 1.0)
}

fn unit(
    row: &UnitRow,
    worth: &Worth,
    revenue: &Revenue,
    said: &Said,
    time: &Time,
    day: NaiveDate,
) -> UnitRecord {
    let potential = row.potential_minor.zip(row.currency.as_deref());
    let potential = potential.and_then(|(minor, currency)| worth.major(minor, currency));
    let months = |first: &NaiveDate| ((day - *first).num_days().max(0) as f64 / 30.44) as u32;
    UnitRecord {
        id: row.id,
        customer: row.customer_id,
        name: name(row),
        place: row.lat.zip(row.lon).map(|(lat, lon)| Point { lat, lon }),
        segment: row.segment.as_deref().and_then(segment),
        country: row.country.clone(),
        industry: row.industry.clone(),
        arr: revenue.arr(row.id),
        potential: potential.filter(|potential| *potential > 0.0),
        products: revenue.products.get(&row.id).map_or(0, BTreeSet::len),
        owner: row.owner_id.zip(row.owner_since),
        months: revenue.first.get(&row.id).map(months),
        observed: time.of_unit(row),
        wish: said.wishes.get(&row.id).copied(),
        kept: said.kept.get(&row.id).cloned(),
        handed_to: said.handed.get(&row.id).copied(),
    }
}

fn name(row: &UnitRow) -> String {
    if row.name == row.customer || row.name.is_empty() {
        row.customer.clone()
    } else {
        format!("{} · {}", row.customer, row.name)
    }
}

fn segment(text: &str) -> Option<Segment> {
    crate::designs::size_of(text).map(|size| match size {
        2 => Segment::Enterprise,
        1 => Segment::Middle,
        _ => Segment::Small,
    })
}

/// Recurring revenue by unit.
struct Revenue {
    arr: BTreeMap<i64, f64>,
    products: BTreeMap<i64, BTreeSet<String>>,
    first: BTreeMap<i64, NaiveDate>,
}

impl Revenue {
    async fn load(app: &App, worth: &Worth, day: NaiveDate) -> Result<Self> {
        let mut revenue = Self { arr: BTreeMap::new(), products: BTreeMap::new(), first: BTreeMap::new() };
        for (unit, product, minor, currency, start, end) in book::subscriptions(&app.db, Whose::All).await? {
            let first = revenue.first.entry(unit).or_insert(start);
            *first = (*first).min(start);
            if start > day || end.is_some_and(|end| end <= day) {
                continue;
            }
            *revenue.arr.entry(unit).or_default() += worth.major(minor, &currency).unwrap_or_default();
            revenue.products.entry(unit).or_default().extend(product);
        }
        Ok(revenue)
    }

    fn arr(&self, unit: i64) -> f64 {
        self.arr.get(&unit).copied().unwrap_or_default()
    }
}

/// What people said of units.
struct Said {
    wishes: BTreeMap<i64, WishedChannel>,
    kept: BTreeMap<i64, String>,
    handed: BTreeMap<i64, i64>,
}

impl Said {
    async fn load(app: &App, day: NaiveDate) -> Result<Self> {
        let mut wishes = BTreeMap::new();
        let mut since: BTreeMap<i64, NaiveDate> = BTreeMap::new();
        for (unit, fact, value, from) in book::stated(&app.db, Whose::All).await? {
            if fact != "channel_wish" || from > day || since.get(&unit).is_some_and(|last| from < *last) {
                continue;
            }
            since.insert(unit, from);
            let word: Option<String> = value.as_deref().and_then(|value| serde_json::from_str(value).ok());
            match word.and_then(|word| word.parse().ok()) {
                Some(wish) => wishes.insert(unit, wish),
                None => wishes.remove(&unit),
            };
        }
        let exceptions = rules::exceptions(&app.db, Whose::All).await?.into_iter();
        let stands = |row: &rules::ExceptionRow| {
            row.withdrawn_us.is_none() && row.start_date <= day && day < row.end_date && row.answer == "keep"
        };
        let kept = exceptions.filter(stands).map(|row| (row.unit_id, row.reason)).collect();
        let open = Filter { open: true, ..Filter::default() };
        let handoffs = handoff_store::list(&app.db, &open, OPEN_MAX).await?.into_iter();
        let under_way = ["accepted", "preparing", "introducing", "overlapping"];
        let handed = handoffs
            .filter(|row| under_way.contains(&row.state.as_str()))
            .filter_map(|row| Some((row.unit_id, row.receiver_id?)))
            .collect();
        Ok(Self { wishes, kept, handed })
    }
}

/// Time that was observed, by customer and by unit.
struct Time {
    of_units: BTreeMap<i64, f64>,
    of_customers: BTreeMap<i64, f64>,
    contacts: BTreeMap<(i64, i64), u32>,
    units: BTreeMap<i64, usize>,
}

impl Time {
    fn of(rows: &[UnitRow], observed: &[ObservedRow]) -> Self {
        let mut time = Self {
            of_units: BTreeMap::new(),
            of_customers: BTreeMap::new(),
            contacts: BTreeMap::new(),
            units: BTreeMap::new(),
        };
        for row in rows {
            *time.units.entry(row.customer_id).or_default() += 1;
        }
        for row in observed {
            let hours = row.minutes as f64 / 60.0;
            match row.unit_id {
                Some(unit) => *time.of_units.entry(unit).or_default() += hours,
                None => *time.of_customers.entry(row.customer_id).or_default() += hours,
            }
            if let Some(seller) = row.seller_id {
                let contacts = u32::try_from(row.contacts).unwrap_or(u32::MAX);
                let sum = time.contacts.entry((row.customer_id, seller)).or_default();
                *sum = sum.saturating_add(contacts);
            }
        }
        time
    }

    /// Time with the customer that names no unit is shared among its units.
    fn of_unit(&self, row: &UnitRow) -> Observed {
        let among = self.units.get(&row.customer_id).copied().unwrap_or(1).max(1) as f64;
        let shared = self.of_customers.get(&row.customer_id).copied().unwrap_or_default() / among;
        let contacts = row.owner_id.and_then(|owner| self.contacts.get(&(row.customer_id, owner)));
        Observed {
            hours: self.of_units.get(&row.id).copied().unwrap_or_default() + shared,
            owner_contacts: contacts.copied().unwrap_or_default(),
        }
    }
}

/// Everybody who is there, with place, hours and pair.
async fn people(app: &App) -> Result<BTreeMap<i64, PersonRecord>> {
    let today = app.clock.today();
    let places: BTreeMap<i64, Point> = store::places_of_sellers(&app.db)
        .await?
        .into_iter()
        .map(|(id, lat, lon)| (id, Point { lat, lon }))
        .collect();
    let pairs: BTreeMap<i64, (i64, NaiveDate)> = store::pairs_on(&app.db, today)
        .await?
        .into_iter()
        .map(|pair| (pair.hunter_id, (pair.manager_id, pair.start_date)))
        .collect();
    let is_there = |row: &&SellerRow| {
        row.kind == "person"
            && row.role.is_some()
            && row.start_date.is_none_or(|start| start <= today)
            && row.end_date.is_none_or(|end| end > today)
    };
    let all = handoffs::people::all(app).await?;
    let person = |row: &SellerRow| PersonRecord {
        id: row.id,
        name: row.name.clone(),
        usual: usual(row.role.as_deref()),
        place: places.get(&row.id).copied(),
        weekly_hours: row.centihours_per_week.map(|hours| hours as f64 / 100.0),
        won: 0,
        won_potential: 0.0,
        paired: pairs.get(&row.id).copied(),
    };
    Ok(all.values().filter(is_there).map(|row| (row.id, person(row))).collect())
}

/// What a post is in an alignment, unless somebody says otherwise: generalists win customers from now on.
fn usual(role: Option<&str>) -> Part {
    match role {
        Some("account_manager") => Part::Field,
        Some("inside_account_manager") => Part::Inside,
        Some("hunter" | "generalist") => Part::Hunter,
        _ => Part::Aside,
    }
}

/// What everybody won in the year: units whose first sale fell into it, owned by them at that day.
async fn with_wins(
    app: &App,
    mut people: BTreeMap<i64, PersonRecord>,
    revenue: &Revenue,
    rows: &[UnitRow],
    worth: &Worth,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<BTreeMap<i64, PersonRecord>> {
    let potentials: BTreeMap<i64, f64> = rows
        .iter()
        .filter_map(|row| {
            let potential = row.potential_minor.zip(row.currency.as_deref());
            Some((row.id, potential.and_then(|(minor, currency)| worth.major(minor, currency))?))
        })
        .collect();
    for (unit, seller, _, start, end) in book::ownerships(&app.db, Whose::All).await? {
        let Some(first) = revenue.first.get(&unit).filter(|first| from < **first && **first <= to) else {
            continue;
        };
        if start > *first || end.is_some_and(|end| end <= *first) {
            continue;
        }
        if let Some(person) = people.get_mut(&seller) {
            person.won += 1;
            person.won_potential += potentials.get(&unit).copied().unwrap_or(revenue.arr(unit));
        }
    }
    Ok(people)
}

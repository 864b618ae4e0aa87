//! The company's record as a calibration reads it: the book, whole years of customers, decided deals, sellers' months and stays.
use crate::diagnoses::panel;
use crate::settings::{self, Settings};
use crate::{Actor, App, Result};
use chrono::{Days, Months, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tandem_core::activities::ActivityCategory as Category;
use tandem_core::imports::records::Point;
use tandem_core::money::{Currency, Money};
use tandem_core::places::kilometres;
use tandem_core::sellers::SellerRole;
use tandem_core::subscriptions::{Span, movements::arr_on};
use tandem_core::time::TimeClass;
use tandem_engines::diagnose::Panel;
use tandem_engines::simulate::calibrate::{CustomerYear, Deal, Record, Segments, SellerMonth, Stay};
use tandem_engines::simulate::opening::{CustomerNow, Opening, UnitNow};
use tandem_store::book::{self, OpportunityRow, OwnershipRow, Whose};
use tandem_store::revenue::{self, SpanRow};
use tandem_store::sellers::{self, SellerRow};
use tandem_store::{customers::Visible, designs as store, opportunities};

/// From this far on, a customer is remote.
const REMOTE_KM: f64 = 150.0;
/// The share of customers whose segment has to be one of the known words.
const WORDS_MIN: f64 = 0.8;
const WEEKS_OF_YEAR: i64 = 52;
/// Shares of the customers, by size, above which they are mid and enterprise where words do not say so.
const SIZE_SHARES: [f64; 2] = [0.55, 0.9];

/// Everything that is read, once.
struct Rows {
    as_of: NaiveDate,
    spans: BTreeMap<i64, Vec<Span>>,
    units: BTreeMap<i64, (i64, Option<f64>)>,
    owners: BTreeMap<i64, Vec<OwnershipRow>>,
    opportunities: Vec<OpportunityRow>,
    sellers: Vec<SellerRow>,
    segments: BTreeMap<i64, usize>,
    known_from: NaiveDate,
    exchange: Exchange,
}

/// Amounts in the company's currency, major units.
struct Exchange {
    settings: Settings,
    day: NaiveDate,
}

impl Exchange {
    /// Minor units of a currency; none where there is no rate.
    fn major(&self, minor: i64, currency: &str) -> Option<f64> {
        let own: Currency = currency.parse().ok()?;
        let company = self.settings.company.currency;
        let money = Money::new(minor, own);
        let there =
            if own == company { money } else { self.settings.rates.convert(money, self.day).ok()?.ok()? };
        Some(there.minor as f64 / 10_f64.powi(i32::try_from(company.digits()).unwrap_or(2)))
    }
}

/// The record as of today, kept until the data change: levers are moved many times on the same record.
pub async fn today(app: &App) -> Result<Arc<Record>> {
    let today = app.clock.today();
    app.remembered(&Actor::operator(), "designs record".to_owned(), Box::pin(record(app, today))).await
}

/// The record as of a day.
pub(crate) async fn record(app: &App, as_of: NaiveDate) -> Result<Record> {
    let rows = rows(app, as_of).await?;
    let (segments, how) = (&rows.segments, Called::load(app).await?.how());
    let (panel, _) = panel::panel(app, as_of, &Actor::operator()).await?;
    let remote = remote(app, as_of).await?;
    let mut accounts = [0; 3];
    segments.values().for_each(|segment| accounts[*segment] += 1);
    let selling: Vec<&SellerRow> = rows.sellers.iter().filter(|seller| sells(seller, as_of)).collect();
    let hours = selling.iter().filter_map(|seller| seller.centihours_per_week);
    Ok(Record {
        dollar: rows.exchange.major(100, "USD").unwrap_or(1.0),
        team: team(&selling),
        accounts,
        book: rows.book(&selling, &remote),
        years: rows.years(),
        deals: rows.deals(),
        months: months(&panel),
        stays: rows.stays(),
        weekly_hours: hours.map(|centihours| centihours as f64 / 100.0).collect(),
        segments: how,
    })
}

async fn rows(app: &App, as_of: NaiveDate) -> Result<Rows> {
    let settings = settings::load(app).await?;
    let exchange = Exchange { settings, day: as_of };
    let mut spans: BTreeMap<i64, Vec<Span>> = BTreeMap::new();
    let rows: Vec<SpanRow> = revenue::spans(&app.db, &Visible::Everything, as_of).await?;
    for row in rows.iter().filter(|row| row.start_date <= as_of) {
        let Some(arr) = exchange.major(row.arr_minor, &row.currency) else { continue };
        // In hundredths of the company's currency, whatever its own minor unit.
        let span = Span {
            unit: row.unit_id,
            arr_minor: (arr * 100.0) as i64,
            start: row.start_date,
            end: row.end_date,
        };
        spans.entry(row.unit_id).or_default().push(span);
    }
    let units =
        book::units(&app.db, Whose::All).await?.into_iter().map(|(id, customer, potential, currency)| {
            let potential = potential.zip(currency).and_then(|(minor, code)| exchange.major(minor, &code));
            (id, (customer, potential.filter(|value| *value > 0.0)))
        });
    let units: BTreeMap<i64, (i64, Option<f64>)> = units.collect();
    let mut owners: BTreeMap<i64, Vec<OwnershipRow>> = BTreeMap::new();
    let mut ownerships = book::ownerships(&app.db, Whose::All).await?;
    ownerships.sort_by_key(|row| (row.0, row.3));
    ownerships.into_iter().for_each(|row| owners.entry(row.0).or_default().push(row));
    let ended = spans.values().flatten().filter_map(|span| span.end).filter(|end| *end <= as_of);
    let known_from = ended.chain(opportunities::first_lost(&app.db).await?).min().unwrap_or(as_of);
    let mut rows = Rows {
        as_of,
        spans,
        units,
        owners,
        opportunities: book::opportunities(&app.db, Whose::All).await?,
        sellers: sellers::as_of(&app.db, as_of).await?,
        segments: BTreeMap::new(),
        known_from,
        exchange,
    };
    rows.segments = rows.segmented(&Called::load(app).await?);
    Ok(rows)
}

/// What the record calls the sizes of its customers, as far as its words are known ones.
struct Called {
    of: BTreeMap<i64, Option<usize>>,
    words: [BTreeSet<String>; 3],
}

impl Called {
    async fn load(app: &App) -> Result<Self> {
        let mut called = Self { of: BTreeMap::new(), words: Default::default() };
        for row in book::customers(&app.db, Whose::All).await? {
            let size = row.1.as_deref().and_then(word);
            if let Some((words, text)) = size.and_then(|size| called.words.get_mut(size)).zip(row.1) {
                words.insert(text);
            }
            called.of.insert(row.0, size);
        }
        Ok(called)
    }

    /// Whether enough of the customers have such a word.
    fn how(&self) -> Segments {
        let known = self.of.values().filter(|size| size.is_some()).count();
        let enough = !self.of.is_empty() && known as f64 >= WORDS_MIN * self.of.len() as f64;
        if enough { Segments::Recorded } else { Segments::BySize }
    }
}

/// What small, mid and enterprise customers are in the record: by its own words, or else by potential from a bound on.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = CalibrationSize)]
pub struct SizeView {
    /// The record's words; none where it has too few of them.
    pub words: Vec<String>,
    /// The potential of a customer from which on it is one, in whole units of the company's currency; absent: by words, or from 0 on.
    pub potential_from: Option<f64>,
}

/// The three sizes, the smallest first.
pub(super) async fn sizes(app: &App, as_of: NaiveDate) -> Result<Vec<SizeView>> {
    let called = Called::load(app).await?;
    if called.how() == Segments::Recorded {
        let words = called.words.into_iter().map(|words| words.into_iter().collect());
        return Ok(words.map(|words| SizeView { words, potential_from: None }).collect());
    }
    let rows = rows(app, as_of).await?;
    let edges = rows.edges(&rows.units_of(), called.of.keys());
    let from = [None].into_iter().chain(edges.map(|edge| Some(edge.round()).filter(|edge| *edge < f64::MAX)));
    Ok(from.map(|potential_from| SizeView { words: Vec::new(), potential_from }).collect())
}

/// What a word says of size: 0 small, 1 middle, 2 large.
pub(crate) fn word(text: &str) -> Option<usize> {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match () {
        () if has(&["enterprise", "large", "strategic", "key", "大型", "大企業"]) => Some(2),
        () if has(&["mid", "medium", "中型", "中企業", "中堅"]) => Some(1),
        () if has(&["small", "smb", "startup", "micro", "小型", "小企業", "中小"]) => Some(0),
        () => None,
    }
}

impl Rows {
    fn arr(&self, unit: i64, day: NaiveDate) -> f64 {
        self.spans.get(&unit).map_or(0.0, |spans| arr_on(spans, day) as f64 / 100.0)
    }

    fn units_of(&self) -> BTreeMap<i64, Vec<i64>> {
        let mut of: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        self.units.iter().for_each(|(unit, (customer, _))| of.entry(*customer).or_default().push(*unit));
        of
    }

    /// The segment of every customer: by its word, else by size among the others, else dealt as the sized ones are.
    fn segmented(&self, called: &Called) -> BTreeMap<i64, usize> {
        let by_word = called.how() == Segments::Recorded;
        let units = self.units_of();
        let edges = self.edges(&units, called.of.keys());
        let by_size = |at: usize, customer: &i64| {
            let own = self.size(&units, customer);
            // Of those of whom no size is known, as many are small, mid and large as of the others.
            let dealt = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2][at % 10];
            if own > 0.0 { usize::from(own >= edges[0]) + usize::from(own >= edges[1]) } else { dealt }
        };
        let each = called.of.iter().enumerate();
        let of = |(at, (customer, word)): (usize, (&i64, &Option<usize>))| {
            (*customer, word.filter(|_| by_word).unwrap_or_else(|| by_size(at, customer)))
        };
        each.map(of).collect()
    }

    /// How large a customer is: its potential, or twice what it pays where that is more.
    fn size(&self, units: &BTreeMap<i64, Vec<i64>>, customer: &i64) -> f64 {
        let own = units.get(customer).map(Vec::as_slice).unwrap_or_default();
        let unit = |unit: &i64| {
            let potential = self.units.get(unit).and_then(|unit| unit.1).unwrap_or(0.0);
            potential.max(2.0 * self.arr(*unit, self.as_of))
        };
        own.iter().map(unit).sum()
    }

    /// From which size on a customer is mid and enterprise, where words do not say so.
    fn edges<'c>(
        &self,
        units: &BTreeMap<i64, Vec<i64>>,
        customers: impl Iterator<Item = &'c i64>,
    ) -> [f64; 2] {
        let sizes = customers.map(|customer| self.size(units, customer));
        let mut sizes: Vec<f64> = sizes.filter(|size| *size > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let edge = |share: f64| sizes.get((sizes.len() as f64 * share) as usize).copied();
        SIZE_SHARES.map(|share| edge(share).unwrap_or(f64::MAX))
    }

    /// Those who buy, with their owners as seats.
    fn book(&self, selling: &[&SellerRow], remote: &BTreeMap<i64, bool>) -> Opening {
        let seats: BTreeMap<i64, usize> =
            selling.iter().enumerate().map(|(at, seller)| (seller.id, at)).collect();
        let mut customers = Vec::new();
        for (customer, units) in self.units_of() {
            let mut now: Vec<(f64, i64)> =
                units.iter().map(|unit| (self.arr(*unit, self.as_of), *unit)).collect();
            if now.iter().all(|(arr, _)| *arr <= 0.0) {
                continue;
            }
            now.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
            let age = units
                .iter()
                .filter_map(|unit| self.spans.get(unit)?.iter().map(|span| span.start).min())
                .min();
            let age = age.map_or(0, |first| (self.as_of - first).num_days() / 7).clamp(0, 1_040);
            let owner = now.first().and_then(|(_, unit)| self.owner(*unit, self.as_of)).unwrap_or(customer);
            let seat = seats.get(&owner).copied();
            customers.push(CustomerNow {
                segment: self.segments.get(&customer).copied().unwrap_or(0),
                remote: remote.get(&customer).copied(),
                age: age as i32,
                renewal: self.renewal(&units).unwrap_or(WEEKS_OF_YEAR - 1 - age % WEEKS_OF_YEAR) as i32,
                // Whoever keeps customers without selling leaves them to those who sell.
                seat: seat.unwrap_or(owner.unsigned_abs() as usize % selling.len().max(1)),
                units: now
                    .iter()
                    .map(|(arr, unit)| UnitNow {
                        arr: *arr,
                        potential: self.units.get(unit).and_then(|unit| unit.1),
                    })
                    .collect(),
            });
        }
        Opening { customers }
    }

    /// Weeks until the first contract of a customer in force ends; absent where none has an end, so that its anniversary has to do.
    fn renewal(&self, units: &[i64]) -> Option<i64> {
        let spans = units.iter().filter_map(|unit| self.spans.get(unit)).flatten();
        let ends = spans.filter(|span| span.start <= self.as_of).filter_map(|span| span.end);
        ends.filter(|end| *end > self.as_of).map(|end| (end - self.as_of).num_days() / 7).min()
    }

    fn owner(&self, unit: i64, day: NaiveDate) -> Option<i64> {
        let on = |row: &&OwnershipRow| row.3 <= day && row.4.is_none_or(|end| day < end);
        self.owners.get(&unit)?.iter().find(on).map(|row| row.1)
    }

    /// Whole years between anniversaries of the first sale, from the day on which losses are in the record.
    fn years(&self) -> Vec<CustomerYear> {
        let mut years = Vec::new();
        for (customer, units) in self.units_of() {
            let first = units
                .iter()
                .filter_map(|unit| self.spans.get(unit)?.iter().map(|span| span.start).min())
                .min();
            let Some(first) = first else { continue };
            let segment = self.segments.get(&customer).copied().unwrap_or(0);
            for year in 0.. {
                let on = |years: u32| first.checked_add_months(Months::new(12 * years));
                let (Some(from), Some(to)) = (on(year), on(year + 1)) else { break };
                if to > self.as_of {
                    break;
                }
                years.extend(
                    (from >= self.known_from).then(|| self.year(segment, &units, from, to)).flatten(),
                );
            }
        }
        years
    }

    /// A year of a customer that bought at its beginning.
    fn year(&self, segment: usize, units: &[i64], from: NaiveDate, to: NaiveDate) -> Option<CustomerYear> {
        let sum = |day: NaiveDate| units.iter().map(|unit| self.arr(*unit, day)).sum::<f64>();
        let before = sum(from);
        // What ends with the year's last day is lost in it: nothing is in force on the day after.
        let after = sum(to);
        let moved = |unit: &&i64| {
            let rows = self.owners.get(unit).map(Vec::as_slice).unwrap_or_default();
            rows.windows(2).any(|pair| pair[0].1 != pair[1].1 && from < pair[1].3 && pair[1].3 <= to)
        };
        (before > 0.0).then(|| CustomerYear {
            segment,
            last: to > self.as_of - Days::new(365),
            lost: after <= 0.0,
            new_owner: units.iter().any(|unit| moved(&unit)),
            contracted: (after > 0.0 && after < 0.99 * before).then(|| 1.0 - after / before),
        })
    }

    /// New business that was won or lost.
    fn deals(&self) -> Vec<Deal> {
        let decided = self.opportunities.iter().filter(|row| row.kind == "new" && row.status != "open");
        let deal = |row: &OpportunityRow| {
            let close = row.close_date.filter(|day| *day <= self.as_of)?;
            let potential = row.unit_id.and_then(|unit| self.units.get(&unit)?.1);
            let amount = row.amount_minor.zip(row.currency.as_deref());
            let amount = amount.and_then(|(minor, code)| self.exchange.major(minor, code));
            Some(Deal {
                segment: self.segments.get(&row.customer_id?).copied()?,
                last: close > self.as_of - Days::new(365),
                won: row.status == "won",
                weeks: row.created_date.map(|made| ((close - made).num_days().max(0) as f64) / 7.0),
                share: amount.zip(potential).map(|(amount, potential)| amount / potential),
            })
        };
        decided.filter_map(deal).collect()
    }

    /// How long everybody who sells or sold has been there.
    fn stays(&self) -> Vec<Stay> {
        let owned: BTreeSet<i64> = self.owners.values().flatten().map(|row| row.1).collect();
        let year_ago = self.as_of - Days::new(365);
        let years = |from: NaiveDate, to: NaiveDate| (to - from).num_days().max(0) as f64 / 365.25;
        let of = |seller: &SellerRow| {
            let start = seller.start_date?.max(self.known_from);
            let end = seller.end_date.filter(|end| *end <= self.as_of);
            let to = end.unwrap_or(self.as_of);
            (start <= to).then(|| Stay {
                years_before: years(start, to.min(year_ago)),
                years_last: years(start.max(year_ago), to),
                left: end.map(|end| end > year_ago),
            })
        };
        let people =
            self.sellers.iter().filter(|seller| seller.kind == "person" && owned.contains(&seller.id));
        people.filter_map(of).collect()
    }
}

/// Whether somebody is there to sell on a day.
fn sells(seller: &SellerRow, day: NaiveDate) -> bool {
    let role = seller.role.as_deref().and_then(|role| role.parse::<SellerRole>().ok());
    seller.kind == "person"
        && role.is_some_and(|role| role != SellerRole::Manager)
        && seller.start_date.is_none_or(|start| start <= day)
        && seller.end_date.is_none_or(|end| day < end)
}

fn team(selling: &[&SellerRow]) -> [usize; 4] {
    let mut team = [0; 4];
    for seller in selling {
        let role = seller.role.as_deref().and_then(|role| role.parse::<SellerRole>().ok());
        match role {
            Some(SellerRole::Hunter) => team[1] += 1,
            Some(SellerRole::AccountManager) => team[2] += 1,
            Some(SellerRole::InsideAccountManager) => team[3] += 1,
            _ => team[0] += 1,
        }
    }
    team
}

async fn remote(app: &App, as_of: NaiveDate) -> Result<BTreeMap<i64, bool>> {
    let rows = store::places(&app.db, as_of).await?;
    let far = rows.into_iter().map(|(customer, lat, lon, seller_lat, seller_lon)| {
        let (there, here) = (Point { lat, lon }, Point { lat: seller_lat, lon: seller_lon });
        (customer, kilometres(there, here) > REMOTE_KM)
    });
    Ok(far.collect())
}

/// Sellers' months with recorded hours.
fn months(panel: &Panel) -> Vec<SellerMonth> {
    let count = panel.months();
    let month = |seller: i64, at: usize, month: &tandem_engines::diagnose::panel::SellerMonth| {
        let hours = month.hours.as_ref().filter(|_| month.present > 0.0)?;
        let urgent = hours.of_class(TimeClass::Urgent);
        let service = hours.of(Category::Service) + hours.of(Category::Renewal);
        Some(SellerMonth {
            seller,
            last: at + 12 >= count,
            opportunities: month.opportunities.unwrap_or(0),
            units: f64::from(month.held.unwrap_or(0)),
            hunting: hours.of(Category::NewBusiness),
            urgent,
            calm: (service - urgent).max(0.0),
            expansion: hours.of(Category::Expansion),
            internal: hours.of(Category::Internal),
            travel: hours.of(Category::Travel),
            recorded: hours.total(),
            contracted: month.hours_available.unwrap_or(0.0),
        })
    };
    let of = |series: &tandem_engines::diagnose::panel::SellerSeries| {
        let id = series.id;
        let months = series.months.iter().enumerate().filter_map(move |(at, one)| month(id, at, one));
        months.collect::<Vec<SellerMonth>>()
    };
    panel.sellers.iter().flat_map(of).collect()
}

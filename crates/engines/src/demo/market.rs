//! The customers of Acme Cloud's markets and their units, before anybody has sold them anything.
use super::cast::Seller;
use super::companies;
use super::dice::Dice;
use super::places::{City, Language, MARKETS, price_level};
use chrono::NaiveDate;
use std::ops::Range;
use tandem_core::money::{Currency, Money};

/// A customer.
pub struct Customer {
    pub name: String,
    pub domain: String,
    pub industry: &'static str,
    pub market: usize,
    pub language: Language,
    pub city: &'static City,
    /// Log of how much larger than usual it is.
    pub largeness: f64,
    pub units: Range<usize>,
    /// Since when the CRM knows it; absent: it does not yet.
    pub created: Option<NaiveDate>,
}

/// What a unit pays for.
pub struct Line {
    pub id: u64,
    pub product: &'static str,
    pub arr: i64,
    pub start: NaiveDate,
}

/// A unit and its life with Acme Cloud. Amounts are minor units of its currency.
pub struct Unit {
    pub customer: usize,
    pub name: String,
    pub currency: Currency,
    /// What it would buy first.
    pub first_minor: i64,
    pub potential_minor: i64,
    /// How much it likes a visit: a factor.
    pub friendliness: f64,
    /// Who owned it since when.
    pub owners: Vec<(usize, NaiveDate)>,
    pub first_sale: Option<NaiveDate>,
    pub lines: Vec<Line>,
    /// The end of the running term; absent: until further notice, or not sold.
    pub term_end: Option<NaiveDate>,
    /// The renewal that is worked on.
    pub renewal: Option<u64>,
    pub renewals: u32,
    /// A late renewal that is still to come.
    pub returns_on: Option<NaiveDate>,
    /// The share of the customer's work that was not done lately.
    pub neglect: f64,
    /// The opportunity that is open for its first sale.
    pub pursued: bool,
}

impl Unit {
    pub fn is_active(&self) -> bool {
        !self.lines.is_empty()
    }

    pub fn arr(&self) -> i64 {
        self.lines.iter().map(|line| line.arr).sum()
    }

    pub fn owner(&self) -> Option<usize> {
        self.owners.last().map(|(seller, _)| *seller)
    }

    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }

    /// How much larger than usual the customer is for the seller's week: bigger ones ask for more.
    pub fn weight(&self, customer: &Customer) -> f64 {
        (0.25 * customer.largeness).exp().clamp(0.6, 1.8)
    }
}

/// Log sd of a customer's and of a unit's size: together 1.3, as measured on public sets of deals.
const CUSTOMER_SIGMA: f64 = 0.9;
const UNIT_SIGMA: f64 = 0.94;
const MEDIAN_ARR_USD: f64 = 9_000.0;

/// The whole market: customers in the markets of the posts, and their units.
pub fn market(count: usize, sellers: &[Seller], dice: &mut Dice) -> (Vec<Customer>, Vec<Unit>) {
    let (mut customers, mut units) = (Vec::with_capacity(count), Vec::with_capacity(count * 3 / 2));
    let (mut chinese, mut english) = (0, 0);
    for _ in 0..count {
        let market = sellers[dice.place(sellers.len())].market;
        let number = match MARKETS[market].language {
            Language::Chinese => &mut chinese,
            Language::English => &mut english,
        };
        *number += 1;
        let customer = customer(market, *number - 1, units.len(), dice);
        units.extend(customer.units.clone().map(|place| unit(&customer, customers.len(), place, dice)));
        customers.push(customer);
    }
    (customers, units)
}

fn customer(market: usize, number: usize, first_unit: usize, dice: &mut Dice) -> Customer {
    let language = MARKETS[market].language;
    let city = &MARKETS[market].cities[dice.place(MARKETS[market].cities.len())];
    let name = companies::company(language, city.country, number, dice);
    let largeness = CUSTOMER_SIGMA * dice.normal();
    let several = if largeness > 0.6 { [0.45, 0.8, 0.95] } else { [0.85, 0.97, 1.0] };
    let dot = dice.share();
    let count = 1 + several.iter().filter(|share| dot > **share).count();
    Customer {
        name: name.name,
        domain: name.domain,
        industry: name.industry,
        market,
        language,
        city,
        largeness,
        units: first_unit..first_unit + count,
        created: None,
    }
}

fn unit(customer: &Customer, owner: usize, place: usize, dice: &mut Dice) -> Unit {
    let alone = customer.units.len() == 1;
    let name = match alone {
        true => customer.name.clone(),
        false => companies::unit(customer.language, owner, place - customer.units.start).to_owned(),
    };
    let usd = dice.lognormal(MEDIAN_ARR_USD, UNIT_SIGMA) * customer.largeness.exp();
    let code = customer.city.currency;
    let currency: Currency = code.parse().expect("the places name ISO currencies");
    let first_minor = price(usd, code, currency);
    let growth = 1.0 + dice.lognormal(1.6, 0.7);
    Unit {
        customer: owner,
        name,
        currency,
        first_minor,
        potential_minor: price(usd * growth, code, currency).max(first_minor),
        friendliness: dice.lognormal(1.0, 0.5) * (-0.3 * customer.largeness).exp(),
        owners: Vec::new(),
        first_sale: None,
        lines: Vec::new(),
        term_end: None,
        renewal: None,
        renewals: 0,
        returns_on: None,
        neglect: 0.0,
        pursued: false,
    }
}

/// A price of about so many dollars, in minor units, as a price list would write it.
pub fn price(usd: f64, code: &str, currency: Currency) -> i64 {
    let (level, step) = price_level(code);
    let steps = (usd * level / step as f64).round().max(1.0) as i64;
    steps * step * 10_i64.pow(currency.digits())
}

/// The market segment by size.
pub fn segment(largeness: f64) -> &'static str {
    match largeness {
        large if large > 0.9 => "Enterprise",
        middle if middle > -0.1 => "Mid-market",
        _ => "Small business",
    }
}

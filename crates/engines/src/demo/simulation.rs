//! The course of the years: the state of everything, and one step a week.
use super::Size;
use super::cast::{Cast, Seller, cast};
use super::dice::Dice;
use super::market::{Customer, Unit, market};
use super::places::MARKETS;
use chrono::{Datelike, Days, Months, NaiveDate};
use tandem_core::imports::records::{Record, SellerRecord};

/// What a seller has at hand: units of customers, by place in the list of units.
#[derive(Default)]
pub struct Book {
    /// Units sold and kept.
    pub held: Vec<usize>,
    /// Units not sold yet.
    pub prospects: Vec<usize>,
    /// First sales being worked on.
    pub deals: Vec<Deal>,
}

/// An open opportunity for a first sale.
pub struct Deal {
    pub id: u64,
    pub unit: usize,
    pub created: NaiveDate,
    /// When it could be decided, if anybody has time.
    pub ripe: NaiveDate,
}

/// Numbers given away so far.
#[derive(Default)]
pub struct Numbers {
    opportunity: u64,
    subscription: u64,
    activity: u64,
    note: u64,
}

impl Numbers {
    pub fn opportunity(&mut self) -> u64 {
        self.opportunity += 1;
        self.opportunity
    }
    pub fn subscription(&mut self) -> u64 {
        self.subscription += 1;
        self.subscription
    }
    pub fn activity(&mut self) -> u64 {
        self.activity += 1;
        self.activity
    }
    pub fn note(&mut self) -> u64 {
        self.note += 1;
        self.note
    }
}

enum Next {
    Beginning,
    Week(NaiveDate),
    End,
    Nothing,
}

/// Everything there is.
pub struct Simulation {
    pub dice: Dice,
    pub start: NaiveDate,
    pub as_of: NaiveDate,
    pub leaders: Vec<SellerRecord>,
    pub sellers: Vec<Seller>,
    pub queue: SellerRecord,
    pub integration: SellerRecord,
    pub customers: Vec<Customer>,
    pub units: Vec<Unit>,
    pub books: Vec<Book>,
    /// Who sells in each market, at any time.
    sellers_of: Vec<Vec<usize>>,
    /// Customers of each market whom nobody has approached yet.
    pub pools: Vec<Vec<usize>>,
    pub numbers: Numbers,
    /// What is logged of what sellers log, to keep to a wanted number of activities.
    pub logged_share: f64,
    out: Vec<Record>,
    next: Next,
}

/// Activities that a seller logs in a week, and newsletters a customer gets in the years, about.
const LOGGED_PER_WEEK: f64 = 24.0;
const NEWSLETTERS: f64 = 28.0;
const WEEKS: f64 = 156.0;
/// Customers that have bought before the first day, of all there will ever be.
const BASE_SHARE: f64 = 0.18;
const OTHER_UNITS_SOLD: f64 = 0.3;

impl Simulation {
    pub fn new(size: &Size) -> Self {
        let mut dice = Dice::new(size.seed);
        let start = monday(size.as_of - Months::new(36));
        let Cast { leaders, sellers, queue, integration } =
            cast(size.customers, start, size.as_of, &mut dice);
        let (customers, units) = market(size.customers, &sellers, &mut dice);
        let mut sellers_of = vec![Vec::new(); MARKETS.len()];
        for (place, seller) in sellers.iter().enumerate() {
            sellers_of[seller.market].push(place);
        }
        let mut pools = vec![Vec::new(); MARKETS.len()];
        for (place, customer) in customers.iter().enumerate() {
            pools[customer.market].push(place);
        }
        let expected =
            sellers.len() as f64 * 0.8 * WEEKS * LOGGED_PER_WEEK + customers.len() as f64 * NEWSLETTERS;
        let logged_share = size.activities_max.map_or(1.0, |most| (most as f64 / expected).min(1.0));
        Self {
            dice,
            start,
            as_of: size.as_of,
            books: sellers.iter().map(|_| Book::default()).collect(),
            leaders,
            sellers,
            queue,
            integration,
            customers,
            units,
            sellers_of,
            pools,
            numbers: Numbers::default(),
            logged_share,
            out: Vec::new(),
            next: Next::Beginning,
        }
    }

    /// One step; false when there is nothing more to come.
    pub fn step(&mut self) -> bool {
        self.next = match self.next {
            Next::Beginning => {
                self.begin();
                Next::Week(self.start)
            }
            Next::Week(monday) if monday + Days::new(4) <= self.as_of => {
                self.week(monday);
                Next::Week(monday + Days::new(7))
            }
            Next::Week(_) => {
                self.settle_rest();
                Next::End
            }
            Next::End => {
                self.finish();
                Next::Nothing
            }
            Next::Nothing => return false,
        };
        true
    }

    /// The records made since the last call.
    pub fn drain(&mut self) -> impl Iterator<Item = Record> {
        self.out.drain(..)
    }

    pub fn emit(&mut self, record: Record) {
        self.out.push(record);
    }

    fn begin(&mut self) {
        let people = self.leaders.iter().chain(self.sellers.iter().map(|seller| &seller.record));
        self.out = people.chain([&self.queue, &self.integration]).cloned().map(Record::Seller).collect();
        for place in 0..self.customers.len() {
            if self.dice.chance(BASE_SHARE) {
                self.base_customer(place);
            }
        }
        let customers = &self.customers;
        self.pools.iter_mut().for_each(|pool| pool.retain(|customer| customers[*customer].created.is_none()));
    }

    /// A customer who bought before the first day.
    fn base_customer(&mut self, customer: usize) {
        let Some(seller) = self.least_loaded(self.customers[customer].market, self.start, None) else {
            return;
        };
        let known = self.dice.day(self.start - Months::new(17), self.start - Months::new(1));
        self.approach(customer, seller, known);
        for unit in self.customers[customer].units.clone() {
            if unit == self.customers[customer].units.start || self.dice.chance(OTHER_UNITS_SOLD) {
                let won = self.dice.day(known + Days::new(10), self.start);
                let id = self.numbers.opportunity();
                self.win(seller, Deal { id, unit, created: known, ripe: won }, won);
            }
        }
    }

    fn week(&mut self, monday: NaiveDate) {
        self.change_hands(monday);
        for seller in 0..self.sellers.len() {
            if self.sellers[seller].is_there(monday) {
                self.settle(seller, monday + Days::new(7));
                self.work(seller, monday);
            }
        }
        self.newsletter(monday);
    }

    fn settle_rest(&mut self) {
        for seller in 0..self.sellers.len() {
            self.settle(seller, self.as_of + Days::new(1));
        }
    }

    /// Who could take over in a market on a day: those of the market, else of its team, else anybody.
    pub fn colleagues(&self, market: usize, day: NaiveDate, except: Option<usize>) -> Vec<usize> {
        let team = MARKETS[market].team;
        let others = |other: &usize| *other != market && MARKETS[*other].team == team;
        let rest = |other: &usize| MARKETS[*other].team != team;
        let markets = || 0..MARKETS.len();
        let circles: [Vec<usize>; 3] =
            [vec![market], markets().filter(others).collect(), markets().filter(rest).collect()];
        let there = |seller: &usize| self.sellers[*seller].is_there(day) && Some(*seller) != except;
        let in_circle = |circle: &Vec<usize>| -> Vec<usize> {
            circle.iter().flat_map(|market| &self.sellers_of[*market]).copied().filter(there).collect()
        };
        circles.iter().map(in_circle).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The one of them with the fewest units.
    pub fn least_loaded(&self, market: usize, day: NaiveDate, except: Option<usize>) -> Option<usize> {
        let there = self.colleagues(market, day, except);
        there.into_iter().min_by_key(|seller| (self.books[*seller].held.len(), *seller))
    }

    /// A seller enters a customer into the CRM and is accountable for all its units from then on.
    pub fn approach(&mut self, customer: usize, seller: usize, day: NaiveDate) {
        self.customers[customer].created = Some(day);
        for unit in self.customers[customer].units.clone() {
            self.units[unit].owners = vec![(seller, day)];
            self.books[seller].prospects.push(unit);
        }
    }
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

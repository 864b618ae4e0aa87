//! The start from the book as it is: the company's own customers with their ages, renewals, units and who is accountable for them, instead of
//! customers drawn from averages. From the first week on nothing differs from the model that draws them.
use super::book::{Book, Customer, Unit};
use super::chance::Chance;
use super::loss::{Change, loss};
use super::market::Market;
use super::parameters::Scenario;
use serde::{Deserialize, Serialize};

/// The customers of the start.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// In any order.
    pub customers: Vec<CustomerNow>,
}

/// A customer as the record has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerNow {
    /// 0 small, 1 mid, 2 enterprise.
    pub segment: usize,
    /// Whether it is far from who is accountable for it; drawn where the places are not known.
    pub remote: Option<bool>,
    /// Weeks since the first sale.
    pub age: i32,
    /// Weeks until the next renewal, from 0.
    pub renewal: i32,
    /// The accountable person, counted from 0 among those who sell.
    pub seat: usize,
    /// The units, those that buy first.
    pub units: Vec<UnitNow>,
}

/// A business unit as the record has it. Money in dollars.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitNow {
    /// ARR; 0 where it does not buy.
    pub arr: f64,
    /// The ARR it could reach; drawn where nobody has said.
    pub potential: Option<f64>,
}

impl Opening {
    /// Customers by segment.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        self.customers.iter().for_each(|customer| counts[customer.segment.min(2)] += 1);
        counts
    }

    /// The scenario for this book: as many customers at the start as it has, and at least as many accounts.
    pub fn fitted(&self, scenario: &Scenario) -> Scenario {
        let counts = self.counts();
        let mut fitted = scenario.clone();
        fitted.customers_at_start = counts;
        for (accounts, customers) in fitted.accounts.iter_mut().zip(counts) {
            *accounts = (*accounts).max(customers);
        }
        fitted
    }

    /// Takes the customers out of the prospects, segment by segment. Their units are numbered behind those of the market, so that none shares
    /// its luck with another.
    pub(super) fn customers(&self, s: &Scenario, chance: Chance, market: &mut Market) -> Book {
        let mut book = Book::default();
        let mut next_unit = market.units();
        for segment in 0..3 {
            let first = market.first_of(segment);
            let own = self.customers.iter().filter(|customer| customer.segment.min(2) == segment);
            for (account, now) in (first..).zip(own) {
                market.take(account);
                let from = book.units.len();
                for unit in &now.units {
                    book.units.push(opened(s, chance, market, now, *unit, next_unit));
                    next_unit += 1;
                }
                book.customers.push(Customer {
                    account,
                    segment,
                    remote: now.remote.unwrap_or_else(|| market.is_remote(account)),
                    signed: -now.age,
                    renewal: now.renewal.max(0),
                    moving: false,
                    units: from..book.units.len(),
                });
            }
        }
        book
    }
}

/// A unit as [`super::start`] would have made it, with its own numbers.
fn opened(
    s: &Scenario,
    chance: Chance,
    market: &Market,
    now: &CustomerNow,
    unit: UnitNow,
    id: usize,
) -> Unit {
    let drawn = || market.potential(now.segment.min(2), id).max(unit.arr);
    let potential = unit.potential.unwrap_or_else(drawn).max(unit.arr);
    let recorded = s.information_ceiling
        - (s.information_ceiling - s.information_at_signing)
            * (-f64::from(now.age) * s.information_speed).exp();
    let seats: usize = s.team.iter().sum();
    let seat = now.seat % s.seats_before;
    let mut made = Unit::idle(chance, id, potential, seat % seats, recorded);
    if unit.arr <= 0.0 {
        return made;
    }
    made.arr = unit.arr;
    made.since = -now.age;
    made.relationship = s.relationship_reference;
    made.dependence = 1.0 - (-f64::from(now.age) * s.dependence_speed).exp();
    if seat >= seats {
        // The seat was abolished.
        made.relationship *= 1.0 - loss(s, &made, Change::Sudden, now.age);
        made.dependence = 0.0;
    }
    made.relationship *= 1.0 - s.shock;
    made
}

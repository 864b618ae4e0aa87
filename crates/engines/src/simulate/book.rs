//! The customers and their units. Customers lie in account order and a customer's units in a row, so that sums come out in the
//! same order as in the reference program.
use super::chance::{Chance, Draws, Stream};
use std::ops::Range;

/// Before anything that is counted.
pub const NEVER: i32 = -1_000_000;

/// An account that buys.
#[derive(Clone, Debug)]
pub struct Customer {
    /// Which account.
    pub account: usize,
    /// 0 small, 1 mid, 2 enterprise.
    pub segment: usize,
    /// Whether it is far from the sellers.
    pub remote: bool,
    /// The week of signing; negative for customers of the start.
    pub signed: i32,
    /// The week of the next renewal.
    pub renewal: i32,
    /// Whether a unit of it may be under way to another owner; false says that none is.
    pub moving: bool,
    /// Its units in [`Book::units`].
    pub units: Range<usize>,
}

/// A business unit of a customer. Relationship, dependence, information and coverage are shares, 0 to 1.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its number in the market.
    pub id: usize,
    /// Its incidents.
    pub incidents: Draws,
    /// Its expansions.
    pub expansions: Draws,
    /// The ARR it could reach, in dollars.
    pub potential: f64,
    /// Its ARR in dollars.
    pub arr: f64,
    /// The week in which it began to buy; [`NEVER`] until then.
    pub since: i32,
    /// The seat accountable for it.
    pub owner: usize,
    /// The seat that it is being handed to.
    pub next_owner: Option<usize>,
    /// Weeks until the handoff is complete.
    pub countdown: i32,
    /// The week of the last change of owner.
    pub changed: i32,
    /// The relationship with the owner.
    pub relationship: f64,
    /// How much it depends on the owner's person.
    pub dependence: f64,
    /// How much of what is known is recorded.
    pub information: f64,
    /// Memory of how well it was covered.
    pub coverage: f64,
    /// This week: hours of urgent work without travel.
    pub urgent: f64,
    /// This week: hours of routine work without travel.
    pub routine: f64,
    /// Whether it bought at the week's beginning.
    pub active: bool,
    /// This week: whether expansion is possible.
    pub expandable: bool,
}

/// All customers now.
#[derive(Default)]
pub struct Book {
    /// In account order.
    pub customers: Vec<Customer>,
    /// In the order of arrival; units of lost customers stay behind, unused.
    pub units: Vec<Unit>,
    /// Signed in the running week; among the customers from its end on.
    pub signed: Vec<Customer>,
}

/// The book as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Totals {
    /// ARR in dollars.
    pub arr: f64,
    /// Mean relationship with ARR as weights; 0 where there is none.
    pub relationship: f64,
    /// Mean memory of coverage, likewise.
    pub coverage: f64,
}

impl Unit {
    /// A unit that does not buy yet.
    pub fn idle(chance: Chance, id: usize, potential: f64, owner: usize, information: f64) -> Self {
        Self {
            id,
            incidents: chance.draws(Stream::Incident, id as u64),
            expansions: chance.draws(Stream::Expansion, id as u64),
            potential,
            arr: 0.0,
            since: NEVER,
            owner,
            next_owner: None,
            countdown: 0,
            changed: NEVER,
            relationship: 0.0,
            dependence: 0.0,
            information,
            coverage: 1.0,
            urgent: 0.0,
            routine: 0.0,
            active: false,
            expandable: false,
        }
    }

    /// Passes to the next owner, if one is named.
    pub fn pass_on(&mut self, week: i32) {
        if let Some(next) = self.next_owner.take() {
            self.owner = next;
            self.changed = week;
        }
    }
}

impl Book {
    fn settle(&mut self) {
        if !self.signed.is_empty() {
            self.customers.append(&mut self.signed);
            // Two runs in order: the stable sort merges them in one pass.
            self.customers.sort_by_key(|customer| customer.account);
        }
    }

    /// Ends a week: the signings are among the customers, and what buys now is active in the next. Returns the book as a whole.
    pub fn close(&mut self) -> Totals {
        self.settle();
        let (mut arr, mut relationship, mut coverage) = (0.0, 0.0, 0.0);
        self.each(|_, units| {
            for unit in units {
                unit.active = unit.arr > 0.0;
                arr += unit.arr;
                relationship += unit.arr * unit.relationship;
                coverage += unit.arr * unit.coverage;
            }
        });
        let weight = if arr > 0.0 { arr } else { 1.0 };
        Totals { arr, relationship: relationship / weight, coverage: coverage / weight }
    }

    /// A customer's ARR.
    pub fn arr_of(&self, customer: &Customer) -> f64 {
        self.units[customer.units.clone()].iter().map(|unit| unit.arr).sum()
    }

    /// Every customer with its units, in account order; `act` may change the units.
    pub fn each(&mut self, mut act: impl FnMut(&Customer, &mut [Unit])) {
        for customer in &self.customers {
            act(customer, &mut self.units[customer.units.clone()]);
        }
    }
}

/// A mean over units with their ARR as weights; 0 where there is none.
pub fn mean(units: &[Unit], value: impl Fn(&Unit) -> f64) -> f64 {
    let arr: f64 = units.iter().map(|unit| unit.arr).sum();
    let weighted: f64 = units.iter().map(|unit| unit.arr * value(unit)).sum();
    if arr > 0.0 { weighted / arr } else { weighted }
}

//! The book as the record has it: customers, their units, and what is dated of them. From it come the facts of every unit on a day.
mod figures;
mod fill;
mod filling;
mod grouped;
pub mod stated;
mod totals;

pub use grouped::Grouped;

use super::facts::{FactId, FactSet};
use super::values::{Facts, Value};
use crate::opportunities::{OpportunityKind, OpportunityStatus};
use crate::sellers::SellerRole;
use chrono::NaiveDate;
use std::ops::Range;
use std::sync::Arc;

/// A customer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Customer {
    /// The id.
    pub id: i64,
    /// As the company calls it.
    pub segment: Option<Arc<str>>,
    /// State, province or county.
    pub region: Option<Arc<str>>,
    /// Two letters.
    pub country: Option<Arc<str>>,
    /// As the source calls it.
    pub industry: Option<Arc<str>>,
}

/// A unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// The id.
    pub id: i64,
    /// The customer's id.
    pub customer: i64,
    /// What it could buy in a year, in whole units of the company's currency.
    pub potential: Option<f64>,
}

/// A subscription of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subscription {
    /// A number that stands for the product; equal ones are the same product.
    pub product: Option<u32>,
    /// Whole units of the company's currency a year; none where there is no exchange rate.
    pub arr: Option<f64>,
    /// First day in force.
    pub start: NaiveDate,
    /// First day no longer in force.
    pub end: Option<NaiveDate>,
}

/// Who owns a unit for a while.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ownership {
    /// The seller's id.
    pub seller: i64,
    /// In which role.
    pub role: SellerRole,
    /// First day.
    pub start: NaiveDate,
    /// First day no longer.
    pub end: Option<NaiveDate>,
}

/// A sale that may come, or came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opportunity {
    /// new, expansion or renewal.
    pub kind: OpportunityKind,
    /// open, won or lost, as of the day on which the book was read.
    pub status: OpportunityStatus,
    /// Whole units of the company's currency; none where it is unknown or has no exchange rate.
    pub amount: Option<f64>,
    /// When it was made.
    pub created: Option<NaiveDate>,
    /// When it was or may be decided.
    pub close: Option<NaiveDate>,
}

/// What somebody states of a unit from a day on; the latest day counts, and of one day what was stated last.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Which fact.
    pub fact: FactId,
    /// Its value; none takes back what was stated before.
    pub value: Option<Value>,
    /// From when on.
    pub since: NaiveDate,
}

/// A seller's post.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// The seller's id.
    pub seller: i64,
    /// The role.
    pub role: SellerRole,
    /// The team.
    pub team: Option<Arc<str>>,
    /// First day.
    pub start: NaiveDate,
    /// First day no longer.
    pub end: Option<NaiveDate>,
}

/// What the record gives, in any order; rows of units or customers that are not there are left out.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Customers.
    pub customers: Vec<Customer>,
    /// Units.
    pub units: Vec<Unit>,
    /// By unit.
    pub subscriptions: Vec<(i64, Subscription)>,
    /// By unit.
    pub ownerships: Vec<(i64, Ownership)>,
    /// By unit.
    pub opportunities: Vec<(i64, Opportunity)>,
    /// By customer: those that no unit is named for.
    pub customer_opportunities: Vec<(i64, Opportunity)>,
    /// Days of activities, by unit.
    pub contacts: Vec<(i64, NaiveDate)>,
    /// Days of activities, by customer.
    pub customer_contacts: Vec<(i64, NaiveDate)>,
    /// Roles that people are known for, by unit.
    pub roles: Vec<(i64, Arc<str>)>,
    /// The same of people for whom no unit is named, by customer.
    pub customer_roles: Vec<(i64, Arc<str>)>,
    /// By unit, in the order in which they were stated.
    pub stated: Vec<(i64, Stated)>,
    /// Posts of sellers.
    pub posts: Vec<Post>,
}

/// The book.
#[derive(Clone, Debug)]
pub struct Book {
    /// The day on which it was read.
    pub read_on: NaiveDate,
    /// By id.
    pub customers: Vec<Customer>,
    /// By customer, then id.
    pub units: Vec<Unit>,
    /// By seller and start.
    pub posts: Vec<Post>,
    ranges: Vec<Range<usize>>,
    subscriptions: Grouped<Subscription>,
    ownerships: Grouped<Ownership>,
    opportunities: Grouped<Opportunity>,
    customer_opportunities: Grouped<Opportunity>,
    contacts: Grouped<NaiveDate>,
    customer_contacts: Grouped<NaiveDate>,
    roles: Grouped<Arc<str>>,
    customer_roles: Grouped<Arc<str>>,
    stated: Grouped<Stated>,
}

impl Book {
    /// Puts rows in order.
    pub fn new(read_on: NaiveDate, mut rows: Rows) -> Self {
        rows.customers.sort_by_key(|customer| customer.id);
        rows.units.sort_by_key(|unit| (unit.customer, unit.id));
        rows.posts.sort_by_key(|post| (post.seller, post.start));
        let customers: Vec<i64> = rows.customers.iter().map(|customer| customer.id).collect();
        rows.units.retain(|unit| customers.binary_search(&unit.customer).is_ok());
        let units: Vec<i64> = rows.units.iter().map(|unit| unit.id).collect();
        let ranges = ranges(&customers, &rows.units);
        // What a customer with one unit may buy, that unit may buy.
        let only_unit = |customer: i64| {
            let range = ranges.get(customers.binary_search(&customer).ok()?)?;
            (range.len() == 1).then(|| units[range.start])
        };
        let mut among = Vec::new();
        for (customer, opportunity) in rows.customer_opportunities {
            match only_unit(customer) {
                Some(unit) => rows.opportunities.push((unit, opportunity)),
                None => among.push((customer, opportunity)),
            }
        }
        rows.ownerships.sort_by_key(|(unit, own)| (*unit, own.start));
        Self {
            read_on,
            ranges,
            subscriptions: Grouped::new(&units, rows.subscriptions),
            ownerships: Grouped::new(&units, rows.ownerships),
            opportunities: Grouped::new(&units, rows.opportunities),
            customer_opportunities: Grouped::new(&customers, among),
            contacts: Grouped::new(&units, rows.contacts),
            customer_contacts: Grouped::new(&customers, rows.customer_contacts),
            roles: Grouped::new(&units, rows.roles),
            customer_roles: Grouped::new(&customers, rows.customer_roles),
            stated: Grouped::new(&units, rows.stated),
            customers: rows.customers,
            units: rows.units,
            posts: rows.posts,
        }
    }

    /// The owner of a unit on a day; `unit` is its place in [`Book::units`].
    pub fn owner_on(&self, unit: usize, day: NaiveDate) -> Option<&Ownership> {
        self.ownerships.of(unit).iter().find(|own| own.start <= day && own.end.is_none_or(|end| day < end))
    }

    /// Whether a unit passed to another role from one day to another, both included.
    pub fn changed_role(&self, unit: usize, from: NaiveDate, to: NaiveDate) -> bool {
        let pairs = self.ownerships.of(unit).windows(2);
        pairs.into_iter().any(|pair| {
            let passed = pair[0].seller != pair[1].seller && pair[0].role != pair[1].role;
            passed && from <= pair[1].start && pair[1].start <= to
        })
    }

    /// What a seller is there for on a day.
    pub fn post_on(&self, seller: i64, day: NaiveDate) -> Option<&Post> {
        let from = self.posts.partition_point(|post| post.seller < seller);
        let own = self.posts.get(from..)?.iter().take_while(|post| post.seller == seller);
        own.into_iter().find(|post| post.start <= day && post.end.is_none_or(|end| day < end))
    }

    /// Gives each unit's facts on a day, those that are `wanted` and known, with its place in [`Book::units`].
    pub fn facts_on(&self, day: NaiveDate, wanted: FactSet, each: impl FnMut(usize, &Facts)) {
        fill::fill(self, day, wanted, each);
    }
}

/// The units of each customer, as places.
fn ranges(customers: &[i64], units: &[Unit]) -> Vec<Range<usize>> {
    let mut from = 0;
    let of = |customer: &i64| {
        let count = units.iter().skip(from).take_while(|unit| unit.customer == *customer).count();
        let range = from..from + count;
        from = range.end;
        range
    };
    customers.iter().map(of).collect()
}

/// Who would receive from an owner in this role: account managers from those who win, hunters from those who keep.
pub fn other_role(role: SellerRole) -> SellerRole {
    match role {
        SellerRole::AccountManager | SellerRole::InsideAccountManager => SellerRole::Hunter,
        SellerRole::Generalist | SellerRole::Hunter | SellerRole::Manager => SellerRole::AccountManager,
    }
}

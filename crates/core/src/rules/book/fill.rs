//! The book on a day -> the facts of each unit, customer by customer.
use super::figures::{self, Figures, latest};
use super::filling::Filling;
use super::{Book, other_role, totals};
use crate::rules::facts::{FactId, FactSet};
use crate::rules::values::{Facts, Value};
use crate::sellers::SellerRole;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Gives each unit's facts on a day.
pub fn fill(book: &Book, day: NaiveDate, wanted: FactSet, mut each: impl FnMut(usize, &Facts)) {
    let ranks = wanted.contains(const { FactId::known("customer_rank") }).then(|| ranks(book, day));
    let receivers =
        wanted.contains(const { FactId::known("receiver_customers") }).then(|| smallest_books(book, day));
    let mut facts = Filling::new(wanted);
    for (customer, range) in book.ranges.iter().enumerate() {
        let units = &book.units[range.clone()];
        let figures: Vec<Figures> = range.clone().map(|unit| figures::of_unit(book, unit, day)).collect();
        let totals = totals::of_customer(book, customer, units, &figures, day);
        facts.put_customer(book, customer, &totals, day);
        let rank = ranks.as_ref().and_then(|ranks| ranks[customer]);
        facts.put(const { FactId::known("customer_rank") }, rank.map(Value::Whole), None);
        for (unit, own) in range.clone().zip(&figures) {
            facts.put_unit(book, unit, own, day);
            facts.put_contact(latest_contact(own, book.customer_contacts.of(customer), day), day);
            let receiver = receivers.as_ref().zip(own.owner);
            let smallest = receiver.and_then(|(books, owner)| books.get(&other_role(owner.role)));
            facts.put(
                const { FactId::known("receiver_customers") },
                smallest.copied().map(Value::Whole),
                None,
            );
            each(unit, facts.facts());
        }
    }
}

/// For each role the number of customers in its smallest book.
fn smallest_books(book: &Book, day: NaiveDate) -> BTreeMap<SellerRole, i64> {
    let mut books: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (at, unit) in book.units.iter().enumerate() {
        if let Some(owner) = book.owner_on(at, day) {
            books.entry(owner.seller).or_default().insert(unit.customer);
        }
    }
    let mut smallest: BTreeMap<SellerRole, i64> = BTreeMap::new();
    for post in book.posts.iter().filter(|p| p.start <= day && p.end.is_none_or(|end| day < end)) {
        let size = books.get(&post.seller).map_or(0, |book| book.len() as i64);
        smallest.entry(post.role).and_modify(|least| *least = size.min(*least)).or_insert(size);
    }
    smallest
}

/// Each customer's place by ARR, the largest first; equal ones by id. None where an amount is unknown.
fn ranks(book: &Book, day: NaiveDate) -> Vec<Option<i64>> {
    let arr = |range: &std::ops::Range<usize>| -> Option<f64> {
        range.clone().map(|unit| figures::of_unit(book, unit, day).arr).sum()
    };
    let arrs: Vec<Option<f64>> = book.ranges.iter().map(arr).collect();
    let mut order: Vec<usize> = (0..arrs.len()).filter(|at| arrs[*at].is_some()).collect();
    order.sort_by(|a, b| arrs[*b].unwrap_or(0.0).total_cmp(&arrs[*a].unwrap_or(0.0)).then(a.cmp(b)));
    let mut ranks = vec![None; arrs.len()];
    for (place, customer) in (1..).zip(order) {
        ranks[customer] = Some(place);
    }
    ranks
}

/// The last activity with the unit, or with its customer where no unit is named.
fn latest_contact(unit: &Figures, customer: &[NaiveDate], day: NaiveDate) -> Option<NaiveDate> {
    unit.contact.max(latest(customer, day))
}

//! Figures -> facts. A fact that the record cannot tell stays missing.
use super::figures::Figures;
use super::stated;
use super::totals::Totals;
use super::{Book, Customer, Ownership};
use crate::rules::facts::{FactId, FactSet};
use crate::rules::values::{Facts, Value};
use crate::sellers::SellerRole;
use chrono::{Datelike, Months, NaiveDate};
use std::sync::Arc;

/// Days in the mean month of the Gregorian calendar.
const DAYS_A_MONTH: f64 = 30.436_875;

/// Facts that a unit and its customer both have.
struct Common {
    months: FactId,
    penetration: FactId,
    arr: FactId,
    potential: FactId,
    pipeline: FactId,
    renewal: FactId,
    renews: FactId,
    open: FactId,
    changes: FactId,
    products: FactId,
    since_change: FactId,
}

const UNIT: Common = Common {
    months: FactId::known("months_since_first_sale"),
    penetration: FactId::known("penetration"),
    arr: FactId::known("arr"),
    potential: FactId::known("potential"),
    pipeline: FactId::known("expansion_pipeline"),
    renewal: FactId::known("days_to_renewal"),
    renews: FactId::known("renews"),
    open: FactId::known("open_opportunities"),
    changes: FactId::known("owner_changes_12m"),
    products: FactId::known("products_in_use"),
    since_change: FactId::known("months_since_owner_change"),
};

const CUSTOMER: Common = Common {
    months: FactId::known("customer_months_since_first_sale"),
    penetration: FactId::known("customer_penetration"),
    arr: FactId::known("customer_arr"),
    potential: FactId::known("customer_potential"),
    pipeline: FactId::known("customer_expansion_pipeline"),
    renewal: FactId::known("customer_days_to_renewal"),
    renews: FactId::known("customer_renews"),
    open: FactId::known("customer_open_opportunities"),
    changes: FactId::known("customer_owner_changes_12m"),
    products: FactId::known("customer_products_in_use"),
    since_change: FactId::known("customer_months_since_owner_change"),
};

const COLUMNS: [FactId; 4] =
    [FactId::known("segment"), FactId::known("region"), FactId::known("country"), FactId::known("industry")];

/// One unit's facts while they are being put together.
pub struct Filling {
    facts: Facts,
    wanted: FactSet,
}

impl Filling {
    /// Nothing known yet; of what comes only what is wanted is kept.
    pub fn new(wanted: FactSet) -> Self {
        Self { facts: Facts::default(), wanted }
    }

    /// What is known.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Sets or takes away a fact. What does not fit it, such as a text without end, is as good as missing.
    pub fn put(&mut self, fact: FactId, value: Option<Value>, since: Option<NaiveDate>) {
        if self.wanted.contains(fact) && self.facts.set_of(fact, value, since).is_err() {
            _ = self.facts.set(fact, None);
        }
    }

    /// The customer's own columns and totals.
    pub fn put_customer(&mut self, book: &Book, customer: usize, totals: &Totals, day: NaiveDate) {
        self.put_columns(&book.customers[customer]);
        self.put_common(&CUSTOMER, &totals.figures, totals.potential, totals.owner_change, day);
        let range = book.ranges[customer].clone();
        self.put(const { FactId::known("customer_units") }, whole(range.len() as i64), None);
        self.put(const { FactId::known("customer_owners") }, whole(totals.owners), None);
        if self.wanted.contains(const { FactId::known("customer_contact_roles") }) {
            let own = range.clone().flat_map(|unit| book.roles.of(unit));
            let roles = texts(own.chain(book.customer_roles.of(customer)));
            self.put(const { FactId::known("customer_contact_roles") }, Some(roles), None);
        }
        stated::put_totals(self, book, range, day);
    }

    fn put_columns(&mut self, customer: &Customer) {
        let texts = [&customer.segment, &customer.region, &customer.country, &customer.industry];
        for (fact, text) in COLUMNS.into_iter().zip(texts) {
            self.put(fact, text.clone().map(Value::Text), None);
        }
    }

    /// What is the unit's own.
    pub fn put_unit(&mut self, book: &Book, unit: usize, figures: &Figures, day: NaiveDate) {
        self.put_common(&UNIT, figures, book.units[unit].potential, figures.owner_since, day);
        let role = figures.owner.map(|owner| role_of(book, &owner, day));
        let text = role.map(|(role, _)| Value::text(role.text()));
        self.put(const { FactId::known("owner_role") }, text, role.map(|(_, since)| since));
        if self.wanted.contains(const { FactId::known("contact_roles") }) {
            let customer = book.units[unit].customer;
            let customer = book.customers.partition_point(|other| other.id < customer);
            let roles = texts(book.roles.of(unit).iter().chain(book.customer_roles.of(customer)));
            self.put(const { FactId::known("contact_roles") }, Some(roles), None);
        }
        stated::put_unit(self, book, unit, day);
    }

    /// Days since the last activity.
    pub fn put_contact(&mut self, last: Option<NaiveDate>, day: NaiveDate) {
        let days = last.map(|last| Value::Whole((day - last).num_days()));
        self.put(const { FactId::known("days_since_contact") }, days, last);
    }

    fn put_common(
        &mut self,
        common: &Common,
        figures: &Figures,
        potential: Option<f64>,
        change: Option<NaiveDate>,
        day: NaiveDate,
    ) {
        let months = |since: Option<NaiveDate>| since.map(|since| Value::Number(months_between(since, day)));
        self.put(common.months, months(figures.first_sale), figures.first_sale);
        self.put(common.arr, figures.arr.map(Value::Number), Some(day));
        self.put(common.potential, potential.map(Value::Number), None);
        let share = figures.arr.zip(potential.filter(|potential| *potential > 0.0));
        let share = share.map(|(arr, potential)| Value::Number(arr / potential));
        self.put(common.penetration, share, Some(day));
        self.put(common.pipeline, figures.pipeline.map(Value::Number), Some(day));
        let renewal = figures.renewal.map(|renewal| Value::Whole((renewal - day).num_days()));
        self.put(common.renewal, renewal, Some(day));
        self.put(common.renews, Some(Value::Truth(figures.renewal.is_some())), Some(day));
        self.put(common.open, whole(figures.open), Some(day));
        self.put(common.changes, whole(figures.changes), Some(day));
        let products = figures.products.len() as i64;
        // Where a subscription names no product, there may be more products than names.
        self.put(common.products, whole(products).filter(|_| !figures.nameless_product), Some(day));
        self.put(common.since_change, months(change), change);
    }
}

/// What the owner is there for on a day: whoever got another post since then owns the unit in that role.
fn role_of(book: &Book, owner: &Ownership, day: NaiveDate) -> (SellerRole, NaiveDate) {
    match book.post_on(owner.seller, day) {
        Some(post) if post.start > owner.start => (post.role, post.start),
        _ => (owner.role, owner.start),
    }
}

fn whole(number: i64) -> Option<Value> {
    Some(Value::Whole(number))
}

/// Different texts in order.
fn texts<'a>(texts: impl Iterator<Item = &'a Arc<str>>) -> Value {
    let mut texts: Vec<Arc<str>> = texts.cloned().collect();
    texts.sort();
    texts.dedup();
    Value::Texts(texts.into())
}

/// Whole months between two days by the calendar, and the part of a month that is left. `from` is not after `to`.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> f64 {
    let apart = (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed();
    let after = |months: i32| from.checked_add_months(Months::new(months.unsigned_abs()));
    let whole = if after(apart).is_some_and(|day| day <= to) { apart } else { (apart - 1).max(0) };
    let rest = after(whole).map_or(0, |day| (to - day).num_days().max(0));
    f64::from(whole) + rest as f64 / DAYS_A_MONTH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_the_calendar() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let apart = |from, to| (months_between(day(from), day(to)) * 100.0).round() / 100.0;
        assert_eq!(apart("2026-01-31", "2026-01-31"), 0.0);
        assert_eq!(apart("2026-01-31", "2026-02-28"), 1.0);
        assert_eq!(apart("2026-01-15", "2026-02-14"), 0.99);
        assert_eq!(apart("2025-02-28", "2026-02-28"), 12.0);
        assert_eq!(apart("2024-02-29", "2025-02-28"), 12.0);
        assert_eq!(apart("2026-01-01", "2026-01-16"), 0.49);
    }
}

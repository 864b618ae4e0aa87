//! What the figures of all units of one customer come to together.
use super::figures::{Figures, earlier, latest};
use super::{Book, Unit};
use chrono::NaiveDate;

/// A customer's totals.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Sums, earliest and latest of the units' figures and of what no unit is named for.
    pub figures: Figures,
    /// Whole units a year; none where a unit's is unknown.
    pub potential: Option<f64>,
    /// Sellers who own a unit.
    pub owners: i64,
    /// The last day on which a unit changed its owner; a unit's first owner is no change.
    pub owner_change: Option<NaiveDate>,
}

/// The totals of a customer, from its units and their figures.
pub fn of_customer(
    book: &Book,
    customer: usize,
    units: &[Unit],
    figures: &[Figures],
    day: NaiveDate,
) -> Totals {
    let mut sum = Figures { arr: Some(0.0), pipeline: Some(0.0), ..Figures::default() };
    for unit in figures {
        add(&mut sum, unit);
    }
    for opportunity in book.customer_opportunities.of(customer) {
        sum.add_opportunity(opportunity, day, book.read_on);
    }
    sum.products.sort_unstable();
    sum.products.dedup();
    sum.contact = sum.contact.max(latest(book.customer_contacts.of(customer), day));
    let mut owners: Vec<i64> =
        figures.iter().filter_map(|unit| unit.owner.map(|owner| owner.seller)).collect();
    owners.sort_unstable();
    owners.dedup();
    Totals {
        potential: units.iter().map(|unit| unit.potential).sum(),
        owners: owners.len() as i64,
        owner_change: figures.iter().filter_map(|unit| unit.owner_since).max(),
        figures: sum,
    }
}

fn add(sum: &mut Figures, unit: &Figures) {
    sum.first_sale = earlier(sum.first_sale, unit.first_sale);
    sum.arr = sum.arr.zip(unit.arr).map(|(sum, arr)| sum + arr);
    sum.renewal = earlier(sum.renewal, unit.renewal);
    sum.pipeline = sum.pipeline.zip(unit.pipeline).map(|(sum, amount)| sum + amount);
    sum.open += unit.open;
    sum.changes += unit.changes;
    sum.products.extend(&unit.products);
    sum.nameless_product |= unit.nameless_product;
    sum.contact = sum.contact.max(unit.contact);
}

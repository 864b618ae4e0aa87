//! What the dated rows of one unit come to on a day. Nothing that happened later is looked at, save what carries no date.
use super::{Book, Opportunity, Ownership, Subscription};
use crate::opportunities::{OpportunityKind, OpportunityStatus};
use chrono::{Months, NaiveDate};

/// Figures of one unit, or of what a customer's units have in common.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The first day on which it bought.
    pub first_sale: Option<NaiveDate>,
    /// Whole units a year; none where an amount has no exchange rate.
    pub arr: Option<f64>,
    /// The next day on which a subscription in force ends.
    pub renewal: Option<NaiveDate>,
    /// Amount of open opportunities that would expand it; none where one has no amount.
    pub pipeline: Option<f64>,
    /// Open opportunities.
    pub open: i64,
    /// Changes of owner in the last twelve months.
    pub changes: i64,
    /// Different products in use, in order.
    pub products: Vec<u32>,
    /// Whether a subscription in force names no product.
    pub nameless_product: bool,
    /// Who owns it.
    pub owner: Option<Ownership>,
    /// When it last changed its owner, or got its first.
    pub owner_since: Option<NaiveDate>,
    /// The last activity.
    pub contact: Option<NaiveDate>,
}

/// The figures of a unit.
pub fn of_unit(book: &Book, unit: usize, day: NaiveDate) -> Figures {
    let mut figures = Figures { arr: Some(0.0), pipeline: Some(0.0), ..Figures::default() };
    for subscription in book.subscriptions.of(unit).iter().filter(|s| s.start <= day) {
        figures.add_subscription(subscription, day);
    }
    for opportunity in book.opportunities.of(unit) {
        figures.add_opportunity(opportunity, day, book.read_on);
    }
    figures.products.sort_unstable();
    figures.products.dedup();
    figures.add_owners(book.ownerships.of(unit), day);
    figures.contact = latest(book.contacts.of(unit), day);
    figures
}

/// The latest of these days that is not after a day.
pub fn latest(days: &[NaiveDate], day: NaiveDate) -> Option<NaiveDate> {
    days.iter().copied().filter(|date| *date <= day).max()
}

/// The earlier of two days, one of which may be unknown.
pub fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

impl Figures {
    fn add_subscription(&mut self, subscription: &Subscription, day: NaiveDate) {
        self.first_sale = earlier(self.first_sale, Some(subscription.start));
        if subscription.end.is_some_and(|end| end <= day) {
            return;
        }
        self.arr = self.arr.zip(subscription.arr).map(|(sum, arr)| sum + arr);
        self.renewal = earlier(self.renewal, subscription.end);
        match subscription.product {
            Some(product) => self.products.push(product),
            None => self.nameless_product = true,
        }
    }

    /// Adds a sale that is open on the day, or was won by then.
    pub fn add_opportunity(&mut self, opportunity: &Opportunity, day: NaiveDate, read_on: NaiveDate) {
        let won = opportunity.status == OpportunityStatus::Won && opportunity.kind == OpportunityKind::New;
        if won && opportunity.close.is_some_and(|close| close <= day) {
            self.first_sale = earlier(self.first_sale, opportunity.close);
        }
        if !is_open(opportunity, day, read_on) {
            return;
        }
        self.open += 1;
        if opportunity.kind == OpportunityKind::Expansion {
            self.pipeline = self.pipeline.zip(opportunity.amount).map(|(sum, amount)| sum + amount);
        }
    }

    fn add_owners(&mut self, ownerships: &[Ownership], day: NaiveDate) {
        let year_ago = day.checked_sub_months(Months::new(12)).unwrap_or(NaiveDate::MIN);
        for (at, own) in ownerships.iter().enumerate().filter(|(_, own)| own.start <= day) {
            if at > 0 && ownerships[at - 1].seller == own.seller {
                continue;
            }
            self.changes += i64::from(at > 0 && own.start > year_ago);
            self.owner_since = Some(own.start);
        }
        let owns = |own: &&Ownership| own.start <= day && own.end.is_none_or(|end| day < end);
        self.owner = ownerships.iter().find(owns).copied();
    }
}

/// Open on a day. On days before the book was read a sale was open until it was decided.
fn is_open(opportunity: &Opportunity, day: NaiveDate, read_on: NaiveDate) -> bool {
    let made = opportunity.created.is_none_or(|created| created <= day);
    let decided = opportunity.status != OpportunityStatus::Open
        && (day >= read_on || opportunity.close.is_none_or(|close| close <= day));
    made && !decided
}

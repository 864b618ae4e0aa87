//! The ledger: postings that are only appended and each add up to zero. What a person is owed is the balance of accounts, never a field.
use super::because::Because;
use super::rate::Rate;
use crate::money::Currency;
use crate::subscriptions::months::Month;
use crate::words::words;
use chrono::NaiveDate;
use std::fmt;
use std::sync::Arc;

words! {
    /// What an account is for. All but the cost are kept per person.
    Account {
        /// What the company spends; negative.
        Cost = "cost",
        /// What a person can be paid.
        Payable = "payable",
        /// What a person gets when the customer has paid.
        Awaiting = "awaiting_payment",
        /// What a person gets when a handoff has gone well.
        Held = "held",
        /// What a person has had in advance; negative.
        Draw = "draw",
    }
}

words! {
    /// What a posting does.
    Kind {
        /// An event pays by a component.
        Earned = "earned",
        /// Earlier amounts are paid at another rate, because the amount that decides the rate has changed.
        Remeasured = "remeasured",
        /// What is beyond a cap is taken off.
        Capped = "capped",
        /// What is missing to a guarantee is added, or taken off again.
        Guaranteed = "guaranteed",
        /// An advance is paid.
        Advanced = "advanced",
        /// An advance is given back.
        Recovered = "recovered",
        /// An earlier posting is taken back, all or a part.
        Reversed = "reversed",
        /// The customer has paid.
        Paid = "paid",
        /// A handoff has gone well.
        Released = "released",
        /// A handoff has not gone well.
        Forfeited = "forfeited",
        /// Somebody agreed on an amount.
        Adjusted = "adjusted",
    }
}

/// A plan in one version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanVersion {
    /// Name of the plan.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The name of a posting: what it comes from, and which one of that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostingId {
    /// The event, or the guarantee or draw with person and period.
    pub event: Arc<str>,
    /// From 1.
    pub number: u32,
}

impl fmt::Display for PostingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.event, self.number)
    }
}

/// What happens to one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The account.
    pub account: Account,
    /// Whose; none for the cost.
    pub person: Option<Arc<str>>,
    /// Minor units; what a person gets is above zero.
    pub minor: i64,
}

/// Entries that add up to zero, with where they come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Posting {
    /// Its name.
    pub id: PostingId,
    /// What it does.
    pub kind: Kind,
    /// The day on which it happened.
    pub date: NaiveDate,
    /// The day by which it counts for rate tables, caps and guarantees: that of the event that it goes back to.
    pub counted: NaiveDate,
    /// The period in which it is posted.
    pub period: Month,
    /// The unit, where there is one.
    pub unit: Option<Arc<str>>,
    /// The plan that decides.
    pub plan: Arc<PlanVersion>,
    /// The component, cap, guarantee or draw that decides.
    pub component: Arc<str>,
    /// What the rate is applied to, in minor units.
    pub base: Option<i64>,
    /// The rate.
    pub rate: Option<Rate>,
    /// The currency of base and entries.
    pub currency: Currency,
    /// What happens to which accounts.
    pub entries: Vec<Entry>,
    /// The posting that it takes back or moves on.
    pub of: Option<PostingId>,
    /// Why.
    pub because: Vec<Because>,
}

impl Posting {
    /// What the entries add up to: zero.
    pub fn sum(&self) -> i128 {
        self.entries.iter().map(|entry| i128::from(entry.minor)).sum()
    }

    /// What a person gets by it in all accounts together; nothing where it only moves from one account to another.
    pub fn of_person(&self, person: &str) -> i128 {
        let own = self.entries.iter().filter(|entry| entry.person.as_deref() == Some(person));
        own.map(|entry| i128::from(entry.minor)).sum()
    }
}

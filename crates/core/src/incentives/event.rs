//! What incentives are computed from: what happened, who is credited, which units were handed over, who has which role.
use crate::money::Money;
use crate::subscriptions::months::Month;
use crate::words::words;
use chrono::NaiveDate;

words! {
    /// What happened.
    Movement {
        /// A unit's first paid subscription.
        New = "new",
        /// A unit buys more.
        Expansion = "expansion",
        /// A unit goes on.
        Renewal = "renewal",
        /// A unit comes back.
        Reactivation = "reactivation",
        /// The implementation is finished.
        ImplementationDone = "implementation_done",
        /// A unit was kept.
        Retention = "retention",
        /// The customer has paid for an earlier event, all or a part.
        InvoicePaid = "invoice_paid",
        /// The customer gets money back for an earlier event, all or a part.
        Refund = "refund",
        /// An earlier event had another amount or other credits.
        Correction = "correction",
        /// The unit has left.
        Churn = "churn",
        /// Somebody gets or gives back an amount that was agreed on.
        Adjustment = "adjustment",
    }
}

impl Movement {
    /// Whether plans pay for it.
    pub fn earns(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Expansion
                | Self::Renewal
                | Self::Reactivation
                | Self::ImplementationDone
                | Self::Retention
        )
    }

    /// Whether it is about an earlier event.
    pub fn refers(self) -> bool {
        matches!(self, Self::InvoicePaid | Self::Refund | Self::Correction)
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name; no two events share one.
    pub id: String,
    /// The day on which it happened.
    pub date: NaiveDate,
    /// The first day on which it can be posted: later than `date` where the period was closed when it became known.
    pub posted: NaiveDate,
    /// The unit.
    pub unit: String,
    /// What happened.
    pub movement: Movement,
    /// How much; above zero for refunds and payments, too. None: all that is left of the event it is about.
    pub amount: Option<Money>,
    /// Who is credited.
    pub credits: Credits,
    /// The earlier event that it is about.
    pub of: Option<String>,
    /// What people say about it.
    pub note: Option<String>,
}

/// Who is credited, and with how much.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// Parts of the revenue: together exactly 100 %, each person once. Parts per billion.
    pub revenue: Vec<(String, u64)>,
    /// Credit beyond the revenue, such as a specialist's. Parts per billion of the amount, each person once.
    pub overlay: Vec<(String, u64)>,
}

impl Credits {
    /// Everything to one person.
    pub fn whole(person: &str) -> Self {
        Self { revenue: vec![(person.to_owned(), WHOLE)], overlay: Vec::new() }
    }

    /// Whether nobody is credited.
    pub fn is_empty(&self) -> bool {
        self.revenue.is_empty() && self.overlay.is_empty()
    }
}

/// 100 % of a credit.
pub const WHOLE: u64 = 1_000_000_000;

/// A unit passed from one person to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// The unit.
    pub unit: String,
    /// Who gave it.
    pub from: String,
    /// Who received it.
    pub to: String,
    /// The first day of the receiver.
    pub transferred: NaiveDate,
    /// When the receiver accepted the brief.
    pub brief_accepted: Option<NaiveDate>,
    /// The first day on which it counts: later than `transferred` where the period was closed when it became known.
    pub known: NaiveDate,
    /// From which posting day on it is known that the unit came back as if it had never passed on: nothing is shared from then on.
    pub off: Option<NaiveDate>,
}

/// A person's role for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The person.
    pub person: String,
    /// The role.
    pub role: String,
    /// First day.
    pub start: NaiveDate,
    /// Last day; none: still.
    pub end: Option<NaiveDate>,
    /// Name of the plan that pays; none: the only one there is.
    pub plan: Option<String>,
}

/// The day on which something that happened can be posted: the same day, or the first one after the last month that is closed.
pub fn posting_day(date: NaiveDate, closed: Option<Month>) -> NaiveDate {
    closed.map_or(date, |closed| date.max(closed.plus(1).first_day()))
}

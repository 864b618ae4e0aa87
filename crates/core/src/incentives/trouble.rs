//! What is wrong with an event, said so that somebody can put it right.
use crate::money::{Currency, Money, MoneyError};
use chrono::NaiveDate;

/// An event that cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event `{event}`: {reason}")]
pub struct Trouble {
    /// The event.
    pub event: String,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with an event.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Out of order.
    #[error(
        "it is posted on {posted}, after one that is posted on {now}: give events in the order of these days"
    )]
    Order {
        /// Its day.
        posted: NaiveDate,
        /// The day reached.
        now: NaiveDate,
    },
    /// Posted before it happened.
    #[error(
        "it is posted on {posted}, before it happened on {date}: give the day on which it happened, or a later one"
    )]
    PostedBefore {
        /// Day of posting.
        posted: NaiveDate,
        /// Its day.
        date: NaiveDate,
    },
    /// Two events of one name.
    #[error("there is an event of this name already: give each event one of its own")]
    Twice,
    /// No amount.
    #[error("it has no amount: give one")]
    NoAmount,
    /// An amount of another sign than it can have.
    #[error(
        "its amount is {0}, but the sign says nothing here: give an amount above 0, or none for all that is left"
    )]
    Sign(Money),
    /// About no event.
    #[error("it names no earlier event that it is about: give its name in `of`")]
    NoOriginal,
    /// About an event that is not known.
    #[error(
        "it is about event `{0}`, which is not known before it: correct the name, or put that event in front"
    )]
    UnknownOriginal(String),
    /// More than is left.
    #[error("it gives back {given}, but of event `{of}` only {left} is left: give at most that")]
    TooMuch {
        /// The earlier event.
        of: String,
        /// The amount.
        given: Money,
        /// What is left.
        left: Money,
    },
    /// Another currency than the earlier event.
    #[error("it is in {given}, but event `{of}` was in {currency}: give it in that currency")]
    OtherCurrency {
        /// The earlier event.
        of: String,
        /// The currency given.
        given: Currency,
        /// The currency of the earlier event.
        currency: Currency,
    },
    /// No rate for a currency.
    #[error("it is in {currency}, for which plan `{plan}` has no rate on {day}: add one under `exchange`")]
    NoRate {
        /// The currency.
        currency: Currency,
        /// The plan.
        plan: String,
        /// The day.
        day: NaiveDate,
    },
    /// Credits that are not 100 %.
    #[error(
        "its credits of the revenue are not exactly 100 %: correct them, and name what is beyond as overlay"
    )]
    Credits,
    /// An adjustment for somebody whom no plan pays.
    #[error("no plan is in force for `{0}` on {1}: give one that is, or another day")]
    NoPlan(String, NaiveDate),
    /// Arithmetic.
    #[error("{0}")]
    Money(#[from] MoneyError),
}

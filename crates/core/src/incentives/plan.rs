//! The incentive plan: a versioned document with a first day, checked whole before it is used and never edited in force.
use super::rate::Rate;
use super::rounding::Rounding;
use crate::incentives::event::Movement;
use crate::incentives::span::Span;
use crate::money::Currency;
use crate::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A plan, in one version.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What the company calls it; versions of one plan share the name.
    pub name: String,
    /// Which version this is.
    pub version: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// Last day in force; none: until the next version begins.
    pub until: Option<NaiveDate>,
    /// Whom it is for.
    pub audience: Audience,
    /// What it pays in; all amounts below are minor units of it.
    pub currency: Currency,
    /// How fractions of a minor unit are rounded, line by line.
    pub rounding: Rounding,
    /// What is paid for.
    pub components: Vec<Component>,
    /// The most that a person gets.
    pub caps: Vec<Cap>,
    /// The least that a person gets.
    pub guarantees: Vec<Floor>,
    /// What a person gets in advance and gives back from what is earned above it.
    pub draws: Vec<Floor>,
    /// What the giver of a unit keeps for a while.
    pub transition: Option<Transition>,
    /// What other currencies are worth.
    pub exchange: Vec<Exchange>,
}

impl Plan {
    /// Whether it is in force on a day, other versions aside.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.effective <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Whom a plan is for: whoever fits all that is named. Nothing named: everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Only people with one of these roles on the day; empty: with any or none.
    pub roles: Vec<String>,
    /// Only these people; empty: all.
    pub people: Vec<String>,
    /// Not these people.
    pub except: Vec<String>,
}

impl Audience {
    /// Whether it is for everybody.
    pub fn is_everybody(&self) -> bool {
        self.roles.is_empty() && self.people.is_empty() && self.except.is_empty()
    }

    /// Whether it is for somebody who has a role.
    pub fn includes(&self, person: &str, role: Option<&str>) -> bool {
        let named = |names: &[String], name: &str| names.iter().any(|other| other == name);
        (self.roles.is_empty() || role.is_some_and(|role| named(&self.roles, role)))
            && (self.people.is_empty() || named(&self.people, person))
            && !named(&self.except, person)
    }

    /// Those who are in both.
    pub fn narrowed(&self, other: &Self) -> Self {
        let both = |own: &[String], others: &[String]| match (own, others) {
            ([], names) | (names, []) => names.to_vec(),
            _ => own.iter().filter(|name| others.contains(name)).cloned().collect(),
        };
        let mut except = self.except.clone();
        except.extend(other.except.iter().filter(|person| !self.except.contains(person)).cloned());
        Self { roles: both(&self.roles, &other.roles), people: both(&self.people, &other.people), except }
    }

    /// Whether somebody can be in both, with whatever role they may have some day.
    pub fn meets(&self, other: &Self) -> bool {
        let roles = self.roles.is_empty()
            || other.roles.is_empty()
            || self.roles.iter().any(|role| other.roles.contains(role));
        let named = if self.people.is_empty() { &other.people } else { &self.people };
        let in_both = |person: &&String| {
            [self, other].iter().all(|one| {
                (one.people.is_empty() || one.people.contains(person)) && !one.except.contains(person)
            })
        };
        roles && (named.is_empty() || named.iter().any(|person| in_both(&person)))
    }
}

/// One thing that is paid for.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its name in postings and in caps.
    pub id: String,
    /// How people call it; the id where not given.
    pub name: String,
    /// Who gets it, by role on the day; empty: everybody who is credited.
    pub roles: Vec<String>,
    /// What it is paid for.
    pub movements: Vec<Movement>,
    /// Only these people; empty: all.
    pub people: Vec<String>,
    /// Only for these units; empty: all.
    pub units: Vec<String>,
    /// Components that it replaces where it is paid.
    pub instead_of: Vec<String>,
    /// How much.
    pub pays: Pays,
    /// What attainment is measured against.
    pub quota: Option<Quota>,
    /// When it can be paid out.
    pub pay_on: PayOn,
    /// What is given back where the customer leaves early.
    pub claw_back: Option<ClawBack>,
    /// Over how many months it is spread as a cost to obtain a contract; none: it is not one.
    pub contract_months: Option<u32>,
}

/// How much a component pays.
#[derive(Clone, Debug, PartialEq)]
pub enum Pays {
    /// A part of the credited amount.
    Rate(Rate),
    /// An amount for each event, divided by the credits.
    Fixed(i64),
    /// An amount for each event to each person credited.
    FixedEach(i64),
    /// By how much has been credited before.
    Tiers(Tiers),
}

/// A rate table.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiers {
    /// What the bounds mean.
    pub by: By,
    /// What a step's rate applies to.
    pub apply: Apply,
    /// How long amounts are added up before the count begins anew; none: each event by itself.
    pub per: Option<Span>,
    /// Which quota counts where it is given for shorter spans than `per`.
    pub against: Against,
    /// Steps by ascending bound; the first begins at 0.
    pub steps: Vec<Step>,
}

/// One step of a rate table: from its bound (included) to the next one's (excluded).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Minor units, or billionths of the quota.
    pub from: i64,
    /// What is paid in it.
    pub rate: Rate,
}

words! {
    /// What the bounds of a rate table mean.
    By {
        /// Amounts.
        Amount = "amount",
        /// Parts of the quota.
        Attainment = "attainment",
    }
}

words! {
    /// What a step's rate applies to.
    Apply {
        /// To what lies within the step.
        Marginal = "marginal",
        /// To the whole amount, from the first unit on.
        Whole = "whole",
    }
}

words! {
    /// Which quota counts where several shorter spans of it lie within the one that is measured.
    Against {
        /// Those that have begun.
        ToDate = "to_date",
        /// All of them.
        Whole = "whole",
    }
}

words! {
    /// When an incentive can be paid out.
    PayOn {
        /// At once.
        Booking = "booking",
        /// As far as the customer has paid.
        InvoicePaid = "invoice_paid",
    }
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Quota {
    /// Minor units in each span.
    pub amount: i64,
    /// The span.
    pub per: Span,
    /// Parts of it that count in a person's first months; 100 % from then on.
    pub ramp: Vec<Rate>,
    /// People with another amount.
    pub people: BTreeMap<String, i64>,
}

/// What is given back where a customer leaves early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClawBack {
    /// Months from the event within which it is given back.
    pub within_months: u32,
    /// How much.
    pub part: GivenBack,
}

words! {
    /// How much is given back.
    GivenBack {
        /// All of it.
        All = "all",
        /// The months that are missing, of all months.
        Remaining = "remaining",
    }
}

/// The most that a person gets in a span.
#[derive(Clone, Debug, PartialEq)]
pub struct Cap {
    /// Its name in postings.
    pub id: String,
    /// For whom; empty: everybody.
    pub roles: Vec<String>,
    /// Of which components; empty: of all.
    pub components: Vec<String>,
    /// Minor units.
    pub amount: i64,
    /// The span.
    pub per: Span,
}

impl Cap {
    /// Whether all that it bounds is bounded by the other, too.
    pub fn within(&self, other: &Self) -> bool {
        let among = |own: &[String], all: &[String]| {
            all.is_empty() || (!own.is_empty() && own.iter().all(|name| all.contains(name)))
        };
        self.per.months() <= other.per.months()
            && among(&self.components, &other.components)
            && among(&self.roles, &other.roles)
    }

    /// Whether nothing is bounded by both.
    pub fn apart(&self, other: &Self) -> bool {
        let apart = |own: &[String], all: &[String]| {
            !own.is_empty() && !all.is_empty() && !own.iter().any(|name| all.contains(name))
        };
        apart(&self.components, &other.components) || apart(&self.roles, &other.roles)
    }

    /// Caps in this order apply one after the other: those within others come first.
    pub fn order(&self) -> (i32, usize, usize) {
        let size = |names: &[String]| if names.is_empty() { usize::MAX } else { names.len() };
        (self.per.months(), size(&self.components), size(&self.roles))
    }
}

/// The least that a person gets in a span, for good (a guarantee) or in advance (a draw).
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// Its name in postings.
    pub id: String,
    /// For whom; empty: everybody.
    pub roles: Vec<String>,
    /// Minor units.
    pub amount: i64,
    /// The span; a month for draws.
    pub per: Span,
    /// For how many months from the person's first; none: always.
    pub first_months: Option<u32>,
}

/// What the giver of a unit keeps of the incentive on it for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// Roles of givers; empty: all.
    pub from: Vec<String>,
    /// Roles of receivers; empty: all.
    pub to: Vec<String>,
    /// Components that are shared; empty: all.
    pub components: Vec<String>,
    /// The giver's share in each month from the transfer on; nothing after the last.
    pub shares: Vec<Share>,
    /// Who gives what the giver keeps.
    pub paid_by: PaidBy,
    /// What the giver gets only on conditions.
    pub held: Option<Held>,
    /// The most that all givers together get.
    pub budget: Option<Budget>,
}

impl Transition {
    /// For how many months the giver keeps something.
    pub fn months(&self) -> u32 {
        let last = self.shares.iter().rposition(|share| share.giver > 0);
        last.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0)
    }
}

/// A share as a whole number of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Parts that the giver gets.
    pub giver: u64,
    /// All parts; above zero and not below `giver`.
    pub whole: u64,
}

words! {
    /// Who gives what the giver of a unit keeps.
    PaidBy {
        /// It is taken from what the receiver would get.
        Receiver = "receiver",
        /// It comes on top.
        Company = "company",
    }
}

/// What the giver gets only on conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The part of the share.
    pub part: Rate,
    /// Whether the brief must have been accepted.
    pub brief_accepted: bool,
    /// For how many days from the transfer the customer must still be there; none: no matter.
    pub retained_days: Option<u32>,
}

/// The most that all givers together get in a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Minor units.
    pub amount: i64,
    /// The span.
    pub per: Span,
}

/// What one unit of another currency is worth from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The other currency.
    pub currency: Currency,
    /// First day.
    pub from: NaiveDate,
    /// Times 1e9.
    pub rate_e9: i64,
}

/// Longest document, in bytes.
pub const BYTES_MAX: usize = 262_144;
/// Most entries of any list in it, quotas of people aside.
pub const ENTRIES_MAX: usize = 200;
/// Most people with a quota of their own.
pub const PEOPLE_MAX: usize = 10_000;
/// Longest name, in letters.
pub const NAME_LETTERS_MAX: usize = 100;
/// Most months of anything that is counted in months.
pub const MONTHS_MAX: u32 = 120;

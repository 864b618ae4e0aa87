//! Costs to obtain contracts, spread over months (ASC 340-40, IFRS 15 paragraphs 91 to 94): what was paid for winning a contract is an asset that
//! shrinks month by month, the last month takes what rounding left, and what is left when the customer leaves is written off.
use super::book::Book;
use super::event::Movement;
use super::ledger::{Kind, Posting, PostingId};
use super::rounding::Rounding;
use crate::money::{Currency, Money, MoneyError};
use crate::subscriptions::months::Month;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// A cost to be spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractCost {
    /// What it was paid for.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// How much; below zero: taken back.
    pub amount: Money,
    /// The first month of the spreading.
    pub start: Month,
    /// The month in which it was posted: what belongs to months before is caught up in it.
    pub posted: Month,
    /// Over how many months; above zero.
    pub months: u32,
}

/// One month of one cost, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmortisationRow {
    /// The month.
    pub month: Month,
    /// The asset before.
    pub opening: i64,
    /// What was added to it.
    pub deferred: i64,
    /// What became an expense by the schedule.
    pub amortised: i64,
    /// What was written off because the customer left.
    pub written_off: i64,
    /// The asset after.
    pub closing: i64,
}

/// How contracts are treated that are no longer than a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShortContracts {
    /// At once: the practical expedient of ASC 340-40-25-4 and IFRS 15.94.
    ExpensedAtOnce,
    /// Like all others.
    Spread,
}

/// Longest contract that the practical expedient is for, in months.
const SHORT_MONTHS_MAX: u32 = 12;

/// The months of one cost. The customer leaving in a month writes off what its schedule has not reached by the end of that month.
///
/// # Errors
/// Overflow beyond 64 bits.
pub fn schedule(
    cost: &ContractCost,
    short: ShortContracts,
    left: Option<Month>,
) -> Result<Vec<AmortisationRow>, MoneyError> {
    let at_once = short == ShortContracts::ExpensedAtOnce && cost.months <= SHORT_MONTHS_MAX;
    let months =
        if at_once { 1 } else { i32::try_from(cost.months.max(1)).map_err(|_| MoneyError::Overflow)? };
    let start = if at_once { cost.posted } else { cost.start };
    let monthly = Rounding::HalfUp.divide(cost.amount.minor.into(), months.into())?;
    let mut rows = Vec::new();
    let (mut asset, mut due) = (0_i64, cost.amount.minor);
    let first = start.min(cost.posted);
    let last = start.plus(months - 1).max(cost.posted);
    let mut caught_up = 0_i64;
    for month in (0..=first.until(last)).map(|month| first.plus(month)) {
        let within = start <= month && month <= start.plus(months - 1);
        let own = if month == start.plus(months - 1) {
            due
        } else if within {
            monthly
        } else {
            0
        };
        due -= own;
        caught_up += own;
        if month < cost.posted {
            continue;
        }
        let deferred = if month == cost.posted { cost.amount.minor } else { 0 };
        let rest = asset + deferred - caught_up;
        let written_off = if left.is_some_and(|left| left <= month) { rest } else { 0 };
        let row = AmortisationRow {
            month,
            opening: asset,
            deferred,
            amortised: caught_up,
            written_off,
            closing: rest - written_off,
        };
        (asset, caught_up) = (row.closing, 0);
        rows.push(row);
        if written_off != 0 {
            break;
        }
    }
    Ok(rows)
}

/// What happened to the assets of many costs from one month to another, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RollForward {
    /// Before the first month.
    pub opening: i64,
    /// Added.
    pub deferred: i64,
    /// Become an expense by schedule.
    pub amortised: i64,
    /// Written off.
    pub written_off: i64,
    /// After the last month.
    pub closing: i64,
    /// What of the closing becomes an expense within twelve months.
    pub current: i64,
    /// The rest of the closing.
    pub non_current: i64,
}

impl RollForward {
    /// Whether opening, additions and expenses give the closing, and its two parts do.
    pub fn adds_up(&self) -> bool {
        self.opening + self.deferred - self.amortised - self.written_off == self.closing
            && self.current + self.non_current == self.closing
    }
}

/// The roll-forward of schedules over months, both ends included.
pub fn roll_forward<'r>(
    schedules: impl IntoIterator<Item = &'r [AmortisationRow]>,
    from: Month,
    to: Month,
) -> RollForward {
    let mut sum = RollForward::default();
    for rows in schedules {
        let closing = |before: Month| {
            rows.iter().take_while(|row| row.month < before).last().map_or(0, |row| row.closing)
        };
        sum.opening += closing(from);
        for row in rows.iter().filter(|row| from <= row.month && row.month <= to) {
            sum.deferred += row.deferred;
            sum.amortised += row.amortised;
            sum.written_off += row.written_off;
        }
        let (end, year) = (closing(to.plus(1)), closing(to.plus(13)));
        let goes_on = rows.iter().any(|row| row.month > to);
        sum.closing += end;
        let later = if goes_on { year } else { 0 };
        sum.current += end - later;
        sum.non_current += later;
    }
    sum
}

/// The costs in postings, by the components that plans mark with `contract_months`; a reversal follows the schedule of what it takes back.
pub fn costs(book: &Book, postings: &[Posting]) -> Vec<ContractCost> {
    let months: HashMap<(&str, &str, &str), u32> = book
        .versions()
        .iter()
        .flat_map(|version| {
            let named = version.plan.components.iter();
            named.filter_map(|component| {
                let key = (version.plan.name.as_str(), version.plan.version.as_str(), component.id.as_str());
                Some((key, component.contract_months?))
            })
        })
        .collect();
    let mut starts: HashMap<&PostingId, Month> = HashMap::new();
    let mut costs = Vec::new();
    for posting in postings.iter().filter(|posting| matches!(posting.kind, Kind::Earned | Kind::Reversed)) {
        let key = (posting.plan.name.as_str(), posting.plan.version.as_str(), &*posting.component);
        let Some(months) = months.get(&key).copied() else { continue };
        let minor: i64 =
            posting.entries.iter().filter(|entry| entry.person.is_some()).map(|entry| entry.minor).sum();
        let own = Month::of(posting.counted);
        let start = posting.of.as_ref().and_then(|of| starts.get(of)).copied().unwrap_or(own);
        starts.insert(&posting.id, start);
        costs.push(ContractCost {
            name: posting.id.to_string(),
            unit: posting.unit.as_deref().unwrap_or_default().to_owned(),
            amount: Money::new(minor, posting.currency),
            start,
            posted: posting.period,
            months,
        });
    }
    costs
}

/// The first month in which each unit left, of all events.
pub fn departures<'e>(
    events: impl IntoIterator<Item = (&'e str, Movement, NaiveDate)>,
) -> BTreeMap<String, Vec<Month>> {
    let mut departures: BTreeMap<String, Vec<Month>> = BTreeMap::new();
    for (unit, movement, day) in events {
        if movement == Movement::Churn {
            departures.entry(unit.to_owned()).or_default().push(Month::of(day));
        }
    }
    departures
}

/// The month in which the unit of a cost left after the cost began.
pub fn left(cost: &ContractCost, departures: &BTreeMap<String, Vec<Month>>) -> Option<Month> {
    departures.get(&cost.unit)?.iter().copied().filter(|month| *month >= cost.start).min()
}

/// One row of the export: a cost's month with names. Amounts are decimal text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ExportRow {
    /// The cost.
    pub cost: String,
    /// The unit.
    pub unit: String,
    /// The month.
    pub month: Month,
    /// The asset before.
    pub opening: String,
    /// What was added to it.
    pub deferred: String,
    /// What became an expense by the schedule.
    pub amortised: String,
    /// What was written off.
    pub written_off: String,
    /// The asset after.
    pub closing: String,
    /// The currency.
    pub currency: Currency,
}

/// The export of one cost.
///
/// # Errors
/// Overflow beyond 64 bits.
pub fn export(
    cost: &ContractCost,
    short: ShortContracts,
    left: Option<Month>,
) -> Result<Vec<ExportRow>, MoneyError> {
    let text = |minor| Money::new(minor, cost.amount.currency).decimal_text();
    let row = |row: AmortisationRow| ExportRow {
        cost: cost.name.clone(),
        unit: cost.unit.clone(),
        month: row.month,
        opening: text(row.opening),
        deferred: text(row.deferred),
        amortised: text(row.amortised),
        written_off: text(row.written_off),
        closing: text(row.closing),
        currency: cost.amount.currency,
    };
    Ok(schedule(cost, short, left)?.into_iter().map(row).collect())
}

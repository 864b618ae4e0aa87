//! What has been added up: per person and component for rate tables, per person and cap. A count belongs to one plan version and one quota;
//! the next one goes on at the position where the one before stood when it began, and is changed only by its own events from then on.
use crate::incentives::book::PersonNo;
use crate::incentives::curve::Curve;
use crate::incentives::rounding::Rounding;
use crate::money::MoneyError;
use crate::subscriptions::months::Month;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Which count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountKey {
    /// Whose.
    pub person: PersonNo,
    /// Of what: a component's number, or a cap's place in its plan.
    pub what: u32,
    /// First month of the span that is added up.
    pub span: Month,
    /// First month of the quota's span, where the quota grows within the count.
    pub now: Month,
    /// First day of the plan version.
    pub version: NaiveDate,
}

impl CountKey {
    /// The lowest key that goes on into this one.
    fn first(self) -> Self {
        let least = Month::of(NaiveDate::MIN);
        Self { now: least, version: NaiveDate::MIN, ..self }
    }
}

/// What has been added up for a rate table.
#[derive(Clone, Debug)]
pub struct Count {
    /// The table.
    pub curve: Arc<Curve>,
    /// What is to be reached, in minor units, where there is a quota.
    pub quota: Option<i64>,
    /// How people write the span.
    pub span: Arc<str>,
    /// The last day of it: what is remeasured counts on it, because it belongs to no single event.
    pub end: NaiveDate,
    /// Where it began.
    pub start: i128,
    /// What was added since, minor units.
    pub added: i128,
    /// What the lines of events pay that were not taken back, in billionths.
    pub own: i128,
    /// What was posted for other rates of earlier amounts, minor units.
    pub remeasured: i64,
}

impl Count {
    /// Where it stands.
    pub fn position(&self) -> i128 {
        self.start + self.added
    }

    /// What must be posted so that lines and remeasurements together are what the table pays for what was added.
    ///
    /// # Errors
    /// Overflow.
    pub fn remeasure(&mut self, rounding: Rounding) -> Result<i64, MoneyError> {
        let exact =
            self.curve.total(self.start, self.added)?.checked_sub(self.own).ok_or(MoneyError::Overflow)?;
        let target = rounding.divide(exact, crate::incentives::rate::BILLION)?;
        let change = target.checked_sub(self.remeasured).ok_or(MoneyError::Overflow)?;
        self.remeasured = target;
        Ok(change)
    }
}

/// What a person got of what a cap bounds.
#[derive(Clone, Debug, Default)]
pub struct CapCount {
    start: i128,
    added: i128,
    /// What is taken off in each month; the day is the last one that counted.
    taken: Vec<(NaiveDate, i64)>,
}

impl CapCount {
    /// What it would be without the cap.
    pub fn reached(&self) -> i128 {
        self.start + self.added
    }

    /// Adds an amount of a day; what must be taken off (above zero) or given back (below), each with the day on which it counts.
    ///
    /// What is given back counts in a month of which it was taken, the amount's own first and then the latest: so that in no month more is
    /// given back than was taken, and a cap of a shorter span, which does not see it, holds as well.
    ///
    /// # Errors
    /// Overflow.
    pub fn add(
        &mut self,
        (minor, day): (i64, NaiveDate),
        cap: i64,
    ) -> Result<Vec<(NaiveDate, i64)>, MoneyError> {
        let over = |position: i128| (position - i128::from(cap)).max(0);
        let before = over(self.start + self.added);
        self.added = self.added.checked_add(i128::from(minor)).ok_or(MoneyError::Overflow)?;
        let change =
            i64::try_from(over(self.start + self.added) - before).map_err(|_| MoneyError::Overflow)?;
        if change > 0 {
            self.take(day, change)?;
            return Ok(vec![(day, change)]);
        }
        Ok(self.give_back(day, change))
    }

    fn take(&mut self, day: NaiveDate, minor: i64) -> Result<(), MoneyError> {
        let same = self.taken.iter_mut().find(|(taken, _)| Month::of(*taken) == Month::of(day));
        let Some((last, sum)) = same else {
            self.taken.push((day, minor));
            self.taken.sort_unstable();
            return Ok(());
        };
        *last = day.max(*last);
        *sum = sum.checked_add(minor).ok_or(MoneyError::Overflow)?;
        Ok(())
    }

    /// Divides what is given back, which is below zero, among the months; what was taken under an earlier version of the plan stays with the day.
    fn give_back(&mut self, day: NaiveDate, change: i64) -> Vec<(NaiveDate, i64)> {
        let (mut given, mut open) = (Vec::new(), -change);
        let own = self.taken.iter().position(|(taken, _)| Month::of(*taken) == Month::of(day));
        for at in own.into_iter().chain((0..self.taken.len()).rev().filter(|at| Some(*at) != own)) {
            let Some((last, left)) = self.taken.get_mut(at) else { continue };
            let part = open.min(*left);
            (*left, open) = (*left - part, open - part);
            given.push((if Some(at) == own { day } else { *last }, -part));
        }
        given.push((day, -open));
        given.retain(|(_, minor)| *minor != 0);
        self.taken.retain(|(_, left)| *left != 0);
        given
    }
}

/// All counts. They are looked up by hash; their order is only asked when a new one begins.
#[derive(Debug, Default)]
pub struct Counts {
    /// Of rate tables.
    pub tables: HashMap<CountKey, Count>,
    table_order: BTreeSet<CountKey>,
    caps: HashMap<CountKey, CapCount>,
    cap_order: BTreeSet<CountKey>,
}

impl Counts {
    /// Where the count before this one stands: where a new one begins.
    pub fn start(&self, key: CountKey) -> i128 {
        let before = self.table_order.range(key.first()..key).next_back();
        before.and_then(|before| self.tables.get(before)).map_or(0, Count::position)
    }

    /// Begins the count of a table.
    pub fn begin(&mut self, key: CountKey, count: Count) {
        self.table_order.insert(key);
        self.tables.insert(key, count);
    }

    /// The count of a cap, begun where there is none.
    pub fn cap(&mut self, key: CountKey) -> &mut CapCount {
        if !self.caps.contains_key(&key) {
            let before = self.cap_order.range(key.first()..key).next_back();
            let start = before.and_then(|before| self.caps.get(before)).map_or(0, CapCount::reached);
            self.cap_order.insert(key);
            self.caps.insert(key, CapCount { start, ..CapCount::default() });
        }
        self.caps.entry(key).or_default()
    }
}

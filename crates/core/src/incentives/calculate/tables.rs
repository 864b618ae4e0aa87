//! What a rate table pays: the count that an event adds to, and one line for each step that it lies in.
use super::counts::{Count, CountKey};
use super::earn::{Credited, Line};
use super::kept::Measured;
use super::{Calculator, Cause, Reason};
use crate::incentives::because::Because;
use crate::incentives::book::Person;
use crate::incentives::curve::Curve;
use crate::incentives::plan::{Against, By, Pays, Tiers};
use crate::incentives::quota::Target;
use crate::incentives::rate::BILLION;
use crate::money::{Currency, Money, MoneyError};
use chrono::NaiveDate;
use std::sync::Arc;

impl Calculator {
    /// The lines of a rate table: one for each step that the base lies in.
    pub(super) fn stepped(
        &mut self,
        credited: &Credited,
        at: usize,
        cause: &Cause,
        (component, currency): (Arc<str>, Currency),
    ) -> Result<(Vec<Line>, Option<Measured>), Reason> {
        let key = self.count(credited, at, cause)?;
        let Some((version, Pays::Tiers(tiers))) =
            self.component(credited.version, at).map(|(version, component)| (version, &component.pays))
        else {
            return Ok((Vec::new(), None));
        };
        let rounding = version.plan.rounding;
        let each;
        let count = match key {
            Some(key) => self.counts.tables.get(&key),
            None => {
                each = lone_count(tiers)?;
                Some(&each)
            }
        };
        let Some(count) = count else { return Ok((Vec::new(), None)) };
        let mut own: i128 = 0;
        let mut lines = Vec::new();
        for slice in count.curve.slices(count.position(), credited.base)? {
            let exact = i128::from(slice.base) * slice.rate.billionths();
            own += exact;
            let money = |minor| Money::new(minor, currency);
            let before = i64::try_from(count.position()).map_err(|_| MoneyError::Overflow)?;
            let mut because = vec![Because::Step {
                component: component.clone(),
                base: money(slice.base),
                rate: slice.rate,
                from: money(slice.from),
                to: slice.to.map(money),
                before: key.map(|_| money(before)),
                span: count.span.clone(),
                quota: count.quota.map(money),
            }];
            because.extend_from_slice(&credited.because);
            let minor = rounding.divide(exact, BILLION)?;
            lines.push(Line { base: Some(slice.base), rate: Some(slice.rate), minor, because });
        }
        let measured = key.map(|key| Measured {
            key,
            person: credited.person,
            version: credited.version,
            component: at,
            base: credited.base,
            own,
        });
        if let Some(count) = key.and_then(|key| self.counts.tables.get_mut(&key)) {
            count.added += i128::from(credited.base);
            count.own = count.own.checked_add(own).ok_or(MoneyError::Overflow)?;
        }
        Ok((lines, measured))
    }

    /// The count that a table adds to, begun where there is none; none where each event counts by itself.
    fn count(&mut self, credited: &Credited, at: usize, cause: &Cause) -> Result<Option<CountKey>, Reason> {
        let Some((version, component)) = self.component(credited.version, at) else { return Ok(None) };
        let Pays::Tiers(tiers) = &component.pays else { return Ok(None) };
        let Some(span) = tiers.per else { return Ok(None) };
        let first = span.first_month(cause.date);
        let now = match (&component.quota, tiers.against) {
            (Some(quota), Against::ToDate) => quota.per.first_month(cause.date),
            _ => first,
        };
        let what = version.components.get(at).map_or(u32::MAX, |named| named.number);
        let key =
            CountKey { person: credited.person, what, span: first, now, version: version.plan.effective };
        if self.counts.tables.contains_key(&key) {
            return Ok(Some(key));
        }
        let target = match (tiers.by, &component.quota) {
            (By::Attainment, Some(quota)) => {
                let person = self.book.person(credited.person);
                let name = person.map_or("", |person| &*person.name);
                let start = person.and_then(Person::first_month);
                Some(Target::new(quota, name, start, (span, first), (tiers.against, now))?)
            }
            _ => None,
        };
        let curve = match &target {
            Some(target) if target.is_zero() => Curve::first_step(tiers),
            Some(target) => Curve::new(tiers, |billionths| target.bound(billionths))?,
            None => Curve::new(tiers, Ok)?,
        };
        let count = Count {
            curve: Arc::new(curve),
            quota: target.map(|target| target.minor()).transpose()?,
            span: span.name(first).into(),
            end: span.last_day(first),
            start: self.counts.start(key),
            added: 0,
            own: 0,
            remeasured: 0,
        };
        self.counts.begin(key, count);
        Ok(Some(key))
    }
}

/// A count for one event by itself.
fn lone_count(tiers: &Tiers) -> Result<Count, MoneyError> {
    let curve = Arc::new(Curve::new(tiers, Ok)?);
    Ok(Count {
        curve,
        quota: None,
        span: "".into(),
        end: NaiveDate::MAX,
        start: 0,
        added: 0,
        own: 0,
        remeasured: 0,
    })
}

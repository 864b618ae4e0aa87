//! What a person has to reach in a span, with the ramp of the first months, as an exact fraction of minor units.
use super::plan::{Against, Quota};
use super::rate::{BILLION, Rate};
use super::span::Span;
use crate::money::MoneyError;
use crate::subscriptions::months::Month;

/// An exact quota: `over / under` minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    over: i128,
    under: i128,
}

impl Target {
    /// The quota that counts for what is added up over the span `per` that begins with `first`, in the quota's own span that begins with `now`.
    /// Months before a person's `start` count nothing, the first ones as the ramp says.
    ///
    /// # Errors
    /// Overflow beyond 128 bits.
    pub fn new(
        quota: &Quota,
        person: &str,
        start: Option<Month>,
        (per, first): (Span, Month),
        (against, now): (Against, Month),
    ) -> Result<Self, MoneyError> {
        let end = match against {
            Against::Whole => first.plus(per.months()),
            Against::ToDate => now.plus(quota.per.months()),
        };
        let months = (0..first.until(end)).map(|month| first.plus(month));
        let weight: i128 = months.map(|month| part_of(quota, start, month).billionths()).sum();
        let amount = quota.people.get(person).copied().unwrap_or(quota.amount);
        let over = i128::from(amount).checked_mul(weight).ok_or(MoneyError::Overflow)?;
        Ok(Self { over, under: BILLION * i128::from(quota.per.months()) })
    }

    /// Whether there is nothing to reach.
    pub fn is_zero(&self) -> bool {
        self.over == 0
    }

    /// The first whole minor unit at or above a part of it, given in billionths.
    ///
    /// # Errors
    /// Overflow beyond 64 bits.
    pub fn bound(&self, billionths: i64) -> Result<i64, MoneyError> {
        let over = self.over.checked_mul(i128::from(billionths)).ok_or(MoneyError::Overflow)?;
        let under = self.under.checked_mul(BILLION).ok_or(MoneyError::Overflow)?;
        let up = i128::from(over.rem_euclid(under) > 0);
        i64::try_from(over.div_euclid(under) + up).map_err(|_| MoneyError::Overflow)
    }

    /// It in whole minor units, rounded up.
    ///
    /// # Errors
    /// Overflow beyond 64 bits.
    pub fn minor(&self) -> Result<i64, MoneyError> {
        self.bound(i64::try_from(BILLION).unwrap_or(i64::MAX))
    }
}

/// The part of the quota that counts in a month.
fn part_of(quota: &Quota, start: Option<Month>, month: Month) -> Rate {
    let Some(start) = start else { return Rate::WHOLE };
    match usize::try_from(start.until(month)) {
        Err(_) => Rate::ZERO,
        Ok(since) => quota.ramp.get(since).copied().unwrap_or(Rate::WHOLE),
    }
}

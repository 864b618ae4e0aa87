//! A rate table in use: what it pays in total as a function of what has been added up, exact in billionths of a minor unit.
//! A count may begin at a position above zero, because a new plan version or a new quota goes on where the one before stopped.
use super::plan::{Apply, Tiers};
use super::rate::Rate;
use crate::money::MoneyError;

/// Steps with their bounds in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    apply: Apply,
    steps: Vec<(i64, Rate)>,
}

/// What lies within one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Minor units in it; negative for what is taken back.
    pub base: i64,
    /// The step's rate.
    pub rate: Rate,
    /// First minor unit of the step.
    pub from: i64,
    /// First minor unit of the next one.
    pub to: Option<i64>,
}

impl Curve {
    /// Steps as `bound` puts them into minor units; their order stays, and equal bounds leave the last of them.
    ///
    /// # Errors
    /// Where a bound is beyond 64 bits.
    pub fn new(tiers: &Tiers, bound: impl Fn(i64) -> Result<i64, MoneyError>) -> Result<Self, MoneyError> {
        let mut steps: Vec<(i64, Rate)> = Vec::with_capacity(tiers.steps.len());
        for step in &tiers.steps {
            let from = bound(step.from)?;
            steps.retain(|(before, _)| *before < from);
            steps.push((from, step.rate));
        }
        Ok(Self { apply: tiers.apply, steps })
    }

    /// The first step only: what is paid where the quota is nothing and attainment has no meaning.
    pub fn first_step(tiers: &Tiers) -> Self {
        let first = tiers.steps.iter().take(1).map(|step| (0, step.rate));
        Self { apply: tiers.apply, steps: first.collect() }
    }

    /// How a rate applies.
    pub fn apply(&self) -> Apply {
        self.apply
    }

    /// The step that a position lies in; below the first bound, the first one.
    fn step_at(&self, position: i128) -> usize {
        self.steps.partition_point(|(from, _)| i128::from(*from) <= position).saturating_sub(1)
    }

    fn rate_of(&self, step: usize) -> Rate {
        self.steps.get(step).map_or(Rate::ZERO, |(_, rate)| *rate)
    }

    /// What the table pays for the `added` minor units that follow position `start`, in billionths.
    ///
    /// # Errors
    /// Overflow beyond 128 bits.
    pub fn total(&self, start: i128, added: i128) -> Result<i128, MoneyError> {
        let end = start.checked_add(added).ok_or(MoneyError::Overflow)?;
        match self.apply {
            Apply::Whole => {
                let rate = self.rate_of(self.step_at(end));
                added.checked_mul(rate.billionths()).ok_or(MoneyError::Overflow)
            }
            Apply::Marginal => self.area(end)?.checked_sub(self.area(start)?).ok_or(MoneyError::Overflow),
        }
    }

    /// What a marginal table pays from 0 to a position.
    fn area(&self, position: i128) -> Result<i128, MoneyError> {
        let mut area: i128 = 0;
        for (step, (from, rate)) in self.steps.iter().enumerate() {
            let from = if step == 0 { 0 } else { i128::from(*from) };
            if step > 0 && position <= from {
                break;
            }
            let to = self.steps.get(step + 1).map_or(position, |(next, _)| position.min(i128::from(*next)));
            let piece = (to - from).checked_mul(rate.billionths()).ok_or(MoneyError::Overflow)?;
            area = area.checked_add(piece).ok_or(MoneyError::Overflow)?;
        }
        Ok(area)
    }

    /// The amount that moves the count from `position` on, cut at the bounds; one slice at the rate of the new position where a rate applies
    /// to the whole.
    ///
    /// # Errors
    /// Overflow beyond 64 bits.
    pub fn slices(&self, position: i128, amount: i64) -> Result<Vec<Slice>, MoneyError> {
        let end = position.checked_add(i128::from(amount)).ok_or(MoneyError::Overflow)?;
        if self.apply == Apply::Whole {
            return Ok(vec![self.slice(self.step_at(end), amount)]);
        }
        let (low, high) = (position.min(end), position.max(end));
        // What lies below a bound belongs to the step before it, so the step of the last unit counts.
        let (first, last) = (self.step_at(low), self.step_at((high - 1).max(low)));
        let mut slices = Vec::with_capacity(last - first + 1);
        for step in first..=last {
            let from = if step == first { low } else { self.bound(step).unwrap_or(low) };
            let to = if step == last { high } else { self.bound(step + 1).unwrap_or(high) };
            let base = i64::try_from((to - from) * i128::from(amount.signum()));
            slices.push(self.slice(step, base.map_err(|_| MoneyError::Overflow)?));
        }
        Ok(slices)
    }

    fn bound(&self, step: usize) -> Option<i128> {
        self.steps.get(step).map(|(from, _)| i128::from(*from))
    }

    fn slice(&self, step: usize, base: i64) -> Slice {
        let bound = |step: usize| self.steps.get(step).map(|(from, _)| *from);
        Slice { base, rate: self.rate_of(step), from: bound(step).unwrap_or(0), to: bound(step + 1) }
    }
}

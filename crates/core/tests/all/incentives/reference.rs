//! The definition of rates, tables, shares, refunds and versions, written for reading only: exact fractions, every sum made anew from the whole
//! history, nothing kept that could be counted. Compared with the calculation on worlds drawn at random.
use crate::incentives::told::World;
use crate::incentives::worlds::{Extent, worlds};
use chrono::{Datelike, Months, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::incentives::plan::{Apply, Component, Pays, Plan, Tiers};
use tandem_core::incentives::{Event, Movement, Rounding};

/// An exact fraction in lowest terms, its denominator above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Q(i128, i128);

impl Q {
    fn new(over: i128, under: i128) -> Self {
        fn common(a: i128, b: i128) -> i128 {
            if b == 0 { a.abs() } else { common(b, a % b) }
        }
        let divisor = common(over, under).max(1) * under.signum();
        Self(over / divisor, under / divisor)
    }

    fn add(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }

    fn times(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }

    fn minus(self, other: Self) -> Self {
        self.add(Self(-other.0, other.1))
    }

    fn round(self, rounding: Rounding) -> i128 {
        let down = self.0.abs().div_euclid(self.1);
        let twice_rest = 2 * (self.0.abs() - down * self.1);
        let up = match rounding {
            Rounding::HalfUp => twice_rest >= self.1,
            Rounding::HalfEven => twice_rest > self.1 || (twice_rest == self.1 && down % 2 == 1),
            Rounding::Down => false,
        };
        self.0.signum() * (down + i128::from(up))
    }
}

/// Whole units of an amount by weights: one unit after the other to whom most is missing.
fn divide(amount: i128, weights: &[(String, i128)]) -> Vec<(String, i128)> {
    let total: i128 = weights.iter().map(|(_, weight)| weight).sum();
    let exact = |weight: i128| Q::new(amount.abs() * weight, total);
    let mut parts: Vec<(String, i128, i128)> = weights
        .iter()
        .map(|(name, weight)| (name.clone(), exact(*weight).round(Rounding::Down), *weight))
        .collect();
    while parts.iter().map(|(_, part, _)| part).sum::<i128>() < amount.abs() {
        let missing = |part: &(String, i128, i128)| exact(part.2).minus(Q(part.1, 1));
        let most = (0..parts.len()).reduce(|best, at| {
            let gain = missing(&parts[at]).minus(missing(&parts[best])).0;
            if gain > 0 || (gain == 0 && parts[at].0 < parts[best].0) { at } else { best }
        });
        parts[most.unwrap()].1 += 1;
    }
    parts.into_iter().map(|(name, part, _)| (name, part * amount.signum())).collect()
}

/// Person, component, first month of the span, plan version.
type Key = (String, String, NaiveDate, usize);

/// What an event added to a count.
struct Added {
    key: Key,
    base: i128,
    own: Q,
}

/// An event with what is left of it.
struct Past {
    left: i128,
    postings: Vec<(Rounding, Vec<(String, i128)>)>,
    added: Vec<Added>,
}

#[derive(Default)]
struct Reference {
    past: BTreeMap<String, Past>,
    began: BTreeMap<Key, Q>,
    remeasured: BTreeMap<Key, i128>,
    paid: BTreeMap<String, i128>,
}

fn rate_at(tiers: &Tiers, position: Q) -> Q {
    let reached = tiers.steps.iter().rev().find(|step| position.minus(Q(step.from.into(), 1)).0 >= 0);
    Q::new(reached.unwrap_or(&tiers.steps[0]).rate.billionths(), 1_000_000_000)
}

/// What a table pays for what lies between two positions, step by step.
fn pieces(tiers: &Tiers, from: i128, to: i128) -> Vec<(i128, Q)> {
    let mut pieces = Vec::new();
    for (at, step) in tiers.steps.iter().enumerate() {
        let end = tiers.steps.get(at + 1).map_or(i128::MAX, |next| next.from.into());
        let base = to.min(end) - from.max(step.from.into());
        if base > 0 {
            pieces.push((base, rate_at(tiers, Q(step.from.into(), 1))));
        }
    }
    pieces
}

fn total(tiers: &Tiers, start: i128, added: i128) -> Q {
    match tiers.apply {
        Apply::Whole => rate_at(tiers, Q(start + added, 1)).times(Q(added, 1)),
        Apply::Marginal => {
            let sum = pieces(tiers, start, start + added).into_iter();
            sum.fold(Q(0, 1), |sum, (base, rate)| sum.add(rate.times(Q(base, 1))))
        }
    }
}

fn role(world: &World, person: &str, day: NaiveDate) -> Option<String> {
    let held = world.posts.iter().filter(|post| post.person == person && post.start <= day);
    held.filter(|post| post.end.is_none_or(|end| day <= end)).map(|post| post.role.clone()).next_back()
}

impl Reference {
    fn give(&mut self, person: &str, minor: i128) {
        *self.paid.entry(person.to_owned()).or_insert(0) += minor;
    }

    fn take(&mut self, world: &World, event: &Event) {
        match event.movement {
            Movement::Refund => self.refund(world, event),
            _ => self.earn(world, event),
        }
    }

    fn earn(&mut self, world: &World, event: &Event) {
        let size = i128::from(event.amount.unwrap().minor);
        self.past.insert(event.id.clone(), Past { left: size, postings: Vec::new(), added: Vec::new() });
        let weights: Vec<(String, i128)> =
            event.credits.revenue.iter().map(|(name, part)| (name.clone(), i128::from(*part))).collect();
        let mut bases = divide(size, &weights);
        bases.sort();
        let version = (0..world.plans.len()).rev().find(|at| world.plans[*at].effective <= event.date);
        let Some(version) = version else { return };
        let plan = &world.plans[version];
        for (person, part) in &event.credits.overlay {
            let base = Q::new(size * i128::from(*part), 1_000_000_000).round(plan.rounding);
            bases.push((person.clone(), base));
        }
        for (person, base) in bases {
            let own = role(world, &person, event.date);
            for component in &plan.components {
                let fits = component.roles.is_empty()
                    || own.as_ref().is_some_and(|own| component.roles.contains(own));
                if fits && component.movements.contains(&event.movement) {
                    self.pay(world, event, (plan, version), component, (&person, base));
                }
            }
        }
    }

    fn pay(
        &mut self,
        world: &World,
        event: &Event,
        (plan, version): (&Plan, usize),
        component: &Component,
        (person, base): (&str, i128),
    ) {
        let tiers = match &component.pays {
            Pays::Tiers(tiers) => tiers,
            Pays::Rate(rate) => {
                let rate = Q::new(rate.billionths(), 1_000_000_000);
                return self.post(world, event, plan, person, rate.times(Q(base, 1)));
            }
            _ => unreachable!("the worlds have no fixed amounts"),
        };
        let Some(span) = tiers.per else {
            return self.lines(world, event, plan, person, (tiers, 0, base));
        };
        let month = (event.date.month0() as i32 / span.months() * span.months()) as u32 + 1;
        let first = NaiveDate::from_ymd_opt(event.date.year(), month, 1).unwrap();
        let key = (person.to_owned(), component.id.clone(), first, version);
        let earlier = (key.0.clone(), key.1.clone(), key.2, version.wrapping_sub(1));
        let before = self.began.get(&earlier).map(|start| start.add(Q(self.added(&earlier), 1)));
        let start = *self.began.entry(key.clone()).or_insert(before.unwrap_or(Q(0, 1)));
        let position = start.0 + self.added(&key);
        self.lines(world, event, plan, person, (tiers, position, base));
        let own = match tiers.apply {
            Apply::Whole => rate_at(tiers, Q(position + base, 1)).times(Q(base, 1)),
            Apply::Marginal => total(tiers, position, base),
        };
        let past = self.past.get_mut(&event.id).unwrap();
        past.added.push(Added { key: key.clone(), base, own });
        self.remeasure(tiers, plan, &key);
    }

    fn lines(
        &mut self,
        world: &World,
        event: &Event,
        plan: &Plan,
        person: &str,
        (tiers, position, base): (&Tiers, i128, i128),
    ) {
        let pieces = match tiers.apply {
            Apply::Whole => vec![(base, rate_at(tiers, Q(position + base, 1)))],
            Apply::Marginal => pieces(tiers, position, position + base),
        };
        for (base, rate) in pieces {
            self.post(world, event, plan, person, rate.times(Q(base, 1)));
        }
    }

    fn added(&self, key: &Key) -> i128 {
        self.past
            .values()
            .flat_map(|past| &past.added)
            .filter(|added| added.key == *key)
            .map(|added| added.base)
            .sum()
    }

    fn remeasure(&mut self, tiers: &Tiers, plan: &Plan, key: &Key) {
        let all = self.past.values().flat_map(|past| &past.added).filter(|added| added.key == *key);
        let own = all.fold(Q(0, 1), |sum, added| sum.add(added.own));
        let due = total(tiers, self.began[key].0, self.added(key)).minus(own).round(plan.rounding);
        let before = self.remeasured.insert(key.clone(), due).unwrap_or(0);
        self.give(&key.0, due - before);
    }

    /// One posting, divided by the shares that are running.
    fn post(&mut self, world: &World, event: &Event, plan: &Plan, person: &str, exact: Q) {
        let minor = exact.round(plan.rounding);
        let mut running = Vec::new();
        let mut handoffs: Vec<_> =
            world.handoffs.iter().filter(|handoff| handoff.unit == event.unit).collect();
        handoffs.sort_by_key(|handoff| handoff.transferred);
        for handoff in handoffs {
            let Some(transition) = &plan.transition else { continue };
            let begins = |month: usize| handoff.transferred + Months::new(u32::try_from(month).unwrap());
            let share = (0..transition.shares.len())
                .find(|month| begins(*month) <= event.date && event.date < begins(month + 1));
            let first =
                world.posts.iter().find(|post| post.person == handoff.from).map(|post| post.role.clone());
            let before = role(world, &handoff.from, handoff.transferred.pred_opt().unwrap()).or(first);
            let gives = before.is_none_or(|role| transition.from.contains(&role));
            running.extend(share.filter(|_| gives).map(|month| (handoff, transition.shares[month])));
        }
        running.retain(|(_, share)| share.giver > 0);
        let party = running.iter().any(|(handoff, _)| handoff.from == person || handoff.to == person);
        let mut weights: BTreeMap<String, Q> = BTreeMap::new();
        let mut rest = Q(1, 1);
        for (handoff, share) in running.iter().filter(|_| party) {
            let own = rest.times(Q::new(share.giver.into(), share.whole.into()));
            let sum = weights.entry(handoff.from.clone()).or_insert(Q(0, 1));
            (*sum, rest) = (sum.add(own), rest.minus(own));
        }
        let last = running.last().filter(|_| party).map_or(person, |(handoff, _)| handoff.to.as_str());
        let sum = weights.entry(last.to_owned()).or_insert(Q(0, 1));
        *sum = sum.add(rest);
        let under = weights.values().map(|weight| weight.1).product::<i128>();
        let weights: Vec<(String, i128)> =
            weights.into_iter().map(|(name, weight)| (name, weight.0 * (under / weight.1))).collect();
        let parts = divide(minor, &weights);
        parts.iter().for_each(|(name, part)| self.give(name, *part));
        self.past.get_mut(&event.id).unwrap().postings.push((plan.rounding, parts));
    }

    fn refund(&mut self, world: &World, event: &Event) {
        let mut past = self.past.remove(event.of.as_ref().unwrap()).unwrap();
        let minor = event.amount.map_or(past.left, |amount| amount.minor.into());
        let part = if past.left == 0 { Q(1, 1) } else { Q::new(minor, past.left) };
        past.left -= minor;
        for (rounding, parts) in &mut past.postings {
            let left: i128 = parts.iter().map(|(_, part)| part).sum();
            let back = Q(left, 1).times(part).round(*rounding);
            if left != 0 {
                let weights: Vec<(String, i128)> =
                    parts.iter().map(|(name, part)| (name.clone(), part.abs())).collect();
                for ((name, back), (_, left)) in divide(back, &weights).into_iter().zip(parts) {
                    *left -= back;
                    self.give(&name, -back);
                }
            }
        }
        for added in &mut past.added {
            added.base -= Q(added.base, 1).times(part).round(Rounding::HalfUp);
            let billion = Q(1_000_000_000, 1);
            let back = added.own.times(part).times(billion).round(Rounding::HalfUp);
            added.own = added.own.minus(Q::new(back, billion.0));
        }
        let keys: Vec<Key> = past.added.iter().map(|added| added.key.clone()).collect();
        self.past.insert(event.of.clone().unwrap(), past);
        for key in keys {
            let plan = &world.plans[key.3];
            let component = plan.components.iter().find(|component| component.id == key.1).unwrap();
            let Pays::Tiers(tiers) = &component.pays else { unreachable!("only tables count") };
            self.remeasure(tiers, plan, &key);
        }
    }
}

proptest! {
    #![proptest_config(crate::incentives::cases())]

    #[test]
    fn postings_are_as_defined(world in worlds(Extent::Plain)) {
        let mut reference = Reference::default();
        for event in &world.events {
            reference.take(&world, event);
        }
        let mut paid: BTreeMap<String, i128> = BTreeMap::new();
        for entry in world.postings().into_iter().flat_map(|posting| posting.entries) {
            if let Some(person) = entry.person {
                *paid.entry(person.to_string()).or_insert(0) += i128::from(entry.minor);
            }
        }
        paid.retain(|_, minor| *minor != 0);
        reference.paid.retain(|_, minor| *minor != 0);
        prop_assert_eq!(paid, reference.paid);
    }
}

//! What an event pays: the credited parts, the components that apply, and the lines of each.
use super::kept::{Measured, Record};
use super::share::Payment;
use super::{Calculator, Cause, Output, Reason, Sink};
use crate::incentives::because::Because;
use crate::incentives::book::{PersonNo, Version, VersionNo, applies};
use crate::incentives::event::{Credits, Event, Movement, WHOLE};
use crate::incentives::note::{Note, Why};
use crate::incentives::plan::{Component, Pays, Plan};
use crate::incentives::rate::Rate;
use crate::incentives::rounding::Rounding;
use crate::incentives::split::split;
use crate::money::{Money, MoneyError};
use crate::subscriptions::rates::RATE_SCALE;

/// What is paid for.
pub struct Deed<'e> {
    /// What happened.
    pub movement: Movement,
    /// How much.
    pub amount: Option<Money>,
    /// Who is credited.
    pub credits: &'e Credits,
}

impl<'e> From<&'e Event> for Deed<'e> {
    fn from(event: &'e Event) -> Self {
        Self { movement: event.movement, amount: event.amount, credits: &event.credits }
    }
}

/// A person's part of an event.
pub struct Credited {
    /// Who.
    pub person: PersonNo,
    /// The plan version in force.
    pub version: VersionNo,
    /// What the person is credited with, minor units of the plan's currency.
    pub base: i64,
    /// The part of it.
    part: Rate,
    overlay: bool,
    /// Why it is this part.
    pub because: Vec<Because>,
}

/// One line to be posted.
pub struct Line {
    /// What the rate is applied to.
    pub base: Option<i64>,
    /// The rate.
    pub rate: Option<Rate>,
    /// Minor units.
    pub minor: i64,
    /// Why.
    pub because: Vec<Because>,
}

impl Calculator {
    /// Posts what an event pays.
    pub(super) fn earn(&mut self, cause: &mut Cause, deed: Deed, out: Sink) -> Result<Record, Reason> {
        let unit = cause.unit.clone().unwrap_or_else(|| "".into());
        let known = self.expected.contains_key(&*cause.id);
        let mut record = Record {
            unit: unit.clone(),
            date: cause.date,
            movement: deed.movement,
            amount: deed.amount,
            credits: if known { deed.credits.clone() } else { Credits::default() },
            refunded: 0,
            paid: 0,
            clawed: false,
            lines: Vec::new(),
            measured: Vec::new(),
            keep: known,
        };
        if deed.credits.is_empty() {
            out(Output::Note(Note { event: cause.id.clone(), person: None, why: Why::NobodyCredited }));
        }
        for credited in self.credited(cause, &deed, out)? {
            self.pay(cause, &deed, &credited, &mut record, out)?;
        }
        Ok(record)
    }

    /// The parts of all who are credited and have a plan, by name.
    fn credited(&mut self, cause: &Cause, deed: &Deed, out: Sink) -> Result<Vec<Credited>, Reason> {
        let revenue = &deed.credits.revenue;
        if !revenue.is_empty()
            && revenue.iter().map(|(_, part)| u128::from(*part)).sum::<u128>() != u128::from(WHOLE)
        {
            return Err(Reason::Credits);
        }
        let mut all = Vec::with_capacity(revenue.len() + deed.credits.overlay.len());
        let revenue = revenue.iter().map(|credit| (credit, false));
        let mut credits: Vec<_> =
            revenue.chain(deed.credits.overlay.iter().map(|credit| (credit, true))).collect();
        credits.sort_by_key(|((name, _), overlay)| (*overlay, name.as_str()));
        for ((name, part), overlay) in credits {
            let person = self.book.person_no(name)?;
            let Some(version) = self.book.version_on(person, cause.date) else {
                let why = Why::NoPlan(cause.date);
                out(Output::Note(Note { event: cause.id.clone(), person: Some(self.name(person)), why }));
                continue;
            };
            let part = i64::try_from(*part).ok().and_then(Rate::of_billionths).ok_or(MoneyError::Overflow)?;
            all.push(self.part(cause, deed, (person, name), version, part, overlay)?);
        }
        Ok(all)
    }

    fn part(
        &self,
        cause: &Cause,
        deed: &Deed,
        (person, name): (PersonNo, &str),
        version: VersionNo,
        part: Rate,
        overlay: bool,
    ) -> Result<Credited, Reason> {
        let mut credited = Credited { person, version, base: 0, part, overlay, because: Vec::new() };
        let (Some(given), Some(plan)) =
            (deed.amount, self.book.version(version).map(|version| &version.plan))
        else {
            return Ok(credited);
        };
        let amount = converted(plan, given, cause, &mut credited.because)?;
        credited.base = match (overlay, deed.credits.revenue.len()) {
            (false, 1) => amount,
            (false, _) => share_of(amount, &deed.credits.revenue, name)?,
            (true, _) => part.of(amount, plan.rounding)?,
        };
        if overlay || part != Rate::WHOLE {
            let amount = Money::new(amount, plan.currency);
            credited.because.insert(0, Because::Credit { part, amount, overlay });
        }
        Ok(credited)
    }

    /// Posts the lines of the components that apply to a person.
    fn pay(
        &mut self,
        cause: &mut Cause,
        deed: &Deed,
        credited: &Credited,
        record: &mut Record,
        out: Sink,
    ) -> Result<(), Reason> {
        let components = self.components(deed, credited, record, cause);
        if components.is_empty() {
            let why = self.why_nothing(deed, credited, cause);
            let person = Some(self.name(credited.person));
            out(Output::Note(Note { event: cause.id.clone(), person, why }));
        }
        for component in components {
            let (lines, measured) = self.lines(deed, credited, component, cause)?;
            let payment = Payment { person: credited.person, version: credited.version, component };
            for line in lines {
                self.post_earned(cause, payment, line, record, out)?;
            }
            if let Some(measured) = measured {
                record.measured.push(measured);
                self.remeasure(cause, &measured, true, record, out)?;
            }
        }
        Ok(())
    }

    /// Places of the components that pay a person for a deed.
    fn components(&self, deed: &Deed, credited: &Credited, record: &Record, cause: &Cause) -> Vec<usize> {
        let (Some(version), Some(person)) =
            (self.book.version(credited.version), self.book.person(credited.person))
        else {
            return Vec::new();
        };
        let role = person.role(cause.date);
        let all = &version.plan.components;
        let pays =
            |component: &Component| applies(component, deed.movement, &person.name, role, &record.unit);
        let mut places: Vec<usize> =
            (0..).zip(all).filter(|(_, component)| pays(component)).map(|(at, _)| at).collect();
        if places.len() > 1 {
            let replaced = |id: &String| {
                places.iter().any(|at| all.get(*at).is_some_and(|other| other.instead_of.contains(id)))
            };
            let kept: Vec<usize> = places
                .iter()
                .copied()
                .filter(|at| !all.get(*at).is_some_and(|one| replaced(&one.id)))
                .collect();
            places = kept;
        }
        places
    }

    fn why_nothing(&self, deed: &Deed, credited: &Credited, cause: &Cause) -> Why {
        let components =
            self.book.version(credited.version).map(|version| version.plan.components.as_slice());
        let paid = |component: &Component| component.movements.contains(&deed.movement);
        if !components.is_some_and(|components| components.iter().any(paid)) {
            return Why::NotPaid(deed.movement);
        }
        let role = self.book.person(credited.person).and_then(|person| person.role(cause.date));
        role.map_or(Why::NoRole(deed.movement), |role| Why::NoComponent(deed.movement, role.to_owned()))
    }

    /// What a component pays a person, and what it adds to a count.
    fn lines(
        &mut self,
        deed: &Deed,
        credited: &Credited,
        at: usize,
        cause: &Cause,
    ) -> Result<(Vec<Line>, Option<Measured>), Reason> {
        let Some((version, component)) = self.component(credited.version, at) else {
            return Ok((Vec::new(), None));
        };
        let named = version.components.get(at).map_or_else(|| "".into(), |named| named.name.clone());
        let (rounding, currency) = (version.plan.rounding, version.plan.currency);
        let money = |minor| Money::new(minor, currency);
        let line = |base, rate, minor, mut because: Vec<Because>| {
            because.extend_from_slice(&credited.because);
            vec![Line { base, rate, minor, because }]
        };
        Ok(match &component.pays {
            Pays::Rate(rate) => {
                let because =
                    vec![Because::Rate { component: named, base: money(credited.base), rate: *rate }];
                (line(Some(credited.base), Some(*rate), rate.of(credited.base, rounding)?, because), None)
            }
            Pays::Fixed(amount) | Pays::FixedEach(amount) => {
                let sign = if deed.amount.is_some_and(|amount| amount.minor < 0) { -1 } else { 1 };
                let minor = if matches!(component.pays, Pays::FixedEach(_)) {
                    *amount
                } else {
                    fixed_part(*amount, deed.credits, credited, &self.name(credited.person), rounding)?
                };
                let mut because = vec![Because::Fixed { component: named, amount: money(*amount) }];
                if minor != *amount {
                    let Credited { part, overlay, .. } = *credited;
                    because.push(Because::Credit { part, amount: money(*amount), overlay });
                }
                (vec![Line { base: None, rate: None, minor: sign * minor, because }], None)
            }
            Pays::Tiers(_) => return self.stepped(credited, at, cause, (named, currency)),
        })
    }

    pub(super) fn component(&self, version: VersionNo, at: usize) -> Option<(&Version, &Component)> {
        let version = self.book.version(version)?;
        Some((version, version.plan.components.get(at)?))
    }
}

/// A person's part of what all are credited with.
fn share_of(minor: i64, revenue: &[(String, u64)], name: &str) -> Result<i64, MoneyError> {
    let parts = split(minor, revenue)?;
    let own = revenue.iter().zip(&parts).find(|((other, _), _)| other == name);
    own.map(|(_, part)| *part).ok_or(MoneyError::Overflow)
}

fn fixed_part(
    amount: i64,
    credits: &Credits,
    credited: &Credited,
    name: &str,
    rounding: Rounding,
) -> Result<i64, MoneyError> {
    if credited.overlay {
        credited.part.of(amount, rounding)
    } else {
        share_of(amount, &credits.revenue, name)
    }
}

/// An amount in the plan's currency, rounded as the plan says; says so where it was in another.
pub fn converted(
    plan: &Plan,
    given: Money,
    cause: &Cause,
    because: &mut Vec<Because>,
) -> Result<i64, Reason> {
    if given.currency == plan.currency {
        return Ok(given.minor);
    }
    let valid =
        plan.exchange.iter().filter(|rate| rate.currency == given.currency && rate.from <= cause.date);
    let rate = valid.max_by_key(|rate| rate.from).ok_or_else(|| Reason::NoRate {
        currency: given.currency,
        plan: plan.name.clone(),
        day: cause.date,
    })?;
    because.push(Because::Exchange { given, rate_e9: rate.rate_e9, since: rate.from });
    let up = i128::from(rate.rate_e9) * 10_i128.pow(plan.currency.digits());
    let over = i128::from(given.minor).checked_mul(up).ok_or(MoneyError::Overflow)?;
    Ok(plan.rounding.divide(over, 10_i128.pow(given.currency.digits()) * RATE_SCALE)?)
}

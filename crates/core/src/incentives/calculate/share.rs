//! Who gets a line: the person credited, or those who share the unit for a while after a handoff; and where the money stands at first.
use super::earn::Line;
use super::kept::{Record, entries};
use super::limits::Placed;
use super::{Calculator, Cause, Draft, Reason, Sink};
use crate::incentives::because::{Because, Missing};
use crate::incentives::book::{HandoffNo, PersonNo, VersionNo};
use crate::incentives::ledger::Kind;
use crate::incentives::plan::{PaidBy, PayOn, Share, Transition};
use crate::incentives::rate::Rate;
use crate::incentives::rounding::Rounding;
use crate::incentives::span::{months_after, whole_months};
use crate::incentives::split::split;
use crate::money::{Money, MoneyError};
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// Who is paid by what.
#[derive(Clone, Copy, Debug)]
pub struct Payment {
    /// Who is credited.
    pub person: PersonNo,
    /// The plan version.
    pub version: VersionNo,
    /// Place of the component in it.
    pub component: usize,
}

/// A handoff whose share is running.
#[derive(Clone, Copy, Debug)]
pub struct Running {
    /// The handoff.
    pub handoff: HandoffNo,
    /// The plan version by whose terms it is shared.
    terms: VersionNo,
    giver: PersonNo,
    receiver: PersonNo,
    share: Share,
    month: u32,
}

/// A person's part of a line.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Who.
    pub person: PersonNo,
    /// Minor units.
    pub minor: i64,
    /// What of it is held, and by which handoff.
    pub hold: Option<(Rate, HandoffNo)>,
    /// The plan version against whose budget for shares it counts.
    pub budget: Option<VersionNo>,
}

impl Part {
    fn new(person: PersonNo, minor: i64) -> Self {
        Self { person, minor, hold: None, budget: None }
    }
}

impl Calculator {
    /// Posts one line of an event, shared where a share is running, and what caps take off it.
    pub(super) fn post_earned(
        &mut self,
        cause: &mut Cause,
        payment: Payment,
        line: Line,
        record: &mut Record,
        out: Sink,
    ) -> Result<(), Reason> {
        let mut because = line.because;
        let parts = self.parts(cause, payment, line.minor, &record.unit.clone(), &mut because)?;
        let Some(version) = self.book.version(payment.version) else { return Ok(()) };
        let Some(component) = version.plan.components.get(payment.component) else { return Ok(()) };
        let (rounding, awaits) = (version.plan.rounding, component.pay_on == PayOn::InvoicePaid);
        let keeps = component.claw_back.is_some() || awaits;
        if awaits {
            because.push(Because::AwaitsPayment);
        }
        let id =
            version.components.get(payment.component).map_or_else(|| "".into(), |named| named.id.clone());
        let mut draft = Draft {
            base: line.base,
            rate: line.rate,
            ..Draft::new(version, Kind::Earned, id, cause.date, because)
        };
        let mut placed = Vec::with_capacity(parts.len());
        let mut cost = 0_i64;
        for part in &parts {
            let stands = place(part.minor, awaits, part.hold, rounding)?;
            cost = cost.checked_sub(part.minor).ok_or(MoneyError::Overflow)?;
            entries(&self.name(part.person), stands, &mut draft.entries);
            placed.push(stands);
        }
        if draft.entries.is_empty() {
            draft.payable(self.name(payment.person), 0);
        }
        draft.cost(cost);
        let number = self.post(cause, draft, out)?;
        for (part, stands) in parts.iter().zip(placed) {
            record.keep |= keeps || part.hold.is_some();
            let Payment { version, component, .. } = payment;
            let Part { person, hold, budget, .. } = *part;
            record.push(
                Payment { person, version, component },
                Placed { number, kind: Kind::Earned, stands, hold, budget },
            );
            if let Some((_, handoff)) = part.hold {
                self.watch_held(&cause.id, payment.version, handoff);
            }
        }
        for part in parts {
            let payment = Payment { person: part.person, ..payment };
            self.entitle(cause, payment, (part.minor, record.date), record, out)?;
        }
        Ok(())
    }

    /// Divides an amount among those who share the unit; the reasons are added.
    fn parts(
        &mut self,
        cause: &Cause,
        payment: Payment,
        minor: i64,
        unit: &str,
        because: &mut Vec<Because>,
    ) -> Result<Vec<Part>, Reason> {
        let alone = || vec![Part::new(payment.person, minor)];
        let running = self.running(cause, payment, unit);
        // Who pays a share, and within which budget, is decided by the terms of the latest handoff; months and conditions by each one's own.
        let Some((version, last)) = self.book.version(payment.version).zip(running.last()) else {
            return Ok(alone());
        };
        let (Some(transition), rounding) = (self.transition(last.terms).cloned(), version.plan.rounding)
        else {
            return Ok(alone());
        };
        for one in &running {
            let Some(handoff) = self.book.handoff(one.handoff) else { continue };
            let months = self.transition(one.terms).map_or(0, Transition::months);
            because.push(Because::Shared {
                from: self.name(one.giver),
                to: self.name(one.receiver),
                transferred: handoff.transferred,
                month: one.month + 1,
                months,
                share: one.share,
                on_top: transition.paid_by == PaidBy::Company,
            });
        }
        let mut given = match transition.paid_by {
            PaidBy::Receiver => from_receiver(payment.person, minor, &running, |no| self.name(no))?,
            PaidBy::Company => on_top(payment.person, minor, &running, rounding)?,
        };
        self.within_budget(cause, payment, &transition, &running, &mut given, because)?;
        self.conditional(cause, payment, &transition, &running, given, rounding, because)
    }

    /// The handoffs whose share is running, the oldest first; none where the person credited has no part in them.
    fn running(&self, cause: &Cause, payment: Payment, unit: &str) -> Vec<Running> {
        let numbers = self.book.handoffs_of(unit);
        let Some(version) = self.book.version(payment.version).filter(|_| !numbers.is_empty()) else {
            return Vec::new();
        };
        let id = version.plan.components.get(payment.component).map_or("", |component| component.id.as_str());
        let one = |number: &HandoffNo| {
            let terms = self.terms(*number, payment.version);
            let shares = |transition: &&Transition| {
                transition.components.is_empty() || transition.components.iter().any(|shared| shared == id)
            };
            self.one_running(cause, terms, self.transition(terms).filter(shares)?, *number)
        };
        let running: Vec<Running> = numbers.iter().filter_map(one).collect();
        let party = |one: &Running| one.giver == payment.person || one.receiver == payment.person;
        if running.iter().any(party) { running } else { Vec::new() }
    }

    fn transition(&self, version: VersionNo) -> Option<&Transition> {
        self.book.version(version)?.plan.transition.as_ref()
    }

    /// The plan version by whose terms a handoff is shared: where giver and receiver are paid by different plans, the giver's as it stood when
    /// the unit passed on; else the one that pays the line. No plan of a later day can change it, because what is posted stays.
    pub(super) fn terms(&self, number: HandoffNo, version: VersionNo) -> VersionNo {
        if !self.book.has_several() {
            return version;
        }
        let name = |number| self.book.version(number).map(|version| version.plan.name.as_str());
        let given = || {
            let handoff = self.book.handoff(number)?;
            let giver = self.book.known_person(&handoff.from)?;
            self.book.version_on(giver, handoff.transferred.pred_opt()?)
        };
        given().filter(|given| name(*given) != name(version)).unwrap_or(version)
    }

    fn one_running(
        &self,
        cause: &Cause,
        terms: VersionNo,
        transition: &Transition,
        number: HandoffNo,
    ) -> Option<Running> {
        let handoff = self.book.handoff(number)?;
        let is_off = handoff.off.is_some_and(|off| off <= cause.posted);
        if is_off || handoff.known > cause.posted || handoff.transferred > cause.date {
            return None;
        }
        let month = whole_months(handoff.transferred, cause.date)?;
        let share = *transition.shares.get(month as usize)?;
        let (giver, receiver) =
            (self.book.known_person(&handoff.from)?, self.book.known_person(&handoff.to)?);
        // The giver may have another role from the day of the transfer on.
        let before = handoff.transferred.pred_opt().unwrap_or(handoff.transferred);
        let fits = share.giver > 0
            && self.among(&transition.from, giver, before)
            && self.among(&transition.to, receiver, handoff.transferred);
        fits.then_some(Running { handoff: number, terms, giver, receiver, share, month })
    }

    /// Whether a person has one of the roles on a day, or nothing is known of the person's roles at all.
    fn among(&self, roles: &[String], person: PersonNo, day: NaiveDate) -> bool {
        let Some(person) = self.book.person(person) else { return false };
        let role = person.role(day).or_else(|| person.first_role());
        roles.is_empty() || role.is_none_or(|role| roles.iter().any(|other| other == role))
    }

    /// Takes from givers what is beyond the budget; receivers get it where they pay the share.
    fn within_budget(
        &mut self,
        cause: &Cause,
        payment: Payment,
        transition: &Transition,
        running: &[Running],
        given: &mut Vec<Part>,
        because: &mut Vec<Because>,
    ) -> Result<(), Reason> {
        let Some(budget) = transition.budget else { return Ok(()) };
        let Some(version) = self.book.version(payment.version) else { return Ok(()) };
        let currency = version.plan.currency;
        let first = budget.per.first_month(cause.date);
        let receiver = running.last().map(|one| one.receiver);
        let Some(terms) = running.last().map(|one| one.terms) else { return Ok(()) };
        let spent = self.shared.entry((terms, first)).or_default();
        let mut short = 0_i64;
        for part in given.iter_mut() {
            let gives = running.iter().any(|one| one.giver == part.person) && Some(part.person) != receiver;
            if !gives || (transition.paid_by == PaidBy::Company && part.person == payment.person) {
                continue;
            }
            let allowed = part.minor.min((budget.amount - *spent).max(0));
            *spent = spent.checked_add(allowed).ok_or(MoneyError::Overflow)?;
            short += part.minor - allowed;
            (part.minor, part.budget) = (allowed, Some(terms));
        }
        if short == 0 {
            return Ok(());
        }
        let span = budget.per.name(first).into();
        let money = |minor| Money::new(minor, currency);
        because.push(Because::BudgetSpent { budget: money(budget.amount), span, short: money(short) });
        if let (PaidBy::Receiver, Some(receiver)) = (transition.paid_by, receiver) {
            add(given, receiver, short)?;
        }
        Ok(())
    }

    /// Holds what depends on how the handoff goes, or gives it to the receiver where it has gone otherwise already.
    #[expect(clippy::too_many_arguments, reason = "the parts of one line, each looked at once")]
    fn conditional(
        &self,
        cause: &Cause,
        payment: Payment,
        transition: &Transition,
        running: &[Running],
        mut parts: Vec<Part>,
        rounding: Rounding,
        because: &mut Vec<Because>,
    ) -> Result<Vec<Part>, Reason> {
        for one in running {
            let Some(held) = self.transition(one.terms).and_then(|transition| transition.held) else {
                continue;
            };
            let last = running.last().map(|last| last.receiver);
            let own = |part: &&mut Part| part.person == one.giver && Some(part.person) != last;
            let Some(part) = parts.iter_mut().find(own).filter(|part| part.hold.is_none() && part.minor != 0)
            else {
                continue;
            };
            let Some(decision) = self.decision(one.handoff, payment.version) else { continue };
            if cause.posted <= decision.until {
                part.hold = Some((held.part, one.handoff));
                because.push(Because::Held {
                    person: self.name(part.person),
                    part: held.part,
                    until: decision.until,
                    brief_accepted: held.brief_accepted,
                    retained: held.retained_days.is_some(),
                });
            } else if let Some(missing) = decision.missing {
                let lost = held.part.of(part.minor, rounding)?;
                part.minor -= lost;
                let to = (transition.paid_by == PaidBy::Receiver).then_some(one.receiver);
                let named = to.map(|to| self.name(to));
                because.push(Because::Forfeited { decided: decision.until, missing, to: named });
                if let Some(to) = to {
                    add(&mut parts, to, lost)?;
                }
            }
        }
        Ok(parts)
    }

    /// Remembers that money of an event waits for the decision on a handoff.
    pub(super) fn watch_held(&mut self, id: &Arc<str>, version: VersionNo, handoff: HandoffNo) {
        let Some(decision) = self.decision(handoff, version) else { return };
        let waiting = self.held.entry((decision.until, handoff)).or_default();
        if waiting.last() != Some(id) {
            waiting.push(id.clone());
        }
    }
}

/// Where a new amount stands: awaiting, held, payable.
pub fn place(
    minor: i64,
    awaits: bool,
    hold: Option<(Rate, HandoffNo)>,
    rounding: Rounding,
) -> Result<[i64; 3], MoneyError> {
    if awaits {
        return Ok([minor, 0, 0]);
    }
    let held = hold.map_or(Ok(0), |(part, _)| part.of(minor, rounding))?;
    Ok([0, held, minor - held])
}

/// The amount divided by the shares: each giver gets a share of what the givers before left, the last receiver the rest.
fn from_receiver(
    credited: PersonNo,
    minor: i64,
    running: &[Running],
    name: impl Fn(PersonNo) -> Arc<str>,
) -> Result<Vec<Part>, MoneyError> {
    let mut weights: Vec<(PersonNo, u64)> = Vec::with_capacity(running.len() + 1);
    let mut add = |person: PersonNo, weight: u64| match weights.iter_mut().find(|(other, _)| *other == person)
    {
        Some((_, sum)) => *sum += weight,
        None => weights.push((person, weight)),
    };
    let mut whole: u64 = 1;
    for one in running {
        whole = whole.checked_mul(one.share.whole).ok_or(MoneyError::Overflow)?;
    }
    let mut rest = whole;
    for one in running {
        let own = u128::from(rest) * u128::from(one.share.giver) / u128::from(one.share.whole.max(1));
        let own = u64::try_from(own).map_err(|_| MoneyError::Overflow)?;
        add(one.giver, own);
        rest -= own;
    }
    add(running.last().map_or(credited, |last| last.receiver), rest);
    let named: Vec<(Arc<str>, u64)> =
        weights.iter().map(|(person, weight)| (name(*person), *weight)).collect();
    let parts = split(minor, &named)?;
    Ok(weights.iter().zip(parts).map(|((person, _), minor)| Part::new(*person, minor)).collect())
}

/// The person credited gets all, each other giver a share of it on top.
fn on_top(
    credited: PersonNo,
    minor: i64,
    running: &[Running],
    rounding: Rounding,
) -> Result<Vec<Part>, MoneyError> {
    let mut given = vec![Part::new(credited, minor)];
    for one in running.iter().filter(|one| one.giver != credited) {
        let share = rounding.part(minor, i128::from(one.share.giver), i128::from(one.share.whole))?;
        add(&mut given, one.giver, share)?;
    }
    Ok(given)
}

fn add(parts: &mut Vec<Part>, person: PersonNo, minor: i64) -> Result<(), MoneyError> {
    match parts.iter_mut().find(|part| part.person == person) {
        Some(part) => part.minor = part.minor.checked_add(minor).ok_or(MoneyError::Overflow)?,
        None => parts.push(Part::new(person, minor)),
    }
    Ok(())
}

/// The last day on which a share with conditions is undecided, and how it is decided then.
#[derive(Clone, Copy, Debug)]
pub struct Decision {
    /// That day.
    pub until: NaiveDate,
    /// What is missing; nothing: it is released.
    pub missing: Option<Missing>,
}

impl Calculator {
    /// How the conditions of a handoff are decided, by what is known now.
    pub(super) fn decision(&self, number: HandoffNo, version: VersionNo) -> Option<Decision> {
        let handoff = self.book.handoff(number)?;
        let transition = self.transition(self.terms(number, version))?;
        let held = transition.held?;
        let months = u32::try_from(transition.shares.len()).unwrap_or(u32::MAX);
        let until = match held.retained_days {
            Some(days) => handoff.transferred.checked_add_days(Days::new(days.into()))?,
            None => handoff.brief_accepted.unwrap_or_else(|| months_after(handoff.transferred, months)),
        };
        let brief = !held.brief_accepted || handoff.brief_accepted.is_some_and(|day| day <= until);
        let left = self.left.get(handoff.unit.as_str());
        let within = |day: &NaiveDate| handoff.transferred <= *day && *day <= until;
        let retained = held.retained_days.is_none() || !left.is_some_and(|days| days.iter().any(within));
        let missing = match (brief, retained) {
            (false, _) => Some(Missing::Brief),
            (true, false) => Some(Missing::Customer),
            (true, true) => None,
        };
        Some(Decision { until, missing })
    }
}

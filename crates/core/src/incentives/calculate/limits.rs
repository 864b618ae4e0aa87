//! What caps take off: after every change of what somebody gets, the difference of what is beyond the cap, as a line of its own.
use super::counts::CountKey;
use super::kept::{Line, Record, entries};
use super::share::{Payment, place};
use super::{Calculator, Cause, Draft, Reason, Sink};
use crate::incentives::because::Because;
use crate::incentives::book::{HandoffNo, PersonNo, VersionNo};
use crate::incentives::ledger::Kind;
use crate::incentives::plan::{Cap, PayOn};
use crate::incentives::rate::Rate;
use crate::money::{Money, MoneyError};
use crate::subscriptions::months::Month;
use chrono::NaiveDate;

/// What a cap changes.
struct Cut {
    /// The cap's place in its plan.
    at: usize,
    /// What is taken off; below zero: given back.
    minor: i64,
    reached: i128,
    first: Month,
    counted: NaiveDate,
}

/// A line of an event, a person's part of a posting.
pub struct Placed {
    /// Number of the posting within the event.
    pub number: u32,
    /// What it did.
    pub kind: Kind,
    /// Where the money stands.
    pub stands: [i64; 3],
    /// What of it is held.
    pub hold: Option<(Rate, HandoffNo)>,
    /// The plan version against whose budget for shares it counts.
    pub budget: Option<VersionNo>,
}

impl Record {
    /// Adds a line.
    pub fn push(&mut self, payment: Payment, placed: Placed) {
        let Payment { person, version, component } = payment;
        let Placed { number, kind, stands, hold, budget } = placed;
        self.lines.push(Line { number, kind, person, version, component, stands, hold, budget });
    }

    /// Takes an amount out of the lines of a kind that a person has, towards zero; what they do not have is payable.
    pub fn take(&mut self, payment: Payment, kind: Kind, minor: i64) -> [i64; 3] {
        let (mut stands, mut open) = ([0; 3], minor);
        let own = |line: &&mut Line| {
            line.kind == kind && line.person == payment.person && line.component == payment.component
        };
        for line in self.lines.iter_mut().filter(own) {
            // A line is taken from in the direction of zero: what is given is the opposite of what it holds.
            let (taken, left) = line.take(-open);
            for (stand, taken) in stands.iter_mut().zip(taken) {
                *stand -= taken;
            }
            open = -left;
        }
        let [awaiting, held, payable] = stands;
        [awaiting, held, payable + open]
    }
}

impl Calculator {
    /// Somebody is to get more (or, negative, less) by a new line of an event: posts what caps and guarantees make of it.
    pub(super) fn entitle(
        &mut self,
        cause: &mut Cause,
        payment: Payment,
        (minor, counted): (i64, NaiveDate),
        record: &mut Record,
        out: Sink,
    ) -> Result<(), Reason> {
        self.limit(cause, payment, (minor, counted), record, true, out)
    }

    /// Something is taken back of what somebody got: caps and guarantees give way again.
    pub(super) fn disentitle(
        &mut self,
        cause: &mut Cause,
        payment: Payment,
        (minor, counted): (i64, NaiveDate),
        record: &mut Record,
        out: Sink,
    ) -> Result<(), Reason> {
        self.limit(cause, payment, (-minor, counted), record, false, out)
    }

    fn limit(
        &mut self,
        cause: &mut Cause,
        payment: Payment,
        (minor, counted): (i64, NaiveDate),
        record: &mut Record,
        new: bool,
        out: Sink,
    ) -> Result<(), Reason> {
        if minor == 0 {
            return Ok(());
        }
        let mut net = vec![(Month::of(counted), minor)];
        for cut in self.cuts(payment, minor, counted)? {
            self.post_cut(cause, payment, &cut, record, new, out)?;
            let month = Month::of(cut.counted);
            match net.iter_mut().find(|(other, _)| *other == month) {
                Some((_, sum)) => *sum = sum.checked_sub(cut.minor).ok_or(MoneyError::Overflow)?,
                None => net.push((month, -cut.minor)),
            }
        }
        net.into_iter().try_for_each(|(month, minor)| self.earned(cause, payment.person, month, minor, out))
    }

    /// What each cap changes, the narrow ones first; each sees what those before left.
    fn cuts(&mut self, payment: Payment, minor: i64, counted: NaiveDate) -> Result<Vec<Cut>, Reason> {
        let Some(version) =
            self.book.version(payment.version).filter(|version| !version.plan.caps.is_empty())
        else {
            return Ok(Vec::new());
        };
        let role = self.book.person(payment.person).and_then(|person| person.role(counted));
        let id = version.plan.components.get(payment.component).map_or("", |component| component.id.as_str());
        let (mut cuts, mut left) = (Vec::new(), minor);
        for named in &version.caps {
            let Some(cap) = version.plan.caps.get(named.at).filter(|cap| bounds(cap, role, id)) else {
                continue;
            };
            let first = cap.per.first_month(counted);
            let key = CountKey {
                person: payment.person,
                what: named.number,
                span: first,
                now: first,
                version: version.plan.effective,
            };
            let count = self.counts.cap(key);
            let changes = count.add((left, counted), cap.amount)?;
            let reached = count.reached();
            for (counted, minor) in changes {
                left = left.checked_sub(minor).ok_or(MoneyError::Overflow)?;
                cuts.push(Cut { at: named.at, minor, reached, first, counted });
            }
        }
        Ok(cuts)
    }

    fn post_cut(
        &mut self,
        cause: &mut Cause,
        payment: Payment,
        cut: &Cut,
        record: &mut Record,
        new: bool,
        out: Sink,
    ) -> Result<(), Reason> {
        let Some(version) = self.book.version(payment.version) else { return Ok(()) };
        let named = version.caps.iter().find(|named| named.at == cut.at);
        let (Some(cap), Some(named)) = (version.plan.caps.get(cut.at), named) else { return Ok(()) };
        let (rounding, currency) = (version.plan.rounding, version.plan.currency);
        let component = version.plan.components.get(payment.component);
        let awaits = component.is_some_and(|component| component.pay_on == PayOn::InvoicePaid);
        let reached = i64::try_from(cut.reached).map_err(|_| MoneyError::Overflow)?;
        let because = Because::Cap {
            amount: Money::new(cap.amount, currency),
            span: cap.per.name(cut.first).into(),
            reached: Money::new(reached, currency),
        };
        let mut draft = Draft::new(version, Kind::Capped, named.id.clone(), cut.counted, vec![because]);
        let stands = if new {
            place(-cut.minor, awaits, None, rounding)?
        } else {
            record.take(payment, Kind::Capped, -cut.minor)
        };
        entries(&self.name(payment.person), stands, &mut draft.entries);
        draft.cost(cut.minor);
        let number = self.post(cause, draft, out)?;
        if new {
            record.push(payment, Placed { number, kind: Kind::Capped, stands, hold: None, budget: None });
        }
        Ok(())
    }

    /// What a giver gave back is in the budget for shares again.
    pub(super) fn unshare(&mut self, line: &Line, minor: i64, record: &Record) -> Result<(), MoneyError> {
        let Some(terms) = line.budget else { return Ok(()) };
        let transition = self.book.version(terms).and_then(|version| version.plan.transition.as_ref());
        let Some(budget) = transition.and_then(|transition| transition.budget) else { return Ok(()) };
        let spent = self.shared.entry((terms, budget.per.first_month(record.date))).or_default();
        *spent = spent.checked_sub(minor).ok_or(MoneyError::Overflow)?;
        Ok(())
    }

    /// The payment of a kept line.
    pub(super) fn payment(line: &Line) -> Payment {
        let (person, version, component): (PersonNo, VersionNo, usize) =
            (line.person, line.version, line.component);
        Payment { person, version, component }
    }
}

fn bounds(cap: &Cap, role: Option<&str>, component: &str) -> bool {
    (cap.roles.is_empty() || role.is_some_and(|role| cap.roles.iter().any(|other| other == role)))
        && (cap.components.is_empty() || cap.components.iter().any(|other| other == component))
}

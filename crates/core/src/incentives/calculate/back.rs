//! What is taken back: refunds, corrections and claw-backs, as postings that name the one they reverse; and what is agreed on by hand.
use super::kept::{Line, Measured, Record, entries};
use super::limits::Placed;
use super::share::{Payment, place};
use super::{Calculator, Cause, Draft, Output, Reason, Sink};
use crate::incentives::because::Because;
use crate::incentives::event::Event;
use crate::incentives::ledger::Kind;
use crate::incentives::note::{Note, Why};
use crate::incentives::plan::{GivenBack, PayOn, Share};
use crate::incentives::rounding::Rounding;
use crate::incentives::span::whole_months;
use crate::incentives::split::split;
use crate::money::{Money, MoneyError};
use std::sync::Arc;

/// Which part of a line is taken back, and why.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Parts that are taken back.
    of: i64,
    /// All parts.
    whole: i64,
    because: Because,
}

impl Calculator {
    /// The customer got money back: the same part of every line is reversed, and what was added up shrinks by it.
    pub(super) fn refund(&mut self, cause: &mut Cause, event: &Event, out: Sink) -> Result<(), Reason> {
        let (id, mut record) = self.original(event)?;
        let given = unsigned(event, &id, &record)?;
        let left = record.left();
        if let Some(given) = given.filter(|given| given.minor > left) {
            return Err(Reason::TooMuch { of: id.to_string(), given, left: Money { minor: left, ..given } });
        }
        let minor = given.map_or(left, |given| given.minor);
        let (of, whole) = if left == 0 { (1, 1) } else { (minor, left) };
        let amount = given.filter(|given| given.minor < left);
        let because = Because::Refund { of: id.clone(), amount };
        let before = cause.number;
        let taken = vec![Some(Taken { of, whole, because }); record.lines.len()];
        self.take_back(cause, &id, &mut record, &taken, out)?;
        self.shrink(cause, &mut record, (of, whole), out)?;
        record.refunded += minor;
        self.settle(cause, &id, &mut record, out)?;
        if cause.number == before {
            out(Output::Note(Note {
                event: cause.id.clone(),
                person: None,
                why: Why::NothingLeft(id.to_string()),
            }));
        }
        self.records.insert(id, record);
        Ok(())
    }

    /// What the customer has paid may now be all that is left to pay, or nothing may be left.
    fn settle(
        &mut self,
        cause: &mut Cause,
        id: &Arc<str>,
        record: &mut Record,
        out: Sink,
    ) -> Result<(), Reason> {
        let because = match record.left() {
            0 => Because::Settled { of: id.clone() },
            left if record.paid >= left => Because::CustomerPaid { of: id.clone(), amount: None },
            _ => return Ok(()),
        };
        self.pay_waiting(cause, id, record, (1, 1), because, out)
    }

    /// The event was otherwise: all of it is taken back, and what is right is posted in its place.
    pub(super) fn correct(&mut self, cause: &mut Cause, event: &Event, out: Sink) -> Result<(), Reason> {
        let (id, mut record) = self.original(event)?;
        let because = Because::Correction { of: id.clone() };
        let taken = vec![Some(Taken { of: 1, whole: 1, because }); record.lines.len()];
        self.take_back(cause, &id, &mut record, &taken, out)?;
        self.shrink(cause, &mut record, (1, 1), out)?;
        let paid = record.paid;
        record.refunded = record.size();
        self.settle(cause, &id, &mut record, out)?;
        let mut right = cause.clone();
        (right.date, right.unit, right.correction) =
            (record.date, Some(record.unit.clone()), Some(id.clone()));
        let deed = super::earn::Deed {
            movement: record.movement,
            amount: event.amount.or(record.amount),
            credits: if event.credits.is_empty() { &record.credits } else { &event.credits },
        };
        let mut new = self.earn(&mut right, deed, out)?;
        if paid > 0 && new.waits() {
            new.paid = paid;
            let part = if paid >= new.left() { (1, 1) } else { (paid, new.left()) };
            let because = Because::CustomerPaid { of: id.clone(), amount: None };
            self.pay_waiting(&mut right, &cause.id.clone(), &mut new, part, because, out)?;
        }
        self.records.insert(id, record);
        self.keep(&right, new);
        Ok(())
    }

    /// The unit left: what was paid for it lately is given back as its components say.
    pub(super) fn churn(&mut self, cause: &mut Cause, event: &Event, out: Sink) -> Result<(), Reason> {
        let unit: Arc<str> = event.unit.as_str().into();
        self.left.entry(unit.clone()).or_default().push(event.date);
        let before = cause.number;
        for id in self.by_unit.get(&unit).cloned().unwrap_or_default() {
            let Some(mut record) = self.records.remove(&id) else { continue };
            if !record.clawed && record.date <= event.date {
                let taken: Vec<Option<Taken>> =
                    record.lines.iter().map(|line| self.clawed(line, &id, &record, event)).collect();
                self.take_back(cause, &id, &mut record, &taken, out)?;
                record.clawed = true;
            }
            self.records.insert(id, record);
        }
        if cause.number == before {
            out(Output::Note(Note { event: cause.id.clone(), person: None, why: Why::NothingClawedBack }));
        }
        Ok(())
    }

    /// The part of a line that is given back when its unit leaves.
    fn clawed(&self, line: &Line, id: &Arc<str>, record: &Record, event: &Event) -> Option<Taken> {
        let claw = self.book.version(line.version)?.plan.components.get(line.component)?.claw_back?;
        let after_months = whole_months(record.date, event.date)?;
        let missing = claw.within_months.checked_sub(after_months).filter(|missing| *missing > 0)?;
        let of = if claw.part == GivenBack::All { claw.within_months } else { missing };
        let part = Share { giver: of.into(), whole: claw.within_months.into() };
        let because = Because::ClawBack {
            of: id.clone(),
            left: event.date,
            after_months,
            within_months: claw.within_months,
            part,
        };
        Some(Taken { of: of.into(), whole: claw.within_months.into(), because })
    }

    /// An agreed amount, divided by the credits; no caps, no shares.
    pub(super) fn adjust(&mut self, cause: &mut Cause, event: &Event, out: Sink) -> Result<(), Reason> {
        let amount = event.amount.ok_or(Reason::NoAmount)?;
        let mut credits = event.credits.revenue.clone();
        if credits.is_empty() {
            out(Output::Note(Note { event: cause.id.clone(), person: None, why: Why::NobodyCredited }));
            return Ok(());
        }
        credits.sort();
        let parts = split(amount.minor, &credits)?;
        for ((name, _), minor) in credits.iter().zip(parts) {
            let person = self.book.person_no(name)?;
            let Some(version) =
                self.book.version_on(person, cause.date).and_then(|number| self.book.version(number))
            else {
                return Err(Reason::NoPlan(name.clone(), cause.date));
            };
            let mut because = vec![Because::Adjustment { note: event.note.as_deref().map(Into::into) }];
            let minor = super::earn::converted(
                &version.plan,
                Money::new(minor, amount.currency),
                cause,
                &mut because,
            )?;
            let mut draft = Draft::new(version, Kind::Adjusted, "adjustment".into(), cause.date, because);
            draft.payable(self.name(person), minor);
            draft.cost(minor.checked_neg().ok_or(MoneyError::Overflow)?);
            self.post(cause, draft, out)?;
        }
        Ok(())
    }

    /// The earlier event that one is about, taken out of those that are kept.
    pub(super) fn original(&mut self, event: &Event) -> Result<(Arc<str>, Record), Reason> {
        let of = event.of.as_deref().ok_or(Reason::NoOriginal)?;
        self.records.remove_entry(of).ok_or_else(|| Reason::UnknownOriginal(of.to_owned()))
    }

    /// Reverses a part of each line of an event: one posting for each that the event made.
    fn take_back(
        &mut self,
        cause: &mut Cause,
        id: &Arc<str>,
        record: &mut Record,
        taken: &[Option<Taken>],
        out: Sink,
    ) -> Result<(), Reason> {
        let earned = |line: &Line| line.kind == Kind::Earned;
        let mut numbers: Vec<u32> =
            record.lines.iter().filter(|line| earned(line)).map(|line| line.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let counted = record.date;
        for number in numbers {
            let own = |line: &Line| earned(line) && line.number == number;
            let parts = self.parts_back(record, taken, own)?;
            let mut reversal: Option<Draft> = None;
            let (mut reversed, mut cost): (Vec<(Line, i64)>, i64) = (Vec::new(), 0);
            for (at, minor) in parts {
                let (Some(line), Some(Some(taken))) = (record.lines.get_mut(at), taken.get(at)) else {
                    continue;
                };
                let because = || taken.because.clone();
                let begun = reversal.take();
                let Some(mut draft) =
                    begun.or_else(|| self.moved(line, (id, counted), Kind::Reversed, because()))
                else {
                    continue;
                };
                let (stands, _) = line.take(minor);
                entries(&self.name(line.person), stands.map(|stand| -stand), &mut draft.entries);
                cost = cost.checked_add(minor).ok_or(MoneyError::Overflow)?;
                reversed.push((line.clone(), minor));
                reversal = Some(draft);
            }
            let Some(mut draft) = reversal.filter(|draft| !draft.entries.is_empty()) else { continue };
            draft.cost(cost);
            self.post(cause, draft, out)?;
            for (line, minor) in reversed {
                self.unshare(&line, minor, record)?;
                self.disentitle(cause, Self::payment(&line), (minor, counted), record, out)?;
            }
        }
        Ok(())
    }

    /// How much each line of a posting gives back: the part of all of them together, divided by what each has left.
    fn parts_back(
        &self,
        record: &Record,
        taken: &[Option<Taken>],
        own: impl Fn(&Line) -> bool,
    ) -> Result<Vec<(usize, i64)>, Reason> {
        let lines = record.lines.iter().zip(taken).enumerate();
        let own =
            lines.filter_map(|(at, (line, taken))| Some((at, line, taken.as_ref().filter(|_| own(line))?)));
        let own: Vec<(usize, &Line, &Taken)> = own.collect();
        let left = own.iter().try_fold(0_i64, |sum, (_, line, _)| sum.checked_add(line.left()));
        let left = left.ok_or(MoneyError::Overflow)?;
        let Some((_, line, first)) = own.first().filter(|_| left != 0) else { return Ok(Vec::new()) };
        let minor = self.rounding(line).part(left, first.of.into(), first.whole.into())?;
        let weights: Vec<((Arc<str>, usize), u64)> = own
            .iter()
            .map(|(at, line, _)| ((self.name(line.person), *at), line.left().unsigned_abs()))
            .collect();
        let parts = split(minor, &weights)?;
        Ok(own.iter().zip(parts).map(|((at, _, _), part)| (*at, part)).collect())
    }

    fn rounding(&self, line: &Line) -> Rounding {
        self.book.version(line.version).map_or(Rounding::HalfUp, |version| version.plan.rounding)
    }

    /// What an event added to counts is taken out of them, and what follows from it is posted.
    fn shrink(
        &mut self,
        cause: &mut Cause,
        record: &mut Record,
        (of, whole): (i64, i64),
        out: Sink,
    ) -> Result<(), Reason> {
        for at in 0..record.measured.len() {
            let Some(measured) = record.measured.get_mut(at) else { continue };
            let base = Rounding::HalfUp.part(measured.base, of.into(), whole.into())?;
            let own = billionths(measured.own, of, whole)?;
            measured.base -= base;
            measured.own -= own;
            let measured = *measured;
            if let Some(count) = self.counts.tables.get_mut(&measured.key) {
                count.added -= i128::from(base);
                count.own -= own;
            }
            self.remeasure(cause, &measured, false, record, out)?;
        }
        Ok(())
    }

    /// Posts what a changed count makes of earlier amounts.
    pub(super) fn remeasure(
        &mut self,
        cause: &mut Cause,
        measured: &Measured,
        new: bool,
        record: &mut Record,
        out: Sink,
    ) -> Result<(), Reason> {
        let Measured { key, person, version, component, .. } = *measured;
        let (Some(count), Some(of)) = (self.counts.tables.get_mut(&key), self.book.version(version)) else {
            return Ok(());
        };
        let (change, counted) = (count.remeasure(of.plan.rounding)?, count.end);
        if change == 0 {
            return Ok(());
        }
        let Some(named) = of.components.get(component) else { return Ok(()) };
        let position = i64::try_from(count.position()).map_err(|_| MoneyError::Overflow)?;
        let because = Because::Remeasured {
            component: named.name.clone(),
            span: count.span.clone(),
            position: Money::new(position, of.plan.currency),
        };
        let awaits = of.plan.components.get(component).is_some_and(|one| one.pay_on == PayOn::InvoicePaid);
        let payment = Payment { person, version, component };
        let stands = if new {
            place(change, awaits, None, of.plan.rounding)?
        } else {
            record.take(payment, Kind::Remeasured, change)
        };
        let mut draft = Draft::new(of, Kind::Remeasured, named.id.clone(), counted, vec![because]);
        entries(&self.name(person), stands, &mut draft.entries);
        draft.cost(-change);
        let number = self.post(cause, draft, out)?;
        if new {
            record.push(payment, Placed { number, kind: Kind::Remeasured, stands, hold: None, budget: None });
            return self.entitle(cause, payment, (change, counted), record, out);
        }
        self.disentitle(cause, payment, (-change, counted), record, out)
    }
}

/// A part of an exact amount, rounded to a billionth of a minor unit; all of it where the part is all.
fn billionths(exact: i128, of: i64, whole: i64) -> Result<i128, MoneyError> {
    let (of, whole) = (i128::from(of), i128::from(whole.max(1)));
    let (times, rest) = (exact / whole, exact % whole);
    let rest = Rounding::HalfUp.divide(rest * of, whole)?;
    times.checked_mul(of).and_then(|times| times.checked_add(i128::from(rest))).ok_or(MoneyError::Overflow)
}

/// The amount of an event that is about an earlier one, without sign; none: all that is left.
pub fn unsigned(event: &Event, id: &Arc<str>, record: &Record) -> Result<Option<Money>, Reason> {
    let Some(amount) = event.amount else { return Ok(None) };
    if let Some(other) = record.amount.filter(|other| other.currency != amount.currency) {
        let (given, currency) = (amount.currency, other.currency);
        return Err(Reason::OtherCurrency { of: id.to_string(), given, currency });
    }
    let minor = amount.minor.checked_abs().ok_or(MoneyError::Overflow)?;
    Ok(Some(Money { minor, ..amount }))
}

//! Money that stood elsewhere becomes payable: the customer has paid, or a handoff has gone well; or it goes to somebody else, because it has not.
use super::back::unsigned;
use super::kept::{Line, Record, entries};
use super::limits::Placed;
use super::share::{Decision, Payment, place};
use super::{Calculator, Cause, Draft, Output, Reason, Sink};
use crate::incentives::because::Because;
use crate::incentives::book::{HandoffNo, PersonNo};
use crate::incentives::event::Event;
use crate::incentives::ledger::{Kind, PostingId};
use crate::incentives::note::{Note, Why};
use crate::incentives::plan::PaidBy;
use crate::incentives::rounding::Rounding;
use crate::money::MoneyError;
use chrono::NaiveDate;
use std::sync::Arc;

impl Calculator {
    /// The customer has paid for an earlier event.
    pub(super) fn customer_paid(
        &mut self,
        cause: &mut Cause,
        event: &Event,
        out: Sink,
    ) -> Result<(), Reason> {
        let (id, mut record) = self.original(event)?;
        let given = unsigned(event, &id, &record)?;
        let open = (record.left() - record.paid).max(0);
        let minor = given.map_or(open, |given| given.minor);
        let part = if minor >= open { (1, 1) } else { (minor, open) };
        record.paid = record.paid.checked_add(minor).ok_or(MoneyError::Overflow)?;
        if record.lines.iter().any(|line| line.stands[0] != 0) {
            let because = Because::CustomerPaid { of: id.clone(), amount: given };
            self.pay_waiting(cause, &id, &mut record, part, because, out)?;
        } else {
            let why = Why::NothingWaits(id.to_string());
            out(Output::Note(Note { event: cause.id.clone(), person: None, why }));
        }
        self.records.insert(id.clone(), record);
        self.forget_done(&id);
        Ok(())
    }

    /// Moves a part of what waits for the customer's payment on, one posting for each that the event made.
    pub(super) fn pay_waiting(
        &mut self,
        cause: &mut Cause,
        id: &Arc<str>,
        record: &mut Record,
        (of, whole): (i64, i64),
        because: Because,
        out: Sink,
    ) -> Result<(), Reason> {
        let waits = |line: &Line| line.stands[0] != 0;
        let mut numbers: Vec<u32> =
            record.lines.iter().filter(|line| waits(line)).map(|line| line.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let (mut handoffs, counted) = (Vec::new(), record.date);
        for number in numbers {
            let mut posting: Option<Draft> = None;
            for line in record.lines.iter_mut().filter(|line| waits(line) && line.number == number) {
                let Some(mut draft) =
                    posting.take().or_else(|| self.moved(line, (id, counted), Kind::Paid, because.clone()))
                else {
                    continue;
                };
                let rounding =
                    self.book.version(line.version).map_or(Rounding::HalfUp, |version| version.plan.rounding);
                let minor = rounding.part(line.stands[0], of.into(), whole.into())?;
                let [_, held, payable] = place(minor, false, line.hold, rounding)?;
                line.stands = [line.stands[0] - minor, line.stands[1] + held, line.stands[2] + payable];
                entries(&self.name(line.person), [-minor, held, payable], &mut draft.entries);
                handoffs.extend(line.hold.filter(|_| held != 0).map(|(_, handoff)| (handoff, line.version)));
                posting = Some(draft);
            }
            if let Some(draft) = posting.filter(|draft| !draft.entries.is_empty()) {
                self.post(cause, draft, out)?;
            }
        }
        for (handoff, version) in handoffs {
            let Some(decision) = self.decision(handoff, version) else { continue };
            if cause.posted > decision.until {
                self.decide_lines(cause, id, record, handoff, decision.until, out)?;
            } else {
                self.watch_held(id, version, handoff);
            }
        }
        Ok(())
    }

    /// Decides on handoffs whose day has come, up to and with a day.
    pub(super) fn decide_held(&mut self, day: NaiveDate, out: Sink) -> Result<(), Reason> {
        while let Some(entry) = self.held.first_entry().filter(|entry| entry.key().0 <= day) {
            let ((until, handoff), ids) = (*entry.key(), entry.remove());
            let Some(of) = self.book.handoff(handoff) else { continue };
            let name = format!("handoff of {} on {}", of.unit, of.transferred);
            let unit: Arc<str> = of.unit.as_str().into();
            let mut cause = Cause::of_calendar(name, Some(unit), until);
            cause.number = self.decided.get(&handoff).copied().unwrap_or(0);
            for id in ids {
                let Some(mut record) = self.records.remove(&id) else { continue };
                self.decide_lines(&mut cause, &id, &mut record, handoff, until, out)?;
                self.records.insert(id.clone(), record);
                self.forget_done(&id);
            }
            self.decided.insert(handoff, cause.number);
        }
        Ok(())
    }

    /// Releases what a handoff holds of an event, or gives it to whom it goes instead, where it is decided by the end of a day.
    fn decide_lines(
        &mut self,
        cause: &mut Cause,
        id: &Arc<str>,
        record: &mut Record,
        handoff: HandoffNo,
        day: NaiveDate,
        out: Sink,
    ) -> Result<(), Reason> {
        for at in 0..record.lines.len() {
            let holds =
                |line: &&mut Line| line.hold.is_some_and(|(_, by)| by == handoff) && line.stands[1] != 0;
            let Some(line) = record.lines.get_mut(at).filter(holds) else { continue };
            let decision = self.decision(handoff, line.version).filter(|decision| decision.until <= day);
            let Some(decision) = decision else { continue };
            let held = line.stands[1];
            line.stands[1] = 0;
            if decision.missing.is_none() {
                line.stands[2] += held;
                let line = line.clone();
                let because = Because::Released { decided: decision.until };
                let Some(mut draft) = self.moved(&line, (id, record.date), Kind::Released, because) else {
                    continue;
                };
                entries(&self.name(line.person), [0, -held, held], &mut draft.entries);
                self.post(cause, draft, out)?;
            } else {
                let line = line.clone();
                self.forfeit(cause, id, record, &line, held, (handoff, decision), out)?;
            }
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "what is lost, by whom, of what, and why")]
    fn forfeit(
        &mut self,
        cause: &mut Cause,
        id: &Arc<str>,
        record: &mut Record,
        line: &Line,
        held: i64,
        (handoff, decision): (HandoffNo, Decision),
        out: Sink,
    ) -> Result<(), Reason> {
        let Some(missing) = decision.missing else { return Ok(()) };
        let to = self.receiver(line, handoff);
        let because = Because::Forfeited { decided: decision.until, missing, to: to.map(|to| self.name(to)) };
        let Some(mut draft) = self.moved(line, (id, record.date), Kind::Forfeited, because) else {
            return Ok(());
        };
        entries(&self.name(line.person), [0, -held, 0], &mut draft.entries);
        match to {
            Some(to) => entries(&self.name(to), [0, 0, held], &mut draft.entries),
            None => draft.cost(held),
        }
        self.post(cause, draft, out)?;
        let payment = Self::payment(line);
        self.unshare(line, held, record)?;
        self.disentitle(cause, payment, (held, record.date), record, out)?;
        if let Some(person) = to {
            let payment = Payment { person, ..payment };
            record.push(
                payment,
                Placed {
                    number: line.number,
                    kind: Kind::Earned,
                    stands: [0, 0, held],
                    hold: None,
                    budget: None,
                },
            );
            self.entitle(cause, payment, (held, record.date), record, out)?;
        }
        Ok(())
    }

    /// Who gets what a giver loses; nobody where it came on top.
    fn receiver(&self, line: &Line, handoff: HandoffNo) -> Option<PersonNo> {
        let terms = self.terms(handoff, line.version);
        let transition = self.book.version(terms)?.plan.transition.as_ref()?;
        let handoff = self.book.handoff(handoff).filter(|_| transition.paid_by == PaidBy::Receiver)?;
        self.book.known_person(&handoff.to)
    }

    /// A posting about an earlier one that a line belongs to, without entries yet.
    pub(super) fn moved(
        &self,
        line: &Line,
        (id, counted): (&Arc<str>, NaiveDate),
        kind: Kind,
        because: Because,
    ) -> Option<Draft> {
        let version = self.book.version(line.version)?;
        let component = version.components.get(line.component)?.id.clone();
        let of = Some(PostingId { event: id.clone(), number: line.number });
        Some(Draft { of, ..Draft::new(version, kind, component, counted, vec![because]) })
    }

    /// Forgets an event of which nothing waits, that nothing later is about and that cannot be clawed back.
    pub(super) fn forget_done(&mut self, id: &str) {
        let done = self.records.get(id).is_some_and(|record| {
            let clawable =
                self.by_unit.get(&record.unit).is_some_and(|ids| ids.iter().any(|other| **other == *id));
            !record.waits() && !clawable && !self.expected.contains_key(id)
        });
        if done {
            self.records.remove(id);
        }
    }
}

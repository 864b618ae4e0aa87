//! The handoff and what an act makes of it: permitted, not done already, possible in this state, with what it needs. Nothing is changed in
//! place: whoever stores the next version compares the version it was made from, so that of two at once exactly one wins.
use super::acts::{Act, ActKind, Actor, Dates, Party};
use super::gates::GateReport;
use super::handoff::Handoff;
use super::inventory::{Inventory, Moves, conserved};
use super::record::{Passed, Record, passed};
use super::refused::Refused;
use super::state::State;
use crate::ids::{SellerId, UnitId};
use chrono::{DateTime, Days, NaiveDate, Utc};

/// Longest reason, in letters.
pub const REASON_LETTERS_MAX: usize = 1_000;
/// How far from the day of the act a new ownership may begin, in days: gates see the facts of the day.
pub const TRANSFER_DAYS_MAX: u64 = 31;
/// Days after the transfer from which it can be signed off: the first check is then.
pub const SETTLE_DAYS_MIN: u64 = 30;

/// An act that somebody wants to do.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// What.
    pub act: &'a Act,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Which day that is where the company is.
    pub day: NaiveDate,
    /// The version that the person saw; none where it does not matter.
    pub version: Option<u64>,
    /// For a transfer, how the gates stand today.
    pub gates: Option<&'a GateReport>,
    /// For a transfer, what hangs on the unit and what becomes of each record.
    pub carried: Option<Carried<'a>>,
}

/// What hangs on a unit, and what becomes of it. No transfer without: what is lost on one path is lost.
#[derive(Clone, Copy, Debug)]
pub struct Carried<'a> {
    /// Everything, before the transfer.
    pub before: &'a Inventory,
    /// What moves and what stays.
    pub moves: &'a Moves,
}

/// A change of a unit's ownership that an act asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnershipChange {
    /// Of what.
    pub unit: UnitId,
    /// Who owned it.
    pub from: SellerId,
    /// Who owns it then.
    pub to: SellerId,
    /// First day of the new ownership.
    pub on: NaiveDate,
}

/// What became of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Applied {
        /// The handoff after it.
        handoff: Box<Handoff>,
        /// What must be saved with it.
        ownership: Option<OwnershipChange>,
    },
    /// It was done before, by this record; nothing changes.
    AlreadyDone(Record),
}

impl Handoff {
    /// Does an act.
    ///
    /// # Errors
    /// Where it must not or cannot be done; then nothing has changed.
    pub fn apply(&self, request: &Request) -> Result<Outcome, Refused> {
        let act = request.act;
        if !act.kind().parties().contains(&request.by.party) {
            return Err(Refused::Party(act.kind(), request.by.party));
        }
        act.reason().map_or(Ok(()), |reason| reasoned(act.kind(), reason))?;
        if let Some(record) = self.done(act) {
            return Ok(Outcome::AlreadyDone(record.clone()));
        }
        if let Some(seen) = request.version.filter(|seen| *seen != self.version) {
            return Err(Refused::Stale { seen, now: self.version });
        }
        self.possible(act)?;
        let gates = self.fitting(request)?;
        Ok(self.landed(request, gates))
    }

    fn landed(&self, request: &Request, gates: Vec<Passed>) -> Outcome {
        let mut handoff = self.clone();
        handoff.land(Record {
            version: self.version + 1,
            act: request.act.clone(),
            by: request.by,
            at: request.at,
            day: request.day,
            from: self.state,
            to: self.leads_to(request.act),
            gates,
        });
        let ownership = self.ownership(request.act);
        Outcome::Applied { handoff: Box::new(handoff), ownership }
    }

    /// Whether the state lets it happen; with the most precise reason where not.
    fn possible(&self, act: &Act) -> Result<(), Refused> {
        let kind = act.kind();
        let can = |instead: ActKind| instead.states().contains(&self.state);
        match (act, self.transferred_on) {
            (Act::Accept { .. }, _) if self.is_accepted() && can(ActKind::ChangeReceiver) => {
                Err(Refused::OtherReceiver)
            }
            (Act::Prepare { .. }, _) if can(ActKind::Reschedule) => Err(Refused::OtherPlan),
            (Act::Transfer { .. }, Some(day)) if can(ActKind::TakeBack) => Err(Refused::OtherDay(day)),
            // Postponed after it was accepted.
            (Act::Decline { .. }, _) if self.is_accepted() => Err(Refused::State(kind, self.goes_on_as())),
            (Act::Accept { .. }, _) if self.is_accepted() => Err(Refused::State(kind, self.state)),
            _ if can(kind) => Ok(()),
            _ => Err(Refused::State(kind, self.state)),
        }
    }

    /// Whether what the act says fits; for a transfer, how the gates are passed.
    fn fitting(&self, request: &Request) -> Result<Vec<Passed>, Refused> {
        let day = request.day;
        match request.act {
            Act::Accept { receiver } => self.receives(receiver.or(self.receiver))?,
            Act::ChangeReceiver { receiver, .. } => self.receives(Some(*receiver))?,
            Act::Postpone { until, .. } if *until <= day => return Err(Refused::Past(*until)),
            Act::Resume => self.resumable(request)?,
            Act::Prepare { dates, .. } | Act::Reschedule { dates, .. } => self.planned(*dates, day)?,
            Act::Transfer { on } => {
                self.near(*on, day)?;
                let passed = self.through_gates(request.gates, day)?;
                self.nothing_lost(request)?;
                return Ok(passed);
            }
            Act::TakeBack { on, .. } => self.reversible(*on, day)?,
            Act::Settle => self.checked_afterwards(day)?,
            _ => {}
        }
        Ok(Vec::new())
    }

    fn receives(&self, receiver: Option<SellerId>) -> Result<(), Refused> {
        match receiver {
            None => Err(Refused::NoReceiver),
            Some(receiver) if receiver == self.proposal.giver => Err(Refused::ReceiverIsGiver),
            Some(_) => Ok(()),
        }
    }

    fn resumable(&self, request: &Request) -> Result<(), Refused> {
        match self.postponed {
            Some((until, _)) if request.by.party == Party::System && request.day < until => {
                Err(Refused::NotYet(until))
            }
            _ => Ok(()),
        }
    }

    fn planned(&self, dates: Dates, day: NaiveDate) -> Result<(), Refused> {
        if dates.introduction > dates.transfer {
            return Err(Refused::DatesOutOfOrder);
        }
        let met = self.is_prepared() && self.dates.is_some_and(|now| now.introduction == dates.introduction);
        if dates.introduction < day && !met {
            return Err(Refused::Past(dates.introduction));
        }
        if dates.transfer < day { Err(Refused::Past(dates.transfer)) } else { Ok(()) }
    }

    pub(super) fn through_gates(
        &self,
        gates: Option<&GateReport>,
        day: NaiveDate,
    ) -> Result<Vec<Passed>, Refused> {
        let fresh = |report: &&GateReport| report.handoff() == self.proposal.id && report.day() == day;
        let report = gates.filter(fresh).ok_or(Refused::Unchecked)?;
        let open: Vec<_> =
            report.open().filter(|result| !self.overrides.contains_key(&result.gate)).cloned().collect();
        if open.is_empty() { Ok(passed(report, &self.overrides)) } else { Err(Refused::Gates(open)) }
    }

    fn nothing_lost(&self, request: &Request) -> Result<(), Refused> {
        let Carried { before, moves } = request.carried.ok_or(Refused::NothingSaid)?;
        conserved(before, moves, self.proposal.giver).map_err(Refused::Lost)
    }

    /// Neither before anybody thought of it nor so far away that the gates of the day say nothing.
    fn near(&self, on: NaiveDate, day: NaiveDate) -> Result<(), Refused> {
        let earliest = day.checked_sub_days(Days::new(TRANSFER_DAYS_MAX)).unwrap_or(NaiveDate::MIN);
        let (first, last) = (earliest.max(self.proposal.day), later(day, TRANSFER_DAYS_MAX));
        if (first..=last).contains(&on) { Ok(()) } else { Err(Refused::OutOfRange(first, last)) }
    }

    fn reversible(&self, on: NaiveDate, day: NaiveDate) -> Result<(), Refused> {
        let first = self.transferred_on.unwrap_or(on);
        let last = first.max(later(day, TRANSFER_DAYS_MAX));
        if on < first || on > last { Err(Refused::OutOfRange(first, last)) } else { Ok(()) }
    }

    pub(super) fn checked_afterwards(&self, day: NaiveDate) -> Result<(), Refused> {
        let first = self.transferred_on.map(|on| later(on, SETTLE_DAYS_MIN));
        first.filter(|first| day < *first).map_or(Ok(()), |first| Err(Refused::TooEarly(first)))
    }

    fn leads_to(&self, act: &Act) -> State {
        match act {
            Act::Accept { .. } => State::Accepted,
            Act::Decline { .. } => State::Declined,
            Act::Postpone { .. } => State::Postponed,
            Act::Resume => self.goes_on_as(),
            Act::Prepare { .. } => State::Preparing,
            Act::Introduce => State::Introducing,
            Act::Overlap => State::Overlapping,
            Act::Transfer { .. } => State::Transferred,
            Act::Return { .. } | Act::TakeBack { .. } => State::Returned,
            Act::Cancel { .. } => State::Cancelled,
            Act::Settle => State::Settled,
            Act::ChangeReceiver { .. } | Act::Reschedule { .. } | Act::Override { .. } => self.state,
        }
    }

    fn ownership(&self, act: &Act) -> Option<OwnershipChange> {
        let (unit, giver, receiver) = (self.proposal.unit, self.proposal.giver, self.receiver?);
        match act {
            Act::Transfer { on } => Some(OwnershipChange { unit, from: giver, to: receiver, on: *on }),
            Act::TakeBack { on, .. } => Some(OwnershipChange { unit, from: receiver, to: giver, on: *on }),
            _ => None,
        }
    }
}

pub(super) fn reasoned(kind: ActKind, reason: &str) -> Result<(), Refused> {
    match reason.trim().chars().count() {
        0 => Err(Refused::NoReason(kind)),
        letters if letters > REASON_LETTERS_MAX => {
            Err(Refused::LongReason { letters, most: REASON_LETTERS_MAX })
        }
        _ => Ok(()),
    }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

//! What later events may come back to: of each event that can still be refunded, corrected, paid for or clawed back, what it was and where the
//! money of each line stands. Everything else is forgotten, so that memory does not grow with history.
use crate::incentives::book::{HandoffNo, PersonNo, VersionNo};
use crate::incentives::calculate::counts::CountKey;
use crate::incentives::event::{Credits, Movement};
use crate::incentives::ledger::{Account, Entry, Kind};
use crate::incentives::rate::Rate;
use crate::money::Money;
use chrono::NaiveDate;
use std::sync::Arc;

/// An earlier event.
#[derive(Clone, Debug)]
pub struct Record {
    /// The unit.
    pub unit: Arc<str>,
    /// When it happened.
    pub date: NaiveDate,
    /// What happened.
    pub movement: Movement,
    /// How much; none: nothing was said.
    pub amount: Option<Money>,
    /// Who was credited.
    pub credits: Credits,
    /// What was given back to the customer, in the event's currency, never beyond the amount.
    pub refunded: i64,
    /// What the customer has paid.
    pub paid: i64,
    /// Whether it was clawed back.
    pub clawed: bool,
    /// Its lines, one per posting and person.
    pub lines: Vec<Line>,
    /// What it added to counts.
    pub measured: Vec<Measured>,
    /// Whether lines are worth keeping.
    pub keep: bool,
}

/// A person's part of a posting.
#[derive(Clone, Debug)]
pub struct Line {
    /// Number of the posting within the event.
    pub number: u32,
    /// What the posting did.
    pub kind: Kind,
    /// Whose.
    pub person: PersonNo,
    /// The plan version that decided.
    pub version: VersionNo,
    /// Place of the component in it.
    pub component: usize,
    /// Where the money stands: awaiting, held, payable. Together what is left of it.
    pub stands: [i64; 3],
    /// What is held when it can be paid: the part, and by which handoff.
    pub hold: Option<(Rate, HandoffNo)>,
    /// The plan version against whose budget for shares it counts.
    pub budget: Option<VersionNo>,
}

/// What an event added to a count, as far as it was not taken back.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// The count.
    pub key: CountKey,
    /// Whose lines it pays.
    pub person: PersonNo,
    /// The plan version.
    pub version: VersionNo,
    /// Place of the component in it.
    pub component: usize,
    /// Minor units.
    pub base: i64,
    /// What its lines pay, in billionths.
    pub own: i128,
}

/// Places in [`Line::stands`].
pub const STANDS: [Account; 3] = [Account::Awaiting, Account::Held, Account::Payable];

impl Line {
    /// What is left of it.
    pub fn left(&self) -> i64 {
        self.stands.iter().sum()
    }

    /// Takes so much from where it stands, what cannot be paid yet first; what the line does not have stays untaken and is given back.
    pub fn take(&mut self, minor: i64) -> ([i64; 3], i64) {
        let (mut taken, mut open) = ([0; 3], minor);
        for (stand, taken) in self.stands.iter_mut().zip(&mut taken) {
            let part = if open > 0 { open.min((*stand).max(0)) } else { open.max((*stand).min(0)) };
            (*stand, *taken, open) = (*stand - part, part, open - part);
        }
        (taken, open)
    }
}

impl Record {
    /// The amount without sign.
    pub fn size(&self) -> i64 {
        self.amount.map_or(0, |amount| amount.minor.saturating_abs())
    }

    /// What is left of the amount, in the event's currency, without sign.
    pub fn left(&self) -> i64 {
        self.size() - self.refunded
    }

    /// Whether money of it is neither payable nor gone.
    pub fn waits(&self) -> bool {
        self.lines.iter().any(|line| matches!(line.stands, [awaiting, held, _] if awaiting != 0 || held != 0))
    }
}

/// Adds what goes to (or, negative, from) each place of a person; what an entry has already is added up.
pub fn entries(person: &Arc<str>, stands: [i64; 3], into: &mut Vec<Entry>) {
    for (account, minor) in STANDS.into_iter().zip(stands).filter(|(_, minor)| *minor != 0) {
        let same = |entry: &&mut Entry| entry.account == account && entry.person.as_ref() == Some(person);
        match into.iter_mut().find(same) {
            Some(entry) => entry.minor += minor,
            None => into.push(Entry { account, person: Some(person.clone()), minor }),
        }
    }
}

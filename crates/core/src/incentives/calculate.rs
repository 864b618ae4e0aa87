//! Events in, postings out: one pass in the order in which events could be posted. Only what later events can come back to is kept, so memory
//! grows with people, open payments and claw-back months, not with history. Nothing that comes later changes what was posted before.
mod back;
mod counts;
mod earn;
mod kept;
mod limits;
mod month;
mod outstanding;
mod paid;
mod share;
mod tables;

use super::because::Because;
use super::book::{Book, HandoffNo, PersonNo, Version, VersionNo};
use super::event::{Event, Movement};
use super::ledger::{Account, Entry, Kind, PlanVersion, Posting, PostingId};
use super::note::Note;
use super::rate::Rate;
use super::span::months_after;
use crate::money::{Currency, MoneyError};
use crate::subscriptions::months::Month;
use chrono::{Days, NaiveDate};
use counts::Counts;
use kept::Record;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub use super::trouble::{Reason, Trouble};
pub use outstanding::{Outstanding, Unpaid};

/// What comes out.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// A posting.
    Posting(Posting),
    /// Why something pays nothing.
    Note(Note),
}

/// Takes what comes out.
pub type Sink<'s> = &'s mut dyn FnMut(Output);

/// Computes incentives from plans, roles and handoffs, event by event.
#[derive(Debug)]
pub struct Calculator {
    book: Book,
    /// Events that later ones are about, and how many of these are still to come: kept until then, however late.
    expected: HashMap<String, u32>,
    counts: Counts,
    records: HashMap<Arc<str>, Record>,
    /// Kept events of a unit that are given back where it leaves, in their order.
    by_unit: HashMap<Arc<str>, Vec<Arc<str>>>,
    /// When events need not be kept any more.
    expiring: BTreeMap<NaiveDate, Vec<Arc<str>>>,
    /// Events with money that is held, by the last day before it is decided and the handoff.
    held: BTreeMap<(NaiveDate, HandoffNo), Vec<Arc<str>>>,
    /// Days on which units left.
    left: HashMap<Arc<str>, Vec<NaiveDate>>,
    /// What givers of units got in each span of the budget, by plan version.
    shared: HashMap<(VersionNo, Month), i64>,
    /// How many postings each decided handoff brought about.
    decided: HashMap<HandoffNo, u32>,
    months: month::Months,
    /// The day up to which everything is posted.
    now: Option<NaiveDate>,
}

/// What postings come from.
#[derive(Clone, Debug)]
struct Cause {
    id: Arc<str>,
    unit: Option<Arc<str>>,
    date: NaiveDate,
    posted: NaiveDate,
    /// How many postings came from it.
    number: u32,
    /// When it happened, where its period was closed when it became known.
    late: Option<NaiveDate>,
    /// The event in whose place it is.
    correction: Option<Arc<str>>,
}

/// What a posting says besides where it comes from.
struct Draft {
    kind: Kind,
    counted: NaiveDate,
    plan: Arc<PlanVersion>,
    component: Arc<str>,
    currency: Currency,
    base: Option<i64>,
    rate: Option<Rate>,
    entries: Vec<Entry>,
    of: Option<PostingId>,
    because: Vec<Because>,
}

impl Draft {
    /// A posting by a plan, without entries yet.
    fn new(
        version: &Version,
        kind: Kind,
        component: Arc<str>,
        counted: NaiveDate,
        because: Vec<Because>,
    ) -> Self {
        Self {
            kind,
            counted,
            plan: version.named.clone(),
            component,
            currency: version.plan.currency,
            base: None,
            rate: None,
            entries: Vec::with_capacity(3),
            of: None,
            because,
        }
    }

    /// The company's side of what people get.
    fn cost(&mut self, minor: i64) {
        self.entries.push(Entry { account: Account::Cost, person: None, minor });
    }

    /// What becomes payable to a person.
    fn payable(&mut self, person: Arc<str>, minor: i64) {
        self.entries.push(Entry { account: Account::Payable, person: Some(person), minor });
    }
}

impl Cause {
    fn of(event: &Event) -> Self {
        let late = Month::of(event.posted) > Month::of(event.date);
        Self {
            id: event.id.as_str().into(),
            unit: Some(event.unit.as_str().into()),
            date: event.date,
            posted: event.posted,
            number: 0,
            late: late.then_some(event.date),
            correction: None,
        }
    }

    /// What the calendar brings about.
    fn of_calendar(id: String, unit: Option<Arc<str>>, date: NaiveDate) -> Self {
        Self { id: id.into(), unit, date, posted: date, number: 0, late: None, correction: None }
    }
}

impl Calculator {
    /// A calculation from the beginning. `about` are the events that later ones are about, each as often as it is named.
    pub fn new(book: Book, about: impl IntoIterator<Item = String>) -> Self {
        let mut expected: HashMap<String, u32> = HashMap::new();
        for id in about {
            let times = expected.entry(id).or_default();
            *times = times.saturating_add(1);
        }
        let plans = || book.versions().iter().map(|version| &version.plan);
        let months = month::Months::new(
            plans().any(|plan| !plan.guarantees.is_empty()),
            plans().any(|plan| !plan.draws.is_empty()),
        );
        Self {
            book,
            expected,
            counts: Counts::default(),
            records: HashMap::new(),
            by_unit: HashMap::new(),
            expiring: BTreeMap::new(),
            held: BTreeMap::new(),
            left: HashMap::new(),
            shared: HashMap::new(),
            decided: HashMap::new(),
            months,
            now: None,
        }
    }

    /// Computes the next event. Its day of posting must not be before that of the one before.
    ///
    /// # Errors
    /// What is wrong with the event; the calculation cannot go on after it.
    pub fn take(&mut self, event: &Event, out: Sink) -> Result<(), Trouble> {
        self.take_event(event, out).map_err(|reason| Trouble { event: event.id.clone(), reason })
    }

    fn take_event(&mut self, event: &Event, out: Sink) -> Result<(), Reason> {
        if let Some(now) = self.now.filter(|now| *now > event.posted) {
            return Err(Reason::Order { posted: event.posted, now });
        }
        if event.posted < event.date {
            return Err(Reason::PostedBefore { posted: event.posted, date: event.date });
        }
        if self.records.contains_key(event.id.as_str()) {
            return Err(Reason::Twice);
        }
        self.advance(event.posted, out)?;
        let mut cause = Cause::of(event);
        match event.movement {
            Movement::InvoicePaid => self.customer_paid(&mut cause, event, out),
            Movement::Refund => self.refund(&mut cause, event, out),
            Movement::Correction => self.correct(&mut cause, event, out),
            Movement::Churn => self.churn(&mut cause, event, out),
            Movement::Adjustment => self.adjust(&mut cause, event, out),
            _ => {
                let record = self.earn(&mut cause, event.into(), out)?;
                self.keep(&cause, record);
                Ok(())
            }
        }?;
        self.referred(event.of.as_deref());
        Ok(())
    }

    /// One event less is to come that is about this one.
    fn referred(&mut self, of: Option<&str>) {
        let Some(id) = of else { return };
        let Some(times) = self.expected.get_mut(id) else { return };
        *times = times.saturating_sub(1);
        if *times == 0 {
            self.expected.remove(id);
            self.forget_done(id);
        }
    }

    /// Posts all that the calendar brings about up to and with a day.
    ///
    /// # Errors
    /// Overflow.
    pub fn finish(&mut self, through: NaiveDate, out: Sink) -> Result<(), Trouble> {
        let next = through.checked_add_days(Days::new(1)).unwrap_or(through);
        self.advance(next, out).map_err(|reason| Trouble { event: through.to_string(), reason })
    }

    /// Posts what the calendar brings about before a day: what was held, then what a month's end brings.
    fn advance(&mut self, to: NaiveDate, out: Sink) -> Result<(), Reason> {
        let from = self.now.unwrap_or(to);
        let mut month = Month::of(from);
        while month < Month::of(to) {
            let end = month.last_day();
            self.decide_held(end, out)?;
            self.end_month(month, out)?;
            month = month.plus(1);
        }
        if let Some(yesterday) = to.pred_opt() {
            self.decide_held(yesterday, out)?;
        }
        self.forget(to);
        self.now = Some(to);
        Ok(())
    }

    /// Keeps an event that later ones may come back to.
    fn keep(&mut self, cause: &Cause, record: Record) {
        if !record.keep {
            return;
        }
        let versions = record.lines.iter().filter_map(|line| {
            self.book.version(line.version)?.plan.components.get(line.component)?.claw_back
        });
        let within = versions.map(|claw_back| claw_back.within_months).max();
        if let Some(months) = within {
            self.by_unit.entry(record.unit.clone()).or_default().push(cause.id.clone());
            let end = months_after(record.date, months).max(cause.posted);
            self.expiring.entry(end).or_default().push(cause.id.clone());
        }
        self.records.insert(cause.id.clone(), record);
    }

    /// Forgets events that nothing can come back to any more.
    fn forget(&mut self, day: NaiveDate) {
        while let Some(entry) = self.expiring.first_entry().filter(|entry| *entry.key() < day) {
            for id in entry.remove() {
                let Some(record) = self.records.get(&id) else { continue };
                if let Some(ids) = self.by_unit.get_mut(&record.unit) {
                    ids.retain(|other| *other != id);
                    if ids.is_empty() {
                        self.by_unit.remove(&record.unit);
                    }
                }
                if !record.waits() && !self.expected.contains_key(&*id) {
                    self.records.remove(&id);
                }
            }
        }
    }

    /// Puts a posting out.
    fn post(&mut self, cause: &mut Cause, draft: Draft, out: Sink) -> Result<u32, MoneyError> {
        cause.number = cause.number.checked_add(1).ok_or(MoneyError::Overflow)?;
        let mut because = draft.because;
        because.extend(cause.correction.iter().map(|of| Because::Correction { of: of.clone() }));
        because.extend(cause.late.map(|happened| Because::Late { happened }));
        if self.months.watches_payable() {
            for entry in draft.entries.iter().filter(|entry| entry.account == Account::Payable) {
                let person = entry.person.as_deref().map(|name| self.book.person_no(name)).transpose()?;
                self.months.paid(person, entry.minor)?;
            }
        }
        out(Output::Posting(Posting {
            id: PostingId { event: cause.id.clone(), number: cause.number },
            kind: draft.kind,
            date: cause.date,
            counted: draft.counted,
            period: Month::of(cause.posted),
            unit: cause.unit.clone(),
            plan: draft.plan,
            component: draft.component,
            base: draft.base,
            rate: draft.rate,
            currency: draft.currency,
            entries: draft.entries,
            of: draft.of,
            because,
        }));
        Ok(cause.number)
    }

    fn name(&self, person: PersonNo) -> Arc<str> {
        self.book.person(person).map_or_else(|| "".into(), |person| person.name.clone())
    }
}

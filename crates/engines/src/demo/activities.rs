//! What the CRM learns of a week: some of it, more from some sellers than from others, without a length here and a category there; and the
//! newsletters that a program writes under its own name.
use super::hunting::{customer_id, opportunity_id, unit_id};
use super::simulation::Simulation;
use super::texts;
use chrono::{Datelike, Days, NaiveDate};
use tandem_core::activities::{ActivityCategory, InitiatedBy, Urgency};
use tandem_core::imports::records::{ActivityRecord, Record};

/// What a piece of work is about; texts come in two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Internal,
    Urgent,
    Service,
    Mail,
    Implementation,
    Renewal,
    Visit,
    Travel,
    Expansion,
    Hunting,
    Prospecting,
}

/// A piece of work.
pub struct Task {
    /// Lower comes first when there is not time for all.
    pub rank: u8,
    pub category: ActivityCategory,
    pub subject: Subject,
    pub unit: Option<usize>,
    pub opportunity: Option<u64>,
    pub minutes: u32,
    pub urgent: bool,
    pub initiated_by: Option<InitiatedBy>,
}

impl Task {
    /// Cut to the minutes that are left.
    pub fn at_most(mut self, minutes: f64) -> Self {
        self.minutes = self.minutes.min(minutes as u32);
        self
    }
}

/// Of all requests, those that land in the support queue instead of under the seller's name.
const QUEUED: f64 = 0.04;
const WITHOUT_CATEGORY: f64 = 0.25;
const WITHOUT_MINUTES: f64 = 0.12;
const MAIL_WITHOUT_MINUTES: f64 = 0.6;
const NEWSLETTER: f64 = 0.4;

impl Simulation {
    pub fn task(
        &mut self,
        rank: u8,
        category: ActivityCategory,
        subject: Subject,
        unit: Option<usize>,
        (shortest, longest): (u64, u64),
    ) -> Task {
        let minutes = self.dice.between(shortest / 5, longest / 5) as u32 * 5;
        Task { rank, category, subject, unit, opportunity: None, minutes, urgent: false, initiated_by: None }
    }

    /// Writes down what is written down of a week's work.
    pub fn log(&mut self, seller: usize, monday: NaiveDate, done: Vec<Task>) {
        for task in done {
            let share = self.sellers[seller].diligence * noted(task.subject) * self.logged_share;
            if self.dice.chance(share) {
                self.log_task(seller, monday, &task);
            }
        }
    }

    fn log_task(&mut self, seller: usize, monday: NaiveDate, task: &Task) {
        let kind = self.kind(task);
        let customer = task.unit.map(|unit| self.units[unit].customer);
        let language = customer.map(|customer| self.customers[customer].language);
        let language = language.unwrap_or(super::places::MARKETS[self.sellers[seller].market].language);
        let no_minutes = if kind == "email" { MAIL_WITHOUT_MINUTES } else { WITHOUT_MINUTES };
        let queued = task.subject == Subject::Service && self.dice.chance(QUEUED);
        let by = if queued { &self.queue } else { &self.sellers[seller].record };
        let record = ActivityRecord {
            external_id: String::new(),
            seller: Some(by.external_id.clone()),
            customer: customer.map(customer_id),
            unit: task.unit.map(unit_id),
            opportunity: task.opportunity.map(opportunity_id),
            date: monday + Days::new(self.dice.between(0, 4)),
            minutes: (!self.dice.chance(no_minutes)).then_some(task.minutes as i32),
            kind: Some(kind.to_owned()),
            category: (!self.dice.chance(WITHOUT_CATEGORY)).then_some(task.category),
            urgency: task.urgent.then_some(Urgency::Urgent),
            initiated_by: task.initiated_by,
            subject: Some(self.dice.pick(texts::subjects(task.subject, language)).to_string()),
            from_calendar: false,
            attendees: Vec::new(),
            declined: Vec::new(),
        };
        self.emit_activity(record);
    }

    fn kind(&mut self, task: &Task) -> &'static str {
        match task.subject {
            Subject::Mail => "email",
            Subject::Travel => "travel",
            Subject::Internal | Subject::Visit | Subject::Implementation => "meeting",
            Subject::Prospecting => self.dice.pick(&["call", "call", "email"]),
            Subject::Urgent | Subject::Service => self.dice.pick(&["call", "call", "meeting"]),
            Subject::Renewal | Subject::Expansion | Subject::Hunting => self.dice.pick(&["meeting", "call"]),
        }
    }

    fn emit_activity(&mut self, mut record: ActivityRecord) {
        record.external_id = format!("A{:06}", self.numbers.activity());
        self.emit(Record::Activity(record));
    }

    /// Every other Monday a program writes to many customers.
    pub fn newsletter(&mut self, monday: NaiveDate) {
        if monday.iso_week().week() % 2 == 1 {
            return;
        }
        for customer in 0..self.customers.len() {
            let known = self.customers[customer].created.is_some_and(|created| created <= monday);
            if known && self.dice.chance(NEWSLETTER * self.logged_share) {
                self.emit_activity(ActivityRecord {
                    external_id: String::new(),
                    seller: Some(self.integration.external_id.clone()),
                    customer: Some(customer_id(customer)),
                    unit: None,
                    opportunity: None,
                    date: monday,
                    minutes: None,
                    kind: Some("email".to_owned()),
                    category: None,
                    urgency: None,
                    initiated_by: Some(InitiatedBy::Seller),
                    subject: Some(texts::newsletter(self.customers[customer].language).to_owned()),
                    from_calendar: false,
                    attendees: Vec::new(),
                    declined: Vec::new(),
                });
            }
        }
    }
}

/// What sellers write down rather than other things: what sells more than what is urgent, and hardly ever what is internal.
fn noted(subject: Subject) -> f64 {
    match subject {
        Subject::Hunting | Subject::Renewal | Subject::Expansion => 1.1,
        Subject::Mail => 1.15,
        Subject::Implementation | Subject::Visit | Subject::Service => 0.9,
        Subject::Urgent | Subject::Prospecting => 0.75,
        Subject::Internal | Subject::Travel => 0.35,
    }
}

//! The record of a unit -> lines of its brief. What is not known becomes no line; what is old or was concluded is to be confirmed.
mod commercial;
mod people;

use super::{Field, Line, Mark};
use crate::languages::Words;
use crate::money::Money;
use crate::stakeholders::{ContactRole, Stance, Style};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Days after which what is known of a person is to be confirmed: people change their jobs.
pub const PEOPLE_FRESH_DAYS: u64 = 180;

/// What the record knows of a unit on a day. What is not known is none or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UnitRecord {
    pub name: Option<String>,
    pub industry: Option<String>,
    pub employees: Option<i64>,
    pub units: Vec<String>,
    pub segment: Option<String>,
    pub region: Option<String>,
    pub stakeholders: Vec<Stakeholder>,
    pub metrics: Vec<SuccessMetric>,
    pub promises: Vec<String>,
    pub subscriptions: Vec<Subscription>,
    pub arr: Option<Money>,
    pub invoices: Option<Vec<String>>,
    pub proposals: Option<Vec<String>>,
    pub potential: Option<Money>,
    pub developed_bp: Option<i64>,
    pub health: Option<String>,
    pub tickets: Option<Vec<String>>,
    pub incidents: Vec<String>,
    pub risks: Vec<Risk>,
    pub activities: Vec<(NaiveDate, String)>,
    pub meetings: Vec<String>,
    pub documents: Vec<String>,
}

/// Somebody at the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stakeholder {
    /// The person's name.
    pub name: String,
    /// What the person is there for.
    pub roles: Vec<ContactRole>,
    /// How the person stands to us.
    pub stance: Stance,
    /// How the person likes to be dealt with.
    pub style: Style,
    /// What the person wants to reach.
    pub aim: Option<String>,
    /// Day of the last contact.
    pub last_seen: Option<NaiveDate>,
}

/// What success is for the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuccessMetric {
    /// What is measured.
    pub what: String,
    /// Where it began.
    pub baseline: Option<String>,
    /// Where it is to be.
    pub target: Option<String>,
    /// Until when.
    pub by: Option<NaiveDate>,
    /// Who at the customer sees to it.
    pub owner: Option<String>,
}

/// What may go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// What.
    pub what: String,
    /// What would set it off.
    pub trigger: Option<String>,
    /// What helps.
    pub mitigation: Option<String>,
}

/// A recurring revenue line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Of what.
    pub product: String,
    /// Its last day.
    pub ends: Option<NaiveDate>,
    /// Whether it was concluded from a sale instead of recorded.
    pub derived: bool,
}

/// Lines by field.
pub type Lines = BTreeMap<Field, Vec<Line>>;

/// Where lines are put.
pub(super) struct Pen {
    lines: Lines,
    day: NaiveDate,
}

impl Pen {
    fn write(&mut self, field: Field, mark: Mark, text: Words) {
        let line = Line { text, mark, by: None, on: self.day };
        self.lines.entry(field).or_default().push(line);
    }

    fn data(&mut self, field: Field, text: Words) {
        self.write(field, Mark::Data, text);
    }

    fn name(&mut self, field: Field, text: Option<&String>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.data(field, Words::same(text.clone()));
        }
    }

    fn names(&mut self, field: Field, texts: &[String]) {
        texts.iter().for_each(|text| self.name(field, Some(text)));
    }

    /// A list that is known to be empty says so.
    fn list(&mut self, field: Field, texts: Option<&Vec<String>>) {
        match texts.map(Vec::as_slice) {
            None => {}
            Some([]) => self.data(field, Words::fixed("None.", "無。")),
            Some(texts) => self.names(field, texts),
        }
    }
}

/// The lines that the record gives.
pub fn fill(record: &UnitRecord, day: NaiveDate) -> Lines {
    let mut pen = Pen { lines: Lines::new(), day };
    customer(record, &mut pen);
    people::write(record, &mut pen);
    commercial::write(record, &mut pen);
    state(record, &mut pen);
    history(record, &mut pen);
    pen.lines
}

fn customer(record: &UnitRecord, pen: &mut Pen) {
    pen.name(Field::Name, record.name.as_ref());
    pen.name(Field::Industry, record.industry.as_ref());
    pen.name(Field::Segment, record.segment.as_ref());
    pen.name(Field::Region, record.region.as_ref());
    pen.names(Field::Units, &record.units);
    if let Some(count) = record.employees {
        pen.data(Field::Size, Words::new(format!("{count} employees"), format!("員工 {count} 人")));
    }
    for metric in &record.metrics {
        let part = |text: Option<&String>| text.map_or_else(|| "?".to_owned(), Clone::clone);
        let (from, to, owner) =
            (part(metric.baseline.as_ref()), part(metric.target.as_ref()), part(metric.owner.as_ref()));
        let by = metric.by.map_or_else(|| "?".to_owned(), |by| by.to_string());
        let whole = [&from, &to, &owner, &by].iter().all(|part| *part != "?");
        let text = Words::new(
            format!("{}: from {from} to {to} by {by}, seen to by {owner}", metric.what),
            format!("{}：由 {from} 至 {to}，期限 {by}，負責人 {owner}", metric.what),
        );
        pen.write(Field::SuccessMetrics, if whole { Mark::Data } else { Mark::ToConfirm }, text);
    }
    pen.names(Field::Promises, &record.promises);
}

fn state(record: &UnitRecord, pen: &mut Pen) {
    pen.name(Field::HealthScore, record.health.as_ref());
    pen.list(Field::OpenTickets, record.tickets.as_ref());
    pen.names(Field::PastIncidents, &record.incidents);
    pen.names(Field::Cadence, &record.meetings);
    pen.names(Field::Documents, &record.documents);
    for risk in &record.risks {
        let more = |text: &Option<String>, en: &str, zh: &str| match text {
            Some(text) => (format!("; {en} {text}"), format!("；{zh}{text}")),
            None => Default::default(),
        };
        let trigger = more(&risk.trigger, "set off by", "觸發：");
        let help = more(&risk.mitigation, "what helps:", "對策：");
        let what = &risk.what;
        let text =
            Words::new(format!("{what}{}{}", trigger.0, help.0), format!("{what}{}{}", trigger.1, help.1));
        pen.data(Field::RiskList, text);
    }
}

/// Activities of the last 90 days one by one, the newest first; what was before in one line.
fn history(record: &UnitRecord, pen: &mut Pen) {
    let since = pen.day.checked_sub_days(Days::new(90)).unwrap_or(NaiveDate::MIN);
    let mut recent: Vec<_> = record.activities.iter().filter(|(day, _)| *day > since).collect();
    recent.sort_by(|one, other| (other.0, &one.1).cmp(&(one.0, &other.1)));
    for (day, what) in recent.into_iter().take(RECENT_MAX) {
        pen.data(Field::Recent, Words::same(format!("{day} {what}")));
    }
    let older: Vec<_> = record.activities.iter().map(|(day, _)| *day).filter(|day| *day <= since).collect();
    if let (Some(first), count) = (older.iter().min(), older.len()) {
        let text = Words::new(
            format!("{count} activities since {first}"),
            format!("自 {first} 起共 {count} 次活動"),
        );
        pen.data(Field::Older, text);
    }
}

/// Most activities that are listed one by one; the record has them all.
const RECENT_MAX: usize = 20;

//! Worlds written as text, and what comes out as text: what the tests of the calculation are told in.
use csv::{ReaderBuilder, StringRecord};
use tandem_core::incentives::rows::{EventTable, HandoffTable, PeopleTable};
use tandem_core::incentives::wording::sentences;
use tandem_core::incentives::{Book, Calculator, Event, Handoff, Output, Plan, Post, Posting, read};
use tandem_core::languages::Language;

/// Everything that goes in.
#[derive(Clone)]
pub struct World {
    pub plans: Vec<Plan>,
    pub posts: Vec<Post>,
    pub handoffs: Vec<Handoff>,
    pub events: Vec<Event>,
    pub through: Option<chrono::NaiveDate>,
}

/// Short enough to be read where a property fails.
impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for plan in &self.plans {
            writeln!(f, "{plan:?}")?;
        }
        for post in &self.posts {
            writeln!(f, "{} {} {} {:?}", post.person, post.role, post.start, post.end)?;
        }
        for handoff in &self.handoffs {
            writeln!(f, "{handoff:?}")?;
        }
        for event in &self.events {
            let Event { id, date, posted, unit, movement, amount, credits, of, .. } = event;
            let minor = amount.map(|amount| amount.minor);
            writeln!(f, "{id} {date} {posted} {unit} {movement} {minor:?} {credits:?} {of:?}")?;
        }
        writeln!(f, "{}", self.told())
    }
}

pub const PLAN: &str = "name: P\nversion: 1\neffective: 2024-01-01\ncurrency: USD\n";

/// A world of one plan, whose lines follow the usual head, with rows as in files without their headers.
pub fn world(plan: &str, people: &str, handoffs: &str, events: &str) -> World {
    World {
        plans: vec![read(&format!("{PLAN}{plan}")).unwrap()],
        posts: rows("person,role,start,end,plan", people, |header, row, line| {
            PeopleTable::new(header).unwrap().row(row, line)
        }),
        handoffs: rows(
            "unit_id,from,to,transferred_date,brief_accepted_date,known_date,off_date",
            handoffs,
            |header, row, line| HandoffTable::new(header).unwrap().row(row, line),
        ),
        events: rows(
            "event_id,date,unit_id,movement,amount,currency,credits,of,posted,note",
            events,
            |header, row, line| EventTable::new(header).unwrap().row(row, line),
        ),
        through: None,
    }
}

pub fn rows<T, P: std::fmt::Debug>(
    header: &str,
    text: &str,
    read: impl Fn(&StringRecord, &StringRecord, u64) -> Result<T, P>,
) -> Vec<T> {
    let text: String = text.lines().map(|line| format!("{}\n", line.trim())).collect();
    let text = format!("{header}\n{text}");
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .enumerate()
        .map(|(at, row)| read(&header, &row.unwrap(), at as u64 + 2).unwrap())
        .collect()
}

impl World {
    pub fn calculator(&self) -> Calculator {
        let book = Book::new(self.plans.clone(), &self.posts, self.handoffs.clone()).unwrap();
        Calculator::new(book, self.events.iter().filter_map(|event| event.of.clone()))
    }

    pub fn outputs(&self) -> Result<Vec<Output>, String> {
        let mut outputs = Vec::new();
        let mut calculator = self.calculator();
        for event in &self.events {
            calculator
                .take(event, &mut |output| outputs.push(output))
                .map_err(|trouble| trouble.to_string())?;
        }
        if let Some(through) = self.through {
            calculator
                .finish(through, &mut |output| outputs.push(output))
                .map_err(|trouble| trouble.to_string())?;
        }
        Ok(outputs)
    }

    pub fn postings(&self) -> Vec<Posting> {
        let postings = self.outputs().unwrap().into_iter().filter_map(|output| match output {
            Output::Posting(posting) => Some(posting),
            Output::Note(_) => None,
        });
        postings.collect()
    }

    /// What everybody gets, by person and account.
    pub fn balances(&self) -> String {
        let mut balances = std::collections::BTreeMap::new();
        for posting in self.postings() {
            for entry in posting.entries {
                if let Some(person) = entry.person {
                    *balances.entry((person, entry.account.text())).or_insert(0_i64) += entry.minor;
                }
            }
        }
        let shown = balances.into_iter().filter(|(_, minor)| *minor != 0);
        shown
            .map(|((person, account), minor)| format!("{person} {account} {minor}"))
            .collect::<Vec<_>>()
            .join(", ")
    }

    pub fn told(&self) -> String {
        match self.outputs() {
            Ok(outputs) => outputs.iter().map(|output| format!("{}\n", told(output))).collect(),
            Err(reason) => reason,
        }
    }
}

/// One line for each posting, without reasons.
pub fn told(output: &Output) -> String {
    match output {
        Output::Note(note) => {
            let person = note.person.as_ref().map_or(String::new(), |person| format!(" {person}"));
            format!("{}{person}: {}", note.event, note.why)
        }
        Output::Posting(posting) => {
            assert_eq!(posting.sum(), 0, "{posting:?}");
            let entries = posting.entries.iter().filter(|entry| entry.person.is_some());
            let entries = entries.map(|entry| {
                format!("{} {} {}", entry.person.as_deref().unwrap_or("-"), entry.account, entry.minor)
            });
            let entries: Vec<String> = entries.collect();
            let base = posting.base.map_or(String::new(), |base| format!(" {base}"));
            let rate = posting.rate.map_or(String::new(), |rate| format!(" at {rate}"));
            let of = posting.of.as_ref().map_or(String::new(), |of| format!(" of {of}"));
            format!(
                "{} {} {} {}{base}{rate}{of}: {}",
                posting.id,
                posting.period,
                posting.component,
                posting.kind,
                entries.join(", ")
            )
        }
    }
}

/// The reasons of a posting.
pub fn because(posting: &Posting) -> String {
    sentences(&posting.because, Language::English)
}

//! What was measured: people month by month, one number per outcome. What is not known stays absent.
use super::document::{Outcome, Unit};
use crate::documents::Refusal;
use crate::subscriptions::Month;
use crate::suggest;
use std::collections::BTreeMap;

/// People and months that were observed.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The first month.
    pub from: Month,
    /// Everybody, with one cell per month of the panel.
    pub people: Vec<PersonMonths>,
}

/// One person's months.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonMonths {
    /// Who.
    pub person: String,
    /// A group within which people are alike, such as a region.
    pub stratum: Option<String>,
    /// In the order of the panel.
    pub cells: Vec<Cell>,
}

/// One month of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// The share of the month that the person was there, 0 to 1.
    pub present: f64,
    /// In the order of `Outcome::ALL`.
    values: [Option<f64>; OUTCOMES],
}

const OUTCOMES: usize = 7;
/// Below this share of a month a person's month is no month.
const PRESENT_MIN: f64 = 0.25;
/// Longest panel, in months.
pub const MONTHS_MAX: i32 = 240;
/// Most rows.
pub const ROWS_MAX: usize = 1_000_000;

impl Cell {
    /// A month in which nothing is known but presence.
    pub fn new(present: f64) -> Self {
        Self { present, values: [None; OUTCOMES] }
    }

    /// The same with a value.
    pub fn with(mut self, outcome: Outcome, value: f64) -> Self {
        self.values[outcome as usize] = value.is_finite().then_some(value);
        self
    }

    /// The outcome as it was written down; absent where it is not known.
    pub fn raw(&self, outcome: Outcome) -> Option<f64> {
        self.values[outcome as usize]
    }

    /// The outcome as if the person had been there for the whole month; absent where it is not known or hardly anybody was there.
    pub fn rate(&self, outcome: Outcome) -> Option<f64> {
        let value = self.values[outcome as usize].filter(|_| self.present >= PRESENT_MIN)?;
        Some(if outcome.unit() == Unit::Share { value } else { value / self.present })
    }
}

impl Panel {
    /// How many months.
    pub fn months(&self) -> usize {
        self.people.iter().map(|person| person.cells.len()).max().unwrap_or(0)
    }

    /// The month of an index.
    pub fn month(&self, index: usize) -> Month {
        self.from.plus(i32::try_from(index).unwrap_or(i32::MAX))
    }

    /// The index of a month, which may lie outside.
    pub fn index(&self, month: Month) -> i32 {
        self.from.until(month)
    }

    /// The outcomes that are known anywhere.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let known = |outcome: &Outcome| {
            self.people.iter().any(|person| person.cells.iter().any(|cell| cell.rate(*outcome).is_some()))
        };
        Outcome::ALL.iter().copied().filter(known).collect()
    }

    /// Without the months after this one: what was known then.
    pub fn until(&self, last: Month) -> Self {
        let keep = usize::try_from(self.index(last) + 1).unwrap_or(0);
        let cut = |person: &PersonMonths| PersonMonths {
            cells: person.cells.iter().copied().take(keep).collect(),
            ..person.clone()
        };
        Self { from: self.from, people: self.people.iter().map(cut).collect() }
    }
}

/// Reads a table with the columns `person`, `month`, and any of `present`, `stratum` and the outcomes. Empty cells are not known; other
/// columns are named in the list beside the panel.
///
/// # Errors
/// All rows that cannot be used, with line and column.
pub fn read_csv(text: &str) -> Result<(Panel, Vec<String>), Vec<Refusal>> {
    let mut table =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = table.headers().map_err(|error| vec![unreadable(&error)])?.clone();
    let columns = Columns::of(&headers)?;
    let mut rows = Rows::default();
    for record in table.records() {
        match record {
            Ok(record) => rows.add(&columns, &record),
            Err(error) => rows.refusals.push(unreadable(&error)),
        }
        if rows.refusals.len() > REFUSALS_MAX || rows.count > ROWS_MAX {
            break;
        }
    }
    Ok((rows.panel()?, columns.strange))
}

const REFUSALS_MAX: usize = 50;

fn unreadable(error: &csv::Error) -> Refusal {
    let place = error.position().map(|position| (position.line(), 1));
    Refusal { place, reason: "this cannot be read: save it as CSV in UTF-8, separated by commas".to_owned() }
}

struct Columns {
    person: usize,
    month: usize,
    present: Option<usize>,
    stratum: Option<usize>,
    outcomes: Vec<(Outcome, usize)>,
    strange: Vec<String>,
}

impl Columns {
    fn of(headers: &csv::StringRecord) -> Result<Self, Vec<Refusal>> {
        let name = |header: &str| header.trim_start_matches('\u{feff}').trim().to_lowercase();
        let names: Vec<String> = headers.iter().map(name).collect();
        let find = |wanted: &str| names.iter().position(|name| name == wanted);
        let outcome = |outcome: &Outcome| Some((*outcome, find(outcome.text())?));
        let known: Vec<&str> = ["person", "month", "present", "stratum"]
            .into_iter()
            .chain(Outcome::ALL.iter().map(|outcome| outcome.text()))
            .collect();
        let outcomes: Vec<(Outcome, usize)> = Outcome::ALL.iter().filter_map(outcome).collect();
        let strange: Vec<String> = names
            .iter()
            .filter(|name| !known.contains(&name.as_str()))
            .map(|name| stranger(name, &known))
            .collect();
        let missing = |what: &str| {
            let near = strange.first().map_or(String::new(), |near| format!(" ({near})"));
            vec![Refusal { place: Some((1, 1)), reason: format!("there is no column {what}{near}") }]
        };
        if outcomes.is_empty() {
            let all: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.text()).collect();
            return Err(missing(&format!("of an outcome: give one of {}", all.join(", "))));
        }
        Ok(Self {
            person: find("person").ok_or_else(|| missing("`person`: give one name a row"))?,
            month: find("month").ok_or_else(|| missing("`month`: give months such as 2027-01"))?,
            present: find("present"),
            stratum: find("stratum"),
            outcomes,
            strange,
        })
    }
}

fn stranger(name: &str, known: &[&str]) -> String {
    match suggest::nearest(name, known.iter().copied()) {
        Some(near) => format!("`{name}` is left alone: did you mean `{near}`?"),
        None => format!("`{name}` is left alone: there are {}", known.join(", ")),
    }
}

#[derive(Default)]
struct Rows {
    people: BTreeMap<String, (Option<String>, BTreeMap<Month, Cell>)>,
    refusals: Vec<Refusal>,
    count: usize,
}

impl Rows {
    fn add(&mut self, columns: &Columns, record: &csv::StringRecord) {
        self.count += 1;
        let line = record.position().map_or(0, csv::Position::line);
        let text = |column: usize| record.get(column).unwrap_or_default();
        let person = text(columns.person);
        let Ok(month) = text(columns.month).parse::<Month>() else {
            let reason = format!("`{}` is no month: write one such as 2027-01", text(columns.month));
            return self.refuse(line, columns.month, reason);
        };
        if person.is_empty() {
            return self.refuse(line, columns.person, "nobody is named: give a person".to_owned());
        }
        let Some(cell) = self.cell(columns, record, line) else { return };
        let stratum = columns.stratum.map(text).filter(|stratum| !stratum.is_empty()).map(str::to_owned);
        let (known, months) =
            self.people.entry(person.to_owned()).or_insert_with(|| (stratum.clone(), BTreeMap::new()));
        let moved = *known != stratum;
        let twice = months.insert(month, cell).is_some();
        if moved {
            let reason = format!("`{person}` is in two strata: give the one of the beginning on all rows");
            self.refuse(line, columns.stratum.unwrap_or(0), reason);
        }
        if twice {
            self.refuse(line, columns.month, format!("`{person}` has two rows for {month}: keep one"));
        }
    }

    fn cell(&mut self, columns: &Columns, record: &csv::StringRecord, line: u64) -> Option<Cell> {
        let present = match columns.present {
            Some(column) => self.number(record, column, line)?.unwrap_or(0.0),
            None => 1.0,
        };
        if !(0.0..=1.0).contains(&present) {
            let reason = format!("`present` is {present}: give the share of the month from 0 to 1");
            self.refuse(line, columns.present.unwrap_or(0), reason);
            return None;
        }
        let mut cell = Cell::new(present);
        for (outcome, column) in &columns.outcomes {
            let Some(value) = self.number(record, *column, line)? else { continue };
            if outcome.unit() == Unit::Share && !(0.0..=1.0).contains(&value) {
                let reason =
                    format!("`{outcome}` is {value}: give a share from 0 to 1, such as 0.3 for 30 %");
                self.refuse(line, *column, reason);
                return None;
            }
            cell = cell.with(*outcome, value);
        }
        Some(cell)
    }

    /// A number that may be missing; nothing at all where it is no number.
    fn number(&mut self, record: &csv::StringRecord, column: usize, line: u64) -> Option<Option<f64>> {
        let text = record.get(column).unwrap_or_default();
        if text.is_empty() {
            return Some(None);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Some(Some(number)),
            _ => {
                let advice = "write it with a point and without thousands, or leave it empty";
                self.refuse(line, column, format!("`{text}` is no number: {advice}"));
                None
            }
        }
    }

    fn refuse(&mut self, line: u64, column: usize, reason: String) {
        self.refusals.push(Refusal { place: Some((line, column as u64 + 1)), reason });
    }

    fn panel(mut self) -> Result<Panel, Vec<Refusal>> {
        let months = || self.people.values().flat_map(|(_, months)| months.keys());
        let (Some(from), Some(to)) = (months().min().copied(), months().max().copied()) else {
            let none =
                || Refusal { place: None, reason: "there is no row: give people and months".to_owned() };
            return Err(if self.refusals.is_empty() { vec![none()] } else { self.refusals });
        };
        let length = from.until(to) + 1;
        if length > MONTHS_MAX {
            let reason = format!("it spans {length} months, at most {MONTHS_MAX} are possible");
            self.refusals.push(Refusal { place: None, reason });
        }
        if self.count > ROWS_MAX {
            let reason = format!("there are more than {ROWS_MAX} rows: leave early months out");
            self.refusals.push(Refusal { place: None, reason });
        }
        if !self.refusals.is_empty() {
            return Err(self.refusals);
        }
        let cells = |months: BTreeMap<Month, Cell>| {
            (0..length).map(|at| months.get(&from.plus(at)).copied().unwrap_or_default()).collect()
        };
        let person = |(person, (stratum, months))| PersonMonths { person, stratum, cells: cells(months) };
        Ok(Panel { from, people: self.people.into_iter().map(person).collect() })
    }
}

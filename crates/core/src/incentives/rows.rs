//! Rows of files (events, handoffs, people) read strictly: what cannot be read is told with line, column, value and what to write instead.
//! Whoever calls reads the file; nothing here does.
mod credits;
mod events;
mod links;
mod payments;

pub use credits::credits;
pub use events::EventTable;
pub use links::Links;
pub use payments::PaymentTable;

use super::event::{Handoff, Post};
use crate::exports::plain_cell;
use crate::suggest;
use chrono::NaiveDate;
use csv::StringRecord;
use std::fmt;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Line in the file, from 1.
    pub line: u64,
    /// Name of the column; none: the row as a whole.
    pub column: Option<&'static str>,
    /// What is wrong and what to do.
    pub reason: String,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(column) = self.column {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// A column that a file can have.
#[derive(Clone, Copy, Debug)]
struct Column {
    name: &'static str,
    needed: bool,
}

const fn needed(name: &'static str) -> Column {
    Column { name, needed: true }
}

const fn optional(name: &'static str) -> Column {
    Column { name, needed: false }
}

/// Where the columns of a file stand.
#[derive(Clone, Debug)]
struct Columns<const N: usize> {
    columns: [Column; N],
    places: [Option<usize>; N],
    /// Columns that nothing is read from.
    ignored: Vec<String>,
}

impl<const N: usize> Columns<N> {
    fn new(columns: [Column; N], header: &StringRecord) -> Result<Self, Vec<RowProblem>> {
        let mut places = [None; N];
        let (mut strange, mut problems) = (Vec::new(), Vec::new());
        let mut refuse = |reason| problems.push(RowProblem { line: 1, column: None, reason });
        for (at, name) in header.iter().enumerate() {
            let name = name.trim().trim_start_matches('\u{feff}');
            let found =
                columns.iter().zip(&mut places).find(|(column, _)| column.name.eq_ignore_ascii_case(name));
            match found {
                Some((_, place @ None)) => *place = Some(at),
                Some((column, Some(_))) => refuse(format!("column `{}` stands twice: keep one", column.name)),
                None => strange.push(name.to_owned()),
            }
        }
        let absent =
            || columns.iter().zip(&places).filter(|(_, place)| place.is_none()).map(|(column, _)| column);
        for name in &strange {
            if let Some(column) = absent().find(|column| slip(name, column.name)) {
                refuse(format!("there is no column `{name}`: did you mean `{}`?", column.name));
            }
        }
        let missing: Vec<&str> = absent().filter(|column| column.needed).map(|column| column.name).collect();
        if !missing.is_empty() {
            let all: Vec<&str> =
                columns.iter().filter(|column| column.needed).map(|column| column.name).collect();
            let reason =
                format!("there is no column {}: begin the file with {}", missing.join(", "), all.join(","));
            refuse(reason);
        }
        if problems.is_empty() { Ok(Self { columns, places, ignored: strange }) } else { Err(problems) }
    }

    /// A cell without blanks around it; nothing where it is empty or the column is missing.
    fn cell<'r>(&self, record: &'r StringRecord, column: usize) -> Option<&'r str> {
        let cell = plain_cell(record.get((*self.places.get(column)?)?)?.trim());
        (!cell.is_empty()).then_some(cell)
    }

    fn name(&self, column: usize) -> Option<&'static str> {
        self.columns.get(column).map(|column| column.name)
    }
}

/// Whether a name is probably meant as another: files of other programs have columns of their own, which are left alone.
fn slip(name: &str, column: &str) -> bool {
    let apart = suggest::distance(name, column);
    apart <= 1 || (apart == 2 && column.len() > 4)
}

/// Reads the cells of one row and keeps what is wrong.
struct Cells<'r, const N: usize> {
    columns: &'r Columns<N>,
    record: &'r StringRecord,
    line: u64,
    problems: Vec<RowProblem>,
}

impl<'r, const N: usize> Cells<'r, N> {
    fn new(columns: &'r Columns<N>, record: &'r StringRecord, line: u64) -> Self {
        Self { columns, record, line, problems: Vec::new() }
    }

    fn refuse<T>(&mut self, column: usize, reason: String) -> Option<T> {
        let column = self.columns.name(column);
        self.problems.push(RowProblem { line: self.line, column, reason });
        None
    }

    fn cell(&self, column: usize) -> Option<&'r str> {
        self.columns.cell(self.record, column)
    }

    fn text(&mut self, column: usize) -> Option<String> {
        match self.cell(column) {
            None => self.refuse(column, "it is empty: write a name".to_owned()),
            Some(text) if text.len() > LETTERS_MAX && text.chars().count() > LETTERS_MAX => {
                self.refuse(column, format!("it has more than {LETTERS_MAX} letters: write a shorter name"))
            }
            Some(text) => Some(text.to_owned()),
        }
    }

    fn day(&mut self, column: usize) -> Option<NaiveDate> {
        if self.cell(column).is_none() {
            return self.refuse(column, "it is empty: write a day such as 2027-01-31".to_owned());
        }
        self.optional_day(column)
    }

    fn optional_day(&mut self, column: usize) -> Option<NaiveDate> {
        let text = self.cell(column)?;
        match iso_day(text) {
            Some(day) => Some(day),
            None => self.refuse(
                column,
                format!("`{text}` is not a day from {YEAR_MIN} to {YEAR_MAX}: write it as 2027-01-31"),
            ),
        }
    }

    fn finish<T>(self, read: Option<T>) -> Result<T, Vec<RowProblem>> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(self.problems),
        }
    }
}

/// A day written as `2027-01-31`, in a sensible year.
fn iso_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let mut number = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok())?
    };
    let (year, month, day) = (i32::try_from(number(4)?).ok()?, number(2)?, number(2)?);
    if (YEAR_MIN..=YEAR_MAX).contains(&year) { NaiveDate::from_ymd_opt(year, month, day) } else { None }
}

/// Longest name, in letters.
const LETTERS_MAX: usize = 200;
const YEAR_MIN: i32 = 1900;
const YEAR_MAX: i32 = 2200;

const HANDOFF: [Column; 7] = [
    needed("unit_id"),
    needed("from"),
    needed("to"),
    needed("transferred_date"),
    optional("brief_accepted_date"),
    optional("known_date"),
    optional("off_date"),
];

/// Places of the columns of handoffs.
mod handoff {
    pub const UNIT_ID: usize = 0;
    pub const FROM: usize = 1;
    pub const TO: usize = 2;
    pub const TRANSFERRED_DATE: usize = 3;
    pub const BRIEF_ACCEPTED_DATE: usize = 4;
    pub const KNOWN_DATE: usize = 5;
    pub const OFF_DATE: usize = 6;
}

/// Reads rows of handoffs.
#[derive(Clone, Debug)]
pub struct HandoffTable(Columns<7>);

impl HandoffTable {
    /// Knows the columns by their header.
    ///
    /// # Errors
    /// Columns that are missing, double or strange.
    pub fn new(header: &StringRecord) -> Result<Self, Vec<RowProblem>> {
        Columns::new(HANDOFF, header).map(Self)
    }

    /// Columns that nothing is read from.
    pub fn ignored(&self) -> &[String] {
        &self.0.ignored
    }

    /// Reads a row.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn row(&self, record: &StringRecord, line: u64) -> Result<Handoff, Vec<RowProblem>> {
        let mut cells = Cells::new(&self.0, record, line);
        let (unit, from, to) =
            (cells.text(handoff::UNIT_ID), cells.text(handoff::FROM), cells.text(handoff::TO));
        let transferred = cells.day(handoff::TRANSFERRED_DATE);
        let brief_accepted = cells.optional_day(handoff::BRIEF_ACCEPTED_DATE);
        let known = cells.optional_day(handoff::KNOWN_DATE);
        let off = cells.optional_day(handoff::OFF_DATE);
        let handoff = || {
            let transferred = transferred?;
            let known = known.unwrap_or(transferred).max(transferred);
            Some(Handoff { unit: unit?, from: from?, to: to?, transferred, brief_accepted, known, off })
        };
        let handoff = handoff();
        if let Some(handoff) = handoff.as_ref().filter(|handoff| handoff.from == handoff.to) {
            let reason =
                format!("`{}` gives the unit to the same person: name who receives it", handoff.from);
            return cells.refuse(handoff::TO, reason).ok_or(cells.problems);
        }
        cells.finish(handoff)
    }
}

const PERSON: [Column; 5] =
    [needed("person"), needed("role"), needed("start"), optional("end"), optional("plan")];

/// Places of the columns of people.
mod person {
    pub const PERSON: usize = 0;
    pub const ROLE: usize = 1;
    pub const START: usize = 2;
    pub const END: usize = 3;
    pub const PLAN: usize = 4;
}

/// Reads rows of people.
#[derive(Clone, Debug)]
pub struct PeopleTable(Columns<5>);

impl PeopleTable {
    /// Knows the columns by their header.
    ///
    /// # Errors
    /// Columns that are missing, double or strange.
    pub fn new(header: &StringRecord) -> Result<Self, Vec<RowProblem>> {
        Columns::new(PERSON, header).map(Self)
    }

    /// Columns that nothing is read from.
    pub fn ignored(&self) -> &[String] {
        &self.0.ignored
    }

    /// Reads a row.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn row(&self, record: &StringRecord, line: u64) -> Result<Post, Vec<RowProblem>> {
        let mut cells = Cells::new(&self.0, record, line);
        let (person, role, start) =
            (cells.text(person::PERSON), cells.text(person::ROLE), cells.day(person::START));
        let end = cells.optional_day(person::END);
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            cells.refuse::<()>(
                person::END,
                format!("`{end}` is before the start: write the last day in the role, or nothing"),
            );
        }
        let plan = cells.cell(person::PLAN).map(str::to_owned);
        let post = || Some(Post { person: person?, role: role?, start: start?, end, plan });
        let post = post();
        cells.finish(post)
    }
}

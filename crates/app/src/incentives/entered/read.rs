//! Text -> rows. Two kinds of files are known by their header: payments as accounting lists them, and events of any movement.
use crate::{Error, Result};
use csv::{ReaderBuilder, StringRecord};
use serde::Serialize;
use std::fmt;
use tandem_core::incentives::Event;
use tandem_core::incentives::rows::{EventTable, PaymentTable, RowProblem};

/// Most rows at once.
const ROWS_MAX: usize = 50_000;

/// A row that cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveRowRefused)]
pub struct Refused {
    /// Line in the file, from 1.
    pub line: u64,
    /// Name of the column; absent: the row as a whole.
    pub column: Option<String>,
    /// What stands there.
    pub value: Option<String>,
    /// What is wrong and what to do.
    pub reason: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// A row that can be read.
#[derive(Clone, Debug)]
pub struct Row {
    /// Line in the file, from 1.
    pub line: u64,
    /// As it was written.
    pub cells: StringRecord,
    /// What it says.
    pub event: Event,
}

/// What a text holds.
#[derive(Clone, Debug)]
pub struct Read {
    header: StringRecord,
    /// Rows that are not empty, the refused ones among them.
    pub count: usize,
    /// Those that can be read.
    pub rows: Vec<Row>,
    /// Those that cannot, and why; in the order in which it was found.
    pub refused: Vec<Refused>,
}

enum Table {
    Events(EventTable),
    Payments(PaymentTable),
}

impl Table {
    fn of(header: &StringRecord) -> std::result::Result<Self, Vec<RowProblem>> {
        if PaymentTable::is_meant(header) {
            PaymentTable::new(header).map(Self::Payments)
        } else {
            EventTable::new(header).map(Self::Events)
        }
    }

    fn row(&self, record: &StringRecord, line: u64) -> std::result::Result<Event, Vec<RowProblem>> {
        match self {
            Self::Events(table) => table.row(record, line),
            Self::Payments(table) => table.row(record, line),
        }
    }
}

impl Read {
    /// Remembers what is wrong with a row. A column that the file calls otherwise is named as it is there.
    pub fn refuse(&mut self, row: &Row, column: Option<&str>, reason: String) {
        self.note(&row.cells, row.line, column, reason);
    }

    fn note(&mut self, cells: &StringRecord, line: u64, column: Option<&str>, reason: String) {
        let place = |wanted: &str| {
            let name = |cell: &str| cell.trim().trim_start_matches('\u{feff}').eq_ignore_ascii_case(wanted);
            self.header.iter().position(name)
        };
        let column = match column {
            Some("event_id") if place("event_id").is_none() => Some("payment_id"),
            other => other,
        };
        let value = column.and_then(place).and_then(|at| cells.get(at)).map(|cell| cell.trim().to_owned());
        let value = value.filter(|value| !value.is_empty());
        self.refused.push(Refused { line, column: column.map(str::to_owned), value, reason });
    }
}

/// What stands between cells: the sign of spreadsheet programs of other countries where the first line has no comma.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    match () {
        () if first.contains(',') => b',',
        () if first.contains(';') => b';',
        () if first.contains('\t') => b'\t',
        () => b',',
    }
}

/// Reads a text.
///
/// # Errors
/// Where it is no table at all, or too long; rows that cannot be read are in the answer.
pub fn read(text: &str) -> Result<Read> {
    let mut reader =
        ReaderBuilder::new().flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let wrong = |error: csv::Error| Error::Invalid(format!("this cannot be read: {error}; write it as CSV"));
    let header = reader.headers().map_err(wrong)?.clone();
    let table = Table::of(&header);
    let mut read = Read { header, count: 0, rows: Vec::new(), refused: Vec::new() };
    let table = match table {
        Ok(table) => table,
        Err(problems) => {
            let nothing = StringRecord::new();
            problems.into_iter().for_each(|one| read.note(&nothing, one.line, one.column, one.reason));
            return Ok(read);
        }
    };
    for record in reader.records() {
        let cells = record.map_err(wrong)?;
        let line = cells.position().map_or(0, csv::Position::line);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        read.count += 1;
        if read.count > ROWS_MAX {
            return Err(Error::Invalid(format!(
                "at most {ROWS_MAX} events can be brought in at once: cut the file in two"
            )));
        }
        match table.row(&cells, line) {
            Ok(event) => read.rows.push(Row { line, cells, event }),
            Err(more) => more.into_iter().for_each(|one| read.note(&cells, line, one.column, one.reason)),
        }
    }
    Ok(read)
}

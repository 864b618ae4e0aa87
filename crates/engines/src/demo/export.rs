//! The company's records as rows of the files that a system exports: what a CRM would hold of them, in its own headers and ids.
mod hubspot;
mod salesforce;
mod salesforce_headers;
mod tandem;

use chrono::NaiveDate;
use hubspot::HubSpot;
use salesforce::Salesforce;
use tandem_core::imports::records::Record;
use tandem_core::imports::sources::SourceKind;

/// A file that an export consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file's name.
    pub file: String,
    /// The first row.
    pub headers: Vec<&'static str>,
}

/// A row of one of the export's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The file, by its place among the tables.
    pub table: usize,
    /// As many as the file has headers.
    pub cells: Vec<String>,
}

/// Turns records into rows, one after the other.
pub struct Exporter(System);

enum System {
    Tandem,
    Salesforce(Salesforce),
    HubSpot(HubSpot),
}

impl Exporter {
    /// The exporter of a system, on a day; absent where none is written.
    pub fn of(source: SourceKind, as_of: NaiveDate) -> Option<Self> {
        match source {
            SourceKind::Tandem => Some(Self(System::Tandem)),
            SourceKind::Salesforce => Some(Self(System::Salesforce(Salesforce::default()))),
            SourceKind::HubSpot => Some(Self(System::HubSpot(HubSpot::new(as_of)))),
            _ => None,
        }
    }

    /// The files of the export.
    pub fn tables(&self) -> Vec<Table> {
        match &self.0 {
            System::Tandem => tandem::tables(),
            System::Salesforce(_) => salesforce::tables(),
            System::HubSpot(hubspot) => hubspot.tables(),
        }
    }

    /// The rows of a record.
    pub fn rows(&mut self, record: &Record) -> Vec<Row> {
        match &mut self.0 {
            System::Tandem => vec![tandem::row(record)],
            System::Salesforce(salesforce) => salesforce.rows(record),
            System::HubSpot(hubspot) => hubspot.rows(record),
        }
    }

    /// The rows that could be written only after the last record.
    pub fn rest(&mut self) -> Vec<Row> {
        match &mut self.0 {
            System::HubSpot(hubspot) => hubspot.rest(),
            System::Tandem | System::Salesforce(_) => Vec::new(),
        }
    }
}

/// The number in one of the company's ids: 17 of `C0017`.
fn digits(external: &str) -> u64 {
    external.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or(0)
}

/// Given and family name of a whole one.
fn split_name(whole: &str) -> (String, String) {
    match whole.rsplit_once(' ') {
        Some((given, family)) => (given.to_owned(), family.to_owned()),
        None => {
            let family: String = whole.chars().take(1).collect();
            (whole.chars().skip(1).collect(), family)
        }
    }
}

//! The company's records as rows of the files that a system exports: what a CRM would hold of them, in its own headers and ids.
mod tandem;

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

/// Turns records into rows.
pub enum Exporter {
    /// Tandem's own files.
    Tandem,
}

impl Exporter {
    /// The exporter of a system; absent where none is written.
    pub fn of(source: SourceKind) -> Option<Self> {
        match source {
            SourceKind::Tandem => Some(Self::Tandem),
            _ => None,
        }
    }

    /// The files of the export.
    pub fn tables(&self) -> Vec<Table> {
        match self {
            Self::Tandem => tandem::tables(),
        }
    }

    /// The rows of a record.
    pub fn rows(&mut self, record: &Record) -> Vec<Row> {
        match self {
            Self::Tandem => vec![tandem::row(record)],
        }
    }

    /// The rows that could be written only after the last record.
    pub fn rest(&mut self) -> Vec<Row> {
        match self {
            Self::Tandem => Vec::new(),
        }
    }
}

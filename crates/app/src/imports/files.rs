//! Files: which tables and calendars there are, what is in them and whose they are.
use super::events::{self, Events, Outcome};
use super::rows::{Lines, Rows};
use super::sheet;
use crate::{Error, Result};
use chrono::NaiveDate;
use encoding_rs::UTF_8;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tandem_core::imports::dialect::Dialect;
use tandem_core::imports::records::ObjectKind;
use tandem_core::imports::sources::{Recognised, recognise};

/// A file and what was found in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Found {
    /// The name without folders.
    pub name: String,
    /// Where it lies.
    #[serde(skip)]
    pub path: PathBuf,
    /// The text of a spreadsheet, which goes when nobody needs it any more; then `path` is where it lies.
    #[serde(skip)]
    pub sheet: Option<Arc<tempfile::TempPath>>,
    /// The encoding's name.
    pub encoding: String,
    /// Between cells.
    pub delimiter: char,
    /// The first row.
    pub headers: Vec<String>,
    /// The first rows under it.
    pub samples: Vec<Vec<String>>,
    /// What its rows are, where it was recognised.
    pub object: Option<ObjectKind>,
    /// Whose export it is, where it was recognised.
    pub source: Option<String>,
    /// Header to field, where it was recognised.
    pub columns: std::collections::BTreeMap<String, String>,
    /// Why it was recognised, or what to do about it.
    pub because: String,
    /// Rows under the first, told from its length and the first ones.
    pub rows: u64,
}

impl Found {
    /// Where the line numbers of its rows come from.
    pub fn lines(&self) -> Lines {
        if self.sheet.is_some() { Lines::FirstCell } else { Lines::Counted }
    }
}

/// Lists the tables and calendars under paths (files, or folders with files), spreadsheets turned into text by `reader` first. A file that cannot be read
/// is refused where it was named, and passed over with the reason where it only lies in a folder.
pub fn inspect(paths: &[PathBuf], reader: &Path, today: NaiveDate) -> Result<Vec<Found>> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, &mut files)?;
    }
    files.sort();
    files.dedup();
    if files.is_empty() {
        return Err(Error::Invalid("there is no .csv, .tsv, .txt, .xlsx or .ics file there".to_owned()));
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = files.iter().map(|path| name_of(path)).find(|name| !names.insert(name.clone())) {
        return Err(Error::Invalid(format!(
            "two files are called `{twice}`: rename one, or import them one by one"
        )));
    }
    let named = |path: &PathBuf| paths.contains(path);
    let looked = files.iter().map(|path| match look(path, reader, today) {
        Err(reason) if named(path) => {
            Err(Error::Invalid(format!("`{}` cannot be read: {reason}", name_of(path))))
        }
        Err(reason) => Ok(unreadable(path, &reason)),
        Ok(found) => Ok(found),
    });
    looked.collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let reading = |error: io::Error| Error::Invalid(format!("`{}` cannot be read: {error}", path.display()));
    let kind = path.metadata().map_err(reading)?;
    if !kind.is_dir() {
        if !kind.is_file() {
            return Err(Error::Invalid(format!("`{}` is neither a file nor a folder", path.display())));
        }
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in path.read_dir().map_err(reading)? {
        let path = entry.map_err(reading)?.path();
        let is_table = path
            .extension()
            .and_then(|e| e.to_str())
            .is_some_and(|e| ["csv", "tsv", "txt", "xlsx", "ics"].contains(&e.to_ascii_lowercase().as_str()));
        if path.is_file() && is_table {
            files.push(path);
        }
    }
    Ok(())
}

fn look(path: &Path, reader: &Path, today: NaiveDate) -> std::result::Result<Found, String> {
    let name = name_of(path);
    if events::is_calendar(path) {
        return look_at_calendar(path, &name, today).map_err(|error| error.to_string());
    }
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ics")) {
        return Err("it does not begin with BEGIN:VCALENDAR: export the calendar again".to_owned());
    }
    let sheet = sheet::as_text(path, reader)?.map(Arc::new);
    let lines = if sheet.is_some() { Lines::FirstCell } else { Lines::Counted };
    let text = sheet.as_ref().map_or_else(|| path.to_owned(), |sheet| sheet.to_path_buf());
    let mut rows = Rows::open(&text, lines, None).map_err(|error| error.to_string())?;
    let headers = rows.headers.clone();
    let mut samples = Vec::new();
    while samples.len() < 5 {
        match rows.next() {
            Ok(Some((_, cells))) => {
                samples.push(cells.iter().map(|cell| cell.chars().take(80).collect()).collect())
            }
            _ => break,
        }
    }
    let recognised = recognise(&name, &headers);
    Ok(Found { sheet, ..found(name, text, headers, samples, &rows.dialect, recognised) })
}

fn unreadable(path: &Path, reason: &str) -> Found {
    Found {
        name: name_of(path),
        path: path.to_owned(),
        sheet: None,
        encoding: String::new(),
        delimiter: ',',
        headers: Vec::new(),
        samples: Vec::new(),
        object: None,
        source: None,
        columns: Default::default(),
        because: format!("It cannot be read: {reason}."),
        rows: 0,
    }
}

fn look_at_calendar(path: &Path, name: &str, today: NaiveDate) -> io::Result<Found> {
    let mut calendar = Events::open(path, name, today)?;
    let mut samples = Vec::new();
    while samples.len() < 5 {
        match calendar.next()? {
            Some((_, Outcome::Row(cells))) => {
                samples.push(cells.iter().map(|cell| cell.chars().take(80).collect()).collect())
            }
            Some(_) => {}
            None => break,
        }
    }
    let (rows, dialect) = (calendar.survey.events, Dialect { encoding: UTF_8, mark: 0, delimiter: b',' });
    let known = Some(tandem_core::imports::sources::calendar());
    let found = found(name.to_owned(), path.to_owned(), events::columns(), samples, &dialect, known);
    Ok(Found { rows, ..found })
}

fn found(
    name: String,
    path: PathBuf,
    headers: Vec<String>,
    samples: Vec<Vec<String>>,
    dialect: &Dialect,
    known: Option<Recognised>,
) -> Found {
    let because = "No system is known by these headers: say in a mapping what the columns are.".to_owned();
    let (object, source, columns, because) = match known {
        Some(known) => (known.object, Some(known.source.text().to_owned()), known.columns, known.because),
        None => (None, None, Default::default(), because),
    };
    let rows = estimate(path.metadata().map_or(0, |data| data.len()), &headers, &samples);
    let encoding = dialect.encoding.name().to_owned();
    Found {
        name,
        path,
        sheet: None,
        encoding,
        delimiter: char::from(dialect.delimiter),
        headers,
        samples,
        object,
        source,
        columns,
        because,
        rows,
    }
}

/// Rows of a file of so many bytes, if all are as long as the first ones.
fn estimate(bytes: u64, headers: &[String], samples: &[Vec<String>]) -> u64 {
    let length = |row: &[String]| row.iter().map(|cell| cell.len() as u64 + 1).sum::<u64>();
    if samples.len() < 5 {
        return samples.len() as u64;
    }
    let of_samples: u64 = samples.iter().map(|row| length(row)).sum();
    bytes.saturating_sub(length(headers)) * samples.len() as u64 / of_samples.max(1)
}

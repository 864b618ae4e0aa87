//! Files: what is in them, and their rows one by one. Rows that are too long, as an open quote makes them, end the reading.
use super::events::{self, Events, Outcome};
use super::sheet;
use crate::{Error, Result};
use chrono::NaiveDate;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tandem_core::imports::dialect::{self, Dialect};
use tandem_core::imports::records::ObjectKind;
use tandem_core::imports::sources::{Recognised, recognise};

/// One row may be this long; a longer one is a quote that is not closed, or no table at all.
const ROW_BYTES_MAX: u64 = 8 << 20;
const COLUMNS_MAX: usize = 2_000;
const SAMPLE_BYTES: usize = 64 << 10;
const SAMPLE_ROWS: usize = 500;

/// A file and what was found in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Found {
    /// The name without folders.
    pub name: String,
    /// Where it lies.
    #[serde(skip)]
    pub path: PathBuf,
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

/// Lists the tables and calendars under paths (files, or folders with files), spreadsheets turned into text by `reader` first.
pub fn inspect(paths: &[PathBuf], reader: &Path, today: NaiveDate) -> Result<Vec<Found>> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, &mut files)?;
    }
    if files.is_empty() {
        return Err(Error::Invalid("there is no .csv, .tsv, .txt, .xlsx or .ics file there".to_owned()));
    }
    files.sort();
    files.iter().map(|path| look(path, reader, today)).collect()
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let reading = |error: io::Error| Error::Invalid(format!("`{}` cannot be read: {error}", path.display()));
    if !path.metadata().map_err(reading)?.is_dir() {
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

fn look(path: &Path, reader: &Path, today: NaiveDate) -> Result<Found> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let refused = |reason: String| Error::Invalid(format!("`{name}` cannot be read: {reason}"));
    if events::is_calendar(path) {
        return look_at_calendar(path, &name, today).map_err(|error| refused(error.to_string()));
    }
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ics")) {
        return Err(refused("it does not begin with BEGIN:VCALENDAR: export the calendar again".to_owned()));
    }
    let text = sheet::as_text(path, reader).map_err(refused)?;
    let mut rows = Rows::open(&text, None).map_err(|error| refused(error.to_string()))?;
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
    Ok(found(name, text, headers, samples, &rows.dialect, recognised))
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

/// The rows of a table of text.
pub struct Rows {
    /// How it is written.
    pub dialect: Dialect,
    /// The first row.
    pub headers: Vec<String>,
    reader: csv::Reader<Bounded<BufReader<File>>>,
    record: csv::ByteRecord,
    bound: Arc<Bound>,
}

impl Rows {
    /// Opens a table; `encoding` overrides what its first bytes tell.
    pub fn open(path: &Path, encoding: Option<&str>) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut beginning = vec![0; SAMPLE_BYTES];
        let length = read_up_to(&mut file, &mut beginning)?;
        beginning.truncate(length);
        let mut dialect = dialect::sniff(&beginning);
        if let Some(named) = encoding.and_then(dialect::named) {
            dialect.encoding = named;
        }
        if dialect.encoding == UTF_16LE || dialect.encoding == UTF_16BE {
            file = as_utf8(file, dialect.encoding)?;
            dialect = Dialect { encoding: UTF_8, mark: 0, ..dialect };
        }
        file.seek(SeekFrom::Start(dialect.mark as u64))?;
        let bound = Arc::new(Bound::default());
        let bounded = Bounded { inner: BufReader::with_capacity(1 << 16, file), bound: bound.clone() };
        let reader = csv::ReaderBuilder::new()
            .delimiter(dialect.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(bounded);
        let mut rows = Self { dialect, headers: Vec::new(), reader, record: csv::ByteRecord::new(), bound };
        rows.headers = rows.next()?.map(|(_, cells)| cells).unwrap_or_default();
        match rows.headers.len() {
            0 => Err(io::Error::other("it is empty: a row of headers is needed")),
            columns if columns > COLUMNS_MAX => {
                Err(io::Error::other(format!("it has {columns} columns, at most {COLUMNS_MAX} are read")))
            }
            _ => Ok(rows),
        }
    }

    /// The next row that is not blank, with its line.
    pub fn next(&mut self) -> io::Result<Option<(u64, Vec<String>)>> {
        loop {
            self.bound.mark();
            if !self.reader.read_byte_record(&mut self.record).map_err(io::Error::from)? {
                return Ok(None);
            }
            if self.record.iter().any(|cell| !cell.is_empty()) {
                let line = self.record.position().map_or(0, csv::Position::line);
                return Ok(Some((
                    line,
                    self.record.iter().map(|cell| decode(self.dialect.encoding, cell)).collect(),
                )));
            }
        }
    }

    /// The first rows, to tell the order of dates from.
    pub fn sample(path: &Path, encoding: Option<&str>) -> io::Result<Vec<Vec<String>>> {
        let mut rows = Self::open(path, encoding)?;
        let mut sample = Vec::new();
        while sample.len() < SAMPLE_ROWS {
            match rows.next()? {
                Some((_, cells)) => sample.push(cells),
                None => break,
            }
        }
        Ok(sample)
    }
}

fn decode(encoding: &'static Encoding, cell: &[u8]) -> String {
    match std::str::from_utf8(cell) {
        Ok(text) if encoding == UTF_8 || cell.is_ascii() => text.to_owned(),
        _ => encoding.decode_without_bom_handling(cell).0.into_owned(),
    }
}

fn read_up_to(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..])? {
            0 => break,
            count => filled += count,
        }
    }
    Ok(filled)
}

fn as_utf8(mut file: File, encoding: &'static Encoding) -> io::Result<File> {
    file.seek(SeekFrom::Start(0))?;
    let mut decoder = encoding.new_decoder();
    let mut utf8 = tempfile::tempfile()?;
    let (mut bytes, mut text) = (vec![0; SAMPLE_BYTES], String::with_capacity(4 * SAMPLE_BYTES));
    loop {
        let count = file.read(&mut bytes)?;
        text.clear();
        let _ = decoder.decode_to_string(&bytes[..count], &mut text, count == 0);
        utf8.write_all(text.as_bytes())?;
        if count == 0 {
            utf8.seek(SeekFrom::Start(0))?;
            return Ok(utf8);
        }
    }
}

#[derive(Default)]
struct Bound {
    read: AtomicU64,
    row: AtomicU64,
}

impl Bound {
    fn mark(&self) {
        self.row.store(self.read.load(Ordering::Relaxed), Ordering::Relaxed);
    }
}

/// Ends the reading when one row grows beyond what a row can be, before it fills the memory.
struct Bounded<R> {
    inner: R,
    bound: Arc<Bound>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bound.read.load(Ordering::Relaxed);
        if read - self.bound.row.load(Ordering::Relaxed) > ROW_BYTES_MAX {
            return Err(io::Error::other("one row is longer than 8 MiB: is a quotation mark not closed?"));
        }
        let count = self.inner.read(buffer)?;
        self.bound.read.store(read + count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

//! The rows of a calendar file: read twice, first for what concerns all of it, then event by event, so that memory does not grow.
use chrono::NaiveDate;
use encoding_rs::Encoding;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use tandem_core::imports::Problem;
use tandem_core::imports::calendar::{
    Block, Budget, COLUMNS, FROM_CALENDAR, Item, Line, Scanner, Survey, Unfolder, cells, entries,
};
use tandem_core::imports::dialect;

/// A line of the file, before it is unfolded, may be this long; the rest of a longer one is a line of its own and means nothing.
const RAW_BYTES_MAX: u64 = 1 << 20;
/// Whether a file is a calendar is told from this much of it.
const BEGINNING_BYTES: u64 = 4_096;

/// What an event gives.
pub enum Outcome {
    /// A row of cells, in the order of [`columns`].
    Row(Vec<String>),
    /// It took no time: cancelled, free, private, or to come.
    LeftOut,
    /// It cannot be read.
    Unreadable(Problem),
}

/// The headers of every calendar.
pub fn columns() -> Vec<String> {
    COLUMNS.iter().chain([&FROM_CALENDAR]).map(|name| (*name).to_owned()).collect()
}

/// Whether a file begins as calendars do.
pub fn is_calendar(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(BEGINNING_BYTES).read_to_end(&mut beginning));
    let text = String::from_utf8_lossy(&beginning);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    read.is_ok() && text.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// The rows of a calendar.
pub struct Events {
    /// What concerns all of it.
    pub survey: Survey,
    owners: Vec<String>,
    today: NaiveDate,
    budget: Budget,
    items: Items,
    waiting: VecDeque<(u64, Outcome)>,
}

impl Events {
    /// Opens a calendar of that file name.
    pub fn open(path: &Path, name: &str, today: NaiveDate) -> io::Result<Self> {
        let mut survey = Survey::default();
        let mut items = Items::open(path)?;
        while let Some(item) = items.next()? {
            survey.push(&item);
        }
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let owners = survey.name.iter().map(String::as_str).chain([stem]);
        // Between semicolons in a cell, so none may stand inside.
        let owners =
            owners.map(|owner| owner.replace(';', " ").trim().to_owned()).filter(|owner| !owner.is_empty());
        let owners = owners.collect();
        Ok(Self {
            survey,
            owners,
            today,
            budget: Budget::default(),
            items: Items::open(path)?,
            waiting: VecDeque::new(),
        })
    }

    /// The next row or problem, with the line where its event begins.
    pub fn next(&mut self) -> io::Result<Option<(u64, Outcome)>> {
        while self.waiting.is_empty() {
            match self.items.next()? {
                Some(Item::Event(block)) => self.unroll(&block),
                Some(Item::Property(..)) => {}
                None => return Ok(None),
            }
        }
        Ok(self.waiting.pop_front())
    }

    fn unroll(&mut self, block: &Block) {
        match entries(block, &self.survey, self.today, &mut self.budget) {
            Ok((_, entries)) if entries.is_empty() => self.waiting.push_back((block.line, Outcome::LeftOut)),
            Ok((event, entries)) => {
                let rows = entries.into_iter().map(|entry| Outcome::Row(cells(&event, entry, &self.owners)));
                self.waiting.extend(rows.map(|row| (block.line, row)));
            }
            Err(problem) => self.waiting.push_back((block.line, Outcome::Unreadable(problem))),
        }
    }
}

struct Items {
    reader: BufReader<File>,
    encoding: &'static Encoding,
    unfolder: Unfolder,
    scanner: Scanner,
    ended: bool,
}

impl Items {
    fn open(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut beginning = Vec::new();
        file.by_ref().take(64 << 10).read_to_end(&mut beginning)?;
        let dialect = dialect::sniff(&beginning, &[]);
        file.seek(SeekFrom::Start(dialect.mark as u64))?;
        Ok(Self {
            reader: BufReader::new(file),
            encoding: dialect.encoding,
            unfolder: Unfolder::default(),
            scanner: Scanner::default(),
            ended: false,
        })
    }

    fn next(&mut self) -> io::Result<Option<Item>> {
        let mut raw = Vec::new();
        while !self.ended {
            raw.clear();
            let read = self.reader.by_ref().take(RAW_BYTES_MAX).read_until(b'\n', &mut raw)?;
            self.ended = read == 0;
            let line = if self.ended { self.unfolder.end() } else { self.unfolder.push(&raw) };
            if let Some(item) = line.and_then(|line| self.scan(&line)) {
                return Ok(Some(item));
            }
        }
        Ok(self.scanner.finish())
    }

    fn scan(&mut self, line: &Line) -> Option<Item> {
        let text = self.encoding.decode_without_bom_handling(&line.bytes).0;
        self.scanner.push(line.number, &text)
    }
}

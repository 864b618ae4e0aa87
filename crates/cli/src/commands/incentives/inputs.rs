//! The files that a trial reads. Events are read row by row and more than once, so that a file of any length needs no more memory.
use anyhow::{Context, anyhow};
use chrono::NaiveDate;
use csv::{Reader, ReaderBuilder, StringRecord};
use std::collections::HashSet;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use tandem_core::incentives::rows::{EventTable, HandoffTable, Links, PeopleTable, RowProblem};
use tandem_core::incentives::{Book, Calculator, Event, Output, Plan, Trouble};

/// Files beside the plan.
#[derive(clap::Args)]
pub struct Files {
    /// Events: event_id,date,unit_id,movement,amount,currency,credits and optionally of,posted,note
    #[arg(long)]
    pub events: PathBuf,
    /// Roles of people: person,role,start and optionally end,plan
    #[arg(long)]
    pub people: Option<PathBuf>,
    /// Handoffs: unit_id,from,to,transferred_date and optionally brief_accepted_date,known_date,off_date
    #[arg(long)]
    pub handoffs: Option<PathBuf>,
}

/// Most problems that are named.
const PROBLEMS_SHOWN: usize = 20;

/// Events that have been looked through once: all can be read, and what must be known of them beforehand is known.
pub struct Events<'f> {
    files: &'f Files,
    links: Links,
    /// Earlier events that others are about, as often as they are named.
    about: Vec<String>,
    /// All of them in order, where the file is not in the order of their days.
    sorted: Option<Vec<Event>>,
    /// How many there are.
    pub count: usize,
    /// The last day on which one is posted.
    pub last: Option<NaiveDate>,
}

impl<'f> Events<'f> {
    /// Looks through the file.
    pub fn new(files: &'f Files) -> anyhow::Result<Self> {
        let mut events =
            Self { files, links: Links::default(), about: Vec::new(), sorted: None, count: 0, last: None };
        let (mut names, mut problems, mut ordered) = (HashSet::new(), Vec::new(), true);
        let ignored = rows(&files.events, &mut |row, line, table: &EventTable| {
            let event = match table.row(row, line) {
                Ok(event) => event,
                Err(more) => return problems.extend(more),
            };
            if !names.insert(fingerprint(&event.id)) {
                let reason = format!("`{}` stands twice: give each event a name of its own", event.id);
                problems.push(RowProblem { line, column: Some("event_id"), reason });
            }
            ordered &= events.last.is_none_or(|last| last <= event.posted);
            events.last = events.last.max(Some(event.posted));
            events.count += 1;
            events.links.want(&event);
        })?;
        refuse(&files.events, &problems)?;
        warn_ignored(&files.events, &ignored);
        if !ordered {
            eprintln!(
                "warning: `{}` is not in the order of its days, so all of it is held in memory and sorted",
                files.events.display()
            );
            let mut all = Vec::with_capacity(events.count);
            events.each(&mut |event| {
                all.push(event.clone());
                Ok(())
            })?;
            all.sort_by_key(|event| event.posted);
            events.sorted = Some(all);
        }
        events.link()?;
        Ok(events)
    }

    /// Finds what rows below zero take back, and which events others are about.
    fn link(&mut self) -> anyhow::Result<()> {
        if !self.links.is_empty() {
            let mut links = self.links.clone();
            self.each(&mut |event| {
                links.see(event);
                Ok(())
            })?;
            for (row, of) in links.found() {
                eprintln!(
                    "warning: event `{row}` is below zero and taken for a refund of `{of}`: name it in `of` to say so"
                );
            }
            for row in &links.open {
                eprintln!(
                    "warning: event `{row}` is below zero and no single earlier event can be meant, so it is computed by itself: name the one that it takes back in `of`"
                );
            }
            self.links = links;
        }
        let mut about = Vec::new();
        self.each(&mut |event| {
            about.extend(event.of.clone());
            Ok(())
        })?;
        self.about = about;
        Ok(())
    }

    /// Shows every event, in order.
    pub fn each(&self, show: &mut dyn FnMut(&Event) -> anyhow::Result<()>) -> anyhow::Result<()> {
        if let Some(sorted) = &self.sorted {
            for event in sorted {
                let mut event = event.clone();
                self.links.apply(&mut event);
                show(&event)?;
            }
            return Ok(());
        }
        let mut failed = Ok(());
        rows(&self.files.events, &mut |row, line, table: &EventTable| {
            if let (Ok(()), Ok(mut event)) = (&failed, table.row(row, line)) {
                self.links.apply(&mut event);
                failed = show(&event);
            }
        })?;
        failed
    }

    /// Computes all of them under plans, to a day; the calculation is returned for what is still to come.
    pub fn compute(
        &self,
        book: Book,
        through: Option<NaiveDate>,
        out: &mut dyn FnMut(Output),
    ) -> anyhow::Result<Calculator> {
        let mut calculator = Calculator::new(book, self.about.iter().cloned());
        let told = |trouble: Trouble| {
            anyhow!("`{}` cannot be computed, nothing is paid: {trouble}", self.files.events.display())
        };
        self.each(&mut |event| calculator.take(event, out).map_err(told))?;
        if let Some(through) = through.max(self.last) {
            calculator.finish(through, out).map_err(told)?;
        }
        Ok(calculator)
    }
}

/// Plans with the roles and handoffs of the files.
pub fn book(files: &Files, plans: Vec<Plan>) -> anyhow::Result<Book> {
    let posts = match &files.people {
        Some(path) => all(path, |table: &PeopleTable, row, line| table.row(row, line))?,
        None => Vec::new(),
    };
    let handoffs = match &files.handoffs {
        Some(path) => all(path, |table: &HandoffTable, row, line| table.row(row, line))?,
        None => Vec::new(),
    };
    Ok(Book::new(plans, &posts, handoffs)?)
}

/// A table that knows its columns by their header.
trait Table: Sized {
    fn of(header: &StringRecord) -> Result<Self, Vec<RowProblem>>;
    fn ignored(&self) -> &[String];
}

macro_rules! tables {
    ($($table:ident),+) => {$(
        impl Table for $table {
            fn of(header: &StringRecord) -> Result<Self, Vec<RowProblem>> {
                Self::new(header)
            }
            fn ignored(&self) -> &[String] {
                self.ignored()
            }
        }
    )+};
}
tables!(EventTable, HandoffTable, PeopleTable);

/// All rows of a short file.
fn all<T: Table, R>(
    path: &Path,
    read: impl Fn(&T, &StringRecord, u64) -> Result<R, Vec<RowProblem>>,
) -> anyhow::Result<Vec<R>> {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let ignored = rows(path, &mut |row, line, table: &T| match read(table, row, line) {
        Ok(read) => found.push(read),
        Err(more) => problems.extend(more),
    })?;
    refuse(path, &problems)?;
    warn_ignored(path, &ignored);
    Ok(found)
}

/// Shows every row of a file that is not blank, with its line; the columns that nothing is read from are returned.
fn rows<T: Table>(path: &Path, show: &mut dyn FnMut(&StringRecord, u64, &T)) -> anyhow::Result<Vec<String>> {
    let mut reader = open(path)?;
    let header = reader.headers().with_context(|| format!("`{}` cannot be read", path.display()))?;
    let table = match T::of(header) {
        Ok(table) => table,
        Err(problems) => return refuse(path, &problems).map(|()| Vec::new()),
    };
    let mut row = StringRecord::new();
    let read =
        |error: csv::Error| anyhow!("`{}` cannot be read: {error}; write it as CSV in UTF-8", path.display());
    while reader.read_record(&mut row).map_err(read)? {
        let line = row.position().map_or(0, csv::Position::line);
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            show(&row, line, &table);
        }
    }
    Ok(table.ignored().to_vec())
}

fn open(path: &Path) -> anyhow::Result<Reader<File>> {
    let file = File::open(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    Ok(ReaderBuilder::new().flexible(true).buffer_capacity(1 << 16).from_reader(file))
}

/// Refuses a file with problems, the first of them named.
fn refuse(path: &Path, problems: &[RowProblem]) -> anyhow::Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let shown: String =
        problems.iter().take(PROBLEMS_SHOWN).map(|problem| format!("\n  {problem}")).collect();
    let more = problems.len().saturating_sub(PROBLEMS_SHOWN);
    let rest = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    Err(anyhow!("`{}` cannot be used, nothing was computed:{shown}{rest}", path.display()))
}

fn warn_ignored(path: &Path, ignored: &[String]) {
    if !ignored.is_empty() {
        eprintln!("warning: nothing is read from {} of `{}`", ignored.join(", "), path.display());
    }
}

/// 64 bits of a name: enough to find one that stands twice, and little for millions of events.
fn fingerprint(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

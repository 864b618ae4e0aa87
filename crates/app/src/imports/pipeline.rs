//! The pipeline of one run: a thread reads and converts, the transaction applies; a batch at a time, so memory does not grow.
use super::apply::{Apply, KeptUnder};
use super::events::{self, Events, Outcome};
use super::files::Found;
use super::journey::Watch;
use super::rows::{Lines, Rows};
use crate::{Error, Result};
use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;
use tandem_core::imports::Problem;
use tandem_core::imports::convert::{Plan, convert};
use tandem_core::imports::mapping::{FileMapping, Mapping};
use tandem_core::imports::records::{ObjectKind, Record};
use tandem_core::imports::sources::{SourceKind, clean_header};
use tandem_core::imports::values::{DateEvidence, DateOrder};
use tandem_core::money::Currency;
use tokio::sync::mpsc;

/// Rows of a batch, at most: many, since every batch waits some times for the database.
pub const BATCH_ROWS: usize = 8_000;
/// Text of a batch, about, so that long rows do not fill the memory.
pub const BATCH_BYTES: usize = 8 << 20;
/// Rows that the order of dates is told from; where they leave it open, all others are looked at too.
const DATE_ROWS: usize = 500;

/// A file to be read and how.
#[derive(Clone, Debug)]
pub struct Input {
    pub path: PathBuf,
    pub lines: Lines,
    pub mapping: FileMapping,
    pub is_calendar: bool,
}

/// The files of a mapping, in the order in which they are applied: what is referred to comes first.
pub fn inputs(files: &[Found], mapping: &Mapping) -> Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for mapped in &mapping.files {
        tandem_core::imports::mapping::check(mapped).map_err(Error::Invalid)?;
        let found = files.iter().find(|found| found.name == mapped.file);
        let found = found.ok_or_else(|| {
            Error::Invalid(format!("the mapping names `{}`, which is not among the files", mapped.file))
        })?;
        if found.headers.is_empty() {
            return Err(Error::Invalid(format!("`{}`: {}", mapped.file, found.because)));
        }
        if let Some(header) =
            mapped.columns.keys().find(|header| !found.headers.contains(&clean_header(header)))
        {
            return Err(Error::Invalid(format!(
                "`{}` has no column `{header}`, which the mapping names",
                mapped.file
            )));
        }
        let is_calendar = events::is_calendar(&found.path);
        let (path, lines) = (found.path.clone(), found.lines());
        inputs.push(Input { path, lines, mapping: mapped.clone(), is_calendar });
    }
    if inputs.is_empty() {
        return Err(Error::Invalid(unrecognised(files)));
    }
    inputs.sort_by_key(|input| (input.mapping.object, input.is_calendar));
    Ok(inputs)
}

fn unrecognised(files: &[Found]) -> String {
    let shown = files.iter().take(5).map(|file| {
        let headers = file.headers.iter().take(8).map(|header| header.chars().take(40).collect());
        let headers: Vec<String> = headers.collect();
        format!("`{}` ({}) {}", file.name, headers.join(", "), file.because)
    });
    let shown: Vec<String> = shown.collect();
    format!(
        "none of the files can be used; give a mapping with --mapping, or make one on the import page: {}",
        shown.join(" ")
    )
}

pub type Converted = std::result::Result<Option<Record>, Vec<Problem>>;

pub enum Step {
    Batch {
        file: usize,
        rows: Vec<(u64, Converted)>,
    },
    /// Something about the file that fails no row.
    Told {
        file: usize,
        line: u64,
        problem: Problem,
    },
    Broken {
        file: usize,
        line: u64,
        reason: String,
    },
}

/// Events and weeks that sellers report are the same in whichever export they come.
fn kept_under(input: &Input) -> KeptUnder {
    match (input.mapping.object, input.is_calendar) {
        (_, true) => KeptUnder::Calendars,
        (ObjectKind::TimeReport, false) => KeptUnder::SelfReports,
        _ => KeptUnder::Source,
    }
}

/// Reads all inputs and applies them; the counts of `apply.report` are one per input.
pub async fn run(
    apply: &mut Apply<'_>,
    inputs: &[Input],
    currency: Currency,
    whose: Option<SourceKind>,
    watch: &Arc<Watch>,
) -> Result<()> {
    let kept = |place: usize| inputs.get(place).map(|input| (input.mapping.object, kept_under(input)));
    for (file, input) in inputs.iter().enumerate() {
        let object = input.mapping.object;
        if file.checked_sub(1).and_then(kept) == kept(file) {
            apply.next_file();
        } else {
            apply.begin(object, kept_under(input)).await?;
        }
        let (send, mut receive) = mpsc::channel(4);
        let (reading, watching) = (input.clone(), watch.clone());
        let how = How { currency, whose, today: apply.today };
        let reader = tokio::task::spawn_blocking(move || read(file, &reading, how, &send, &watching));
        while let Some(step) = receive.recv().await {
            watch.go_on()?;
            match step {
                Step::Batch { file, rows } => batch(apply, file, object, rows, watch).await?,
                Step::Told { file, line, problem } => apply.report.problem(file, line, problem),
                Step::Broken { file, line, reason } => broken(apply, file, line, reason),
            }
        }
        // The reader ends early when the run is cancelled; that is not the end of the file.
        watch.go_on()?;
        reader
            .await
            .map_err(|_| Error::Invalid(format!("`{}` could not be read to its end", input.mapping.file)))?;
        if kept(file + 1) != kept(file) {
            apply.end(object).await?;
        }
    }
    apply.conclude();
    Ok(())
}

async fn batch(
    apply: &mut Apply<'_>,
    file: usize,
    object: ObjectKind,
    rows: Vec<(u64, Converted)>,
    watch: &Watch,
) -> Result<()> {
    watch.advance(rows.len() as u64);
    let mut records = Vec::with_capacity(rows.len());
    for (line, outcome) in rows {
        if let Some(counts) = apply.report.objects.get_mut(file) {
            counts.read += 1;
            counts.passed_over += u64::from(matches!(outcome, Ok(None)));
        }
        match outcome {
            Ok(record) => records.extend(record.map(|record| (line, record))),
            Err(problems) => fail(apply, file, line, problems),
        }
    }
    let owners: Vec<(String, String)> = records.iter().filter_map(|(_, record)| owner(record)).collect();
    apply.batch(file, object, records).await?;
    apply.remember_owners(&owners);
    Ok(())
}

fn fail(apply: &mut Apply<'_>, file: usize, line: u64, problems: Vec<Problem>) {
    let mut problems = problems.into_iter();
    if let Some(first) = problems.next() {
        apply.report.fail(file, line, first);
    }
    problems.for_each(|problem| apply.report.problem(file, line, problem));
}

fn owner(record: &Record) -> Option<(String, String)> {
    match record {
        Record::Customer(customer) => Some((customer.external_id.clone(), customer.owner.clone()?)),
        _ => None,
    }
}

fn broken(apply: &mut Apply<'_>, file: usize, line: u64, reason: String) {
    if let Some(counts) = apply.report.objects.get_mut(file) {
        counts.read += 1;
    }
    let advice = "Everything before it was read; repair the file from there on and import it again.";
    apply.report.fail(
        file,
        line,
        Problem::new("", "", format!("The file ends here for the reader: {reason}"), advice),
    );
}

/// What the reading of all files has in common.
#[derive(Clone, Copy)]
struct How {
    currency: Currency,
    whose: Option<SourceKind>,
    today: NaiveDate,
}

fn read(file: usize, input: &Input, how: How, send: &mpsc::Sender<Step>, watch: &Watch) {
    let mut batches = Batches::new(file, send, watch);
    let read = if input.is_calendar {
        read_events(input, how, &mut batches)
    } else {
        read_rows(input, how, &mut batches)
    };
    // Nobody listens any more where the run was ended.
    let _ = batches.send_rest();
    if let Err(error) = read {
        let _ = send.blocking_send(Step::Broken { file, line: batches.line, reason: error.to_string() });
    }
}

/// Rows on their way to the transaction.
pub struct Batches<'a> {
    file: usize,
    send: &'a mpsc::Sender<Step>,
    watch: &'a Watch,
    /// Behind the last row that was read.
    line: u64,
    rows: Vec<(u64, Converted)>,
    /// Of the text that the rows came from.
    bytes: usize,
}

impl<'a> Batches<'a> {
    /// Of the input with this number.
    pub fn new(file: usize, send: &'a mpsc::Sender<Step>, watch: &'a Watch) -> Self {
        Self { file, send, watch, line: 1, rows: Vec::with_capacity(BATCH_ROWS), bytes: 0 }
    }

    /// Adds a row that comes from so many bytes; false: the run has ended, nobody wants more.
    pub fn push(&mut self, line: u64, row: Converted, bytes: usize) -> bool {
        self.line = line + 1;
        self.rows.push((line, row));
        self.bytes += bytes;
        let open = self.rows.len() < BATCH_ROWS && self.bytes < BATCH_BYTES;
        open || (!self.watch.is_cancelled() && self.send_rest())
    }

    /// Sends what is left, be it nothing; false: nobody wants it.
    pub fn send_rest(&mut self) -> bool {
        self.bytes = 0;
        let rows = std::mem::replace(&mut self.rows, Vec::with_capacity(BATCH_ROWS));
        self.send.blocking_send(Step::Batch { file: self.file, rows }).is_ok()
    }

    fn tell(&self, line: u64, problem: Problem) {
        let _ = self.send.blocking_send(Step::Told { file: self.file, line, problem });
    }
}

fn read_rows(input: &Input, how: How, batches: &mut Batches<'_>) -> std::io::Result<()> {
    let mut rows = Rows::open(&input.path, input.lines, input.mapping.encoding.as_deref())?;
    batches.line = rows.line + 1;
    let plan = Plan::new(&input.mapping, &rows.headers, DateOrder::default(), how.currency, how.whose);
    let plan = match input.mapping.dates {
        Some(_) => plan,
        None => {
            let (order, doubt) = dates(input, &plan);
            doubt.into_iter().for_each(|problem| batches.tell(1, problem));
            plan.with_dates(order)
        }
    };
    twice(input, &rows.headers).into_iter().for_each(|problem| batches.tell(1, problem));
    let width = rows.headers.len();
    while let Some((line, row)) = rows.next()? {
        let converted =
            too_wide(width, &row).map_or_else(|| convert(&plan, &row), |problem| Err(vec![problem]));
        if !batches.push(line, converted, size(&row)) {
            break;
        }
    }
    if let Some((count, line)) = rows.garbled {
        batches.tell(line, garbled(count, rows.dialect.encoding.name()));
    }
    Ok(())
}

fn size(cells: &[String]) -> usize {
    cells.iter().map(String::len).sum()
}

fn read_events(input: &Input, how: How, batches: &mut Batches<'_>) -> std::io::Result<()> {
    let mut events = Events::open(&input.path, &input.mapping.file, how.today)?;
    let plan = Plan::new(&input.mapping, &events::columns(), DateOrder::default(), how.currency, None);
    while let Some((line, outcome)) = events.next()? {
        let (row, bytes) = match outcome {
            Outcome::Row(cells) => (convert(&plan, &cells), size(&cells)),
            Outcome::LeftOut => (Ok(None), 0),
            Outcome::Unreadable(problem) => (Err(vec![problem]), 0),
        };
        if !batches.push(line, row, bytes) {
            break;
        }
    }
    Ok(())
}

/// The order of the parts of dates, and a word about it where the file does not tell.
fn dates(input: &Input, plan: &Plan) -> (DateOrder, Option<Problem>) {
    let places: Vec<usize> = plan.date_columns().collect();
    let mut evidence = DateEvidence::default();
    let mut example = None;
    let Ok(mut rows) = Rows::open(&input.path, input.lines, input.mapping.encoding.as_deref()) else {
        return (evidence.order(), None);
    };
    let mut seen = 0;
    // What cannot be read is met again, and reported, when the rows are read.
    while let Ok(Some((_, row))) = rows.next() {
        for place in &places {
            let Some(cell) = row.get(*place) else { continue };
            evidence.see(cell);
            if example.is_none() && evidence.is_open() {
                example = Some((*place, cell.clone()));
            }
        }
        seen += 1;
        if seen >= DATE_ROWS && !evidence.is_open() {
            break;
        }
    }
    let doubt = example.filter(|_| evidence.is_open()).map(|(place, cell)| {
        let header = rows.headers.get(place).map_or("", String::as_str);
        let problem =
            "The dates of this file can be read month first or day first; they were read month first.";
        Problem::new(header, &cell, problem, "If the day comes first, say `dates: day_first` in the mapping.")
    });
    (evidence.order(), doubt)
}

/// Mapped columns whose header stands in the file more than once.
fn twice(input: &Input, headers: &[String]) -> Vec<Problem> {
    let mapped = input.mapping.columns.keys().map(|header| clean_header(header));
    let twice = mapped.filter(|header| headers.iter().filter(|other| *other == header).count() > 1);
    let problem = |header: String| {
        let what = "Several columns have this header; the first one was read.";
        Problem::new(&header, &header, what, "If another one is meant, rename it in the file and map it.")
    };
    twice.map(problem).collect()
}

/// More cells than headers: a delimiter inside a value has moved the others to wrong columns.
fn too_wide(width: usize, row: &[String]) -> Option<Problem> {
    let extra = row.get(width..)?.iter().find(|cell| !cell.trim().is_empty())?;
    let what = format!("The row has {} cells, but there are {width} headers.", row.len());
    Some(Problem::new("", extra, what, "Put quotation marks around values that hold the delimiter."))
}

fn garbled(count: u64, encoding: &str) -> Problem {
    let what = format!(
        "{count} cells of the file hold bytes that are not {encoding}; this is the first row with one."
    );
    Problem::new(
        "",
        "",
        what,
        "Look at these texts, and name the encoding in a mapping if it is another one.",
    )
}

//! The pipeline of one run: a thread reads and converts, the transaction applies; a batch at a time, so memory does not grow.
use super::apply::{Apply, KeptUnder};
use super::events::{self, Events, Outcome};
use super::files::{Found, Rows};
use super::journey::Watch;
use crate::{Error, Result};
use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;
use tandem_core::imports::Problem;
use tandem_core::imports::convert::{Plan, convert};
use tandem_core::imports::mapping::{FileMapping, Mapping};
use tandem_core::imports::records::{ObjectKind, Record};
use tandem_core::imports::values::date_order;
use tandem_core::money::Currency;
use tokio::sync::mpsc;

const BATCH_ROWS: usize = 2_000;

/// A file to be read and how.
#[derive(Clone, Debug)]
pub struct Input {
    pub path: PathBuf,
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
        if let Some(header) =
            mapped.columns.keys().find(|header| !found.headers.iter().any(|h| h.trim() == header.trim()))
        {
            return Err(Error::Invalid(format!(
                "`{}` has no column `{header}`, which the mapping names",
                mapped.file
            )));
        }
        let is_calendar = events::is_calendar(&found.path);
        inputs.push(Input { path: found.path.clone(), mapping: mapped.clone(), is_calendar });
    }
    if inputs.is_empty() {
        return Err(Error::Invalid(
            "none of the files is recognised: give a mapping with --mapping, or make one on the import page"
                .to_owned(),
        ));
    }
    inputs.sort_by_key(|input| input.mapping.object);
    Ok(inputs)
}

type Converted = std::result::Result<Option<Record>, Vec<Problem>>;

enum Step {
    Batch { file: usize, rows: Vec<(u64, Converted)> },
    Broken { file: usize, reason: String },
}

/// Reads all inputs and applies them; the counts of `apply.report` are one per input.
pub async fn run(
    apply: &mut Apply<'_>,
    inputs: &[Input],
    currency: Currency,
    salesforce: bool,
    watch: &Arc<Watch>,
) -> Result<()> {
    for (file, input) in inputs.iter().enumerate() {
        let object = input.mapping.object;
        let kept_under = match (object, input.is_calendar) {
            (_, true) => KeptUnder::Calendars,
            (ObjectKind::TimeReport, false) => KeptUnder::SelfReports,
            _ => KeptUnder::Source,
        };
        apply.begin(object, kept_under).await?;
        let (send, mut receive) = mpsc::channel(4);
        let (reading, watching) = (input.clone(), watch.clone());
        let how = How { currency, salesforce, today: apply.today };
        let reader = tokio::task::spawn_blocking(move || read(file, &reading, how, &send, &watching));
        while let Some(step) = receive.recv().await {
            watch.go_on()?;
            match step {
                Step::Batch { file, rows } => batch(apply, file, object, rows, watch).await?,
                Step::Broken { file, reason } => broken(apply, file, reason),
            }
        }
        reader
            .await
            .map_err(|_| Error::Invalid(format!("`{}` could not be read to its end", input.mapping.file)))?;
        apply.end(object).await?;
    }
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

fn broken(apply: &mut Apply<'_>, file: usize, reason: String) {
    let advice = "Everything before it was read; repair the file from there on and import it again.";
    apply.report.fail(
        file,
        0,
        Problem::new("", "", format!("The file ends here for the reader: {reason}"), advice),
    );
}

/// What the reading of all files has in common.
#[derive(Clone, Copy)]
struct How {
    currency: Currency,
    salesforce: bool,
    today: NaiveDate,
}

fn read(file: usize, input: &Input, how: How, send: &mpsc::Sender<Step>, watch: &Watch) {
    let mut batches = Batches { file, send, watch, rows: Vec::with_capacity(BATCH_ROWS) };
    let read = if input.is_calendar {
        read_events(input, how, &mut batches)
    } else {
        read_rows(input, how, &mut batches)
    };
    // Nobody listens any more where the run was ended.
    let _ = batches.send_rest();
    if let Err(error) = read {
        let _ = send.blocking_send(Step::Broken { file, reason: error.to_string() });
    }
}

/// Rows on their way to the transaction.
struct Batches<'a> {
    file: usize,
    send: &'a mpsc::Sender<Step>,
    watch: &'a Watch,
    rows: Vec<(u64, Converted)>,
}

impl Batches<'_> {
    /// Adds a row; false: the run has ended, nobody wants more.
    fn push(&mut self, line: u64, row: Converted) -> bool {
        self.rows.push((line, row));
        self.rows.len() < BATCH_ROWS || (!self.watch.is_cancelled() && self.send_rest())
    }

    fn send_rest(&mut self) -> bool {
        let rows = std::mem::replace(&mut self.rows, Vec::with_capacity(BATCH_ROWS));
        self.send.blocking_send(Step::Batch { file: self.file, rows }).is_ok()
    }
}

fn read_rows(input: &Input, how: How, batches: &mut Batches<'_>) -> std::io::Result<()> {
    let encoding = input.mapping.encoding.as_deref();
    let mut rows = Rows::open(&input.path, encoding)?;
    let plan = Plan::new(&input.mapping, &rows.headers, Default::default(), how.currency, how.salesforce);
    let sample = Rows::sample(&input.path, encoding).unwrap_or_default();
    let places: Vec<usize> = plan.date_columns().collect();
    let cells =
        sample.iter().flat_map(|row| places.iter().filter_map(|place| row.get(*place))).map(String::as_str);
    let plan = match input.mapping.dates {
        Some(_) => plan,
        None => plan.clone().with_dates(date_order(cells)),
    };
    while let Some((line, row)) = rows.next()? {
        if !batches.push(line, convert(&plan, &row)) {
            break;
        }
    }
    Ok(())
}

fn read_events(input: &Input, how: How, batches: &mut Batches<'_>) -> std::io::Result<()> {
    let mut events = Events::open(&input.path, &input.mapping.file, how.today)?;
    let plan = Plan::new(&input.mapping, &events::columns(), Default::default(), how.currency, false);
    while let Some((line, outcome)) = events.next()? {
        let row = match outcome {
            Outcome::Row(cells) => convert(&plan, &cells),
            Outcome::LeftOut => Ok(None),
            Outcome::Unreadable(problem) => Err(vec![problem]),
        };
        if !batches.push(line, row) {
            break;
        }
    }
    Ok(())
}

//! The pipeline of one run: a thread reads and converts, the transaction applies; a batch at a time, so memory does not grow.
use super::apply::Apply;
use super::files::{Found, Rows};
use super::journey::Watch;
use crate::{Error, Result};
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
        inputs.push(Input { path: found.path.clone(), mapping: mapped.clone() });
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

enum Step {
    Batch { file: usize, rows: Vec<(u64, std::result::Result<Option<Record>, Vec<Problem>>)> },
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
        apply.begin(object).await?;
        let (send, mut receive) = mpsc::channel(4);
        let (reading, watching) = (input.clone(), watch.clone());
        let reader =
            tokio::task::spawn_blocking(move || read(file, &reading, currency, salesforce, &send, &watching));
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
    rows: Vec<(u64, std::result::Result<Option<Record>, Vec<Problem>>)>,
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

fn read(
    file: usize,
    input: &Input,
    currency: Currency,
    salesforce: bool,
    send: &mpsc::Sender<Step>,
    watch: &Watch,
) {
    if let Err(error) = read_rows(file, input, currency, salesforce, send, watch) {
        let _ = send.blocking_send(Step::Broken { file, reason: error.to_string() });
    }
}

fn read_rows(
    file: usize,
    input: &Input,
    currency: Currency,
    salesforce: bool,
    send: &mpsc::Sender<Step>,
    watch: &Watch,
) -> std::io::Result<()> {
    let encoding = input.mapping.encoding.as_deref();
    let mut rows = Rows::open(&input.path, encoding)?;
    let plan = Plan::new(&input.mapping, &rows.headers, Default::default(), currency, salesforce);
    let sample = Rows::sample(&input.path, encoding).unwrap_or_default();
    let places: Vec<usize> = plan.date_columns().collect();
    let cells =
        sample.iter().flat_map(|row| places.iter().filter_map(|place| row.get(*place))).map(String::as_str);
    let plan = match input.mapping.dates {
        Some(_) => plan,
        None => plan.clone().with_dates(date_order(cells)),
    };
    let mut batch = Vec::with_capacity(BATCH_ROWS);
    while let Some((line, row)) = rows.next()? {
        batch.push((line, convert(&plan, &row)));
        if batch.len() == BATCH_ROWS {
            let rows = std::mem::replace(&mut batch, Vec::with_capacity(BATCH_ROWS));
            if watch.is_cancelled() || send.blocking_send(Step::Batch { file, rows }).is_err() {
                return Ok(());
            }
        }
    }
    let _ = send.blocking_send(Step::Batch { file, rows: batch });
    Ok(())
}

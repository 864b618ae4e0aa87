//! Reads the four files of a problem, and an alignment. Takes bytes, never paths; tells every wrong line with what to do.
mod alignment;
mod pairs;
mod rows;
mod skills;

use super::parameters;
use super::problem::{Hunter, Problem, Seller, Unit};
use super::refusal::{File, Refusal};
use rows::{Account, HunterRow, Rep, Row};
use skills::{Names, SKILLS_MAX};

pub use alignment::{alignment, certificate};

/// The bytes of the four files.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// accounts.csv
    pub accounts: &'a [u8],
    /// reps.csv
    pub reps: &'a [u8],
    /// hunters.csv
    pub hunters: &'a [u8],
    /// params.json
    pub parameters: &'a [u8],
}

/// Most refusals that are told; what comes after is mostly the same mistake again.
pub const REFUSALS_MAX: usize = 20;

/// Reads a problem.
///
/// # Errors
/// Every wrong line, at most [`REFUSALS_MAX`] per file.
pub fn problem(files: &Files) -> Result<Problem, Vec<Refusal>> {
    let (parameters, counts) = parameters::read(files.parameters)?;
    let mut names = Names::default();
    let reps = table::<Rep>(File::Reps, files.reps, (0, counts.reps), &mut names)?;
    let among = reps.len();
    let hunters = table::<HunterRow>(File::Hunters, files.hunters, (among, counts.hunters), &mut names)?;
    let mut units = table::<Account>(File::Accounts, files.accounts, (among, counts.accounts), &mut names)?;
    units.shrink_to_fit();
    let problem = Problem { units, sellers: reps, hunters, parameters };
    let wrong = pairs::impossible(&problem);
    if wrong.is_empty() { Ok(problem) } else { Err(wrong) }
}

/// Reads a table whose first column counts from 0. `sellers` is how many there are to refer to, `expected` how many rows there shall be.
fn table<R: Row>(
    file: File,
    text: &[u8],
    (sellers, expected): (usize, Option<usize>),
    names: &mut Names,
) -> Result<Vec<R::Read>, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut read = Vec::with_capacity(expected.unwrap_or(0).min(text.len() / 8));
    let mut reader = csv::Reader::from_reader(text);
    for row in reader.deserialize::<R>() {
        let line = read.len() as u64 + 2;
        let refuse = |reason| Refusal { file, line: Some(line), reason };
        match row {
            Err(error) => {
                refusals.push(unreadable(file, &error));
                // Numbers of rows no longer mean anything after a row that could not be read.
                break;
            }
            Ok(row) => {
                refusals.extend(row.wrong(read.len(), sellers).into_iter().map(refuse));
                let Some(bits) = names.bits(row.skills()) else {
                    refusals.push(refuse(format!(
                        "it names one more than the {SKILLS_MAX} different skills that can be told apart: name fewer"
                    )));
                    break;
                };
                read.push(row.read(bits));
            }
        }
        if refusals.len() >= REFUSALS_MAX {
            break;
        }
    }
    if let Some(expected) = expected.filter(|expected| refusals.is_empty() && *expected != read.len()) {
        let has = read.len();
        let reason = format!(
            "there are {has} rows, params.json says {expected}: is the file whole? else correct it there"
        );
        refusals.push(Refusal { file, line: None, reason });
    }
    refusals.truncate(REFUSALS_MAX);
    if refusals.is_empty() { Ok(read) } else { Err(refusals) }
}

/// What the reader of CSV says, in our words.
fn unreadable(file: File, error: &csv::Error) -> Refusal {
    let line = error.position().map(csv::Position::line);
    let reason = match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => match err.field() {
            Some(field) => {
                format!("field {} cannot be read ({err}): write what the header asks for", field + 1)
            }
            None => format!("{err}: the first line must name every column"),
        },
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("there are {len} fields where the first line has {expected_len}: write as many")
        }
        _ => format!("this is no CSV ({error}): write one row a line, fields parted by commas"),
    };
    Refusal { file, line, reason }
}

// The three tables become these.
const _: fn(Account, u64) -> Unit = <Account as Row>::read;
const _: fn(Rep, u64) -> Seller = <Rep as Row>::read;
const _: fn(HunterRow, u64) -> Hunter = <HunterRow as Row>::read;

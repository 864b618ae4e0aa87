//! The proof: every posting adds up to nothing, reversals are linked, closed periods are as they were, and a fresh calculation of everything
//! that was recorded makes the same postings and, byte for byte, the same statements. It trusts nothing but the recorded inputs.
use super::computed::{Computed, compute};
use super::recorded::Recorded;
use super::rows;
use crate::rules::beside;
use crate::{Actor, App, Error, Permission, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use tandem_core::incentives::lines::concerns;
use tandem_core::incentives::verify::{Verifier, differences};
use tandem_core::incentives::{Posting, statement};
use tandem_core::subscriptions::Month;
use tandem_store::incentives::{self as store, EntryRow, PeriodRow, PostingRow};

/// What was looked at and what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Postings, each of which adds up to nothing.
    pub postings: usize,
    /// Entries of these.
    pub entries: usize,
    /// Recorded events.
    pub events: usize,
    /// Postings that are about an earlier one.
    pub linked: usize,
    /// Closed periods.
    pub periods: usize,
    /// Statements of a person and period, compared byte for byte.
    pub statements: usize,
    /// What is wrong and where; nothing: all is as it must be.
    pub wrong: Vec<String>,
}

/// Checks the whole ledger.
pub async fn verify(app: &App, actor: &Actor) -> Result<Checked> {
    actor.require_to_see(Permission::RunIncentives)?;
    let recorded = Recorded::load(app).await?;
    let rows = store::postings(&app.db).await?;
    let entries = store::entries(&app.db).await?;
    beside(move || checked(&recorded, &rows, &entries)).await?
}

fn checked(recorded: &Recorded, rows: &[PostingRow], entries: &[EntryRow]) -> Result<Checked> {
    let mut checked = Checked { entries: entries.len(), events: recorded.events.len(), ..Checked::default() };
    orphans(rows, entries, &mut checked.wrong);
    let ledger = match rows::postings(rows, entries) {
        Ok(ledger) => ledger,
        Err(error) => {
            checked.wrong.push(error.to_string());
            return Ok(checked);
        }
    };
    checked.postings = ledger.len();
    checked.linked = ledger.iter().filter(|posting| posting.of.is_some()).count();
    let mut verifier = Verifier::default();
    ledger.iter().for_each(|posting| verifier.take(posting));
    checked.wrong.extend(verifier.finish().iter().map(ToString::to_string));
    closed(recorded, &ledger, &mut checked)?;
    replayed(recorded, &ledger, &mut checked);
    Ok(checked)
}

/// Entries that belong to no posting.
fn orphans(rows: &[PostingRow], entries: &[EntryRow], wrong: &mut Vec<String>) {
    let known: BTreeSet<i64> = rows.iter().map(|row| row.id).collect();
    let lost: BTreeSet<i64> =
        entries.iter().map(|entry| entry.posting_id).filter(|id| !known.contains(id)).collect();
    wrong.extend(
        lost.iter().map(|id| format!("entries of posting number {id} are there, but not the posting")),
    );
}

/// Whether closed periods hold what they held when they were closed.
fn closed(recorded: &Recorded, ledger: &[Posting], checked: &mut Checked) -> Result<()> {
    let mut before: Option<&PeriodRow> = None;
    for row in &recorded.periods {
        let period = row.period.parse::<Month>().map_err(Error::Conflict)?;
        let own: Vec<&Posting> = ledger.iter().filter(|posting| posting.period == period).collect();
        if own.len() as i64 != row.postings {
            checked.wrong.push(format!(
                "period {period}: it held {} postings when it was closed, and holds {} now",
                row.postings,
                own.len()
            ));
        }
        if digest(before.map_or("", |row| row.digest.as_str()), own.into_iter())? != row.digest {
            checked.wrong.push(format!("period {period}: it does not hold what it held when it was closed"));
        }
        checked.periods += 1;
        before = Some(row);
    }
    Ok(())
}

/// Whether a fresh calculation says the same.
fn replayed(recorded: &Recorded, ledger: &[Posting], checked: &mut Checked) {
    let Some(last) = recorded.runs.last() else {
        if !ledger.is_empty() {
            checked.wrong.push("there are postings, but nothing was ever computed".to_owned());
        }
        return;
    };
    let calendar = if last.is_close { Some(last.through) } else { last.through.pred_opt() };
    let fresh = match compute(recorded, last.through, calendar.unwrap_or(last.through)) {
        Ok(Computed { postings, .. }) => postings,
        Err(error) => {
            checked.wrong.push(format!("what was recorded cannot be computed again: {error}"));
            return;
        }
    };
    checked.wrong.extend(differences(ledger, &fresh).iter().map(ToString::to_string));
    let people: BTreeSet<&str> = fresh
        .iter()
        .flat_map(|posting| &posting.entries)
        .filter_map(|entry| entry.person.as_deref())
        .collect();
    let periods: BTreeSet<Month> = fresh.iter().map(|posting| posting.period).collect();
    for person in people {
        let of_person = |postings: &[Posting]| -> Vec<Posting> {
            postings.iter().filter(|posting| concerns(posting, person)).cloned().collect()
        };
        let (own, fresh) = (of_person(ledger), of_person(&fresh));
        for period in &periods {
            let bytes = |postings: &[Posting]| {
                statement::statement(person, *period, postings).map(|statement| format!("{statement:?}"))
            };
            checked.statements += 1;
            if bytes(&own) != bytes(&fresh) {
                checked.wrong.push(format!(
                    "the statement of person {person} for {period} is not what a fresh calculation gives"
                ));
            }
        }
    }
}

/// What postings come to, after what those before them came to: SHA-256 as hexadecimal digits.
pub fn digest<'p>(before: &str, postings: impl Iterator<Item = &'p Posting>) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(before.as_bytes());
    for posting in postings {
        hash.update(rows::canonical(posting)?.as_bytes());
        hash.update(b"\n");
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

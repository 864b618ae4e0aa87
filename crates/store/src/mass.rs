//! Mass handoffs: what hangs on many units, read whole; runs with their units; and many handoffs kept at once. A node holds a run for a while, and
//! every batch says that it still does, so that of two nodes exactly one counts.
mod facts;
mod runs;

pub use facts::{
    HistoryRow, OpenRow, RenewalRow, RunningRow, ServingRow, history, open, renewals, running, serving,
};
pub use runs::{
    NewRun, RunRow, RunUnit, begin, cancel, end, get, give_up_undo, handoffs, handoffs_within, list, next,
    said, states, take, undo, undone, units, went_on, worked_on,
};

use crate::handoffs::{EvidenceRow, HandoffRow, StepRow};
use crate::imports::links::by_ids;
use crate::{Column, Result, Tx, Values};
use chrono::NaiveDate;

/// Who owns these units on a day, as a transaction sees it: unit, seller.
pub async fn owners_within(tx: &mut Tx, units: &[i64], day: NaiveDate) -> Result<Vec<(i64, i64)>> {
    let rows: Vec<(i64, i64, NaiveDate, Option<NaiveDate>)> =
        by_ids(tx, "select unit_id, seller_id, start_date, end_date from ownership where unit_id", units, "")
            .await?;
    let holds = |(.., start, end): &(i64, i64, NaiveDate, Option<NaiveDate>)| {
        *start <= day && end.is_none_or(|end| end > day)
    };
    Ok(rows.into_iter().filter(holds).map(|(unit, seller, ..)| (unit, seller)).collect())
}

/// Units of these with a handoff under way, as a transaction sees it.
pub async fn running_within(tx: &mut Tx, units: &[i64]) -> Result<Vec<i64>> {
    let tail = if tx.is_sqlite() { "and is_open = 1" } else { "and is_open" };
    let rows: Vec<(i64,)> = by_ids(tx, "select unit_id from handoff where unit_id", units, tail).await?;
    Ok(rows.into_iter().map(|(unit,)| unit).collect())
}

/// Takes the ids of so many new handoffs; returns the first.
pub async fn take_handoffs(tx: &mut Tx, count: usize) -> Result<i64> {
    tx.take_ids("handoff", count).await
}

/// Keeps new handoffs with their steps and what was said for them. No handoff of these units may be under way.
pub async fn insert(
    tx: &mut Tx,
    handoffs: &[HandoffRow],
    steps: &[StepRow],
    said: &[(i64, EvidenceRow)],
) -> Result<()> {
    tx.insert("handoff", &handoff_columns(handoffs)).await?;
    if !steps.is_empty() {
        tx.insert("handoff_step", &step_columns(steps)).await?;
    }
    if !said.is_empty() {
        let first = tx.take_ids("handoff_evidence", said.len()).await?;
        tx.insert("handoff_evidence", &said_columns(first, said)).await?;
    }
    Ok(())
}

fn ints<T>(rows: &[T], of: impl Fn(&T) -> Option<i64>) -> Values {
    Values::Int(rows.iter().map(of).collect())
}

fn texts<T>(rows: &[T], of: impl Fn(&T) -> &str) -> Values {
    Values::Text(rows.iter().map(|row| Some(of(row).to_owned())).collect())
}

fn handoff_columns(rows: &[HandoffRow]) -> Vec<Column> {
    vec![
        Column::new("id", ints(rows, |row| Some(row.id))),
        Column::new("unit_id", ints(rows, |row| Some(row.unit_id))),
        Column::new("giver_id", ints(rows, |row| Some(row.giver_id))),
        Column::new("receiver_id", ints(rows, |row| row.receiver_id)),
        Column::new("state", texts(rows, |row| &row.state)),
        Column::new("is_open", Values::Bool(rows.iter().map(|row| Some(row.is_open)).collect())),
        Column::new("transfer_date", Values::Date(rows.iter().map(|row| row.transfer_date).collect())),
        Column::new("version", ints(rows, |row| Some(row.version))),
        Column::new("document", texts(rows, |row| &row.document)),
        Column::new("proposed_us", ints(rows, |row| Some(row.proposed_us))),
    ]
}

fn step_columns(rows: &[StepRow]) -> Vec<Column> {
    vec![
        Column::new("handoff_id", ints(rows, |row| Some(row.handoff_id))),
        Column::new("seq", ints(rows, |row| Some(row.seq))),
        Column::new("step", texts(rows, |row| &row.step)),
        Column::new("person_id", ints(rows, |row| row.person_id)),
        Column::new("due_date", Values::Date(rows.iter().map(|row| row.due_date).collect())),
        Column::new("is_over", Values::Bool(rows.iter().map(|row| Some(row.is_over)).collect())),
        Column::new("version", ints(rows, |row| Some(row.version))),
        Column::new("document", texts(rows, |row| &row.document)),
    ]
}

fn said_columns(first: i64, rows: &[(i64, EvidenceRow)]) -> Vec<Column> {
    vec![
        Column::new("id", Values::Int((first..).take(rows.len()).map(Some).collect())),
        Column::new("handoff_id", ints(rows, |(handoff, _)| Some(*handoff))),
        Column::new("key", texts(rows, |(_, row)| &row.key)),
        Column::new("document", texts(rows, |(_, row)| &row.document)),
        Column::new("by_name", texts(rows, |(_, row)| &row.by_name)),
        Column::new("at_us", ints(rows, |(_, row)| Some(row.at_us))),
    ]
}

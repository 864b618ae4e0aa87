//! Core's events and postings in rows of the store, and back.
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use tandem_core::incentives::ledger::{Entry, PlanVersion};
use tandem_core::incentives::{Credits, Event, Posting, PostingId, Rate};
use tandem_core::money::Money;
use tandem_store::incentives::{EntryRow, EventRow, PostingRow};

/// Credits as they are kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    revenue: Vec<(String, u64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    overlay: Vec<(String, u64)>,
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::Conflict(format!("what incentives were computed with cannot be read any more: {error}"))
}

/// Where an event comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Told from the record.
    Record,
    /// Brought in by a person.
    Entered,
    /// An adjustment that answers a question.
    Question,
}

impl Source {
    /// The word for it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Entered => "entered",
            Self::Question => "question",
        }
    }
}

/// The row of an event.
pub fn event_row(event: &Event, source: Source, by: &str, at_us: i64) -> Result<EventRow> {
    let credits = Kept { revenue: event.credits.revenue.clone(), overlay: event.credits.overlay.clone() };
    Ok(EventRow {
        id: 0,
        key: event.id.clone(),
        date: event.date,
        posted: event.posted,
        unit: event.unit.clone(),
        movement: event.movement.text().to_owned(),
        amount_minor: event.amount.map(|amount| amount.minor),
        currency: event.amount.map(|amount| amount.currency.to_string()),
        credits: serde_json::to_string(&credits).map_err(unreadable)?,
        of_key: event.of.clone(),
        note: event.note.clone(),
        source: source.text().to_owned(),
        by_name: by.to_owned(),
        at_us,
    })
}

/// The event of a row.
pub fn event(row: &EventRow) -> Result<Event> {
    let credits: Kept = serde_json::from_str(&row.credits).map_err(unreadable)?;
    let amount = match (row.amount_minor, &row.currency) {
        (Some(minor), Some(currency)) => Some(Money::new(minor, currency.parse().map_err(unreadable)?)),
        _ => None,
    };
    Ok(Event {
        id: row.key.clone(),
        date: row.date,
        posted: row.posted,
        unit: row.unit.clone(),
        movement: row.movement.parse().map_err(unreadable)?,
        amount,
        credits: Credits { revenue: credits.revenue, overlay: credits.overlay },
        of: row.of_key.clone(),
        note: row.note.clone(),
    })
}

/// The rows of postings and of their entries, which name the place of their posting.
pub fn posting_rows(postings: &[Posting]) -> Result<(Vec<PostingRow>, Vec<EntryRow>)> {
    let mut entries = Vec::new();
    for (posting, place) in postings.iter().zip(0..) {
        for (entry, seq) in posting.entries.iter().zip(0..) {
            entries.push(EntryRow {
                posting_id: place,
                seq,
                account: entry.account.text().to_owned(),
                person: entry.person.as_deref().map(str::to_owned),
                minor: entry.minor,
            });
        }
    }
    Ok((postings.iter().map(posting_row).collect::<Result<_>>()?, entries))
}

fn posting_row(posting: &Posting) -> Result<PostingRow> {
    let rate = posting.rate.map(|rate| i64::try_from(rate.billionths())).transpose().map_err(unreadable)?;
    Ok(PostingRow {
        id: 0,
        event: posting.id.event.to_string(),
        number: posting.id.number.into(),
        kind: posting.kind.text().to_owned(),
        date: posting.date,
        counted: posting.counted,
        period: posting.period.to_string(),
        unit: posting.unit.as_deref().map(str::to_owned),
        plan: posting.plan.name.clone(),
        plan_version: posting.plan.version.clone(),
        component: posting.component.to_string(),
        base_minor: posting.base,
        rate_e9: rate,
        currency: posting.currency.to_string(),
        of_event: posting.of.as_ref().map(|of| of.event.to_string()),
        of_number: posting.of.as_ref().map(|of| of.number.into()),
        because: serde_json::to_string(&posting.because).map_err(unreadable)?,
    })
}

/// A posting with its entries as one text in a fixed form: what closed periods are compared by.
pub fn canonical(posting: &Posting) -> Result<String> {
    let row = posting_row(posting)?;
    let entries: Vec<_> = posting
        .entries
        .iter()
        .map(|entry| serde_json::json!([entry.account, entry.person.as_deref(), entry.minor]))
        .collect();
    let all = serde_json::json!([
        row.event,
        row.number,
        row.kind,
        row.date,
        row.counted,
        row.period,
        row.unit,
        row.plan,
        row.plan_version,
        row.component,
        row.base_minor,
        row.rate_e9,
        row.currency,
        row.of_event,
        row.of_number,
        row.because,
        entries,
    ]);
    Ok(all.to_string())
}

/// Postings of rows; entries are in the order of the ledger.
pub fn postings(rows: &[PostingRow], entries: &[EntryRow]) -> Result<Vec<Posting>> {
    let mut rest = entries;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        // Entries of no posting are passed over here and found by the check of the ledger.
        let from = rest.partition_point(|entry| entry.posting_id < row.id);
        let to = rest.partition_point(|entry| entry.posting_id <= row.id);
        let own = rest.get(from..to).unwrap_or_default();
        rest = rest.get(to..).unwrap_or_default();
        all.push(posting(row, own)?);
    }
    Ok(all)
}

fn posting(row: &PostingRow, entries: &[EntryRow]) -> Result<Posting> {
    let id = |event: &str, number: i64| {
        Ok::<_, Error>(PostingId { event: event.into(), number: number.try_into().map_err(unreadable)? })
    };
    let entry = |row: &EntryRow| {
        Ok(Entry {
            account: row.account.parse().map_err(unreadable)?,
            person: row.person.as_deref().map(Into::into),
            minor: row.minor,
        })
    };
    let rate = |billionths| {
        Rate::of_billionths(billionths).ok_or_else(|| unreadable(format!("{billionths} is no rate")))
    };
    Ok(Posting {
        id: id(&row.event, row.number)?,
        kind: row.kind.parse().map_err(unreadable)?,
        date: row.date,
        counted: row.counted,
        period: row.period.parse().map_err(unreadable)?,
        unit: row.unit.as_deref().map(Into::into),
        plan: PlanVersion { name: row.plan.clone(), version: row.plan_version.clone() }.into(),
        component: row.component.as_str().into(),
        base: row.base_minor,
        rate: row.rate_e9.map(rate).transpose()?,
        currency: row.currency.parse().map_err(unreadable)?,
        entries: entries.iter().map(entry).collect::<Result<_>>()?,
        of: match (&row.of_event, row.of_number) {
            (Some(event), Some(number)) => Some(id(event, number)?),
            _ => None,
        },
        because: serde_json::from_str(&row.because).map_err(unreadable)?,
    })
}

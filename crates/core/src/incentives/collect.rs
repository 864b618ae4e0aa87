//! What the record tells now against what was computed with before: events that are new, that have another amount or other credits, or that are
//! not there any more. Nothing that was computed with is changed; what differs becomes an event of its own.
use super::event::{Credits, Event, Movement};
use crate::money::Money;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Where an event that was told from the record stands.
#[derive(Debug)]
struct Standing<'e> {
    /// The event that counts: the first, or its last correction.
    last: &'e Event,
    amount: Option<Money>,
    credits: &'e Credits,
    /// Whether it was taken back because the record has it no more.
    gone: bool,
    /// How many events have changed it.
    changes: usize,
}

/// Mark between the name of an event and what changed it.
const CHANGED: &str = " / ";

/// Events to be added to those that are known, in order. `known` are all that were computed with; `told` what the record tells now, of events
/// from `since` on; `open` is the first day on which something can be posted.
pub fn additions(known: &[Event], told: &[Event], since: NaiveDate, open: NaiveDate) -> Vec<Event> {
    let mut standing = standing(known);
    let mut added = Vec::new();
    for event in told.iter().filter(|event| event.date >= since) {
        match standing.remove(event.id.as_str()) {
            None => added.push(event.clone()),
            Some(before) if before.gone => added.push(again(event, before.changes)),
            Some(before) if before.amount == event.amount && *before.credits == event.credits => {}
            Some(_) if event.movement == Movement::Churn => {}
            Some(before) => added.push(corrected(event, &before)),
        }
    }
    let told: BTreeSet<&str> = told.iter().map(|event| event.id.as_str()).collect();
    for (root, before) in standing {
        if !before.gone && before.last.movement != Movement::Churn && !told.contains(root) {
            added.push(taken_back(root, &before, open));
        }
    }
    for event in &mut added {
        event.posted = event.date.max(open);
    }
    added.sort_by_key(|event| (event.posted, event.date));
    added
}

/// The root of a name that the record gave, without what changed it.
pub fn root(id: &str) -> &str {
    id.split_once(CHANGED).map_or(id, |(root, _)| root)
}

/// Only events that the record told are looked at; people's own never change by themselves.
fn standing(known: &[Event]) -> BTreeMap<&str, Standing<'_>> {
    let mut standing: BTreeMap<&str, Standing> = BTreeMap::new();
    for event in known {
        let root = root(&event.id);
        let changes = standing.get(root).map_or(0, |before| before.changes + 1);
        let gone = event.movement == Movement::Refund;
        standing.insert(
            root,
            Standing { last: event, amount: event.amount, credits: &event.credits, gone, changes },
        );
    }
    standing
}

fn named(root: &str, changes: usize) -> String {
    format!("{root}{CHANGED}{}", changes + 1)
}

fn corrected(event: &Event, before: &Standing) -> Event {
    Event {
        id: named(&event.id, before.changes),
        movement: Movement::Correction,
        of: Some(before.last.id.clone()),
        ..event.clone()
    }
}

fn again(event: &Event, changes: usize) -> Event {
    Event { id: named(&event.id, changes), ..event.clone() }
}

fn taken_back(root: &str, before: &Standing, open: NaiveDate) -> Event {
    Event {
        id: named(root, before.changes),
        date: open,
        posted: open,
        unit: before.last.unit.clone(),
        movement: Movement::Refund,
        amount: None,
        credits: Credits::default(),
        of: Some(before.last.id.clone()),
        note: None,
    }
}

//! Rows with an amount below zero that name no earlier event: files of other programs write refunds so. Where exactly one earlier event can be
//! meant, the row becomes a refund of it; otherwise it stays what it is, and somebody is told.
use crate::incentives::event::{Credits, Event, Movement};
use crate::money::Money;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Finds the events that rows below zero take back. All events are shown to it twice: first in any order to [`Links::want`], then in the order
/// in which they are posted to [`Links::see`]; it keeps only events of units that have such rows.
#[derive(Clone, Debug, Default)]
pub struct Links {
    wanted: BTreeSet<(String, Movement)>,
    earlier: BTreeMap<(String, Movement), Vec<Earlier>>,
    found: HashMap<String, String>,
    /// Rows for which none, or more than one, earlier event can be meant.
    pub open: Vec<String>,
}

#[derive(Clone, Debug)]
struct Earlier {
    id: String,
    left: Money,
}

/// Whether a row takes something back without saying of what.
fn is_loose(event: &Event) -> bool {
    event.movement.earns() && event.of.is_none() && event.amount.is_some_and(|amount| amount.minor < 0)
}

impl Links {
    /// Whether there is any row to find an event for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Rows that were made refunds, with the event that each takes back, by name.
    pub fn found(&self) -> BTreeMap<&str, &str> {
        self.found.iter().map(|(id, of)| (id.as_str(), of.as_str())).collect()
    }

    /// Notes a row that takes something back.
    pub fn want(&mut self, event: &Event) {
        if is_loose(event) {
            self.wanted.insert((event.unit.clone(), event.movement));
        }
    }

    /// Keeps an event that can be taken back, or finds the one that a row takes back.
    pub fn see(&mut self, event: &Event) {
        let key = (event.unit.clone(), event.movement);
        if is_loose(event) {
            return self.find(event, &key);
        }
        if let (Movement::Refund, Some(of)) = (event.movement, &event.of) {
            let back = event.amount.map_or(i64::MAX, |amount| amount.minor.saturating_abs());
            let all = self.earlier.values_mut().flatten();
            if let Some(earlier) = all.into_iter().find(|earlier| earlier.id == *of) {
                earlier.left.minor = earlier.left.minor.saturating_sub(back).max(0);
            }
        } else if let Some(left) = event.amount.filter(|_| self.wanted.contains(&key)) {
            self.earlier.entry(key).or_default().push(Earlier { id: event.id.clone(), left });
        }
    }

    fn find(&mut self, event: &Event, key: &(String, Movement)) {
        let Some(amount) = event.amount else { return };
        let back = amount.minor.saturating_neg();
        let mut can: Vec<&mut Earlier> = match self.earlier.get_mut(key) {
            Some(all) => all
                .iter_mut()
                .filter(|one| one.left.currency == amount.currency && one.left.minor >= back)
                .collect(),
            None => Vec::new(),
        };
        // One with exactly this amount left is meant rather than larger ones.
        if can.iter().any(|one| one.left.minor == back) {
            can.retain(|one| one.left.minor == back);
        }
        match can.as_mut_slice() {
            [one] => {
                one.left.minor -= back;
                self.found.insert(event.id.clone(), one.id.clone());
            }
            _ => self.open.push(event.id.clone()),
        }
    }

    /// Makes a row a refund of the event that was found for it.
    pub fn apply(&self, event: &mut Event) {
        if let Some(of) = self.found.get(&event.id) {
            event.movement = Movement::Refund;
            event.of = Some(of.clone());
            event.credits = Credits::default();
        }
    }
}

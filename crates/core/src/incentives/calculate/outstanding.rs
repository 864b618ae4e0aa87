//! What is still to come of what has happened: money that waits for a customer's payment or for how a handoff goes.
use super::Calculator;
use crate::incentives::event::Movement;
use crate::incentives::ledger::{Account, PostingId};
use crate::money::Money;
use chrono::NaiveDate;
use std::sync::Arc;

/// Money of one posting that a person cannot be paid yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outstanding {
    /// The posting.
    pub posting: PostingId,
    /// Who gets it.
    pub person: Arc<str>,
    /// The component.
    pub component: Arc<str>,
    /// Where it stands: awaiting a payment, or held.
    pub account: Account,
    /// How much.
    pub amount: Money,
    /// When it is decided, where a day is known.
    pub decided: Option<NaiveDate>,
    /// Whether it is paid if everything stays as it is on that day; none: nothing but a payment is waited for.
    pub goes_well: Option<bool>,
}

/// An event whose money waits for the customer's payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpaid {
    /// The event.
    pub event: Arc<str>,
    /// The unit.
    pub unit: Arc<str>,
    /// When it happened.
    pub date: NaiveDate,
    /// What happened.
    pub movement: Movement,
    /// What the customer has not paid yet; none: the event has no amount.
    pub open: Option<Money>,
    /// Who waits, and for how much.
    pub waits: Vec<(Arc<str>, Money)>,
}

impl Calculator {
    /// Events with money that waits for a payment, the oldest first.
    pub fn unpaid(&self) -> Vec<Unpaid> {
        let mut all: Vec<Unpaid> = Vec::new();
        for (id, record) in &self.records {
            let mut waits: Vec<(Arc<str>, Money)> = Vec::new();
            for line in record.lines.iter().filter(|line| line.stands[0] != 0) {
                let Some(version) = self.book.version(line.version) else { continue };
                let (person, currency) = (self.name(line.person), version.plan.currency);
                match waits.iter_mut().find(|(other, sum)| *other == person && sum.currency == currency) {
                    Some((_, sum)) => sum.minor = sum.minor.saturating_add(line.stands[0]),
                    None => waits.push((person, Money::new(line.stands[0], currency))),
                }
            }
            if !waits.is_empty() {
                waits.sort_by(|(one, _), (other, _)| one.cmp(other));
                let open = |amount: Money| Money { minor: (record.left() - record.paid).max(0), ..amount };
                all.push(Unpaid {
                    event: id.clone(),
                    unit: record.unit.clone(),
                    date: record.date,
                    movement: record.movement,
                    open: record.amount.map(open),
                    waits,
                });
            }
        }
        all.sort_by(|one, other| (one.date, &one.event).cmp(&(other.date, &other.event)));
        all
    }

    /// Everything that waits, by event, posting and person.
    pub fn outstanding(&self) -> Vec<Outstanding> {
        let mut ids: Vec<&Arc<str>> =
            self.records.iter().filter(|(_, record)| record.waits()).map(|(id, _)| id).collect();
        ids.sort();
        let mut all = Vec::new();
        for id in ids {
            let Some(record) = self.records.get(id) else { continue };
            for line in &record.lines {
                let Some(version) = self.book.version(line.version) else { continue };
                let Some(component) = version.components.get(line.component) else { continue };
                let decision = line.hold.and_then(|(_, handoff)| self.decision(handoff, line.version));
                let [awaiting, held, _] = line.stands;
                for (account, minor) in [(Account::Awaiting, awaiting), (Account::Held, held)] {
                    if minor == 0 {
                        continue;
                    }
                    let decision = decision.filter(|_| account == Account::Held);
                    all.push(Outstanding {
                        posting: PostingId { event: id.clone(), number: line.number },
                        person: self.name(line.person),
                        component: component.id.clone(),
                        account,
                        amount: Money::new(minor, version.plan.currency),
                        decided: decision.map(|decision| decision.until),
                        goes_well: decision.map(|decision| decision.missing.is_none()),
                    });
                }
            }
        }
        all
    }
}

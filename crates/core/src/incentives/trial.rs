//! What a plan would have paid over a history: cost, mix, who gets how much, and what transition shares take; and two plans side by side.
use super::because::Because;
use super::ledger::{Kind, Posting, PostingId};
use super::plan::Budget;
use super::span::Span;
use crate::money::{Currency, Money, MoneyError};
use crate::subscriptions::months::Month;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What a plan has paid, in minor units; by currency, because plans of several currencies may be in force.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    people: BTreeMap<(Currency, Arc<str>), i64>,
    components: BTreeMap<(Currency, Arc<str>), i64>,
    months: BTreeMap<(Currency, Month), i64>,
    /// What givers kept, by month of the event.
    shares: BTreeMap<(Currency, Month), i64>,
    /// Givers of each posting that was shared, because what takes it back says not.
    givers: HashMap<PostingId, Vec<Arc<str>>>,
}

impl Outcome {
    /// Adds a posting.
    ///
    /// # Errors
    /// Overflow beyond 64 bits.
    pub fn add(&mut self, posting: &Posting) -> Result<(), MoneyError> {
        let currency = posting.currency;
        self.remember_givers(posting);
        let shared = self.givers.get(posting.of.as_ref().unwrap_or(&posting.id)).cloned().unwrap_or_default();
        for entry in &posting.entries {
            let Some(person) = &entry.person else { continue };
            add(&mut self.people, (currency, person.clone()), entry.minor)?;
            add(&mut self.components, (currency, posting.component.clone()), entry.minor)?;
            add(&mut self.months, (currency, posting.period), entry.minor)?;
            if shared.contains(person) {
                add(&mut self.shares, (currency, Month::of(posting.counted)), entry.minor)?;
            }
        }
        Ok(())
    }

    fn remember_givers(&mut self, posting: &Posting) {
        if posting.kind != Kind::Earned {
            return;
        }
        let pair = |because: &Because| match because {
            Because::Shared { from, to, .. } => Some((from.clone(), to.clone())),
            _ => None,
        };
        let pairs: Vec<(Arc<str>, Arc<str>)> = posting.because.iter().filter_map(pair).collect();
        let Some((_, receiver)) = pairs.last() else { return };
        let givers = pairs.iter().map(|(from, _)| from.clone()).filter(|from| from != receiver).collect();
        self.givers.insert(posting.id.clone(), givers);
    }

    /// What was paid in all, by currency.
    pub fn cost(&self) -> BTreeMap<Currency, i64> {
        sum_by(&self.people, |(currency, _)| *currency)
    }

    /// What each component, cap, guarantee and draw has paid.
    pub fn mix(&self) -> impl Iterator<Item = (Currency, &str, i64)> {
        self.components.iter().map(|((currency, id), minor)| (*currency, &**id, *minor))
    }

    /// What was posted in each month.
    pub fn months(&self) -> impl Iterator<Item = (Currency, Month, i64)> {
        self.months.iter().map(|((currency, month), minor)| (*currency, *month, *minor))
    }

    /// What givers kept in each span.
    pub fn shares(&self, per: Span) -> BTreeMap<(Currency, Month), i64> {
        sum_by(&self.shares, |(currency, month)| (*currency, per.first_month(month.first_day())))
    }

    /// Spans in which givers kept more than a budget would have allowed, and by how much.
    pub fn beyond(&self, currency: Currency, budget: Budget) -> Vec<(Month, i64)> {
        let spans = self.shares(budget.per).into_iter().filter(|((other, _), _)| *other == currency);
        spans
            .map(|((_, first), minor)| (first, minor - budget.amount))
            .filter(|(_, over)| *over > 0)
            .collect()
    }
}

fn add<K: Ord>(sums: &mut BTreeMap<K, i64>, key: K, minor: i64) -> Result<(), MoneyError> {
    let sum = sums.entry(key).or_default();
    *sum = sum.checked_add(minor).ok_or(MoneyError::Overflow)?;
    Ok(())
}

fn sum_by<K, T: Ord>(sums: &BTreeMap<K, i64>, key: impl Fn(&K) -> T) -> BTreeMap<T, i64> {
    let mut by: BTreeMap<T, i64> = BTreeMap::new();
    for (of, minor) in sums {
        *by.entry(key(of)).or_default() += minor;
    }
    by
}

/// One person, or one component, under two plans. Amounts are decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Who or what.
    pub name: String,
    /// The currency.
    pub currency: Currency,
    /// Under the one plan.
    pub before: String,
    /// Under the other.
    pub after: String,
    /// The difference.
    pub change: String,
}

/// Two plans side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// What each costs, by currency.
    pub cost: Vec<Change>,
    /// Everybody, the greatest loss first.
    pub people: Vec<Change>,
    /// Components, by name.
    pub mix: Vec<Change>,
    /// How many get more.
    pub winners: usize,
    /// How many get less.
    pub losers: usize,
    /// How many get the same.
    pub same: usize,
}

/// Compares what two plans have paid over one history.
pub fn compare(before: &Outcome, after: &Outcome) -> Comparison {
    let mut people = pairs(&before.people, &after.people);
    people.sort_by_key(|(_, before, after)| i128::from(*after) - i128::from(*before));
    let count = |ordering| people.iter().filter(|(_, before, after)| after.cmp(before) == ordering).count();
    let (winners, losers, same) = (count(Ordering::Greater), count(Ordering::Less), count(Ordering::Equal));
    let named = |((currency, name), before, after): ((Currency, Arc<str>), i64, i64)| {
        change(&name, currency, before, after)
    };
    let cost = pairs(&before.cost(), &after.cost());
    Comparison {
        cost: cost
            .into_iter()
            .map(|(currency, before, after)| change("all", currency, before, after))
            .collect(),
        people: people.into_iter().map(named).collect(),
        mix: pairs(&before.components, &after.components).into_iter().map(named).collect(),
        winners,
        losers,
        same,
    }
}

fn pairs<K: Ord + Clone>(before: &BTreeMap<K, i64>, after: &BTreeMap<K, i64>) -> Vec<(K, i64, i64)> {
    let mut keys: Vec<&K> = before.keys().chain(after.keys()).collect();
    keys.sort();
    keys.dedup();
    let of = |sums: &BTreeMap<K, i64>, key: &K| sums.get(key).copied().unwrap_or(0);
    keys.into_iter().map(|key| (key.clone(), of(before, key), of(after, key))).collect()
}

fn change(name: &str, currency: Currency, before: i64, after: i64) -> Change {
    let text = |minor| Money::new(minor, currency).decimal_text();
    Change {
        name: name.to_owned(),
        currency,
        before: text(before),
        after: text(after),
        change: text(after.saturating_sub(before)),
    }
}

//! A person's statement for a period: where it began, every line with its rule in words, where it ends. Both people of a handoff see the lines
//! that they share, with both parts.
use super::ledger::{Account, Posting};
use super::lines::{Totals, concerns};
use super::wording::words;
use crate::languages::Words;
use crate::money::{Currency, MoneyError};
use crate::subscriptions::months::Month;
use std::collections::BTreeSet;

/// What a person has in the accounts of one currency, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balances {
    /// The currency.
    pub currency: Currency,
    /// What can be paid.
    pub payable: i64,
    /// What waits for customers' payments.
    pub awaiting: i64,
    /// What waits for how handoffs go.
    pub held: i64,
    /// What was paid in advance, below zero.
    pub draw: i64,
}

/// One line of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementLine {
    /// The posting.
    pub posting: Posting,
    /// What the person gets by it in all accounts together, in minor units.
    pub own: i128,
    /// Who else has a part in it, with what each gets.
    pub others: Vec<(String, i128)>,
    /// Why, sentence by sentence.
    pub because: Vec<Words>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Whose.
    pub person: String,
    /// The period.
    pub period: Month,
    /// Before the period, by currency.
    pub opening: Vec<Balances>,
    /// What was posted in it that is the person's business.
    pub lines: Vec<StatementLine>,
    /// After the period, by currency.
    pub closing: Vec<Balances>,
}

/// The statement of a person for a period, from all postings of the ledger.
///
/// # Errors
/// Overflow beyond 64 bits.
pub fn statement<'p>(
    person: &str,
    period: Month,
    postings: impl IntoIterator<Item = &'p Posting>,
) -> Result<Statement, MoneyError> {
    let (mut before, mut after) = (Totals::default(), Totals::default());
    let mut lines = Vec::new();
    let mut currencies = BTreeSet::new();
    for posting in
        postings.into_iter().filter(|posting| posting.period <= period && concerns(posting, person))
    {
        currencies.insert(posting.currency);
        after.add(posting)?;
        if posting.period < period {
            before.add(posting)?;
        } else {
            lines.push(line(posting, person));
        }
    }
    let balances =
        |totals: &Totals| currencies.iter().map(|currency| balances(totals, person, *currency)).collect();
    let (opening, closing) = (balances(&before), balances(&after));
    Ok(Statement { person: person.to_owned(), period, opening, lines, closing })
}

fn line(posting: &Posting, person: &str) -> StatementLine {
    let names: BTreeSet<&str> = posting.entries.iter().filter_map(|entry| entry.person.as_deref()).collect();
    let others = names.into_iter().filter(|name| *name != person);
    StatementLine {
        own: posting.of_person(person),
        others: others.map(|name| (name.to_owned(), posting.of_person(name))).collect(),
        because: posting.because.iter().map(words).collect(),
        posting: posting.clone(),
    }
}

fn balances(totals: &Totals, person: &str, currency: Currency) -> Balances {
    let of = |account| totals.balance(person, currency, account);
    Balances {
        currency,
        payable: of(Account::Payable),
        awaiting: of(Account::Awaiting),
        held: of(Account::Held),
        draw: of(Account::Draw),
    }
}

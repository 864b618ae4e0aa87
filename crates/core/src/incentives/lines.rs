//! Postings as lines, one per person and account, and what they add up to: what files, the command line and statements show.
use super::because::Because;
use super::ledger::{Account, Kind, Posting};
use super::rate::Rate;
use super::wording::sentences;
use crate::languages::Language;
use crate::money::{Currency, Money, MoneyError};
use crate::subscriptions::months::Month;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One person's part of a posting in one account. Amounts are decimal text in the line's currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line<'p> {
    /// What it comes from.
    pub event: &'p str,
    /// Who gets it.
    pub person: &'p str,
    /// The component, cap, guarantee or draw.
    pub component: &'p str,
    /// What the rate is applied to.
    pub base: Option<String>,
    /// The rate, as a decimal.
    pub rate: Option<Rate>,
    /// What the person gets of it; below zero: gives back.
    pub amount: String,
    /// The currency.
    pub currency: Currency,
    /// Why, in sentences.
    pub because: String,
    /// The posting.
    pub posting: String,
    /// What it does.
    pub kind: Kind,
    /// The account.
    pub account: Account,
    /// When it happened.
    pub date: NaiveDate,
    /// The period in which it is posted.
    pub period: Month,
    /// The unit.
    pub unit: Option<&'p str>,
    /// Name and version of the plan.
    pub plan: String,
    /// The posting that it takes back or moves on.
    pub of: Option<String>,
}

/// The lines of a posting, in its order.
pub fn lines(posting: &Posting, language: Language) -> impl Iterator<Item = Line<'_>> {
    let because = sentences(&posting.because, language);
    let money = |minor| Money::new(minor, posting.currency).decimal_text();
    let own = posting.entries.iter().filter_map(|entry| Some((entry, entry.person.as_deref()?)));
    own.map(move |(entry, person)| Line {
        event: &posting.id.event,
        person,
        component: &posting.component,
        base: posting.base.map(money),
        rate: posting.rate,
        amount: money(entry.minor),
        currency: posting.currency,
        because: because.clone(),
        posting: posting.id.to_string(),
        kind: posting.kind,
        account: entry.account,
        date: posting.date,
        period: posting.period,
        unit: posting.unit.as_deref(),
        plan: format!("{} {}", posting.plan.name, posting.plan.version),
        of: posting.of.as_ref().map(ToString::to_string),
    })
}

/// Whether a posting is a person's business: the person has a part in it, or shares the unit that it is about.
pub fn concerns(posting: &Posting, person: &str) -> bool {
    let shares = |because: &Because| match because {
        Because::Shared { from, to, .. } => **from == *person || **to == *person,
        _ => false,
    };
    posting.entries.iter().any(|entry| entry.person.as_deref() == Some(person))
        || posting.because.iter().any(shares)
}

/// What postings add up to in each account, by person and currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    sums: BTreeMap<(Arc<str>, Currency), BTreeMap<Account, i64>>,
}

/// What one person has in one currency. Amounts are decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total<'t> {
    /// Who.
    pub person: &'t str,
    /// The currency.
    pub currency: Currency,
    /// All accounts together: what was earned.
    pub total: String,
    /// What can be paid.
    pub payable: String,
    /// What waits for the customer's payment.
    pub awaiting_payment: String,
    /// What waits for how a handoff goes.
    pub held: String,
    /// What was paid in advance, below zero.
    pub draw: String,
}

impl Totals {
    /// Adds a posting.
    ///
    /// # Errors
    /// Overflow beyond 64 bits.
    pub fn add(&mut self, posting: &Posting) -> Result<(), MoneyError> {
        for entry in &posting.entries {
            let Some(person) = &entry.person else { continue };
            let key = (person.clone(), posting.currency);
            let sum = self.sums.entry(key).or_default().entry(entry.account).or_default();
            *sum = sum.checked_add(entry.minor).ok_or(MoneyError::Overflow)?;
        }
        Ok(())
    }

    /// What a person has in an account, in minor units.
    pub fn balance(&self, person: &str, currency: Currency, account: Account) -> i64 {
        let sums = self.sums.get(&(person.into(), currency));
        sums.and_then(|sums| sums.get(&account)).copied().unwrap_or(0)
    }

    /// Everybody, by name and currency.
    pub fn all(&self) -> impl Iterator<Item = Total<'_>> {
        self.sums.iter().map(|((person, currency), sums)| {
            let text = |minor| Money::new(minor, *currency).decimal_text();
            let of = |account| text(sums.get(&account).copied().unwrap_or(0));
            Total {
                person,
                currency: *currency,
                total: text(sums.values().sum()),
                payable: of(Account::Payable),
                awaiting_payment: of(Account::Awaiting),
                held: of(Account::Held),
                draw: of(Account::Draw),
            }
        })
    }
}

//! What a file of rows means, before anything of it is kept: rows read, what each was matched with and makes payable, and what is refused.
use super::super::names::Names;
use super::super::statement::PartView;
use super::read::{Refused, Row};
use super::weigh::{Weighed, weigh};
use crate::sessions::Named;
use crate::{Actor, App, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use tandem_core::incentives::calculate::Reason;
use tandem_core::incentives::{Account, Movement, Posting};
use tandem_core::languages::Words;
use tandem_core::money::{Currency, Money, MoneyError};

/// Most rows of each kind that are shown.
const SHOWN_MAX: usize = 200;

/// What a file means.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveEventsPreview)]
pub struct EnteredPreview {
    /// Rows in the file.
    pub rows: usize,
    /// Rows that can be kept. Nothing is kept unless it is all of them.
    pub fitting: usize,
    /// What is wrong, by line; the first 200.
    pub refused: Vec<Refused>,
    /// How much is wrong in all.
    pub problems: usize,
    /// What the rows that fit mean; the first 200.
    pub items: Vec<EnteredRow>,
    /// What customers paid in all, by currency, such as `3000.00 USD`.
    pub paid: Vec<String>,
    /// What becomes payable to people in all, by currency.
    pub payable: Vec<String>,
}

/// What a row means.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveEventsRow)]
pub struct EnteredRow {
    /// Line in the file, from 1.
    pub line: u64,
    /// What it calls itself.
    pub event: String,
    /// When it happened.
    pub date: NaiveDate,
    /// The day on which it is posted.
    pub posted: NaiveDate,
    /// The unit with its customer.
    pub unit: String,
    /// What happens, such as `invoice_paid`.
    pub movement: &'static str,
    /// The earlier event that it was matched with, in both languages.
    #[schema(value_type = Option<Object>)]
    pub of: Option<Words>,
    /// How much, as decimal text; absent: all that is open.
    pub amount: Option<String>,
    /// The currency of it.
    pub currency: Option<String>,
    /// What becomes payable to whom, as decimal text.
    pub payable: Vec<PartView>,
    /// The currency of that.
    pub payable_currency: Option<String>,
    /// Why nothing becomes payable, in both languages.
    #[schema(value_type = Option<Object>)]
    pub nothing: Option<Words>,
}

/// Says what a text means; nothing is kept.
pub async fn preview(app: &App, actor: &Actor, text: &str) -> Result<EnteredPreview> {
    actor.require_to_see(Permission::RunIncentives)?;
    let Weighed { read, computed, .. } = weigh(app, text).await?;
    let names = Names::load(app).await?;
    let mut postings: HashMap<&str, Vec<&Posting>> =
        read.rows.iter().map(|row| (row.event.id.as_str(), Vec::new())).collect();
    for posting in &computed.postings {
        if let Some(own) = postings.get_mut(&*posting.id.event) {
            own.push(posting);
        }
    }
    let mut nothing: HashMap<&str, Words> = HashMap::new();
    for note in &computed.notes {
        nothing.entry(&*note.event).or_insert_with(|| note.why.words());
    }
    let sum = |paid: &mut BTreeMap<Currency, i64>, money: Money| {
        let sum = paid.entry(money.currency).or_default();
        *sum = sum.saturating_add(money.minor);
    };
    let (mut paid, mut payable) = (BTreeMap::new(), BTreeMap::new());
    let mut items = Vec::new();
    for row in &read.rows {
        let own = postings.get(row.event.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let parts = parts(own)?;
        if let Some(amount) = row.event.amount.filter(|_| row.event.movement == Movement::InvoicePaid) {
            sum(&mut paid, amount);
        }
        parts.values().for_each(|money| sum(&mut payable, *money));
        if items.len() < SHOWN_MAX {
            items.push(shown(row, &parts, nothing.get(row.event.id.as_str()), &names));
        }
    }
    let told = |sums: BTreeMap<Currency, i64>| {
        sums.into_iter().map(|(currency, minor)| Money::new(minor, currency).to_string()).collect()
    };
    Ok(EnteredPreview {
        rows: read.count,
        fitting: read.rows.len(),
        problems: read.refused.len(),
        refused: read.refused.into_iter().take(SHOWN_MAX).collect(),
        items,
        paid: told(paid),
        payable: told(payable),
    })
}

/// What postings make payable, by person.
fn parts<'p>(postings: &[&'p Posting]) -> Result<BTreeMap<&'p str, Money>> {
    let mut parts: BTreeMap<&str, Money> = BTreeMap::new();
    for posting in postings {
        for entry in posting.entries.iter().filter(|entry| entry.account == Account::Payable) {
            let Some(person) = entry.person.as_deref() else { continue };
            let part = parts.entry(person).or_insert(Money::new(0, posting.currency));
            let overflow = || crate::Error::Conflict(Reason::Money(MoneyError::Overflow).to_string());
            part.minor = part.minor.checked_add(entry.minor).ok_or_else(overflow)?;
        }
    }
    Ok(parts)
}

fn shown(row: &Row, parts: &BTreeMap<&str, Money>, nothing: Option<&Words>, names: &Names) -> EnteredRow {
    let event = &row.event;
    let part = |(person, money): (&&str, &Money)| PartView {
        person: Named { id: (*person).to_owned(), name: names.person(person) },
        amount: money.decimal_text(),
    };
    EnteredRow {
        line: row.line,
        event: event.id.clone(),
        date: event.date,
        posted: event.posted,
        unit: names.unit(&event.unit),
        movement: event.movement.text(),
        of: event.of.as_ref().map(|of| names.event(of)),
        amount: event.amount.map(|amount| amount.decimal_text()),
        currency: event.amount.map(|amount| amount.currency.to_string()),
        payable: parts.iter().map(part).collect(),
        payable_currency: parts.values().next().map(|money| money.currency.to_string()),
        nothing: nothing.cloned().filter(|_| parts.is_empty()),
    }
}

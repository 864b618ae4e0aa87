//! Totals of everybody whose statements somebody sees, for a period.
use super::look::{look, seen};
use crate::sessions::Named;
use crate::visibility::Scope;
use crate::{Actor, App, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::incentives::Account;
use tandem_core::money::{Currency, Money};
use tandem_core::subscriptions::Month;

/// One person in one currency. Amounts are decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveTeamRow)]
pub struct TeamRow {
    /// Who.
    pub person: Named,
    /// The role now.
    pub role: Option<String>,
    /// The currency.
    pub currency: String,
    /// What was earned or given back in the period, in all accounts together.
    pub earned: String,
    /// What of it became payable.
    pub payable: String,
    /// What waits for customers' payments after the period.
    pub awaiting_payment: String,
    /// What waits for how handoffs go after the period.
    pub held: String,
    /// What is to come in the next months.
    pub expected: String,
    /// Lines in the period.
    pub lines: usize,
    /// Questions about them that nobody has answered.
    pub open_questions: usize,
}

/// Totals of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveTeam)]
pub struct TeamView {
    /// The period.
    pub period: String,
    /// own, team or everything.
    #[schema(value_type = String)]
    pub scope: Scope,
    /// Everybody, by name.
    pub people: Vec<TeamRow>,
}

#[derive(Default)]
struct Sums {
    earned: i64,
    payable: i64,
    awaiting: i64,
    held: i64,
    expected: i64,
    lines: usize,
}

/// Totals of everybody whose statements the actor sees, for a period; absent: the open one, or this month.
pub async fn team(app: &App, actor: &Actor, period: Option<Month>) -> Result<TeamView> {
    let (look, seen) = (look(app).await?, seen(app, actor).await?);
    let today = app.clock.today();
    let period = period.or_else(|| look.recorded.open_period()).unwrap_or(Month::of(today));
    let mut sums: BTreeMap<(String, Currency), Sums> = BTreeMap::new();
    let sees = |person: &str| seen.as_ref().is_none_or(|seen| seen.contains(person));
    for posting in look.ledger.iter().filter(|posting| posting.period <= period) {
        let within = posting.period == period;
        let mut counted: Option<&str> = None;
        for entry in &posting.entries {
            let Some(person) = entry.person.as_deref().filter(|person| sees(person)) else { continue };
            let sum = sums.entry((person.to_owned(), posting.currency)).or_default();
            let add = |to: &mut i64| *to = to.saturating_add(entry.minor);
            match entry.account {
                Account::Awaiting => add(&mut sum.awaiting),
                Account::Held => add(&mut sum.held),
                Account::Payable if within => add(&mut sum.payable),
                _ => {}
            }
            if within {
                add(&mut sum.earned);
                sum.lines += usize::from(counted != Some(person));
                counted = Some(person);
            }
        }
    }
    for (posting, _) in &look.ahead {
        for entry in &posting.entries {
            let Some(person) = entry.person.as_deref().filter(|person| sees(person)) else { continue };
            let sum = sums.entry((person.to_owned(), posting.currency)).or_default();
            sum.expected = sum.expected.saturating_add(entry.minor);
        }
    }
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    for question in super::questions::seen_by(app, actor).await? {
        if question.state == "open" && question.period == period.to_string() {
            *open.entry(question.person.id).or_default() += 1;
        }
    }
    let roles: BTreeMap<String, Option<String>> = tandem_store::sellers::as_of(&app.db, today)
        .await?
        .into_iter()
        .map(|seller| (seller.id.to_string(), seller.role))
        .collect();
    let row = |((person, currency), sums): ((String, Currency), Sums)| {
        let text = |minor| Money::new(minor, currency).decimal_text();
        TeamRow {
            role: roles.get(&person).cloned().flatten(),
            currency: currency.to_string(),
            earned: text(sums.earned),
            payable: text(sums.payable),
            awaiting_payment: text(sums.awaiting),
            held: text(sums.held),
            expected: text(sums.expected),
            lines: sums.lines,
            open_questions: open.get(&person).copied().unwrap_or(0),
            person: Named { name: look.names.person(&person), id: person },
        }
    };
    let mut people: Vec<TeamRow> = sums.into_iter().map(row).collect();
    people.sort_by(|one, other| one.person.name.cmp(&other.person.name));
    Ok(TeamView { period: period.to_string(), scope: Scope::of(actor), people })
}

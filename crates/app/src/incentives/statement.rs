//! A person's statement for a period: every line with the deal and the rule in words, what is shared with whom, what waits, what is to come.
use super::look::{Look, look, seen, seen_units};
use super::questions::{QuestionView, of_person};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;
use tandem_core::incentives::because::Because;
use tandem_core::incentives::statement::{Balances, StatementLine, statement as of_ledger};
use tandem_core::incentives::{Account, Posting};
use tandem_core::languages::Words;
use tandem_core::money::{Currency, Money};
use tandem_core::subscriptions::Month;

/// What a person has in each account of one currency. Amounts are decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveBalance)]
pub struct BalanceView {
    /// The currency.
    pub currency: String,
    /// What can be paid, from before the period.
    pub opening: String,
    /// What became payable in the period.
    pub payable: String,
    /// What can be paid after the period.
    pub closing: String,
    /// What waits for customers' payments.
    pub awaiting_payment: String,
    /// What waits for how handoffs go.
    pub held: String,
    /// What was paid in advance, below zero.
    pub draw: String,
}

/// Somebody's part of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentivePart)]
pub struct PartView {
    /// Who.
    pub person: Named,
    /// How much, as decimal text.
    pub amount: String,
}

/// What happens in one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveAccount)]
pub struct AccountView {
    /// payable, `awaiting_payment`, held or draw.
    pub account: &'static str,
    /// How much, as decimal text.
    pub amount: String,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveLine)]
pub struct LineView {
    /// The event of the posting.
    pub event: String,
    /// The number of the posting.
    pub number: u32,
    /// What happened, to whom, when; in both languages.
    #[schema(value_type = Object)]
    pub what: Words,
    /// What the posting does, such as `earned` or `reversed`.
    pub kind: &'static str,
    /// When it happened.
    pub date: NaiveDate,
    /// The unit with its customer.
    pub unit: Option<String>,
    /// The customer, where the reader sees it.
    pub customer_id: Option<String>,
    /// The component, cap, guarantee or draw, as people call it.
    pub component: String,
    /// Name and version of the plan.
    pub plan: String,
    /// What the rate is applied to, as decimal text.
    pub base: Option<String>,
    /// The rate, such as `6 %`.
    pub rate: Option<String>,
    /// The currency.
    pub currency: String,
    /// What the person gets of it in all accounts together.
    pub amount: String,
    /// Where it stands.
    pub accounts: Vec<AccountView>,
    /// Who else has a part in it.
    pub others: Vec<PartView>,
    /// Whether it is shared after a handoff.
    pub shared: bool,
    /// Whether it became known when its own period was closed.
    pub late: bool,
    /// The posting that it takes back or moves on.
    pub of: Option<String>,
    /// Why, sentence by sentence, in both languages.
    #[schema(value_type = Vec<Object>)]
    pub because: Vec<Words>,
}

/// Money that cannot be paid yet.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveWaiting)]
pub struct WaitingView {
    /// What it comes from.
    #[schema(value_type = Object)]
    pub what: Words,
    /// `awaiting_payment` or held.
    pub account: &'static str,
    /// How much, as decimal text.
    pub amount: String,
    /// The currency.
    pub currency: String,
    /// When it is decided, where a day is known.
    pub decided: Option<NaiveDate>,
    /// Whether it is paid if nothing changes until then.
    pub goes_well: Option<bool>,
}

/// A line that is to come.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveExpected)]
pub struct ExpectedLine {
    /// certain, planned, `if_renewed` or `if_won`.
    pub condition: &'static str,
    /// The period into which it would be posted.
    pub period: String,
    /// The line as it would be.
    pub line: LineView,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveStatement)]
pub struct StatementView {
    /// Whose.
    pub person: Named,
    /// The period.
    pub period: String,
    /// open or closed.
    pub state: &'static str,
    /// Up to which day everything is posted.
    pub through: Option<NaiveDate>,
    /// What there is in each account, by currency.
    pub balances: Vec<BalanceView>,
    /// The lines.
    pub lines: Vec<LineView>,
    /// What waits, as of now.
    pub waiting: Vec<WaitingView>,
    /// What is to come; only for the open period.
    pub expected: Vec<ExpectedLine>,
    /// Why nothing can be said of what is to come.
    pub trouble: Option<String>,
    /// Questions about lines of the period.
    pub questions: Vec<QuestionView>,
    /// Whether the reader may ask about lines.
    pub may_ask: bool,
    /// Periods with a statement, the latest first.
    pub periods: Vec<String>,
}

/// The statement of a person (absent: the reader's own) for a period (absent: the open one).
pub async fn statement(
    app: &App,
    actor: &Actor,
    person: Option<i64>,
    period: Option<Month>,
) -> Result<StatementView> {
    let missing = Error::NotFound("statement");
    let Some(person) = person.or(actor.seller).map(|person| person.to_string()) else {
        return Err(Error::Conflict(
            "name whose statement is wanted: this user is nobody who sells".to_owned(),
        ));
    };
    if seen(app, actor).await?.is_some_and(|seen| !seen.contains(&person)) {
        return Err(missing);
    }
    let look = look(app).await?;
    let open = look.recorded.open_period();
    let Some(period) = period.or(open) else {
        return Err(Error::Conflict("no plan has been approved yet, so there is no statement".to_owned()));
    };
    if look.names.person(&person) == person {
        return Err(missing);
    }
    let units = seen_units(app, actor).await?;
    let made = of_ledger(&person, period, look.of_person(&person))
        .map_err(|error| Error::Conflict(error.to_string()))?;
    let is_open = open == Some(period);
    let own = actor.seller.is_some_and(|own| own.to_string() == person);
    Ok(StatementView {
        person: Named { id: person.clone(), name: look.names.person(&person) },
        period: period.to_string(),
        state: if look.is_closed(period) { "closed" } else { "open" },
        through: look.recorded.watermark().filter(|_| is_open),
        balances: balances(&made.opening, &made.closing),
        lines: made.lines.iter().map(|line| of_line(&look, &person, line, units.as_ref())).collect(),
        waiting: waiting(&look, &person),
        expected: if is_open { expected(&look, &person, units.as_ref()) } else { Vec::new() },
        trouble: look.trouble.clone().filter(|_| is_open),
        questions: of_person(app, actor, &look, &person, Some(period)).await?,
        may_ask: own && actor.writes && actor.role.may(Permission::AskIncentives),
        periods: look.periods().iter().map(ToString::to_string).collect(),
    })
}

fn text(minor: i64, currency: Currency) -> String {
    Money::new(minor, currency).decimal_text()
}

/// Amounts of one posting are within 64 bits, and so is their sum for a person; what is not is shown as the most there can be.
fn sum_text(minor: i128, currency: Currency) -> String {
    text(i64::try_from(minor).unwrap_or(i64::MAX), currency)
}

fn balances(opening: &[Balances], closing: &[Balances]) -> Vec<BalanceView> {
    let view = |after: &Balances| {
        let before = opening.iter().find(|before| before.currency == after.currency);
        let before = before.map_or(0, |before| before.payable);
        let text = |minor| text(minor, after.currency);
        BalanceView {
            currency: after.currency.to_string(),
            opening: text(before),
            payable: text(after.payable.saturating_sub(before)),
            closing: text(after.payable),
            awaiting_payment: text(after.awaiting),
            held: text(after.held),
            draw: text(after.draw),
        }
    };
    closing.iter().map(view).collect()
}

fn of_line(look: &Look, person: &str, line: &StatementLine, units: Option<&BTreeSet<String>>) -> LineView {
    let part = |(person, minor): &(String, i128)| PartView {
        person: Named { id: person.clone(), name: look.names.person(person) },
        amount: sum_text(*minor, line.posting.currency),
    };
    let others = line.others.iter().map(part).collect();
    view(look, &line.posting, line.own, others, units, person)
}

/// A posting as a line of a person.
fn view(
    look: &Look,
    posting: &Posting,
    own: i128,
    others: Vec<PartView>,
    units: Option<&BTreeSet<String>>,
    person: &str,
) -> LineView {
    let currency = posting.currency;
    let unit = posting.unit.as_deref();
    let seen = |unit: &&str| units.is_none_or(|units| units.contains(*unit));
    let customer = unit.filter(seen).and_then(|unit| look.names.customer(unit));
    let mine = posting
        .entries
        .iter()
        .filter(|entry| entry.account != Account::Cost && entry.person.as_deref() == Some(person));
    LineView {
        event: posting.id.event.to_string(),
        number: posting.id.number,
        what: look.names.event(&posting.id.event),
        kind: posting.kind.text(),
        date: posting.date,
        unit: unit.map(|unit| look.names.unit(unit)),
        customer_id: customer.map(|customer| customer.to_string()),
        component: look.component(posting),
        plan: format!("{} {}", posting.plan.name, posting.plan.version),
        base: posting.base.map(|base| text(base, currency)),
        rate: posting.rate.map(|rate| rate.to_string()),
        currency: currency.to_string(),
        amount: sum_text(own, currency),
        accounts: mine
            .map(|entry| AccountView { account: entry.account.text(), amount: text(entry.minor, currency) })
            .collect(),
        others,
        shared: posting.because.iter().any(|because| matches!(because, Because::Shared { .. })),
        late: posting.because.iter().any(|because| matches!(because, Because::Late { .. })),
        of: posting.of.as_ref().map(ToString::to_string),
        because: look.names.because(&posting.because),
    }
}

fn waiting(look: &Look, person: &str) -> Vec<WaitingView> {
    let own = look.waiting.iter().filter(|one| *one.person == *person);
    own.map(|one| WaitingView {
        what: look.names.event(&one.posting.event),
        account: one.account.text(),
        amount: one.amount.decimal_text(),
        currency: one.amount.currency.to_string(),
        decided: one.decided,
        goes_well: one.goes_well,
    })
    .collect()
}

fn expected(look: &Look, person: &str, units: Option<&BTreeSet<String>>) -> Vec<ExpectedLine> {
    let own = look.ahead.iter().filter(|(posting, _)| posting.of_person(person) != 0);
    own.map(|(posting, condition)| ExpectedLine {
        condition: condition.text(),
        period: posting.period.to_string(),
        line: view(look, posting, posting.of_person(person), Vec::new(), units, person),
    })
    .collect()
}

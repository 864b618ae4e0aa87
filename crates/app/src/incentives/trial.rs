//! What a plan would have paid over the last two years, beside what the plan in force would have: cost, mix, who gets more and who less, and what
//! is shared after handoffs. Nothing is kept.
use super::computed::{Computed, computed};
use super::facts::{Facts, facts};
use super::names::Names;
use super::periods::{NothingPaid, counted};
use super::plans::parsed;
use super::recorded::Recorded;
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{Months, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tandem_core::incentives::in_force::on;
use tandem_core::incentives::trial::{Change, Outcome, compare};
use tandem_core::incentives::{Plan, Span};
use tandem_core::money::{Currency, Money};
use tandem_core::subscriptions::Month;
use tandem_store::sellers;

/// Months that are looked back on.
const MONTHS_BACK: u32 = 24;

/// An amount under the plan in force and under the one that is tried. Decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveChange)]
pub struct ChangeView {
    /// Under the plan in force.
    pub before: String,
    /// Under the one that is tried.
    pub after: String,
    /// The difference.
    pub change: String,
}

/// A person under both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentivePersonChange)]
pub struct PersonChange {
    /// Who.
    pub person: Named,
    /// The role now.
    pub role: Option<String>,
    /// What changes.
    #[serde(flatten)]
    pub amounts: ChangeView,
}

/// A component, month or quarter under both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveNamedChange)]
pub struct NamedChange {
    /// Which.
    pub name: String,
    /// What changes.
    #[serde(flatten)]
    pub amounts: ChangeView,
}

/// What of the budget for shares would have been spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveBudget)]
pub struct BudgetView {
    /// The span, such as `2027 Q1`.
    pub span: String,
    /// What givers would have kept, as decimal text.
    pub spent: String,
    /// The most they may, as decimal text.
    pub budget: String,
}

/// A trial.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveTrial)]
pub struct TrialView {
    /// The first day that is looked back on.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// The currency of all amounts.
    pub currency: String,
    /// The plan in force; absent where there is none to compare with.
    pub against: Option<String>,
    /// How many events were computed.
    pub events: usize,
    /// How many handoffs there were.
    pub handoffs: usize,
    /// What both cost.
    pub cost: ChangeView,
    /// How many get more.
    pub winners: usize,
    /// How many get less.
    pub losers: usize,
    /// How many get the same.
    pub same: usize,
    /// Everybody, the greatest loss first.
    pub people: Vec<PersonChange>,
    /// Components, caps, guarantees and draws.
    pub mix: Vec<NamedChange>,
    /// Months.
    pub months: Vec<NamedChange>,
    /// What givers of units keep, by quarter.
    pub shares: Vec<NamedChange>,
    /// What of the budget for shares is spent.
    pub budget: Vec<BudgetView>,
    /// What pays nothing, and why.
    pub nothing_paid: Vec<NothingPaid>,
}

/// Tries a document out.
pub async fn try_out(app: &App, actor: &Actor, text: &str) -> Result<TrialView> {
    actor.require_to_see(Permission::WritePlans)?;
    let plan = parsed(text)?;
    let to = app.clock.today();
    let from = Month::of(to.checked_sub_months(Months::new(MONTHS_BACK)).unwrap_or(to)).first_day();
    let recorded = Recorded::load(app).await?;
    let before = beside(&recorded.plans, &plan, to);
    if let Some(other) = before.iter().find(|before| before.currency != plan.currency) {
        return Err(Error::Invalid(format!(
            "the plan in force pays in {}: give this one the same currency, so that they can be compared",
            other.currency
        )));
    }
    let facts = facts(app, std::slice::from_ref(&plan)).await?;
    let against: Vec<String> = before.iter().map(|plan| format!("{} {}", plan.name, plan.version)).collect();
    let (after, events, handoffs) = over(&facts, vec![plan.clone()], from, to).await?;
    let old = if before.is_empty() { Computed::default() } else { over(&facts, before, from, to).await?.0 };
    let names = Names::load(app).await?;
    let roles = sellers::as_of(&app.db, to).await?.into_iter();
    let roles: BTreeMap<String, Option<String>> =
        roles.map(|seller| (seller.id.to_string(), seller.role)).collect();
    let view = made(&plan, &outcome(&old)?, &outcome(&after)?, &names, &roles);
    Ok(TrialView {
        from,
        to,
        against: (!against.is_empty()).then(|| against.join(" + ")),
        events,
        handoffs,
        nothing_paid: counted(after.notes.iter(), &names),
        ..view
    })
}

/// What is in force of the people whom a plan is about: its own version before, and of other plans the part that is for the same people.
fn beside(plans: &[Plan], plan: &Plan, day: NaiveDate) -> Vec<Plan> {
    let same = |other: &&Plan| other.name == plan.name || other.audience.meets(&plan.audience);
    let part = |other: &Plan| {
        let own = other.name == plan.name;
        let audience = if own { other.audience.clone() } else { other.audience.narrowed(&plan.audience) };
        Plan { audience, ..other.clone() }
    };
    on(plans, day).into_iter().filter(same).map(part).collect()
}

/// What plans would have paid, had they been in force all the time.
async fn over(
    facts: &Facts,
    plans: Vec<Plan>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(Computed, usize, usize)> {
    let always = |plan| Plan { effective: from, until: None, ..plan };
    let nothing = Recorded { plans: plans.into_iter().map(always).collect(), ..Recorded::default() };
    let added = nothing.added(facts, to);
    let events = added.events.len();
    let recorded = nothing.with(&added);
    let handoffs = recorded.handoffs().iter().filter(|handoff| handoff.transferred >= from).count();
    Ok((computed(Arc::new(recorded), to, to).await?, events, handoffs))
}

fn outcome(computed: &Computed) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    for posting in &computed.postings {
        outcome.add(posting).map_err(|error| Error::Conflict(error.to_string()))?;
    }
    Ok(outcome)
}

fn made(
    plan: &Plan,
    before: &Outcome,
    after: &Outcome,
    names: &Names,
    roles: &BTreeMap<String, Option<String>>,
) -> TrialView {
    let currency = plan.currency;
    let comparison = compare(before, after);
    let amounts = |change: &Change| ChangeView {
        before: change.before.clone(),
        after: change.after.clone(),
        change: change.change.clone(),
    };
    let person = |change: &Change| PersonChange {
        person: Named { id: change.name.clone(), name: names.person(&change.name) },
        role: roles.get(&change.name).cloned().flatten(),
        amounts: amounts(change),
    };
    let component = |change: &Change| {
        let known = plan.components.iter().find(|component| component.id == change.name);
        NamedChange {
            name: known.map_or_else(|| change.name.clone(), |component| component.name.clone()),
            amounts: amounts(change),
        }
    };
    let months = |outcome: &Outcome| outcome.months().map(|(_, month, minor)| (month, minor)).collect();
    let shares = |outcome: &Outcome| {
        outcome.shares(Span::Quarter).into_iter().map(|((_, first), minor)| (first, minor)).collect()
    };
    TrialView {
        from: plan.effective,
        to: plan.effective,
        currency: currency.to_string(),
        against: None,
        events: 0,
        handoffs: 0,
        cost: comparison.cost.first().map_or_else(|| change(currency, 0, 0), amounts),
        winners: comparison.winners,
        losers: comparison.losers,
        same: comparison.same,
        people: comparison.people.iter().map(person).collect(),
        mix: comparison.mix.iter().map(component).collect(),
        months: paired(currency, months(before), months(after), |month| month.to_string()),
        shares: paired(currency, shares(before), shares(after), |first| Span::Quarter.name(first)),
        budget: budget(plan, after),
        nothing_paid: Vec::new(),
    }
}

fn change(currency: Currency, before: i64, after: i64) -> ChangeView {
    let text = |minor| Money::new(minor, currency).decimal_text();
    ChangeView { before: text(before), after: text(after), change: text(after.saturating_sub(before)) }
}

fn paired(
    currency: Currency,
    before: BTreeMap<Month, i64>,
    after: BTreeMap<Month, i64>,
    name: impl Fn(Month) -> String,
) -> Vec<NamedChange> {
    let all: BTreeSet<Month> = before.keys().chain(after.keys()).copied().collect();
    let of = |sums: &BTreeMap<Month, i64>, month| sums.get(&month).copied().unwrap_or(0);
    all.into_iter()
        .map(|month| NamedChange {
            name: name(month),
            amounts: change(currency, of(&before, month), of(&after, month)),
        })
        .collect()
}

fn budget(plan: &Plan, outcome: &Outcome) -> Vec<BudgetView> {
    let Some(budget) = plan.transition.as_ref().and_then(|transition| transition.budget) else {
        return Vec::new();
    };
    let text = |minor| Money::new(minor, plan.currency).decimal_text();
    let spans = outcome.shares(budget.per).into_iter();
    spans
        .map(|((_, first), minor)| BudgetView {
            span: budget.per.name(first),
            spent: text(minor),
            budget: text(budget.amount),
        })
        .collect()
}

//! Gray cases: units about which the rules ask, for the manager to answer.
use super::looked::{Looked, beside};
use super::{exceptions, versions};
use crate::sessions::Named;
use crate::{Actor, App, Permission, Result};
use serde::Serialize;
use std::sync::Arc;
use tandem_core::money::Currency;
use tandem_core::rules::effects::wanted;
use tandem_core::rules::{Answer, FactId, Value, decide};

/// A unit about which the rules ask.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct GrayCase {
    /// The unit.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Who has it.
    pub owner: Option<Named>,
    /// The rule that asks or cannot be decided.
    pub rule: String,
    /// Why the company asks.
    pub because: Option<String>,
    /// The role that would receive.
    pub to: Option<String>,
    /// Facts for want of which it cannot be decided; nothing where the rule asks of itself.
    pub missing: Vec<&'static str>,
    /// Holds that cannot be decided.
    pub open_holds: Vec<String>,
    /// Whole units of the company's currency a year.
    pub arr: f64,
}

/// All of them.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct GrayCases {
    /// Whether rules are in force at all.
    pub in_force: bool,
    /// The currency of ARR.
    #[schema(value_type = String)]
    pub currency: Currency,
    /// How many there are.
    pub total: u64,
    /// The largest first, at most 500.
    pub items: Vec<GrayCase>,
}

const CASES_MAX: usize = 500;

/// The gray cases of what the actor sees.
pub async fn gray_cases(app: &App, actor: &Actor) -> Result<Arc<GrayCases>> {
    actor.require_to_see(Permission::TryRules)?;
    app.remembered(actor, "gray cases".to_owned(), make(app, actor)).await
}

/// A case that has no name yet: the unit's place in the book, and the rest.
struct Found {
    unit: usize,
    rule: String,
    because: Option<String>,
    to: Option<String>,
    missing: Vec<&'static str>,
    open_holds: Vec<String>,
    arr: f64,
}

async fn make(app: &App, actor: &Actor) -> Result<GrayCases> {
    let today = app.clock.today();
    let currency = crate::settings::load(app).await?.company.currency;
    let Some(document) = versions::in_force(app, today).await? else {
        return Ok(GrayCases { in_force: false, currency, total: 0, items: Vec::new() });
    };
    let looked = Looked::read(app, actor, &[&document], false).await?;
    let (looked, mut found) = beside(move || {
        let mut found = Vec::new();
        looked.book.facts_on(today, wanted(&document), |unit, facts| {
            let decision = decide(&document, facts);
            let answer = looked.look().answer(unit, today, decision.answer);
            if let (Some((Answer::Ask, _)), Some(rule)) = (answer, decision.rule) {
                let arr = match facts.get(const { FactId::known("arr") }) {
                    Some(Value::Number(arr)) => *arr,
                    _ => 0.0,
                };
                found.push(Found {
                    unit,
                    rule: rule.id.clone(),
                    because: rule.because.clone(),
                    to: rule.to.clone(),
                    missing: decision.missing.names(),
                    open_holds: decision.open.iter().map(|hold| hold.id.clone()).collect(),
                    arr,
                });
            }
        });
        (looked, found)
    })
    .await?;
    let total = found.len() as u64;
    found.sort_by(|a, b| b.arr.total_cmp(&a.arr).then(a.unit.cmp(&b.unit)));
    found.truncate(CASES_MAX);
    Ok(GrayCases { in_force: true, currency, total, items: named(app, &looked, found).await? })
}

async fn named(app: &App, looked: &Looked, found: Vec<Found>) -> Result<Vec<GrayCase>> {
    let today = app.clock.today();
    let units: Vec<i64> = found.iter().map(|case| looked.book.units[case.unit].id).collect();
    let names = exceptions::names(app, &units).await?;
    let case = |(found, unit): (Found, &i64)| {
        let (unit, customer) = names.get(unit)?.clone();
        let owner = looked.book.owner_on(found.unit, today).map(|owner| looked.seller(owner.seller));
        Some(GrayCase {
            unit,
            customer,
            owner,
            rule: found.rule,
            because: found.because,
            to: found.to,
            missing: found.missing,
            open_holds: found.open_holds,
            arr: found.arr,
        })
    };
    Ok(found.into_iter().zip(&units).filter_map(case).collect())
}

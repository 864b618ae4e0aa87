//! Whether a plan can stand beside those that were approved: what is posted stays as it is, and nobody is paid by two plans on one day.
use super::beside::People;
use super::earliest;
use crate::incentives::recorded::Recorded;
use crate::{App, Error, Result};
use tandem_core::incentives::Plan;
use tandem_core::incentives::in_force::overlap;
use tandem_store::incentives::PlanRow;

/// Whether a plan can be approved.
pub async fn fits(app: &App, recorded: &Recorded, plan: Plan) -> Result<()> {
    let people = People::load(app).await?;
    if let Some(reason) = people.strangers(&plan) {
        return Err(Error::Conflict(reason));
    }
    if let Some(other) = recorded.plans.iter().find(|other| other.currency != plan.currency) {
        return Err(Error::Conflict(format!(
            "the company's plans pay in {}: let this one pay in it, too, so that what a unit brings can be shared between people of different plans",
            other.currency
        )));
    }
    let same = |other: &Plan| other.name == plan.name && other.effective == plan.effective;
    if recorded.plans.iter().any(same) {
        return Err(Error::Conflict(format!(
            "a version of `{}` counts from {} on already: give this one another day",
            plan.name, plan.effective
        )));
    }
    if let Some(earliest) = earliest(recorded).filter(|day| plan.effective < *day) {
        return Err(Error::Conflict(format!(
            "incentives are posted up to the day before {earliest}, and what is posted is never changed: let `effective` be {earliest} or later"
        )));
    }
    let held = plan.transition.as_ref().and_then(|transition| transition.held);
    if held.is_some_and(|held| held.retained_days.is_none()) {
        return Err(Error::Conflict(
            "`held` needs `retained_days`: the day on which it is decided must be known from the beginning"
                .to_owned(),
        ));
    }
    let mut plans = recorded.plans.clone();
    plans.push(plan);
    apart(&plans, &people)
}

/// Whether nobody is paid twice without a version that has not come into force: the one before it would go on.
pub async fn stays_apart(app: &App, recorded: &Recorded, row: &PlanRow) -> Result<()> {
    let gone = |plan: &Plan| plan.name == row.name && plan.effective == row.effective;
    let rest: Vec<Plan> = recorded.plans.iter().filter(|plan| !gone(plan)).cloned().collect();
    apart(&rest, &People::load(app).await?)
}

fn apart(plans: &[Plan], people: &People) -> Result<()> {
    let Some(twice) = overlap(plans) else { return Ok(()) };
    let (first, last) = twice.days;
    let days = last.map_or_else(|| format!("from {first} on"), |last| format!("from {first} to {last}"));
    Err(Error::Conflict(format!(
        "`{}`, version {}, and `{}`, version {}, would both pay {} {days}: leave them out of one of the two by `for`, or let one end before the other begins",
        twice.one.name,
        twice.one.version,
        twice.other.name,
        twice.other.version,
        people.in_both(twice.one, twice.other, first)
    )))
}

//! Trying out: a few seeds at once, so that somebody who moves a slider sees effort and outcome move. Keeps nothing.
use super::{record, studies};
use crate::{Actor, App, Error, Permission, Result};
use std::collections::BTreeMap;
use tandem_engines::simulate::study::{Compared, Kind, Planned, Question};

/// Scenarios to try.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The first is what the others are held against.
    pub plans: Vec<TrialPlan>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct TrialPlan {
    /// What to call it.
    pub name: String,
    /// As it is written.
    pub document: String,
    /// Whether it starts from the book.
    pub from_book: bool,
}

/// Seeds of a trial.
const SEEDS: usize = 12;
const PLANS_MAX: usize = 3;
/// Accounts times weeks times seeds times plans that nobody should wait for: some ten seconds.
const WORK_MAX: usize = 500_000_000;

/// Plays scenarios on a few seeds.
pub async fn preview(app: &App, actor: &Actor, trial: Trial) -> Result<Compared> {
    actor.require(Permission::SeeDesigns)?;
    if trial.plans.is_empty() || trial.plans.len() > PLANS_MAX {
        return Err(Error::Invalid("give from 1 to 3 scenarios to try".to_owned()));
    }
    let mut work = 0_usize;
    for plan in &trial.plans {
        let scenario = super::parsed(&plan.document)?;
        let accounts = scenario.accounts.iter().sum::<usize>().max(500);
        work = work.saturating_add(accounts * scenario.weeks.unsigned_abs() as usize * SEEDS);
    }
    if work > WORK_MAX {
        return Err(Error::Invalid(
            "this company is too large to be tried while you wait: keep the scenario and start a comparison"
                .to_owned(),
        ));
    }
    let from_book = trial.plans.iter().any(|plan| plan.from_book);
    let question = Question {
        kind: Kind::Comparison,
        book: if from_book { Some(record::today(app).await?.book.clone()) } else { None },
        plans: trial.plans.into_iter().map(planned).collect(),
        seeds: SEEDS,
        first_seed: 1,
        driver_seeds: 0,
        seats_max: 2,
        intervals: BTreeMap::new(),
    };
    studies::played(question).await
}

fn planned(plan: TrialPlan) -> Planned {
    Planned { name: plan.name, document: plan.document, from_book: plan.from_book }
}

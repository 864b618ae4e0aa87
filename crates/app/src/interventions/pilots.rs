//! A pilot before anyone is trained: how many people and months it takes, by the company's own variance, and who begins, by lot.
use super::draft::{keep, last_day};
use super::effects::{Sentence, unit_text};
use super::{led, panel};
use crate::{Actor, App, Error, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;
use tandem_core::interventions::{Aim, Assigned, Compared, Intervention, Kind, Outcome, Panel, State, Who};
use tandem_engines::effects::pilot::lots::{self, Rollout};
use tandem_engines::effects::pilot::{self, Length};
use tandem_engines::simulate::Watch;

/// What a pilot shall see.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is counted.
    pub outcome: Outcome,
    /// The change that shall be seen, per person and month.
    pub expected: f64,
    /// Who could take part; everybody whom the actor leads where absent.
    pub people: Option<Vec<i64>>,
}

/// What pilots of several lengths can see.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PilotPlan {
    /// What is counted.
    pub outcome: String,
    /// share, hours, count or money.
    pub unit: String,
    /// The change that shall be seen.
    pub expected: f64,
    /// People whose months are known.
    pub people: usize,
    /// Months that are known.
    pub months: usize,
    /// By length, shortest first.
    pub lengths: Vec<Length>,
    /// The shortest that sees it four times out of five with the people there are.
    pub shortest: Option<usize>,
    /// What that means.
    pub because: Vec<Sentence>,
}

/// Pilots that are tried out for each length.
const PILOTS: usize = 100;
/// The same question gets the same answer.
const SEED: u64 = 1;
const BASELINE_MONTHS: usize = 12;
const PEOPLE_MIN: usize = 2;

/// Plans a pilot from what is known of the past. Keeps nothing.
pub async fn plan(app: &App, actor: &Actor, of: Question) -> Result<PilotPlan> {
    actor.require_to_see(Permission::SeeInterventions)?;
    if of.expected == 0.0 || of.expected * of.outcome.sign() < 0.0 || !of.expected.is_finite() {
        let wanted = if of.outcome.sign() > 0.0 { "more" } else { "less" };
        return Err(Error::Invalid(format!(
            "{wanted} of `{}` is wanted: give a change in that direction",
            of.outcome
        )));
    }
    let panel = Box::pin(panel_of(app, actor, of.people.as_deref())).await?;
    let question = pilot::Question {
        outcome: of.outcome,
        expected: of.expected,
        baseline_months: BASELINE_MONTHS,
        panels: PILOTS,
    };
    let work = tokio::task::spawn_blocking(move || {
        let cancel = AtomicBool::new(false);
        let watch = Watch { threads: 1, progress: &|_| (), cancel: &cancel };
        pilot::pilot(&panel, &question, SEED, &watch)
    });
    let found = work.await.map_err(|error| Error::Conflict(format!("the pilot was not planned: {error}")))?;
    let found = found.map_err(|stopped| Error::Conflict(stopped.to_string()))?;
    Ok(PilotPlan {
        outcome: found.outcome.text().to_owned(),
        unit: unit_text(found.outcome).to_owned(),
        expected: found.expected,
        people: found.people,
        months: found.months,
        lengths: found.lengths,
        shortest: found.shortest,
        because: found.because.iter().map(Sentence::from).collect(),
    })
}

/// The months of those who are there today and may be asked.
async fn panel_of(app: &App, actor: &Actor, people: Option<&[i64]>) -> Result<Panel> {
    let made = panel::panel(app).await?;
    let there = there(app, actor).await?;
    if let Some(strange) = people.and_then(|people| people.iter().find(|person| !there.contains(person))) {
        return Err(Error::Invalid(format!(
            "nobody whom you lead has the id {strange}: choose from the list"
        )));
    }
    let wanted: BTreeSet<i64> = people.map_or(there, |people| people.iter().copied().collect());
    let mut panel = made.0.clone();
    panel.people.retain(|one| one.person.parse().is_ok_and(|id: i64| wanted.contains(&id)));
    Ok(panel)
}

/// Everybody who sells today and whom the actor leads.
pub(super) async fn there(app: &App, actor: &Actor) -> Result<BTreeSet<i64>> {
    let (led, today) = (led(app, actor).await?, app.clock.today());
    let people = crate::handoffs::people::all(app).await?;
    let sells = |row: &&tandem_store::sellers::SellerRow| {
        row.kind == "person"
            && row.role.as_deref().is_some_and(|role| role != "manager")
            && row.start_date.is_none_or(|day| day <= today)
            && row.end_date.is_none_or(|day| today < day)
            && led.as_ref().is_none_or(|led| led.contains(&row.id))
    };
    Ok(people.values().filter(sells).map(|row| row.id).collect())
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Lots {
    /// What it is called.
    pub name: String,
    /// What is done.
    pub kind: Kind,
    /// The measure of the diagnosis that it is aimed at.
    pub aim: Aim,
    /// What is counted.
    pub outcome: Option<Outcome>,
    /// The expected change.
    pub expected: f64,
    /// The first day.
    pub start: NaiveDate,
    /// Whole months from the last beginning on.
    pub months: u32,
    /// Whole months that do not count yet.
    pub settle_months: u32,
    /// Months before that are compared with.
    pub baseline_months: u32,
    /// Why it is done.
    pub because: Option<String>,
    /// Who could take part; everybody whom the actor leads where absent.
    pub people: Option<Vec<i64>>,
    /// Everybody begins, in so many steps; half begin and half are compared where absent.
    pub steps: Option<usize>,
    /// Months between steps.
    pub months_apart: u32,
    /// The seed, so that the lots can be drawn again; one is made of the clock where absent.
    pub seed: Option<u64>,
}

const STEPS: std::ops::RangeInclusive<usize> = 2..=12;
const MONTHS: std::ops::RangeInclusive<u32> = 1..=48;
const SEED_MAX: u64 = 999_999;

/// Draws who begins and who is compared within teams, before anybody is trained, and keeps the plan; returns its id.
pub async fn draw(app: &App, actor: &Actor, of: Lots) -> Result<i64> {
    actor.require(Permission::Intervene)?;
    let today = app.clock.today();
    if of.start < today {
        return Err(Error::Invalid(format!("{} is over: lots are drawn before anybody begins", of.start)));
    }
    if of.steps.is_some_and(|steps| !STEPS.contains(&steps)) || !MONTHS.contains(&of.months) {
        return Err(Error::Invalid("give from 2 to 12 steps, and from 1 to 48 months".to_owned()));
    }
    let people = people(app, actor, of.people.as_deref()).await?;
    if people.len() < 2 * PEOPLE_MIN {
        return Err(Error::Invalid(format!(
            "{} people cannot be drawn: at least four are needed",
            people.len()
        )));
    }
    let seed = of.seed.unwrap_or_else(|| app.clock.now_us().unsigned_abs() % SEED_MAX + 1);
    let kept = i64::try_from(seed).map_err(|_| Error::Invalid("give a smaller seed".to_owned()))?;
    let apart = i32::try_from(of.months_apart.clamp(1, 12)).unwrap_or(1);
    let rollout = of.steps.map_or(Rollout::Half, |steps| Rollout::Steps { steps, months_apart: apart });
    let lots = lots::draw(&people, rollout, of.start, seed);
    let waits = of.steps.map_or(0, |steps| apart * (i32::try_from(steps).unwrap_or(1) - 1));
    let months = i32::try_from(of.months + of.settle_months).unwrap_or(i32::MAX) + waits;
    let own = |mut member: tandem_core::interventions::Member| {
        member.from = member.from.filter(|day| *day != of.start);
        member
    };
    let draft = Intervention {
        name: of.name.trim().to_owned(),
        kind: of.kind,
        aim: of.aim,
        outcome: of.outcome.unwrap_or_else(|| of.aim.usual_outcome()),
        start: of.start,
        end: last_day(of.start, months),
        settle_months: of.settle_months,
        baseline_months: of.baseline_months,
        assigned: Assigned::Drawn,
        people: Who::These(lots.people.into_iter().map(own).collect()),
        compared: if lots.compared.is_empty() {
            Compared::EverybodyElse
        } else {
            Compared::These(lots.compared)
        },
        expected: of.expected,
        because: of.because.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        state: State::Draft,
        baseline: None,
        verdict: None,
    };
    // Those who never begin in steps are compared until they do: nobody else is asked.
    let draft = if of.steps.is_some() { Intervention { compared: Compared::Nobody, ..draft } } else { draft };
    keep(app, actor, draft, Some(kept)).await
}

/// People with their teams, as strata.
async fn people(app: &App, actor: &Actor, wanted: Option<&[i64]>) -> Result<Vec<(String, Option<String>)>> {
    let there = there(app, actor).await?;
    if let Some(strange) = wanted.and_then(|people| people.iter().find(|person| !there.contains(person))) {
        return Err(Error::Invalid(format!(
            "nobody whom you lead has the id {strange}: choose from the list"
        )));
    }
    let all = crate::handoffs::people::all(app).await?;
    let teams: BTreeMap<i64, Option<String>> = all.into_iter().map(|(id, row)| (id, row.team)).collect();
    let chosen: BTreeSet<i64> = wanted.map_or(there, |people| people.iter().copied().collect());
    Ok(chosen.into_iter().map(|id| (id.to_string(), teams.get(&id).cloned().flatten())).collect())
}

//! The decision: a plan out of an answer, from a day on, for a reason, with what is then expected. What comes is held against that.
use super::studies::text;
use super::{parsed, studies};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::{Map, json};
use std::collections::BTreeMap;
use tandem_engines::simulate::study::{self, Answer, Kind, PlanAnswer, Planned, Question};
use tandem_engines::simulate::{Opening, Scenario};
use tandem_store::designs::{self as store, PlanRow};

/// A plan that was decided for.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = SalesPlan)]
pub struct PlanView {
    /// The id.
    pub id: String,
    /// The study whose answer holds it.
    pub study: String,
    /// What the decision called it.
    pub name: String,
    /// The day from which it counts.
    pub from: NaiveDate,
    /// Why.
    pub because: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it is the one that counts: the last that stands.
    pub counts: bool,
    /// Who took it back.
    pub withdrawn_by: Option<String>,
    /// What is expected of it, counted from its first week.
    pub expected: PlanAnswer,
    /// Last weeks of the periods of what is expected, counted from 1.
    pub weeks: Vec<usize>,
}

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// The study with the answer.
    pub study: i64,
    /// The place of the plan in it, from 0.
    pub place: usize,
    /// What to call it.
    pub name: String,
    /// The day from which it counts.
    pub from: NaiveDate,
    /// Why.
    pub because: String,
}

/// The plan that counts, as it can be played again.
#[derive(Clone, Debug)]
pub struct PlanInForce {
    /// The day from which it counts: the scenario's first week.
    pub from: NaiveDate,
    /// The scenario.
    pub scenario: Scenario,
    /// The book that it starts from; absent where it starts from averages.
    pub book: Option<Opening>,
}

const NAME_MAX: usize = 200;
const BECAUSE_MAX: usize = 2_000;
const PLANS_SHOWN: i64 = 20;
/// Seeds of what is expected of a plan that a search judged without keeping its lives, far from those that chose it.
const SEEDS: usize = 24;
const FIRST_SEED: u64 = 1_000_001;

/// Plans, the latest first.
pub(super) async fn list(app: &App) -> Result<Vec<PlanView>> {
    let rows = store::plans(&app.db, PLANS_SHOWN).await?;
    let counts = rows.iter().find(|row| row.withdrawn_us.is_none()).map(|row| row.id);
    rows.into_iter().map(|row| shown(row, counts)).collect()
}

fn shown(row: PlanRow, counts: Option<i64>) -> Result<PlanView> {
    let expected: PlanAnswer = serde_json::from_str(&row.expected)
        .map_err(|error| Error::Conflict(format!("a plan cannot be read: {error}")))?;
    let periods = expected.fans.iter().map(|fan| fan.bands.len()).max().unwrap_or(0);
    Ok(PlanView {
        id: row.id.to_string(),
        study: row.study_id.to_string(),
        name: row.name,
        from: row.from_date,
        because: row.because,
        by: row.by_name,
        at: DateTime::from_timestamp_micros(row.at_us).unwrap_or_default(),
        counts: counts == Some(row.id),
        withdrawn_by: row.withdrawn_by,
        weeks: (1..=periods).map(|at| at * study::PERIOD).collect(),
        expected,
    })
}

/// The plan that counts; absent where none was decided for, or all were taken back.
pub async fn in_force(app: &App) -> Result<Option<PlanInForce>> {
    let Some(row) = store::plan_in_force(&app.db).await? else { return Ok(None) };
    let scenario = parsed(&row.document)?;
    let book = if row.from_book { studies::question_of(app, row.study_id).await?.book } else { None };
    let scenario = book.as_ref().map_or_else(|| scenario.clone(), |book| book.fitted(&scenario));
    Ok(Some(PlanInForce { from: row.from_date, scenario, book }))
}

/// Takes a plan of an answer as the company's; returns its id. It takes the place of the one before.
pub async fn take(app: &App, actor: &Actor, new: NewPlan) -> Result<i64> {
    actor.require(Permission::Configure)?;
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Error::Invalid(format!("a plan needs a name of at most {NAME_MAX} characters")));
    }
    if new.because.chars().count() > BECAUSE_MAX {
        return Err(Error::Invalid(format!("a reason has at most {BECAUSE_MAX} characters: shorten it")));
    }
    let question = studies::question_of(app, new.study).await?;
    let answer = studies::answer_of(app, new.study)
        .await?
        .ok_or_else(|| Error::Conflict("this study has no answer: decide once it is done".to_owned()))?;
    let (planned, expected) = chosen(question, answer, new.place, &name).await?;
    let row = PlanRow {
        id: 0,
        study_id: new.study,
        place: i64::try_from(new.place).unwrap_or(i64::MAX),
        name,
        document: planned.document,
        from_book: planned.from_book,
        from_date: new.from,
        because: new.because.trim().to_owned(),
        expected: text(&expected)?,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
        withdrawn_by: None,
        withdrawn_us: None,
    };
    let said = json!({"name": row.name, "study": row.study_id, "from": row.from_date, "because": row.because, "document": row.document});
    let event = Event::new(app, actor, "plan.taken", "sales_plan", said);
    let taken = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::take_plan(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(taken.await?)
}

/// The plan at a place of an answer, with what is expected of it: the lives that the comparison kept, or new ones.
async fn chosen(
    question: Question,
    answer: Answer,
    place: usize,
    name: &str,
) -> Result<(Planned, PlanAnswer)> {
    let none = || {
        Error::Invalid("there is no such plan in this answer: choose one of those that it shows".to_owned())
    };
    match answer {
        Answer::Comparison(compared) => {
            let planned = question.plans.into_iter().nth(place).ok_or_else(none)?;
            let expected = compared.plans.into_iter().nth(place).ok_or_else(none)?;
            Ok((planned, expected))
        }
        Answer::Search(searched) => {
            let plan = searched.found.plans.get(place).ok_or_else(none)?.plan;
            let scenario = question.scenario(0, Some(plan), &Map::new());
            let scenario = scenario.map_err(|unplayable| Error::Invalid(unplayable.to_string()))?;
            let from_book = question.plans.first().is_some_and(|planned| planned.from_book);
            let planned = Planned { name: name.to_owned(), document: text(&scenario.changed())?, from_book };
            let asked = Question {
                kind: Kind::Comparison,
                plans: vec![planned.clone()],
                seeds: SEEDS.min(question.seeds),
                first_seed: FIRST_SEED,
                driver_seeds: 0,
                intervals: BTreeMap::new(),
                ..question
            };
            let compared = studies::played(asked).await?;
            let expected = compared.plans.into_iter().next().ok_or_else(none)?;
            Ok((planned, expected))
        }
    }
}

/// Takes a plan back: the one before it counts again.
pub async fn withdraw(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::Configure)?;
    let (by, now) = (actor.name.clone(), app.clock.now_us());
    let event = Event::new(app, actor, "plan.withdrawn", "sales_plan", json!({}));
    let withdrawn = app.db.write(move |tx| {
        Box::pin(async move {
            let withdrawn = store::withdraw_plan(tx, id, &by, now).await?;
            if withdrawn {
                event.append(tx, id).await?;
            }
            Ok(withdrawn)
        })
    });
    withdrawn.await?.then_some(()).ok_or(Error::NotFound("plan that stands"))
}

//! Studies: started with the question as it is asked now, watched, cancelled.
use super::{calibration, record};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tandem_engines::simulate::study::{self, Answer, Compared, Kind, Next, Planned, Question};
use tandem_store::designs::{self as store, ScenarioRow, StudyRow};

/// A study in short.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct StudyShort {
    /// The id.
    pub id: String,
    /// comparison or search.
    pub kind: String,
    /// What it is about, in the names of its scenarios.
    pub title: String,
    /// running, done, failed or cancelled.
    pub state: String,
    /// Runs that are done.
    pub runs_done: i64,
    /// About how many it takes.
    pub runs_total: i64,
    /// Who asked.
    pub by: String,
    /// When.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Why there is no answer.
    pub error: Option<String>,
}

/// A study with its answer.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Study)]
pub struct StudyView {
    /// In short.
    #[serde(flatten)]
    pub short: StudyShort,
    /// The answer, once it is done.
    pub answer: Option<Answer>,
    /// The currency of all amounts.
    pub currency: String,
    /// Scenarios of the question, by the name that they had, that were changed, renamed or deleted since: the answer is not about what they say now.
    pub changed_since: Vec<String>,
    /// Whether the reader may cancel it.
    pub may_change: bool,
    /// Whether the reader may take one of its plans as the company's.
    pub may_decide: bool,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct NewStudy {
    /// Of what kind.
    pub kind: Kind,
    /// The scenarios, the one that others are held against first; one for a search.
    pub scenarios: Vec<i64>,
    /// Seeds; absent: the usual number.
    pub seeds: Option<usize>,
    /// Seats at most, for a search.
    pub seats_max: Option<usize>,
    /// Whether to ask what the answer hangs on.
    pub drivers: bool,
}

const SEEDS_USUAL: usize = 48;
const SEEDS_MAX: usize = 1_000;
const PLANS_MAX: usize = 6;
const SEATS_MAX: usize = 40;
/// Seeds for either end of a driver at most.
const DRIVER_SEEDS: usize = 16;
const STUDIES_SHOWN: i64 = 50;

pub(super) async fn shorts(app: &App) -> Result<Vec<StudyShort>> {
    Ok(store::studies(&app.db, STUDIES_SHOWN).await?.iter().map(short).collect())
}

fn short(row: &StudyRow) -> StudyShort {
    let at = |us: i64| DateTime::from_timestamp_micros(us).unwrap_or_default();
    StudyShort {
        id: row.id.to_string(),
        kind: row.kind.clone(),
        title: row.title.clone(),
        state: row.state.clone(),
        runs_done: row.runs_done,
        // The estimate may be short by some; nothing is done twice over.
        runs_total: row.runs_total.max(row.runs_done),
        by: row.by_name.clone(),
        started_at: at(row.started_us),
        ended_at: row.ended_us.map(at),
        error: row.error.clone(),
    }
}

/// What a study asked.
pub(super) async fn question_of(app: &App, id: i64) -> Result<Question> {
    let stored = store::question(&app.db, id).await?.ok_or(Error::NotFound("study"))?;
    serde_json::from_str(&stored).map_err(|error| Error::Conflict(format!("a study cannot be read: {error}")))
}

/// What came of it, once it is done.
pub(super) async fn answer_of(app: &App, id: i64) -> Result<Option<Answer>> {
    read_answer(&store::study(&app.db, id).await?.ok_or(Error::NotFound("study"))?)
}

fn read_answer(row: &StudyRow) -> Result<Option<Answer>> {
    let answer = row.answer.as_deref().map(serde_json::from_str).transpose();
    answer.map_err(|error| Error::Conflict(format!("the answer cannot be read: {error}")))
}

/// Plays a comparison at once.
pub(super) async fn played(question: Question) -> Result<Compared> {
    let played = tokio::task::spawn_blocking(move || study::answer(&question)).await;
    let answer = played.map_err(|error| Error::Conflict(format!("nothing was played: {error}")))?;
    match answer.map_err(|unplayable| Error::Invalid(unplayable.to_string()))? {
        Answer::Comparison(compared) => Ok(compared),
        Answer::Search(_) => Err(Error::Conflict("nothing was played".to_owned())),
    }
}

/// A study with its answer.
pub async fn show(app: &App, actor: &Actor, id: i64) -> Result<StudyView> {
    actor.require_to_see(Permission::SeeDesigns)?;
    let row = store::study(&app.db, id).await?.ok_or(Error::NotFound("study"))?;
    Ok(StudyView {
        short: short(&row),
        answer: read_answer(&row)?,
        changed_since: if row.state == "done" { changed_since(app, id).await? } else { Vec::new() },
        currency: crate::settings::load(app).await?.company.currency.to_string(),
        may_change: actor.writes && actor.role.may(Permission::Design),
        may_decide: actor.writes && actor.role.may(Permission::Configure),
    })
}

/// What of a question names scenarios; the book is passed over.
#[derive(Deserialize)]
struct Asked {
    plans: Vec<Planned>,
}

async fn changed_since(app: &App, id: i64) -> Result<Vec<String>> {
    let stored = store::question(&app.db, id).await?.ok_or(Error::NotFound("study"))?;
    let asked: Asked = serde_json::from_str(&stored)
        .map_err(|error| Error::Conflict(format!("a study cannot be read: {error}")))?;
    let now = store::scenarios(&app.db).await?;
    let same = |plan: &Planned| {
        now.iter().any(|row| {
            row.name == plan.name && row.document == plan.document && row.from_book == plan.from_book
        })
    };
    Ok(asked.plans.into_iter().filter(|plan| !same(plan)).map(|plan| plan.name).collect())
}

/// Starts a study: nodes take it from here. Returns its id.
pub async fn start(app: &App, actor: &Actor, new: NewStudy) -> Result<i64> {
    actor.require(Permission::Design)?;
    refuse_what_cannot_be(&new)?;
    let mut rows = Vec::new();
    for id in &new.scenarios {
        rows.push(store::scenario(&app.db, *id).await?.ok_or(Error::NotFound("scenario"))?);
    }
    let question = question(app, &new, &rows).await?;
    let title = rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>().join(" · ");
    begin(app, actor, question, title).await
}

fn refuse_what_cannot_be(new: &NewStudy) -> Result<()> {
    let refuse = |reason: &str| Err(Error::Invalid(reason.to_owned()));
    let mut seen = std::collections::BTreeSet::new();
    match (new.kind, new.scenarios.len()) {
        (_, 0) => return refuse("a study needs a scenario: choose one"),
        (Kind::Search, count) if count > 1 => return refuse("a search starts from one scenario: choose one"),
        (Kind::Comparison, count) if count > PLANS_MAX => {
            return refuse("a comparison holds at most 6 scenarios: choose fewer");
        }
        _ if !new.scenarios.iter().all(|id| seen.insert(*id)) => {
            return refuse("a scenario is chosen twice: choose each once");
        }
        _ => {}
    }
    let least = if new.kind == Kind::Search { 8 } else { 1 };
    if new.seeds.is_some_and(|seeds| !(least..=SEEDS_MAX).contains(&seeds)) {
        return Err(Error::Invalid(format!("give from {least} to {SEEDS_MAX} seeds")));
    }
    if new.seats_max.is_some_and(|seats| !(2..=SEATS_MAX).contains(&seats)) {
        return Err(Error::Invalid(format!("give from 2 to {SEATS_MAX} seats")));
    }
    Ok(())
}

/// The question as it is asked now: scenarios as they are written, the book as it is, intervals of what was measured.
async fn question(app: &App, new: &NewStudy, rows: &[ScenarioRow]) -> Result<Question> {
    let mut weeks = Vec::new();
    let mut seats = 0;
    for row in rows {
        let scenario = super::parsed(&row.document)?;
        weeks.push(scenario.weeks);
        seats = seats.max(scenario.team.iter().sum());
    }
    if weeks.iter().any(|other| other != &weeks[0]) {
        return Err(Error::Invalid(
            "the scenarios run for different times: give all of them the same `T`".to_owned(),
        ));
    }
    let planned = |row: &ScenarioRow| Planned {
        name: row.name.clone(),
        document: row.document.clone(),
        from_book: row.from_book,
    };
    let from_book = rows.iter().any(|row| row.from_book);
    let (book, intervals) = if from_book {
        let record = record::today(app).await?;
        (Some(record.book.clone()), calibration::of(&record).intervals())
    } else {
        (None, std::collections::BTreeMap::new())
    };
    if book.as_ref().is_some_and(|book| book.customers.is_empty()) {
        return Err(Error::Conflict(
            "nobody buys in the record yet: import customers, or let the scenario start from averages"
                .to_owned(),
        ));
    }
    let seeds = new.seeds.unwrap_or(SEEDS_USUAL);
    Ok(Question {
        kind: new.kind,
        plans: rows.iter().map(planned).collect(),
        book,
        seeds,
        first_seed: 1,
        driver_seeds: if new.drivers { DRIVER_SEEDS.min(seeds) } else { 0 },
        seats_max: new.seats_max.unwrap_or(seats).clamp(2, SEATS_MAX),
        intervals,
    })
}

async fn begin(app: &App, actor: &Actor, question: Question, title: String) -> Result<i64> {
    let chunks = match study::next(&question, &[]).and_then(|next| match next {
        Next::Run(tasks) => study::cut(&question, &tasks),
        Next::Answer(_) => Ok(Vec::new()),
    }) {
        Ok(chunks) => chunks.iter().map(text).collect::<Result<Vec<String>>>()?,
        Err(unplayable) => return Err(Error::Invalid(unplayable.to_string())),
    };
    let kind = if question.kind == Kind::Search { "search" } else { "comparison" };
    let new = store::NewStudy {
        kind: kind.to_owned(),
        title: title.clone(),
        runs_total: i64::try_from(study::runs_expected(&question)).unwrap_or(i64::MAX),
        question: text(&question)?,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let event = Event::new(app, actor, "study.started", "study", json!({"kind": kind, "scenarios": title}));
    let begun = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::begin(tx, &new, &chunks).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    let id = begun.await?;
    app.studies.notify_one();
    Ok(id)
}

/// A document of this program as JSON.
pub(super) fn text<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Invalid(error.to_string()))
}

/// Cancels a study that is going on.
pub async fn cancel(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::Design)?;
    let row = store::study(&app.db, id).await?.ok_or(Error::NotFound("study"))?;
    let now = app.clock.now_us();
    let event = Event::new(app, actor, "study.cancelled", "study", json!({"scenarios": row.title}));
    let cancelled = app.db.write(move |tx| {
        Box::pin(async move {
            let cancelled = store::cancel(tx, id, now).await?;
            if cancelled {
                event.append(tx, id).await?;
            }
            Ok(cancelled)
        })
    });
    let over = || Error::Conflict("this study is over already".to_owned());
    cancelled.await?.then_some(()).ok_or_else(over)
}

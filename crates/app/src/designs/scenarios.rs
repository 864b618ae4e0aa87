//! Scenarios: kept under a name, changed from the version that was read, deleted.
use super::parsed;
use super::plans::PlanView;
use super::studies::{StudyShort, shorts};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value, json};
use tandem_engines::simulate::{Scenario, parse};
use tandem_store::designs::{self as store, ScenarioRow};

/// A scenario.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Scenario)]
pub struct ScenarioView {
    /// The id.
    pub id: String,
    /// What the company calls it.
    pub name: String,
    /// As it was written.
    pub document: String,
    /// Whether it starts from the book as it is, and not from averages.
    pub from_book: bool,
    /// One more with every change.
    pub version: i64,
    /// Who wrote it last.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Seats by role: generalists, hunters, account managers, inside account managers.
    pub team: [usize; 4],
    /// Weeks from signing to handoff by segment.
    pub weeks: [i32; 3],
    /// Parameters that differ from the defaults.
    #[schema(value_type = Object)]
    pub changed: Map<String, Value>,
}

/// Everything there is to decide with.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Designs)]
pub struct DesignsView {
    /// In the order in which they were made.
    pub scenarios: Vec<ScenarioView>,
    /// The latest first.
    pub studies: Vec<StudyShort>,
    /// Plans that were decided for, the latest first.
    pub plans: Vec<PlanView>,
    /// The currency of all amounts.
    pub currency: String,
    /// Whether the reader may change scenarios and start studies.
    pub may_change: bool,
    /// Whether the reader may take a plan or take it back.
    pub may_decide: bool,
}

/// A parameter of the model.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScenarioParameter)]
pub struct ParameterView {
    /// The name in documents.
    pub key: &'static str,
    /// What it is, with its unit.
    pub meaning: &'static str,
    /// Its default.
    #[schema(value_type = Object)]
    pub default: Value,
    /// The least possible number.
    pub least: f64,
    /// The greatest.
    pub greatest: f64,
}

/// What there is to say of a document.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct CheckedScenario {
    /// All that is wrong, each with its place; empty: it can be played.
    pub problems: Vec<String>,
    /// Parameters that differ from the defaults.
    #[schema(value_type = Object)]
    pub changed: Map<String, Value>,
}

/// What somebody wants to keep.
#[derive(Clone, Debug, PartialEq)]
pub struct NewScenario {
    /// What to call it.
    pub name: String,
    /// As it is written.
    pub document: String,
    /// Whether it starts from the book.
    pub from_book: bool,
}

const NAME_MAX: usize = 100;
const DOCUMENT_MAX: usize = 64 << 10;

/// Scenarios and studies.
pub async fn list(app: &App, actor: &Actor) -> Result<DesignsView> {
    actor.require_to_see(Permission::SeeDesigns)?;
    let rows = store::scenarios(&app.db).await?;
    Ok(DesignsView {
        scenarios: rows.into_iter().map(shown).collect(),
        studies: shorts(app).await?,
        plans: super::plans::list(app).await?,
        currency: crate::settings::load(app).await?.company.currency.to_string(),
        may_change: actor.writes && actor.role.may(Permission::Design),
        may_decide: actor.writes && actor.role.may(Permission::Configure),
    })
}

fn shown(row: ScenarioRow) -> ScenarioView {
    // What is kept was read once; a later model may still refuse it, and then shows nothing of it but its text.
    let scenario = parse(&row.document).unwrap_or_default();
    ScenarioView {
        id: row.id.to_string(),
        name: row.name,
        from_book: row.from_book,
        version: row.version,
        by: row.by_name,
        at: DateTime::from_timestamp_micros(row.at_us).unwrap_or_default(),
        team: scenario.team,
        weeks: scenario.handoff_weeks,
        changed: scenario.changed(),
        document: row.document,
    }
}

/// All parameters of the model.
pub fn parameters() -> Vec<ParameterView> {
    let view = |parameter: tandem_engines::simulate::Parameter| ParameterView {
        key: parameter.key,
        meaning: parameter.meaning,
        default: parameter.default,
        least: parameter.limits.0,
        greatest: parameter.limits.1,
    };
    Scenario::parameters().into_iter().map(view).collect()
}

/// Checks a document without keeping it.
pub fn check(document: &str) -> CheckedScenario {
    match parse(document) {
        Ok(scenario) => CheckedScenario { problems: Vec::new(), changed: scenario.changed() },
        Err(refusals) => CheckedScenario {
            problems: refusals.iter().map(ToString::to_string).collect(),
            changed: Map::new(),
        },
    }
}

/// Keeps a scenario; returns its id.
pub async fn create(app: &App, actor: &Actor, new: NewScenario) -> Result<i64> {
    actor.require(Permission::Design)?;
    let row = row(app, actor, 0, 0, new)?;
    let event = Event::new(app, actor, "scenario.created", "scenario", said(&row));
    let created = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::create(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(created.await?)
}

fn row(app: &App, actor: &Actor, id: i64, version: i64, new: NewScenario) -> Result<ScenarioRow> {
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Error::Invalid(format!("a scenario needs a name of at most {NAME_MAX} characters")));
    }
    if new.document.len() > DOCUMENT_MAX {
        return Err(Error::Invalid(
            "a scenario is at most 64 kilobytes long: it names what differs from the defaults".to_owned(),
        ));
    }
    parsed(&new.document)?;
    Ok(ScenarioRow {
        id,
        name,
        document: new.document,
        from_book: new.from_book,
        version,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    })
}

fn said(row: &ScenarioRow) -> Value {
    json!({"name": row.name, "document": row.document, "from_book": row.from_book})
}

/// Replaces a scenario's version.
pub async fn change(app: &App, actor: &Actor, id: i64, version: i64, new: NewScenario) -> Result<()> {
    actor.require(Permission::Design)?;
    let found = store::scenario(&app.db, id).await?.ok_or(Error::NotFound("scenario"))?;
    let row = row(app, actor, found.id, version, new)?;
    let event = Event::new(app, actor, "scenario.changed", "scenario", said(&row));
    let changed = app.db.write(move |tx| {
        Box::pin(async move {
            let changed = store::change(tx, &row).await?;
            if changed {
                event.append(tx, id).await?;
            }
            Ok(changed)
        })
    });
    let late = || Error::Conflict("somebody changed this scenario in the meantime: load it again".to_owned());
    changed.await?.then_some(()).ok_or_else(late)
}

/// Deletes a scenario. Studies that asked for it keep what they asked.
pub async fn delete(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::Design)?;
    let found = store::scenario(&app.db, id).await?.ok_or(Error::NotFound("scenario"))?;
    let event = Event::new(app, actor, "scenario.deleted", "scenario", json!({"name": found.name}));
    let deleted = app.db.write(move |tx| {
        Box::pin(async move {
            let deleted = store::delete(tx, id).await?;
            if deleted {
                event.append(tx, id).await?;
            }
            Ok(deleted)
        })
    });
    deleted.await?.then_some(()).ok_or(Error::NotFound("scenario"))
}

//! Versions of the plan: written as drafts, checked, approved with the day from which they count, withdrawn while that day has not come. What
//! was approved is never edited.
mod beside;
mod fits;
mod through_time;

pub use through_time::PlansThroughTime;

use super::recorded::Recorded;
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use beside::People;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use tandem_core::documents::{self, Placed, Tree};
use tandem_core::incentives::in_force::on;
use tandem_core::incentives::plan::BYTES_MAX;
use tandem_core::incentives::summary;
use tandem_core::incentives::{Plan, check as looks, read};
use tandem_core::languages::Words;
use tandem_store::incentives::{self as store, PlanRow};

/// A version.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentivePlanVersion)]
pub struct PlanVersion {
    /// The id.
    pub id: String,
    /// What the company calls it.
    pub name: String,
    /// Which version it calls itself.
    pub version: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// draft, in_force, coming, past or withdrawn.
    pub state: &'static str,
    /// Who wrote it last.
    pub by: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// As it was written.
    pub document: String,
    /// The same as JSON, for editors.
    #[schema(value_type = Object)]
    pub tree: Value,
    /// What it pays, sentence by sentence.
    pub sentences: Vec<PlanSentence>,
}

/// A sentence about one part of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentivePlanSentence)]
pub struct PlanSentence {
    /// The part; absent: the plan as a whole.
    pub id: Option<String>,
    /// The sentence, in both languages.
    #[schema(value_type = Object)]
    pub words: Words,
}

/// All versions of all plans, the latest first.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentivePlans)]
pub struct PlansView {
    /// The versions.
    pub versions: Vec<PlanVersion>,
    /// Whether the reader may write drafts and try them out.
    pub may_write: bool,
    /// Whether the reader may approve and withdraw.
    pub may_approve: bool,
    /// The first day from which a new version can count; absent: any day, because none was computed with yet.
    pub earliest: Option<NaiveDate>,
}

/// What a check came to.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentivePlanChecked)]
pub struct CheckedPlan {
    /// What is wrong; nothing: it can be approved.
    pub refusals: Vec<crate::rules::Fault>,
    /// What can be used but is probably not meant.
    pub warnings: Vec<PlanSentence>,
    /// What it pays.
    pub sentences: Vec<PlanSentence>,
    /// The document as JSON, where it is one.
    #[schema(value_type = Option<Object>)]
    pub tree: Option<Value>,
}

/// A document as core reads it.
pub fn parsed(text: &str) -> Result<Plan> {
    read(text).map_err(|refusals| {
        let lines: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        Error::Invalid(format!("this is no incentive plan: {}", lines.join("; ")))
    })
}

/// Checks a document without keeping it.
pub async fn check(app: &App, text: &str) -> Result<CheckedPlan> {
    let (tree, people) = (tree(text), People::load(app).await?);
    let nothing =
        |refusals| CheckedPlan { refusals, warnings: Vec::new(), sentences: Vec::new(), tree: tree.clone() };
    let plan = match read(text) {
        Ok(plan) => plan,
        Err(refusals) => return Ok(nothing(refusals.into_iter().map(fault).collect())),
    };
    if let Some(reason) = people.strangers(&plan) {
        return Ok(nothing(vec![crate::rules::Fault { line: None, column: None, reason }]));
    }
    let warnings = looks::warnings(&plan).into_iter();
    Ok(CheckedPlan {
        refusals: Vec::new(),
        warnings: warnings.map(|warning| PlanSentence { id: warning.id, words: warning.words }).collect(),
        sentences: sentences(&plan, &people),
        tree,
    })
}

fn fault(refusal: documents::Refusal) -> crate::rules::Fault {
    crate::rules::Fault {
        line: refusal.place.map(|place| place.0),
        column: refusal.place.map(|place| place.1),
        reason: refusal.reason,
    }
}

fn sentences(plan: &Plan, people: &People) -> Vec<PlanSentence> {
    let said = summary::sentences(&people.named(plan)).into_iter();
    said.map(|(id, words)| PlanSentence { id, words }).collect()
}

/// A document as JSON.
fn tree(text: &str) -> Option<Value> {
    documents::read(text, BYTES_MAX).ok().flatten().map(|placed| json_of(&placed))
}

fn json_of(placed: &Placed) -> Value {
    match &placed.value {
        Tree::Scalar(value) => value.clone(),
        Tree::List(items) => items.iter().map(json_of).collect(),
        Tree::Map(entries) => {
            Value::Object(entries.iter().map(|(name, value)| (name.value.clone(), json_of(value))).collect())
        }
    }
}

/// All versions; drafts are shown to those who write plans.
pub async fn list(app: &App, actor: &Actor) -> Result<PlansView> {
    let rows = store::plans(&app.db).await?;
    let (today, people) = (app.clock.today(), People::load(app).await?);
    let recorded = Recorded::load(app).await?;
    let in_force = on(&recorded.plans, today);
    let is_in_force =
        |row: &PlanRow| in_force.iter().any(|plan| plan.name == row.name && plan.effective == row.effective);
    let drafts = actor.role.may(Permission::WritePlans) || actor.role.sees_everything();
    let may = |permission| actor.writes && actor.role.may(permission);
    let seen = rows.into_iter().filter(|row| drafts || row.approved_us.is_some());
    let version = |row: PlanRow| {
        let state = match () {
            () if row.withdrawn_us.is_some() => "withdrawn",
            () if row.approved_us.is_none() => "draft",
            () if is_in_force(&row) => "in_force",
            () if row.effective > today => "coming",
            () => "past",
        };
        shown(row, state, &people)
    };
    Ok(PlansView {
        versions: seen.map(version).collect::<Result<_>>()?,
        may_write: may(Permission::WritePlans),
        may_approve: may(Permission::ApprovePlans),
        earliest: earliest(&recorded),
    })
}

fn shown(row: PlanRow, state: &'static str, people: &People) -> Result<PlanVersion> {
    let plan = parsed(&row.document)?;
    Ok(PlanVersion {
        id: row.id.to_string(),
        sentences: sentences(&plan, people),
        tree: tree(&row.document).unwrap_or_default(),
        name: row.name,
        version: row.version,
        effective: row.effective,
        state,
        by: row.by_name,
        approved_by: row.approved_by,
        document: row.document,
    })
}

/// The first day from which a new version can count: nothing that is posted may change.
pub fn earliest(recorded: &Recorded) -> Option<NaiveDate> {
    recorded.watermark()?.succ_opt()
}

fn row(app: &App, actor: &Actor, id: i64, text: String) -> Result<PlanRow> {
    let plan = parsed(&text)?;
    Ok(PlanRow {
        id,
        name: plan.name,
        version: plan.version,
        effective: plan.effective,
        document: text,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
        approved_by: None,
        approved_us: None,
        withdrawn_us: None,
    })
}

fn told(row: &PlanRow) -> Value {
    json!({"name": row.name, "version": row.version, "effective": row.effective})
}

/// Keeps a new draft; returns its id.
pub async fn write(app: &App, actor: &Actor, text: String) -> Result<i64> {
    actor.require(Permission::WritePlans)?;
    let row = row(app, actor, 0, text)?;
    let event = Event::new(app, actor, "incentive_plan.drafted", "incentive_plan", told(&row));
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::draft(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(kept.await?)
}

/// Changes a draft.
pub async fn change(app: &App, actor: &Actor, id: i64, text: String) -> Result<()> {
    actor.require(Permission::WritePlans)?;
    draft(app, id).await?;
    let row = row(app, actor, id, text)?;
    let event = Event::new(app, actor, "incentive_plan.changed", "incentive_plan", told(&row));
    let changed = app.db.write(move |tx| {
        Box::pin(async move {
            let changed = store::change(tx, &row).await?;
            if changed {
                event.append(tx, id).await?;
            }
            Ok(changed)
        })
    });
    changed.await?.then_some(()).ok_or_else(no_draft)
}

fn no_draft() -> Error {
    Error::Conflict(
        "this version was approved or dropped, and what was approved is never edited: write a new version"
            .to_owned(),
    )
}

async fn found(app: &App, id: i64) -> Result<PlanRow> {
    let rows = store::plans(&app.db).await?;
    rows.into_iter().find(|row| row.id == id).ok_or(Error::NotFound("version of the incentive plan"))
}

async fn draft(app: &App, id: i64) -> Result<PlanRow> {
    let row = found(app, id).await?;
    if row.approved_us.is_some() || row.withdrawn_us.is_some() { Err(no_draft()) } else { Ok(row) }
}

/// Approves a draft: from its effective day on it pays.
pub async fn approve(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::ApprovePlans)?;
    let row = draft(app, id).await?;
    let recorded = Recorded::load(app).await?;
    fits::fits(app, &recorded, parsed(&row.document)?).await?;
    let standing = recorded.plans.len();
    let (by, now) = (actor.name.clone(), app.clock.now_us());
    let event = Event::new(app, actor, "incentive_plan.approved", "incentive_plan", told(&row));
    let approved = app.db.write(move |tx| {
        Box::pin(async move {
            store::as_many_stand(tx, standing).await?;
            let approved = store::approve(tx, &row, &by, now).await?;
            if approved {
                event.append(tx, id).await?;
            }
            Ok(approved)
        })
    });
    approved.await?.then_some(()).ok_or_else(no_draft)
}

/// Drops a draft, or withdraws an approved version that has not come into force.
pub async fn drop(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::WritePlans)?;
    let row = found(app, id).await?;
    let is_draft = row.approved_us.is_none();
    if !is_draft {
        actor.require(Permission::ApprovePlans)?;
    }
    let coming = row.effective > app.clock.today() && row.withdrawn_us.is_none();
    if !is_draft && !coming {
        return Err(Error::Conflict(
            "only a version that has not come into force can be withdrawn: approve another one to replace it"
                .to_owned(),
        ));
    }
    let recorded = Recorded::load(app).await?;
    if !is_draft {
        fits::stays_apart(app, &recorded, &row).await?;
    }
    let standing = recorded.plans.len();
    let kind = if is_draft { "incentive_plan.dropped" } else { "incentive_plan.withdrawn" };
    let (event, now) = (Event::new(app, actor, kind, "incentive_plan", told(&row)), app.clock.now_us());
    let gone = app.db.write(move |tx| {
        Box::pin(async move {
            let gone = if is_draft {
                store::drop_draft(tx, id).await?
            } else {
                store::as_many_stand(tx, standing).await?;
                store::withdraw(tx, id, now).await?
            };
            if gone {
                event.append(tx, id).await?;
            }
            Ok(gone)
        })
    });
    gone.await?.then_some(()).ok_or_else(no_draft)
}

//! Versions of the rules: adopted with the day from which they count, withdrawn while that day has not come, never changed.
use super::document::parsed;
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;
use tandem_core::rules::Document;
use tandem_store::rules::{self as store, VersionRow};

/// A version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = RulesVersion)]
pub struct VersionView {
    /// The id.
    pub id: String,
    /// What the company calls it.
    pub name: String,
    /// Which version it calls itself.
    pub version: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// in_force, coming, past or withdrawn.
    pub state: &'static str,
    /// Who adopted it.
    pub by: String,
    /// When.
    pub adopted_at: chrono::DateTime<chrono::Utc>,
    /// As it was written.
    pub document: String,
}

/// All versions, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = Rules)]
pub struct RulesView {
    /// The versions.
    pub versions: Vec<VersionView>,
    /// Whether the reader may adopt and withdraw.
    pub may_adopt: bool,
    /// Whether the reader may try documents on the book.
    pub may_try: bool,
    /// Whether the reader may decide about units.
    pub may_decide: bool,
}

/// All versions.
pub async fn list(app: &App, actor: &Actor) -> Result<RulesView> {
    let rows = store::versions(&app.db).await?;
    let in_force = at(&rows, app.clock.today()).map(|row| row.id);
    let may = |permission| actor.writes && actor.role.may(permission);
    Ok(RulesView {
        versions: rows.into_iter().map(|row| shown(row, in_force, app.clock.today())).collect(),
        may_adopt: may(Permission::Configure),
        may_try: may(Permission::TryRules),
        may_decide: may(Permission::DecideUnits),
    })
}

fn shown(row: VersionRow, in_force: Option<i64>, today: NaiveDate) -> VersionView {
    let state = match () {
        () if row.withdrawn_us.is_some() => "withdrawn",
        () if Some(row.id) == in_force => "in_force",
        () if row.effective > today => "coming",
        () => "past",
    };
    VersionView {
        id: row.id.to_string(),
        name: row.name,
        version: row.version,
        effective: row.effective,
        state,
        by: row.by_name,
        adopted_at: chrono::DateTime::from_timestamp_micros(row.adopted_us).unwrap_or_default(),
        document: row.document,
    }
}

/// The version in force on a day; rows are the latest first.
fn at(rows: &[VersionRow], day: NaiveDate) -> Option<&VersionRow> {
    rows.iter().find(|row| row.effective <= day && row.withdrawn_us.is_none())
}

/// The document in force on a day.
pub async fn in_force(app: &App, day: NaiveDate) -> Result<Option<Document>> {
    let rows = store::versions(&app.db).await?;
    at(&rows, day).map(|row| parsed(&row.document)).transpose()
}

/// Adopts a document from its effective day on; returns the id.
pub async fn adopt(app: &App, actor: &Actor, text: String) -> Result<i64> {
    actor.require(Permission::Configure)?;
    let document = parsed(&text)?;
    let rows = store::versions(&app.db).await?;
    refuse_changing_the_past(&rows, &document, app.clock.today())?;
    let row = VersionRow {
        id: 0,
        name: document.name,
        version: document.version,
        effective: document.effective,
        document: text,
        by_name: actor.name.clone(),
        adopted_us: app.clock.now_us(),
        withdrawn_us: None,
    };
    let data = json!({"name": row.name, "version": row.version, "effective": row.effective});
    let event = Event::new(app, actor, "rules.adopted", "rules", data);
    let adopted = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::adopt(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(adopted.await?)
}

/// What was decided by rules in force stays as it was: only the first document may count from a day that is over.
fn refuse_changing_the_past(rows: &[VersionRow], document: &Document, today: NaiveDate) -> Result<()> {
    if document.effective < today && rows.iter().any(|row| row.withdrawn_us.is_none()) {
        return Err(Error::Conflict(format!(
            "`effective` is {}, which is over: rules that were in force are not changed afterwards, so give {today} or a later day",
            document.effective
        )));
    }
    Ok(())
}

/// Withdraws a version that has not come into force.
pub async fn withdraw(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.require(Permission::Configure)?;
    let rows = store::versions(&app.db).await?;
    let row = rows.iter().find(|row| row.id == id).ok_or(Error::NotFound("version of the rules"))?;
    let (today, now) = (app.clock.today(), app.clock.now_us());
    let event =
        Event::new(app, actor, "rules.withdrawn", "rules", json!({"name": row.name, "version": row.version}));
    let withdrawn = app.db.write(move |tx| {
        Box::pin(async move {
            let withdrawn = store::withdraw(tx, id, today, now).await?;
            if withdrawn {
                event.append(tx, id).await?;
            }
            Ok(withdrawn)
        })
    });
    if withdrawn.await? {
        return Ok(());
    }
    Err(Error::Conflict(
        "only a version that has not come into force can be withdrawn: adopt another one to replace it"
            .to_owned(),
    ))
}

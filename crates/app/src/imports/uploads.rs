//! Imports from the browser: files are kept first, looked at, mapped, tried and run while the page watches.
use super::journey::{Request, check_watched, recognised, run_recorded, show};
use super::{Found, inspect};
use crate::{Actor, App, Error, Permission, Result};
use std::path::{Path, PathBuf};
use tandem_core::imports::mapping::{self, Mapping};
use tandem_store::imports::runs::{self, Run};

/// Looks at the uploaded files of a folder and makes an import of them; returns its number.
pub async fn register(app: &App, actor: &Actor, folder: &Path) -> Result<i64> {
    actor.require(Permission::Import)?;
    let files = look(app, folder).await?;
    let mut mapping = recognised(&files);
    if mapping.source.is_empty() {
        mapping.source = "files".to_owned();
    }
    let run = Run {
        id: 0,
        source: mapping.source.clone(),
        state: "uploaded".to_owned(),
        by_name: actor.name.clone(),
        created_us: app.clock.now_us(),
        finished_us: None,
        files: json(&files)?,
        mapping: json(&mapping)?,
        report: None,
        error: None,
        rows_done: 0,
        rows_total: 0,
    };
    Ok(app.db.write(move |tx| Box::pin(async move { runs::create(tx, &run).await })).await?)
}

async fn look(app: &App, folder: &Path) -> Result<Vec<Found>> {
    let (reader, paths, today) = (app.sheet_reader.clone(), vec![folder.to_owned()], app.clock.today());
    let looked = tokio::task::spawn_blocking(move || inspect(&paths, &reader, today)).await;
    looked.map_err(|_| Error::Invalid("the files could not be looked at".to_owned()))?
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Invalid(error.to_string()))
}

/// Replaces the mapping of an import that has not run yet.
pub async fn set_mapping(app: &App, actor: &Actor, import: i64, mut new: Mapping) -> Result<()> {
    let mut run = waiting(app, actor, import).await?;
    new.files.iter().try_for_each(mapping::check).map_err(Error::Invalid)?;
    if new.source.trim().is_empty() {
        new.source = run.source.clone();
    }
    run.source = new.source.clone();
    run.mapping = json(&new)?;
    run.state = "uploaded".to_owned();
    run.report = None;
    Ok(app.db.write(move |tx| Box::pin(async move { runs::save(tx, &run).await })).await?)
}

async fn waiting(app: &App, actor: &Actor, import: i64) -> Result<Run> {
    let run = show(app, actor, import).await?;
    match run.state.as_str() {
        "uploaded" | "checked" | "failed" | "cancelled" => Ok(run),
        state => Err(Error::Conflict(format!(
            "this import is {state}: upload the files again to import them anew"
        ))),
    }
}

fn request(run: &Run, folder: PathBuf) -> Result<Request> {
    let mapping: Mapping =
        serde_json::from_str(&run.mapping).map_err(|error| Error::Invalid(error.to_string()))?;
    Ok(Request { paths: vec![folder], source: None, mapping: Some(mapping) })
}

/// Begins a dry run in the background.
pub async fn start_check(app: &App, actor: &Actor, import: i64, folder: PathBuf) -> Result<()> {
    let mut run = waiting(app, actor, import).await?;
    let request = request(&run, folder)?;
    run.state = "checking".to_owned();
    run.error = None;
    save(app, run.clone()).await?;
    let (app, actor) = (app.clone(), actor.clone());
    let watch = app.running.start(import);
    tokio::spawn(async move {
        let outcome = check_watched(&app, &actor, request, watch).await;
        app.running.end(import);
        match outcome {
            Ok(report) => {
                run.state = "checked".to_owned();
                let problems = report.problems.clone();
                run.report = json(&super::Report { problems: Vec::new(), ..report }).ok();
                let kept = app.db.write(move |tx| {
                    Box::pin(async move {
                        runs::put_problems(tx, run.id, &problems).await?;
                        runs::save(tx, &run).await
                    })
                });
                log(kept.await);
            }
            Err(error) => {
                run.state = if matches!(error, Error::Cancelled) { "cancelled" } else { "failed" }.to_owned();
                run.error = Some(error.to_string());
                log(save(&app, run).await);
            }
        }
    });
    Ok(())
}

/// Begins the import in the background.
pub async fn start_run(app: &App, actor: &Actor, import: i64, folder: PathBuf) -> Result<()> {
    let mut run = waiting(app, actor, import).await?;
    let request = request(&run, folder)?;
    run.state = "running".to_owned();
    run.error = None;
    save(app, run.clone()).await?;
    let (app, actor) = (app.clone(), actor.clone());
    tokio::spawn(async move {
        // What went wrong stands in the record of the import.
        let _ = run_recorded(&app, &actor, run, request).await;
    });
    Ok(())
}

/// Asks a run that is going on to stop; nothing of it is kept.
pub async fn cancel(app: &App, actor: &Actor, import: i64) -> Result<()> {
    show(app, actor, import).await?;
    let watch =
        app.running.watch(import).ok_or_else(|| Error::Conflict("this import is not going on".to_owned()))?;
    watch.cancel();
    Ok(())
}

async fn save(app: &App, run: Run) -> Result<()> {
    Ok(app.db.write(move |tx| Box::pin(async move { runs::save(tx, &run).await })).await?)
}

fn log<E: std::fmt::Display>(outcome: std::result::Result<(), E>) {
    if let Err(error) = outcome {
        tracing::error!(%error, "the outcome of an import could not be kept: {error}");
    }
}

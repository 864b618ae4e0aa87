//! The acts of an import: check (a dry run), run, show, undo. A dry run is a run that is rolled back, so its numbers are the same.
use super::apply::Apply;
use super::files::Found;
use super::pipeline::{self, Input};
use super::report::{Counts, Report};
use super::{derive, inspect};
use crate::events::Event;
use crate::settings::{self, Settings};
use crate::{Actor, App, Error, Permission, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tandem_core::imports::mapping::{FileMapping, Mapping};
use tandem_core::imports::sources::SourceKind;
use tandem_store::imports::rows::Origin;
use tandem_store::imports::runs::{self, Placed, Run};
use tandem_store::imports::{derive as store_derive, undo as store_undo};
use tandem_store::{Tx, search, summaries};

/// What is to be imported.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// The name under which the source's ids are kept; absent: the recognised system's.
    pub source: Option<String>,
    /// How the files are read; absent: as recognised.
    pub mapping: Option<Mapping>,
}

/// How far a run has come, and whether it shall stop.
#[derive(Debug, Default)]
pub struct Watch {
    rows: AtomicU64,
    cancelled: AtomicBool,
}

impl Watch {
    /// Rows done.
    pub fn rows(&self) -> u64 {
        self.rows.load(Ordering::Relaxed)
    }

    /// Asks the run to stop; nothing of it will be kept.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub(super) fn advance(&self, rows: u64) {
        self.rows.fetch_add(rows, Ordering::Relaxed);
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    pub(super) fn go_on(&self) -> Result<()> {
        if self.is_cancelled() { Err(Error::Cancelled) } else { Ok(()) }
    }
}

/// The imports that are going on, by number.
#[derive(Clone, Default)]
pub struct Running(Arc<Mutex<BTreeMap<i64, Arc<Watch>>>>);

impl Running {
    /// The watch of a run that is going on.
    pub fn watch(&self, import: i64) -> Option<Arc<Watch>> {
        self.0.lock().ok()?.get(&import).cloned()
    }

    pub(super) fn start(&self, import: i64) -> Arc<Watch> {
        let watch = Arc::new(Watch::default());
        if let Ok(mut running) = self.0.lock() {
            running.insert(import, watch.clone());
        }
        watch
    }

    pub(super) fn end(&self, import: i64) {
        if let Ok(mut running) = self.0.lock() {
            running.remove(&import);
        }
    }
}

/// Tries an import and keeps nothing of it.
pub async fn check(app: &App, actor: &Actor, request: Request) -> Result<Report> {
    check_watched(app, actor, request, Arc::default()).await
}

/// Tries an import that somebody watches and may cancel.
pub(super) async fn check_watched(
    app: &App,
    actor: &Actor,
    request: Request,
    watch: Arc<Watch>,
) -> Result<Report> {
    let prepared = prepare(app, actor, request).await?;
    let trial = record(app, actor, &prepared, "checking")?;
    let outcome = Arc::new(Mutex::new(None));
    let kept = outcome.clone();
    let (source, today) = (prepared.mapping.source.clone(), app.clock.today());
    let written = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let source = runs::source(tx, &source).await?;
                // What is kept for undo names its run, so that a trial has one too, as long as it lasts.
                let import = runs::create(tx, &trial).await?;
                let report = work(tx, Origin { source, import }, today, &prepared, &watch, true).await;
                if let Ok(mut kept) = kept.lock() {
                    *kept = Some(report);
                }
                Err::<(), _>(tandem_store::Error::RolledBack)
            })
        })
        .await;
    let report = outcome.lock().ok().and_then(|mut outcome| outcome.take());
    match (report, written) {
        (Some(report), _) => report,
        (None, Err(error)) => Err(error.into()),
        (None, Ok(())) => Err(Error::Conflict("the dry run left no report".to_owned())),
    }
}

/// Imports; returns the report. All of it is kept, or nothing. Earlier runs of the same person that never came to their end are said to
/// have failed.
pub async fn run(app: &App, actor: &Actor, request: Request) -> Result<Report> {
    let prepared = prepare(app, actor, request).await?;
    let mut record = record(app, actor, &prepared, "running")?;
    let (created, by, now) = (record.clone(), actor.name.clone(), app.clock.now_us());
    record.id = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                runs::end_interrupted_of(tx, &by, now).await?;
                runs::create(tx, &created).await
            })
        })
        .await?;
    run_prepared(app, actor, record, prepared).await
}

/// Performs an import whose record exists already.
pub(super) async fn run_recorded(
    app: &App,
    actor: &Actor,
    mut record: Run,
    request: Request,
) -> Result<Report> {
    match prepare(app, actor, request).await {
        Ok(prepared) => run_prepared(app, actor, record, prepared).await,
        Err(error) => {
            record.state = "failed".to_owned();
            record.error = Some(error.to_string());
            app.db.write(move |tx| Box::pin(async move { runs::save(tx, &record).await })).await?;
            Err(error)
        }
    }
}

async fn run_prepared(app: &App, actor: &Actor, mut record: Run, prepared: Prepared) -> Result<Report> {
    let watch = app.running.start(record.id);
    let outcome = perform(app, actor, &record, prepared, watch).await;
    app.running.end(record.id);
    if let Err(error) = &outcome {
        record.state = if matches!(error, Error::Cancelled) { "cancelled" } else { "failed" }.to_owned();
        record.error = Some(error.to_string());
        record.finished_us = Some(app.clock.now_us());
        app.db.write(move |tx| Box::pin(async move { runs::save(tx, &record).await })).await?;
    }
    outcome
}

async fn perform(
    app: &App,
    actor: &Actor,
    record: &Run,
    prepared: Prepared,
    watch: Arc<Watch>,
) -> Result<Report> {
    let (today, now) = (app.clock.today(), app.clock.now_us());
    let event = Event::new(app, actor, "import.done", "imports", Value::Null);
    let mut record = record.clone();
    let refusal = Arc::new(Mutex::new(None));
    let kept = refusal.clone();
    let written = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let origin = Origin { source: runs::source(tx, &record.source).await?, import: record.id };
                let report = match work(tx, origin, today, &prepared, &watch, false).await {
                    Ok(report) => report,
                    Err(error) => {
                        if let Ok(mut kept) = kept.lock() {
                            *kept = Some(error);
                        }
                        return Err(tandem_store::Error::RolledBack);
                    }
                };
                runs::put_problems(tx, record.id, &report.problems).await?;
                let shown = Report { problems: Vec::new(), ..report.clone() };
                let data = serde_json::to_value(&shown).unwrap_or_default();
                record.state = "done".to_owned();
                record.finished_us = Some(now);
                record.report = Some(data.to_string());
                runs::save(tx, &record).await?;
                event.saying(data).append(tx, record.id).await?;
                Ok(report)
            })
        })
        .await;
    let refused = refusal.lock().ok().and_then(|mut refusal| refusal.take());
    refused.map_or_else(|| written.map_err(Error::from), Err)
}

async fn work(
    tx: &mut Tx,
    origin: Origin,
    today: chrono::NaiveDate,
    prepared: &Prepared,
    watch: &Arc<Watch>,
    dry_run: bool,
) -> Result<Report> {
    let counts = prepared.inputs.iter().map(|input| Counts {
        file: input.mapping.file.clone(),
        object: input.mapping.object.to_string(),
        ..Counts::default()
    });
    let import = (!dry_run).then_some(origin.import);
    let report = Report {
        dry_run,
        import,
        source: prepared.mapping.source.clone(),
        objects: counts.collect(),
        notes: prepared.notes.clone(),
        problems: Vec::new(),
    };
    let mut apply = Apply::new(tx, origin, today, report, headers(&prepared.inputs));
    pipeline::run(&mut apply, &prepared.inputs, prepared.settings.company.currency, prepared.whose, watch)
        .await?;
    derive::all(&mut apply, &prepared.settings).await?;
    watch.go_on()?;
    Ok(apply.report)
}

/// Field to header of each file.
fn headers(inputs: &[Input]) -> Vec<BTreeMap<String, String>> {
    let turned = |input: &Input| {
        input.mapping.columns.iter().map(|(header, field)| (field.clone(), header.clone())).collect()
    };
    inputs.iter().map(turned).collect()
}

struct Prepared {
    files: Vec<Found>,
    mapping: Mapping,
    inputs: Vec<Input>,
    notes: Vec<String>,
    settings: Settings,
    whose: Option<SourceKind>,
}

async fn prepare(app: &App, actor: &Actor, request: Request) -> Result<Prepared> {
    actor.require(Permission::Import)?;
    let reader = app.sheet_reader.clone();
    let (paths, today) = (request.paths.clone(), app.clock.today());
    let files = tokio::task::spawn_blocking(move || inspect(&paths, &reader, today))
        .await
        .map_err(|_| Error::Invalid("the files could not be looked at".to_owned()))??;
    let mut mapping = request.mapping.unwrap_or_else(|| recognised(&files));
    if let Some(source) = request.source {
        mapping.source = source;
    }
    if mapping.source.trim().is_empty() {
        mapping.source = "files".to_owned();
    }
    let inputs = pipeline::inputs(&files, &mapping)?;
    let settings = settings::load(app).await?;
    let whose = whose(&files, &mapping);
    let notes = notes(&files, &mapping);
    Ok(Prepared { files, mapping, inputs, notes, settings, whose })
}

/// Whose ids the files hold: Salesforce's are compared in one form, HubSpot writes several into one cell.
fn whose(files: &[Found], mapping: &Mapping) -> Option<SourceKind> {
    let of_files = || files.iter().filter_map(|file| file.source.as_deref()?.parse::<SourceKind>().ok());
    let foreign = of_files().find(|source| *source != SourceKind::Tandem);
    mapping.source.parse().ok().or(foreign).or_else(|| of_files().next())
}

/// The mapping that recognition gives.
pub fn recognised(files: &[Found]) -> Mapping {
    let known = || files.iter().filter(|file| file.object.is_some()).filter_map(|file| file.source.clone());
    // A calendar beside other files says nothing about whose they are.
    let source = known().find(|source| source != "calendar").or_else(|| known().next()).unwrap_or_default();
    let mapped = |file: &Found| {
        Some(FileMapping {
            file: file.name.clone(),
            object: file.object?,
            columns: file.columns.clone(),
            dates: None,
            encoding: None,
        })
    };
    Mapping { source, files: files.iter().filter_map(mapped).collect() }
}

fn notes(files: &[Found], mapping: &Mapping) -> Vec<String> {
    let left_out = files.iter().filter(|file| !mapping.files.iter().any(|mapped| mapped.file == file.name));
    left_out.map(|file| format!("`{}` was passed over. {}", file.name, file.because)).collect()
}

fn record(app: &App, actor: &Actor, prepared: &Prepared, state: &str) -> Result<Run> {
    let text = |value: serde_json::Result<String>| value.map_err(|error| Error::Invalid(error.to_string()));
    Ok(Run {
        id: 0,
        source: prepared.mapping.source.clone(),
        state: state.to_owned(),
        by_name: actor.name.clone(),
        created_us: app.clock.now_us(),
        finished_us: None,
        files: text(serde_json::to_string(&prepared.files))?,
        mapping: text(serde_json::to_string(&prepared.mapping))?,
        report: None,
        error: None,
        rows_done: 0,
        rows_total: 0,
    })
}

/// The latest imports.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Run>> {
    actor.require(Permission::Import)?;
    Ok(runs::list(&app.db, 100).await?)
}

/// One import, with the progress of one that is going on.
pub async fn show(app: &App, actor: &Actor, import: i64) -> Result<Run> {
    actor.require(Permission::Import)?;
    let mut run = runs::get(&app.db, import).await?.ok_or(Error::NotFound("import"))?;
    if let Some(watch) = app.running.watch(import) {
        run.rows_done = i64::try_from(watch.rows()).unwrap_or(i64::MAX);
    }
    Ok(run)
}

/// The problems of an import.
pub async fn problems(app: &App, actor: &Actor, import: i64) -> Result<Vec<Placed>> {
    actor.require(Permission::Import)?;
    Ok(runs::problems(&app.db, import).await?)
}

/// Takes back all of an import.
pub async fn undo(app: &App, actor: &Actor, import: i64) -> Result<()> {
    let mut run = show(app, actor, import).await?;
    match run.state.as_str() {
        "undone" => return Ok(()),
        "done" => {}
        state => {
            return Err(Error::Conflict(format!(
                "import {import} is {state}: only one that is done can be undone"
            )));
        }
    }
    let settings = settings::load(app).await?;
    let (today, now) = (app.clock.today(), app.clock.now_us());
    let event = Event::new(app, actor, "import.undone", "imports", Value::Null);
    let rates = settings.worths(today);
    run.state = "undone".to_owned();
    run.finished_us = Some(now);
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store_undo::undo(tx, import).await?;
                runs::save(tx, &run).await?;
                store_derive::kinds(tx).await?;
                summaries::refresh(tx, today, &rates).await?;
                search::refresh(tx).await?;
                event.append(tx, import).await
            })
        })
        .await?;
    Ok(())
}

/// Says of imports that were going on when the program ended that nothing of them was kept. Called when the server starts.
pub async fn end_interrupted(app: &App) -> Result<u64> {
    let now = app.clock.now_us();
    Ok(app.db.write(move |tx| Box::pin(async move { runs::end_interrupted(tx, now).await })).await?)
}

//! Imports in the browser: upload, mapping, check, run, report, undo.
use super::wire::List;
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tandem_app::imports::{self, Found, Report, uploads};
use tandem_app::users::instant;
use tandem_app::{Actor, Error};
use tandem_core::imports::fields::fields as fields_of;
use tandem_core::imports::mapping::Mapping;
use tandem_core::imports::records::ObjectKind;
use tandem_core::imports::values::DateOrder;
use tokio::io::AsyncWriteExt;

/// Whose export it is.
#[derive(Serialize, utoipa::ToSchema)]
pub struct SourceView {
    /// Absent where no system is known by the headers.
    kind: Option<String>,
    /// Under which the ids are kept.
    name: String,
    /// Why it was recognised.
    because: Option<String>,
}

/// A column with its first cells and the field it is mapped to.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ColumnView {
    name: String,
    samples: Vec<String>,
    field: Option<String>,
}

/// A file and how it is read.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FileView {
    name: String,
    object: Option<String>,
    encoding: String,
    /// As the mapping says; absent: told from the file.
    encoding_given: Option<String>,
    /// Which comes first in dates of slashes, as the mapping says; absent: told from the columns.
    dates: Option<&'static str>,
    delimiter: String,
    rows: u64,
    because: String,
    columns: Vec<ColumnView>,
    problems: u64,
}

/// How far a run has come.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Progress {
    done: i64,
    total: i64,
    phase: String,
}

/// Counts of one file.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ReportRow {
    file: String,
    object: String,
    read: u64,
    created: u64,
    updated: u64,
    unchanged: u64,
    failed: u64,
}

/// What came of a run or a dry run.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ReportView {
    dry_run: bool,
    objects: Vec<ReportRow>,
    notes: Vec<String>,
}

/// An import.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Import {
    id: String,
    state: String,
    source: SourceView,
    files: Vec<FileView>,
    progress: Option<Progress>,
    report: Option<ReportView>,
    error: Option<String>,
    by: Option<String>,
    created: String,
    finished: Option<String>,
}

/// The latest imports
#[utoipa::path(get, path = "/imports", tag = "imports", responses((status = 200, body = List<Import>)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<List<Import>>, Problem> {
    Ok(axum::Json(List::whole(
        imports::list(&server.app, &actor).await?.into_iter().map(|run| view(&run)).collect(),
    )))
}

/// One import, with the progress of one that is going on
#[utoipa::path(get, path = "/imports/{id}", tag = "imports", params(("id" = String, Path)), responses((status = 200, body = Import)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<Import>, Problem> {
    Ok(axum::Json(view(&imports::show(&server.app, &actor, id).await?)))
}

fn view(run: &imports::Run) -> Import {
    let files: Vec<Found> = serde_json::from_str(&run.files).unwrap_or_default();
    let mapping: Mapping = serde_json::from_str(&run.mapping).unwrap_or_default();
    let report: Option<Report> = run.report.as_deref().and_then(|text| serde_json::from_str(text).ok());
    let going_on = ["checking", "running", "undoing"].contains(&run.state.as_str());
    let total: i64 = files.iter().map(|file| i64::try_from(file.rows).unwrap_or(i64::MAX)).sum();
    let kind = files.iter().find_map(|file| file.source.clone());
    let because = files.iter().find(|file| file.object.is_some()).map(|file| file.because.clone());
    Import {
        id: run.id.to_string(),
        state: run.state.clone(),
        source: SourceView { kind, name: run.source.clone(), because },
        files: files.iter().map(|file| file_view(file, &mapping, report.as_ref())).collect(),
        progress: going_on.then(|| Progress { done: run.rows_done, total, phase: run.state.clone() }),
        report: report.map(report_view),
        error: run.error.clone(),
        by: Some(run.by_name.clone()),
        created: instant(run.created_us),
        finished: run.finished_us.map(instant),
    }
}

fn file_view(file: &Found, mapping: &Mapping, report: Option<&Report>) -> FileView {
    let mapped = mapping.files.iter().find(|mapped| mapped.file == file.name);
    let column = |(place, name): (usize, &String)| ColumnView {
        name: name.clone(),
        samples: file
            .samples
            .iter()
            .filter_map(|row| row.get(place))
            .filter(|cell| !cell.is_empty())
            .take(3)
            .cloned()
            .collect(),
        field: mapped.and_then(|mapped| mapped.columns.get(name)).cloned(),
    };
    let failed = report
        .into_iter()
        .flat_map(|report| &report.objects)
        .filter(|counts| counts.file == file.name)
        .map(|counts| counts.failed);
    FileView {
        name: file.name.clone(),
        object: mapped.map(|mapped| mapped.object.to_string()),
        encoding: file.encoding.clone(),
        encoding_given: mapped.and_then(|mapped| mapped.encoding.clone()),
        dates: mapped.and_then(|mapped| mapped.dates).map(|order| match order {
            DateOrder::DayFirst => "day_first",
            DateOrder::MonthFirst => "month_first",
        }),
        delimiter: file.delimiter.to_string(),
        rows: file.rows,
        because: file.because.clone(),
        columns: file.headers.iter().enumerate().map(column).collect(),
        problems: failed.sum(),
    }
}

fn report_view(report: Report) -> ReportView {
    let row = |c: imports::Counts| ReportRow {
        file: c.file,
        object: c.object,
        read: c.read,
        created: c.created,
        updated: c.updated,
        unchanged: c.unchanged,
        failed: c.failed,
    };
    ReportView {
        dry_run: report.dry_run,
        objects: report.objects.into_iter().map(row).collect(),
        notes: report.notes,
    }
}

/// Upload files and have them recognised
#[utoipa::path(post, path = "/imports", tag = "imports", request_body(content = Object, content_type = "multipart/form-data"), responses((status = 201, body = Import)))]
pub async fn upload(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    form: Result<Multipart, MultipartRejection>,
) -> Result<(StatusCode, axum::Json<Import>), Problem> {
    actor.require(tandem_app::Permission::Import)?;
    let form = form.map_err(|error| Problem::bad_request(error.body_text()))?;
    let kept = tempfile::Builder::new().prefix("arriving-").tempdir_in(&*server.uploads).map_err(no_room)?;
    keep_files(form, kept.path()).await?;
    let id = uploads::register(&server.app, &actor, kept.path()).await?;
    tokio::fs::rename(kept.keep(), folder(&server, id)).await.map_err(no_room)?;
    Ok((StatusCode::CREATED, axum::Json(view(&imports::show(&server.app, &actor, id).await?))))
}

fn no_room(error: std::io::Error) -> Problem {
    Problem::new(
        StatusCode::INSUFFICIENT_STORAGE,
        "Nothing can be saved now",
        format!("the files could not be kept ({error}): ask an administrator to look at the disk"),
    )
}

fn folder(server: &Server, import: i64) -> PathBuf {
    server.uploads.join(import.to_string())
}

async fn keep_files(mut form: Multipart, folder: &Path) -> Result<(), Problem> {
    let broken = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(),
        _ => Problem::bad_request(error.body_text()),
    };
    let mut any = false;
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        let Some(name) = field.file_name().and_then(safe_name) else { continue };
        let mut file = tokio::fs::File::create(free_place(folder, &name)).await.map_err(no_room)?;
        while let Some(bytes) = field.chunk().await.map_err(broken)? {
            file.write_all(&bytes).await.map_err(no_room)?;
        }
        file.flush().await.map_err(no_room)?;
        any = true;
    }
    if any { Ok(()) } else { Err(Problem::bad_request("no file was sent: choose at least one")) }
}

/// Files of one name, as several folders hold them, do not take each other's place.
pub fn free_place(folder: &Path, name: &str) -> PathBuf {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = |number: u32| match number {
        1 => folder.join(name),
        _ => folder.join(format!("{stem} ({number}).{ending}")),
    };
    (1..).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| folder.join(name))
}

/// The last part of a name, without anything that leads out of the folder.
pub fn safe_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next()?.trim_start_matches('.');
    let clean: String = last.chars().filter(|c| !c.is_control()).take(150).collect();
    (!clean.is_empty()).then_some(clean)
}

/// What can be mapped.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FieldView {
    field: &'static str,
    required: bool,
    help: &'static str,
}

/// The fields of every object
#[utoipa::path(get, path = "/imports/fields", tag = "imports", responses((status = 200, body = BTreeMap<String, Vec<FieldView>>)))]
pub async fn fields(
    State(_server): State<Server>,
    SignedIn(_actor): SignedIn,
) -> axum::Json<BTreeMap<&'static str, Vec<FieldView>>> {
    let views = |object: &ObjectKind| {
        fields_of(*object)
            .iter()
            .map(|f| FieldView { field: f.name, required: f.required, help: f.help })
            .collect()
    };
    axum::Json(ObjectKind::ALL.iter().map(|object| (object.text(), views(object))).collect())
}

/// What could not be read, and where.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ProblemRow {
    file: String,
    object: String,
    line: i64,
    column: String,
    value: String,
    problem: String,
    advice: String,
}

/// What could not be read
#[utoipa::path(get, path = "/imports/{id}/problems", tag = "imports", params(("id" = String, Path)), responses((status = 200, body = List<ProblemRow>)))]
pub async fn problems(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<List<ProblemRow>>, Problem> {
    let rows = imports::problems(&server.app, &actor, id).await?;
    let view = |row: imports::Placed| ProblemRow {
        file: row.file,
        object: row.object,
        line: row.line,
        column: row.problem.column,
        value: row.problem.value,
        problem: row.problem.problem,
        advice: row.problem.advice,
    };
    Ok(axum::Json(List::whole(rows.into_iter().map(view).collect())))
}

/// Say which file holds what, and which column is which field
#[utoipa::path(put, path = "/imports/{id}/mapping", tag = "imports", params(("id" = String, Path)), request_body = Object, responses((status = 200, body = Import)))]
pub async fn set_mapping(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(mapping): Json<Mapping>,
) -> Result<axum::Json<Import>, Problem> {
    uploads::set_mapping(&server.app, &actor, id, mapping).await?;
    after(&server, &actor, id).await.map(|(_, view)| view)
}

async fn after(server: &Server, actor: &Actor, id: i64) -> Result<(StatusCode, axum::Json<Import>), Problem> {
    Ok((StatusCode::ACCEPTED, axum::Json(view(&imports::show(&server.app, actor, id).await?))))
}

/// Try the import and keep nothing
#[utoipa::path(post, path = "/imports/{id}/check", tag = "imports", params(("id" = String, Path)), responses((status = 202, body = Import)))]
pub async fn check(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<(StatusCode, axum::Json<Import>), Problem> {
    uploads::start_check(&server.app, &actor, id, folder(&server, id)).await?;
    after(&server, &actor, id).await
}

/// Import
#[utoipa::path(post, path = "/imports/{id}/run", tag = "imports", params(("id" = String, Path)), responses((status = 202, body = Import)))]
pub async fn run(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<(StatusCode, axum::Json<Import>), Problem> {
    uploads::start_run(&server.app, &actor, id, folder(&server, id)).await?;
    after(&server, &actor, id).await
}

/// Stop an import that is going on; nothing of it is kept
#[utoipa::path(post, path = "/imports/{id}/cancel", tag = "imports", params(("id" = String, Path)), responses((status = 202, body = Import)))]
pub async fn cancel(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<(StatusCode, axum::Json<Import>), Problem> {
    uploads::cancel(&server.app, &actor, id).await?;
    after(&server, &actor, id).await
}

/// Take back all of an import
#[utoipa::path(post, path = "/imports/{id}/undo", tag = "imports", params(("id" = String, Path)), responses((status = 202, body = Import)))]
pub async fn undo(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<(StatusCode, axum::Json<Import>), Problem> {
    imports::undo(&server.app, &actor, id).await.map_err(|error| match error {
        Error::NotFound(_) => Problem::from(Error::NotFound("import")),
        other => Problem::from(other),
    })?;
    after(&server, &actor, id).await
}

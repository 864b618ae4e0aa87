//! Incentives: plans, periods, statements, questions, trials and exports.
pub mod payments;

use super::wire::{Created, Place};
use crate::Server;
use crate::extract::{Id, Json, Query, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use tandem_app::incentives::{
    self, AMOUNT, CheckedPlan, HEADERS, IncentivesView, NewQuestion, PlansView, QuestionAct, QuestionQuery,
    Questions, Ran, StatementView, TeamView, TrialView,
};
use tandem_core::exports::safe_cell;
use tandem_core::incentives::amortise::{ExportRow, ShortContracts};
use tandem_core::subscriptions::Month;

/// What there is: the plans in force, periods, and what the reader may do
#[utoipa::path(get, path = "/incentives", tag = "incentives", responses((status = 200, body = IncentivesView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<IncentivesView>, Problem> {
    Ok(axum::Json(incentives::overview(&server.app, &actor).await?))
}

/// All versions of all plans, the latest first; drafts are for those who write plans
#[utoipa::path(get, path = "/incentives/plans", tag = "incentives", responses((status = 200, body = PlansView)))]
pub async fn plans(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<PlansView>, Problem> {
    Ok(axum::Json(incentives::list(&server.app, &actor).await?))
}

/// A plan as it is written, in YAML or JSON.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncentivePlanText {
    document: String,
}

/// Write a draft of a plan
#[utoipa::path(post, path = "/incentives/plans", tag = "incentives", request_body = IncentivePlanText, responses((status = 201, body = Created)))]
pub async fn write_plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(text): Json<IncentivePlanText>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = incentives::write(&server.app, &actor, text.document).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// Change a draft; a plan that was approved is never edited
#[utoipa::path(put, path = "/incentives/plans/{id}", tag = "incentives", params(("id" = String, Path)), request_body = IncentivePlanText, responses((status = 204)))]
pub async fn change_plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(text): Json<IncentivePlanText>,
) -> Result<StatusCode, Problem> {
    incentives::change(&server.app, &actor, id, text.document).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Drop a draft, or withdraw an approved version that has not come into force
#[utoipa::path(delete, path = "/incentives/plans/{id}", tag = "incentives", params(("id" = String, Path)), responses((status = 204)))]
pub async fn drop_plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    incentives::drop(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Approve a draft: from its effective day on it pays
#[utoipa::path(post, path = "/incentives/plans/{id}/approve", tag = "incentives", params(("id" = String, Path)), responses((status = 204)))]
pub async fn approve_plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    incentives::approve(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Check a plan without keeping it
#[utoipa::path(post, path = "/incentives/plans/check", tag = "incentives", request_body = IncentivePlanText, responses((status = 200, body = CheckedPlan)))]
pub async fn check_plan(
    State(server): State<Server>,
    SignedIn(_actor): SignedIn,
    Json(text): Json<IncentivePlanText>,
) -> Result<axum::Json<CheckedPlan>, Problem> {
    Ok(axum::Json(incentives::check(&server.app, &text.document).await?))
}

/// What a plan would have paid over the last two years, beside the plans in force for the same people
#[utoipa::path(post, path = "/incentives/plans/try", tag = "incentives", request_body = IncentivePlanText, responses((status = 200, body = TrialView)))]
pub async fn try_plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(text): Json<IncentivePlanText>,
) -> Result<axum::Json<TrialView>, Problem> {
    Ok(axum::Json(incentives::try_out(&server.app, &actor, &text.document).await?))
}

/// Compute the open period up to today; twice changes nothing
#[utoipa::path(post, path = "/incentives/calculate", tag = "incentives", responses((status = 200, body = Ran)))]
pub async fn calculate(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<Ran>, Problem> {
    Ok(axum::Json(incentives::calculate(&server.app, &actor).await?))
}

/// A period to close.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncentiveClose {
    /// YYYY-MM.
    period: String,
}

/// Compute a period for the last time and close it: nothing is posted into it any more
#[utoipa::path(post, path = "/incentives/close", tag = "incentives", request_body = IncentiveClose, responses((status = 200, body = Ran)))]
pub async fn close(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(close): Json<IncentiveClose>,
) -> Result<axum::Json<Ran>, Problem> {
    let period = month(&close.period)?;
    Ok(axum::Json(incentives::close(&server.app, &actor, period).await?))
}

fn month(text: &str) -> Result<Month, Problem> {
    text.parse().map_err(|error: String| tandem_app::Error::Invalid(error).into())
}

/// Whose statement, and of when.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The seller; absent: the reader.
    person: Option<String>,
    /// YYYY-MM; absent: the open period.
    period: Option<String>,
}

impl Wanted {
    fn read(&self) -> Result<(Option<i64>, Option<Month>), Problem> {
        let person = self.person.as_ref().map(|person| person.parse::<i64>()).transpose();
        let person = person.map_err(|_| tandem_app::Error::NotFound("seller"))?;
        Ok((person, self.period.as_deref().map(month).transpose()?))
    }
}

/// A statement: every line with the deal and the rule in words
#[utoipa::path(get, path = "/incentives/statement", tag = "incentives", params(Wanted), responses((status = 200, body = StatementView)))]
pub async fn statement(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<axum::Json<StatementView>, Problem> {
    let (person, period) = wanted.read()?;
    Ok(axum::Json(incentives::statement(&server.app, &actor, person, period).await?))
}

/// A statement as CSV
#[utoipa::path(get, path = "/incentives/statement.csv", tag = "incentives", params(Wanted), responses((status = 200, content_type = "text/csv")))]
pub async fn statement_csv(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<impl IntoResponse, Problem> {
    let (person, period) = wanted.read()?;
    let rows = incentives::cells(&server.app, &actor, person, period).await?;
    let bytes = csv(&HEADERS, rows.iter().map(|row| row.as_slice()))?;
    Ok(file("statement.csv", "text/csv; charset=utf-8", bytes))
}

/// A statement as a spreadsheet
#[utoipa::path(get, path = "/incentives/statement.xlsx", tag = "incentives", params(Wanted), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
pub async fn statement_xlsx(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<impl IntoResponse, Problem> {
    let (person, period) = wanted.read()?;
    let rows = incentives::cells(&server.app, &actor, person, period).await?;
    let bytes = sheet(&rows).map_err(|error| Problem::bad_request(error.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file("statement.xlsx", kind, bytes))
}

fn csv<'r>(headers: &[&str], rows: impl Iterator<Item = &'r [String]>) -> Result<Vec<u8>, Problem> {
    // A mark of the encoding, without which some spreadsheet programs read Chinese as something else.
    let mut writer = csv::Writer::from_writer(Vec::from("\u{feff}".as_bytes()));
    let wrong = |error: csv::Error| Problem::bad_request(error.to_string());
    writer.write_record(headers).map_err(wrong)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe_cell(cell))).map_err(wrong)?;
    }
    writer.into_inner().map_err(|error| Problem::bad_request(error.to_string()))
}

fn sheet(rows: &[[String; 15]]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(HEADERS) {
        sheet.write_string(0, column, name)?;
    }
    for (line, row) in (1..).zip(rows) {
        for ((column, cell), at) in (0..).zip(row).zip(0..) {
            // Strings are written as strings: a spreadsheet program never takes them for formulas.
            match (at == AMOUNT, cell.parse::<f64>()) {
                (true, Ok(number)) => sheet.write_number(line, column, number)?,
                _ => sheet.write_string(line, column, cell)?,
            };
        }
    }
    book.save_to_buffer()
}

fn file(name: &'static str, kind: &'static str, bytes: Vec<u8>) -> impl IntoResponse {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
}

/// A period, or the open one.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Period {
    /// YYYY-MM; absent: the open period.
    period: Option<String>,
}

/// Totals of everybody whose statements the reader sees
#[utoipa::path(get, path = "/incentives/team", tag = "incentives", params(Period), responses((status = 200, body = TeamView)))]
pub async fn team(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Period>,
) -> Result<axum::Json<TeamView>, Problem> {
    let period = wanted.period.as_deref().map(month).transpose()?;
    Ok(axum::Json(incentives::team(&server.app, &actor, period).await?))
}

/// Which questions are wanted.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WantedQuestions {
    /// waiting (open or proposed), open, answered, proposed, adjusted or declined.
    state: Option<String>,
    /// Whose statement they are about.
    person: Option<String>,
    /// YYYY-MM.
    period: Option<String>,
    /// Part of what was asked or said, of a name, or of what the line is about.
    text: Option<String>,
    /// How many; at most 500.
    limit: Option<i64>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// Questions about lines that the reader sees: what waits for an answer first, then the latest
#[utoipa::path(get, path = "/incentives/questions", tag = "incentives", params(WantedQuestions), responses((status = 200, body = Questions)))]
pub async fn questions(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<WantedQuestions>,
) -> Result<axum::Json<Questions>, Problem> {
    let (offset, limit) = Place { limit: wanted.limit, after: wanted.after }.range();
    let query = QuestionQuery {
        state: wanted.state,
        person: wanted.person,
        period: wanted.period.as_deref().map(month).transpose()?,
        text: wanted.text,
        offset: usize::try_from(offset).unwrap_or(0),
        limit: usize::try_from(limit).unwrap_or(0),
    };
    Ok(axum::Json(incentives::questions(&server.app, &actor, &query).await?))
}

/// Ask about a line of the own statement
#[utoipa::path(post, path = "/incentives/questions", tag = "incentives", request_body = NewQuestion, responses((status = 201, body = Created)))]
pub async fn ask(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewQuestion>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = incentives::ask(&server.app, &actor, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// What somebody does with a question.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncentiveAct {
    act: QuestionAct,
}

/// Reply to a question, propose, approve or decline an adjustment
#[utoipa::path(post, path = "/incentives/questions/{id}/acts", tag = "incentives", params(("id" = String, Path)), request_body = IncentiveAct, responses((status = 204)))]
pub async fn act(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<IncentiveAct>,
) -> Result<StatusCode, Problem> {
    incentives::act(&server.app, &actor, id, new.act).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How short contracts are treated.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Short {
    /// Whether contracts of at most twelve months are expensed at once.
    #[serde(default)]
    expense_short: bool,
}

/// Costs to obtain contracts, spread over their months (ASC 340-40, IFRS 15), as CSV
#[utoipa::path(get, path = "/incentives/amortisation.csv", tag = "incentives", params(Short), responses((status = 200, content_type = "text/csv")))]
pub async fn amortisation(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(short): Query<Short>,
) -> Result<impl IntoResponse, Problem> {
    let short = if short.expense_short { ShortContracts::ExpensedAtOnce } else { ShortContracts::Spread };
    let rows = incentives::amortisation(&server.app, &actor, short).await?;
    let headers =
        ["cost", "unit", "month", "opening", "deferred", "amortised", "written_off", "closing", "currency"];
    let row = |row: ExportRow| {
        [
            row.cost,
            row.unit,
            row.month.to_string(),
            row.opening,
            row.deferred,
            row.amortised,
            row.written_off,
            row.closing,
            row.currency.to_string(),
        ]
    };
    let rows: Vec<[String; 9]> = rows.into_iter().map(row).collect();
    let bytes = csv(&headers, rows.iter().map(|row| row.as_slice()))?;
    Ok(file("amortisation.csv", "text/csv; charset=utf-8", bytes))
}

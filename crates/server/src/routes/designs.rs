//! Designs of the sales force: scenarios, studies that nodes work off, trials, calibration, the plan that was decided for.
use super::wire::{Created, List};
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;
use tandem_app::designs::{
    self, CalibrationView, CheckedScenario, Compared, DesignsView, Kind, NewPlan, NewScenario, ParameterView,
    StudyView, Trial, TrialPlan,
};

/// Scenarios, and the latest comparisons and searches
#[utoipa::path(get, path = "/designs", tag = "designs", responses((status = 200, body = DesignsView)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<DesignsView>, Problem> {
    Ok(axum::Json(designs::list(&server.app, &actor).await?))
}

/// Every parameter of the model with its default
#[utoipa::path(get, path = "/designs/parameters", tag = "designs", responses((status = 200, body = List<ParameterView>)))]
pub async fn parameters(SignedIn(_actor): SignedIn) -> axum::Json<List<ParameterView>> {
    axum::Json(List::whole(designs::parameters()))
}

/// What the company's record says of the parameters, and what it cannot tell
#[utoipa::path(get, path = "/designs/calibration", tag = "designs", responses((status = 200, body = CalibrationView)))]
pub async fn calibration(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<CalibrationView>, Problem> {
    Ok(axum::Json(designs::calibration(&server.app, &actor).await?))
}

/// A scenario as it is written, in YAML or JSON: names and values of parameters.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioDocument {
    document: String,
}

/// Check a scenario without keeping it
#[utoipa::path(post, path = "/designs/check", tag = "designs", request_body = ScenarioDocument, responses((status = 200, body = CheckedScenario)))]
pub async fn check(
    SignedIn(_actor): SignedIn,
    Json(text): Json<ScenarioDocument>,
) -> axum::Json<CheckedScenario> {
    axum::Json(designs::check(&text.document))
}

/// A scenario to keep.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioText {
    name: String,
    document: String,
    /// Whether it starts from the book as it is, and not from averages.
    #[serde(default)]
    from_book: bool,
}

impl From<ScenarioText> for NewScenario {
    fn from(text: ScenarioText) -> Self {
        Self { name: text.name, document: text.document, from_book: text.from_book }
    }
}

/// Keep a scenario
#[utoipa::path(post, path = "/designs/scenarios", tag = "designs", request_body = ScenarioText, responses((status = 201, body = Created)))]
pub async fn create(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(text): Json<ScenarioText>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = designs::create(&server.app, &actor, text.into()).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// A scenario in place of a version that was read.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioChange {
    version: i64,
    name: String,
    document: String,
    from_book: bool,
}

/// Change a scenario
#[utoipa::path(put, path = "/designs/scenarios/{id}", tag = "designs", params(("id" = String, Path)), request_body = ScenarioChange, responses((status = 204)))]
pub async fn change(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(text): Json<ScenarioChange>,
) -> Result<StatusCode, Problem> {
    let new = NewScenario { name: text.name, document: text.document, from_book: text.from_book };
    designs::change(&server.app, &actor, id, text.version, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Delete a scenario; studies keep what they asked
#[utoipa::path(delete, path = "/designs/scenarios/{id}", tag = "designs", params(("id" = String, Path)), responses((status = 204)))]
pub async fn delete(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    designs::delete(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Scenarios to try; the first is what the others are held against.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioTrial {
    plans: Vec<ScenarioText>,
}

/// Play scenarios on a few seeds at once, without keeping anything
#[utoipa::path(post, path = "/designs/try", tag = "designs", request_body = ScenarioTrial, responses((status = 200, body = Compared)))]
pub async fn try_out(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(trial): Json<ScenarioTrial>,
) -> Result<axum::Json<Compared>, Problem> {
    let plan = |text: ScenarioText| TrialPlan {
        name: text.name,
        document: text.document,
        from_book: text.from_book,
    };
    let trial = Trial { plans: trial.plans.into_iter().map(plan).collect() };
    Ok(axum::Json(designs::preview(&server.app, &actor, trial).await?))
}

/// What to find out.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStudy {
    kind: Kind,
    /// Ids of scenarios; a comparison holds the others against the first, a search has one.
    scenarios: Vec<String>,
    /// Seeds, lives of the company: the usual number where absent.
    #[serde(default)]
    seeds: Option<usize>,
    /// Seats at most, for a search; as many as the scenario has where absent.
    #[serde(default)]
    seats_max: Option<usize>,
    /// Whether to find out what the answer hangs on.
    #[serde(default = "yes")]
    drivers: bool,
}

fn yes() -> bool {
    true
}

/// Start a comparison or a search: it goes on in the background
#[utoipa::path(post, path = "/designs/studies", tag = "designs", request_body = NewStudy, responses((status = 201, body = Created)))]
pub async fn start(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewStudy>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let new = designs::NewStudy {
        kind: new.kind,
        // An id that is no number names nothing.
        scenarios: new.scenarios.iter().map(|id| id.parse().unwrap_or(-1)).collect(),
        seeds: new.seeds,
        seats_max: new.seats_max,
        drivers: new.drivers,
    };
    let id = designs::start(&server.app, &actor, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// A comparison or search, how far it is, and its answer
#[utoipa::path(get, path = "/designs/studies/{id}", tag = "designs", params(("id" = String, Path)), responses((status = 200, body = StudyView)))]
pub async fn study(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<StudyView>, Problem> {
    Ok(axum::Json(designs::show(&server.app, &actor, id).await?))
}

/// Cancel a comparison or search that is going on
#[utoipa::path(post, path = "/designs/studies/{id}/cancel", tag = "designs", params(("id" = String, Path)), responses((status = 204)))]
pub async fn cancel(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    designs::cancel(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A decision for one of an answer's plans.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSalesPlan {
    /// The comparison or search.
    study: String,
    /// The place of the plan in its answer, from 0.
    place: usize,
    name: String,
    /// The day from which it counts.
    from: NaiveDate,
    #[serde(default)]
    because: String,
}

/// Take one of an answer's plans as the company's, in place of the one before
#[utoipa::path(post, path = "/designs/plans", tag = "designs", request_body = NewSalesPlan, responses((status = 201, body = Created)))]
pub async fn take_plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<NewSalesPlan>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let new = NewPlan {
        // An id that is no number names nothing.
        study: new.study.parse().unwrap_or(-1),
        place: new.place,
        name: new.name,
        from: new.from,
        because: new.because,
    };
    let id = designs::take(&server.app, &actor, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// Take a plan back; the one before it counts again
#[utoipa::path(post, path = "/designs/plans/{id}/withdraw", tag = "designs", params(("id" = String, Path)), responses((status = 204)))]
pub async fn withdraw_plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    designs::withdraw(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

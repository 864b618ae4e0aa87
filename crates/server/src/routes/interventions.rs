//! Interventions: plans, pilots drawn by lot, the verdict with its evidence.
use super::wire::{Created, List};
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;
use tandem_app::interventions::{
    self, Choices, InterventionShort, InterventionView, Lots, Member, NewIntervention, PilotPlan, Question,
    Step,
};
use tandem_core::interventions::{Aim, Kind, Outcome};

/// Interventions that concern somebody whom one leads, the latest first
#[utoipa::path(get, path = "/interventions", tag = "interventions", responses((status = 200, body = List<InterventionShort>)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<List<InterventionShort>>, Problem> {
    Ok(axum::Json(List::whole(interventions::list(&server.app, &actor).await?)))
}

/// What can be chosen for a new intervention
#[utoipa::path(get, path = "/interventions/choices", tag = "interventions", responses((status = 200, body = Choices)))]
pub async fn choices(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<Choices>, Problem> {
    Ok(axum::Json(interventions::choices(&server.app, &actor).await?))
}

/// One intervention with what came of it
#[utoipa::path(get, path = "/interventions/{id}", tag = "interventions", params(("id" = String, Path)), responses((status = 200, body = InterventionView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<InterventionView>, Problem> {
    Ok(axum::Json(interventions::show(&server.app, &actor, id).await?))
}

/// Somebody who takes part.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InterventionMember {
    /// The id of the seller.
    seller: String,
    /// When it begins for this person, where not with the others.
    #[serde(default)]
    from: Option<NaiveDate>,
}

/// A plan.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInterventionText {
    name: String,
    /// training, incentive or management.
    #[schema(value_type = String)]
    kind: Kind,
    /// The measure of the diagnosis that it is aimed at.
    #[schema(value_type = String)]
    aim: Aim,
    /// What is counted; what the aim usually asks for where absent.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    outcome: Option<Outcome>,
    start: NaiveDate,
    end: NaiveDate,
    /// Whole months after the start that do not count yet.
    #[serde(default)]
    settle_months: u32,
    /// Months before that are compared with.
    #[serde(default = "year")]
    baseline_months: u32,
    /// The expected change per person and month, in the outcome's unit.
    expected: f64,
    #[serde(default)]
    because: Option<String>,
    /// Who takes part; everybody where absent.
    #[serde(default)]
    people: Option<Vec<InterventionMember>>,
    /// Ids of those who are compared; everybody else where absent, nobody where empty.
    #[serde(default)]
    compared: Option<Vec<String>>,
}

fn year() -> u32 {
    12
}

/// An id that is no number names nobody.
fn id(text: &str) -> i64 {
    text.parse().unwrap_or(-1)
}

fn ids(texts: &[String]) -> Vec<i64> {
    texts.iter().map(|text| id(text)).collect()
}

impl From<NewInterventionText> for NewIntervention {
    fn from(text: NewInterventionText) -> Self {
        let member = |member: InterventionMember| Member { seller: id(&member.seller), from: member.from };
        Self {
            name: text.name,
            kind: text.kind,
            aim: text.aim,
            outcome: text.outcome,
            start: text.start,
            end: text.end,
            settle_months: text.settle_months,
            baseline_months: text.baseline_months,
            expected: text.expected,
            because: text.because,
            people: text.people.map(|people| people.into_iter().map(member).collect()),
            compared: text.compared.as_deref().map(ids),
        }
    }
}

/// Plan an intervention
#[utoipa::path(post, path = "/interventions", tag = "interventions", request_body = NewInterventionText, responses((status = 201, body = Created)))]
pub async fn create(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(text): Json<NewInterventionText>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let id = interventions::create(&server.app, &actor, text.into()).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// A plan in place of a version that was read.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InterventionChange {
    version: i64,
    plan: NewInterventionText,
}

/// Change a plan that has not begun
#[utoipa::path(put, path = "/interventions/{id}", tag = "interventions", params(("id" = String, Path)), request_body = InterventionChange, responses((status = 204)))]
pub async fn change(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(text): Json<InterventionChange>,
) -> Result<StatusCode, Problem> {
    interventions::change(&server.app, &actor, id, text.version, text.plan.into()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What is done with an intervention.
#[derive(Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InterventionStep {
    /// Lock what it is judged by; it begins.
    Start,
    /// Write the verdict and its evidence down, once the last day is over.
    Judge,
    /// Give it up, with a reason.
    Cancel,
    /// Open the question of splitting with its evidence.
    OpenSplitting,
}

/// A step, from the version that was read.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InterventionAct {
    version: i64,
    step: InterventionStep,
    /// Why; needed to cancel.
    #[serde(default)]
    because: String,
}

/// Begin, judge or cancel an intervention, or open the question of splitting with it
#[utoipa::path(post, path = "/interventions/{id}/acts", tag = "interventions", params(("id" = String, Path)), request_body = InterventionAct, responses((status = 204)))]
pub async fn act(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(act): Json<InterventionAct>,
) -> Result<StatusCode, Problem> {
    let step = match act.step {
        InterventionStep::Start => Step::Start,
        InterventionStep::Judge => Step::Judge,
        InterventionStep::Cancel => Step::Cancel { because: act.because },
        InterventionStep::OpenSplitting => Step::OpenSplitting,
    };
    interventions::act(&server.app, &actor, id, act.version, step).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a pilot shall see.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PilotQuestion {
    /// What is counted.
    #[schema(value_type = String)]
    outcome: Outcome,
    /// The change that shall be seen, per person and month.
    expected: f64,
    /// Ids of those who could take part; everybody whom one leads where absent.
    #[serde(default)]
    people: Option<Vec<String>>,
}

/// How many people and months a pilot takes, by the company's own record; keeps nothing
#[utoipa::path(post, path = "/interventions/pilot", tag = "interventions", request_body = PilotQuestion, responses((status = 200, body = PilotPlan)))]
pub async fn pilot(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(of): Json<PilotQuestion>,
) -> Result<axum::Json<PilotPlan>, Problem> {
    let people = of.people.as_deref().map(ids);
    let question = Question { outcome: of.outcome, expected: of.expected, people };
    Ok(axum::Json(interventions::plan(&server.app, &actor, question).await?))
}

/// What is drawn by lot.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InterventionLots {
    name: String,
    /// training, incentive or management.
    #[schema(value_type = String)]
    kind: Kind,
    /// The measure of the diagnosis that it is aimed at.
    #[schema(value_type = String)]
    aim: Aim,
    /// What is counted; what the aim usually asks for where absent.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    outcome: Option<Outcome>,
    expected: f64,
    start: NaiveDate,
    /// Whole months that count, after the last has begun.
    months: u32,
    #[serde(default)]
    settle_months: u32,
    /// Months before that are compared with.
    #[serde(default = "year")]
    baseline_months: u32,
    #[serde(default)]
    because: Option<String>,
    /// Ids of those who could take part; everybody whom one leads where absent.
    #[serde(default)]
    people: Option<Vec<String>>,
    /// Everybody begins, in so many steps; half begin and half are compared where absent.
    #[serde(default)]
    steps: Option<usize>,
    /// Months between steps.
    #[serde(default = "two")]
    months_apart: u32,
    /// The seed, so that lots can be drawn again; one is made where absent, and recorded.
    #[serde(default)]
    seed: Option<u64>,
}

fn two() -> u32 {
    2
}

/// Draw who begins and who is compared within teams, before anybody is trained, and keep the plan
#[utoipa::path(post, path = "/interventions/draw", tag = "interventions", request_body = InterventionLots, responses((status = 201, body = Created)))]
pub async fn draw(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(of): Json<InterventionLots>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let lots = Lots {
        name: of.name,
        kind: of.kind,
        aim: of.aim,
        outcome: of.outcome,
        expected: of.expected,
        start: of.start,
        months: of.months,
        settle_months: of.settle_months,
        baseline_months: of.baseline_months,
        because: of.because,
        people: of.people.as_deref().map(ids),
        steps: of.steps,
        months_apart: of.months_apart,
        seed: of.seed,
    };
    let id = interventions::draw(&server.app, &actor, lots).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

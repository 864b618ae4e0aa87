//! Staffing: the own page, people whom one leads, what they can do and learn, proposals, and the check of groups.
use super::wire::Created;
use crate::Server;
use crate::extract::{Id, Json, Query, SignedIn, day};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tandem_app::Error;
use tandem_app::staffing::{
    self, Adopt, AlternativeView, Answers, ChangedProposal, GroupsBy, GroupsView, LearningAct, MineView,
    NewAssessment, NewLearning, NewProposal, PersonView, ProposalView, ProposalsView, TeamView, Wishes,
};
use tandem_core::competencies::{COMPETENCIES, Competency, Source};
use tandem_core::fit::{SCALES, items_of};
use tandem_core::languages::{Language, Words};
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{Aspect, Objective, Wish};

/// A sentence of the questionnaire.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StaffingItem {
    id: &'static str,
    #[schema(value_type = Object)]
    text: &'static Words,
}

/// A scale with origin and licence.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StaffingScale {
    id: &'static str,
    #[schema(value_type = Object)]
    title: Words,
    of_hunting: bool,
    source: &'static str,
    licence: &'static str,
    /// How reliable it is, 0 to 1.
    alpha: f64,
    /// Whether that was published for these very items.
    is_published: bool,
    /// Where the figure comes from.
    #[schema(value_type = Object)]
    reliability: &'static Words,
    items: Vec<StaffingItem>,
}

/// The questionnaire.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StaffingQuestionnaire {
    scales: Vec<StaffingScale>,
}

/// The questionnaire, with origin, licence and reliability of every scale
#[utoipa::path(get, path = "/staffing/questionnaire", tag = "staffing", responses((status = 200, body = StaffingQuestionnaire)))]
pub async fn questionnaire(SignedIn(_actor): SignedIn) -> axum::Json<StaffingQuestionnaire> {
    let scale = |scale: &'static tandem_core::fit::Scale| StaffingScale {
        id: scale.of.text(),
        title: scale.of.words(),
        of_hunting: scale.of.is_of_hunting(),
        source: scale.source,
        licence: scale.licence,
        alpha: scale.alpha,
        is_published: scale.is_published,
        reliability: &scale.reliability,
        items: items_of(scale.of).map(|item| StaffingItem { id: item.id, text: &item.text }).collect(),
    };
    axum::Json(StaffingQuestionnaire { scales: SCALES.iter().map(scale).collect() })
}

/// What the roles must be able to do.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StaffingCompetencies {
    /// id, role, title, what others see at levels 1 to 4, the level needed, and whether nobody is ready without it.
    #[schema(value_type = Vec<Object>)]
    items: &'static [Competency],
}

/// What each role must be able to do, with what others see at each level
#[utoipa::path(get, path = "/staffing/competencies", tag = "staffing", responses((status = 200, body = StaffingCompetencies)))]
pub async fn competencies(SignedIn(_actor): SignedIn) -> axum::Json<StaffingCompetencies> {
    axum::Json(StaffingCompetencies { items: COMPETENCIES })
}

/// The own page: profile, competencies, learning plan, who looked, proposals that name one
#[utoipa::path(get, path = "/staffing/me", tag = "staffing", responses((status = 200, body = MineView)))]
pub async fn mine(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<MineView>, Problem> {
    Ok(axum::Json(staffing::mine(&server.app, &actor).await?))
}

/// Answers to the questionnaire.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingAnswers {
    /// 1, not at all, to 5, fully, by item; items may be left out.
    answers: BTreeMap<String, u8>,
    /// en or zh-Hant.
    #[schema(value_type = String)]
    language: Language,
    /// That the person agrees to their use.
    consents: bool,
}

/// Answer the questionnaire, with consent; earlier answers are replaced
#[utoipa::path(put, path = "/staffing/me/answers", tag = "staffing", request_body = StaffingAnswers, responses((status = 204)))]
pub async fn answer(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<StaffingAnswers>,
) -> Result<StatusCode, Problem> {
    let StaffingAnswers { answers, language, consents } = new;
    staffing::answer(&server.app, &actor, Answers { answers, language, consents }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take the own answers back: nothing of them is left
#[utoipa::path(delete, path = "/staffing/me/answers", tag = "staffing", responses((status = 204)))]
pub async fn take_back(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<StatusCode, Problem> {
    staffing::take_back(&server.app, &actor).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a person wants.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingWishes {
    /// want, open or rather_not, by hunter, account_manager and inside_account_manager.
    #[schema(value_type = BTreeMap<String, String>)]
    wishes: BTreeMap<SellerRole, Wish>,
    /// A word to it.
    note: Option<String>,
    /// A word to the own profile, which everybody reads who sees the profile.
    comment: Option<String>,
}

/// Say what one wants, and a word to the own profile
#[utoipa::path(put, path = "/staffing/me/wishes", tag = "staffing", request_body = StaffingWishes, responses((status = 204)))]
pub async fn wish(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<StaffingWishes>,
) -> Result<StatusCode, Problem> {
    let StaffingWishes { wishes, note, comment } = new;
    staffing::wish(&server.app, &actor, Wishes { wishes, note, comment }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody's page, for those who lead the person; where it shows fit, the look is written down and the person sees it
#[utoipa::path(get, path = "/staffing/people/{id}", tag = "staffing", params(("id" = String, Path)), responses((status = 200, body = PersonView)))]
pub async fn person(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<PersonView>, Problem> {
    Ok(axum::Json(staffing::person(&server.app, &actor, id).await?))
}

/// Something to say of what somebody can do.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingNewAssessment {
    competency: String,
    /// self of oneself; manager or evidence of others.
    #[schema(value_type = String)]
    source: Source,
    /// 0, not seen yet, to 4.
    level: u8,
    #[serde(deserialize_with = "day")]
    on: NaiveDate,
    /// What makes one think so; for evidence, where it can be looked up.
    because: String,
}

/// Say what somebody can do; earlier words stay
#[utoipa::path(post, path = "/staffing/people/{id}/assessments", tag = "staffing", params(("id" = String, Path)), request_body = StaffingNewAssessment, responses((status = 204)))]
pub async fn assess(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<StaffingNewAssessment>,
) -> Result<StatusCode, Problem> {
    let StaffingNewAssessment { competency, source, level, on, because } = new;
    let new = NewAssessment { competency, source, level, on, because };
    staffing::assess(&server.app, &actor, id, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Something to learn.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingNewLearning {
    competency: String,
    /// How: a course, a visit together, an own case.
    what: String,
    #[serde(deserialize_with = "day")]
    until: NaiveDate,
}

/// Plan something to learn, for oneself or somebody whom one leads
#[utoipa::path(post, path = "/staffing/people/{id}/learning", tag = "staffing", params(("id" = String, Path)), request_body = StaffingNewLearning, responses((status = 201, body = Created)))]
pub async fn plan(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<StaffingNewLearning>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let StaffingNewLearning { competency, what, until } = new;
    let id = staffing::plan(&server.app, &actor, id, NewLearning { competency, what, until }).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// What becomes of an item.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingLearningActs {
    act: LearningAct,
}

/// Finish, reopen or drop something to learn
#[utoipa::path(post, path = "/staffing/learning/{id}/acts", tag = "staffing", params(("id" = String, Path)), request_body = StaffingLearningActs, responses((status = 204)))]
pub async fn act(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<StaffingLearningActs>,
) -> Result<StatusCode, Problem> {
    staffing::act(&server.app, &actor, id, new.act).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Everybody of whom the reader may see what they can do
#[utoipa::path(get, path = "/staffing/team", tag = "staffing", responses((status = 200, body = TeamView)))]
pub async fn team(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<TeamView>, Problem> {
    Ok(axum::Json(staffing::team(&server.app, &actor).await?))
}

/// Proposals about people whom the reader leads
#[utoipa::path(get, path = "/staffing/proposals", tag = "staffing", responses((status = 200, body = ProposalsView)))]
pub async fn proposals(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<ProposalsView>, Problem> {
    Ok(axum::Json(staffing::list(&server.app, &actor).await?))
}

/// What to propose.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingNewProposal {
    name: String,
    /// Seats by hunter, account_manager and inside_account_manager.
    #[schema(value_type = BTreeMap<String, u32>)]
    seats: BTreeMap<SellerRole, u32>,
    /// How much fit, wish, competencies, relationships and location count; absent: the usual weights.
    #[schema(value_type = Option<BTreeMap<String, u32>>)]
    weights: Option<BTreeMap<Aspect, u32>>,
    /// Sellers; absent: everybody whom the reader leads.
    people: Option<Vec<String>>,
    /// Roles by seller that the manager has decided on.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>)]
    locks: BTreeMap<String, SellerRole>,
}

fn seller(text: &str) -> Result<i64, Problem> {
    text.parse().map_err(|_| Error::NotFound("seller").into())
}

fn locks(given: BTreeMap<String, SellerRole>) -> Result<BTreeMap<i64, SellerRole>, Problem> {
    given.into_iter().map(|(id, role)| Ok((seller(&id)?, role))).collect()
}

/// Propose who could have which role among those whom one leads; it is kept, and decides nothing
#[utoipa::path(post, path = "/staffing/proposals", tag = "staffing", request_body = StaffingNewProposal, responses((status = 201, body = Created)))]
pub async fn propose(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<StaffingNewProposal>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let people = new.people.map(|all| all.iter().map(|id| seller(id)).collect()).transpose()?;
    let StaffingNewProposal { name, seats, weights, .. } = new;
    let new = NewProposal { name, seats, weights, people, locks: locks(new.locks)? };
    let id = staffing::propose(&server.app, &actor, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// A proposal: who could sit where and why, what else it could be and costs, whom to hire; the look is written down
#[utoipa::path(get, path = "/staffing/proposals/{id}", tag = "staffing", params(("id" = String, Path)), responses((status = 200, body = ProposalView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<axum::Json<ProposalView>, Problem> {
    Ok(axum::Json(staffing::show(&server.app, &actor, id).await?))
}

/// What to change of a proposal.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingChange {
    #[schema(value_type = BTreeMap<String, u32>)]
    seats: BTreeMap<SellerRole, u32>,
    #[schema(value_type = BTreeMap<String, u32>)]
    weights: BTreeMap<Aspect, u32>,
    #[schema(value_type = BTreeMap<String, String>)]
    locks: BTreeMap<String, SellerRole>,
    /// The version that was looked at.
    version: i64,
}

/// Solve a proposal again with other seats, weights and locks
#[utoipa::path(put, path = "/staffing/proposals/{id}", tag = "staffing", params(("id" = String, Path)), request_body = StaffingChange, responses((status = 204)))]
pub async fn change(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<StaffingChange>,
) -> Result<StatusCode, Problem> {
    let StaffingChange { seats, weights, version, .. } = new;
    let new = ChangedProposal { seats, weights, locks: locks(new.locks)?, version };
    staffing::change(&server.app, &actor, id, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// That somebody decided.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingAdoption {
    /// balanced, wishes or continuity.
    #[schema(value_type = String)]
    objective: Objective,
    /// Why; everybody concerned reads it.
    because: String,
    /// The version that was looked at.
    version: i64,
}

/// Write down that somebody decided; nobody's role changes by it
#[utoipa::path(post, path = "/staffing/proposals/{id}/adoption", tag = "staffing", params(("id" = String, Path)), request_body = StaffingAdoption, responses((status = 204)))]
pub async fn adopt(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(new): Json<StaffingAdoption>,
) -> Result<StatusCode, Problem> {
    let StaffingAdoption { objective, because, version } = new;
    staffing::adopt(&server.app, &actor, id, Adopt { objective, because, version }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whose other roles, and by which objective.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The seller.
    person: String,
    /// balanced, wishes or continuity; absent: balanced.
    #[param(value_type = Option<String>)]
    objective: Option<Objective>,
}

/// What other roles of a person would cost.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StaffingAlternatives {
    items: Vec<AlternativeView>,
}

/// What every other role of one person would cost, and who would change with it
#[utoipa::path(get, path = "/staffing/proposals/{id}/alternatives", tag = "staffing", params(("id" = String, Path), Wanted), responses((status = 200, body = StaffingAlternatives)))]
pub async fn alternatives(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Query(wanted): Query<Wanted>,
) -> Result<axum::Json<StaffingAlternatives>, Problem> {
    let (person, objective) = (seller(&wanted.person)?, wanted.objective.unwrap_or(Objective::Balanced));
    let items = staffing::alternatives_of(&server.app, &actor, id, person, objective).await?;
    Ok(axum::Json(StaffingAlternatives { items }))
}

/// What people are grouped by.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Groups {
    /// team, tenure or language; absent: team.
    #[param(value_type = Option<String>)]
    by: Option<GroupsBy>,
}

/// Whether groups that the record knows fare differently, never of fewer than five people
#[utoipa::path(get, path = "/staffing/groups", tag = "staffing", params(Groups), responses((status = 200, body = GroupsView)))]
pub async fn groups(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(groups): Query<Groups>,
) -> Result<axum::Json<GroupsView>, Problem> {
    let by = groups.by.unwrap_or(GroupsBy::Team);
    Ok(axum::Json(staffing::compare(&server.app, &actor, by).await?))
}

/// Groups that the record does not hold.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffingGivenGroups {
    /// A group's name by seller.
    groups: BTreeMap<String, String>,
}

/// The same for groups that are given; they are kept nowhere
#[utoipa::path(post, path = "/staffing/groups", tag = "staffing", request_body = StaffingGivenGroups, responses((status = 200, body = GroupsView)))]
pub async fn given_groups(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(given): Json<StaffingGivenGroups>,
) -> Result<axum::Json<GroupsView>, Problem> {
    let groups = given.groups.into_iter().map(|(id, group)| Ok((seller(&id)?, group)));
    let groups = groups.collect::<Result<BTreeMap<i64, String>, Problem>>()?;
    Ok(axum::Json(staffing::compare_given(&server.app, &actor, groups).await?))
}

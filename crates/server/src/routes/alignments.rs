//! Alignments: drafts, proposals that nodes find, work on them, challenges, adoption and drift.
use super::wire::Created;
use crate::Server;
use crate::extract::{Id, Json, SignedIn, day};
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tandem_app::alignments::{
    self, Adopt, AdoptionPreview, AlignmentView, AlignmentsView, Answered, ChangedDraft, DriftView,
    NewAlignment, NewChallenge, ProposalView, WorkAct, Worked,
};
use tandem_core::alignments::{Needed, Part, Rules, Scope, Segment, Skill};

type Done<T> = Result<axum::Json<T>, Problem>;

/// An id that is no number names nothing.
fn number(text: &str) -> i64 {
    text.parse().unwrap_or(-1)
}

/// Alignments, the latest first
#[utoipa::path(get, path = "/alignments", tag = "alignments", responses((status = 200, body = AlignmentsView)))]
pub async fn list(State(server): State<Server>, SignedIn(actor): SignedIn) -> Done<AlignmentsView> {
    Ok(axum::Json(alignments::list(&server.app, &actor).await?))
}

/// An alignment to draft.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentDraft {
    name: String,
    /// all: every unit with recurring revenue; kept: those of account managers, and what hunters hand over.
    #[schema(value_type = String)]
    scope: Scope,
}

/// Draft an alignment
#[utoipa::path(post, path = "/alignments", tag = "alignments", request_body = AlignmentDraft, responses((status = 201, body = Created)))]
pub async fn create(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(new): Json<AlignmentDraft>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let new = NewAlignment { name: new.name, scope: new.scope };
    let id = alignments::create(&server.app, &actor, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: id.to_string() })))
}

/// An alignment: who has which part, what the data lack, how far it is, and its proposals
#[utoipa::path(get, path = "/alignments/{id}", tag = "alignments", params(("id" = String, Path)), responses((status = 200, body = AlignmentView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Done<AlignmentView> {
    Ok(axum::Json(alignments::show(&server.app, &actor, id).await?))
}

/// What to change of a draft; what is absent stays.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentChange {
    /// The version that was read.
    version: i64,
    #[serde(default)]
    name: Option<String>,
    /// all or kept.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    scope: Option<Scope>,
    /// What people do, by seller: field, inside, hunter or aside.
    #[serde(default)]
    #[schema(value_type = Object)]
    parts: BTreeMap<String, Part>,
    /// All constants.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    rules: Option<Rules>,
    /// All languages and skills.
    #[serde(default)]
    skills: Option<Vec<AlignmentSkillGiven>>,
}

/// A language or skill: who has it, and which customers need it, by any of what is named.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentSkillGiven {
    name: String,
    /// Sellers.
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    countries: BTreeSet<String>,
    #[serde(default)]
    industries: BTreeSet<String>,
    /// enterprise, middle or small.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    segments: BTreeSet<Segment>,
}

impl From<AlignmentSkillGiven> for Skill {
    fn from(given: AlignmentSkillGiven) -> Self {
        let (countries, industries, segments) = (given.countries, given.industries, given.segments);
        Self {
            name: given.name,
            people: given.people.iter().map(|seller| number(seller)).collect(),
            units: Needed { countries, industries, segments },
        }
    }
}

/// Change a draft
#[utoipa::path(patch, path = "/alignments/{id}", tag = "alignments", params(("id" = String, Path)), request_body = AlignmentChange, responses((status = 204)))]
pub async fn change(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(text): Json<AlignmentChange>,
) -> Result<StatusCode, Problem> {
    let changed = ChangedDraft {
        version: text.version,
        name: text.name,
        scope: text.scope,
        parts: text.parts.into_iter().map(|(seller, part)| (number(&seller), part)).collect(),
        rules: text.rules,
        skills: text.skills.map(|skills| skills.into_iter().map(Skill::from).collect()),
    };
    alignments::change(&server.app, &actor, id, changed).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Delete a draft with all that was found
#[utoipa::path(delete, path = "/alignments/{id}", tag = "alignments", params(("id" = String, Path)), responses((status = 204)))]
pub async fn delete(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    alignments::delete(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Solve a draft: several proposals are found in the background
#[utoipa::path(post, path = "/alignments/{id}/solve", tag = "alignments", params(("id" = String, Path)), responses((status = 204)))]
pub async fn solve(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    alignments::start(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Cancel the solving that is going on
#[utoipa::path(post, path = "/alignments/{id}/cancel", tag = "alignments", params(("id" = String, Path)), responses((status = 204)))]
pub async fn cancel(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
) -> Result<StatusCode, Problem> {
    alignments::cancel(&server.app, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A proposal with its units, and what keeping each with its owner would cost
#[utoipa::path(get, path = "/alignments/{id}/proposals/{key}", tag = "alignments", params(("id" = String, Path), ("key" = String, Path)), responses((status = 200, body = ProposalView)))]
pub async fn proposal(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Path((id, key)): Path<(String, String)>,
) -> Done<ProposalView> {
    Ok(axum::Json(alignments::proposal(&server.app, &actor, number(&id), &key).await?))
}

/// Something to do with units or hunters of a proposal.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum AlignmentAct {
    /// Units stay with a seller; without one, each with its owner.
    Lock {
        /// Which.
        units: Vec<String>,
        /// With whom.
        #[serde(default)]
        seller: Option<String>,
        /// Why.
        reason: String,
    },
    /// Units are free again.
    Unlock {
        /// Which.
        units: Vec<String>,
    },
    /// A hunter works with an account manager.
    Pair {
        /// Who.
        hunter: String,
        /// With whom.
        manager: String,
        /// Why.
        reason: String,
    },
    /// A hunter's account manager is free again.
    Unpair {
        /// Whose.
        hunter: String,
    },
}

impl From<AlignmentAct> for WorkAct {
    fn from(act: AlignmentAct) -> Self {
        let all = |units: Vec<String>| units.iter().map(|unit| number(unit)).collect();
        match act {
            AlignmentAct::Lock { units, seller, reason } => {
                Self::Lock { units: all(units), seller: seller.as_deref().map(number), reason }
            }
            AlignmentAct::Unlock { units } => Self::Unlock { units: all(units) },
            AlignmentAct::Pair { hunter, manager, reason } => {
                Self::Pair { hunter: number(&hunter), manager: number(&manager), reason }
            }
            AlignmentAct::Unpair { hunter } => Self::Unpair { hunter: number(&hunter) },
        }
    }
}

/// Acts on a proposal; none only brings it up to date.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentWork {
    /// The version of the alignment that was read.
    version: i64,
    acts: Vec<AlignmentAct>,
}

/// Lock, move or free units and pairs of a proposal, and solve the rest again at once
#[utoipa::path(post, path = "/alignments/{id}/proposals/{key}/acts", tag = "alignments", params(("id" = String, Path), ("key" = String, Path)), request_body = AlignmentWork, responses((status = 200, body = Worked)))]
pub async fn work(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Path((id, key)): Path<(String, String)>,
    Json(work): Json<AlignmentWork>,
) -> Done<Worked> {
    let acts = work.acts.into_iter().map(WorkAct::from).collect();
    Ok(axum::Json(alignments::work(&server.app, &actor, number(&id), &key, work.version, acts).await?))
}

/// What is said against a move.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentObjection {
    /// In which proposal it was seen.
    proposal: String,
    unit: String,
    reason: String,
}

/// Challenge a proposed move
#[utoipa::path(post, path = "/alignments/{id}/challenges", tag = "alignments", params(("id" = String, Path)), request_body = AlignmentObjection, responses((status = 201, body = Created)))]
pub async fn challenge(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(said): Json<AlignmentObjection>,
) -> Result<(StatusCode, axum::Json<Created>), Problem> {
    let new = NewChallenge { proposal: said.proposal, unit: number(&said.unit), reason: said.reason };
    let made = alignments::challenge(&server.app, &actor, id, new).await?;
    Ok((StatusCode::CREATED, axum::Json(Created { id: made.to_string() })))
}

/// What becomes of a challenge.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentAnswer {
    /// The proposal that is worked on.
    proposal: String,
    /// The version of the alignment that was read.
    version: i64,
    /// Whether the unit stays with its owner.
    accepts: bool,
    reason: String,
}

/// Answer a challenge: accepted, the unit is locked with its owner
#[utoipa::path(post, path = "/alignments/{id}/challenges/{challenge}", tag = "alignments", params(("id" = String, Path), ("challenge" = String, Path)), request_body = AlignmentAnswer, responses((status = 204)))]
pub async fn answer(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Path((id, challenge)): Path<(String, String)>,
    Json(said): Json<AlignmentAnswer>,
) -> Result<StatusCode, Problem> {
    let answered = Answered {
        proposal: said.proposal,
        version: said.version,
        accepts: said.accepts,
        reason: said.reason,
    };
    alignments::answer(&server.app, &actor, number(&id), number(&challenge), answered).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What adopting a proposal would do: handoffs, pairs, first owners, and what stands against it
#[utoipa::path(get, path = "/alignments/{id}/proposals/{key}/adoption", tag = "alignments", params(("id" = String, Path), ("key" = String, Path)), responses((status = 200, body = AdoptionPreview)))]
pub async fn preview(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Path((id, key)): Path<(String, String)>,
) -> Done<AdoptionPreview> {
    Ok(axum::Json(alignments::preview(&server.app, &actor, number(&id), &key).await?))
}

/// A decision for a proposal.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentDecision {
    proposal: String,
    proposal_version: i64,
    /// The version of the alignment that was read.
    version: i64,
    /// From which day on it holds.
    #[serde(deserialize_with = "day")]
    effective: NaiveDate,
    because: String,
}

/// What adopting came to.
#[derive(Serialize, utoipa::ToSchema)]
pub struct AlignmentAdopted {
    /// Handoffs that were proposed.
    handoffs: usize,
}

/// Adopt a proposal from a day on
#[utoipa::path(post, path = "/alignments/{id}/adopt", tag = "alignments", params(("id" = String, Path)), request_body = AlignmentDecision, responses((status = 200, body = AlignmentAdopted)))]
pub async fn adopt(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(text): Json<AlignmentDecision>,
) -> Done<AlignmentAdopted> {
    let adopt = Adopt {
        proposal: text.proposal,
        proposal_version: text.proposal_version,
        version: text.version,
        effective: text.effective,
        because: text.because,
    };
    let handoffs = alignments::adopt(&server.app, &actor, id, adopt).await?;
    Ok(axum::Json(AlignmentAdopted { handoffs }))
}

/// Why an adoption is taken back.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlignmentWithdrawal {
    /// The version that was read.
    version: i64,
    reason: String,
}

/// Take an adoption back before its day
#[utoipa::path(post, path = "/alignments/{id}/undo", tag = "alignments", params(("id" = String, Path)), request_body = AlignmentWithdrawal, responses((status = 200, body = AlignmentAdopted)))]
pub async fn undo(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(id): Id,
    Json(text): Json<AlignmentWithdrawal>,
) -> Done<AlignmentAdopted> {
    let handoffs = alignments::undo(&server.app, &actor, id, text.version, &text.reason).await?;
    Ok(axum::Json(AlignmentAdopted { handoffs }))
}

/// Who is out of the band since an alignment was adopted, and which units are elsewhere
#[utoipa::path(get, path = "/alignments/{id}/drift", tag = "alignments", params(("id" = String, Path)), responses((status = 200, body = DriftView)))]
pub async fn drift(State(server): State<Server>, SignedIn(actor): SignedIn, Id(id): Id) -> Done<DriftView> {
    Ok(axum::Json(alignments::drift(&server.app, &actor, id).await?))
}

//! People at the customer: what they are there for and how they stand to us.
use crate::Server;
use crate::extract::{Id, Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use tandem_app::stakeholders::{self, NewStakeholder, Stakeholders};
use tandem_core::stakeholders::{ContactRole, Stance, Style};

/// The people of a customer
#[utoipa::path(get, path = "/customers/{id}/stakeholders", tag = "stakeholders", params(("id" = String, Path)), responses((status = 200, body = Stakeholders)))]
pub async fn list(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(customer): Id,
) -> Result<axum::Json<Stakeholders>, Problem> {
    Ok(axum::Json(stakeholders::list(&server.app, &actor, customer).await?))
}

/// What to say of somebody at the customer.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DescribedStakeholder {
    /// champion, economic_buyer, technical_admin, program_contact, daily_contact, renewal_owner, billing, detractor, user.
    #[schema(value_type = Vec<String>)]
    roles: Vec<ContactRole>,
    /// supporter, neutral, opponent or unknown.
    #[schema(value_type = String)]
    stance: Stance,
    /// direct, analytical, personal, orderly or unknown.
    #[schema(value_type = String)]
    style: Style,
    /// What the person wants to reach.
    aim: Option<String>,
    /// The version that was looked at; 0 where nobody has said anything yet.
    version: i64,
}

/// Say what somebody at a customer is there for
#[utoipa::path(put, path = "/contacts/{id}/stakeholder", tag = "stakeholders", params(("id" = String, Path)), request_body = DescribedStakeholder, responses((status = 204)))]
pub async fn describe(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Id(contact): Id,
    Json(new): Json<DescribedStakeholder>,
) -> Result<StatusCode, Problem> {
    let DescribedStakeholder { roles, stance, style, aim, version } = new;
    let new = NewStakeholder { roles, stance, style, aim, version };
    stakeholders::describe(&server.app, &actor, contact, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! Whether the sellers are stretched.
use crate::Server;
use crate::extract::{Query, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use chrono::NaiveDate;
use serde::Deserialize;
use tandem_app::diagnoses::{self, DiagnosisView};

/// As of when.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct Wanted {
    /// Nothing later is looked at; today where absent.
    as_of: Option<NaiveDate>,
}

/// Whether the sellers are stretched, and how sure that is
///
/// Operations, administrators and viewers see the company, managers the team below them, sellers themselves in short.
#[utoipa::path(get, path = "/diagnosis", tag = "diagnosis", params(Wanted), responses((status = 200, body = DiagnosisView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<axum::Json<DiagnosisView>, Problem> {
    Ok(axum::Json(diagnoses::view(&server.app, &actor, wanted.as_of).await?))
}

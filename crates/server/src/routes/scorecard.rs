//! The scorecard after the split.
use crate::Server;
use crate::extract::{Json, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::Deserialize;
use tandem_app::scorecard::{self, NewPromise, ScorecardView};

/// What came after the split against what was promised, and what needs somebody now
#[utoipa::path(get, path = "/scorecard", tag = "scorecard", responses((status = 200, body = ScorecardView)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
) -> Result<axum::Json<ScorecardView>, Problem> {
    Ok(axum::Json(scorecard::view(&server.app, &actor).await?))
}

/// Which plan was decided for, and since when.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PromiseText {
    /// The id of the scenario; the plan that counts under Decide where absent.
    #[serde(default)]
    scenario: Option<String>,
    /// The day from which the roles were split; that of the plan where absent.
    #[serde(default)]
    split: Option<NaiveDate>,
    /// Cost that the inside channel shall save, as a share of it.
    #[serde(default)]
    inside_saving: Option<f64>,
    /// Recurring revenue a year that it may lose, as a share of it.
    #[serde(default)]
    inside_loss: Option<f64>,
}

/// Say which plan was decided for: it is played from the book of that day, and what it lets expect is kept
#[utoipa::path(put, path = "/scorecard/promise", tag = "scorecard", request_body = PromiseText, responses((status = 204)))]
pub async fn promise(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(text): Json<PromiseText>,
) -> Result<StatusCode, Problem> {
    let new = NewPromise {
        // An id that is no number names nothing.
        scenario: text.scenario.zip(text.split).map(|(id, split)| (id.parse().unwrap_or(-1), split)),
        inside: text.inside_saving.zip(text.inside_loss),
    };
    scorecard::promise(&server.app, &actor, new).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! Where the hours go; rules; weeks that sellers report.
use super::wire::{List, named};
use crate::Server;
use crate::extract::{Json, Query, SignedIn, day, day_or_none};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tandem_app::sessions::Named;
use tandem_app::{settings, time};
use tandem_core::activities::ActivityCategory;
use tandem_core::time::Rules;

/// Which weeks.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct Wanted {
    #[serde(default, deserialize_with = "day_or_none")]
    from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "day_or_none")]
    to: Option<NaiveDate>,
    /// Only this seller.
    seller: Option<String>,
    /// week or person; both are in the answer.
    #[expect(dead_code, reason = "the answer holds both")]
    by: Option<String>,
}

/// Hours by where they come from.
#[derive(Serialize, utoipa::ToSchema)]
pub struct SourceHours {
    source: String,
    hours: f64,
}

/// How much of the time the record knows about.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Coverage)]
pub struct CoverageView {
    sellers: usize,
    sellers_with_time: usize,
    hours_available: f64,
    hours_recorded: f64,
    hours_assumed: f64,
    share: Option<f64>,
    sources: Vec<SourceHours>,
    /// How far the shares can be trusted: none, thin (below 30 %), half (below 70 %) or most.
    level: &'static str,
    because: String,
}

/// A week of the team.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TimeWeek {
    week: NaiveDate,
    categories: BTreeMap<&'static str, f64>,
    classes: BTreeMap<&'static str, f64>,
}

/// A person's time.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TimePerson {
    seller: Named,
    hours_available: f64,
    hours_recorded: f64,
    categories: BTreeMap<&'static str, f64>,
    classes: BTreeMap<&'static str, f64>,
}

/// Where the hours go.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Time {
    from: NaiveDate,
    to: NaiveDate,
    coverage: CoverageView,
    weeks: Vec<TimeWeek>,
    people: Vec<TimePerson>,
}

/// Where the sellers' hours go
#[utoipa::path(get, path = "/time", tag = "time", params(Wanted), responses((status = 200, body = Time)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<axum::Json<Time>, Problem> {
    let found = time::view(&server.app, &actor, wanted.from, wanted.to).await?;
    let only =
        |person: &time::PersonView| wanted.seller.as_ref().is_none_or(|seller| *seller == person.seller);
    let week = |w: &time::WeekView| TimeWeek {
        week: w.week,
        categories: w.categories.clone(),
        classes: w.classes.clone(),
    };
    let whose = found.people.iter().find(|person| wanted.seller.is_some() && only(person));
    let weeks = whose.map_or(&found.weeks, |person| &person.weeks).iter().map(week).collect();
    let person = |p: &time::PersonView| TimePerson {
        seller: named(p.seller.parse().unwrap_or_default(), &p.name),
        hours_available: p.hours_available,
        hours_recorded: p.hours_recorded,
        categories: p.categories.clone(),
        classes: p.classes.clone(),
    };
    let people = found.people.iter().filter(|person| only(person)).map(person).collect();
    Ok(axum::Json(Time {
        from: found.from,
        to: found.to,
        coverage: coverage(&found.coverage),
        weeks,
        people,
    }))
}

/// Coverage on the wire.
pub fn coverage(c: &time::Coverage) -> CoverageView {
    CoverageView {
        sellers: c.sellers,
        sellers_with_time: c.sellers_with_time,
        hours_available: c.hours_available,
        hours_recorded: c.hours_recorded,
        hours_assumed: c.hours_assumed,
        share: Some(c.share),
        sources: c
            .sources
            .iter()
            .map(|(source, hours)| SourceHours { source: (*source).to_owned(), hours: *hours })
            .collect(),
        level: c.level,
        because: c.because.clone(),
    }
}

/// The rules that say which time is what
#[utoipa::path(get, path = "/time/rules", tag = "time", responses((status = 200, body = Object)))]
pub async fn rules(
    State(server): State<Server>,
    SignedIn(_actor): SignedIn,
) -> Result<axum::Json<Rules>, Problem> {
    Ok(axum::Json(settings::time_rules(&server.app).await?))
}

/// Replace the rules
#[utoipa::path(put, path = "/time/rules", tag = "time", request_body = Object, responses((status = 204)))]
pub async fn set_rules(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(rules): Json<Rules>,
) -> Result<StatusCode, Problem> {
    settings::put(&server.app, &actor, "time_rules", &rules).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Hours of a week that a seller reports.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeReport {
    #[serde(deserialize_with = "day")]
    week: NaiveDate,
    category: String,
    hours: f64,
}

/// Which week.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct Week {
    #[serde(deserialize_with = "day")]
    week: NaiveDate,
}

/// One's own report of a week
#[utoipa::path(get, path = "/time/reports", tag = "time", params(Week), responses((status = 200, body = List<TimeReport>)))]
pub async fn reports(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(week): Query<Week>,
) -> Result<axum::Json<List<TimeReport>>, Problem> {
    let rows = time::own_report(&server.app, &actor, week.week).await?;
    let view = |(category, minutes): (String, i64)| TimeReport {
        week: time::monday(week.week),
        category,
        hours: minutes as f64 / 60.0,
    };
    Ok(axum::Json(List::whole(rows.into_iter().map(view).collect())))
}

/// Report one's own week
#[utoipa::path(post, path = "/time/reports", tag = "time", request_body = Vec<TimeReport>, responses((status = 204)))]
pub async fn report(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Json(rows): Json<Vec<TimeReport>>,
) -> Result<StatusCode, Problem> {
    let mut weeks: BTreeMap<NaiveDate, Vec<(ActivityCategory, f64)>> = BTreeMap::new();
    for row in rows {
        let category = row
            .category
            .parse()
            .map_err(|error: tandem_core::words::UnknownWord| Problem::bad_request(error.to_string()))?;
        weeks.entry(row.week).or_default().push((category, row.hours));
    }
    time::report_weeks(&server.app, &actor, &weeks).await?;
    Ok(StatusCode::NO_CONTENT)
}

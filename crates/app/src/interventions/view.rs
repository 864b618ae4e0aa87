//! Interventions as they are seen: the list, one of them with what came of it, and what can be chosen for a new one.
use super::draft::wanted;
use super::effects::{EffectView, found, last_month, unit_text};
use super::{concerns, document, led, panel, pilots};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::interventions::warnings::warnings;
use tandem_core::interventions::{Aim, Compared, Intervention, Kind, Outcome, Who};
use tandem_store::interventions::{self as store, InterventionRow};

/// An intervention in short.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct InterventionShort {
    /// The id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// training, incentive or management.
    pub kind: String,
    /// The measure of the diagnosis that it is aimed at.
    pub aim: String,
    /// What is counted.
    pub outcome: String,
    /// In what: share, hours, count or money.
    pub unit: String,
    /// draft, running, judged or cancelled.
    pub state: String,
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
    /// The expected change per person and month.
    pub expected: f64,
    /// Whether who takes part was drawn.
    pub drawn: bool,
    /// How many take part; absent: everybody.
    pub people: Option<usize>,
    /// worked, partly, did_not or cannot_tell, once it is judged.
    pub verdict: Option<String>,
    /// What was found, once it is judged.
    pub estimate: Option<f64>,
    /// The interval; absent: no bound.
    pub low: Option<f64>,
    /// The interval; absent: no bound.
    pub high: Option<f64>,
    /// When the question of splitting was opened with it.
    pub splitting_at: Option<DateTime<Utc>>,
    /// Who opened it.
    pub splitting_by: Option<String>,
}

/// Somebody who takes part or is compared.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Participant {
    /// Who.
    pub seller: Named,
    /// The group within which was drawn.
    pub stratum: Option<String>,
    /// When it begins for this person; absent: with the others, or never.
    pub from: Option<NaiveDate>,
    /// The locked mean of the months before; absent before the start, and of people whom the reader does not lead.
    pub before: Option<f64>,
}

/// One intervention.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = Intervention)]
pub struct InterventionView {
    /// In short.
    #[serde(flatten)]
    pub short: InterventionShort,
    /// One more with every change.
    pub version: i64,
    /// Whether more or less of the outcome is wanted.
    pub wanted: String,
    /// Whole months after the start that do not count yet.
    pub settle_months: u32,
    /// Months before that are compared with.
    pub baseline_months: u32,
    /// Why it is done.
    pub because: Option<String>,
    /// Of the lots.
    pub seed: Option<i64>,
    /// The day on which the baseline was locked.
    pub locked: Option<NaiveDate>,
    /// The first month of the baseline.
    pub baseline_from: Option<String>,
    /// The last month of the baseline.
    pub baseline_to: Option<String>,
    /// Those who take part; empty where everybody does.
    pub members: Vec<Participant>,
    /// Those who are compared; empty where it is everybody else, or nobody.
    pub others: Vec<Participant>,
    /// listed, everybody_else or nobody.
    pub compares: String,
    /// What makes a verdict doubtful, before it begins: codes.
    pub doubts: Vec<String>,
    /// What came of it so far; of what is judged, the evidence as it was written down.
    pub effect: Option<EffectView>,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// Who changed it last.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the reader may change it.
    pub may_change: bool,
    /// What can be done now: start, judge, cancel, open_splitting.
    pub steps: Vec<String>,
}

fn at(us: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(us).unwrap_or_default()
}

fn evidence(row: &InterventionRow) -> Result<Option<EffectView>> {
    let read = row.evidence.as_deref().map(serde_json::from_str).transpose();
    read.map_err(|error| Error::Conflict(format!("the evidence cannot be read: {error}")))
}

fn short(row: &InterventionRow, of: &Intervention, found: Option<&EffectView>) -> InterventionShort {
    InterventionShort {
        id: row.id.to_string(),
        name: row.name.clone(),
        kind: of.kind.text().to_owned(),
        aim: of.aim.text().to_owned(),
        outcome: of.outcome.text().to_owned(),
        unit: unit_text(of.outcome).to_owned(),
        state: row.state.clone(),
        start: of.start,
        end: of.end,
        expected: of.expected,
        drawn: of.assigned.text() == "drawn",
        people: (of.people != Who::Everybody).then_some(of.members().len()),
        verdict: found.map(|found| found.verdict.clone()),
        estimate: found.and_then(|found| found.estimate),
        low: found.and_then(|found| found.low),
        high: found.and_then(|found| found.high),
        splitting_at: row.splitting_us.map(at),
        splitting_by: row.splitting_by.clone(),
    }
}

/// All interventions that concern somebody whom the actor leads, the latest first.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<InterventionShort>> {
    actor.require_to_see(Permission::SeeInterventions)?;
    let led = led(app, actor).await?;
    let mut all = Vec::new();
    for row in store::all(&app.db).await? {
        let of = document(&row)?;
        if concerns(&of, led.as_ref()) {
            all.push(short(&row, &of, evidence(&row)?.as_ref()));
        }
    }
    Ok(all)
}

/// One intervention with what came of it.
pub async fn show(app: &App, actor: &Actor, id: i64) -> Result<InterventionView> {
    actor.require_to_see(Permission::SeeInterventions)?;
    let row = store::one(&app.db, id).await?.ok_or(Error::NotFound("intervention"))?;
    let (of, led) = (document(&row)?, led(app, actor).await?);
    if !concerns(&of, led.as_ref()) {
        return Err(Error::NotFound("intervention"));
    }
    let judged = evidence(&row)?;
    let effect = match row.state.as_str() {
        "running" => Some(EffectView::clone(&*Box::pin(found(app, id, row.version, of.clone())).await?)),
        _ => judged.clone(),
    };
    let people = crate::handoffs::people::all(app).await?;
    let means: BTreeMap<&str, f64> = of
        .baseline
        .iter()
        .flat_map(|baseline| baseline.means.iter().map(|(person, mean)| (person.as_str(), *mean)))
        .collect();
    let participant = |member: &tandem_core::interventions::Member| {
        let seller: i64 = member.person.parse().unwrap_or_default();
        let seen = led.as_ref().is_none_or(|led| led.contains(&seller));
        let name = people.get(&seller).map(|row| row.name.clone()).unwrap_or_default();
        Participant {
            seller: Named { id: member.person.clone(), name },
            stratum: member.stratum.clone(),
            from: member.from,
            before: means.get(member.person.as_str()).copied().filter(|_| seen),
        }
    };
    let (others, compares) = match &of.compared {
        Compared::These(others) => (others.iter().map(participant).collect(), "listed"),
        Compared::EverybodyElse => (Vec::new(), "everybody_else"),
        Compared::Nobody => (Vec::new(), "nobody"),
    };
    let may_change = actor.writes && actor.role.may(Permission::Intervene);
    Ok(InterventionView {
        short: short(&row, &of, judged.as_ref()),
        version: row.version,
        wanted: wanted(of.outcome).to_owned(),
        settle_months: of.settle_months,
        baseline_months: of.baseline_months,
        because: of.because.clone(),
        seed: row.seed,
        locked: of.baseline.as_ref().map(|baseline| baseline.locked),
        baseline_from: of.baseline.as_ref().map(|baseline| baseline.from.to_string()),
        baseline_to: of.baseline.as_ref().map(|baseline| baseline.to.to_string()),
        members: of.members().iter().map(participant).collect(),
        others,
        compares: compares.to_owned(),
        doubts: warnings(&of).iter().map(|warning| warning.code.to_owned()).collect(),
        steps: if may_change { steps(app, &row, &of, effect.as_ref()) } else { Vec::new() },
        effect,
        reason: row.reason,
        by: row.by_name,
        at: at(row.at_us),
        may_change,
    })
}

fn steps(app: &App, row: &InterventionRow, of: &Intervention, found: Option<&EffectView>) -> Vec<String> {
    let today = app.clock.today();
    let opens = found.is_some_and(|found| ["partly", "did_not"].contains(&found.verdict.as_str()));
    let ripe = today > of.end && found.is_some_and(|found| found.is_final);
    let all = [
        ("start", row.state == "draft" && today >= of.start),
        ("judge", row.state == "running" && ripe),
        ("open_splitting", row.state == "judged" && opens && row.splitting_us.is_none()),
        ("cancel", ["draft", "running"].contains(&row.state.as_str())),
    ];
    all.into_iter().filter(|(_, can)| *can).map(|(step, _)| step.to_owned()).collect()
}

/// Somebody who can take part.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PersonChoice {
    /// Who.
    pub seller: Named,
    /// The team.
    pub team: Option<String>,
    /// The means of the last twelve months by outcome, as far as they are known.
    pub means: BTreeMap<String, f64>,
}

/// Something that can be counted.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutcomeChoice {
    /// Which.
    pub outcome: String,
    /// share, hours, count or money.
    pub unit: String,
    /// Whether more or less of it is wanted.
    pub wanted: String,
    /// Whether the record knows it.
    pub known: bool,
}

/// What can be chosen for a new intervention.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = InterventionChoices)]
pub struct Choices {
    /// Kinds.
    pub kinds: Vec<String>,
    /// Measures of the diagnosis, with what is usually counted for each.
    pub aims: BTreeMap<String, String>,
    /// What can be counted.
    pub outcomes: Vec<OutcomeChoice>,
    /// Those whom the reader leads and who sell today.
    pub people: Vec<PersonChoice>,
    /// Whether the reader leads everybody, so that everybody can take part.
    pub everybody: bool,
    /// The last month of the record that is over.
    pub last_month: String,
    /// Whether the reader may plan.
    pub may_change: bool,
    /// The currency of amounts.
    pub currency: String,
}

const MONTHS_SHOWN: usize = 12;

/// What can be chosen.
pub async fn choices(app: &App, actor: &Actor) -> Result<Choices> {
    actor.require_to_see(Permission::SeeInterventions)?;
    let (made, there) = (panel::panel(app).await?, pilots::there(app, actor).await?);
    let known: BTreeSet<Outcome> = made.0.outcomes().into_iter().collect();
    let people = crate::handoffs::people::all(app).await?;
    let person = |id: &i64| {
        let row = people.get(id)?;
        let months = made.0.people.iter().find(|one| one.person == id.to_string());
        let mean = |outcome: &Outcome| {
            let cells = months?.cells.iter().rev().take(MONTHS_SHOWN);
            let values: Vec<f64> = cells.filter_map(|cell| cell.rate(*outcome)).collect();
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            (!values.is_empty()).then(|| (outcome.text().to_owned(), mean))
        };
        Some(PersonChoice {
            seller: Named { id: id.to_string(), name: row.name.clone() },
            team: row.team.clone(),
            means: Outcome::ALL.iter().filter_map(mean).collect(),
        })
    };
    let mut choices: Vec<PersonChoice> = there.iter().filter_map(person).collect();
    choices.sort_by(|one, other| one.team.cmp(&other.team).then(one.seller.name.cmp(&other.seller.name)));
    let outcome = |outcome: &Outcome| OutcomeChoice {
        outcome: outcome.text().to_owned(),
        unit: unit_text(*outcome).to_owned(),
        wanted: wanted(*outcome).to_owned(),
        known: known.contains(outcome),
    };
    let aim = |aim: &Aim| (aim.text().to_owned(), aim.usual_outcome().text().to_owned());
    Ok(Choices {
        kinds: Kind::ALL.iter().map(|kind| kind.text().to_owned()).collect(),
        aims: Aim::ALL.iter().map(aim).collect(),
        outcomes: Outcome::ALL.iter().map(outcome).collect(),
        people: choices,
        everybody: led(app, actor).await?.is_none(),
        last_month: last_month(app).to_string(),
        may_change: actor.writes && actor.role.may(Permission::Intervene),
        currency: crate::settings::load(app).await?.company.currency.to_string(),
    })
}

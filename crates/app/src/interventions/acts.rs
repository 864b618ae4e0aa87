//! From plan to verdict: begin, end, judge, cancel, and open the question of splitting with the evidence at hand.
use super::draft::late;
use super::panel::{self, Measured};
use super::{concerns, document, effects, led};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use serde_json::{Value, json};
use std::sync::Arc;
use tandem_core::interventions::states::{Refused, start};
use tandem_core::interventions::{State, write};
use tandem_store::interventions::{self as store, InterventionRow};

/// What is done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// What it is judged by is locked.
    Start,
    /// Its last day is over: the verdict and the evidence are written down.
    Judge,
    /// It is given up, with a reason.
    Cancel {
        /// Why.
        because: String,
    },
    /// It did not do, or only in part: the question of splitting is opened with it as evidence.
    OpenSplitting,
}

const BECAUSE_MAX: usize = 1_000;

/// Does it, where that is possible now.
pub async fn act(app: &App, actor: &Actor, id: i64, version: i64, step: Step) -> Result<()> {
    act_on(app, actor, (id, version), step, None).await
}

/// The same on months that were measured already; absent: those of today.
pub(crate) async fn act_on(
    app: &App,
    actor: &Actor,
    (id, version): (i64, i64),
    step: Step,
    measured: Option<Arc<Measured>>,
) -> Result<()> {
    actor.require(Permission::Intervene)?;
    let row = store::one(&app.db, id).await?.ok_or(Error::NotFound("intervention"))?;
    let led = led(app, actor).await?;
    if !concerns(&document(&row)?, led.as_ref()) {
        return Err(Error::NotFound("intervention"));
    }
    if row.version != version {
        return Err(late());
    }
    let (kind, next, data) = match step {
        Step::Start => Box::pin(started(app, &row, measured)).await?,
        Step::Judge => Box::pin(judged(app, &row, measured)).await?,
        Step::Cancel { because } => cancelled(&row, because.trim())?,
        Step::OpenSplitting => opened(app, actor, &row)?,
    };
    let next = InterventionRow { by_name: actor.name.clone(), at_us: app.clock.now_us(), ..next };
    let event = Event::new(app, actor, kind, "intervention", data);
    let saved = app.db.write(move |tx| {
        Box::pin(async move {
            let saved = store::save(tx, &next).await?;
            if saved {
                event.append(tx, id).await?;
            }
            Ok(saved)
        })
    });
    saved.await?.then_some(()).ok_or_else(late)
}

type Done = (&'static str, InterventionRow, Value);

async fn measured_now(app: &App, measured: Option<Arc<Measured>>) -> Result<Arc<Measured>> {
    match measured {
        Some(measured) => Ok(measured),
        None => Box::pin(panel::panel(app)).await,
    }
}

async fn started(app: &App, row: &InterventionRow, measured: Option<Arc<Measured>>) -> Result<Done> {
    let (draft, today) = (document(row)?, app.clock.today());
    if today < draft.start {
        return Err(Error::Conflict(format!(
            "it begins on {}: lock it on that day, when all months before are on the record",
            draft.start
        )));
    }
    let made = measured_now(app, measured).await?;
    let running = start(&draft, &made.0, today).map_err(|refused| match refused {
        Refused::NoBaseline(person, months) => {
            let name = person.parse().ok().and_then(|id: i64| made.1.get(&id)).cloned().unwrap_or(person);
            Error::Conflict(format!(
                "nothing is on the record of {name} in the {months} months before the start, so nothing can be locked: leave the person out, or import what is missing"
            ))
        }
        other => Error::Conflict(other.to_string()),
    })?;
    let baseline = running.baseline.as_ref();
    let means = json!(baseline.map(|baseline| &baseline.means));
    let next = InterventionRow {
        state: State::Running.text().to_owned(),
        document: write::write(&running),
        ..row.clone()
    };
    Ok(("intervention.started", next, json!({"name": row.name, "locked": today, "means": means})))
}

async fn judged(app: &App, row: &InterventionRow, measured: Option<Arc<Measured>>) -> Result<Done> {
    if row.state != State::Running.text() {
        return Err(Error::Conflict("only an intervention that has begun can be judged".to_owned()));
    }
    let (of, today) = (document(row)?, app.clock.today());
    if today <= of.end {
        return Err(Error::Conflict(format!(
            "it runs until {}: the verdict can be written down from the day after on",
            of.end
        )));
    }
    let found =
        effects::make(row.id, of, measured_now(app, measured).await?, effects::last_month(app)).await?;
    if !found.is_final {
        return Err(Error::Conflict(format!(
            "the record ends with {}: bring the months up to its end in first",
            found.as_of
        )));
    }
    let evidence = serde_json::to_string(&found).map_err(|error| Error::Invalid(error.to_string()))?;
    let next =
        InterventionRow { state: State::Judged.text().to_owned(), evidence: Some(evidence), ..row.clone() };
    Ok(("intervention.judged", next, json!({"name": row.name, "verdict": found.verdict})))
}

fn cancelled(row: &InterventionRow, because: &str) -> Result<Done> {
    if ![State::Draft.text(), State::Running.text()].contains(&row.state.as_str()) {
        return Err(Error::Conflict("it is over already, so there is nothing to cancel".to_owned()));
    }
    if because.is_empty() || because.chars().count() > BECAUSE_MAX {
        return Err(Error::Invalid(format!(
            "say why it is given up, in at most {BECAUSE_MAX} characters: whoever plans the next one wants to know"
        )));
    }
    let next =
        InterventionRow { state: "cancelled".to_owned(), reason: Some(because.to_owned()), ..row.clone() };
    Ok(("intervention.cancelled", next, json!({"name": row.name, "because": because})))
}

fn opened(app: &App, actor: &Actor, row: &InterventionRow) -> Result<Done> {
    let evidence = row.evidence.as_deref().map(serde_json::from_str::<effects::EffectView>).transpose();
    let evidence =
        evidence.map_err(|error| Error::Conflict(format!("the evidence cannot be read: {error}")))?;
    let opens = evidence.is_some_and(|found| ["partly", "did_not"].contains(&found.verdict.as_str()));
    if !opens {
        return Err(Error::Conflict(
            "the question of splitting is opened by what was judged to have worked in part, or not at all"
                .to_owned(),
        ));
    }
    if row.splitting_us.is_some() {
        return Err(Error::Conflict("the question of splitting was opened with it already".to_owned()));
    }
    let next = InterventionRow {
        splitting_by: Some(actor.name.clone()),
        splitting_us: Some(app.clock.now_us()),
        ..row.clone()
    };
    Ok(("intervention.opened_splitting", next, json!({"name": row.name})))
}

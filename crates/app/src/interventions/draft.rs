//! Planning an intervention, and changing the plan as long as it has not begun.
use super::{document, led, named};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::BTreeSet;
use tandem_core::interventions::document::Wanted;
use tandem_core::interventions::{
    Aim, Assigned, Compared, Intervention, Kind, Outcome, State, Who, document::Member as Named, read, write,
};
use tandem_store::interventions::{self as store, InterventionRow};

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The seller.
    pub seller: i64,
    /// When it begins for this person, where not with the others.
    pub from: Option<NaiveDate>,
}

/// What somebody plans.
#[derive(Clone, Debug, PartialEq)]
pub struct NewIntervention {
    /// What it is called.
    pub name: String,
    /// What is done.
    pub kind: Kind,
    /// The measure of the diagnosis that it is aimed at.
    pub aim: Aim,
    /// What is counted; what the aim usually asks for where absent.
    pub outcome: Option<Outcome>,
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
    /// Whole months after the start that do not count yet.
    pub settle_months: u32,
    /// Months before that are compared with.
    pub baseline_months: u32,
    /// The expected change per person and month, in the outcome's unit.
    pub expected: f64,
    /// Why it is done.
    pub because: Option<String>,
    /// Who takes part; everybody where absent.
    pub people: Option<Vec<Member>>,
    /// Who is compared; everybody else where absent, nobody where empty.
    pub compared: Option<Vec<i64>>,
}

/// Keeps a plan; returns its id.
pub async fn create(app: &App, actor: &Actor, new: NewIntervention) -> Result<i64> {
    actor.require(Permission::Intervene)?;
    let of = planned(app, actor, new, Assigned::Chosen).await?;
    keep(app, actor, of, None).await
}

/// Replaces a plan that has not begun. Who was drawn is replaced by who was chosen only where people were changed.
pub async fn change(app: &App, actor: &Actor, id: i64, version: i64, new: NewIntervention) -> Result<()> {
    actor.require(Permission::Intervene)?;
    let row = store::one(&app.db, id).await?.ok_or(Error::NotFound("intervention"))?;
    let before = document(&row)?;
    let led = led(app, actor).await?;
    if !super::concerns(&before, led.as_ref()) {
        return Err(Error::NotFound("intervention"));
    }
    if row.state != State::Draft.text() {
        return Err(Error::Conflict(
            "it has begun, and what it is judged by is locked: plan a new one instead".to_owned(),
        ));
    }
    let mut of = planned(app, actor, new, Assigned::Chosen).await?;
    let same = named(&before) == named(&of) && before.start == of.start;
    if before.assigned == Assigned::Drawn && same && before.members().len() == of.members().len() {
        of = Intervention {
            assigned: Assigned::Drawn,
            people: before.people.clone(),
            compared: before.compared.clone(),
            ..of
        };
    }
    let seed = row.seed.filter(|_| of.assigned == Assigned::Drawn);
    let row = InterventionRow { id, version, ..written(app, actor, &of, seed)? };
    let event = Event::new(app, actor, "intervention.changed", "intervention", json!({"name": row.name}));
    let saved = app.db.write(move |tx| {
        Box::pin(async move {
            let saved = store::save(tx, &row).await?;
            if saved {
                event.append(tx, id).await?;
            }
            Ok(saved)
        })
    });
    saved.await?.then_some(()).ok_or_else(late)
}

pub(super) fn late() -> Error {
    Error::Conflict("somebody changed this intervention in the meantime: load it again".to_owned())
}

/// What is planned as a document; all that is wrong with it is told at once.
async fn planned(app: &App, actor: &Actor, new: NewIntervention, assigned: Assigned) -> Result<Intervention> {
    let led = led(app, actor).await?;
    let everybody = led.is_none();
    let member =
        |seller: i64, from: Option<NaiveDate>| Named { person: seller.to_string(), from, stratum: None };
    let whole = || {
        Error::Invalid(
        "you lead one team: name those who take part and those who are compared, all of them your own people".to_owned(),
    )
    };
    let people = match new.people {
        None if everybody => Who::Everybody,
        None => return Err(whole()),
        Some(people) => Who::These(
            people
                .into_iter()
                .map(|one| member(one.seller, one.from.filter(|day| *day != new.start)))
                .collect(),
        ),
    };
    let compared = match (new.compared, &people) {
        (None, Who::These(_)) if everybody => Compared::EverybodyElse,
        (None, Who::Everybody) => Compared::Nobody,
        (None, Who::These(_)) => return Err(whole()),
        (Some(compared), _) if compared.is_empty() => Compared::Nobody,
        (Some(compared), _) => {
            Compared::These(compared.into_iter().map(|seller| member(seller, None)).collect())
        }
    };
    let of = Intervention {
        name: new.name.trim().to_owned(),
        kind: new.kind,
        aim: new.aim,
        outcome: new.outcome.unwrap_or_else(|| new.aim.usual_outcome()),
        start: new.start,
        end: new.end,
        settle_months: new.settle_months,
        baseline_months: new.baseline_months,
        assigned,
        people,
        compared,
        expected: new.expected,
        because: new.because.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        state: State::Draft,
        baseline: None,
        verdict: None,
    };
    known(app, &of, led.as_ref()).await?;
    Ok(of)
}

/// Refuses people who are not there, or are led by somebody else.
async fn known(app: &App, of: &Intervention, led: Option<&BTreeSet<i64>>) -> Result<()> {
    let people = crate::handoffs::people::all(app).await?;
    for person in named(of) {
        let known = people.get(&person).is_some_and(|row| row.kind == "person");
        if !known || led.is_some_and(|led| !led.contains(&person)) {
            return Err(Error::Invalid(format!(
                "nobody whom you lead has the id {person}: choose from the list"
            )));
        }
    }
    Ok(())
}

/// A row of a document, as the reader takes it.
fn written(app: &App, actor: &Actor, of: &Intervention, seed: Option<i64>) -> Result<InterventionRow> {
    let text = write::write(of);
    read(&text).map_err(|refusals| {
        let reasons: Vec<String> = refusals.into_iter().map(|refusal| refusal.reason).collect();
        Error::Invalid(reasons.join("; "))
    })?;
    Ok(InterventionRow {
        id: 0,
        name: of.name.clone(),
        state: of.state.text().to_owned(),
        version: 0,
        start_date: of.start,
        end_date: of.end,
        document: text,
        seed,
        evidence: None,
        reason: None,
        splitting_by: None,
        splitting_us: None,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    })
}

/// Keeps a new plan; returns its id.
pub(super) async fn keep(app: &App, actor: &Actor, of: Intervention, seed: Option<i64>) -> Result<i64> {
    let row = written(app, actor, &of, seed)?;
    let data = json!({"name": row.name, "document": row.document, "seed": seed});
    let event = Event::new(app, actor, "intervention.planned", "intervention", data);
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::insert(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(kept.await?)
}

/// The direction in which an outcome is wanted, for words.
pub(super) fn wanted(outcome: Outcome) -> &'static str {
    match outcome.wanted() {
        Wanted::More => "more",
        Wanted::Less => "less",
    }
}

/// The last day of so many whole months from a first day on.
pub(super) fn last_day(start: NaiveDate, months: i32) -> NaiveDate {
    let first = Intervention::first_month(start);
    first.plus(months - 1).last_day()
}

//! Acts with a handoff: load, let core decide, save the next version with everything that follows from it in one transaction.
use super::mass::Back;
use super::party::{Seen, seen_for_work};
use super::people::{self, Sellers};
use super::transfer::{self, Passing};
use super::{Done, gates, playbooks, saved};
use crate::events::Event;
use crate::workdays::{self, Workdays};
use crate::{Actor, App, Error, Result};
use serde_json::json;
use std::sync::Arc;
use tandem_core::handoffs::acts::{Act, Actor as By};
use tandem_core::handoffs::steps::Step;
use tandem_core::handoffs::{Carried, Handoff, Outcome, OwnershipChange, Refused, Request};
use tandem_core::holidays::Calendars;
use tandem_core::ids::UserId;
use tandem_core::playbooks::{Closing, NamedDates, People, Person, Playbook, Role, plan};
use tandem_core::rules::Facts;
use tandem_core::sellers::SellerRole;
use tandem_store::handoffs::{self as store, StepRow};
use tandem_store::users::{self, UserRow};

/// Does an act. `version` is the one that the person saw; absent where it does not matter.
pub async fn act(app: &App, actor: &Actor, id: i64, act: Act, version: Option<u64>) -> Result<Done> {
    let seen = seen_for_work(app, actor, id).await?;
    let by = seen.by(actor, act.kind().parties())?;
    let (_, _, gates) = gates::all(app, &seen).await?;
    let carried = match &act {
        Act::Transfer { .. } if seen.handoff.receiver.is_some() => {
            Some(transfer::carried(app, &seen.handoff).await)
        }
        _ => None,
    };
    let request = Request {
        act: &act,
        by,
        at: chrono::DateTime::from_timestamp_micros(app.clock.now_us()).unwrap_or_default(),
        day: app.clock.today(),
        version,
        gates: gates.as_ref().map(|(report, _)| report),
        carried: carried
            .as_ref()
            .and_then(|carried| carried.as_ref().ok())
            .map(|(before, moves)| Carried { before, moves }),
    };
    let outcome = seen.handoff.apply(&request).map_err(|refused| match (refused, carried) {
        // What is still to be decided, record by record, says more.
        (Refused::NothingSaid, Some(Err(undecided))) => undecided,
        (refused, _) => Error::Refused(refused.words()),
    })?;
    match outcome {
        Outcome::AlreadyDone(record) => Ok(Done { version: record.version, already_done: true }),
        Outcome::Applied { handoff, ownership } => {
            let version = handoff.version;
            save(app, actor, &seen, *handoff, ownership, &act).await?;
            Ok(Done { version, already_done: false })
        }
    }
}

async fn save(
    app: &App,
    actor: &Actor,
    seen: &Seen,
    handoff: Handoff,
    ownership: Option<OwnershipChange>,
    act: &Act,
) -> Result<()> {
    let (id, row) = (handoff.proposal.id.0, saved::row(&handoff)?);
    let steps = match act {
        Act::Prepare { .. } | Act::Reschedule { .. } => Some(steps(app, seen, &handoff).await?),
        _ => None,
    };
    let steps = steps.map(|steps| saved::step_rows(id, &steps)).transpose()?;
    let passing = match (act, ownership) {
        (Act::TakeBack { reason, .. }, Some(change)) => {
            Some(Change::Back(back(app, seen, change, reason.clone(), actor)))
        }
        (_, Some(change)) => Some(Change::On(transfer::passing(app, seen, change).await?)),
        (_, None) => None,
    };
    let by = handoff.history.last().map(|record| record.by);
    let closing = match act {
        Act::Transfer { .. } => Some(Closing::Transfer),
        Act::Settle => Some(Closing::Settlement),
        _ => None,
    };
    let done = match closing.zip(by) {
        Some((what, by)) => closed(app, &handoff, what, by).await?,
        None => Vec::new(),
    };
    let event = Event::new(app, actor, "handoff.act", "handoff", json!(act));
    let today = app.clock.today();
    let worths = crate::settings::load(app).await?.worths(today);
    let saved = app.db.write(move |tx| {
        Box::pin(async move {
            store::save(tx, &row).await?;
            if let Some(steps) = steps {
                store::replace_steps(tx, id, &steps).await?;
            }
            for step in &done {
                store::save_step(tx, step).await?;
            }
            let mut data = None;
            if let Some(passing) = passing {
                data = Some(match &passing {
                    Change::On(passing) => Passing::run(passing, tx).await?,
                    Change::Back(back) => back.run(tx).await?,
                });
                tandem_store::summaries::refresh(tx, today, &worths).await?;
            }
            let event = match data {
                Some(moves) => event.saying(json!({"act": "ownership", "moves": moves})),
                None => event,
            };
            event.append(tx, id).await
        })
    });
    Ok(saved.await?)
}

/// What an act does with the ownership of the unit.
enum Change {
    /// It passes to the receiver.
    On(Passing),
    /// It goes back to the giver.
    Back(Back),
}

fn back(app: &App, seen: &Seen, change: OwnershipChange, reason: String, actor: &Actor) -> Back {
    let role = seen.people.get(&change.to.0).and_then(|seller| seller.role.as_deref()?.parse().ok());
    Back {
        handoff: seen.handoff.proposal.id,
        change,
        role: role.unwrap_or(SellerRole::Hunter),
        by: actor.user.map(UserId),
        at: app.clock.now(),
        day: app.clock.today(),
        roster: Arc::new(people::roster(&seen.people)),
        reason,
    }
}

/// The steps of the playbook with persons and days; what was done before stays done.
async fn steps(app: &App, seen: &Seen, handoff: &Handoff) -> Result<Vec<Step>> {
    let named =
        handoff.playbook.as_ref().is_some_and(|(name, _)| tandem_core::playbooks::shipped(name).is_some());
    let playbook = gates::playbook(handoff).filter(|_| named).ok_or_else(playbooks::missing)?;
    let workdays = workdays::load(app).await?;
    let people = cast(&users::list(&app.db).await?, &seen.people, &workdays, handoff);
    let before = saved::steps(app, handoff.proposal.id.0).await?;
    let kept = |planned: Step| match before.iter().find(|step| step.id == planned.id) {
        Some(done) if !done.history.is_empty() => done.clone(),
        _ => planned,
    };
    Ok(planned(&playbook, handoff, &people, &workdays.calendars).into_iter().map(kept).collect())
}

/// The steps of a playbook for a handoff that has its dates, as if nothing was done yet.
pub fn planned(playbook: &Playbook, handoff: &Handoff, people: &People, calendars: &Calendars) -> Vec<Step> {
    let accepted = handoff.history.iter().find(|record| matches!(record.act, Act::Accept { .. }));
    let dates = NamedDates {
        proposal: Some(handoff.proposal.day),
        acceptance: accepted.map(|record| record.day),
        introduction: handoff.dates.map(|dates| dates.introduction),
        transfer: handoff.dates.map(|dates| dates.transfer),
        ..NamedDates::default()
    };
    let plan = plan(playbook, &dates, people, calendars, &Facts::default());
    // Whoever proposed, accepted and prepared it need not say so a second time.
    let begun = [Closing::Proposal, Closing::Acceptance, Closing::Preparation];
    let last = handoff.history.last();
    let closed = |step: Step| match playbook.closing(&step.id).filter(|what| begun.contains(what)) {
        Some(what) => match last {
            Some(record) => step.begun_closed(what, record.by, record.at, record.day),
            None => step,
        },
        None => step,
    };
    plan.steps.iter().filter_map(Step::begin).map(closed).collect()
}

/// Steps of a handoff that are closed by what was just done.
pub async fn closed(app: &App, handoff: &Handoff, what: Closing, by: By) -> Result<Vec<StepRow>> {
    let Some(playbook) = gates::playbook(handoff) else { return Ok(Vec::new()) };
    let (id, at, day) = (handoff.proposal.id.0, app.clock.now(), app.clock.today());
    let mut rows = Vec::new();
    for row in store::steps(&app.db, id).await? {
        if playbook.closing(&row.step) == Some(what) {
            let step: Step = saved::read(&row.document)?;
            if let Some(step) = step.closed(what, by, at, day) {
                rows.push(saved::step_row(id, row.seq, &step)?);
            }
        }
    }
    Ok(rows)
}

/// Who has which role: the users behind giver, receiver and their managers.
pub async fn persons(app: &App, seen: &Seen, handoff: &Handoff) -> Result<People> {
    Ok(cast(&users::list(&app.db).await?, &seen.people, &workdays::load(app).await?, handoff))
}

/// The same from what was read already.
pub fn cast(users: &[UserRow], people: &Sellers, workdays: &Workdays, handoff: &Handoff) -> People {
    let giver = handoff.proposal.giver.0;
    let receiver = handoff.receiver.map(|receiver| receiver.0);
    let manager = |seller: i64| people.get(&seller).and_then(|seller| seller.manager_id);
    let roles = [
        (Role::Giver, Some(giver)),
        (Role::Receiver, receiver),
        (Role::GivingManager, manager(giver)),
        (Role::ReceivingManager, receiver.and_then(manager)),
    ];
    let mut found = People::default();
    for (role, seller) in roles {
        let Some(seller) = seller else { continue };
        if let Some(user) = users.iter().find(|user| user.active && user.seller_id == Some(seller)) {
            let country = workdays.country(seller).map(str::to_owned);
            found.0.insert(role, Person { user: UserId(user.id), country });
        }
    }
    if let Some(user) = users.iter().find(|user| user.active && user.role == "operations") {
        let country = workdays.company().map(str::to_owned);
        found.0.insert(Role::Operations, Person { user: UserId(user.id), country });
    }
    found
}

//! Lists of handoffs, and what a person has to do today.
use super::people;
use super::saved;
use super::waiting::{Waiting, waiting};
use crate::sessions::Named;
use crate::{Actor, App, Error, Result, rules, visibility, workdays};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::steps::{Step, lateness};
use tandem_core::languages::Words;
use tandem_store::customers::Visible;
use tandem_store::handoffs::{self as store, Filter, StepRow};
use tandem_store::users;

/// A handoff in a list.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct HandoffItem {
    /// The id.
    pub id: String,
    /// What passes on.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Who gives.
    pub giver: Named,
    /// Who receives.
    pub receiver: Option<Named>,
    /// Where it stands.
    pub state: String,
    /// Why it was proposed.
    pub reason: String,
    /// Day from which the receiver is to own the unit, or owns it.
    pub transfer: Option<NaiveDate>,
    /// When it was proposed.
    pub proposed: NaiveDate,
    /// One more with every act.
    pub version: u64,
    /// How far its steps are; none before it is prepared.
    pub steps: Option<StepTally>,
}

/// How far the steps of a handoff are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct StepTally {
    /// All of them.
    pub all: i64,
    /// Those that are over.
    pub over: i64,
    /// Those whose day has passed, while the handoff is under way.
    pub late: i64,
    /// The next day on which something is due.
    pub next: Option<NaiveDate>,
}

/// Which handoffs are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this unit only.
    pub unit: Option<i64>,
    /// Given or received by this seller only.
    pub seller: Option<i64>,
    /// In this state only.
    pub state: Option<String>,
    /// Only those with a step whose day has passed.
    pub late: bool,
    /// Also those that are over.
    pub over: bool,
}

/// Handoffs.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Handoffs {
    /// The latest first, at most 500.
    pub items: Vec<HandoffItem>,
}

const LIMIT: i64 = 500;

/// Handoffs that the actor sees: given or received by somebody whose book is seen.
pub async fn list(app: &App, actor: &Actor, wanted: Wanted) -> Result<Handoffs> {
    let sellers = match visibility::customers(app, actor).await? {
        Visible::Everything => None,
        Visible::Books(sellers) => Some(sellers),
    };
    let today = app.clock.today();
    let filter = Filter {
        sellers,
        unit: wanted.unit,
        seller: wanted.seller,
        // A handoff that is over is found by its state too.
        open: !wanted.over && wanted.state.is_none(),
        state: wanted.state,
        late_on: wanted.late.then_some(today),
    };
    let rows = store::list(&app.db, &filter, LIMIT).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let tallies = store::tallies(&app.db, &ids, today).await?.into_iter();
    let tallies: BTreeMap<i64, StepTally> =
        tallies.map(|(id, all, over, late, next)| (id, StepTally { all, over, late, next })).collect();
    let people = people::all(app).await?;
    let units: Vec<i64> = rows.iter().map(|row| row.unit_id).collect();
    let names = rules::names(app, &units).await?;
    let seller = |id: i64| Named {
        id: id.to_string(),
        name: people.get(&id).map(|seller| seller.name.clone()).unwrap_or_default(),
    };
    let mut items = Vec::new();
    for row in rows {
        let handoff: Handoff = saved::read(&row.document)?;
        let Some((unit, customer)) = names.get(&row.unit_id).cloned() else { continue };
        items.push(HandoffItem {
            id: row.id.to_string(),
            unit,
            customer,
            giver: seller(row.giver_id),
            receiver: row.receiver_id.map(seller),
            state: row.state,
            reason: handoff.proposal.reason,
            transfer: row.transfer_date,
            proposed: handoff.proposal.day,
            version: handoff.version,
            // What is over is late no more.
            steps: tallies
                .get(&row.id)
                .map(|steps| StepTally { late: if row.is_open { steps.late } else { 0 }, ..*steps }),
        });
    }
    Ok(Handoffs { items })
}

/// A step that somebody has to do.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MyStep {
    /// Of which handoff.
    pub handoff: String,
    /// What passes on.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Its name in the playbook.
    pub step: String,
    /// What is to be done.
    #[schema(value_type = Object)]
    pub title: Words,
    /// Who does it.
    pub person: Option<String>,
    /// open or blocked.
    pub state: &'static str,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// Working days behind its day.
    pub late: u32,
    /// Whether the transfer waits for it.
    pub gate: bool,
    /// What proves it done.
    pub proof: &'static str,
    /// One more with every act.
    pub version: u64,
}

/// What a person has to do.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MyWork {
    /// Today.
    pub today: NaiveDate,
    /// The first due first.
    pub steps: Vec<MyStep>,
    /// Handoffs that wait for an answer, the longest waiting first.
    pub waiting: Vec<Waiting>,
}

/// Late steps.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct LateSteps {
    /// Today.
    pub today: NaiveDate,
    /// The oldest first, at most 500.
    pub steps: Vec<MyStep>,
}

/// What the actor has to do, the first due first.
pub async fn my_work(app: &App, actor: &Actor) -> Result<MyWork> {
    let user = actor.user.ok_or(Error::Unauthenticated)?;
    let rows = store::steps_of(&app.db, user).await?;
    let steps = told(app, rows).await?;
    Ok(MyWork { today: app.clock.today(), steps, waiting: waiting(app, actor).await? })
}

/// Steps whose day has passed, of everybody whose book the actor sees.
pub async fn late_steps(app: &App, actor: &Actor) -> Result<LateSteps> {
    let today = app.clock.today();
    let rows = match visibility::customers(app, actor).await? {
        Visible::Everything => store::late_steps(&app.db, None, today).await?,
        Visible::Books(sellers) => store::late_steps(&app.db, Some(&sellers), today).await?,
    };
    Ok(LateSteps { today, steps: told(app, rows).await? })
}

async fn told(app: &App, rows: Vec<StepRow>) -> Result<Vec<MyStep>> {
    let (today, calendars) = (app.clock.today(), workdays::load(app).await?.calendars);
    let users = users::list(&app.db).await?;
    let person = |id: i64| users.iter().find(|user| user.id == id).map(|user| user.name.clone());
    let mut handoffs: BTreeMap<i64, Option<(Named, Named)>> = BTreeMap::new();
    let mut steps = Vec::new();
    for row in rows {
        let about = match handoffs.get(&row.handoff_id) {
            Some(about) => about.clone(),
            None => of_handoff(app, row.handoff_id).await?,
        };
        handoffs.insert(row.handoff_id, about.clone());
        let Some((unit, customer)) = about else { continue };
        let step: Step = saved::read(&row.document)?;
        steps.push(MyStep {
            handoff: row.handoff_id.to_string(),
            unit,
            customer,
            person: row.person_id.and_then(person),
            late: lateness(&step, today, &[], &calendars).map_or(0, |late| late.working_days),
            step: step.id,
            title: step.title,
            state: step.state.text(),
            due: step.due,
            gate: step.gate,
            proof: step.proof.text(),
            version: step.version,
        });
    }
    Ok(steps)
}

async fn of_handoff(app: &App, id: i64) -> Result<Option<(Named, Named)>> {
    let Some(row) = store::get(&app.db, id).await? else { return Ok(None) };
    Ok(rules::names(app, &[row.unit_id]).await?.remove(&row.unit_id))
}

//! Proposals of who could have which role: made for those whom a manager leads, saved with what went in, changed by locks, adopted only in the sense
//! that it is written down that somebody decided. Who sees a proposal sees fit, so every look at one is written down.
mod request;
mod views;

use super::sight::Sight;
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use request::{Saved, read, text};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{self, Aspect, Objective, Suits, Weights};
use tandem_store::staffing::{self as store, ProposalRow};
pub use views::{
    AlternativeView, OptionView, PlacedView, ProposalLine, ProposalView, ProposalsView, alternatives_of,
    list, naming, show,
};

/// What to propose.
#[derive(Clone, Debug)]
pub struct NewProposal {
    /// What it is called.
    pub name: String,
    /// Seats by role.
    pub seats: BTreeMap<SellerRole, u32>,
    /// How much each aspect counts; absent: the usual weights.
    pub weights: Option<BTreeMap<Aspect, u32>>,
    /// Whom it is about; absent: everybody whom the actor leads.
    pub people: Option<Vec<i64>>,
    /// Roles that the manager has decided on.
    pub locks: BTreeMap<i64, SellerRole>,
}

/// What to change of a proposal.
#[derive(Clone, Debug)]
pub struct ChangedProposal {
    /// Seats by role.
    pub seats: BTreeMap<SellerRole, u32>,
    /// How much each aspect counts.
    pub weights: BTreeMap<Aspect, u32>,
    /// Roles that the manager has decided on.
    pub locks: BTreeMap<i64, SellerRole>,
    /// The version that was looked at.
    pub version: i64,
}

/// That somebody decided.
#[derive(Clone, Debug)]
pub struct Adopt {
    /// For which objective.
    pub objective: Objective,
    /// Why.
    pub because: String,
    /// The version that was looked at.
    pub version: i64,
}

const NAME_LETTERS_MAX: usize = 100;
const BECAUSE_LETTERS_MAX: usize = 1_000;

/// Makes a proposal and keeps it; returns its id.
pub async fn propose(app: &App, actor: &Actor, new: NewProposal) -> Result<i64> {
    actor.require(Permission::Staff)?;
    let name = new.name.trim().to_owned();
    if !(1..=NAME_LETTERS_MAX).contains(&name.chars().count()) {
        return Err(Error::Unusable(Words::fixed(
            "Give the proposal a name of at most 100 letters.",
            "請為建議命名，至多 100 字。",
        )));
    }
    let sight = Sight::of(app, actor).await?;
    let weights = new.weights.map_or_else(Weights::default, Weights);
    let group = request::group(app, &sight, new.people.as_deref())?;
    let request = request::build(app, &sight, &group, new.seats, weights, &new.locks).await?;
    let row = ProposalRow {
        id: 0,
        name,
        version: 1,
        document: text(&Saved::of(request)),
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
        adopted: None,
        adopted_because: None,
        adopted_by: None,
        adopted_us: None,
    };
    let event = Event::new(
        app,
        actor,
        "staffing.proposed",
        "staffing",
        json!({"name": row.name, "people": group.len()}),
    );
    let made = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::insert(tx, &row, &group).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(made.await?)
}

/// Solves a proposal again with other seats, weights and locks; what is known of people stays as it was when it was made.
pub async fn change(app: &App, actor: &Actor, id: i64, new: ChangedProposal) -> Result<()> {
    actor.require(Permission::Staff)?;
    let (row, _) = seen(app, actor, id).await?;
    open(&row)?;
    let mut request = read(&row)?.request;
    request.roles = new.seats;
    request.weights = Weights(new.weights);
    for person in &mut request.people {
        person.locked = person.id.parse().ok().and_then(|id: i64| new.locks.get(&id).copied());
    }
    request::check(&request)?;
    let document = text(&Saved::of(request));
    let event = Event::new(app, actor, "staffing.changed", "staffing", json!({"locks": new.locks.len()}));
    let changed = app.db.write(move |tx| {
        Box::pin(async move {
            let changed = store::change(tx, id, new.version, &document).await?;
            if changed {
                event.append(tx, id).await?;
            }
            Ok(changed)
        })
    });
    if changed.await? { Ok(()) } else { Err(overtaken()) }
}

/// Writes down that somebody decided. Nobody's role changes by it: roles come with the record, handoffs with the rules of engagement.
pub async fn adopt(app: &App, actor: &Actor, id: i64, adopt: Adopt) -> Result<()> {
    actor.require(Permission::Staff)?;
    let (row, _) = seen(app, actor, id).await?;
    open(&row)?;
    let because = adopt.because.trim().to_owned();
    if !(1..=BECAUSE_LETTERS_MAX).contains(&because.chars().count()) {
        return Err(Error::Unusable(Words::fixed(
            "Say in at most 1,000 letters why you decided so: everybody concerned reads it.",
            "請以 1,000 字以內說明決定理由：相關人員都會看到。",
        )));
    }
    let adoption = store::Adoption {
        objective: adopt.objective.text().to_owned(),
        because,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let data = json!({"objective": adoption.objective});
    let event = Event::new(app, actor, "staffing.adopted", "staffing", data);
    let adopted = app.db.write(move |tx| {
        Box::pin(async move {
            let adopted = store::adopt(tx, id, adopt.version, &adoption).await?;
            if adopted {
                event.append(tx, id).await?;
            }
            Ok(adopted)
        })
    });
    if adopted.await? { Ok(()) } else { Err(overtaken()) }
}

fn overtaken() -> Error {
    Error::Refused(Words::fixed(
        "Somebody changed the proposal meanwhile: look at it again.",
        "此建議已被他人更改：請重新檢視。",
    ))
}

fn open(row: &ProposalRow) -> Result<()> {
    match row.adopted {
        None => Ok(()),
        Some(_) => Err(Error::Refused(Words::fixed(
            "Somebody has decided on this proposal: make a new one.",
            "此建議已有決定：請建立新的建議。",
        ))),
    }
}

/// A proposal whose people the actor leads, all of them who are still there; else it is as if there were none.
async fn seen(app: &App, actor: &Actor, id: i64) -> Result<(ProposalRow, Sight)> {
    let missing = || Error::NotFound("proposal");
    let row = store::proposal(&app.db, id).await?.ok_or_else(missing)?;
    let sight = Sight::of(app, actor).await?;
    let people: Vec<i64> = store::people_of(&app.db)
        .await?
        .into_iter()
        .filter(|(of, _)| *of == id)
        .map(|(_, who)| who)
        .collect();
    if may_see(app, &sight, &people) { Ok((row, sight)) } else { Err(missing()) }
}

fn may_see(app: &App, sight: &Sight, people: &[i64]) -> bool {
    let today = app.clock.today();
    let gone = |seller: &i64| {
        sight.people.get(seller).is_none_or(|row| row.end_date.is_some_and(|end| end <= today))
    };
    people.iter().any(|seller| sight.leads(*seller))
        && people.iter().all(|seller| sight.leads(*seller) || gone(seller))
}

/// Documents of proposals without what was made from a person's answers.
pub async fn without_fit_of(app: &App, seller: i64) -> Result<Vec<(i64, String)>> {
    let mut documents = Vec::new();
    for row in store::named_in(&app.db, seller).await? {
        let mut saved = read(&row)?;
        for person in saved.request.people.iter_mut().filter(|one| one.id == seller.to_string()) {
            for suits in person.suits.values_mut() {
                *suits = Suits::without_fit(suits.clone());
            }
        }
        // What somebody decided on stays as it was decided; only the figures go.
        let saved = if row.adopted.is_some() { saved } else { Saved::of(saved.request) };
        documents.push((row.id, text(&saved)));
    }
    Ok(documents)
}

/// What is proposed for every objective.
fn options(request: &staffing::Request) -> Vec<staffing::Proposal> {
    Objective::ALL.iter().map(|objective| staffing::propose(request, *objective)).collect()
}

/// Everybody in their latest proposal, and whether its balanced option lets them hunt.
pub async fn hunters_of_latest(app: &App) -> Result<BTreeMap<i64, bool>> {
    let mut hunters = BTreeMap::new();
    for row in store::proposals(&app.db).await? {
        let saved = read(&row)?;
        for (person, role) in saved.roles.get(&Objective::Balanced).into_iter().flatten() {
            if let Ok(seller) = person.parse() {
                hunters.entry(seller).or_insert(*role == Some(SellerRole::Hunter));
            }
        }
    }
    Ok(hunters)
}

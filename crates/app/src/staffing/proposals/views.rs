//! Proposals as the page shows them: to whoever leads the people, whole; to a person, the own line.
use super::super::people::NamedIn;
use super::super::sight::Sight;
use super::request::{Saved, read};
use super::{may_see, seen};
use crate::events::Event;
use crate::sessions::Named;
use crate::{Actor, App, Error, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{
    self, Aspect, Objective, Person, Proposal, alternatives, meaning, points, worth,
};
use tandem_store::staffing::{self as store, ProposalRow};

/// One proposal in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingProposalLine)]
pub struct ProposalLine {
    /// The id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Seats by role.
    pub seats: BTreeMap<String, u32>,
    /// People.
    pub people: usize,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// For which objective somebody decided.
    pub adopted: Option<String>,
}

/// Proposals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingProposals)]
pub struct ProposalsView {
    /// The latest first.
    pub items: Vec<ProposalLine>,
    /// People whom the reader leads, whom a proposal would be about, by role of today.
    pub group: BTreeMap<String, u32>,
}

/// One aspect of a person in a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingPart)]
pub struct PartView {
    /// fit, wish, competencies, relationships or location.
    pub aspect: String,
    /// 0 to 100.
    pub value: u8,
    /// How much it counts.
    pub weight: u32,
}

/// A person in a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingPoints)]
pub struct PointsView {
    /// 0 to 10,000.
    pub total: i64,
    /// How far that may be off because fit may be.
    pub band: i64,
    /// What it is made of; what is not known is not there.
    pub parts: Vec<PartView>,
}

/// A person in a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingPlaced)]
pub struct PlacedView {
    /// Who.
    pub seller: Named,
    /// The role held when it was made.
    pub now: Option<String>,
    /// The role that a manager has decided on.
    pub locked: Option<String>,
    /// By role.
    pub points: BTreeMap<String, PointsView>,
}

/// The best assignment for one objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingOption)]
pub struct OptionView {
    /// balanced, wishes or continuity.
    pub objective: String,
    /// What people call it.
    #[schema(value_type = Object)]
    pub title: Words,
    /// The role of each person.
    pub roles: BTreeMap<String, Option<String>>,
    /// Points by the company's weights.
    pub worth: i64,
    /// Points fewer than the balanced one, by the company's weights.
    pub cost: i64,
    /// People who change their role.
    pub changes: u32,
    /// Seats that are left: people to hire.
    pub to_hire: BTreeMap<String, u32>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingProposal)]
pub struct ProposalView {
    /// The id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Tells two writers apart.
    pub version: i64,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Seats by role.
    pub seats: BTreeMap<String, u32>,
    /// How much each aspect counts.
    pub weights: BTreeMap<String, u32>,
    /// Where each aspect's number comes from.
    #[schema(value_type = Object)]
    pub meanings: BTreeMap<String, Words>,
    /// Everybody, by name.
    pub people: Vec<PlacedView>,
    /// Balanced first, then what it would be if wishes, or relationships, came first.
    pub options: Vec<OptionView>,
    /// For which objective somebody decided.
    pub adopted: Option<String>,
    /// Why.
    pub adopted_because: Option<String>,
    /// Who.
    pub adopted_by: Option<String>,
    /// When.
    pub adopted_at: Option<DateTime<Utc>>,
}

/// What another role of a person would cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingAlternative)]
pub struct AlternativeView {
    /// Which role.
    pub role: String,
    /// Points fewer.
    pub cost: i64,
    /// Others whose role would change with it.
    pub others: Vec<Named>,
    /// Whether that is less than what fit may be off.
    pub close: bool,
}

fn instant(us: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(us).unwrap_or_default()
}

fn by_role<T: Copy>(map: &BTreeMap<SellerRole, T>) -> BTreeMap<String, T> {
    map.iter().map(|(role, one)| (role.text().to_owned(), *one)).collect()
}

/// The proposals whose people the actor leads.
pub async fn list(app: &App, actor: &Actor) -> Result<ProposalsView> {
    let sight = Sight::of(app, actor).await?;
    let mut people: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (proposal, seller) in store::people_of(&app.db).await? {
        people.entry(proposal).or_default().push(seller);
    }
    let mut items = Vec::new();
    for row in store::proposals(&app.db).await? {
        let of = people.get(&row.id).map_or(&[][..], Vec::as_slice);
        if may_see(app, &sight, of) {
            let request = read(&row)?.request;
            items.push(ProposalLine {
                id: row.id.to_string(),
                name: row.name,
                seats: by_role(&request.roles),
                people: request.people.len(),
                by: row.by_name,
                at: instant(row.at_us),
                adopted: row.adopted,
            });
        }
    }
    let mut group: BTreeMap<String, u32> = BTreeMap::new();
    for row in sight.sellers(app.clock.today(), Sight::leads) {
        *group.entry(row.role.clone().unwrap_or_default()).or_default() += 1;
    }
    Ok(ProposalsView { items, group })
}

/// A proposal, whole; the look is written down first.
pub async fn show(app: &App, actor: &Actor, id: i64) -> Result<ProposalView> {
    let (row, _) = seen(app, actor, id).await?;
    let event = Event::new(app, actor, "staffing.looked", "staffing", json!({}));
    app.db.write(move |tx| Box::pin(async move { event.append(tx, id).await })).await?;
    let Saved { request, roles } = read(&row)?;
    let balanced = roles.get(&Objective::Balanced).map_or(0, |of| worth_of(&request, of));
    let options = Objective::ALL.iter().filter_map(|objective| {
        let of = roles.get(objective)?;
        Some(option(&request, *objective, of, balanced))
    });
    Ok(ProposalView {
        id: row.id.to_string(),
        version: row.version,
        by: row.by_name,
        at: instant(row.at_us),
        seats: by_role(&request.roles),
        weights: request
            .weights
            .0
            .iter()
            .map(|(aspect, weight)| (aspect.text().to_owned(), *weight))
            .collect(),
        meanings: Aspect::ALL.iter().map(|aspect| (aspect.text().to_owned(), meaning(*aspect))).collect(),
        options: options.collect(),
        people: request.people.iter().map(|person| placed(person, &request)).collect(),
        name: row.name,
        adopted: row.adopted,
        adopted_because: row.adopted_because,
        adopted_by: row.adopted_by,
        adopted_at: row.adopted_us.map(instant),
    })
}

type Roles = BTreeMap<String, Option<SellerRole>>;

/// A saved assignment as core's, so that it can be weighed.
fn as_core(request: &staffing::Request, objective: Objective, roles: &Roles) -> Proposal {
    let mut proposal =
        staffing::propose(&staffing::Request { people: Vec::new(), ..request.clone() }, objective);
    proposal.people = request
        .people
        .iter()
        .map(|person| staffing::Placed {
            person: person.id.clone(),
            role: roles.get(&person.id).copied().flatten(),
            changes: false,
            locked: person.locked.is_some(),
            points: BTreeMap::new(),
        })
        .collect();
    proposal
}

fn worth_of(request: &staffing::Request, roles: &Roles) -> i64 {
    worth(request, &as_core(request, Objective::Balanced, roles), &request.weights)
}

fn option(request: &staffing::Request, objective: Objective, roles: &Roles, balanced: i64) -> OptionView {
    let own = worth_of(request, roles);
    let changes = request.people.iter().filter(|person| {
        roles.get(&person.id).copied().flatten().is_some_and(|role| Some(role) != person.now)
    });
    let mut left = request.roles.clone();
    for role in roles.values().flatten() {
        left.entry(*role).and_modify(|seats| *seats = seats.saturating_sub(1));
    }
    left.retain(|_, seats| *seats > 0);
    OptionView {
        objective: objective.text().to_owned(),
        title: objective.words(),
        roles: roles
            .iter()
            .map(|(person, role)| (person.clone(), role.map(|role| role.text().to_owned())))
            .collect(),
        worth: own,
        cost: balanced - own,
        changes: u32::try_from(changes.count()).unwrap_or(u32::MAX),
        to_hire: by_role(&left),
    }
}

fn placed(person: &Person, request: &staffing::Request) -> PlacedView {
    let view = |(role, suits): (&SellerRole, &staffing::Suits)| {
        let found = points(suits, &request.weights);
        let parts = found.parts.into_iter().map(|(aspect, value, weight)| PartView {
            aspect: aspect.text().to_owned(),
            value,
            weight,
        });
        (role.text().to_owned(), PointsView { total: found.total, band: found.band, parts: parts.collect() })
    };
    let wanted = person.suits.iter().filter(|(role, _)| request.roles.contains_key(role));
    PlacedView {
        seller: Named { id: person.id.clone(), name: person.name.clone().unwrap_or_default() },
        now: person.now.map(|role| role.text().to_owned()),
        locked: person.locked.map(|role| role.text().to_owned()),
        points: wanted.map(view).collect(),
    }
}

/// What every other role of a person would cost; the look at the proposal was written down when it was opened.
pub async fn alternatives_of(
    app: &App,
    actor: &Actor,
    id: i64,
    person: i64,
    objective: Objective,
) -> Result<Vec<AlternativeView>> {
    let (row, _) = seen(app, actor, id).await?;
    let request = read(&row)?.request;
    let who = person.to_string();
    if !request.people.iter().any(|one| one.id == who) {
        return Err(Error::NotFound("seller"));
    }
    let proposal = staffing::propose(&request, objective);
    let names: BTreeMap<&str, &str> = request
        .people
        .iter()
        .map(|person| (person.id.as_str(), person.name.as_deref().unwrap_or_default()))
        .collect();
    let named = |id: &String| Named {
        id: id.clone(),
        name: names.get(id.as_str()).copied().unwrap_or_default().to_owned(),
    };
    let found = alternatives(&request, &proposal, &who).into_iter();
    Ok(found
        .map(|other| AlternativeView {
            role: other.role.text().to_owned(),
            cost: other.cost,
            others: other.others.iter().map(named).collect(),
            close: other.close,
        })
        .collect())
}

/// The proposals that name a person, with nobody else's line.
pub async fn naming(app: &App, seller: i64) -> Result<Vec<NamedIn>> {
    let who = seller.to_string();
    let mut named = Vec::new();
    for row in store::named_in(&app.db, seller).await? {
        let Saved { request, roles } = read(&row)?;
        if let Some(person) = request.people.iter().find(|person| person.id == who) {
            named.push(named_in(&row, person, &request, &roles));
        }
    }
    Ok(named)
}

fn named_in(
    row: &ProposalRow,
    person: &Person,
    request: &staffing::Request,
    roles: &BTreeMap<Objective, Roles>,
) -> NamedIn {
    let role = |of: &Roles| of.get(&person.id).copied().flatten().map(|role| role.text().to_owned());
    NamedIn {
        name: row.name.clone(),
        by: row.by_name.clone(),
        at: instant(row.at_us),
        roles: roles.iter().map(|(objective, of)| (objective.text().to_owned(), role(of))).collect(),
        placed: placed(person, request),
        adopted: row.adopted.clone(),
        adopted_by: row.adopted_by.clone(),
        adopted_because: row.adopted_because.clone(),
    }
}

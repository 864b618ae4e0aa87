//! A proposal: who has which role, how many are still to be hired, and what every other choice would cost.
use super::assign::assign;
use super::score::{Points, points};
use super::{Objective, Person, Request, Weights};
use crate::sellers::SellerRole;
use serde::Serialize;
use std::collections::BTreeMap;

/// A person in a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Placed {
    /// Who.
    pub person: String,
    /// The role; none where no seat is left that the person is thought of for.
    pub role: Option<SellerRole>,
    /// Whether it is another role than today's.
    pub changes: bool,
    /// Whether a manager decided it.
    pub locked: bool,
    /// The points, by role.
    pub points: BTreeMap<SellerRole, Points>,
}

/// The best assignment for one objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// What it is the best for.
    pub objective: Objective,
    /// What it is measured by.
    pub weights: Weights,
    /// Everybody, in the order of the request.
    pub people: Vec<Placed>,
    /// The sum of the points of all who have a role.
    pub total: i64,
    /// Seats that are left, by role: people to hire.
    pub to_hire: BTreeMap<SellerRole, u32>,
    /// People who change their role.
    pub changes: u32,
}

/// What it would cost to give somebody another role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Which role.
    pub role: SellerRole,
    /// How many points the best assignment with it has less; 0 where it is as good.
    pub cost: i64,
    /// Others whose role would change with it.
    pub others: Vec<String>,
    /// Whether the difference is smaller than what fit may be off: too close to call.
    pub close: bool,
}

/// The best assignment. Where the locked people of a role are more than its seats, the role has as many seats as they are.
pub fn propose(request: &Request, objective: Objective) -> Proposal {
    let weights = objective.weights(&request.weights);
    let roles: Vec<SellerRole> = request.roles.keys().copied().collect();
    let table = table(request, &weights, &roles);
    let chosen = assign(&table, &seats(request, &roles));
    let mut left = request.roles.clone();
    let mut people = Vec::new();
    for (person, role) in request.people.iter().zip(chosen) {
        let role = role.map(|role| roles[role]);
        if let Some(seats) = role.and_then(|role| left.get_mut(&role)) {
            *seats = seats.saturating_sub(1);
        }
        people.push(placed(person, role, &weights));
    }
    left.retain(|_, seats| *seats > 0);
    let of = |placed: &Placed| {
        placed.role.and_then(|role| placed.points.get(&role)).map_or(0, |points| points.total)
    };
    Proposal {
        objective,
        total: people.iter().map(of).sum(),
        changes: u32::try_from(people.iter().filter(|placed| placed.changes).count()).unwrap_or(u32::MAX),
        weights,
        people,
        to_hire: left,
    }
}

/// What a proposal is worth by other weights than its own: what it costs to put wishes or relationships first.
pub fn worth(request: &Request, proposal: &Proposal, weights: &Weights) -> i64 {
    let of = |(person, placed): (&Person, &Placed)| {
        placed.role.and_then(|role| person.suits.get(&role)).map_or(0, |suits| points(suits, weights).total)
    };
    request.people.iter().zip(&proposal.people).map(of).sum()
}

fn placed(person: &Person, role: Option<SellerRole>, weights: &Weights) -> Placed {
    Placed {
        person: person.id.clone(),
        role,
        changes: role.is_some() && role != person.now,
        locked: person.locked.is_some(),
        points: person.suits.iter().map(|(role, suits)| (*role, points(suits, weights))).collect(),
    }
}

/// So many points that nobody else takes the seat of whoever is locked.
const LOCKED: i64 = 1_000_000_000;

/// Points by person and role; whoever is locked is thought of for one role only.
fn table(request: &Request, weights: &Weights, roles: &[SellerRole]) -> Vec<Vec<Option<i64>>> {
    let one = |person: &Person, role: &SellerRole| match person.locked {
        Some(locked) if locked != *role => None,
        Some(_) => Some(LOCKED + person.suits.get(role).map_or(0, |suits| points(suits, weights).total)),
        None => person.suits.get(role).map(|suits| points(suits, weights).total),
    };
    request.people.iter().map(|person| roles.iter().map(|role| one(person, role)).collect()).collect()
}

fn seats(request: &Request, roles: &[SellerRole]) -> Vec<usize> {
    let seats = |role: &SellerRole| {
        let locked = request.people.iter().filter(|person| person.locked == Some(*role)).count();
        let wanted = request.roles.get(role).copied().unwrap_or(0);
        usize::try_from(wanted).unwrap_or(usize::MAX).max(locked)
    };
    roles.iter().map(seats).collect()
}

/// What it would cost to give one person each of the other roles: the whole is solved again with that choice locked. Empty for whoever is not
/// in the request, or is locked.
pub fn alternatives(request: &Request, proposal: &Proposal, person: &str) -> Vec<Alternative> {
    let Some(at) = request.people.iter().position(|one| one.id == person && one.locked.is_none()) else {
        return Vec::new();
    };
    let held = proposal.people.get(at).and_then(|placed| placed.role);
    let others = request.people[at]
        .suits
        .keys()
        .filter(|role| request.roles.contains_key(role) && Some(**role) != held);
    others.map(|role| alternative(request, proposal, at, *role)).collect()
}

fn alternative(request: &Request, proposal: &Proposal, at: usize, role: SellerRole) -> Alternative {
    let mut with = request.clone();
    with.people[at].locked = Some(role);
    let other = propose(&with, proposal.objective);
    let pairs = proposal.people.iter().zip(&other.people).enumerate();
    let moved = pairs.filter(|(place, (one, two))| *place != at && one.role != two.role);
    let placed = &proposal.people[at];
    let band = |role: Option<SellerRole>| {
        role.and_then(|role| placed.points.get(&role)).map_or(0, |points| points.band)
    };
    let cost = proposal.total - other.total;
    Alternative {
        role,
        cost,
        others: moved.map(|(_, (one, _))| one.person.clone()).collect(),
        close: cost.abs() < band(Some(role)) + band(placed.role),
    }
}

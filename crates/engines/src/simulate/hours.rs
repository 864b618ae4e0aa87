//! Step 2 of the week: what customers ask of each seller, and what the hours are spent on. Urgent and friendly work come first for
//! those who hunt, and new business is what is left: the crowding out that the article describes.
use super::book::Book;
use super::chance::steps_below;
use super::parameters::Scenario;
use super::people::Role;
use super::seats::{Desk, Seats};
use super::week::Week;

/// Hours of a seat in a week, travel included: what is asked for, and what is spent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hours {
    /// Of handoffs: part of the urgent work.
    pub handoffs: f64,
    /// Urgent work asked for.
    pub urgent_demand: f64,
    /// Easy work with friendly customers asked for.
    pub friendly_demand: f64,
    /// Routine work asked for.
    pub routine_demand: f64,
    /// Units that could expand, weighted with travel.
    pub expandable: f64,
    /// The same without travel.
    pub expandable_count: f64,
    /// Hours available for customers and new business.
    pub available: f64,
    /// Spent on urgent work.
    pub urgent: f64,
    /// Spent on easy work.
    pub friendly: f64,
    /// Spent on routine work.
    pub routine: f64,
    /// Spent on expansion.
    pub expansion: f64,
    /// Spent on new business.
    pub hunting: f64,
    /// The share of urgent demand that is served.
    pub urgent_cover: f64,
    /// The share of routine demand that is served.
    pub routine_cover: f64,
}

impl Hours {
    /// All that is asked for.
    pub fn demand(&self, s: &Scenario) -> f64 {
        self.urgent_demand + self.friendly_demand + self.routine_demand + s.expansion_hours * self.expandable
    }
}

/// Demand of every unit, then every seller's week.
pub fn step(s: &Scenario, seats: &Seats, book: &mut Book, week: &mut Week) {
    demand(s, seats, book, week);
    for (desk, hours) in seats.desks.iter().zip(&mut week.hours) {
        hours.urgent_demand += hours.handoffs;
        hours.friendly_demand *= 1.0 - desk.protection;
        spend(s, desk, hours);
        hours.urgent_cover = cover(s, desk, hours.urgent, hours.urgent_demand);
        hours.routine_cover = cover(s, desk, hours.routine, hours.routine_demand);
    }
}

/// How much longer everything takes with an owner's travel to a customer.
pub fn travel_multiple(s: &Scenario, desk: &Desk, remote: bool) -> f64 {
    1.0 + s.travel[usize::from(remote)] * desk.travel
}

fn demand(s: &Scenario, seats: &Seats, book: &mut Book, week: &mut Week) {
    let now = week.number;
    let incidents = s.incident_chance.map(steps_below);
    book.each(|customer, units| {
        let (segment, settled) = (customer.segment, now - customer.signed >= s.implementation_weeks);
        for unit in units {
            let multiple = travel_multiple(s, &seats.desks[unit.owner], customer.remote);
            let hours = &mut week.hours[unit.owner];
            (unit.urgent, unit.routine) = (0.0, 0.0);
            if unit.active {
                let draw = unit.incidents.steps_at(now);
                let incident = if draw < incidents[segment] { s.incident_hours[segment] } else { 0.0 };
                let implementing = unit.since >= 0 && now - unit.since < s.implementation_weeks;
                unit.urgent = incident + if implementing { s.implementation_hours[segment] } else { 0.0 };
                unit.routine = s.routine_hours[segment];
                hours.urgent_demand += unit.urgent * multiple;
                hours.routine_demand += unit.routine * multiple;
                if unit.relationship >= s.friendly_from {
                    hours.friendly_demand += s.easy_hours * multiple;
                }
            }
            unit.expandable = settled && unit.potential - unit.arr > s.gap_min * unit.potential;
            if unit.expandable {
                hours.expandable += multiple;
                hours.expandable_count += 1.0;
            }
        }
    });
}

fn spend(s: &Scenario, desk: &Desk, hours: &mut Hours) {
    let own = s.hours * (1.0 - s.admin_share);
    let coordination = if desk.role == Role::Generalist { 0.0 } else { s.coordination };
    hours.available = if desk.here { own - coordination } else { 0.0 };
    let plan = match desk.role {
        Role::Generalist => s.hunting_plan[0],
        Role::Hunter => s.hunting_plan[1],
        Role::AccountManager | Role::Inside => 0.0,
    };
    let protected = desk.protection * plan * hours.available;
    let mut left = hours.available - protected;
    let mut take = |demand: f64| {
        let taken = demand.min(left);
        left -= taken;
        taken
    };
    hours.urgent = take(hours.urgent_demand);
    if desk.role.hunts() {
        hours.friendly = take(hours.friendly_demand);
    }
    hours.routine = take(hours.routine_demand);
    hours.expansion = take(s.expansion_hours * hours.expandable);
    if !desk.role.hunts() {
        hours.friendly = take(hours.friendly_demand);
    }
    if desk.role.hunts() {
        hours.hunting = protected + left;
    } else if hours.expandable > 0.0 {
        hours.expansion += left;
    }
}

fn cover(s: &Scenario, desk: &Desk, spent: f64, demand: f64) -> f64 {
    match (desk.here, demand > 0.0) {
        (false, _) => s.vacancy_cover,
        (true, true) => spent / demand,
        (true, false) => 1.0,
    }
}

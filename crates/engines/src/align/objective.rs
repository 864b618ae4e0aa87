//! What an alignment is worth: the sum of all rules, computed anew in the order of the numbers.
use super::problem::{Alignment, Problem, Role};
use super::rules::{channel, disruption, potential, skills, travel, workload};
use serde::Serialize;

/// Dollars a year, by rule; less is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Objective {
    /// Visits of field sellers.
    pub travel: f64,
    /// Units served in the role that suits them less, and hours apart of inside sellers.
    pub channel: f64,
    /// Units that change hands.
    pub disruption: f64,
    /// Languages and skills that are lacking; left out of what is written where there is none.
    #[serde(skip_serializing_if = "is_nothing")]
    pub skills: f64,
    /// Meetings of hunters with their account managers.
    pub meetings: f64,
    /// Pairs that are parted.
    pub parted_pairs: f64,
    /// Hours outside the bands.
    pub workload: f64,
    /// Potential outside the bands.
    pub potential: f64,
}

impl Objective {
    /// All of it.
    pub fn total(&self) -> f64 {
        self.travel
            + self.channel
            + self.disruption
            + self.skills
            + self.meetings
            + self.parted_pairs
            + self.workload
            + self.potential
    }
}

fn is_nothing(dollars: &f64) -> bool {
    *dollars == 0.0
}

/// What each seller has to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Loads {
    /// Hours of each seller.
    pub hours: Vec<f64>,
    /// Potential of each seller.
    pub potential: Vec<f64>,
}

/// The hours and the potential of every seller, hunters' new business included.
pub fn loads(problem: &Problem, alignment: &Alignment) -> Loads {
    let sellers = problem.sellers.len();
    let mut loads = Loads { hours: vec![0.0; sellers], potential: vec![0.0; sellers] };
    for (unit, seller) in problem.units.iter().zip(&alignment.units) {
        loads.hours[*seller as usize] += unit.hours;
        loads.potential[*seller as usize] += unit.potential;
    }
    for (hunter, seller) in problem.hunters.iter().zip(&alignment.hunters) {
        loads.hours[*seller as usize] += hunter.hours;
        loads.potential[*seller as usize] += hunter.potential;
    }
    loads
}

/// The worth of an alignment that keeps all that must be kept.
pub fn objective(problem: &Problem, alignment: &Alignment) -> Objective {
    let parameters = &problem.parameters;
    let mut sum = Objective::default();
    for (unit, seller) in problem.units.iter().zip(&alignment.units) {
        let to = &problem.sellers[*seller as usize];
        if to.role == Role::Field {
            sum.travel += travel::visits(parameters, unit, to);
        }
        sum.channel += channel::cost(parameters, unit, to);
        sum.disruption += disruption::unit(parameters, unit, *seller as usize);
        sum.skills += skills::cost(parameters, unit, to);
    }
    for (hunter, seller) in problem.hunters.iter().zip(&alignment.hunters) {
        sum.meetings += travel::meetings(parameters, hunter, &problem.sellers[*seller as usize]);
        sum.parted_pairs += disruption::hunter(parameters, hunter, *seller as usize);
    }
    let loads = loads(problem, alignment);
    for seller in 0..problem.sellers.len() {
        sum.workload += workload::band(problem, seller).cost(loads.hours[seller]);
        sum.potential += potential::band(problem, seller).cost(loads.potential[seller]);
    }
    sum
}

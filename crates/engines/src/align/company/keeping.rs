//! What it would cost to leave one unit with its present owner while everything else of an alignment stays: the exact change of the objective at the
//! company's constants, part by part. Positive parts speak for the move, negative ones for keeping.
use crate::align::objective::Loads;
use crate::align::problem::{Problem, Role};
use crate::align::rules::{channel, disruption, potential, skills, travel, workload};
use serde::{Deserialize, Serialize};

/// Amounts a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = AlignmentKeeping)]
pub struct Keeping {
    /// Longer ways of the owner.
    pub travel: f64,
    /// Served in the role that suits it less.
    pub channel: f64,
    /// The relationship that would not be parted: never above 0.
    pub change: f64,
    /// Languages and skills that the owner lacks, less those that the other lacks.
    pub skills: f64,
    /// Hours further outside the bands.
    pub hours: f64,
    /// Potential further outside the bands.
    pub potential: f64,
    /// All of it.
    pub total: f64,
}

/// What keeping `unit` with `owner` would cost, where the alignment gives it to `to`. The problem's owner of the unit is `owner`; none where the
/// owner may not serve it.
pub fn keeping(problem: &Problem, loads: &Loads, unit: usize, to: usize, owner: usize) -> Option<Keeping> {
    let (of, here, there) = (&problem.units[unit], &problem.sellers[owner], &problem.sellers[to]);
    if !channel::may(of, here) {
        return None;
    }
    let parameters = &problem.parameters;
    let way = |seller: &crate::align::problem::Seller| match seller.role {
        Role::Field => travel::visits(parameters, of, seller),
        Role::Inside => 0.0,
    };
    let moved =
        |band: crate::align::rules::band::Band, load: f64, by: f64| band.cost(load + by) - band.cost(load);
    let mut keeping = Keeping {
        travel: way(here) - way(there),
        channel: channel::cost(parameters, of, here) - channel::cost(parameters, of, there),
        change: -disruption::parted(parameters, of),
        skills: skills::cost(parameters, of, here) - skills::cost(parameters, of, there),
        hours: moved(workload::band(problem, owner), loads.hours[owner], of.hours)
            + moved(workload::band(problem, to), loads.hours[to], -of.hours),
        potential: moved(potential::band(problem, owner), loads.potential[owner], of.potential)
            + moved(potential::band(problem, to), loads.potential[to], -of.potential),
        total: 0.0,
    };
    keeping.total = keeping.travel
        + keeping.channel
        + keeping.change
        + keeping.skills
        + keeping.hours
        + keeping.potential;
    Some(keeping)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::objective::{loads, objective};
    use crate::align::problem::Alignment;
    use crate::align::read::{Files, problem};

    /// Keeping is the objective with one unit back, less the objective.
    #[test]
    fn it_is_the_exact_change_of_the_objective() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/alignment/");
        let read = |name: &str| std::fs::read(format!("{folder}{name}")).unwrap();
        let (accounts, reps) = (read("accounts.csv"), read("reps.csv"));
        let (hunters, parameters) = (read("hunters.csv"), read("params.json"));
        let files = Files { accounts: &accounts, reps: &reps, hunters: &hunters, parameters: &parameters };
        let mut problem = problem(&files).unwrap();
        for unit in &mut problem.units {
            (unit.hunter, unit.locked, unit.enterprise) = (None, false, false);
        }
        // Every other unit needs something that every third seller has.
        problem.units.iter_mut().step_by(2).for_each(|unit| unit.needs = 0b101);
        problem.sellers.iter_mut().step_by(3).for_each(|seller| seller.skills = 0b100);
        let sellers = problem.sellers.len();
        let alignment = Alignment {
            units: (0..problem.units.len()).map(|unit| (unit * 7 % sellers) as u32).collect(),
            hunters: vec![0; problem.hunters.len()],
        };
        let (loads, whole) = (loads(&problem, &alignment), objective(&problem, &alignment).total());
        let mut compared = 0;
        for unit in 0..problem.units.len() {
            let to = alignment.units[unit] as usize;
            let Some(owner) = problem.units[unit].owner.map(|owner| owner as usize) else { continue };
            if owner == to {
                continue;
            }
            let mut kept = alignment.clone();
            kept.units[unit] = owner as u32;
            let change = objective(&problem, &kept).total() - whole;
            let told = keeping(&problem, &loads, unit, to, owner).unwrap();
            assert!((told.total - change).abs() < 1e-6 * whole, "unit {unit}: {told:?}, {change}");
            compared += 1;
        }
        assert!(compared > 20, "{compared}");
    }
}

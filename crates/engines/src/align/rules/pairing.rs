//! Pairing: a hunter and the whole handover pipeline go to one account manager in the field, so they are one item.
use crate::align::problem::Problem;

/// The units in each hunter's pipeline, in the order of their numbers.
pub fn pipelines(problem: &Problem) -> Vec<Vec<u32>> {
    let mut pipelines = vec![Vec::new(); problem.hunters.len()];
    for (unit, hunter) in problem.units.iter().enumerate().filter_map(|(id, unit)| Some((id, unit.hunter?))) {
        pipelines[hunter as usize].push(unit as u32);
    }
    pipelines
}

/// The seller to whom a lock ties a hunter, be it the hunter's own or that of a unit in the pipeline.
pub fn keeper(problem: &Problem, hunter: usize, pipeline: &[u32]) -> Option<u32> {
    let of = &problem.hunters[hunter];
    let owner = |unit: &u32| {
        let unit = &problem.units[*unit as usize];
        unit.owner.filter(|_| unit.locked)
    };
    of.partner.filter(|_| of.locked).or_else(|| pipeline.iter().find_map(owner))
}

//! What only the tables together show: references to hunters, and locks that leave a pair or a unit no seller.
use super::REFUSALS_MAX;
use crate::align::problem::{Problem, Role};
use crate::align::refusal::{File, Refusal};
use crate::align::rules::pairing::{keeper, pipelines};

/// Everything that makes an alignment impossible.
pub fn impossible(problem: &Problem) -> Vec<Refusal> {
    let mut refusals = nobody(problem);
    refusals.extend(unknown_hunters(problem));
    if refusals.is_empty() {
        refusals.extend(torn_pairs(problem));
        refusals.extend(too_many_hunters(problem));
    }
    refusals.truncate(REFUSALS_MAX);
    refusals
}

/// The line of a row: the first line names the columns.
fn line(row: usize) -> Option<u64> {
    Some(row as u64 + 2)
}

fn nobody(problem: &Problem) -> Vec<Refusal> {
    let refuse = |reason: &str| Refusal { file: File::Reps, line: None, reason: reason.to_owned() };
    if problem.sellers.is_empty() {
        return vec![refuse("there is nobody in it: write at least one rep")];
    }
    let field = problem.sellers.iter().any(|seller| seller.role == Role::Field);
    let needed =
        !problem.hunters.is_empty() || problem.units.iter().any(|unit| unit.enterprise && !unit.locked);
    if needed && !field {
        return vec![refuse(
            "nobody is in the field, where hunters and the largest units need somebody: write one",
        )];
    }
    Vec::new()
}

fn unknown_hunters(problem: &Problem) -> Vec<Refusal> {
    let hunters = problem.hunters.len();
    let unknown = |(row, hunter): (usize, u32)| Refusal {
        file: File::Accounts,
        line: line(row),
        reason: format!(
            "`hunter` is {hunter}: write the number of a hunter, below {hunters}, or -1 for nobody"
        ),
    };
    let named = problem.units.iter().enumerate().filter_map(|(row, unit)| Some((row, unit.hunter?)));
    named.filter(|(_, hunter)| *hunter as usize >= hunters).map(unknown).take(REFUSALS_MAX).collect()
}

/// Pairs whose locks name somebody inside, or different people.
fn torn_pairs(problem: &Problem) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let inside = |seller: u32| problem.sellers[seller as usize].role == Role::Inside;
    for (row, (hunter, pipeline)) in problem.hunters.iter().zip(pipelines(problem)).enumerate() {
        let mut keeper = hunter.partner.filter(|_| hunter.locked);
        if keeper.is_some_and(inside) {
            let reason =
                "it is locked to somebody inside: an account manager of hunters is in the field".to_owned();
            refusals.push(Refusal { file: File::Hunters, line: line(row), reason });
        }
        for unit in pipeline.into_iter().map(|unit| unit as usize) {
            let of = &problem.units[unit];
            let Some(owner) = of.owner.filter(|_| of.locked) else { continue };
            if inside(owner) || keeper.is_some_and(|keeper| keeper != owner) {
                let reason = format!(
                    "it is locked to rep {owner}, with whom hunter {row} cannot be paired: take one of the locks away"
                );
                refusals.push(Refusal { file: File::Accounts, line: line(unit), reason });
            }
            keeper = Some(owner);
        }
    }
    refusals
}

fn too_many_hunters(problem: &Problem) -> Vec<Refusal> {
    let Some(most) = problem.parameters.hunters_max else { return Vec::new() };
    let refuse = |reason| Refusal { file: File::Hunters, line: None, reason };
    let field = problem.sellers.iter().filter(|seller| seller.role == Role::Field).count();
    let hunters = problem.hunters.len();
    if hunters > field * most as usize {
        return vec![refuse(format!(
            "there are {hunters} hunters and {field} account managers in the field with at most {most} each: raise `hunters_max`"
        ))];
    }
    let mut locked = vec![0_u32; problem.sellers.len()];
    for (hunter, pipeline) in pipelines(problem).iter().enumerate() {
        if let Some(keeper) = keeper(problem, hunter, pipeline) {
            locked[keeper as usize] += 1;
        }
    }
    let beyond = locked.iter().enumerate().filter(|(_, count)| **count > most);
    let told = |(seller, count): (usize, &u32)| {
        refuse(format!("{count} hunters are locked to rep {seller}, at most {most} may be: take locks away"))
    };
    beyond.map(told).collect()
}

//! What the data lack, told before anything is solved: each with how many and which, and what is assumed as long as it is so.
use super::input::{HoursFrom, Input};
use super::record::Record;
use crate::words::words;
use serde::Serialize;

words! {
    /// What is lacking.
    Lack {
        /// Nobody owns the unit.
        Owner = "owner",
        /// It is not known where the unit is.
        Place = "place",
        /// It is not known what the unit could reach.
        Potential = "potential",
        /// Nobody recorded time with the unit.
        Time = "time",
        /// The customer has no known segment.
        Segment = "segment",
        /// It is not known where a person works.
        SellerPlace = "seller_place",
        /// It is not known how many hours a person works.
        SellerHours = "seller_hours",
        /// There is more work than people have hours.
        Capacity = "capacity",
        /// Units need a language or skill that no account manager has.
        SkillNobody = "skill_nobody",
        /// No unit needs a language or skill.
        SkillUnneeded = "skill_unneeded",
    }
}

/// One kind of lack.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataProblem {
    /// What.
    pub lack: Lack,
    /// How many units, people or skills; hours a year beyond the capacity.
    pub count: usize,
    /// The first of them: id and name of the unit or the person; place and name of the skill.
    pub first: Vec<(i64, String)>,
    /// Recurring revenue of the units.
    pub arr: f64,
}

/// How many of each kind are named.
const NAMED_MAX: usize = 20;

/// Everything that is lacking; kinds of which there is nothing are left out.
pub fn problems(record: &Record, input: &Input) -> Vec<DataProblem> {
    let unsized_units: std::collections::BTreeSet<i64> =
        record.units.iter().filter(|unit| unit.segment.is_none()).map(|unit| unit.id).collect();
    let units = |lack, lacks: &dyn Fn(&super::input::UnitIn) -> bool| {
        let all: Vec<_> = input.units.iter().filter(|unit| lacks(unit)).collect();
        DataProblem {
            lack,
            count: all.len(),
            arr: all.iter().map(|unit| unit.arr).sum(),
            first: all.iter().take(NAMED_MAX).map(|unit| (unit.id, unit.name.clone())).collect(),
        }
    };
    let people = |lack, lacks: &dyn Fn(&super::input::SellerIn) -> bool| {
        let all: Vec<_> = input.sellers.iter().filter(|seller| lacks(seller)).collect();
        let first = all.iter().take(NAMED_MAX).map(|seller| (seller.id, seller.name.clone())).collect();
        DataProblem { lack, count: all.len(), arr: 0.0, first }
    };
    let needed: f64 = input.sellers.iter().map(|seller| seller.hours).sum();
    let there: f64 = input.sellers.iter().map(|seller| seller.capacity).sum();
    let over = DataProblem {
        lack: Lack::Capacity,
        count: (needed - there).max(0.0) as usize,
        arr: 0.0,
        first: Vec::new(),
    };
    let all = [
        units(Lack::Owner, &|unit| unit.owner.is_none()),
        units(Lack::Place, &|unit| !unit.place_known),
        units(Lack::Potential, &|unit| !unit.potential_known),
        units(Lack::Time, &|unit| unit.hours_from == HoursFrom::Segment),
        units(Lack::Segment, &|unit| unsized_units.contains(&unit.id)),
        people(Lack::SellerPlace, &|seller| !seller.place_known),
        people(Lack::SellerHours, &|seller| !seller.capacity_known),
        over,
        skills(input, Lack::SkillNobody),
        skills(input, Lack::SkillUnneeded),
    ];
    all.into_iter().filter(|problem| problem.count > 0).collect()
}

/// Languages and skills that nobody has, or that no unit needs, with the revenue of the units that wait for them.
fn skills(input: &Input, lack: Lack) -> DataProblem {
    let of = |bit: u64| input.units.iter().filter(move |unit| unit.needs & bit != 0);
    let held = input.sellers.iter().fold(0, |all, seller| all | input.skills_of(seller.id));
    let lacks = |at: usize| {
        let bit = 1 << at;
        let is_needed = of(bit).next().is_some();
        if lack == Lack::SkillUnneeded { !is_needed } else { is_needed && held & bit == 0 }
    };
    let all: Vec<usize> = (0..input.skills.len()).filter(|at| lacks(*at)).collect();
    let bits = all.iter().fold(0, |bits, at| bits | (1 << at));
    DataProblem {
        lack,
        count: all.len(),
        arr: of(bits).map(|unit| unit.arr).sum(),
        first: all.iter().take(NAMED_MAX).map(|at| (*at as i64, input.skills[*at].name.clone())).collect(),
    }
}

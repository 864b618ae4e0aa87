//! What changed since something was solved, as far as it makes a proposal wrong: units that came, went, changed hands or worth; people who came, went
//! or do something else; other constants. Time that went by is none: relationships and hours move every day.
use super::input::Input;
use crate::words::words;
use serde::Serialize;
use std::collections::BTreeMap;

words! {
    /// What is different.
    Difference {
        /// A unit that was not there.
        UnitNew = "unit_new",
        /// A unit that is there no longer.
        UnitGone = "unit_gone",
        /// Another owner.
        Owner = "owner",
        /// Other recurring revenue.
        Arr = "arr",
        /// Another potential.
        Potential = "potential",
        /// Another place.
        Place = "place",
        /// It is held now, or no longer.
        Held = "held",
        /// Somebody who was not there.
        PersonNew = "person_new",
        /// Somebody who is there no longer.
        PersonGone = "person_gone",
        /// Somebody does something else, or works other hours.
        PersonChanged = "person_changed",
        /// Other constants.
        Rules = "rules",
        /// Other languages and skills, other people who have them or customers who need them.
        Skills = "skills",
        /// The customer needs other ones than before.
        Needs = "needs",
    }
}

/// Something that is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// What.
    pub what: Difference,
    /// Of which unit or person.
    pub id: i64,
    /// What people call it.
    pub name: String,
}

/// Share of an amount up to which it is the same: exchange rates move every day.
const SAME: f64 = 0.01;

fn differs(before: f64, now: f64) -> bool {
    (before - now).abs() > SAME * before.abs().max(now.abs()).max(1.0)
}

/// Everything, units first.
pub fn differences(before: &Input, now: &Input) -> Vec<Changed> {
    let mut found = Vec::new();
    let mut tell = |what, id: i64, name: &str| found.push(Changed { what, id, name: name.to_owned() });
    for unit in &now.units {
        let Some(at) = before.unit_at(unit.id) else {
            tell(Difference::UnitNew, unit.id, &unit.name);
            continue;
        };
        let was = &before.units[at];
        let held = |unit: &super::input::UnitIn| unit.held.as_ref().map(|(to, ..)| *to);
        for (what, is_other) in [
            (Difference::Owner, was.owner != unit.owner),
            (Difference::Arr, differs(was.arr, unit.arr)),
            (Difference::Potential, differs(was.potential, unit.potential)),
            (Difference::Place, differs(was.lat, unit.lat) || differs(was.lon, unit.lon)),
            (Difference::Held, held(was) != held(unit)),
            // Where the skills themselves are others, that is said once and not of every unit.
            (Difference::Needs, before.skills == now.skills && was.needs != unit.needs),
        ] {
            if is_other {
                tell(what, unit.id, &unit.name);
            }
        }
    }
    for unit in before.units.iter().filter(|unit| now.unit_at(unit.id).is_none()) {
        tell(Difference::UnitGone, unit.id, &unit.name);
    }
    let (was, is) = (people(before), people(now));
    for (id, (name, does, hours)) in &is {
        match was.get(id) {
            None => tell(Difference::PersonNew, *id, name),
            Some((_, did, had)) if did != does || differs(*had, *hours) => {
                tell(Difference::PersonChanged, *id, name);
            }
            Some(_) => {}
        }
    }
    for (id, (name, ..)) in was.iter().filter(|(id, _)| !is.contains_key(id)) {
        tell(Difference::PersonGone, *id, name);
    }
    if before.rules != now.rules {
        tell(Difference::Rules, 0, "");
    }
    if before.skills != now.skills {
        tell(Difference::Skills, 0, "");
    }
    found
}

/// Name, part and hours of everybody.
fn people(input: &Input) -> BTreeMap<i64, (&str, &'static str, f64)> {
    let sellers =
        input.sellers.iter().map(|one| (one.id, (one.name.as_str(), one.part.text(), one.capacity)));
    let hunters = input.hunters.iter().map(|one| (one.id, (one.name.as_str(), "hunter", 0.0)));
    sellers.chain(hunters).collect()
}

//! Who begins and who is compared, by lot within strata, from a seed that can be drawn again.
use crate::diagnose::random::Random;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::interventions::Member;
use tandem_core::subscriptions::Month;

/// How it is rolled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rollout {
    /// Half begin, half are compared.
    Half,
    /// Everybody begins, in so many steps, so many months apart; who comes later is compared until then.
    Steps {
        /// At least two.
        steps: usize,
        /// At least one.
        months_apart: i32,
    },
}

/// Those who take part and those who are only compared, in the order of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lots {
    /// Who takes part, with the day on which it begins.
    pub people: Vec<Member>,
    /// Who is compared.
    pub compared: Vec<Member>,
}

const STREAM: u64 = 41;

/// Draws lots for people with their strata. `start` is the first day for those who begin first.
pub fn draw(people: &[(String, Option<String>)], rollout: Rollout, start: NaiveDate, seed: u64) -> Lots {
    let mut random = Random::new(seed, STREAM);
    let steps = match rollout {
        Rollout::Half => 2,
        Rollout::Steps { steps, .. } => steps.max(2),
    };
    let mut lots = Lots { people: Vec::new(), compared: Vec::new() };
    // Places go round over all strata, so that odd ones even out; which place comes first is drawn too.
    let first = random.index(steps);
    for (at, (name, stratum)) in shuffled(people, &mut random).into_iter().enumerate() {
        let place = (first + at) % steps;
        let member = |from| Member { person: name.to_owned(), from, stratum: stratum.map(str::to_owned) };
        match rollout {
            Rollout::Half if place == 0 => lots.people.push(member(None)),
            Rollout::Half => lots.compared.push(member(None)),
            Rollout::Steps { months_apart, .. } => {
                let later = i32::try_from(place).unwrap_or(0) * months_apart.max(1);
                let from = if later == 0 { start } else { Month::of(start).plus(later).first_day() };
                lots.people.push(member(Some(from)));
            }
        }
    }
    lots.people.sort_by(|one, other| one.person.cmp(&other.person));
    lots.compared.sort_by(|one, other| one.person.cmp(&other.person));
    lots
}

/// Stratum after stratum, each in random order.
fn shuffled<'a>(
    people: &'a [(String, Option<String>)],
    random: &mut Random,
) -> Vec<(&'a str, Option<&'a str>)> {
    let mut strata: BTreeMap<Option<&str>, BTreeSet<&str>> = BTreeMap::new();
    for (person, stratum) in people {
        strata.entry(stratum.as_deref()).or_default().insert(person);
    }
    let mut all = Vec::with_capacity(people.len());
    for (stratum, names) in strata {
        let mut names: Vec<&str> = names.into_iter().collect();
        for at in (1..names.len()).rev() {
            names.swap(at, random.index(at + 1));
        }
        all.extend(names.into_iter().map(|name| (name, stratum)));
    }
    all
}

//! What an alignment changes, in figures for people: before and after, for everybody and for the whole. Everything is counted anew at the company's
//! constants, with the owners of today and not with those whom somebody locked.
use super::texts::usual;
use crate::align::problem::Place;
use crate::align::rules::travel::km;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::alignments::{Input, Part, UnitIn};

/// Relationships from which a parting counts as one that is broken.
const CLOSE: f64 = 0.5;

/// The figures of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = AlignmentPerson)]
pub struct PersonFigures {
    /// Who.
    pub id: String,
    /// The name.
    pub name: String,
    /// field, inside or hunter.
    pub part: String,
    /// Units before and after.
    pub units: [usize; 2],
    /// Hours a year before and after, new business included.
    pub hours: [f64; 2],
    /// From where to where hours may be; the same twice for a hunter.
    pub hours_band: [f64; 2],
    /// Potential before and after.
    pub potential: [f64; 2],
    /// From where to where potential may be.
    pub potential_band: [f64; 2],
    /// Recurring revenue before and after.
    pub arr: [f64; 2],
    /// Kilometres a year before and after.
    pub km: [f64; 2],
    /// Hunters whom the account manager is paired with, by name; of a hunter, the account manager.
    pub paired: Vec<String>,
}

/// The figures of an alignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = AlignmentFigures)]
pub struct Figures {
    /// Units that are aligned.
    pub units: usize,
    /// Their recurring revenue.
    pub arr: f64,
    /// Units that pass from one account manager to another.
    pub moved: usize,
    /// Their recurring revenue.
    pub moved_arr: f64,
    /// Units that pass from hunters, or from others who keep none, to account managers.
    pub handed: usize,
    /// Their recurring revenue.
    pub handed_arr: f64,
    /// Units that had no owner.
    pub given: usize,
    /// Moved units with a close relationship to their owner.
    pub broken: usize,
    /// Hours of those outside their bands, before and after, as the mean distance from the target in shares of it.
    pub imbalance: [f64; 2],
    /// Account managers outside the band of hours, before and after.
    pub outside_hours: [usize; 2],
    /// Account managers outside the band of potential, before and after.
    pub outside_potential: [usize; 2],
    /// Kilometres a year, before and after.
    pub km: [f64; 2],
    /// Account managers with whom a hunter deals, before and after: after, 1.
    pub interfaces: [usize; 2],
    /// Hunters who get another account manager than today's.
    pub pairs_changed: usize,
    /// Units served from inside, before and after.
    pub inside_units: [usize; 2],
    /// Their recurring revenue after.
    pub inside_arr: f64,
    /// What serving them from inside saves a year against the nearest account manager in the field.
    pub inside_saving: f64,
    /// What it is expected to lose: potential of units that want visits, and hours apart.
    pub inside_loss: f64,
    /// Units that could be served from inside and are not.
    pub inside_left: usize,
    /// Units with somebody who lacks a language or skill that they need, before and after.
    #[serde(default)]
    pub skills_lacking: [usize; 2],
    /// Everybody.
    pub people: Vec<PersonFigures>,
}

/// The figures where units go to these sellers and hunters to these account managers.
pub fn figures(input: &Input, units: &[u32], hunters: &[u32]) -> Figures {
    let count = Count { input, places: input.places(), units, hunters };
    let people = count.people();
    let (moved, handed) = (count.moved(), count.handed());
    let arr = |of: &[&UnitIn]| of.iter().map(|unit| unit.arr).sum::<f64>();
    let keepers: Vec<&PersonFigures> = people.iter().filter(|person| person.part != "hunter").collect();
    let side = |at: usize| {
        let outside = |value: fn(&PersonFigures) -> ([f64; 2], [f64; 2])| {
            let is = |person: &&&PersonFigures| {
                let (loads, band) = value(person);
                loads[at] < band[0] - 1e-6 || loads[at] > band[1] + 1e-6
            };
            keepers.iter().filter(is).count()
        };
        let distance = |(person, seller): (&&PersonFigures, &tandem_core::alignments::SellerIn)| {
            (person.hours[at] - seller.hours).abs() / seller.hours.max(1.0)
        };
        let imbalance = keepers.iter().zip(&input.sellers).map(distance).sum::<f64>();
        (
            imbalance / keepers.len().max(1) as f64,
            outside(|person| (person.hours, person.hours_band)),
            outside(|person| (person.potential, person.potential_band)),
            people.iter().map(|person| person.km[at]).sum::<f64>(),
        )
    };
    let (before, after) = (side(0), side(1));
    let inside = count.inside();
    Figures {
        units: input.units.len(),
        arr: input.units.iter().map(|unit| unit.arr).sum(),
        moved: moved.len(),
        moved_arr: arr(&moved),
        handed: handed.len(),
        handed_arr: arr(&handed),
        given: input.units.iter().filter(|unit| unit.owner.is_none()).count(),
        broken: moved.iter().filter(|unit| unit.relationship >= CLOSE).count(),
        imbalance: [before.0, after.0],
        outside_hours: [before.1, after.1],
        outside_potential: [before.2, after.2],
        km: [before.3, after.3],
        interfaces: count.interfaces(),
        pairs_changed: count.pairs_changed(),
        inside_units: inside.units,
        inside_arr: inside.arr,
        inside_saving: inside.saving,
        inside_loss: inside.loss,
        inside_left: inside.left,
        skills_lacking: count.skills_lacking(),
        people,
    }
}

struct Count<'a> {
    input: &'a Input,
    places: BTreeMap<i64, usize>,
    units: &'a [u32],
    hunters: &'a [u32],
}

#[derive(Default)]
struct InsideSums {
    units: [usize; 2],
    arr: f64,
    saving: f64,
    loss: f64,
    left: usize,
}

impl Count<'_> {
    fn each(&self) -> impl Iterator<Item = (&UnitIn, Option<usize>, usize)> {
        let of = |unit: &UnitIn| self.places.get(&unit.owner?).copied();
        let units = self.input.units.iter().zip(self.units);
        units.map(move |(unit, to)| (unit, of(unit), *to as usize))
    }

    /// From one account manager to another.
    fn moved(&self) -> Vec<&UnitIn> {
        let moves = |(unit, owner, to): (_, Option<usize>, usize)| {
            owner.is_some_and(|owner| owner != to).then_some(unit)
        };
        self.each().filter_map(moves).collect()
    }

    /// From somebody who keeps none.
    fn handed(&self) -> Vec<&UnitIn> {
        self.each()
            .filter(|(unit, owner, _)| owner.is_none() && unit.owner.is_some())
            .map(|(unit, ..)| unit)
            .collect()
    }

    fn km_of(&self, unit: &UnitIn, seller: usize) -> f64 {
        let seller = &self.input.sellers[seller];
        if seller.part == Part::Inside {
            return 0.0;
        }
        2.0 * unit.visits * self.apart((unit.lat, unit.lon), (seller.lat, seller.lon))
    }

    fn apart(&self, from: (f64, f64), to: (f64, f64)) -> f64 {
        km(usual(self.input).earth_km, &Place::new(from.0, from.1), &Place::new(to.0, to.1))
    }

    fn people(&self) -> Vec<PersonFigures> {
        let rules = &self.input.rules;
        let band = |target: f64, share: f64| [target * (1.0 - share), target * (1.0 + share)];
        let mut people: Vec<PersonFigures> = self
            .input
            .sellers
            .iter()
            .map(|seller| PersonFigures {
                hours_band: band(seller.hours, rules.hours_band),
                potential_band: band(seller.potential, rules.potential_band),
                ..nobody(seller.id, &seller.name, seller.part.text())
            })
            .collect();
        let keepers = people.len();
        people.extend(self.input.hunters.iter().map(|one| nobody(one.id, &one.name, Part::Hunter.text())));
        for (unit, owner, to) in self.each() {
            let hunter = || Some(keepers + self.input.hunter_at(unit.owner?)?);
            if let Some(before) = owner.or_else(hunter) {
                let km = owner.map_or(0.0, |owner| self.km_of(unit, owner));
                add(&mut people[before], 0, unit, km);
            }
            add(&mut people[to], 1, unit, self.km_of(unit, to));
        }
        for (at, (hunter, to)) in self.input.hunters.iter().zip(self.hunters).enumerate() {
            let to = *to as usize;
            let meetings = |seller: usize| {
                let seller = &self.input.sellers[seller];
                let way = self.apart((hunter.lat, hunter.lon), (seller.lat, seller.lon));
                2.0 * rules.pair_meetings * way
            };
            if let Some(before) = hunter.partner.and_then(|id| self.places.get(&id).copied()) {
                people[before].hours[0] += hunter.hours;
                people[before].potential[0] += hunter.potential;
                people[before].km[0] += meetings(before);
            }
            people[to].hours[1] += hunter.hours;
            people[to].potential[1] += hunter.potential;
            people[to].km[1] += meetings(to);
            let (hunter, keeper) = (hunter.name.clone(), people[to].name.clone());
            people[to].paired.push(hunter);
            people[keepers + at].paired.push(keeper);
        }
        people
    }

    /// The most account managers that any hunter deals with: those who have units that were the hunter's in the pipeline, and the paired one.
    fn interfaces(&self) -> [usize; 2] {
        let mut after: BTreeMap<i64, BTreeSet<usize>> = BTreeMap::new();
        for (hunter, to) in self.input.hunters.iter().zip(self.hunters) {
            after.entry(hunter.id).or_default().insert(*to as usize);
        }
        for (unit, _, to) in self.each() {
            if let Some(hunter) = unit.hunter {
                after.entry(hunter).or_default().insert(to);
            }
        }
        let partners = self.input.hunters.iter().map(|hunter| usize::from(hunter.partner.is_some()));
        [partners.max().unwrap_or(0), after.values().map(BTreeSet::len).max().unwrap_or(0)]
    }

    fn pairs_changed(&self) -> usize {
        let is_other = |(hunter, to): (&tandem_core::alignments::HunterIn, &u32)| {
            hunter.partner.is_some_and(|partner| self.input.sellers[*to as usize].id != partner)
        };
        self.input.hunters.iter().zip(self.hunters).filter(|pair| is_other(*pair)).count()
    }

    /// Units whose owner, and whoever gets them, lacks a skill that they need. Who keeps none counts before as well.
    fn skills_lacking(&self) -> [usize; 2] {
        let mut lacking = [0; 2];
        for (unit, _, to) in self.each() {
            let lacks = |seller: i64| unit.needs & !self.input.skills_of(seller) != 0;
            lacking[0] += usize::from(unit.owner.is_some_and(lacks));
            lacking[1] += usize::from(lacks(self.input.sellers[to].id));
        }
        lacking
    }

    fn inside(&self) -> InsideSums {
        let rules = &self.input.rules;
        let is_inside = |seller: usize| self.input.sellers[seller].part == Part::Inside;
        let mut sums = InsideSums::default();
        for (unit, owner, to) in self.each() {
            sums.units[0] += usize::from(owner.is_some_and(is_inside));
            if !is_inside(to) {
                sums.left += usize::from(unit.channel.is_inside());
                continue;
            }
            let seller = &self.input.sellers[to];
            sums.units[1] += 1;
            sums.arr += unit.arr;
            let field = (0..self.input.sellers.len()).filter(|seller| !is_inside(*seller));
            let nearest = field.map(|seller| self.km_of(unit, seller)).fold(f64::INFINITY, f64::min);
            let way = if nearest.is_finite() { rules.km_cost * nearest } else { 0.0 };
            let premium = if unit.channel.is_inside() { rules.field_premium * unit.hours } else { 0.0 };
            sums.saving += way + premium;
            let lost = rules.inside_loss_share * unit.potential + rules.inside_loss_fix;
            let lost = if unit.channel.is_inside() { 0.0 } else { lost };
            sums.loss += lost + rules.inside_zone_cost * unit.hours * (unit.lon - seller.lon).abs() / 15.0;
        }
        sums
    }
}

fn nobody(id: i64, name: &str, part: &str) -> PersonFigures {
    PersonFigures {
        id: id.to_string(),
        name: name.to_owned(),
        part: part.to_owned(),
        units: [0; 2],
        hours: [0.0; 2],
        hours_band: [0.0; 2],
        potential: [0.0; 2],
        potential_band: [0.0; 2],
        arr: [0.0; 2],
        km: [0.0; 2],
        paired: Vec::new(),
    }
}

fn add(person: &mut PersonFigures, at: usize, unit: &UnitIn, km: f64) {
    person.units[at] += 1;
    person.hours[at] += unit.hours;
    person.potential[at] += unit.potential;
    person.arr[at] += unit.arr;
    person.km[at] += km;
}

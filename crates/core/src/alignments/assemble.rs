//! From the record to what is solved: who takes part, which units, what each is worth, and targets that are fair to everybody's hours.
use super::channel::channel;
use super::input::{Held, HunterIn, Input, Kept, SellerIn, UnitIn};
use super::record::{PersonRecord, Record, UnitRecord};
use super::setup::{Part, Scope, Segment, Setup};
use super::skills::needs;
use super::workload::{self, Hours};
use crate::imports::records::Point;
use crate::places::kilometres;
use std::collections::BTreeMap;

/// Weeks of work in a year.
const WEEKS: f64 = 44.0;
/// The share of a week that is there for customers.
const CUSTOMER_SHARE: f64 = 0.7;
/// Hours a week where they are not known.
const WEEKLY_USUAL: f64 = 40.0;
/// Months after which a relationship is as old as it counts.
const MONTHS_FULL: f64 = 24.0;
/// Contacts a year from which a relationship is as close as it counts.
const CONTACTS_FULL: f64 = 12.0;
/// Potential per recurring revenue where no unit says more.
const POTENTIAL_USUAL: f64 = 1.6;

/// Nobody is an account manager in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NobodyKeeps;

/// Makes it.
///
/// # Errors
/// Where nobody is an account manager in the field.
pub fn assemble(record: &Record, setup: &Setup) -> Result<Input, NobodyKeeps> {
    let part = |person: &PersonRecord| setup.parts.get(&person.id).copied().unwrap_or(person.usual);
    let parts: BTreeMap<i64, Part> = record.people.values().map(|one| (one.id, part(one))).collect();
    let hours = workload::hours(&record.units, record.coverage);
    let centre = centre(record);
    let mut sellers: Vec<SellerIn> = record
        .people
        .values()
        .filter(|one| matches!(parts[&one.id], Part::Field | Part::Inside))
        .map(|one| seller(one, parts[&one.id], centre))
        .collect();
    if !sellers.iter().any(|seller| seller.part == Part::Field) {
        return Err(NobodyKeeps);
    }
    let ratios = ratios(record);
    let maker = Maker { record, setup, parts: &parts, sellers: &sellers, hours: &hours, ratios, centre };
    let (mut units, mut kept) = (Vec::new(), Vec::new());
    for unit in &record.units {
        match maker.place(unit) {
            Placed::Out => {}
            Placed::Kept(owner, because) => {
                kept.push(Kept { id: unit.id, name: unit.name.clone(), owner, because });
            }
            Placed::In => units.push(maker.unit(unit)),
        }
    }
    let hunters: Vec<HunterIn> = record
        .people
        .values()
        .filter(|one| parts[&one.id] == Part::Hunter)
        .map(|one| hunter(one, &parts, &hours, centre, record))
        .collect();
    targets(&mut sellers, &units, &hunters);
    let (day, currency, rules) = (record.day, record.currency.clone(), setup.rules.clone());
    let skills = setup.skills.clone();
    Ok(Input { day, currency, units, sellers, hunters, kept, rules, skills })
}

/// The middle of all places that are known.
fn centre(record: &Record) -> Point {
    let known: Vec<Point> = record.units.iter().filter_map(|unit| unit.place).collect();
    let mean = |value: fn(&Point) -> f64| known.iter().map(value).sum::<f64>() / known.len().max(1) as f64;
    Point { lat: mean(|point| point.lat), lon: mean(|point| point.lon) }
}

fn seller(one: &PersonRecord, part: Part, centre: Point) -> SellerIn {
    let place = one.place.unwrap_or(centre);
    SellerIn {
        id: one.id,
        name: one.name.clone(),
        part,
        lat: place.lat,
        lon: place.lon,
        place_known: one.place.is_some(),
        capacity: one.weekly_hours.unwrap_or(WEEKLY_USUAL) * WEEKS * CUSTOMER_SHARE,
        capacity_known: one.weekly_hours.is_some(),
        hours: 0.0,
        potential: 0.0,
    }
}

fn hunter(
    one: &PersonRecord,
    parts: &BTreeMap<i64, Part>,
    hours: &Hours,
    centre: Point,
    record: &Record,
) -> HunterIn {
    let place = one.place.unwrap_or(centre);
    let keeps = |id: i64| parts.get(&id) == Some(&Part::Field);
    let paired = one.paired.filter(|(manager, _)| keeps(*manager));
    // Half a year of each on average: they come through the year.
    HunterIn {
        id: one.id,
        name: one.name.clone(),
        lat: place.lat,
        lon: place.lon,
        hours: f64::from(one.won) * hours.of_new() / 2.0,
        potential: one.won_potential / 2.0,
        partner: paired.map(|(manager, _)| manager),
        relationship: paired.map_or(0.0, |(_, since)| months_between(since, record.day).min(12.0) / 12.0),
    }
}

fn months_between(from: chrono::NaiveDate, to: chrono::NaiveDate) -> f64 {
    ((to - from).num_days() as f64 / 30.44).max(0.0)
}

/// Potential per recurring revenue of units that know theirs, by size.
fn ratios(record: &Record) -> [f64; 3] {
    let mut ratios = [POTENTIAL_USUAL; 3];
    for segment in Segment::ALL {
        let of = record.units.iter().filter(|unit| unit.segment == Some(*segment) && unit.arr > 0.0);
        let mut known: Vec<f64> = of.filter_map(|unit| Some(unit.potential? / unit.arr)).collect();
        known.sort_by(f64::total_cmp);
        if let Some(middle) = known.get(known.len() / 2) {
            ratios[segment.index()] = middle.max(1.0);
        }
    }
    ratios
}

/// What becomes of a unit.
enum Placed {
    In,
    Out,
    Kept(i64, String),
}

struct Maker<'a> {
    record: &'a Record,
    setup: &'a Setup,
    parts: &'a BTreeMap<i64, Part>,
    sellers: &'a [SellerIn],
    hours: &'a Hours,
    ratios: [f64; 3],
    centre: Point,
}

impl Maker<'_> {
    fn part(&self, seller: i64) -> Part {
        self.parts.get(&seller).copied().unwrap_or(Part::Aside)
    }

    fn keeps(&self, seller: i64) -> bool {
        matches!(self.part(seller), Part::Field | Part::Inside)
    }

    /// The hunter in whose pipeline a unit is.
    fn hunter(&self, unit: &UnitRecord) -> Option<i64> {
        let (owner, _) = unit.owner?;
        let young = unit.months.is_some_and(|months| months < self.setup.rules.pipeline_months);
        (young && self.part(owner) == Part::Hunter).then_some(owner)
    }

    fn place(&self, unit: &UnitRecord) -> Placed {
        let owner = unit.owner.map(|(owner, _)| owner);
        let keeps = owner.is_some_and(|owner| self.keeps(owner));
        let locked = self.setup.locks.iter().any(|lock| lock.unit == unit.id);
        if let (Some(owner), Some(because), false, false) = (owner, &unit.kept, keeps, locked) {
            return Placed::Kept(owner, because.clone());
        }
        let due = self.hunter(unit).is_some();
        match self.setup.scope {
            Scope::All => Placed::In,
            Scope::Kept if keeps || due || locked || owner.is_none() => Placed::In,
            Scope::Kept => Placed::Out,
        }
    }

    fn unit(&self, unit: &UnitRecord) -> UnitIn {
        let segment = unit.segment.unwrap_or(Segment::Middle);
        let owner = unit.owner.map(|(owner, _)| owner);
        let of_owner = || self.record.people.get(&owner?)?.place;
        let place = unit.place.or_else(of_owner).unwrap_or(self.centre);
        let potential = unit.potential.unwrap_or(unit.arr * self.ratios[segment.index()]);
        let (hours, hours_from) = self.hours.of(unit, segment);
        let km = unit.place.and_then(|place| self.nearest(place));
        UnitIn {
            id: unit.id,
            customer: unit.customer,
            name: unit.name.clone(),
            lat: place.lat,
            lon: place.lon,
            place_known: unit.place.is_some(),
            segment,
            channel: channel(&self.setup.rules.inside, segment, potential, km, unit.wish),
            visits: self.setup.rules.visits[segment.index()],
            hours,
            hours_from,
            arr: unit.arr,
            potential,
            potential_known: unit.potential.is_some(),
            owner,
            relationship: self.relationship(unit),
            held: self.held(unit),
            hunter: self.hunter(unit),
            needs: needs(&self.setup.skills, unit),
        }
    }

    fn nearest(&self, place: Point) -> Option<f64> {
        let field = self.sellers.iter().filter(|seller| seller.part == Part::Field && seller.place_known);
        let km = field.map(|seller| kilometres(place, Point { lat: seller.lat, lon: seller.lon }));
        km.min_by(f64::total_cmp)
    }

    fn relationship(&self, unit: &UnitRecord) -> f64 {
        let Some((_, since)) = unit.owner else { return 0.0 };
        let age = (months_between(since, self.record.day) / MONTHS_FULL).min(1.0);
        let contact = (f64::from(unit.observed.owner_contacts) / CONTACTS_FULL).min(1.0);
        0.5 * age + 0.5 * contact
    }

    fn held(&self, unit: &UnitRecord) -> Option<(i64, Held, String)> {
        let handed = unit.handed_to.filter(|to| self.keeps(*to));
        // A hunter's pipeline goes together; a handoff of one of its units does not decide for all.
        if let Some(to) = handed.filter(|_| self.hunter(unit).is_none()) {
            return Some((to, Held::Handoff, String::new()));
        }
        let (owner, _) = unit.owner.filter(|(owner, _)| self.keeps(*owner))?;
        unit.kept.clone().map(|because| (owner, Held::Exception, because))
    }
}

/// Hours by capacity; those inside get their share of what can be served there, the others the rest. Potential goes with the hours.
fn targets(sellers: &mut [SellerIn], units: &[UnitIn], hunters: &[HunterIn]) {
    let sum = |part: Part, sellers: &[SellerIn]| -> f64 {
        sellers.iter().filter(|seller| seller.part == part).map(|seller| seller.capacity).sum()
    };
    let (field, inside) = (sum(Part::Field, sellers), sum(Part::Inside, sellers));
    let total = |of: &dyn Fn(&UnitIn) -> f64| -> f64 { units.iter().map(of).sum() };
    let hours = total(&|unit| unit.hours) + hunters.iter().map(|hunter| hunter.hours).sum::<f64>();
    let potential =
        total(&|unit| unit.potential) + hunters.iter().map(|hunter| hunter.potential).sum::<f64>();
    let remote = |unit: &UnitIn| unit.channel.is_inside() && unit.hunter.is_none();
    let remote_hours = total(&|unit| if remote(unit) { unit.hours } else { 0.0 });
    let remote_potential = total(&|unit| if remote(unit) { unit.potential } else { 0.0 });
    let inside_hours = (hours * inside / (field + inside).max(1e-9)).min(remote_hours);
    let inside_potential = inside_hours * remote_potential / remote_hours.max(1e-9);
    for seller in sellers {
        let (all, hours, potential) = match seller.part {
            Part::Inside => (inside, inside_hours, inside_potential),
            _ => (field, hours - inside_hours, potential - inside_potential),
        };
        seller.hours = hours * seller.capacity / all.max(1e-9);
        seller.potential = potential * seller.capacity / all.max(1e-9);
    }
}

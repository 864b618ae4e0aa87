//! What is solved, as it is kept beside every proposal: so that what was proposed can be computed, checked and explained again at any time.
use super::channel::Channel;
use super::setup::{Lock, PairLock, Part, Rules, Segment};
use super::skills::{Skill, bits};
use crate::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What the hours of a unit are told by.
    HoursFrom {
        /// Recorded time.
        Observed = "observed",
        /// Units of its size.
        Segment = "segment",
    }
}

words! {
    /// Why a unit stays with somebody without anybody having locked it here.
    Held {
        /// A decision against the rules of engagement.
        Exception = "exception",
        /// A handoff that is under way.
        Handoff = "handoff",
    }
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitIn {
    /// The id.
    pub id: i64,
    /// Its customer.
    pub customer: i64,
    /// What people call it.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Whether the place is known; else it is that of its owner, or the middle of all.
    pub place_known: bool,
    /// How large.
    pub segment: Segment,
    /// How it can be served, and by what that is told.
    pub channel: Channel,
    /// Visits a year.
    pub visits: f64,
    /// Hours a year.
    pub hours: f64,
    /// What they are told by.
    pub hours_from: HoursFrom,
    /// Recurring revenue.
    pub arr: f64,
    /// What it could reach.
    pub potential: f64,
    /// Whether that is known; else it is assumed from the revenue of units of its size.
    pub potential_known: bool,
    /// Who owns it.
    pub owner: Option<i64>,
    /// How close the customer is to the owner, 0 to 1.
    pub relationship: f64,
    /// With whom it stays, and why, whoever solves.
    pub held: Option<(i64, Held, String)>,
    /// The hunter in whose pipeline it is.
    pub hunter: Option<i64>,
    /// The languages and skills that it needs: a bit for each of the input, in their order.
    #[serde(default)]
    pub needs: u64,
}

/// An account manager.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SellerIn {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// In the field or inside.
    pub part: Part,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Whether the place is known.
    pub place_known: bool,
    /// Hours a year that the person has for customers.
    pub capacity: f64,
    /// Whether that is known; else full time is assumed.
    pub capacity_known: bool,
    /// Hours a year that the person should be busy.
    pub hours: f64,
    /// Potential that the person should have.
    pub potential: f64,
}

/// A hunter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HunterIn {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Hours a year of what the hunter will hand over.
    pub hours: f64,
    /// Potential of that.
    pub potential: f64,
    /// The account manager of today.
    pub partner: Option<i64>,
    /// How well the two work together, 0 to 1.
    pub relationship: f64,
}

/// A unit that is left out, because it stays with somebody who is no account manager.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The id.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// Whose it stays.
    pub owner: i64,
    /// Why.
    pub because: String,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// As of this day.
    pub day: NaiveDate,
    /// The currency of all amounts.
    pub currency: String,
    /// By id.
    pub units: Vec<UnitIn>,
    /// By id.
    pub sellers: Vec<SellerIn>,
    /// By id.
    pub hunters: Vec<HunterIn>,
    /// What is left out.
    pub kept: Vec<Kept>,
    /// Constants.
    pub rules: Rules,
    /// Languages and skills.
    #[serde(default)]
    pub skills: Vec<Skill>,
}

/// A lock that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockError {
    /// The unit is not in the alignment.
    NoUnit(i64),
    /// The seller is no account manager in it.
    NoSeller(i64),
    /// The hunter is not in it.
    NoHunter(i64),
    /// A large customer's unit, or one of a hunter's pipeline, inside.
    NeverInside(i64),
    /// Two units of one pipeline, or a unit and its hunter, with different people.
    Torn(i64),
}

impl Input {
    /// The place of a seller.
    pub fn seller_at(&self, id: i64) -> Option<usize> {
        self.sellers.iter().position(|seller| seller.id == id)
    }

    /// The place of a unit.
    pub fn unit_at(&self, id: i64) -> Option<usize> {
        self.units.binary_search_by_key(&id, |unit| unit.id).ok()
    }

    /// The place of a hunter.
    pub fn hunter_at(&self, id: i64) -> Option<usize> {
        self.hunters.iter().position(|hunter| hunter.id == id)
    }

    /// The languages and skills that a seller has: a bit for each, in their order.
    pub fn skills_of(&self, seller: i64) -> u64 {
        bits(&self.skills, |skill| skill.people.contains(&seller))
    }

    /// The names of languages and skills by their bits.
    pub fn skills_named(&self, which: u64) -> Vec<&str> {
        let named = self.skills.iter().enumerate().filter(|(at, _)| which & (1 << at) != 0);
        named.map(|(_, skill)| skill.name.as_str()).collect()
    }

    /// Places of sellers by id.
    pub fn places(&self) -> BTreeMap<i64, usize> {
        self.sellers.iter().enumerate().map(|(at, seller)| (seller.id, at)).collect()
    }

    /// With whom each unit stays: locks first, then what holds it.
    pub fn fixed(&self, locks: &[Lock]) -> Vec<Option<usize>> {
        let places = self.places();
        let locked: BTreeMap<i64, i64> = locks.iter().map(|lock| (lock.unit, lock.seller)).collect();
        let held = |unit: &UnitIn| unit.held.as_ref().map(|(seller, ..)| *seller);
        let of = |unit: &UnitIn| locked.get(&unit.id).copied().or_else(|| held(unit));
        self.units.iter().map(|unit| places.get(&of(unit)?).copied()).collect()
    }

    /// Whether these locks can all be.
    ///
    /// # Errors
    /// The first that cannot.
    pub fn check(&self, locks: &[Lock], pairs: &[PairLock]) -> Result<(), LockError> {
        for pair in pairs {
            self.hunter_at(pair.hunter).ok_or(LockError::NoHunter(pair.hunter))?;
            let manager = self.seller_at(pair.manager).ok_or(LockError::NoSeller(pair.manager))?;
            if self.sellers[manager].part != Part::Field {
                return Err(LockError::NeverInside(pair.hunter));
            }
        }
        let mut keepers: BTreeMap<i64, usize> =
            pairs.iter().filter_map(|pair| Some((pair.hunter, self.seller_at(pair.manager)?))).collect();
        for lock in locks {
            let unit = &self.units[self.unit_at(lock.unit).ok_or(LockError::NoUnit(lock.unit))?];
            let seller = self.seller_at(lock.seller).ok_or(LockError::NoSeller(lock.seller))?;
            let inside = self.sellers[seller].part == Part::Inside;
            if inside && (unit.segment == Segment::Enterprise || unit.hunter.is_some()) {
                return Err(LockError::NeverInside(lock.unit));
            }
            let Some(hunter) = unit.hunter else { continue };
            if *keepers.entry(hunter).or_insert(seller) != seller {
                return Err(LockError::Torn(lock.unit));
            }
        }
        Ok(())
    }
}

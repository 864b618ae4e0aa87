//! The customers of the start: their ages, units, penetration, and who is accountable for them.
use super::book::{Book, Customer, Unit};
use super::chance::{Chance, Stream};
use super::loss::{Change, loss};
use super::market::Market;
use super::parameters::Scenario;

/// Makes the customers of the start and takes them out of the prospects. They are dealt to the seats before the split in turn.
pub fn customers(s: &Scenario, chance: Chance, market: &mut Market) -> Book {
    let mut book = Book::default();
    let mut dealt = 0;
    for segment in 0..3 {
        let first = market.first_of(segment);
        for account in first..first + s.customers_at_start[segment] {
            let seat = dealt % s.seats_before;
            dealt += 1;
            market.take(account);
            let customer = customer(s, chance, market, account, seat, &mut book.units);
            book.customers.push(customer);
        }
    }
    book
}

fn customer(
    s: &Scenario,
    chance: Chance,
    market: &Market,
    account: usize,
    seat: usize,
    units: &mut Vec<Unit>,
) -> Customer {
    let (id, segment, from) = (account as u64, market.segment(account), units.len());
    let age = (chance.uniform(Stream::Age, id, 0) * f64::from(s.age_max)) as i32;
    let first_unit = market.first_unit(account);
    for number in 0..s.units_per_account[segment] {
        let potential = market.potential(segment, first_unit + number);
        units.push(unit(s, chance, (first_unit + number, potential), number == 0, age, seat));
    }
    Customer {
        account,
        segment,
        remote: market.is_remote(account),
        signed: -age,
        renewal: (chance.uniform(Stream::RenewalPhase, id, 0) * f64::from(s.term)) as i32,
        moving: false,
        units: from..units.len(),
    }
}

fn unit(
    s: &Scenario,
    chance: Chance,
    (id, potential): (usize, f64),
    is_first: bool,
    age: i32,
    seat: usize,
) -> Unit {
    let seats: usize = s.team.iter().sum();
    let recorded = s.information_ceiling
        - (s.information_ceiling - s.information_at_signing) * (-f64::from(age) * s.information_speed).exp();
    let mut unit = Unit::idle(chance, id, potential, seat % seats, recorded);
    let draw = |stream| chance.uniform(stream, id as u64, 0);
    if !is_first && draw(Stream::OtherUnit) >= s.other_unit_share {
        return unit;
    }
    let [low, high] = if is_first { s.penetration_at_start } else { s.other_unit_penetration };
    unit.arr = potential * (low + (high - low) * draw(Stream::Penetration));
    unit.since = -age;
    unit.relationship = s.relationship_reference;
    unit.dependence = 1.0 - (-f64::from(age) * s.dependence_speed).exp();
    if seat >= seats {
        // The seat was abolished.
        unit.relationship *= 1.0 - loss(s, &unit, Change::Sudden, age);
        unit.dependence = 0.0;
    }
    unit.relationship *= 1.0 - s.shock;
    unit
}

//! Step 1 of the week: handoffs are completed and started, and take their hours.
use super::book::{Book, Customer, Unit};
use super::loss::{Change, loss};
use super::parameters::Scenario;
use super::people::Role;
use super::seats::Seats;
use super::setting::Policy;
use super::week::Week;

/// Completes what is due, starts what the policy asks for, and adds the hours to the sellers' urgent work.
pub fn step(s: &Scenario, seats: &Seats, book: &mut Book, week: &mut Week) {
    if seats.desks.iter().all(|desk| desk.role.hunts()) {
        return;
    }
    complete(s, book, week);
    start(s, seats, book, week);
    overlap_hours(s, book, week);
    implementation_hours(s, seats, book, week);
}

fn complete(s: &Scenario, book: &mut Book, week: &mut Week) {
    let Book { customers, units, .. } = book;
    for customer in customers.iter_mut().filter(|customer| customer.moving) {
        let units = &mut units[customer.units.clone()];
        let mut old_owners: Vec<usize> = Vec::new();
        for unit in units.iter_mut().filter(|unit| unit.next_owner.is_some()) {
            unit.countdown -= 1;
            if unit.countdown <= 0 {
                if !old_owners.contains(&unit.owner) {
                    old_owners.push(unit.owner);
                }
                hand_over(s, customer, unit, week.number);
            }
        }
        customer.moving = units.iter().any(|unit| unit.next_owner.is_some());
        week.row.handoffs += u32::from(!old_owners.is_empty());
        old_owners.iter().for_each(|owner| week.hours[*owner].handoffs += s.handoff_hours);
    }
}

fn hand_over(s: &Scenario, customer: &Customer, unit: &mut Unit, week: i32) {
    let age = week - customer.signed;
    let together = if s.joint_implementation && customer.signed >= 0 {
        (age - s.overlap_weeks).clamp(0, s.implementation_weeks)
    } else {
        0
    };
    let overlap = f64::from(s.overlap_weeks + together);
    unit.relationship *= 1.0 - loss(s, unit, Change::Prepared { overlap }, age);
    unit.dependence = 0.0;
    unit.pass_on(week);
}

/// An account of which a seat wants to hand off units.
struct Wish {
    customer: usize,
    target: Role,
    units: Vec<usize>,
}

fn start(s: &Scenario, seats: &Seats, book: &mut Book, week: &mut Week) {
    let mut wishes = wishes(s, seats, book, week.number);
    if wishes.iter().all(Vec::is_empty) {
        return;
    }
    let mut load = load(s, book, seats.desks.len());
    for wish in wishes.iter_mut().flat_map(|of_seat| of_seat.iter().take(s.handoffs_max)) {
        if let Some(receiver) = receiver(seats, book, wish, &load) {
            let customer = &mut book.customers[wish.customer];
            customer.moving = true;
            let segment = customer.segment;
            let mut moved = 0.0;
            for at in &wish.units {
                let unit = &mut book.units[*at];
                unit.next_owner = Some(receiver);
                unit.countdown = s.overlap_weeks.max(1);
                moved += if unit.active { usual_hours(s, segment) } else { 0.0 };
            }
            load[receiver] += moved;
        }
    }
}

/// Per seat its accounts in order, each with the units that should go.
fn wishes(s: &Scenario, seats: &Seats, book: &Book, week: i32) -> Vec<Vec<Wish>> {
    let mut wishes: Vec<Vec<Wish>> = seats.desks.iter().map(|_| Vec::new()).collect();
    for (at, customer) in book.customers.iter().enumerate() {
        let units = &book.units[customer.units.clone()];
        let target = target(seats, customer);
        for (number, unit) in units.iter().enumerate().filter(|(_, unit)| unit.next_owner.is_none()) {
            let role = seats.desks[unit.owner].role;
            let wanted = match role {
                Role::Generalist => false,
                Role::Hunter => is_triggered(s, customer, units, unit, week),
                Role::AccountManager | Role::Inside => role != target,
            };
            if wanted {
                let of_seat = &mut wishes[unit.owner];
                match of_seat.last_mut().filter(|wish| wish.customer == at) {
                    Some(wish) => wish.units.push(customer.units.start + number),
                    None => of_seat.push(Wish {
                        customer: at,
                        target,
                        units: vec![customer.units.start + number],
                    }),
                }
            }
        }
    }
    wishes
}

/// Inside sellers take remote customers, and all of them where nobody is in the field.
fn target(seats: &Seats, customer: &Customer) -> Role {
    let [_, _, field, inside] = seats.per_role;
    if field == 0 || (inside > 0 && customer.remote) { Role::Inside } else { Role::AccountManager }
}

fn is_triggered(s: &Scenario, customer: &Customer, units: &[Unit], unit: &Unit, week: i32) -> bool {
    let age = week - customer.signed;
    let late = age >= s.handoff_weeks_max;
    match s.policy {
        Policy::Never => false,
        Policy::First => true,
        Policy::Months => age >= s.handoff_weeks[customer.segment],
        Policy::UnitPenetration => late || unit.arr / unit.potential >= s.handoff_penetration,
        Policy::Penetration => {
            let sum = |value: fn(&Unit) -> f64| units.iter().map(value).sum::<f64>();
            late || sum(|unit| unit.arr) / sum(|unit| unit.potential) >= s.handoff_penetration
        }
    }
}

/// Usual hours of the units that each seat has or is about to get. Owned and coming units are summed apart: sums of the same numbers
/// in another order can differ in the last digit, and the least load decides.
fn load(s: &Scenario, book: &Book, seats: usize) -> Vec<f64> {
    let (mut owned, mut coming) = (vec![0.0; seats], vec![0.0; seats]);
    for customer in &book.customers {
        for unit in book.units[customer.units.clone()].iter().filter(|unit| unit.active) {
            let hours = usual_hours(s, customer.segment);
            owned[unit.owner] += hours;
            if let Some(next) = unit.next_owner {
                coming[next] += hours;
            }
        }
    }
    owned.iter().zip(coming).map(|(owned, coming)| owned + coming).collect()
}

fn usual_hours(s: &Scenario, segment: usize) -> f64 {
    s.routine_hours[segment] + s.incident_chance[segment] * s.incident_hours[segment]
}

/// Who already serves the account, else who has least to do; the first of equals.
fn receiver(seats: &Seats, book: &Book, wish: &Wish, load: &[f64]) -> Option<usize> {
    let able = |seat: &usize| seats.desks[*seat].role == wish.target && seats.desks[*seat].here;
    let units = &book.units[book.customers[wish.customer].units.clone()];
    let serves =
        |seat: &usize| units.iter().any(|unit| unit.owner == *seat || unit.next_owner == Some(*seat));
    let mut able = (0..seats.desks.len()).filter(able);
    let known = able.clone().find(serves);
    known.or_else(|| {
        let first = able.next()?;
        Some(able.fold(first, |best, seat| if load[seat] < load[best] { seat } else { best }))
    })
}

fn overlap_hours(s: &Scenario, book: &Book, week: &mut Week) {
    for customer in book.customers.iter().filter(|customer| customer.moving) {
        let units = &book.units[customer.units.clone()];
        for (at, unit) in units.iter().enumerate() {
            if let Some(next) = unit.next_owner
                && units[..at].iter().all(|before| before.next_owner != Some(next))
            {
                week.hours[next].handoffs += s.overlap_hours;
            }
        }
    }
}

/// Account managers share the hours of being present at implementations.
fn implementation_hours(s: &Scenario, seats: &Seats, book: &Book, week: &mut Week) {
    let present: Vec<usize> = (0..seats.desks.len())
        .filter(|seat| !seats.desks[*seat].role.hunts() && seats.desks[*seat].here)
        .collect();
    if !s.joint_implementation || present.is_empty() {
        return;
    }
    let young =
        |customer: &&Customer| customer.signed >= 0 && week.number - customer.signed < s.implementation_weeks;
    let count = book.customers.iter().filter(young).count() as f64;
    for seat in &present {
        week.hours[*seat].handoffs += s.overlap_hours * count / present.len() as f64;
    }
}

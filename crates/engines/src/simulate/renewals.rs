//! Step 6 of the week: contracts that end are renewed, renewed with less, or not.
use super::book::{Book, Customer, Unit, mean};
use super::chance::{Chance, Stream, logit};
use super::parameters::Scenario;
use super::seats::Seats;
use super::week::Week;

/// Renews or loses every customer whose term is over.
pub fn step(s: &Scenario, chance: Chance, seats: &Seats, book: &mut Book, week: &mut Week) {
    let Book { customers, units, .. } = book;
    let (now, mut lost) = (week.number, false);
    for customer in customers.iter_mut().filter(|customer| customer.renewal <= now) {
        let units = &mut units[customer.units.clone()];
        if chance.uniform(Stream::Churn, customer.account as u64, week.number)
            < churn_chance(s, customer, units)
        {
            for unit in units {
                week.row.churn += unit.arr;
                unit.arr = 0.0;
            }
            week.row.lost += 1;
            customer.renewal = i32::MAX;
            lost = true;
        } else {
            customer.renewal = week.number + s.term;
            renew(s, chance, seats, week, units);
        }
    }
    if lost {
        customers.retain(|customer| customer.renewal < i32::MAX);
    }
}

/// `logistic(logit p0 + b_R (R0 - R) + b_C (1 - C))`, with `p0` the chance of the term at reference.
fn churn_chance(s: &Scenario, customer: &Customer, units: &[Unit]) -> f64 {
    let reference = 1.0 - (1.0 - s.churn[customer.segment]).powf(f64::from(s.term) / 52.0);
    if reference <= 0.0 {
        return 0.0;
    }
    let relationship = mean(units, |unit| unit.relationship);
    let coverage = mean(units, |unit| unit.coverage);
    let odds = logit(reference)
        + s.churn_by_relationship * (s.relationship_reference - relationship)
        + s.churn_by_coverage * (1.0 - coverage);
    1.0 / (1.0 + (-odds).exp())
}

fn renew(s: &Scenario, chance: Chance, seats: &Seats, week: &mut Week, units: &mut [Unit]) {
    let relationship = mean(units, |unit| unit.relationship);
    let contracts =
        (s.contraction_chance * (1.0 + 2.0 * (s.relationship_reference - relationship))).clamp(0.0, 1.0);
    for unit in units.iter_mut().filter(|unit| unit.arr > 0.0) {
        if chance.uniform(Stream::Contraction, unit.id as u64, week.number) < contracts {
            let less = s.contraction_share * unit.arr;
            unit.arr -= less;
            week.row.contraction += less;
        } else {
            let more = (s.uplift * unit.arr).min((unit.potential - unit.arr).max(0.0));
            unit.arr += more;
            week.row.expansion += more;
        }
        week.renewal_commission += s.commission_renewal[seats.desks[unit.owner].role as usize] * unit.arr;
    }
}

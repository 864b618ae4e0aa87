//! Step 3 of the week: opportunities are decided, and hunting hours find new ones.
use super::book::{Book, Customer, Unit};
use super::chance::{Chance, Stream};
use super::market::{Market, Opportunity};
use super::parameters::Scenario;
use super::seats::{Desk, Seats};
use super::week::Week;

/// Decides what is due, then finds opportunities among the prospects.
pub fn step(
    s: &Scenario,
    chance: Chance,
    seats: &Seats,
    market: &mut Market,
    book: &mut Book,
    week: &mut Week,
) {
    let at = week.number.unsigned_abs() as usize;
    let mut effort = Vec::with_capacity(seats.desks.len());
    let mut sum = 0.0;
    for (desk, hours) in seats.desks.iter().zip(&week.hours) {
        sum += effective_hours(s, desk, hours.available, hours.hunting);
        effort.push(sum);
    }
    week.row.effective_hours = sum;
    for opportunity in market.due(at) {
        decide(s, chance, seats, market, book, week, opportunity);
    }
    market.warm(at);
    week.row.prospects = market.prospects.iter().sum();
    find(s, chance, market, week, &effort);
    week.row.open_opportunities = market.open;
}

/// Travel hours per hour of hunting of a seller of a single role: that of an average account.
pub fn mean_travel(s: &Scenario) -> f64 {
    (1.0 - s.remote_share) * s.travel[0] + s.remote_share * s.travel[1]
}

/// Hunting hours by skill and productivity, less switching between customers and less travel.
fn effective_hours(s: &Scenario, desk: &Desk, available: f64, hunting: f64) -> f64 {
    if !desk.role.hunts() {
        return 0.0;
    }
    let elsewhere = if available > 0.0 { (available - hunting) / available } else { 0.0 };
    hunting * desk.hunting_skill * desk.ramp * (1.0 - s.switching_loss * elsewhere)
        / (1.0 + mean_travel(s) * desk.travel)
}

fn decide(
    s: &Scenario,
    chance: Chance,
    seats: &Seats,
    market: &mut Market,
    book: &mut Book,
    week: &mut Week,
    opportunity: Opportunity,
) {
    let Opportunity { account, seat } = opportunity;
    let segment = market.segment(account);
    if chance.uniform(Stream::Win, account as u64, week.number) >= s.win_rate[segment] {
        market.cool(account, week.number.unsigned_abs() as usize);
        return;
    }
    let first_unit = market.first_unit(account);
    let from = book.units.len();
    for id in first_unit..first_unit + s.units_per_account[segment] {
        book.units.push(Unit::idle(
            chance,
            id,
            market.potential(segment, id),
            seat,
            s.information_at_signing,
        ));
    }
    let unit = &mut book.units[from];
    let [low, high] = s.first_deal;
    unit.arr =
        unit.potential * (low + (high - low) * chance.uniform(Stream::FirstDeal, first_unit as u64, 0));
    unit.since = week.number;
    unit.relationship = s.relationship_at_signing;
    week.row.new += unit.arr;
    week.row.logos += 1;
    week.winners.push(seat);
    week.new_commission += unit.arr * s.commission_new[seats.desks[seat].role as usize];
    book.signed.push(Customer {
        account,
        segment,
        remote: market.is_remote(account),
        signed: week.number,
        renewal: week.number + s.term,
        moving: false,
        units: from..book.units.len(),
    });
}

/// `effort` is the running sum of effective hours over the seats.
fn find(s: &Scenario, chance: Chance, market: &mut Market, week: &mut Week, effort: &[f64]) {
    let hours = week.row.effective_hours;
    let attention: f64 =
        market.prospects.iter().zip(s.attention).map(|(count, weight)| *count as f64 * weight).sum();
    if hours <= 0.0 || attention <= 0.0 {
        return;
    }
    let chances = s.attention.map(|weight| opportunity_chance(s, hours * weight / attention));
    for account in market.found(chances, week.number) {
        let point = chance.uniform(Stream::Finder, account as u64, week.number) * hours;
        let seat = effort.partition_point(|sum| *sum <= point).min(effort.len() - 1);
        market.opens(account, seat, week.number.unsigned_abs() as usize);
        week.row.opportunities += 1;
        week.finders.push(seat);
    }
}

/// The chance per prospect and week at so many hours per prospect: `q x^a / (kap^a + x^a)`, the response of CALLPLAN and ADBUDG
/// (Little 1970; Lodish 1971).
pub fn opportunity_chance(s: &Scenario, hours: f64) -> f64 {
    let powered = hours.powf(s.hunting_shape);
    s.opportunity_chance_max * powered / (s.hunting_half.powf(s.hunting_shape) + powered)
}

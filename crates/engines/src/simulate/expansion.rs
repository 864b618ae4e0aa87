//! Step 4 of the week: units that could buy more do so, by the hours and the skill of their owner and by the relationship.
use super::book::{Book, Unit, mean};
use super::chance::{Chance, Stream};
use super::parameters::Scenario;
use super::people::Role;
use super::seats::{Desk, Seats};
use super::week::Week;

/// How long new eyes see more.
const NEW_EYES_WEEKS: i32 = 26;

/// What a seller brings to expansion this week.
#[derive(Clone, Copy)]
struct Effort {
    hours_per_unit: f64,
    hunting_weighted: [f64; 2],
}

/// Expands units of those who were customers at the week's beginning.
pub fn step(s: &Scenario, chance: Chance, seats: &Seats, book: &mut Book, week: &mut Week) {
    let effort = |(desk, hours): (&Desk, &super::hours::Hours)| Effort {
        hours_per_unit: if hours.expandable > 0.0 { hours.expansion / hours.expandable } else { 0.0 },
        hunting_weighted: [s.hunting_weight_before, s.hunting_weight_after]
            .map(|weight| desk.hunting_skill.powf(weight) * desk.farming_skill.powf(1.0 - weight)),
    };
    let efforts: Vec<Effort> = seats.desks.iter().zip(&week.hours).map(effort).collect();
    let now = week.number;
    book.each(|_, units| {
        let mut grown = Vec::new();
        for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.expandable) {
            let desk = &seats.desks[unit.owner];
            if let Some(relationship) = expands(s, desk, &efforts[unit.owner], (units, unit), now) {
                grown.push((at, relationship));
            }
        }
        for (at, relationship) in grown {
            grow(s, chance, seats, week, &mut units[at], relationship);
        }
    });
}

/// The account's relationship if the unit expands. The hazard `nu g (0.4 + R) y / (kap + y)` is first taken at the best possible
/// relationship: a draw above that needs no more arithmetic.
fn expands(
    s: &Scenario,
    desk: &Desk,
    effort: &Effort,
    (units, unit): (&[Unit], &Unit),
    week: i32,
) -> Option<f64> {
    let hours = effort.hours_per_unit;
    if hours <= 0.0 {
        return None;
    }
    let hazard = if unit.arr <= 0.0 { s.first_expansion_chance } else { s.expansion_chance };
    let developed = unit.arr / unit.potential >= s.developed_from;
    let fresh = if week - unit.changed < NEW_EYES_WEEKS { 1.0 + s.new_eyes } else { 1.0 };
    let skill = effort.hunting_weighted[usize::from(developed)] * desk.ramp * fresh;
    let draw = unit.expansions.at(week);
    let scale = hazard * skill;
    if draw > scale * 1.4 * hours / (s.expansion_half + hours) * (1.0 + 1e-9) {
        return None;
    }
    let relationship = mean(units, |unit| unit.relationship);
    let p = 1.0 - (-scale * (0.4 + relationship) * hours / (s.expansion_half + hours)).exp();
    (draw < p).then_some(relationship)
}

fn grow(s: &Scenario, chance: Chance, seats: &Seats, week: &mut Week, unit: &mut Unit, relationship: f64) {
    let size = chance.uniform(Stream::ExpansionSize, unit.id as u64, week.number);
    let between = |[low, high]: [f64; 2]| low + (high - low) * size;
    let more = if unit.arr <= 0.0 {
        unit.since = week.number;
        unit.relationship = relationship;
        unit.dependence = 0.0;
        unit.coverage = 1.0;
        unit.potential * between(s.first_deal)
    } else {
        (unit.potential - unit.arr) * between(s.expansion_share)
    };
    unit.arr += more;
    week.row.expansion += more;
    week.expansion_commission += s.commission_expansion[seats.desks[unit.owner].role as usize] * more;
    if week.number - unit.changed < s.share_weeks {
        week.expansion_commission +=
            s.transition_share * s.commission_expansion[Role::Hunter as usize] * more;
    }
}

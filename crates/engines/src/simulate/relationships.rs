//! Step 5 of the week: relationships, dependence, recorded information and the memory of coverage move on. Travel with customers
//! is counted here as well, while the week's coverage is at hand.
use super::book::Book;
use super::hours::travel_multiple;
use super::parameters::Scenario;
use super::seats::Seats;
use super::week::Week;

/// Moves the state of units that bought at the week's beginning, and the information on all of their customers' units.
pub fn step(s: &Scenario, seats: &Seats, book: &mut Book, week: &mut Week) {
    book.each(|customer, units| {
        for unit in units {
            if unit.active {
                let (desk, hours) = (&seats.desks[unit.owner], &week.hours[unit.owner]);
                let asked = unit.urgent + unit.routine;
                let served = unit.urgent * hours.urgent_cover + unit.routine * hours.routine_cover;
                let cover = if asked > 0.0 { served / asked } else { 1.0 };
                let drawn_to = (s.relationship_ceiling * cover * desk.farming_skill).clamp(0.0, 1.0);
                unit.relationship += s.relationship_speed * (drawn_to - unit.relationship);
                unit.coverage += s.coverage_speed * (cover - unit.coverage);
                unit.dependence += s.dependence_speed * (1.0 - unit.dependence);
                if desk.here {
                    week.travel_hours += served * (travel_multiple(s, desk, customer.remote) - 1.0);
                }
            }
            unit.information += s.information_speed * (s.information_ceiling - unit.information);
        }
    });
}

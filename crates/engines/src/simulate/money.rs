//! Step 7 of the week: what it cost and what it brought.
use super::hunting::mean_travel;
use super::parameters::Scenario;
use super::seats::Seats;
use super::week::Week;

/// Adds up the week's cost and contribution; `arr` is the ARR at its end.
pub fn step(s: &Scenario, seats: &Seats, week: &mut Week, arr: f64) {
    let travel = mean_travel(s);
    let (mut pay, mut protected, mut exist) = (0.0, 0.0, 0.0);
    for (desk, hours) in seats.desks.iter().zip(&week.hours) {
        if desk.here {
            pay += s.salary[desk.role as usize] * (1.0 + s.burden) / 52.0;
            protected += desk.protection;
        }
        exist += f64::from(u8::from(desk.exists));
        if hours.expandable > 0.0 {
            week.travel_hours += hours.expansion * (1.0 - hours.expandable_count / hours.expandable);
        }
        week.travel_hours += hours.hunting * travel * desk.travel / (1.0 + travel * desk.travel);
    }
    let row = &mut week.row;
    row.travel_cost = s.travel_cost * week.travel_hours;
    row.commission = week.new_commission + week.expansion_commission + week.renewal_commission;
    row.cost = pay
        + exist / s.span * s.manager_cost / 52.0
        + row.travel_cost
        + row.commission
        + week.hire_cost
        + s.protection_cost * protected;
    row.contribution = s.gross_margin * arr / 52.0 - row.cost;
}

/// What a dollar of the end of a week is worth at the start.
pub fn discount_factor(s: &Scenario, weeks: i32) -> f64 {
    (1.0 + s.discount).powf(-f64::from(weeks) / 52.0)
}

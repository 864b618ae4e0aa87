//! One run: the weeks one after another, and what comes of them.
use super::book::Book;
use super::chance::Chance;
use super::hours::Hours;
use super::market::Market;
use super::money::discount_factor;
use super::parameters::Scenario;
use super::retention::{Retention, Snapshot};
use super::row::Row;
use super::seats::Seats;
use super::week::Week;
use super::{expansion, handoffs, hours, hunting, money, relationships, renewals, start};

/// What one seed makes of a scenario. Money in dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The seed.
    pub seed: u64,
    /// Every week.
    pub rows: Vec<Row>,
    /// Net present value of the weeks, without what comes after.
    pub npv_operating: f64,
    /// The same with the terminal value of the last ARR.
    pub npv: f64,
    /// Retention year by year.
    pub years: Vec<Retention>,
}

impl Run {
    /// The sum of a count over the weeks.
    pub fn count(&self, of: impl Fn(&Row) -> u32) -> u32 {
        self.rows.iter().map(of).sum()
    }

    /// The sum of an amount over the weeks.
    pub fn sum(&self, of: impl Fn(&Row) -> f64) -> f64 {
        self.rows.iter().map(of).sum()
    }

    /// ARR at the end.
    pub fn arr(&self) -> f64 {
        self.rows.last().map_or(0.0, |row| row.end)
    }
}

/// Simulates a scenario with a seed. The same two give the same run.
pub fn simulate(scenario: &Scenario, seed: u64) -> Run {
    let chance = Chance::new(seed);
    let mut market = Market::new(scenario, chance);
    let mut book = start::customers(scenario, chance, &mut market);
    let mut seats = Seats::new(scenario, chance);
    let mut rows = Vec::with_capacity(scenario.weeks.unsigned_abs() as usize);
    let mut spare = Vec::new();
    let (mut npv, mut arr) = (0.0, book.totals().arr);
    let (mut years, mut snapshot) = (Vec::new(), Snapshot::of(&book));
    for number in 0..scenario.weeks {
        let mut week = Week::new(number, arr, scenario.team.iter().sum(), spare);
        arr = turn(scenario, chance, &mut seats, &mut market, &mut book, &mut week);
        npv += week.row.contribution * discount_factor(scenario, number + 1);
        rows.push(week.row);
        spare = week.hours;
        if (number + 1) % 52 == 0 {
            let now = Snapshot::of(&book);
            years.push(snapshot.retention(&now));
            snapshot = now;
        }
    }
    let terminal =
        scenario.terminal_multiple * scenario.gross_margin * arr * discount_factor(scenario, scenario.weeks);
    Run { seed, rows, npv_operating: npv, npv: npv + terminal, years }
}

/// One week; returns the ARR at its end.
fn turn(
    s: &Scenario,
    chance: Chance,
    seats: &mut Seats,
    market: &mut Market,
    book: &mut Book,
    week: &mut Week,
) -> f64 {
    seats.step(book, week);
    book.each(|_, units| units.iter_mut().for_each(|unit| unit.active = unit.arr > 0.0));
    handoffs::step(s, seats, book, week);
    hours::step(s, seats, book, week);
    hunting::step(s, chance, seats, market, book, week);
    expansion::step(s, chance, seats, book, week);
    relationships::step(s, seats, book, week);
    renewals::step(s, chance, seats, book, week);
    book.settle();
    let totals = book.totals();
    money::step(s, seats, week, totals.arr);
    week.row.end = totals.arr;
    week.row.relationship = totals.relationship;
    week.row.coverage = totals.coverage;
    week.row.customers = book.customers.len();
    add_hours(s, week);
    totals.arr
}

fn add_hours(s: &Scenario, week: &mut Week) {
    let sum = |of: fn(&Hours) -> f64| week.hours.iter().map(of).sum::<f64>();
    let row = &mut week.row;
    row.available_hours = sum(|hours| hours.available);
    row.urgent_hours = sum(|hours| hours.urgent);
    row.friendly_hours = sum(|hours| hours.friendly);
    row.routine_hours = sum(|hours| hours.routine);
    row.expansion_hours = sum(|hours| hours.expansion);
    row.hunting_hours = sum(|hours| hours.hunting);
    row.demand_hours = week.hours.iter().map(|hours| hours.demand(s)).sum();
}

//! One run: the weeks one after another, and what comes of them.
use super::book::Book;
use super::chance::Chance;
use super::hours::Hours;
use super::market::Market;
use super::money::discount_factor;
use super::opening::Opening;
use super::parameters::Scenario;
use super::retention::{Retention, Snapshot};
use super::row::Row;
use super::seat_week::SeatWeek;
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

/// Everything that changes from week to week.
struct World<'a> {
    scenario: &'a Scenario,
    chance: Chance,
    market: Market<'a>,
    seats: Seats<'a>,
    book: Book,
}

/// Simulates a scenario with a seed. The same two give the same run.
pub fn simulate(scenario: &Scenario, seed: u64) -> Run {
    World::new(scenario, seed).run(seed, |_, _| ())
}

/// The same weeks from another start: the customers are those of a book, and not drawn. The model is [`super::MODEL_FROM_BOOK`]; the scenario is
/// one that [`Opening::fitted`] made.
pub fn simulate_from(scenario: &Scenario, opening: &Opening, seed: u64) -> Run {
    World::opened(scenario, opening, seed).run(seed, |_, _| ())
}

/// The same run seat by seat: one entry per week and seat that exists, weeks first.
pub fn seat_weeks(scenario: &Scenario, seed: u64) -> Vec<SeatWeek> {
    let mut all = Vec::new();
    World::new(scenario, seed).run(seed, |seats, week| all.extend(SeatWeek::of(seats, week)));
    all
}

impl<'a> World<'a> {
    /// Before the first week.
    fn new(scenario: &'a Scenario, seed: u64) -> Self {
        let chance = Chance::new(seed);
        let mut market = Market::new(scenario, chance);
        let book = start::customers(scenario, chance, &mut market);
        Self { scenario, chance, market, seats: Seats::new(scenario, chance), book }
    }

    /// Before the first week, with the customers of a book.
    fn opened(scenario: &'a Scenario, opening: &Opening, seed: u64) -> Self {
        let chance = Chance::new(seed);
        let mut market = Market::new(scenario, chance);
        let book = opening.customers(scenario, chance, &mut market);
        Self { scenario, chance, market, seats: Seats::new(scenario, chance), book }
    }

    /// All weeks; `see` is shown each when it is over.
    fn run(mut self, seed: u64, mut see: impl FnMut(&Seats, &Week)) -> Run {
        let s = self.scenario;
        let mut rows = Vec::with_capacity(s.weeks.unsigned_abs() as usize);
        let (mut npv, mut arr) = (0.0, self.book.close().arr);
        let (mut years, mut snapshot) = (Vec::new(), Snapshot::of(&self.book));
        let mut spare = Vec::new();
        for number in 0..s.weeks {
            let mut week = Week::new(number, arr, s.team.iter().sum(), spare);
            self.turn(&mut week);
            see(&self.seats, &week);
            arr = week.row.end;
            npv += week.row.contribution * discount_factor(s, number + 1);
            rows.push(week.row);
            spare = week.hours;
            if (number + 1) % 52 == 0 {
                let now = Snapshot::of(&self.book);
                years.push(snapshot.retention(&now));
                snapshot = now;
            }
        }
        let terminal = s.terminal_multiple * s.gross_margin * arr * discount_factor(s, s.weeks);
        Run { seed, rows, npv_operating: npv, npv: npv + terminal, years }
    }

    /// One week, in the order of the model's steps.
    fn turn(&mut self, week: &mut Week) {
        let Self { scenario: s, chance, market, seats, book } = self;
        let chance = *chance;
        seats.step(book, week);
        handoffs::step(s, seats, book, week);
        hours::step(s, seats, book, week);
        hunting::step(s, chance, seats, market, book, week);
        expansion::step(s, chance, seats, book, week);
        relationships::step(s, seats, book, week);
        renewals::step(s, chance, seats, book, week);
        let totals = book.close();
        money::step(s, seats, week, totals.arr);
        week.row.end = totals.arr;
        week.row.relationship = totals.relationship;
        week.row.coverage = totals.coverage;
        week.row.customers = book.customers.len();
        add_hours(s, week);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Two seats with their people, roles and books change names.
    fn swapped(scenario: &Scenario, one: usize, other: usize) -> Run {
        let mut world = World::new(scenario, 3);
        world.seats.swap(one, other);
        world.book.each(|_, units| {
            for unit in units {
                unit.owner = match unit.owner {
                    owner if owner == one => other,
                    owner if owner == other => one,
                    owner => owner,
                };
            }
        });
        world.run(3, |_, _| ())
    }

    #[test]
    fn names_of_seats_do_not_matter() {
        // New customers are found along the row of seats and receivers chosen in its order, so there are none here.
        let text = "{att: 0, fit_assign: 0, q_max: 0, team: [4, 4, 4, 0], policy: never, coord: 2}";
        let scenario = super::super::parse(text).unwrap();
        let usual = simulate(&scenario, 3);
        for (one, other) in [(0, 1), (0, 5), (3, 9), (8, 11)] {
            let swapped = swapped(&scenario, one, other);
            for (usual, swapped) in usual.rows.iter().zip(&swapped.rows) {
                assert_eq!((usual.lost, usual.customers), (swapped.lost, swapped.customers));
                for (usual, swapped) in [
                    (usual.end, swapped.end),
                    (usual.cost, swapped.cost),
                    (usual.demand_hours, swapped.demand_hours),
                    (usual.relationship, swapped.relationship),
                ] {
                    assert!((usual / swapped - 1.0).abs() < 1e-9, "{one} {other}: {usual} {swapped}");
                }
            }
        }
        assert!(usual.sum(|row| row.expansion) > 0.0);
    }

    #[test]
    fn names_of_books_do_matter() {
        // The control of the test above: moving a seat without its customers is another company.
        let scenario = super::super::parse("{att: 0, fit_assign: 0, q_max: 0}").unwrap();
        let mut world = World::new(&scenario, 3);
        world.seats.swap(0, 1);
        assert_ne!(world.run(3, |_, _| ()).rows, simulate(&scenario, 3).rows);
    }
}

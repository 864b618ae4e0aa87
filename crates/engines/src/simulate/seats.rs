//! The seats week by week: who leaves, who is hired, how good whoever sits there is at either task.
use super::book::{Book, NEVER};
use super::chance::{Chance, Stream};
use super::loss::{Change, loss};
use super::parameters::Scenario;
use super::people::{Role, person, roles};
use super::week::Week;

/// A position that people fill one after another.
struct Seat {
    role_after: Role,
    hunting: f64,
    farming: f64,
    hires: u64,
    start: i32,
    vacancy: i32,
}

/// A seat as it is this week.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    /// The role in force.
    pub role: Role,
    /// Whether the seat exists.
    pub exists: bool,
    /// Whether somebody sits there.
    pub here: bool,
    /// How much more than a single role the seat travels; 0 for inside sellers.
    pub travel: f64,
    /// The protected priority of hunting.
    pub protection: f64,
    /// Skill in hunting.
    pub hunting_skill: f64,
    /// Skill with customers.
    pub farming_skill: f64,
    /// Share of full productivity.
    pub ramp: f64,
}

/// All seats of one run.
pub struct Seats<'a> {
    scenario: &'a Scenario,
    chance: Chance,
    seats: Vec<Seat>,
    /// This week's view of them.
    pub desks: Vec<Desk>,
    /// This week's seats by role.
    pub per_role: [usize; 4],
    leave_chance: f64,
}

impl<'a> Seats<'a> {
    /// The team at the start.
    pub fn new(scenario: &'a Scenario, chance: Chance) -> Self {
        let count: usize = scenario.team.iter().sum();
        let people: Vec<_> =
            (0..count).map(|seat| person(scenario, chance, seat, 0, Role::Generalist)).collect();
        let seat = |(at, role_after): (usize, Role)| Seat {
            role_after,
            hunting: people[at].hunting,
            farming: people[at].farming,
            hires: 0,
            start: if at < scenario.seats_before { NEVER } else { scenario.split_week },
            vacancy: 0,
        };
        let seats = roles(scenario, &people).into_iter().enumerate().map(seat).collect();
        let leave_chance = 1.0 - (1.0 - scenario.turnover).powf(1.0 / 52.0);
        Self { scenario, chance, seats, desks: Vec::with_capacity(count), per_role: [0; 4], leave_chance }
    }

    /// Step 0: people leave and are hired; then the view of the week.
    pub fn step(&mut self, book: &mut Book, week: &mut Week) {
        let before_split = week.number < self.scenario.split_week;
        let exists = |seat: usize| !before_split || seat < self.scenario.seats_before;
        for at in (0..self.seats.len()).filter(|seat| exists(*seat)) {
            let role = if before_split { Role::Generalist } else { self.seats[at].role_after };
            self.people(at, role, book, week);
        }
        let mut desks = std::mem::take(&mut self.desks);
        desks.clear();
        desks.extend((0..self.seats.len()).map(|at| self.desk(at, before_split, exists(at), week.number)));
        self.per_role = [0; 4];
        desks.iter().filter(|desk| desk.exists).for_each(|desk| self.per_role[desk.role as usize] += 1);
        let field = (self.per_role[0] + self.per_role[1] + self.per_role[2]) as f64;
        for desk in desks.iter_mut().filter(|desk| desk.exists && desk.role != Role::Inside) {
            desk.travel = (field / self.per_role[desk.role as usize] as f64).powf(self.scenario.density);
        }
        self.desks = desks;
    }

    /// How many people were hired for a seat so far.
    pub fn hires(&self, at: usize) -> u64 {
        self.seats[at].hires
    }

    /// Two seats change their numbers.
    #[cfg(test)]
    pub fn swap(&mut self, one: usize, other: usize) {
        self.seats.swap(one, other);
    }

    fn people(&mut self, at: usize, role: Role, book: &mut Book, week: &mut Week) {
        let seat = &mut self.seats[at];
        if seat.vacancy > 0 {
            seat.vacancy -= 1;
            if seat.vacancy == 0 {
                seat.hires += 1;
                seat.start = week.number;
                let hired = person(self.scenario, self.chance, at, seat.hires, role);
                (seat.hunting, seat.farming) = (hired.hunting, hired.farming);
                week.hire_cost += self.scenario.hire_cost;
            }
        } else if self.chance.uniform(Stream::Leave, at as u64, week.number) < self.leave_chance {
            seat.vacancy = self.scenario.vacancy_weeks;
            week.row.leavers += 1;
            left(self.scenario, book, at, week.number);
        }
    }

    fn desk(&self, at: usize, before_split: bool, exists: bool, week: i32) -> Desk {
        let (s, seat) = (self.scenario, &self.seats[at]);
        let role = if before_split { Role::Generalist } else { seat.role_after };
        let focus =
            if before_split { 0.0 } else { (f64::from(week - s.split_week + 1) / s.focus_weeks).min(1.0) };
        let talent = |deviate: f64| (1.0 + s.skill_spread * deviate).clamp(0.4, 1.8);
        let (own, off) = (1.0 + s.focus_lift * focus, 1.0 - s.off_role_penalty);
        let (hunting, farming) = match role {
            Role::Generalist => (1.0, 1.0),
            Role::Hunter => (own, off),
            Role::AccountManager => (off, own),
            Role::Inside => (off, own * s.inside_effectiveness),
        };
        let grown = s.ramp_start + (1.0 - s.ramp_start) * f64::from(week - seat.start) / s.ramp_weeks;
        Desk {
            role,
            exists,
            here: exists && seat.vacancy == 0,
            travel: 0.0,
            protection: protection(s, at, week),
            hunting_skill: talent(seat.hunting) * hunting,
            farming_skill: talent(seat.farming) * farming,
            ramp: grown.clamp(s.ramp_start, 1.0),
        }
    }
}

/// The protected priority of hunting of a seat: an intervention changes it for its seats.
fn protection(s: &Scenario, seat: usize, week: i32) -> f64 {
    let begun = s.intervention_week.is_some_and(|from| week >= from);
    let meant = s.intervention_seats.as_ref().is_none_or(|seats| seats.contains(&seat));
    if begun && meant { s.protection_after } else { s.protection }
}

/// A seller is gone: relationships suffer at once, and what was being handed over passes at once.
fn left(s: &Scenario, book: &mut Book, seat: usize, week: i32) {
    book.each(|customer, units| {
        for unit in units.iter_mut().filter(|unit| unit.owner == seat) {
            if unit.arr > 0.0 {
                unit.relationship *= 1.0 - loss(s, unit, Change::Sudden, week - customer.signed);
                unit.dependence = 0.0;
            }
            unit.pass_on(week);
        }
    });
}

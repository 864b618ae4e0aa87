//! A seller's week: so many minutes, first for what cannot wait, then for the customers who call and those it is nice to visit; what is left
//! goes into winning new ones and developing the others.
use super::activities::{Subject, Task};
use super::simulation::Simulation;
use chrono::{Days, NaiveDate};
use tandem_core::activities::ActivityCategory::{
    Expansion, Implementation, Internal, NewBusiness, Renewal, Service, Travel,
};
use tandem_core::activities::InitiatedBy;

/// Times a week that a usual unit wants something.
const REQUESTS: f64 = 0.62;
const MAILS: f64 = 0.6;
const VISITS: f64 = 0.38;
const RENEWAL_MEETINGS: f64 = 0.45;
const RENEWAL_DAYS: u64 = 70;
const IMPLEMENTATION_MEETINGS: f64 = 0.9;
const IMPLEMENTATION_DAYS: u64 = 60;
/// Of requests, those that cannot wait.
const URGENT: f64 = 0.33;
/// Of the hours left over, those for units that buy already.
const EXPANSION_SHARE: f64 = 0.16;
/// Memory of neglect from one week to the next.
const NEGLECT_MEMORY: f64 = 0.93;
/// A gap in the week smaller than this is no time for anything.
const GAP_MINUTES: f64 = 20.0;

impl Simulation {
    /// Works through a week and writes down of it what this seller writes down.
    pub fn work(&mut self, seller: usize, monday: NaiveDate) {
        let attendance = match self.dice.share() {
            away if away < 0.07 => 0.0,
            short if short < 0.2 => 0.8,
            _ => 1.0,
        };
        let mut minutes = self.sellers[seller].minutes_per_week() * attendance;
        let mut done = Vec::new();
        let mut wanted = self.internal(attendance);
        self.customer_work(seller, monday, &mut wanted);
        wanted.sort_by_key(|task| task.rank);
        for task in wanted {
            let fits = f64::from(task.minutes) <= minutes;
            self.remember_neglect(&task, fits);
            if fits {
                minutes -= f64::from(task.minutes);
                done.push(task);
            }
        }
        let expanding = self.fill(seller, minutes * EXPANSION_SHARE, Expansion, &mut done);
        let hunting = self.fill(seller, minutes - expanding, NewBusiness, &mut done);
        self.expand(seller, monday, expanding / 60.0);
        self.hunt(seller, monday, hunting / 60.0);
        self.log(seller, monday, done);
    }

    fn internal(&mut self, attendance: f64) -> Vec<Task> {
        let meetings = self.dice.poisson(3.6 * attendance);
        (0..meetings).map(|_| self.task(0, Internal, Subject::Internal, None, (30, 120))).collect()
    }

    fn customer_work(&mut self, seller: usize, monday: NaiveDate, wanted: &mut Vec<Task>) {
        for unit in self.books[seller].held.clone() {
            if self.units[unit].is_active() {
                self.requests(unit, wanted);
                self.care(unit, monday, wanted);
            }
        }
    }

    /// What the unit asks for by itself.
    fn requests(&mut self, unit: usize, wanted: &mut Vec<Task>) {
        let weight = self.units[unit].weight(&self.customers[self.units[unit].customer]);
        for _ in 0..self.dice.poisson(REQUESTS * weight) {
            let urgent = self.dice.chance(URGENT);
            let (rank, subject) = if urgent { (1, Subject::Urgent) } else { (4, Subject::Service) };
            let mut task = self.task(rank, Service, subject, Some(unit), (25, 100));
            task.urgent = urgent;
            task.initiated_by = Some(InitiatedBy::Customer);
            wanted.push(task);
        }
        for _ in 0..self.dice.poisson(MAILS * weight) {
            wanted.push(self.task(5, Service, Subject::Mail, Some(unit), (10, 20)));
        }
    }

    /// What the seller plans for the unit: bringing it into use, renewing it, being nice.
    fn care(&mut self, unit: usize, monday: NaiveDate, wanted: &mut Vec<Task>) {
        let within = |day: Option<NaiveDate>, days: u64, from: NaiveDate| {
            day.is_some_and(|day| from < day + Days::new(days))
        };
        let is_new = within(self.units[unit].first_sale, IMPLEMENTATION_DAYS, monday);
        let ends_soon = self.units[unit].term_end.is_some_and(|end| monday + Days::new(RENEWAL_DAYS) > end);
        if is_new {
            for _ in 0..self.dice.poisson(IMPLEMENTATION_MEETINGS) {
                let task = self.task(3, Implementation, Subject::Implementation, Some(unit), (45, 120));
                wanted.push(Task { initiated_by: Some(InitiatedBy::Seller), ..task });
            }
        }
        if ends_soon {
            for _ in 0..self.dice.poisson(RENEWAL_MEETINGS) {
                let mut task = self.task(2, Renewal, Subject::Renewal, Some(unit), (30, 90));
                task.opportunity = Some(self.renewal_of(unit));
                task.initiated_by = Some(InitiatedBy::Seller);
                wanted.push(task);
            }
        }
        for _ in 0..self.dice.poisson(VISITS * self.units[unit].friendliness.min(2.0)) {
            let task = self.task(6, Service, Subject::Visit, Some(unit), (45, 90));
            wanted.push(Task { initiated_by: Some(InitiatedBy::Seller), ..task });
            if self.dice.chance(0.45) {
                wanted.push(self.task(7, Travel, Subject::Travel, Some(unit), (25, 80)));
            }
        }
    }

    fn renewal_of(&mut self, unit: usize) -> u64 {
        let id = self.units[unit].renewal.unwrap_or_else(|| self.numbers.opportunity());
        self.units[unit].renewal = Some(id);
        id
    }

    fn remember_neglect(&mut self, task: &Task, done: bool) {
        let Some(unit) = task.unit.filter(|_| task.rank <= 5) else { return };
        let neglect = &mut self.units[unit].neglect;
        *neglect = *neglect * NEGLECT_MEMORY + if done { 0.0 } else { 1.0 - NEGLECT_MEMORY };
    }

    /// Fills minutes with work of one's own choice; returns how many of them.
    fn fill(
        &mut self,
        seller: usize,
        minutes: f64,
        category: tandem_core::activities::ActivityCategory,
        done: &mut Vec<Task>,
    ) -> f64 {
        let mut left = minutes;
        while left >= GAP_MINUTES {
            let task = match category {
                Expansion => self.expansion_task(seller, left),
                _ => self.hunting_task(seller, left),
            };
            let Some(task) = task else { break };
            left -= f64::from(task.minutes);
            done.push(task);
        }
        minutes - left
    }

    fn expansion_task(&mut self, seller: usize, left: f64) -> Option<Task> {
        let unit = self.least_penetrated_of_three(seller)?;
        Some(self.task(8, Expansion, Subject::Expansion, Some(unit), (20, 60)).at_most(left))
    }

    fn hunting_task(&mut self, seller: usize, left: f64) -> Option<Task> {
        let deals = self.books[seller].deals.len();
        let place = self.dice.place(deals);
        let deal = self.books[seller].deals.get(place).map(|deal| (deal.unit, deal.id));
        match deal.filter(|_| !self.dice.chance(0.3)) {
            Some((unit, id)) => {
                let mut task =
                    self.task(8, NewBusiness, Subject::Hunting, Some(unit), (30, 120)).at_most(left);
                task.opportunity = Some(id);
                Some(task)
            }
            None => Some(self.task(8, NewBusiness, Subject::Prospecting, None, (20, 60)).at_most(left)),
        }
    }
}

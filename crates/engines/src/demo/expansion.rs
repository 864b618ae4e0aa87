//! Selling more to units that buy already: the less of the potential is reached, the more there is to win, if anybody has the hours.
use super::hunting::Sale;
use super::market::Line;
use super::renewals::whole;
use super::simulation::Simulation;
use chrono::{Days, NaiveDate};
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};

/// Expansions decided per hour spent on them with a unit that is hardly penetrated.
const DECISIONS_PER_HOUR: f64 = 0.06;
const WON: f64 = 0.62;
const PRODUCTS: [&str; 4] = ["Analytics", "Automation", "Care Plus", "Additional seats"];
/// A unit is left alone for so long after its first sale.
const REST_DAYS: u64 = 60;

impl Simulation {
    /// A week of work on expansions for so many hours, with the units that have most to give of a few looked at.
    pub fn expand(&mut self, seller: usize, monday: NaiveDate, hours: f64) {
        for _ in 0..self.dice.poisson(hours * DECISIONS_PER_HOUR) {
            let day = monday + Days::new(self.dice.between(0, 4));
            let Some(unit) = self.least_penetrated_of_three(seller) else { return };
            let room = self.units[unit].potential_minor - self.units[unit].arr();
            let fresh = self.units[unit].first_sale.is_none_or(|first| first + Days::new(REST_DAYS) > day);
            let runs_on = self.units[unit].term_end.is_none_or(|end| end > day + Days::new(14));
            if fresh || !runs_on || room <= self.units[unit].first_minor / 20 {
                continue;
            }
            self.decide_expansion(seller, unit, day, room);
        }
    }

    /// The unit an account plan would name: of three at hand the one with most potential left.
    pub fn least_penetrated_of_three(&mut self, seller: usize) -> Option<usize> {
        let held = &self.books[seller].held;
        let three = [0; 3].map(|_| held.get(self.dice.place(held.len())).copied());
        let buying = three.into_iter().flatten().filter(|unit| self.units[*unit].is_active());
        buying.max_by_key(|unit| self.units[*unit].potential_minor - self.units[*unit].arr())
    }

    fn decide_expansion(&mut self, seller: usize, unit: usize, day: NaiveDate, room: i64) {
        let share = self.dice.uniform(0.08, 0.3);
        let minor = whole(room as f64 * share, self.units[unit].currency.digits());
        let product = self.dice.pick(&PRODUCTS);
        let won = self.dice.chance(WON);
        let (stage, status) = match won {
            true => ("Closed Won", OpportunityStatus::Won),
            false => ("Closed Lost", OpportunityStatus::Lost),
        };
        if won {
            let id = self.numbers.subscription();
            self.units[unit].lines.push(Line { id, product, arr: minor, start: day });
        }
        let first = self.units[unit].first_sale.unwrap_or(day);
        let created = (day - Days::new(self.dice.between(0, 75))).max(first);
        let id = self.numbers.opportunity();
        let kind = OpportunityKind::Expansion;
        self.write_down(&Sale { id, unit, seller, kind, product, stage, status, minor, created, close: day });
    }

    /// Expansions that are being talked about on the last day.
    pub fn write_down_open_expansions(&mut self) {
        for seller in 0..self.sellers.len() {
            if !self.sellers[seller].is_there(self.as_of) || !self.dice.chance(0.7) {
                continue;
            }
            let Some(unit) = self.least_penetrated_of_three(seller) else { continue };
            let room = self.units[unit].potential_minor - self.units[unit].arr();
            if room <= 0 {
                continue;
            }
            let minor = whole(room as f64 * 0.15, self.units[unit].currency.digits());
            let (created, close) = (
                self.as_of - Days::new(self.dice.between(3, 40)),
                self.as_of + Days::new(self.dice.between(10, 60)),
            );
            let id = self.numbers.opportunity();
            self.write_down(&Sale {
                id,
                unit,
                seller,
                kind: OpportunityKind::Expansion,
                product: "Analytics",
                stage: "Discovery",
                status: OpportunityStatus::Open,
                minor,
                created,
                close,
            });
        }
    }
}

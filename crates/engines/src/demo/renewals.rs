//! Keeping customers: terms that end and are renewed or not, more often when the customer was neglected, less often with every year.
use super::hunting::{Sale, customer_id, unit_id};
use super::market::Line;
use super::simulation::Simulation;
use chrono::{Days, Months, NaiveDate};
use tandem_core::imports::records::{Record, SubscriptionRecord};
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};

/// Small customers that pay until further notice.
const EVERGREEN_SHARE: f64 = 0.15;
/// They leave in a week with this probability: about one in five within a year.
const EVERGREEN_CHURN_WEEKLY: f64 = 0.0042;
/// Terms that are not renewed, by how often they were before.
const CHURN: [f64; 4] = [0.15, 0.1, 0.07, 0.05];
/// How much more often a wholly neglected customer leaves.
const NEGLECT: f64 = 1.5;
/// Of those that leave, some come back late.
const LATE: f64 = 0.15;

impl Simulation {
    /// The first subscription of a unit.
    pub fn first_sale(&mut self, unit: usize, day: NaiveDate) {
        let small = self.customers[self.units[unit].customer].largeness < 0.0;
        let evergreen = small && self.dice.chance(EVERGREEN_SHARE / 0.5);
        let months = if self.dice.chance(0.15) { 24 } else { 12 };
        let line = Line {
            id: self.numbers.subscription(),
            product: "Core",
            arr: self.units[unit].first_minor,
            start: day,
        };
        let unit = &mut self.units[unit];
        unit.first_sale = Some(day);
        unit.lines.push(line);
        unit.term_end = (!evergreen).then(|| day + Months::new(months));
        unit.pursued = false;
    }

    /// Everything about a seller's units that is due before a day.
    pub fn settle(&mut self, seller: usize, before: NaiveDate) {
        let held = self.books[seller].held.clone();
        for unit in held {
            while let Some(end) = self.units[unit].term_end.filter(|end| *end < before) {
                self.end_of_term(seller, unit, end);
            }
            if let Some(day) = self.units[unit].returns_on.filter(|day| *day < before) {
                self.come_back(seller, unit, day);
            }
            let evergreen = self.units[unit].is_active() && self.units[unit].term_end.is_none();
            if evergreen
                && self.dice.chance(EVERGREEN_CHURN_WEEKLY * (1.0 + NEGLECT * self.units[unit].neglect))
            {
                let last = self.units[unit].lines.iter().map(|line| line.start).max().unwrap_or(before);
                let day = before - Days::new(self.dice.between(1, 5));
                self.end_lines(unit, day.max(last + Days::new(1)));
            }
        }
    }

    fn end_of_term(&mut self, seller: usize, unit: usize, end: NaiveDate) {
        let large = self.customers[self.units[unit].customer].largeness;
        let tenure = CHURN[(self.units[unit].renewals as usize).min(CHURN.len() - 1)];
        let churn = tenure * (1.0 + NEGLECT * self.units[unit].neglect) * (-0.3 * large).exp();
        let arr_before = self.units[unit].arr();
        let leaves = self.dice.chance(churn.min(0.8));
        if leaves {
            self.renewal_sale(seller, unit, end, arr_before, OpportunityStatus::Lost);
            self.end_lines(unit, end);
            let days = self.dice.between(35, 130);
            self.units[unit].returns_on = self.dice.chance(LATE).then(|| end + Days::new(days));
        } else {
            self.renew(seller, unit, end, arr_before);
        }
    }

    fn renew(&mut self, seller: usize, unit: usize, day: NaiveDate, arr_before: i64) {
        let change = match self.dice.share() {
            same if same < 0.6 => 1.0,
            less if less < 0.72 => self.dice.uniform(0.6, 0.9),
            _ => self.dice.uniform(1.02, 1.07),
        };
        let products: Vec<(&'static str, i64)> =
            self.units[unit].lines.iter().map(|l| (l.product, l.arr)).collect();
        self.end_lines(unit, day);
        // A late renewal begins with the line that was there first.
        let products = if products.is_empty() { vec![("Core", arr_before)] } else { products };
        for (product, arr) in products {
            let arr = whole(arr as f64 * change, self.units[unit].currency.digits());
            let id = self.numbers.subscription();
            self.units[unit].lines.push(Line { id, product, arr, start: day });
        }
        let months = if self.dice.chance(0.15) { 24 } else { 12 };
        self.units[unit].term_end = Some(day + Months::new(months));
        let arr = self.units[unit].arr();
        self.renewal_sale(seller, unit, day, arr, OpportunityStatus::Won);
        self.units[unit].renewals += 1;
    }

    fn come_back(&mut self, seller: usize, unit: usize, day: NaiveDate) {
        self.units[unit].returns_on = None;
        let minor = self.units[unit].first_minor;
        self.renew(seller, unit, day, minor);
    }

    fn renewal_sale(
        &mut self,
        seller: usize,
        unit: usize,
        day: NaiveDate,
        minor: i64,
        status: OpportunityStatus,
    ) {
        let id = self.units[unit].renewal.take().unwrap_or_else(|| self.numbers.opportunity());
        let stage = if status == OpportunityStatus::Won { "Closed Won" } else { "Closed Lost" };
        let created = day - Days::new(self.dice.between(60, 100));
        let kind = OpportunityKind::Renewal;
        self.write_down(&Sale {
            id,
            unit,
            seller,
            kind,
            product: "Renewal",
            stage,
            status,
            minor,
            created,
            close: day,
        });
    }

    /// Ends what a unit pays for and writes it down.
    fn end_lines(&mut self, unit: usize, end: NaiveDate) {
        self.units[unit].term_end = None;
        for line in std::mem::take(&mut self.units[unit].lines) {
            self.write_line(unit, &line, Some(end));
        }
    }

    fn write_line(&mut self, unit: usize, line: &Line, end: Option<NaiveDate>) {
        let record = SubscriptionRecord {
            external_id: format!("B{:05}", line.id),
            customer: Some(customer_id(self.units[unit].customer)),
            unit: Some(unit_id(unit)),
            product: Some(line.product.to_owned()),
            arr: self.units[unit].money(line.arr),
            start_date: line.start,
            end_date: end.filter(|end| *end > line.start),
        };
        self.emit(Record::Subscription(record));
    }

    /// What is in force on the last day, and the renewals that are being worked on.
    pub fn write_down_running(&mut self) {
        for unit in 0..self.units.len() {
            let (end, arr) = (self.units[unit].term_end, self.units[unit].arr());
            for line in std::mem::take(&mut self.units[unit].lines) {
                self.write_line(unit, &line, end);
            }
            let soon = end.filter(|end| *end < self.as_of + Days::new(75));
            let (Some(end), Some(seller)) = (soon, self.units[unit].owner()) else { continue };
            let id = self.units[unit].renewal.take().unwrap_or_else(|| self.numbers.opportunity());
            let status = OpportunityStatus::Open;
            let stage = if end < self.as_of + Days::new(30) { "Negotiation" } else { "Proposal" };
            let created = (end - Days::new(90)).min(self.as_of);
            let kind = OpportunityKind::Renewal;
            self.write_down(&Sale {
                id,
                unit,
                seller,
                kind,
                product: "Renewal",
                stage,
                status,
                minor: arr,
                created,
                close: end,
            });
        }
    }
}

/// Whole units of a currency, as minor units.
pub fn whole(minor: f64, digits: u32) -> i64 {
    let unit = 10_i64.pow(digits);
    ((minor / unit as f64).round() as i64).max(1) * unit
}

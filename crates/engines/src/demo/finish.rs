//! The last day: what is open, and the customers, units, contacts and histories as the CRM has them. Not everything is known of everybody.
use super::hunting::{customer_id, unit_id};
use super::market::segment;
use super::people::person;
use super::places::Language;
use super::simulation::Simulation;
use super::texts;
use chrono::NaiveDate;
use tandem_core::imports::records::{
    ContactRecord, CustomerRecord, OwnershipRecord, Point, Record, UnitRecord,
};
use tandem_core::places::{Place, PlaceSource};
use tandem_core::sellers::SellerRole;

const WITHOUT_CITY: f64 = 0.06;
const WITHOUT_SEGMENT: f64 = 0.07;
const WITH_POSTAL_CODE: f64 = 0.4;
const WITH_POINT: f64 = 0.12;
const WITHOUT_POTENTIAL: f64 = 0.14;

impl Simulation {
    /// Writes everything that is known only at the end.
    pub fn finish(&mut self) {
        self.write_down_open_deals();
        self.write_down_open_expansions();
        self.write_down_running();
        self.approach_the_rest();
        for customer in 0..self.customers.len() {
            self.write_customer(customer);
            for unit in self.customers[customer].units.clone() {
                self.write_unit(unit);
                self.write_contacts(customer, unit);
            }
        }
    }

    /// Customers nobody has tried to sell to: names on a list, with an owner all the same.
    fn approach_the_rest(&mut self) {
        for market in 0..self.pools.len() {
            let there = self.colleagues(market, self.as_of, None);
            for customer in std::mem::take(&mut self.pools[market]) {
                let Some(seller) = there.get(self.dice.place(there.len())).copied() else { continue };
                let from = self.sellers[seller].start.max(self.start);
                let day = self.dice.day(from, self.as_of);
                self.approach(customer, seller, day);
            }
        }
    }

    fn write_customer(&mut self, place: usize) {
        let customer = &self.customers[place];
        let city = (!self.dice.chance(WITHOUT_CITY)).then_some(customer.city);
        let mut jitter = || self.dice.uniform(-0.03, 0.03);
        let point = Point {
            lat: round(customer.city.point.0 + jitter()),
            lon: round(customer.city.point.1 + jitter()),
        };
        let owner = self.units[customer.units.start].owner();
        let record = CustomerRecord {
            external_id: customer_id(place),
            name: customer.name.clone(),
            segment: (!self.dice.chance(WITHOUT_SEGMENT)).then(|| segment(customer.largeness).to_owned()),
            industry: Some(customer.industry.to_owned()),
            country: Some(customer.city.country.to_owned()),
            region: city.map(|city| city.region.to_owned()),
            city: city.map(|city| city.name.to_owned()),
            postal_code: city
                .filter(|_| self.dice.chance(WITH_POSTAL_CODE))
                .map(|city| city.postal_code.to_owned()),
            place: city
                .filter(|_| self.dice.chance(WITH_POINT))
                .map(|_| Place { point, source: PlaceSource::Given }),
            parent: None,
            created_date: customer.created,
            owner: owner.map(|owner| self.sellers[owner].record.external_id.clone()),
        };
        self.emit(Record::Customer(record));
    }

    fn write_unit(&mut self, place: usize) {
        let unit = &self.units[place];
        let potential = unit.money(unit.potential_minor);
        let record = UnitRecord {
            external_id: unit_id(place),
            customer: customer_id(unit.customer),
            name: unit.name.clone(),
            potential: (!self.dice.chance(WITHOUT_POTENTIAL)).then_some(potential),
        };
        let ownerships = self.ownerships(place);
        self.emit(Record::Unit(record));
        ownerships.into_iter().for_each(|ownership| self.emit(Record::Ownership(ownership)));
    }

    fn ownerships(&self, unit: usize) -> Vec<OwnershipRecord> {
        let owners = &self.units[unit].owners;
        let ends = owners.iter().skip(1).map(|(_, start)| Some(*start)).chain([None]);
        let row =
            |((seller, start_date), end_date): (&(usize, NaiveDate), Option<NaiveDate>)| OwnershipRecord {
                unit: unit_id(unit),
                seller: self.sellers[*seller].record.external_id.clone(),
                role: Some(SellerRole::Generalist),
                start_date: *start_date,
                end_date,
            };
        owners.iter().zip(ends).map(row).collect()
    }

    fn write_contacts(&mut self, customer: usize, unit: usize) {
        let count = if self.units[unit].first_sale.is_some() {
            self.dice.between(1, 3)
        } else {
            self.dice.between(0, 1)
        };
        for turn in 0..count {
            let language = self.customers[customer].language;
            let name = person(language, 400 + unit * 3 + turn as usize);
            let (title, role) = self.dice.pick(texts::titles(language));
            let phone = match language {
                Language::English => format!("+1 555 01{:02}", self.dice.between(0, 99)),
                Language::Chinese => format!("+886 2 5550 {:04}", self.dice.between(0, 9_999)),
            };
            let record = ContactRecord {
                external_id: format!("P{:05}", unit * 3 + turn as usize + 1),
                customer: Some(customer_id(customer)),
                customer_name: None,
                unit: Some(unit_id(unit)),
                name: name.whole(),
                email: Some(format!("{}@{}", name.latin, self.customers[customer].domain)),
                phone: (!self.dice.chance(0.3)).then_some(phone),
                title: Some(title.to_owned()),
                role: (!self.dice.chance(0.4)).then(|| role.to_owned()),
            };
            self.emit(Record::Contact(record));
        }
    }
}

fn round(degrees: f64) -> f64 {
    (degrees * 10_000.0).round() / 10_000.0
}

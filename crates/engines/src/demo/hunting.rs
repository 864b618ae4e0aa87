//! Winning customers: decisions come by chance in the hours that are left for hunting, more at the ends of quarters.
use super::simulation::{Deal, Simulation};
use chrono::{Datelike, Days, NaiveDate};
use tandem_core::imports::records::{OpportunityRecord, Record};
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};

/// First sales decided per hour of hunting by a seller of usual skill.
const DECISIONS_PER_HOUR: f64 = 0.0235;
/// Open deals per hour of hunting that a seller keeps going.
const DEALS_PER_HOUR: f64 = 0.22;
const CYCLE_MEDIAN_DAYS: f64 = 42.0;
const CYCLE_SIGMA: f64 = 0.9;
/// Deals that are entered only when they are decided.
const ENTERED_AFTERWARDS: f64 = 0.15;
/// Opportunities with customers that the seller knows already, where there are some.
const OWN_PROSPECT: f64 = 0.7;
const RAMP_DAYS: f64 = 180.0;
const STAGES: [&str; 4] = ["Qualification", "Discovery", "Proposal", "Negotiation"];

/// A sale to be written down.
pub struct Sale {
    pub id: u64,
    pub unit: usize,
    pub seller: usize,
    pub kind: OpportunityKind,
    pub product: &'static str,
    pub stage: &'static str,
    pub status: OpportunityStatus,
    pub minor: i64,
    pub created: NaiveDate,
    pub close: NaiveDate,
}

/// More is decided, and more of it won, in the last month of a quarter.
pub fn season(day: NaiveDate) -> (f64, f64) {
    if day.month().is_multiple_of(3) { (1.25, 0.5) } else { (0.875, 0.4) }
}

impl Simulation {
    /// A week of hunting for so many hours.
    pub fn hunt(&mut self, seller: usize, monday: NaiveDate, hours: f64) {
        self.keep_deals_going(seller, monday, hours);
        let there_days = (monday - self.sellers[seller].start).num_days() as f64;
        let ramp = ((there_days + 30.0) / RAMP_DAYS).clamp(0.1, 1.0);
        let (busy, lucky) = season(monday);
        let mean = hours * DECISIONS_PER_HOUR * self.sellers[seller].skill * ramp * busy;
        for _ in 0..self.dice.poisson(mean) {
            let day = monday + Days::new(self.dice.between(0, 4));
            let Some(deal) = self.next_deal(seller, day) else { return };
            if self.dice.chance(lucky) { self.win(seller, deal, day) } else { self.lose(seller, deal, day) }
        }
    }

    fn keep_deals_going(&mut self, seller: usize, monday: NaiveDate, hours: f64) {
        let wanted = (hours * DEALS_PER_HOUR).ceil() as usize;
        // A seller starts a deal or two a week, not a whole pipeline at once.
        let missing = wanted.saturating_sub(self.books[seller].deals.len()).min(2);
        for _ in 0..missing {
            let day = monday + Days::new(self.dice.between(0, 4));
            let cycle = self.dice.lognormal(CYCLE_MEDIAN_DAYS, CYCLE_SIGMA).clamp(3.0, 400.0) as u64;
            if let Some(deal) = self.open(seller, day, day + Days::new(cycle)) {
                self.books[seller].deals.push(deal);
            }
        }
    }

    /// The deal that is ripest, or one that nobody had entered.
    fn next_deal(&mut self, seller: usize, day: NaiveDate) -> Option<Deal> {
        let deals = &self.books[seller].deals;
        let ripest = (0..deals.len())
            .filter(|place| deals[*place].created <= day)
            .min_by_key(|place| deals[*place].ripe);
        match ripest {
            Some(place) if !self.dice.chance(ENTERED_AFTERWARDS) => {
                Some(self.books[seller].deals.swap_remove(place))
            }
            _ => self.open(seller, day, day),
        }
    }

    /// Opens an opportunity for a unit that is not sold yet: one of the seller's prospects, or of a customer nobody has approached.
    fn open(&mut self, seller: usize, day: NaiveDate, ripe: NaiveDate) -> Option<Deal> {
        let market = self.sellers[seller].market;
        let known = self.pools[market].is_empty() || self.dice.chance(OWN_PROSPECT);
        if let Some(unit) = known.then(|| self.prospect(seller)).flatten() {
            return Some(self.deal(unit, day, ripe));
        }
        let place = self.dice.place(self.pools[market].len());
        if self.pools[market].is_empty() {
            return None;
        }
        let customer = self.pools[market].swap_remove(place);
        self.approach(customer, seller, day);
        Some(self.deal(self.customers[customer].units.start, day, ripe))
    }

    /// A unit of the seller's that is not pursued already; a few looks must do.
    fn prospect(&mut self, seller: usize) -> Option<usize> {
        let prospects = &self.books[seller].prospects;
        let looks = [0; 6].map(|_| prospects.get(self.dice.place(prospects.len())).copied());
        looks.into_iter().flatten().find(|unit| !self.units[*unit].pursued)
    }

    fn deal(&mut self, unit: usize, created: NaiveDate, ripe: NaiveDate) -> Deal {
        self.units[unit].pursued = true;
        Deal { id: self.numbers.opportunity(), unit, created, ripe }
    }

    fn lose(&mut self, seller: usize, deal: Deal, day: NaiveDate) {
        self.units[deal.unit].pursued = false;
        let minor = self.units[deal.unit].first_minor;
        self.write_down(&Sale {
            id: deal.id,
            unit: deal.unit,
            seller,
            kind: OpportunityKind::New,
            product: "Core",
            stage: "Closed Lost",
            status: OpportunityStatus::Lost,
            minor,
            created: deal.created,
            close: day,
        });
    }

    /// The unit buys for the first time.
    pub fn win(&mut self, seller: usize, deal: Deal, day: NaiveDate) {
        let unit = deal.unit;
        self.books[seller].prospects.retain(|other| *other != unit);
        self.books[seller].held.push(unit);
        let minor = self.units[unit].first_minor;
        self.write_down(&Sale {
            id: deal.id,
            unit,
            seller,
            kind: OpportunityKind::New,
            product: "Core",
            stage: "Closed Won",
            status: OpportunityStatus::Won,
            minor,
            created: deal.created,
            close: day,
        });
        self.first_sale(unit, day);
        self.note_win(seller, unit, day);
    }

    /// Open deals as they stand on the last day.
    pub fn write_down_open_deals(&mut self) {
        for seller in 0..self.books.len() {
            for deal in std::mem::take(&mut self.books[seller].deals) {
                let whole = (deal.ripe - deal.created).num_days().max(1) as f64;
                let gone = ((self.as_of - deal.created).num_days() as f64 / whole).clamp(0.0, 0.99);
                let stage = STAGES[(gone * STAGES.len() as f64) as usize];
                let later = self.as_of + Days::new(self.dice.between(5, 70));
                let minor = self.units[deal.unit].first_minor;
                self.write_down(&Sale {
                    id: deal.id,
                    unit: deal.unit,
                    seller,
                    kind: OpportunityKind::New,
                    product: "Core",
                    stage,
                    status: OpportunityStatus::Open,
                    minor,
                    created: deal.created,
                    close: deal.ripe.max(later),
                });
            }
        }
    }

    /// Writes an opportunity into the CRM; amounts of what was lost are missing now and then.
    pub fn write_down(&mut self, sale: &Sale) {
        let unit = &self.units[sale.unit];
        let name = format!("{} – {}", self.customers[unit.customer].name, sale.product);
        let amount = unit.money(sale.minor);
        let kept = sale.status != OpportunityStatus::Lost || !self.dice.chance(0.1);
        let record = OpportunityRecord {
            external_id: opportunity_id(sale.id),
            customer: Some(customer_id(self.units[sale.unit].customer)),
            customer_name: None,
            unit: Some(unit_id(sale.unit)),
            owner: Some(self.sellers[sale.seller].record.external_id.clone()),
            name: Some(name),
            kind: Some(sale.kind),
            stage: Some(sale.stage.to_owned()),
            status: sale.status,
            amount: kept.then_some(amount),
            created_date: Some(sale.created),
            close_date: Some(sale.close),
        };
        self.emit(Record::Opportunity(record));
    }
}

/// Ids in Tandem's own files.
pub fn opportunity_id(number: u64) -> String {
    format!("O{number:05}")
}

/// Ids in Tandem's own files.
pub fn customer_id(place: usize) -> String {
    format!("C{:04}", place + 1)
}

/// Ids in Tandem's own files.
pub fn unit_id(place: usize) -> String {
    format!("U{:04}", place + 1)
}

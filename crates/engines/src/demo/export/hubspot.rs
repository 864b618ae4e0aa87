//! What HubSpot's page exports: companies, deals and contacts with labels in the user's language. Owners are names, associated companies ids.
use super::{Row, Table, digits, split_name};
use chrono::NaiveDate;
use std::collections::HashMap;
use tandem_core::imports::records::*;
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};

const COMPANIES: usize = 0;
const DEALS: usize = 1;
const CONTACTS: usize = 2;
const LABELS: [(&str, &str); 3] = [
    (
        "companies",
        "Record ID,Company name,Company Domain Name,Company owner,Industry,City,State/Region,Postal Code,Country/Region,Create Date,\
         Last Activity Date,Customer segment",
    ),
    (
        "deals",
        "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Currency,Close Date,Create Date,Last Activity Date,Deal owner,Deal Type,\
         Associated Company IDs (Primary),Associated Company (Primary)",
    ),
    (
        "contacts",
        "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Create Date,Associated Company IDs (Primary),Associated Company",
    ),
];

/// What is remembered while records become rows.
pub struct HubSpot {
    as_of: NaiveDate,
    sellers: HashMap<String, String>,
    customers: HashMap<String, String>,
    last_activity: HashMap<String, NaiveDate>,
    /// A deal names its company, which is known only when all deals are.
    deals: Vec<OpportunityRecord>,
}

impl HubSpot {
    pub fn new(as_of: NaiveDate) -> Self {
        let (sellers, customers, last_activity) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { as_of, sellers, customers, last_activity, deals: Vec::new() }
    }

    pub fn tables(&self) -> Vec<Table> {
        let table = |(what, labels): &(&str, &'static str)| Table {
            file: format!("hubspot-crm-exports-all-{what}-{}.csv", self.as_of),
            headers: labels.split(',').collect(),
        };
        LABELS.iter().map(table).collect()
    }

    /// The rows of a record.
    pub fn rows(&mut self, record: &Record) -> Vec<Row> {
        match record {
            Record::Seller(r) => {
                self.sellers.insert(r.external_id.clone(), r.name.clone());
            }
            Record::Activity(r) => self.remember(r),
            Record::Opportunity(r) => self.deals.push(r.clone()),
            Record::Customer(r) => {
                self.customers.insert(r.external_id.clone(), r.name.clone());
                return vec![Row { table: COMPANIES, cells: self.company(r) }];
            }
            Record::Contact(r) => return vec![Row { table: CONTACTS, cells: self.contact(r) }],
            Record::Unit(_)
            | Record::Subscription(_)
            | Record::Ownership(_)
            | Record::Note(_)
            | Record::TimeReport(_) => {}
        }
        Vec::new()
    }

    /// The deals.
    pub fn rest(&mut self) -> Vec<Row> {
        let deals = std::mem::take(&mut self.deals);
        deals.iter().map(|deal| Row { table: DEALS, cells: self.deal(deal) }).collect()
    }

    fn remember(&mut self, activity: &ActivityRecord) {
        if let Some(customer) = &activity.customer {
            let last = self.last_activity.entry(customer.clone()).or_insert(activity.date);
            *last = (*last).max(activity.date);
        }
    }

    fn seller(&self, external: &Option<String>) -> String {
        external.as_ref().and_then(|seller| self.sellers.get(seller)).cloned().unwrap_or_default()
    }

    fn customer(&self, external: &Option<String>) -> [String; 2] {
        let Some(external) = external else { return [String::new(), String::new()] };
        [record_id(COMPANIES, external), self.customers.get(external).cloned().unwrap_or_default()]
    }

    fn last(&self, customer: Option<&String>) -> Option<NaiveDate> {
        customer.and_then(|customer| self.last_activity.get(customer)).copied()
    }

    fn company(&self, r: &CustomerRecord) -> Vec<String> {
        vec![
            record_id(COMPANIES, &r.external_id),
            r.name.clone(),
            String::new(),
            self.seller(&r.owner),
            text(&r.industry),
            text(&r.city),
            text(&r.region),
            text(&r.postal_code),
            text(&r.country),
            instant(r.created_date),
            instant(self.last(Some(&r.external_id))),
            text(&r.segment),
        ]
    }

    fn deal(&self, r: &OpportunityRecord) -> Vec<String> {
        let [company_id, company] = self.customer(&r.customer);
        let stage = match r.status {
            OpportunityStatus::Open => text(&r.stage),
            OpportunityStatus::Won => "Closed Won".to_owned(),
            OpportunityStatus::Lost => "Closed Lost".to_owned(),
        };
        let kind = match r.kind {
            Some(OpportunityKind::New) => "New Business",
            Some(OpportunityKind::Expansion) => "Existing Business",
            Some(OpportunityKind::Renewal) => "Renewal",
            None => "",
        };
        vec![
            record_id(DEALS, &r.external_id),
            text(&r.name),
            "Sales Pipeline".to_owned(),
            stage,
            r.amount.map_or_else(String::new, |amount| amount.decimal_text()),
            r.amount.map_or_else(String::new, |amount| amount.currency.to_string()),
            instant(r.close_date),
            instant(r.created_date),
            instant(self.last(r.customer.as_ref())),
            self.seller(&r.owner),
            kind.to_owned(),
            company_id,
            company,
        ]
    }

    fn contact(&self, r: &ContactRecord) -> Vec<String> {
        let [company_id, company] = self.customer(&r.customer);
        let (first, last) = split_name(&r.name);
        vec![
            record_id(CONTACTS, &r.external_id),
            first,
            last,
            text(&r.email),
            text(&r.phone),
            text(&r.title),
            instant(None),
            company_id,
            company,
        ]
    }
}

/// HubSpot numbers all its records in one row of eleven digits or so.
fn record_id(table: usize, external: &str) -> String {
    (31_000_000_000 + table as u64 * 5_000_000_000 + digits(external) * 37).to_string()
}

fn text(cell: &Option<String>) -> String {
    cell.clone().unwrap_or_default()
}

fn instant(date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |date| format!("{date} 10:05"))
}

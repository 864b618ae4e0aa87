//! A folder of Salesforce's export service: one file per object, everything quoted, ids of 18 characters, no zones. Customers are accounts
//! without their units, subscriptions are assets and contracts, meetings are events and everything else is a task. The real service writes
//! ISO-8859-1 and loses what does not fit; here it is UTF-8, because names in Chinese are not to be lost.
use super::salesforce_headers as headers;
use super::{Row, Table, digits, split_name};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::imports::records::*;
use tandem_core::imports::values::salesforce_id;
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};
use tandem_core::sellers::{SellerKind, SellerRole};

/// The objects, in the order of the tables, with the three characters that their ids begin with.
const OBJECTS: [(&str, &str, &str); 9] = [
    ("User", "005", headers::USER),
    ("UserRole", "00E", headers::USER_ROLE),
    ("Account", "001", headers::ACCOUNT),
    ("Contact", "003", headers::CONTACT),
    ("Opportunity", "006", headers::OPPORTUNITY),
    ("Contract", "800", headers::CONTRACT),
    ("Asset", "02i", headers::ASSET),
    ("Task", "00T", headers::TASK),
    ("Event", "00U", headers::EVENT),
];
const EMPTY_ID: &str = "000000000000000AAA";
/// A field of the company's own, as every org has some.
const SEGMENT: &str = "Segment__c";

/// What is remembered while records become rows.
#[derive(Default)]
pub struct Salesforce {
    roles: BTreeMap<String, u64>,
}

pub fn tables() -> Vec<Table> {
    let table = |(object, _, headers): &(&str, &str, &'static str)| {
        let own = (*object == "Account").then_some(SEGMENT);
        Table { file: format!("{object}.csv"), headers: headers.split(',').chain(own).collect() }
    };
    OBJECTS.iter().map(table).collect()
}

type Cells = Vec<(&'static str, String)>;

impl Salesforce {
    /// The rows of a record.
    pub fn rows(&mut self, record: &Record) -> Vec<Row> {
        match record {
            Record::Seller(r) => self.user(r),
            Record::Customer(r) => vec![row("Account", account(r))],
            Record::Contact(r) => vec![row("Contact", contact(r))],
            Record::Opportunity(r) => vec![row("Opportunity", opportunity(r))],
            Record::Subscription(r) => vec![row("Contract", contract(r)), row("Asset", asset(r))],
            Record::Activity(r) if r.kind.as_deref() == Some("meeting") => vec![row("Event", event(r))],
            Record::Activity(r) => vec![row("Task", task(r))],
            Record::Unit(_) | Record::Ownership(_) | Record::Note(_) | Record::TimeReport(_) => Vec::new(),
        }
    }

    fn user(&mut self, r: &SellerRecord) -> Vec<Row> {
        let team = r.team.as_deref().unwrap_or("all");
        let role = match r.role {
            SellerRole::Manager if r.manager.is_none() => "Head of Sales".to_owned(),
            SellerRole::Manager => format!("Sales Manager {team}"),
            _ if r.kind == SellerKind::Person => format!("Sales {team}"),
            _ => "Operations".to_owned(),
        };
        let next = self.roles.len() as u64 + 1;
        let number = *self.roles.entry(role.clone()).or_insert(next);
        let mut rows = vec![row("User", user(r, number))];
        if number == next {
            let parent = if role == "Head of Sales" { EMPTY_ID.to_owned() } else { id("UserRole", 1) };
            rows.push(row(
                "UserRole",
                vec![("Id", id("UserRole", number)), ("Name", role), ("ParentRoleId", parent)],
            ));
        }
        rows
    }
}

/// Cells in the order of the object's headers; what is not given is blank, and no where it is a yes or no.
fn row(object: &str, cells: Cells) -> Row {
    let table = OBJECTS.iter().position(|(name, ..)| *name == object).unwrap_or(0);
    let own = (object == "Account").then_some(SEGMENT);
    let cell = |header: &str| match cells.iter().find(|(name, _)| *name == header) {
        Some((_, value)) => value.clone(),
        None => blank(header).to_owned(),
    };
    Row { table, cells: OBJECTS[table].2.split(',').chain(own).map(cell).collect() }
}

fn blank(header: &str) -> &'static str {
    match header {
        "MasterRecordId" | "ParentId" | "CampaignId" | "WhoId" | "WhatId" => EMPTY_ID,
        "HasOpportunityLineItem" | "HasOptedOutOfEmail" | "HasOptedOutOfFax" | "DoNotCall" => "0",
        flag if flag.strip_prefix("Is").is_some_and(|rest| rest.starts_with(char::is_uppercase)) => "0",
        _ => "",
    }
}

/// The id of a record: prefix of the object, the org's part, the number in base 62, and the three characters that tell its case.
fn id(object: &str, number: u64) -> String {
    const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let prefix = OBJECTS.iter().find(|(name, ..)| *name == object).map_or("000", |(_, prefix, _)| prefix);
    let (mut rest, mut tail) = (number, Vec::new());
    for _ in 0..5 {
        tail.push(char::from(LETTERS[(rest % 62) as usize]));
        rest /= 62;
    }
    let tail: String = tail.into_iter().rev().collect();
    salesforce_id(&format!("{prefix}5g00000{tail}"))
}

fn reference(object: &str, external: Option<&String>) -> String {
    external.map_or_else(|| EMPTY_ID.to_owned(), |external| id(object, digits(external)))
}

fn text(cell: &Option<String>) -> String {
    cell.clone().unwrap_or_default()
}

fn day(date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |date| format!("{date} 00:00:00"))
}

/// An instant of the day: which one follows from the record's number.
fn instant(date: Option<NaiveDate>, number: u64) -> String {
    let time = |date| format!("{date} {:02}:{:02}:{:02}", 8 + number % 10, number * 7 % 60, number * 13 % 60);
    date.map_or_else(String::new, time)
}

fn flag(yes: bool) -> String {
    u8::from(yes).to_string()
}

fn stamps(date: Option<NaiveDate>, number: u64) -> impl Iterator<Item = (&'static str, String)> {
    ["CreatedDate", "LastModifiedDate", "SystemModstamp"]
        .into_iter()
        .map(move |name| (name, instant(date, number)))
}

fn user(r: &SellerRecord, role: u64) -> Cells {
    let number = digits(&r.external_id);
    let (first, last) = split_name(&r.name);
    let user_type = if r.kind == SellerKind::Integration { "CloudIntegrationUser" } else { "Standard" };
    let degrees = |degrees: Option<f64>| degrees.map_or_else(String::new, |degrees| degrees.to_string());
    let cells = [
        ("Id", id("User", number)),
        ("Username", text(&r.email)),
        ("FirstName", first),
        ("LastName", last),
        ("Email", text(&r.email)),
        ("Division", text(&r.team)),
        ("Latitude", degrees(r.place.map(|place| place.lat))),
        ("Longitude", degrees(r.place.map(|place| place.lon))),
        ("IsActive", flag(r.end_date.is_none())),
        ("UserRoleId", id("UserRole", role)),
        ("UserType", user_type.to_owned()),
        ("ManagerId", reference("User", r.manager.as_ref())),
        ("CurrencyIsoCode", "USD".to_owned()),
    ];
    cells.into_iter().chain(stamps(r.start_date, number)).collect()
}

fn account(r: &CustomerRecord) -> Cells {
    let number = digits(&r.external_id);
    let degrees = |degrees: Option<f64>| degrees.map_or_else(String::new, |degrees| degrees.to_string());
    let cells = [
        ("Id", id("Account", number)),
        ("Name", r.name.clone()),
        ("Industry", text(&r.industry)),
        ("BillingCity", text(&r.city)),
        ("BillingState", text(&r.region)),
        ("BillingPostalCode", text(&r.postal_code)),
        ("BillingCountryCode", text(&r.country)),
        ("BillingLatitude", degrees(r.place.map(|place| place.point.lat))),
        ("BillingLongitude", degrees(r.place.map(|place| place.point.lon))),
        ("OwnerId", reference("User", r.owner.as_ref())),
        (SEGMENT, text(&r.segment)),
    ];
    cells.into_iter().chain(stamps(r.created_date, number)).collect()
}

fn contact(r: &ContactRecord) -> Cells {
    let (first, last) = split_name(&r.name);
    vec![
        ("Id", id("Contact", digits(&r.external_id))),
        ("AccountId", reference("Account", r.customer.as_ref())),
        ("FirstName", first),
        ("LastName", last),
        ("Email", text(&r.email)),
        ("Phone", text(&r.phone)),
        ("Title", text(&r.title)),
    ]
}

/// One type in six is not filled in, as in life.
fn opportunity_type(r: &OpportunityRecord) -> &'static str {
    match r.kind {
        _ if digits(&r.external_id).is_multiple_of(6) => "",
        Some(OpportunityKind::New) => "New Business",
        Some(OpportunityKind::Expansion) => "Existing Business",
        Some(OpportunityKind::Renewal) => "Renewal",
        None => "",
    }
}

fn opportunity(r: &OpportunityRecord) -> Cells {
    let number = digits(&r.external_id);
    let closed = r.status != OpportunityStatus::Open;
    let cells = [
        ("Id", id("Opportunity", number)),
        ("AccountId", reference("Account", r.customer.as_ref())),
        ("Name", text(&r.name)),
        ("StageName", text(&r.stage)),
        ("Amount", r.amount.map_or_else(String::new, |amount| amount.decimal_text())),
        ("CloseDate", day(r.close_date)),
        ("Type", opportunity_type(r).to_owned()),
        ("IsClosed", flag(closed)),
        ("IsWon", flag(r.status == OpportunityStatus::Won)),
        ("CurrencyIsoCode", r.amount.map_or_else(String::new, |amount| amount.currency.to_string())),
        ("OwnerId", reference("User", r.owner.as_ref())),
    ];
    cells.into_iter().chain(stamps(r.created_date, number)).collect()
}

fn contract(r: &SubscriptionRecord) -> Cells {
    let number = digits(&r.external_id);
    let months = r.end_date.map(|end| ((end - r.start_date).num_days() + 15) / 30);
    vec![
        ("Id", id("Contract", number)),
        ("AccountId", reference("Account", r.customer.as_ref())),
        ("CurrencyIsoCode", r.arr.currency.to_string()),
        ("StartDate", day(Some(r.start_date))),
        ("ContractTerm", months.map_or_else(String::new, |months| months.to_string())),
        ("Status", "Activated".to_owned()),
        ("ContractNumber", format!("{number:08}")),
    ]
}

fn asset(r: &SubscriptionRecord) -> Cells {
    vec![
        ("Id", id("Asset", digits(&r.external_id))),
        ("AccountId", reference("Account", r.customer.as_ref())),
        ("CurrencyIsoCode", r.arr.currency.to_string()),
        ("Name", text(&r.product)),
        ("InstallDate", day(Some(r.start_date))),
        ("UsageEndDate", day(r.end_date)),
        ("Status", "Installed".to_owned()),
        ("Price", r.arr.decimal_text()),
        ("Quantity", "1.00".to_owned()),
    ]
}

/// What tasks and events have in common. What it is about is the opportunity, else the account.
fn activity(object: &'static str, r: &ActivityRecord) -> impl Iterator<Item = (&'static str, String)> {
    let number = digits(&r.external_id);
    let what = match &r.opportunity {
        Some(opportunity) => id("Opportunity", digits(opportunity)),
        None => reference("Account", r.customer.as_ref()),
    };
    let cells = [
        ("Id", id(object, number)),
        ("WhatId", what),
        ("Subject", text(&r.subject)),
        ("ActivityDate", day(Some(r.date))),
        ("OwnerId", reference("User", r.seller.as_ref())),
        ("AccountId", reference("Account", r.customer.as_ref())),
    ];
    cells.into_iter().chain(stamps(Some(r.date), number))
}

fn task(r: &ActivityRecord) -> Cells {
    let kind = match r.kind.as_deref() {
        Some("call") => "Call",
        Some("email") => "Email",
        _ => "Other",
    };
    let seconds = r.minutes.filter(|_| kind == "Call").map(|minutes| (minutes * 60).to_string());
    let priority = if r.urgency.is_some() { "High" } else { "Normal" };
    let cells = [
        ("Status", "Completed".to_owned()),
        ("Priority", priority.to_owned()),
        ("Type", kind.to_owned()),
        ("IsClosed", flag(true)),
        ("CallDurationInSeconds", seconds.unwrap_or_default()),
    ];
    activity("Task", r).chain(cells).collect()
}

fn event(r: &ActivityRecord) -> Cells {
    let cells = [
        ("ActivityDateTime", instant(Some(r.date), digits(&r.external_id))),
        ("DurationInMinutes", r.minutes.map_or_else(String::new, |minutes| minutes.to_string())),
        ("Type", "Meeting".to_owned()),
        ("ShowAs", "Busy".to_owned()),
    ];
    activity("Event", r).chain(cells).collect()
}

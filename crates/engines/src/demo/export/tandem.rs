//! Tandem's own files: one per kind of record.
use super::{Row, Table};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use tandem_core::imports::records::*;
use tandem_core::money::Money;

const HEADERS: [(ObjectKind, &str); 10] = [
    (
        ObjectKind::Seller,
        "seller_id,name,email,role,manager_id,team,lat,lon,start_date,end_date,hours_per_week,kind",
    ),
    (
        ObjectKind::Customer,
        "customer_id,name,segment,industry,country,region,city,postal_code,lat,lon,parent_id,created_date",
    ),
    (ObjectKind::Unit, "unit_id,customer_id,name,potential_arr,currency"),
    (ObjectKind::Contact, "contact_id,customer_id,unit_id,name,email,phone,title,role"),
    (
        ObjectKind::Opportunity,
        "opportunity_id,customer_id,unit_id,owner_id,kind,stage,status,amount,currency,created_date,close_date,name",
    ),
    (
        ObjectKind::Subscription,
        "subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date",
    ),
    (ObjectKind::Ownership, "unit_id,seller_id,role,start_date,end_date"),
    (
        ObjectKind::Activity,
        "activity_id,seller_id,customer_id,unit_id,opportunity_id,date,minutes,kind,category,urgency,initiated_by,subject",
    ),
    (ObjectKind::Note, "note_id,customer_id,unit_id,author_id,date,text"),
    (ObjectKind::TimeReport, "seller_id,week_start,category,hours"),
];

pub fn tables() -> Vec<Table> {
    let table = |(object, headers): &(ObjectKind, &'static str)| Table {
        file: format!("{object}.csv"),
        headers: headers.split(',').collect(),
    };
    HEADERS.iter().map(table).collect()
}

/// The row of a record.
pub fn row(record: &Record) -> Row {
    let (object, cells) = match record {
        Record::Seller(r) => (ObjectKind::Seller, seller(r)),
        Record::Customer(r) => (ObjectKind::Customer, customer(r)),
        Record::Unit(r) => (ObjectKind::Unit, unit(r)),
        Record::Contact(r) => (ObjectKind::Contact, contact(r)),
        Record::Opportunity(r) => (ObjectKind::Opportunity, opportunity(r)),
        Record::Subscription(r) => (ObjectKind::Subscription, subscription(r)),
        Record::Ownership(r) => (ObjectKind::Ownership, ownership(r)),
        Record::Activity(r) => (ObjectKind::Activity, activity(r)),
        Record::Note(r) => (ObjectKind::Note, note(r)),
        Record::TimeReport(r) => (ObjectKind::TimeReport, time_report(r)),
    };
    let table = HEADERS.iter().position(|(of, _)| *of == object).unwrap_or(0);
    Row { table, cells }
}

fn text(cell: &Option<String>) -> String {
    cell.clone().unwrap_or_default()
}

fn shown<T: ToString>(cell: Option<T>) -> String {
    cell.map_or_else(String::new, |value| value.to_string())
}

fn day(cell: Option<NaiveDate>) -> String {
    shown(cell)
}

fn point(place: Option<Point>) -> [String; 2] {
    [shown(place.map(|place| place.lat)), shown(place.map(|place| place.lon))]
}

fn money(amount: Option<Money>) -> [String; 2] {
    [shown(amount.map(|amount| amount.decimal_text())), shown(amount.map(|amount| amount.currency))]
}

fn seller(r: &SellerRecord) -> Vec<String> {
    let [lat, lon] = point(r.place);
    let hours = r.centihours_per_week.map(|hundredths| Decimal::new(i64::from(hundredths), 2).normalize());
    // Queues and programs are recognised by their names, as in a CRM; the column says it for certain.
    vec![
        r.external_id.clone(),
        r.name.clone(),
        text(&r.email),
        r.role.to_string(),
        text(&r.manager),
        text(&r.team),
        lat,
        lon,
        day(r.start_date),
        day(r.end_date),
        shown(hours),
        r.kind.to_string(),
    ]
}

fn customer(r: &CustomerRecord) -> Vec<String> {
    let [lat, lon] = point(r.place.map(|place| place.point));
    vec![
        r.external_id.clone(),
        r.name.clone(),
        text(&r.segment),
        text(&r.industry),
        text(&r.country),
        text(&r.region),
        text(&r.city),
        text(&r.postal_code),
        lat,
        lon,
        text(&r.parent),
        day(r.created_date),
    ]
}

fn unit(r: &UnitRecord) -> Vec<String> {
    let [potential, currency] = money(r.potential);
    vec![r.external_id.clone(), r.customer.clone(), r.name.clone(), potential, currency]
}

fn contact(r: &ContactRecord) -> Vec<String> {
    let rest = [&r.email, &r.phone, &r.title, &r.role].map(text);
    let ids = [r.external_id.clone(), text(&r.customer), text(&r.unit), r.name.clone()];
    ids.into_iter().chain(rest).collect()
}

fn opportunity(r: &OpportunityRecord) -> Vec<String> {
    let [amount, currency] = money(r.amount);
    vec![
        r.external_id.clone(),
        text(&r.customer),
        text(&r.unit),
        text(&r.owner),
        shown(r.kind),
        text(&r.stage),
        r.status.to_string(),
        amount,
        currency,
        day(r.created_date),
        day(r.close_date),
        text(&r.name),
    ]
}

fn subscription(r: &SubscriptionRecord) -> Vec<String> {
    let [arr, currency] = money(Some(r.arr));
    vec![
        r.external_id.clone(),
        text(&r.customer),
        text(&r.unit),
        text(&r.product),
        arr,
        currency,
        r.start_date.to_string(),
        day(r.end_date),
    ]
}

fn ownership(r: &OwnershipRecord) -> Vec<String> {
    let role = r.role.map_or_else(String::new, |role| role.to_string());
    vec![r.unit.clone(), r.seller.clone(), role, r.start_date.to_string(), day(r.end_date)]
}

fn activity(r: &ActivityRecord) -> Vec<String> {
    vec![
        r.external_id.clone(),
        text(&r.seller),
        text(&r.customer),
        text(&r.unit),
        text(&r.opportunity),
        r.date.to_string(),
        shown(r.minutes),
        text(&r.kind),
        shown(r.category),
        shown(r.urgency),
        shown(r.initiated_by),
        text(&r.subject),
    ]
}

fn note(r: &NoteRecord) -> Vec<String> {
    let ids = [r.external_id.clone(), text(&r.customer), text(&r.unit), text(&r.author)];
    ids.into_iter().chain([r.date.to_string(), r.text.clone()]).collect()
}

fn time_report(r: &TimeReportRecord) -> Vec<String> {
    let hours = Decimal::new((r.minutes * 100 + 30) / 60, 2).normalize();
    vec![r.seller.clone(), r.week_start.to_string(), r.category.to_string(), hours.to_string()]
}

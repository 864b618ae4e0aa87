//! Pipedrive: `Entity - Field` labels; people and organisations are linked by name.
use super::{Recognised, SourceKind, columns, has};
use crate::imports::records::ObjectKind;

const DEALS: &[(&str, &str)] = &[
    ("Deal - ID", "opportunity_id"),
    ("Deal - Pipedrive System ID", "opportunity_id"),
    ("Deal - Title", "name"),
    ("Deal - Organization", "customer_name"),
    ("Organization - Name", "customer_name"),
    ("Deal - Owner", "owner_name"),
    ("Deal - Stage", "stage"),
    ("Deal - Status", "status"),
    ("Deal - Value", "amount"),
    ("Deal - Currency of Value", "currency"),
    ("Deal - Currency", "currency"),
    ("Deal - Deal created", "created_date"),
    ("Deal - Created", "created_date"),
    ("Deal - Deal closed on", "close_date"),
    ("Deal - Won time", "close_date"),
    ("Deal - Lost time", "expected_close_date"),
    ("Deal - Expected close date", "expected_close_date"),
];
const ORGANISATIONS: &[(&str, &str)] = &[
    ("Organization - ID", "customer_id"),
    ("Organization - Pipedrive System ID", "customer_id"),
    ("Organization - Name", "name"),
    ("Organization - Owner", "owner_name"),
    ("Organization - Label", "segment"),
    ("Organization - Industry", "industry"),
    ("Organization - City/town/village/locality of Address", "city"),
    ("Organization - Country of Address", "country"),
    ("Organization - ZIP/Postal code of Address", "postal_code"),
    ("Organization - Organization created", "created_date"),
];
const PEOPLE: &[(&str, &str)] = &[
    ("Person - ID", "contact_id"),
    ("Person - Pipedrive System ID", "contact_id"),
    ("Person - Name", "name"),
    ("Person - Organization", "customer_name"),
    ("Person - Email - Work", "email"),
    ("Person - Email", "email"),
    ("Person - Phone - Work", "phone"),
    ("Person - Phone", "phone"),
    ("Person - Job title", "title"),
];

/// Recognises deals, organisations and people by their labels.
pub fn recognise(headers: &[&str]) -> Option<Recognised> {
    let (object, dictionary) = if has(headers, "Deal - Title") {
        (ObjectKind::Opportunity, DEALS)
    } else if has(headers, "Person - Name") {
        (ObjectKind::Contact, PEOPLE)
    } else if has(headers, "Organization - Name") {
        (ObjectKind::Customer, ORGANISATIONS)
    } else {
        return None;
    };
    Some(Recognised {
        source: SourceKind::Pipedrive,
        object: Some(object),
        columns: columns(headers, dictionary),
        because: format!("The labels are those of a Pipedrive export of {object}."),
    })
}

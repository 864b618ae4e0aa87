//! Dynamics 365: three columns that must not be changed, then labels.
use super::{Recognised, SourceKind, columns, has};
use crate::imports::records::ObjectKind;

const OPPORTUNITIES: &[(&str, &str)] = &[
    ("(Do Not Modify) Opportunity", "opportunity_id"),
    ("Topic", "name"),
    ("Account", "customer_name"),
    ("Potential Customer", "customer_name"),
    ("Owner", "owner_name"),
    ("Status", "status"),
    ("Status Reason", "stage"),
    ("Actual Revenue", "amount"),
    ("Est. Revenue", "expected_amount"),
    ("Currency", "currency"),
    ("Created On", "created_date"),
    ("Actual Close Date", "close_date"),
    ("Close Date", "close_date"),
    ("Est. Close Date", "expected_close_date"),
];
const ACCOUNTS: &[(&str, &str)] = &[
    ("(Do Not Modify) Account", "customer_id"),
    ("Account Name", "name"),
    ("Owner", "owner_name"),
    ("Industry", "industry"),
    ("Address 1: City", "city"),
    ("Address 1: State/Province", "region"),
    ("Address 1: ZIP/Postal Code", "postal_code"),
    ("Address 1: Country/Region", "country"),
    ("Created On", "created_date"),
];
const CONTACTS: &[(&str, &str)] = &[
    ("(Do Not Modify) Contact", "contact_id"),
    ("Full Name", "name"),
    ("First Name", "first_name"),
    ("Last Name", "last_name"),
    ("Company Name", "customer_name"),
    ("Account", "customer_name"),
    ("Email", "email"),
    ("Business Phone", "phone"),
    ("Job Title", "title"),
];

/// Recognises tables by the first of the columns that must not be changed.
pub fn recognise(headers: &[&str]) -> Option<Recognised> {
    let (object, dictionary) = if has(headers, "(Do Not Modify) Opportunity") {
        (ObjectKind::Opportunity, OPPORTUNITIES)
    } else if has(headers, "(Do Not Modify) Account") {
        (ObjectKind::Customer, ACCOUNTS)
    } else if has(headers, "(Do Not Modify) Contact") {
        (ObjectKind::Contact, CONTACTS)
    } else {
        return None;
    };
    Some(Recognised {
        source: SourceKind::Dynamics,
        object: Some(object),
        columns: columns(headers, dictionary),
        because: format!("The first column is that of a Dynamics 365 export of {object}."),
    })
}

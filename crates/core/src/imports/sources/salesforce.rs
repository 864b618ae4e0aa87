//! Salesforce: the export service and Data Loader write field names, reports write labels.
use super::{Recognised, SourceKind, columns, has};
use crate::imports::records::ObjectKind;

const ACCOUNT: &[(&str, &str)] = &[
    ("Id", "customer_id"),
    ("Name", "name"),
    ("Segment__c", "segment"),
    ("Type", "segment"),
    ("Industry", "industry"),
    ("BillingCountryCode", "country"),
    ("BillingCountry", "country"),
    ("BillingState", "region"),
    ("BillingCity", "city"),
    ("BillingPostalCode", "postal_code"),
    ("BillingLatitude", "lat"),
    ("BillingLongitude", "lon"),
    ("ParentId", "parent_id"),
    ("CreatedDate", "created_date"),
    ("OwnerId", "owner_id"),
    ("Owner.Name", "owner_name"),
    ("IsDeleted", "deleted"),
];
const USER: &[(&str, &str)] = &[
    ("Id", "seller_id"),
    ("Name", "name"),
    ("FirstName", "first_name"),
    ("LastName", "last_name"),
    ("Email", "email"),
    ("ManagerId", "manager_id"),
    ("Division", "team"),
    ("Department", "team"),
    ("Latitude", "lat"),
    ("Longitude", "lon"),
    ("CreatedDate", "start_date"),
    ("UserType", "user_type"),
];
const CONTACT: &[(&str, &str)] = &[
    ("Id", "contact_id"),
    ("AccountId", "customer_id"),
    ("Name", "name"),
    ("FirstName", "first_name"),
    ("LastName", "last_name"),
    ("Email", "email"),
    ("Phone", "phone"),
    ("Title", "title"),
    ("IsDeleted", "deleted"),
];
const OPPORTUNITY: &[(&str, &str)] = &[
    ("Id", "opportunity_id"),
    ("AccountId", "customer_id"),
    ("Account.Name", "customer_name"),
    ("OwnerId", "owner_id"),
    ("Owner.Name", "owner_name"),
    ("Name", "name"),
    ("Type", "kind"),
    ("StageName", "stage"),
    ("IsWon", "is_won"),
    ("IsClosed", "is_closed"),
    ("Amount", "amount"),
    ("CurrencyIsoCode", "currency"),
    ("CreatedDate", "created_date"),
    ("CloseDate", "close_date"),
    ("IsDeleted", "deleted"),
];
const TASK: &[(&str, &str)] = &[
    ("Id", "activity_id"),
    ("OwnerId", "seller_id"),
    ("AccountId", "customer_id"),
    ("WhatId", "opportunity_id"),
    ("ActivityDate", "date"),
    ("CompletedDateTime", "created_date"),
    ("CreatedDate", "created_date"),
    ("IsClosed", "done"),
    ("CallDurationInSeconds", "seconds"),
    ("Type", "kind"),
    ("Subject", "subject"),
    ("IsDeleted", "deleted"),
];
const EVENT: &[(&str, &str)] = &[
    ("Id", "activity_id"),
    ("OwnerId", "seller_id"),
    ("AccountId", "customer_id"),
    ("WhatId", "opportunity_id"),
    ("ActivityDate", "date"),
    ("ActivityDateTime", "date"),
    ("DurationInMinutes", "minutes"),
    ("Type", "kind"),
    ("Subject", "subject"),
    ("IsDeleted", "deleted"),
];
const ASSET: &[(&str, &str)] = &[
    ("Id", "subscription_id"),
    ("AccountId", "customer_id"),
    ("Name", "product"),
    ("Product2Id", "product"),
    ("Price", "arr"),
    ("Quantity", "quantity"),
    ("CurrencyIsoCode", "currency"),
    ("InstallDate", "start_date"),
    ("PurchaseDate", "start_date"),
    ("UsageEndDate", "end_date"),
    ("IsDeleted", "deleted"),
];
const REPORT: &[(&str, &str)] = &[
    ("Opportunity ID", "opportunity_id"),
    ("Opportunity Name", "name"),
    ("Account ID", "customer_id"),
    ("Account Name", "customer_name"),
    ("Opportunity Owner", "owner_name"),
    ("Stage", "stage"),
    ("Type", "kind"),
    ("Won", "is_won"),
    ("Closed", "is_closed"),
    ("Created Date", "created_date"),
    ("Close Date", "close_date"),
];

/// Columns of a report that may hold the amount, the best first; the currency stands in a column of its own, named for the amount's.
const REPORT_AMOUNTS: [&str; 5] = ["Amount", "Total Amount", "ARR", "ARR to Renew", "Amount (converted)"];

/// Files of the export that carry nothing Tandem needs yet.
const NOT_NEEDED: [&str; 24] = [
    "Lead",
    "Campaign",
    "CampaignMember",
    "Case",
    "Contract",
    "EventRelation",
    "OpportunityHistory",
    "OpportunityContactRole",
    "AccountContactRole",
    "Pricebook2",
    "Quote",
    "RecordType",
    "Territory2",
    "Territory2Model",
    "UserRole",
    "UserTerritory2Association",
    "ObjectTerritory2Association",
    "Partner",
    "Order",
    "OrderItem",
    "Period",
    "FiscalYearSettings",
    "ForecastingQuota",
    "BusinessProcess",
];

/// Recognises a file by its name where that is an object's, else by headers that only this object has.
pub fn recognise(stem: &str, headers: &[&str]) -> Option<Recognised> {
    if has(headers, "Opportunity Name") && has(headers, "Account Name") {
        return Some(report(headers));
    }
    if !has(headers, "Id") {
        return None;
    }
    // Large objects come in several files: `Account`, `Account1`.
    let stem = match NOT_NEEDED.contains(&stem) {
        true => stem,
        false => stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_'),
    };
    let (object, dictionary) = match stem {
        "Account" => (ObjectKind::Customer, ACCOUNT),
        "User" => (ObjectKind::Seller, USER),
        "Contact" => (ObjectKind::Contact, CONTACT),
        "Opportunity" => (ObjectKind::Opportunity, OPPORTUNITY),
        "Task" => (ObjectKind::Activity, TASK),
        "Event" => (ObjectKind::Activity, EVENT),
        "Asset" => (ObjectKind::Subscription, ASSET),
        name if NOT_NEEDED.contains(&name) => return Some(not_needed(name)),
        _ => by_headers(headers)?,
    };
    Some(found(object, headers, dictionary, "The field names are those of a Salesforce export."))
}

fn report(headers: &[&str]) -> Recognised {
    let amount = REPORT_AMOUNTS.iter().find(|label| has(headers, label)).copied().unwrap_or_default();
    let currency = format!("{amount} Currency");
    let labels = REPORT.iter().copied().chain([(amount, "amount"), (currency.as_str(), "currency")]);
    let dictionary: Vec<(&str, &str)> = labels.collect();
    let because = match has(headers, "Opportunity ID") {
        true => "The labels are those of a Salesforce report of opportunities.",
        false => {
            "The labels are those of a Salesforce report of opportunities; without a column Opportunity ID, account and name together tell them apart."
        }
    };
    found(ObjectKind::Opportunity, headers, &dictionary, because)
}

type Dictionary = &'static [(&'static str, &'static str)];

fn by_headers(headers: &[&str]) -> Option<(ObjectKind, Dictionary)> {
    let all = |labels: &[&str]| labels.iter().all(|label| has(headers, label));
    if has(headers, "OpportunityId") {
        None
    } else if all(&["StageName", "CloseDate"]) {
        Some((ObjectKind::Opportunity, OPPORTUNITY))
    } else if all(&["DurationInMinutes", "Subject"]) {
        Some((ObjectKind::Activity, EVENT))
    } else if all(&["Subject", "ActivityDate"]) {
        Some((ObjectKind::Activity, TASK))
    } else if all(&["Username"]) {
        Some((ObjectKind::Seller, USER))
    } else if all(&["LastName", "AccountId"]) {
        Some((ObjectKind::Contact, CONTACT))
    } else if all(&["Product2Id", "AccountId"]) {
        Some((ObjectKind::Subscription, ASSET))
    } else if all(&["Name"])
        && headers.iter().any(|h| {
            let h = h.to_ascii_lowercase();
            h.starts_with("billing") || h == "numberofemployees" || h == "accountnumber"
        })
    {
        Some((ObjectKind::Customer, ACCOUNT))
    } else {
        None
    }
}

fn found(object: ObjectKind, headers: &[&str], dictionary: &[(&str, &str)], because: &str) -> Recognised {
    let columns = columns(headers, dictionary);
    Recognised { source: SourceKind::Salesforce, object: Some(object), columns, because: because.to_owned() }
}

fn not_needed(name: &str) -> Recognised {
    Recognised {
        source: SourceKind::Salesforce,
        object: None,
        columns: Default::default(),
        because: format!("Salesforce's {name} holds nothing that Tandem uses yet; the file is passed over."),
    }
}

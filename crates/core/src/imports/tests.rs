//! Rows of every source through recognition and conversion: text in, text out.
use super::convert::{Plan, convert};
use super::mapping::FileMapping;
use super::sources::{SourceKind, recognise};
use super::values::DateOrder;

/// Recognises a file of one header line and one row and shows the record, or the problems.
fn check(name: &str, headers: &str, row: &str, expected: &[&str]) {
    let cells = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<String>>();
    let headers = cells(headers);
    let found = recognise(name, &headers).unwrap_or_else(|| panic!("{name} is not recognised"));
    let object = found.object.unwrap_or_else(|| panic!("{name} is passed over"));
    let mapping =
        FileMapping { file: name.to_owned(), object, columns: found.columns, dates: None, encoding: None };
    super::mapping::check(&mapping).unwrap();
    let salesforce = found.source == SourceKind::Salesforce;
    let plan = Plan::new(&mapping, &headers, DateOrder::MonthFirst, "USD".parse().unwrap(), salesforce);
    let shown = format!("{} {:?}", found.source, convert(&plan, &cells(row)));
    for part in expected {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
}

#[test]
fn tandem_files_by_name_or_headers() {
    check(
        "opportunities.csv",
        "opportunity_id|customer_id|unit_id|owner_id|kind|stage|status|amount|currency|created_date|close_date",
        "o1|c1||s1|new|Closed|won|1234.50|EUR|2025-01-02|2025-02-03",
        &["tandem Ok", "minor: 123450", "Won", "kind: Some(New)", "unit: None", "2025-02-03"],
    );
    check(
        "export-7.csv",
        "activity_id|seller_id|date|minutes|category",
        "a1|s1|2025-01-02|90|new_business",
        &["Activity", "minutes: Some(90)", "NewBusiness"],
    );
    check(
        "sellers.csv",
        "seller_id|name|role|hours_per_week",
        "s1|Ann|hunter|37.5",
        &["Hunter", "Some(3750)", "Person"],
    );
}

#[test]
fn salesforce_exports_with_their_traps() {
    check(
        "Account.csv",
        "Id|IsDeleted|Name|Type|ParentId|BillingCity|CreatedDate|OwnerId",
        "001bm00001ZL8U9|0|Edge|Customer|000000000000000AAA|Austin|2023-02-07 20:47:49|005bm00000NCJmQ",
        &["salesforce Ok", "001bm00001ZL8U9AAL", "parent: None", "2023-02-07", "005bm00000NCJmQAAX"],
    );
    check(
        "Opportunity.csv",
        "Id|AccountId|Name|StageName|Amount|CloseDate|IsClosed|IsWon|CreatedDate",
        "006bm00000LKJNNAA5|001bm00001ZL8UCAA1|Generators|Negociación|15000|02/03/24|TRUE|FALSE|02/23/26",
        &["status: Lost", "2024-02-03", "2026-02-23", "owner: None"],
    );
    check(
        "User.csv",
        "Id|Username|FirstName|LastName|IsActive",
        "005bm00000NCJmQ|x@y|Sales|Queue|1",
        &["Queue", "Sales Queue"],
    );
    check("Account.csv", "Id|IsDeleted|Name|BillingCity", "001bm00001ZL8U9|1|Gone|", &["Ok(None)"]);
    check(
        "report1.csv",
        "Opportunity Owner|Account Name|Opportunity Name|Stage|Amount|Close Date|Opportunity ID",
        "Ann Lee|Edge|Deal|Closed Won|1,200|1/31/2025|006bm00000LKJNN",
        &["name:Ann Lee", "name:Edge", "Won", "minor: 120000"],
    );
    check(
        "Asset.csv",
        "Id|AccountId|Product2Id|CurrencyIsoCode|PurchaseDate|UsageEndDate|Price|Quantity",
        "02ibm00000NCJmQ|001bm00001ZL8U9|01tbm00000NCJmQ|JPY|2025-01-01 00:00:00|2026-01-01 00:00:00|1000|3",
        &["minor: 3000", "2026-01-01"],
    );
}

#[test]
fn other_systems() {
    check(
        "hubspot-crm-exports-all-deals-2025-01-01.csv",
        "Record ID|Deal Name|Deal Stage|Amount|Close Date|Create Date|Deal owner|Associated Company IDs (Primary)",
        "105286411986|D|Closed Won|1000|2026-07-01 10:05|2026-01-01 10:05|Ann|99;100",
        &["hubspot Ok", "105286411986", "Won", "customer: Some(\"99\")", "name:Ann"],
    );
    check(
        "empresas.csv",
        "ID de registro|Nombre de la empresa|Ciudad",
        "7|Uno|Madrid",
        &["hubspot", "Madrid"],
    );
    check(
        "deals.csv",
        "Deal - ID|Deal - Title|Deal - Organization|Deal - Owner|Deal - Status|Deal - Value|Deal - Won time",
        "9|T|Acme|Ann|Won|10.5|45631",
        &["pipedrive", "Won", "2024-12-05", "name:Acme"],
    );
    check(
        "opps.csv",
        "(Do Not Modify) Opportunity|(Do Not Modify) Row Checksum|Topic|Account|Status|Est. Revenue",
        "a-b-c|x|T|Acme|Open|10",
        &["dynamics", "Open", "name:Acme"],
    );
}

#[test]
fn problems_name_column_value_and_what_to_do() {
    check(
        "subscriptions.csv",
        "subscription_id|customer_id|arr|start_date|end_date",
        "x|c1|12k|soon|",
        &["Err", "column: \"arr\"", "value: \"12k\"", "1234.50"],
    );
    check(
        "subscriptions.csv",
        "subscription_id|customer_id|arr|start_date|end_date",
        "x|c1|12|2025-02-01|2025-01-01",
        &["not after"],
    );
    check("activities.csv", "activity_id|date|minutes", "a|2025-01-01|-5", &["column: \"minutes\""]);
    check("customers.csv", "customer_id|name|lat|lon", "c||95|0", &["A value is needed"]);
}

#[test]
fn customers_are_placed_and_countries_get_their_codes() {
    let headers = "customer_id|name|country|region|city|postal_code|lat|lon";
    check(
        "customers.csv",
        headers,
        "c|A|美國|Texas|Austin|||",
        &["country: Some(\"US\")", "lat: 30.", "source: City }"],
    );
    check("customers.csv", headers, "c|A|Atlantis||Oz|||", &["country: Some(\"Atlantis\")", "place: None"]);
    check("customers.csv", headers, "c|A|US|||94105|1.5|2.5", &["lat: 1.5", "source: Given }"]);
    check("customers.csv", headers, "c|A|US|||94105|0|0", &["lat: 37.", "source: PostalCode }"]);
}

#[test]
fn reported_weeks_begin_on_monday() {
    let headers = "seller_id|week_start|category|hours";
    check(
        "time_reports.csv",
        headers,
        "s1|2026-11-22|service|7.25",
        &["week_start: 2026-11-16", "minutes: 435", "seller: \"s1\""],
    );
    check(
        "time_reports.csv",
        headers,
        "Ann@x.example|2026-11-16|service|0.33",
        &["email:Ann@x.example", "minutes: 20"],
    );
    check(
        "time_reports.csv",
        headers,
        "||sleep|169",
        &["column: \"seller_id\"", "column: \"week_start\"", "column: \"category\"", "column: \"hours\""],
    );
}

#[test]
fn what_nobody_knows_is_not_guessed() {
    let headers: Vec<String> = ["Nr", "Firma"].map(str::to_owned).to_vec();
    assert_eq!(recognise("kunden.csv", &headers), None);
    let lead = recognise("Lead.csv", &["Id".to_owned(), "LastName".to_owned()]).unwrap();
    assert_eq!(lead.object, None);
}

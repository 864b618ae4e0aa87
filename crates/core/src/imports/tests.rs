//! Rows of every source through recognition and conversion: text in, text out.
use super::convert::{Plan, convert};
use super::mapping::FileMapping;
use super::sources::{clean_header, recognise};
use super::values::DateOrder;

/// Recognises a file of one header line and one row and shows the record, or the problems.
fn check(name: &str, headers: &str, row: &str, expected: &[&str]) {
    let cells = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<String>>();
    let headers: Vec<String> = cells(headers).iter().map(|header| clean_header(header)).collect();
    let found = recognise(name, &headers).unwrap_or_else(|| panic!("{name} is not recognised"));
    let object = found.object.unwrap_or_else(|| panic!("{name} is passed over"));
    let mapping =
        FileMapping { file: name.to_owned(), object, columns: found.columns, dates: None, encoding: None };
    super::mapping::check(&mapping).unwrap();
    let plan =
        Plan::new(&mapping, &headers, DateOrder::MonthFirst, "USD".parse().unwrap(), Some(found.source));
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

#[test]
fn own_files_of_another_name_are_told_apart() {
    let headers = [
        ("sellers", "seller_id|name|email|role|manager_id|team|lat|lon|start_date|end_date|hours_per_week"),
        (
            "customers",
            "customer_id|name|segment|industry|country|region|city|postal_code|lat|lon|parent_id|created_date",
        ),
        ("units", "unit_id|customer_id|name|potential_arr|currency"),
        ("contacts", "contact_id|customer_id|unit_id|name|email|phone|title|role"),
        (
            "opportunities",
            "opportunity_id|customer_id|unit_id|owner_id|kind|stage|status|amount|currency|created_date|close_date",
        ),
        ("subscriptions", "subscription_id|customer_id|unit_id|product|arr|currency|start_date|end_date"),
        (
            "activities",
            "activity_id|seller_id|customer_id|unit_id|opportunity_id|date|minutes|kind|category|urgency|initiated_by",
        ),
        ("ownerships", "unit_id|seller_id|role|start_date|end_date"),
        ("notes", "note_id|customer_id|unit_id|author_id|date|text"),
    ];
    for (object, line) in headers {
        let headers: Vec<String> = line.split('|').map(str::to_owned).collect();
        for name in ["x.csv", "export-7.csv", &format!("{object}.csv")] {
            let found = recognise(name, &headers).unwrap();
            assert_eq!(found.object.map(|object| object.text()), Some(object), "{name}");
            assert_eq!(found.columns.len(), headers.len(), "{object}: every column of the format is a field");
        }
    }
}

#[test]
fn hubspot_in_the_languages_of_its_users() {
    check(
        "negocios.csv",
        "ID de registro|Nombre del negocio|Etapa del negocio|Valor|Fecha de cierre|Propietario del negocio|Associated Company IDs (Primary)|Associated Company (Primary)",
        "105286411986|Licencias|Cierre ganado|1000|2026-07-01 10:05|Ana|;99;100|Uno",
        &["hubspot", "Won", "customer: Some(\"99\")", "customer_name: Some(\"Uno\")", "name:Ana"],
    );
    check(
        "deals.csv",
        "Datensatz-ID|Deal-Name|Deal-Phase|Betrag|Abschlussdatum|Associated Company",
        "1|Lizenz|Abgeschlossen und verloren|1.000,50|25.02.2026|Zwei GmbH",
        &["hubspot", "Lost", "minor: 100050", "name:Zwei GmbH"],
    );
    check(
        "torihiki.csv",
        "レコードID|取引名|取引ステージ|金額|クローズ日|取引担当者",
        "1|更新|契約成立|1000|2026年7月1日|田中",
        &["hubspot", "Won", "2026-07-01", "name:田中"],
    );
    check(
        "dd.csv",
        "記錄 ID|交易名稱|交易階段|金額|結案日期",
        "1|續約|成交|5|2026/7/1",
        &["hubspot", "Won", "2026-07-01"],
    );
    check(
        "pays.csv",
        "ID de registro|Nombre|Apellidos|Correo|Pai\u{301}s/regio\u{301}n",
        "1|Ana|Ruiz|a@b|ES",
        &["Ana Ruiz"],
    );
    check(
        "c.csv",
        "ID de registro|Nombre de la empresa|Pai\u{301}s/regio\u{301}n ",
        "1|Uno|ES",
        &["country: Some(\"ES\")"],
    );
}

#[test]
fn stages_are_read_by_words() {
    for (stage, status) in [
        ("Closed Won", "Won"),
        ("closedwon (Sales)", "Won"),
        ("Wonder phase", "Open"),
        ("Personal review", "Open"),
        ("Cierre perdido", "Lost"),
        ("Fermé gagné", "Won"),
        ("契約成立", "Won"),
        ("不成立", "Lost"),
        ("", "Open"),
    ] {
        check(
            "o.csv",
            "Record ID|Deal Name|Deal Stage",
            &format!("1|D|{stage}"),
            &[&format!("status: {status}")],
        );
    }
}

#[test]
fn reports_without_ids_are_known_by_account_and_name() {
    let headers = "Territory Region|Opportunity Owner|Account Name|Opportunity Name|Stage|Forecast Category|ARR to Renew Currency|ARR to Renew|Total Amount Currency|Total Amount|Fiscal Period|Close Date|Opportunity Next Steps|Type";
    check(
        "report.csv",
        headers,
        "EMEA|Ann Lee|Edge|Big Deal|Closed Won|Closed|JPY|7|EUR|1,200.50|Q1-2025|1/31/2025||Renewal",
        &["salesforce Ok", "external_id: \"name:edge/big deal\"", "minor: 120050", "[69, 85, 82]", "Renewal"],
    );
    check("report.csv", headers, "Copyright (c) 2000-2025|||||||||||||", &["Ok(None)"]);
    check("report.csv", headers, "EMEA|Ann Lee||Big Deal|Open|||||||||", &["column: \"Account Name\""]);
}

#[test]
fn what_would_be_read_wrong_is_a_problem() {
    let subscription = "subscription_id|customer_id|arr|currency|start_date|quantity";
    check("s.csv", subscription, "1|c|10|ABC|2025-01-01|", &["column: \"currency\"", "value: \"ABC\""]);
    check("s.csv", subscription, "1|c|-10|krw|2025-01-01|", &["minor: -10"]);
    check("s.csv", subscription, "1|c|1e400|USD|2025-01-01|", &["column: \"arr\""]);
    check("s.csv", subscription, "1|c|99999999999999|USD|2025-01-01|", &["column: \"arr\""]);
    check("s.csv", subscription, "1|c|99999999999|USD|2025-01-01|99999999999", &["column: \"quantity\""]);
    check("s.csv", subscription, "1.05286E+11|c|1|USD|2025-01-01|", &["rounded this id"]);
    check(
        "s.csv",
        subscription,
        "a,1|c;d|1|USD|2025-01-01|",
        &["external_id: \"a,1\"", "customer: Some(\"c;d\")"],
    );
    check(
        "sellers.csv",
        "seller_id|name|hours_per_week",
        "1|A|79228162514264337593543950335",
        &["hours_per_week"],
    );
    check(
        "o.csv",
        "opportunity_id|customer_id|kind|status|amount",
        "1|c|renwal|won|1",
        &["column: \"kind\"", "renewal"],
    );
    check(
        "Opportunity.csv",
        "Id|StageName|CloseDate|IsWon",
        "006bm00000LKJNN|x|2025-01-01|maybe",
        &["neither yes nor no"],
    );
    check("notes.csv", "note_id|date|text", "1|2025-01-01|'=cmd()", &["text: \"=cmd()\""]);
}

#[test]
fn queues_own_nothing_and_plans_take_no_time() {
    check(
        "Task.csv",
        "Id|OwnerId|WhatId|ActivityDate|CompletedDateTime|IsClosed|Subject",
        "00Tbm00000LKJNN|00Gbm00000LKJNN|001bm00000LKJNN||2025-03-04 05:06:07|1|x",
        &["seller: None", "opportunity: None", "date: 2025-03-04"],
    );
    check("Task.csv", "Id|ActivityDate|IsClosed|Subject", "00Tbm00000LKJNN|2099-01-01|0|x", &["Ok(None)"]);
    check(
        "Task.csv",
        "Id|ActivityDate|IsClosed|Subject",
        "00Tbm00000LKJNN||1|x",
        &["column: \"ActivityDate\""],
    );
}

#[test]
fn data_loader_writes_capitals() {
    check(
        "extract.csv",
        "ID|NAME|BILLINGCITY|OWNER.NAME",
        "001bm00001ZL8U9|Edge|Austin|Ann",
        &["Customer", "name:Ann", "Austin"],
    );
    check(
        "Account2.csv",
        "Id|Name|OwnerId",
        "001bm00001ZL8U9|Edge|00Gbm00000LKJNN",
        &["Customer", "owner: None"],
    );
}

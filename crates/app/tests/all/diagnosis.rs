//! The panel from the records: what the diagnosis looks at is what the files say.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, NaiveDate, Utc};
use std::path::PathBuf;
use tandem_app::diagnoses::{self, DiagnosisView};
use tandem_app::imports::{self, Request};
use tandem_app::{Actor, App, Clock};

const SELLERS: &str = "seller_id,name,role,start_date,hours_per_week\ns1,Ann,generalist,2023-01-01,40\ns2,Bo,generalist,2024-03-16,40\n";
const CUSTOMERS: &str = "customer_id,name\nc1,One\nc2,Two\nc3,Three\nc4,Four\n";
/// One leaves in the first month; Two changes hands; Three has two units, one bought later; Four is Bo's.
const UNITS: &str = "unit_id,customer_id,name\nu1,c1,A\nu2,c2,B\nu3,c3,C\nu4,c3,D\nu5,c4,E\n";
const SUBSCRIPTIONS: &str = "subscription_id,unit_id,arr,currency,start_date,end_date\n\
    b1,u1,1000,USD,2023-02-10,2024-01-20\nb2,u2,1000,USD,2024-01-05,\nb3,u3,1000,USD,2024-02-28,\nb4,u4,1000,USD,2024-04-02,\nb5,u5,1000,USD,2024-04-30,\n";
const OWNERSHIPS: &str = "unit_id,seller_id,start_date,end_date\nu1,s1,2023-01-01,\nu2,s1,2023-01-01,2024-04-15\nu2,s2,2024-04-15,\n\
    u3,s1,2023-01-01,\nu4,s1,2023-01-01,\nu5,s2,2024-03-16,\n";
const REPORTS: &str =
    "seller_id,week_start,category,hours\ns1,2024-01-29,new_business,10\ns1,2024-02-05,service,5\n";

async fn house(folder: &std::path::Path) -> App {
    let db = tandem_store::Db::open(folder.join("t.db").to_str().unwrap()).await.unwrap();
    let noon: DateTime<Utc> = "2024-06-10T12:00:00Z".parse().unwrap();
    let app = App::new(db, Clock::Fixed(noon), PathBuf::from("no-spreadsheets-here"));
    let files = [
        ("sellers.csv", SELLERS),
        ("customers.csv", CUSTOMERS),
        ("units.csv", UNITS),
        ("subscriptions.csv", SUBSCRIPTIONS),
        ("ownerships.csv", OWNERSHIPS),
        ("time_reports.csv", REPORTS),
    ];
    let paths = files.map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    let request = Request { paths: paths.to_vec(), source: None, mapping: None };
    let report = imports::run(&app, &Actor::operator(), request).await.unwrap();
    assert_eq!(report.problems, []);
    app
}

async fn view(app: &App, as_of: &str) -> DiagnosisView {
    let as_of: NaiveDate = as_of.parse().unwrap();
    diagnoses::view(app, &Actor::operator(), Some(as_of)).await.unwrap()
}

/// `month held won` of a seller, `-` where the seller was not there.
fn months(view: &DiagnosisView, name: &str) -> Vec<String> {
    let seller = view.sellers.iter().find(|seller| seller.seller.name == name).unwrap();
    let text = |count: Option<u32>| count.map_or("-".to_owned(), |count| count.to_string());
    seller.months.iter().map(|m| format!("{} {} {}", m.month, text(m.held), text(m.won))).collect()
}

#[tokio::test]
async fn the_panel_is_what_the_files_say() {
    let folder = tempfile::tempdir().unwrap();
    let app = house(folder.path()).await;
    let found = view(&app, "2024-06-10").await;
    // Before One was lost nothing is known to have been lost; June is not over.
    assert_eq!((found.from.to_string(), found.to.to_string()), ("2024-01".to_owned(), "2024-05".to_owned()));
    assert_eq!(
        months(&found, "Ann"),
        ["2024-01 1 1", "2024-02 1 1", "2024-03 2 0", "2024-04 2 0", "2024-05 2 0"]
    );
    assert_eq!(
        months(&found, "Bo"),
        ["2024-01 - -", "2024-02 - -", "2024-03 0 0", "2024-04 0 1", "2024-05 2 0"]
    );
    assert_eq!(found.coverage.as_ref().unwrap().won, 3);
}

#[tokio::test]
async fn weeks_become_months_by_working_days() {
    let folder = tempfile::tempdir().unwrap();
    let found = view(&house(folder.path()).await, "2024-06-10").await;
    let ann = &found.sellers.iter().find(|seller| seller.seller.name == "Ann").unwrap().months;
    // The week of 29 January has three days in January and two in February.
    assert_eq!((ann[0].hunting_hours, ann[0].customer_hours), (Some(6.0), Some(0.0)));
    assert_eq!((ann[1].hunting_hours, ann[1].customer_hours), (Some(4.0), Some(5.0)));
}

#[tokio::test]
async fn nothing_later_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let app = house(folder.path()).await;
    let found = view(&app, "2024-03-31").await;
    assert_eq!(found.to.to_string(), "2024-03");
    assert_eq!(found.coverage.as_ref().unwrap().won, 2);
    let before = view(&app, "2022-01-01").await;
    assert!(before.sellers.is_empty() && before.verdict.unwrap().text() == "not_enough_data");
}

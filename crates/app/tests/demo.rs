//! The demo company through the ordinary doors: made once, imported again, and imported as another system would have exported it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};
use tandem_app::arr::{self, Group};
use tandem_app::demo::{self, Size};
use tandem_app::imports::{self, Report, Request};
use tandem_app::{Actor, App, Clock, settings, users};
use tandem_core::imports::sources::SourceKind;

struct House {
    app: App,
    folder: tempfile::TempDir,
}

/// A house of its own on the day on which the company's three years end.
async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let db = tandem_store::Db::open(folder.path().join("t.db").to_str().unwrap()).await.unwrap();
    let noon: DateTime<Utc> = "2026-11-25T12:00:00Z".parse().unwrap();
    House { app: App::new(db, Clock::Fixed(noon), PathBuf::from("no-spreadsheets-here")), folder }
}

fn size() -> Size {
    Size { seed: 4, customers: 40, activities_max: Some(2_000), as_of: "2026-11-25".parse().unwrap() }
}

async fn import(house: &House, folder: &Path) -> Report {
    let request = Request { paths: vec![folder.to_owned()], source: None, mapping: None };
    let report = imports::run(&house.app, &Actor::operator(), request).await.unwrap();
    assert_eq!(report.problems, []);
    report
}

/// Created, updated, failed in all files.
fn sums(report: &Report) -> (u64, u64, u64) {
    let sum = |of: fn(&imports::Counts) -> u64| report.objects.iter().map(of).sum();
    (sum(|c| c.created), sum(|c| c.updated), sum(|c| c.failed))
}

async fn month_ends(house: &House) -> Vec<(String, String)> {
    let view = arr::view(&house.app, &Actor::operator(), None, None, Group::None).await.unwrap();
    assert!(view.left_out.is_empty(), "{:?}", view.left_out);
    view.months.iter().map(|month| (month.month.clone(), month.end.clone())).collect()
}

#[tokio::test]
async fn the_company_is_made_once_and_can_be_signed_in_to() {
    let house = house().await;
    let made = demo::make(&house.app, &Actor::operator(), size()).await.unwrap();
    assert_eq!((sums(&made.report).1, sums(&made.report).2), (0, 0));
    let users = users::list(&house.app, &Actor::operator()).await.unwrap();
    let roles: Vec<&str> = made.sign_ins.iter().map(|person| person.role).collect();
    assert_eq!(roles, ["admin", "manager", "hunter", "viewer"]);
    assert_eq!(made.sign_ins[0].email, "olivia@acme.example");
    assert_eq!(users.len(), made.sign_ins.len());
    assert!(users.iter().any(|user| user.locale == "zh-Hant"));
    assert!(users.iter().filter(|user| user.role != "viewer").all(|user| user.seller.is_some()), "{users:?}");
    let settings = settings::load(&house.app).await.unwrap();
    assert_eq!(settings.company.name, "Acme Cloud");

    let again = demo::make(&house.app, &Actor::operator(), size()).await.unwrap_err().to_string();
    assert!(again.contains("holds 40 customers already"), "{again}");

    let files = house.folder.path().join("files");
    demo::export(&size(), SourceKind::Tandem, &files).unwrap();
    let report = import(&house, &files).await;
    assert_eq!(sums(&report), (0, 0, 0), "{report:?}");
}

#[tokio::test]
async fn another_systems_export_holds_the_same_company() {
    let own = house().await;
    demo::make(&own.app, &Actor::operator(), size()).await.unwrap();
    let house = house().await;
    let rates = settings::rates(&own.app).await.unwrap();
    settings::put_rates(&house.app, &Actor::operator(), rates).await.unwrap();
    let files = house.folder.path().join("files");
    let written = demo::export(&size(), SourceKind::Salesforce, &files).unwrap();
    let report = import(&house, &files).await;
    let rows: u64 = written
        .iter()
        .filter(|file| !file.path.ends_with("Contract.csv") && !file.path.ends_with("UserRole.csv"))
        .map(|file| file.rows)
        .sum();
    assert_eq!(sums(&report), (rows, 0, 0));
    assert_eq!(month_ends(&house).await, month_ends(&own).await);
    assert_eq!(sums(&import(&house, &files).await), (0, 0, 0));
}

#[tokio::test]
async fn a_hubspot_export_is_read_and_its_subscriptions_derived() {
    let house = house().await;
    let files = house.folder.path().join("files");
    demo::export(&size(), SourceKind::HubSpot, &files).unwrap();
    let report = import(&house, &files).await;
    let counts = |object: &str| report.objects.iter().find(|c| c.object == object).map_or(0, |c| c.created);
    assert_eq!(counts("customers"), 40);
    assert!(
        report.notes.iter().any(|note| note.contains("were derived from won opportunities")),
        "{:?}",
        report.notes
    );
    assert_eq!(sums(&import(&house, &files).await), (0, 0, 0));
}

#[test]
fn files_are_written_into_new_folders_only() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("a/b");
    demo::export(&size(), SourceKind::Tandem, &files).unwrap();
    let again = demo::export(&size(), SourceKind::Tandem, &files).unwrap_err().to_string();
    assert!(again.ends_with("is not empty: name a new folder"), "{again}");
    let tiny = demo::export(&Size { customers: 3, ..size() }, SourceKind::Tandem, &folder.path().join("c"));
    assert_eq!(tiny.unwrap_err().to_string(), "3 customers make no company: ask for at least 10");
}

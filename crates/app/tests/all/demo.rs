//! The demo company through the ordinary doors: made once, imported again, and imported as another system would have exported it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tandem_app::arr::{self, Group};
use tandem_app::demo::{self, Size};
use tandem_app::imports::{self, Report, Request};
use tandem_app::{Actor, App, Clock, commitments, handoffs, readiness, rules, settings, users};
use tandem_core::handoffs::State;
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
    assert!(roles.starts_with(&["admin", "manager", "hunter"]) && roles.ends_with(&["viewer"]), "{roles:?}");
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

#[tokio::test]
async fn the_company_has_rules_that_ask_hand_off_and_hold() {
    let house = house().await;
    // Enough people that every team has both roles after the split.
    let size = Size { customers: 120, activities_max: Some(800), ..size() };
    demo::make(&house.app, &Actor::operator(), size).await.unwrap();
    let versions = rules::list(&house.app, &Actor::operator()).await.unwrap().versions;
    assert_eq!(versions.iter().map(|version| version.state).collect::<Vec<_>>(), ["in_force"]);
    let told = rules::try_out(&house.app, &Actor::operator(), &versions[0].document, None).await.unwrap();
    let answers = told.answers;
    assert!(answers.hand_off.units > 0 && answers.ask.units > 0 && answers.keep.units > 0, "{answers:?}");
    assert!(told.holds.iter().any(|hold| hold.units > 0), "{:?}", told.holds);
    assert_eq!((told.without_receiver, told.differences), (0, Some(Vec::new())));
    assert!(told.exceptions > 0, "a unit is kept against the rules");
}

#[tokio::test]
async fn the_company_has_a_handoff_in_every_state() {
    let house = house().await;
    let size = Size { customers: 160, activities_max: Some(800), ..size() };
    let made = demo::make(&house.app, &Actor::operator(), size).await.unwrap();
    assert!(made.sign_ins.iter().any(|person| person.role == "account_manager"), "{:?}", made.sign_ins);
    let all = handoffs::list(
        &house.app,
        &Actor::operator(),
        handoffs::Wanted { over: true, ..handoffs::Wanted::default() },
    )
    .await
    .unwrap()
    .items;
    let states: BTreeSet<&str> = all.iter().map(|one| one.state.as_str()).collect();
    let every: BTreeSet<&str> = State::ALL.iter().map(|state| state.text()).collect();
    assert_eq!(states, every);
    // Those of the year before Tandem came have no brief; those of this year do.
    let mut written = None;
    for settled in all.iter().filter(|one| one.state == "settled") {
        let shown =
            handoffs::show(&house.app, &Actor::operator(), settled.id.parse().unwrap()).await.unwrap();
        written = written.or(Some(shown).filter(|shown| shown.brief["state"] == "accepted"));
    }
    let shown = written.unwrap();
    let files: Vec<&str> = shown.attachments.iter().map(|file| file.media_type.as_str()).collect();
    assert_eq!(files, ["application/pdf", "text/plain"], "the brief refers to files");
    assert!(shown.completeness["complete_bp"].as_u64().unwrap() >= 6_000, "{}", shown.completeness);
    let open = commitments::open(&house.app, &Actor::operator()).await.unwrap().items;
    assert!(open.len() >= 2 && open.iter().all(|one| !one.orphan), "{open:?}");
    let ready = readiness::list(&house.app, &Actor::operator()).await.unwrap().items;
    assert!(ready.iter().any(|one| one.ready) && ready.iter().any(|one| !one.ready), "{ready:?}");
}

//! Calendars, weekly reports and places through the whole import: tried, done, done again, and taken back.
#![expect(clippy::unwrap_used, reason = "a test may end where it cannot go on")]
use chrono::{TimeZone, Utc};
use std::path::Path;
use tandem_app::imports::{Report, Request, check, run, undo};
use tandem_app::{Actor, App, Clock, time};
use tandem_core::activities::ActivityCategory;
use tandem_store::Db;

const SELLERS: &str = "seller_id,name,email,role\ns1,Ann Lee,ann@tandem.example,generalist\ns2,Bo Wang,bo@tandem.example,generalist\n";
const CUSTOMERS: &str = "customer_id,name,country,region,city,postal_code,lat,lon\n\
    c1,Acme,United States,TX,Austin,,,\nc2,大成,台灣,,臺北市,,,\nc3,Somewhere,,,Nowhereville,,,\nc4,Springs,US,,Springfield,,,\n\
    c5,Given,US,,Austin,,30.5,-97.5\nc6,Coded,US,,,94105,,\nc7,Null Island,US,TX,Austin,,0,0\n";
const CONTACTS: &str = "contact_id,customer_id,name,email\nk1,c1,Cy,cy@acme.example\nk2,c2,Da,da@dacheng.example\nk3,c3,Ed,ed@gmail.com\n";
const REPORTS: &str = "seller_id,week_start,category,hours\ns1,2026-11-18,internal,7.5\nbo@tandem.example,2026-11-16,new_business,10\n\
    s9,2026-11-16,travel,1\ns1,2026-11-16,sleep,1\ns1,2026-11-16,travel,200\n";

fn event(uid: &str, lines: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:{uid}\r\n{}\r\nEND:VEVENT\r\n", lines.replace('\n', "\r\n"))
}

fn calendar() -> String {
    let at = |day: u32, lines: &str| {
        format!(
            "DTSTART;TZID=Asia/Taipei:202611{day}T090000\nDTEND;TZID=Asia/Taipei:202611{day}T100000\n{lines}"
        )
    };
    let events = [
        event("known", &at(16, "ATTENDEE:mailto:cy@acme.example")),
        event("domain", &at(17, "ATTENDEE:mailto:new@dacheng.example\nATTENDEE:mailto:bo@tandem.example")),
        event("nobody", &at(18, "ATTENDEE:mailto:someone@gmail.com")),
        event("tie", &at(18, "ATTENDEE:mailto:cy@acme.example\nATTENDEE:mailto:da@dacheng.example")),
        event("no", &at(19, "ATTENDEE;PARTSTAT=DECLINED:mailto:ann@tandem.example")),
        event("weekly", &at(16, "RRULE:FREQ=WEEKLY;COUNT=9")),
        event("bomb", &at(16, "RRULE:FREQ=SECONDLY")),
    ];
    format!("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Ann Lee\r\n{}END:VCALENDAR\r\n", events.concat())
}

async fn app(folder: &Path) -> App {
    let clock = Clock::Fixed(Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).unwrap());
    let database = folder.join("tandem.db");
    App::new(Db::open(&database.to_string_lossy()).await.unwrap(), clock, "tandem".into())
}

fn write(folder: &Path, files: &[(&str, &str)]) -> Request {
    files.iter().for_each(|(name, text)| std::fs::write(folder.join(name), text).unwrap());
    Request { paths: vec![folder.to_owned()], source: None, mapping: None }
}

/// `object read created updated unchanged failed passed over` of each file.
fn shown(report: &Report) -> Vec<String> {
    let line = |c: &tandem_app::imports::Counts| {
        format!(
            "{} {} {} {} {} {} {}",
            c.object, c.read, c.created, c.updated, c.unchanged, c.failed, c.passed_over
        )
    };
    report.objects.iter().map(line).collect()
}

/// Imports twice, dry first: the dry run says the same, and the second time changes nothing. Returns the first report.
async fn twice(app: &App, request: Request) -> Report {
    let actor = Actor::operator();
    let tried = check(app, &actor, request.clone()).await.unwrap();
    let first = run(app, &actor, request.clone()).await.unwrap();
    assert_eq!(shown(&tried), shown(&first));
    let second = run(app, &actor, request).await.unwrap();
    for (before, after) in first.objects.iter().zip(&second.objects) {
        assert_eq!((after.created, after.updated), (0, 0), "{after:?}");
        assert_eq!(after.unchanged, before.created, "{after:?}");
    }
    undo(app, &actor, second.import.unwrap()).await.unwrap();
    first
}

async fn base(app: &App, folder: &Path) -> Report {
    let base = folder.join("base");
    std::fs::create_dir(&base).unwrap();
    let files = [("sellers.csv", SELLERS), ("customers.csv", CUSTOMERS), ("contacts.csv", CONTACTS)];
    twice(app, write(&base, &files)).await
}

async fn hours(app: &App) -> Vec<String> {
    let view = time::view(app, &Actor::operator(), None, None).await.unwrap();
    view.coverage.sources.iter().map(|(source, hours)| format!("{source} {hours}")).collect()
}

fn said(report: &Report, part: &str) {
    assert!(report.notes.iter().any(|note| note.contains(part)), "{part}: {:?}", report.notes);
}

#[tokio::test]
async fn customers_get_coordinates_from_what_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path()).await;
    let report = base(&app, folder.path()).await;
    for part in [
        "1 customer had coordinates.",
        "3 customers got coordinates from their city.",
        "1 customer got coordinates from its postal code.",
        "1 customer got those of the largest city of that name",
        "1 customer is at an unknown place.",
    ] {
        said(&report, part);
    }
    assert_eq!(report.failed(), 0);
}

#[tokio::test]
async fn events_become_activities_of_their_owner_with_the_customer_who_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path()).await;
    base(&app, folder.path()).await;
    let calendars = folder.path().join("calendars");
    std::fs::create_dir(&calendars).unwrap();
    let request = write(&calendars, &[("calendar.ics", &calendar())]);
    let report = twice(&app, request).await;
    // Six events and two occurrences of the seventh: the bomb fails, what Ann declined is passed over.
    assert_eq!(shown(&report), ["activities 8 6 0 0 1 1"]);
    assert_eq!(report.problems[0].problem.problem, "This event takes place more than once a day.");
    assert_eq!(hours(&app).await, ["calendars 6"]);
    let at = |customer: i64| tandem_store::activities::of_customer(&app.db, customer, 10, 0);
    let subjects = |rows: Vec<tandem_store::activities::ActivityRow>| {
        rows.iter()
            .map(|row| format!("{} {}", row.date, row.seller.clone().unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let of = async |name: &str| {
        let query =
            tandem_app::customers::Query { text: Some(name.to_owned()), limit: 10, ..Default::default() };
        let page = tandem_app::customers::list(&app, &Actor::operator(), &query).await.unwrap();
        subjects(at(page.rows[0].id).await.unwrap())
    };
    assert_eq!(of("Acme").await, ["2026-11-16 Ann Lee"]);
    assert_eq!(of("大成").await, ["2026-11-17 Ann Lee"]);
    // An address of a shared provider says nothing about a customer.
    assert_eq!(of("Somewhere").await, Vec::<String>::new());
    undo(&app, &Actor::operator(), report.import.unwrap()).await.unwrap();
    assert_eq!(hours(&app).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_calendar_of_nobody_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path()).await;
    let calendars = folder.path().join("calendars");
    std::fs::create_dir(&calendars).unwrap();
    let request = write(&calendars, &[("calendar.ics", &calendar())]);
    let report = run(&app, &Actor::operator(), request).await.unwrap();
    assert_eq!(shown(&report), ["activities 8 0 0 0 8 0"]);
    let advised =
        |advice: &str| report.problems.iter().filter(|placed| placed.problem.advice.contains(advice)).count();
    assert_eq!(advised("ann@example.com.ics"), 7, "{:?}", report.problems);
    std::fs::write(calendars.join("calendar.ics"), "not a calendar").unwrap();
    let request = Request { paths: vec![calendars], source: None, mapping: None };
    let refused = run(&app, &Actor::operator(), request).await.unwrap_err().to_string();
    assert!(refused.contains("BEGIN:VCALENDAR"), "{refused}");
}

#[tokio::test]
async fn an_event_that_the_crm_logs_too_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path()).await;
    base(&app, folder.path()).await;
    let both = folder.path().join("both");
    std::fs::create_dir(&both).unwrap();
    let logged = "activity_id,seller_id,customer_id,date,minutes,kind\na1,s1,c1,2026-11-16,60,meeting\na2,s1,c1,2026-11-16,45,call\n";
    twice(&app, write(&both, &[("activities.csv", logged), ("calendar.ics", &calendar())])).await;
    assert_eq!(hours(&app).await, ["activities 1.8", "calendars 5"]);
    // The same calendar by itself holds the same events.
    std::fs::remove_file(both.join("activities.csv")).unwrap();
    let alone = Request { paths: vec![both], source: None, mapping: None };
    let report = run(&app, &Actor::operator(), alone).await.unwrap();
    assert_eq!(shown(&report), ["activities 8 0 0 6 1 1"]);
}

#[tokio::test]
async fn reported_weeks_come_from_files_and_from_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path()).await;
    base(&app, folder.path()).await;
    let reports = folder.path().join("reports");
    std::fs::create_dir(&reports).unwrap();
    let request = write(&reports, &[("time_reports.csv", REPORTS)]);
    let report = twice(&app, Request { source: Some("tandem".to_owned()), ..request.clone() }).await;
    assert_eq!(shown(&report), ["time_reports 5 2 0 0 3 0"]);
    let columns: Vec<&str> = report.problems.iter().map(|placed| placed.problem.column.as_str()).collect();
    assert_eq!(columns, ["seller_id", "category", "hours"]);
    let reported = |minutes: i64| ("internal".to_owned(), minutes);
    let ann = Actor { seller: Some(1), role: tandem_app::Role::AccountManager, ..Actor::operator() };
    let week = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    assert_eq!(time::own_report(&app, &ann, week).await.unwrap(), [reported(450)]);
    // What the seller writes then is the seller's: taking the file back leaves it, and takes only what the file alone said.
    let weeks = [(week, vec![(ActivityCategory::Internal, 2.0)])].into();
    time::report_weeks(&app, &ann, &weeks).await.unwrap();
    undo(&app, &Actor::operator(), report.import.unwrap()).await.unwrap();
    assert_eq!(time::own_report(&app, &ann, week).await.unwrap(), [reported(120)]);
    // And a file can say otherwise again, and be taken back to what the seller wrote.
    let again = run(&app, &Actor::operator(), request).await.unwrap();
    assert_eq!(shown(&again), ["time_reports 5 1 1 0 3 0"]);
    undo(&app, &Actor::operator(), again.import.unwrap()).await.unwrap();
    assert_eq!(time::own_report(&app, &ann, week).await.unwrap(), [reported(120)]);
}

#[tokio::test]
async fn who_leads_and_records_nothing_is_no_gap_in_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path()).await;
    base(&app, folder.path()).await;
    let more = folder.path().join("more");
    std::fs::create_dir(&more).unwrap();
    let leaders =
        "seller_id,name,email,role\ns8,Lea,lea@tandem.example,manager\ns9,Max,max@tandem.example,manager\n";
    let logged = "activity_id,seller_id,customer_id,date,minutes,kind\na9,s9,c1,2026-11-16,60,meeting\n";
    let request = write(&more, &[("sellers.csv", leaders), ("activities.csv", logged)]);
    run(&app, &Actor::operator(), Request { source: Some("tandem".to_owned()), ..request }).await.unwrap();
    let seen = time::view(&app, &Actor::operator(), None, None).await.unwrap();
    let names: Vec<&str> = seen.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ann Lee", "Bo Wang", "Max"]);
}

#[tokio::test]
async fn a_reported_week_stands_for_what_is_logged_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path()).await;
    base(&app, folder.path()).await;
    let more = folder.path().join("more");
    std::fs::create_dir(&more).unwrap();
    // Two hours in the reported week, one in the week before, and two of a colleague who reports nothing.
    let logged = "activity_id,seller_id,customer_id,date,minutes,kind\na1,s1,c1,2026-11-17,120,meeting\n\
                  a2,s1,c1,2026-11-10,60,meeting\na3,s2,c1,2026-11-17,120,meeting\n";
    let request = write(&more, &[("activities.csv", logged)]);
    run(&app, &Actor::operator(), Request { source: Some("tandem".to_owned()), ..request }).await.unwrap();
    assert_eq!(hours(&app).await, ["activities 5"]);
    let ann = Actor { seller: Some(1), role: tandem_app::Role::AccountManager, ..Actor::operator() };
    let week = chrono::NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    let weeks = [(week, vec![(ActivityCategory::Service, 30.0)])].into();
    time::report_weeks(&app, &ann, &weeks).await.unwrap();
    assert_eq!(hours(&app).await, ["activities 3", "self_reports 30"]);
}

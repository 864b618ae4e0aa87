//! How long a year of a large company takes: 1,000 sellers, six events for each unit, every period computed and closed. It measures and is no part
//! of the tests.
use super::company::Company;
use std::fmt::Write as _;
use std::time::Instant;
use tandem_app::{Actor, imports};
use tandem_testkit::{Call, Kind};

const SELLERS: usize = 1_000;
/// The longest that a calculation may take with 20,000 units.
const SECONDS_MAX: f64 = 30.0;

const PLAN: &str = "
name: Acme pay
version: 1
effective: 2025-06-01
currency: USD
components:
  - {id: new-business, roles: [hunter], on: [new, reactivation], tiers: {by: attainment, apply: marginal, per: quarter, steps: [{from: 0 %, rate: 8 %}, {from: 100 %, rate: 12 %}]}, quota: {amount: 100000, per: quarter}, pay_on: invoice_paid, claw_back: {within_months: 12, part: remaining}}
  - {id: expansion, roles: [hunter, account_manager], on: [expansion], rate: 6 %}
  - {id: renewal, roles: [account_manager], on: [renewal], rate: 2 %}
";

/// The first day of a month after June 2025.
fn month(after: usize) -> (usize, usize) {
    (2025 + (5 + after) / 12, (5 + after) % 12 + 1)
}

/// Units in their first year: each is won in one of twelve months and grows five times within it.
fn files(units: usize) -> [(&'static str, String); 5] {
    let mut sellers = String::from("seller_id,name,email,role,start_date\n");
    for n in 0..SELLERS {
        let role = if n % 2 == 0 { "hunter" } else { "account_manager" };
        writeln!(sellers, "n{n},Seller {n},n{n}@example.com,{role},2024-01-01").unwrap();
    }
    let mut customers = String::from("customer_id,name,segment,region\n");
    let mut rows = String::from("unit_id,customer_id,name\n");
    let mut ownerships = String::from("unit_id,seller_id,role,start_date,end_date\n");
    let mut sold =
        String::from("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\n");
    for n in 0..units {
        let seller = n % SELLERS;
        let role = if seller.is_multiple_of(2) { "hunter" } else { "account_manager" };
        writeln!(customers, "y{n},Customer {n},Mid,North").unwrap();
        writeln!(rows, "yu{n},y{n},Customer {n}").unwrap();
        writeln!(ownerships, "yu{n},n{seller},{role},2025-06-01,").unwrap();
        for grown in 0..6 {
            let (year, month) = month(n % 7 + grown);
            let day = 1 + n % 28;
            writeln!(
                sold,
                "yb{n}-{grown},y{n},yu{n},Core,{},USD,{year}-{month:02}-{day:02},",
                1_000 + n % 900 + grown
            )
            .unwrap();
        }
    }
    [
        ("sellers.csv", sellers),
        ("customers.csv", customers),
        ("units.csv", rows),
        ("ownerships.csv", ownerships),
        ("subscriptions.csv", sold),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures, and takes long without optimisation"]
async fn a_large_year_is_computed_in_time() {
    let units = std::env::var("TANDEM_BENCH_SIZE").ok().and_then(|text| text.parse().ok()).unwrap_or(20_000);
    let company = Company::with(Kind::Sqlite, PLAN).await;
    let folder = company.house.folder().join("year");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in files(units) {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let request = imports::Request { paths: vec![folder], ..imports::Request::default() };
    let report = imports::run(&company.house.app, &Actor::operator(), request).await.unwrap();
    assert_eq!(report.problems, Vec::new());
    let june = company.at("2026-06-15").await;
    println!("| {units} units, {SELLERS} sellers, SQLite | events so far | seconds |\n| --- | --- | --- |");
    let (mut events, mut longest) = (0, 0.0_f64);
    let timed = |what: &str, events: u64, begun: Instant| {
        let seconds = begun.elapsed().as_secs_f64();
        println!("| {what} | {events} | {seconds:.2} |");
        seconds
    };
    for after in 0..12 {
        let (year, month) = month(after);
        let period = format!("{year}-{month:02}");
        let begun = Instant::now();
        let closed = june.close(&period).await;
        assert_eq!(closed.status, 200, "{}", closed.text());
        events += closed.json()["events"].as_u64().unwrap();
        longest = longest.max(timed(&format!("close {period}"), events, begun));
    }
    let begun = Instant::now();
    june.calculate().await;
    longest = longest.max(timed("compute the open period", events, begun));
    for (what, path) in [
        ("the team, for the first time", "team?period=2026-04"),
        ("the team, again", "team?period=2026-04"),
        ("what waits for payments", "payments"),
        ("what waits for payments, again", "payments?text=customer%20777"),
        ("questions", "questions"),
    ] {
        let begun = Instant::now();
        let answer = june.client.get(&format!("/api/v1/incentives/{path}")).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        timed(what, events, begun);
    }
    let begun = Instant::now();
    let mut rows = String::from("payment_id,date,unit_id,amount,currency\n");
    for n in (0..units).step_by(2).take(5_000) {
        writeln!(rows, "pay-{n},2026-06-10,yu{n},500.00,USD").unwrap();
    }
    let preview = Call::new("POST", "/api/v1/incentives/events/preview");
    let means = june.client.send(preview.json(&serde_json::json!({ "rows": rows }))).await;
    assert_eq!(means.status, 200, "{}", means.text());
    let means = means.json();
    timed(&format!("what {} payments mean", means["rows"]), events, begun);
    assert_eq!(means["rows"], means["fitting"], "{}", means["refused"][0]);
    let begun = Instant::now();
    company.proved().await;
    timed("verify", events, begun);
    assert!(
        cfg!(debug_assertions) || longest <= SECONDS_MAX * (units as f64 / 20_000.0).max(1.0),
        "a calculation took {longest:.1} s"
    );
}

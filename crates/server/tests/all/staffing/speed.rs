//! How long a proposal for everybody of a large company takes, with a year of its record: `cargo xtask bench staffing`. It measures and is no part of
//! the tests.
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::time::Instant;
use tandem_app::{Actor, imports};
use tandem_testkit::{Answer, Call, House, Kind, Person};

/// The longest that anything may take with 5,000 people, in seconds, in the optimised program.
const SECONDS_MAX: f64 = 5.0;
/// Customers and activities of each person.
const CUSTOMERS_EACH: usize = 3;
const ACTIVITIES_EACH: usize = 8;

/// People whom Rosa leads, each with customers and some work of the last year.
fn files(people: usize) -> [(&'static str, String); 5] {
    let mut sellers = String::from("seller_id,name,email,role,manager_id,team,start_date\n");
    let mut customers = String::from("customer_id,name,segment,region\n");
    let mut units = String::from("unit_id,customer_id,name\n");
    let mut ownerships = String::from("unit_id,seller_id,role,start_date,end_date\n");
    let mut activities = String::from(
        "activity_id,seller_id,customer_id,date,minutes,kind,category,urgency,initiated_by,subject\n",
    );
    for n in 0..people {
        let role = if n % 3 == 0 { "hunter" } else { "account_manager" };
        writeln!(sellers, "n{n},Seller {n},n{n}@example.com,{role},s1,Team {},2024-01-01", n % 40).unwrap();
        for own in 0..CUSTOMERS_EACH {
            writeln!(customers, "y{n}-{own},Customer {n} {own},Mid,North").unwrap();
            writeln!(units, "yu{n}-{own},y{n}-{own},Customer {n} {own}").unwrap();
            writeln!(ownerships, "yu{n}-{own},n{n},{role},2025-01-01,").unwrap();
        }
        for at in 0..ACTIVITIES_EACH {
            let category = if (n * 7 + at * 3) % 5 < 2 { "new_business" } else { "service" };
            let begun = if (n + at) % 3 == 0 { "customer" } else { "seller" };
            let (month, own) = (1 + (n + at) % 6, at % CUSTOMERS_EACH);
            writeln!(
                activities,
                "ya{n}-{at},n{n},y{n}-{own},2026-{month:02}-{:02},{},meeting,{category},normal,{begun},Talk",
                1 + at,
                60 + 15 * (n % 9)
            )
            .unwrap();
        }
    }
    [
        ("sellers.csv", sellers),
        ("customers.csv", customers),
        ("units.csv", units),
        ("ownerships.csv", ownerships),
        ("activities.csv", activities),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures, and takes long without optimisation"]
async fn everybody_is_proposed_for_in_time() {
    let people = std::env::var("TANDEM_BENCH_SIZE").ok().and_then(|text| text.parse().ok()).unwrap_or(5_000);
    println!("| {people} people | | seconds |\n| --- | --- | --- |");
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let house = House::acme(kind).await;
        let folder = house.folder().join("many");
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in files(people) {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let request = imports::Request { paths: vec![folder], ..imports::Request::default() };
        let report = imports::run(&house.app, &Actor::operator(), request).await.unwrap();
        assert_eq!(report.problems, Vec::new());
        let head = house.sign_in(Person::Head).await;
        let mut longest = 0.0_f64;
        let mut timed = |what: &str, begun: Instant, answer: Answer, status: u16| -> Value {
            let seconds = begun.elapsed().as_secs_f64();
            assert_eq!(answer.status, status, "{what}: {}", answer.text());
            println!("| {kind:?} | {what} | {seconds:.2} |");
            longest = longest.max(seconds);
            if status == 204 { Value::Null } else { answer.json() }
        };
        let proposals = "/api/v1/staffing/proposals";
        let seats = json!({"hunter": people / 2, "account_manager": people / 2});
        let body = json!({"name": "Everybody", "seats": seats});
        let begun = Instant::now();
        let made = head.send(Call::new("POST", proposals).json(&body)).await;
        let id = timed("propose", begun, made, 201)["id"].as_str().unwrap().to_owned();
        let path = format!("{proposals}/{id}");
        let begun = Instant::now();
        let shown = timed("look at it", begun, head.get(&path).await, 200);
        assert!(shown["people"].as_array().unwrap().len() >= people);
        let locked = shown["people"][0]["seller"]["id"].as_str().unwrap();
        let changed = json!({"seats": seats, "weights": shown["weights"], "locks": {locked: "hunter"}, "version": shown["version"]});
        let begun = Instant::now();
        let answer = head.send(Call::new("PUT", &path).json(&changed)).await;
        timed("lock somebody", begun, answer, 204);
        let begun = Instant::now();
        timed("the team", begun, head.get("/api/v1/staffing/team").await, 200);
        assert!(
            cfg!(debug_assertions) || longest <= SECONDS_MAX * (people as f64 / 5_000.0).max(1.0),
            "one of them took {longest:.1} s"
        );
    }
}

//! Interventions and the scorecard on the record: what is locked stays, nothing is told before its time, promises are kept.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};
use std::fmt::Write;
use tandem_app::interventions::{self, Lots, Step};
use tandem_app::scorecard::{self, NewPromise};
use tandem_app::{Actor, App, Clock, Error, imports};
use tandem_core::handoffs::acts::{Act, Actor as By, Party};
use tandem_core::handoffs::{Handoff, Proposal, Record, State};
use tandem_core::ids::{HandoffId, SellerId, UnitId};
use tandem_core::interventions::{Aim, Kind as What, Outcome};
use tandem_store::handoffs::HandoffRow;
use tandem_store::{Db, interventions as store};
use tandem_testkit::{Call, House, Kind, Person, on_both};

on_both!(
    what_is_locked_stays_and_nothing_is_told_before_its_time,
    a_plan_is_changed_before_it_begins_and_given_up_with_a_reason,
    managers_plan_with_their_own_people_only,
    the_scorecard_counts_what_the_record_holds_and_keeps_its_promise,
    the_inside_channel_is_held_against_what_was_promised,
    a_hunter_is_paired_as_the_alignment_said_on_the_day,
);

const PEOPLE: usize = 12;
const FIRST: &str = "2024-01-01";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(house: &House, text: &str) -> App {
    let noon = day(text).and_hms_opt(12, 0, 0).unwrap().and_utc();
    App::new(house.app.db.clone(), Clock::Fixed(noon), std::path::PathBuf::from("no-sheet-reader"))
}

async fn import(house: &House, name: &str, files: &[(&str, String)]) {
    let folder = house.folder().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        std::fs::write(folder.join(file), text).unwrap();
    }
    let request = imports::Request { paths: vec![folder], ..imports::Request::default() };
    let report = imports::run(&house.app, &Actor::operator(), request).await.unwrap();
    assert_eq!(report.problems, Vec::new());
}

const ACTIVITIES: &str = "activity_id,seller_id,customer_id,date,minutes,kind,category\n";

/// Two activities a week of everybody: service, and new business that scatters around a third of the hours.
fn weeks() -> String {
    let mut text = ACTIVITIES.to_owned();
    let mut state = 88_172_645_463_325_252_u64;
    let mut dice = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % 100
    };
    let mut monday = day(FIRST);
    while monday < day("2026-06-15") {
        for person in 0..PEOPLE {
            let hunting = 240 + 20 * (person as u64 % 5) + dice();
            _ = writeln!(
                text,
                "s{person}-{monday},p{person},c{person},{monday},{},meeting,service",
                560 + dice()
            );
            _ = writeln!(
                text,
                "h{person}-{monday},p{person},,{},{hunting},call,new_business",
                monday + Days::new(2)
            );
        }
        monday = monday + Days::new(7);
    }
    text
}

/// A house with twelve sellers of two managers, a customer each, and two years and a half of weeks.
async fn company(kind: Kind) -> House {
    let house = House::empty(kind).await;
    let mut sellers = "seller_id,name,email,role,manager_id,team,start_date\n".to_owned();
    sellers.push_str(
        "m0,Mei,mei@x.test,manager,,North,2020-01-01\nm1,Max,max@x.test,manager,,South,2020-01-01\n",
    );
    let mut customers = "customer_id,name,segment\n".to_owned();
    let mut subscriptions =
        "subscription_id,customer_id,product,arr,currency,start_date,end_date\n".to_owned();
    let mut ownerships = "unit_id,seller_id,role,start_date,end_date\n".to_owned();
    let mut units = "unit_id,customer_id,name\n".to_owned();
    for person in 0..PEOPLE {
        let (manager, team) = if person % 2 == 0 { ("m0", "North") } else { ("m1", "South") };
        _ = writeln!(
            sellers,
            "p{person},Seller {person},p{person}@x.test,generalist,{manager},{team},2020-01-01"
        );
        _ = writeln!(customers, "c{person},Customer {person},Mid");
        _ = writeln!(units, "u{person},c{person},Unit");
        _ = writeln!(ownerships, "u{person},p{person},generalist,2023-02-01,");
        _ = writeln!(subscriptions, "b{person},c{person},Core,{},USD,2023-02-01,", 10_000 + 1_000 * person);
    }
    // Somebody leaves, so that the record is known to hold losses from then on.
    customers.push_str("c90,Gone,Mid\n");
    units.push_str("u90,c90,Unit\n");
    ownerships.push_str("u90,p0,generalist,2023-02-01,\n");
    subscriptions.push_str("b90,c90,Core,5000,USD,2023-02-01,2023-12-01\n");
    subscriptions.push_str("b91,c0,More,6000,USD,2025-09-10,\n");
    let files = [
        ("sellers.csv", sellers),
        ("customers.csv", customers),
        ("units.csv", units),
        ("ownerships.csv", ownerships),
        ("subscriptions.csv", subscriptions),
        ("activities.csv", weeks()),
    ];
    import(&house, "company", &files).await;
    house
}

fn lots() -> Lots {
    Lots {
        name: "Protected mornings".to_owned(),
        kind: What::Management,
        aim: Aim::CrowdOut,
        outcome: Some(Outcome::HuntingShare),
        expected: 0.15,
        start: day("2025-12-01"),
        months: 5,
        settle_months: 1,
        baseline_months: 12,
        because: None,
        people: None,
        steps: None,
        months_apart: 1,
        seed: Some(7),
    }
}

/// The mornings of those who take part, from the beginning on.
fn mornings(people: &[String], from: &str, to: &str, minutes: u32) -> String {
    let mut text = ACTIVITIES.to_owned();
    let mut on = day(from);
    while on < day(to) {
        if on.weekday().num_days_from_monday() == 3 {
            for person in people {
                _ = writeln!(text, "x{person}-{on},{person},,{on},{minutes},call,new_business");
            }
        }
        on = on + Days::new(1);
    }
    text
}

async fn what_is_locked_stays_and_nothing_is_told_before_its_time(kind: Kind) {
    let house = company(kind).await;
    let operator = Actor::operator();
    let early = at(&house, "2025-11-20");
    let id = interventions::draw(&early, &operator, lots()).await.unwrap();
    let again = interventions::draw(&early, &operator, lots()).await.unwrap();
    let drawn = interventions::show(&early, &operator, id).await.unwrap();
    let same = interventions::show(&early, &operator, again).await.unwrap();
    assert_eq!((drawn.members.len(), drawn.others.len(), drawn.seed), (6, 6, Some(7)));
    assert_eq!(drawn.members, same.members, "the same seed draws the same people");
    let north = drawn.members.iter().filter(|one| one.stratum.as_deref() == Some("North")).count();
    assert_eq!(north, 3, "lots are drawn within teams");
    let refused = interventions::act(&early, &operator, id, 1, Step::Start).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "it cannot be locked before its first day");

    let first = at(&house, "2025-12-01");
    interventions::act(&first, &operator, id, 1, Step::Start).await.unwrap();
    let stale = interventions::act(&first, &operator, id, 1, Step::Cancel { because: "x".to_owned() }).await;
    assert!(matches!(stale, Err(Error::Conflict(_))), "somebody else was first");
    let ids: Vec<String> = drawn.members.iter().map(|one| one.seller.name.replace("Seller ", "p")).collect();
    import(&house, "mornings", &[("activities.csv", mornings(&ids, "2025-12-01", "2026-06-01", 400))]).await;

    let middle = at(&house, "2026-03-10");
    let running = interventions::show(&middle, &operator, id).await.unwrap();
    let found = running.effect.unwrap();
    if found.not_yet {
        assert_eq!((found.estimate, found.readings.len()), (None, 0));
        assert!(found.picture.iter().all(|point| !point.counts), "no month that counts is shown");
    }
    let refused = interventions::act(&middle, &operator, id, 2, Step::Judge).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "it runs until the end of May");

    // What is imported later changes the record, not what was locked.
    let before = interventions::show(&house.app, &operator, id).await.unwrap();
    import(&house, "later", &[("activities.csv", mornings(&ids, "2025-01-01", "2025-12-01", 300))]).await;
    let after = interventions::show(&house.app, &operator, id).await.unwrap();
    assert_eq!(before.members, after.members);
    let codes: Vec<String> = after.effect.unwrap().because.into_iter().map(|said| said.code).collect();
    assert!(codes.contains(&"baseline.changed".to_owned()), "{codes:?}");

    interventions::act(&house.app, &operator, id, 2, Step::Judge).await.unwrap();
    let judged = interventions::show(&house.app, &operator, id).await.unwrap();
    assert_eq!(judged.short.verdict.as_deref(), Some("worked"), "{:?}", judged.effect);
    import(&house, "much later", &[("activities.csv", mornings(&ids, "2026-01-01", "2026-06-01", 10))]).await;
    assert_eq!(interventions::show(&house.app, &operator, id).await.unwrap().effect, judged.effect);
    let refused = interventions::act(&house.app, &operator, id, 3, Step::OpenSplitting).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "what worked opens no question");

    let changed = "update intervention set document = 'x'";
    assert!(sql(&house.app.db, changed).await.is_err(), "the database keeps what is locked");
}

async fn sql(db: &Db, text: &'static str) -> Result<(), sqlx::Error> {
    match db {
        Db::Sqlite(pool, _) => sqlx::query(text).execute(pool).await.map(|_| ()),
        Db::Postgres(pool) => sqlx::query(text).execute(pool).await.map(|_| ()),
    }
}

async fn a_plan_is_changed_before_it_begins_and_given_up_with_a_reason(kind: Kind) {
    let house = company(kind).await;
    let client = house.sign_in(Person::Admin).await;
    let (one, other) =
        (house.id("seller", "p0").await.to_string(), house.id("seller", "p1").await.to_string());
    let plan = |name: &str, expected: f64| {
        json!({"name": name, "kind": "training", "aim": "acquisition_trend", "start": "2026-06-15", "end": "2026-12-31",
            "expected": expected, "people": [{"seller": one}], "compared": [other]})
    };
    let send = async |method: &str, path: &str, body: &Value| {
        client.send(Call::new(method, &format!("/api/v1/interventions{path}")).json(body)).await
    };
    let wrong = send("POST", "", &plan("Course", -0.5)).await;
    assert_eq!(wrong.status, 422, "{}", wrong.text());
    assert!(wrong.text().contains("did you mean 0.5?"), "{}", wrong.text());
    let made = send("POST", "", &plan("Course", 0.5)).await;
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let changed =
        send("PUT", &format!("/{id}"), &json!({"version": 1, "plan": plan("Course two", 0.6)})).await;
    assert_eq!(changed.status, 204, "{}", changed.text());
    let stale =
        send("PUT", &format!("/{id}"), &json!({"version": 1, "plan": plan("Course three", 0.6)})).await;
    assert_eq!(stale.status, 409);
    let act = async |version: i64, step: &str, because: &str| {
        send("POST", &format!("/{id}/acts"), &json!({"version": version, "step": step, "because": because}))
            .await
    };
    assert_eq!(act(2, "start", "").await.status, 204);
    let locked = send("PUT", &format!("/{id}"), &json!({"version": 3, "plan": plan("Course", 0.1)})).await;
    assert_eq!(locked.status, 409, "{}", locked.text());
    assert_eq!(act(3, "cancel", " ").await.status, 422);
    assert_eq!(act(3, "cancel", "The trainer left.").await.status, 204);
    let shown = client.get(&format!("/api/v1/interventions/{id}")).await.json();
    assert_eq!(
        (shown["state"].as_str(), shown["reason"].as_str()),
        (Some("cancelled"), Some("The trainer left."))
    );
    let row = store::one(&house.app.db, id.parse().unwrap()).await.unwrap().unwrap();
    assert!(row.document.contains("baseline:"), "what was locked is still there: {}", row.document);
}

async fn managers_plan_with_their_own_people_only(kind: Kind) {
    let house = company(kind).await;
    let led = house.id("seller", "m0").await;
    let manager = Actor { role: tandem_app::Role::Manager, seller: Some(led), ..Actor::operator() };
    let choices = interventions::choices(&house.app, &manager).await.unwrap();
    assert_eq!((choices.people.len(), choices.everybody), (PEOPLE / 2, false));
    let strange = house.id("seller", "p1").await;
    let of = Lots { people: Some(vec![strange]), start: day("2026-07-01"), ..lots() };
    let refused = interventions::draw(&house.app, &manager, of).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "somebody else leads them");
    let of = Lots { start: day("2026-07-01"), ..lots() };
    let own = interventions::draw(&house.app, &manager, of).await.unwrap();
    let other = Actor { seller: Some(house.id("seller", "m1").await), ..manager.clone() };
    let hidden = interventions::show(&house.app, &other, own).await;
    assert!(matches!(hidden, Err(Error::NotFound(_))));
    assert_eq!(interventions::list(&house.app, &other).await.unwrap(), Vec::new());
    assert_eq!(interventions::list(&house.app, &manager).await.unwrap().len(), 1);
}

async fn the_scorecard_counts_what_the_record_holds_and_keeps_its_promise(kind: Kind) {
    let house = company(kind).await;
    let operator = Actor::operator();
    let none = scorecard::view(&house.app, &operator).await.unwrap();
    assert!(none.promise.is_none() && none.lines.is_empty());
    let new = tandem_app::designs::NewScenario {
        name: "Two roles".to_owned(),
        document: "{N0: 12, team: [0, 7, 5, 0], n_acc: [60, 30, 10], n_cust0: [10, 5, 2]}".to_owned(),
        from_book: true,
    };
    let scenario = tandem_app::designs::create(&house.app, &operator, new).await.unwrap();
    let promise = NewPromise { scenario: Some((scenario, day("2025-06-01"))), inside: None };
    scorecard::promise(&house.app, &operator, promise).await.unwrap();
    let found = scorecard::view(&house.app, &operator).await.unwrap();
    assert_eq!(
        (found.months, found.from.as_deref(), found.to.as_deref()),
        (12, Some("2025-06"), Some("2026-05"))
    );
    let line = |name: &str| found.lines.iter().find(|line| line.measure == name).unwrap();
    // 186,000 at the split, 6,000 more in September, nobody lost, nobody won.
    assert_eq!(line("acquisition").actual, Some(0.0));
    assert_eq!(line("retention").actual, Some(1.0));
    assert!((line("growth").actual.unwrap() - 6_000.0 / 186_000.0).abs() < 1e-9);
    // Twelve generalists and two managers, as the plan prices them, 8 % on what was added, 1 % on a year's worth of what stayed.
    let pay = 12.0 * 100e3 * 1.25 + 2.0 * 220e3;
    let kept = 0.01 * (4.0 * 186_000.0 + 8.0 * 192_000.0 - 6_000.0 + 6_000.0 - 6_000.0) / 12.0;
    let cost = line("cost").actual.unwrap();
    assert!((cost - pay - 0.08 * 6_000.0 - kept).abs() < 100.0, "{cost}, {}", pay + 480.0 + kept);
    assert!(found.lines.iter().all(|line| line.low <= line.promised && line.promised <= line.high));
    let refused = sql(&house.app.db, "update promise set lives = '[]'").await;
    assert!(refused.is_err(), "promises are never changed");
    let silent = found.warnings.iter().filter(|one| one.act == "call_customer").count();
    assert_eq!(silent, 0, "everybody was spoken with last week");
    let later = scorecard::view(&at(&house, "2026-09-15"), &operator).await.unwrap();
    assert!(later.warnings.iter().any(|one| one.act == "call_customer" && one.customer_id.is_some()));
}

/// Customers of one kind: ten that are served from inside since August, five that an account manager keeps, fifteen that stay with a generalist.
/// Those inside lose a twentieth of their revenue soon after, where they do.
async fn with_inside(house: &House, loses: bool) {
    let mut customers = "customer_id,name,segment\n".to_owned();
    let mut units = "unit_id,customer_id,name\n".to_owned();
    let mut ownerships = "unit_id,seller_id,role,start_date,end_date\n".to_owned();
    let mut subscriptions =
        "subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\n".to_owned();
    for at in 0..30 {
        let (to, role) = match at {
            0..10 => ("inside", "inside_account_manager"),
            10..15 => ("field", "account_manager"),
            _ => ("p0", "generalist"),
        };
        _ = writeln!(customers, "i{at},Alike {at},Small");
        _ = writeln!(units, "ui{at},i{at},Unit");
        if at < 15 {
            _ = writeln!(ownerships, "ui{at},p0,generalist,2023-02-01,2025-08-01");
            _ = writeln!(ownerships, "ui{at},{to},{role},2025-08-01,");
        } else {
            _ = writeln!(ownerships, "ui{at},{to},{role},2023-02-01,");
        }
        let ends = if loses && at < 10 { "2025-10-01" } else { "" };
        _ = writeln!(subscriptions, "si{at},i{at},ui{at},Core,9500,USD,2023-02-01,");
        _ = writeln!(subscriptions, "sj{at},i{at},ui{at},More,500,USD,2023-02-01,{ends}");
        // Half of those inside buy a little more and half a little less, as customers do.
        if at < 10 {
            let days = if at % 2 == 0 { "2025-09-15," } else { "2023-02-01,2025-09-15" };
            _ = writeln!(subscriptions, "sk{at},i{at},ui{at},Extra,50,USD,{days}");
        }
    }
    let sellers = "seller_id,name,email,role,manager_id,team,start_date\n\
                   inside,Ines,ines@x.test,inside_account_manager,m0,North,2020-01-01\n\
                   field,Fay,fay@x.test,account_manager,m0,North,2020-01-01\n";
    let files = [
        ("sellers.csv", sellers.to_owned()),
        ("customers.csv", customers),
        ("units.csv", units),
        ("ownerships.csv", ownerships),
        ("subscriptions.csv", subscriptions),
    ];
    import(house, "inside", &files).await;
}

async fn the_inside_channel_is_held_against_what_was_promised(kind: Kind) {
    let operator = Actor::operator();
    for (loses, loss, kept) in [(false, 0.0, "kept"), (true, 0.05, "broken")] {
        let house = company(kind).await;
        with_inside(&house, loses).await;
        let new = tandem_app::designs::NewScenario {
            name: "Two roles".to_owned(),
            document: "{base: [100000, 100000, 90000, 60000]}".to_owned(),
            from_book: true,
        };
        let scenario = tandem_app::designs::create(&house.app, &operator, new).await.unwrap();
        let promise = NewPromise { scenario: Some((scenario, day("2025-06-01"))), inside: Some((0.5, 0.02)) };
        scorecard::promise(&house.app, &operator, promise).await.unwrap();
        let found = scorecard::view(&house.app, &operator).await.unwrap().inside.unwrap();
        // Ten months are over: what is looked at is half a year, told as a year.
        assert_eq!((found.units, found.months), (10, 6));
        // One seat for ten units at 60 against one for five at 90.
        let saving = 1.0 - (60.0 / 10.0) / (90.0 / 5.0);
        assert!((found.saving.unwrap() - saving).abs() < 1e-9, "{found:?}");
        assert_eq!((found.saving_kept, found.loss_kept), ("kept", kept), "{found:?}");
        assert!((found.loss.as_ref().unwrap().estimate - loss * 2.0).abs() < 0.005, "{found:?}");
        assert!(found.told.len() == 3, "{found:?}");
    }
}

/// A handoff as it is kept once it is settled.
async fn handed_over(house: &House, unit: &str, (from, to): (i64, i64), on: NaiveDate) {
    let unit = house.id("unit", unit).await;
    let at = on.and_hms_opt(12, 0, 0).unwrap().and_utc();
    let by = By { user: None, party: Party::Operations };
    let kept = house.app.db.write(move |tx| {
        Box::pin(async move {
            let id = tandem_store::handoffs::take_id(tx).await?;
            let proposal = Proposal {
                id: HandoffId(id),
                unit: UnitId(unit),
                giver: SellerId(from),
                receiver: Some(SellerId(to)),
                reason: "It is developed.".to_owned(),
                by,
                at,
                day: on,
                wish: None,
                said: None,
            };
            let record = |version, act, from, to| Record {
                version,
                act,
                by,
                at,
                day: on,
                from,
                to,
                gates: Vec::new(),
            };
            let records = [
                record(2, Act::Transfer { on }, State::Overlapping, State::Transferred),
                record(3, Act::Settle, State::Transferred, State::Settled),
            ];
            let handoff = Handoff::from_history(proposal, &records);
            let row = HandoffRow {
                id,
                unit_id: unit,
                giver_id: from,
                receiver_id: Some(to),
                state: "settled".to_owned(),
                is_open: false,
                transfer_date: Some(on),
                version: 3,
                document: serde_json::to_string(&handoff).unwrap(),
                proposed_us: at.timestamp_micros(),
            };
            tandem_store::handoffs::insert(tx, &row).await
        })
    });
    kept.await.unwrap();
}

async fn a_hunter_is_paired_as_the_alignment_said_on_the_day(kind: Kind) {
    let house = company(kind).await;
    let operator = Actor::operator();
    let new = tandem_app::designs::NewScenario {
        name: "Two roles".to_owned(),
        document: "{N0: 12, team: [0, 7, 5, 0], n_acc: [60, 30, 10], n_cust0: [10, 5, 2]}".to_owned(),
        from_book: true,
    };
    let scenario = tandem_app::designs::create(&house.app, &operator, new).await.unwrap();
    let promise = NewPromise { scenario: Some((scenario, day("2025-06-01"))), inside: None };
    scorecard::promise(&house.app, &operator, promise).await.unwrap();
    let (hunter, one, other) =
        (house.id("seller", "p0").await, house.id("seller", "p1").await, house.id("seller", "p2").await);
    for (unit, to, on) in [("u0", one, "2025-07-01"), ("u3", one, "2025-12-01"), ("u4", one, "2026-02-01")] {
        handed_over(&house, unit, (hunter, to), day(on)).await;
    }
    // A node that has just started has nothing remembered.
    let pairs = async || scorecard::view(&at(&house, "2026-06-15"), &operator).await.unwrap().pairs.unwrap();
    let all = pairs().await;
    assert_eq!(
        (all.pairs.len(), all.to_paired),
        (1, Some(1.0)),
        "the usual receiver, where nobody was paired"
    );
    // An alignment pairs the hunter with another from the new year on.
    let begun = house.app.db.write(move |tx| {
        Box::pin(async move {
            let alignment = tandem_store::alignments::create(tx, "Pairs", "{}", "test", 0).await?;
            tandem_store::alignments::begin_pair(tx, alignment, hunter, other, day("2026-01-01")).await
        })
    });
    assert!(begun.await.unwrap());
    let all = pairs().await;
    let told: Vec<(String, usize, Option<f64>)> = all
        .pairs
        .iter()
        .map(|pair| (pair.account_manager.as_ref().unwrap().id.clone(), pair.handoffs, pair.to_paired))
        .collect();
    assert_eq!(told, [(one.to_string(), 2, Some(1.0)), (other.to_string(), 1, Some(0.0))]);
}

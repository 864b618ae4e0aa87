//! Undo: everything as it was, also what a later import changed; refused where later work stands on it; whole at many rows.
use crate::imports::salesforce::service_export;
use crate::imports::world::{World, assert_same, csv};
use std::fmt::Write;
use std::time::{Duration, Instant};
use tandem_app::customers::{self, Query};
use tandem_app::imports::{self, uploads};
use tandem_app::{Actor, Error};
use tandem_testkit::{Kind, acme};

fn replace(world: &World, file: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(world.path(file)).unwrap();
    assert!(text.contains(from), "{file} holds {from}");
    world.write(file, text.replace(from, to));
}

/// Every kind of change at once: names, posts, managers, parents, units, histories, kinds.
async fn what_a_later_import_changed_is_put_back(kind: Kind) {
    let world = World::new(kind).await;
    acme::write_to(world.folder.path());
    world.run().await;
    let before = world.records().await;
    replace(&world, "customers.csv", "Kestrel Robotics", "Kestrel Aerospace");
    world.write(
        "sellers.csv",
        csv(&[
            "seller_id|name|role|manager_id|team",
            "s1|Rosa Lindqvist|manager||",
            "s2|Bram Okafor|manager|s1|South",
            "s4|Jonas Weber|generalist|s1|South",
            "s8|New Person|hunter|s2|South",
        ]),
    );
    world.write(
        "units.csv",
        csv(&["unit_id|customer_id|name|potential_arr|currency", "new1|c11|Tower|500|EUR"]),
    );
    world.write(
        "ownerships.csv",
        csv(&["unit_id|seller_id|role|start_date|end_date", "new1|s8||2024-01-01|"]),
    );
    let text = std::fs::read_to_string(world.path("ownerships.csv")).unwrap();
    let unit = acme::FILES
        .iter()
        .find(|(name, _)| *name == "ownerships.csv")
        .unwrap()
        .1
        .lines()
        .nth(1)
        .unwrap()
        .split(',')
        .next()
        .unwrap();
    world.write("ownerships.csv", format!("{text}{unit},s8,hunter,2020-01-01,\n"));
    world.write(
        "opportunities.csv",
        csv(&[
            "opportunity_id|customer_id|owner_id|kind|status|amount|currency|close_date",
            "early|c04|s3||won|1|EUR|2019-01-01",
        ]),
    );
    let trial = world.check().await;
    let changed = world.run().await;
    assert_eq!(trial.objects, changed.objects);
    assert!(changed.objects.iter().any(|counts| counts.updated > 0), "{changed:?}");
    assert_ne!(before, world.records().await);
    assert_eq!((found(&world, "aerospace").await, found(&world, "kestrel robotics").await), (1, 0));
    world.undo(&changed).await;
    assert_same(&before, &world.records().await, "undo");
    assert_eq!(
        (found(&world, "aerospace").await, found(&world, "kestrel robotics").await),
        (0, 1),
        "search goes back too"
    );
}

async fn found(world: &World, text: &str) -> i64 {
    let query = Query { text: Some(text.to_owned()), limit: 10, ..Query::default() };
    customers::list(&world.app, &Actor::operator(), &query).await.unwrap().total
}

async fn later_work_stands_in_the_way(kind: Kind) {
    let world = World::new(kind).await;
    world.write("customers.csv", csv(&["customer_id|name", "c1|A"]));
    let first = world.run().await;
    world.write("customers.csv", csv(&["customer_id|name", "c1|B"]));
    let second = world.run().await;
    let actor = Actor::operator();
    let undo = |import: i64| imports::undo(&world.app, &actor, import);
    let refused = undo(first.import.unwrap()).await.unwrap_err().to_string();
    assert!(
        refused.contains("a later import changed 1 of the same records: undo that one first"),
        "{refused}"
    );
    world.undo(&second).await;
    std::fs::remove_file(world.path("customers.csv")).unwrap();
    world.write("activities.csv", csv(&["activity_id|customer_id|date", "a1|c1|2024-01-01"]));
    let third = world.run().await;
    let refused = undo(first.import.unwrap()).await.unwrap_err().to_string();
    assert!(refused.contains("1 activities of later imports refer to records"), "{refused}");
    world.undo(&third).await;
    world.undo(&first).await;
    assert!(world.records().await.0.values().all(Vec::is_empty));
}

/// Source by source: the second export is a week younger and has a user and an owner that the first did not have.
async fn who_comes_later_gets_what_was_waiting(kind: Kind) {
    let world = World::new(kind).await;
    service_export(&world);
    let users = std::fs::read(world.path("User.csv")).unwrap();
    std::fs::remove_file(world.path("User.csv")).unwrap();
    let first = world.run().await;
    assert!(
        first.notes.iter().any(|note| note.contains("name an owner who is not among the sellers")),
        "{:?}",
        first.notes
    );
    world.write("User.csv", users);
    let second = world.run().await;
    let opportunities = second.objects.iter().find(|counts| counts.object == "opportunities").unwrap();
    assert_eq!(opportunities.updated, 3, "the owners are known now: {second:?}");
}

tandem_testkit::on_both!(
    what_a_later_import_changed_is_put_back,
    later_work_stands_in_the_way,
    who_comes_later_gets_what_was_waiting
);

fn many(world: &World, customers: usize, activities: usize) {
    let mut text = "customer_id,name,city,created_date\n".to_owned();
    (0..customers).for_each(|n| writeln!(text, "c{n},Customer number {n},Oslo,2024-01-01").unwrap());
    world.write("customers.csv", &text);
    let mut text = "activity_id,customer_id,date,minutes,kind\n".to_owned();
    (0..activities)
        .for_each(|n| writeln!(text, "a{n},c{},2025-0{}-11,30,call", n % customers, n % 9 + 1).unwrap());
    world.write("activities.csv", &text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_rows_are_taken_back_whole() {
    let world = World::new(Kind::Sqlite).await;
    many(&world, 10_000, 90_000);
    let begun = Instant::now();
    let report = world.run().await;
    let imported = begun.elapsed();
    world.undo(&report).await;
    eprintln!("100,000 rows in {imported:?}, back in {:?}", begun.elapsed() - imported);
    assert!(world.records().await.0.values().all(Vec::is_empty));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_that_is_cancelled_leaves_nothing_and_says_so() {
    let world = World::new(Kind::Sqlite).await;
    many(&world, 2_000, 30_000);
    let actor = Actor::operator();
    let folder = world.folder.path().to_owned();
    let import = uploads::register(&world.app, &actor, &folder).await.unwrap();
    uploads::start_run(&world.app, &actor, import, folder.clone()).await.unwrap();
    let state = || async { imports::show(&world.app, &actor, import).await.unwrap() };
    while world.app.running.watch(import).is_none_or(|watch| watch.rows() < 4_000) {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    assert!(state().await.rows_done >= 4_000, "progress is seen");
    uploads::cancel(&world.app, &actor, import).await.unwrap();
    while state().await.state == "running" {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let run = state().await;
    assert_eq!((run.state.as_str(), run.error.as_deref()), ("cancelled", Some("cancelled")));
    assert!(world.records().await.0.values().all(Vec::is_empty));
    // It can be started again, and an import that is not going on cannot be cancelled.
    assert!(matches!(uploads::cancel(&world.app, &actor, import).await, Err(Error::Conflict(_))));
    std::fs::remove_file(world.path("activities.csv")).unwrap();
    uploads::start_run(&world.app, &actor, import, folder).await.unwrap();
    while state().await.state == "running" {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let run = state().await;
    assert_eq!(run.state, "failed");
    let reason = run.error.unwrap_or_default();
    assert!(reason.contains("the mapping names `activities.csv`, which is not among the files"), "{reason}");
}

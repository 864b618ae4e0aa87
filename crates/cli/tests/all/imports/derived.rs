//! Subscriptions that follow from won opportunities: by terms, marked, gone when the source has its own, back when that is undone.
use crate::imports::world::{World, assert_same, csv};
use tandem_testkit::Kind;

const HEAD: &str = "opportunity_id|customer_id|owner_id|kind|status|amount|currency|close_date";

fn opportunities(world: &World, rows: &[&str]) {
    world.write("opportunities.csv", csv(&[&[HEAD], rows].concat()));
}

async fn company(kind: Kind) -> World {
    let world = World::new(kind).await;
    world.write("sellers.csv", csv(&["seller_id|name", "s1|Ann", "s2|Bo", "i|Integration User"]));
    world.write("customers.csv", csv(&["customer_id|name", "c1|A", "c2|B", "c3|C"]));
    opportunities(
        &world,
        &[
            "o1|c1|s1|new|won|100|EUR|2024-01-15",
            "o2|c1|s1|expansion|won|20|EUR|2024-07-01",
            "o3|c1|s2|renewal|won|120|EUR|2024-12-20",
            "o4|c2|s1|new|won|50|USD|2024-03-01",
            "o5|c2|s1|renewal|lost|50|USD|2025-03-05",
            "o6|c3|i|new|won|9|JPY|2024-02-01",
            "o7|c3|s2|expansion|won|9|JPY|2024-03-01",
            "o8|c3|s2|expansion|won|-5|JPY|2024-04-01",
        ],
    );
    world
}

fn spans(records: &tandem_testkit::Dump) -> Vec<String> {
    let part = |row: &str, name: &str| {
        let rest = row.split_once(&format!("{name}=")).unwrap().1;
        rest.split(' ').next().unwrap().trim_matches('\'').to_owned()
    };
    let show = |row: &String| {
        format!(
            "{} {} {} {}..{}",
            part(row, "external_id"),
            part(row, "arr_minor"),
            part(row, "currency"),
            part(row, "start_date"),
            part(row, "end_date")
        )
    };
    let mut spans: Vec<String> = records.0["subscription"].iter().map(show).collect();
    spans.sort();
    spans
}

#[tokio::test]
async fn terms_renewals_and_owners_follow_from_sales() {
    let world = company(Kind::Sqlite).await;
    let (report, records) = world.there_and_back().await;
    assert_eq!(
        spans(&records),
        [
            "opportunity:o1 10000 EUR 2024-01-15..2025-01-15",
            "opportunity:o2 2000 EUR 2024-07-01..2025-01-15",
            "opportunity:o3 12000 EUR 2025-01-15..2026-01-15",
            "opportunity:o4 5000 USD 2024-03-01..2025-03-01",
            "opportunity:o6 9 JPY 2024-02-01..2025-02-01",
            "opportunity:o7 9 JPY 2024-03-01..2025-02-01",
        ]
    );
    assert!(
        records.0["subscription"].iter().all(|row| !row.contains("derived_from=NULL")),
        "they are marked"
    );
    let said = |part: &str| report.notes.iter().any(|note| note.contains(part));
    assert!(
        said("6 were derived from won opportunities, in force for 12 months")
            && said("1 won opportunities have no amount above zero"),
        "{:?}",
        report.notes
    );
    // The integration user won first, but the first person who won is the owner.
    let owners: Vec<bool> = records.0["ownership"].iter().map(|row| row.contains("seller_id=3 ")).collect();
    assert_eq!(owners, [false, false, false], "{:?}", records.0["ownership"]);
    assert!(
        records.0["ownership"][2].contains("seller_id=2 ")
            && records.0["ownership"][2].contains("2024-03-01")
    );
}

#[tokio::test]
async fn without_any_renewal_they_stay_in_force() {
    let world = company(Kind::Sqlite).await;
    opportunities(
        &world,
        &["o1|c1|s1||won|100|EUR|2024-01-15", "o2|c1|s1||won|20|EUR|2024-07-01", "o9|c1|s1||open|1|EUR|"],
    );
    let (_, records) = world.there_and_back().await;
    assert_eq!(
        spans(&records),
        ["opportunity:o1 10000 EUR 2024-01-15..NULL", "opportunity:o2 2000 EUR 2024-07-01..NULL"]
    );
    let kinds = records.0["opportunity"].iter().filter(|row| row.contains("kind='expansion'")).count();
    assert_eq!(kinds, 2, "after the first win, decided or open: {:?}", records.0["opportunity"]);
}

async fn real_subscriptions_replace_them_and_undo_brings_them_back(kind: Kind) {
    let world = company(kind).await;
    world.run().await;
    let derived = world.records().await;
    world.write(
        "subscriptions.csv",
        csv(&[
            "subscription_id|customer_id|arr|currency|start_date|end_date",
            "r1|c1|7|EUR|2024-01-01|",
            "r2|c1|8|XXX|2024-01-01|",
        ]),
    );
    let trial = world.check().await;
    let real = world.run().await;
    assert_eq!(trial.notes, real.notes);
    assert_eq!(world.records().await.0["subscription"].len(), 1);
    world.undo(&real).await;
    assert_same(&derived, &world.records().await, "undo brings them back");
    // A sale that is no longer won takes its subscription along.
    std::fs::remove_file(world.path("subscriptions.csv")).unwrap();
    opportunities(&world, &["o1|c1|s1|new|lost|100|EUR|2024-01-15"]);
    let changed = world.run().await;
    assert!(world.records().await.0["subscription"].iter().all(|row| !row.contains("opportunity:o1")));
    world.undo(&changed).await;
    assert_same(&derived, &world.records().await, "undo brings the sale back");
}

tandem_testkit::on_both!(real_subscriptions_replace_them_and_undo_brings_them_back);

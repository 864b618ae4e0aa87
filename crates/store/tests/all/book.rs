//! The book in whole tables is what it is customer by customer, also where it comes in blocks.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::reading::raw;
use std::fmt::Debug;
use tandem_store::book::{self, Whose};
use tandem_store::{Db, Result};
use tandem_testkit::{House, Kind, on_both};

on_both!(whole_tables_are_what_the_customers_have, many_rows_of_odd_texts_come_whole);

/// More than two blocks, with holes between the ids.
const MANY: i64 = 9_000;
const HOLE: i64 = 1_000_003;

async fn whole_tables_are_what_the_customers_have(kind: Kind) {
    let house = House::acme(kind).await;
    let db = &house.app.db;
    same(db, book::customers).await;
    same(db, book::units).await;
    same(db, book::subscriptions).await;
    same(db, book::ownerships).await;
    same(db, book::opportunities).await;
    same(db, book::stated).await;
}

/// Whether a table read whole holds the rows that are read customer by customer, and no other.
async fn same<'d, T, F>(db: &'d Db, read: impl Fn(&'d Db, Whose) -> F)
where
    T: Debug,
    F: Future<Output = Result<Vec<T>>>,
{
    let mut singly = Vec::new();
    for (id, ..) in book::customers(db, Whose::All).await.unwrap() {
        singly.extend(read(db, Whose::Customer(id)).await.unwrap());
    }
    let sorted = |rows: &[T]| {
        let mut rows: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
        rows.sort();
        rows
    };
    assert_eq!(sorted(&read(db, Whose::All).await.unwrap()), sorted(&singly));
}

async fn many_rows_of_odd_texts_come_whole(kind: Kind) {
    let house = House::empty(kind).await;
    let odd = |n: i64| format!("a \"quoted\" \\ back{n}\tslash\n茶 🦀 ''");
    let values: Vec<String> = (0..MANY).map(|n| format!("({}, 'x', '{}', null)", n * HOLE, odd(n))).collect();
    for some in values.chunks(500) {
        let sql = format!("insert into customer (id, name, segment, region) values {}", some.join(","));
        raw(&house.app.db, sql).await;
    }
    let mut rows = book::customers(&house.app.db, Whose::All).await.unwrap();
    rows.sort();
    let kept = |n| (n * HOLE, Some(odd(n).replace("''", "'")), None, None, None);
    assert_eq!(rows, (0..MANY).map(kept).collect::<Vec<_>>());
}

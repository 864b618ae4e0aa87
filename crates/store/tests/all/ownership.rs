//! Exactly one accountable owner at any instant, refused by the database itself; who owned what on a day is one query.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use sqlx::{AssertSqlSafe, Executor};
use tandem_store::{Db, Error, Tx, ownership};
use tandem_testkit::{House, Kind, dump, on_both};

on_both!(raw_sql_cannot_store_gaps_or_overlaps, the_owner_on_a_day);

async fn raw(db: &Db, sql: &str) -> tandem_store::Result<u64> {
    let sql = AssertSqlSafe(sql.to_owned());
    db.write(move |tx| {
        Box::pin(async move {
            Ok(match tx {
                Tx::Sqlite(c) => c.execute(sqlx::raw_sql(sql)).await?.rows_affected(),
                Tx::Postgres(c) => c.execute(sqlx::raw_sql(sql)).await?.rows_affected(),
            })
        })
    })
    .await
}

async fn raw_sql_cannot_store_gaps_or_overlaps(kind: Kind) {
    let house = House::acme(kind).await;
    let (lighthouse, fleet) = (house.id("unit", "u12").await, house.id("unit", "u01").await);
    let (mina, jonas) = (house.id("seller", "s3").await, house.id("seller", "s4").await);
    let row = |id: i64, unit: i64, seller: i64, start: &str, end: &str, previous: &str| {
        let quoted = |day: &str| if day.is_empty() { "null".to_owned() } else { format!("'{day}'") };
        format!(
            "insert into ownership (id, unit_id, seller_id, role, start_date, end_date, previous_end) \
             values ({id}, {unit}, {seller}, 'hunter', '{start}', {}, {});",
            quoted(end),
            quoted(previous)
        )
    };
    let first = row(9001, lighthouse, mina, "2026-01-01", "2026-03-01", "");
    let cases = [
        ("a gap", row(9002, lighthouse, jonas, "2026-04-01", "", "2026-04-01")),
        ("a gap that claims to follow", row(9002, lighthouse, jonas, "2026-04-01", "", "2026-03-01")),
        ("an overlap", row(9002, lighthouse, jonas, "2026-02-01", "", "2026-02-01")),
        ("an overlap that claims to follow", row(9002, lighthouse, jonas, "2026-02-01", "", "2026-03-01")),
        ("a second first", row(9002, lighthouse, jonas, "2025-01-01", "2026-01-01", "")),
        ("a second open one", row(9002, fleet, mina, "2026-01-01", "", "2026-01-01")),
        ("an end before its start", row(9002, lighthouse, jonas, "2026-03-01", "2026-02-01", "2026-03-01")),
        ("an empty period", row(9002, lighthouse, jonas, "2026-03-01", "2026-03-01", "2026-03-01")),
        (
            "two that follow the same",
            row(9002, lighthouse, jonas, "2026-03-01", "2026-05-01", "2026-03-01")
                + &row(9003, lighthouse, mina, "2026-03-01", "2026-06-01", "2026-03-01"),
        ),
        (
            "a hole torn into a history",
            format!("delete from ownership where unit_id = {fleet} and seller_id = {mina}"),
        ),
        (
            "an end that is moved",
            format!(
                "update ownership set end_date = '2024-06-01' where unit_id = {fleet} and seller_id = {mina}"
            ),
        ),
        (
            "a start that is moved",
            format!(
                "update ownership set start_date = '2024-08-01' where unit_id = {fleet} and seller_id = {jonas}"
            ),
        ),
        ("a unit that does not exist", row(9002, 987_654, mina, "2026-01-01", "", "")),
    ];
    raw(&house.app.db, &first).await.expect("a first period is fine");
    let before = house.dump().await;
    for (name, sql) in cases {
        let outcome = raw(&house.app.db, &sql).await;
        assert!(matches!(outcome, Err(Error::Refused(_))), "{name}: {outcome:?}");
    }
    assert_eq!(before.differences(&dump(&house.app.db).await), Vec::<String>::new());
    raw(&house.app.db, &row(9004, lighthouse, jonas, "2026-03-01", "", "2026-03-01"))
        .await
        .expect("a period that follows is fine");
}

async fn the_owner_on_a_day(kind: Kind) {
    let house = House::acme(kind).await;
    let check = async |unit: &str, day: &str, expected: Option<&str>| {
        let unit_id = house.id("unit", unit).await;
        let found = ownership::owner_on(&house.app.db, unit_id, day.parse().unwrap()).await.unwrap();
        assert_eq!(found.map(|row| row.seller).as_deref(), expected, "{unit} on {day}");
    };
    // Old Harbour Brewery: Mina from 2024-08-20, Jonas from 2025-07-01 on.
    check("u04", "2024-08-19", None).await;
    check("u04", "2024-08-20", Some("Mina Sato")).await;
    check("u04", "2025-06-30", Some("Mina Sato")).await;
    check("u04", "2025-07-01", Some("Jonas Weber")).await;
    check("u04", "2099-12-31", Some("Jonas Weber")).await;
    check("u08", "2026-01-31", Some("Priya Raman")).await;
    check("u08", "2026-02-01", Some("林志明")).await;
    check("u12", "2026-06-15", None).await;
}

//! What writing promises, on both databases: acknowledged once, alone in failing, refused by the database itself.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use futures::future::join_all;
use sqlx::{AssertSqlSafe, Executor};
use std::collections::BTreeSet;
use tandem_store::events::{Event, append};
use tandem_store::users::{self, UserRow};
use tandem_store::{Db, Error, Tx};
use tandem_testkit::{House, Kind, TestDb, columns, dump, on_both};

on_both!(
    concurrent_writes_are_each_done_once,
    a_failing_neighbour_is_rolled_back_alone,
    events_are_only_appended,
    ids_go_on_beyond_four_bytes_and_beyond_floats,
    a_database_that_is_full_keeps_what_was_acknowledged,
);

fn user(email: &str) -> UserRow {
    UserRow {
        id: 0,
        email: email.to_owned(),
        name: "Somebody".to_owned(),
        password_hash: String::new(),
        role: "viewer".to_owned(),
        seller_id: None,
        locale: "en".to_owned(),
        active: true,
        created_us: 0,
    }
}

async fn put(db: &Db, email: String) -> tandem_store::Result<i64> {
    let row = user(&email);
    db.write(move |tx| Box::pin(async move { users::create(tx, &row).await })).await
}

/// Raw SQL, as somebody with the database in their hands would send it.
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

async fn concurrent_writes_are_each_done_once(kind: Kind) {
    let database = TestDb::new(kind).await;
    let db = database.open().await;
    let all = join_all((0..300).map(|n| {
        let db = db.clone();
        tokio::spawn(async move { put(&db, format!("{n}@acme.example")).await.expect("it is kept") })
    }))
    .await;
    let ids: BTreeSet<i64> = all.into_iter().map(|id| id.expect("the task ended")).collect();
    assert_eq!(ids.len(), 300, "no id is given twice");
    let kept: BTreeSet<i64> = users::list(&db).await.unwrap().iter().map(|user| user.id).collect();
    assert_eq!(kept, ids);
}

async fn a_failing_neighbour_is_rolled_back_alone(kind: Kind) {
    let database = TestDb::new(kind).await;
    let db = database.open().await;
    let outcomes = join_all((0..200).map(|n| {
        let db = db.clone();
        tokio::spawn(async move {
            let row = user(&format!("{n}@acme.example"));
            db.write(move |tx| {
                Box::pin(async move {
                    let id = users::create(tx, &row).await?;
                    // Every third has done its work when it is refused.
                    if n % 3 == 0 { Err(Error::RolledBack) } else { Ok(id) }
                })
            })
            .await
            .is_ok()
        })
    }))
    .await;
    let kept: BTreeSet<String> = users::list(&db).await.unwrap().into_iter().map(|user| user.email).collect();
    for (n, outcome) in outcomes.into_iter().enumerate() {
        assert_eq!(outcome.unwrap(), n % 3 != 0);
        assert_eq!(kept.contains(&format!("{n}@acme.example")), n % 3 != 0, "user {n}");
    }
}

async fn events_are_only_appended(kind: Kind) {
    let database = TestDb::new(kind).await;
    let db = database.open().await;
    db.write(|tx| {
        let event = Event {
            at_us: 1,
            actor: "Rosa",
            kind: "setting.changed",
            object: "company",
            record_id: None,
            data: "{}".to_owned(),
        };
        Box::pin(append(tx, event))
    })
    .await
    .unwrap();
    let before = dump(&db).await;
    for sql in
        ["update event set actor = 'Nobody'", "delete from event", "delete from event where id < 0 or id > 0"]
    {
        let refused = raw(&db, sql).await;
        assert!(
            matches!(&refused, Err(Error::Refused(why)) if why.contains("never changed")),
            "{sql}: {refused:?}"
        );
    }
    if kind == Kind::Postgres {
        assert!(raw(&db, "truncate event").await.is_err(), "emptying the table is deleting, too");
    }
    assert_eq!(before.differences(&dump(&db).await), Vec::<String>::new());
}

async fn ids_go_on_beyond_four_bytes_and_beyond_floats(kind: Kind) {
    let database = TestDb::new(kind).await;
    let db = database.open().await;
    for start in [(1_i64 << 31) - 2, (1 << 53) - 2] {
        let sql = format!(
            "insert into id_block (name, next) values ('app_user', {start}) on conflict (name) do update set next = excluded.next"
        );
        raw(&db, &sql).await.unwrap();
        for n in 0..5 {
            let id = put(&db, format!("{start}-{n}@acme.example")).await.unwrap();
            assert_eq!(id, start + n);
            assert_eq!(users::get(&db, id).await.unwrap().unwrap().id, id);
        }
    }
}

async fn a_database_that_is_full_keeps_what_was_acknowledged(kind: Kind) {
    if kind == Kind::Postgres {
        // The server's disk is its own affair; what reaches Tandem is the refusal of the write.
        return refused_by_a_read_only_server().await;
    }
    let database = TestDb::new(kind).await;
    let db = database.open().await;
    let limit = |pages: i64| {
        let db = db.clone();
        async move { raw(&db, &format!("pragma max_page_count = {pages}")).await.unwrap() }
    };
    // A limit below the file's size becomes the file's size.
    limit(1).await;
    let outcomes = join_all((0..400).map(|n| {
        let db = db.clone();
        tokio::spawn(async move {
            let email = format!("{n}@{}.example", "long".repeat(200));
            let outcome = put(&db, email.clone()).await;
            assert!(matches!(&outcome, Ok(_) | Err(Error::NotWritable(_))), "{outcome:?}");
            (email, outcome.is_ok())
        })
    }))
    .await;
    let kept: BTreeSet<String> = users::list(&db).await.unwrap().into_iter().map(|user| user.email).collect();
    let mut refused = 0;
    for outcome in outcomes {
        let (email, acknowledged) = outcome.unwrap();
        assert_eq!(
            kept.contains(&email),
            acknowledged,
            "what was acknowledged is there, what was refused is not"
        );
        refused += usize::from(!acknowledged);
    }
    assert!(refused > 0, "the file did become full");
    limit(1_000_000).await;
    put(&db, "after@acme.example".to_owned()).await.expect("with room again it goes on without a restart");
    raw(&db, "pragma query_only = on").await.unwrap();
    assert!(matches!(db.ping().await, Err(Error::NotWritable(_))), "what cannot be written is not ready");
}

async fn refused_by_a_read_only_server() {
    let database = TestDb::new(Kind::Postgres).await;
    let db = database.open().await;
    db.ping().await.unwrap();
    let address = format!("{}?options=-c%20default_transaction_read_only=on", database.address);
    let again = Db::Postgres(sqlx::PgPool::connect(&address).await.unwrap());
    for outcome in [again.ping().await, put(&again, "a@acme.example".to_owned()).await.map(|_| ())] {
        assert!(matches!(outcome, Err(Error::NotWritable(_))), "{outcome:?}");
    }
    assert_eq!(users::list(&again).await.unwrap(), Vec::new(), "reading goes on");
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let (sqlite, postgres) = (TestDb::new(Kind::Sqlite).await, TestDb::new(Kind::Postgres).await);
    let (sqlite, postgres) = (columns(&sqlite.open().await).await, columns(&postgres.open().await).await);
    assert!(sqlite.len() > 150);
    assert_eq!(sqlite.symmetric_difference(&postgres).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[tokio::test]
async fn sqlite_waits_for_the_disk_and_checks_what_refers() {
    let database = TestDb::new(Kind::Sqlite).await;
    let db = database.open().await;
    let (journal, synchronous, foreign_keys): (String, i64, i64) = db
        .write(|tx| {
            Box::pin(async move {
                let Tx::Sqlite(c) = tx else { return Err(Error::RolledBack) };
                let sql = "select (select journal_mode from pragma_journal_mode), (select synchronous from pragma_synchronous), \
                           (select foreign_keys from pragma_foreign_keys)";
                Ok(sqlx::query_as(sql).fetch_one(&mut **c).await?)
            })
        })
        .await
        .unwrap();
    assert_eq!((journal.as_str(), synchronous, foreign_keys), ("wal", 2, 1), "2 is FULL");
}

#[tokio::test]
async fn readers_of_sqlite_cannot_write() {
    let database = TestDb::new(Kind::Sqlite).await;
    let Db::Sqlite(readers, _) = database.open().await else { unreachable!("it is a file") };
    assert!(sqlx::query("insert into setting values ('a', 'b')").execute(&readers).await.is_err());
}

#[tokio::test]
async fn opening_again_finds_everything() {
    let house = House::acme(Kind::Sqlite).await;
    let again = Db::open(house.address()).await.unwrap();
    assert_eq!(house.dump().await.differences(&dump(&again).await), Vec::<String>::new());
}

#[tokio::test]
async fn addresses_that_are_none_are_refused() {
    for address in ["mysql://localhost/tandem", "http://tandem.example"] {
        assert!(matches!(Db::open(address).await, Err(Error::Address(_))), "{address}");
    }
}

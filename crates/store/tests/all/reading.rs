//! What lists and searches find is the same on both databases, page by page.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use sqlx::{AssertSqlSafe, Executor};
use std::collections::BTreeSet;
use tandem_app::{Actor, imports};
use tandem_store::customers::{self, Filter, Order, Sort, Visible};
use tandem_store::{Db, Tx};
use tandem_testkit::{House, Kind, on_both, today};

on_both!(
    searches_find_parts_of_names_and_places,
    pages_have_neither_gaps_nor_repeats,
    sums_are_exact_beyond_floats,
    undoing_an_import_leaves_nothing_of_it,
    undoing_a_second_import_restores_the_first,
    days_are_days_whatever_the_zone,
);

fn everything() -> Filter {
    Filter {
        visible: Visible::Everything,
        today: today(),
        text: None,
        segment: None,
        country: None,
        industry: None,
        owner: None,
    }
}

async fn names(db: &Db, filter: &Filter) -> Vec<String> {
    let rows = customers::list(db, filter, by(Order::Name), 500, 0).await.unwrap();
    assert_eq!(
        customers::count(db, filter).await.unwrap(),
        rows.len() as i64,
        "the count is of what is listed"
    );
    rows.into_iter().map(|row| row.name).collect()
}

async fn searches_find_parts_of_names_and_places(kind: Kind) {
    let house = House::acme(kind).await;
    let check = async |text: &str, expected: &[&str]| {
        let filter = Filter { text: Some(text.to_owned()), ..everything() };
        assert_eq!(names(&house.app.db, &filter).await, expected, "`{text}`");
    };
    check("borealis", &["Borealis Shipping"]).await;
    check("HARB", &["Old Harbour Brewery"]).await;
    check("  tulip h ", &["Iron Tulip Hospital"]).await;
    check("台北晶片", &["台北晶片"]).await;
    check("北晶片", &["台北晶片"]).await;
    check("茶行", &["永豐茶行"]).await;
    check("茶", &["永豐茶行"]).await;
    check("新竹", &["台北晶片"]).await;
    check("高雄", &["Marigold Press"]).await;
    check("ågren", &["Ågren Möbler"]).await;
    check("åg", &["Ågren Möbler"]).await;
    check("Å", &["Ågren Möbler"]).await;
    check("göteb", &["Ågren Möbler"]).await;
    check("ss", &["Marigold Press"]).await;
    check("no", &["Borealis Shipping"]).await;
    check("tw", &["Marigold Press", "台北晶片", "永豐茶行"]).await;
    check("高雄 tw", &["Marigold Press"]).await;
    check("& s", &["Quarry & Sons"]).await;
    check("&", &["Quarry & Sons"]).await;
    for nothing in
        ["%", "_", "%%%", "a_r", "\\", "\"", "'", "' or 1=1 --", "\" or \"", "x*", "NEAR(a b)", "zzz", "🦀"]
    {
        check(nothing, &[]).await;
    }
}

/// Raw SQL, for states that no door leads to.
pub async fn raw(db: &Db, sql: String) {
    db.write(move |tx| {
        Box::pin(async move {
            let sql = AssertSqlSafe(sql);
            Ok(match tx {
                Tx::Sqlite(c) => c.execute(sqlx::raw_sql(sql)).await?.rows_affected(),
                Tx::Postgres(c) => c.execute(sqlx::raw_sql(sql)).await?.rows_affected(),
            })
        })
    })
    .await
    .unwrap();
}

async fn pages_have_neither_gaps_nor_repeats(kind: Kind) {
    let house = House::acme(kind).await;
    // Customers of one name about whom nothing is known: ties in every order.
    let values: Vec<String> = (0..120).map(|n| format!("({}, 'Twin {}')", 50_000 + n, n % 3)).collect();
    raw(&house.app.db, format!("insert into customer (id, name) values {}", values.join(","))).await;
    let summaries = "insert into customer_summary (customer_id, arr_minor, arr_currencies, owners, units, open_opportunities) \
                     select id, 0, '', '', 0, 0 from customer where id >= 50000";
    raw(&house.app.db, summaries.to_owned()).await;
    let filter = everything();
    let orders = [Order::Name, Order::Arr, Order::Renewal, Order::Activity];
    for sort in orders.into_iter().flat_map(|by| [false, true].map(|reversed| Sort { by, reversed })) {
        let whole: Vec<i64> = ids(&house.app.db, &filter, sort, 500, 0).await;
        assert_eq!(whole.len(), 131);
        let mut paged = Vec::new();
        loop {
            let page = ids(&house.app.db, &filter, sort, 7, paged.len() as i64).await;
            if page.is_empty() {
                break;
            }
            paged.extend(page);
        }
        assert_eq!(paged, whole, "{sort:?}");
        assert_eq!(paged.iter().collect::<BTreeSet<_>>().len(), 131);
    }
}

fn by(by: Order) -> Sort {
    Sort { by, reversed: false }
}

async fn ids(db: &Db, filter: &Filter, sort: Sort, limit: i64, offset: i64) -> Vec<i64> {
    customers::list(db, filter, sort, limit, offset).await.unwrap().into_iter().map(|row| row.id).collect()
}

async fn sums_are_exact_beyond_floats(kind: Kind) {
    let house = House::empty(kind).await;
    let folder = house.folder().join("large");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("sellers.csv"), "seller_id,name\ns1,Rosa\n").unwrap();
    std::fs::write(folder.join("customers.csv"), "customer_id,name\nc1,Large\nc2,Foreign\n").unwrap();
    // Ten large ones and three cents are 2^53 + 1 cents, which no float holds.
    let large = (0..10).map(|n| format!("b{n},c1,9007199254740.99,USD,2025-01-01,\n"));
    let rows = format!(
        "subscription_id,customer_id,arr,currency,start_date,end_date\n{}c,c1,0.03,USD,2025-01-01,\nd,c2,12345678901.23,EUR,2025-01-01,\n",
        large.collect::<String>()
    );
    std::fs::write(folder.join("subscriptions.csv"), rows).unwrap();
    let rate = tandem_store::settings::Rate {
        currency: "EUR".to_owned(),
        date: "2023-01-01".parse().unwrap(),
        rate_e9: 1_123_456_789,
    };
    tandem_app::settings::put_rates(&house.app, &Actor::operator(), vec![rate]).await.unwrap();
    let request = imports::Request { paths: vec![folder], ..Default::default() };
    let report = imports::run(&house.app, &Actor::operator(), request).await.unwrap();
    assert_eq!(report.failed(), 0);
    let rows = customers::list(&house.app.db, &everything(), by(Order::Name), 10, 0).await.unwrap();
    let arr: Vec<(&str, i64)> = rows.iter().map(|row| (row.name.as_str(), row.arr_minor)).collect();
    let exact = (1_234_567_890_123_i128 * 1_123_456_789 * 2 + 1_000_000_000) / 2_000_000_000;
    assert_eq!(arr, [("Foreign", exact as i64), ("Large", 9_007_199_254_740_993)]);
}

/// What stays after an undo: the run itself, that it happened, and which ids were given.
const STAYS: [&str; 5] = ["customer_summary_day", "import_run", "import_problem", "event", "id_block"];

async fn undoing_an_import_leaves_nothing_of_it(kind: Kind) {
    let house = House::empty(kind).await;
    let before = house.dump().await.without(&STAYS).without(&["source"]);
    let import = house.import_acme().await;
    imports::undo(&house.app, &Actor::operator(), import).await.unwrap();
    let after = house.dump().await.without(&STAYS).without(&["source"]);
    assert_eq!(before.differences(&after), Vec::<String>::new());
    let found = Filter { text: Some("borealis".to_owned()), ..everything() };
    assert_eq!(names(&house.app.db, &found).await, Vec::<String>::new());
}

async fn undoing_a_second_import_restores_the_first(kind: Kind) {
    let house = House::acme(kind).await;
    let before = house.dump().await.without(&STAYS);
    let folder = house.folder().join("second");
    tandem_testkit::acme::write_to(&folder);
    let change = |name: &str, from: &str, to: &str| {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name} holds {from}");
        std::fs::write(path, text.replace(from, to)).unwrap();
    };
    change("customers.csv", "Zephyr Foods", "Zephyr Fine Foods");
    change("customers.csv", "c11,Lonely", "c12,Newcomer,small,,,,,2026-06-01,\nc11,Lonely");
    change("customers.csv", "800,2026-05-02,c02", "800,2026-05-02,c12");
    change(
        "ownerships.csv",
        "u02,s3,hunter,2025-02-20,",
        "u02,s3,hunter,2025-02-20,2026-05-01\nu02,s4,account_manager,2026-05-01,",
    );
    change("subscriptions.csv", "b13,c08,u09,Pit planner,1800.00", "b13,c08,u09,Pit planner,1950.00");
    change(
        "sellers.csv",
        "s7,Priya Raman,priya@acme.example,hunter,s5,Taipei",
        "s7,Priya Raman,priya@acme.example,account_manager,s2,North",
    );
    change("customers.csv", "Utrecht,3511,2024-04-22", "Utrecht,3512,2024-04-22");
    change("notes.csv", "blue showroom", "green showroom");
    change("contacts.csv", "Head brewer", "Master brewer");
    let request = imports::Request { paths: vec![folder], ..Default::default() };
    let report = imports::run(&house.app, &Actor::operator(), request).await.unwrap();
    let during = house.dump().await.without(&STAYS);
    assert!(before.differences(&during).len() > 8, "the second import did change things");
    imports::undo(&house.app, &Actor::operator(), report.import.unwrap()).await.unwrap();
    let after = house.dump().await.without(&STAYS);
    assert_eq!(
        without_ownership_numbers(before).differences(&without_ownership_numbers(after)),
        Vec::<String>::new()
    );
}

/// A history that is put back gets new row numbers and no import; its content is what counts.
fn without_ownership_numbers(mut dump: tandem_testkit::Dump) -> tandem_testkit::Dump {
    for row in dump.0.get_mut("ownership").expect("the table is there") {
        let own = |part: &&str| {
            !part.trim_start_matches(['{', '"']).starts_with("id") && !part.contains("import_id")
        };
        let split = if row.starts_with('{') { ", " } else { " " };
        let mut parts: Vec<&str> =
            row.split(split).filter(own).map(|part| part.trim_matches(['{', '}'])).collect();
        parts.sort_unstable();
        *row = parts.join(" ");
    }
    dump.0.values_mut().for_each(|rows| rows.sort());
    dump
}

async fn days_are_days_whatever_the_zone(kind: Kind) {
    let house = House::acme(kind).await;
    let customer = house.id("customer", "c02").await;
    if kind == Kind::Postgres {
        let name = house.address().rsplit('/').next().unwrap().to_owned();
        raw(&house.app.db, format!("alter database {name} set timezone = 'Pacific/Kiritimati'")).await;
    }
    let again = Db::open(house.address()).await.unwrap();
    let subscriptions = customers::subscriptions(&again, customer).await.unwrap();
    let days: Vec<String> =
        subscriptions.iter().map(|s| format!("{} {:?}", s.start_date, s.end_date)).collect();
    assert_eq!(days, ["2024-05-10 Some(2025-05-10)", "2025-05-10 Some(2026-09-01)"]);
}

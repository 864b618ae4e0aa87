//! What is kept from before never says what no longer holds: lists after rates and midnight, views after any change of data.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
use chrono::{TimeZone, Utc};
use std::path::Path;
use std::sync::Arc;
use tandem_app::arr::{self, ArrView, Group};
use tandem_app::imports::{Request, run};
use tandem_app::settings::{Rate, put_rates};
use tandem_app::{Actor, App, Clock, customers};
use tandem_store::Db;

const SELLERS: &str = "seller_id,name\ns1,Ann Lee\n";
const CUSTOMERS: &str = "customer_id,name\nc1,Acme\n";
/// One that ends in the night to the 26th, and one in a currency that has no rate yet.
const SUBSCRIPTIONS: &str = "subscription_id,customer_id,arr,currency,start_date,end_date\n\
    x,c1,100,USD,2026-01-01,2026-11-26\ny,c1,50,USD,2026-01-01,2027-02-01\nz,c1,10,EUR,2026-01-01,\n";

async fn app(folder: &Path, day: u32) -> App {
    let clock = Clock::Fixed(Utc.with_ymd_and_hms(2026, 11, day, 12, 0, 0).unwrap());
    let database = folder.join("tandem.db");
    App::new(Db::open(&database.to_string_lossy()).await.unwrap(), clock, "tandem".into())
}

async fn filled(folder: &Path) -> App {
    let app = app(folder, 25).await;
    let files = folder.join("files");
    std::fs::create_dir(&files).unwrap();
    let all = [("sellers.csv", SELLERS), ("customers.csv", CUSTOMERS), ("subscriptions.csv", SUBSCRIPTIONS)];
    all.iter().for_each(|(name, text)| std::fs::write(files.join(name), text).unwrap());
    run(&app, &Actor::operator(), Request { paths: vec![files], ..Default::default() }).await.unwrap();
    app
}

/// ARR in cents and the next renewal of the only customer, as the list shows them.
async fn listed(app: &App) -> (i64, String) {
    let query = customers::Query { limit: 10, ..Default::default() };
    let page = customers::list(app, &Actor::operator(), &query).await.unwrap();
    (page.rows[0].arr_minor, page.rows[0].next_renewal.unwrap().to_string())
}

async fn euro(app: &App, rate_e9: i64) {
    let rate = Rate { currency: "EUR".to_owned(), date: "2026-01-01".parse().unwrap(), rate_e9 };
    put_rates(app, &Actor::operator(), vec![rate]).await.unwrap();
}

async fn revenue(app: &App) -> Arc<ArrView> {
    arr::view(app, &Actor::operator(), None, None, Group::None).await.unwrap()
}

#[tokio::test]
async fn lists_follow_rates() {
    let folder = tempfile::tempdir().unwrap();
    let app = filled(folder.path()).await;
    assert_eq!(listed(&app).await, (15_000, "2026-11-26".to_owned()));
    euro(&app, 1_100_000_000).await;
    assert_eq!(listed(&app).await, (16_100, "2026-11-26".to_owned()));
    euro(&app, 2_000_000_000).await;
    assert_eq!(listed(&app).await, (17_000, "2026-11-26".to_owned()));
}

#[tokio::test]
async fn lists_follow_the_calendar() {
    let folder = tempfile::tempdir().unwrap();
    let today = filled(folder.path()).await;
    assert!(!customers::keep_current(&today).await.unwrap(), "an import leaves them those of today");
    let tomorrow = app(folder.path(), 26).await;
    assert!(customers::keep_current(&tomorrow).await.unwrap());
    assert_eq!(listed(&tomorrow).await, (5_000, "2027-02-01".to_owned()));
    assert!(!customers::keep_current(&tomorrow).await.unwrap(), "once a day");
}

#[tokio::test]
async fn views_are_kept_until_the_data_change() {
    let folder = tempfile::tempdir().unwrap();
    let app = filled(folder.path()).await;
    let first = revenue(&app).await;
    assert!(Arc::ptr_eq(&first, &revenue(&app).await), "nothing has changed");
    let viewer = Actor { seller: Some(1), role: tandem_app::Role::Hunter, ..Actor::operator() };
    let own = arr::view(&app, &viewer, None, None, Group::None).await.unwrap();
    assert!(!Arc::ptr_eq(&first, &own), "others see other books");
    // Another process on the same database.
    let other = self::app(folder.path(), 25).await;
    euro(&other, 1_100_000_000).await;
    let now = revenue(&app).await;
    assert_eq!((first.left_out.len(), now.left_out.len()), (1, 0));
    assert_ne!(first.months.last().unwrap().end, now.months.last().unwrap().end);
}

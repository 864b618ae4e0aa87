//! A database of one test: a file in a folder of its own, or a PostgreSQL database that is dropped afterwards.
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU32, Ordering};
use tandem_store::Db;
use tempfile::TempDir;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    Sqlite,
    /// The server that `TANDEM_TEST_PG` names.
    Postgres,
}

/// An empty database that goes when the test ends.
pub struct TestDb {
    /// What `Db::open` takes.
    pub address: String,
    folder: TempDir,
    dropped: Option<(String, String)>,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl TestDb {
    /// Makes it; tables come when it is opened.
    pub async fn new(kind: Kind) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        match kind {
            Kind::Sqlite => {
                let address = folder.path().join("tandem.db").to_string_lossy().into_owned();
                Self { address, folder, dropped: None }
            }
            Kind::Postgres => {
                let server = server();
                let name = format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
                let (front, _) = server.rsplit_once('/').expect("the address ends with a database");
                let address = format!("{front}/{name}");
                // A process of the same number may have been killed before it could drop its own.
                let left = format!("drop database if exists {name} with (force)");
                let template = template(&server, front).await;
                execute(&server, &left).await;
                execute(&server, &format!("create database {name} template {template}")).await;
                Self { address, folder, dropped: Some((server, name)) }
            }
        }
    }

    /// A folder beside the database.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Opens it as the program does.
    pub async fn open(&self) -> Db {
        Db::open(&self.address).await.expect("the test database opens")
    }
}

/// Never passes by skipping: without PostgreSQL the tests that need it fail and say how to get it.
fn server() -> String {
    std::env::var("TANDEM_TEST_PG").unwrap_or_else(|_| {
        panic!("TANDEM_TEST_PG is not set, and the tests run on PostgreSQL too: run `cargo xtask pg` and the line that it prints")
    })
}

/// The tables as the first migration makes them; later ones are made when the copy is opened.
const TABLES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../store/migrations/postgres/0001_first_delivery.sql"
));
/// Held while the template is made.
const TEMPLATE_LOCK: i64 = 0x007a_4de3;

/// The database with tables and nothing in them that all others are copied from: made once by whichever test comes first, since making the
/// tables takes longer than copying them.
async fn template(server: &str, front: &str) -> String {
    let mut hasher = DefaultHasher::new();
    TABLES.hash(&mut hasher);
    let name = format!("tandem_tables_{:016x}", hasher.finish());
    let mut connection = connect(server).await;
    let locking = format!("select pg_advisory_lock({TEMPLATE_LOCK})");
    connection.execute(AssertSqlSafe(locking)).await.expect("the lock comes free");
    let there = sqlx::query("select 1 from pg_database where datname = $1").bind(&name);
    if there.fetch_optional(&mut connection).await.expect("the server answers").is_none() {
        // Under another name until it is whole.
        let begun = format!("{name}_begun");
        execute(server, &format!("drop database if exists {begun} with (force)")).await;
        execute(server, &format!("create database {begun}")).await;
        let db = Db::open(&format!("{front}/{begun}")).await.expect("the template opens");
        if let Db::Postgres(pool) = db {
            pool.close().await;
        }
        execute(server, &format!("alter database {begun} rename to {name}")).await;
    }
    // The lock goes with the connection.
    let _ = connection.close().await;
    name
}

async fn connect(address: &str) -> PgConnection {
    PgConnection::connect(address).await.unwrap_or_else(|error| {
        panic!("no PostgreSQL answers at TANDEM_TEST_PG={address} ({error}): run `cargo xtask pg` and the line that it prints")
    })
}

async fn execute(address: &str, sql: &str) {
    let mut connection = connect(address).await;
    connection.execute(AssertSqlSafe(sql.to_owned())).await.expect("the server obeys");
    let _ = connection.close().await;
}

impl Drop for TestDb {
    fn drop(&mut self) {
        let Some((server, name)) = self.dropped.take() else { return };
        // A test's own runtime cannot wait here; another thread's can.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime
                .expect("a runtime starts")
                .block_on(execute(&server, &format!("drop database if exists {name} with (force)")));
        });
        let _ = dropping.join();
    }
}

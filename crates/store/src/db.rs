//! One database, of either kind, and how it is opened.
use crate::write::{Job, Writer};
use crate::{Error, Result, Tx};
use futures::future::BoxFuture;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use std::str::FromStr;
use std::time::Duration;

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Before this version a checkpoint could overwrite pages that another connection still needed.
pub const SQLITE_VERSION_MIN: (u32, u32, u32) = (3, 51, 3);
const READERS_MAX: u32 = 8;

/// A database: cheap to clone, shared by everybody.
#[derive(Clone)]
pub enum Db {
    /// One file, one writer, many readers.
    Sqlite(SqlitePool, Writer),
    /// A server.
    Postgres(PgPool),
}

/// Runs the same body on the reading side of either database.
macro_rules! both {
    ($db:expr, |$pool:ident| $body:expr) => {
        match $db {
            $crate::Db::Sqlite($pool, _) => $body,
            $crate::Db::Postgres($pool) => $body,
        }
    };
}
pub(crate) use both;

impl Db {
    /// Opens a database (a path, `sqlite:PATH` or `postgres://...`), and brings its tables up to date.
    pub async fn open(address: &str) -> Result<Self> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return open_postgres(address).await;
        }
        if address.contains("://") {
            return Err(Error::Address(address.to_owned()));
        }
        open_sqlite(address.strip_prefix("sqlite:").unwrap_or(address)).await
    }

    /// Whether this is the single-file kind.
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(..))
    }

    /// Runs `work` in one transaction: all of it happens, durably, before the answer; or nothing of it.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        match self {
            Self::Sqlite(_, writer) => writer.run(work).await,
            Self::Postgres(pool) => {
                let mut tx = Tx::Postgres(pool.begin().await?);
                let outcome = work(&mut tx).await;
                let Tx::Postgres(tx) = tx else { return Err(Error::RolledBack) };
                match outcome {
                    Ok(value) => tx.commit().await.map(|()| value).map_err(Error::from),
                    Err(error) => tx.rollback().await.map_err(Error::from).and(Err(error)),
                }
            }
        }
    }

    /// Whether the database answers and can be written: writes a row, because a full disk takes everything else.
    pub async fn ping(&self) -> Result<()> {
        let sql = "insert into id_block (name, next) values ('ping', 0) \
                   on conflict (name) do update set next = 1 - id_block.next";
        self.write(move |tx| Box::pin(async move { tx.execute(sql).await.map(|_| ()) })).await
    }
}

async fn open_sqlite(path: &str) -> Result<Db> {
    let options = SqliteConnectOptions::from_str(&format!("sqlite:{path}"))
        .map_err(|_| Error::Address(path.to_owned()))?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .pragma("mmap_size", "0")
        .pragma("cache_size", "-65536")
        .pragma("temp_store", "memory");
    let writing = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    let writing = writing.connect_with(options.clone()).await?;
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(&writing).await?;
    if parse_version(&version) < Some(SQLITE_VERSION_MIN) {
        return Err(Error::OldSqlite(version));
    }
    SQLITE.run(&writing).await.map_err(migration)?;
    let connection = writing.acquire().await?;
    let readers =
        SqlitePoolOptions::new().max_connections(READERS_MAX).connect_with(options.read_only(true)).await?;
    Ok(Db::Sqlite(readers, Writer::start(connection)))
}

async fn open_postgres(address: &str) -> Result<Db> {
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_secs(10))
        .connect(address)
        .await?;
    POSTGRES.run(&pool).await.map_err(migration)?;
    Ok(Db::Postgres(pool))
}

fn migration(error: MigrateError) -> Error {
    match error {
        MigrateError::VersionMissing(_) => Error::NewerSchema,
        MigrateError::Execute(error) => error.into(),
        other => Error::Database(sqlx::Error::Migrate(Box::new(other))),
    }
}

pub fn parse_version(text: &str) -> Option<(u32, u32, u32)> {
    let mut numbers = text.split('.').map(|part| part.parse().ok());
    Some((numbers.next()??, numbers.next()??, numbers.next()??))
}

impl Writer {
    async fn run<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        let (job, answer) = Job::new(work);
        self.send(job)?;
        answer.await.map_err(|_| Error::NotWritable("no transaction could begin".to_owned()))?
    }
}

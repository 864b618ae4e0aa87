//! What can go wrong in the store, as far as a caller can act on it.
use tandem_core::languages::Words;

/// Why the store did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address of the database is not understood.
    #[error("`{0}` is not a database: give a file path, `sqlite:PATH` or `postgres://...`")]
    Address(String),
    /// SQLite before the fix of the WAL-reset bug.
    #[error("SQLite {0} can corrupt a database under load: 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// The database was written by a newer Tandem.
    #[error("the database was made by a newer version: use that version or restore a backup")]
    NewerSchema,
    /// A rule of the database refused the change.
    #[error("the change breaks a rule of the database: {0}")]
    Refused(String),
    /// A rule of the business refused it in the middle of a transaction, said in both languages.
    #[error("{0}")]
    Said(Words),
    /// No room left on the disk, or the file may not be written.
    #[error("the database cannot be written: {0}")]
    NotWritable(String),
    /// Anything else the database reports.
    #[error("the database failed: {0}")]
    Database(sqlx::Error),
    /// The work asked for its own transaction to be undone.
    #[error("rolled back")]
    RolledBack,
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let Some(database) = error.as_database_error() else { return Self::Database(error) };
        if database.is_unique_violation()
            || database.is_foreign_key_violation()
            || database.is_check_violation()
        {
            return Self::Refused(database.message().to_owned());
        }
        match database.code().as_deref() {
            // SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR; PostgreSQL's full disk and read-only server.
            Some("13" | "8" | "10" | "53100" | "25006") => Self::NotWritable(database.message().to_owned()),
            // SQLite reports a trigger's refusal and deferred foreign keys under these.
            // PostgreSQL refuses text that is none (22021).
            Some("1811" | "19" | "787" | "P0001" | "22021") => Self::Refused(database.message().to_owned()),
            _ => Self::Database(error),
        }
    }
}

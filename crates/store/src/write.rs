//! Writing: one transaction per piece of work. On SQLite one writer takes all waiting pieces into one durable commit, each in a
//! savepoint of its own, and answers nobody before the commit.
use crate::{Error, Result};
use futures::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};
use tokio::sync::{mpsc, oneshot};

/// Pieces of work that one commit takes at most.
const GROUP_MAX: usize = 256;

/// An open transaction on either database.
pub enum Tx {
    /// The writer's connection, inside a savepoint.
    Sqlite(PoolConnection<Sqlite>),
    /// A transaction of its own.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs the same body on the connection of either transaction.
macro_rules! within {
    ($tx:expr, |$connection:ident| $body:expr) => {
        match $tx {
            $crate::Tx::Sqlite($connection) => $body,
            $crate::Tx::Postgres($connection) => $body,
        }
    };
}
pub(crate) use within;

impl Tx {
    /// Runs a statement without parameters; returns the number of rows it touched.
    pub(crate) async fn execute(&mut self, sql: &str) -> Result<u64> {
        let sql = AssertSqlSafe(sql.to_owned());
        Ok(within!(self, |c| sqlx::raw_sql(sql).execute(&mut **c).await?.rows_affected()))
    }
}

type Work = Box<dyn for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Box<dyn Answer>> + Send>;

/// A piece of work that waits for the writer.
pub struct Job(Work);

/// The outcome of a piece of work, held back until the commit.
trait Answer: Send {
    fn is_ok(&self) -> bool;
    fn give(self: Box<Self>, committed: std::result::Result<(), String>);
}

struct Held<T>(Result<T>, oneshot::Sender<Result<T>>);

impl<T: Send> Answer for Held<T> {
    fn is_ok(&self) -> bool {
        self.0.is_ok()
    }

    fn give(self: Box<Self>, committed: std::result::Result<(), String>) {
        let Held(outcome, sender) = *self;
        let outcome = match (outcome, committed) {
            (Ok(_), Err(reason)) => Err(Error::NotWritable(reason)),
            (outcome, _) => outcome,
        };
        // Whoever no longer waits has lost interest, not the write.
        let _ = sender.send(outcome);
    }
}

impl Job {
    /// Wraps work; the answer arrives after the commit.
    pub fn new<T, F>(work: F) -> (Self, oneshot::Receiver<Result<T>>)
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Tx) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let work: Work = Box::new(move |tx| {
            Box::pin(async move { Box::new(Held(work(tx).await, sender)) as Box<dyn Answer> })
        });
        (Self(work), receiver)
    }
}

/// The one writer of a SQLite file.
#[derive(Clone)]
pub struct Writer(mpsc::UnboundedSender<Job>);

impl Writer {
    /// Starts the writer on its connection; it ends when the last handle is gone.
    pub fn start(connection: PoolConnection<Sqlite>) -> Self {
        let (sender, receiver) = mpsc::unbounded_channel();
        tokio::spawn(write_groups(Tx::Sqlite(connection), receiver));
        Self(sender)
    }

    /// Puts a piece of work in the queue.
    pub fn send(&self, job: Job) -> Result<()> {
        self.0.send(job).map_err(|_| Error::NotWritable("the writer has ended".to_owned()))
    }
}

async fn write_groups(mut tx: Tx, mut jobs: mpsc::UnboundedReceiver<Job>) {
    while let Some(first) = jobs.recv().await {
        let mut answers = Vec::new();
        let committed =
            write_group(&mut tx, first, &mut jobs, &mut answers).await.map_err(|error| error.to_string());
        if committed.is_err() {
            // SQLite may have rolled back by itself (a full disk does); then this fails, and that is fine.
            let _ = tx.execute("rollback").await;
        }
        for answer in answers {
            answer.give(committed.clone());
        }
    }
}

/// A failed piece of work is rolled back alone. No constraint is deferred to the commit, so no neighbour fails with it.
async fn write_group(
    tx: &mut Tx,
    first: Job,
    jobs: &mut mpsc::UnboundedReceiver<Job>,
    answers: &mut Vec<Box<dyn Answer>>,
) -> Result<()> {
    // A piece of work that is dropped here, or by a savepoint that cannot begin, is answered by its closed channel.
    tx.execute("begin immediate").await?;
    let mut next = Some(first);
    while let Some(Job(work)) = next {
        tx.execute("savepoint work").await?;
        let answer = work(tx).await;
        let end = if answer.is_ok() { "release work" } else { "rollback to work; release work" };
        answers.push(answer);
        // A full disk makes SQLite roll back everything by itself: going on would write outside of the transaction.
        tx.execute(end).await?;
        next = if answers.len() < GROUP_MAX { jobs.try_recv().ok() } else { None };
    }
    tx.execute("commit").await.map(|_| ())
}

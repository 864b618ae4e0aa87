//! Working studies off: any node takes a chunk for a while, plays it, keeps what came of it; whoever finds a stage complete begins the next. A node
//! that ends takes nothing with it: what it held is taken by another when its time is over.
use super::studies::text;
use crate::events::Event;
use crate::{Actor, App, Error, Result};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use tandem_engines::simulate::study::{self, Answer, Next, Piece, Question, Sample, Stage, Unplayable};
use tandem_store::designs::{self as store, ChunkRow, SamplesRow};

/// How long a node may hold a chunk, in microseconds: many times what one takes, and short enough that nobody notices a node that fell over. Who
/// comes later than that still counts, if no other was faster.
const HELD_US: i64 = 30_000_000;
/// How long a node that found nothing to do waits before it looks again: another may have begun a study.
const LOOKS_EVERY: Duration = Duration::from_secs(1);

/// One that works studies off.
pub struct Worker {
    app: App,
    node: String,
    /// The question of the study that it worked on last.
    question: Option<(i64, Arc<Question>)>,
}

impl Worker {
    /// A worker under a name of its own.
    pub fn new(app: App, node: impl Into<String>) -> Self {
        Self { app, node: node.into(), question: None }
    }

    /// Does one piece of work; false where there is none.
    pub async fn work(&mut self) -> Result<bool> {
        if !store::has_work(&self.app.db).await? {
            self.question = None;
            return Ok(false);
        }
        if let Some((study, stage)) = store::ready(&self.app.db).await? {
            self.advance(study, stage).await?;
            return Ok(true);
        }
        let Some(chunk) = self.take().await? else { return Ok(false) };
        self.play(chunk).await?;
        Ok(true)
    }

    /// Takes a chunk and holds it for a while.
    pub async fn take(&self) -> Result<Option<ChunkRow>> {
        let (node, now) = (self.node.clone(), self.app.clock.now_us());
        let taken = self
            .app
            .db
            .write(move |tx| Box::pin(async move { store::take(tx, &node, now, now + HELD_US).await }));
        Ok(taken.await?)
    }

    /// Plays a chunk and keeps what came of it.
    pub async fn play(&mut self, chunk: ChunkRow) -> Result<()> {
        let question = self.question(chunk.study_id).await?;
        let pieces: Vec<Piece> = read(&chunk.pieces)?;
        let played = blocking(move || {
            let samples = pieces.iter().map(|piece| study::play(&question, piece));
            samples.collect::<std::result::Result<Vec<Vec<Sample>>, Unplayable>>()
        });
        let samples = match played.await? {
            Ok(samples) => samples,
            Err(unplayable) => return self.end(chunk.study_id, chunk.stage, Err(unplayable)).await,
        };
        let runs = samples.iter().map(Vec::len).sum::<usize>() as i64;
        let samples = text(&samples)?;
        let kept = self
            .app
            .db
            .write(move |tx| Box::pin(async move { store::finish(tx, &chunk, &samples, runs).await }));
        kept.await?;
        Ok(())
    }

    async fn question(&mut self, study: i64) -> Result<Arc<Question>> {
        if let Some((_, question)) = self.question.as_ref().filter(|(id, _)| *id == study) {
            return Ok(Arc::clone(question));
        }
        let stored = store::question(&self.app.db, study).await?.ok_or(Error::NotFound("study"))?;
        let question: Arc<Question> = Arc::new(read(&stored)?);
        self.question = Some((study, Arc::clone(&question)));
        Ok(question)
    }

    /// What comes after a stage: the next one, or the end.
    async fn advance(&mut self, study: i64, stage: i64) -> Result<()> {
        let question = self.question(study).await?;
        let rows = store::samples(&self.app.db, study).await?;
        let asked = blocking(move || -> Result<Outcome> {
            let done = stages(&rows)?;
            Ok(match study::next(&question, &done).map_err(|error| Error::Invalid(error.to_string()))? {
                Next::Answer(answer) => Outcome::Answer(answer),
                Next::Run(tasks) => {
                    let chunks =
                        study::cut(&question, &tasks).map_err(|error| Error::Invalid(error.to_string()))?;
                    Outcome::Chunks(chunks.iter().map(text).collect::<Result<_>>()?)
                }
            })
        });
        match asked.await? {
            Ok(Outcome::Answer(answer)) => self.end(study, stage, Ok(*answer)).await,
            Ok(Outcome::Chunks(chunks)) => {
                let begun = self.app.db.write(move |tx| {
                    Box::pin(async move { store::advance(tx, study, stage, &chunks).await })
                });
                begun.await?;
                self.app.studies.notify_waiters();
                Ok(())
            }
            Err(error) => self.end(study, stage, Err(Unplayable(error.to_string()))).await,
        }
    }

    async fn end(
        &self,
        study: i64,
        stage: i64,
        outcome: std::result::Result<Answer, Unplayable>,
    ) -> Result<()> {
        let outcome = match outcome {
            Ok(answer) => Ok(text(&answer)?),
            Err(unplayable) => Err(unplayable.to_string()),
        };
        let kind = if outcome.is_ok() { "study.answered" } else { "study.failed" };
        let now = self.app.clock.now_us();
        let event = Event::new(&self.app, &Actor::operator(), kind, "study", json!({"node": self.node}));
        let ended = self.app.db.write(move |tx| {
            Box::pin(async move {
                let outcome = outcome.as_deref().map_err(String::as_str);
                let ended = store::end(tx, study, stage, outcome, now).await?;
                if ended {
                    event.append(tx, study).await?;
                }
                Ok(ended)
            })
        });
        ended.await?;
        Ok(())
    }
}

enum Outcome {
    Answer(Box<Answer>),
    Chunks(Vec<String>),
}

/// The stages of a study from what its chunks came to.
fn stages(rows: &[SamplesRow]) -> Result<Vec<Stage>> {
    let mut done: Vec<Stage> = Vec::new();
    let last = rows.iter().map(|row| row.stage).max().unwrap_or(-1);
    for stage in 0..=last {
        let mut all = Vec::new();
        for row in rows.iter().filter(|row| row.stage == stage) {
            let (pieces, samples): (Vec<Piece>, Vec<Vec<Sample>>) = (read(&row.pieces)?, read(&row.samples)?);
            all.extend(pieces.into_iter().map(|piece| piece.of).zip(samples));
        }
        let tasks = all.iter().map(|(of, _)| of + 1).max().unwrap_or(0);
        done.push(study::gather(tasks, all));
    }
    Ok(done)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Conflict(format!("a study cannot be read: {error}")))
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Error::Conflict(format!("a study was not worked on: {error}")))
}

/// Works studies off until `app` ends, with one worker per core less one; waits where there is nothing to do.
pub async fn work_until(app: App, node: String) {
    let workers = (0..cores().saturating_sub(1).max(1)).map(|at| one(app.clone(), format!("{node}/{at}")));
    let mut working = tokio::task::JoinSet::new();
    workers.for_each(|worker| drop(working.spawn(worker)));
    while working.join_next().await.is_some() {}
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

async fn one(app: App, node: String) {
    let mut worker = Worker::new(app.clone(), node);
    loop {
        let busy = worker.work().await.unwrap_or_else(|error| {
            tracing::error!(%error, "a study could not be worked on: {error}");
            false
        });
        if !busy {
            let _ = tokio::time::timeout(LOOKS_EVERY, app.studies.notified()).await;
        }
    }
}

/// Works all studies off with every core, where nobody serves this database.
pub(crate) async fn work_off(app: &App) -> Result<()> {
    let mut working: tokio::task::JoinSet<Result<()>> = tokio::task::JoinSet::new();
    for at in 0..cores() {
        let app = app.clone();
        working.spawn(async move {
            let mut worker = Worker::new(app.clone(), format!("here/{at}"));
            // A stage that others still play has nothing to take, and the next one may.
            while worker.work().await? || store::has_work(&app.db).await? {
                tokio::task::yield_now().await;
            }
            Ok(())
        });
    }
    while let Some(done) = working.join_next().await {
        done.map_err(|error| Error::Conflict(format!("a study was not worked on: {error}")))??;
    }
    Ok(())
}

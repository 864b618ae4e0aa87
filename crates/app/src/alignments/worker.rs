//! Solving in the background: any node takes a piece, says how far it is, and keeps the answer; whoever finds all pieces answered makes the proposals. A
//! node that ends takes nothing with it: its piece is taken by another when its time is over.
use super::{read, text};
use crate::events::Event;
use crate::{Actor, App, Error, Result};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;
use tandem_core::alignments::{Input, Setup};
use tandem_engines::align::company::{
    self, Decided, Emphasis, Failed, Figures, MOVES_PER_ITEM, Solved, Worth, bounded, figures, front,
};
use tandem_engines::align::effort::{Budget, Effort, Progress};
use tandem_store::alignments::{self as store, PieceRow, ProposalRow};

/// How long a node may be silent, in microseconds.
const HELD_US: i64 = 60_000_000;
/// How often it says how far it is.
const BEAT: Duration = Duration::from_millis(700);
/// How long a node that found nothing to do waits before it looks again.
const LOOKS_EVERY: Duration = Duration::from_secs(1);

/// One that solves alignments.
pub struct Worker {
    app: App,
    node: String,
}

impl Worker {
    /// A worker under a name of its own.
    pub fn new(app: App, node: impl Into<String>) -> Self {
        Self { app, node: node.into() }
    }

    /// Does one piece of work; false where there is none.
    pub async fn work(&self) -> Result<bool> {
        if !store::has_work(&self.app.db).await? {
            return Ok(false);
        }
        if let Some(solve) = store::ready(&self.app.db).await? {
            self.conclude(solve).await?;
            return Ok(true);
        }
        let Some(piece) = self.take().await? else { return Ok(false) };
        self.play(piece).await?;
        Ok(true)
    }

    /// Takes a piece and holds it for a while.
    pub async fn take(&self) -> Result<Option<PieceRow>> {
        let (node, now) = (self.node.clone(), self.app.clock.now_us());
        let taken = self
            .app
            .db
            .write(move |tx| Box::pin(async move { store::take(tx, &node, now, now + HELD_US).await }));
        Ok(taken.await?)
    }

    /// Solves a piece and keeps its answer.
    pub async fn play(&self, piece: PieceRow) -> Result<()> {
        let Some((_, input, setup)) = store::input_of(&self.app.db, piece.solve_id).await? else {
            return Ok(());
        };
        let (input, setup): (Input, Setup) = (read(&input)?, read(&setup)?);
        let Some(emphasis) = Emphasis::named(&piece.emphasis) else {
            return self.fail(piece.solve_id, format!("`{}` is no emphasis", piece.emphasis)).await;
        };
        let (far, cancel) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicBool::new(false)));
        let (seen, ended) = (Arc::clone(&far), Arc::clone(&cancel));
        let solving = tokio::task::spawn_blocking(move || solved(&input, &setup, emphasis, &seen, &ended));
        match self.watched(&piece, solving, &far, &cancel).await? {
            _ if cancel.load(Ordering::Relaxed) => Ok(()),
            Ok(solved) => {
                let answer = text(&solved)?;
                let kept = self
                    .app
                    .db
                    .write(move |tx| Box::pin(async move { store::finish(tx, &piece, &answer).await }));
                kept.await?;
                Ok(())
            }
            Err(failed) => self.fail(piece.solve_id, failed.to_string()).await,
        }
    }

    /// Waits for an answer, and says meanwhile how far it is; ends it where nobody wants it any more.
    async fn watched(
        &self,
        piece: &PieceRow,
        mut solving: tokio::task::JoinHandle<std::result::Result<Solved, Failed>>,
        far: &AtomicI64,
        cancel: &AtomicBool,
    ) -> Result<std::result::Result<Solved, Failed>> {
        loop {
            match tokio::time::timeout(BEAT, &mut solving).await {
                Ok(done) => {
                    return done
                        .map_err(|error| Error::Conflict(format!("an alignment was not solved: {error}")));
                }
                Err(_) => {
                    let (piece, node) = (piece.clone(), self.node.clone());
                    let (permille, until) = (far.load(Ordering::Relaxed), self.app.clock.now_us() + HELD_US);
                    let held = self.app.db.write(move |tx| {
                        Box::pin(async move { store::beat(tx, &piece, &node, permille, until).await })
                    });
                    if !held.await? {
                        cancel.store(true, Ordering::Relaxed);
                    }
                }
            }
        }
    }

    async fn fail(&self, solve: i64, reason: String) -> Result<()> {
        self.over(solve, Err(reason)).await
    }

    /// Makes the proposals of a solve: those answers that no other beats.
    async fn conclude(&self, solve: i64) -> Result<()> {
        let Some((alignment, input, setup)) = store::input_of(&self.app.db, solve).await? else {
            return Ok(());
        };
        let (input, _): (Input, Setup) = (read(&input)?, read(&setup)?);
        let mut found = Vec::new();
        for (emphasis, answer) in store::answers(&self.app.db, solve).await? {
            let solved: Solved = read(&answer)?;
            let figures = figures(&input, &solved.units, &solved.hunters);
            found.push((emphasis, answer, solved, figures));
        }
        let worths: Vec<Worth> = found.iter().map(|(.., figures)| worth(figures)).collect();
        let mut rows = Vec::new();
        for at in front(&worths) {
            let (emphasis, answer, solved, figures) = &found[at];
            rows.push(ProposalRow {
                alignment_id: alignment,
                emphasis: emphasis.clone(),
                solve_id: solve,
                version: 1,
                answer: answer.clone(),
                figures: text(figures)?,
                gap_e6: millionths(solved.gap()),
            });
        }
        self.over(solve, Ok((alignment, rows))).await
    }

    async fn over(
        &self,
        solve: i64,
        outcome: std::result::Result<(i64, Vec<ProposalRow>), String>,
    ) -> Result<()> {
        let now = self.app.clock.now_us();
        let kind = if outcome.is_ok() { "alignment.solved" } else { "alignment.failed" };
        let event = Event::new(&self.app, &Actor::operator(), kind, "alignment", json!({"node": self.node}));
        let ended = self.app.db.write(move |tx| {
            Box::pin(async move {
                if !store::end(tx, solve, outcome.as_ref().err().map(String::as_str), now).await? {
                    return Ok(());
                }
                let mut of = None;
                if let Ok((alignment, rows)) = &outcome {
                    store::replace(tx, *alignment, rows).await?;
                    of = Some(*alignment);
                }
                event.append(tx, of).await
            })
        });
        Ok(ended.await?)
    }
}

pub(super) fn millionths(share: f64) -> i64 {
    (share * 1e6).round().min(9e15) as i64
}

fn worth(figures: &Figures) -> Worth {
    Worth { balance: figures.imbalance[1], travel: figures.km[1], change: figures.moved_arr }
}

fn solved(
    input: &Input,
    setup: &Setup,
    emphasis: Emphasis,
    far: &AtomicI64,
    cancel: &AtomicBool,
) -> std::result::Result<Solved, Failed> {
    let progress = |now: Progress| far.store((now.share * 1e3).clamp(0.0, 999.0) as i64, Ordering::Relaxed);
    let effort = Effort {
        seed: 1,
        budget: Budget::Moves(bounded(input, MOVES_PER_ITEM)),
        threads: 1,
        progress: &progress,
        cancel,
    };
    company::solve(input, &Decided { locks: &setup.locks, pairs: &setup.pairs }, emphasis, &effort)
}

/// Solves alignments until `app` ends; waits where there is nothing to do.
pub async fn work_until(app: App, node: String) {
    let worker = Worker::new(app.clone(), node);
    loop {
        let busy = worker.work().await.unwrap_or_else(|error| {
            tracing::error!(%error, "an alignment could not be solved: {error}");
            false
        });
        if !busy {
            let _ = tokio::time::timeout(LOOKS_EVERY, app.alignments.notified()).await;
        }
    }
}

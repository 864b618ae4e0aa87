//! A study all in one go, where nobody else takes a part of the work.
use super::super::many::{Stopped, Watch, shared};
use super::answer::Answer;
use super::question::{Question, Unplayable};
use super::task::{Piece, Sample, Task, play};
use super::{Next, Stage, gather, next};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ended {
    /// A scenario cannot be played.
    #[error(transparent)]
    Unplayable(#[from] Unplayable),
    /// The work was stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// The answer of a study, on one thread.
///
/// # Errors
/// As [`next`].
pub fn answer(question: &Question) -> Result<Answer, Unplayable> {
    let mut done: Vec<Stage> = Vec::new();
    loop {
        match next(question, &done)? {
            Next::Answer(answer) => return Ok(*answer),
            Next::Run(tasks) => {
                let samples = tasks.iter().map(|task| play(question, &task.all()));
                done.push(samples.collect::<Result<Stage, Unplayable>>()?);
            }
        }
    }
}

/// The same answer on some threads, watched: progress counts runs.
///
/// # Errors
/// As [`next`], or where it was cancelled or there are no threads.
pub fn answer_watched(question: &Question, watch: &Watch) -> Result<Answer, Ended> {
    let mut done: Vec<Stage> = Vec::new();
    let runs_done = AtomicUsize::new(0);
    let progress = |_| (watch.progress)(runs_done.fetch_add(1, Ordering::Relaxed) + 1);
    let watch = Watch { progress: &progress, ..*watch };
    loop {
        match next(question, &done)? {
            Next::Answer(answer) => return Ok(*answer),
            Next::Run(tasks) => {
                let pieces: Vec<Piece> = tasks.iter().enumerate().flat_map(single).collect();
                let played = shared(pieces.len(), &watch, |at| play(question, &pieces[at]))?;
                let samples = played.into_iter().collect::<Result<Vec<Vec<Sample>>, Unplayable>>()?;
                let of = pieces.iter().map(|piece| piece.of);
                done.push(gather(tasks.len(), of.zip(samples)));
            }
        }
    }
}

/// A task in pieces of one seed.
fn single((of, task): (usize, &Task)) -> impl Iterator<Item = Piece> {
    let piece = move |at: usize| {
        let first_seed = task.first_seed.wrapping_add(at as u64);
        Piece { of, task: Task { first_seed, seeds: 1, ..task.clone() } }
    };
    (0..task.seeds).map(piece)
}

//! How long a computation may take, how it is watched and how it is ended.
use std::sync::atomic::{AtomicBool, Ordering};

/// When a search is over.
#[derive(Clone, Copy)]
pub enum Budget<'a> {
    /// After so many moves are tried: the same bytes on any machine and for any number of threads.
    Moves(u64),
    /// When this share, asked for now and then, has reached 1. The door knows the clock.
    Share(&'a (dyn Fn() -> f64 + Sync)),
}

/// What is known on the way.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// The share of the budget that is spent.
    pub share: f64,
    /// The best objective so far, in dollars, where there is one.
    pub objective: Option<f64>,
    /// The lower bound so far, in dollars.
    pub bound: f64,
}

/// Seed, budget, and the ways to watch and to end it.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// Of all chance.
    pub seed: u64,
    /// When it is over.
    pub budget: Budget<'a>,
    /// Threads that work, at least 1.
    pub threads: usize,
    /// Told now and then, from one thread.
    pub progress: &'a (dyn Fn(Progress) + Sync),
    /// Set from outside to end it; the best so far is the answer.
    pub cancel: &'a AtomicBool,
}

impl Effort<'_> {
    /// The share of the budget that is spent after so many moves.
    pub fn share(&self, moves: u64) -> f64 {
        match self.budget {
            Budget::Moves(all) => moves as f64 / all.max(1) as f64,
            Budget::Share(spent) => spent(),
        }
    }

    /// Whether it was ended from outside.
    pub fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

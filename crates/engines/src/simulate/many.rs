//! Many runs on some threads. Results come in the order of the jobs, so that they are the same for any number of threads.
use super::parameters::Scenario;
use super::run::{Run, simulate};
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How the work is shared out, watched and ended.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Threads that work, at least 1.
    pub threads: usize,
    /// Called after every run, from any thread, with the number of runs that are done.
    pub progress: &'a (dyn Fn(usize) + Sync),
    /// Set from outside to end the work: runs under way are finished, no other is begun.
    pub cancel: &'a AtomicBool,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// It was cancelled.
    #[error("stopped before the end")]
    Cancelled,
    /// The threads could not be had.
    #[error("{0} threads cannot be started: give fewer with `--threads`")]
    Threads(usize),
    /// Two scenarios of different lengths.
    #[error("the scenarios run for {0} and {1} weeks: give both the same `T`")]
    Weeks(i32, i32),
}

/// The seeds of a computation: so many from the first one on. They go round after the last number there is.
pub fn seeds(first: u64, count: usize) -> Vec<u64> {
    (0..count as u64).map(|more| first.wrapping_add(more)).collect()
}

/// Simulates every scenario with every seed and keeps of each run what `keep` says: one list per scenario, in the order of seeds.
///
/// # Errors
/// [`Stopped`] where it was cancelled or there are no threads.
pub fn runs<T: Send>(
    scenarios: &[Scenario],
    seeds: &[u64],
    watch: &Watch,
    keep: impl Fn(Run) -> T + Sync,
) -> Result<Vec<Vec<T>>, Stopped> {
    let jobs = scenarios.len() * seeds.len();
    let kept =
        shared(jobs, watch, |job| keep(simulate(&scenarios[job / seeds.len()], seeds[job % seeds.len()])))?;
    let mut kept = kept.into_iter();
    Ok(scenarios.iter().map(|_| kept.by_ref().take(seeds.len()).collect()).collect())
}

/// Does so many jobs; what they come to is in their order.
pub(super) fn shared<T: Send>(
    jobs: usize,
    watch: &Watch,
    work: impl Fn(usize) -> T + Sync,
) -> Result<Vec<T>, Stopped> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(watch.threads.max(1)).build();
    let pool = pool.map_err(|_| Stopped::Threads(watch.threads))?;
    let done = AtomicUsize::new(0);
    let one = |job: usize| {
        if watch.cancel.load(Ordering::Relaxed) {
            return None;
        }
        let kept = work(job);
        (watch.progress)(done.fetch_add(1, Ordering::Relaxed) + 1);
        Some(kept)
    };
    let kept: Option<Vec<T>> = pool.install(|| (0..jobs).into_par_iter().map(one).collect());
    kept.ok_or(Stopped::Cancelled)
}

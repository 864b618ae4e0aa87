//! How long to search, on what chance and threads, and how the progress is shown.
use super::measure::{Taken, peak_mb, seconds_cpu};
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;
use tandem_engines::align::effort::{Budget, Effort, Progress};

/// Seed, budget and threads; the same seed and moves give the same bytes for any number of threads.
#[derive(clap::Args)]
pub struct Search {
    /// The seed of all chance
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Seconds of processor time for each thread, reading included; 20 where neither seconds nor moves are given
    #[arg(long, value_parser = seconds)]
    seconds: Option<f64>,
    /// Moves to try instead: the same answer on every machine
    #[arg(long, conflicts_with = "seconds", value_parser = clap::value_parser!(u64).range(1..))]
    moves: Option<u64>,
    /// Threads that search
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: u16,
}

/// Seconds where nothing is said.
const SECONDS_USUAL: f64 = 20.0;

fn seconds(text: &str) -> Result<f64, String> {
    let fits = |seconds: &f64| (0.01..=1e6).contains(seconds);
    text.parse().ok().filter(fits).ok_or_else(|| "give seconds from 0.01 to 1000000".to_owned())
}

impl Search {
    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The work under this effort with its progress on stderr, and what it took.
    pub fn watched<T>(&self, cancel: &AtomicBool, work: impl FnOnce(&Effort) -> T) -> (T, Taken) {
        let begun = Instant::now();
        let limit = self.seconds.unwrap_or(SECONDS_USUAL) * f64::from(self.threads);
        let spent = || seconds_cpu() / limit;
        let budget = self.moves.map_or(Budget::Share(&spent), Budget::Moves);
        let shown = AtomicU64::new(u64::MAX);
        let progress = |now: Progress| show(now, begun, &shown);
        let threads = usize::from(self.threads);
        let result = work(&Effort { seed: self.seed, budget, threads, progress: &progress, cancel });
        if shown.into_inner() != u64::MAX && std::io::stderr().is_terminal() {
            eprintln!();
        }
        let taken =
            Taken { seconds_cpu: seconds_cpu(), seconds: begun.elapsed().as_secs_f64(), peak_mb: peak_mb() };
        (result, taken)
    }
}

/// Says how far the search is: on a terminal every percent on one line, else every tenth on its own.
fn show(now: Progress, begun: Instant, shown: &AtomicU64) {
    let terminal = std::io::stderr().is_terminal();
    let step = if terminal { 1 } else { 10 };
    let percent = ((now.share * 100.0) as u64).min(100) / step * step;
    if shown.swap(percent, Ordering::Relaxed) == percent {
        return;
    }
    let end = if terminal { "\r" } else { "\n" };
    let found = now.objective.map_or_else(String::new, |objective| {
        let gap = tandem_engines::align::report::gap(objective, now.bound);
        format!(", objective {objective:.0}, at most {:.2} % above the best possible", 100.0 * gap)
    });
    let seconds = begun.elapsed().as_secs_f64();
    // Progress that cannot be written is no reason to stop.
    let _ = write!(
        std::io::stderr(),
        "{percent} % after {seconds:.0} s: lower bound {:.0}{found}{end}",
        now.bound
    );
}

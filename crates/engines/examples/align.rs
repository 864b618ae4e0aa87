//! Tries the alignment engine out: `cargo run --release -p tandem-engines --example align -- DIR SEED SECONDS [THREADS [MOVES]]`.
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tandem_engines::align::effort::{Budget, Effort};
use tandem_engines::align::problem::Problem;
use tandem_engines::align::read::{self, Files};
use tandem_engines::align::solve::{Start, solve};
use tandem_engines::align::write;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, seed, seconds, more @ ..] = arguments.as_slice() else {
        return eprintln!("give DIR SEED SECONDS [THREADS [MOVES]]");
    };
    let number = |text: &String| text.parse::<f64>().unwrap_or_default();
    let threads = more.first().map_or(1, |threads| number(threads) as usize);
    let spent = || cpu() / number(seconds) / threads as f64;
    let budget = more.get(1).map_or(Budget::Share(&spent), |moves| Budget::Moves(number(moves) as u64));
    let Some(problem) = load(folder) else { return };
    let (progress, cancel) = (|_| {}, AtomicBool::new(false));
    let effort = Effort { seed: number(seed) as u64, budget, threads, progress: &progress, cancel: &cancel };
    let before = std::env::var("WARM").ok().and_then(|from| {
        let read = |name: &str| std::fs::read(Path::new(&from).join(name)).ok();
        let alignment = read::alignment(&problem, &read("solution.csv")?).ok()?;
        Some((alignment, read::certificate(&problem, &read("certificate.csv")?).ok()?))
    });
    match solve(&problem, &Start { before }, &effort) {
        Ok(answer) => {
            let (objective, bound) = (answer.objective.total(), answer.bound);
            let gap = 100.0 * (objective / bound - 1.0);
            let name = folder.rsplit('/').next().unwrap_or_default();
            println!(
                "{name} {objective:.0} {gap:.3}% bound {bound:.0} cpu {:.1} moves {}",
                cpu(),
                answer.moves
            );
            if let Ok(out) = std::env::var("OUT") {
                let written = std::fs::create_dir_all(&out)
                    .and_then(|()| {
                        std::fs::write(
                            Path::new(&out).join("solution.csv"),
                            write::alignment(&answer.alignment),
                        )
                    })
                    .and_then(|()| {
                        std::fs::write(
                            Path::new(&out).join("certificate.csv"),
                            write::certificate(&answer.prices),
                        )
                    });
                if let Err(error) = written {
                    eprintln!("{error}");
                }
            }
        }
        Err(error) => eprintln!("{error}"),
    }
}

/// Seconds of processor time of this process.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = text.split(' ').skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

fn load(folder: &str) -> Option<Problem> {
    let read = |name: &str| std::fs::read(Path::new(folder).join(name)).unwrap_or_default();
    let (accounts, reps, hunters, parameters) =
        (read("accounts.csv"), read("reps.csv"), read("hunters.csv"), read("params.json"));
    let files = Files { accounts: &accounts, reps: &reps, hunters: &hunters, parameters: &parameters };
    let told = |refusals: Vec<_>| refusals.iter().for_each(|refusal| eprintln!("{refusal}"));
    read::problem(&files).map_err(told).ok()
}

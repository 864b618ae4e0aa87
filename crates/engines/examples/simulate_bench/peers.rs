//! Other programs for the same model, timed in turns with ours, and the memory of a run.
use super::{quantile, times};
use std::process::Command;
use tandem_engines::simulate::{Scenario, simulate};

const ROUNDS: u64 = 11;

/// Times each peer in turns with ours and prints the ratio of the medians.
pub fn peers(python: &str, reference: Option<&str>) {
    println!("\n## Peers: the one-role default, medians of {ROUNDS} rounds in turns, one core each\n");
    println!("| program | median | ours | ratio | same counts and ARR |\n| --- | --- | --- | --- | --- |");
    peer("SimPy, bench/simulate/simpy_model.py", python, &["bench/simulate/simpy_model.py"]);
    if let Some(reference) = reference {
        peer("reference program, numpy", python, &["bench/simulate/time_reference.py", reference]);
    }
}

fn peer(name: &str, python: &str, program: &[&str]) {
    let scenario = Scenario::default();
    let (mut theirs, mut ours, mut same) = (Vec::new(), Vec::new(), true);
    for seed in 1..=ROUNDS {
        let output = Command::new(python).args(program).arg(seed.to_string()).output();
        let text =
            output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        let Some((seconds, result)) = text.trim().split_once(' ') else {
            return println!("| {name} | did not run | | | |");
        };
        theirs.push(seconds.parse().unwrap_or(f64::NAN) * 1e3);
        ours.push(quantile(&times(&scenario, seed..seed + 5), 0.5));
        let run = simulate(&scenario, seed);
        let counts = (run.count(|row| row.logos), run.count(|row| row.lost));
        same &= result == format!("{:.2} {} {}", run.arr(), counts.0, counts.1);
    }
    let (theirs, ours) = (quantile(&theirs, 0.5), quantile(&ours, 0.5));
    let same = if same { "yes" } else { "no" };
    println!("| {name} | {theirs:.0} ms | {ours:.2} ms | {:.0} | {same} |", theirs / ours);
}

/// The greatest memory of one run in a process of its own.
pub fn memory_of(which: &str, factor: f64) -> String {
    let program = std::env::current_exe().unwrap_or_default();
    let output = Command::new(program).args(["--memory", which, &factor.to_string()]).output();
    output.map_or_else(
        |_| "unknown".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

/// The greatest memory of this process until now, as Linux tells it.
pub fn memory_now() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kib.map_or_else(|| "unknown".to_owned(), |kib| format!("{:.0} MiB", kib / 1024.0))
}

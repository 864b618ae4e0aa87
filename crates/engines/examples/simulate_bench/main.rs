//! How fast the simulator is, how it grows, what it needs, and beside which peers. Prints Markdown.
//! `cargo run --release -p tandem-engines --example simulate_bench -- [PYTHON [REFERENCE.py]]`
//! With a Python that has SimPy it also times bench/simulate/simpy_model.py, and with a path to it the reference program.
mod peers;

use std::sync::atomic::AtomicBool;
use std::time::Instant;
use tandem_engines::simulate::{Budget, Scenario, Watch, search, simulate};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, which, times] = arguments.as_slice()
        && flag == "--memory"
    {
        return memory(which, times.parse().unwrap_or(1.0));
    }
    once();
    accounts();
    seats();
    whole_search();
    if let Some(python) = arguments.first() {
        peers::peers(python, arguments.get(1).map(String::as_str));
    }
}

/// The two-role plan that is timed beside the one-role default.
fn split() -> Scenario {
    Scenario { team: [0, 6, 4, 2], ..Scenario::default() }
}

/// Milliseconds of one run for each of some seeds, in order.
pub fn times(scenario: &Scenario, seeds: std::ops::Range<u64>) -> Vec<f64> {
    seeds
        .map(|seed| {
            let begun = Instant::now();
            std::hint::black_box(simulate(scenario, seed));
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect()
}

/// The value that a share of the values lies below.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = (share * (values.len() as f64 - 1.0)).round() as usize;
    values.get(at).copied().unwrap_or(f64::NAN)
}

fn once() {
    println!("## One run: 3 years, 3,300 accounts, 12 seats, one core\n");
    println!("| scenario | runs | least | median | 90 % below |\n| --- | --- | --- | --- | --- |");
    for (name, scenario) in
        [("one role", Scenario::default()), ("6 hunters, 4 + 2 account managers", split())]
    {
        times(&scenario, 0..20);
        let times = times(&scenario, 0..300);
        let [least, median, most] = [0.0, 0.5, 0.9].map(|share| quantile(&times, share));
        println!("| {name} | {} | {least:.2} ms | {median:.2} ms | {most:.2} ms |", times.len());
    }
}

fn accounts() {
    println!("\n## Growth with accounts: the same 12 seats in a larger market\n");
    println!("| accounts | median | per account | greatest memory |\n| --- | --- | --- | --- |");
    for times in [1.0, 3.0, 10.0, 30.0, 100.0, 303.0] {
        row("accounts", times, |s| s.accounts.iter().sum::<usize>().to_string(), |s| s.accounts.iter().sum());
    }
}

fn seats() {
    println!("\n## Growth with seats: a company larger in all, market and customers too\n");
    println!("| seats | median | per seat | greatest memory |\n| --- | --- | --- | --- |");
    for times in [1.0, 2.0, 4.0, 8.0, 16.0] {
        row("seats", times, |s| s.seats_before.to_string(), |s| s.seats_before);
    }
}

fn row(which: &str, factor: f64, name: fn(&Scenario) -> String, count: fn(&Scenario) -> usize) {
    let scenario = grown(which, factor);
    let repeats = (60.0 / factor).ceil().clamp(5.0, 60.0) as u64;
    let median = quantile(&times(&scenario, 0..repeats), 0.5);
    let per = median / count(&scenario) as f64 * 1e3;
    println!("| {} | {median:.2} ms | {per:.2} µs | {} |", name(&scenario), peers::memory_of(which, factor));
}

fn grown(which: &str, factor: f64) -> Scenario {
    let more = |count: usize| (count as f64 * factor).round() as usize;
    let mut scenario = split();
    scenario.accounts = scenario.accounts.map(more);
    if which == "seats" {
        scenario.team = scenario.team.map(more);
        scenario.seats_before = more(scenario.seats_before);
        scenario.customers_at_start = scenario.customers_at_start.map(more);
    }
    scenario
}

/// One run in a process of its own, which prints the greatest memory that it had.
fn memory(which: &str, factor: f64) {
    std::hint::black_box(simulate(&grown(which, factor), 1));
    println!("{}", peers::memory_now());
}

fn whole_search() {
    println!("\n## The default search: at most 12 seats, 64 seeds\n");
    println!("| threads | runs | seconds | runs a second |\n| --- | --- | --- | --- |");
    let budget = Budget { seats_max: 12, seeds: 64, first_seed: 1 };
    for threads in [1, 2] {
        let begun = Instant::now();
        let watch = Watch { threads, progress: &|_| {}, cancel: &AtomicBool::new(false) };
        match search(&Scenario::default(), &budget, &watch) {
            Ok(found) => {
                let seconds = begun.elapsed().as_secs_f64();
                println!(
                    "| {threads} | {} | {seconds:.1} | {:.0} |",
                    found.runs,
                    found.runs as f64 / seconds
                );
            }
            Err(stopped) => println!("| {threads} | {stopped} | | |"),
        }
    }
}

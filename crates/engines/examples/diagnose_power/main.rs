//! How often the diagnosis is wrong, and how often it finds what is there, on worlds whose truth is known. Prints Markdown.
//! `cargo run --release -p tandem-engines --example diagnose_power -- all 200 > docs/reference/diagnosis-power.md`
#[path = "../common/rate.rs"]
mod rate;
mod series;
mod worlds;

use rate::rate;
use rayon::prelude::*;
use std::time::Instant;
use tandem_engines::diagnose::finding::{LEVEL, corrected};
use tandem_engines::diagnose::{Answer, Diagnosis, Measure, Word, diagnose};
use worlds::{Kind, World, make};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let part = arguments.next().unwrap_or_else(|| "all".to_owned());
    let count = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(200);
    let wanted = |name: &str| part == "all" || part == name;
    if part == "all" {
        println!("{}", include_str!("head.md"));
    }
    if wanted("chance") {
        chance(count);
    }
    if wanted("trends") {
        series::trends(2 * count);
    }
    if wanted("power") {
        power(count / 2);
    }
    if wanted("speed") {
        speed();
    }
}

const USUAL: World = World { kind: Kind::Plain, sellers: 12, months: 36, lost_per_customer: 0.0, wins: 3.0 };

/// Diagnoses of as many worlds of a kind.
fn diagnoses(world: World, count: u64) -> Vec<Diagnosis> {
    (0..count).into_par_iter().map(|seed| diagnose(&make(world, seed), 7 + seed)).collect()
}

fn says(diagnosis: &Diagnosis, measure: Measure, answer: Answer) -> bool {
    diagnosis.findings.iter().any(|finding| finding.measure == measure && finding.answer == answer)
}

fn below(diagnosis: &Diagnosis, level: f64) -> bool {
    let crowd_out = |f: &&tandem_engines::diagnose::Finding| f.measure == Measure::CrowdOut;
    diagnosis
        .findings
        .iter()
        .find(crowd_out)
        .is_some_and(|finding| finding.p_value.is_some_and(|p| p <= level))
}

fn share(of: &[Diagnosis], is: impl Fn(&Diagnosis) -> bool) -> String {
    rate(of.iter().filter(|diagnosis| is(diagnosis)).count(), of.len())
}

fn chance(count: u64) {
    println!(
        "## Worlds without crowding out\n\n{count} worlds each; percent of worlds with the exact 95 % interval.\n"
    );
    println!(
        "| world | crowd_out `yes` | without hours: `yes` | verdict `stretched` | uncorrected p at most .05 | `no` | drift `yes` (either) | acquisition `yes` |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for kind in Kind::ALL {
        let all = diagnoses(World { kind, ..USUAL }, count);
        let drifts = |d: &Diagnosis| {
            says(d, Measure::DriftToEasy, Answer::Yes) || says(d, Measure::DriftToUrgent, Answer::Yes)
        };
        let falls = match kind {
            Kind::Shrinking | Kind::Fallback => {
                format!("{} (true)", share(&all, |d| says(d, Measure::AcquisitionTrend, Answer::Yes)))
            }
            _ => share(&all, |d| says(d, Measure::AcquisitionTrend, Answer::Yes)),
        };
        println!(
            "| {kind:?} | {} | {} | {} | {} | {} | {} | {falls} |",
            share(&all, |d| says(d, Measure::CrowdOut, Answer::Yes)),
            share(&all, |d| says(&without_hours(d), Measure::CrowdOut, Answer::Yes)),
            share(&all, |d| d.verdict.verdict == Word::Stretched),
            share(&all, |d| below(d, 0.05)),
            share(&all, |d| says(d, Measure::CrowdOut, Answer::No)),
            share(&all, drifts),
        );
    }
    println!();
}

fn power(count: u64) {
    println!(
        "## Worlds with crowding out\n\n{count} worlds each; `lost` is new customers a month lost per ten customers held.\n"
    );
    println!(
        "| sellers | months | lost | world | crowd_out `yes` | uncorrected p at most .05 | without hours: `yes` | wrongly `no` | mean estimate |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    let at = |sellers, months, lost: f64, kind| World {
        kind,
        sellers,
        months,
        lost_per_customer: lost,
        wins: 3.0,
    };
    let mut worlds: Vec<World> =
        [0.02, 0.05, 0.075, 0.1, 0.15, 0.2].map(|lost| at(12, 36, lost, Kind::Plain)).to_vec();
    worlds.extend([4, 6, 24, 48].map(|sellers| at(sellers, 36, 0.1, Kind::Plain)));
    worlds.extend([18, 24, 48, 60].map(|months| at(12, months, 0.1, Kind::Plain)));
    worlds.extend(
        [Kind::Seasonal, Kind::Turnover, Kind::Skilled, Kind::Shrinking, Kind::Streaks]
            .map(|kind| at(12, 36, 0.1, kind)),
    );
    for world in worlds {
        let all = diagnoses(world, count);
        let without: Vec<Diagnosis> = all.iter().map(without_hours).collect();
        let estimates: Vec<f64> = all.iter().filter_map(|d| d.findings[0].estimate).collect();
        println!(
            "| {} | {} | {} | {:?} | {} | {} | {} | {} | {:.2} |",
            world.sellers,
            world.months,
            10.0 * world.lost_per_customer,
            world.kind,
            share(&all, |d| says(d, Measure::CrowdOut, Answer::Yes)),
            share(&all, |d| below(d, 0.05)),
            share(&without, |d| says(d, Measure::CrowdOut, Answer::Yes)),
            share(&all, |d| says(d, Measure::CrowdOut, Answer::No)),
            estimates.iter().sum::<f64>() / estimates.len().max(1) as f64,
        );
    }
    println!();
}

/// What the diagnosis would have been had no hours been recorded: fewer questions, so a milder correction.
fn without_hours(diagnosis: &Diagnosis) -> Diagnosis {
    let mut diagnosis = diagnosis.clone();
    diagnosis.findings.truncate(3);
    let tested: Vec<(Measure, f64)> =
        diagnosis.findings.iter().map(|finding| (finding.measure, finding.p_value.unwrap_or(1.0))).collect();
    for (finding, adjusted) in diagnosis.findings.iter_mut().zip(corrected(&tested)) {
        let answered = finding.answer != Answer::NotEnoughData;
        finding.answer = match finding.answer {
            _ if answered && adjusted <= LEVEL => Answer::Yes,
            Answer::Yes => Answer::NotDistinguishable,
            other => other,
        };
    }
    diagnosis
}

fn speed() {
    println!(
        "## Speed\n\nOne core, one diagnosis with everything in it.\n\n| sellers | months | lost | seconds |\n| --- | --- | --- | --- |"
    );
    for (sellers, months, lost) in
        [(12, 36, 0.0), (12, 36, 0.1), (100, 48, 0.1), (1_000, 60, 0.0), (1_000, 60, 0.1)]
    {
        let panel = make(World { sellers, months, lost_per_customer: lost, ..USUAL }, 1);
        let start = Instant::now();
        let diagnosis = diagnose(&panel, 1);
        println!("| {sellers} | {months} | {} | {:.2} |", 10.0 * lost, start.elapsed().as_secs_f64());
        assert_eq!(diagnosis.sellers.len(), sellers);
    }
    println!();
}

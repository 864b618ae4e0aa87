//! Trying rules of engagement on a whole book in SQLite: reading it, the facts of every unit, the decision about each, and what would move.
use super::measure::{Cost, cost};
use super::{folder, median, tandem, world};
use crate::shell::root;
use anyhow::{Context, Result};
use std::process::Command;

const RUNS: usize = 3;

/// Prints seconds and peak memory of a try-out; every customer has one unit.
pub fn run(units: u64) -> Result<()> {
    let (tandem, folder) = (tandem()?, folder("rules")?);
    world::company(&folder.join("company"), units)?;
    let database = folder.join("tandem.db");
    let mut import = Command::new(&tandem);
    import.args(["import", "--source", "bench", "--json", "--db"]).arg(&database).arg(folder.join("company"));
    cost(&mut import)?;
    let mut costs: Vec<Cost> = Vec::new();
    for _ in 0..RUNS {
        let mut attempt = Command::new(&tandem);
        let document = root().join("examples/rules/article.yaml");
        attempt.args(["rules", "try", "--json", "--db"]).arg(&database).arg(document);
        costs.push(cost(&mut attempt)?);
    }
    let seconds = median(costs.iter().map(|cost| cost.seconds).collect());
    let peak = median(costs.iter().map(|cost| cost.peak_mib).collect());
    println!("{units} units from SQLite, median of {RUNS}: {seconds:.1} s, {peak:.0} MiB");
    std::fs::remove_dir_all(&folder).context("remove the benchmark's files")
}

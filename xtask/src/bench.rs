//! Benchmarks: figures for docs/reference/benchmarks.md, each beside a named peer in the same run. Never part of the tests.
mod doors;
mod import;
mod lists;
mod measure;
mod rules;
mod world;

use crate::shell::{command, root, step};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Runs one benchmark.
pub fn run(words: &[&str]) -> Result<()> {
    let size = |text: &str| text.parse::<u64>().map_err(anyhow::Error::from);
    match words {
        ["import"] => import::run(100_000, 1_000_000),
        ["import", customers, activities] => import::run(size(customers)?, size(activities)?),
        ["incentives"] => incentives(20_000),
        ["incentives", units] => incentives(size(units)?),
        ["lists"] => lists::run(100_000),
        ["lists", customers] => lists::run(size(customers)?),
        ["mass"] => mass(10_000),
        ["mass", units] => mass(size(units)?),
        ["rules"] => rules::run(1_000_000),
        ["rules", units] => rules::run(size(units)?),
        ["staffing"] => staffing(5_000),
        ["staffing", people] => staffing(size(people)?),
        _ => bail!(
            "usage: cargo xtask bench import [CUSTOMERS ACTIVITIES] | incentives [UNITS] | lists [CUSTOMERS] | mass [UNITS] | rules [UNITS] | staffing [PEOPLE]"
        ),
    }
}

/// Every period of a large company's year, its statements and its proof, on SQLite.
fn incentives(units: u64) -> Result<()> {
    doors::run("the incentives of a year", "incentives::speed::", units)
}

/// A leaver's units: the preview of their handoffs, the run and its undo, on both databases.
fn mass(units: u64) -> Result<()> {
    doors::run("a mass handoff", "mass::a_mass_handoff_is_looked_at", units)
}

/// A proposal for everybody of a large company, made, looked at and changed, on both databases.
fn staffing(people: u64) -> Result<()> {
    doors::run("a staffing proposal", "staffing::speed::", people)
}

/// The optimised program.
fn tandem() -> Result<PathBuf> {
    let build = ["build", "--quiet", "--release", "--package", "tandem-cli"];
    step("build tandem for speed", &mut command("cargo", &build))?;
    Ok(root().join("target/release/tandem"))
}

/// A folder for the files of a benchmark, empty.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = root().join("target/bench").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

//! Benchmarks: figures for docs/reference/benchmarks.md, each beside a named peer in the same run. Never part of the tests.
mod import;
mod lists;
mod measure;
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
        ["lists"] => lists::run(100_000),
        ["lists", customers] => lists::run(size(customers)?),
        _ => bail!("usage: cargo xtask bench import [CUSTOMERS ACTIVITIES] | lists [CUSTOMERS]"),
    }
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

//! `make test`: exactly what CI runs, each step one line.
use crate::shell::{self, command, step};
use crate::{generate, postgres, tidy, web};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs everything, or one part of it.
pub fn run(words: &[&str]) -> Result<()> {
    match words {
        [] => everything(),
        ["lint"] => lint(),
        ["rust"] => rust(),
        ["web"] => web::check(),
        ["browser"] => browser(),
        _ => bail!("usage: cargo xtask test [lint|rust|web|browser]"),
    }
}

fn everything() -> Result<()> {
    // What could be missing is asked for first, not after ten minutes.
    crate::chromium::program()?;
    let stop_after = std::env::var_os(postgres::VARIABLE).is_none();
    postgres::url()?;
    let outcome = web::build()
        .and_then(|()| beside(web::lint, || lint().and_then(|()| rust())))
        // With the program that the tests were built with: built on its own it would have other features, and be built anew.
        .and_then(|()| with_quick_folder(|folder| web::browse(&program(), folder)));
    if stop_after {
        postgres::stop()?;
    }
    outcome
}

/// Does one thing beside the other: what checks the page leaves a core idle, and so do long crates. The first failure is told after both.
fn beside(one: fn() -> Result<()>, other: impl FnOnce() -> Result<()>) -> Result<()> {
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        one.join().unwrap_or_else(|_| bail!("a check of the page ended in a panic")).and(other)
    })
}

fn lint() -> Result<()> {
    step("format", &mut command("cargo", &["fmt", "--all", "--check"]))?;
    tidy::run()?;
    step("build with lints", &mut linting(&["build", "--quiet", "--workspace", "--all-targets"])?)
}

/// A command of cargo that compiles the house's own crates with lints. What it builds is kept apart from what is built without, so lints and
/// tests ask for the same: checked on its own, every crate would be compiled twice.
fn linting(words: &[&str]) -> Result<Command> {
    if !shell::succeeds("clippy-driver", &["--version"]) {
        bail!("missing clippy: `rustup component add clippy`");
    }
    let mut cargo = command("cargo", words);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", shell::root().join("xtask/rustc-with-lints.sh"));
    Ok(cargo)
}

fn rust() -> Result<()> {
    let url = postgres::url()?;
    let nextest = shell::succeeds("cargo", &["nextest", "--version"]);
    let words: &[&str] = if nextest {
        &[
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "--status-level=slow",
            "--final-status-level=fail",
        ]
    } else {
        &["test", "--quiet", "--workspace", "--no-fail-fast"]
    };
    let mut tests = linting(words)?;
    with_quick_folder(|folder| step("rust tests", tests.env(postgres::VARIABLE, url).env("TMPDIR", folder)))?;
    generate::check()
}

fn browser() -> Result<()> {
    web::build()?;
    step("build tandem", &mut linting(&["build", "--quiet", "--package", "tandem-cli"])?)?;
    with_quick_folder(|folder| web::browse(&program(), folder))
}

/// Lends a folder that is gone afterwards, whatever tests that were killed left in it.
fn with_quick_folder(work: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let folder = shell::quick_folder().join(format!("tandem-tests-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = work(&folder);
    std::fs::remove_dir_all(&folder)?;
    outcome
}

fn program() -> PathBuf {
    shell::root().join("target/debug/tandem")
}

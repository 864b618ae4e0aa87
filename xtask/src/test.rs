//! `make test`: exactly what CI runs, each step one line.
use crate::shell::{self, command, step};
use crate::{generate, postgres, tidy, web};
use anyhow::{Result, bail};
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
        .and_then(|()| web::check())
        .and_then(|()| lint())
        .and_then(|()| rust())
        .and_then(|()| browser());
    if stop_after {
        postgres::stop()?;
    }
    outcome
}

fn lint() -> Result<()> {
    step("format", &mut command("cargo", &["fmt", "--all", "--check"]))?;
    tidy::run()?;
    let clippy = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    step("clippy", &mut command("cargo", &clippy))
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
    let mut tests: Command = command("cargo", words);
    step("rust tests", tests.env(postgres::VARIABLE, url))?;
    generate::check()
}

fn browser() -> Result<()> {
    web::build()?;
    step("build tandem", &mut command("cargo", &["build", "--quiet", "--package", "tandem-cli"]))?;
    web::browse(&shell::root().join("target/debug/tandem"))
}

//! `make demo`: from a fresh clone to the demo company in the browser.
use crate::shell::{command, step};
use crate::web;
use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::Path;

/// Builds everything, makes the demo company where there is none yet, serves it and prints the sign-in.
pub fn run(words: &[&str]) -> Result<()> {
    let port = port(words)?;
    web::build()?;
    step("build tandem", &mut command("cargo", &["build", "--quiet", "--package", "tandem-cli"]))?;
    let database = crate::shell::root().join("var/demo.db");
    std::fs::create_dir_all(database.parent().context("the database lies in a folder")?)?;
    let program = crate::shell::root().join("target/debug/tandem");
    let program = program.to_str().context("the workspace's path is not text")?;
    make_company(program, &database)?;
    eprintln!("\nTandem serves on http://127.0.0.1:{port}   (Ctrl-C ends it)");
    eprintln!("sign in as olivia@acme.example with the password tandem-demo");
    let mut serve = command(program, &["serve", "--addr", &format!("127.0.0.1:{port}")]);
    step("serve", serve.env("TANDEM_DB", &database))
}

/// Makes the company where it is not there as a whole: one whose making was interrupted is made anew.
fn make_company(program: &str, database: &Path) -> Result<()> {
    let made = database.with_extension("made");
    if database.exists() && made.exists() {
        return Ok(());
    }
    for ending in ["db", "db-wal", "db-shm"] {
        match std::fs::remove_file(database.with_extension(ending)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let file = database.to_str().context("the database's path is not text")?;
    step("make the demo company", &mut command(program, &["--db", file, "demo"]))?;
    Ok(std::fs::write(made, "")?)
}

/// The port asked for, else the usual one, else any free one.
fn port(words: &[&str]) -> Result<u16> {
    match words {
        [] => {
            let free =
                TcpListener::bind(("127.0.0.1", 8470)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)))?;
            Ok(free.local_addr()?.port())
        }
        ["--port", port] => port.parse().with_context(|| format!("`{port}` is not a port")),
        _ => bail!("usage: cargo xtask demo [--port N]"),
    }
}

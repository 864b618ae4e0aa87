//! The house's own chores: `cargo xtask <chore>`. Installs or names what a fresh machine lacks.
mod bench;
mod chromium;
mod demo;
mod generate;
mod licences;
mod postgres;
mod shell;
mod test;
mod tidy;
mod web;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask demo [--port N]   build everything, make the demo company, serve it on 127.0.0.1
cargo xtask test              everything that CI runs
cargo xtask test rust|web|browser|lint   one part of it
cargo xtask tidy              the house rules that no compiler checks
cargo xtask gen               refresh generated files (openapi.json, reference pages, API types)
cargo xtask bench import|lists|mass|rules   speed and memory beside a named peer
cargo xtask pg                start a throw-away PostgreSQL and print `export TANDEM_TEST_PG=...`
cargo xtask pg stop           stop it";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["demo", rest @ ..] => demo::run(rest),
        ["test", rest @ ..] => test::run(rest),
        ["tidy"] => tidy::run(),
        ["gen"] => generate::run(),
        ["bench", rest @ ..] => bench::run(rest),
        ["pg"] => postgres::print(),
        ["pg", "stop"] => postgres::stop(),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

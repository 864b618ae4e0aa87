//! Importing activities, beside the fastest plain loading of each database: no mapping, no matching, no journal, the same indexes.
use super::measure::{Cost, cost};
use super::{folder, median, tandem, world};
use crate::postgres;
use crate::shell::{command, install, output, succeeds};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

const RUNS: usize = 3;
const TABLE: &str = "create table activity (activity_id text not null, seller_id text, customer_id text, unit_id text, \
                     opportunity_id text, date text not null, minutes integer, kind text, category text, urgency text, initiated_by text);\n\
                     create unique index activity_external on activity (activity_id);\n\
                     create index activity_customer on activity (customer_id, date);\n\
                     create index activity_seller on activity (seller_id, date);";

/// Prints a table of rows per second and peak memory; the runs take turns.
pub fn run(customers: u64, count: u64) -> Result<()> {
    let (tandem, folder) = (tandem()?, folder("import")?);
    if !succeeds("sqlite3", &["--version"]) {
        install(&["sqlite3"])?;
    }
    world::company(&folder.join("company"), customers)?;
    world::activities(&folder.join("activities"), customers, count)?;
    let mut all: [Vec<Cost>; 4] = Default::default();
    for run in 0..RUNS {
        eprintln!("==> run {} of {RUNS}", run + 1);
        all[0].push(tandem_on(&tandem, &folder, &folder.join("tandem.db").to_string_lossy())?);
        all[1].push(sqlite(&folder)?);
        all[2].push(tandem_on(&tandem, &folder, &fresh_postgres("tandem_bench")?)?);
        all[3].push(copy(&folder, &fresh_postgres("tandem_bench_copy")?)?);
    }
    print(&all, count);
    std::fs::remove_dir_all(&folder).context("remove the benchmark's files")
}

/// Loads the company, then measures the import of the activities alone.
fn tandem_on(tandem: &Path, folder: &Path, database: &str) -> Result<Cost> {
    remove_sqlite(folder, "tandem.db");
    let import = |what: &str| {
        let mut command = Command::new(tandem);
        command.args(["import", "--db", database, "--source", "bench", "--json"]).arg(folder.join(what));
        command
    };
    cost(&mut import("company"))?;
    cost(&mut import("activities"))
}

fn sqlite(folder: &Path) -> Result<Cost> {
    remove_sqlite(folder, "plain.db");
    let script = format!(
        "pragma journal_mode = wal;\npragma synchronous = full;\n{TABLE}\n.import --csv --skip 1 {} activity\n",
        folder.join("activities/activities.csv").display()
    );
    let path = folder.join("plain.sql");
    std::fs::write(&path, script)?;
    let mut command = Command::new("sqlite3");
    command.arg(folder.join("plain.db")).stdin(std::fs::File::open(path)?);
    cost(&mut command)
}

fn remove_sqlite(folder: &Path, name: &str) {
    for end in ["", "-wal", "-shm"] {
        // The first run finds nothing to remove.
        let _ = std::fs::remove_file(folder.join(format!("{name}{end}")));
    }
}

fn copy(folder: &Path, database: &str) -> Result<Cost> {
    let file = folder.join("activities/activities.csv");
    let script = format!("{TABLE}\n\\copy activity from '{}' with (format csv, header)\n", file.display());
    let path = folder.join("copy.sql");
    std::fs::write(&path, script)?;
    let mut command = Command::new("psql");
    cost(command.args(["--quiet", "-v", "ON_ERROR_STOP=1", "-f"]).arg(path).arg(database))
}

/// A database of its own on the throw-away server.
fn fresh_postgres(name: &str) -> Result<String> {
    let server = postgres::url()?;
    for sql in [format!("drop database if exists {name}"), format!("create database {name}")] {
        output(&mut command("psql", &["--quiet", "-c", &sql, &server]))?;
    }
    let (address, _) = server.rsplit_once('/').context("the server's address names a database")?;
    Ok(format!("{address}/{name}"))
}

fn print(all: &[Vec<Cost>; 4], count: u64) {
    let names =
        ["tandem import, SQLite", "sqlite3 .import", "tandem import, PostgreSQL", "PostgreSQL \\copy"];
    let speed = |costs: &[Cost]| median(costs.iter().map(|cost| count as f64 / cost.seconds).collect());
    let peak = |costs: &[Cost]| median(costs.iter().map(|cost| cost.peak_mib).collect());
    println!(
        "| {count} activities | rows/s, median of {RUNS} | of the plain loading | peak memory of the client, MiB |"
    );
    println!("| --- | --- | --- | --- |");
    for (index, (name, costs)) in names.iter().zip(all).enumerate() {
        let peer = all.get(index | 1).map_or(f64::NAN, |peer| speed(peer));
        println!("| {name} | {:.0} | {:.2} | {:.0} |", speed(costs), speed(costs) / peer, peak(costs));
    }
}

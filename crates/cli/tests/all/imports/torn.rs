//! The program is killed in the middle of an import: nothing of it is there, and importing again completes it.
use crate::imports::world::PROGRAM;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tandem_testkit::{Kind, TestDb, dump};

fn files(folder: &Path) {
    let mut text = "customer_id,name,created_date\n".to_owned();
    (0..4_000).for_each(|n| writeln!(text, "c{n},Customer {n},2024-01-01").unwrap());
    std::fs::write(folder.join("customers.csv"), &text).unwrap();
    let mut text = "opportunity_id,customer_id,status,amount,currency,close_date\n".to_owned();
    (0..6_000).for_each(|n| writeln!(text, "o{n},c{},won,{n},EUR,2024-02-01", n % 4_000).unwrap());
    std::fs::write(folder.join("opportunities.csv"), &text).unwrap();
    let mut text = "activity_id,customer_id,date,minutes\n".to_owned();
    (0..10_000).for_each(|n| writeln!(text, "a{n},c{},2025-01-11,30", n % 4_000).unwrap());
    std::fs::write(folder.join("activities.csv"), &text).unwrap();
}

fn import(database: &str, folder: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(["--db", database, "import", "--json"]).arg(folder);
    command
}

/// Created and updated of a run that ends.
fn whole(database: &str, folder: &Path) -> (u64, u64) {
    let output = import(database, folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let sum = |name: &str| {
        report["objects"].as_array().unwrap().iter().map(|counts| counts[name].as_u64().unwrap()).sum()
    };
    (sum("created"), sum("updated"))
}

async fn killed_in_the_middle(kind: Kind) {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let measured = TestDb::new(kind).await;
    let begun = Instant::now();
    assert_eq!(whole(&measured.address, folder.path()), (20_000, 0));
    let takes = begun.elapsed();
    let database = TestDb::new(kind).await;
    let points: &[f64] = if kind == Kind::Sqlite { &[0.3, 0.6, 0.9] } else { &[0.6] };
    let mut torn = 0;
    for point in points {
        let mut child = import(&database.address, folder.path()).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(takes.mul_f64(*point));
        child.kill().unwrap();
        child.wait().unwrap();
        torn += usize::from(nothing_is_there(&database).await);
    }
    assert!(torn > 0, "at least one kill came before the end");
    // The last kills may have come too late to stop anything; then there is nothing left to do.
    let (created, updated) = whole(&database.address, folder.path());
    assert!([0, 20_000].contains(&created) && updated == 0, "{created} created, {updated} updated");
    assert_eq!(whole(&database.address, folder.path()), (0, 0), "the same files again change nothing");
    let records = dump(&database.open().await).await;
    assert_eq!(records.0["activity"].len(), 10_000);
    assert!(
        !records.0["import_run"].iter().any(|row| row.contains("running")),
        "ended runs are not said to go on"
    );
}

/// Whether nothing of the import is there; else all of it is.
async fn nothing_is_there(database: &TestDb) -> bool {
    // PostgreSQL notices after a moment that the other side is gone.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let found = dump(&database.open().await)
        .await
        .without(&["import_run", "id_block", "notice_state", "source", "customer_summary_day"])
        .0;
    if found["customer"].is_empty() {
        let left: Vec<&String> =
            found.iter().filter(|(_, rows)| !rows.is_empty()).map(|(table, _)| table).collect();
        assert!(left.is_empty(), "{left:?} hold rows of a killed import");
        return true;
    }
    let counts = ["customer", "opportunity", "activity", "subscription"].map(|table| found[table].len());
    assert_eq!(counts, [4_000, 6_000, 10_000, 5_999], "all of it or nothing");
    false
}

tandem_testkit::on_both!(killed_in_the_middle);

//! `tandem incentives unpaid` and `enter` on the demo company: the list is filled in, looked at, refused with a fault, kept, and gone from the list.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn tandem(database: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tandem"))
        .arg("incentives")
        .args(words)
        .env("TANDEM_DB", database)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn waiting(database: &Path) -> usize {
    let listed: Value = serde_json::from_str(&stdout(&tandem(database, &["unpaid", "--json"]))).unwrap();
    listed.as_array().unwrap().len()
}

#[test]
fn what_waits_is_filled_in_and_kept_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (database, file) = (folder.path().join("demo.db"), folder.path().join("payments.csv"));
    // A day on which something waits.
    let made = Command::new(env!("CARGO_BIN_EXE_tandem"))
        .args(["demo", "--customers", "60", "--as-of", "2026-11-29"])
        .env("TANDEM_DB", &database)
        .output()
        .unwrap();
    stdout(&made);
    let listed = stdout(&tandem(&database, &["unpaid"]));
    let (header, rows) = listed.split_once('\n').unwrap();
    let all = waiting(&database);
    assert_eq!((header, rows.lines().count()), ("payment_id,date,unit_id,amount,currency,of", all));
    let path = file.to_str().unwrap();

    // The first is filled in, and somebody who writes the same again forgets the day.
    let open = rows.lines().next().unwrap().strip_prefix(",,").unwrap();
    // It is paid on the day of the renewal, with which its name ends.
    let day = open.rsplit(' ').next().unwrap();
    let whole = format!("{header}\np0,{day},{open}\n");
    let faulty = format!("{whole}p1,,{open}\n");
    std::fs::write(&file, &faulty).unwrap();
    let refused = tandem(&database, &["enter", path]);
    assert!(!refused.status.success());
    let told = String::from_utf8(refused.stdout).unwrap();
    assert!(told.contains("line 3, column `date`: "), "{told}");
    assert!(String::from_utf8(refused.stderr).unwrap().contains("1 of 2 rows cannot be kept, so nothing is"));
    assert_eq!(waiting(&database), all, "the row that fits was not kept either");

    std::fs::write(&file, whole).unwrap();
    let looked = stdout(&tandem(&database, &["enter", path, "--dry-run"]));
    assert!(looked.contains("payable to ") && looked.contains("1 of 1 rows fit"), "{looked}");
    assert_eq!(waiting(&database), all, "looking keeps nothing");
    stdout(&tandem(&database, &["enter", path]));
    assert_eq!(waiting(&database), all - 1);
    assert!(!tandem(&database, &["enter", path]).status.success(), "the same payment does not come twice");
}

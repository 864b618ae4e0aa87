//! Hostile and broken files: each ends in a row-level problem or a clean refusal that says what to do, none in a panic.
use crate::imports::world::{PROGRAM, World, csv};
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use tandem_app::Actor;
use tandem_app::imports::{self, Report, Request};
use tandem_testkit::Kind;

mod cases;
use cases::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_hostile_file_ends_in_a_problem_or_a_refusal() {
    let mut cases: Vec<Case> = [encodings(), lines(), headers(), values(), links(), not_what_they_say()]
        .into_iter()
        .flatten()
        .collect();
    // The many records of some would slow down all that come after them.
    cases.sort_by_key(|case| if let Clean(records) = case.outcome { records } else { 0 });
    assert!(cases.len() >= 80, "{} cases", cases.len());
    let world = World::new(Kind::Sqlite).await;
    let mut wrong = Vec::new();
    for case in &cases {
        let folder = world.path(case.name);
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join(case.file);
        std::fs::write(&path, &case.bytes).unwrap();
        let request = Request { paths: vec![path], source: Some(case.name.to_owned()), mapping: None };
        let outcome =
            imports::run(&world.app, &Actor::operator(), request).await.map_err(|error| error.to_string());
        if !fits(&case.outcome, &outcome) {
            wrong.push(format!("{}: {outcome:?}", case.name));
        }
        std::fs::remove_dir_all(folder).unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn fits(expected: &Outcome, outcome: &Result<Report, String>) -> bool {
    match (expected, outcome) {
        (Refused(part), Err(reason)) => reason.contains(part),
        (Clean(records), Ok(report)) => report.problems.is_empty() && report.objects[0].created == *records,
        (Problem(line, column, part), Ok(report)) => report.problems.iter().any(|placed| {
            placed.line == *line && placed.problem.column == *column && placed.problem.problem.contains(part)
        }),
        _ => false,
    }
}

#[tokio::test]
async fn overlaps_and_gaps_of_ownership_are_problems_of_their_unit_alone() {
    let world = World::new(Kind::Sqlite).await;
    world.write(
        "sellers.csv",
        csv(&["seller_id|name|kind|role", "s1|Ann||hunter", "s2|Bo||", "q|Lead Queue||"]),
    );
    world.write("customers.csv", csv(&["customer_id|name", "c1|A", "c2|B", "c3|C", "c4|D"]));
    world.write("units.csv", csv(&["unit_id|customer_id|name", "u1|c1|A", "u2|c2|B", "u3|c3|C", "u4|c4|D"]));
    world.write(
        "ownerships.csv",
        csv(&[
            "unit_id|seller_id|role|start_date|end_date",
            "u1|s1||2024-01-01|2024-06-01",
            "u1|s2||2024-05-01|",
            "u2|s1||2024-01-01|2024-06-01",
            "u2|s2||2024-07-01|",
            "u3|q||2024-01-01|",
            "u4|s1||2024-01-01|2024-06-01",
            "u4|s2|manager|2024-06-01|",
            "u4|s9||2024-06-01|",
            "u9|s1||2024-06-01|",
            "u4|s1||2025-06-01|2025-01-01",
        ]),
    );
    let (report, records) = world.there_and_back().await;
    let ownership = report.objects.iter().find(|counts| counts.object == "ownerships").unwrap();
    assert_eq!((ownership.read, ownership.created, ownership.failed), (10, 2, 8), "{report:?}");
    let said = |line: i64| {
        report.problems.iter().find(|p| p.line == line).map_or("", |p| p.problem.problem.as_str())
    };
    assert!(said(2).contains("Two sellers own the unit from 2024-05-01"), "{}", said(2));
    assert!(said(4).contains("Nobody owns the unit from 2024-06-01 to 2024-07-01"), "{}", said(4));
    assert!(said(6).contains("queue or a program"), "{}", said(6));
    let rows = &records.0["ownership"];
    assert_eq!(rows.len(), 2);
    assert!(rows[0].contains("role='hunter'"), "a blank role is the seller's own: {}", rows[0]);
}

#[tokio::test]
async fn a_bad_file_in_a_folder_is_passed_over_with_the_reason() {
    let world = World::new(Kind::Sqlite).await;
    world.write("customers.csv", customers("1,A,2024-01-01\n"));
    world.write("empty.csv", "").write("locked.xlsx", [0xd0, 0xcf, 0x11, 0xe0]).write("picture.png", "PNG");
    let (report, _) = world.there_and_back().await;
    let said = |name: &str| report.notes.iter().any(|note| note.contains(name));
    assert!(
        said("`empty.csv` was passed over. It cannot be read: it is empty")
            && said("`locked.xlsx`")
            && !said("picture")
    );
}

#[tokio::test]
async fn two_files_of_one_name_are_refused_and_two_of_one_object_belong_together() {
    let world = World::new(Kind::Sqlite).await;
    for folder in ["a", "b"] {
        std::fs::create_dir(world.path(folder)).unwrap();
        world.write(&format!("{folder}/customers.csv"), customers("1,A,2024-01-01\n"));
    }
    let refused = world.try_run(&[world.path("a"), world.path("b")]).await.unwrap_err();
    assert!(refused.contains("two files are called `customers.csv`"), "{refused}");
    let world = World::new(Kind::Sqlite).await;
    world.write("a.csv", "customer_id,name,parent_id\n1,A,2\n3,C,\n");
    world.write("b.csv", "customer_id,name,parent_id\n2,B,\n3,C,\n1,Other,\n");
    let (report, records) = world.there_and_back().await;
    assert_eq!((report.objects[1].created, report.objects[1].unchanged, report.objects[1].failed), (1, 1, 1));
    let has_mother = |row: &String| row.contains("name='A'") && row.contains("parent_id=3");
    assert!(records.0["customer"].iter().any(has_mother), "{:?}", records.0["customer"]);
}

/// The whole program with little to allocate: a file of one line, far longer than a row may be, does not fill the memory.
#[test]
fn one_endless_line_does_not_fill_the_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (path, database): (PathBuf, PathBuf) =
        (folder.path().join("customers.csv"), folder.path().join("t.db"));
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(b"customer_id,name\n1,\"").unwrap();
    let chunk = vec![b'x'; 1 << 20];
    (0..400).for_each(|_| file.write_all(&chunk).unwrap());
    // Less than the file holds. The allocator reserves room for every thread that meets another, so their number is bounded.
    let script = "ulimit -v 400000; MALLOC_ARENA_MAX=2 exec \"$0\" --db \"$1\" import --json \"$2\"";
    let output = Command::new("sh").args(["-c", script, PROGRAM]).args([&database, &path]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        said.contains("longer than 8 MiB: is the quotation mark that opens in line 2 not closed?"),
        "{said}"
    );
}

//! Reading what comes in.
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};
use tandem_app::parts::{
    BATCH_BYTES, BATCH_ROWS, Batches, Bounded, Places, Step, Watch, as_text_within, is_archive,
};
use tandem_core::imports::records::Point;
use tandem_core::places::{Place, PlaceSource};
use tokio::sync::mpsc;

/// Rows that the CSV reader gives, and the error it ends with.
fn check(text: &str, rows: usize, error: &str) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(Bounded::new(text.as_bytes(), b','));
    let read: Vec<_> = reader.byte_records().collect();
    let fine = read.iter().filter(|row| row.is_ok()).count();
    let last = read.into_iter().filter_map(Result::err).next().map_or(String::new(), |e| e.to_string());
    assert_eq!(fine, rows, "{last}");
    assert!(if error.is_empty() { last.is_empty() } else { last.contains(error) }, "{last}");
}

#[test]
fn open_quotes_are_told_with_their_line() {
    check("a,b\n1,\"x\"\n2,\"y\"\"z\"\n", 3, "");
    check("a,b\n1,\"x\n2,y\n3,z\n", 1, "opens in line 2 is not closed before the end");
    check("a,b\r\n1,5\" pipe\r\n2,\"a\nb\",c\r\n3,\"", 3, "opens in line 5 is not");
    check("a,\"b\"x\n1,\"\"\n", 2, "");
    check("a\rb\r\"c", 2, "opens in line 3");
}

#[test]
fn one_row_cannot_fill_the_memory_and_blank_lines_are_no_row() {
    let long = "x".repeat(9 << 20);
    check(&format!("a\n{long}\n"), 1, "line 2 is longer than 8 MiB");
    check(&format!("a\n\"{long}\n{long}"), 1, "that opens in line 2 not closed?");
    check(&format!("a\n{}1\n", "\n".repeat(9 << 20)), 2, "");
    check(&format!("a\n\"{}", "\n".repeat(9 << 20)), 1, "that opens in line 2 not closed?");
}

#[test]
fn every_source_is_said_and_the_unknown_last() {
    let mut places = Places::default();
    let at = |source| Some(Place { point: Point { lat: 1.0, lon: 1.0 }, source });
    for place in [None, at(PlaceSource::City), at(PlaceSource::City), None, at(PlaceSource::Given)] {
        places.count(place);
    }
    assert_eq!(
        places.notes(),
        [
            "1 customer had coordinates.",
            "2 customers got coordinates from their city.",
            "2 customers are at unknown places."
        ]
    );
}

/// The sizes of the batches in which so many rows of so many bytes come.
fn batches(rows: usize, bytes: usize) -> Vec<usize> {
    let (send, mut receive) = mpsc::channel(8);
    let watch = Watch::default();
    let mut batches = Batches::new(0, &send, &watch);
    assert!((1..=rows as u64).all(|line| batches.push(line, Ok(None), bytes)));
    assert!(batches.send_rest());
    drop(send);
    let mut sizes = Vec::new();
    while let Some(Step::Batch { rows, .. }) = receive.blocking_recv() {
        sizes.push(rows.len());
    }
    sizes
}

#[test]
fn a_batch_is_bounded_in_rows_and_in_text() {
    assert_eq!(batches(2 * BATCH_ROWS + 1, 100), [BATCH_ROWS, BATCH_ROWS, 1]);
    assert_eq!(batches(20, 1 << 20), [8, 8, 4]);
    // A row longer than a batch goes alone.
    assert_eq!(batches(2, 3 * BATCH_BYTES), [1, 1, 0]);
}

fn beginning(bytes: &[u8], expected: &str) {
    let outcome = is_archive(bytes).map_or_else(|reason| reason, |archive| archive.to_string());
    assert!(outcome.contains(expected), "{outcome}");
}

#[test]
fn what_is_no_table_is_refused_by_its_first_bytes() {
    beginning(b"PK\x03\x04", "true");
    beginning(b"a,b\n", "false");
    beginning(b"<Name>,b\n", "false");
    beginning(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "old Excel file");
    beginning("\u{feff}  <HTML><table>".as_bytes(), "web page");
    beginning(b"%PDF-1.7", "no table");
}

#[test]
fn a_reader_that_hangs_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let (reader, sheet) = (folder.path().join("reader"), folder.path().join("a.xlsx"));
    std::fs::write(&reader, "#!/bin/sh\nexec sleep 60\n").unwrap();
    std::fs::set_permissions(&reader, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::write(&sheet, "PK").unwrap();
    let begun = Instant::now();
    let refused = as_text_within(&sheet, &reader, Duration::from_millis(200)).unwrap_err();
    assert!(refused.contains("more memory or time"), "{refused}");
    assert!(begun.elapsed() < Duration::from_secs(20));
}

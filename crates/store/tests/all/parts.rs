//! Parts that no door shows. Their tests stand here and not within the crate, so that the crate is compiled once.
use tandem_store::parts::{RECORDS, SQLITE_VERSION_MIN, parse_version, text};
use tandem_store::{Column, Values};

/// What is said about a unit and not work on it: it belongs to the unit, whoever owns that.
const STAYS: [&str; 5] =
    ["stated_fact", "unit_exception", "handoff", "mass_handoff_unit", "alignment_challenge"];

#[test]
fn a_new_kind_of_record_must_say_what_a_handoff_does_with_it() {
    for schema in [
        include_str!("../../migrations/sqlite/0001_first_delivery.sql"),
        include_str!("../../migrations/postgres/0001_first_delivery.sql"),
    ] {
        let mut found = 0;
        for table in schema.split("create table ").skip(1) {
            let (name, rest) = table.split_once(" (").unwrap();
            let columns = rest.split_once(";\n").unwrap().0;
            let of_a_unit = columns.split([',', '\n']).any(|column| column.trim().starts_with("unit_id "));
            if of_a_unit && !STAYS.contains(&name) {
                assert!(RECORDS.contains(&format!("from {name} where unit_id = $1")), "{name}");
                found += 1;
            }
        }
        assert_eq!(found, RECORDS.matches("union all").count() + 1);
    }
}

#[test]
fn what_means_something_to_the_format_is_escaped() {
    let texts = ["plain", "a\tb", "two\nlines\r", r"C:\new \N", "", "客戶"];
    let values = texts.iter().map(|text| Some((*text).to_owned())).chain([None]).collect();
    let columns = [
        Column::new("id", Values::Int((1..).map(Some).take(7).collect())),
        Column::new("name", Values::Text(values)),
    ];
    let expected = "1\tplain\n2\ta\\tb\n3\ttwo\\nlines\\r\n4\tC:\\\\new \\\\N\n5\t\n6\t客戶\n7\t\\N\n";
    assert_eq!(String::from_utf8(text(&columns, 0..7)).unwrap(), expected);
}

#[test]
fn versions_compare_by_number() {
    assert!(parse_version("3.9.1") < Some(SQLITE_VERSION_MIN));
    assert!(parse_version("3.51.3") >= Some(SQLITE_VERSION_MIN));
    assert!(parse_version("x") < Some(SQLITE_VERSION_MIN));
}

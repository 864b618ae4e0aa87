//! Rows in the text format of PostgreSQL's `copy`: a line per row, a tab between columns, `\N` for nothing.
use super::{Column, Values};
use std::fmt::Write;
use std::ops::Range;

/// Some rows of the columns.
pub fn text(columns: &[Column], rows: Range<usize>) -> Vec<u8> {
    let mut out = String::with_capacity(rows.len() * columns.len() * 8);
    for row in rows {
        for (index, column) in columns.iter().enumerate() {
            if index > 0 {
                out.push('\t');
            }
            cell(&column.values, row, &mut out);
        }
        out.push('\n');
    }
    out.into_bytes()
}

fn cell(values: &Values, row: usize, out: &mut String) {
    let written = match values {
        Values::Int(v) => v[row].map(|value| write!(out, "{value}")),
        Values::Date(v) => v[row].map(|value| write!(out, "{value}")),
        Values::Real(v) => v[row].map(|value| write!(out, "{value}")),
        Values::Bool(v) => v[row].map(|value| write!(out, "{value}")),
        Values::Text(v) => v[row].as_ref().map(|value| {
            escaped(value, out);
            Ok(())
        }),
    };
    // A String takes all that is written to it.
    if written.is_none_or(|written| written.is_err()) {
        out.push_str("\\N");
    }
}

/// What has a meaning of its own in the format gets a backslash.
fn escaped(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '\t', '\n', '\r']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        out.push_str(match special.as_bytes().first() {
            Some(b'\t') => "\\t",
            Some(b'\n') => "\\n",
            Some(b'\r') => "\\r",
            _ => "\\\\",
        });
        rest = special.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
}

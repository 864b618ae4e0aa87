//! Tables for people: columns as wide as their widest cell, numbers to the right.

/// Rows under their headings; the first column stands to the left.
pub fn text(headings: &[&str], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = headings.iter().map(|heading| heading.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    let lines =
        std::iter::once(&headings).chain(rows).map(|row| line(&widths, row).trim_end().to_owned() + "\n");
    lines.collect()
}

fn line(widths: &[usize], row: &[String]) -> String {
    let cells = widths.iter().zip(row).enumerate().map(|(at, (width, cell))| match at {
        0 => format!("{cell:<width$}"),
        _ => format!("{cell:>width$}"),
    });
    cells.collect::<Vec<String>>().join("  ")
}

/// Whole dollars with commas.
pub fn dollars(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0.0 && digits != "0" { format!("-{text}") } else { text }
}

/// A share in percent.
pub fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// A number that may be missing.
pub fn or_none(value: Option<f64>, show: fn(f64) -> String) -> String {
    value.map_or_else(|| "-".to_owned(), show)
}

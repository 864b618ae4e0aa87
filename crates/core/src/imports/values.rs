//! Cells to values: dates, numbers, yes and no, ids, as the dialects of CRMs and spreadsheets write them.
use chrono::{Duration, NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Which comes first in a date of slashes: told per column, because one cell cannot tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 02/23/26 is the 23rd of February.
    #[default]
    MonthFirst,
    /// 23.02.2026 is the 23rd of February.
    DayFirst,
}

/// What the cells of a column tell about the order of the parts of its dates: a first part above 12 means day first, a second part above 12
/// month first. Dates of dots are day first whatever the rest says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateEvidence {
    told: Option<DateOrder>,
    either: bool,
}

impl DateEvidence {
    /// Takes a cell into account.
    pub fn see(&mut self, cell: &str) {
        let Some((first, second, _)) = three_numbers(cell).filter(|_| !cell.contains('.')) else { return };
        match (first > 12, second > 12) {
            (true, false) if first <= 31 => self.told = self.told.or(Some(DateOrder::DayFirst)),
            (false, true) => self.told = self.told.or(Some(DateOrder::MonthFirst)),
            (false, false) if first != second => self.either = true,
            _ => {}
        }
    }

    /// The order to read by.
    pub fn order(&self) -> DateOrder {
        self.told.unwrap_or_default()
    }

    /// Whether dates were seen that can be read either way, and none that tells which: more cells may tell.
    pub fn is_open(&self) -> bool {
        self.told.is_none() && self.either
    }
}

/// Reads a date; a time of day behind it is dropped, a zone is not applied (the day is the one that was written).
pub fn date(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let cell = cell.trim();
    if cell.contains('年') {
        return date(&cell.trim_end_matches('日').replace(['年', '月'], "-"), order);
    }
    if let Some(iso) = cell.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()) {
        return cell.get(10..).is_none_or(is_time).then_some(iso).and_then(sensible);
    }
    if cell.len() == 8 && cell.bytes().all(|b| b.is_ascii_digit()) {
        return sensible(NaiveDate::parse_from_str(cell, "%Y%m%d").ok()?);
    }
    if let Some(serial) = serial_date(cell) {
        return Some(serial);
    }
    let (first, second, year) = three_numbers(cell)?;
    let (year, month, day) = match (first > 31, order) {
        (true, _) => (first, second, year),
        // Nobody writes months first with dots.
        (false, DateOrder::MonthFirst) if !cell.contains('.') => (century(year), first, second),
        (false, _) => (century(year), second, first),
    };
    sensible(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?)
}

fn sensible(date: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    (1900..=2200).contains(&date.year()).then_some(date)
}

/// Nothing, or a time of day, with a blank or a T in between.
fn is_time(rest: &str) -> bool {
    let time = rest.trim_start_matches([' ', ',', 'T', '\u{a0}', '\u{202f}']);
    rest.is_empty() || (time.len() < rest.len() && time.bytes().next().is_none_or(|b| b.is_ascii_digit()))
}

/// Days since 1899-12-30, as spreadsheets count them; only where the year is sensible (1954 to 2119).
fn serial_date(cell: &str) -> Option<NaiveDate> {
    let (whole, time) = cell.split_once('.').unwrap_or((cell, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if whole.len() != 5 || !digits(whole) || !digits(time) {
        return None;
    }
    let days: i64 = whole.parse().ok()?;
    (20_000..=80_000)
        .contains(&days)
        .then(|| NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(Duration::days(days)))?
}

fn three_numbers(cell: &str) -> Option<(u32, u32, u32)> {
    let cell = cell.trim();
    let end = cell.find([' ', 'T', ',', '\u{a0}', '\u{202f}']).unwrap_or(cell.len());
    if !is_time(&cell[end..]) {
        return None;
    }
    let mut parts = cell[..end].split(['/', '.', '-']).map(|part| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok())?
    });
    let numbers = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(numbers)
}

fn century(year: u32) -> u32 {
    match year {
        0..=69 => 2000 + year,
        70..=99 => 1900 + year,
        _ => year,
    }
}

/// Reads an instant's time of day in minutes, for durations between two instants: `2026-11-24 09:30:00`.
pub fn instant(cell: &str) -> Option<NaiveDateTime> {
    let cell = cell.trim().trim_end_matches('Z');
    let formats = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M", "%m/%d/%y %I:%M %p"];
    formats.iter().find_map(|format| NaiveDateTime::parse_from_str(cell, format).ok())
}

/// Reads a number in any of the usual ways of writing thousands and decimals: `1,234.50`, `1.234,50`, `1 234,50`, `$1,200`, `(3.5)`.
pub fn decimal(cell: &str) -> Option<Decimal> {
    let mut text: String = cell
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '$' | '€' | '£' | '¥'))
        .collect();
    let bracketed = text.starts_with('(') && text.ends_with(')');
    if bracketed {
        text = format!("-{}", &text[1..text.len() - 1]);
    }
    if text.is_empty() || text.len() > 40 {
        return None;
    }
    let plain = plain_decimal(&text)?;
    if plain.contains(['e', 'E']) {
        Decimal::from_scientific(&plain).ok()
    } else {
        Decimal::from_str_exact(&plain).ok()
    }
}

fn plain_decimal(text: &str) -> Option<String> {
    let (commas, dots) = (text.matches(',').count(), text.matches('.').count());
    let comma_last = text.rfind(',') > text.rfind('.');
    let decimal = match (commas, dots) {
        (0, 0) => return Some(text.to_owned()),
        (1, 0) => (!groups_of_three(text, ',')).then_some(','),
        (0, 1) => Some('.'),
        (_, 0) | (0, _) => None,
        _ => Some(if comma_last { ',' } else { '.' }),
    };
    let group = if decimal == Some(',') { '.' } else { ',' };
    let group = if decimal.is_none() && dots > 1 { '.' } else { group };
    let whole = decimal.and_then(|mark| text.split_once(mark)).map_or(text, |(whole, _)| whole);
    if whole.contains(group) && !groups_of_three(whole, group) {
        return None;
    }
    let without: String = text.chars().filter(|c| *c != group).collect();
    Some(decimal.map_or(without.clone(), |mark| without.replace(mark, ".")))
}

/// Whether marks stand before groups of exactly three digits: `1,234,567`.
fn groups_of_three(text: &str, mark: char) -> bool {
    let mut parts = text.trim_start_matches('-').split(mark);
    let first = parts.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && first != "0"
        && parts.all(|part| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Reads yes or no as exports write them.
pub fn boolean(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "1" | "true" | "yes" | "y" | "on" | "wahr" | "ja" | "vrai" | "oui" | "verdadero" | "sí" | "si"
        | "sim" | "是" | "はい" => Some(true),
        "0" | "false" | "no" | "n" | "off" | "falsch" | "nein" | "faux" | "non" | "falso" | "não" | "否"
        | "いいえ" | "" => Some(false),
        _ => None,
    }
}

/// The 18-character form of a Salesforce id: three letters behind the 15 say which of them are capitals. Anything else is left alone.
pub fn salesforce_id(cell: &str) -> String {
    let id = cell.trim();
    if id.len() != 15 || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return id.to_owned();
    }
    let suffix = id.as_bytes().chunks(5).map(|five| {
        let bits = five
            .iter()
            .enumerate()
            .fold(0, |bits, (place, b)| bits | usize::from(b.is_ascii_uppercase()) << place);
        char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits])
    });
    id.chars().chain(suffix).collect()
}

/// Whether an id of Salesforce stands for nothing.
pub fn is_empty_id(cell: &str) -> bool {
    let id = cell.trim();
    id.is_empty() || id.starts_with("000000000000000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_all_dialects() {
        let check = |cell: &str, order, expected: Option<&str>| {
            assert_eq!(date(cell, order).map(|d| d.to_string()).as_deref(), expected, "{cell}");
        };
        use DateOrder::{DayFirst, MonthFirst};
        check("2023-02-07 20:47:49", MonthFirst, Some("2023-02-07"));
        check("2026-07-01T10:05:00.000+0800", MonthFirst, Some("2026-07-01"));
        check("02/23/26 08:55 PM", MonthFirst, Some("2026-02-23"));
        check("4/7/2025 13:07", DayFirst, Some("2025-07-04"));
        check("01-03-17", DayFirst, Some("2017-03-01"));
        check("23.02.2026", DayFirst, Some("2026-02-23"));
        check("01.02.2026", MonthFirst, Some("2026-02-01"));
        check("2026/7/1", MonthFirst, Some("2026-07-01"));
        check("45631", MonthFirst, Some("2024-12-05"));
        check("2024-02-30", MonthFirst, None);
        check("2024-01-01x", MonthFirst, None);
        check("13/13/2024", MonthFirst, None);
        check("0001-01-01", MonthFirst, None);
        check("soon", MonthFirst, None);
        check("2024-01-0112", MonthFirst, None);
        check("2023-02-30", MonthFirst, None);
        check("4/7/2025 soon", MonthFirst, None);
        check("2024年1月5日", MonthFirst, Some("2024-01-05"));
        check("1/+2/2024", MonthFirst, None);
        check("45631.x", MonthFirst, None);
        check("2026-07-01T10:05:00Z", MonthFirst, Some("2026-07-01"));
        check("7/4/2025, 1:07\u{202f}PM", MonthFirst, Some("2025-07-04"));
    }

    #[test]
    fn a_column_tells_what_a_cell_cannot() {
        let check = |cells: &[&str], order, open| {
            let mut evidence = DateEvidence::default();
            cells.iter().for_each(|cell| evidence.see(cell));
            assert_eq!((evidence.order(), evidence.is_open()), (order, open), "{cells:?}");
        };
        check(&["01/02/2024", "25/02/2024"], DateOrder::DayFirst, false);
        check(&["01/02/2024", "02/25/2024"], DateOrder::MonthFirst, false);
        check(&["01.02.2024"], DateOrder::MonthFirst, false);
        check(&["01/02/2024"], DateOrder::MonthFirst, true);
        check(&["02/02/2024", "2024-01-02", "soon"], DateOrder::MonthFirst, false);
    }

    #[test]
    fn numbers_of_all_countries() {
        let check = |cell: &str, expected: Option<&str>| {
            assert_eq!(decimal(cell).map(|d| d.normalize().to_string()).as_deref(), expected, "{cell}");
        };
        check("1,234.50", Some("1234.5"));
        check("1.234,50", Some("1234.5"));
        check("1 234,50", Some("1234.5"));
        check("12,5", Some("12.5"));
        check("12,345", Some("12345"));
        check("0,345", Some("0.345"));
        check("1.234.567", Some("1234567"));
        check("$1,200", Some("1200"));
        check("(3.5)", Some("-3.5"));
        check("1.5E3", Some("1500"));
        check("1e400", None);
        check("12,34,567", None);
        check("abc", None);
    }

    #[test]
    fn ids_of_fifteen_become_eighteen() {
        assert_eq!(salesforce_id("001bm00001ZL8U9"), "001bm00001ZL8U9AAL");
        assert_eq!(salesforce_id("001bm00001ZL8U9AAL"), "001bm00001ZL8U9AAL");
        assert!(is_empty_id("000000000000000AAA"));
    }
}

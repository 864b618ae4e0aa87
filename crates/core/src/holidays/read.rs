//! A document of holidays: country, years, days off with their names, weekend days on which people work.
use super::{Calendar, weekend};
use crate::documents::{self, Entries, Placed, Reader, Refusal, Tree, place};
use crate::languages::Words;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Longest document, in bytes.
pub const BYTES_MAX: usize = 262_144;
/// Most days of one kind.
pub const DAYS_MAX: usize = 2_000;
/// Longest name of a holiday, in letters.
pub const NAME_LETTERS_MAX: usize = 100;

const KNOWN: [&str; 6] = ["country", "first_year", "last_year", "weekend", "holidays", "worked"];

/// Reads and checks a document.
///
/// # Errors
/// All that is wrong with it.
pub fn read(text: &str) -> Result<Calendar, Vec<Refusal>> {
    let tree = documents::read(text, BYTES_MAX).map_err(|refusal| vec![refusal])?;
    let mut reader = Reader::default();
    let found = tree.and_then(|tree| calendar(&mut reader, &tree));
    reader.finish(found, "the document is empty: begin with `country:`, `first_year:` and `holidays:`")
}

fn calendar(reader: &mut Reader, tree: &Placed) -> Option<Calendar> {
    let mut entries = reader.entries(tree, "the document")?;
    let country = country(reader, &mut entries);
    let years = years(reader, &mut entries);
    let given = parts(reader, &mut entries, "weekend");
    let days: Vec<_> = given.into_iter().filter_map(|part| weekday(reader, part)).collect();
    let parts_off = parts(reader, &mut entries, "holidays");
    let off: Vec<_> =
        parts_off.into_iter().filter_map(|part| holiday(reader, part, years.as_ref())).collect();
    let parts_on = parts(reader, &mut entries, "worked");
    let on: Vec<_> = parts_on.into_iter().filter_map(|part| worked(reader, part, years.as_ref())).collect();
    reader.done(&entries, &KNOWN);
    let holidays = distinct(reader, off);
    contradictions(reader, &on, &holidays);
    let country = country?;
    let weekend = if days.is_empty() { weekend(&country).to_vec() } else { days };
    let worked = on.into_iter().map(|(day, _)| day).collect::<BTreeSet<_>>();
    Some(Calendar { country, weekend, years, holidays, worked })
}

fn country(reader: &mut Reader, entries: &mut Entries) -> Option<String> {
    let at = entries.place_of("country");
    let text = reader.text(entries, "country", NAME_LETTERS_MAX)?;
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(text);
    }
    // Without quotes the letters of Norway are the word for "false".
    let how = if text == "false" { "write \"NO\" in quotes" } else { "write two capital letters such as TW" };
    reader.refuse(at, format!("`country` is `{text}`: {how}"))
}

fn years(reader: &mut Reader, entries: &mut Entries) -> Option<RangeInclusive<i32>> {
    let before = reader.refusals.len();
    let at = entries.place_of("last_year");
    let first = reader.whole(entries, "first_year", 1900, 2200);
    let first =
        reader.needed(entries, "first_year", "say of which years these are all holidays", first, before);
    let last = reader.whole(entries, "last_year", 1900, 2200).or(first);
    let (first, last) = (i32::try_from(first?).ok()?, i32::try_from(last?).ok()?);
    if last < first {
        return reader.refuse(at, format!("`last_year` is {last}: give {first} or a later year"));
    }
    Some(first..=last)
}

fn parts<'t>(reader: &mut Reader, entries: &mut Entries<'t>, name: &str) -> Vec<&'t Placed> {
    let Some(part) = entries.take(name) else { return Vec::new() };
    match &part.value {
        Tree::List(parts) if parts.len() <= DAYS_MAX => parts.iter().collect(),
        Tree::List(parts) => {
            let reason = format!("there are {} {name}, at most {DAYS_MAX} are possible", parts.len());
            reader.refuse::<()>(place(part), reason);
            Vec::new()
        }
        Tree::Scalar(serde_json::Value::Null) => Vec::new(),
        other => {
            reader.refuse::<()>(place(part), format!("`{name}` is {}: give a list", other.words()));
            Vec::new()
        }
    }
}

fn weekday(reader: &mut Reader, part: &Placed) -> Option<Weekday> {
    let text = reader.scalar(part, "weekend", NAME_LETTERS_MAX)?;
    match text.parse() {
        Ok(day) => Some(day),
        Err(_) => reader.refuse(place(part), format!("`{text}` is no day of the week: write sat, sun ...")),
    }
}

type Place = Option<(u64, u64)>;

fn holiday(
    reader: &mut Reader,
    part: &Placed,
    years: Option<&RangeInclusive<i32>>,
) -> Option<(NaiveDate, (Words, Place))> {
    let mut entries = reader.entries(part, "a holiday")?;
    let at = entries.place_of("day");
    let day = reader.day(&mut entries, "day");
    let en = reader.text(&mut entries, "en", NAME_LETTERS_MAX);
    let zh = reader.optional(&mut entries, "zh-Hant", NAME_LETTERS_MAX).or_else(|| en.clone());
    reader.done(&entries, &["day", "en", "zh-Hant"]);
    let day = within(reader, at, day?, years)?;
    Some((day, (Words::new(en?, zh?), at)))
}

fn worked(
    reader: &mut Reader,
    part: &Placed,
    years: Option<&RangeInclusive<i32>>,
) -> Option<(NaiveDate, Place)> {
    let text = reader.scalar(part, "worked", NAME_LETTERS_MAX)?;
    let at = place(part);
    match text.parse() {
        Ok(day) => within(reader, at, day, years).map(|day| (day, at)),
        Err(_) => reader.refuse(at, format!("`{text}` is no day: write one such as 2027-01-02")),
    }
}

fn within(
    reader: &mut Reader,
    at: Place,
    day: NaiveDate,
    years: Option<&RangeInclusive<i32>>,
) -> Option<NaiveDate> {
    match years {
        Some(years) if !years.contains(&day.year()) => reader.refuse(
            at,
            format!(
                "{day} is outside {} to {}: widen `last_year`, or take it out",
                years.start(),
                years.end()
            ),
        ),
        _ => Some(day),
    }
}

fn distinct(reader: &mut Reader, days: Vec<(NaiveDate, (Words, Place))>) -> BTreeMap<NaiveDate, Words> {
    let mut holidays = BTreeMap::new();
    for (day, (words, at)) in days {
        if holidays.insert(day, words).is_some() {
            reader.refuse::<()>(at, format!("{day} stands twice among the holidays: keep one"));
        }
    }
    holidays
}

fn contradictions(reader: &mut Reader, on: &[(NaiveDate, Place)], off: &BTreeMap<NaiveDate, Words>) {
    for (day, at) in on.iter().filter(|(day, _)| off.contains_key(day)) {
        reader.refuse::<()>(*at, format!("{day} is a holiday and a working day: keep one"));
    }
}

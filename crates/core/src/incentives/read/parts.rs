//! What parts of a plan are made of: names, amounts, rates, words with a default, lists.
use crate::documents::reader::Place;
use crate::documents::{Entries, Placed, Reader, Tree, place};
use crate::incentives::plan::{ENTRIES_MAX, NAME_LETTERS_MAX};
use crate::incentives::rate::Rate;
use crate::money::{Currency, Money};
use crate::suggest;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

/// A list of names; one name by itself is a list of one.
pub fn names(reader: &mut Reader, entries: &mut Entries, name: &str) -> Vec<String> {
    let Some(part) = entries.take(name) else { return Vec::new() };
    let Tree::List(parts) = &part.value else {
        return reader.scalar(part, name, NAME_LETTERS_MAX).into_iter().collect();
    };
    if too_long(reader, part, name, parts.len()) {
        return Vec::new();
    }
    let names: Vec<String> =
        parts.iter().filter_map(|part| reader.scalar(part, name, NAME_LETTERS_MAX)).collect();
    let mut seen = BTreeSet::new();
    for twice in names.iter().filter(|name| !seen.insert(*name)) {
        reader.refuse::<()>(place(part), format!("`{twice}` stands twice in `{name}`: keep one"));
    }
    names
}

fn too_long(reader: &mut Reader, part: &Placed, name: &str, length: usize) -> bool {
    if length > ENTRIES_MAX {
        let reason = format!("`{name}` has {length} entries, at most {ENTRIES_MAX} are possible");
        reader.refuse::<()>(place(part), reason);
    }
    length > ENTRIES_MAX
}

/// A list of parts that may be missing.
pub fn list<T>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    read: impl Fn(&mut Reader, &Placed, &str) -> Option<T>,
) -> Vec<T> {
    let Some(part) = entries.take(name) else { return Vec::new() };
    match &part.value {
        Tree::List(parts) if too_long(reader, part, name, parts.len()) => Vec::new(),
        Tree::List(parts) => {
            let label = |index: usize| format!("{name}[{index}]");
            parts.iter().enumerate().filter_map(|(index, part)| read(reader, part, &label(index))).collect()
        }
        Tree::Scalar(Value::Null) => Vec::new(),
        other => {
            let reason = format!("`{name}` is {}: give a list, each entry begun with `- `", other.words());
            reader.refuse::<()>(place(part), reason);
            Vec::new()
        }
    }
}

/// An amount that may be missing, in minor units, not below zero.
pub fn amount(reader: &mut Reader, entries: &mut Entries, name: &str, currency: Currency) -> Option<i64> {
    let part = entries.take(name)?;
    amount_of(reader, part, name, currency)
}

/// A part that is an amount.
pub fn amount_of(reader: &mut Reader, part: &Placed, name: &str, currency: Currency) -> Option<i64> {
    let text = reader.scalar(part, name, NAME_LETTERS_MAX)?;
    // A number with more digits may have lost some before it comes here; text has not.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > EXACT_DIGITS && matches!(part.value, Tree::Scalar(Value::Number(_))) {
        return reader.refuse(place(part), format!("`{name}` has many digits: put it in quotes"));
    }
    match Money::parse(&text, currency) {
        Ok(money) if money.minor >= 0 => Some(money.minor),
        Ok(_) => {
            reader.refuse(place(part), format!("`{name}` is {text}: give an amount that is not below 0"))
        }
        Err(error) => reader.refuse(place(part), format!("`{name}`: {error}")),
    }
}

/// Decimal digits that 64-bit floating point numbers always keep.
const EXACT_DIGITS: usize = 15;

/// An amount above zero that must be there.
pub fn needed_amount(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    currency: Currency,
) -> Option<i64> {
    let (before, at) = (reader.refusals.len(), entries.place_of(name));
    let found = amount(reader, entries, name, currency);
    if found == Some(0) {
        return reader.refuse(at, format!("`{name}` is 0: give an amount above 0, or leave the part out"));
    }
    reader.needed(entries, name, "give an amount", found, before)
}

/// A part that is a rate.
pub fn rate_of(reader: &mut Reader, part: &Placed, name: &str) -> Option<Rate> {
    let text = reader.scalar(part, name, NAME_LETTERS_MAX)?;
    match text.parse() {
        Ok(rate) => Some(rate),
        Err(error) => reader.refuse(place(part), format!("`{name}`: {error}")),
    }
}

/// A word of a closed list with what it is where it is missing.
pub fn choice<W: FromStr + Display + Copy>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    all: &[W],
    default: W,
) -> W {
    needed_word(reader, entries, name, all).unwrap_or(default)
}

/// A word of a closed list; none where it is missing or refused.
pub fn needed_word<W: FromStr + Display + Copy>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    all: &[W],
) -> Option<W> {
    let at = entries.place_of(name);
    let text = reader.optional(entries, name, NAME_LETTERS_MAX)?;
    if let Ok(word) = text.parse() {
        return Some(word);
    }
    let words: Vec<String> = all.iter().map(ToString::to_string).collect();
    let advice = suggest::nearest(&text, words.iter().map(String::as_str)).map_or_else(
        || format!("it is one of {}", words.join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    reader.refuse(at, format!("`{name}` cannot be `{text}`: {advice}"))
}

/// A day that may be missing.
pub fn optional_day(reader: &mut Reader, entries: &mut Entries, name: &str) -> Option<NaiveDate> {
    let at = entries.place_of(name);
    let text = reader.optional(entries, name, NAME_LETTERS_MAX)?;
    match text.parse() {
        Ok(day) => Some(day),
        Err(_) => reader.refuse(at, format!("`{name}` is `{text}`: write a day such as 2027-12-31")),
    }
}

/// True or false; false where it is missing.
pub fn truth(reader: &mut Reader, entries: &mut Entries, name: &str) -> bool {
    let Some(part) = entries.take(name) else { return false };
    match &part.value {
        Tree::Scalar(Value::Bool(truth)) => *truth,
        Tree::Scalar(Value::Null) => false,
        other => {
            reader.refuse::<()>(place(part), format!("`{name}` is {}: write true or false", other.words()));
            false
        }
    }
}

/// Refuses names that stand twice.
pub fn distinct<'a>(reader: &mut Reader, at: Place, ids: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            let reason = format!("two parts of the plan are called `{id}`: give one of them another `id`");
            reader.refuse::<()>(at, reason);
        }
    }
}

/// Refuses names that there are not.
pub fn known_names(reader: &mut Reader, at: Place, what: &str, names: &[String], known: &[&str]) {
    for name in names.iter().filter(|name| !known.contains(&name.as_str())) {
        let advice = suggest::nearest(name, known.iter().copied()).map_or_else(
            || format!("there are {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        reader.refuse::<()>(at, format!("{what} names `{name}`, which is no component: {advice}"));
    }
}

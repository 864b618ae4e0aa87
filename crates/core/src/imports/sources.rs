//! Which system a file comes from and what its columns mean, told from its name and headers. One file per system.
mod dynamics;
mod hubspot;
mod pipedrive;
mod salesforce;
mod tandem;

use super::records::ObjectKind;
use crate::words::words;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

words! {
    /// The systems that are recognised.
    SourceKind {
        /// Tandem's own files.
        Tandem = "tandem",
        /// Salesforce: export service, Data Loader, reports.
        Salesforce = "salesforce",
        /// HubSpot.
        HubSpot = "hubspot",
        /// Pipedrive.
        Pipedrive = "pipedrive",
        /// Microsoft Dynamics 365.
        Dynamics = "dynamics",
        /// Calendar files, whatever program wrote them.
        Calendar = "calendar",
    }
}

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// Whose export.
    pub source: SourceKind,
    /// What its rows are; absent: a file of this system that Tandem does not need.
    pub object: Option<ObjectKind>,
    /// Header to field.
    pub columns: BTreeMap<String, String>,
    /// What gave it away, as a sentence.
    pub because: String,
}

/// A header as it is compared: one form of accents (some systems write them apart), no blanks around, nothing invisible.
pub fn clean_header(header: &str) -> String {
    let seen = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    header.nfc().filter(seen).collect::<String>().trim().to_owned()
}

/// Recognises a file by its name (without folders) and its headers, which are clean.
pub fn recognise(name: &str, headers: &[String]) -> Option<Recognised> {
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    tandem::recognise(stem, &headers)
        .or_else(|| dynamics::recognise(&headers))
        .or_else(|| pipedrive::recognise(&headers))
        .or_else(|| salesforce::recognise(stem, &headers))
        .or_else(|| hubspot::recognise(&headers))
}

/// What a calendar file is, whose columns are always the same.
pub fn calendar() -> Recognised {
    use super::calendar::{COLUMNS, FROM_CALENDAR};
    Recognised {
        source: SourceKind::Calendar,
        object: Some(ObjectKind::Activity),
        columns: COLUMNS
            .into_iter()
            .chain([FROM_CALENDAR])
            .map(|name| (name.to_owned(), name.to_owned()))
            .collect(),
        because: "This is a calendar: its events become activities.".to_owned(),
    }
}

/// The columns of a dictionary that a file has; the first header of several for one field wins, in the dictionary's order.
fn columns(headers: &[&str], dictionary: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (label, field) in dictionary {
        let Some(header) = headers.iter().find(|header| same(header, label)) else { continue };
        if !found.values().any(|taken| taken == field) && !found.contains_key(*header) {
            found.insert((*header).to_owned(), (*field).to_owned());
        }
    }
    found
}

fn has(headers: &[&str], label: &str) -> bool {
    headers.iter().any(|header| same(header, label))
}

/// Labels are the same in small and capital letters.
fn same(header: &str, label: &str) -> bool {
    header.eq_ignore_ascii_case(label)
        || (!header.is_ascii() && header.to_lowercase() == label.to_lowercase())
}

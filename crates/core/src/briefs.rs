//! Briefs: what the giver knows of a customer, section by section, so that the customer need not say it again. Every line says where it comes
//! from, from when it is and who stands for it.
pub mod change;
pub mod complete;
pub mod fields;
pub mod fill;

use crate::ids::{HandoffId, UserId};
use crate::languages::Words;
use crate::words::words;
use chrono::{DateTime, NaiveDate, Utc};
pub use fields::{FIELDS, Field, FieldSpec, Must, Section};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// How far a line can be relied on.
    Mark {
        /// The record says it.
        Data = "data",
        /// A person says it.
        Stated = "stated",
        /// It was concluded or may be old: somebody must confirm it.
        ToConfirm = "to_confirm",
    }
}

words! {
    /// Where a brief stands.
    BriefState {
        /// The giver writes it.
        Draft = "draft",
        /// The receiver reads it.
        Submitted = "submitted",
        /// The receiver has what is needed.
        Accepted = "accepted",
        /// Something is to be mended.
        Returned = "returned",
    }
}

words! {
    /// Why a brief was returned.
    ReturnCode {
        /// Something is not there.
        Missing = "missing",
        /// Something is not true.
        Wrong = "wrong",
        /// Something cannot be understood.
        Unclear = "unclear",
        /// Something was true once.
        Outdated = "outdated",
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What it says. What a person wrote is the same in both languages.
    pub text: Words,
    /// How far it can be relied on.
    pub mark: Mark,
    /// Who stands for it; none for the record.
    pub by: Option<UserId>,
    /// The day from which it is.
    pub on: NaiveDate,
}

/// What is known of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Entry {
    /// These lines, at least one.
    Known {
        /// In order.
        lines: Vec<Line>,
    },
    /// It does not apply to this customer.
    NotApplicable {
        /// Why.
        reason: String,
        /// Who says so.
        by: UserId,
        /// On which day.
        on: NaiveDate,
    },
}

/// A brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// Of which handoff.
    pub handoff: HandoffId,
    /// What is known, by field; a field that is not there is open.
    pub entries: BTreeMap<Field, Entry>,
    /// Where it stands.
    pub state: BriefState,
    /// Whether the customer's systems are integrated or a statement of work exists; then technical fields must be filled.
    pub integrated: bool,
    /// One more with every change, from 1 on.
    pub version: u64,
    /// How often it was submitted: 1 means accepted the first time.
    pub submitted_count: u32,
    /// What people did, in order.
    pub history: Vec<BriefRecord>,
}

/// Something that somebody did with a brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BriefRecord {
    /// The version that it made.
    pub version: u64,
    /// What.
    pub act: change::BriefAct,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Where the brief stands after it.
    pub state: BriefState,
}

/// Longest line, in letters.
pub const LINE_LETTERS_MAX: usize = 2_000;
/// Most lines of a field.
pub const LINES_MAX: usize = 50;

impl Brief {
    /// An empty one.
    pub fn new(handoff: HandoffId, integrated: bool) -> Self {
        Self {
            handoff,
            entries: BTreeMap::new(),
            state: BriefState::Draft,
            integrated,
            version: 1,
            submitted_count: 0,
            history: Vec::new(),
        }
    }

    /// The same with what the record says now. What people said stays, also where a field does not apply; what the record said before goes.
    /// It stays accepted: the receiver sees the record anyway.
    pub fn refilled(&self, found: &BTreeMap<Field, Vec<Line>>) -> Self {
        let mut next = self.clone();
        for field in Field::ALL {
            let said = self.entries.get(field);
            if matches!(said, Some(Entry::NotApplicable { .. })) {
                continue;
            }
            let old = said.into_iter().flat_map(|entry| match entry {
                Entry::Known { lines } => lines.as_slice(),
                Entry::NotApplicable { .. } => &[],
            });
            let of_people: Vec<_> = old.filter(|line| line.by.is_some()).collect();
            // What somebody confirmed is not asked again.
            let new = |line: &&Line| !of_people.iter().any(|said| said.text == line.text);
            let of_record = found.get(field).into_iter().flatten().filter(new);
            let lines: Vec<_> = of_record.chain(of_people.iter().copied()).cloned().collect();
            if lines.is_empty() {
                next.entries.remove(field);
            } else {
                next.entries.insert(*field, Entry::Known { lines });
            }
        }
        if next.entries != self.entries {
            next.version += 1;
        }
        next
    }
}

//! Documents that people write (YAML or JSON): read as a tree in which everything knows its place, refused with the place and what to do.
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};
use serde_saphyr::Spanned;
use std::fmt;

pub mod reader;

pub use reader::{Entries, Reader};

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// Line and column, counted from 1; none where the document as a whole is meant.
    pub place: Option<(u64, u64)>,
    /// What is wrong and what to do.
    pub reason: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some((line, column)) = self.place {
            write!(f, "line {line}, column {column}: ")?;
        }
        f.write_str(&self.reason)
    }
}

/// A part of a document with its place.
pub type Placed = Spanned<Tree>;

/// What a document holds.
#[derive(Clone, Debug)]
pub enum Tree {
    /// Text, number, true, false or nothing.
    Scalar(Value),
    /// A list.
    List(Vec<Placed>),
    /// Names and values, in the order in which they stand.
    Map(Vec<(Spanned<String>, Placed)>),
}

impl Tree {
    /// How people call it.
    pub fn words(&self) -> String {
        match self {
            Self::Scalar(Value::Null) => "nothing".to_owned(),
            Self::Scalar(value) => format!("`{value}`"),
            Self::List(_) => "a list".to_owned(),
            Self::Map(_) => "names and values".to_owned(),
        }
    }
}

/// Deepest nesting of lists and names.
pub const DEPTH_MAX: usize = 16;
/// Most parts, those that aliases repeat among them.
pub const NODES_MAX: usize = 50_000;
/// Most aliases, anchors and merges each.
pub const ALIASES_MAX: usize = 200;

/// Line and column of a part, counted from 1.
pub fn place<T>(part: &Spanned<T>) -> Option<(u64, u64)> {
    Some((part.defined.line(), part.defined.column()))
}

/// Reads a document of at most `bytes_max` bytes; nothing where there is nothing in it.
///
/// # Errors
/// Where it is too long or neither YAML nor JSON, with the place.
pub fn read(text: &str, bytes_max: usize) -> Result<Option<Placed>, Refusal> {
    if text.len() > bytes_max {
        let reason =
            format!("this has {} bytes, at most {bytes_max} are possible: cut it in two", text.len());
        return Err(Refusal { place: None, reason });
    }
    serde_saphyr::from_str_with_options(text, limits()).map_err(|error| unreadable(&error))
}

/// What a document may ask of its reader: nesting costs stack, aliases unfold.
fn limits() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: DEPTH_MAX,
            max_nodes: NODES_MAX,
            max_events: 4 * NODES_MAX,
            max_merge_keys: ALIASES_MAX,
            max_aliases: ALIASES_MAX,
            max_anchors: ALIASES_MAX,
            max_documents: 1,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: NODES_MAX,
            max_replay_stack_depth: DEPTH_MAX,
        },
    }
}

/// What the reader of YAML says, in one line.
pub fn unreadable(error: &serde_saphyr::Error) -> Refusal {
    let place = error.location().map(|location| (location.line(), location.column()));
    let text = error.without_snippet().to_string();
    let reason = text.lines().next().unwrap_or_default();
    let reason = [" at line ", ", set DuplicateKeyPolicy"]
        .iter()
        .fold(reason, |reason, end| reason.split(end).next().unwrap_or_default());
    Refusal { place, reason: format!("this cannot be read: {reason}; write one `name: value` a line") }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyTree)
    }
}

struct AnyTree;

impl<'de> Visitor<'de> for AnyTree {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("text, a number, a list or names and values")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Number(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Number(value.into())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Scalar(Number::from_f64(value).map_or(Value::Null, Value::Number)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::String(value.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Null))
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Null))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Tree, S::Error> {
        let mut parts = Vec::new();
        while let Some(part) = list.next_element()? {
            parts.push(part);
        }
        Ok(Tree::List(parts))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Tree, M::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Tree::Map(entries))
    }
}

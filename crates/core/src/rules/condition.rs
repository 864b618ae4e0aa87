//! Conditions: CEL over the catalogue of facts. Checked when saved (names, types, size), bounded in work when evaluated, three-valued
//! where facts are missing. Deviations from CEL, all towards safety, are in `docs/decisions/`.
mod evaluate;
mod lex;
mod parse;
mod text;
mod tree;
mod typed;

use super::facts::FactSet;
use super::values::Facts;
pub use evaluate::{Gaps, Trouble};
pub(super) use tree::{Quantity, Relation, Test, TestKind, Word, Words};

/// Longest condition, in bytes.
pub const SOURCE_BYTES_MAX: usize = 2_000;
/// Deepest nesting of brackets, negations and choices.
pub const DEPTH_MAX: usize = 48;
/// Most parts (facts, values, operators) of one condition.
pub const PARTS_MAX: usize = 500;

/// Why a condition is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Fault {
    /// Byte of the source where it is.
    pub at: usize,
    /// What is wrong and what to do.
    pub reason: String,
}

impl Fault {
    fn new(at: usize, reason: String) -> Self {
        Self { at, reason }
    }

    /// Line and letter in the source, counted from 1.
    pub fn place(&self, source: &str) -> (usize, usize) {
        let before = &source[..self.at.min(source.len())];
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        (before.matches('\n').count() + 1, before[line..].chars().count() + 1)
    }
}

/// A condition that has been checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    source: String,
    test: Test,
    facts: FactSet,
}

impl Condition {
    /// Reads and checks a condition.
    ///
    /// # Errors
    /// The first thing that is wrong with it: syntax, an unknown fact, a wrong type, too much of it.
    pub fn parse(source: &str) -> Result<Self, Fault> {
        if source.len() > SOURCE_BYTES_MAX {
            let bytes = source.len();
            return Err(Fault::new(
                0,
                format!(
                    "the condition is {bytes} bytes long, at most {SOURCE_BYTES_MAX} are possible: cut it into several rules"
                ),
            ));
        }
        let mut facts = FactSet::default();
        let test = typed::test(&parse::parse(source)?, &mut facts)?;
        Ok(Self { source: source.to_owned(), test, facts })
    }

    /// What was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The facts it asks for.
    pub fn facts(&self) -> FactSet {
        self.facts
    }

    /// True, false, or nothing where it cannot be decided; then what stood in the way is added to the gaps.
    pub fn decide(&self, facts: &Facts, gaps: &mut Gaps) -> Option<bool> {
        evaluate::decide(&self.test, facts, gaps)
    }

    pub(super) fn test(&self) -> &Test {
        &self.test
    }

    /// The piece of the source that a part was written as.
    pub(super) fn piece(&self, test: &Test) -> &str {
        self.source.get(test.start..test.end).unwrap_or(&self.source).trim()
    }
}

/// Decides one part of a condition by itself.
pub(super) fn decide_part(test: &Test, facts: &Facts) -> Option<bool> {
    evaluate::decide(test, facts, &mut Gaps::default())
}

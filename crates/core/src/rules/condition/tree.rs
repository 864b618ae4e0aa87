//! A condition after checking: every part has one type, every fact its place in the catalogue.
use super::super::facts::{FactId, FactSet};
use std::sync::Arc;

/// Something true or false, and the bytes of the source that it covers.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Test {
    pub kind: TestKind,
    pub start: usize,
    pub end: usize,
}

/// How it comes to be true or false.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum TestKind {
    Constant(bool),
    Fact(FactId),
    Not(Box<Test>),
    All(Vec<Test>),
    Any(Vec<Test>),
    Choice(Box<[Test; 3]>),
    /// Two truths, the same or (`false`) not.
    Same(Box<[Test; 2]>, bool),
    Quantities(Relation, Quantity, Quantity),
    Texts(Relation, Word, Word),
    AmongQuantities(Quantity, Vec<Quantity>),
    AmongTexts(Word, Words),
    Matches(Matching, Word, Word),
}

/// How two values may stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Relation {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// How a text may hold another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Matching {
    StartsWith,
    EndsWith,
    Contains,
}

/// What is done with two quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Operation {
    Plus,
    Minus,
    Times,
    Over,
    Modulo,
}

/// A whole number or one with decimals.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Quantity {
    Whole(i64),
    Number(f64),
    Fact(FactId),
    Negative(Box<Quantity>),
    Arithmetic(Operation, Box<[Quantity; 2]>),
    /// How many texts a list has.
    Count(Words),
    /// How many letters a text has.
    Length(Word),
    ToNumber(Box<Quantity>),
    ToWhole(Box<Quantity>),
    Choice(Box<Test>, Box<[Quantity; 2]>),
}

/// A text.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Word {
    Text(Arc<str>),
    Fact(FactId),
    Choice(Box<Test>, Box<[Word; 2]>),
}

/// A list of texts.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Words {
    List(Vec<Word>),
    Fact(FactId),
}

impl Test {
    /// The facts that it asks for.
    pub(in super::super) fn facts(&self) -> FactSet {
        let mut facts = FactSet::default();
        self.collect(&mut facts);
        facts
    }

    fn collect(&self, facts: &mut FactSet) {
        match &self.kind {
            TestKind::Constant(_) => {}
            TestKind::Fact(fact) => facts.insert(*fact),
            TestKind::Not(inner) => inner.collect(facts),
            TestKind::All(parts) | TestKind::Any(parts) => parts.iter().for_each(|part| part.collect(facts)),
            TestKind::Choice(parts) => parts.iter().for_each(|part| part.collect(facts)),
            TestKind::Same(parts, _) => parts.iter().for_each(|part| part.collect(facts)),
            TestKind::Quantities(_, left, right) => {
                left.collect(facts);
                right.collect(facts);
            }
            TestKind::Texts(_, left, right) | TestKind::Matches(_, left, right) => {
                left.collect(facts);
                right.collect(facts);
            }
            TestKind::AmongQuantities(one, list) => {
                one.collect(facts);
                list.iter().for_each(|quantity| quantity.collect(facts));
            }
            TestKind::AmongTexts(one, list) => {
                one.collect(facts);
                list.collect(facts);
            }
        }
    }
}

impl Quantity {
    fn collect(&self, facts: &mut FactSet) {
        match self {
            Self::Whole(_) | Self::Number(_) => {}
            Self::Fact(fact) => facts.insert(*fact),
            Self::Negative(inner) | Self::ToNumber(inner) | Self::ToWhole(inner) => inner.collect(facts),
            Self::Arithmetic(_, parts) => parts.iter().for_each(|part| part.collect(facts)),
            Self::Count(list) => list.collect(facts),
            Self::Length(word) => word.collect(facts),
            Self::Choice(test, parts) => {
                test.collect(facts);
                parts.iter().for_each(|part| part.collect(facts));
            }
        }
    }
}

impl Word {
    fn collect(&self, facts: &mut FactSet) {
        match self {
            Self::Text(_) => {}
            Self::Fact(fact) => facts.insert(*fact),
            Self::Choice(test, parts) => {
                test.collect(facts);
                parts.iter().for_each(|part| part.collect(facts));
            }
        }
    }
}

impl Words {
    fn collect(&self, facts: &mut FactSet) {
        match self {
            Self::List(words) => words.iter().for_each(|word| word.collect(facts)),
            Self::Fact(fact) => facts.insert(*fact),
        }
    }
}

//! Conditions as rows that can be edited without knowing the language: all or any of simple comparisons. What is more than that has none.
use super::condition::{Condition, Quantity, Relation, Test, TestKind, Word, Words};
use super::facts::FactId;
use super::values::Value;
use serde::{Deserialize, Serialize};

/// A condition as rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rows {
    /// Whether all rows must be true, or any.
    pub join: Join,
    /// The rows.
    pub rows: Vec<Row>,
}

/// How rows belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Join {
    /// All must be true.
    All,
    /// One is enough.
    Any,
}

/// One comparison of a fact with values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Name of the fact.
    pub fact: &'static str,
    /// How it is compared.
    pub relation: RowRelation,
    /// With what: one value, or several for `is_one_of`; none for truths.
    pub values: Vec<Value>,
}

/// How a row compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowRelation {
    /// The truth is true.
    IsTrue,
    /// The truth is false.
    IsFalse,
    /// `==`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `in` a list of values.
    IsOneOf,
    /// The list has the value.
    Has,
    /// The list has it not.
    HasNot,
}

/// The rows of a condition; nothing where it is more than rows can say.
pub fn rows(condition: &Condition) -> Option<Rows> {
    let (join, parts) = match &condition.test().kind {
        TestKind::Constant(true) => (Join::All, &[][..]),
        TestKind::All(parts) => (Join::All, &parts[..]),
        TestKind::Any(parts) => (Join::Any, &parts[..]),
        _ => (Join::All, std::slice::from_ref(condition.test())),
    };
    let rows = parts.iter().map(row).collect::<Option<Vec<Row>>>()?;
    Some(Rows { join, rows })
}

fn row(test: &Test) -> Option<Row> {
    match &test.kind {
        TestKind::Fact(fact) => of(*fact, RowRelation::IsTrue, Vec::new()),
        TestKind::Not(inner) => match &inner.kind {
            TestKind::Fact(fact) => of(*fact, RowRelation::IsFalse, Vec::new()),
            TestKind::AmongTexts(Word::Text(text), Words::Fact(fact)) => {
                of(*fact, RowRelation::HasNot, vec![Value::text(text)])
            }
            _ => None,
        },
        TestKind::Same(parts, same) => match (&parts[0].kind, &parts[1].kind) {
            (TestKind::Fact(fact), TestKind::Constant(value)) => {
                of(*fact, if value == same { RowRelation::IsTrue } else { RowRelation::IsFalse }, Vec::new())
            }
            _ => None,
        },
        TestKind::Quantities(kind, Quantity::Fact(fact), limit) => {
            of(*fact, relation(*kind), vec![quantity(limit)?])
        }
        TestKind::Texts(kind @ (Relation::Equal | Relation::Unequal), Word::Fact(fact), Word::Text(text)) => {
            of(*fact, relation(*kind), vec![Value::text(text)])
        }
        TestKind::AmongTexts(Word::Fact(fact), Words::List(list)) => {
            let values = list.iter().map(text).collect::<Option<Vec<Value>>>()?;
            of(*fact, RowRelation::IsOneOf, values)
        }
        TestKind::AmongTexts(Word::Text(text), Words::Fact(fact)) => {
            of(*fact, RowRelation::Has, vec![Value::text(text)])
        }
        TestKind::AmongQuantities(Quantity::Fact(fact), list) => {
            let values = list.iter().map(quantity).collect::<Option<Vec<Value>>>()?;
            of(*fact, RowRelation::IsOneOf, values)
        }
        _ => None,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "every row is asked for as one that may not be")]
fn of(fact: FactId, relation: RowRelation, values: Vec<Value>) -> Option<Row> {
    Some(Row { fact: fact.fact().name, relation, values })
}

fn quantity(quantity: &Quantity) -> Option<Value> {
    match quantity {
        Quantity::Whole(whole) => Some(Value::Whole(*whole)),
        Quantity::Number(number) => Some(Value::Number(*number)),
        _ => None,
    }
}

fn text(word: &Word) -> Option<Value> {
    match word {
        Word::Text(text) => Some(Value::text(text)),
        _ => None,
    }
}

fn relation(relation: Relation) -> RowRelation {
    match relation {
        Relation::Equal => RowRelation::Is,
        Relation::Unequal => RowRelation::IsNot,
        Relation::Less => RowRelation::Less,
        Relation::AtMost => RowRelation::AtMost,
        Relation::More => RowRelation::More,
        Relation::AtLeast => RowRelation::AtLeast,
    }
}

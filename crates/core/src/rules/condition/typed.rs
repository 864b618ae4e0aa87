//! Syntax tree -> checked tree: names become facts, every part gets its type; what does not fit is refused with a suggestion.
use super::super::facts::{CATALOGUE, Fact, FactId, FactSet, Kind};
use super::Fault;
use super::parse::{Node, Syntax};
use super::tree::{Matching, Operation, Quantity, Relation, Test, TestKind, Word, Words};
use crate::suggest;
use std::sync::Arc;

/// A part with its type.
enum Part {
    Test(TestKind),
    /// Whether it is whole.
    Quantity(Quantity, bool),
    Word(Word),
    Words(Words),
    Quantities(Vec<Quantity>),
}

impl Part {
    fn kind(&self) -> &'static str {
        match self {
            Self::Test(_) => Kind::Truth.words(),
            Self::Quantity(_, true) => Kind::Whole.words(),
            Self::Quantity(_, false) => Kind::Number.words(),
            Self::Word(_) => Kind::Text.words(),
            Self::Words(_) => Kind::Texts.words(),
            Self::Quantities(_) => "a list of numbers",
        }
    }
}

/// What must be true or false.
pub(super) fn test(node: &Node, used: &mut FactSet) -> Result<Test, Fault> {
    match part(node, used)? {
        Part::Test(kind) => Ok(Test { kind, start: node.start, end: node.end }),
        other => Err(Fault::new(node.start, wanted_truth(node, &other))),
    }
}

fn wanted_truth(node: &Node, part: &Part) -> String {
    let advice = match &node.syntax {
        Syntax::Name(name) if matches!(part, Part::Word(_)) => {
            format!("compare it, such as `{name} == \"...\"`")
        }
        Syntax::Name(name) if matches!(part, Part::Words(_)) => {
            format!("ask for one of them, such as `\"champion\" in {name}`")
        }
        Syntax::Name(name) => format!("compare it, such as `{name} >= 1`"),
        _ => "compare it with something".to_owned(),
    };
    format!("this is {}, but true or false is needed here: {advice}", part.kind())
}

fn part(node: &Node, used: &mut FactSet) -> Result<Part, Fault> {
    match &node.syntax {
        Syntax::Truth(value) => Ok(Part::Test(TestKind::Constant(*value))),
        Syntax::Whole(whole) => Ok(Part::Quantity(Quantity::Whole(*whole), true)),
        Syntax::Number(number) => Ok(Part::Quantity(Quantity::Number(*number), false)),
        Syntax::Text(text) => Ok(Part::Word(Word::Text(Arc::from(&**text)))),
        Syntax::Name(name) => named(name, node.start, used),
        Syntax::List(nodes) => list(nodes, used),
        Syntax::Not(inner) => Ok(Part::Test(TestKind::Not(Box::new(test(inner, used)?)))),
        Syntax::Negative(inner) => match (quantity(inner, used)?, &inner.syntax) {
            ((_, true), Syntax::Whole(whole)) => Ok(Part::Quantity(Quantity::Whole(-whole), true)),
            ((_, false), Syntax::Number(number)) => Ok(Part::Quantity(Quantity::Number(-number), false)),
            ((inner, whole), _) => Ok(Part::Quantity(Quantity::Negative(Box::new(inner)), whole)),
        },
        Syntax::Binary(sign, left, right) => binary(sign, left, right, used),
        Syntax::Choice(nodes) => choice(nodes, used),
        Syntax::Call(name, target, arguments) => call(node, name, target.as_deref(), arguments, used),
    }
}

fn named(name: &str, at: usize, used: &mut FactSet) -> Result<Part, Fault> {
    let Some(id) = FactId::named(name) else { return Err(Fault::new(at, unknown(name))) };
    used.insert(id);
    Ok(match id.fact().kind {
        Kind::Truth => Part::Test(TestKind::Fact(id)),
        Kind::Whole => Part::Quantity(Quantity::Fact(id), true),
        Kind::Number => Part::Quantity(Quantity::Fact(id), false),
        Kind::Text => Part::Word(Word::Fact(id)),
        Kind::Texts => Part::Words(Words::Fact(id)),
    })
}

fn unknown(name: &str) -> String {
    let values: Vec<&Fact> = CATALOGUE.iter().filter(|fact| fact.values.contains(&name)).collect();
    if let Some(fact) = values.first() {
        return format!(
            "there is no fact `{name}`: put it in quotes where you mean the text, such as `{} == \"{name}\"`",
            fact.name
        );
    }
    match suggest::nearest(name, CATALOGUE.iter().map(|fact| fact.name)) {
        Some(near) => format!("there is no fact `{name}`: did you mean `{near}`?"),
        None => format!(
            "there is no fact `{name}`: put text in quotes; `tandem rules facts` lists the facts there are"
        ),
    }
}

fn list(nodes: &[Node], used: &mut FactSet) -> Result<Part, Fault> {
    let mut words = Vec::new();
    let mut quantities = Vec::new();
    for node in nodes {
        match part(node, used)? {
            Part::Word(word) if quantities.is_empty() => words.push(word),
            Part::Quantity(quantity, _) if words.is_empty() => quantities.push(quantity),
            other => {
                let reason = format!("this is {}: a list holds texts only or numbers only", other.kind());
                return Err(Fault::new(node.start, reason));
            }
        }
    }
    Ok(if quantities.is_empty() { Part::Words(Words::List(words)) } else { Part::Quantities(quantities) })
}

fn quantity(node: &Node, used: &mut FactSet) -> Result<(Quantity, bool), Fault> {
    match part(node, used)? {
        Part::Quantity(quantity, whole) => Ok((quantity, whole)),
        other => {
            Err(Fault::new(node.start, format!("this is {}, but a number is needed here", other.kind())))
        }
    }
}

fn word(node: &Node, used: &mut FactSet) -> Result<Word, Fault> {
    match part(node, used)? {
        Part::Word(word) => Ok(word),
        other => Err(Fault::new(node.start, format!("this is {}, but text is needed here", other.kind()))),
    }
}

fn binary(sign: &str, left: &Node, right: &Node, used: &mut FactSet) -> Result<Part, Fault> {
    match sign {
        "&&" => joined(left, right, used, TestKind::All, |kind| match kind {
            TestKind::All(parts) => Ok(parts),
            other => Err(other),
        }),
        "||" => joined(left, right, used, TestKind::Any, |kind| match kind {
            TestKind::Any(parts) => Ok(parts),
            other => Err(other),
        }),
        "in" => among(left, right, used),
        "+" => arithmetic(Operation::Plus, left, right, used),
        "-" => arithmetic(Operation::Minus, left, right, used),
        "*" => arithmetic(Operation::Times, left, right, used),
        "/" => arithmetic(Operation::Over, left, right, used),
        "%" => arithmetic(Operation::Modulo, left, right, used),
        _ => compared(sign, left, right, used).map(Part::Test),
    }
}

/// Chains of one connective become one list.
fn joined(
    left: &Node,
    right: &Node,
    used: &mut FactSet,
    join: fn(Vec<Test>) -> TestKind,
    opened: fn(TestKind) -> Result<Vec<Test>, TestKind>,
) -> Result<Part, Fault> {
    let mut parts = Vec::new();
    for node in [left, right] {
        let Test { kind, start, end } = test(node, used)?;
        match opened(kind) {
            Ok(inner) => parts.extend(inner),
            Err(kind) => parts.push(Test { kind, start, end }),
        }
    }
    Ok(Part::Test(join(parts)))
}

fn arithmetic(operation: Operation, left: &Node, right: &Node, used: &mut FactSet) -> Result<Part, Fault> {
    let ((one, whole), (other, also)) = (quantity(left, used)?, quantity(right, used)?);
    if operation == Operation::Modulo && !(whole && also) {
        let node = if whole { right } else { left };
        return Err(Fault::new(node.start, "`%` needs whole numbers: `int(...)` makes one".to_owned()));
    }
    Ok(Part::Quantity(Quantity::Arithmetic(operation, Box::new([one, other])), whole && also))
}

fn relation(sign: &str) -> Relation {
    match sign {
        "==" => Relation::Equal,
        "!=" => Relation::Unequal,
        "<" => Relation::Less,
        "<=" => Relation::AtMost,
        ">" => Relation::More,
        _ => Relation::AtLeast,
    }
}

fn compared(sign: &str, left: &Node, right: &Node, used: &mut FactSet) -> Result<TestKind, Fault> {
    let relation = relation(sign);
    let alike = matches!(relation, Relation::Equal | Relation::Unequal);
    match (part(left, used)?, part(right, used)?) {
        (Part::Quantity(one, _), Part::Quantity(other, _)) => Ok(TestKind::Quantities(relation, one, other)),
        (Part::Word(one), Part::Word(other)) => {
            possible(&one, &other, right)?;
            possible(&other, &one, left)?;
            Ok(TestKind::Texts(relation, one, other))
        }
        (Part::Test(one), Part::Test(other)) if alike => {
            let pair = [(one, left), (other, right)].map(|(kind, node)| Test {
                kind,
                start: node.start,
                end: node.end,
            });
            Ok(TestKind::Same(Box::new(pair), relation == Relation::Equal))
        }
        (Part::Test(_), Part::Test(_)) => Err(Fault::new(
            left.start,
            format!("true and false have no order: use `==` or `!=` instead of `{sign}`"),
        )),
        (Part::Words(_), _) => Err(Fault::new(
            left.start,
            "a list is not compared: use `\"champion\" in contact_roles` or `size(...)`".to_owned(),
        )),
        (one, other) => {
            let reason = format!(
                "{} cannot be compared with {}: {}",
                one.kind(),
                other.kind(),
                unlike(left, &one, &other)
            );
            Err(Fault::new(right.start, reason))
        }
    }
}

/// What to do where two kinds do not fit.
fn unlike(left: &Node, one: &Part, other: &Part) -> String {
    match (one, other, &left.syntax) {
        (Part::Quantity(..), Part::Word(_), _) => "take the quotes away from the number".to_owned(),
        (Part::Word(_), Part::Quantity(..), _) => "put the text in quotes".to_owned(),
        (Part::Test(_), _, Syntax::Name(name)) => format!("`{name}` or `!{name}` is enough"),
        _ => "both sides must be of one kind".to_owned(),
    }
}

/// A text that a closed list of values does not hold is a slip.
fn possible(one: &Word, other: &Word, node: &Node) -> Result<(), Fault> {
    let (Word::Fact(fact), Word::Text(text)) = (one, other) else { return Ok(()) };
    let fact = fact.fact();
    if fact.values.is_empty() || fact.values.contains(&&**text) {
        return Ok(());
    }
    let advice = suggest::nearest(text, fact.values.iter().copied()).map_or_else(
        || format!("it is one of {}", fact.values.join(", ")),
        |near| format!("did you mean \"{near}\"?"),
    );
    Err(Fault::new(node.start, format!("`{}` is never \"{text}\": {advice}", fact.name)))
}

fn among(left: &Node, right: &Node, used: &mut FactSet) -> Result<Part, Fault> {
    match (part(left, used)?, part(right, used)?) {
        (Part::Word(one), Part::Words(list)) => {
            if let Words::List(words) = &list {
                words.iter().try_for_each(|other| possible(&one, other, right))?;
            }
            Ok(Part::Test(TestKind::AmongTexts(one, list)))
        }
        (Part::Quantity(one, _), Part::Quantities(list)) => {
            Ok(Part::Test(TestKind::AmongQuantities(one, list)))
        }
        (Part::Quantity(one, _), Part::Words(Words::List(list))) if list.is_empty() => {
            Ok(Part::Test(TestKind::AmongQuantities(one, Vec::new())))
        }
        (one, list @ (Part::Words(_) | Part::Quantities(_))) => {
            Err(Fault::new(left.start, format!("{} cannot be in {}", one.kind(), list.kind())))
        }
        (_, other) => Err(Fault::new(
            right.start,
            format!(
                "this is {}, but `in` needs a list, such as `[\"EMEA\", \"APAC\"]` or `contact_roles`",
                other.kind()
            ),
        )),
    }
}

fn choice(nodes: &[Node; 3], used: &mut FactSet) -> Result<Part, Fault> {
    let [when, yes, no] = nodes;
    let when = test(when, used)?;
    match (part(yes, used)?, part(no, used)?) {
        (Part::Test(one), Part::Test(other)) => {
            let at = |kind, node: &Node| Test { kind, start: node.start, end: node.end };
            Ok(Part::Test(TestKind::Choice(Box::new([when, at(one, yes), at(other, no)]))))
        }
        (Part::Quantity(one, whole), Part::Quantity(other, also)) => {
            Ok(Part::Quantity(Quantity::Choice(Box::new(when), Box::new([one, other])), whole && also))
        }
        (Part::Word(one), Part::Word(other)) => {
            Ok(Part::Word(Word::Choice(Box::new(when), Box::new([one, other]))))
        }
        (one, other) => {
            let reason = format!(
                "both sides of `:` must be of one kind, but one is {} and one is {}",
                one.kind(),
                other.kind()
            );
            Err(Fault::new(no.start, reason))
        }
    }
}

fn call(
    node: &Node,
    name: &str,
    target: Option<&Node>,
    arguments: &[Node],
    used: &mut FactSet,
) -> Result<Part, Fault> {
    match (name, target, arguments) {
        ("size", None, [one]) | ("size", Some(one), []) => size(one, used),
        ("double", None, [one]) => {
            Ok(Part::Quantity(Quantity::ToNumber(Box::new(quantity(one, used)?.0)), false))
        }
        ("int", None, [one]) => Ok(Part::Quantity(Quantity::ToWhole(Box::new(quantity(one, used)?.0)), true)),
        ("startsWith", Some(whole), [start]) => matching(Matching::StartsWith, whole, start, used),
        ("endsWith", Some(whole), [end]) => matching(Matching::EndsWith, whole, end, used),
        ("contains", Some(whole), [inner]) => matching(Matching::Contains, whole, inner, used),
        _ => Err(Fault::new(node.start, refused(name, target.is_some()))),
    }
}

fn size(one: &Node, used: &mut FactSet) -> Result<Part, Fault> {
    match part(one, used)? {
        Part::Words(list) => Ok(Part::Quantity(Quantity::Count(list), true)),
        Part::Word(word) => Ok(Part::Quantity(Quantity::Length(word), true)),
        other => Err(Fault::new(
            one.start,
            format!("this is {}, but `size` counts a list or the letters of a text", other.kind()),
        )),
    }
}

fn matching(kind: Matching, whole: &Node, part: &Node, used: &mut FactSet) -> Result<Part, Fault> {
    Ok(Part::Test(TestKind::Matches(kind, word(whole, used)?, word(part, used)?)))
}

/// Functions of conditions.
const FUNCTIONS: [&str; 6] = ["size", "double", "int", "startsWith", "endsWith", "contains"];

fn refused(name: &str, on_something: bool) -> String {
    match name {
        "has" => {
            "`has` is not needed: where a fact is missing the condition is undecided by itself".to_owned()
        }
        "all" | "exists" | "exists_one" | "map" | "filter" => {
            format!(
                "`{name}` goes through lists, which conditions do not: use `\"champion\" in contact_roles`"
            )
        }
        "matches" => "`matches` is not possible: use `startsWith`, `endsWith` or `contains`".to_owned(),
        _ if FUNCTIONS.contains(&name) && on_something => {
            format!("`{name}` is not used like this: write `segment.{name}(\"...\")`")
        }
        _ if FUNCTIONS.contains(&name) => format!(
            "`{name}` is not used like this: write `{name}(contact_roles)` or `segment.{name}(\"...\")`"
        ),
        _ => match suggest::nearest(name, FUNCTIONS.into_iter()) {
            Some(near) => format!("there is no function `{name}`: did you mean `{near}`?"),
            None => format!("there is no function `{name}`: there are {}", FUNCTIONS.join(", ")),
        },
    }
}

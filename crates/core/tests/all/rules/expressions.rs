//! Random conditions: as text, and as what they mean by an evaluator that only adds up the definition. Small numbers, so that both compute
//! the same to the last bit.
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Something true or false.
#[derive(Clone, Debug)]
pub enum Truth {
    Constant(bool),
    Fact(&'static str),
    Not(Box<Truth>),
    And(Box<Truth>, Box<Truth>),
    Or(Box<Truth>, Box<Truth>),
    Choice(Box<Truth>, Box<Truth>, Box<Truth>),
    Compare(&'static str, Sum, Sum),
    Same(&'static str, &'static str, &'static str),
    OneOf(&'static str, Vec<&'static str>),
    Listed(&'static str, &'static str),
}

/// A whole number.
#[derive(Clone, Debug)]
pub enum Sum {
    Whole(i64),
    Fact(&'static str),
    Do(char, Box<Sum>, Box<Sum>),
    Count(&'static str),
}

const TRUTHS: [&str; 3] = ["implementation_done", "brief_complete", "customer_informed"];
const WHOLES: [&str; 4] = ["open_opportunities", "unpaid_invoices", "products_in_use", "days_to_renewal"];
const TEXTS: [&str; 2] = ["segment", "region"];
const WORDS: [&str; 3] = ["large", "small", "EMEA"];
const LISTS: [&str; 1] = ["contact_roles"];

/// Facts in JSON, each one missing about one time in three.
pub fn facts() -> impl Strategy<Value = Map<String, Value>> {
    facts_with(1)
}

/// Facts in JSON, none of them missing.
pub fn complete_facts() -> impl Strategy<Value = Map<String, Value>> {
    facts_with(0)
}

fn facts_with(gaps: u32) -> impl Strategy<Value = Map<String, Value>> {
    let gap = move |value: BoxedStrategy<Value>| prop_oneof![gaps => Just(Value::Null), 2 => value];
    let each = |names: &'static [&'static str], value: BoxedStrategy<Value>| {
        names.iter().map(|name| (Just((*name).to_owned()), gap(value.clone()))).collect::<Vec<_>>()
    };
    let texts = prop::collection::vec(prop::sample::select(&WORDS[..]), 0..3);
    let mut all = each(&TRUTHS, any::<bool>().prop_map(|truth| json!(truth)).boxed());
    all.extend(each(&WHOLES, (-3i64..4).prop_map(|whole| json!(whole)).boxed()));
    all.extend(each(&TEXTS, prop::sample::select(&WORDS[..]).prop_map(|text| json!(text)).boxed()));
    all.extend(each(&LISTS, texts.prop_map(|texts| json!(texts)).boxed()));
    all.prop_map(|pairs| pairs.into_iter().collect())
}

fn sums() -> impl Strategy<Value = Sum> {
    let leaf = prop_oneof![
        (-3i64..4).prop_map(Sum::Whole),
        prop::sample::select(&WHOLES[..]).prop_map(Sum::Fact),
        prop::sample::select(&LISTS[..]).prop_map(Sum::Count),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        (prop::sample::select(&['+', '-', '*', '/', '%'][..]), inner.clone(), inner)
            .prop_map(|(sign, left, right)| Sum::Do(sign, Box::new(left), Box::new(right)))
    })
}

/// Conditions of up to about forty parts.
pub fn truths() -> impl Strategy<Value = Truth> {
    let name = |names: &'static [&'static str]| prop::sample::select(names);
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Truth::Constant),
        4 => name(&TRUTHS).prop_map(Truth::Fact),
        4 => (name(&["==", "!=", "<", "<=", ">", ">="]), sums(), sums())
            .prop_map(|(sign, left, right)| Truth::Compare(sign, left, right)),
        2 => (name(&["==", "!="]), name(&TEXTS), name(&WORDS))
            .prop_map(|(sign, fact, word)| Truth::Same(sign, fact, word)),
        1 => (name(&TEXTS), prop::collection::vec(name(&WORDS), 0..3))
            .prop_map(|(fact, words)| Truth::OneOf(fact, words)),
        1 => (name(&WORDS), name(&LISTS)).prop_map(|(word, list)| Truth::Listed(word, list)),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let two = (inner.clone(), inner.clone());
        prop_oneof![
            inner.clone().prop_map(|one| Truth::Not(Box::new(one))),
            two.clone().prop_map(|(one, other)| Truth::And(Box::new(one), Box::new(other))),
            two.prop_map(|(one, other)| Truth::Or(Box::new(one), Box::new(other))),
            (inner.clone(), inner.clone(), inner).prop_map(|(when, yes, no)| Truth::Choice(
                Box::new(when),
                Box::new(yes),
                Box::new(no)
            )),
        ]
    })
}

impl Truth {
    /// As a condition is written.
    pub fn text(&self) -> String {
        match self {
            Self::Constant(value) => value.to_string(),
            Self::Fact(name) => (*name).to_owned(),
            Self::Not(one) => format!("!({})", one.text()),
            Self::And(one, other) => format!("({}) && ({})", one.text(), other.text()),
            Self::Or(one, other) => format!("({}) || ({})", one.text(), other.text()),
            Self::Choice(when, yes, no) => {
                format!("(({}) ? ({}) : ({}))", when.text(), yes.text(), no.text())
            }
            Self::Compare(sign, left, right) => format!("{} {sign} {}", left.text(), right.text()),
            Self::Same(sign, fact, word) => format!("{fact} {sign} '{word}'"),
            Self::OneOf(fact, words) => format!("{fact} in {words:?}"),
            Self::Listed(word, list) => format!("'{word}' in {list}"),
        }
    }

    /// What it comes to by the definition: a connective is decided as soon as one side decides it, everything else needs all its parts.
    pub fn means(&self, facts: &Map<String, Value>) -> Option<bool> {
        match self {
            Self::Constant(value) => Some(*value),
            Self::Fact(name) => facts[*name].as_bool(),
            Self::Not(one) => one.means(facts).map(|value| !value),
            Self::And(one, other) => match [one.means(facts), other.means(facts)] {
                [Some(false), _] | [_, Some(false)] => Some(false),
                [Some(true), Some(true)] => Some(true),
                _ => None,
            },
            Self::Or(one, other) => match [one.means(facts), other.means(facts)] {
                [Some(true), _] | [_, Some(true)] => Some(true),
                [Some(false), Some(false)] => Some(false),
                _ => None,
            },
            Self::Choice(when, yes, no) => match when.means(facts) {
                Some(true) => yes.means(facts),
                Some(false) => no.means(facts),
                None => None,
            },
            Self::Compare(sign, left, right) => {
                let (left, right) = (left.means(facts)?, right.means(facts)?);
                Some(match *sign {
                    "==" => left == right,
                    "!=" => left != right,
                    "<" => left < right,
                    "<=" => left <= right,
                    ">" => left > right,
                    _ => left >= right,
                })
            }
            Self::Same(sign, fact, word) => Some((facts[*fact].as_str()? == *word) == (*sign == "==")),
            Self::OneOf(fact, words) => Some(words.contains(&facts[*fact].as_str()?)),
            Self::Listed(word, list) => Some(facts[*list].as_array()?.contains(&json!(word))),
        }
    }
}

impl Sum {
    fn text(&self) -> String {
        match self {
            Self::Whole(whole) => whole.to_string(),
            Self::Fact(name) => (*name).to_owned(),
            Self::Do(sign, left, right) => format!("({} {sign} {})", left.text(), right.text()),
            Self::Count(list) => format!("size({list})"),
        }
    }

    fn means(&self, facts: &Map<String, Value>) -> Option<i64> {
        match self {
            Self::Whole(whole) => Some(*whole),
            Self::Fact(name) => facts[*name].as_i64(),
            Self::Count(list) => facts[*list].as_array().and_then(|texts| texts.len().try_into().ok()),
            Self::Do(sign, left, right) => {
                let (left, right) = (left.means(facts)?, right.means(facts)?);
                match sign {
                    '+' => Some(left + right),
                    '-' => Some(left - right),
                    '*' => Some(left * right),
                    '/' => left.checked_div(right),
                    _ => left.checked_rem(right),
                }
            }
        }
    }
}

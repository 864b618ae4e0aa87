//! What is said of effects, in English and in Traditional Chinese, from one code and its numbers.
use super::sentences::{OUTCOMES, SENTENCES};
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::interventions::Outcome;
use tandem_core::interventions::document::Unit;

/// A sentence: the code and the numbers say all, the texts say it in words.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Told {
    /// Which sentence.
    pub code: String,
    /// What is filled in.
    pub numbers: BTreeMap<&'static str, f64>,
    /// In English.
    pub text: String,
    /// In Traditional Chinese.
    pub text_zh_hant: String,
}

/// The languages there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Traditional Chinese.
    Chinese,
}

/// Numbers by name.
pub type Numbers = BTreeMap<&'static str, f64>;

/// Sentences: code, English, Traditional Chinese.
pub type Table = [(&'static str, &'static str, &'static str)];

impl Told {
    /// Of a code and numbers; amounts are told in the unit of the outcome.
    pub fn new(code: &str, numbers: &Numbers, outcome: Outcome) -> Self {
        Self::from_table(SENTENCES, code, numbers, |name, numbers, language| {
            shown(name, numbers, outcome, language)
        })
    }

    /// Of any table; `own` says what stands for a name that is no number and no percentage.
    pub fn from_table(
        table: &Table,
        code: &str,
        numbers: &Numbers,
        own: impl Fn(&str, &Numbers, Language) -> Option<String>,
    ) -> Self {
        let numbers: Numbers = numbers.iter().map(|(name, value)| (*name, rounded(*value))).collect();
        let text = |language| sentence(table, code, &numbers, language, &own);
        let (english, chinese) = (text(Language::English), text(Language::Chinese));
        Self { code: code.to_owned(), numbers, text: english, text_zh_hant: chinese }
    }
}

fn rounded(value: f64) -> f64 {
    crate::diagnose::finding::rounded(value)
}

/// The sentence of a code; the code itself where there is none, which a test excludes.
fn sentence(
    table: &Table,
    code: &str,
    numbers: &Numbers,
    language: Language,
    own: impl Fn(&str, &Numbers, Language) -> Option<String>,
) -> String {
    let Some((_, english, chinese)) = table.iter().find(|(known, ..)| *known == code) else {
        return code.to_owned();
    };
    let text = if language == Language::English { english } else { chinese };
    let filled = fill(text, |name| own(name, numbers, language).unwrap_or_else(|| number(name, numbers)));
    if language == Language::Chinese { without_blanks(&filled) } else { filled }
}

/// A number, or a percentage where the name ends in `%`.
fn number(name: &str, numbers: &Numbers) -> String {
    let value = |name: &str| numbers.get(name).copied().unwrap_or(f64::NAN);
    match name.strip_suffix('%') {
        Some(name) => format!("{} %", plain(100.0 * value(name), 1)),
        None if name.starts_with("p_") || name == "level" => chance(value(name)),
        None => plain(value(name), 1),
    }
}

/// A chance to four places, a smaller one to its first digit that is not 0: no chance that something is written as 0.
fn chance(value: f64) -> String {
    const PLACES_MAX: usize = 8;
    let places = (4..PLACES_MAX).find(|places| value >= 0.1_f64.powi(*places as i32)).unwrap_or(PLACES_MAX);
    plain(value.max(0.1_f64.powi(PLACES_MAX as i32)), places)
}

/// Without blanks between two Chinese characters, where an amount ends in its unit.
fn without_blanks(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_chinese =
        |at: usize| letters.get(at).is_some_and(|letter| ('\u{3000}'..='\u{ffef}').contains(letter));
    let keep = |at: &usize| letters[*at] != ' ' || !(*at > 0 && is_chinese(at - 1) && is_chinese(at + 1));
    (0..letters.len()).filter(keep).map(|at| letters[at]).collect()
}

/// Fills every `{name}`.
pub fn fill(text: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(&value(name));
        rest = behind;
    }
    filled + rest
}

/// `{name~}` is an amount of the outcome, `{name±}` one with its sign, `{outcome}` its name.
fn shown(name: &str, numbers: &Numbers, outcome: Outcome, language: Language) -> Option<String> {
    let value = |name: &str| numbers.get(name).copied().unwrap_or(f64::NAN);
    if name == "outcome" {
        return Some(name_of(outcome, language).to_owned());
    }
    if let Some(name) = name.strip_suffix('±') {
        let sign = if value(name) > 0.0 { "+" } else { "" };
        return Some(amount(value(name), outcome, language, sign));
    }
    name.strip_suffix('~').map(|name| amount(value(name), outcome, language, ""))
}

/// What an outcome is called in a sentence.
pub fn name_of(outcome: Outcome, language: Language) -> &'static str {
    let (english, chinese) = OUTCOMES[outcome as usize];
    if language == Language::English { english } else { chinese }
}

fn amount(value: f64, outcome: Outcome, language: Language, sign: &str) -> String {
    if !value.is_finite() {
        return if language == Language::English { "no bound" } else { "無界限" }.to_owned();
    }
    let (scale, places) = match outcome.unit() {
        Unit::Share => (100.0, 1),
        Unit::Hours => (1.0, 1),
        Unit::Count => (1.0, 2),
        Unit::Money => (1.0, 0),
    };
    let number = format!("{sign}{}", plain(scale * value, places));
    match (outcome.unit(), language) {
        (Unit::Share, Language::English) => format!("{number} points"),
        (Unit::Share, Language::Chinese) => format!("{number} 個百分點"),
        (Unit::Hours, Language::English) => format!("{number} hours a month"),
        (Unit::Hours, Language::Chinese) => format!("每月 {number} 小時"),
        (Unit::Count, Language::English) => format!("{number} a month"),
        (Unit::Count, Language::Chinese) => format!("每月 {number} 個"),
        (Unit::Money, Language::English) => format!("{number} a month"),
        (Unit::Money, Language::Chinese) => format!("每月 {number} 元"),
    }
}

/// A number without zeros that say nothing.
pub fn plain(value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::chance;

    #[test]
    fn a_small_chance_is_not_written_as_none() {
        let written = [0.05, 0.016_666, 0.000_1, 0.000_04, 3.2e-7, 1e-12].map(chance);
        assert_eq!(written, ["0.05", "0.0167", "0.0001", "0.00004", "0.0000003", "0.00000001"]);
    }
}

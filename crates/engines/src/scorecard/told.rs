//! Sentences of the scorecard, in both languages.
use super::sentences::SENTENCES;
use crate::effects::words::{Language, Numbers, Told};

/// A sentence with numbers and names; `{name~}` is money without decimals, grouped.
pub fn told(code: &str, numbers: &[(&'static str, f64)], names: &[(&str, &str)]) -> Told {
    let numbers: Numbers = numbers.iter().copied().collect();
    Told::from_table(SENTENCES, code, &numbers, |name, numbers, _: Language| {
        if let Some((_, text)) = names.iter().find(|(known, _)| *known == name) {
            return Some((*text).to_owned());
        }
        let amount = name.strip_suffix('~')?;
        Some(grouped(numbers.get(amount).copied().unwrap_or(f64::NAN)))
    })
}

/// A whole number with commas.
pub fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0.0 && digits != "0" { format!("-{text}") } else { text }
}

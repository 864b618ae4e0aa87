//! Reasons of postings as sentences, in English and in Traditional Chinese; one file for each, one arm for each reason.
mod chinese;
mod english;

use super::because::Because;
use super::plan::Share;
use crate::languages::{Language, Words};
use crate::subscriptions::rates::rate_text;
use rust_decimal::Decimal;

/// One reason as a sentence, in both languages.
pub fn words(because: &Because) -> Words {
    Words::new(english::sentence(because), chinese::sentence(because))
}

/// One reason as a sentence.
pub fn sentence(because: &Because, language: Language) -> String {
    match language {
        Language::English => english::sentence(because),
        Language::Chinese => chinese::sentence(because),
    }
}

/// All reasons of a posting, one sentence after the other.
pub fn sentences(because: &[Because], language: Language) -> String {
    let all: Vec<String> = because.iter().map(|because| sentence(because, language)).collect();
    all.join(if language == Language::English { " " } else { "" })
}

/// A share as a percentage with at most two decimals, or as a fraction where it has more.
pub(crate) fn share_text(share: Share) -> String {
    let (giver, whole) = (Decimal::from(share.giver), Decimal::from(share.whole));
    let percent = giver.checked_mul(Decimal::ONE_HUNDRED).and_then(|parts| parts.checked_div(whole));
    match percent.filter(|percent| percent.round_dp(2) == *percent) {
        Some(percent) => format!("{} %", percent.normalize()),
        None => format!("{}/{}", share.giver, share.whole),
    }
}

/// What one unit of a currency is worth.
fn worth(rate_e9: i64) -> String {
    rate_text(rate_e9)
}

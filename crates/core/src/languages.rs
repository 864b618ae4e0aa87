//! Sentences for people, in both languages of the page: whoever says something in one of them says it in the other.
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// The languages of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    Chinese,
}

impl Language {
    /// The tag that pages and requests use.
    pub fn text(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hant",
        }
    }
}

/// The same thing said in English and in Traditional Chinese.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In English.
    pub en: Cow<'static, str>,
    /// In Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    pub zh: Cow<'static, str>,
}

impl Words {
    /// Words that never change.
    pub const fn fixed(en: &'static str, zh: &'static str) -> Self {
        Self { en: Cow::Borrowed(en), zh: Cow::Borrowed(zh) }
    }

    /// Words with something put in.
    pub fn new(en: impl Into<Cow<'static, str>>, zh: impl Into<Cow<'static, str>>) -> Self {
        Self { en: en.into(), zh: zh.into() }
    }

    /// What is a name or a number in both.
    pub fn same(text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        Self { en: text.clone(), zh: text }
    }

    /// In one of the languages.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Chinese => &self.zh,
        }
    }

    /// Several, with a comma between them.
    pub fn listed<'a>(several: impl IntoIterator<Item = &'a Self>) -> Self {
        let (en, zh): (Vec<&str>, Vec<&str>) =
            several.into_iter().map(|words| (&*words.en, &*words.zh)).unzip();
        Self::new(en.join(", "), zh.join("、"))
    }
}

/// In English, as the command line and logs speak it.
impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined_as_each_language_joins_them() {
        let both = Words::listed([&Words::fixed("one", "一"), &Words::same("A-2")]);
        assert_eq!((both.of(Language::English), both.of(Language::Chinese)), ("one, A-2", "一、A-2"));
    }
}

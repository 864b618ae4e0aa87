//! Takes a document apart: each name once, what nobody takes is refused, and everything that is wrong is kept with its place.
use super::{Placed, Refusal, Tree, place};
use crate::suggest;
use chrono::NaiveDate;
use serde_json::Value;
use serde_saphyr::Spanned;

/// Line and column, counted from 1.
pub type Place = Option<(u64, u64)>;

/// What reads, and what it refuses.
#[derive(Default)]
pub struct Reader {
    /// All that is wrong, in the order in which it was met.
    pub refusals: Vec<Refusal>,
}

/// The entries of one part by name, each taken once.
pub struct Entries<'t> {
    /// How people call the part.
    pub what: String,
    /// Where it begins.
    pub at: Place,
    entries: Vec<(&'t Spanned<String>, &'t Placed)>,
}

impl<'t> Entries<'t> {
    /// Takes an entry out.
    pub fn take(&mut self, name: &str) -> Option<&'t Placed> {
        let at = self.entries.iter().position(|(key, _)| key.value == name)?;
        Some(self.entries.remove(at).1)
    }

    /// Whether there is such an entry.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key.value == name)
    }

    /// Where the value of an entry stands, or the part where there is no such entry.
    pub fn place_of(&self, name: &str) -> Place {
        let found = self.entries.iter().find(|(key, _)| key.value == name);
        found.map_or(self.at, |(_, value)| place(value))
    }
}

impl Reader {
    /// Keeps what is wrong; nothing is what there is instead.
    pub fn refuse<T>(&mut self, place: Place, reason: String) -> Option<T> {
        self.refusals.push(Refusal { place, reason });
        None
    }

    /// What was read, or all that is wrong, in the order of places; `empty` is said of a document with nothing in it.
    ///
    /// # Errors
    /// All refusals.
    pub fn finish<T>(mut self, read: Option<T>, empty: &str) -> Result<T, Vec<Refusal>> {
        self.refusals.sort();
        match read {
            Some(read) if self.refusals.is_empty() => Ok(read),
            None if self.refusals.is_empty() => Err(vec![Refusal { place: None, reason: empty.to_owned() }]),
            _ => Err(self.refusals),
        }
    }

    /// The names and values of a part.
    pub fn entries<'t>(&mut self, part: &'t Placed, what: &str) -> Option<Entries<'t>> {
        let at = place(part);
        let Tree::Map(entries) = &part.value else {
            return self.refuse(at, format!("{what} is {}: write names and values", part.value.words()));
        };
        let entries: Vec<_> = entries.iter().map(|(key, value)| (key, value)).collect();
        for (index, (key, _)) in entries.iter().enumerate() {
            if entries[..index].iter().any(|(before, _)| before.value == key.value) {
                self.refuse::<()>(place(key), format!("`{}` stands twice in {what}: keep one", key.value));
            }
        }
        Some(Entries { what: what.to_owned(), at, entries })
    }

    /// What nobody took is refused.
    pub fn done(&mut self, entries: &Entries, known: &[&str]) {
        for (key, _) in &entries.entries {
            if known.contains(&key.value.as_str()) {
                continue;
            }
            let advice = suggest::nearest(&key.value, known.iter().copied()).map_or_else(
                || format!("there are {}", known.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            self.refuse::<()>(place(key), format!("{} has no `{}`: {advice}", entries.what, key.value));
        }
    }

    /// Text that must be there.
    pub fn text(&mut self, entries: &mut Entries, name: &str, letters_max: usize) -> Option<String> {
        let (at, what) = (entries.at, entries.what.clone());
        let before = self.refusals.len();
        match self.optional(entries, name, letters_max) {
            Some(text) => Some(text),
            None if self.refusals.len() > before => None,
            None => self.refuse(at, format!("{what} has no `{name}`: give one")),
        }
    }

    /// Text that may be missing; blanks are nothing.
    pub fn optional(&mut self, entries: &mut Entries, name: &str, letters_max: usize) -> Option<String> {
        let part = entries.take(name)?;
        self.scalar(part, name, letters_max)
    }

    /// A part that is text; blanks are nothing.
    pub fn scalar(&mut self, part: &Placed, name: &str, letters_max: usize) -> Option<String> {
        let text = match &part.value {
            Tree::Scalar(Value::Null) => return None,
            Tree::Scalar(Value::String(text)) => text.trim().to_owned(),
            Tree::Scalar(value) => value.to_string(),
            other => return self.refuse(place(part), format!("`{name}` is {}: write text", other.words())),
        };
        match text.chars().count() {
            0 => None,
            letters if letters > letters_max => self.refuse(
                place(part),
                format!("`{name}` has {letters} letters, at most {letters_max} are possible"),
            ),
            _ => Some(text),
        }
    }

    /// A day that must be there.
    pub fn day(&mut self, entries: &mut Entries, name: &str) -> Option<NaiveDate> {
        let at = entries.place_of(name);
        let text = self.text(entries, name, LETTERS_OF_DAY_MAX)?;
        match text.parse() {
            Ok(day) => Some(day),
            Err(_) => self.refuse(at, format!("`{name}` is `{text}`: write a day such as 2027-01-01")),
        }
    }

    /// A number that may be missing.
    pub fn number(&mut self, entries: &mut Entries, name: &str) -> Option<f64> {
        let part = entries.take(name)?;
        match &part.value {
            Tree::Scalar(Value::Null) => None,
            Tree::Scalar(Value::Number(number)) => number.as_f64(),
            other => self
                .refuse(place(part), format!("`{name}` is {}: write a number such as 0.05", other.words())),
        }
    }

    /// A whole number that may be missing, from `least` to `most`.
    pub fn whole(&mut self, entries: &mut Entries, name: &str, least: u32, most: u32) -> Option<u32> {
        let part = entries.take(name)?;
        let number = match &part.value {
            Tree::Scalar(Value::Null) => return None,
            Tree::Scalar(Value::Number(number)) => number.as_u64().and_then(|number| number.try_into().ok()),
            _ => None,
        };
        let fits = |number: &u32| (least..=most).contains(number);
        number.filter(fits).or_else(|| {
            let advice = format!("write a whole number from {least} to {most}");
            self.refuse(place(part), format!("`{name}` is {}: {advice}", part.value.words()))
        })
    }

    /// A word of a closed list; none where it is missing.
    pub fn word<W: std::str::FromStr>(
        &mut self,
        entries: &mut Entries,
        name: &str,
        words: &[&'static str],
    ) -> Option<W> {
        let at = entries.place_of(name);
        let text = self.optional(entries, name, LETTERS_OF_WORD_MAX)?;
        if let Ok(word) = text.parse() {
            return Some(word);
        }
        let advice = suggest::nearest(&text, words.iter().copied()).map_or_else(
            || format!("it is one of {}", words.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        self.refuse(at, format!("`{name}` cannot be `{text}`: {advice}"))
    }

    /// Says that something is missing, unless it was there and refused already.
    pub fn needed<T>(
        &mut self,
        entries: &Entries,
        name: &str,
        advice: &str,
        found: Option<T>,
        before: usize,
    ) -> Option<T> {
        if found.is_none() && self.refusals.len() == before {
            return self.refuse(entries.at, format!("{} has no `{name}`: {advice}", entries.what));
        }
        found
    }
}

const LETTERS_OF_DAY_MAX: usize = 40;
const LETTERS_OF_WORD_MAX: usize = 100;

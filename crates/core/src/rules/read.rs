//! Text -> document. Everything that is wrong is told at once, each with its place.
use super::condition::{Condition, Fault};
use super::document::{
    Answer, BECAUSE_LETTERS_MAX, BYTES_MAX, Document, Hold, NAME_LETTERS_MAX, RULES_MAX, Rule,
};
use crate::documents::{self, Placed, Refusal, Tree, place};
use crate::suggest;
use chrono::NaiveDate;
use serde_json::Value;
use serde_saphyr::Spanned;

/// Reads and checks a document.
///
/// # Errors
/// All that is wrong with it.
pub fn read(text: &str) -> Result<Document, Vec<Refusal>> {
    let tree = documents::read(text, BYTES_MAX).map_err(|refusal| vec![with_hint(text, refusal)])?;
    let mut reader = Reader::default();
    let document = tree.and_then(|tree| reader.document(&tree));
    reader.refusals.sort();
    match document {
        Some(document) if reader.refusals.is_empty() => Ok(document),
        None if reader.refusals.is_empty() => Err(vec![Refusal {
            place: None,
            reason: "the document is empty: begin with `name:`, `version:`, `effective:` and `rules:`"
                .to_owned(),
        }]),
        _ => Err(reader.refusals),
    }
}

/// Conditions hold signs that mean something else in YAML.
fn with_hint(text: &str, refusal: Refusal) -> Refusal {
    let line =
        refusal.place.and_then(|(line, _)| text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?));
    let condition = line.is_some_and(|line| line.contains("when:"));
    let hint = "; put a condition that holds quotes, `!`, `#` or `: ` in single quotes, such as when: '\"champion\" in contact_roles'";
    let reason = if condition { format!("{}{hint}", refusal.reason) } else { refusal.reason };
    Refusal { reason, ..refusal }
}

#[derive(Default)]
struct Reader {
    refusals: Vec<Refusal>,
}

/// The entries of one part by name, each taken once.
struct Entries<'t> {
    what: String,
    at: Option<(u64, u64)>,
    entries: Vec<(&'t Spanned<String>, &'t Placed)>,
}

impl<'t> Entries<'t> {
    fn take(&mut self, name: &str) -> Option<&'t Placed> {
        let at = self.entries.iter().position(|(key, _)| key.value == name)?;
        Some(self.entries.remove(at).1)
    }
}

impl Reader {
    fn refuse<T>(&mut self, place: Option<(u64, u64)>, reason: String) -> Option<T> {
        self.refusals.push(Refusal { place, reason });
        None
    }

    fn entries<'t>(&mut self, part: &'t Placed, what: &str) -> Option<Entries<'t>> {
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
    fn done(&mut self, entries: &Entries, known: &[&str]) {
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

    fn document(&mut self, tree: &Placed) -> Option<Document> {
        let mut entries = self.entries(tree, "the document")?;
        let name = self.text(&mut entries, "name", NAME_LETTERS_MAX);
        let version = self.text(&mut entries, "version", NAME_LETTERS_MAX);
        let effective = self.day(&mut entries, "effective");
        let rules = self.list(&mut entries, "rules", true, Self::rule);
        let holds = self.list(&mut entries, "holds", false, Self::hold);
        self.done(&entries, &["name", "version", "effective", "rules", "holds"]);
        self.distinct(tree, rules.iter().map(|rule| rule.id.as_str()), "rules");
        self.distinct(tree, holds.iter().map(|hold| hold.id.as_str()), "holds");
        Some(Document { name: name?, version: version?, effective: effective?, rules, holds })
    }

    fn distinct<'a>(&mut self, tree: &Placed, ids: impl Iterator<Item = &'a str>, what: &str) {
        let mut seen = std::collections::BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.refuse::<()>(
                    place(tree),
                    format!("two {what} are called `{id}`: give one of them another `id`"),
                );
            }
        }
    }

    fn list<T>(
        &mut self,
        entries: &mut Entries,
        name: &str,
        needed: bool,
        read: fn(&mut Self, &Placed, &str) -> Option<T>,
    ) -> Vec<T> {
        let (at, what) = (entries.at, entries.what.clone());
        let Some(part) = entries.take(name) else {
            if needed {
                self.refuse::<()>(
                    at,
                    format!("{what} has no `{name}`: give a list, each with `id`, `when` and `then`"),
                );
            }
            return Vec::new();
        };
        match &part.value {
            Tree::List(parts) if parts.len() > RULES_MAX => {
                self.refuse::<()>(
                    place(part),
                    format!("there are {} {name}, at most {RULES_MAX} are possible", parts.len()),
                );
                Vec::new()
            }
            Tree::List(parts) => {
                let label = |index: usize| format!("{name}[{index}]");
                parts.iter().enumerate().filter_map(|(index, part)| read(self, part, &label(index))).collect()
            }
            Tree::Scalar(Value::Null) if !needed => Vec::new(),
            other => {
                self.refuse::<()>(
                    place(part),
                    format!("`{name}` is {}: give a list, each begun with `- id:`", other.words()),
                );
                Vec::new()
            }
        }
    }

    fn rule(&mut self, part: &Placed, what: &str) -> Option<Rule> {
        let mut entries = self.entries(part, what)?;
        let id = self.text(&mut entries, "id", NAME_LETTERS_MAX);
        let when = self.condition(&mut entries);
        let then = self.answer(&mut entries);
        let to = self.optional(&mut entries, "to", NAME_LETTERS_MAX);
        let playbook = self.optional(&mut entries, "playbook", NAME_LETTERS_MAX);
        let because = self.optional(&mut entries, "because", BECAUSE_LETTERS_MAX);
        self.done(&entries, &["id", "when", "then", "to", "playbook", "because"]);
        Some(Rule { id: id?, when: when?, then: then?, to, playbook, because })
    }

    fn hold(&mut self, part: &Placed, what: &str) -> Option<Hold> {
        let mut entries = self.entries(part, what)?;
        let id = self.text(&mut entries, "id", NAME_LETTERS_MAX);
        let when = self.condition(&mut entries);
        let because = self.optional(&mut entries, "because", BECAUSE_LETTERS_MAX);
        self.done(&entries, &["id", "when", "because"]);
        Some(Hold { id: id?, when: when?, because })
    }

    fn text(&mut self, entries: &mut Entries, name: &str, letters_max: usize) -> Option<String> {
        let (at, what) = (entries.at, entries.what.clone());
        let before = self.refusals.len();
        match self.optional(entries, name, letters_max) {
            Some(text) => Some(text),
            None if self.refusals.len() > before => None,
            None => self.refuse(at, format!("{what} has no `{name}`: give one")),
        }
    }

    fn optional(&mut self, entries: &mut Entries, name: &str, letters_max: usize) -> Option<String> {
        let part = entries.take(name)?;
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

    fn day(&mut self, entries: &mut Entries, name: &str) -> Option<NaiveDate> {
        let at =
            entries.entries.iter().find(|(key, _)| key.value == name).and_then(|(_, value)| place(value));
        let text = self.text(entries, name, NAME_LETTERS_MAX)?;
        match text.parse() {
            Ok(day) => Some(day),
            Err(_) => self.refuse(at, format!("`{name}` is `{text}`: write a day such as 2027-01-01")),
        }
    }

    fn answer(&mut self, entries: &mut Entries) -> Option<Answer> {
        let at =
            entries.entries.iter().find(|(key, _)| key.value == "then").and_then(|(_, value)| place(value));
        let text = self.text(entries, "then", NAME_LETTERS_MAX)?;
        match text.parse() {
            Ok(answer) => Some(answer),
            Err(_) => {
                let near = suggest::nearest(&text, Answer::ALL.iter().map(|answer| answer.text()));
                let advice = near.map_or_else(
                    || "it is one of hand_off, keep, ask".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                self.refuse(at, format!("`then` cannot be `{text}`: {advice}"))
            }
        }
    }

    fn condition(&mut self, entries: &mut Entries) -> Option<Condition> {
        let (at, what) = (entries.at, entries.what.clone());
        let Some(part) = entries.take("when") else {
            return self.refuse(at, format!("{what} has no `when`: give a condition, or `true`"));
        };
        let source = match &part.value {
            Tree::Scalar(Value::String(text)) => text.clone(),
            Tree::Scalar(Value::Null) => String::new(),
            Tree::Scalar(value) => value.to_string(),
            other => {
                return self
                    .refuse(place(part), format!("{what}.when is {}: write a condition", other.words()));
            }
        };
        if source.trim().is_empty() {
            let advice = "write a condition, or `true`; one that begins with `!` must be in quotes";
            return self.refuse(place(part), format!("{what}.when is empty: {advice}"));
        }
        match Condition::parse(&source) {
            Ok(condition) => Some(condition),
            Err(fault) => self.refuse(place(part), format!("{what}.when, {}", located(&fault, &source))),
        }
    }
}

/// A fault with its place in the condition.
pub fn located(fault: &Fault, source: &str) -> String {
    match fault.place(source) {
        (1, letter) => format!("letter {letter}: {}", fault.reason),
        (line, letter) => format!("line {line}, letter {letter}: {}", fault.reason),
    }
}

//! Text -> document. Everything that is wrong is told at once, each with its place.
use super::condition::{Condition, Fault};
use super::document::{
    Answer, BECAUSE_LETTERS_MAX, BYTES_MAX, Document, Hold, NAME_LETTERS_MAX, RULES_MAX, Rule,
};
use crate::documents::{self, Entries, Placed, Reader, Refusal, Tree, place};
use serde_json::Value;

/// Reads and checks a document.
///
/// # Errors
/// All that is wrong with it.
pub fn read(text: &str) -> Result<Document, Vec<Refusal>> {
    let tree = documents::read(text, BYTES_MAX).map_err(|refusal| vec![with_hint(text, refusal)])?;
    let mut reader = Reader::default();
    let read = tree.and_then(|tree| document(&mut reader, &tree));
    reader.finish(read, "the document is empty: begin with `name:`, `version:`, `effective:` and `rules:`")
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

fn document(reader: &mut Reader, tree: &Placed) -> Option<Document> {
    let mut entries = reader.entries(tree, "the document")?;
    let name = reader.text(&mut entries, "name", NAME_LETTERS_MAX);
    let version = reader.text(&mut entries, "version", NAME_LETTERS_MAX);
    let effective = reader.day(&mut entries, "effective");
    let rules = list(reader, &mut entries, "rules", true, rule);
    let holds = list(reader, &mut entries, "holds", false, hold);
    reader.done(&entries, &["name", "version", "effective", "rules", "holds"]);
    distinct(reader, tree, rules.iter().map(|rule| rule.id.as_str()), "rules");
    distinct(reader, tree, holds.iter().map(|hold| hold.id.as_str()), "holds");
    Some(Document { name: name?, version: version?, effective: effective?, rules, holds })
}

fn distinct<'a>(reader: &mut Reader, tree: &Placed, ids: impl Iterator<Item = &'a str>, what: &str) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            reader.refuse::<()>(
                place(tree),
                format!("two {what} are called `{id}`: give one of them another `id`"),
            );
        }
    }
}

fn list<T>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    needed: bool,
    read: fn(&mut Reader, &Placed, &str) -> Option<T>,
) -> Vec<T> {
    let (at, what) = (entries.at, entries.what.clone());
    let Some(part) = entries.take(name) else {
        if needed {
            reader.refuse::<()>(
                at,
                format!("{what} has no `{name}`: give a list, each with `id`, `when` and `then`"),
            );
        }
        return Vec::new();
    };
    match &part.value {
        Tree::List(parts) if parts.len() > RULES_MAX => {
            reader.refuse::<()>(
                place(part),
                format!("there are {} {name}, at most {RULES_MAX} are possible", parts.len()),
            );
            Vec::new()
        }
        Tree::List(parts) => {
            let label = |index: usize| format!("{name}[{index}]");
            parts.iter().enumerate().filter_map(|(index, part)| read(reader, part, &label(index))).collect()
        }
        Tree::Scalar(Value::Null) if !needed => Vec::new(),
        other => {
            reader.refuse::<()>(
                place(part),
                format!("`{name}` is {}: give a list, each begun with `- id:`", other.words()),
            );
            Vec::new()
        }
    }
}

fn rule(reader: &mut Reader, part: &Placed, what: &str) -> Option<Rule> {
    let mut entries = reader.entries(part, what)?;
    let id = reader.text(&mut entries, "id", NAME_LETTERS_MAX);
    let when = condition(reader, &mut entries);
    let then = answer(reader, &mut entries);
    let to = reader.optional(&mut entries, "to", NAME_LETTERS_MAX);
    let playbook = reader.optional(&mut entries, "playbook", NAME_LETTERS_MAX);
    let because = reader.optional(&mut entries, "because", BECAUSE_LETTERS_MAX);
    reader.done(&entries, &["id", "when", "then", "to", "playbook", "because"]);
    Some(Rule { id: id?, when: when?, then: then?, to, playbook, because })
}

fn hold(reader: &mut Reader, part: &Placed, what: &str) -> Option<Hold> {
    let mut entries = reader.entries(part, what)?;
    let id = reader.text(&mut entries, "id", NAME_LETTERS_MAX);
    let when = condition(reader, &mut entries);
    let because = reader.optional(&mut entries, "because", BECAUSE_LETTERS_MAX);
    reader.done(&entries, &["id", "when", "because"]);
    Some(Hold { id: id?, when: when?, because })
}

fn answer(reader: &mut Reader, entries: &mut Entries) -> Option<Answer> {
    let words: Vec<&str> = Answer::ALL.iter().map(|answer| answer.text()).collect();
    let before = reader.refusals.len();
    let found = reader.word(entries, "then", &words);
    reader.needed(entries, "then", "give one", found, before)
}

fn condition(reader: &mut Reader, entries: &mut Entries) -> Option<Condition> {
    let (at, what) = (entries.at, entries.what.clone());
    let Some(part) = entries.take("when") else {
        return reader.refuse(at, format!("{what} has no `when`: give a condition, or `true`"));
    };
    let source = match &part.value {
        Tree::Scalar(Value::String(text)) => text.clone(),
        Tree::Scalar(Value::Null) => String::new(),
        Tree::Scalar(value) => value.to_string(),
        other => {
            return reader
                .refuse(place(part), format!("{what}.when is {}: write a condition", other.words()));
        }
    };
    if source.trim().is_empty() {
        let advice = "write a condition, or `true`; one that begins with `!` must be in quotes";
        return reader.refuse(place(part), format!("{what}.when is empty: {advice}"));
    }
    match Condition::parse(&source) {
        Ok(condition) => Some(condition),
        Err(fault) => reader.refuse(place(part), format!("{what}.when, {}", located(&fault, &source))),
    }
}

/// A fault with its place in the condition.
pub fn located(fault: &Fault, source: &str) -> String {
    match fault.place(source) {
        (1, letter) => format!("letter {letter}: {}", fault.reason),
        (line, letter) => format!("line {line}, letter {letter}: {}", fault.reason),
    }
}

//! Text -> playbook. Everything that is wrong is told at once, each with its place.
use super::{
    BYTES_MAX, Closing, Deadline, Level, NAME_LETTERS_MAX, Phase, Playbook, ProofKind, Role, STEPS_MAX, Step,
    TITLE_LETTERS_MAX, Told, WHY_LETTERS_MAX,
};
use crate::documents::{self, Entries, Placed, Reader, Refusal, Tree, place};
use crate::handoffs::Requirements;
use crate::languages::Words;
use crate::rules::Condition;
use crate::rules::read::located;
use crate::stakeholders::ContactRole;
use serde_json::Value;
use std::collections::BTreeSet;
use std::str::FromStr;

/// Latest that somebody is told, in working days.
const LATE_MAX: u32 = 250;
/// Most meetings of an implementation that can be asked for.
const SESSIONS_MAX: u32 = 20;

/// Reads and checks a document.
///
/// # Errors
/// All that is wrong with it.
pub fn read(text: &str) -> Result<Playbook, Vec<Refusal>> {
    let tree = documents::read(text, BYTES_MAX).map_err(|refusal| vec![refusal])?;
    let mut reader = Reader::default();
    let found = tree.and_then(|tree| playbook(&mut reader, &tree));
    reader.finish(found, "the document is empty: begin with `name:`, `version:`, `title:` and `steps:`")
}

fn playbook(reader: &mut Reader, tree: &Placed) -> Option<Playbook> {
    let mut entries = reader.entries(tree, "the document")?;
    let name = reader.text(&mut entries, "name", NAME_LETTERS_MAX);
    let version = reader.text(&mut entries, "version", NAME_LETTERS_MAX);
    let title = words(reader, &mut entries, "title", TITLE_LETTERS_MAX);
    let requires = requires(reader, &mut entries);
    let introduction = deadline(reader, &mut entries, "introduction");
    let transfer = deadline(reader, &mut entries, "transfer");
    let escalation = list(reader, &mut entries, "escalation", level);
    let steps = list(reader, &mut entries, "steps", step);
    reader.done(
        &entries,
        &["name", "version", "title", "requires", "introduction", "transfer", "escalation", "steps"],
    );
    distinct(reader, tree, &steps);
    let escalation = ordered(escalation);
    Some(Playbook {
        name: name?,
        version: version?,
        title: title?,
        requires: requires?,
        introduction: introduction?,
        transfer: transfer?,
        escalation,
        steps,
    })
}

fn ordered(mut levels: Vec<Level>) -> Vec<Level> {
    levels.sort_by_key(|level| (level.late, level.to));
    levels
}

fn distinct(reader: &mut Reader, tree: &Placed, steps: &[Step]) {
    let mut seen = BTreeSet::new();
    for step in steps.iter().filter(|step| !seen.insert(step.id.as_str())) {
        let reason = format!("two steps are called `{}`: give one of them another `id`", step.id);
        reader.refuse::<()>(place(tree), reason);
    }
}

fn list<T>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    read: fn(&mut Reader, &Placed, &str) -> Option<T>,
) -> Vec<T> {
    let (at, what) = (entries.at, entries.what.clone());
    let Some(part) = entries.take(name) else {
        reader.refuse::<()>(at, format!("{what} has no `{name}`: give a list"));
        return Vec::new();
    };
    match &part.value {
        Tree::List(parts) if (1..=STEPS_MAX).contains(&parts.len()) => {
            let label = |index: usize| format!("{name}[{index}]");
            parts.iter().enumerate().filter_map(|(index, part)| read(reader, part, &label(index))).collect()
        }
        Tree::List(parts) => {
            let reason = format!("there are {} {name}: 1 to {STEPS_MAX} are possible", parts.len());
            reader.refuse::<()>(place(part), reason);
            Vec::new()
        }
        other => {
            reader.refuse::<()>(place(part), format!("`{name}` is {}: give a list", other.words()));
            Vec::new()
        }
    }
}

fn step(reader: &mut Reader, part: &Placed, what: &str) -> Option<Step> {
    let mut entries = reader.entries(part, what)?;
    let id = reader.text(&mut entries, "id", NAME_LETTERS_MAX);
    let phase = needed(reader, &mut entries, "phase", &texts(Phase::ALL, |word| word.text()));
    let title = words(reader, &mut entries, "title", TITLE_LETTERS_MAX);
    let why = entries.take("why").and_then(|part| words_of(reader, part, "why", WHY_LETTERS_MAX));
    let owner = needed(reader, &mut entries, "owner", &texts(Role::ALL, |word| word.text()));
    let helpers = word_list(reader, &mut entries, "helpers", &texts(Role::ALL, |word| word.text()));
    let due = deadline(reader, &mut entries, "due");
    let gate = truth(reader, &mut entries, "gate");
    let proof = needed(reader, &mut entries, "proof", &texts(ProofKind::ALL, |word| word.text()));
    let when = condition(reader, &mut entries);
    let closed_by = reader.word(&mut entries, "closed_by", &texts(Closing::ALL, |word| word.text()));
    let known =
        ["id", "phase", "title", "why", "owner", "helpers", "due", "gate", "proof", "when", "closed_by"];
    reader.done(&entries, &known);
    Some(Step {
        id: id?,
        phase: phase?,
        title: title?,
        why,
        owner: owner?,
        helpers,
        due: due?,
        gate,
        proof: proof?,
        when: when?,
        closed_by,
    })
}

fn level(reader: &mut Reader, part: &Placed, what: &str) -> Option<Level> {
    let mut entries = reader.entries(part, what)?;
    let before = reader.refusals.len();
    let late = reader.whole(&mut entries, "late", 1, LATE_MAX);
    let late = reader.needed(&entries, "late", "give working days such as 3", late, before);
    let to = needed(reader, &mut entries, "to", &texts(Told::ALL, |word| word.text()));
    reader.done(&entries, &["late", "to"]);
    Some(Level { late: late?, to: to? })
}

fn requires(reader: &mut Reader, entries: &mut Entries) -> Option<Requirements> {
    let (at, what) = (entries.at, entries.what.clone());
    let Some(part) = entries.take("requires") else {
        return reader.refuse(at, format!("{what} has no `requires`: say what the gates ask for"));
    };
    let mut entries = reader.entries(part, "requires")?;
    let roles = word_list(reader, &mut entries, "roles", &texts(ContactRole::ALL, |word| word.text()));
    let sessions = whole(reader, &mut entries, "sessions", SESSIONS_MAX);
    let kickoff = truth(reader, &mut entries, "kickoff");
    let brief = whole(reader, &mut entries, "brief_percent", 100);
    let live = truth(reader, &mut entries, "live_introduction");
    reader.done(&entries, &["roles", "sessions", "kickoff", "brief_percent", "live_introduction"]);
    Some(Requirements {
        roles,
        sessions_min: usize::try_from(sessions?).ok()?,
        kickoff,
        brief_min_bp: i64::from(brief?) * 100,
        live,
    })
}

fn whole(reader: &mut Reader, entries: &mut Entries, name: &str, most: u32) -> Option<u32> {
    let before = reader.refusals.len();
    let found = reader.whole(entries, name, 0, most);
    reader.needed(entries, name, &format!("give a whole number from 0 to {most}"), found, before)
}

fn texts<W: Copy>(all: &[W], text: fn(W) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|word| text(*word)).collect()
}

fn needed<W: FromStr>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    words: &[&'static str],
) -> Option<W> {
    let before = reader.refusals.len();
    let found = reader.word(entries, name, words);
    reader.needed(entries, name, &format!("give one of {}", words.join(", ")), found, before)
}

fn word_list<W: FromStr>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    words: &[&'static str],
) -> Vec<W> {
    let Some(part) = entries.take(name) else { return Vec::new() };
    let Tree::List(parts) = &part.value else {
        let reason = format!("`{name}` is {}: give a list of words", part.value.words());
        reader.refuse::<()>(place(part), reason);
        return Vec::new();
    };
    let mut found = Vec::new();
    for part in parts {
        let Some(text) = reader.scalar(part, name, NAME_LETTERS_MAX) else { continue };
        match text.parse() {
            Ok(word) => found.push(word),
            Err(_) => {
                let near = crate::suggest::nearest(&text, words.iter().copied());
                let advice = near.map_or_else(
                    || format!("it is one of {}", words.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                let reason = format!("`{name}` cannot hold `{text}`: {advice}");
                reader.refuse::<()>(place(part), reason);
            }
        }
    }
    found
}

fn truth(reader: &mut Reader, entries: &mut Entries, name: &str) -> bool {
    match entries.take(name).map(|part| (part, &part.value)) {
        None | Some((_, Tree::Scalar(Value::Null))) => false,
        Some((_, Tree::Scalar(Value::Bool(truth)))) => *truth,
        Some((part, other)) => {
            let reason = format!("`{name}` is {}: write true or false", other.words());
            reader.refuse::<()>(place(part), reason);
            false
        }
    }
}

fn words(reader: &mut Reader, entries: &mut Entries, name: &str, letters_max: usize) -> Option<Words> {
    let (at, what) = (entries.at, entries.what.clone());
    match entries.take(name) {
        Some(part) => words_of(reader, part, name, letters_max),
        None => reader.refuse(at, format!("{what} has no `{name}`: give it as `en` and `zh-Hant`")),
    }
}

/// In both languages, or one text for both.
fn words_of(reader: &mut Reader, part: &Placed, name: &str, letters_max: usize) -> Option<Words> {
    if let Tree::Scalar(_) = &part.value {
        return reader.scalar(part, name, letters_max).map(Words::same);
    }
    let mut entries = reader.entries(part, name)?;
    let en = reader.text(&mut entries, "en", letters_max);
    let zh = reader.text(&mut entries, "zh-Hant", letters_max);
    reader.done(&entries, &["en", "zh-Hant"]);
    Some(Words::new(en?, zh?))
}

fn deadline(reader: &mut Reader, entries: &mut Entries, name: &str) -> Option<Deadline> {
    let at = entries.place_of(name);
    let text = reader.text(entries, name, NAME_LETTERS_MAX)?;
    match Deadline::parse(&text) {
        Ok(deadline) => Some(deadline),
        Err(reason) => reader.refuse(
            at,
            format!("`{name}`: {reason}; write it as `transfer - 10 working days` or `introduction + 2`"),
        ),
    }
}

/// None where it is wrong; nothing where there is none.
#[expect(clippy::option_option, reason = "wrong, absent and there are three different things")]
fn condition(reader: &mut Reader, entries: &mut Entries) -> Option<Option<Condition>> {
    let at = entries.place_of("when");
    let Some(text) = reader.optional(entries, "when", crate::rules::condition::SOURCE_BYTES_MAX) else {
        return Some(None);
    };
    match Condition::parse(&text) {
        Ok(condition) => Some(Some(condition)),
        Err(fault) => reader.refuse(at, format!("{}.when, {}", entries.what, located(&fault, &text))),
    }
}

//! Text -> intervention. Everything that is wrong is told at once, each with its place and what to do.
use super::check::impossible;
use super::document::{
    Aim, Assigned, BASELINE_MONTHS, BASELINE_MONTHS_USUAL, BECAUSE_LETTERS_MAX, BYTES_MAX, Baseline,
    Compared, Intervention, Kind, Member, NAME_LETTERS_MAX, Outcome, PEOPLE_MAX, SETTLE_MONTHS_MAX, State,
    Verdict, Who,
};
use crate::documents::{self, Entries, Placed, Reader, Refusal, Tree, place};
use crate::subscriptions::Month;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

const FIELDS: [&str; 16] = [
    "name",
    "kind",
    "aim",
    "outcome",
    "start",
    "end",
    "settle_months",
    "baseline_months",
    "assigned",
    "people",
    "compared",
    "expected",
    "because",
    "state",
    "baseline",
    "verdict",
];
const EMPTY: &str =
    "the document is empty: begin with `name:`, `kind:`, `aim:`, `start:`, `end:`, `people:` and `expected:`";

/// Reads and checks a document.
///
/// # Errors
/// All that is wrong with it.
pub fn read(text: &str) -> Result<Intervention, Vec<Refusal>> {
    let tree = documents::read(text, BYTES_MAX).map_err(|refusal| vec![refusal])?;
    let mut reader = Reader::default();
    let read = tree.and_then(|tree| document(&mut reader, &tree));
    reader.finish(read, EMPTY)
}

fn document(reader: &mut Reader, tree: &Placed) -> Option<Intervention> {
    let mut entries = reader.entries(tree, "the document")?;
    let places: BTreeMap<&str, _> = FIELDS.iter().map(|field| (*field, entries.place_of(field))).collect();
    // All parts are read before any is missed, so that everything that is wrong is told.
    let what = what(reader, &mut entries);
    let when = when(reader, &mut entries);
    let who = who(reader, &mut entries);
    let expected = expected(reader, &mut entries);
    let because = reader.optional(&mut entries, "because", BECAUSE_LETTERS_MAX);
    let state = word(reader, &mut entries, "state", State::ALL, State::text);
    let baseline = entries.take("baseline").and_then(|part| baseline(reader, part));
    let verdict = word(reader, &mut entries, "verdict", Verdict::ALL, Verdict::text);
    reader.done(&entries, &FIELDS);
    let (What { name, kind, aim, outcome }, When { start, end, settle_months, baseline_months }) =
        (what?, when?);
    let (assigned, people, compared) = who?;
    let read = Intervention {
        name,
        kind,
        aim,
        outcome,
        start,
        end,
        settle_months,
        baseline_months,
        assigned,
        people,
        compared,
        expected: expected?,
        because,
        state: state.unwrap_or(State::Draft),
        baseline,
        verdict,
    };
    for (field, reason) in impossible(&read) {
        reader.refuse::<()>(places.get(field).copied().flatten(), reason);
    }
    Some(read)
}

struct What {
    name: String,
    kind: Kind,
    aim: Aim,
    outcome: Outcome,
}

fn what(reader: &mut Reader, entries: &mut Entries) -> Option<What> {
    let name = reader.text(entries, "name", NAME_LETTERS_MAX);
    let kind = needed_word::<Kind>(reader, entries, "kind", Kind::ALL, Kind::text);
    let aim = needed_word::<Aim>(reader, entries, "aim", Aim::ALL, Aim::text);
    let outcome = word(reader, entries, "outcome", Outcome::ALL, Outcome::text);
    let aim = aim?;
    Some(What { name: name?, kind: kind?, aim, outcome: outcome.unwrap_or_else(|| aim.usual_outcome()) })
}

struct When {
    start: NaiveDate,
    end: NaiveDate,
    settle_months: u32,
    baseline_months: u32,
}

fn when(reader: &mut Reader, entries: &mut Entries) -> Option<When> {
    let start = reader.day(entries, "start");
    let end = reader.day(entries, "end");
    let settle_months = reader.whole(entries, "settle_months", 0, SETTLE_MONTHS_MAX).unwrap_or(0);
    let (least, most) = (*BASELINE_MONTHS.start(), *BASELINE_MONTHS.end());
    let baseline_months = reader.whole(entries, "baseline_months", least, most);
    let baseline_months = baseline_months.unwrap_or(BASELINE_MONTHS_USUAL);
    Some(When { start: start?, end: end?, settle_months, baseline_months })
}

fn who(reader: &mut Reader, entries: &mut Entries) -> Option<(Assigned, Who, Compared)> {
    let assigned = word(reader, entries, "assigned", Assigned::ALL, Assigned::text);
    let people = people(reader, entries);
    let compared = compared(reader, entries);
    Some((assigned.unwrap_or(Assigned::Chosen), people?, compared?))
}

fn expected(reader: &mut Reader, entries: &mut Entries) -> Option<f64> {
    let before = reader.refusals.len();
    let found = reader.number(entries, "expected");
    let advice = "give the change that you expect per person and month, such as 0.05";
    reader.needed(entries, "expected", advice, found, before)
}

fn word<W: Copy + FromStr + 'static>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    all: &[W],
    text: fn(W) -> &'static str,
) -> Option<W> {
    let words: Vec<&'static str> = all.iter().map(|word| text(*word)).collect();
    reader.word(entries, name, &words)
}

fn needed_word<W: Copy + FromStr + 'static>(
    reader: &mut Reader,
    entries: &mut Entries,
    name: &str,
    all: &[W],
    text: fn(W) -> &'static str,
) -> Option<W> {
    let before = reader.refusals.len();
    let found = word(reader, entries, name, all, text);
    let words: Vec<&str> = all.iter().map(|word| text(*word)).collect();
    reader.needed(entries, name, &format!("give one of {}", words.join(", ")), found, before)
}

fn people(reader: &mut Reader, entries: &mut Entries) -> Option<Who> {
    let (at, what) = (entries.at, entries.what.clone());
    let Some(part) = entries.take("people") else {
        return reader.refuse(at, format!("{what} has no `people`: give a list of names, or `everybody`"));
    };
    match &part.value {
        Tree::Scalar(serde_json::Value::String(text)) if text.trim() == "everybody" => Some(Who::Everybody),
        Tree::List(parts) => Some(Who::These(members(reader, part, parts, "people"))),
        other => {
            let reason = format!("`people` is {}: give a list of names, or `everybody`", other.words());
            reader.refuse(place(part), reason)
        }
    }
}

fn compared(reader: &mut Reader, entries: &mut Entries) -> Option<Compared> {
    let Some(part) = entries.take("compared") else { return Some(Compared::EverybodyElse) };
    let word = match &part.value {
        Tree::List(parts) => return Some(Compared::These(members(reader, part, parts, "compared"))),
        Tree::Scalar(serde_json::Value::String(text)) => text.trim(),
        _ => "",
    };
    match word {
        "everybody_else" => Some(Compared::EverybodyElse),
        "nobody" => Some(Compared::Nobody),
        _ => {
            let advice = "give a list of names, `everybody_else` or `nobody`";
            reader.refuse(place(part), format!("`compared` is {}: {advice}", part.value.words()))
        }
    }
}

fn members(reader: &mut Reader, whole: &Placed, parts: &[Placed], name: &str) -> Vec<Member> {
    if parts.is_empty() || parts.len() > PEOPLE_MAX {
        let reason = format!("`{name}` has {} names: give 1 to {PEOPLE_MAX}", parts.len());
        reader.refuse::<()>(place(whole), reason);
        return Vec::new();
    }
    let label = |index: usize| format!("{name}[{index}]");
    let mut seen = BTreeSet::new();
    let mut members = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        let Some(member) = member(reader, part, &label(index)) else { continue };
        if !seen.insert(member.person.clone()) {
            reader
                .refuse::<()>(place(part), format!("`{}` stands twice in `{name}`: keep one", member.person));
        }
        members.push(member);
    }
    members
}

fn member(reader: &mut Reader, part: &Placed, what: &str) -> Option<Member> {
    if matches!(part.value, Tree::Scalar(_)) {
        let before = reader.refusals.len();
        let person = reader.scalar(part, what, NAME_LETTERS_MAX);
        if person.is_none() && reader.refusals.len() == before {
            return reader.refuse(place(part), format!("{what} names nobody: give a name"));
        }
        return Some(Member { person: person?, from: None, stratum: None });
    }
    let mut entries = reader.entries(part, what)?;
    let person = reader.text(&mut entries, "person", NAME_LETTERS_MAX);
    let has_from = entries.has("from");
    let from = if has_from { Some(reader.day(&mut entries, "from")?) } else { None };
    let stratum = reader.optional(&mut entries, "stratum", NAME_LETTERS_MAX);
    reader.done(&entries, &["person", "from", "stratum"]);
    Some(Member { person: person?, from, stratum })
}

fn baseline(reader: &mut Reader, part: &Placed) -> Option<Baseline> {
    let mut entries = reader.entries(part, "baseline")?;
    let locked = reader.day(&mut entries, "locked");
    let from = month(reader, &mut entries, "from");
    let to = month(reader, &mut entries, "to");
    let means = entries.take("means");
    reader.done(&entries, &["locked", "from", "to", "means"]);
    let Some(means) = means else {
        return reader
            .refuse(place(part), "baseline has no `means`: give the mean of each person".to_owned());
    };
    let Tree::Map(pairs) = &means.value else {
        return reader.refuse(place(means), "`means` holds names and numbers, such as ann: 0.31".to_owned());
    };
    let mut read = BTreeMap::new();
    for (person, value) in pairs {
        match &value.value {
            Tree::Scalar(serde_json::Value::Number(number)) => {
                read.insert(person.value.clone(), number.as_f64().unwrap_or_default());
            }
            other => {
                let reason = format!("the mean of `{}` is {}: write a number", person.value, other.words());
                reader.refuse::<()>(place(value), reason);
            }
        }
    }
    Some(Baseline { locked: locked?, from: from?, to: to?, means: read })
}

fn month(reader: &mut Reader, entries: &mut Entries, name: &str) -> Option<Month> {
    let at = entries.place_of(name);
    let text = reader.text(entries, name, NAME_LETTERS_MAX)?;
    text.parse().map_or_else(
        |_| reader.refuse(at, format!("`{name}` is `{text}`: write a month such as 2027-01")),
        Some,
    )
}

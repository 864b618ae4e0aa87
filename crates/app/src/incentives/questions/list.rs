//! The list of questions: by state, person, period and text, a page at a time; what waits for an answer stands first.
use super::{QuestionView, seen_by};
use crate::sessions::Named;
use crate::{Actor, App, Error, Result};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::subscriptions::Month;

/// States by which questions can be looked for; `waiting` is open or proposed.
const STATES: [&str; 6] = ["waiting", "open", "answered", "proposed", "adjusted", "declined"];

/// Which questions are wanted.
#[derive(Clone, Debug)]
pub struct QuestionQuery {
    /// One of waiting, open, answered, proposed, adjusted, declined.
    pub state: Option<String>,
    /// Whose statement they are about, by id.
    pub person: Option<String>,
    /// The period of the line.
    pub period: Option<Month>,
    /// Part of what was asked or said, of a name, or of what the line is about.
    pub text: Option<String>,
    /// Where the page begins.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// A page of questions.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveQuestions)]
pub struct Questions {
    /// What waits for an answer first, then the latest.
    pub items: Vec<QuestionView>,
    /// How many fit what was asked for.
    pub total: usize,
    /// What to give as `after` for the next page; absent at the end.
    pub next: Option<String>,
    /// How many of all questions wait for the reader.
    pub waiting: usize,
    /// Whose statements there are questions about, by name.
    pub people: Vec<Named>,
    /// Periods there are questions about, the latest first.
    pub periods: Vec<String>,
}

/// The questions that somebody sees and asks for.
pub async fn questions(app: &App, actor: &Actor, query: &QuestionQuery) -> Result<Questions> {
    if let Some(state) = query.state.as_deref().filter(|state| !STATES.contains(state)) {
        return Err(Error::Invalid(format!(
            "`{state}` is no state of a question: write one of {}",
            STATES.join(", ")
        )));
    }
    let all = seen_by(app, actor).await?;
    let people: BTreeMap<&str, &Named> =
        all.iter().map(|one| (one.person.id.as_str(), &one.person)).collect();
    let mut people: Vec<Named> = people.into_values().cloned().collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    let periods: BTreeSet<String> = all.iter().map(|one| one.period.clone()).collect();
    let waiting = all.iter().filter(|one| waits_for_reader(one)).count();
    let text = query.text.as_deref().map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty());
    let mut found: Vec<QuestionView> =
        all.into_iter().filter(|one| fits(one, query, text.as_deref())).collect();
    // Those of one group stay in their order, the latest first.
    found.sort_by_key(|one| !waits(one));
    let total = found.len();
    let end = query.offset.saturating_add(query.limit);
    Ok(Questions {
        items: found.into_iter().skip(query.offset).take(query.limit).collect(),
        total,
        next: (end < total).then(|| end.to_string()),
        waiting,
        people,
        periods: periods.into_iter().rev().collect(),
    })
}

fn waits(one: &QuestionView) -> bool {
    matches!(one.state, "open" | "proposed")
}

/// Whether the reader is one of those who can go on with it.
fn waits_for_reader(one: &QuestionView) -> bool {
    match one.state {
        "open" => one.may.contains(&"propose"),
        "proposed" => one.may.contains(&"approve"),
        _ => false,
    }
}

fn fits(one: &QuestionView, query: &QuestionQuery, text: Option<&str>) -> bool {
    let state = query.state.as_deref().is_none_or(|state| match state {
        "waiting" => waits(one),
        state => one.state == state,
    });
    state
        && query.person.as_ref().is_none_or(|person| one.person.id == *person)
        && query.period.is_none_or(|period| one.period == period.to_string())
        && text.is_none_or(|text| says(one, text))
}

fn says(one: &QuestionView, text: &str) -> bool {
    let has = |words: &str| words.to_lowercase().contains(text);
    has(&one.text)
        || has(&one.person.name)
        || has(&one.what.en)
        || has(&one.what.zh)
        || one.replies.iter().any(|reply| has(&reply.text))
}

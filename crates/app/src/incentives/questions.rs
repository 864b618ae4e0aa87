//! Questions about a line, and what comes of them: answers, an adjustment that one person proposes and another approves, or a refusal with its
//! reason. An approved adjustment is an event like others; nothing that was posted changes.
mod list;

pub use list::{QuestionQuery, Questions, questions};

use super::look::{Look, look, seen};
use super::recorded::Recorded;
use super::rows;
use crate::events::Event as Told;
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::incentives::lines::concerns;
use tandem_core::incentives::{Credits, Event, Movement, Posting};
use tandem_core::languages::Words;
use tandem_core::money::{Currency, Money};
use tandem_core::subscriptions::Month;
use tandem_store::incentives::{self as store, QuestionRow, ReplyRow};

/// A question about a line of the own statement.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = IncentiveNewQuestion)]
pub struct NewQuestion {
    /// The event of the posting.
    pub event: String,
    /// The number of the posting.
    pub number: u32,
    /// What is asked.
    pub text: String,
}

/// What somebody does with a question.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = IncentiveQuestionAct)]
pub enum QuestionAct {
    /// Says something.
    Reply {
        /// What.
        text: String,
    },
    /// Proposes an adjustment, which somebody else approves.
    Propose {
        /// Decimal text in the currency of the line; below zero: to be given back.
        amount: String,
        /// Why.
        text: String,
    },
    /// Approves the adjustment that was proposed.
    Approve {
        /// What is said with it.
        text: String,
    },
    /// Declines an adjustment.
    Decline {
        /// Why.
        text: String,
    },
}

/// What was said to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveReply)]
pub struct ReplyView {
    /// reply, propose, approve or decline.
    pub act: String,
    /// What was said.
    pub text: String,
    /// The adjustment that is proposed, as decimal text.
    pub amount: Option<String>,
    /// Who said it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = IncentiveQuestion)]
pub struct QuestionView {
    /// The id.
    pub id: String,
    /// Whose statement it is about.
    pub person: Named,
    /// The period of the line.
    pub period: String,
    /// The event of the posting.
    pub event: String,
    /// The number of the posting.
    pub number: u32,
    /// What the line is about, in both languages.
    #[schema(value_type = Object)]
    pub what: Words,
    /// What the line comes to for the person, as decimal text.
    pub amount: String,
    /// The currency.
    pub currency: String,
    /// open, answered, proposed, adjusted or declined.
    pub state: &'static str,
    /// What is asked.
    pub text: String,
    /// Who asks.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What was said, in order.
    pub replies: Vec<ReplyView>,
    /// What the reader may do: reply, propose, approve, decline.
    pub may: Vec<&'static str>,
}

const TEXT_LETTERS_MAX: usize = 2_000;

fn checked(text: &str) -> Result<String> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Error::Invalid("say something: the text is empty".to_owned())),
        count if count > TEXT_LETTERS_MAX => Err(Error::Invalid(format!(
            "the text has {count} letters: at most {TEXT_LETTERS_MAX} are possible"
        ))),
        _ => Ok(text.to_owned()),
    }
}

fn moment(at_us: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at_us).unwrap_or_default()
}

/// Asks about a line of the own statement; returns the id.
pub async fn ask(app: &App, actor: &Actor, new: NewQuestion) -> Result<i64> {
    actor.require(Permission::AskIncentives)?;
    let text = checked(&new.text)?;
    let missing = || Error::NotFound("line of your statements");
    let own = actor.seller.map(|own| own.to_string()).ok_or_else(missing)?;
    let look = look(app).await?;
    look.posting(&new.event, new.number).filter(|posting| concerns(posting, &own)).ok_or_else(missing)?;
    let row = QuestionRow {
        id: 0,
        event: new.event,
        number: new.number.into(),
        person: own,
        text,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let data = json!({"event": row.event, "number": row.number});
    let event = Told::new(app, actor, "incentive_question.asked", "incentive_question", data);
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::ask(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(kept.await?)
}

/// All questions that somebody sees, the latest first.
pub(super) async fn seen_by(app: &App, actor: &Actor) -> Result<Vec<QuestionView>> {
    let (look, seen) = (look(app).await?, seen(app, actor).await?);
    let (rows, replies) = rows_with_replies(app).await?;
    let sees = |row: &&QuestionRow| seen.as_ref().is_none_or(|seen| seen.contains(&row.person));
    let rows = rows.iter().rev().filter(sees);
    let view = |row: &QuestionRow| shown(actor, &look, row, replies.get(&row.id), seen.is_none());
    Ok(rows.filter_map(view).collect())
}

/// Questions about lines of a person, of one period or of all.
pub async fn of_person(
    app: &App,
    actor: &Actor,
    look: &Look,
    person: &str,
    period: Option<Month>,
) -> Result<Vec<QuestionView>> {
    let (rows, replies) = rows_with_replies(app).await?;
    let everything = actor.role.sees_everything();
    let of = |row: &&QuestionRow| row.person == person;
    let shown =
        rows.iter().filter(of).filter_map(|row| shown(actor, look, row, replies.get(&row.id), everything));
    Ok(shown.filter(|view| period.is_none_or(|period| view.period == period.to_string())).collect())
}

type Replies = BTreeMap<i64, Vec<ReplyRow>>;

async fn rows_with_replies(app: &App) -> Result<(Vec<QuestionRow>, Replies)> {
    let mut replies = Replies::new();
    for reply in store::replies(&app.db).await? {
        replies.entry(reply.question_id).or_default().push(reply);
    }
    Ok((store::questions(&app.db).await?, replies))
}

fn state(replies: &[ReplyRow], person_name: &str) -> &'static str {
    let last = replies.iter().rev().find(|reply| reply.act != "reply" || reply.by_name != person_name);
    match last.map(|reply| reply.act.as_str()) {
        None => "open",
        Some("propose") => "proposed",
        Some("approve") => "adjusted",
        Some("decline") => "declined",
        Some(_) if replies.iter().any(|reply| reply.act == "approve") => "adjusted",
        Some(_) => "answered",
    }
}

/// What somebody may do with a question that they see.
fn may(actor: &Actor, row: &QuestionRow, replies: &[ReplyRow]) -> Vec<&'static str> {
    let mut may = Vec::new();
    if !actor.writes || !actor.role.may(Permission::AskIncentives) {
        return may;
    }
    may.push("reply");
    let own = actor.seller.is_some_and(|own| own.to_string() == row.person);
    let state = state(replies, &row.by_name);
    if own || state == "adjusted" {
        return may;
    }
    may.push("propose");
    may.push("decline");
    let proposer = replies.iter().rev().find(|reply| reply.act == "propose").and_then(|reply| reply.user_id);
    let runs = actor.role.may(Permission::RunIncentives);
    // Two people agree on money: whoever proposed it does not approve it.
    if state == "proposed" && runs && (actor.user.is_none() || proposer != actor.user) {
        may.push("approve");
    }
    may
}

fn shown(
    actor: &Actor,
    look: &Look,
    row: &QuestionRow,
    replies: Option<&Vec<ReplyRow>>,
    everything: bool,
) -> Option<QuestionView> {
    let number = u32::try_from(row.number).ok()?;
    let posting = look.posting(&row.event, number)?;
    let replies = replies.map(Vec::as_slice).unwrap_or_default();
    let own = actor.seller.is_some_and(|own| own.to_string() == row.person);
    let acts = if own || everything || actor.role == crate::Role::Manager {
        may(actor, row, replies)
    } else {
        Vec::new()
    };
    let amount = i64::try_from(posting.of_person(&row.person)).unwrap_or(i64::MAX);
    Some(QuestionView {
        id: row.id.to_string(),
        person: Named { id: row.person.clone(), name: look.names.person(&row.person) },
        period: posting.period.to_string(),
        event: row.event.clone(),
        number,
        what: look.names.event(&row.event),
        amount: Money::new(amount, posting.currency).decimal_text(),
        currency: posting.currency.to_string(),
        state: state(replies, &row.by_name),
        text: row.text.clone(),
        by: row.by_name.clone(),
        at: moment(row.at_us),
        replies: replies.iter().map(replied).collect(),
        may: acts,
    })
}

fn replied(row: &ReplyRow) -> ReplyView {
    let currency: Option<Currency> = row.currency.as_ref().and_then(|code| code.parse().ok());
    let amount = row.amount_minor.zip(currency).map(|(minor, code)| Money::new(minor, code).decimal_text());
    ReplyView {
        act: row.act.clone(),
        text: row.text.clone(),
        amount,
        by: row.by_name.clone(),
        at: moment(row.at_us),
    }
}

/// Does something with a question.
pub async fn act(app: &App, actor: &Actor, id: i64, act: QuestionAct) -> Result<()> {
    actor.require(Permission::AskIncentives)?;
    let missing = || Error::NotFound("question");
    let (rows, replies) = rows_with_replies(app).await?;
    let row = rows.into_iter().find(|row| row.id == id).ok_or_else(missing)?;
    if seen(app, actor).await?.is_some_and(|seen| !seen.contains(&row.person)) {
        return Err(missing());
    }
    let said = replies.get(&id).map(Vec::as_slice).unwrap_or_default();
    let (word, text, amount) = match act {
        QuestionAct::Reply { text } => ("reply", text, None),
        QuestionAct::Propose { amount, text } => ("propose", text, Some(amount)),
        QuestionAct::Approve { text } => ("approve", text, None),
        QuestionAct::Decline { text } => ("decline", text, None),
    };
    if !may(actor, &row, said).contains(&word) {
        return Err(refused(word, state(said, &row.by_name)));
    }
    let look = look(app).await?;
    let number = u32::try_from(row.number).unwrap_or_default();
    let line = look.posting(&row.event, number).ok_or_else(missing)?;
    let amount = amount.map(|text| amount_of(&text, line.currency)).transpose()?;
    let reply = ReplyRow {
        question_id: id,
        act: word.to_owned(),
        text: checked(&text)?,
        amount_minor: amount.map(|amount| amount.minor),
        currency: amount.map(|amount| amount.currency.to_string()),
        user_id: actor.user,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let recorded = Recorded::load(app).await?;
    let (runs, events) = (recorded.runs.len(), recorded.events.len());
    let adjustment =
        if word == "approve" { Some(adjustment(app, &recorded, &row, line, said)?) } else { None };
    let kept = adjustment
        .map(|event| rows::event_row(&event, rows::Source::Question, &actor.name, app.clock.now_us()))
        .transpose()?;
    let data = json!({"act": word, "amount": amount.map(|amount| amount.to_string())});
    let event = Told::new(app, actor, "incentive_question.act", "incentive_question", data);
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::reply(tx, &reply).await?;
            if let Some(row) = kept {
                store::unchanged(tx, runs, events).await?;
                store::add_events(tx, &[row]).await?;
            }
            event.append(tx, id).await
        })
    });
    Ok(written.await?)
}

fn refused(word: &str, state: &str) -> Error {
    Error::Conflict(match (word, state) {
        (_, "adjusted") => "an adjustment was approved for this question: ask again about that line".to_owned(),
        ("approve", "proposed") => {
            "whoever proposed an adjustment, or asked for it, does not approve it: let sales operations or the administrator do it".to_owned()
        }
        ("approve", _) => "no adjustment is proposed that could be approved: propose one first".to_owned(),
        _ => "whoever asks does not decide: the manager or sales operations does".to_owned(),
    })
}

fn amount_of(text: &str, currency: Currency) -> Result<Money> {
    let money = Money::parse(text, currency).map_err(|error| Error::Invalid(error.to_string()))?;
    if money.minor == 0 {
        return Err(Error::Invalid("the amount is 0, which adjusts nothing: decline instead".to_owned()));
    }
    Ok(money)
}

/// The event that an approved adjustment is.
fn adjustment(
    app: &App,
    recorded: &Recorded,
    row: &QuestionRow,
    line: &Posting,
    said: &[ReplyRow],
) -> Result<Event> {
    let proposed = said.iter().rev().find(|reply| reply.act == "propose");
    let amount = proposed.and_then(|reply| reply.amount_minor).unwrap_or_default();
    let day = app.clock.today();
    Ok(Event {
        id: format!("adjustment {}", row.id),
        date: day,
        posted: day.max(recorded.open_day().unwrap_or(day)),
        unit: line.unit.as_deref().unwrap_or_default().to_owned(),
        movement: Movement::Adjustment,
        amount: Some(Money::new(amount, line.currency)),
        credits: Credits::whole(&row.person),
        of: None,
        note: Some(proposed.map(|reply| reply.text.clone()).unwrap_or_default()),
    })
}

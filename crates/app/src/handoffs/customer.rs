//! The customer's side: a page behind a key that nobody can guess, that expires and can be taken back; a calendar file; a few questions.
use super::party::{seen, seen_for_work};
use super::{people, saved};
use crate::events::Event;
use crate::passwords::{key_hash, random_key};
use crate::{Actor, App, Error, Result, settings};
use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event as Meeting, EventLike};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::handoffs::acts::{Dates, Party};
use tandem_core::handoffs::loss::Repeated;
use tandem_core::handoffs::{Handoff, State};
use tandem_core::languages::Language;
use tandem_store::customer_pages::{self as store, AnswerRow, PageRow};
use tandem_store::{customers as record, handoffs as rows};

/// Days that a page can be read at most.
const DAYS_MAX: u32 = 365;
/// Longest note of a customer, in letters.
const NOTE_LETTERS_MAX: usize = 1_000;

/// A page of a handoff, as those see it who work on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CustomerLink {
    /// The id.
    pub id: String,
    /// en or zh-Hant.
    pub language: String,
    /// Who made it.
    pub by: String,
    /// When.
    pub made: DateTime<Utc>,
    /// From when on nobody reads it.
    pub expires: DateTime<Utc>,
    /// When somebody took it back.
    pub revoked: Option<DateTime<Utc>>,
    /// When the customer first read it.
    pub opened: Option<DateTime<Utc>>,
}

/// What the customer answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CustomerSaid {
    /// before or after.
    pub moment: Moment,
    /// What.
    pub answer: CustomerAnswer,
    /// When.
    pub at: DateTime<Utc>,
}

/// Pages and answers of a handoff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CustomerSide {
    /// The latest first.
    pub links: Vec<CustomerLink>,
    /// What the customer answered.
    pub answers: Vec<CustomerSaid>,
}

/// A new page; the key is shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct NewLink {
    /// The id.
    pub id: String,
    /// What the address ends with: `/welcome/KEY`.
    pub key: String,
}

/// When a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Before the change.
    Before,
    /// After it.
    After,
}

impl Moment {
    fn text(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }
}

/// What a customer answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerAnswer {
    /// Whether the customer knew in time.
    pub in_time: Option<bool>,
    /// never, once or often: whether the customer had to say things again.
    #[schema(value_type = Option<String>)]
    pub repeated: Option<Repeated>,
    /// How confident the customer is, 1 to 5.
    pub confidence: u8,
    /// Anything else.
    pub note: Option<String>,
}

/// What the customer reads. It holds nothing that is not meant for the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CustomerPage {
    /// What our company is called.
    pub company: String,
    /// What the customer is called.
    pub customer: String,
    /// en or zh-Hant.
    pub language: String,
    /// Who has been there so far.
    pub giver: String,
    /// Who is coming.
    pub receiver: Option<String>,
    /// The first meeting of all three.
    pub introduction: Option<NaiveDate>,
    /// First day on which the one who is coming is responsible.
    pub transfer: Option<NaiveDate>,
    /// to_come, together or done.
    pub stage: &'static str,
    /// What can be answered now.
    pub asks: Option<Moment>,
    /// Until when this page can be read.
    pub until: NaiveDate,
}

fn time(us: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(us).unwrap_or_default()
}

/// Makes a page for the customer; its key is shown only now.
pub async fn make_link(app: &App, actor: &Actor, id: i64, language: Language, days: u32) -> Result<NewLink> {
    let seen = seen_for_work(app, actor, id).await?;
    seen.by(actor, Party::ALL)?;
    if !(1..=DAYS_MAX).contains(&days) {
        return Err(Error::Invalid(format!(
            "a page can be read for 1 to {DAYS_MAX} days: give another number"
        )));
    }
    let told = matches!(
        seen.handoff.state,
        State::Accepted | State::Preparing | State::Introducing | State::Overlapping | State::Transferred
    );
    if !told {
        return Err(Error::Conflict(
            "the customer is told when the handoff is accepted and before it is over: there is nothing to show now".to_owned(),
        ));
    }
    let key = random_key()?;
    let now = app.clock.now();
    let row = PageRow {
        id: 0,
        handoff_id: id,
        key_hash: key_hash(&key),
        language: language.text().to_owned(),
        by_name: actor.name.clone(),
        made_us: now.timestamp_micros(),
        expires_us: (now + chrono::Days::new(u64::from(days))).timestamp_micros(),
        revoked_us: None,
        opened_us: None,
    };
    let data = json!({"language": row.language, "days": days});
    let event = Event::new(app, actor, "customer_page.made", "handoff", data);
    let made = app.db.write(move |tx| {
        Box::pin(async move {
            let page = store::make(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(page)
        })
    });
    Ok(NewLink { id: made.await?.to_string(), key })
}

/// Takes a page back: nobody reads it any more.
pub async fn revoke_link(app: &App, actor: &Actor, id: i64, page: i64) -> Result<()> {
    seen_for_work(app, actor, id).await?.by(actor, Party::ALL)?;
    let (now, event) = (
        app.clock.now_us(),
        Event::new(app, actor, "customer_page.revoked", "handoff", json!({"page": page})),
    );
    let revoked = app.db.write(move |tx| {
        Box::pin(async move {
            let done = store::revoke(tx, id, page, now).await?;
            if done {
                event.append(tx, id).await?;
            }
            Ok(done)
        })
    });
    if revoked.await? { Ok(()) } else { Err(Error::NotFound("page of the customer that can be read")) }
}

/// The pages and answers of a handoff.
pub async fn customer_side(app: &App, actor: &Actor, id: i64) -> Result<CustomerSide> {
    seen(app, actor, id).await?;
    let links = store::of_handoff(&app.db, id).await?.into_iter().map(|row| CustomerLink {
        id: row.id.to_string(),
        language: row.language,
        by: row.by_name,
        made: time(row.made_us),
        expires: time(row.expires_us),
        revoked: row.revoked_us.map(time),
        opened: row.opened_us.map(time),
    });
    Ok(CustomerSide { links: links.collect(), answers: answers(app, id).await? })
}

/// What the customer answered.
pub(super) async fn answers(app: &App, id: i64) -> Result<Vec<CustomerSaid>> {
    Ok(said(store::answers(&app.db, Some(id)).await?)?.into_values().flatten().collect())
}

fn said(rows: Vec<AnswerRow>) -> Result<BTreeMap<i64, Vec<CustomerSaid>>> {
    let mut said: BTreeMap<i64, Vec<CustomerSaid>> = BTreeMap::new();
    for row in rows {
        let moment = if row.moment == "after" { Moment::After } else { Moment::Before };
        let one = CustomerSaid { moment, answer: saved::read(&row.document)?, at: time(row.at_us) };
        said.entry(row.handoff_id).or_default().push(one);
    }
    Ok(said)
}

/// By handoff, whether the customer had to say things again.
pub(super) async fn all_repeated(app: &App) -> Result<BTreeMap<i64, Repeated>> {
    let said = said(store::answers(&app.db, None).await?)?.into_iter();
    Ok(said.filter_map(|(handoff, said)| Some((handoff, repeated(&said)?))).collect())
}

/// The page behind a key with its handoff; nothing tells a wrong key from one that expired or was taken back, or whose handoff was called off.
async fn behind(app: &App, key: &str) -> Result<(PageRow, Handoff)> {
    let missing = || Error::NotFound("page: it may have expired; ask the person who sent it");
    let page = store::by_key(&app.db, &key_hash(key), app.clock.now_us()).await?.ok_or_else(missing)?;
    let row = rows::get(&app.db, page.handoff_id).await?.ok_or_else(missing)?;
    let handoff: Handoff = saved::read(&row.document)?;
    // A change that will not happen is announced to nobody any more.
    let is_off = matches!(handoff.state, State::Declined | State::Cancelled);
    if is_off { Err(missing()) } else { Ok((page, handoff)) }
}

/// What the customer reads.
pub async fn customer_page(app: &App, key: &str) -> Result<CustomerPage> {
    let (page, handoff) = behind(app, key).await?;
    if page.opened_us.is_none() {
        let (now, id) = (app.clock.now_us(), page.id);
        let actor = customer();
        let event = Event::new(app, &actor, "customer_page.opened", "handoff", json!({"page": id}));
        let handoff = page.handoff_id;
        let noted = app.db.write(move |tx| {
            Box::pin(async move {
                if store::opened(tx, id, now).await? {
                    event.append(tx, handoff).await?;
                }
                Ok(())
            })
        });
        noted.await?;
    }
    let people = people::all(app).await?;
    let name = |seller: i64| people.get(&seller).map(|row| row.name.clone()).unwrap_or_default();
    let planned = planned(&handoff);
    let customer = record::of_unit(&app.db, handoff.proposal.unit.0).await?.ok_or(Error::NotFound("unit"))?;
    let customer = record::get(&app.db, customer).await?.ok_or(Error::NotFound("customer"))?;
    Ok(CustomerPage {
        company: settings::load(app).await?.company.name,
        customer: customer.name,
        language: page.language,
        giver: name(handoff.proposal.giver.0),
        receiver: handoff.receiver.map(|receiver| name(receiver.0)),
        introduction: planned.map(|dates| dates.introduction),
        transfer: handoff.transferred_on.or(planned.map(|dates| dates.transfer)),
        stage: stage(&handoff),
        asks: asks(app, &handoff).await?,
        until: time(page.expires_us).date_naive(),
    })
}

/// The days that still hold: those of a handoff that waits or was returned are planned anew.
fn planned(handoff: &Handoff) -> Option<Dates> {
    handoff.dates.filter(|_| !matches!(handoff.state, State::Postponed | State::Returned))
}

fn stage(handoff: &Handoff) -> &'static str {
    match handoff.state {
        State::Transferred | State::Settled => "done",
        State::Introducing | State::Overlapping => "together",
        _ => "to_come",
    }
}

/// What can be asked now and was not answered yet.
async fn asks(app: &App, handoff: &Handoff) -> Result<Option<Moment>> {
    let moment = match handoff.state {
        State::Transferred | State::Settled => Moment::After,
        _ => Moment::Before,
    };
    let said = answers(app, handoff.proposal.id.0).await?;
    Ok((!said.iter().any(|said| said.moment == moment)).then_some(moment))
}

/// Keeps what the customer answers; the first answer counts.
pub async fn answer(app: &App, key: &str, moment: Moment, answer: CustomerAnswer) -> Result<()> {
    let (_, handoff) = behind(app, key).await?;
    if !(1..=5).contains(&answer.confidence) {
        return Err(Error::Invalid("confidence is a number from 1 to 5".to_owned()));
    }
    if answer.note.as_ref().is_some_and(|note| note.chars().count() > NOTE_LETTERS_MAX) {
        return Err(Error::Invalid(format!(
            "the note is longer than {NOTE_LETTERS_MAX} letters: shorten it"
        )));
    }
    if asks(app, &handoff).await? != Some(moment) {
        return Err(Error::Conflict("this was answered already, or is not asked now: thank you".to_owned()));
    }
    let id = handoff.proposal.id.0;
    let row = AnswerRow {
        handoff_id: id,
        moment: moment.text().to_owned(),
        document: saved::text(&answer)?,
        at_us: app.clock.now_us(),
    };
    let event = Event::new(
        app,
        &customer(),
        "customer.answered",
        "handoff",
        json!({"moment": moment, "answer": answer}),
    );
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            if store::answer(tx, &row).await? {
                event.append(tx, id).await?;
            }
            Ok(())
        })
    });
    Ok(kept.await?)
}

/// The introduction as a calendar file; none where no day is set.
pub async fn introduction(app: &App, key: &str) -> Result<String> {
    let (page, handoff) = behind(app, key).await?;
    let none = || Error::NotFound("meeting: no day is set yet");
    let day = planned(&handoff).map(|dates| dates.introduction).ok_or_else(none)?;
    let shown = customer_page(app, key).await?;
    let (summary, description) = match page.language.as_str() {
        "zh-Hant" => (
            format!("{}：介紹您的新窗口", shown.company),
            format!("{} 將與您一同介紹 {}。", shown.giver, shown.receiver.unwrap_or_default()),
        ),
        _ => (
            format!("{}: meet your new contact", shown.company),
            format!("{} introduces {} to you.", shown.giver, shown.receiver.unwrap_or_default()),
        ),
    };
    let meeting = Meeting::new()
        .uid(&format!("introduction-{}@tandem", handoff.proposal.id))
        .timestamp(app.clock.now())
        .summary(&summary)
        .description(&description)
        .all_day(day)
        .done();
    Ok(Calendar::new().push(meeting).done().to_string())
}

/// Whoever holds the key: nobody who signs in.
fn customer() -> Actor {
    Actor {
        user: None,
        name: "the customer".to_owned(),
        role: crate::Role::Viewer,
        seller: None,
        writes: false,
        in_person: true,
    }
}

/// Whether the customer had to say things again, where the customer answered after the change.
pub(super) fn repeated(said: &[CustomerSaid]) -> Option<Repeated> {
    said.iter().find(|said| said.moment == Moment::After).and_then(|said| said.answer.repeated)
}

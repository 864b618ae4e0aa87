//! What people say of themselves: answers to the questionnaire, given with consent and taken back whole; wishes; a word to their own profile.
use super::proposals;
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::fit::ITEMS;
use tandem_core::languages::{Language, Words};
use tandem_core::sellers::SellerRole;
use tandem_core::staffing::{ROLES, Wish};
use tandem_store::staffing::{self as store, OwnRow};

/// Answers to the questionnaire.
#[derive(Clone, Debug)]
pub struct Answers {
    /// 1 to 5 by item; items may be left out.
    pub answers: BTreeMap<String, u8>,
    /// In which language they were read.
    pub language: Language,
    /// That the person agrees to their use.
    pub consents: bool,
}

/// What a person wants.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// By role.
    pub wishes: BTreeMap<SellerRole, Wish>,
    /// A word to it.
    pub note: Option<String>,
    /// A word to the own profile.
    pub comment: Option<String>,
}

/// Longest word, in letters.
const LETTERS_MAX: usize = 1_000;

/// The seller whom the actor may speak for: themselves.
fn myself(actor: &Actor) -> Result<i64> {
    actor.require(Permission::ReportTime).or_else(|error| match actor.seller {
        // Whoever runs the program and sells as well speaks for themselves too.
        Some(_) => actor.require(Permission::Develop),
        None => Err(error),
    })?;
    actor.seller.ok_or_else(|| {
        Error::Forbidden("only sellers have a profile: this user is not linked to one".to_owned())
    })
}

async fn kept(app: &App, seller: i64) -> Result<OwnRow> {
    let nothing = OwnRow {
        seller_id: seller,
        answers: None,
        answered_in: None,
        consented_us: None,
        wishes: "{}".to_owned(),
        note: None,
        comment: None,
        at_us: 0,
    };
    Ok(store::own(&app.db, seller).await?.unwrap_or(nothing))
}

async fn say(app: &App, row: OwnRow, event: Event) -> Result<()> {
    let seller = row.seller_id;
    let said = app.db.write(move |tx| {
        Box::pin(async move {
            store::say(tx, &row).await?;
            event.append(tx, seller).await
        })
    });
    Ok(said.await?)
}

/// Keeps the actor's answers in place of earlier ones. The event says that there are some, not what they are: events stay, answers can go.
pub async fn answer(app: &App, actor: &Actor, new: Answers) -> Result<()> {
    let seller = myself(actor)?;
    if !new.consents {
        return Err(Error::Unusable(Words::fixed(
            "Answers are kept only with your consent: tick the box, or leave the page without saving.",
            "須經您同意才會保存作答：請勾選同意，或直接離開。",
        )));
    }
    let wrong = |(id, answer): &(&String, &u8)| {
        !(1..=5).contains(*answer) || !ITEMS.iter().any(|item| item.id == id.as_str())
    };
    if new.answers.is_empty() || new.answers.iter().any(|one| wrong(&one)) {
        return Err(Error::Unusable(Words::fixed(
            "Answer at least one sentence of the questionnaire, each with a number from 1 to 5.",
            "請至少回答一題，每題為 1 到 5 的數字。",
        )));
    }
    let now = app.clock.now_us();
    let row = OwnRow {
        answers: Some(json!(new.answers).to_string()),
        answered_in: Some(new.language.text().to_owned()),
        consented_us: Some(now),
        at_us: now,
        ..kept(app, seller).await?
    };
    say(app, row, Event::new(app, actor, "fit.answered", "sellers", json!({}))).await
}

/// Takes the actor's answers back: nothing of them is left, and what was made from them in proposals goes too.
pub async fn take_back(app: &App, actor: &Actor) -> Result<()> {
    let seller = myself(actor)?;
    let now = app.clock.now_us();
    let rewritten = proposals::without_fit_of(app, seller).await?;
    let event = Event::new(app, actor, "fit.taken_back", "sellers", json!({}));
    let done = app.db.write(move |tx| {
        Box::pin(async move {
            store::forget(tx, seller, now).await?;
            for (proposal, document) in &rewritten {
                store::rewrite(tx, *proposal, document).await?;
            }
            event.append(tx, seller).await
        })
    });
    Ok(done.await?)
}

/// Keeps what the actor wants and says.
pub async fn wish(app: &App, actor: &Actor, new: Wishes) -> Result<()> {
    let seller = myself(actor)?;
    let fits =
        |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().chars().count() <= LETTERS_MAX);
    if !fits(&new.note) || !fits(&new.comment) || new.wishes.keys().any(|role| !ROLES.contains(role)) {
        return Err(Error::Unusable(Words::fixed(
            "Wish for hunter, account_manager or inside_account_manager, and write at most 1,000 letters.",
            "意願限開發業務、客戶經理或內勤客戶經理，文字至多 1,000 字。",
        )));
    }
    let text = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let row = OwnRow {
        wishes: json!(new.wishes).to_string(),
        note: text(new.note),
        comment: text(new.comment),
        at_us: app.clock.now_us(),
        ..kept(app, seller).await?
    };
    say(app, row, Event::new(app, actor, "wishes.said", "sellers", json!({}))).await
}

/// The wishes of a row.
pub fn wishes(row: &OwnRow) -> BTreeMap<SellerRole, Wish> {
    serde_json::from_str(&row.wishes).unwrap_or_default()
}

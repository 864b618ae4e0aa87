//! The mail of a day: what a person was told, has not read and got no mail of, in the person's language. At most one a day, by one node.
use super::Mailer;
use crate::handoffs::saved_document as read;
use crate::{App, Result};
use chrono::Timelike;
use tandem_core::languages::{Language, Words};
use tandem_store::notices::{self as store, NoticeRow};
use tandem_store::users::{self, UserRow};

/// Nobody is mailed before this hour, UTC.
pub const HOUR: u32 = 6;
/// Lines of a mail; the rest is counted.
const LINES_MAX: usize = 50;
const ROWS_MAX: i64 = 500;

/// Sends everybody the mail of today who has one to come; returns how many went out. What the mail server does not take is tried again.
pub async fn send_digests(app: &App, mailer: &Mailer) -> Result<usize> {
    if app.clock.now().hour() < HOUR {
        return Ok(0);
    }
    let (day, users) = (app.clock.today().to_string(), users::list(&app.db).await?);
    let mut sent = 0;
    for id in store::without_mail(&app.db, &day).await? {
        let Some(user) = users.iter().find(|user| user.id == id) else { continue };
        let claim = day.clone();
        let is_ours = app.db.write(move |tx| Box::pin(async move { store::take_mail(tx, id, &claim).await }));
        if !is_ours.await? {
            continue;
        }
        match send(app, mailer, user).await {
            Ok(()) => sent += 1,
            Err(error) => {
                tracing::warn!(user = id, %error, "a mail was not sent: {error}");
                let day = day.clone();
                let back = app
                    .db
                    .write(move |tx| Box::pin(async move { store::give_mail_back(tx, id, &day).await }));
                back.await?;
            }
        }
    }
    Ok(sent)
}

async fn send(app: &App, mailer: &Mailer, user: &UserRow) -> Result<()> {
    let rows = store::to_mail(&app.db, user.id, ROWS_MAX).await?;
    let language =
        if user.locale == Language::Chinese.text() { Language::Chinese } else { Language::English };
    let (subject, text) = letter(&user.name, language, &rows, mailer.address.as_deref())?;
    mailer.send((&user.name, &user.email), &subject, text).await?;
    let (id, ids, now) = (user.id, rows.iter().map(|row| row.id).collect::<Vec<_>>(), app.clock.now_us());
    Ok(app.db.write(move |tx| Box::pin(async move { store::mailed(tx, id, &ids, now).await })).await?)
}

/// Subject and text.
fn letter(
    name: &str,
    language: Language,
    rows: &[NoticeRow],
    address: Option<&str>,
) -> Result<(String, String)> {
    let count = rows.len();
    let (things, hello, late, others, more, end) = match language {
        Language::English => {
            let things = if count == 1 { "1 thing".to_owned() } else { format!("{count} things") };
            let hello = format!("Hello {name},\n\nthis is new in handoffs that are yours:");
            let more = format!("and {} more", count.saturating_sub(LINES_MAX));
            (
                things,
                hello,
                "Late",
                "What others did",
                more,
                "This mail comes at most once a day. What you have read in the program is not in it.",
            )
        }
        Language::Chinese => {
            let hello = format!("{name} 您好：\n\n您的交接有以下消息：");
            let more = format!("另有 {} 則", count.saturating_sub(LINES_MAX));
            (
                format!("{count} 則消息"),
                hello,
                "逾期",
                "其他人的動作",
                more,
                "此信每天最多一封，已在系統中讀過的消息不會列入。",
            )
        }
    };
    let mut text = hello;
    for (title, kind) in [(late, "late"), (others, "handoff")] {
        let of_kind: Vec<&NoticeRow> = rows.iter().take(LINES_MAX).filter(|row| row.kind == kind).collect();
        if !of_kind.is_empty() {
            text.push_str(&format!("\n\n{title}\n"));
            for row in of_kind {
                let said: Words = read(&row.said)?;
                text.push_str(&format!("- {}\n", said.of(language)));
            }
        }
    }
    if count > LINES_MAX {
        text.push_str(&format!("\n{more}\n"));
    }
    if let Some(address) = address {
        text.push_str(&format!("\n{}/notices\n", address.trim_end_matches('/')));
    }
    text.push_str(&format!("\n{end}\n"));
    Ok((format!("Tandem: {things}"), text))
}

//! What people are told: what others did in handoffs that are theirs, and steps that are late, with those who lead told after the days that the
//! playbook says. In the program, and at most one mail a day.
mod digest;
mod mail;
mod tell;

use crate::handoffs::saved_document as read;
use crate::{Actor, App, Error, Result};
use chrono::{DateTime, Utc};
pub use digest::send_digests;
pub use mail::{Mailer, SmtpSettings, SmtpTls};
use serde::Serialize;
use tandem_core::languages::Words;
use tandem_store::notices as store;
pub use tell::tell;

/// Something that somebody is told.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Notice {
    /// The id.
    pub id: String,
    /// handoff or late.
    pub kind: String,
    /// About which handoff; absent where it is about several.
    pub handoff: Option<String>,
    /// What.
    #[schema(value_type = Object)]
    pub said: Words,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it was read.
    pub is_read: bool,
}

/// What a person was told.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Notices {
    /// How much was not read.
    pub unread: i64,
    /// The latest first, at most 200.
    pub items: Vec<Notice>,
}

const SHOWN_MAX: i64 = 200;

/// What the actor was told.
pub async fn list(app: &App, actor: &Actor) -> Result<Notices> {
    let user = actor.user.ok_or(Error::Unauthenticated)?;
    let mut items = Vec::new();
    for row in store::of_user(&app.db, user, SHOWN_MAX).await? {
        items.push(Notice {
            id: row.id.to_string(),
            kind: row.kind,
            handoff: row.handoff_id.map(|id| id.to_string()),
            said: read(&row.said)?,
            at: DateTime::from_timestamp_micros(row.at_us).unwrap_or_default(),
            is_read: row.read_us.is_some(),
        });
    }
    Ok(Notices { unread: store::unread(&app.db, user).await?, items })
}

/// Says that the actor has read these, or everything where none are named.
pub async fn mark_read(app: &App, actor: &Actor, ids: Option<Vec<i64>>) -> Result<()> {
    let user = actor.user.ok_or(Error::Unauthenticated)?;
    if !actor.writes {
        return Err(Error::Forbidden("this token is for reading only".to_owned()));
    }
    let now = app.clock.now_us();
    app.db.write(move |tx| Box::pin(async move { store::read(tx, user, ids.as_deref(), now).await })).await?;
    Ok(())
}

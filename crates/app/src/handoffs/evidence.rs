//! What gates look at and the record does not hold. It is appended, never changed: of what concerns the same thing the last counts.
use super::party::seen_for_work;
use super::saved;
use crate::events::Event;
use crate::{Actor, App, Error, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use tandem_core::handoffs::acts::Party;
use tandem_core::handoffs::gates::facts::SessionKind;
use tandem_core::languages::Words;
use tandem_store::handoffs::{self as store, EvidenceRow};

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Evidence {
    /// A meeting of the implementation.
    Session {
        /// Its day.
        on: NaiveDate,
        /// What it was.
        what: SessionKind,
        /// Whether the receiver was there.
        attended: bool,
    },
    /// The receiver was introduced.
    Introduction {
        /// Its day.
        on: NaiveDate,
        /// In a meeting or a call, not in writing only.
        live: bool,
    },
    /// An open opportunity passes to the receiver, or stays with the giver until a day with a reason.
    Opportunity {
        /// Which.
        #[serde(with = "text_id")]
        id: i64,
        /// The giver keeps it until then; absent: it passes on.
        keep_until: Option<NaiveDate>,
        /// Why it is kept.
        reason: Option<String>,
    },
    /// An invoice that is due and not paid.
    Invoice {
        /// Its number.
        number: String,
        /// When it was due.
        due: NaiveDate,
        /// Whether it is paid by now.
        paid: bool,
        /// Why the handoff need not wait for it.
        explained: Option<String>,
    },
    /// Nothing is due or promised.
    Nothing {
        /// invoices or commitments.
        of: Nothing,
    },
}

/// Of what there is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nothing {
    /// No invoice is due.
    Invoices,
    /// Nothing is promised.
    Commitments,
}

/// Ids are text in JSON.
mod text_id {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(id: &i64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(id)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Evidence {
    /// What it concerns: of equal ones the last counts.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Session { on, what, .. } => format!("session {what} {on}"),
            Self::Introduction { on, .. } => format!("introduction {on}"),
            Self::Opportunity { id, .. } => format!("opportunity {id}"),
            Self::Invoice { number, .. } => format!("invoice {number}"),
            Self::Nothing { of } => format!("nothing {of:?}"),
        }
    }

    /// What is wrong with it.
    fn fault(&self, today: NaiveDate) -> Option<Words> {
        let blank = |text: &str| text.trim().is_empty() || text.chars().count() > 500;
        let said = match self {
            Self::Session { on, .. } | Self::Introduction { on, .. } if *on > today => Words::fixed(
                "The meeting is still to come: say it when it has taken place.",
                "會議尚未舉行：請於會後再登錄。",
            ),
            Self::Opportunity { keep_until: Some(_), reason, .. } if reason.as_deref().is_none_or(blank) => {
                Words::fixed(
                    "An opportunity that the giver keeps needs a reason of at most 500 letters.",
                    "由移交人保留的商機需要理由，最多 500 個字。",
                )
            }
            Self::Opportunity { keep_until: Some(until), .. } if *until <= today => Words::fixed(
                "The day until which the giver keeps it has passed: give a later one.",
                "移交人保留的期限已過：請選擇較晚的日期。",
            ),
            Self::Invoice { number, .. } if blank(number) => Words::fixed(
                "An invoice needs its number, of at most 500 letters.",
                "發票需要號碼，最多 500 個字。",
            ),
            _ => return None,
        };
        Some(said)
    }
}

/// Says something that gates look at.
pub async fn add_evidence(app: &App, actor: &Actor, id: i64, said: Evidence) -> Result<()> {
    let seen = seen_for_work(app, actor, id).await?;
    seen.by(actor, Party::ALL)?;
    if let Some(fault) = said.fault(app.clock.today()) {
        return Err(Error::Unusable(fault));
    }
    if seen.handoff.state.is_final() {
        return Err(Error::Refused(Words::fixed(
            "The handoff is over: nothing is added to it any more.",
            "此交接已結束：不能再新增內容。",
        )));
    }
    let row = EvidenceRow {
        key: said.key(),
        document: saved::text(&said)?,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let event = Event::new(app, actor, "handoff.evidence", "handoff", json!(said));
    let written = app.db.write(move |tx| {
        Box::pin(async move {
            store::add_evidence(tx, id, &row).await?;
            event.append(tx, id).await
        })
    });
    Ok(written.await?)
}

/// What counts of all that was said, with who said it and when.
pub async fn counting(app: &App, id: i64) -> Result<Vec<(Evidence, EvidenceRow)>> {
    let mut last: BTreeMap<String, (Evidence, EvidenceRow)> = BTreeMap::new();
    for row in store::evidence(&app.db, id).await? {
        last.insert(row.key.clone(), (saved::read(&row.document)?, row));
    }
    Ok(last.into_values().collect())
}

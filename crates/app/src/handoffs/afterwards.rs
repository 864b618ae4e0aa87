//! After the transfer: the receiver's checks at 30, 60 and 90 days, the verdict on the brief, what became of the unit's revenue, and what all
//! handoffs together came to.
mod compared;
mod outcomes;
mod report;

use super::act::closed;
use super::customer::{self, CustomerSaid};
use super::party::{Seen, seen, seen_for_work};
use super::saved;
use crate::events::Event;
use crate::{Actor, App, Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
pub use outcomes::OutcomeView;
use outcomes::Revenue;
pub use report::{GiverLoss, HandoffLoss, HandoffReport, OutcomeEffect, OutcomeTally, report};
use serde::Serialize;
use serde_json::{Value, json};
use tandem_core::handoffs::acts::Party;
use tandem_core::handoffs::loss::{self, Loss, Verdict};
use tandem_core::handoffs::outcome::{self, Check, Checks};
use tandem_core::playbooks::Closing;
use tandem_store::afterwards::{self as store, CheckRow, VerdictRow};

/// A check that was made.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MadeCheck {
    /// What was said.
    #[schema(value_type = Object)]
    pub check: Check,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Everything after the transfer.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Afterwards {
    /// First day of the receiver's ownership; absent: nothing of this is known yet.
    pub transferred: Option<NaiveDate>,
    /// Checks that were made.
    pub made: Vec<MadeCheck>,
    /// Checks that are due and to come, with their days.
    #[schema(value_type = Object)]
    pub checks: Value,
    /// How the receiver rates the brief; what the customer says of having to repeat things is among the answers.
    #[schema(value_type = Object)]
    pub verdict: Option<Verdict>,
    /// One more with every change of the verdict; 0 before the first.
    pub verdict_version: i64,
    /// How much was lost on the way, in hundredths of a percent.
    #[schema(value_type = Object)]
    pub loss: Option<Loss>,
    /// At 90, 180 and 365 days.
    pub outcomes: Vec<OutcomeView>,
    /// What the customer answered.
    pub answers: Vec<CustomerSaid>,
}

/// Everything after the transfer of a handoff that the actor sees.
pub async fn afterwards(app: &App, actor: &Actor, id: i64) -> Result<Afterwards> {
    let seen = seen(app, actor, id).await?;
    let today = app.clock.today();
    let mut made = Vec::new();
    for row in store::checks(&app.db, id).await? {
        let at = DateTime::from_timestamp_micros(row.at_us).unwrap_or_default();
        made.push(MadeCheck { check: saved::read(&row.document)?, by: row.by_name, at });
    }
    let answers = customer::answers(app, id).await?;
    let row = store::verdicts(&app.db, Some(id)).await?.into_iter().next();
    let version = row.as_ref().map_or(0, |row| row.version);
    let verdict: Option<Verdict> = row.map(|row| saved::read(&row.document)).transpose()?;
    let transferred = seen.handoff.transferred_on;
    let checks = transferred.map(|on| {
        let made: Vec<Check> = made.iter().map(|made| made.check.clone()).collect();
        outcome::checks(on, &made, today)
    });
    Ok(Afterwards {
        transferred,
        checks: json!(checks.unwrap_or_else(Checks::default)),
        made,
        loss: with_customer(verdict.clone(), &answers).as_ref().and_then(loss::loss),
        verdict,
        verdict_version: version,
        outcomes: Revenue::of(app, Some(seen.handoff.proposal.unit.0)).await?.outcomes(&seen.handoff, today),
        answers,
    })
}

/// What the customer says of having to repeat things counts, whatever the receiver noted.
fn with_customer(verdict: Option<Verdict>, answers: &[CustomerSaid]) -> Option<Verdict> {
    let repeated = customer::repeated(answers);
    verdict.map(|verdict| Verdict { repeated: repeated.or(verdict.repeated), ..verdict })
}

/// The receiver, or whoever leads the receiver, says what is asked after a transfer.
async fn receiving(app: &App, actor: &Actor, id: i64) -> Result<(Seen, NaiveDate)> {
    let seen = seen_for_work(app, actor, id).await?;
    let may = [Party::Receiver, Party::ReceivingManager];
    if !seen.parties.iter().any(|party| may.contains(party)) {
        return Err(Error::Forbidden(
            "the receiver says this, or whoever leads the receiver: ask one of them".to_owned(),
        ));
    }
    let on = seen.handoff.transferred_on.ok_or_else(|| {
        Error::Conflict("the unit has not passed on yet: say it after the transfer".to_owned())
    })?;
    Ok((seen, on))
}

/// Keeps a check; a check is made once.
pub async fn add_check(app: &App, actor: &Actor, id: i64, check: Check) -> Result<()> {
    let (_, on) = receiving(app, actor, id).await?;
    let due = on + chrono::Days::new(check.at.days());
    let today = app.clock.today();
    if check.on < due || check.on > today {
        return Err(Error::Invalid(format!(
            "this check is due on {due}: give that day or a later one that is not to come"
        )));
    }
    let row = CheckRow {
        handoff_id: id,
        due: check.at.text().to_owned(),
        document: saved::text(&check)?,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let event = Event::new(app, actor, "handoff.check", "handoff", json!(check));
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            if !store::check(tx, &row).await? {
                return Err(tandem_store::Error::Refused("this check was made already".to_owned()));
            }
            event.append(tx, id).await
        })
    });
    Ok(kept.await?)
}

/// Keeps how the receiver rates the brief. `version` is the one that was looked at; 0 for the first.
pub async fn rate(app: &App, actor: &Actor, id: i64, verdict: Verdict, version: i64) -> Result<()> {
    let (seen, _) = receiving(app, actor, id).await?;
    if verdict.ratings.values().any(|rating| !(1..=5).contains(rating)) {
        return Err(Error::Invalid(
            "a section is rated from 1, of no use, to 5, nothing was missing".to_owned(),
        ));
    }
    let row = VerdictRow {
        handoff_id: id,
        version: version.saturating_add(1),
        document: saved::text(&verdict)?,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let by = seen.by(actor, &[Party::Receiver, Party::ReceivingManager])?;
    let done = closed(app, &seen.handoff, Closing::BriefRated, by).await?;
    let event = Event::new(app, actor, "handoff.verdict", "handoff", json!(verdict));
    let kept = app.db.write(move |tx| {
        Box::pin(async move {
            store::save_verdict(tx, &row).await?;
            for step in &done {
                tandem_store::handoffs::save_step(tx, step).await?;
            }
            event.append(tx, id).await
        })
    });
    Ok(kept.await?)
}

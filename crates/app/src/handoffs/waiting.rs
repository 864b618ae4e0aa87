//! Handoffs that wait for an answer of somebody: to accept, to prepare, to read or mend a brief, to tell the customer, to transfer, to settle.
use super::party::parties;
use super::{people, saved};
use crate::sessions::Named;
use crate::{Actor, App, Result, rules, visibility};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use tandem_core::briefs::{Brief, BriefState};
use tandem_core::handoffs::acts::{ActKind, Party};
use tandem_core::handoffs::{Handoff, SETTLE_DAYS_MIN, State};
use tandem_core::languages::Words;
use tandem_store::customers::Visible;
use tandem_store::handoffs::{self as store, Filter};

/// A handoff that waits for somebody's answer.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Waiting {
    /// Which.
    pub handoff: String,
    /// What passes on.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Who gives.
    pub giver: String,
    /// Who receives.
    pub receiver: Option<String>,
    /// What it waits for: answer, ask_again, prepare, mend, read_brief, mend_brief, introduce, transfer or settle.
    pub what: &'static str,
    /// Since when, or the day that it is about.
    pub day: NaiveDate,
    /// Why it was proposed.
    pub reason: String,
    /// The same in both languages, where the program itself says it.
    #[schema(value_type = Option<Object>)]
    pub said: Option<Words>,
}

const LIMIT: i64 = 500;

/// Handoffs that wait for the actor, the longest waiting first.
pub async fn waiting(app: &App, actor: &Actor) -> Result<Vec<Waiting>> {
    let sellers = match visibility::customers(app, actor).await? {
        Visible::Everything => None,
        Visible::Books(sellers) => Some(sellers),
    };
    let rows = store::list(&app.db, &Filter { sellers, open: true, ..Filter::default() }, LIMIT).await?;
    let (people, today) = (people::all(app).await?, app.clock.today());
    let units: Vec<i64> = rows.iter().map(|row| row.unit_id).collect();
    let names = rules::names(app, &units).await?;
    let name = |id: i64| people.get(&id).map(|seller| seller.name.clone()).unwrap_or_default();
    let mut found = Vec::new();
    for row in rows {
        let handoff: Handoff = saved::read(&row.document)?;
        let parties = parties(actor, &handoff, &people);
        let of_brief = match parties.iter().any(|party| matches!(party, Party::Giver | Party::Receiver)) {
            true => about_brief(&saved::brief(app, &handoff).await?, &parties),
            false => None,
        };
        let Some((what, day)) = of_brief.or_else(|| asks(&handoff, &parties, today)) else { continue };
        let Some((unit, customer)) = names.get(&row.unit_id).cloned() else { continue };
        found.push(Waiting {
            handoff: row.id.to_string(),
            unit,
            customer,
            giver: name(row.giver_id),
            receiver: row.receiver_id.map(name),
            what,
            day,
            reason: handoff.proposal.reason,
            said: handoff.proposal.said,
        });
    }
    found.sort_by_key(|one| one.day);
    Ok(found)
}

/// What a brief asks of somebody, and since when.
fn about_brief(brief: &Brief, parties: &[Party]) -> Option<(&'static str, NaiveDate)> {
    let since = brief.history.last()?.at.date_naive();
    match brief.state {
        BriefState::Submitted if parties.contains(&Party::Receiver) => Some(("read_brief", since)),
        BriefState::Returned if parties.contains(&Party::Giver) => Some(("mend_brief", since)),
        _ => None,
    }
}

/// What a handoff asks of somebody, and since when. Sales operations may do nearly everything and are asked for nothing here.
fn asks(handoff: &Handoff, parties: &[Party], today: NaiveDate) -> Option<(&'static str, NaiveDate)> {
    let close: Vec<Party> = parties.iter().copied().filter(|party| *party != Party::Operations).collect();
    let may = |kind: ActKind| handoff.refusal(kind, &close, today, None).is_none();
    let is = |party: Party| close.contains(&party);
    let come = |day: Option<NaiveDate>| day.filter(|day| *day <= today);
    let last = handoff.history.last().map_or(handoff.proposal.day, |record| record.day);
    let dates = handoff.dates;
    match handoff.state {
        _ if close.is_empty() => None,
        State::Proposed if may(ActKind::Accept) => Some(("answer", last)),
        State::Postponed if may(ActKind::Resume) => {
            Some(("ask_again", come(handoff.postponed.map(|(until, _)| until))?))
        }
        State::Accepted if is(Party::Giver) || is(Party::Receiver) => Some(("prepare", last)),
        State::Returned if is(Party::Giver) => Some(("mend", last)),
        State::Preparing if is(Party::Giver) => {
            Some(("introduce", come(dates.map(|dates| dates.introduction))?))
        }
        State::Introducing | State::Overlapping if is(Party::Receiver) => {
            Some(("transfer", come(dates.map(|dates| dates.transfer))?))
        }
        State::Transferred if may(ActKind::Settle) => {
            Some(("settle", handoff.transferred_on?.checked_add_days(Days::new(SETTLE_DAYS_MIN))?))
        }
        _ => None,
    }
}

//! What a reader of a handoff may do now: acts with the reason where not, acts with the brief, and every step with what the playbook says of it.
use super::party::Seen;
use crate::{Actor, App, Result};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use tandem_core::briefs::change::BriefAct;
use tandem_core::briefs::{Brief, BriefState, Field};
use tandem_core::handoffs::GateReport;
use tandem_core::handoffs::acts::{ActKind, Party};
use tandem_core::handoffs::steps::{Step, lateness};
use tandem_core::holidays::Calendars;
use tandem_core::languages::Words;
use tandem_core::playbooks::{Playbook, Role};

/// An act that the handoff is waiting for and that the reader cannot do now.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ClosedAct {
    /// Which.
    pub act: &'static str,
    /// Why not, and what to do instead.
    #[schema(value_type = Object)]
    pub said: Words,
}

/// Who does which part in a handoff.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Cast {
    /// giver, receiver, giving_manager, receiving_manager or operations.
    pub role: &'static str,
    /// The user.
    pub user: String,
}

/// The acts that are open to the reader, and those that this state knows and that are not, with the reason.
pub fn acts(
    seen: &Seen,
    actor: &Actor,
    day: NaiveDate,
    gates: Option<&GateReport>,
) -> (Vec<&'static str>, Vec<ClosedAct>) {
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    if !actor.writes || seen.parties.is_empty() {
        return (open, closed);
    }
    for kind in ActKind::ALL.iter().filter(|kind| kind.states().contains(&seen.handoff.state)) {
        match seen.handoff.refusal(*kind, &seen.parties, day, gates) {
            None => open.push(kind.text()),
            Some(refused) => closed.push(ClosedAct { act: kind.text(), said: refused.words() }),
        }
    }
    (open, closed)
}

/// The acts with the brief that are open to the reader.
pub fn brief_acts(seen: &Seen, actor: &Actor, brief: &Brief) -> Vec<&'static str> {
    if !actor.writes || seen.handoff.state.is_final() {
        return Vec::new();
    }
    let may = |act: &BriefAct| act.parties().iter().any(|party| seen.parties.contains(party));
    let is_read = brief.state == BriefState::Submitted;
    let is_written = matches!(brief.state, BriefState::Draft | BriefState::Returned);
    let write = BriefAct::Confirm { field: Field::Name };
    [
        ("write", may(&write)),
        ("submit", is_written && may(&BriefAct::Submit)),
        ("accept", is_read && may(&BriefAct::Accept)),
        ("return", is_read && may(&BriefAct::Accept)),
    ]
    .into_iter()
    .filter_map(|(name, is_open)| is_open.then_some(name))
    .collect()
}

/// Every step with its phase, why it is there, how late it is, and whether the reader may do it or leave it out.
pub fn steps(
    seen: &Seen,
    actor: &Actor,
    steps: &[Step],
    playbook: Option<&Playbook>,
    day: NaiveDate,
    calendars: &Calendars,
) -> Vec<Value> {
    let managers = [Party::GivingManager, Party::ReceivingManager];
    let by = seen.by(actor, &managers).ok().filter(|_| actor.writes);
    let view = |step: &Step| {
        let planned = playbook.and_then(|playbook| playbook.steps.iter().find(|one| one.id == step.id));
        let may_do = by.is_some_and(|by| step.is_open_to(by));
        let is_manager = by.is_some_and(|by| managers.contains(&by.party));
        let mut value = json!(step);
        let more = json!({
            "phase": planned.map(|one| one.phase),
            "phase_title": planned.map(|one| one.phase.words()),
            "why": planned.and_then(|one| one.why.clone()),
            "helpers": planned.map(|one| one.helpers.clone()).unwrap_or_default(),
            "owner_title": step.owner.words(),
            "late": lateness(step, day, &[], calendars).map_or(0, |late| late.working_days),
            "may_do": may_do,
            "may_skip": may_do && (is_manager || !step.gate),
        });
        if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
            value.extend(more);
        }
        value
    };
    steps.iter().map(view).collect()
}

/// The users behind the roles.
pub async fn cast(app: &App, seen: &Seen) -> Result<Vec<Cast>> {
    let people = super::act::persons(app, seen, &seen.handoff).await?;
    let of = |role: &Role| {
        people.0.get(role).map(|person| Cast { role: role.text(), user: person.user.to_string() })
    };
    Ok(Role::ALL.iter().filter_map(of).collect())
}

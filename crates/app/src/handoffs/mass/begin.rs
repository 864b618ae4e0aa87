//! Beginning the handoff of one unit of a run: proposed, accepted and prepared, as core does these acts, with its steps.
use super::runs::PlannedUnit;
use crate::handoffs::evidence::Evidence;
use crate::handoffs::people::Sellers;
use crate::handoffs::{act, saved};
use crate::workdays::Workdays;
use crate::{Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use tandem_core::handoffs::acts::{Act, Actor as By};
use tandem_core::handoffs::{Handoff, Outcome, Proposal, Request, Wish};
use tandem_core::ids::{HandoffId, UnitId};
use tandem_core::languages::Words;
use tandem_core::playbooks::Playbook;
use tandem_store::handoffs::{EvidenceRow, HandoffRow, StepRow};
use tandem_store::users::UserRow;

/// The version of a handoff that a run leaves behind.
pub(super) const BEGUN_VERSION: i64 = 3;

/// What all handoffs of a run have in common.
pub(super) struct Terms {
    /// Why.
    pub reason: String,
    /// How.
    pub playbook: Playbook,
    /// Who asked, and as whom.
    pub by: By,
    /// The name of who asked.
    pub by_name: String,
    /// Now.
    pub at: DateTime<Utc>,
    /// Today.
    pub day: NaiveDate,
    /// Everybody who signs in.
    pub users: Vec<UserRow>,
    /// Everybody who sells.
    pub people: Sellers,
    /// On which days they work.
    pub workdays: Workdays,
}

/// A handoff with everything that is kept of it.
pub(super) struct Begun {
    /// The handoff.
    pub row: HandoffRow,
    /// Its steps.
    pub steps: Vec<StepRow>,
    /// What was said for its gates.
    pub said: Vec<(i64, EvidenceRow)>,
}

/// Begins one.
///
/// # Errors
/// Why it cannot begin, for people.
pub(super) fn begin(
    terms: &Terms,
    id: i64,
    unit: i64,
    planned: &PlannedUnit,
) -> std::result::Result<Result<Begun>, Words> {
    let proposal = Proposal {
        id: HandoffId(id),
        unit: UnitId(unit),
        giver: planned.giver,
        receiver: Some(planned.receiver),
        reason: terms.reason.clone(),
        by: terms.by,
        at: terms.at,
        day: terms.day,
        wish: Some(Wish { playbook: terms.playbook.name.clone(), transfer: Some(planned.dates.transfer) }),
        said: None,
    };
    let (playbook, version) = (terms.playbook.name.clone(), terms.playbook.version.clone());
    let acts = [
        Act::Accept { receiver: Some(planned.receiver) },
        Act::Prepare { playbook, version, dates: planned.dates },
    ];
    let mut handoff = Handoff::propose(proposal).map_err(|refused| refused.words())?;
    for act in &acts {
        let (by, at, day) = (terms.by, terms.at, terms.day);
        let request = Request { act, by, at, day, version: None, gates: None, carried: None };
        if let Outcome::Applied { handoff: next, .. } =
            handoff.apply(&request).map_err(|refused| refused.words())?
        {
            handoff = *next;
        }
    }
    Ok(rows(terms, &handoff, planned))
}

fn rows(terms: &Terms, handoff: &Handoff, planned: &PlannedUnit) -> Result<Begun> {
    let id = handoff.proposal.id.0;
    let people = act::cast(&terms.users, &terms.people, &terms.workdays, handoff);
    let steps = act::planned(&terms.playbook, handoff, &people, &terms.workdays.calendars);
    let said = planned.moves.iter().map(|opportunity| {
        let said = Evidence::Opportunity { id: *opportunity, keep_until: None, reason: None };
        let row = EvidenceRow {
            key: said.key(),
            document: saved::text(&said)?,
            by_name: terms.by_name.clone(),
            at_us: terms.at.timestamp_micros(),
        };
        Ok((id, row))
    });
    Ok(Begun {
        row: saved::row(handoff)?,
        steps: saved::step_rows(id, &steps)?,
        said: said.collect::<Result<_>>()?,
    })
}

/// An error of app in a transaction of the store.
pub(super) fn within(error: Error) -> tandem_store::Error {
    tandem_store::Error::Refused(error.to_string())
}

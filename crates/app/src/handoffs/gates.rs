//! The gates of a handoff as they stand today, from the record, the brief, the steps and what was said.
use super::evidence::{self, Evidence, Nothing};
use super::party::Seen;
use super::{brief, people, saved};
use crate::{App, Result, settings, stakeholders};
use std::collections::BTreeMap;
use tandem_core::briefs::{Brief, Field};
use tandem_core::commitments;
use tandem_core::handoffs::gates::facts::{
    Commitment, Contact, Fate, Introduction, Invoice, Load, Opportunity, Readiness, Session,
};
use tandem_core::handoffs::gates::{GateReport, check};
use tandem_core::handoffs::steps::{Step, open_gates};
use tandem_core::handoffs::{GateFacts, Handoff};
use tandem_core::playbooks::{Playbook, shipped};
use tandem_store::{self as store, customers as record};

/// The playbook of a handoff; the standard one before it has any.
pub fn playbook(handoff: &Handoff) -> Option<Playbook> {
    let name = handoff.playbook.as_ref().map_or("standard", |(name, _)| name.as_str());
    shipped(name).or_else(|| shipped("standard"))
}

/// How every gate stands today.
async fn report(app: &App, seen: &Seen, brief: &Brief, steps: &[Step]) -> Result<Option<Looked>> {
    let handoff = &seen.handoff;
    let Some(playbook) = playbook(handoff) else { return Ok(None) };
    let said: Vec<(Evidence, String)> = evidence::counting(app, handoff.proposal.id.0)
        .await?
        .into_iter()
        .map(|(evidence, row)| (evidence, row.by_name))
        .collect();
    let mut facts = GateFacts::unknown(handoff.proposal.id, app.clock.today());
    facts.contacts = Some(contacts(app, handoff).await?);
    facts.opportunities = Some(opportunities(app, handoff, &said).await?);
    facts.sessions = list(&said, session);
    facts.introductions = list(&said, introduction);
    facts.invoices = invoices(&said, brief);
    facts.commitments = commitments(app, seen, &said, brief).await?;
    facts.readiness = readiness(app, seen).await?;
    facts.brief = Some(brief.for_gate());
    facts.open_steps = Some(open_gates(steps));
    facts.load = load(app, handoff).await?;
    Ok(Some((check(&facts, &playbook.requires), said)))
}

/// The records of one kind; none where nobody said anything of it.
fn list<T>(said: &[(Evidence, String)], of: impl Fn(&Evidence) -> Option<T>) -> Option<Vec<T>> {
    let found: Vec<T> = said.iter().filter_map(|(evidence, _)| of(evidence)).collect();
    (!found.is_empty()).then_some(found)
}

fn session(said: &Evidence) -> Option<Session> {
    match said {
        Evidence::Session { on, what, attended } => {
            Some(Session { on: *on, kind: *what, attended: *attended })
        }
        _ => None,
    }
}

fn introduction(said: &Evidence) -> Option<Introduction> {
    match said {
        Evidence::Introduction { on, live } => Some(Introduction { on: *on, live: *live }),
        _ => None,
    }
}

fn is_said(said: &[(Evidence, String)], nothing: Nothing) -> bool {
    said.iter().any(|(said, _)| *said == Evidence::Nothing { of: nothing })
}

fn invoices(said: &[(Evidence, String)], brief: &Brief) -> Option<Vec<Invoice>> {
    let known = list(said, |said| match said {
        Evidence::Invoice { number, due, paid, explained } => {
            Some((*paid, Invoice { number: number.clone(), due: *due, explained: explained.clone() }))
        }
        _ => None,
    });
    let open = |known: Vec<(bool, Invoice)>| {
        known.into_iter().filter(|(paid, _)| !paid).map(|(_, invoice)| invoice).collect()
    };
    let none = is_said(said, Nothing::Invoices) || brief.entries.contains_key(&Field::OpenInvoices);
    known.map(open).or_else(|| none.then(Vec::new))
}

async fn commitments(
    app: &App,
    seen: &Seen,
    said: &[(Evidence, String)],
    brief: &Brief,
) -> Result<Option<Vec<Commitment>>> {
    let proposal = &seen.handoff.proposal;
    let rows = store::commitments::of_units(&app.db, &[proposal.unit.0]).await?;
    let none = is_said(said, Nothing::Commitments) || brief.entries.contains_key(&Field::Promises);
    if rows.is_empty() {
        return Ok(none.then(Vec::new));
    }
    let (roster, today) = (people::roster(&seen.people), app.clock.today());
    let mut open = Vec::new();
    for row in rows.iter().filter(|row| row.is_open) {
        let one: commitments::Commitment = saved::read(&row.document)?;
        open.push(one.for_gate(proposal.id, &roster, today));
    }
    Ok(Some(open))
}

/// Whether the receiver can do the work of the role held today.
async fn readiness(app: &App, seen: &Seen) -> Result<Option<Readiness>> {
    let receiver = seen.handoff.receiver.and_then(|receiver| seen.people.get(&receiver.0));
    let Some((seller, role)) = receiver.and_then(|row| Some((row.id, row.role.as_deref()?.parse().ok()?)))
    else {
        return Ok(None);
    };
    let counting = crate::readiness::of_one(app, seller, role).await?;
    Ok(counting.map(|counting| Readiness { ready: counting.ready, gaps: counting.gaps }))
}

async fn contacts(app: &App, handoff: &Handoff) -> Result<Vec<Contact>> {
    let unit = handoff.proposal.unit.0;
    let Some(customer) = record::of_unit(&app.db, unit).await? else { return Ok(Vec::new()) };
    let known = stakeholders::known(app, customer, Some(unit)).await?.into_iter();
    Ok(known.map(|one| Contact { roles: one.roles(), name: one.contact.name }).collect())
}

async fn opportunities(
    app: &App,
    handoff: &Handoff,
    said: &[(Evidence, String)],
) -> Result<Vec<Opportunity>> {
    let unit = handoff.proposal.unit.0;
    let Some(customer) = record::of_unit(&app.db, unit).await? else { return Ok(Vec::new()) };
    let fates: BTreeMap<i64, Fate> = said
        .iter()
        .filter_map(|(said, _)| match said {
            Evidence::Opportunity { id, keep_until, .. } => {
                Some((*id, keep_until.map_or(Fate::Moved, Fate::KeptUntil)))
            }
            _ => None,
        })
        .collect();
    let rows = record::opportunities(&app.db, customer).await?.into_iter();
    let open = rows.filter(|row| row.status == "open" && row.unit_id == Some(unit));
    Ok(open
        .map(|row| Opportunity { name: row.name.unwrap_or_default(), fate: fates.get(&row.id).copied() })
        .collect())
}

async fn load(app: &App, handoff: &Handoff) -> Result<Option<Load>> {
    let Some(receiver) = handoff.receiver else { return Ok(None) };
    let today = app.clock.today();
    let books: BTreeMap<i64, i64> = record::books(&app.db, today).await?.into_iter().collect();
    let now = books.get(&receiver.0).copied().unwrap_or_default();
    let customer = record::of_unit(&app.db, handoff.proposal.unit.0).await?;
    let owners = record::owners(&app.db, &Vec::from_iter(customer), today).await?;
    // Whoever serves the customer already carries no further one with it.
    let adds = i64::from(!owners.iter().any(|(_, owner, _)| *owner == receiver.0));
    let limit = i64::from(settings::load(app).await?.load.customers_max);
    Ok(Some(Load { now, adds, limit }))
}

/// How the gates stand, and what was said for them with who said it.
pub type Looked = (GateReport, Vec<(Evidence, String)>);

/// The brief, the steps and the gates of a handoff.
pub async fn all(app: &App, seen: &Seen) -> Result<(Brief, Vec<Step>, Option<Looked>)> {
    let brief = brief::whole(app, seen).await?;
    let steps = saved::steps(app, seen.handoff.proposal.id.0).await?;
    let report = report(app, seen, &brief, &steps).await?;
    Ok((brief, steps, report))
}

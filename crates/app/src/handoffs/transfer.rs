//! The change of ownership: the unit passes on, and with it everything that is open. What was there before is moved or kept with a reason.
use super::evidence::{self, Evidence};
use super::party::Seen;
use super::saved;
use crate::{App, Error, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem_core::commitments::Commitment;
use tandem_core::handoffs::inventory::{Choice, Inventory, Item, Moves, RecordKind, conserved, decide};
use tandem_core::handoffs::{Handoff, OwnershipChange, Refused};
use tandem_core::ids::SellerId;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_store::handoffs::RecordRow;
use tandem_store::{Tx, handoffs as store, opportunities, ownership};

/// What somebody decided for single records.
pub type Choices = BTreeMap<(RecordKind, i64), Choice>;

/// A change of ownership that is about to be made.
pub struct Passing {
    change: OwnershipChange,
    role: SellerRole,
    choices: Choices,
}

/// What hangs on the unit now, and what would become of each record.
///
/// # Errors
/// Every record that is still to be decided on.
pub async fn carried(app: &App, handoff: &Handoff) -> Result<(Inventory, Moves)> {
    let rows = store::records(&app.db, handoff.proposal.unit.0).await?;
    let receiver = handoff.receiver.ok_or_else(|| Error::Refused(Refused::NoReceiver.words()))?;
    let choices = choices(app, handoff).await?;
    decided(rows, handoff.proposal.giver, receiver, &choices).map_err(Error::Refused)
}

/// What somebody decided for single records of a handoff.
pub async fn choices(app: &App, handoff: &Handoff) -> Result<Choices> {
    let mut choices = walked(app, handoff).await?;
    for (said, _) in evidence::counting(app, handoff.proposal.id.0).await? {
        if let Evidence::Opportunity { id, keep_until, reason } = said {
            let keep =
                |until| Choice::Keep { reason: reason.clone().unwrap_or_default(), until: Some(until) };
            choices.insert((RecordKind::Opportunity, id), keep_until.map_or(Choice::Move { to: None }, keep));
        }
    }
    Ok(choices)
}

/// Commitments that giver and receiver went through have their owners already; those of the giver stay there to the end.
async fn walked(app: &App, handoff: &Handoff) -> Result<Choices> {
    let mut choices = Choices::new();
    for row in tandem_store::commitments::of_units(&app.db, &[handoff.proposal.unit.0]).await? {
        let one: Commitment = saved::read(&row.document)?;
        if one.is_open() && one.walked_in.contains(&handoff.proposal.id) {
            let reason = "Giver and receiver went through it: the giver sees to it to the end.".to_owned();
            choices.insert((RecordKind::Commitment, row.id), Choice::Keep { reason, until: None });
        }
    }
    Ok(choices)
}

/// What becomes of every record, or what is still to be decided.
pub(super) fn decided(
    rows: Vec<RecordRow>,
    from: SellerId,
    to: SellerId,
    choices: &Choices,
) -> std::result::Result<(Inventory, Moves), Words> {
    let before = Inventory::new(rows.into_iter().filter_map(item));
    let moves = decide(&before, from, to, choices).map_err(|gaps| {
        let said = |of: fn(&Words) -> &str| gaps.iter().map(|gap| of(&gap.said)).collect::<Vec<_>>();
        Words::new(said(|words| &words.en).join(" "), said(|words| &words.zh).concat())
    })?;
    conserved(&before, &moves, from).map_err(|lost| lost.words())?;
    Ok((before, moves))
}

/// Gets everything ready.
pub async fn passing(app: &App, seen: &Seen, change: OwnershipChange) -> Result<Passing> {
    let role = seen.people.get(&change.to.0).and_then(|seller| seller.role.as_deref()?.parse().ok());
    let role = role.ok_or_else(|| {
        let name = seen.name(change.to.0);
        Error::Refused(Words::new(
            format!("{name} has no role today, so no unit can pass there: give the seller a role first."),
            format!("{name} 目前沒有角色，無法接手：請先指定角色。"),
        ))
    })?;
    Ok(Passing { change, role, choices: choices(app, &seen.handoff).await? })
}

impl Passing {
    /// Makes the change; returns what moved and what was kept. The record is looked at again: it may have changed since the gates were.
    pub async fn run(&self, tx: &mut Tx) -> tandem_store::Result<Value> {
        let OwnershipChange { unit, from, to, on } = self.change;
        let rows = store::records_within(tx, unit.0).await?;
        let (before, moves) = decided(rows, from, to, &self.choices).map_err(tandem_store::Error::Said)?;
        for moved in &moves.moved {
            if moved.item.kind == RecordKind::Opportunity {
                opportunities::give(tx, &[moved.item.id], moved.to.0).await?;
            }
        }
        ownership::pass(tx, unit.0, to.0, self.role, on).await?;
        Ok(told(&before, &moves))
    }
}

/// What an event tells of what moved and what was kept.
pub(super) fn told(before: &Inventory, moves: &Moves) -> Value {
    json!({
        "before": before.items().len(),
        "moved": moves.moved,
        "kept": moves.kept.len(),
        "kept_with_reason": moves.kept.iter().filter(|(item, _)| item.open).collect::<Vec<_>>(),
    })
}

/// A record as core has it; none where its kind is not known.
pub fn item((kind, id, owner, open): RecordRow) -> Option<Item> {
    Some(Item { kind: kind.parse().ok()?, id, owner: owner.map(SellerId), open })
}

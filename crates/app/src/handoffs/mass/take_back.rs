//! Taking a unit back: it is the giver's again, and with it what the handoff gave on. What the receiver began since stays there, with that reason.
use crate::commitments::within as commitment_row;
use crate::handoffs::{saved, transfer};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use tandem_core::commitments::{Commitment, CommitmentAct, CommitmentOutcome, CommitmentRequest, Roster};
use tandem_core::handoffs::OwnershipChange;
use tandem_core::handoffs::inventory::{Choice, Inventory, RecordKind};
use tandem_core::ids::{HandoffId, SellerId, UserId};
use tandem_core::sellers::SellerRole;
use tandem_store::{Tx, commitments, handoffs as store, opportunities, ownership};

/// A unit that is about to go back.
#[derive(Clone, Debug)]
pub(crate) struct Back {
    /// Out of which handoff.
    pub handoff: HandoffId,
    /// From the receiver to the giver.
    pub change: OwnershipChange,
    /// The giver's role where no earlier ownership tells it.
    pub role: SellerRole,
    /// Who takes it back.
    pub by: Option<UserId>,
    /// Now.
    pub at: DateTime<Utc>,
    /// Today.
    pub day: NaiveDate,
    /// Who is there.
    pub roster: Arc<Roster>,
    /// Why.
    pub reason: String,
}

impl Back {
    /// Makes the change; returns what moved and what was kept.
    pub(crate) async fn run(&self, tx: &mut Tx) -> tandem_store::Result<Value> {
        let OwnershipChange { unit, from, to, on } = self.change;
        let rows = store::records_within(tx, unit.0).await?;
        let items = Inventory::new(rows.iter().cloned().filter_map(transfer::item));
        let given = opportunities::given_within(tx, unit.0, to.0, from.0).await?;
        let mut choices = transfer::Choices::new();
        for item in items.items().iter().filter(|item| item.open && item.owner == Some(from)) {
            let goes_back = match item.kind {
                RecordKind::Opportunity => given.contains(&item.id),
                _ => false,
            };
            let choice = if goes_back { Choice::Move { to: None } } else { began_since() };
            choices.insert((item.kind, item.id), choice);
        }
        let rehomed = self.commitments(tx, from, to).await?;
        choices
            .extend(rehomed.into_keys().map(|id| ((RecordKind::Commitment, id), Choice::Move { to: None })));
        let (before, moves) =
            transfer::decided(rows, from, to, &choices).map_err(tandem_store::Error::Said)?;
        for moved in moves.moved.iter().filter(|moved| moved.item.kind == RecordKind::Opportunity) {
            opportunities::give(tx, &[moved.item.id], moved.to.0).await?;
        }
        ownership::back(tx, unit.0, to.0, self.role, on).await?;
        Ok(transfer::told(&before, &moves))
    }

    /// Commitments that giver and receiver went through in this handoff go back where the giver is still there.
    async fn commitments(
        &self,
        tx: &mut Tx,
        from: SellerId,
        to: SellerId,
    ) -> tandem_store::Result<BTreeMap<i64, ()>> {
        let mut rehomed = BTreeMap::new();
        let Some(by) = self.by else { return Ok(rehomed) };
        for row in commitments::open_within(tx, self.change.unit.0).await? {
            let one: Commitment = saved::read(&row.document).map_err(super::begin::within)?;
            if one.owner != from || !one.walked_in.contains(&self.handoff) {
                continue;
            }
            let act = CommitmentAct::Rehome { to, reason: self.reason.clone() };
            let (at, day) = (self.at, self.day);
            let request = CommitmentRequest { act: &act, by, at, day, roster: &self.roster, version: None };
            // Whoever is gone sees to nothing: then it stays with whoever has it.
            if let Ok(CommitmentOutcome::Applied { commitment, .. }) = one.apply(&request) {
                commitments::save(tx, &commitment_row(&commitment)?).await?;
                rehomed.insert(row.id, ());
            }
        }
        Ok(rehomed)
    }
}

fn began_since() -> Choice {
    let reason =
        "It was begun or promised by the receiver since the transfer, or the giver is gone.".to_owned();
    Choice::Keep { reason, until: None }
}

/// What an event says of a unit that went back.
pub(crate) fn event(moves: &Value) -> Value {
    json!({"act": "ownership", "moves": moves})
}

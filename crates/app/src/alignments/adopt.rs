//! Adopting a proposal, in one transaction: the alignment holds from a day on, hunters are paired, units without an owner get one, and every handoff that it
//! implies is proposed with its playbook. Owners change only when those handoffs transfer.
use super::adoption::{Handover, Plan, changed, fitting, plan, refuse_stale};
use super::{overtaken, reasoned};
use crate::events::Event;
use crate::handoffs::saved;
use crate::{Actor, App, Error, Permission, Result};
use chrono::{DateTime, NaiveDate};
use serde_json::json;
use tandem_core::alignments::Part;
use tandem_core::handoffs::acts::{Actor as By, Party};
use tandem_core::handoffs::mass::Cause;
use tandem_core::handoffs::{Handoff, Proposal, Wish};
use tandem_core::ids::{HandoffId, SellerId, UnitId, UserId};
use tandem_core::sellers::SellerRole;
use tandem_store::{alignments as store, handoffs as handoff_store, ownership};

/// What somebody decides.
#[derive(Clone, Debug)]
pub struct Adopt {
    /// Which proposal.
    pub proposal: String,
    /// Its version, as it was read.
    pub proposal_version: i64,
    /// The version of the alignment, as it was read.
    pub version: i64,
    /// From which day on.
    pub effective: NaiveDate,
    /// Why.
    pub because: String,
}

/// Adopts it; returns how many handoffs were proposed.
pub async fn adopt(app: &App, actor: &Actor, id: i64, adopt: Adopt) -> Result<usize> {
    actor.require(Permission::Align)?;
    super::draft(app, id).await?;
    let because = reasoned(&adopt.because)?;
    fitting(adopt.effective, app.clock.today())?;
    let opened = super::opened(app, id, &adopt.proposal).await?;
    if opened.row.version != adopt.proposal_version {
        return Err(overtaken());
    }
    let fixed = opened.input.fixed(&opened.setup.locks);
    if super::work::is_behind(&opened.input, &opened.setup, &fixed, &opened.solved) {
        return Err(super::proposals::behind());
    }
    refuse_stale(&changed(app, &opened).await?)?;
    let plan = plan(app, &opened).await?;
    let proposals: Vec<Proposal> =
        plan.handovers.iter().map(|one| proposal(app, actor, one, &opened.alignment.name, &adopt)).collect();
    let roles = opened.input.sellers.iter().map(|seller| {
        let inside = seller.part == Part::Inside;
        let role = if inside { SellerRole::InsideAccountManager } else { SellerRole::AccountManager };
        (seller.id, role)
    });
    let adoption = store::Adoption {
        proposal: adopt.proposal.clone(),
        effective: adopt.effective,
        because,
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let work = Writing { id, version: adopt.version, adoption, plan, proposals, roles: roles.collect() };
    let proposed = work.proposals.len();
    let data = json!({
        "proposal": adopt.proposal, "effective": adopt.effective, "handoffs": proposed, "pairs": work.plan.pairs.len(),
    });
    let event = Event::new(app, actor, "alignment.adopted", "alignment", data);
    let adopted = app.db.write(move |tx| {
        Box::pin(async move {
            if !work.run(tx).await? {
                return Ok(false);
            }
            event.append(tx, id).await?;
            Ok(true)
        })
    });
    if adopted.await? { Ok(proposed) } else { Err(overtaken()) }
}

fn proposal(app: &App, actor: &Actor, of: &Handover, name: &str, adopt: &Adopt) -> Proposal {
    let cause = Cause::Alignment { name: name.to_owned() }.words();
    let wish = Wish { playbook: of.playbook.to_owned(), transfer: Some(adopt.effective) };
    Proposal {
        id: HandoffId(0),
        unit: UnitId(of.unit),
        giver: SellerId(of.from),
        receiver: Some(SellerId(of.to)),
        reason: cause.en.to_string(),
        by: By { user: actor.user.map(UserId), party: Party::Operations },
        at: DateTime::from_timestamp_micros(app.clock.now_us()).unwrap_or_default(),
        day: app.clock.today(),
        wish: Some(wish),
        said: Some(cause),
    }
}

/// Everything that is written.
struct Writing {
    id: i64,
    version: i64,
    adoption: store::Adoption,
    plan: Plan,
    proposals: Vec<Proposal>,
    roles: std::collections::BTreeMap<i64, SellerRole>,
}

impl Writing {
    async fn run(&self, tx: &mut tandem_store::Tx) -> tandem_store::Result<bool> {
        if !store::adopt(tx, self.id, self.version, &self.adoption).await? {
            return Ok(false);
        }
        let day = self.adoption.effective;
        for (hunter, manager) in &self.plan.pairs {
            store::begin_pair(tx, self.id, *hunter, *manager, day).await?;
        }
        for (unit, seller) in &self.plan.given {
            let role = self.roles.get(seller).copied().unwrap_or(SellerRole::AccountManager);
            ownership::give(tx, *unit, *seller, role, day).await?;
        }
        for proposal in &self.proposals {
            let id = handoff_store::take_id(tx).await?;
            let handoff = Handoff::from_history(Proposal { id: HandoffId(id), ..proposal.clone() }, &[]);
            let row = saved::row(&handoff).map_err(refused)?;
            handoff_store::insert(tx, &row).await?;
            store::keep_handoff(tx, self.id, id).await?;
        }
        Ok(true)
    }
}

fn refused(error: Error) -> tandem_store::Error {
    tandem_store::Error::Refused(error.to_string())
}

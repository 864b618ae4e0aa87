//! Proposing a handoff: by whoever owns the unit, leads the owner, or works in sales operations.
use super::people::{self, leads};
use super::{playbooks, saved};
use crate::events::Event;
use crate::{Actor, App, Error, Permission, Result, Role, customers};
use chrono::NaiveDate;
use serde_json::json;
use tandem_core::handoffs::acts::{Actor as By, Party};
use tandem_core::handoffs::{Handoff, Proposal, Wish};
use tandem_core::ids::{HandoffId, SellerId, UnitId, UserId};
use tandem_core::languages::Words;
use tandem_core::playbooks::shipped;
use tandem_store::{handoffs as store, ownership};

/// What to propose.
#[derive(Clone, Debug)]
pub struct NewHandoff {
    /// Of which unit.
    pub unit: i64,
    /// Who is to receive it, where somebody is thought of.
    pub receiver: Option<i64>,
    /// Why.
    pub reason: String,
    /// How it should go, where somebody thought of it.
    pub wish: Option<Wish>,
}

/// Proposes a handoff; returns its id.
pub async fn propose(app: &App, actor: &Actor, new: NewHandoff) -> Result<i64> {
    actor.require(Permission::HandOff)?;
    customers::customer_of(app, actor, new.unit).await?;
    if new.reason.trim().is_empty() {
        return Err(Error::Unusable(Words::fixed(
            "Say why the unit should pass on.",
            "請說明為何要移交此業務單位。",
        )));
    }
    let owner = ownership::owner_on(&app.db, new.unit, app.clock.today()).await?.ok_or_else(|| {
        Error::Refused(Words::fixed(
            "Nobody owns the unit, so nobody can hand it off: give it an owner first.",
            "此業務單位沒有負責人，無法移交：請先指定負責人。",
        ))
    })?;
    let people = people::all(app).await?;
    if let Some(receiver) = new.receiver
        && people.get(&receiver).is_none_or(|seller| seller.kind != "person")
    {
        return Err(Error::Invalid(format!("`{receiver}` is no seller: give the id of one of /sellers")));
    }
    if let Some(wish) = &new.wish {
        fitting(wish, app.clock.today())?;
    }
    let party = party(actor, owner.seller_id, |own| leads(&people, own, owner.seller_id))?;
    let mut proposal = Proposal {
        id: HandoffId(0),
        unit: UnitId(new.unit),
        giver: SellerId(owner.seller_id),
        receiver: new.receiver.map(SellerId),
        reason: new.reason.trim().to_owned(),
        by: By { user: actor.user.map(UserId), party },
        at: chrono::DateTime::from_timestamp_micros(app.clock.now_us()).unwrap_or_default(),
        day: app.clock.today(),
        wish: new.wish,
        said: None,
    };
    Handoff::propose(proposal.clone()).map_err(|refused| Error::Unusable(refused.words()))?;
    let data = json!({"unit": new.unit, "receiver": new.receiver, "reason": proposal.reason});
    let event = Event::new(app, actor, "handoff.proposed", "handoff", data);
    let proposed = app.db.write(move |tx| {
        Box::pin(async move {
            let id = store::take_id(tx).await?;
            proposal.id = HandoffId(id);
            let handoff = Handoff::from_history(proposal, &[]);
            let row =
                saved::row(&handoff).map_err(|error| tandem_store::Error::Refused(error.to_string()))?;
            store::insert(tx, &row).await?;
            event.append(tx, id).await?;
            Ok(id)
        })
    });
    Ok(proposed.await?)
}

fn fitting(wish: &Wish, today: NaiveDate) -> Result<()> {
    if shipped(&wish.playbook).is_none() {
        return Err(playbooks::missing());
    }
    match wish.transfer {
        Some(day) if day < today => Err(Error::Unusable(Words::fixed(
            "The day of the transfer has passed: give a later one.",
            "移轉日已過：請選擇較晚的日期。",
        ))),
        _ => Ok(()),
    }
}

fn party(actor: &Actor, owner: i64, leads: impl Fn(i64) -> bool) -> Result<Party> {
    match actor.seller {
        Some(own) if own == owner => Ok(Party::Giver),
        Some(own) if leads(own) => Ok(Party::GivingManager),
        _ if matches!(actor.role, Role::Admin | Role::Operations) => Ok(Party::Operations),
        _ => Err(Error::Forbidden(
            "the owner of the unit, a manager above, or sales operations proposes a handoff: ask one of them"
                .to_owned(),
        )),
    }
}

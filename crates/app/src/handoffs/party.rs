//! As whom somebody acts in a handoff, and who sees it.
use super::people::{self, Sellers, leads};
use super::saved;
use crate::{Actor, App, Error, Permission, Result};
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::acts::{Actor as By, Party};
use tandem_core::ids::UserId;
use tandem_store::handoffs as store;

/// A handoff with what somebody is in it.
pub struct Seen {
    /// The handoff.
    pub handoff: Handoff,
    /// As whom the person may act, the closest first; nothing: looks on only.
    pub parties: Vec<Party>,
    /// Everybody who sells, by id.
    pub people: Sellers,
}

impl Seen {
    /// Whoever acts, as the first of those that may do it.
    ///
    /// # Errors
    /// For those who look on only.
    pub fn by(&self, actor: &Actor, may: &[Party]) -> Result<By> {
        let first = self.parties.first().copied();
        let party = self.parties.iter().find(|party| may.contains(party)).copied().or(first);
        let onlooker = || {
            Error::Forbidden(
                "giver, receiver, their managers and sales operations act in a handoff: ask one of them"
                    .to_owned(),
            )
        };
        Ok(By { user: actor.user.map(UserId), party: party.ok_or_else(onlooker)? })
    }

    /// What a seller is called.
    pub fn name(&self, seller: i64) -> String {
        self.people.get(&seller).map(|seller| seller.name.clone()).unwrap_or_default()
    }
}

/// A handoff that the actor sees and may write to.
pub async fn seen_for_work(app: &App, actor: &Actor, id: i64) -> Result<Seen> {
    actor.require(Permission::HandOff)?;
    seen(app, actor, id).await
}

/// A handoff that the actor sees.
pub async fn seen(app: &App, actor: &Actor, id: i64) -> Result<Seen> {
    let missing = || Error::NotFound("handoff");
    let row = store::get(&app.db, id).await?.ok_or_else(missing)?;
    let people = people::all(app).await?;
    let handoff: Handoff = saved::read(&row.document)?;
    let parties = parties(actor, &handoff, &people);
    let seen = Seen { handoff, parties, people };
    if seen.parties.is_empty() && !actor.role.sees_everything() {
        return Err(missing());
    }
    Ok(seen)
}

/// As whom somebody may act, the closest first.
pub fn parties(actor: &Actor, handoff: &Handoff, people: &Sellers) -> Vec<Party> {
    let (giver, receiver) = (handoff.proposal.giver.0, handoff.receiver.map(|receiver| receiver.0));
    let mut parties = Vec::new();
    if let Some(own) = actor.seller {
        let candidates = [
            (Party::Giver, own == giver),
            (Party::Receiver, receiver == Some(own)),
            (Party::GivingManager, leads(people, own, giver)),
            (Party::ReceivingManager, receiver.is_some_and(|receiver| leads(people, own, receiver))),
        ];
        parties.extend(candidates.into_iter().filter(|(_, is)| *is).map(|(party, _)| party));
    }
    if matches!(actor.role, crate::Role::Admin | crate::Role::Operations) {
        parties.push(Party::Operations);
    }
    parties
}

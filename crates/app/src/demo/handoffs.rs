//! The demo company's handoffs, one in every state: acted by a seller, an account manager and their manager on the days on which they would
//! have acted, through the same functions as everybody's.
pub(crate) mod papers;
mod scripts;
mod work;

use super::people::Cast;
use crate::handoffs::{self, NewHandoff, people};
use crate::readiness::{self, NewReadiness};
use crate::{Actor, App, Clock, Result};
use chrono::{Days, NaiveDate};
use scripts::{Script, Who, Work};
use tandem_core::sellers::SellerRole;
use tandem_store::book::{self, Units};
use tandem_store::ownership;

/// Who acts in the demo company's handoffs.
struct Players<'c> {
    cast: &'c Cast,
    giver: i64,
    receiver: i64,
}

impl Players<'_> {
    fn actor(&self, who: Who) -> &Actor {
        match who {
            Who::Giver => &self.cast.seller,
            Who::Receiver => self.cast.account_manager.as_ref().unwrap_or(&self.cast.seller),
            Who::Manager => &self.cast.manager,
        }
    }
}

/// States who is ready, and makes the handoffs; a company too small for two roles in a team has none.
pub async fn make(app: &App, actor: &Actor, cast: &Cast, as_of: NaiveDate) -> Result<()> {
    assess(app, actor, cast).await?;
    let receiver = cast.account_manager.as_ref().and_then(|receiver| receiver.seller);
    let Some((giver, receiver)) = cast.seller.seller.zip(receiver) else { return Ok(()) };
    let players = Players { cast, giver, receiver };
    let units = units(app, giver, as_of).await?;
    for (script, unit) in scripts::all(as_of).into_iter().zip(units) {
        play(app, &players, &script, unit, as_of).await?;
    }
    Ok(())
}

/// Every account manager is ready, but for the last of them, who still learns.
async fn assess(app: &App, actor: &Actor, cast: &Cast) -> Result<()> {
    let role = SellerRole::AccountManager;
    let people = people::all(app).await?;
    let of_role = people.values().filter(|row| row.role.as_deref() == Some(role.text()));
    let sellers: Vec<i64> = of_role.map(|row| row.id).collect();
    let receiver = cast.account_manager.as_ref().and_then(|receiver| receiver.seller);
    let learning = sellers.iter().rev().find(|seller| Some(**seller) != receiver).copied();
    for seller in sellers {
        let ready = Some(seller) != learning;
        let new = NewReadiness {
            role,
            ready,
            gaps: if ready {
                Vec::new()
            } else {
                vec!["Leading a renewal".to_owned(), "Success plans".to_owned()]
            },
            reason: if ready {
                "Led two renewals; the brief exercise was right."
            } else {
                "Is in the second month of the learning plan."
            }
            .to_owned(),
        };
        readiness::state(app, actor, seller, new).await?;
    }
    Ok(())
}

/// Days since when the seller must own a unit for the longest of the stories.
const OWNED_DAYS: u64 = 80;

/// Units that the seller has owned for a while, the smallest id first.
async fn units(app: &App, giver: i64, as_of: NaiveDate) -> Result<Vec<i64>> {
    let mut units = Vec::new();
    for row in book::owned(&app.db, Units::OwnedBy(&[giver]), as_of).await? {
        let owner = ownership::owner_on(&app.db, row.unit_id, as_of - Days::new(OWNED_DAYS)).await?;
        units.extend(owner.filter(|owner| owner.seller_id == giver).map(|_| row.unit_id));
    }
    Ok(units)
}

/// The same company on a day that is over, at nine in the morning.
fn on(app: &App, day: NaiveDate) -> App {
    let morning = day.and_hms_opt(9, 0, 0).unwrap_or_default().and_utc();
    App { clock: Clock::Fixed(morning), ..app.clone() }
}

async fn play(app: &App, players: &Players<'_>, script: &Script, unit: i64, as_of: NaiveDate) -> Result<()> {
    let day = |ago: u64| as_of - Days::new(ago);
    let new =
        NewHandoff { unit, receiver: Some(players.receiver), reason: script.reason.to_owned(), wish: None };
    let then = on(app, day(script.proposed));
    let id = handoffs::propose(&then, players.actor(script.by), new).await?;
    for (ago, who, work) in &script.acts {
        let then = on(app, day(*ago));
        match work {
            Work::Act(act) => {
                handoffs::act(&then, players.actor(*who), id, act.clone(), None).await?;
            }
            Work::Prepared => work::prepared(&then, players, id, unit).await?,
            Work::BriefReturned => work::brief_returned(&then, players, id).await?,
            Work::Waved(reason) => work::waved(&then, players, id, reason).await?,
            Work::StepsUntil(last) => work::steps_until(&then, players, id, as_of - Days::new(*last)).await?,
        }
    }
    Ok(())
}

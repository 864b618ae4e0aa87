//! Many handoffs at once: a seller leaves, or an alignment is adopted. Looked at first, then worked off in the background as one run, which can be
//! cancelled and taken back whole.
mod begin;
mod gather;
mod look;
mod runs;
mod take_back;
mod undo;
mod views;
mod work;

use crate::handoffs::people::{Sellers, leads};
use crate::{Actor, Error, Permission, Result, Role};
use chrono::NaiveDate;
pub use look::look;
pub use runs::{MassRun, MassRuns, MassUnitRun, cancel, list, show, start};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
pub(crate) use take_back::Back;
use tandem_core::handoffs::acts::Party;
use tandem_core::ids::{SellerId, UnitId};
use tandem_core::sellers::SellerRole;
pub use undo::{MassUndo, undo};
pub use views::{KindCount, MassFate, MassLoad, MassPreview, MassTotals, MassUnitView, StepsOf};
pub use work::{MassWorker, work_until};

/// Why many units pass on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum MassCause {
    /// A seller leaves: every unit that the seller owns today.
    Leaver {
        /// Who.
        seller: SellerId,
        /// First day on which the seller is gone.
        gone: NaiveDate,
    },
    /// An alignment was adopted: these units, each to its receiver.
    Alignment {
        /// What people call it.
        name: String,
        /// Receivers by unit.
        units: BTreeMap<UnitId, SellerId>,
    },
}

/// What becomes of open opportunities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MassOpportunities {
    /// Somebody decides on each before the transfer.
    #[default]
    Decide,
    /// All of them pass to the receivers with the transfer.
    Move,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MassRequest {
    /// Why.
    pub cause: MassCause,
    /// Name of the playbook.
    pub playbook: String,
    /// The role that receives.
    pub role: SellerRole,
    /// Why, in the words of whoever asks; absent: the cause says it.
    #[serde(default)]
    pub reason: Option<String>,
    /// Receivers that somebody chose by hand, by unit.
    #[serde(default)]
    pub receivers: BTreeMap<UnitId, SellerId>,
    /// Units that stay where they are for now.
    #[serde(default)]
    pub leave_out: BTreeSet<UnitId>,
    /// What becomes of open opportunities.
    #[serde(default)]
    pub opportunities: MassOpportunities,
}

/// As whom somebody hands these units over: whoever leads the seller, or sales operations.
fn party(actor: &Actor, people: &Sellers, seller: Option<i64>) -> Result<Party> {
    actor.require_to_see(Permission::HandOffMany)?;
    match (actor.seller, seller) {
        (Some(own), Some(seller)) if leads(people, own, seller) => Ok(Party::GivingManager),
        _ if matches!(actor.role, Role::Admin | Role::Operations) => Ok(Party::Operations),
        (_, Some(_)) => Err(Error::NotFound("seller")),
        (_, None) => Err(Error::Forbidden(
            "an alignment is adopted by sales operations: ask somebody there".to_owned(),
        )),
    }
}

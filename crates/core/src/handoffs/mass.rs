//! Many handoffs at once: a seller leaves, or an alignment is adopted. The preview is a pure function that says every consequence before anything
//! is done; what it says is what a run then does, and the run can be taken back whole.
mod assign;
pub mod consequence;
mod share;
pub mod undo;

use super::inventory::{Choice, Inventory, RecordKind};
use super::receivers::{Candidate, Terms, Unit};
use super::state::State;
use crate::holidays::Calendars;
use crate::ids::{CustomerId, SellerId, UnitId};
use crate::incentives::Plan;
use crate::languages::Words;
use crate::playbooks::{Playbook, Role};
use crate::sellers::SellerRole;
use chrono::NaiveDate;
pub use consequence::{Consequence, Counts, LoadChange, Planned, Preview, Refusal, Warning, preview};
pub use share::{KeptShare, kept_share};
use std::collections::BTreeMap;

/// Why many units pass on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A seller leaves.
    Leaver {
        /// Who.
        seller: SellerId,
        /// What people call the seller.
        name: String,
        /// First day on which the seller is gone.
        gone: NaiveDate,
    },
    /// An alignment was adopted.
    Alignment {
        /// What people call it.
        name: String,
    },
}

/// A unit that passes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MassUnit {
    /// Which.
    pub unit: UnitId,
    /// Its customer: units of one customer go to one receiver where that is possible, and count once.
    pub customer: CustomerId,
    /// Who serves another unit of the customer already and carries no further one with it.
    pub serving: Vec<SellerId>,
    /// Who owns it.
    pub giver: SellerId,
    /// Who shall receive it, where the cause says so; else the best candidate does.
    pub receiver: Option<SellerId>,
    /// What is known of it for choosing the receiver.
    pub about: Unit,
    /// Day on which the next term begins.
    pub renewal: Option<NaiveDate>,
    /// Escalations that are not settled.
    pub escalations: u32,
    /// A handoff of the unit that has begun and is not over.
    pub running: Option<State>,
    /// What hangs on it, one by one; what is counted in `history` is not among it.
    pub inventory: Inventory,
    /// Records that stay whatever anybody decides, counted: history, and what is over.
    pub history: Counts,
    /// What was decided for records of it.
    pub choices: BTreeMap<(RecordKind, i64), Choice>,
    /// The giver's role today; none where it is not known.
    pub giver_role: Option<SellerRole>,
}

/// A plan of many handoffs.
#[derive(Clone, Copy, Debug)]
pub struct MassPlan<'a> {
    /// Why.
    pub cause: &'a Cause,
    /// The units, in any order.
    pub units: &'a [MassUnit],
    /// Everybody who could receive.
    pub candidates: &'a [Candidate],
    /// Pairs of giver and receiver are looked up in the candidates; the giver in the terms is not used.
    pub terms: &'a Terms,
    /// How each is done.
    pub playbook: &'a Playbook,
    /// Working days of the receivers, by seller; Saturday and Sunday off where a seller is not named.
    pub countries: &'a BTreeMap<SellerId, String>,
    /// Calendars of these countries.
    pub calendars: &'a Calendars,
    /// Incentive plans that were approved, in the order of their first days: the one of the transfer says what the giver keeps.
    pub incentives: &'a [Plan],
    /// The day on which it is looked at and would be accepted.
    pub day: NaiveDate,
}

/// Days before a renewal in which a change of faces puts it at risk.
pub const RENEWAL_DAYS: i64 = 90;

impl Cause {
    /// What is written into every handoff as its reason.
    pub fn words(&self) -> Words {
        match self {
            Self::Leaver { name, gone, .. } => Words::new(
                format!("{name} leaves and is gone from {gone} on."),
                format!("{name} 離職，自 {gone} 起不在職。"),
            ),
            Self::Alignment { name } => Words::new(
                format!("The alignment `{name}` was adopted."),
                format!("已採用區域配置「{name}」。"),
            ),
        }
    }
}

impl Playbook {
    /// How many steps each role gets; conditions that depend on the unit are not looked at.
    pub fn steps_by_role(&self) -> BTreeMap<Role, u32> {
        let mut counts = BTreeMap::new();
        for step in &self.steps {
            *counts.entry(step.owner).or_default() += 1;
        }
        counts
    }
}

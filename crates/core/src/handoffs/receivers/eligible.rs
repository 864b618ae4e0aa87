//! Who cannot receive a unit, and why.
use super::{Candidate, Terms, Unit};
use crate::languages::Words;
use crate::sellers::SellerRole;
use chrono::NaiveDate;
use serde::Serialize;

/// Why somebody cannot receive a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ineligible {
    /// Gives it.
    IsGiver,
    /// Has another role.
    OtherRole(SellerRole),
    /// Has not all competencies of the role.
    NotReady,
    /// Nobody assessed it.
    ReadinessNotKnown,
    /// Would carry too much.
    OverLimit {
        /// With the unit.
        after: i64,
        /// What one can carry.
        limit: i64,
    },
    /// Leaves the company.
    Leaves(NaiveDate),
    /// Is away on the day of the transfer.
    Away(NaiveDate),
    /// Is not in the role yet on that day.
    NotThereYet(NaiveDate),
}

impl Ineligible {
    /// What people read.
    pub fn words(self) -> Words {
        match self {
            Self::IsGiver => Words::fixed("Owns the unit now.", "目前就是負責人。"),
            Self::OtherRole(role) => {
                let Words { en, zh } = role_words(role);
                Words::new(format!("Is {en}."), format!("角色是{zh}。"))
            }
            Self::NotReady => Words::fixed("Is not ready for the role yet.", "尚未具備此角色的職能。"),
            Self::ReadinessNotKnown => {
                Words::fixed("Nobody has assessed whether this seller is ready.", "尚未評估是否準備就緒。")
            }
            Self::OverLimit { after, limit } => {
                Words::new(format!("Would carry {after} of {limit}."), format!("負荷將達 {after}／{limit}。"))
            }
            Self::Leaves(day) => Words::new(format!("Leaves on {day}."), format!("將於 {day} 離職。")),
            Self::Away(until) => Words::new(format!("Is away until {until}."), format!("請假至 {until}。")),
            Self::NotThereYet(day) => Words::new(format!("Begins on {day} only."), format!("{day} 才到任。")),
        }
    }
}

fn role_words(role: SellerRole) -> Words {
    match role {
        SellerRole::Generalist => Words::fixed("a generalist", "通才業務"),
        SellerRole::Hunter => Words::fixed("a hunter", "開發業務"),
        SellerRole::AccountManager => Words::fixed("an account manager", "客戶經理"),
        SellerRole::InsideAccountManager => Words::fixed("an inside account manager", "內勤客戶經理"),
        SellerRole::Manager => Words::fixed("a manager", "主管"),
    }
}

/// Every reason against a candidate; none where it can receive the unit.
pub(super) fn reasons(unit: &Unit, candidate: &Candidate, terms: &Terms) -> Vec<Ineligible> {
    [
        giver(candidate, terms),
        role(candidate, terms),
        ready(candidate),
        over(unit, candidate),
        leaves(candidate, terms),
        away(candidate, terms),
        there(candidate, terms),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether there is any reason against a candidate.
pub(super) fn is_barred(unit: &Unit, candidate: &Candidate, terms: &Terms) -> bool {
    over(unit, candidate).is_some()
        || ready(candidate).is_some()
        || role(candidate, terms).is_some()
        || giver(candidate, terms).is_some()
        || leaves(candidate, terms).is_some()
        || away(candidate, terms).is_some()
        || there(candidate, terms).is_some()
}

fn giver(candidate: &Candidate, terms: &Terms) -> Option<Ineligible> {
    (candidate.seller == terms.giver).then_some(Ineligible::IsGiver)
}

fn role(candidate: &Candidate, terms: &Terms) -> Option<Ineligible> {
    (candidate.role != terms.role).then_some(Ineligible::OtherRole(candidate.role))
}

fn ready(candidate: &Candidate) -> Option<Ineligible> {
    match candidate.ready {
        Some(true) => None,
        Some(false) => Some(Ineligible::NotReady),
        None => Some(Ineligible::ReadinessNotKnown),
    }
}

fn over(unit: &Unit, candidate: &Candidate) -> Option<Ineligible> {
    let (after, limit) = (candidate.load.saturating_add(unit.load), candidate.limit);
    (after > limit).then_some(Ineligible::OverLimit { after, limit })
}

/// Who leaves within a year of the transfer would hand the unit over again.
fn leaves(candidate: &Candidate, terms: &Terms) -> Option<Ineligible> {
    let year = terms.day.checked_add_days(chrono::Days::new(LEAVES_DAYS)).unwrap_or(NaiveDate::MAX);
    candidate.leaves.filter(|day| *day <= year).map(Ineligible::Leaves)
}

/// Days after a transfer in which the receiver should not leave.
const LEAVES_DAYS: u64 = 365;

fn away(candidate: &Candidate, terms: &Terms) -> Option<Ineligible> {
    let (first, last) = candidate.away?;
    (first..=last).contains(&terms.day).then_some(Ineligible::Away(last))
}

fn there(candidate: &Candidate, terms: &Terms) -> Option<Ineligible> {
    (candidate.since > terms.day).then_some(Ineligible::NotThereYet(candidate.since))
}

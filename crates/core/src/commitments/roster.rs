//! Who is there on a day, and which commitments nobody sees to.
use super::Commitment;
use crate::ids::{CommitmentId, SellerId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Sellers with their first day and the first day on which they are gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster(BTreeMap<SellerId, (NaiveDate, Option<NaiveDate>)>);

impl Roster {
    /// Sellers, each with the first day and, where it is known, the first day on which the seller is gone.
    pub fn new(sellers: impl IntoIterator<Item = (SellerId, NaiveDate, Option<NaiveDate>)>) -> Self {
        Self(sellers.into_iter().map(|(seller, first, gone)| (seller, (first, gone))).collect())
    }

    /// Whether a seller is there on a day.
    pub fn is_there(&self, seller: SellerId, day: NaiveDate) -> bool {
        self.0.get(&seller).is_some_and(|(first, gone)| *first <= day && gone.is_none_or(|gone| day < gone))
    }
}

/// An open commitment that nobody sees to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Which.
    pub commitment: CommitmentId,
    /// Whose it was.
    pub owner: SellerId,
}

/// Open commitments whose owner is not there on the day. A change of ownership, a leaver or an import that leaves one is refused.
pub fn orphans(commitments: &[Commitment], roster: &Roster, day: NaiveDate) -> Vec<Orphan> {
    let gone = |one: &&Commitment| one.is_open() && !roster.is_there(one.owner, day);
    let orphan = |one: &Commitment| Orphan { commitment: one.id, owner: one.owner };
    commitments.iter().filter(gone).map(orphan).collect()
}

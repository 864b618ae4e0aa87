//! Deciding what moves, and checking that nothing was lost on the way.
use super::{Fare, Inventory, Item, RecordKind};
use crate::ids::SellerId;
use crate::languages::Words;
use crate::words::words;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What somebody decided for one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It passes on.
    Move {
        /// To whom; none for the receiver.
        to: Option<SellerId>,
    },
    /// It stays with whoever has it.
    Keep {
        /// Why.
        reason: String,
        /// Until when; then it passes to the receiver. None: for good.
        until: Option<NaiveDate>,
    },
}

words! {
    /// Why a record stays without anybody having decided it.
    Stays {
        /// It is history of the unit.
        History = "history",
        /// What was to be done with it is done.
        Over = "over",
        /// It belongs to its person.
        Personal = "personal",
        /// It belongs to somebody who is neither giver nor receiver.
        OfAnother = "of_another",
        /// The receiver has it already.
        OfReceiver = "of_receiver",
    }
}

/// A record that passes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Which.
    pub item: Item,
    /// To whom.
    pub to: SellerId,
}

/// Why a record stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// By its kind.
    Rule(Stays),
    /// Somebody decided it.
    Decided {
        /// Why.
        reason: String,
        /// Until when; then it passes to the receiver.
        until: Option<NaiveDate>,
    },
}

/// What becomes of every record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Moves {
    /// Those that pass on.
    pub moved: Vec<Moved>,
    /// Those that stay, with the reason.
    pub kept: Vec<(Item, Kept)>,
}

/// A record of which nobody has decided what becomes of it, or for which the decision does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which.
    pub item: Item,
    /// What is wrong and what to do.
    pub said: Words,
}

/// Decides for every record of a unit that passes from giver to receiver. `choices` are by kind and id.
///
/// # Errors
/// Every record that is still to be decided on.
pub fn decide(
    before: &Inventory,
    giver: SellerId,
    receiver: SellerId,
    choices: &BTreeMap<(RecordKind, i64), Choice>,
) -> Result<Moves, Vec<Gap>> {
    let (moves, gaps) = sorted(before, giver, receiver, choices);
    if gaps.is_empty() { Ok(moves) } else { Err(gaps) }
}

/// The same without a verdict: what is decided, and what is still to be.
pub fn sorted(
    before: &Inventory,
    giver: SellerId,
    receiver: SellerId,
    choices: &BTreeMap<(RecordKind, i64), Choice>,
) -> (Moves, Vec<Gap>) {
    let (mut moves, mut gaps) = (Moves::default(), Vec::new());
    for item in before.items() {
        match one(item, giver, receiver, choices.get(&(item.kind, item.id))) {
            Ok(Fate::Moved(to)) => moves.moved.push(Moved { item: item.clone(), to }),
            Ok(Fate::Kept(why)) => moves.kept.push((item.clone(), why)),
            Err(said) => gaps.push(Gap { item: item.clone(), said }),
        }
    }
    (moves, gaps)
}

enum Fate {
    Moved(SellerId),
    Kept(Kept),
}

fn one(item: &Item, giver: SellerId, receiver: SellerId, choice: Option<&Choice>) -> Result<Fate, Words> {
    if let Some(stays) = rule(item, giver, receiver) {
        return Ok(Fate::Kept(Kept::Rule(stays)));
    }
    match choice {
        Some(Choice::Keep { reason, .. }) if reason.trim().is_empty() => Err(unexplained(item)),
        Some(Choice::Keep { .. }) if item.owner.is_none() => Err(ownerless(item)),
        Some(Choice::Keep { reason, until }) => {
            Ok(Fate::Kept(Kept::Decided { reason: reason.clone(), until: *until }))
        }
        Some(Choice::Move { to }) => Ok(Fate::Moved(to.unwrap_or(receiver))),
        None if item.kind.fare() == Fare::Moves => Ok(Fate::Moved(receiver)),
        None => Err(undecided(item)),
    }
}

/// Why it stays whatever anybody decides.
fn rule(item: &Item, giver: SellerId, receiver: SellerId) -> Option<Stays> {
    let other = |owner: SellerId| owner != giver && owner != receiver;
    match item.kind.fare() {
        Fare::Stays => Some(Stays::History),
        Fare::Personal => Some(Stays::Personal),
        Fare::Moves | Fare::MustBeDecided if !item.open => Some(Stays::Over),
        Fare::Moves | Fare::MustBeDecided => match item.owner {
            Some(owner) if owner == receiver => Some(Stays::OfReceiver),
            Some(owner) if other(owner) => Some(Stays::OfAnother),
            _ => None,
        },
    }
}

fn undecided(item: &Item) -> Words {
    let Words { en, zh } = item.kind.words();
    Words::new(
        format!(
            "Nobody has decided who goes on with the open {en} {}: move it, or keep it with a reason.",
            item.id
        ),
        format!("尚未決定由誰接續{zh} {}：請移轉，或附理由保留。", item.id),
    )
}

fn unexplained(item: &Item) -> Words {
    let Words { en, zh } = item.kind.words();
    Words::new(
        format!("The {en} {} is kept without a reason: write one.", item.id),
        format!("{zh} {} 未附理由而保留：請填寫理由。", item.id),
    )
}

fn ownerless(item: &Item) -> Words {
    let Words { en, zh } = item.kind.words();
    Words::new(
        format!("The {en} {} belongs to nobody and cannot stay: move it.", item.id),
        format!("{zh} {} 沒有負責人，不能保留：請移轉。", item.id),
    )
}

/// A record that did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It was there before and is neither moved nor kept.
    Gone(Item),
    /// It is moved or kept and was not there before, or is there twice.
    FromNowhere(Item),
    /// It is kept although it is open, the giver's, and nobody gave a reason.
    LeftBehind(Item),
}

impl Lost {
    /// What is wrong and what to do.
    pub fn words(&self) -> Words {
        let of = |item: &Item| (item.kind.words(), item.id);
        match self {
            Self::Gone(item) => {
                let (Words { en, zh }, id) = of(item);
                Words::new(
                    format!("The {en} {id} is neither moved nor kept: decide on it."),
                    format!("{zh} {id} 既未移轉也未保留：請決定。"),
                )
            }
            Self::FromNowhere(item) => {
                let (Words { en, zh }, id) = of(item);
                Words::new(
                    format!("The {en} {id} was not there before or is there twice: look at the unit again."),
                    format!("{zh} {id} 原本不存在或重複：請重新查看此業務單位。"),
                )
            }
            Self::LeftBehind(item) => {
                let (Words { en, zh }, id) = of(item);
                Words::new(
                    format!(
                        "The open {en} {id} would stay with the giver without a reason: move it, or write why."
                    ),
                    format!("未完成的{zh} {id} 將無故留給移交人：請移轉或說明理由。"),
                )
            }
        }
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl std::error::Error for Lost {}

/// Checks that what was there before equals what moved and what was kept with reason. It shares no decision with [`decide`], so that every
/// path can be checked: page, API, command line, import, mass run, undo.
///
/// # Errors
/// The first record that was lost.
pub fn conserved(before: &Inventory, moves: &Moves, giver: SellerId) -> Result<(), Lost> {
    let after = || moves.moved.iter().map(|moved| &moved.item).chain(moves.kept.iter().map(|(item, _)| item));
    let was: BTreeSet<&Item> = before.items().iter().collect();
    let mut seen = BTreeSet::new();
    for item in after() {
        if !was.contains(item) || !seen.insert(item) {
            return Err(Lost::FromNowhere(item.clone()));
        }
    }
    if let Some(gone) = was.difference(&seen).next() {
        return Err(Lost::Gone((*gone).clone()));
    }
    let left = |(item, why): &&(Item, Kept)| {
        let binds = matches!(item.kind.fare(), Fare::Moves | Fare::MustBeDecided) && item.open;
        let decided = matches!(why, Kept::Decided { reason, .. } if !reason.trim().is_empty());
        binds && item.owner.is_none_or(|owner| owner == giver) && !decided
    };
    moves.kept.iter().find(left).map_or(Ok(()), |(item, _)| Err(Lost::LeftBehind(item.clone())))
}

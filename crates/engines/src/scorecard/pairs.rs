//! How hunters and account managers work together: whether a hunter's handoffs go to the paired account manager, whether both met the
//! customer, and how the receivers rate the briefs.
use super::told::told;
use crate::effects::words::Told;
use serde::Serialize;
use std::collections::BTreeMap;

/// One completed handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// Who gave.
    pub hunter: i64,
    /// Who received.
    pub account_manager: i64,
    /// The account manager of the hunter's pod on that day.
    pub paired: Option<i64>,
    /// Meetings of the customer with both.
    pub joint_meetings: u32,
    /// The receiver's rating of the brief, 1 to 5.
    pub brief_rating: Option<u8>,
}

/// One hunter with one account manager.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Who gives.
    pub hunter: i64,
    /// Whom the hunter is paired with; absent: with nobody.
    pub account_manager: Option<i64>,
    /// Handoffs of the hunter while so paired.
    pub handoffs: usize,
    /// The share of them that went to the paired account manager.
    pub to_paired: Option<f64>,
    /// The share of them with a joint meeting.
    pub met: Option<f64>,
    /// The mean rating of briefs.
    pub brief_rating: Option<f64>,
    /// Ratings given.
    pub ratings: usize,
    /// What needs a word.
    pub concerns: Vec<Told>,
}

/// All pairs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pairs {
    /// Handoffs that were looked at.
    pub handoffs: usize,
    /// The share that went to the paired account manager.
    pub to_paired: Option<f64>,
    /// The share with a joint meeting.
    pub met: Option<f64>,
    /// The mean rating of briefs.
    pub brief_rating: Option<f64>,
    /// By hunter and account manager.
    pub pairs: Vec<Pair>,
}

/// A hunter's handoffs should go to the paired account manager, and both should meet the customer, this often.
const SHARE_WANTED: f64 = 0.8;
/// A brief should be rated like this.
const RATING_WANTED: f64 = 3.0;
const RATINGS_MIN: usize = 3;
/// Fewer than wanted must be beyond chance before anybody is spoken to.
const CHANCE_MAX: f64 = 0.05;

/// Looks at completed handoffs.
pub fn pairs(handoffs: &[Handoff]) -> Pairs {
    let mut by_pair: BTreeMap<(i64, Option<i64>), Vec<&Handoff>> = BTreeMap::new();
    for handoff in handoffs {
        by_pair.entry((handoff.hunter, handoff.paired)).or_default().push(handoff);
    }
    let all: Vec<&Handoff> = handoffs.iter().collect();
    let paired: Vec<&Handoff> = handoffs.iter().filter(|handoff| handoff.paired.is_some()).collect();
    Pairs {
        handoffs: handoffs.len(),
        to_paired: share(&paired, goes_to_paired),
        met: share(&all, met),
        brief_rating: rating(&all),
        pairs: by_pair.into_iter().map(|((hunter, paired), own)| pair(hunter, paired, &own)).collect(),
    }
}

fn goes_to_paired(handoff: &Handoff) -> bool {
    handoff.paired == Some(handoff.account_manager)
}

fn met(handoff: &Handoff) -> bool {
    handoff.joint_meetings > 0
}

fn share(handoffs: &[&Handoff], is: fn(&Handoff) -> bool) -> Option<f64> {
    let count = handoffs.len();
    (count > 0).then(|| handoffs.iter().filter(|handoff| is(handoff)).count() as f64 / count as f64)
}

fn rating(handoffs: &[&Handoff]) -> Option<f64> {
    let ratings: Vec<f64> =
        handoffs.iter().filter_map(|handoff| handoff.brief_rating.map(f64::from)).collect();
    (!ratings.is_empty()).then(|| ratings.iter().sum::<f64>() / ratings.len() as f64)
}

fn pair(hunter: i64, paired: Option<i64>, own: &[&Handoff]) -> Pair {
    let to_paired = paired.and_then(|_| share(own, goes_to_paired));
    let ratings = own.iter().filter(|handoff| handoff.brief_rating.is_some()).count();
    let (met, brief_rating) = (share(own, met), rating(own));
    let mut concerns = Vec::new();
    let count = ("handoffs", own.len() as f64);
    if paired.is_none() {
        concerns.push(told("pair.none", &[count], &[]));
    }
    if let Some(share) = to_paired.filter(|share| is_below(*share, own.len())) {
        concerns.push(told("pair.elsewhere", &[count, ("share", share)], &[]));
    }
    if let Some(share) = met.filter(|share| is_below(*share, own.len())) {
        concerns.push(told("pair.not_met", &[count, ("share", share)], &[]));
    }
    if let Some(rating) = brief_rating.filter(|rating| ratings >= RATINGS_MIN && *rating < RATING_WANTED) {
        concerns.push(told("pair.briefs", &[("ratings", ratings as f64), ("rating", rating)], &[]));
    }
    Pair {
        hunter,
        account_manager: paired,
        handoffs: own.len(),
        to_paired,
        met,
        brief_rating,
        ratings,
        concerns,
    }
}

/// Whether so few of so many are fewer than wanted, beyond chance: the exact binomial chance of them, or fewer, is below one in twenty.
pub fn is_below(share: f64, count: usize) -> bool {
    let few = (share * count as f64).round() as usize;
    // In logarithms, because powers of many handoffs underflow.
    let mut log = count as f64 * (1.0 - SHARE_WANTED).ln();
    let mut chance = 0.0;
    for number in 0..=few {
        chance += log.exp();
        let ways = (count - number.min(count)) as f64 / (number + 1) as f64;
        log += (ways * SHARE_WANTED / (1.0 - SHARE_WANTED)).ln();
    }
    chance <= CHANCE_MAX
}

//! Who should receive a unit: the paired one first, else by how alike the seller's customers are and how much room there is. What somebody
//! sold is not asked, so that nobody is chosen for being a best seller. Every place in the list says why.
mod eligible;
mod likeness;

use crate::ids::SellerId;
use crate::languages::Words;
use crate::sellers::SellerRole;
use crate::words::words;
use chrono::NaiveDate;
pub use eligible::Ineligible;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is known of a unit that is looked for a receiver.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// The customer's segment.
    pub segment: Option<String>,
    /// The customer's region.
    pub region: Option<String>,
    /// The customer's industry.
    pub industry: Option<String>,
    /// What the unit subscribes to.
    pub products: Vec<String>,
    /// Annual recurring revenue, in minor units of the company's currency.
    pub arr_minor: Option<i64>,
    /// What it adds to a load, in whatever the company counts load.
    pub load: i64,
}

/// The book of a candidate, counted once for any number of units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Units in it.
    pub units: u32,
    /// Of these by segment.
    pub segments: BTreeMap<String, u32>,
    /// Of these by region.
    pub regions: BTreeMap<String, u32>,
    /// Of these by industry.
    pub industries: BTreeMap<String, u32>,
    /// Of these by product they subscribe to.
    pub products: BTreeMap<String, u32>,
    /// The middle one of their annual recurring revenues, in minor units.
    pub median_arr_minor: Option<i64>,
}

/// Somebody who could receive units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub seller: SellerId,
    /// The seller's role.
    pub role: SellerRole,
    /// Since when the seller is in the role.
    pub since: NaiveDate,
    /// Last day with the company, where it is known.
    pub leaves: Option<NaiveDate>,
    /// Away on these days, first and last.
    pub away: Option<(NaiveDate, NaiveDate)>,
    /// Whether the seller has the competencies of the role; none where nobody assessed it.
    pub ready: Option<bool>,
    /// The hunters that the seller is paired with.
    pub paired_with: Vec<SellerId>,
    /// What the seller has now.
    pub book: Book,
    /// How much the seller carries.
    pub load: i64,
    /// How much one can carry.
    pub limit: i64,
}

/// How much each thing counts; what is given is compared with its sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Same segment.
    pub segment: u32,
    /// Same region.
    pub region: u32,
    /// Same industry.
    pub industry: u32,
    /// Same products.
    pub products: u32,
    /// Of like size.
    pub size: u32,
    /// Room in the book.
    pub room: u32,
}

impl Weights {
    /// Similarity counts three parts of four, most of it industry and segment: published work finds that experience with like customers keeps
    /// more of the revenue than a star does (Journal of Marketing 2017).
    pub const USUAL: Self = Self { segment: 20, region: 15, industry: 20, products: 10, size: 10, room: 25 };
}

words! {
    /// What speaks for a candidate.
    Aspect {
        /// Units of the same segment.
        Segment = "segment",
        /// Units of the same region.
        Region = "region",
        /// Units of the same industry.
        Industry = "industry",
        /// Units with the same products.
        Products = "products",
        /// Units of like size.
        Size = "size",
        /// Room in the book.
        Room = "room",
    }
}

/// One part of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What is looked at.
    pub aspect: Aspect,
    /// How far it speaks for the candidate, 0 to 10,000; none where it is not known of the unit, and then it does not count.
    pub likeness_bp: Option<u32>,
    /// What it counts.
    pub weight: u32,
    /// What was seen.
    pub said: Words,
}

/// Why a candidate stands before those with fewer points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Paired with the giver.
    Paired,
    /// In the role for a while.
    Settled,
    /// New in the role.
    New,
}

/// A candidate's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ranked {
    /// Who.
    pub seller: SellerId,
    /// Comes before points.
    pub tier: Tier,
    /// 0 to 10,000, over what is known.
    pub points_bp: u32,
    /// What the points are made of.
    pub parts: Vec<Part>,
    /// Load with the unit, and what one can carry.
    pub load_after: (i64, i64),
}

/// The candidates in their order, and those who cannot receive it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ranking {
    /// The best first.
    pub ranked: Vec<Ranked>,
    /// The others, with every reason, by seller.
    pub ineligible: Vec<(SellerId, Vec<Ineligible>)>,
}

/// What is asked of everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The day of the transfer.
    pub day: NaiveDate,
    /// Who gives.
    pub giver: SellerId,
    /// The role that receives.
    pub role: SellerRole,
    /// Days in the role below which somebody is new in it.
    pub new_days: u32,
    /// How much each thing counts.
    pub weights: Weights,
}

/// Days in the role below which somebody is new in it, where a company says nothing else.
pub const NEW_DAYS: u32 = 90;

/// Ranks everybody who could receive the unit.
pub fn rank(unit: &Unit, candidates: &[Candidate], terms: &Terms) -> Ranking {
    let mut ranking = Ranking::default();
    for candidate in candidates {
        let reasons = eligible::reasons(unit, candidate, terms);
        if reasons.is_empty() {
            ranking.ranked.push(ranked(unit, candidate, terms));
        } else {
            ranking.ineligible.push((candidate.seller, reasons));
        }
    }
    // The seller's number decides at last, so that the same input has the same order.
    ranking.ranked.sort_by_key(|one| (one.tier, std::cmp::Reverse(one.points_bp), one.seller));
    ranking.ineligible.sort_by_key(|(seller, _)| *seller);
    ranking
}

/// The best candidate alone, without words: for many units at once. The same as the first of [`rank`].
pub fn best<'c>(
    unit: &Unit,
    candidates: impl IntoIterator<Item = &'c Candidate>,
    terms: &Terms,
) -> Option<&'c Candidate> {
    let can = |candidate: &&Candidate| !eligible::is_barred(unit, candidate, terms);
    candidates.into_iter().filter(can).min_by_key(|candidate| {
        let points = likeness::points(unit, candidate, &terms.weights);
        (tier(candidate, terms), std::cmp::Reverse(points), candidate.seller)
    })
}

/// Why a candidate stands where it does, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Comes before points.
    pub tier: Tier,
    /// 0 to 10,000, over what is known.
    pub points_bp: u32,
}

/// The place of a candidate, without words: as in [`rank`].
pub fn place(unit: &Unit, candidate: &Candidate, terms: &Terms) -> Place {
    Place { tier: tier(candidate, terms), points_bp: likeness::points(unit, candidate, &terms.weights) }
}

fn ranked(unit: &Unit, candidate: &Candidate, terms: &Terms) -> Ranked {
    Ranked {
        seller: candidate.seller,
        tier: tier(candidate, terms),
        points_bp: likeness::points(unit, candidate, &terms.weights),
        parts: likeness::parts(unit, candidate, &terms.weights),
        load_after: (candidate.load.saturating_add(unit.load), candidate.limit),
    }
}

fn tier(candidate: &Candidate, terms: &Terms) -> Tier {
    let days = terms.day.signed_duration_since(candidate.since).num_days();
    match candidate.paired_with.contains(&terms.giver) {
        true => Tier::Paired,
        false if days >= i64::from(terms.new_days) => Tier::Settled,
        false => Tier::New,
    }
}

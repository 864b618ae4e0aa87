//! What a calibration reads: facts of customers, deals, hours and people, already sorted by segment.
use super::super::opening::Opening;

/// A company's record. Money in its own currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// What a dollar is worth in the company's currency; 1 where that is not known.
    pub dollar: f64,
    /// People who sell today, by role: generalists, hunters, account managers, inside account managers.
    pub team: [usize; 4],
    /// Accounts in the record, by segment, customers among them.
    pub accounts: [usize; 3],
    /// Who buys today.
    pub book: Opening,
    /// Every whole year of a customer between two anniversaries of the first sale.
    pub years: Vec<CustomerYear>,
    /// New business that was decided.
    pub deals: Vec<Deal>,
    /// Sellers month by month, as far as hours are recorded.
    pub months: Vec<SellerMonth>,
    /// How long each seller has been there.
    pub stays: Vec<Stay>,
    /// Contracted hours of a week, seller by seller, where they are known.
    pub weekly_hours: Vec<f64>,
    /// How the segments came about.
    pub segments: Segments,
}

/// Where the three segments come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Segments {
    /// The record's own words.
    Recorded,
    /// By ARR or potential: the record has no such words.
    #[default]
    BySize,
}

/// A year of a customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CustomerYear {
    /// 0 small, 1 mid, 2 enterprise.
    pub segment: usize,
    /// Whether it ended within the record's last twelve months.
    pub last: bool,
    /// Whether the customer left at its end or before.
    pub lost: bool,
    /// Whether a unit changed hands in it.
    pub new_owner: bool,
    /// The lost share of the ARR of a customer who stayed, where some was lost.
    pub contracted: Option<f64>,
}

/// A decided opportunity for new business.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deal {
    /// Of its customer.
    pub segment: usize,
    /// Whether it was decided within the last twelve months.
    pub last: bool,
    /// Whether it was won.
    pub won: bool,
    /// Weeks from its making to the decision.
    pub weeks: Option<f64>,
    /// The amount as a share of the unit's potential.
    pub share: Option<f64>,
}

/// A seller's month with recorded hours. All hours of that month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SellerMonth {
    /// Who, by any number.
    pub seller: i64,
    /// Whether it lies within the last twelve months.
    pub last: bool,
    /// Opportunities for new business that were made.
    pub opportunities: u32,
    /// Units owned.
    pub units: f64,
    /// Hours of new business.
    pub hunting: f64,
    /// Hours of urgent work.
    pub urgent: f64,
    /// Hours of service and renewals that were not urgent: routine and easy work, which records do not tell apart.
    pub calm: f64,
    /// Hours of expansion.
    pub expansion: f64,
    /// Hours of internal work.
    pub internal: f64,
    /// Hours of travel.
    pub travel: f64,
    /// All recorded hours.
    pub recorded: f64,
    /// Contracted hours.
    pub contracted: f64,
}

/// A seller's time with the company.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    /// Years before the last twelve months.
    pub years_before: f64,
    /// Years within the last twelve months.
    pub years_last: f64,
    /// Whether the seller left, and if so whether within the last twelve months.
    pub left: Option<bool>,
}

impl Record {
    /// The record as it was a year ago, as far as a calibration reads what happened.
    pub(super) fn before_last_year(&self) -> Self {
        let stay = |stay: &Stay| Stay {
            years_last: 0.0,
            left: stay.left.filter(|in_last_year| !in_last_year),
            ..*stay
        };
        Self {
            years: self.years.iter().filter(|year| !year.last).copied().collect(),
            deals: self.deals.iter().filter(|deal| !deal.last).copied().collect(),
            months: self.months.iter().filter(|month| !month.last).copied().collect(),
            stays: self.stays.iter().map(stay).collect(),
            ..self.clone()
        }
    }
}

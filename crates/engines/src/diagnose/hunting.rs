//! The share of selling time that goes into new business, held against a published reference.
//! Carter, Henderson, Arroniz and Palmatier report 54 % of the time on acquisition where 45 % would have been best, over 227 sellers of
//! one study: one industry mix, judged by supervisors. It is a place to start, not a law, so the band around it is wide.
use super::finding::{Measure, Raw, TooLittle};
use super::panel::{Panel, SellerMonth};
use super::series::COVERAGE_MIN;
use super::student;
use tandem_core::activities::ActivityCategory;

/// Where the published optimum lies.
pub const REFERENCE: f64 = 0.45;
/// As far from it is still about right.
pub const TOLERANCE: f64 = 0.10;
const MONTHS: usize = 12;
const SELLERS_MIN: usize = 3;

/// New business and all selling hours of the last year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hunting {
    /// Hours for new business.
    pub hunting: f64,
    /// All hours with customers.
    pub selling: f64,
    /// All recorded hours.
    pub recorded: f64,
    /// Contracted hours.
    pub available: f64,
}

impl Hunting {
    /// Of one seller's latest year.
    pub fn of(months: &[SellerMonth]) -> Self {
        let mut sum = Self::default();
        for month in &months[months.len().saturating_sub(MONTHS)..] {
            sum.available += month.hours_available.unwrap_or(0.0);
            if let Some(hours) = &month.hours {
                sum.hunting += hours.of(ActivityCategory::NewBusiness);
                sum.selling += hours.selling();
                sum.recorded += hours.total();
            }
        }
        sum
    }

    /// Whether enough is recorded to speak of shares.
    pub fn is_covered(&self) -> bool {
        self.selling > 0.0 && self.recorded >= COVERAGE_MIN * self.available
    }
}

/// Whether the share is out of line; the detail says in which direction.
pub fn hunting_share(panel: &Panel) -> Result<Raw, TooLittle> {
    let all: Vec<Hunting> = panel.sellers.iter().map(|seller| Hunting::of(&seller.months)).collect();
    let covered: Vec<Hunting> = all.iter().copied().filter(Hunting::is_covered).collect();
    let available: f64 = all.iter().map(|hunting| hunting.available).sum();
    let recorded: f64 = all.iter().map(|hunting| hunting.recorded).sum();
    let coverage = if available > 0.0 { recorded / available } else { 0.0 };
    let months = panel.months().min(MONTHS);
    let numbers = vec![("coverage", coverage), ("reference", REFERENCE), ("tolerance", TOLERANCE)];
    let too_little = |missing, numbers| {
        Err(TooLittle { measure: Measure::HuntingShare, sellers: covered.len(), months, missing, numbers })
    };
    if coverage < COVERAGE_MIN {
        return too_little("coverage_low", numbers);
    }
    if covered.len() < SELLERS_MIN {
        return too_little("sellers", numbers);
    }
    let (share, error) = ratio(&covered);
    let free = (covered.len() - 1) as f64;
    let reach = student::quantile(0.975, free) * error;
    let (below, above) = (REFERENCE - TOLERANCE, REFERENCE + TOLERANCE);
    let outside = (share - above).max(below - share);
    Ok(Raw {
        measure: Measure::HuntingShare,
        estimate: share,
        low: (share - reach).max(0.0),
        high: (share + reach).min(1.0),
        // Two directions are asked about.
        p_value: (2.0 * student::above(outside / error.max(1e-9), free)).min(1.0),
        excluded: share - reach >= below && share + reach <= above,
        sellers: covered.len(),
        months,
        detail: if share > REFERENCE { ".too_much" } else { ".too_little" },
        numbers,
    })
}

/// A ratio of sums over sellers with its standard error, sellers being the independent pieces.
fn ratio(sellers: &[Hunting]) -> (f64, f64) {
    let selling: f64 = sellers.iter().map(|seller| seller.selling).sum();
    let share = sellers.iter().map(|seller| seller.hunting).sum::<f64>() / selling;
    let count = sellers.len() as f64;
    let square: f64 = sellers.iter().map(|seller| (seller.hunting - share * seller.selling).powi(2)).sum();
    (share, (square * count / (count - 1.0)).sqrt() / selling)
}

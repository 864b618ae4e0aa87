//! What the diagnosis stands on, told before any verdict, and what is missing with how to get it.
use super::finding::{Reason, rounded};
use super::panel::{Panel, SellerMonth};
use super::series::{COVERAGE_MIN, Covered};
use serde::Serialize;

/// What there is to look at.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = DiagnosisCoverage)]
pub struct Coverage {
    /// Sellers in the panel.
    pub sellers: usize,
    /// Months in the panel.
    pub months: usize,
    /// Months of sellers who were there.
    pub seller_months: usize,
    /// The share of these whose customers held are known.
    pub held_known: f64,
    /// Customers won.
    pub won: u64,
    /// Recorded as a share of the available hours, in months with any record.
    pub hours_share: f64,
    /// Sellers with recorded hours.
    pub sellers_with_hours: usize,
    /// Months with recorded hours.
    pub months_with_hours: usize,
    /// Months with recurring revenue.
    pub months_with_arr: usize,
    /// What that means.
    pub because: Reason,
    /// What is not measured, and how to measure it.
    pub missing: Vec<Reason>,
}

const MONTHS_WANTED: usize = 24;

impl Coverage {
    /// Of a panel.
    pub fn of(panel: &Panel) -> Self {
        let there: Vec<&SellerMonth> = panel
            .sellers
            .iter()
            .flat_map(|seller| &seller.months)
            .filter(|month| month.present > 0.0)
            .collect();
        let held = there.iter().filter(|month| month.held.is_some()).count();
        let hours = Covered::of(panel);
        let won = there.iter().filter_map(|month| month.won).map(u64::from).sum();
        let numbers = [
            ("sellers", panel.sellers.len() as f64),
            ("months", panel.months() as f64),
            ("won", won as f64),
            ("hours_share", hours.share),
            ("sellers_with_hours", hours.sellers as f64),
        ];
        let arr_months =
            panel.team.iter().filter(|month| month.arr.as_ref().is_some_and(|arr| arr.start > 0.0)).count();
        let lacking = [
            (panel.months() < MONTHS_WANTED, "missing.months"),
            (won < 40, "missing.won"),
            (2 * held < there.len(), "missing.held"),
            (hours.share < COVERAGE_MIN, "missing.hours"),
            (arr_months < MONTHS_WANTED.min(panel.months()), "missing.arr"),
        ];
        Self {
            sellers: panel.sellers.len(),
            months: panel.months(),
            seller_months: there.len(),
            held_known: rounded(held as f64 / there.len().max(1) as f64),
            won,
            hours_share: rounded(hours.share),
            sellers_with_hours: hours.sellers,
            months_with_hours: hours.months,
            months_with_arr: arr_months,
            because: Reason::new(
                if hours.share > 0.0 { "coverage.with_hours" } else { "coverage.without_hours" },
                &numbers,
            ),
            missing: lacking
                .into_iter()
                .filter(|(is, _)| *is)
                .map(|(_, code)| Reason::new(code, &numbers))
                .collect(),
        }
    }
}

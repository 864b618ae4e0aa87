//! Whether the sellers are stretched: does customer work crowd out new business, and how sure is that? One seed, one answer.
pub mod additive;
pub mod coverage;
pub mod crowd_out;
pub mod finding;
pub mod hunting;
pub mod load_test;
pub mod overstretch;
pub mod panel;
pub mod random;
pub mod replay;
pub mod sellers;
pub mod series;
pub mod slowdown;
pub mod streaks;
pub mod student;
pub mod trend;
pub mod verdict;
pub mod words;

pub use coverage::Coverage;
pub use finding::{Answer, Finding, Measure, Reason};
pub use panel::Panel;
pub use verdict::{Verdict, Word};

use serde::Serialize;
use tandem_core::subscriptions::Month;
use tandem_core::time::TimeClass;

/// The whole diagnosis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnosis {
    /// The first month looked at.
    pub from: Month,
    /// The last month looked at.
    pub to: Month,
    /// What the rest stands on.
    pub coverage: Coverage,
    /// One per measure, in a fixed order.
    pub findings: Vec<Finding>,
    /// The word over them.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// Since when new business is slower.
    pub slowdown: Option<slowdown::Slowdown>,
    /// Shares of the hours with customers, by month.
    pub drift: Vec<DriftPoint>,
    /// Seller by seller.
    pub sellers: Vec<sellers::SellerView>,
}

/// Shares of the hours with customers in a month, as if every month had the same sellers.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct DriftPoint {
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// Easy work.
    pub easy: Option<f64>,
    /// Urgent work.
    pub urgent: Option<f64>,
    /// New business and undeveloped potential.
    pub hard: Option<f64>,
}

/// Diagnoses a panel. The same panel and seed give the same answer.
pub fn diagnose(panel: &Panel, seed: u64) -> Diagnosis {
    let coverage = Coverage::of(panel);
    let crowd_out = crowd_out::crowd_out(panel, seed);
    let findings = finding::findings(vec![
        crowd_out.team,
        series::acquisition_trend(panel, seed.wrapping_add(1)),
        series::growth_trend(panel, seed.wrapping_add(2)),
        series::drift(panel, Measure::DriftToEasy, TimeClass::Easy, seed.wrapping_add(3)),
        series::drift(panel, Measure::DriftToUrgent, TimeClass::Urgent, seed.wrapping_add(4)),
        hunting::hunting_share(panel),
    ]);
    Diagnosis {
        from: panel.from,
        to: panel.month(panel.months().saturating_sub(1)),
        verdict: verdict::verdict(&findings, &coverage, series::left_for_yield(panel, seed.wrapping_add(7))),
        coverage,
        findings,
        slowdown: slowdown::slowdown(panel, seed.wrapping_add(5)),
        drift: drift(panel),
        sellers: sellers::sellers(panel, &crowd_out.sellers, seed.wrapping_add(6)),
    }
}

fn drift(panel: &Panel) -> Vec<DriftPoint> {
    let shares = |class| series::class_shares(panel, class);
    let (easy, urgent, hard) = (shares(TimeClass::Easy), shares(TimeClass::Urgent), shares(TimeClass::Hard));
    let point = |at: usize| DriftPoint {
        month: panel.month(at),
        easy: easy[at].map(finding::rounded),
        urgent: urgent[at].map(finding::rounded),
        hard: hard[at].map(finding::rounded),
    };
    (0..panel.months()).map(point).collect()
}

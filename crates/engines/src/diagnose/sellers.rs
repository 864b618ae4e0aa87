//! Seller by seller, in short. One person's months say little, so answers are corrected over all sellers and mostly cannot tell.
use super::finding::{Answer, LEVEL, Measure, holm_even, rounded, two_sided};
use super::hunting::{Hunting, REFERENCE, TOLERANCE};
use super::load_test::SellerLean;
use super::overstretch::{Overstretch, overstretch};
use super::panel::{Panel, SellerSeries};
use super::trend::{REPLICAS_SELLER, trend};
use serde::Serialize;
use tandem_core::subscriptions::Month;

/// One seller.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SellerView {
    /// Who.
    pub id: i64,
    /// Measures in short.
    pub findings: Vec<Short>,
    /// Demanded against available hours; absent where too little is recorded.
    pub overstretch: Option<Overstretch>,
    /// For the small picture.
    pub months: Vec<SellerPoint>,
}

/// A measure in short.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = SellerFinding)]
pub struct Short {
    /// Which measure.
    pub measure: Measure,
    /// Whether it is so.
    pub answer: Answer,
    /// Crowding out: how wins lean on load, in standard errors; trend: share of the usual number a year; hunting: share of selling time.
    pub estimate: Option<f64>,
    /// Corrected over all sellers.
    pub p_adjusted: Option<f64>,
}

/// One month of a seller.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct SellerPoint {
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// Customers held at its start.
    pub held: Option<u32>,
    /// Customers won.
    pub won: Option<u32>,
    /// Recorded hours with customers that buy already.
    pub customer_hours: Option<f64>,
    /// Recorded hours for new business.
    pub hunting_hours: Option<f64>,
}

/// All sellers in short.
pub fn sellers(panel: &Panel, leans: &[(i64, SellerLean)], seed: u64) -> Vec<SellerView> {
    let lean = |seller: &SellerSeries| {
        leans.iter().find(|(id, _)| *id == seller.id).map(|(_, lean)| (lean.lean, two_sided(lean.p_value)))
    };
    let crowd_out = corrected(panel.sellers.iter().map(lean).collect());
    let fall =
        |(at, seller): (usize, &SellerSeries)| falling(panel.from, seller, seed.wrapping_add(at as u64));
    let acquisition = corrected(panel.sellers.iter().enumerate().map(fall).collect());
    let view = |(at, seller): (usize, &SellerSeries)| SellerView {
        id: seller.id,
        findings: vec![
            short(Measure::CrowdOut, crowd_out[at]),
            short(Measure::AcquisitionTrend, acquisition[at]),
            hunting(seller),
        ],
        overstretch: overstretch(&seller.months),
        months: seller.months.iter().enumerate().map(|(at, _)| point(panel, seller, at)).collect(),
    };
    panel.sellers.iter().enumerate().map(view).collect()
}

type Tested = Option<(f64, f64)>;

fn corrected(tested: Vec<Tested>) -> Vec<Tested> {
    let p_values: Vec<f64> = tested.iter().flatten().map(|(_, p_value)| *p_value).collect();
    let mut adjusted = holm_even(&p_values).into_iter();
    tested
        .into_iter()
        .map(|one| one.map(|(estimate, _)| (estimate, adjusted.next().unwrap_or(1.0))))
        .collect()
}

fn falling(from: Month, seller: &SellerSeries, seed: u64) -> Tested {
    let rates: Vec<Option<f64>> = seller
        .months
        .iter()
        .map(|month| month.won.filter(|_| month.present > 0.0).map(|won| f64::from(won) / month.present))
        .collect();
    let known: Vec<f64> = rates.iter().flatten().copied().collect();
    let usual = known.iter().sum::<f64>() / known.len().max(1) as f64;
    let found = trend(from, &rates, REPLICAS_SELLER, seed).filter(|_| usual > 0.0)?;
    Some((found.slope / usual, two_sided(found.p_falling)))
}

fn short(measure: Measure, tested: Tested) -> Short {
    let answer = match tested {
        None => Answer::NotEnoughData,
        Some((_, p_adjusted)) if p_adjusted <= LEVEL => Answer::Yes,
        Some(_) => Answer::NotDistinguishable,
    };
    Short {
        measure,
        answer,
        estimate: tested.map(|(estimate, _)| rounded(estimate)),
        p_adjusted: tested.map(|(_, p_adjusted)| rounded(p_adjusted)),
    }
}

/// A person's share is a description; only whether it lies in the wide band is answered.
fn hunting(seller: &SellerSeries) -> Short {
    let hunting = Some(Hunting::of(&seller.months)).filter(Hunting::is_covered);
    let share = hunting.map(|hunting| hunting.hunting / hunting.selling);
    let answer = match share {
        None => Answer::NotEnoughData,
        Some(share) if (share - REFERENCE).abs() > TOLERANCE => Answer::Yes,
        Some(_) => Answer::No,
    };
    Short { measure: Measure::HuntingShare, answer, estimate: share.map(rounded), p_adjusted: None }
}

fn point(panel: &Panel, seller: &SellerSeries, at: usize) -> SellerPoint {
    use tandem_core::activities::ActivityCategory::NewBusiness;
    let month = &seller.months[at];
    SellerPoint {
        month: panel.month(at),
        held: month.held,
        won: month.won,
        customer_hours: month.hours.as_ref().map(|hours| rounded(hours.customer_work())),
        hunting_hours: month.hours.as_ref().map(|hours| rounded(hours.of(NewBusiness))),
    }
}

//! The record without its last year, asked for that year, beside what came: whether the intervals hold what they promise.
use super::super::parameters::Scenario;
use super::churn;
use super::record::Record;
use super::shares;
use serde::{Deserialize, Serialize};

/// A count of the last year as it would have been predicted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PredictedCount)]
pub struct Predicted {
    /// lost, won or left.
    pub measure: String,
    /// 0 small, 1 mid, 2 enterprise; absent for the whole company.
    pub segment: Option<usize>,
    /// Cases of the last year: years of customers, decided deals, years of sellers.
    pub cases: f64,
    /// The lower end of the 80 % interval.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// What came.
    pub came: usize,
    /// Whether that lies within.
    pub held: bool,
}

/// Standard deviations of an 80 % interval.
const REACH: f64 = 1.282;

/// Predicts the last year's losses and wins by segment, and the people who left.
pub fn backtest(record: &Record) -> Vec<Predicted> {
    let prior = Scenario::default();
    let before = record.before_last_year();
    if before.years.is_empty() && before.deals.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for segment in 0..3 {
        all.extend(lost(record, &before, &prior, segment));
        all.extend(won(record, &before, &prior, segment));
    }
    all.extend(left(record, &before, &prior));
    all
}

fn lost(record: &Record, before: &Record, prior: &Scenario, segment: usize) -> Option<Predicted> {
    let fitted = churn::fit(&before.years, prior);
    let own: Vec<_> = record.years.iter().filter(|year| year.last && year.segment == segment).collect();
    let came = own.iter().filter(|year| year.lost).count();
    let chances = own.iter().map(|year| {
        let odds = fitted.at[segment] + if year.new_owner { fitted.at[3] } else { 0.0 };
        1.0 / (1.0 + (-odds).exp())
    });
    let (mut mean, mut variance, mut slope) = (0.0, 0.0, 0.0);
    for chance in chances {
        mean += chance;
        variance += chance * (1.0 - chance);
        slope += chance * (1.0 - chance);
    }
    variance += (slope * fitted.sd[segment]).powi(2);
    (!own.is_empty()).then(|| predicted("lost", Some(segment), own.len() as f64, (mean, variance), came))
}

fn won(record: &Record, before: &Record, prior: &Scenario, segment: usize) -> Option<Predicted> {
    let earlier = || before.deals.iter().filter(move |deal| deal.segment == segment);
    let hits = earlier().filter(|deal| deal.won).count();
    let share = shares::share(hits, earlier().count(), prior.win_rate[segment]);
    let own: Vec<_> = record.deals.iter().filter(|deal| deal.last && deal.segment == segment).collect();
    let (cases, came) = (own.len() as f64, own.iter().filter(|deal| deal.won).count());
    let spread = share.value * (1.0 - share.value);
    let variance = cases * spread + cases * cases * spread / (share.cases + 1.0);
    (!own.is_empty()).then(|| predicted("won", Some(segment), cases, (cases * share.value, variance), came))
}

fn left(record: &Record, before: &Record, prior: &Scenario) -> Option<Predicted> {
    let years: f64 = before.stays.iter().map(|stay| stay.years_before).sum();
    let cases: f64 = record.stays.iter().map(|stay| stay.years_last).sum();
    let gone = before.stays.iter().filter(|stay| stay.left.is_some()).count() as f64;
    let rate = (shares::PRIOR_YEARS * prior.turnover + gone) / (shares::PRIOR_YEARS + years);
    let came = record.stays.iter().filter(|stay| stay.left == Some(true)).count();
    let variance = cases * rate + cases * cases * rate / (shares::PRIOR_YEARS + years);
    (cases > 0.0 && years > 0.0).then(|| predicted("left", None, cases, (cases * rate, variance), came))
}

fn predicted(
    measure: &str,
    segment: Option<usize>,
    cases: f64,
    (mean, variance): (f64, f64),
    came: usize,
) -> Predicted {
    let reach = REACH * variance.sqrt();
    // Counts are whole: an interval from 2.4 on holds 3, and one from 1.6 on holds 2.
    let (low, high) = ((mean - reach).max(0.0).floor(), (mean + reach).ceil());
    let held = (low..=high).contains(&(came as f64));
    Predicted {
        measure: measure.to_owned(),
        segment,
        cases: (cases * 10.0).round() / 10.0,
        low,
        high,
        came,
        held,
    }
}

//! Whether a person's customers ask for more hours than there are, and when they will.
use super::panel::SellerMonth;
use serde::Serialize;
use tandem_core::activities::ActivityCategory;

/// Demanded by available hours above which to worry.
pub const WARN: f64 = 0.9;
/// Demanded by available hours above which something is left undone.
pub const RED: f64 = 1.0;
/// Hours of a month are scaled up to what was not recorded; below this share that would be guessing.
const COVERAGE_MIN: f64 = 0.5;
const MONTHS_LOOKED_AT: usize = 24;
const MONTHS_OF_GROWTH: usize = 12;
const MONTHS_MIN: usize = 6;
const FORECAST_MONTHS_MAX: f64 = 24.0;
const SOON_MONTHS: f64 = 6.0;

/// How a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = LoadLevel)]
pub enum Level {
    /// Far from it.
    Fine,
    /// Within half a year.
    Soon,
    /// Above nine tenths.
    Warn,
    /// Above what there is.
    Red,
}

/// One person's load.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Overstretch {
    /// Hours that customers ask for, by hours there are for them.
    pub rho: f64,
    /// How that is.
    pub level: Level,
    /// Hours a month that a customer held asks for.
    pub hours_per_customer: f64,
    /// Customers held now.
    pub held: u32,
    /// Customers more each month.
    pub growth: f64,
    /// Months until nine tenths are reached at this pace; absent: not within two years.
    pub months_to_warn: Option<f64>,
    /// Months until all hours are asked for.
    pub months_to_red: Option<f64>,
}

/// From one seller's months; absent where too little of the time is recorded.
///
/// Customers held times the hours a customer usually asks for, against the hours that internal work and travel leave. The hours a customer
/// asks for are the median over two years: where all hours are full, a month's own figure only shows what could be given.
pub fn overstretch(months: &[SellerMonth]) -> Option<Overstretch> {
    let recent = &months[months.len().saturating_sub(MONTHS_LOOKED_AT)..];
    let mut per_customer: Vec<f64> = recent.iter().filter_map(asked_per_customer).collect();
    if per_customer.len() < MONTHS_MIN {
        return None;
    }
    per_customer.sort_by(f64::total_cmp);
    let hours_per_customer = super::load_test::quantile(&per_customer, 0.5);
    // Who has left asks for no forecast.
    let last = recent.last().filter(|month| month.present > 0.0)?;
    let held = last.held?;
    let left = last.hours_available? * (1.0 - overhead(recent));
    if left <= 0.0 || hours_per_customer <= 0.0 {
        return None;
    }
    let rho = f64::from(held) * hours_per_customer / left;
    let growth = growth(recent);
    let until = |level: f64| {
        let months = ((level - rho) * left / hours_per_customer / growth).max(0.0);
        (rho > level || growth > 0.0)
            .then_some(if rho > level { 0.0 } else { months })
            .filter(|m| *m <= FORECAST_MONTHS_MAX)
    };
    let (months_to_warn, months_to_red) = (until(WARN), until(RED));
    let level = match rho {
        rho if rho > RED => Level::Red,
        rho if rho > WARN => Level::Warn,
        _ if months_to_warn.is_some_and(|months| months <= SOON_MONTHS) => Level::Soon,
        _ => Level::Fine,
    };
    let rounded = super::finding::rounded;
    Some(Overstretch {
        rho: rounded(rho),
        level,
        hours_per_customer: rounded(hours_per_customer),
        held,
        growth: rounded(growth),
        months_to_warn: months_to_warn.map(rounded),
        months_to_red: months_to_red.map(rounded),
    })
}

fn asked_per_customer(month: &SellerMonth) -> Option<f64> {
    let (hours, held) = (month.hours.as_ref()?, f64::from(month.held?));
    let coverage = (hours.total() / month.hours_available.filter(|hours| *hours > 0.0)?).min(1.0);
    (coverage >= COVERAGE_MIN && held > 0.0).then(|| hours.customer_work() / coverage / held)
}

/// The share of the recorded hours that internal work and travel take.
fn overhead(months: &[SellerMonth]) -> f64 {
    let hours = || months.iter().filter_map(|month| month.hours.as_ref());
    let total: f64 = hours().map(super::panel::Hours::total).sum();
    let other: f64 =
        hours().map(|hours| hours.of(ActivityCategory::Internal) + hours.of(ActivityCategory::Travel)).sum();
    if total > 0.0 { other / total } else { 0.0 }
}

/// Customers more each month, by least squares over the last year.
fn growth(months: &[SellerMonth]) -> f64 {
    let last = &months[months.len().saturating_sub(MONTHS_OF_GROWTH)..];
    let held: Vec<(f64, f64)> =
        last.iter().enumerate().filter_map(|(at, month)| Some((at as f64, f64::from(month.held?)))).collect();
    let count = held.len().max(1) as f64;
    let (time, load) =
        held.iter().fold((0.0, 0.0), |sum, (at, held)| (sum.0 + at / count, sum.1 + held / count));
    let square: f64 = held.iter().map(|(at, _)| (at - time).powi(2)).sum();
    let product: f64 = held.iter().map(|(at, held)| (at - time) * (held - load)).sum();
    if square > 0.0 { product / square } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnose::panel::Hours;

    /// A seller with so many hours a month per customer, of 150, a fifth of the recorded ones internal.
    fn months(per_customer: f64, held: &[u32], recorded: f64) -> Vec<SellerMonth> {
        let month = |held: &u32| {
            let internal = 30.0 * recorded;
            let service = per_customer * f64::from(*held) * recorded;
            let hunting = (120.0 * recorded - service).max(0.0);
            SellerMonth {
                present: 1.0,
                held: Some(*held),
                hours_available: Some(150.0),
                hours: Some(Hours {
                    categories: [hunting, 0.0, service, 0.0, 0.0, internal, 0.0],
                    classes: [0.0; 4],
                }),
                ..SellerMonth::default()
            }
        };
        held.iter().map(month).collect()
    }

    fn check(months: &[SellerMonth], rho: f64, level: Level, to_warn: Option<f64>) {
        let found = overstretch(months).expect("enough is recorded");
        assert!((found.rho - rho).abs() < 0.002, "{found:?}");
        assert_eq!(found.level, level, "{found:?}");
        assert_eq!(found.months_to_warn.map(f64::round), to_warn, "{found:?}");
    }

    #[test]
    fn load_is_held_against_the_hours_that_are_left() {
        // 120 hours are left for customers.
        check(&months(2.0, &[30; 12], 1.0), 0.5, Level::Fine, None);
        check(&months(2.0, &[57; 12], 1.0), 0.95, Level::Warn, Some(0.0));
        check(&months(2.0, &[60; 12], 0.6), 1.0, Level::Warn, Some(0.0));
        // One customer more a month: 54 are nine tenths.
        let growing: Vec<u32> = (39..51).collect();
        check(&months(2.0, &growing, 1.0), 0.8333, Level::Soon, Some(4.0));
        let slowly: Vec<u32> = (29..41).collect();
        check(&months(2.0, &slowly, 1.0), 0.6667, Level::Fine, Some(14.0));
    }

    #[test]
    fn little_recording_is_no_answer() {
        assert_eq!(overstretch(&months(2.0, &[30; 12], 0.4)), None);
        assert_eq!(overstretch(&months(2.0, &[30; 5], 1.0)), None);
    }
}

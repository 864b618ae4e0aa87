//! What hours do and where they go: the response of opportunities to hunting, and hours that customers ask for. Only recorded hours tell it.
use super::super::parameters::Scenario;
use super::estimate::{Estimate, Source, Why, rounded, rounded_all};
use super::market::has_prospects;
use super::record::{Record, SellerMonth};
use std::collections::BTreeMap;

/// Seller-months with hours that it takes.
const MONTHS_MIN: usize = 24;
/// Weeks of a month.
const WEEKS: f64 = 52.0 / 12.0;
/// Recorded hours as a share of contracted ones, below which the record is no picture of the week.
const RECORDED_MIN: f64 = 0.5;
/// Prior of the elasticity of opportunities in hunting hours: mean and standard deviation.
pub const ELASTICITY: (f64, f64) = (0.5, 0.2);

/// Hunting, service, easy work, expansion, administration.
pub fn estimates(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let assumed = || {
        let of = [
            ("kap_h", prior.hunting_half),
            ("q_max", prior.opportunity_chance_max),
            ("f_easy", prior.easy_hours),
        ];
        of.map(|(key, value)| Estimate::assumed(key, value.into()).because(Why::NoHours)).to_vec()
    };
    if record.months.len() < MONTHS_MIN {
        return assumed().into_iter().map(|one| one.of(record.months.len())).collect();
    }
    let (recorded, contracted) =
        record.months.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.recorded, sum.1 + one.contracted));
    if recorded < RECORDED_MIN * contracted {
        return assumed().into_iter().map(|one| one.of(record.months.len())).collect();
    }
    let mut found = service(record, prior);
    found.extend(hunting(record, prior));
    found
}

/// Hours per unit and week, and the spread of it among sellers.
fn per_unit(record: &Record, hours: fn(&SellerMonth) -> f64) -> (f64, f64) {
    let mut sellers: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
    for month in &record.months {
        let sum = sellers.entry(month.seller).or_default();
        sum.0 += hours(month);
        sum.1 += month.units * WEEKS;
    }
    let (hours, units) = sellers.values().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let rate = hours / units.max(1e-9);
    let count = sellers.len() as f64;
    // The ratio estimator's error with sellers as clusters.
    let squares: f64 = sellers.values().map(|(hours, units)| (hours - rate * units).powi(2)).sum();
    let error = (squares * count / (count - 1.0).max(1.0)).sqrt() / units.max(1e-9);
    (rate, 1.96 * error)
}

/// Urgent, routine, easy and expansion hours, and the share without customers.
fn service(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let n = record.months.len();
    let weights = record.book.counts();
    let total: usize = weights.iter().sum();
    if total == 0 {
        return Vec::new();
    }
    let mix = |of: [f64; 3]| (0..3).map(|k| of[k] * weights[k] as f64).sum::<f64>() / total as f64;
    let asked = [0, 1, 2].map(|k| prior.incident_chance[k] * prior.incident_hours[k]);
    let (urgent, urgent_reach) = per_unit(record, |month| month.urgent);
    let scaled = |hours: f64| {
        rounded_all(
            prior.incident_chance.map(|chance| (chance * hours.max(0.0) / mix(asked)).clamp(0.0, 1.0)),
        )
    };
    let ends = (scaled(urgent - urgent_reach), scaled(urgent + urgent_reach));
    let mut found = vec![Estimate::within("p_inc", Source::Measured, scaled(urgent), ends, n)];
    let (calm, reach) = per_unit(record, |month| month.calm);
    let easy =
        |calm: f64| rounded(((calm - mix(prior.routine_hours)) / (1.0 - prior.protection)).clamp(0.0, 40.0));
    let ends = (easy(calm - reach), easy(calm + reach));
    found.push(Estimate::within("f_easy", Source::Partly, easy(calm), ends, n).because(Why::Shared));
    let (expansion, reach) = per_unit(record, |month| month.expansion);
    let ends = (rounded((expansion - reach).max(0.0)), rounded(expansion + reach));
    found.push(Estimate::within("e_x", Source::Measured, rounded(expansion.min(40.0)), ends, n));
    found.push(administration(record));
    found
}

/// Internal hours among those that are not travel.
fn administration(record: &Record) -> Estimate {
    let (internal, all) = record
        .months
        .iter()
        .fold((0.0, 0.0), |sum, month| (sum.0 + month.internal, sum.1 + month.recorded - month.travel));
    Estimate::counted("adm", rounded((internal / f64::max(all, 1e-9)).clamp(0.0, 0.9)), record.months.len())
}

/// The elasticity from sellers' own months, and from it the half-saturation and the greatest chance of an opportunity.
fn hunting(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let n = record.months.len();
    let [small, mid, enterprise] =
        [0, 1, 2].map(|k| record.accounts[k] as f64 - record.book.counts()[k] as f64);
    let prospects = [small, mid, enterprise].map(|count| count.max(0.0));
    if !has_prospects(record) {
        let half = Estimate::assumed("kap_h", prior.hunting_half.into());
        let most = Estimate::assumed("q_max", prior.opportunity_chance_max.into());
        return [half, most].map(|one| one.because(Why::NoProspects).of(n)).to_vec();
    }
    let attention: f64 = (0..3).map(|k| prospects[k] * prior.attention[k]).sum();
    let recent: Vec<&SellerMonth> = record.months.iter().filter(|month| month.last).collect();
    let (hours, found) =
        recent.iter().fold((0.0, 0), |sum, month| (sum.0 + month.hunting, sum.1 + month.opportunities));
    let per_week = hours / 52.0 / attention;
    let (elasticity, sd) = elasticity(&record.months);
    let half = |elasticity: f64| (per_week * elasticity / (1.0 - elasticity)).clamp(1e-6, 100.0);
    let ends = (half((elasticity - 1.96 * sd).max(0.02)), half((elasticity + 1.96 * sd).min(0.98)));
    let kept: f64 = prospects.iter().sum();
    let answered = |half: f64| -> f64 {
        (0..3)
            .map(|k| prospects[k] * prior.attention[k] * per_week / (half + prior.attention[k] * per_week))
            .sum()
    };
    let rate = f64::from(found) / 52.0;
    let most = |count: f64| rounded((rate * count / answered(half(elasticity)).max(1e-9)).clamp(0.0, 1.0));
    let reach = (1.96 / f64::from(found.max(1)).sqrt()).exp();
    let mut estimates = vec![Estimate::within(
        "kap_h",
        Source::Updated,
        rounded(half(elasticity)),
        (rounded(ends.0), rounded(ends.1)),
        n,
    )];
    if found >= 10 && kept > 0.0 {
        let ends = (most(1.0 / reach), most(reach));
        estimates.push(Estimate::within("q_max", Source::Measured, most(1.0), ends, found as usize));
    }
    estimates
}

/// Poisson regression of opportunities on the logarithm of hunting hours with an effect per seller, which conditioning on the seller's sum
/// removes; the greatest density after the prior, by Newton's method, and its standard deviation.
pub fn elasticity(months: &[SellerMonth]) -> (f64, f64) {
    let mut sellers: BTreeMap<i64, Vec<(f64, f64)>> = BTreeMap::new();
    for month in months.iter().filter(|month| month.hunting > 0.0) {
        sellers.entry(month.seller).or_default().push((month.hunting.ln(), f64::from(month.opportunities)));
    }
    let (mean, sd) = ELASTICITY;
    let mut at = mean;
    let mut curvature = 1.0 / (sd * sd);
    for _ in 0..50 {
        let mut slope = (mean - at) / (sd * sd);
        curvature = 1.0 / (sd * sd);
        for months in sellers.values() {
            let weights: Vec<f64> = months.iter().map(|(log, _)| (at * log).exp()).collect();
            let sum: f64 = weights.iter().sum();
            let moment = |power: i32| -> f64 {
                months.iter().zip(&weights).map(|((log, _), weight)| weight * log.powi(power)).sum::<f64>()
                    / sum
            };
            let (first, second) = (moment(1), moment(2));
            let count: f64 = months.iter().map(|(_, count)| count).sum();
            slope += months.iter().map(|(log, count)| count * log).sum::<f64>() - count * first;
            curvature += count * (second - first * first).max(0.0);
        }
        let step = slope / curvature;
        at = (at + step).clamp(0.02, 0.98);
        if step.abs() < 1e-10 {
            break;
        }
    }
    (at, 1.0 / curvature.sqrt())
}

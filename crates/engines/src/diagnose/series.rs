//! Measures that are trends of a monthly series of the team.
use super::finding::{Measure, Raw, TooLittle, two_sided};
use super::panel::{ArrMonth, Hours, Panel, SellerMonth};
use super::trend::{REPLICAS_SELLER, REPLICAS_TEAM, Trend, trend};
use tandem_core::activities::ActivityCategory;
use tandem_core::time::TimeClass;

/// A fall of new business per seller by this share a year matters.
const ACQUISITION_MATTERS: f64 = 0.15;
/// A fall of the yearly growth rate by this much a year matters.
const GROWTH_MATTERS: f64 = 0.03;
/// A rise of a class's share of the hours by this much a year matters.
const DRIFT_MATTERS: f64 = 0.03;
/// Recorded hours as a share of the available ones, below which shares say little; time calls the same thin.
pub const COVERAGE_MIN: f64 = 0.3;
/// How many times larger coverage may become before a drift may be one of recording.
const COVERAGE_CHANGE_MAX: f64 = 1.3;
const MONTH_COVERAGE_MIN: f64 = 0.25;

/// Whether fewer customers are won per seller who is there.
pub fn acquisition_trend(panel: &Panel, seed: u64) -> Result<Raw, TooLittle> {
    let rates: Vec<Option<f64>> = (0..panel.months()).map(|month| won_per_seller(panel, month)).collect();
    let known: Vec<f64> = rates.iter().flatten().copied().collect();
    let usual = known.iter().sum::<f64>() / known.len().max(1) as f64;
    let relative: Vec<Option<f64>> =
        rates.iter().map(|rate| rate.filter(|_| usual > 0.0).map(|rate| rate / usual)).collect();
    let found = trend(panel.from, &relative, REPLICAS_TEAM, seed);
    let numbers = vec![("usual_won", usual)];
    falling(Measure::AcquisitionTrend, panel, found, known.len(), ACQUISITION_MATTERS, numbers)
}

fn won_per_seller(panel: &Panel, month: usize) -> Option<f64> {
    let there: Vec<&SellerMonth> = panel
        .sellers
        .iter()
        .map(|seller| &seller.months[month])
        .filter(|m| m.present > 0.0 && m.won.is_some())
        .collect();
    let present: f64 = there.iter().map(|month| month.present).sum();
    (present > 0.0).then(|| there.iter().filter_map(|month| month.won).map(f64::from).sum::<f64>() / present)
}

/// Whether the yearly growth rate of recurring revenue falls.
pub fn growth_trend(panel: &Panel, seed: u64) -> Result<Raw, TooLittle> {
    let rates: Vec<Option<f64>> =
        panel.team.iter().map(|month| month.arr.as_ref().and_then(growth)).collect();
    let known: Vec<f64> = rates.iter().flatten().copied().collect();
    let usual = known.iter().sum::<f64>() / known.len().max(1) as f64;
    let found = trend(panel.from, &rates, REPLICAS_TEAM, seed);
    falling(Measure::GrowthTrend, panel, found, known.len(), GROWTH_MATTERS, vec![("usual_growth", usual)])
}

/// Growth of a month as a rate a year.
fn growth(month: &ArrMonth) -> Option<f64> {
    let net = month.new + month.expansion - month.contraction - month.churn;
    (month.start > 0.0).then(|| 12.0 * net / month.start)
}

fn falling(
    measure: Measure,
    panel: &Panel,
    found: Option<Trend>,
    months: usize,
    matters: f64,
    numbers: Vec<(&'static str, f64)>,
) -> Result<Raw, TooLittle> {
    let sellers = panel.sellers.len();
    let Some(found) = found else {
        return Err(TooLittle { measure, sellers, months, missing: "months", numbers });
    };
    Ok(Raw {
        measure,
        estimate: found.slope,
        low: found.low,
        high: found.high,
        p_value: two_sided(found.p_falling),
        excluded: found.low > -matters,
        sellers,
        months: found.months,
        detail: "",
        numbers,
    })
}

/// How far the fall of new business is one of hours for it: the part of the yearly change of wins that is left for wins per hour, 0 where
/// only hours fell, 1 where wins per hour fell as much. Absent where too few hours are recorded or new business does not fall.
pub fn left_for_yield(panel: &Panel, seed: u64) -> Option<f64> {
    if Covered::of(panel).share < COVERAGE_MIN {
        return None;
    }
    let with_hours = |month: usize| won_per_seller(panel, month).zip(hunting_per_seller(panel, month));
    let known: Vec<Option<(f64, f64)>> = (0..panel.months()).map(with_hours).collect();
    let change = |of: &dyn Fn((f64, f64)) -> f64| {
        let values: Vec<Option<f64>> = known.iter().map(|pair| pair.map(of)).collect();
        let found: Vec<f64> = values.iter().flatten().copied().collect();
        let usual = found.iter().sum::<f64>() / found.len().max(1) as f64;
        (usual > 0.0)
            .then(|| trend(panel.from, &values, REPLICAS_SELLER, seed))
            .flatten()
            .map(|trend| trend.slope / usual)
    };
    let wins = change(&|(won, _)| won).filter(|wins| *wins < 0.0)?;
    let hours = change(&|(_, hours)| hours).unwrap_or(0.0);
    Some(1.0 - hours / wins)
}

/// Hours for new business per seller present, scaled up to what is not recorded.
fn hunting_per_seller(panel: &Panel, month: usize) -> Option<f64> {
    let there = panel.sellers.iter().map(|seller| &seller.months[month]).filter(|month| month.present > 0.0);
    let (mut hunting, mut recorded, mut available, mut present) = (0.0, 0.0, 0.0, 0.0);
    for month in there {
        present += month.present;
        available += month.hours_available.unwrap_or(0.0);
        if let Some(hours) = &month.hours {
            hunting += hours.of(ActivityCategory::NewBusiness);
            recorded += hours.total();
        }
    }
    let enough = present > 0.0 && recorded > 0.0 && recorded >= MONTH_COVERAGE_MIN * available;
    enough.then(|| hunting / recorded * available / present)
}

/// Whether a class of time takes a growing share of the hours with customers.
pub fn drift(panel: &Panel, measure: Measure, class: TimeClass, seed: u64) -> Result<Raw, TooLittle> {
    let covered = Covered::of(panel);
    let numbers =
        vec![("coverage", covered.share), ("coverage_first", covered.first), ("coverage_last", covered.last)];
    let too_little = |missing, numbers| TooLittle {
        measure,
        sellers: covered.sellers,
        months: covered.months,
        missing,
        numbers,
    };
    if covered.share < COVERAGE_MIN {
        return Err(too_little("coverage_low", numbers));
    }
    if covered.last.max(covered.first) > COVERAGE_CHANGE_MAX * covered.last.min(covered.first) {
        return Err(too_little("coverage_changed", numbers));
    }
    let series = class_shares(panel, class);
    let Some(found) = trend(panel.from, &series, REPLICAS_TEAM, seed) else {
        return Err(too_little("months", numbers));
    };
    Ok(Raw {
        measure,
        estimate: found.slope,
        low: found.low,
        high: found.high,
        p_value: two_sided(found.p_rising),
        excluded: found.high < DRIFT_MATTERS,
        sellers: covered.sellers,
        months: found.months,
        detail: "",
        numbers,
    })
}

/// Shares of a class month by month, as if every month had the same sellers.
pub fn class_shares(panel: &Panel, class: TimeClass) -> Vec<Option<f64>> {
    let mut sums = vec![(0.0, 0.0); panel.months()];
    let (mut all, mut count) = (0.0, 0.0);
    for seller in &panel.sellers {
        let shares: Vec<Option<f64>> = seller.months.iter().map(|month| class_share(month, class)).collect();
        let known: Vec<f64> = shares.iter().flatten().copied().collect();
        let usual = known.iter().sum::<f64>() / known.len().max(1) as f64;
        all += known.iter().sum::<f64>();
        count += known.len() as f64;
        for (sum, share) in sums.iter_mut().zip(&shares) {
            if let Some(share) = share {
                sum.0 += share - usual;
                sum.1 += 1.0;
            }
        }
    }
    let usual = all / f64::max(count, 1.0);
    sums.into_iter().map(|(sum, count)| (count > 0.0).then(|| usual + sum / count)).collect()
}

fn class_share(month: &SellerMonth, class: TimeClass) -> Option<f64> {
    let hours = month.hours.as_ref()?;
    let with_customers: f64 = [TimeClass::Easy, TimeClass::Urgent, TimeClass::Hard]
        .iter()
        .map(|class| hours.of_class(*class))
        .sum();
    let enough = hours.total() >= MONTH_COVERAGE_MIN * month.hours_available.unwrap_or(0.0);
    (enough && with_customers > 0.0).then(|| hours.of_class(class) / with_customers)
}

/// How much of the time is recorded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Covered {
    /// Sellers with recorded hours.
    pub sellers: usize,
    /// Months with recorded hours.
    pub months: usize,
    /// Recorded as a share of available hours.
    pub share: f64,
    /// The same in the first third of the months with records.
    pub first: f64,
    /// The same in the last third.
    pub last: f64,
}

impl Covered {
    /// Of the months between the first and the last record.
    pub fn of(panel: &Panel) -> Self {
        let recorded = |month: usize| -> f64 {
            panel.sellers.iter().filter_map(|s| s.months[month].hours.as_ref()).map(Hours::total).sum()
        };
        let with_record: Vec<usize> = (0..panel.months()).filter(|month| recorded(*month) > 0.0).collect();
        let sellers = panel
            .sellers
            .iter()
            .filter(|seller| seller.months.iter().any(|month| month.hours.is_some()))
            .count();
        let share = |months: &[usize]| {
            let available: f64 = months
                .iter()
                .flat_map(|month| panel.sellers.iter().filter_map(|s| s.months[*month].hours_available))
                .sum();
            if available > 0.0 {
                months.iter().map(|month| recorded(*month)).sum::<f64>() / available
            } else {
                0.0
            }
        };
        let third = with_record.len().div_ceil(3);
        Self {
            sellers,
            months: with_record.len(),
            share: share(&with_record),
            first: share(&with_record[..third]),
            last: share(&with_record[with_record.len() - third..]),
        }
    }
}

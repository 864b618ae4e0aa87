//! Shares and rates of cases: won deals, their length, contraction, people who leave. A share is a beta distribution after the cases of the
//! record, that was before worth so many cases of what is assumed.
use super::super::chance::logit;
use super::super::parameters::Scenario;
use super::estimate::{Estimate, Source, Why, rounded, rounded_all};
use super::market::middle;
use super::record::Record;

/// Cases that an assumption is worth.
pub const PRIOR_CASES: f64 = 20.0;
/// Years of sellers that the assumed turnover is worth.
pub const PRIOR_YEARS: f64 = 5.0;
/// Cases that it takes to say something of a length or a size.
const CASES_MIN: usize = 10;

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The mean.
    pub value: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// What the cases and the assumption are worth together.
    pub cases: f64,
}

/// The share after so many hits among cases, when it was assumed before. The interval is normal on the scale of log odds.
pub fn share(hits: usize, cases: usize, assumed: f64) -> Share {
    let assumed = assumed.clamp(1e-6, 1.0 - 1e-6);
    let yes = PRIOR_CASES * assumed + hits as f64;
    let no = PRIOR_CASES * (1.0 - assumed) + (cases - hits) as f64;
    let value = yes / (yes + no);
    let reach = 1.96 * (1.0 / yes + 1.0 / no).sqrt();
    let at = |odds: f64| 1.0 / (1.0 + (-odds).exp());
    Share { value, low: at(logit(value) - reach), high: at(logit(value) + reach), cases: yes + no }
}

/// Win rate, cycle, first deals, contraction, turnover.
pub fn estimates(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let mut found = Vec::new();
    found.extend(win_rate(record, prior));
    found.extend(cycle(record, prior));
    found.extend(first_deal(record));
    found.extend(contraction(record, prior));
    found.push(turnover(record, prior));
    found.extend(hours(record));
    found
}

fn win_rate(record: &Record, prior: &Scenario) -> Option<Estimate> {
    if record.deals.is_empty() {
        return None;
    }
    let of = [0, 1, 2].map(|segment| {
        let own = || record.deals.iter().filter(move |deal| deal.segment == segment);
        share(own().filter(|deal| deal.won).count(), own().count(), prior.win_rate[segment])
    });
    let ends = (rounded_all(of.map(|one| one.low)), rounded_all(of.map(|one| one.high)));
    let value = rounded_all(of.map(|one| one.value));
    Some(Estimate::within("win", Source::Updated, value, ends, record.deals.len()))
}

fn cycle(record: &Record, prior: &Scenario) -> Option<Estimate> {
    let mut of = prior.cycle.map(|weeks| (f64::from(weeks), f64::from(weeks), f64::from(weeks)));
    let (mut n, mut enough) = (0, 0);
    for (segment, of) in of.iter_mut().enumerate() {
        let own = record.deals.iter().filter(|deal| deal.segment == segment);
        let mut weeks: Vec<f64> = own.filter_map(|deal| deal.weeks).collect();
        n += weeks.len();
        if weeks.len() >= CASES_MIN {
            weeks.sort_by(f64::total_cmp);
            *of = middle(&weeks);
            enough += 1;
        }
    }
    let whole = |of: [f64; 3]| of.map(|weeks| weeks.round().clamp(1.0, 520.0) as i64).to_vec();
    let ends = (whole(of.map(|one| one.1)), whole(of.map(|one| one.2)));
    let source = if enough == 3 { Source::Measured } else { Source::Partly };
    (enough > 0).then(|| Estimate::within("cyc", source, whole(of.map(|one| one.0)), ends, n))
}

fn first_deal(record: &Record) -> Option<Estimate> {
    let mut shares: Vec<f64> =
        record.deals.iter().filter(|deal| deal.won).filter_map(|deal| deal.share).collect();
    if shares.len() < CASES_MIN {
        return None;
    }
    shares.sort_by(f64::total_cmp);
    let at = |share: f64| shares[((shares.len() - 1) as f64 * share) as usize].min(1.0);
    Some(Estimate::counted("land", rounded_all([at(0.1), at(0.9)]), shares.len()))
}

fn contraction(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let stayed: Vec<Option<f64>> =
        record.years.iter().filter(|year| !year.lost).map(|year| year.contracted).collect();
    if stayed.is_empty() {
        return Vec::new();
    }
    let lost: Vec<f64> = stayed.iter().flatten().copied().collect();
    let of = share(lost.len(), stayed.len(), prior.contraction_chance);
    let ends = (rounded(of.low), rounded(of.high));
    let mut found = vec![Estimate::within("p_con", Source::Updated, rounded(of.value), ends, stayed.len())];
    if lost.len() >= CASES_MIN {
        let mean = lost.iter().sum::<f64>() / lost.len() as f64;
        found.push(Estimate::counted("f_con", rounded(mean), lost.len()));
    }
    found
}

/// A rate per year: a gamma distribution, its interval normal on the logarithm.
fn turnover(record: &Record, prior: &Scenario) -> Estimate {
    let years: f64 = record.stays.iter().map(|stay| stay.years_before + stay.years_last).sum();
    let left = record.stays.iter().filter(|stay| stay.left.is_some()).count();
    let assumed = Estimate::assumed("att", prior.turnover.into());
    if years < PRIOR_YEARS {
        return assumed.because(Why::TooFew).of(left);
    }
    let cases = PRIOR_YEARS * prior.turnover + left as f64;
    let rate = (cases / (PRIOR_YEARS + years)).min(0.95);
    let factor = (1.96 / cases.sqrt()).exp();
    let ends = (rounded(rate / factor), rounded((rate * factor).min(0.95)));
    Estimate::within("att", Source::Updated, rounded(rate), ends, left)
}

fn hours(record: &Record) -> Option<Estimate> {
    let of = &record.weekly_hours;
    let mean = of.iter().sum::<f64>() / of.len().max(1) as f64;
    (!of.is_empty()).then(|| Estimate::counted("hours", rounded(mean.clamp(1.0, 168.0)), of.len()))
}

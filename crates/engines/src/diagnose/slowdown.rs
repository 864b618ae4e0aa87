//! A control chart for a fall of the team's new business: when it began. A Poisson CUSUM for a fall from a rate to a lower one
//! (Lucas 1985): `S = max(0, S + k - count)`, an alarm above `h`, `k = (from - to) / (ln from - ln to)`.
use super::panel::Panel;
use super::random::Random;
use serde::Serialize;
use tandem_core::subscriptions::Month;

/// A fall by a quarter is what the chart is built to find.
const FALL_TO: f64 = 0.75;
const THRESHOLD: f64 = 8.0;
/// False alarms are to be rarer than one in so many months.
const FALSE_ALARM_MONTHS_MIN: f64 = 100.0;
const MONTHS_MIN: usize = 24;

/// One month of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = SlowdownPoint)]
pub struct Point {
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// Customers won.
    pub won: u32,
    /// What the first half of the months and the season let expect, for the sellers who were there.
    pub expected: f64,
    /// As few as chance alone brings in 19 months of 20, one side and the other.
    pub low: f64,
    /// As many as chance alone brings.
    pub high: f64,
    /// The chart's sum.
    pub sum: f64,
}

/// The chart.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Slowdown {
    /// An alarm is a sum above this.
    pub threshold: f64,
    /// Months between false alarms, simulated.
    pub false_alarm_months: f64,
    /// Months until a fall by a quarter is found, simulated.
    pub detection_months: f64,
    /// The first alarm whose slowdown still goes on at the end.
    #[schema(value_type = Option<String>)]
    pub alarm: Option<Month>,
    /// The month in which that slowdown began.
    #[schema(value_type = Option<String>)]
    pub since: Option<Month>,
    /// Month by month.
    pub points: Vec<Point>,
}

/// The chart of a panel; absent where there are too few months.
pub fn slowdown(panel: &Panel, seed: u64) -> Option<Slowdown> {
    let months: Vec<(f64, f64)> = (0..panel.months()).map(|month| won_and_present(panel, month)).collect();
    if months.len() < MONTHS_MIN || months.iter().any(|(_, present)| *present <= 0.0) {
        return None;
    }
    let half = months.len() / 2;
    let season = season(&months, panel.from);
    let base = |at: usize| months[at].1 * season[at];
    let rate = (0..half).map(|at| months[at].0).sum::<f64>() / (0..half).map(base).sum::<f64>();
    if rate <= 0.0 {
        return None;
    }
    let expected: Vec<f64> = (0..months.len()).map(|at| rate * base(at)).collect();
    let squares = (0..half).map(|at| (months[at].0 - expected[at]).powi(2) / expected[at].max(0.1));
    // Counts that scatter more than Poisson are counted in larger units.
    let dispersion = (squares.sum::<f64>() / (half - 1) as f64).max(1.0);
    let usual = expected.iter().sum::<f64>() / expected.len() as f64 / dispersion;
    let (threshold, false_alarm_months) = threshold(usual, seed);
    let mut sum = 0.0;
    let (mut since, mut alarm) = (None, None);
    let mut points = Vec::new();
    for (at, (won, _)) in months.iter().enumerate() {
        let month = panel.month(at);
        sum = f64::max(
            0.0,
            sum + reference(expected[at] / dispersion, FALL_TO * expected[at] / dispersion)
                - won / dispersion,
        );
        if sum == 0.0 {
            (since, alarm) = (None, None);
        } else {
            since = since.or(Some(month));
            alarm = alarm.or((sum > threshold).then_some(month));
        }
        let reach = 1.96 * (expected[at] * dispersion).sqrt();
        let rounded = super::finding::rounded;
        points.push(Point {
            month,
            won: *won as u32,
            expected: rounded(expected[at]),
            low: rounded((expected[at] - reach).max(0.0)),
            high: rounded(expected[at] + reach),
            sum: rounded(sum),
        });
    }
    Some(Slowdown {
        threshold,
        false_alarm_months: false_alarm_months.round(),
        detection_months: (10.0
            * run_length((usual, FALL_TO * usual), FALL_TO * usual, threshold, &mut Random::new(seed, 1)))
        .round()
            / 10.0,
        alarm,
        since: since.filter(|_| alarm.is_some()),
        points,
    })
}

fn won_and_present(panel: &Panel, month: usize) -> (f64, f64) {
    let there = panel
        .sellers
        .iter()
        .map(|seller| &seller.months[month])
        .filter(|m| m.present > 0.0 && m.won.is_some());
    there.fold((0.0, 0.0), |sum, month| (sum.0 + f64::from(month.won.unwrap_or(0)), sum.1 + month.present))
}

/// The months of a quarter against each other, over all years, so that quarter ends are no alarm.
fn season(months: &[(f64, f64)], from: Month) -> Vec<f64> {
    let january = Month::of(chrono::NaiveDate::default());
    let place = |at: usize| january.until(from.plus(i32::try_from(at).unwrap_or(0))).rem_euclid(3) as usize;
    let mut sums = [(0.0, 0.0); 3];
    for (at, (won, present)) in months.iter().enumerate() {
        sums[place(at)].0 += won;
        sums[place(at)].1 += present;
    }
    let all: f64 =
        months.iter().map(|month| month.0).sum::<f64>() / months.iter().map(|month| month.1).sum::<f64>();
    let factor = |(won, present): (f64, f64)| if won > 0.0 { won / present / all } else { 1.0 };
    (0..months.len()).map(|at| factor(sums[place(at)])).collect()
}

/// What is added each month before the count is taken away, for a fall from one rate to another.
fn reference(from: f64, to: f64) -> f64 {
    (from - to) / (from.ln() - to.ln())
}

/// The usual threshold, raised until false alarms are rare enough.
fn threshold(usual: f64, seed: u64) -> (f64, f64) {
    let mut threshold = THRESHOLD;
    loop {
        let months = run_length((usual, FALL_TO * usual), usual, threshold, &mut Random::new(seed, 0));
        if months >= FALSE_ALARM_MONTHS_MIN || threshold >= 200.0 {
            return (threshold, months);
        }
        threshold += (threshold / 8.0).ceil();
    }
}

/// Mean months to an alarm of a chart built for a fall from one rate to another where counts come at `rate`, simulated.
pub fn run_length((from, to): (f64, f64), rate: f64, threshold: f64, random: &mut Random) -> f64 {
    const RUNS: usize = 600;
    const MONTHS_MAX: usize = 3_000;
    let step = reference(from, to);
    let mut months = 0;
    for _ in 0..RUNS {
        let mut sum = 0.0;
        for _ in 0..MONTHS_MAX {
            months += 1;
            sum = f64::max(0.0, sum + step - random.poisson(rate));
            if sum > threshold {
                break;
            }
        }
    }
    months as f64 / RUNS as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Run lengths of charts built for a fall, found independently by simulation.
    #[test]
    fn run_lengths_are_the_known_ones() {
        for ((from, to), threshold, false_alarm, found) in [
            ((6.0, 4.0), 6.0, 73.0, 6.7),
            ((6.0, 4.0), 8.0, 167.0, 8.8),
            ((3.0, 2.0), 6.0, 92.0, 11.5),
            ((3.0, 2.0), 8.0, 221.0, 15.7),
            ((12.0, 9.0), 8.0, 55.0, 5.9),
            ((12.0, 9.0), 10.0, 107.0, 7.2),
        ] {
            let mut random = Random::new(5, 0);
            let long = run_length((from, to), from, threshold, &mut random);
            let short = run_length((from, to), to, threshold, &mut random);
            // 600 runs of a nearly geometric length: four standard errors are 16 %.
            assert!((long / false_alarm - 1.0).abs() < 0.17, "{from} to {to} at {threshold}: {long}");
            assert!((short / found - 1.0).abs() < 0.12, "{from} to {to} at {threshold}: {short}");
        }
    }
}

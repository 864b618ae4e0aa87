//! Counted: people, accounts, customers, units, potential and how much of it is sold.
use super::super::opening::{CustomerNow, UnitNow};
use super::super::parameters::Scenario;
use super::estimate::{Estimate, Source, Why, rounded, rounded_all};
use super::record::Record;

/// Potentials that it takes to say anything of a segment's.
const POTENTIALS_MIN: usize = 10;
/// Customers with known places that it takes.
const PLACES_MIN: usize = 20;

/// People, accounts, units, places, potential.
pub fn estimates(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let customers = record.book.counts();
    let sellers: usize = record.team.iter().sum();
    let mut found = Vec::new();
    if sellers > 0 {
        found.push(Estimate::counted("N0", sellers, sellers));
        found.push(Estimate::counted("team", record.team.to_vec(), sellers));
    }
    let total: usize = customers.iter().sum();
    if total == 0 {
        return found;
    }
    found.push(Estimate::counted("n_cust0", customers.to_vec(), total));
    found.push(accounts(record, prior, customers));
    found.push(units(record, prior));
    found.push(age(record));
    found.push(remote(record, prior));
    found.extend(potential(record, prior));
    found
}

/// Accounts: those of the record where prospects are in it, else as many per customer as the model assumes.
fn accounts(record: &Record, prior: &Scenario, customers: [usize; 3]) -> Estimate {
    if has_prospects(record) {
        let known: usize = record.accounts.iter().sum();
        return Estimate::counted("n_acc", record.accounts.to_vec(), known);
    }
    let per = |segment: usize| prior.accounts[segment] as f64 / prior.customers_at_start[segment] as f64;
    let assumed: Vec<usize> =
        (0..3).map(|segment| (customers[segment] as f64 * per(segment)).round() as usize).collect();
    Estimate::assumed("n_acc", assumed.into()).because(Why::NoProspects)
}

/// Whether accounts that do not buy are in the record in any number.
pub fn has_prospects(record: &Record) -> bool {
    let (known, customers): (usize, usize) =
        (record.accounts.iter().sum(), record.book.counts().iter().sum());
    known >= 2 * customers.max(1)
}

fn units(record: &Record, prior: &Scenario) -> Estimate {
    let mean = |segment: usize| {
        let of: Vec<usize> = own(record, segment).map(|customer| customer.units.len()).collect();
        if of.is_empty() {
            return prior.units_per_account[segment];
        }
        ((of.iter().sum::<usize>() as f64 / of.len() as f64).round() as usize).clamp(1, 50)
    };
    let all = record.book.customers.len();
    Estimate::counted("n_bu", (0..3).map(mean).collect::<Vec<usize>>(), all)
}

fn own(record: &Record, segment: usize) -> impl Iterator<Item = &CustomerNow> {
    record.book.customers.iter().filter(move |customer| customer.segment == segment)
}

/// Ages are drawn evenly up to the greatest, so that is twice the mean.
fn age(record: &Record) -> Estimate {
    let ages = record.book.customers.iter().map(|customer| f64::from(customer.age));
    let (sum, count) = (ages.sum::<f64>(), record.book.customers.len());
    Estimate::counted("age0", (2.0 * sum / count as f64).round().clamp(1.0, 1040.0) as i64, count)
}

fn remote(record: &Record, prior: &Scenario) -> Estimate {
    let known: Vec<bool> = record.book.customers.iter().filter_map(|customer| customer.remote).collect();
    if known.len() < PLACES_MIN {
        let why = if known.is_empty() { Why::NotRecorded } else { Why::TooFew };
        return Estimate::assumed("p_rem", prior.remote_share.into()).because(why).of(known.len());
    }
    let share = known.iter().filter(|remote| **remote).count() as f64 / known.len() as f64;
    let reach = 1.96 * (share * (1.0 - share) / known.len() as f64).sqrt();
    let ends = (rounded((share - reach).max(0.0)), rounded((share + reach).min(1.0)));
    Estimate::within("p_rem", Source::Measured, rounded(share), ends, known.len())
}

/// Median potential by segment with the interval that order statistics give, its spread, and how much is sold.
fn potential(record: &Record, prior: &Scenario) -> Vec<Estimate> {
    let mut medians = prior
        .potential
        .map(|dollars| (dollars * record.dollar, dollars * record.dollar, dollars * record.dollar));
    let (mut deviations, mut n, mut enough) = (Vec::new(), 0, 0);
    for (segment, median) in medians.iter_mut().enumerate() {
        let mut of: Vec<f64> =
            own(record, segment).flat_map(|one| &one.units).filter_map(|unit| unit.potential).collect();
        n += of.len();
        if of.len() < POTENTIALS_MIN {
            continue;
        }
        enough += 1;
        of.sort_by(f64::total_cmp);
        *median = middle(&of);
        deviations.extend(of.iter().map(|value| (value / median.0).ln()));
    }
    if enough == 0 {
        let value = rounded_all(prior.potential.map(|dollars| dollars * record.dollar));
        return vec![Estimate::assumed("pot", value).because(Why::NoPotentials).of(n)];
    }
    let [low, high] = [medians.map(|one| one.1), medians.map(|one| one.2)];
    let ends = (rounded_all(low), rounded_all(high));
    let source = if enough == 3 { Source::Measured } else { Source::Partly };
    let mut found = vec![Estimate::within("pot", source, rounded_all(medians.map(|one| one.0)), ends, n)];
    let variance =
        deviations.iter().map(|deviation| deviation * deviation).sum::<f64>() / deviations.len() as f64;
    // A logistic distribution of scale s has the standard deviation s pi / sqrt 3.
    let scale = (variance.sqrt() * 3_f64.sqrt() / std::f64::consts::PI).clamp(0.0, 2.0);
    let reach = scale * 1.96 * (0.8 / deviations.len() as f64).sqrt();
    let ends = (rounded((scale - reach).max(0.0)), rounded(scale + reach));
    found.push(Estimate::within("s_pot", Source::Measured, rounded(scale), ends, deviations.len()));
    found.extend(penetration(record));
    found
}

/// The median of sorted values and the order statistics around it that hold it in 95 % of samples.
pub fn middle(sorted: &[f64]) -> (f64, f64, f64) {
    let at = |share: f64| sorted[((sorted.len() - 1) as f64 * share.clamp(0.0, 1.0)).round() as usize];
    let reach = 0.98 / (sorted.len() as f64).sqrt();
    (at(0.5), at(0.5 - reach), at(0.5 + reach))
}

/// How much of the first units' potential is sold, how many others buy, and how much of theirs: the middle eight tenths.
fn penetration(record: &Record) -> Vec<Estimate> {
    let (mut first, mut other, mut others) = (Vec::new(), Vec::<&UnitNow>::new(), 0);
    for customer in &record.book.customers {
        let mut shares = customer.units.iter().map(|unit| unit.potential.map(|of| unit.arr / of));
        first.extend(shares.next().flatten().filter(|share| *share > 0.0));
        others += customer.units.len().saturating_sub(1);
        other.extend(customer.units.iter().skip(1).filter(|unit| unit.arr > 0.0));
    }
    let mut shares: Vec<f64> = other.iter().filter_map(|unit| Some(unit.arr / unit.potential?)).collect();
    let mut found = Vec::new();
    for (key, shares) in [("pen0", &mut first), ("pen0v", &mut shares)] {
        if shares.len() < POTENTIALS_MIN {
            continue;
        }
        shares.sort_by(f64::total_cmp);
        let at = |share: f64| shares[((shares.len() - 1) as f64 * share) as usize].min(1.0);
        found.push(Estimate::counted(key, rounded_all([at(0.1), at(0.9)]), shares.len()));
    }
    if others >= POTENTIALS_MIN {
        found.push(Estimate::counted("virg0", rounded(other.len() as f64 / others as f64), others));
    }
    found
}

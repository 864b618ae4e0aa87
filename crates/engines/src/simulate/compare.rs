//! Two scenarios under the same luck: differences seed by seed, so that what is common to both cancels out.
use super::many::{Stopped, Watch, runs};
use super::outcome::{Detail, Outcome, cents, deviation, mean};
use super::parameters::Scenario;
use crate::diagnose::student;
use serde::{Deserialize, Serialize};

/// A number of both scenarios and the difference, second less first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SimulatedDifference)]
pub struct Difference {
    /// Which number.
    pub measure: String,
    /// Its mean in the first scenario.
    pub first: f64,
    /// Its mean in the second.
    pub second: f64,
    /// The mean difference.
    pub difference: f64,
    /// The least difference of the 95 % interval (Student's t, paired); none with one seed.
    pub low: Option<f64>,
    /// The greatest.
    pub high: Option<f64>,
    /// The standard deviation of the differences.
    pub sd: Option<f64>,
    /// The share of seeds in which the second has more.
    pub more: f64,
}

/// Compares two scenarios on the same seeds.
///
/// # Errors
/// [`Stopped`] where they run for different times, and as [`runs`].
pub fn compare(
    first: &Scenario,
    second: &Scenario,
    seeds: &[u64],
    watch: &Watch,
) -> Result<Vec<Difference>, Stopped> {
    if first.weeks != second.weeks {
        return Err(Stopped::Weeks(first.weeks, second.weeks));
    }
    let pair = [first.clone(), second.clone()];
    let outcomes = runs(&pair, seeds, watch, |run| Outcome::of(first, run, Detail::Short))?;
    let [one, other] = outcomes.as_slice() else { return Err(Stopped::Cancelled) };
    Ok(differences(first, one, other))
}

/// Differences of the outcomes of two scenarios that run for the same time, on the same seeds in the same order.
pub fn differences(first: &Scenario, one: &[Outcome], other: &[Outcome]) -> Vec<Difference> {
    measures(first).into_iter().filter_map(|measure| difference(measure, one, other)).collect()
}

type Read = Box<dyn Fn(&Outcome) -> Option<f64>>;

/// The numbers that are compared.
fn measures(s: &Scenario) -> Vec<(String, Read)> {
    let years = (s.weeks / 52).unsigned_abs() as usize;
    let plain = |name: &str, read: fn(&Outcome) -> f64| -> (String, Read) {
        (name.to_owned(), Box::new(move |outcome| Some(read(outcome))))
    };
    let mut measures = vec![
        plain("npv", |o| o.npv),
        plain("npv_operating", |o| o.npv_operating),
        plain("arr_end", |o| o.arr.last().copied().unwrap_or(0.0)),
        plain("logos", |o| f64::from(o.logos)),
        plain("lost", |o| f64::from(o.lost)),
        plain("opportunities", |o| f64::from(o.opportunities)),
        plain("handoffs", |o| f64::from(o.handoffs)),
        plain("leavers", |o| f64::from(o.leavers)),
        plain("cost", |o| o.cost),
    ];
    for year in 0..years {
        measures.push((format!("nrr_{}", year + 1), Box::new(move |o| o.nrr.get(year).copied().flatten())));
        measures.push((format!("grr_{}", year + 1), Box::new(move |o| o.grr.get(year).copied().flatten())));
    }
    measures
}

fn difference((measure, read): (String, Read), one: &[Outcome], other: &[Outcome]) -> Option<Difference> {
    let pairs: Vec<(f64, f64)> =
        one.iter().zip(other).filter_map(|(one, other)| Some((read(one)?, read(other)?))).collect();
    let differences: Vec<f64> = pairs.iter().map(|(one, other)| other - one).collect();
    let round =
        |value: f64| if measure.contains("rr_") { super::outcome::millionths(value) } else { cents(value) };
    let middle = mean(&differences)?;
    let sd = deviation(&differences);
    let reach = sd.map(|sd| {
        let count = differences.len() as f64;
        student::quantile(0.975, count - 1.0) * sd / count.sqrt()
    });
    Some(Difference {
        first: round(mean(&pairs.iter().map(|(one, _)| *one).collect::<Vec<f64>>())?),
        second: round(mean(&pairs.iter().map(|(_, other)| *other).collect::<Vec<f64>>())?),
        difference: round(middle),
        low: reach.map(|reach| round(middle - reach)),
        high: reach.map(|reach| round(middle + reach)),
        sd: sd.map(round),
        more: differences.iter().filter(|more| **more > 0.0).count() as f64 / differences.len() as f64,
        measure,
    })
}

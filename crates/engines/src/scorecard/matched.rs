//! Units that were handed over against units that were not: each beside units of its kind that were most alike on the day of its handoff,
//! and what became of both since (matched difference in differences). Units are often handed over because they grew; whether they go on
//! growing or grew by chance is not known, so two readings must agree before anything is claimed. Customers are the independent pieces,
//! because the units of one customer share its fate.
use super::told::told;
use crate::diagnose::load_test::quantile;
use crate::diagnose::random::Random;
use crate::effects::words::Told;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A unit month by month; index 0 is the same month for all.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitMonths {
    /// The unit.
    pub unit: i64,
    /// Its customer.
    pub customer: i64,
    /// Its kind: only units of one kind are compared, such as a segment.
    pub kind: String,
    /// Recurring revenue at month ends; absent before it was known.
    pub arr: Vec<Option<f64>>,
    /// The month in which it was treated: handed over, or moved to another channel.
    pub at: Option<usize>,
}

/// An estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = MatchedDifference)]
pub struct Difference {
    /// The mean difference.
    pub estimate: f64,
    /// 95 % interval.
    pub low: f64,
    /// 95 % interval.
    pub high: f64,
    /// Two-sided.
    pub p_value: f64,
}

/// What became of them after so many months.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HandedOver {
    /// Months since.
    pub months: usize,
    /// Units whose months are over.
    pub units: usize,
    /// Those of them for whom somebody alike was found.
    pub matched: usize,
    /// Customers among these.
    pub customers: usize,
    /// Change of recurring revenue, as a share of that before, beyond that of units alike in size and growth: right where growth before
    /// was luck.
    pub revenue: Option<Difference>,
    /// The same beyond units alike in size, growth before taken off both: right where growth goes on.
    pub revenue_bent: Option<Difference>,
    /// Share lost, beyond that of units alike.
    pub lost: Option<Difference>,
    /// What that means.
    pub told: Told,
}

/// As many alike are taken for each.
const NEAREST: usize = 5;
/// Revenue may differ by this factor at most.
const FACTOR_MAX: f64 = 1.5;
/// Growth in the months before may differ by this at most.
const GROWTH_MAX: f64 = 0.1;
/// Months before in which growth is compared.
const BEFORE: usize = 6;
/// A unit that grows more than this, relatively, counts as this: one must not decide.
const CHANGE_MAX: f64 = 1.0;
const CUSTOMERS_MIN: usize = 8;
const TURNS: usize = 1_999;

/// Compares, so many months after.
pub fn handed_over(units: &[UnitMonths], months: usize, seed: u64) -> HandedOver {
    let done: Vec<(&UnitMonths, Change)> =
        units.iter().filter_map(|unit| Some((unit, change(unit, unit.at?, months)?))).collect();
    let mut by_kind: BTreeMap<&str, Vec<&UnitMonths>> = BTreeMap::new();
    units.iter().for_each(|unit| by_kind.entry(unit.kind.as_str()).or_default().push(unit));
    let (mut revenue, mut bent, mut lost) = (Vec::new(), Vec::new(), Vec::new());
    for (unit, own) in &done {
        let others = by_kind.get(unit.kind.as_str()).map_or(&[][..], Vec::as_slice);
        let Some(alike) = alike(unit, own, others, months) else { continue };
        revenue.push((unit.customer, own.revenue - alike.in_growth.revenue));
        bent.push((unit.customer, own.bend(months) - alike.in_size.bend(months)));
        lost.push((unit.customer, own.lost - alike.in_growth.lost));
    }
    let customers = revenue.iter().map(|(customer, _)| customer).collect::<BTreeSet<_>>().len();
    let mut found = HandedOver {
        months,
        units: done.len(),
        matched: revenue.len(),
        customers,
        revenue: difference(&revenue, seed),
        revenue_bent: difference(&bent, seed.wrapping_add(1)),
        lost: difference(&lost, seed.wrapping_add(2)),
        told: told("handed_over.too_few", &[], &[]),
    };
    found.told = said(&found);
    found
}

/// What a unit was like and what became of it.
#[derive(Clone, Copy, Debug)]
struct Change {
    before: f64,
    growth: f64,
    revenue: f64,
    lost: f64,
}

impl Change {
    /// What came beyond growth as before.
    fn bend(&self, months: usize) -> f64 {
        self.revenue - self.growth * months as f64 / BEFORE as f64
    }
}

fn change(unit: &UnitMonths, at: usize, months: usize) -> Option<Change> {
    let arr = |month: usize| unit.arr.get(month).copied().flatten();
    let before = arr(at.checked_sub(1)?).filter(|arr| *arr > 0.0)?;
    let after = arr(at - 1 + months)?;
    // A young unit has grown from its own first month.
    let earlier = (at.saturating_sub(1 + BEFORE)..at).find_map(arr).filter(|arr| *arr > 0.0)?;
    Some(Change {
        before,
        growth: (before / earlier - 1.0).min(CHANGE_MAX),
        revenue: (after / before - 1.0).min(CHANGE_MAX),
        lost: f64::from(u8::from(after <= 0.0)),
    })
}

/// What became of those alike.
struct Alike {
    in_growth: Change,
    in_size: Change,
}

/// Those most alike in the same months who were not treated by then.
fn alike(unit: &UnitMonths, own: &Change, others: &[&UnitMonths], months: usize) -> Option<Alike> {
    let at = unit.at?;
    let free = |other: &&&UnitMonths| {
        other.customer != unit.customer && other.at.is_none_or(|begin| begin >= at + months)
    };
    let near = |other: &&UnitMonths| {
        let change = change(other, at, months)?;
        let size = (change.before / own.before).ln().abs() / FACTOR_MAX.ln();
        let growth = (change.growth - own.growth).abs() / GROWTH_MAX;
        (size <= 1.0).then_some(Near { size, growth, unit: other.unit, change })
    };
    let near: Vec<Near> = others.iter().filter(free).filter_map(near).collect();
    Some(Alike {
        in_growth: nearest(
            &near,
            |near| if near.growth <= 1.0 { near.size + near.growth } else { f64::INFINITY },
        )?,
        in_size: nearest(&near, |near| near.size)?,
    })
}

/// Somebody alike, with how far apart in units of what is allowed.
struct Near {
    size: f64,
    growth: f64,
    unit: i64,
    change: Change,
}

fn nearest(near: &[Near], distance: fn(&Near) -> f64) -> Option<Change> {
    let mut order: Vec<&Near> = near.iter().filter(|near| distance(near).is_finite()).collect();
    order.sort_by(|one, other| distance(one).total_cmp(&distance(other)).then(one.unit.cmp(&other.unit)));
    mean(&order.into_iter().take(NEAREST).map(|near| near.change).collect::<Vec<_>>())
}

fn mean(changes: &[Change]) -> Option<Change> {
    let mean = |of: fn(&Change) -> f64| changes.iter().map(of).sum::<f64>() / changes.len() as f64;
    (!changes.is_empty()).then(|| Change {
        before: mean(|change| change.before),
        growth: mean(|change| change.growth),
        revenue: mean(|change| change.revenue),
        lost: mean(|change| change.lost),
    })
}

/// The mean of differences with customers as the pieces: studentised, its distribution made by turning customers round.
pub fn difference(differences: &[(i64, f64)], seed: u64) -> Option<Difference> {
    let mut pieces: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
    for (customer, difference) in differences {
        let piece = pieces.entry(*customer).or_insert((0.0, 0.0));
        *piece = (piece.0 + difference, piece.1 + 1.0);
    }
    let pieces: Vec<(f64, f64)> = pieces.into_values().collect();
    if pieces.len() < CUSTOMERS_MIN {
        return None;
    }
    let count: f64 = pieces.iter().map(|piece| piece.1).sum();
    let enlarged = pieces.len() as f64 / (pieces.len() as f64 - 1.0);
    let studentised = |sums: &[f64]| {
        let mean = sums.iter().sum::<f64>() / count;
        let square: f64 = sums.iter().zip(&pieces).map(|(sum, piece)| (sum - mean * piece.1).powi(2)).sum();
        (mean, (square * enlarged).sqrt() / count)
    };
    let sums: Vec<f64> = pieces.iter().map(|piece| piece.0).collect();
    let (mean, error) = studentised(&sums);
    if error <= 0.0 {
        return None;
    }
    let mut random = Random::new(seed, 51);
    let mut drawn = |centre: f64| -> Vec<f64> {
        let left: Vec<f64> = pieces.iter().map(|piece| piece.0 - centre * piece.1).collect();
        let one = |_| {
            let turned: Vec<f64> = left.iter().map(|left| random.sign() * left).collect();
            let (mean, error) = studentised(&turned);
            if error > 0.0 { (mean / error).abs() } else { f64::INFINITY }
        };
        (0..TURNS).map(one).collect()
    };
    let seen = (mean / error).abs();
    let larger = drawn(0.0).iter().filter(|ratio| **ratio >= seen).count();
    let mut ratios = drawn(mean);
    ratios.sort_by(f64::total_cmp);
    let reach = quantile(&ratios, 0.95).min(1e9) * error;
    Some(Difference {
        estimate: mean,
        low: mean - reach,
        high: mean + reach,
        p_value: (larger + 1) as f64 / (TURNS + 1) as f64,
    })
}

fn said(of: &HandedOver) -> Told {
    let counts = [
        ("months", of.months as f64),
        ("units", of.units as f64),
        ("matched", of.matched as f64),
        ("customers", of.customers as f64),
    ];
    let (Some(alike), Some(bent)) = (of.revenue, of.revenue_bent) else {
        return told("handed_over.too_few", &counts, &[]);
    };
    let code = match (alike, bent) {
        (one, other) if one.high < 0.0 && other.high < 0.0 => "handed_over.worse",
        (one, other) if one.low > 0.0 && other.low > 0.0 => "handed_over.better",
        _ => "handed_over.no_difference",
    };
    let lost = of.lost.map_or(0.0, |lost| lost.estimate);
    let more = [("estimate", alike.estimate), ("low", alike.low), ("high", alike.high), ("lost", lost)];
    told(code, &counts.into_iter().chain(more).collect::<Vec<_>>(), &[])
}

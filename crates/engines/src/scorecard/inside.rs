//! Inside sales: what the channel saves and what it costs in customers, against what was promised when units were moved to it.
use super::matched::{Difference, UnitMonths, handed_over};
use super::told::told;
use crate::effects::words::Told;
use serde::Serialize;

/// What was promised when units were moved, per year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelPromise {
    /// Cost saved a year, as a share of the cost of serving the units in the field.
    pub saving: f64,
    /// Recurring revenue lost a year by serving from inside, as a share of it: 0.02 for two percent.
    pub loss: f64,
}

/// What serving costs, per unit and month in any one currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelCost {
    /// In the field, before or for units alike.
    pub field: f64,
    /// From inside.
    pub inside: f64,
}

/// Whether a promise was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// It was.
    Kept,
    /// It was not, beyond chance.
    Broken,
    /// The data cannot tell.
    CannotTell,
}

/// What came of the channel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Channel {
    /// Units whose months are over.
    pub units: usize,
    /// Months since each was moved.
    pub months: usize,
    /// Cost saved, as a share of that in the field.
    pub saving: Option<f64>,
    /// What was promised.
    pub saving_promised: f64,
    /// Whether at least nine tenths of the saving came.
    pub saving_kept: Kept,
    /// Recurring revenue lost a year beyond units alike in the field, as a share; below zero: won.
    pub loss: Option<Difference>,
    /// What was promised.
    pub loss_promised: f64,
    /// Whether more was lost than promised.
    pub loss_kept: Kept,
    /// Whether it pays: what it saves a year less the margin on what it loses, in the currency of cost and revenue.
    pub worth: Option<f64>,
    /// What that means.
    pub told: Vec<Told>,
}

/// A saving counts as kept from this part of it on.
const SAVING_PART: f64 = 0.9;

/// Looks at units that were moved to the inside channel (`at`) beside units that were not, so many months after.
pub fn inside(
    units: &[UnitMonths],
    months: usize,
    cost: Option<ChannelCost>,
    promise: ChannelPromise,
    gross_margin: f64,
    seed: u64,
) -> Channel {
    let found = handed_over(units, months, seed);
    let yearly = 12.0 / months.max(1) as f64;
    // The interval holds both readings, so that a promise is broken or kept in both or not at all.
    let loss = found.revenue.zip(found.revenue_bent).map(|(alike, bent)| Difference {
        estimate: -alike.estimate * yearly,
        low: -alike.high.max(bent.high) * yearly,
        high: -alike.low.min(bent.low) * yearly,
        p_value: alike.p_value.max(bent.p_value),
    });
    let saving = cost.filter(|cost| cost.field > 0.0).map(|cost| 1.0 - cost.inside / cost.field);
    let saving_kept = match saving {
        Some(saving) if saving >= SAVING_PART * promise.saving => Kept::Kept,
        Some(_) => Kept::Broken,
        None => Kept::CannotTell,
    };
    // Kept where even the worst end of the interval is no more than promised; broken where the best end is more.
    let loss_kept = match loss {
        Some(loss) if loss.high <= promise.loss => Kept::Kept,
        Some(loss) if loss.low > promise.loss => Kept::Broken,
        _ => Kept::CannotTell,
    };
    let worth = worth(units, loss.as_ref(), cost, gross_margin);
    let mut channel = Channel {
        units: found.units,
        months,
        saving,
        saving_promised: promise.saving,
        saving_kept,
        loss,
        loss_promised: promise.loss,
        loss_kept,
        worth,
        told: Vec::new(),
    };
    channel.told = said(&channel);
    channel
}

fn worth(
    units: &[UnitMonths],
    loss: Option<&Difference>,
    cost: Option<ChannelCost>,
    margin: f64,
) -> Option<f64> {
    let moved: Vec<&UnitMonths> = units.iter().filter(|unit| unit.at.is_some()).collect();
    let before = |unit: &&UnitMonths| unit.arr.get(unit.at?.checked_sub(1)?).copied().flatten();
    let revenue: f64 = moved.iter().filter_map(before).sum();
    let (cost, loss) = (cost?, loss?);
    Some(12.0 * (cost.field - cost.inside) * moved.len() as f64 - margin * loss.estimate * revenue)
}

fn said(of: &Channel) -> Vec<Told> {
    let word = |kept: Kept| match kept {
        Kept::Kept => "kept",
        Kept::Broken => "broken",
        Kept::CannotTell => "cannot_tell",
    };
    let count = [("units", of.units as f64), ("months", of.months as f64)];
    let mut all = Vec::new();
    let saving = [("saving", of.saving.unwrap_or(f64::NAN)), ("promised", of.saving_promised)];
    let known = if of.saving.is_some() { &saving[..] } else { &saving[1..] };
    all.push(told(&format!("inside.saving.{}", word(of.saving_kept)), known, &[]));
    match of.loss {
        Some(loss) => {
            let numbers = [
                ("loss", loss.estimate),
                ("low", loss.low),
                ("high", loss.high),
                ("promised", of.loss_promised),
            ];
            let numbers: Vec<_> = count.into_iter().chain(numbers).collect();
            all.push(told(&format!("inside.loss.{}", word(of.loss_kept)), &numbers, &[]));
        }
        None => all.push(told("inside.loss.too_few", &count, &[])),
    }
    if let Some(worth) = of.worth {
        let code = if worth >= 0.0 { "inside.worth.pays" } else { "inside.worth.costs" };
        all.push(told(code, &[("worth", worth.abs())], &[]));
    }
    all
}

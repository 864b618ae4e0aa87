//! The inside channel: what serving from inside saves and loses against what was promised when units were moved to it.
use super::units::units;
use crate::interventions::Sentence;
use crate::{App, Result};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::subscriptions::Month;
use tandem_engines::scorecard::inside::{Channel, ChannelCost, ChannelPromise, Kept, inside};
use tandem_engines::scorecard::matched::Difference;
use tandem_engines::simulate::Scenario;
use tandem_store::ownership;
use tandem_store::promises::PromiseRow;

/// Recurring revenue lost a year beyond that of units alike in the field.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ChannelLoss {
    /// As a share; below zero: won.
    pub estimate: f64,
    /// 95 % interval.
    pub low: f64,
    /// 95 % interval.
    pub high: f64,
}

/// What came of the channel.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = InsideChannel)]
pub struct ChannelView {
    /// Units that were moved inside and whose months are over.
    pub units: usize,
    /// Months since each was moved.
    pub months: usize,
    /// Cost saved, as a share of that in the field.
    pub saving: Option<f64>,
    /// What was promised.
    pub saving_promised: f64,
    /// kept, broken or cannot_tell.
    pub saving_kept: &'static str,
    /// What was lost.
    pub loss: Option<ChannelLoss>,
    /// What was promised.
    pub loss_promised: f64,
    /// kept, broken or cannot_tell.
    pub loss_kept: &'static str,
    /// What it saves a year less the margin on what it loses.
    pub worth: Option<f64>,
    /// What that means.
    pub told: Vec<Sentence>,
}

/// Times after the move, longest first: the longest that has come counts.
const TIMES: [usize; 3] = [12, 6, 3];

/// What came of units that were moved inside since the split; absent where none was, or nothing was promised.
pub(super) async fn channel(
    app: &App,
    row: &PromiseRow,
    plan: &Scenario,
    to: Month,
) -> Result<Option<ChannelView>> {
    let Some((saving, loss)) = row.inside_saving.zip(row.inside_loss) else { return Ok(None) };
    let units = units(app, row.split_date, to, &["inside_account_manager"]).await?;
    if units.iter().all(|unit| unit.at.is_none()) {
        return Ok(None);
    }
    let over =
        |months: &usize| units.iter().any(|unit| unit.at.is_some_and(|at| at + months <= unit.arr.len()));
    let months = TIMES.into_iter().find(over).unwrap_or(TIMES[2]);
    let (cost, margin) = (cost(app, plan).await?, plan.gross_margin);
    let work = tokio::task::spawn_blocking(move || {
        inside(&units, months, cost, ChannelPromise { saving, loss }, margin, 1)
    });
    let found = work
        .await
        .map_err(|error| crate::Error::Conflict(format!("the channel was not looked at: {error}")))?;
    Ok(Some(shown(&found)))
}

/// What a unit costs a month in the field and inside: the seats as the plan prices them, by the units that they hold today.
async fn cost(app: &App, plan: &Scenario) -> Result<Option<ChannelCost>> {
    let today = app.clock.today();
    let mut held: BTreeMap<String, (BTreeSet<i64>, usize)> = BTreeMap::new();
    let on =
        |row: &ownership::OwnershipRow| row.start_date <= today && row.end_date.is_none_or(|end| today < end);
    for row in ownership::all(&app.db).await?.into_iter().filter(on) {
        let of = held.entry(row.role).or_default();
        of.0.insert(row.seller_id);
        of.1 += 1;
    }
    let monthly = |role: &str, at: usize| {
        let (people, units) = held.get(role)?;
        let pay = plan.salary.get(at)? * (1.0 + plan.burden) / 12.0;
        (*units > 0).then(|| pay * people.len() as f64 / *units as f64)
    };
    let field = monthly("account_manager", 2);
    Ok(field.zip(monthly("inside_account_manager", 3)).map(|(field, inside)| ChannelCost { field, inside }))
}

fn shown(found: &Channel) -> ChannelView {
    let word = |kept: Kept| match kept {
        Kept::Kept => "kept",
        Kept::Broken => "broken",
        Kept::CannotTell => "cannot_tell",
    };
    let loss = |of: Difference| ChannelLoss { estimate: of.estimate, low: of.low, high: of.high };
    ChannelView {
        units: found.units,
        months: found.months,
        saving: found.saving,
        saving_promised: found.saving_promised,
        saving_kept: word(found.saving_kept),
        loss: found.loss.map(loss),
        loss_promised: found.loss_promised,
        loss_kept: word(found.loss_kept),
        worth: found.worth,
        told: found.told.iter().map(Sentence::from).collect(),
    }
}

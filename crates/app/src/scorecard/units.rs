//! Units that passed on beside units alike that did not.
use crate::interventions::Sentence;
use crate::unit_months::UnitMonths;
use crate::{App, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::subscriptions::Month;
use tandem_engines::scorecard::matched::{Difference, HandedOver, UnitMonths as Matched, handed_over};
use tandem_store::{ownership, scorecard as store};

/// What became of units so many months after they passed on.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = HandedOverUnits)]
pub struct HandedOverView {
    /// Months since.
    pub months: usize,
    /// Units whose months are over.
    pub units: usize,
    /// Those of them for whom somebody alike was found.
    pub matched: usize,
    /// Customers among these.
    pub customers: usize,
    /// Change of recurring revenue beyond that of units alike in size and growth, as a share of that before.
    pub revenue: Option<Difference>,
    /// The same, where growth before goes on.
    pub revenue_bent: Option<Difference>,
    /// Share lost, beyond that of units alike.
    pub lost: Option<Difference>,
    /// What that means.
    pub told: Sentence,
}

impl From<HandedOver> for HandedOverView {
    fn from(found: HandedOver) -> Self {
        Self {
            months: found.months,
            units: found.units,
            matched: found.matched,
            customers: found.customers,
            revenue: found.revenue,
            revenue_bent: found.revenue_bent,
            lost: found.lost,
            told: Sentence::from(&found.told),
        }
    }
}

/// Times after a handoff that are looked at, in months.
const TIMES: [usize; 3] = [3, 6, 12];
/// Months before the split that growth is compared in.
const MONTHS_BEFORE: i32 = 12;

/// The months of all units, with the month in which each passed to one of these roles since a day.
pub(super) async fn units(app: &App, since: NaiveDate, to: Month, roles: &[&str]) -> Result<Vec<Matched>> {
    let from = Month::of(since).plus(-MONTHS_BEFORE);
    let units = UnitMonths::load(app, from, to).await?;
    let segments: BTreeMap<i64, Option<String>> = store::segments(&app.db).await?.into_iter().collect();
    let mut passed: BTreeMap<i64, NaiveDate> = BTreeMap::new();
    for row in ownership::all(&app.db).await? {
        if row.start_date >= since && roles.contains(&row.role.as_str()) {
            let day = passed.entry(row.unit_id).or_insert(row.start_date);
            *day = (*day).min(row.start_date);
        }
    }
    let one = |(unit, of): (&i64, &crate::unit_months::UnitArr)| {
        let known = |at: usize| units.month(at) >= of.first_sale;
        let at = passed.get(unit).map(|day| from.until(Month::of(*day)));
        Matched {
            unit: *unit,
            customer: of.customer,
            kind: segments.get(unit).cloned().flatten().unwrap_or_default(),
            arr: of.arr.iter().enumerate().map(|(at, arr)| known(at).then_some(*arr)).collect(),
            at: at.and_then(|at| usize::try_from(at).ok()),
        }
    };
    Ok(units.units.iter().map(one).collect())
}

/// What became of units that passed to account managers since the split, at every time that has come.
pub(super) async fn since(app: &App, split: NaiveDate, to: Month) -> Result<Vec<HandedOverView>> {
    let units = units(app, split, to, &["account_manager", "inside_account_manager"]).await?;
    let work = tokio::task::spawn_blocking(move || {
        let at = |months: usize| HandedOverView::from(handed_over(&units, months, 1));
        TIMES.into_iter().map(at).filter(|found| found.units > 0).collect()
    });
    work.await.map_err(|error| crate::Error::Conflict(format!("units were not compared: {error}")))
}

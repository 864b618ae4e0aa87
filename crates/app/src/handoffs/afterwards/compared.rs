//! Units that passed on beside like units that did not: reads the revenue of all units once, core compares.
use super::report::OutcomeEffect;
use super::store;
use crate::{App, Result, settings};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::matched::{Compared, matched};
use tandem_core::handoffs::outcome::OutcomeAt;
use tandem_store::book::{self, Whose};

/// Handoffs that are compared at each time, the latest: more say little more and take long.
const PASSED_MAX: usize = 500;
/// Units that are looked among for like ones, evenly over all.
const UNITS_MAX: usize = 6_000;

/// A subscription: first day, first day no longer, worth in minor units of the company's currency where the rate is known.
type Span = (NaiveDate, Option<NaiveDate>, Option<i64>);

/// What the handoffs changed, at 90, 180 and 365 days.
pub(super) async fn effects(app: &App, handoffs: &[Handoff]) -> Result<Vec<OutcomeEffect>> {
    let today = app.clock.today();
    let mut passed: BTreeMap<i64, Vec<NaiveDate>> = BTreeMap::new();
    for (handoff, on) in handoffs.iter().filter_map(|one| Some((one, one.transferred_on?))) {
        passed.entry(handoff.proposal.unit.0).or_default().push(on);
    }
    if passed.is_empty() {
        return Ok(nothing());
    }
    let world = World::read(app, &passed, today).await?;
    let effect = |at: &OutcomeAt| {
        let due = |day: &NaiveDate| {
            day.checked_add_days(chrono::Days::new(at.days())).is_some_and(|day| day <= today)
        };
        let mut days: Vec<(usize, NaiveDate)> = world
            .places
            .iter()
            .flat_map(|(unit, place)| passed.get(unit).into_iter().flatten().map(|day| (*place, *day)))
            .filter(|(_, day)| due(day))
            .collect();
        days.sort_by_key(|(place, day)| (std::cmp::Reverse(*day), *place));
        days.truncate(PASSED_MAX);
        let effect = matched(&world.units, &days, *at, today, |place, day| world.revenue(place, day));
        OutcomeEffect { at: *at, effect }
    };
    Ok(OutcomeAt::ALL.iter().map(effect).collect())
}

fn nothing() -> Vec<OutcomeEffect> {
    let effect = tandem_core::handoffs::matched::Matched::NotEnoughData { units: 0, compared: 0 };
    OutcomeAt::ALL.iter().map(|at| OutcomeEffect { at: *at, effect }).collect()
}

struct World {
    units: Vec<Compared>,
    places: BTreeMap<i64, usize>,
    spans: Vec<Vec<Span>>,
}

impl World {
    async fn read(app: &App, passed: &BTreeMap<i64, Vec<NaiveDate>>, today: NaiveDate) -> Result<Self> {
        let segments: BTreeMap<i64, Option<String>> =
            book::customers(&app.db, Whose::All).await?.into_iter().map(|row| (row.0, row.1)).collect();
        let mut rows = book::units(&app.db, Whose::All).await?;
        rows.sort_by_key(|row| row.0);
        let step = rows.len().div_ceil(UNITS_MAX).max(1);
        let kept =
            rows.into_iter().enumerate().filter(|(at, row)| at % step == 0 || passed.contains_key(&row.0));
        let (mut units, mut places) = (Vec::new(), BTreeMap::new());
        for (_, (unit, customer, ..)) in kept {
            places.insert(unit, units.len());
            units.push(Compared {
                customer,
                segment: segments.get(&customer).cloned().flatten(),
                passed: passed.get(&unit).cloned().unwrap_or_default(),
            });
        }
        let worths: BTreeMap<String, i64> = settings::load(app).await?.worths(today).into_iter().collect();
        let mut spans: Vec<Vec<Span>> = vec![Vec::new(); units.len()];
        for row in store::all_spans(&app.db).await? {
            if let Some(place) = places.get(&row.unit_id) {
                let worth = worths
                    .get(&row.currency)
                    .map(|rate| i128::from(row.arr_minor) * i128::from(*rate) / 1_000_000_000);
                let worth = worth.and_then(|minor| i64::try_from(minor).ok());
                spans[*place].push((row.start_date, row.end_date, worth));
            }
        }
        Ok(Self { units, places, spans })
    }

    /// At today's rates throughout, so that a rate is no growth.
    fn revenue(&self, place: usize, day: NaiveDate) -> Option<i64> {
        let in_force = |(start, end, _): &&Span| *start <= day && end.is_none_or(|end| end > day);
        self.spans[place]
            .iter()
            .filter(in_force)
            .try_fold(0_i64, |sum, (.., worth)| sum.checked_add((*worth)?))
    }
}

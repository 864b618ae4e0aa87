//! What came month by month: customers won, revenue kept and lost, and what the sales force cost. The record holds no pay, so people are priced as
//! the plan prices them, by the days on which they were there in a role; commission and travel likewise, on what was really sold and travelled.
use crate::unit_months::UnitMonths;
use crate::{App, Result};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::activities::ActivityCategory;
use tandem_core::subscriptions::Month;
use tandem_engines::scorecard::promise::Movements;
use tandem_engines::simulate::Scenario;
use tandem_store::scorecard::{self as store, PostRow};
use tandem_store::{ownership, sellers};

/// The place of a role in the plan's prices; managers have their own.
fn role_at(role: &str) -> Option<usize> {
    ["generalist", "hunter", "account_manager", "inside_account_manager"]
        .iter()
        .position(|known| *known == role)
}

/// The months from one to another, both included, priced by a plan.
pub(super) async fn movements(
    app: &App,
    costs: &Costs,
    from: Month,
    to: Month,
    plan: &Scenario,
) -> Result<Vec<Movements>> {
    let units = UnitMonths::load(app, from.plus(-1), to).await?;
    let mut won: BTreeMap<Month, f64> = BTreeMap::new();
    for (_, day) in store::first_sales(&app.db).await? {
        *won.entry(Month::of(day)).or_default() += 1.0;
    }
    let count = usize::try_from(from.until(to) + 1).unwrap_or(0);
    let one = |at: usize| {
        let month = units.month(at + 1);
        let mut sums = Sums::default();
        for (unit, of) in &units.units {
            let (Some(before), Some(after)) = (of.arr.get(at), of.arr.get(at + 1)) else { continue };
            sums.add(*before, *after, of.first_sale >= month, costs.role(*unit, month.last_day()));
        }
        let cost = costs.pay(month, plan) + sums.commission(plan) + costs.travel(month) * plan.travel_cost;
        Movements {
            won: won.get(&month).copied().unwrap_or(0.0),
            start: sums.start,
            lost: sums.lost,
            end: sums.end,
            cost,
            profit: plan.gross_margin * sums.end / 12.0 - cost,
        }
    };
    Ok((0..count).map(one).collect())
}

/// A month's movements, with what was sold by the role of who owned the unit at its end.
#[derive(Default)]
struct Sums {
    start: f64,
    lost: f64,
    end: f64,
    new: [f64; 4],
    more: [f64; 4],
    kept: [f64; 4],
}

impl Sums {
    fn add(&mut self, before: f64, after: f64, is_first: bool, role: usize) {
        self.start += before;
        self.end += after;
        self.lost += (before - after).max(0.0);
        let of = if before <= 0.0 || is_first { &mut self.new } else { &mut self.more };
        of[role] += (after - before).max(0.0);
        // About a twelfth of what stays is renewed in a month.
        self.kept[role] += before.min(after) / 12.0;
    }

    fn commission(&self, plan: &Scenario) -> f64 {
        let paid = |sold: &[f64; 4], rates: &[f64; 4]| {
            sold.iter().zip(rates).map(|(sold, rate)| sold * rate).sum::<f64>()
        };
        paid(&self.new, &plan.commission_new)
            + paid(&self.more, &plan.commission_expansion)
            + paid(&self.kept, &plan.commission_renewal)
    }
}

/// Who was there in which role, who owned what, and how much was travelled.
pub(super) struct Costs {
    posts: Vec<PostRow>,
    ends: BTreeMap<i64, Option<NaiveDate>>,
    owners: BTreeMap<i64, Vec<ownership::OwnershipRow>>,
    travelled: BTreeMap<Month, f64>,
}

impl Costs {
    /// All that is known of them.
    pub(super) async fn load(app: &App) -> Result<Self> {
        let mut owners: BTreeMap<i64, Vec<ownership::OwnershipRow>> = BTreeMap::new();
        for row in ownership::all(&app.db).await? {
            owners.entry(row.unit_id).or_default().push(row);
        }
        let people = sellers::as_of(&app.db, app.clock.today()).await?;
        let everybody = crate::diagnoses::panel::everybody(app).await?;
        let panel = &everybody.0;
        let mut travelled: BTreeMap<Month, f64> = BTreeMap::new();
        for seller in &panel.sellers {
            for (at, month) in seller.months.iter().enumerate() {
                let hours = month.hours.as_ref().map_or(0.0, |hours| hours.of(ActivityCategory::Travel));
                *travelled.entry(panel.month(at)).or_default() += hours;
            }
        }
        Ok(Self {
            posts: store::posts(&app.db).await?,
            ends: people.into_iter().map(|row| (row.id, row.end_date)).collect(),
            owners,
            travelled,
        })
    }

    /// The role in which somebody owned a unit on a day; a unit of nobody counts as a generalist's.
    fn role(&self, unit: i64, day: NaiveDate) -> usize {
        let on = |row: &&ownership::OwnershipRow| {
            row.start_date <= day && row.end_date.is_none_or(|end| day < end)
        };
        let owner = self.owners.get(&unit).and_then(|rows| rows.iter().find(on));
        owner.and_then(|row| role_at(&row.role)).unwrap_or(0)
    }

    /// Pay of everybody who was there, by the days of the month.
    fn pay(&self, month: Month, plan: &Scenario) -> f64 {
        let (first, next) = (month.first_day(), month.plus(1).first_day());
        let days = (next - first).num_days() as f64;
        let one = |(seller, role, start, end): &PostRow| {
            let left = self.ends.get(seller).copied().flatten();
            let to = end.unwrap_or(next).min(left.unwrap_or(next)).min(next);
            let share = (to - (*start).max(first)).num_days().max(0) as f64 / days;
            let yearly = match role_at(role) {
                Some(at) => plan.salary.get(at).copied().unwrap_or(0.0) * (1.0 + plan.burden),
                None => plan.manager_cost,
            };
            share * yearly / 12.0
        };
        self.posts.iter().map(one).sum()
    }

    fn travel(&self, month: Month) -> f64 {
        self.travelled.get(&month).copied().unwrap_or(0.0)
    }
}

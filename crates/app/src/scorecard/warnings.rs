//! Early warnings: stretched account managers, silent customers, shares about to end, renewals that nobody has spoken about; each with the place
//! where something is done about it.
use crate::handoffs::people::Sellers;
use crate::interventions::Sentence;
use crate::sessions::Named;
use crate::unit_months::UnitMonths;
use crate::{Actor, App, Result, diagnoses};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::subscriptions::Month;
use tandem_engines::scorecard::alerts::{Alert, Limits, Load, ShareToday, UnitToday};
use tandem_engines::scorecard::{Act, alerts};
use tandem_store::handoffs::{Filter, HandoffRow, list};
use tandem_store::{customers::Visible, ownership, revenue, scorecard as store};

/// One warning.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScorecardWarning)]
pub struct WarningView {
    /// rebalance, call_customer, prepare_renewal, finish_handoff or tell_hunter.
    pub act: &'static str,
    /// Whose job it is.
    pub seller: Named,
    /// The customer that it is about.
    pub customer_id: Option<String>,
    /// The handoff that it is about.
    pub handoff_id: Option<String>,
    /// The day until which it should be done; absent: as soon as possible.
    pub due: Option<NaiveDate>,
    /// What it is and what to do.
    pub told: Sentence,
}

/// How many there are of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = ScorecardWarningCount)]
pub struct WarningCount {
    /// Which kind.
    pub act: &'static str,
    /// How many.
    pub count: usize,
}

/// Warnings of each kind that are listed; the rest is only counted.
const SHOWN_MAX: usize = 12;
const HANDOFFS_MAX: i64 = 20_000;

fn word(act: Act) -> &'static str {
    match act {
        Act::Rebalance => "rebalance",
        Act::CallCustomer => "call_customer",
        Act::PrepareRenewal => "prepare_renewal",
        Act::FinishHandoff => "finish_handoff",
        Act::TellHunter => "tell_hunter",
    }
}

/// Warnings that concern somebody whom the actor leads, the most pressing first, and how many there are of each kind.
pub(super) async fn warnings(
    app: &App,
    people: &Sellers,
    led: Option<&BTreeSet<i64>>,
) -> Result<(Vec<WarningView>, Vec<WarningCount>)> {
    let today = app.clock.today();
    let rows = list(&app.db, &Filter::default(), HANDOFFS_MAX).await?;
    let known = Known::load(app, &rows, today).await?;
    let loads = loads(app, people, &rows).await?;
    let shares = shares(app, &rows, &known, today).await?;
    let found = alerts(&loads, &known.units(), &shares, today, &Limits::USUAL);
    let of: BTreeMap<i64, i64> = rows.iter().rev().map(|row| (row.unit_id, row.id)).collect();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut views = Vec::new();
    for alert in found.iter().filter(|alert| led.is_none_or(|led| led.contains(&alert.seller))) {
        let count = counts.entry(word(alert.act)).or_default();
        *count += 1;
        if *count <= SHOWN_MAX {
            views.push(view(alert, people, &known, &of));
        }
    }
    let counts = counts.into_iter().map(|(act, count)| WarningCount { act, count }).collect();
    Ok((views, counts))
}

fn view(alert: &Alert, people: &Sellers, known: &Known, handoffs: &BTreeMap<i64, i64>) -> WarningView {
    let of_handoff = matches!(alert.act, Act::FinishHandoff | Act::TellHunter);
    let customer = alert.unit.and_then(|unit| known.names.get(&unit)).map(|names| names.1.to_string());
    WarningView {
        act: word(alert.act),
        seller: Named {
            id: alert.seller.to_string(),
            name: people.get(&alert.seller).map(|row| row.name.clone()).unwrap_or_default(),
        },
        customer_id: customer,
        handoff_id: alert
            .unit
            .filter(|_| of_handoff)
            .and_then(|unit| handoffs.get(&unit))
            .map(i64::to_string),
        due: alert.due,
        told: Sentence::from(&alert.told),
    }
}

/// Units that buy today.
struct Known {
    /// What a unit and its customer are called: name, customer.
    names: BTreeMap<i64, (String, i64)>,
    owners: BTreeMap<i64, i64>,
    arr: BTreeMap<i64, f64>,
    ends: BTreeMap<i64, NaiveDate>,
    spoken: BTreeMap<(i64, Option<i64>), NaiveDate>,
    passed: BTreeMap<i64, NaiveDate>,
}

impl Known {
    async fn load(app: &App, handoffs: &[HandoffRow], today: NaiveDate) -> Result<Self> {
        let this = Month::of(today);
        let months = UnitMonths::load(app, this, this).await?;
        let mut arr = BTreeMap::new();
        for (unit, of) in &months.units {
            arr.extend(of.arr.last().filter(|arr| **arr > 0.0).map(|arr| (*unit, *arr)));
        }
        let named = |(unit, name, customer, of): (i64, String, i64, String)| {
            // A customer of one unit is called like it.
            let whole = if name == of || name.is_empty() { of } else { format!("{of} · {name}") };
            (unit, (whole, customer))
        };
        let names = store::names(&app.db).await?.into_iter().map(named).collect();
        let mut ends: BTreeMap<i64, NaiveDate> = BTreeMap::new();
        for row in revenue::spans(&app.db, &Visible::Everything, today).await? {
            if let Some(end) = row.end_date.filter(|end| row.start_date <= today && *end >= today) {
                let first = ends.entry(row.unit_id).or_insert(end);
                *first = (*first).min(end);
            }
        }
        let on = |row: &ownership::OwnershipRow| {
            row.start_date <= today && row.end_date.is_none_or(|end| today < end)
        };
        let owners = ownership::all(&app.db).await?;
        let spoken = store::spoken(&app.db, today).await?;
        let over = |row: &&HandoffRow| ["transferred", "settled"].contains(&row.state.as_str());
        Ok(Self {
            names,
            owners: owners.into_iter().filter(on).map(|row| (row.unit_id, row.seller_id)).collect(),
            arr,
            ends,
            spoken: spoken.into_iter().map(|(customer, unit, day)| ((customer, unit), day)).collect(),
            passed: handoffs
                .iter()
                .filter(over)
                .filter_map(|row| Some((row.unit_id, row.transfer_date.filter(|day| *day <= today)?)))
                .collect(),
        })
    }

    fn units(&self) -> Vec<UnitToday> {
        let one = |(unit, arr): (&i64, &f64)| {
            let (name, customer) = self.names.get(unit)?;
            let of_unit = self.spoken.get(&(*customer, Some(*unit)));
            Some(UnitToday {
                unit: *unit,
                name: name.clone(),
                owner: *self.owners.get(unit)?,
                arr: *arr,
                last_contact: of_unit.max(self.spoken.get(&(*customer, None))).copied(),
                renewal: self.ends.get(unit).copied(),
                handed_over: self.passed.get(unit).copied(),
            })
        };
        self.arr.iter().filter_map(one).collect()
    }
}

/// Account managers' loads, as the diagnosis measures them, with what is about to arrive.
async fn loads(app: &App, people: &Sellers, handoffs: &[HandoffRow]) -> Result<Vec<Load>> {
    let keeps = |id: i64| {
        let role = people.get(&id).and_then(|row| row.role.as_deref());
        matches!(role, Some("account_manager" | "inside_account_manager"))
    };
    let diagnosis = Box::pin(diagnoses::view(app, &Actor::operator(), None)).await?;
    let arriving = |id: i64| {
        let coming =
            |row: &&HandoffRow| row.is_open && row.receiver_id == Some(id) && row.state != "transferred";
        handoffs.iter().filter(coming).count()
    };
    let load = |seller: &diagnoses::SellerDiagnosis| {
        let id: i64 = seller.seller.id.parse().ok().filter(|id| keeps(*id))?;
        let over = seller.overstretch?;
        Some(Load {
            seller: id,
            name: seller.seller.name.clone(),
            rho: over.rho,
            units: over.held as usize,
            arriving: arriving(id),
        })
    };
    Ok(diagnosis.sellers.iter().filter_map(load).collect())
}

/// Transition shares that run, by the incentive plan of the giver that was in force on the day of the transfer.
async fn shares(
    app: &App,
    handoffs: &[HandoffRow],
    known: &Known,
    today: NaiveDate,
) -> Result<Vec<ShareToday>> {
    let plans = crate::incentives::PlansThroughTime::load(app).await?;
    let one = |row: &HandoffRow| {
        let on = row.transfer_date.filter(|day| *day <= today)?;
        let done = row.state == "settled";
        if !done && row.state != "transferred" {
            return None;
        }
        let plan = plans.of(row.giver_id, on)?;
        let months = i32::try_from(plan.transition.as_ref()?.months()).ok().filter(|months| *months > 0)?;
        Some(ShareToday {
            unit: row.unit_id,
            name: known.names.get(&row.unit_id)?.0.clone(),
            hunter: row.giver_id,
            ends: Month::of(on).plus(months - 1).last_day(),
            handoff_done: done,
        })
    };
    Ok(handoffs.iter().filter_map(one).collect())
}

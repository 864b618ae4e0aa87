//! Early warnings: what needs somebody now, why, and where it is done. Most pressing first.
use super::told::told;
use crate::effects::words::Told;
use chrono::NaiveDate;
use serde::Serialize;

/// An account manager's load.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// Who.
    pub seller: i64,
    /// The name.
    pub name: String,
    /// Hours asked for a week, divided by hours there are.
    pub rho: f64,
    /// Units held.
    pub units: usize,
    /// Units that are about to arrive.
    pub arriving: usize,
}

/// A unit as it is today.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitToday {
    /// The unit.
    pub unit: i64,
    /// What it is called.
    pub name: String,
    /// Its owner.
    pub owner: i64,
    /// Recurring revenue, in any one currency.
    pub arr: f64,
    /// The last day on which somebody spoke with it; absent: never.
    pub last_contact: Option<NaiveDate>,
    /// The next renewal.
    pub renewal: Option<NaiveDate>,
    /// The day on which it was handed over last.
    pub handed_over: Option<NaiveDate>,
}

/// A transition share that is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareToday {
    /// The unit.
    pub unit: i64,
    /// What it is called.
    pub name: String,
    /// Who keeps a share.
    pub hunter: i64,
    /// The last day of it.
    pub ends: NaiveDate,
    /// Whether the handoff is done.
    pub handoff_done: bool,
}

/// When something is worth a warning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Load from which an account manager is stretched.
    pub rho_max: f64,
    /// Days without contact.
    pub silent_days: i64,
    /// Days without contact in the first 90 days after a handoff.
    pub silent_days_new: i64,
    /// Days before a renewal in which it must have been spoken about.
    pub renewal_days: i64,
    /// Days before a share ends.
    pub share_days: i64,
}

impl Limits {
    /// What is usual: 45 and 14 days, renewals 90 days before, shares 30 days before their end.
    pub const USUAL: Self =
        Self { rho_max: 1.0, silent_days: 45, silent_days_new: 14, renewal_days: 90, share_days: 30 };
}

/// Where something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The alignment: move units, or hold arriving ones.
    Rebalance,
    /// The unit: speak with the customer.
    CallCustomer,
    /// The unit: prepare the renewal.
    PrepareRenewal,
    /// The handoff: finish it before the share ends.
    FinishHandoff,
    /// The statement: tell the hunter that the share ends.
    TellHunter,
}

/// One warning.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alert {
    /// What is done about it, and thereby where.
    pub act: Act,
    /// Whose job it is.
    pub seller: i64,
    /// The unit it is about.
    pub unit: Option<i64>,
    /// The day until which it should be done; absent: as soon as possible.
    pub due: Option<NaiveDate>,
    /// How pressing it is: larger first. Recurring revenue at stake where there is some.
    pub weight: f64,
    /// What it is and what to do.
    pub told: Told,
}

/// After a handoff a customer counts as new for so many days.
const NEW_DAYS: i64 = 90;

/// All warnings of a day: by kind, then by what is at stake.
pub fn alerts(
    loads: &[Load],
    units: &[UnitToday],
    shares: &[ShareToday],
    today: NaiveDate,
    limits: &Limits,
) -> Vec<Alert> {
    let mut alerts: Vec<Alert> = loads.iter().filter_map(|load| stretched(load, limits)).collect();
    for unit in units {
        // A renewal without contact says more than the silence alone.
        alerts.extend(renewal(unit, today, limits).or_else(|| silent(unit, today, limits)));
    }
    alerts.extend(shares.iter().filter_map(|share| ending(share, today, limits)));
    alerts.sort_by(|one, other| {
        rank(one.act)
            .cmp(&rank(other.act))
            .then(other.weight.total_cmp(&one.weight))
            .then(one.unit.cmp(&other.unit))
    });
    alerts
}

fn rank(act: Act) -> u8 {
    match act {
        Act::PrepareRenewal => 0,
        Act::Rebalance => 1,
        Act::FinishHandoff => 2,
        Act::CallCustomer => 3,
        Act::TellHunter => 4,
    }
}

fn stretched(load: &Load, limits: &Limits) -> Option<Alert> {
    let code = if load.arriving > 0 { "alert.stretched.arriving" } else { "alert.stretched" };
    let numbers = [("rho", load.rho), ("units", load.units as f64), ("arriving", load.arriving as f64)];
    (load.rho > limits.rho_max).then(|| Alert {
        act: Act::Rebalance,
        seller: load.seller,
        unit: None,
        due: None,
        weight: load.rho,
        told: told(code, &numbers[..if load.arriving > 0 { 3 } else { 2 }], &[("who", &load.name)]),
    })
}

fn silent_for(unit: &UnitToday, today: NaiveDate) -> Option<i64> {
    unit.last_contact.map(|last| (today - last).num_days())
}

fn renewal(unit: &UnitToday, today: NaiveDate, limits: &Limits) -> Option<Alert> {
    let on = unit.renewal?;
    let left = (on - today).num_days();
    let spoken = unit.last_contact.is_some_and(|last| (on - last).num_days() <= limits.renewal_days);
    if !(0..=limits.renewal_days).contains(&left) || spoken {
        return None;
    }
    let day = on.to_string();
    Some(Alert {
        act: Act::PrepareRenewal,
        seller: unit.owner,
        unit: Some(unit.unit),
        due: Some(on),
        weight: unit.arr,
        told: told(
            "alert.renewal",
            &[("days", left as f64), ("arr", unit.arr)],
            &[("who", &unit.name), ("day", &day)],
        ),
    })
}

fn silent(unit: &UnitToday, today: NaiveDate, limits: &Limits) -> Option<Alert> {
    let since_handoff = unit.handed_over.map(|day| (today - day).num_days());
    let is_new = since_handoff.is_some_and(|days| (0..=NEW_DAYS).contains(&days));
    let allowed = if is_new { limits.silent_days_new } else { limits.silent_days };
    // Who was handed over without a word since has been silent since then, whatever the giver said before.
    let silent = match (silent_for(unit, today), since_handoff.filter(|_| is_new)) {
        (Some(days), Some(since)) => Some(days.min(since)),
        (days, since) => days.or(since),
    };
    let (code, days) = match silent {
        Some(days) if days > allowed && is_new => ("alert.silent.new", days),
        Some(days) if days > allowed => ("alert.silent", days),
        None => ("alert.silent.never", 0),
        Some(_) => return None,
    };
    let numbers = [("arr", unit.arr), ("days", days as f64)];
    Some(Alert {
        act: Act::CallCustomer,
        seller: unit.owner,
        unit: Some(unit.unit),
        due: None,
        weight: unit.arr,
        told: told(
            code,
            &numbers[..if code == "alert.silent.never" { 1 } else { 2 }],
            &[("who", &unit.name)],
        ),
    })
}

fn ending(share: &ShareToday, today: NaiveDate, limits: &Limits) -> Option<Alert> {
    let left = (share.ends - today).num_days();
    let (act, code) = if share.handoff_done {
        (Act::TellHunter, "alert.share.done")
    } else {
        (Act::FinishHandoff, "alert.share.open")
    };
    let day = share.ends.to_string();
    (0..=limits.share_days).contains(&left).then(|| Alert {
        act,
        seller: share.hunter,
        unit: Some(share.unit),
        due: Some(share.ends),
        weight: -(left as f64),
        told: told(code, &[("days", left as f64)], &[("who", &share.name), ("day", &day)]),
    })
}

//! Recurring revenue by month and group.
use super::wire::Amount;
use crate::Server;
use crate::extract::{Query, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tandem_app::arr::{self, ArrView, Group, GroupView, LeftOut, MonthView};
use tandem_core::subscriptions::{Month, Reactivation};

/// Which months, split by what.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct Wanted {
    /// The first month, YYYY-MM.
    from: Option<String>,
    /// The last month, YYYY-MM.
    to: Option<String>,
    /// month (no split), segment, seller or customer.
    by: Option<String>,
    /// Only the group with this key.
    group: Option<String>,
}

/// One month; contraction and churn are positive losses.
#[derive(Clone, Serialize, utoipa::ToSchema)]
#[schema(as = ArrMonth)]
pub struct BridgeView {
    month: String,
    start: Amount,
    new: Amount,
    reactivation: Amount,
    expansion: Amount,
    contraction: Amount,
    churn: Amount,
    end: Amount,
    new_units: u32,
    lost_units: u32,
}

/// The months of one group. The key is the id of a seller or customer, else the name; that of the total is `total`, without one it is empty.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ArrGroup {
    key: String,
    label: String,
    months: Vec<BridgeView>,
    /// All months as one, named as `2026-01/2026-12`; absent for sellers, whose books change hands between months.
    period: Option<BridgeView>,
}

/// A share of what was there a year before, in percent; absent for an empty cohort.
#[derive(Clone, Serialize, utoipa::ToSchema)]
pub struct Retained {
    value: Option<f64>,
    cohort_start: Option<Amount>,
    because: String,
}

/// Which units' retention is counted, and how.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Cohort {
    /// The day the units are chosen: all that had ARR on it.
    from: NaiveDate,
    /// The day they are looked at again.
    to: NaiveDate,
    units: usize,
    /// What they had on the first day.
    start: Amount,
    /// What of that is still there: the smaller of first and now, unit by unit. GRR is its share of `start`.
    kept: Amount,
    /// What they have on the second day, growth included. NRR is its share of `start`.
    end: Amount,
    /// Whether units that left and came back count.
    reactivation_counts: bool,
}

/// A currency that the total leaves out.
#[derive(Serialize, utoipa::ToSchema)]
pub struct LeftOutView {
    currency: String,
    because: String,
}

/// Recurring revenue of the books that one sees.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Arr {
    /// everything, team or own.
    scope: &'static str,
    /// How many sellers' books that are.
    sellers: usize,
    currency: String,
    rates_as_of: Option<NaiveDate>,
    groups: Vec<ArrGroup>,
    /// Each currency by itself, where there are several.
    currencies: Vec<ArrGroup>,
    left_out: Vec<LeftOutView>,
    grr: Retained,
    nrr: Retained,
    cohort: Cohort,
}

/// Recurring revenue by month, and how it moved
#[utoipa::path(get, path = "/arr", tag = "arr", params(Wanted), responses((status = 200, body = Arr)))]
pub async fn show(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<axum::Json<Arr>, Problem> {
    let month = |text: Option<String>| {
        text.map(|text| text.parse::<Month>()).transpose().map_err(Problem::bad_request)
    };
    let group = match wanted.by.as_deref() {
        None | Some("" | "month") => Group::None,
        Some("segment") => Group::Segment,
        Some("seller") => Group::Seller,
        Some("customer") => Group::Customer,
        Some(other) => {
            return Err(Problem::bad_request(format!(
                "`{other}` is not a split: use month, segment, seller or customer"
            )));
        }
    };
    let view = arr::view(&server.app, &actor, month(wanted.from)?, month(wanted.to)?, group).await?;
    Ok(axum::Json(wire(&view, group, wanted.group.as_deref())))
}

fn wire(view: &ArrView, group: Group, only: Option<&str>) -> Arr {
    let (grr, nrr) = retained(view);
    let groups = match group {
        Group::None => vec![ArrGroup {
            key: "total".to_owned(),
            label: view.currency.clone(),
            months: view.months.iter().map(|month| bridge(month, &view.currency)).collect(),
            period: Some(bridge(&view.period, &view.currency)),
        }],
        _ => {
            let wanted = view.groups.iter().filter(|group| only.is_none_or(|only| only == group.key));
            wanted.map(|group| group_view(group, &view.currency)).collect()
        }
    };
    let left_out = view
        .left_out
        .iter()
        .cloned()
        .map(|LeftOut { currency, because }| LeftOutView { currency, because })
        .collect();
    let amount = |text: &String| Amount { amount: text.clone(), currency: view.currency.clone() };
    let cohort = Cohort {
        from: view.retention.from,
        to: view.retention.to,
        units: view.retention.units,
        start: amount(&view.retention.start),
        kept: amount(&view.retention.kept),
        end: amount(&view.retention.end),
        reactivation_counts: view.retention.reactivation == Reactivation::Counted,
    };
    let currencies = view.currencies.iter().map(|group| group_view(group, &group.label)).collect();
    let rates_as_of = Some(view.rates_as_of);
    let (scope, sellers) = (view.scope.text(), view.sellers);
    Arr {
        scope,
        sellers,
        currency: view.currency.clone(),
        rates_as_of,
        groups,
        currencies,
        left_out,
        grr,
        nrr,
        cohort,
    }
}

fn group_view(group: &GroupView, currency: &str) -> ArrGroup {
    ArrGroup {
        key: group.key.clone(),
        label: group.label.clone(),
        months: group.months.iter().map(|month| bridge(month, currency)).collect(),
        period: group.period.as_ref().map(|period| bridge(period, currency)),
    }
}

/// A month with its amounts.
pub fn bridge(m: &MonthView, currency: &str) -> BridgeView {
    let amount = |text: &String| Amount { amount: text.clone(), currency: currency.to_owned() };
    BridgeView {
        month: m.month.clone(),
        start: amount(&m.start),
        new: amount(&m.new),
        reactivation: amount(&m.reactivation),
        expansion: amount(&m.expansion),
        contraction: amount(&m.contraction),
        churn: amount(&m.churn),
        end: amount(&m.end),
        new_units: m.new_units,
        lost_units: m.lost_units,
    }
}

/// Gross and net retention of the year up to the last month.
pub fn retained(view: &ArrView) -> (Retained, Retained) {
    let kept = &view.retention;
    let rule = match kept.reactivation {
        Reactivation::Counted => "units that left and came back count",
        Reactivation::NotCounted => "units that left and came back do not count",
    };
    let because = format!("{} units with ARR on {}, looked at on {}; {rule}", kept.units, kept.from, kept.to);
    let share = |text: &Option<String>| Retained {
        value: text.as_ref().and_then(|text| text.parse().ok()),
        cohort_start: Some(Amount { amount: kept.start.clone(), currency: view.currency.clone() }),
        because: because.clone(),
    };
    (share(&kept.grr), share(&kept.nrr))
}

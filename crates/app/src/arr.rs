//! Recurring revenue through time: bridges by month and group, and what of it stays.
use crate::settings::{self, Settings};
use crate::{Actor, App, Error, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::money::{Currency, Money};
use tandem_core::ownership::{Period, owner_on};
use tandem_core::sellers::SellerRole;
use tandem_core::subscriptions::{Bridge, Month, Retention, Span, movements, retention};
use tandem_store::revenue::{self, SpanRow};

/// What the months are split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Not at all.
    None,
    /// The customer's segment.
    Segment,
    /// Who owns the unit at the month's end.
    Seller,
    /// The customer.
    Customer,
}

/// One month in decimal text; contraction and churn are positive losses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the fields are the movements of the glossary")]
pub struct MonthView {
    pub month: String,
    pub start: String,
    pub new: String,
    pub reactivation: String,
    pub expansion: String,
    pub contraction: String,
    pub churn: String,
    pub end: String,
    pub new_units: u32,
    pub lost_units: u32,
}

/// The months of one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupView {
    /// What the group is.
    pub label: String,
    /// Its months.
    pub months: Vec<MonthView>,
}

/// What is left out of the total and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOut {
    /// The currency.
    pub currency: String,
    /// Why, and what to do.
    pub because: String,
}

/// Shares of what was there a year before, in percent with two decimals; absent for an empty cohort.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RetentionView {
    /// The day the cohort is taken on.
    pub from: NaiveDate,
    /// The day it is looked at again.
    pub to: NaiveDate,
    /// Units in the cohort.
    pub units: usize,
    /// Gross revenue retention.
    pub grr: Option<String>,
    /// Net revenue retention.
    pub nrr: Option<String>,
    /// Whether units that left and came back count.
    pub reactivation: tandem_core::subscriptions::Reactivation,
}

/// Recurring revenue through time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArrView {
    /// The currency of `months`.
    pub currency: String,
    /// Other currencies are worth what they were on this day, so that rates do not look like movements.
    pub rates_as_of: NaiveDate,
    /// The total.
    pub months: Vec<MonthView>,
    /// Each group of the split; empty without one.
    pub groups: Vec<GroupView>,
    /// Each currency by itself, where there are several.
    pub currencies: Vec<GroupView>,
    /// Currencies without a rate.
    pub left_out: Vec<LeftOut>,
    /// The year up to the last month.
    pub retention: RetentionView,
}

/// Bridges of the months `from..=to` (absent: from the first subscription to today), split by `group`.
pub async fn view(
    app: &App,
    actor: &Actor,
    from: Option<Month>,
    to: Option<Month>,
    group: Group,
) -> Result<ArrView> {
    actor.require(Permission::SeeTotals)?;
    let settings = settings::load(app).await?;
    let rows = revenue::spans(&app.db).await?;
    let today = app.clock.today();
    let first = rows.iter().map(|row| Month::of(row.start_date)).min().unwrap_or(Month::of(today));
    let (from, to) = (from.unwrap_or(first), to.unwrap_or(Month::of(today)));
    if from > to || from.until(to) > 1_200 {
        return Err(Error::Invalid(format!(
            "from {from} to {to} is not a period: give from before to, at most 100 years"
        )));
    }
    let owners = if group == Group::Seller { owners(app).await? } else { BTreeMap::new() };
    Ok(build(&rows, &settings, (from, to), group, &owners, today))
}

type Owners = BTreeMap<i64, Vec<(Period, String)>>;

async fn owners(app: &App) -> Result<Owners> {
    let mut owners: Owners = BTreeMap::new();
    for row in tandem_store::ownership::all(&app.db).await? {
        let role = row.role.parse().unwrap_or(SellerRole::Generalist);
        let period = Period { seller: row.seller_id, role, start: row.start_date, end: row.end_date };
        owners.entry(row.unit_id).or_default().push((period, row.seller));
    }
    Ok(owners)
}

fn build(
    rows: &[SpanRow],
    settings: &Settings,
    (from, to): (Month, Month),
    group: Group,
    owners: &Owners,
    today: NaiveDate,
) -> ArrView {
    let used: BTreeSet<Currency> = rows.iter().filter_map(|row| row.currency.parse().ok()).collect();
    // A company with one foreign currency only sees that one; there is nothing to convert.
    let currency = match used.iter().collect::<Vec<_>>().as_slice() {
        [only] => **only,
        _ => settings.company.currency,
    };
    let day = to.last_day().min(today);
    let mut left_out: BTreeMap<String, String> = BTreeMap::new();
    let mut units: BTreeMap<i64, (Vec<Span>, &SpanRow)> = BTreeMap::new();
    let mut each: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for row in rows {
        let span =
            Span { unit: row.unit_id, arr_minor: row.arr_minor, start: row.start_date, end: row.end_date };
        each.entry(row.currency.clone()).or_default().push(span);
        match converted(row, currency, settings, day) {
            Ok(arr_minor) => units
                .entry(row.unit_id)
                .or_insert_with(|| (Vec::new(), row))
                .0
                .push(Span { arr_minor, ..span }),
            Err(because) => {
                left_out.insert(row.currency.clone(), because);
            }
        }
    }
    let mut total = vec![Bridge::default(); usize::try_from(from.until(to) + 1).unwrap_or(0)];
    let mut groups: BTreeMap<String, Vec<Bridge>> = BTreeMap::new();
    for (unit, (spans, row)) in &units {
        for (index, (month, bridge)) in movements(spans, from, to).into_iter().enumerate() {
            total[index].add(&bridge);
            if group != Group::None && bridge != Bridge::default() {
                let label = label(group, *unit, row, month, owners);
                groups.entry(label).or_insert_with(|| vec![Bridge::default(); total.len()])[index]
                    .add(&bridge);
            }
        }
    }
    let all: Vec<Span> = units.values().flat_map(|(spans, _)| spans.iter().copied()).collect();
    let several = each.len() > 1;
    ArrView {
        currency: currency.to_string(),
        rates_as_of: day,
        months: months(&total, from, currency),
        groups: groups
            .into_iter()
            .map(|(label, bridges)| GroupView { label, months: months(&bridges, from, currency) })
            .collect(),
        currencies: each
            .into_iter()
            .filter(|_| several)
            .filter_map(|(code, spans)| by_currency(&code, &spans, from, to))
            .collect(),
        left_out: left_out.into_iter().map(|(currency, because)| LeftOut { currency, because }).collect(),
        retention: year(&all, day, settings),
    }
}

fn converted(
    row: &SpanRow,
    currency: Currency,
    settings: &Settings,
    day: NaiveDate,
) -> std::result::Result<i64, String> {
    let own: Currency =
        row.currency.parse().map_err(|error: tandem_core::money::MoneyError| error.to_string())?;
    if own == currency {
        return Ok(row.arr_minor);
    }
    let money =
        settings.rates.convert(Money::new(row.arr_minor, own), day).map_err(|missing| missing.to_string())?;
    money.map(|money| money.minor).map_err(|error| error.to_string())
}

fn label(group: Group, unit: i64, row: &SpanRow, month: Month, owners: &Owners) -> String {
    let nobody = || "–".to_owned();
    match group {
        Group::None => String::new(),
        Group::Segment => row.segment.clone().unwrap_or_else(nobody),
        Group::Customer => row.customer.clone(),
        Group::Seller => {
            let history = owners.get(&unit).map(Vec::as_slice).unwrap_or_default();
            let on_last_day = |(period, _): &&(Period, String)| {
                owner_on(std::slice::from_ref(period), month.last_day()).is_some()
            };
            history.iter().find(on_last_day).map_or_else(nobody, |(_, name)| name.clone())
        }
    }
}

fn by_currency(code: &str, spans: &[Span], from: Month, to: Month) -> Option<GroupView> {
    let bridges: Vec<Bridge> = movements(spans, from, to).into_iter().map(|(_, bridge)| bridge).collect();
    Some(GroupView { label: code.to_owned(), months: months(&bridges, from, code.parse().ok()?) })
}

fn months(bridges: &[Bridge], from: Month, currency: Currency) -> Vec<MonthView> {
    let text = |minor: i128| Money::new(i64::try_from(minor).unwrap_or(i64::MAX), currency).decimal_text();
    let view = |(index, bridge): (usize, &Bridge)| MonthView {
        month: from.plus(index as i32).to_string(),
        start: text(bridge.start),
        new: text(bridge.new),
        reactivation: text(bridge.reactivation),
        expansion: text(bridge.expansion),
        contraction: text(bridge.contraction),
        churn: text(bridge.churn),
        end: text(bridge.end),
        new_units: bridge.new_units,
        lost_units: bridge.lost_units,
    };
    bridges.iter().enumerate().map(view).collect()
}

fn year(spans: &[Span], to: NaiveDate, settings: &Settings) -> RetentionView {
    let from = to.checked_sub_months(chrono::Months::new(12)).unwrap_or(to);
    let reactivation = settings.revenue.reactivation;
    let found: Retention = retention(spans, from, to, reactivation);
    let percent = |bp: Option<i64>| bp.map(|bp| format!("{}.{:02}", bp / 100, bp % 100));
    RetentionView {
        from,
        to,
        units: found.units,
        grr: percent(found.grr_bp()),
        nrr: percent(found.nrr_bp()),
        reactivation,
    }
}

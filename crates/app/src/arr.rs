//! Recurring revenue through time: bridges by month and group, and what of it stays.
use crate::settings::{self, Settings};
use crate::visibility::{self, Scope};
use crate::{Actor, App, Error, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tandem_core::money::{Currency, Money};
use tandem_core::ownership::{Period, owner_on};
use tandem_core::sellers::SellerRole;
use tandem_core::subscriptions::{Bridge, Month, Retention, Span, movements, retention};
use tandem_store::customers::Visible;
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
    /// What tells it from others of the same name: the id of a seller or customer, else the name; empty where there is none.
    pub key: String,
    /// What the group is.
    pub label: String,
    /// Its months.
    pub months: Vec<MonthView>,
    /// All its months as one; absent for sellers, whose books change hands between months.
    pub period: Option<MonthView>,
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
    /// What they had at first, decimal text.
    pub start: String,
    /// What of that is still there: the smaller of first and now, unit by unit.
    pub kept: String,
    /// What they have now, what they grew by included.
    pub end: String,
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
    /// Whose numbers these are.
    pub scope: Scope,
    /// How many sellers' books that are.
    pub sellers: usize,
    /// The currency of `months`.
    pub currency: String,
    /// Other currencies are worth what they were on this day, so that rates do not look like movements.
    pub rates_as_of: NaiveDate,
    /// The total.
    pub months: Vec<MonthView>,
    /// All months as one.
    pub period: MonthView,
    /// Each group of the split; empty without one.
    pub groups: Vec<GroupView>,
    /// Each currency by itself, where there are several.
    pub currencies: Vec<GroupView>,
    /// Currencies without a rate.
    pub left_out: Vec<LeftOut>,
    /// The year up to the last month.
    pub retention: RetentionView,
}

/// Bridges of the months `from..=to` (absent: from the first subscription to today), split by `group`, of the units in the books that the
/// actor sees: those owned today, with their whole past.
pub async fn view(
    app: &App,
    actor: &Actor,
    from: Option<Month>,
    to: Option<Month>,
    group: Group,
) -> Result<Arc<ArrView>> {
    let asked = format!("arr {from:?} {to:?} {group:?}");
    app.remembered(actor, asked, make(app, actor, from, to, group)).await
}

async fn make(
    app: &App,
    actor: &Actor,
    from: Option<Month>,
    to: Option<Month>,
    group: Group,
) -> Result<ArrView> {
    let settings = settings::load(app).await?;
    let today = app.clock.today();
    let visible = visibility::customers(app, actor).await?;
    let rows = revenue::spans(&app.db, &visible, today).await?;
    let first = rows.iter().map(|row| Month::of(row.start_date)).min().unwrap_or(Month::of(today));
    let (from, to) = (from.unwrap_or(first), to.unwrap_or(Month::of(today)));
    if from > to || from.until(to) > 1_200 {
        return Err(Error::Invalid(format!(
            "from {from} to {to} is not a period: give from before to, at most 100 years"
        )));
    }
    let owners = if group == Group::Seller { owners(app).await? } else { BTreeMap::new() };
    let view = build(&rows, &settings, (from, to), group, &owners, today);
    Ok(ArrView { scope: Scope::of(actor), sellers: sellers(app, &visible).await?, ..view })
}

async fn sellers(app: &App, visible: &Visible) -> Result<usize> {
    Ok(match visible {
        Visible::Books(sellers) => sellers.len(),
        Visible::Everything => tandem_store::sellers::as_of(&app.db, app.clock.today())
            .await?
            .iter()
            .filter(|seller| seller.kind == "person")
            .count(),
    })
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
    let mut groups: BTreeMap<(String, String), Vec<Bridge>> = BTreeMap::new();
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
        scope: Scope::Everything,
        sellers: 0,
        currency: currency.to_string(),
        rates_as_of: day,
        months: months(&total, from, currency),
        period: period(&total, from, currency),
        groups: groups
            .into_iter()
            .map(|((label, key), bridges)| GroupView {
                key,
                label,
                months: months(&bridges, from, currency),
                period: (group != Group::Seller).then(|| period(&bridges, from, currency)),
            })
            .collect(),
        currencies: each
            .into_iter()
            .filter(|_| several)
            .filter_map(|(code, spans)| by_currency(&code, &spans, from, to))
            .collect(),
        left_out: left_out.into_iter().map(|(currency, because)| LeftOut { currency, because }).collect(),
        retention: year(&all, day, settings, currency),
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

/// The name of a unit's group, and what tells it from others of that name.
fn label(group: Group, unit: i64, row: &SpanRow, month: Month, owners: &Owners) -> (String, String) {
    let nobody = || ("–".to_owned(), String::new());
    match group {
        Group::None => (String::new(), String::new()),
        Group::Segment => row.segment.clone().map_or_else(nobody, |segment| (segment.clone(), segment)),
        Group::Customer => (row.customer.clone(), row.customer_id.to_string()),
        Group::Seller => {
            let history = owners.get(&unit).map(Vec::as_slice).unwrap_or_default();
            let on_last_day = |(period, _): &&(Period, String)| {
                owner_on(std::slice::from_ref(period), month.last_day()).is_some()
            };
            let owner = history.iter().find(on_last_day);
            owner.map_or_else(nobody, |(period, name)| (name.clone(), period.seller.to_string()))
        }
    }
}

fn by_currency(code: &str, spans: &[Span], from: Month, to: Month) -> Option<GroupView> {
    let bridges: Vec<Bridge> = movements(spans, from, to).into_iter().map(|(_, bridge)| bridge).collect();
    let currency = code.parse().ok()?;
    Some(GroupView {
        key: code.to_owned(),
        label: code.to_owned(),
        months: months(&bridges, from, currency),
        period: Some(period(&bridges, from, currency)),
    })
}

fn months(bridges: &[Bridge], from: Month, currency: Currency) -> Vec<MonthView> {
    let view =
        |(index, bridge): (usize, &Bridge)| month_view(from.plus(index as i32).to_string(), bridge, currency);
    bridges.iter().enumerate().map(view).collect()
}

/// The months as one: the first start, all movements, the last end; named as an interval, `2026-01/2026-12`.
#[doc(hidden)]
pub fn period(bridges: &[Bridge], from: Month, currency: Currency) -> MonthView {
    let mut whole = Bridge::default();
    bridges.iter().for_each(|bridge| whole.add(bridge));
    whole.start = bridges.first().map_or(0, |bridge| bridge.start);
    whole.end = bridges.last().map_or(0, |bridge| bridge.end);
    let to = from.plus(i32::try_from(bridges.len()).unwrap_or(1) - 1);
    month_view(format!("{from}/{to}"), &whole, currency)
}

fn text(minor: i128, currency: Currency) -> String {
    Money::new(i64::try_from(minor).unwrap_or(i64::MAX), currency).decimal_text()
}

fn month_view(month: String, bridge: &Bridge, currency: Currency) -> MonthView {
    let text = |minor: i128| text(minor, currency);
    MonthView {
        month,
        start: text(bridge.start),
        new: text(bridge.new),
        reactivation: text(bridge.reactivation),
        expansion: text(bridge.expansion),
        contraction: text(bridge.contraction),
        churn: text(bridge.churn),
        end: text(bridge.end),
        new_units: bridge.new_units,
        lost_units: bridge.lost_units,
    }
}

fn year(spans: &[Span], to: NaiveDate, settings: &Settings, currency: Currency) -> RetentionView {
    let from = to.checked_sub_months(chrono::Months::new(12)).unwrap_or(to);
    let reactivation = settings.revenue.reactivation;
    let found: Retention = retention(spans, from, to, reactivation);
    let percent = |bp: Option<i64>| bp.map(|bp| format!("{}.{:02}", bp / 100, bp % 100));
    RetentionView {
        from,
        to,
        units: found.units,
        start: text(found.start, currency),
        kept: text(found.kept, currency),
        end: text(found.end, currency),
        grr: percent(found.grr_bp()),
        nrr: percent(found.nrr_bp()),
        reactivation,
    }
}

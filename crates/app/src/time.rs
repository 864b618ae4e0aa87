//! Where the sellers' hours go: coverage first, then weeks and people by category and class.
use crate::events::Event;
use crate::visibility::Scope;
use crate::{Actor, App, Error, Result, settings};
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use tandem_core::activities::ActivityCategory;
use tandem_core::opportunities::OpportunityKind;
use tandem_core::sellers::SellerRole;
use tandem_core::subscriptions::{Span, movements::arr_on};
use tandem_core::time::{Facts, Rules, TimeClass};
use tandem_store::activities::{self, ReportRow, TimeRow};
use tandem_store::customers::Visible;
use tandem_store::revenue;
use tandem_store::sellers;
pub use tandem_store::sellers::SellerRow;

/// Hours by word, with one decimal.
pub type Hours = BTreeMap<&'static str, f64>;

/// How much of the time the record knows about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// Sellers who were there.
    pub sellers: usize,
    /// Sellers with at least one recorded hour.
    pub sellers_with_time: usize,
    /// Contracted hours.
    pub hours_available: f64,
    /// Recorded hours.
    pub hours_recorded: f64,
    /// Recorded hours whose length is a usual one, not a recorded one.
    pub hours_assumed: f64,
    /// Recorded as a share of available.
    pub share: f64,
    /// Hours by where they come from.
    pub sources: BTreeMap<&'static str, f64>,
    /// How far the shares can be trusted: none, thin (below 30 %), half (below 70 %) or most.
    pub level: &'static str,
    /// What that means, as a sentence.
    pub because: String,
}

/// A week of the team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekView {
    /// The Monday.
    pub week: NaiveDate,
    /// Hours by category.
    pub categories: Hours,
    /// Hours by class.
    pub classes: Hours,
}

/// A person's time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonView {
    /// The seller's id.
    pub seller: String,
    /// The seller's name.
    pub name: String,
    /// Contracted hours.
    pub hours_available: f64,
    /// Recorded hours.
    pub hours_recorded: f64,
    /// Hours by category.
    pub categories: Hours,
    /// Hours by class.
    pub classes: Hours,
    /// The same by week.
    pub weeks: Vec<WeekView>,
}

/// Where the hours go.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimeView {
    /// The first Monday.
    pub from: NaiveDate,
    /// The Monday after the last week.
    pub to: NaiveDate,
    /// What the rest stands on.
    pub coverage: Coverage,
    /// The team, week by week.
    pub weeks: Vec<WeekView>,
    /// Person by person.
    pub people: Vec<PersonView>,
}

/// Weeks shown where no period is given.
const WEEKS_DEFAULT: u64 = 26;
const WEEKS_MAX: i64 = 520;

/// Minutes by seller and week, by category and by class.
pub(crate) type Sums =
    BTreeMap<(i64, NaiveDate), (BTreeMap<ActivityCategory, i64>, BTreeMap<TimeClass, i64>)>;

/// Recorded minutes with what is known of the records.
pub(crate) struct Recorded {
    /// The minutes.
    pub sums: Sums,
    sources: BTreeMap<&'static str, f64>,
    assumed: i64,
}

/// Time in the weeks that touch `from..to`; absent: the latest half year with records.
pub async fn view(
    app: &App,
    actor: &Actor,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Arc<TimeView>> {
    app.remembered(actor, format!("time {from:?} {to:?}"), make(app, actor, from, to)).await
}

async fn make(app: &App, actor: &Actor, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<TimeView> {
    let (from, to) = period(app, from, to).await?;
    let rules = settings::time_rules(app).await?;
    let sellers = visible_sellers(app, actor).await?;
    let seen: BTreeSet<i64> = sellers.iter().map(|seller| seller.id).collect();
    let Recorded { sums, sources, assumed } =
        recorded(app, &rules, (Scope::of(actor), &seen), (from, to)).await?;
    Ok(build(from, to, &sellers, &rules, &sums, sources, assumed))
}

/// What sellers did in `from..to`, classified, whatever the source.
pub(crate) async fn recorded(
    app: &App,
    rules: &Rules,
    (scope, seen): (Scope, &BTreeSet<i64>),
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Recorded> {
    let facts = CustomerFacts::load(app).await?;
    let (mut sums, mut sources, mut assumed) = (Sums::new(), BTreeMap::new(), 0);
    let mut reports = activities::reports(&app.db, from, to).await?;
    reports.retain(|report| seen.contains(&report.seller_id) && report.minutes > 0);
    // A week that its seller has reported is told whole: what is logged of it is part of that, not more.
    let reported: BTreeSet<(i64, NaiveDate)> =
        reports.iter().map(|report| (report.seller_id, report.week_start)).collect();
    let of: Vec<i64> = seen.iter().copied().collect();
    let of = (scope != Scope::Everything).then_some(of.as_slice());
    activities::each_in(&app.db, of, (from, to), |row| {
        if seen.contains(&row.seller_id) && !reported.contains(&(row.seller_id, monday(row.date))) {
            assumed += add(&mut sums, &mut sources, &row, rules, &facts);
        }
    })
    .await?;
    reports.iter().for_each(|report| add_report(&mut sums, &mut sources, report));
    Ok(Recorded { sums, sources, assumed })
}

async fn period(app: &App, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(NaiveDate, NaiveDate)> {
    let last = match to {
        Some(to) => to,
        None => {
            activities::days(&app.db).await?.1.unwrap_or(app.clock.today()).min(app.clock.today())
                + Days::new(1)
        }
    };
    let to = monday(last - Days::new(1)) + Days::new(7);
    let from = monday(from.unwrap_or(to - Days::new(7 * WEEKS_DEFAULT)));
    if from >= to || (to - from).num_weeks() > WEEKS_MAX {
        return Err(Error::Invalid(format!(
            "{from} to {to} is not a period: give from before to, at most {WEEKS_MAX} weeks"
        )));
    }
    Ok((from, to))
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// Sellers that the actor may see: all, the team below, or only themselves.
pub async fn visible_sellers(app: &App, actor: &Actor) -> Result<Vec<SellerRow>> {
    let all = sellers::as_of(&app.db, app.clock.today()).await?;
    let people = all.into_iter().filter(|seller| seller.kind == "person");
    if actor.role.sees_everything() {
        return Ok(people.collect());
    }
    let below = crate::visibility::sellers(app, actor).await?;
    Ok(people.filter(|seller| below.contains(&seller.id)).collect())
}

/// What is known of customers when their time is classified.
struct CustomerFacts {
    first_sale: HashMap<i64, NaiveDate>,
    penetration_bp: HashMap<i64, i64>,
}

impl CustomerFacts {
    async fn load(app: &App) -> Result<Self> {
        let today = app.clock.today();
        let mut facts = Self { first_sale: HashMap::new(), penetration_bp: HashMap::new() };
        let mut spans: HashMap<i64, Vec<Span>> = HashMap::new();
        for row in revenue::spans(&app.db, &Visible::Everything, today).await? {
            let first = facts.first_sale.entry(row.customer_id).or_insert(row.start_date);
            *first = (*first).min(row.start_date);
            let span = Span {
                unit: row.unit_id,
                arr_minor: row.arr_minor,
                start: row.start_date,
                end: row.end_date,
            };
            spans.entry(row.unit_id).or_default().push(span);
        }
        for (unit, potential) in revenue::potentials(&app.db).await? {
            let arr = spans.get(&unit).map_or(0, |spans| arr_on(spans, today));
            let share = i64::try_from(arr * 10_000 / i128::from(potential.max(1))).unwrap_or(i64::MAX);
            facts.penetration_bp.insert(unit, share);
        }
        Ok(facts)
    }
}

fn add(
    sums: &mut Sums,
    sources: &mut BTreeMap<&'static str, f64>,
    row: &TimeRow,
    rules: &Rules,
    facts: &CustomerFacts,
) -> i64 {
    let first_sale = row.customer_id.and_then(|customer| facts.first_sale.get(&customer));
    let found = rules.classify(&Facts {
        category: row.category.as_deref().and_then(|word| word.parse().ok()),
        urgency: row.urgency.as_deref().and_then(|word| word.parse().ok()),
        initiated_by: row.initiated_by.as_deref().and_then(|word| word.parse().ok()),
        minutes: row.minutes,
        kind: row.kind.as_deref(),
        subject: row.subject.as_deref(),
        opportunity: row.opportunity.as_deref().and_then(|word| word.parse::<OpportunityKind>().ok()),
        has_customer: row.customer_id.is_some(),
        is_buying: first_sale.is_some_and(|first| *first <= row.date),
        penetration_bp: row.unit_id.and_then(|unit| facts.penetration_bp.get(&unit)).copied(),
    });
    let (categories, classes) = sums.entry((row.seller_id, monday(row.date))).or_default();
    *categories.entry(found.category).or_default() += found.minutes;
    *classes.entry(found.class).or_default() += found.minutes;
    let source = if row.from_calendar == Some(true) { "calendars" } else { "activities" };
    *sources.entry(source).or_default() += found.minutes as f64 / 60.0;
    if found.assumed { found.minutes } else { 0 }
}

fn add_report(sums: &mut Sums, sources: &mut BTreeMap<&'static str, f64>, report: &ReportRow) {
    let Ok(category) = report.category.parse::<ActivityCategory>() else { return };
    let class = match category {
        ActivityCategory::NewBusiness | ActivityCategory::Expansion => TimeClass::Hard,
        ActivityCategory::Internal | ActivityCategory::Travel => TimeClass::Other,
        _ => TimeClass::Easy,
    };
    let (categories, classes) = sums.entry((report.seller_id, report.week_start)).or_default();
    *categories.entry(category).or_default() += report.minutes;
    *classes.entry(class).or_default() += report.minutes;
    *sources.entry("self_reports").or_default() += report.minutes as f64 / 60.0;
}

fn build(
    from: NaiveDate,
    to: NaiveDate,
    sellers: &[SellerRow],
    rules: &Rules,
    sums: &Sums,
    sources: BTreeMap<&'static str, f64>,
    assumed: i64,
) -> TimeView {
    let mondays: Vec<NaiveDate> = std::iter::successors(Some(from), |week| Some(*week + Days::new(7)))
        .take_while(|week| *week < to)
        .collect();
    let people: Vec<PersonView> =
        sellers.iter().filter_map(|seller| person(seller, &mondays, rules, sums)).collect();
    let weeks = mondays
        .iter()
        .map(|week| week_view(*week, sums.iter().filter(|((_, of), _)| of == week).map(|(_, sums)| sums)))
        .collect();
    TimeView { from, to, coverage: coverage(&people, sources, assumed), weeks, people }
}

fn person(seller: &SellerRow, mondays: &[NaiveDate], rules: &Rules, sums: &Sums) -> Option<PersonView> {
    let per_week = seller.centihours_per_week.unwrap_or(rules.centihours_per_week) as f64 / 100.0;
    let there = |week: &&NaiveDate| {
        seller.start_date.is_none_or(|start| start < **week + Days::new(7))
            && seller.end_date.is_none_or(|end| end > **week)
    };
    let present: Vec<&NaiveDate> = mondays.iter().filter(there).collect();
    let weeks: Vec<WeekView> =
        mondays.iter().map(|week| week_view(*week, sums.get(&(seller.id, *week)).into_iter())).collect();
    let whole =
        week_view(mondays.first().copied()?, mondays.iter().filter_map(|week| sums.get(&(seller.id, *week))));
    let hours_recorded = round(whole.categories.values().sum());
    // Who leads and records nothing is no gap in the record of those who sell.
    let leads = seller.role.as_deref() == Some(SellerRole::Manager.text());
    if (present.is_empty() || leads) && hours_recorded == 0.0 {
        return None;
    }
    Some(PersonView {
        seller: seller.id.to_string(),
        name: seller.name.clone(),
        hours_available: round(per_week * present.len() as f64),
        hours_recorded,
        categories: whole.categories,
        classes: whole.classes,
        weeks,
    })
}

fn week_view<'a>(
    week: NaiveDate,
    sums: impl Iterator<Item = &'a (BTreeMap<ActivityCategory, i64>, BTreeMap<TimeClass, i64>)>,
) -> WeekView {
    let mut categories: Hours = ActivityCategory::ALL.iter().map(|category| (category.text(), 0.0)).collect();
    let mut classes: Hours = TimeClass::ALL.iter().map(|class| (class.text(), 0.0)).collect();
    for (by_category, by_class) in sums {
        for (category, minutes) in by_category {
            *categories.entry(category.text()).or_default() += *minutes as f64 / 60.0;
        }
        for (class, minutes) in by_class {
            *classes.entry(class.text()).or_default() += *minutes as f64 / 60.0;
        }
    }
    categories.values_mut().chain(classes.values_mut()).for_each(|hours| *hours = round(*hours));
    WeekView { week, categories, classes }
}

fn coverage(people: &[PersonView], sources: BTreeMap<&'static str, f64>, assumed: i64) -> Coverage {
    let available: f64 = people.iter().map(|person| person.hours_available).sum();
    let recorded: f64 = people.iter().map(|person| person.hours_recorded).sum();
    let share = if available > 0.0 { recorded / available } else { 0.0 };
    let (level, because) = if recorded == 0.0 {
        ("none", "No hours are recorded: import activities or calendars, or let sellers report their weeks.")
    } else if share < 0.3 {
        (
            "thin",
            "Most of the time is not recorded, so shares below say little: import calendars, or let sellers report four weeks.",
        )
    } else if share < 0.7 {
        (
            "half",
            "Much of the time is not recorded: shares are a fair picture only if the rest is spent alike.",
        )
    } else {
        ("most", "Most of the time is recorded.")
    };
    Coverage {
        sellers: people.len(),
        sellers_with_time: people.iter().filter(|person| person.hours_recorded > 0.0).count(),
        hours_available: round(available),
        hours_recorded: round(recorded),
        hours_assumed: round(assumed as f64 / 60.0),
        share: (share * 1000.0).round() / 1000.0,
        sources: sources.into_iter().map(|(source, hours)| (source, round(hours))).collect(),
        level,
        because: because.to_owned(),
    }
}

fn round(hours: f64) -> f64 {
    // An empty sum is minus zero; nobody should read that.
    (hours * 10.0).round() / 10.0 + 0.0
}

/// A seller's own reports: hours by category, week by week. All of them are kept, or none.
pub async fn report_weeks(
    app: &App,
    actor: &Actor,
    weeks: &BTreeMap<NaiveDate, Vec<(ActivityCategory, f64)>>,
) -> Result<()> {
    actor.require(crate::Permission::ReportTime)?;
    let seller = actor.seller.ok_or_else(|| {
        Error::Forbidden("only sellers report their time: this user is not linked to one".to_owned())
    })?;
    let mut rows = Vec::new();
    for (week, hours) in weeks {
        rows.extend(week_rows(seller, monday(*week), hours)?);
    }
    let minutes = rows.iter().map(|row| json!([row.week_start, row.category, row.minutes])).collect();
    let event = Event::new(app, actor, "time.reported", "sellers", minutes);
    app.db
        .write(move |tx| {
            Box::pin(async move {
                activities::put_reports(tx, &rows).await?;
                event.append(tx, seller).await
            })
        })
        .await?;
    Ok(())
}

fn week_rows(
    seller: i64,
    week_start: NaiveDate,
    hours: &[(ActivityCategory, f64)],
) -> Result<Vec<ReportRow>> {
    let total: f64 = hours.iter().map(|(_, hours)| *hours).sum();
    if !(0.0..=168.0).contains(&total) || hours.iter().any(|(_, hours)| *hours < 0.0) {
        return Err(Error::Invalid(format!(
            "{total} hours do not fit into a week: give between 0 and 168 in all"
        )));
    }
    let row = |(category, hours): &(ActivityCategory, f64)| ReportRow {
        seller_id: seller,
        week_start,
        category: category.to_string(),
        minutes: (hours * 60.0).round() as i64,
    };
    Ok(hours.iter().map(row).collect())
}

/// The actor's own report of a week: minutes by category.
pub async fn own_report(app: &App, actor: &Actor, week: NaiveDate) -> Result<Vec<(String, i64)>> {
    let Some(seller) = actor.seller else { return Ok(Vec::new()) };
    let from = monday(week);
    let rows = activities::reports(&app.db, from, from + Days::new(7)).await?;
    Ok(rows
        .into_iter()
        .filter(|row| row.seller_id == seller)
        .map(|row| (row.category, row.minutes))
        .collect())
}

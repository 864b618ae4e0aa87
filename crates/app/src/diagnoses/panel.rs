//! The panel of sellers and months, from the records: who held and won which customers when, and where their hours went.
use crate::arr::{self, Group, MonthView};
use crate::visibility::Scope;
use crate::{Actor, App, Result, settings, time};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tandem_core::subscriptions::{Month, Span, movements::arr_on};
use tandem_engines::diagnose::Panel;
use tandem_engines::diagnose::panel::{ArrMonth, Hours, SellerMonth, SellerSeries, TeamMonth};
use tandem_store::customers::Visible;
use tandem_store::ownership::OwnershipRow;
use tandem_store::revenue::SpanRow;
use tandem_store::sellers::{self, SellerRow};
use tandem_store::{opportunities, ownership, revenue};

/// Older months say little about today.
const MONTHS_MAX: i32 = 60;
/// Working days of a week.
const WORKING_DAYS: f64 = 5.0;

/// The panel of everybody up to the last whole month of today, and their names; kept until the data change, because several views stand on it.
pub async fn everybody(app: &App) -> Result<Arc<(Panel, BTreeMap<i64, String>)>> {
    let operator = Actor::operator();
    // On the heap: what reads the whole record is large, and those who ask for it are deep already.
    let making = Box::pin(panel(app, app.clock.today(), &operator));
    Box::pin(app.remembered(&operator, "panel".to_owned(), making)).await
}

/// The panel up to the last whole month of a day, of the sellers that the actor sees, and their names.
pub async fn panel(app: &App, as_of: NaiveDate, actor: &Actor) -> Result<(Panel, BTreeMap<i64, String>)> {
    let only = match Scope::of(actor) {
        Scope::Everything => None,
        Scope::Team | Scope::Own => Some(crate::visibility::sellers(app, actor).await?),
    };
    let spans = revenue::spans(&app.db, &Visible::Everything, as_of).await?;
    let owners = ownership::all(&app.db).await?;
    let created = opportunities::new_business(&app.db, as_of + Days::new(1)).await?;
    let months = months(&spans, opportunities::first_lost(&app.db).await?, as_of);
    let book = Book::of(&spans, &owners, &months);
    let people: Vec<SellerRow> = sellers::as_of(&app.db, as_of).await?;
    let people = people.into_iter().filter(|seller| {
        seller.kind == "person" && only.as_ref().is_none_or(|only| only.contains(&seller.id))
    });
    let people: Vec<SellerRow> = people.filter(|seller| book.sellers.contains(&seller.id)).collect();
    let records = Records {
        hours: hours(app, Scope::of(actor), &people, &months).await?,
        centihours_per_week: settings::time_rules(app).await?.centihours_per_week,
        book,
        created,
    };
    let series = people.iter().map(|seller| SellerSeries {
        id: seller.id,
        months: months.iter().map(|month| records.month(seller, *month)).collect(),
    });
    let panel = Panel {
        from: months.first().copied().unwrap_or(Month::of(as_of)),
        sellers: series.filter(|seller| seller.months.iter().any(|month| month.present > 0.0)).collect(),
        team: team(app, &months, actor).await?,
    };
    Ok((panel, people.into_iter().map(|seller| (seller.id, seller.name)).collect()))
}

/// What is known of sellers.
struct Records {
    book: Book,
    /// Opportunities by owner and day, in this order.
    created: Vec<(i64, NaiveDate)>,
    hours: BTreeMap<(i64, Month), Hours>,
    /// Of sellers without their own.
    centihours_per_week: i64,
}

impl Records {
    fn month(&self, seller: &SellerRow, month: Month) -> SellerMonth {
        let present = self.book.presence(seller, month);
        if present <= 0.0 {
            return SellerMonth::default();
        }
        let per_week = seller.centihours_per_week.unwrap_or(self.centihours_per_week) as f64 / 100.0;
        let key = (seller.id, month);
        SellerMonth {
            present,
            held: Some(self.book.held.get(&key).copied().unwrap_or(0)),
            won: Some(self.book.won.get(&key).copied().unwrap_or(0)),
            opportunities: Some(opened(&self.created, seller.id, month)),
            hours_available: Some(per_week / WORKING_DAYS * f64::from(working_days(month)) * present),
            hours: self.hours.get(&key).cloned(),
        }
    }
}

/// Whole months, from the first sale on, but not before anything was lost: of the time before a record was kept, only the customers who
/// stayed are known, and nothing seems to have been lost in it.
fn months(spans: &[SpanRow], first_lost: Option<NaiveDate>, as_of: NaiveDate) -> Vec<Month> {
    let this = Month::of(as_of);
    let last = if this.last_day() == as_of { this } else { this.plus(-1) };
    let Some(first_sale) = spans.iter().map(|span| Month::of(span.start_date)).min() else {
        return Vec::new();
    };
    let ends = spans.iter().filter_map(|span| span.end_date).filter(|end| *end <= as_of);
    let lost = ends.chain(first_lost).min().map_or(first_sale, Month::of);
    let first = first_sale.max(lost).max(last.plus(1 - MONTHS_MAX));
    (0..=first.until(last)).map(|month| first.plus(month)).collect()
}

/// Customers held and won, by seller and month.
struct Book {
    held: BTreeMap<(i64, Month), u32>,
    won: BTreeMap<(i64, Month), u32>,
    sellers: BTreeSet<i64>,
    first_owned: BTreeMap<i64, NaiveDate>,
}

impl Book {
    fn of(rows: &[SpanRow], owners: &[OwnershipRow], months: &[Month]) -> Self {
        let mut book = Self {
            held: BTreeMap::new(),
            won: BTreeMap::new(),
            sellers: BTreeSet::new(),
            first_owned: BTreeMap::new(),
        };
        let mut histories: BTreeMap<i64, Vec<&OwnershipRow>> = BTreeMap::new();
        for owner in owners {
            histories.entry(owner.unit_id).or_default().push(owner);
            book.sellers.insert(owner.seller_id);
            let first = book.first_owned.entry(owner.seller_id).or_insert(owner.start_date);
            *first = (*first).min(owner.start_date);
        }
        let mut units: BTreeMap<i64, Vec<Span>> = BTreeMap::new();
        let mut first_sales: BTreeMap<i64, (NaiveDate, i64)> = BTreeMap::new();
        for row in rows {
            let span = Span {
                unit: row.unit_id,
                arr_minor: row.arr_minor,
                start: row.start_date,
                end: row.end_date,
            };
            units.entry(row.unit_id).or_default().push(span);
            let first = first_sales.entry(row.customer_id).or_insert((row.start_date, row.unit_id));
            *first = (*first).min((row.start_date, row.unit_id));
        }
        for (unit, spans) in &units {
            book.hold(histories.get(unit).map_or(&[], Vec::as_slice), spans, months);
        }
        for (day, unit) in first_sales.values() {
            let history = histories.get(unit).map_or(&[][..], Vec::as_slice);
            // Some systems name an owner only from the day after the sale.
            if let Some(seller) = owner_on(history, *day).or(history.first().map(|owner| owner.seller_id)) {
                *book.won.entry((seller, Month::of(*day))).or_default() += 1;
            }
        }
        book
    }

    fn hold(&mut self, history: &[&OwnershipRow], spans: &[Span], months: &[Month]) {
        for month in months {
            // What a month begins with is what the day before ended with.
            let day = month.plus(-1).last_day();
            if let Some(seller) = owner_on(history, day).filter(|_| arr_on(spans, day) > 0) {
                *self.held.entry((seller, *month)).or_default() += 1;
            }
        }
    }

    /// The share of a month that a seller was there; without a first day, from the first customer on.
    fn presence(&self, seller: &SellerRow, month: Month) -> f64 {
        let Some(start) = seller.start_date.or_else(|| self.first_owned.get(&seller.id).copied()) else {
            return 0.0;
        };
        let from = start.max(month.first_day());
        let to = month.plus(1).first_day().min(seller.end_date.unwrap_or(NaiveDate::MAX));
        let days = (to - from).num_days().max(0) as f64;
        days / (month.plus(1).first_day() - month.first_day()).num_days() as f64
    }
}

fn owner_on(history: &[&OwnershipRow], day: NaiveDate) -> Option<i64> {
    let on = |owner: &&&OwnershipRow| owner.start_date <= day && owner.end_date.is_none_or(|end| day < end);
    history.iter().find(on).map(|owner| owner.seller_id)
}

/// `created` is in order of seller and day.
fn opened(created: &[(i64, NaiveDate)], seller: i64, month: Month) -> u32 {
    let before = |day: NaiveDate| created.partition_point(|row| *row < (seller, day));
    u32::try_from(before(month.plus(1).first_day()) - before(month.first_day())).unwrap_or(u32::MAX)
}

fn is_working_day(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() < 5
}

fn working_days(month: Month) -> u32 {
    let days = month.first_day().iter_days().take_while(|day| *day <= month.last_day());
    u32::try_from(days.filter(|day| is_working_day(*day)).count()).unwrap_or(0)
}

/// Recorded weeks as months: a week that two months share is shared by its working days.
async fn hours(
    app: &App,
    scope: Scope,
    people: &[SellerRow],
    months: &[Month],
) -> Result<BTreeMap<(i64, Month), Hours>> {
    let mut hours: BTreeMap<(i64, Month), Hours> = BTreeMap::new();
    let (Some(first), Some(last)) = (months.first(), months.last()) else { return Ok(hours) };
    let (from, to) = (time::monday(first.first_day()), time::monday(last.last_day()) + Days::new(7));
    let seen = people.iter().map(|seller| seller.id).collect();
    let rules = settings::time_rules(app).await?;
    let recorded = time::recorded(app, &rules, (scope, &seen), (from, to)).await?;
    for ((seller, week), (categories, classes)) in &recorded.sums {
        for month in week.iter_days().take(WORKING_DAYS as usize).map(Month::of) {
            if month < *first || month > *last {
                continue;
            }
            let sum = hours.entry((*seller, month)).or_default();
            for (category, minutes) in categories {
                sum.categories[*category as usize] += *minutes as f64 / 60.0 / WORKING_DAYS;
            }
            for (class, minutes) in classes {
                sum.classes[*class as usize] += *minutes as f64 / 60.0 / WORKING_DAYS;
            }
        }
    }
    Ok(hours)
}

/// Recurring revenue by month, of what the actor sees.
async fn team(app: &App, months: &[Month], actor: &Actor) -> Result<Vec<TeamMonth>> {
    let (Some(first), Some(last)) = (months.first(), months.last()) else { return Ok(Vec::new()) };
    let found = arr::view(app, actor, Some(*first), Some(*last), Group::None).await?;
    Ok(found.months.iter().map(|month| TeamMonth { arr: arr_month(month) }).collect())
}

fn arr_month(month: &MonthView) -> Option<ArrMonth> {
    let amount = |text: &str| text.parse::<f64>().ok();
    Some(ArrMonth {
        start: amount(&month.start)?,
        new: amount(&month.new)? + amount(&month.reactivation)?,
        expansion: amount(&month.expansion)?,
        contraction: amount(&month.contraction)?,
        churn: amount(&month.churn)?,
    })
}

//! What the record shows of everybody in the last year: what they find, what they keep, and who begins their contacts with customers.
use crate::visibility::Scope;
use crate::{Actor, App, Result, settings, time};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tandem_core::activities::ActivityCategory;
use tandem_core::fit::{Deeds, Shrunk, shown};
use tandem_core::shares::Share;
use tandem_store::staffing::{self as store, DeedsRow};

/// Days that are looked back over.
const DAYS: u64 = 364;

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingShare)]
pub struct ShareView {
    /// Hundredths of a percent.
    pub bp: u32,
    /// The lower end.
    pub low_bp: u32,
    /// The upper end.
    pub high_bp: u32,
    /// Of how many.
    pub of: i64,
}

impl ShareView {
    fn of(part: i64, all: i64) -> Option<Self> {
        let share = Share::of(u32::try_from(part).ok()?, u32::try_from(all).ok()?)?;
        Some(Self { bp: share.bp, low_bp: share.low_bp, high_bp: share.high_bp, of: all })
    }
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = StaffingYear)]
pub struct YearView {
    /// The first day.
    pub from: NaiveDate,
    /// The first day no longer.
    pub to: NaiveDate,
    /// Hours of new business.
    pub hunting_hours: f64,
    /// Hours of service, renewal, expansion and implementation.
    pub keeping_hours: f64,
    /// Opportunities of new business that were begun.
    pub opportunities: i64,
    /// The same per hundred hours of new business; none where there are fewer than 20.
    pub per_hundred_hours: Option<f64>,
    /// The share of renewals that were won.
    pub renewals: Option<ShareView>,
    /// The share of contacts with customers that the person began, where the record says who did: planned, not only answered.
    pub proactive: Option<ShareView>,
}

/// What the record shows of everybody.
pub struct Year {
    from: NaiveDate,
    to: NaiveDate,
    deeds: BTreeMap<i64, DeedsRow>,
    hours: BTreeMap<i64, (f64, f64)>,
    shown: BTreeMap<i64, (Option<Shrunk>, Option<Shrunk>)>,
    /// Whether the record says of any person that they began a contact.
    tells_planned: bool,
}

/// The last year; kept until the record changes.
pub async fn year(app: &App) -> Result<Arc<Year>> {
    app.remembered(&Actor::operator(), "staffing year".to_owned(), make(app)).await
}

async fn make(app: &App) -> Result<Year> {
    let to = app.clock.today() + Days::new(1);
    let from = time::monday(to - Days::new(DAYS));
    let deeds: BTreeMap<i64, DeedsRow> =
        store::deeds(&app.db, from, to).await?.into_iter().map(|row| (row.seller_id, row)).collect();
    let hours = hours(app, (from, to)).await?;
    let sellers: BTreeSet<i64> = deeds.keys().chain(hours.keys()).copied().collect();
    let small = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let all: Vec<Deeds> = sellers
        .iter()
        .map(|seller| {
            let row = deeds.get(seller).cloned().unwrap_or_default();
            Deeds {
                hunting_hours: hours.get(seller).map_or(0.0, |hours| hours.0),
                opportunities: small(row.opportunities),
                renewals_won: small(row.renewals_won),
                renewals_lost: small(row.renewals_lost),
            }
        })
        .collect();
    let shown = sellers.into_iter().zip(shown(&all)).collect();
    let people = crate::handoffs::people::all(app).await?;
    let person = |seller: &i64| people.get(seller).is_some_and(|row| row.kind == "person");
    let tells_planned = deeds.iter().any(|(seller, row)| row.planned > 0 && person(seller));
    Ok(Year { from, to, deeds, hours, shown, tells_planned })
}

/// Hours of hunting and of keeping, by seller.
async fn hours(app: &App, period: (NaiveDate, NaiveDate)) -> Result<BTreeMap<i64, (f64, f64)>> {
    use ActivityCategory::{Expansion, Implementation, NewBusiness, Renewal, Service};
    let rules = settings::time_rules(app).await?;
    let people = crate::handoffs::people::all(app).await?;
    let seen: BTreeSet<i64> = people.values().filter(|row| row.kind == "person").map(|row| row.id).collect();
    let recorded = time::recorded(app, &rules, (Scope::Everything, &seen), period).await?;
    let mut hours: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
    for ((seller, _), (categories, _)) in &recorded.sums {
        let of = |wanted: &[ActivityCategory]| -> f64 {
            wanted.iter().filter_map(|one| categories.get(one)).map(|minutes| *minutes as f64 / 60.0).sum()
        };
        let sum = hours.entry(*seller).or_default();
        sum.0 += of(&[NewBusiness]);
        sum.1 += of(&[Implementation, Service, Renewal, Expansion]);
    }
    Ok(hours)
}

impl Year {
    /// What it shows of one, beside everybody of whom it shows something.
    pub fn shown(&self, seller: i64) -> (Option<Shrunk>, Option<Shrunk>) {
        self.shown.get(&seller).copied().unwrap_or_default()
    }

    /// Of contacts with customers, how many a seller began; none where the record says of nobody that they began one, but only when customers did.
    pub fn proactive(&self, seller: i64) -> Option<ShareView> {
        if !self.tells_planned {
            return None;
        }
        let row = self.deeds.get(&seller)?;
        ShareView::of(row.planned, row.planned + row.asked)
    }

    /// What one did.
    pub fn view(&self, seller: i64) -> YearView {
        let row = self.deeds.get(&seller).cloned().unwrap_or_default();
        let (hunting, keeping) = self.hours.get(&seller).copied().unwrap_or_default();
        let tenth = |hours: f64| (hours * 10.0).round() / 10.0 + 0.0;
        let rate = (hunting >= tandem_core::fit::HOURS_MIN)
            .then(|| tenth(row.opportunities as f64 * 100.0 / hunting));
        YearView {
            from: self.from,
            to: self.to,
            hunting_hours: tenth(hunting),
            keeping_hours: tenth(keeping),
            opportunities: row.opportunities,
            per_hundred_hours: rate,
            renewals: ShareView::of(row.renewals_won, row.renewals_won + row.renewals_lost),
            proactive: self.proactive(seller),
        }
    }
}

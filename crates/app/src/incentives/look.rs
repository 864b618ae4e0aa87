//! All that statements are made of: what was recorded, the ledger, what waits, and what is to come by the same calculation. Kept until the record
//! changes.
use super::computed::{computed, ledger};
use super::facts::{Facts, facts};
use super::names::Names;
use super::recorded::Recorded;
use crate::{Actor, App, Error, Result, visibility};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use tandem_core::incentives::calculate::Outstanding;
use tandem_core::incentives::derived::Won;
use tandem_core::incentives::lines::concerns;
use tandem_core::incentives::{Plan, Posting, PostingId};
use tandem_core::subscriptions::{Month, Span};
use tandem_store::book::{self, Whose};

/// How far an estimate looks ahead.
const AHEAD_DAYS: u64 = 92;

/// What something to come hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Nothing: it happened, and the next calculation posts it.
    Certain,
    /// It happens on that day if nothing changes.
    Planned,
    /// The customer renews as before.
    Renewed,
    /// The sale is won with its amount and day.
    Won,
}

impl Condition {
    /// The word for it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Planned => "planned",
            Self::Renewed => "if_renewed",
            Self::Won => "if_won",
        }
    }
}

/// What statements are made of.
pub struct Look {
    /// What was computed with.
    pub recorded: Arc<Recorded>,
    /// The ledger.
    pub ledger: Vec<Posting>,
    /// Where each posting stands in it.
    places: HashMap<PostingId, usize>,
    /// What people call everything.
    pub names: Names,
    /// What waits for a payment or a handoff.
    pub waiting: Vec<Outstanding>,
    /// Postings that are to come, with what they hang on.
    pub ahead: Vec<(Posting, Condition)>,
    /// Why nothing can be said of what is to come.
    pub trouble: Option<String>,
}

/// All of it, as of now.
pub async fn look(app: &App) -> Result<Arc<Look>> {
    // It is the same for everybody; who sees what of it is decided afterwards.
    app.remembered(&Actor::operator(), "incentives".to_owned(), make(app)).await
}

async fn make(app: &App) -> Result<Look> {
    let recorded = Arc::new(Recorded::load(app).await?);
    let ledger = ledger(app).await?;
    let names = Names::load(app).await?;
    let (mut waiting, mut ahead, mut trouble) = (Vec::new(), Vec::new(), None);
    if let Some(through) = recorded.watermark() {
        let calendar = through.pred_opt().unwrap_or(through);
        waiting = computed(recorded.clone(), through, calendar).await?.waiting;
    }
    if recorded.first_day().is_some() {
        match to_come(app, &recorded, &ledger).await {
            Ok(found) => ahead = found,
            Err(Error::Conflict(reason)) => trouble = Some(reason),
            Err(other) => return Err(other),
        }
    }
    let places = ledger.iter().zip(0..).map(|(posting, at)| (posting.id.clone(), at)).collect();
    Ok(Look { recorded, ledger, places, names, waiting, ahead, trouble })
}

/// What the next months bring where sales are won and customers renew: the same calculation on events that have not happened yet.
async fn to_come(app: &App, recorded: &Recorded, ledger: &[Posting]) -> Result<Vec<(Posting, Condition)>> {
    let today = app.clock.today();
    let until = today + Days::new(AHEAD_DAYS);
    let mut facts = facts(app, &recorded.plans).await?;
    let assumed = assume(&mut facts, today, until);
    let added = recorded.added(&facts, until);
    let all = computed(Arc::new(recorded.clone().with(&added)), until, until).await?;
    let new = all.postings.into_iter().skip(ledger.len());
    let condition = |posting: &Posting| {
        let key = posting.unit.as_deref().map(|unit| (unit.to_owned(), posting.date));
        let later = if posting.date > today { Condition::Planned } else { Condition::Certain };
        key.and_then(|key| assumed.get(&key).copied()).unwrap_or(later)
    };
    Ok(new
        .map(|posting| {
            let condition = condition(&posting);
            (posting, condition)
        })
        .collect())
}

/// Puts renewals and sales that may come into the facts; returns what was assumed of which unit on which day.
fn assume(facts: &mut Facts, today: NaiveDate, until: NaiveDate) -> BTreeMap<(String, NaiveDate), Condition> {
    let mut assumed = BTreeMap::new();
    for unit in &mut facts.units {
        let ends: BTreeSet<NaiveDate> = unit.spans.iter().filter_map(|span| span.end).collect();
        for end in ends.into_iter().filter(|end| (today..=until).contains(end)) {
            if unit.spans.iter().any(|span| Month::of(span.start) == Month::of(end)) {
                continue;
            }
            let ending: i64 =
                unit.spans.iter().filter(|span| span.end == Some(end)).map(|span| span.arr_minor).sum();
            let id = unit.unit.parse().unwrap_or_default();
            unit.spans.push(Span { unit: id, arr_minor: ending, start: end, end: None });
            assumed.insert((unit.unit.clone(), end), Condition::Renewed);
        }
    }
    for sale in std::mem::take(&mut facts.open) {
        let day = sale.close_date.max(today.succ_opt().unwrap_or(today));
        let (key, kind) = (sale.unit_id.to_string(), sale.kind.parse());
        let unit = facts.units.iter_mut().find(|unit| unit.unit == key);
        let (Some(unit), Ok(kind)) = (unit.filter(|_| day <= until && sale.kind != "renewal"), kind) else {
            continue;
        };
        if unit.currency.to_string() != sale.currency {
            continue;
        }
        unit.spans.push(Span { unit: sale.unit_id, arr_minor: sale.amount_minor, start: day, end: None });
        unit.won.push(Won { seller: sale.owner_id.to_string(), kind, minor: sale.amount_minor, day });
        assumed.insert((key, day), Condition::Won);
    }
    assumed
}

/// Whose statements somebody sees; none: everybody's.
pub async fn seen(app: &App, actor: &Actor) -> Result<Option<BTreeSet<String>>> {
    if actor.role.sees_everything() {
        return Ok(None);
    }
    let sellers = visibility::sellers(app, actor).await?;
    Ok(Some(sellers.into_iter().map(|seller| seller.to_string()).collect()))
}

/// Units in the books that somebody sees; none: all.
pub async fn seen_units(app: &App, actor: &Actor) -> Result<Option<BTreeSet<String>>> {
    let Some(people) = seen(app, actor).await? else { return Ok(None) };
    let open = book::ownerships(&app.db, Whose::All).await?.into_iter().filter(|row| row.4.is_none());
    Ok(Some(open.filter(|row| people.contains(&row.1.to_string())).map(|row| row.0.to_string()).collect()))
}

impl Look {
    /// A posting of the ledger.
    pub fn posting(&self, event: &str, number: u32) -> Option<&Posting> {
        self.ledger.get(*self.places.get(&PostingId { event: event.into(), number })?)
    }

    /// Postings of the ledger that are a person's business.
    pub fn of_person<'l>(&'l self, person: &'l str) -> impl Iterator<Item = &'l Posting> {
        self.ledger.iter().filter(move |posting| concerns(posting, person))
    }

    /// Everybody of whom the ledger or what is to come knows.
    pub fn people(&self) -> BTreeSet<String> {
        let all = self.ledger.iter().chain(self.ahead.iter().map(|(posting, _)| posting));
        all.flat_map(|posting| &posting.entries)
            .filter_map(|entry| entry.person.as_deref().map(str::to_owned))
            .collect()
    }

    /// What people call a component, cap, guarantee or draw of a version of the plan.
    pub fn component(&self, posting: &Posting) -> String {
        let is_it = |plan: &&Plan| plan.name == posting.plan.name && plan.version == posting.plan.version;
        let plan = self.recorded.plans.iter().find(is_it);
        let of = |plan: &Plan| {
            let found = plan.components.iter().find(|component| component.id == *posting.component);
            found.map(|component| component.name.clone())
        };
        plan.and_then(of).unwrap_or_else(|| posting.component.to_string())
    }

    /// Periods of which there is something to show, and the one that is open, the latest first.
    pub fn periods(&self) -> Vec<Month> {
        let mut all: BTreeSet<Month> = self.ledger.iter().map(|posting| posting.period).collect();
        all.extend(self.recorded.periods.iter().filter_map(|row| row.period.parse::<Month>().ok()));
        all.extend(self.recorded.open_period());
        all.into_iter().rev().collect()
    }

    /// Whether a period is closed.
    pub fn is_closed(&self, period: Month) -> bool {
        self.recorded.periods.iter().any(|row| row.period == period.to_string())
    }
}

//! Whether sellers can do the work of a role: stated by those who lead them, with a reason and what is still to be learned; where nobody stated
//! anything within a year, by what was assessed of the role's competencies.
use crate::events::Event;
use crate::handoffs::people::{self, leads};
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result, staffing, visibility};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::Serialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::competencies::Readiness;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;
use tandem_store::readiness::{self as store, ReadinessRow};

/// Whether a seller can do the work of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = Readiness)]
pub struct ReadinessView {
    /// Who.
    pub seller: Named,
    /// For which role.
    pub role: String,
    /// Whether the seller can do the work.
    pub ready: bool,
    /// What is still to be learned.
    pub gaps: Vec<String>,
    /// What makes whoever stated it think so; empty where it follows from competencies.
    pub reason: String,
    /// Who stated it; empty where it follows from competencies.
    pub by: String,
    /// When; none where it follows from competencies.
    pub at: Option<DateTime<Utc>>,
    /// What holds: stated, or competencies where nobody stated anything within a year.
    pub source: String,
    /// What competencies say, whatever holds; none where too little was assessed.
    pub assessed: Option<bool>,
}

/// What is stated of the sellers whom one sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ReadinessList {
    /// By seller and role.
    pub items: Vec<ReadinessView>,
}

/// What to state.
#[derive(Clone, Debug)]
pub struct NewReadiness {
    /// For which role.
    pub role: SellerRole,
    /// Whether the seller can do the work.
    pub ready: bool,
    /// What is still to be learned; empty where the seller is ready.
    pub gaps: Vec<String>,
    /// What makes one think so.
    pub reason: String,
}

/// Longest text, in letters.
const LETTERS_MAX: usize = 500;
/// Most gaps of one statement.
const GAPS_MAX: usize = 20;

/// What counts of the sellers whom the actor sees.
pub async fn list(app: &App, actor: &Actor) -> Result<ReadinessList> {
    let seen = match actor.role.sees_everything() {
        true => None,
        false => Some(visibility::sellers(app, actor).await?),
    };
    let people = people::all(app).await?;
    let sees = |seller: &i64| seen.as_ref().is_none_or(|seen| seen.contains(seller));
    let mut items = Vec::new();
    let mut stated = fresh(app).await?;
    for role in SellerRole::ALL {
        let derived = staffing::derived(app, *role).await?;
        let mut rows: BTreeMap<i64, ReadinessRow> = BTreeMap::new();
        stated.retain(|row| {
            let other = row.role != role.text();
            if !other {
                rows.insert(row.seller_id, row.clone());
            }
            other
        });
        let sellers: BTreeSet<i64> = rows.keys().chain(derived.keys()).copied().filter(sees).collect();
        for seller in sellers {
            let name = people.get(&seller).map(|seller| seller.name.clone()).unwrap_or_default();
            let assessed = derived.get(&seller).and_then(|found| found.ready);
            let counting = Counting::of(rows.get(&seller), derived.get(&seller));
            if let Some(counting) = counting {
                let row = rows.remove(&seller);
                items.push(ReadinessView {
                    seller: Named { id: seller.to_string(), name },
                    role: role.text().to_owned(),
                    ready: counting.ready,
                    gaps: counting.gaps.iter().map(|gap| gap.en.to_string()).collect(),
                    source: if row.is_some() { "stated" } else { "competencies" }.to_owned(),
                    at: row.as_ref().and_then(|row| DateTime::from_timestamp_micros(row.at_us)),
                    reason: row.as_ref().map(|row| row.reason.clone()).unwrap_or_default(),
                    by: row.map(|row| row.by_name).unwrap_or_default(),
                    assessed,
                });
            }
        }
    }
    items.sort_by_key(|item| (item.seller.id.parse::<i64>().unwrap_or_default(), item.role.clone()));
    Ok(ReadinessList { items })
}

/// Days for which a statement counts, as long as an assessment does.
const FRESH_DAYS: u64 = 365;

/// What counts of a seller in a role.
pub(crate) struct Counting {
    /// Whether the seller can do the work.
    pub ready: bool,
    /// What is still to be learned.
    pub gaps: Vec<Words>,
}

impl Counting {
    /// The manager's statement; where there is none, what was assessed, if that is enough to say.
    fn of(stated: Option<&ReadinessRow>, derived: Option<&Readiness>) -> Option<Self> {
        match stated {
            // What people wrote is in their language.
            Some(row) => {
                Some(Self { ready: row.ready, gaps: gaps(row).into_iter().map(Words::same).collect() })
            }
            None => derived.and_then(|found| Some(Self { ready: found.ready?, gaps: found.gaps.clone() })),
        }
    }
}

/// What is still to be learned.
pub(crate) fn gaps(row: &ReadinessRow) -> Vec<String> {
    serde_json::from_str(&row.gaps).unwrap_or_default()
}

/// What was stated within a year.
async fn fresh(app: &App) -> Result<Vec<ReadinessRow>> {
    let first = app.clock.today().checked_sub_days(Days::new(FRESH_DAYS)).unwrap_or(NaiveDate::MIN);
    let on = |row: &ReadinessRow| DateTime::from_timestamp_micros(row.at_us).map(|at| at.date_naive());
    let mut rows = store::counting(&app.db).await?;
    rows.retain(|row| on(row).is_some_and(|day| day >= first));
    Ok(rows)
}

/// What was stated of every seller in one role within a year.
pub(crate) async fn stated(app: &App, role: SellerRole) -> Result<BTreeMap<i64, ReadinessRow>> {
    let rows = fresh(app).await?.into_iter();
    Ok(rows.filter(|row| row.role == role.text()).map(|row| (row.seller_id, row)).collect())
}

/// What counts of every seller in one role.
pub(crate) async fn for_role(app: &App, role: SellerRole) -> Result<BTreeMap<i64, Counting>> {
    let (stated, derived) = (stated(app, role).await?, staffing::derived(app, role).await?);
    let sellers: BTreeSet<i64> = stated.keys().chain(derived.keys()).copied().collect();
    let of = |seller: i64| Some((seller, Counting::of(stated.get(&seller), derived.get(&seller))?));
    Ok(sellers.into_iter().filter_map(of).collect())
}

/// What counts of one seller in one role.
pub(crate) async fn of_one(app: &App, seller: i64, role: SellerRole) -> Result<Option<Counting>> {
    let stated = stated(app, role).await?.remove(&seller);
    let derived = staffing::derived_of(app, seller, role).await?;
    Ok(Counting::of(stated.as_ref(), Some(&derived)))
}

/// States whether a seller can do the work of a role.
pub async fn state(app: &App, actor: &Actor, seller: i64, new: NewReadiness) -> Result<()> {
    actor.require(Permission::DecideUnits)?;
    check(&new)?;
    let people = people::all(app).await?;
    let missing = || Error::NotFound("seller");
    people.get(&seller).filter(|row| row.kind == "person").ok_or_else(missing)?;
    let below = actor.seller.is_some_and(|own| leads(&people, own, seller));
    if !below && !actor.role.sees_everything() {
        return Err(missing());
    }
    let row = ReadinessRow {
        seller_id: seller,
        role: new.role.text().to_owned(),
        ready: new.ready,
        gaps: json!(new.gaps).to_string(),
        reason: new.reason.trim().to_owned(),
        by_name: actor.name.clone(),
        at_us: app.clock.now_us(),
    };
    let data = json!({"role": row.role, "ready": row.ready, "gaps": new.gaps, "reason": row.reason});
    let event = Event::new(app, actor, "readiness.stated", "seller", data);
    let stated = app.db.write(move |tx| {
        Box::pin(async move {
            store::state(tx, &row).await?;
            event.append(tx, seller).await
        })
    });
    Ok(stated.await?)
}

fn check(new: &NewReadiness) -> Result<()> {
    let fits = |text: &str| (1..=LETTERS_MAX).contains(&text.trim().chars().count());
    let fault = if !fits(&new.reason) {
        Some("say in at most 500 letters what makes you think so")
    } else if new.gaps.len() > GAPS_MAX || !new.gaps.iter().all(|gap| fits(gap)) {
        Some("give at most 20 gaps, each of at most 500 letters")
    } else if new.ready && !new.gaps.is_empty() {
        Some("whoever is ready has no gaps: state no gaps, or that the seller is not ready")
    } else {
        None
    };
    fault.map_or(Ok(()), |fault| Err(Error::Invalid(fault.to_owned())))
}

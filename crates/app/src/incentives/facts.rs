//! What the record tells now: units with their revenue, owners and sales; roles; handoffs that were transferred. Nothing of it is kept here.
use crate::handoffs::saved_document;
use crate::settings::{self, Settings};
use crate::{App, Result};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use tandem_core::briefs::{Brief, BriefState};
use tandem_core::handoffs::{Act, Handoff};
use tandem_core::incentives::Plan;
use tandem_core::incentives::derived::{UnitFacts, Won};
use tandem_core::money::{Currency, Money};
use tandem_core::subscriptions::Span;
use tandem_store::book::{self, Whose};
use tandem_store::incentives::{self as store, SaleRow};

/// A person's roles: from which day on which; none: no role any more.
pub type Roles = Vec<(NaiveDate, Option<String>)>;

/// A unit that passed from one seller to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Of which handoff, and which passing of it.
    pub key: String,
    /// The unit.
    pub unit: String,
    /// Who gave it.
    pub from: String,
    /// Who received it.
    pub to: String,
    /// First day of the receiver.
    pub transferred: NaiveDate,
    /// When the brief was accepted.
    pub brief_accepted: Option<NaiveDate>,
}

/// What the record tells.
pub struct Facts {
    /// Units with recurring revenue.
    pub units: Vec<UnitFacts>,
    /// Roles by person.
    pub roles: BTreeMap<String, Roles>,
    /// Units that passed on, in order.
    pub passed: Vec<Passed>,
    /// Sales that may be won.
    pub open: Vec<SaleRow>,
    /// Units whose currency has no rate.
    pub left_out: Vec<String>,
}

/// A person's role on a day.
pub fn role_on(changes: &Roles, day: NaiveDate) -> Option<&str> {
    changes.iter().rfind(|(from, _)| *from <= day).and_then(|(_, role)| role.as_deref())
}

/// Reads all of it. What is in a currency that the plans do not know is converted by the company's rates.
pub async fn facts(app: &App, plans: &[Plan]) -> Result<Facts> {
    let settings = settings::load(app).await?;
    let (open, won): (Vec<SaleRow>, Vec<SaleRow>) =
        store::sales(&app.db).await?.into_iter().partition(|sale| sale.status == "open");
    let mut units: BTreeMap<i64, UnitFacts> = BTreeMap::new();
    let mut left_out = Vec::new();
    let mut spans: BTreeMap<i64, Vec<(Money, NaiveDate, Option<NaiveDate>)>> = BTreeMap::new();
    for (unit, _, minor, currency, start, end) in book::subscriptions(&app.db, Whose::All).await? {
        let Ok(currency) = currency.parse() else { continue };
        spans.entry(unit).or_default().push((Money::new(minor, currency), start, end));
    }
    for (unit, spans) in spans {
        match of_unit(unit, &spans, plans, &settings) {
            Ok(facts) => {
                units.insert(unit, facts);
            }
            Err(reason) => left_out.push(reason),
        }
    }
    for (unit, seller, _, start, end) in book::ownerships(&app.db, Whose::All).await? {
        if let Some(facts) = units.get_mut(&unit) {
            facts.owners.push((seller.to_string(), start, end));
        }
    }
    for sale in won {
        let (Some(facts), Ok(kind)) = (units.get_mut(&sale.unit_id), sale.kind.parse()) else { continue };
        facts.won.push(Won {
            seller: sale.owner_id.to_string(),
            kind,
            minor: sale.amount_minor,
            day: sale.close_date,
        });
    }
    for (unit, fact, value, since) in book::stated(&app.db, Whose::All).await? {
        if let Some(facts) = units.get_mut(&unit).filter(|_| fact == "implementation_done") {
            let done = value.as_deref() == Some("true");
            facts.implemented =
                done.then(|| facts.implemented.map_or(since, |earlier: NaiveDate| earlier.min(since)));
        }
    }
    for facts in units.values_mut() {
        facts.owners.sort_by_key(|(_, start, _)| *start);
    }
    Ok(Facts {
        units: units.into_values().collect(),
        roles: roles(app).await?,
        passed: passed(app).await?,
        open,
        left_out,
    })
}

/// The revenue of a unit in one currency.
fn of_unit(
    unit: i64,
    spans: &[(Money, NaiveDate, Option<NaiveDate>)],
    plans: &[Plan],
    settings: &Settings,
) -> std::result::Result<UnitFacts, String> {
    let used: BTreeSet<Currency> = spans.iter().map(|(arr, _, _)| arr.currency).collect();
    let known = |currency: Currency| {
        plans.iter().all(|plan| {
            plan.currency == currency || plan.exchange.iter().any(|rate| rate.currency == currency)
        })
    };
    let own = used.iter().next().copied().filter(|only| used.len() == 1 && known(*only));
    let currency = own.unwrap_or(settings.company.currency);
    let span = |(arr, start, end): &(Money, NaiveDate, Option<NaiveDate>)| {
        let arr = if arr.currency == currency {
            *arr
        } else {
            let converted = settings.rates.convert(*arr, *start).map_err(|missing| missing.to_string())?;
            converted.map_err(|error| error.to_string())?
        };
        Ok(Span { unit, arr_minor: arr.minor, start: *start, end: *end })
    };
    Ok(UnitFacts {
        unit: unit.to_string(),
        currency,
        spans: spans.iter().map(span).collect::<std::result::Result<_, String>>()?,
        owners: Vec::new(),
        won: Vec::new(),
        implemented: None,
    })
}

/// Roles by person, as the record tells them now.
pub async fn roles(app: &App) -> Result<BTreeMap<String, Roles>> {
    let mut posts = book::posts(&app.db).await?;
    posts.sort_by_key(|post| (post.0, post.3));
    let mut roles: BTreeMap<String, Roles> = BTreeMap::new();
    for (seller, role, _, start, end) in posts {
        let changes = roles.entry(seller.to_string()).or_default();
        changes.retain(|(day, _)| *day < start);
        changes.push((start, Some(role)));
        changes.extend(end.map(|end| (end, None)));
    }
    Ok(roles)
}

async fn passed(app: &App) -> Result<Vec<Passed>> {
    let briefs: BTreeMap<i64, String> = store::briefs(&app.db).await?.into_iter().collect();
    let mut all = Vec::new();
    for document in store::handoffs(&app.db).await? {
        let handoff: Handoff = saved_document(&document)?;
        let brief: Option<Brief> =
            briefs.get(&handoff.proposal.id.0).map(|text| saved_document(text)).transpose()?;
        all.extend(legs(&handoff, accepted(brief.as_ref())));
    }
    all.sort_by(|one, other| (one.transferred, &one.key).cmp(&(other.transferred, &other.key)));
    Ok(all)
}

fn accepted(brief: Option<&Brief>) -> Option<NaiveDate> {
    let brief = brief.filter(|brief| brief.state == BriefState::Accepted)?;
    let first = brief.history.iter().find(|record| record.state == BriefState::Accepted)?;
    Some(first.at.date_naive())
}

/// Every time that the unit passed on or came back; what came back before anybody could earn by it never passed.
fn legs(handoff: &Handoff, brief_accepted: Option<NaiveDate>) -> Vec<Passed> {
    let mut legs: Vec<Passed> = Vec::new();
    // Whoever was to receive it at the time: after it came back somebody else may.
    let mut receiver = handoff.proposal.receiver;
    let giver = handoff.proposal.giver.to_string();
    for record in &handoff.history {
        match &record.act {
            Act::Accept { receiver: Some(chosen) } => receiver = Some(*chosen),
            Act::ChangeReceiver { receiver: chosen, .. } => receiver = Some(*chosen),
            _ => {}
        }
        let Some(received) = receiver.map(|receiver| receiver.to_string()) else { continue };
        let (on, from, to) = match &record.act {
            Act::Transfer { on } => (*on, &giver, &received),
            Act::TakeBack { on, .. } => (*on, &received, &giver),
            _ => continue,
        };
        if legs.last().is_some_and(|before| before.transferred >= on) {
            legs.pop();
            continue;
        }
        legs.push(Passed {
            key: format!("{}/{}", handoff.proposal.id, record.version),
            unit: handoff.proposal.unit.to_string(),
            from: from.clone(),
            to: to.clone(),
            transferred: on,
            brief_accepted: brief_accepted.filter(|_| from == &giver),
        });
    }
    legs
}

//! Events of incentives told from the record of a unit: first sales, expansions, renewals, units that come back or leave, as the recurring
//! revenue shows them; what went live; and each year that a unit was kept. Month by month they add up to the movements of the revenue.
use super::event::{Credits, Event, Movement, WHOLE};
use super::span::months_after;
use super::split::split;
use crate::money::{Currency, Money};
use crate::opportunities::OpportunityKind;
use crate::subscriptions::Span;
use crate::subscriptions::months::Month;
use crate::subscriptions::movements::arr_on;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// A sale that was won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Won {
    /// Who won it.
    pub seller: String,
    /// What it does to the revenue.
    pub kind: OpportunityKind,
    /// Minor units; only those above zero weigh.
    pub minor: i64,
    /// When.
    pub day: NaiveDate,
}

/// What is known of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFacts {
    /// Its name in events.
    pub unit: String,
    /// The currency of its spans.
    pub currency: Currency,
    /// Its recurring revenue.
    pub spans: Vec<Span>,
    /// Who owned it from which day to before which other.
    pub owners: Vec<(String, NaiveDate, Option<NaiveDate>)>,
    /// What was sold to it.
    pub won: Vec<Won>,
    /// Since when it is live.
    pub implemented: Option<NaiveDate>,
}

/// A won sale belongs to what happens at most so many days later.
const WON_BEFORE_DAYS: u64 = 92;
/// A won sale belongs to what happened at most so many days earlier: papers come late.
const WON_AFTER_DAYS: u64 = 31;

/// What happened to a unit up to and with a day, in order. Names of events hold the movement, the unit and the day, so that the same thing has
/// the same name whenever it is told.
pub fn events(facts: &UnitFacts, through: NaiveDate) -> Vec<Event> {
    let mut found = Vec::new();
    let Some(first) = facts.spans.iter().filter(|span| span.arr_minor > 0).map(|span| span.start).min()
    else {
        return found;
    };
    let (mut before, mut had_any) = (0, false);
    let mut month = Month::of(first);
    while month <= Month::of(through) {
        let after = arr_on(&facts.spans, month.last_day());
        revenue_of(facts, month, (before, after), had_any, &mut found);
        renewals_of(facts, month, (before, after), &mut found);
        had_any |= after > 0;
        before = after;
        month = month.plus(1);
    }
    found.extend(facts.implemented.filter(|day| *day >= first).map(|day| {
        let movement = Movement::ImplementationDone;
        event(facts, movement, day, None)
    }));
    kept_years(facts, first, through, &mut found);
    found.retain(|event| event.date <= through);
    found.sort_by(|one, other| (one.date, order(one), &one.id).cmp(&(other.date, order(other), &other.id)));
    found
}

/// On one day a unit is won before it goes live, and it is kept before it leaves.
fn order(event: &Event) -> usize {
    Movement::ALL.iter().position(|movement| *movement == event.movement).unwrap_or(usize::MAX)
}

/// New, reactivation, expansion or churn of a month, on the days on which it happened.
fn revenue_of(
    facts: &UnitFacts,
    month: Month,
    (before, after): (i128, i128),
    had_any: bool,
    found: &mut Vec<Event>,
) {
    let movement = match (before > 0, after > 0) {
        (false, true) if had_any => Movement::Reactivation,
        (false, true) => Movement::New,
        (true, false) => Movement::Churn,
        (true, true) if after > before => Movement::Expansion,
        _ => return,
    };
    if movement == Movement::Churn {
        let last = changes(&facts.spans, month).into_iter().rfind(|(_, change)| *change < 0);
        let day = last.map_or(month.last_day(), |(day, _)| day);
        found.push(event(facts, movement, day, None));
        return;
    }
    for (day, minor) in risen(&facts.spans, month, after - before) {
        found.push(event(facts, movement, day, i64::try_from(minor).ok()));
    }
}

/// The days of a month on which the revenue rose, with what of it is left at the month's end: together exactly `net`.
fn risen(spans: &[Span], month: Month, net: i128) -> Vec<(NaiveDate, i128)> {
    let mut rises: Vec<(NaiveDate, i128)> =
        changes(spans, month).into_iter().filter(|(_, change)| *change > 0).collect();
    let mut beyond = rises.iter().map(|(_, rise)| rise).sum::<i128>() - net;
    for (_, rise) in rises.iter_mut().rev() {
        let off = beyond.min(*rise);
        *rise -= off;
        beyond -= off;
    }
    rises.retain(|(_, rise)| *rise > 0);
    rises
}

/// By how much the revenue changed on each day of a month on which it did.
fn changes(spans: &[Span], month: Month) -> Vec<(NaiveDate, i128)> {
    let mut by_day: BTreeMap<NaiveDate, i128> = BTreeMap::new();
    for span in spans {
        *by_day.entry(span.start).or_default() += i128::from(span.arr_minor);
        if let Some(end) = span.end {
            *by_day.entry(end).or_default() -= i128::from(span.arr_minor);
        }
    }
    let within = by_day.range(month.first_day()..=month.last_day());
    within.map(|(day, change)| (*day, *change)).filter(|(_, change)| *change != 0).collect()
}

/// What ended in a month and goes on: as much as began again, at most what ended.
fn renewals_of(facts: &UnitFacts, month: Month, (before, after): (i128, i128), found: &mut Vec<Event>) {
    if before <= 0 || after <= 0 {
        return;
    }
    let sum = |spans: &[&Span]| spans.iter().map(|span| i128::from(span.arr_minor)).sum::<i128>();
    let ended: Vec<&Span> =
        facts.spans.iter().filter(|span| span.end.is_some_and(|end| Month::of(end) == month)).collect();
    let begun: Vec<&Span> = facts.spans.iter().filter(|span| Month::of(span.start) == month).collect();
    let renewed = sum(&ended).min(sum(&begun)).min(before);
    let day = begun.iter().map(|span| span.start).min();
    if let (Some(day), true) = (day, renewed > 0) {
        found.push(event(facts, Movement::Renewal, day, i64::try_from(renewed).ok()));
    }
}

/// Each year since the first sale in which the unit was kept: what of the revenue of a year ago is still there.
fn kept_years(facts: &UnitFacts, first: NaiveDate, through: NaiveDate, found: &mut Vec<Event>) {
    for year in 1..=100 {
        let day = months_after(first, year * 12);
        if day > through {
            return;
        }
        let kept = arr_on(&facts.spans, day).min(arr_on(&facts.spans, months_after(first, (year - 1) * 12)));
        if kept > 0 {
            found.push(event(facts, Movement::Retention, day, i64::try_from(kept).ok()));
        }
    }
}

fn event(facts: &UnitFacts, movement: Movement, day: NaiveDate, minor: Option<i64>) -> Event {
    let credited =
        if movement == Movement::Churn { Credits::default() } else { credits(facts, movement, day) };
    Event {
        id: format!("{movement} {} {day}", facts.unit),
        date: day,
        posted: day,
        unit: facts.unit.clone(),
        movement,
        amount: minor.map(|minor| Money::new(minor, facts.currency)),
        credits: credited,
        of: None,
        note: None,
    }
}

/// Who is credited: those who won the sales that belong to it, by their amounts; else the owner on that day.
fn credits(facts: &UnitFacts, movement: Movement, day: NaiveDate) -> Credits {
    let kind = match movement {
        Movement::New | Movement::Reactivation => Some(OpportunityKind::New),
        Movement::Expansion => Some(OpportunityKind::Expansion),
        Movement::Renewal => Some(OpportunityKind::Renewal),
        _ => None,
    };
    let (from, to) = (day - Days::new(WON_BEFORE_DAYS), day + Days::new(WON_AFTER_DAYS));
    let fits = |won: &&Won| Some(won.kind) == kind && won.minor > 0 && (from..=to).contains(&won.day);
    let mut weights: BTreeMap<&str, u64> = BTreeMap::new();
    for won in facts.won.iter().filter(fits) {
        *weights.entry(&won.seller).or_default() += won.minor.unsigned_abs();
    }
    let weights: Vec<(&str, u64)> = weights.into_iter().collect();
    let whole = i64::try_from(WHOLE).unwrap_or(i64::MAX);
    if let Ok(parts) = split(whole, &weights) {
        let parts = parts.into_iter().map(i64::unsigned_abs);
        let revenue = weights.iter().map(|(name, _)| (*name).to_owned()).zip(parts);
        return Credits { revenue: revenue.filter(|(_, part)| *part > 0).collect(), overlay: Vec::new() };
    }
    let owns = |owner: &&(String, NaiveDate, Option<NaiveDate>)| {
        owner.1 <= day && owner.2.is_none_or(|end| day < end)
    };
    facts.owners.iter().find(owns).map_or_else(Credits::default, |owner| Credits::whole(&owner.0))
}

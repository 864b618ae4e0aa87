//! When a recurring event takes place: the rule is unrolled in the event's own zone, because that is how people mean it.
//! The work on one rule and on all rules of a file is bounded, whatever they say.
use super::event::{Event, Moment, one_moment};
use crate::imports::Problem;
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};
use std::collections::BTreeSet;

/// How much unrolling one file may ask for.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    steps: u64,
}

/// Occurrences found and turns of the search in one file, also before the window.
const STEPS: u64 = 1_000_000;
/// What a rule that finds nothing costs: it has searched that long before it gave up.
const EMPTY_STEPS: u64 = 100_000;
const RULE_BYTES_MAX: usize = 500;
/// Times of day of one rule.
const TIMES_MAX: usize = 24;

impl Default for Budget {
    fn default() -> Self {
        Self::of(STEPS)
    }
}

impl Budget {
    /// So many occurrences found and turns of the search.
    pub fn of(steps: u64) -> Self {
        Self { steps }
    }

    fn spend(&mut self, steps: u64) -> Option<()> {
        self.steps = self.steps.checked_sub(steps)?;
        Some(())
    }
}

const ADVICE: &str = "Take this event out of the file, or import a calendar of a shorter time.";

/// The beginnings in `from..=to`; of an event that does not recur its only one.
pub fn starts(
    event: &Event,
    (from, to): (NaiveDate, NaiveDate),
    budget: &mut Budget,
) -> Result<Vec<Moment>, Problem> {
    if !event.recurs() {
        return Ok(vec![event.start]);
    }
    let except: BTreeSet<NaiveDateTime> = event.except.iter().map(|moment| moment.instant()).collect();
    let mut found: BTreeSet<NaiveDateTime> = match &event.rule {
        Some(rule) => unroll(event, rule, (from, to), budget)?,
        None => BTreeSet::from([local(event.start)]),
    };
    let further = event.further.iter().map(|moment| in_zone_of(event.start, *moment));
    found.extend(further.filter(|at| (from..=to).contains(&at.date())));
    let moments = found.into_iter().map(|at| like(event.start, at));
    Ok(moments.filter(|moment| !except.contains(&moment.instant())).collect())
}

fn unroll(
    event: &Event,
    text: &str,
    (from, to): (NaiveDate, NaiveDate),
    budget: &mut Budget,
) -> Result<BTreeSet<NaiveDateTime>, Problem> {
    let refuse = |problem: &str| Problem::new("RRULE", text, problem, ADVICE);
    let (rule, until) = rule(event.start, text).ok_or_else(|| refuse("This rule cannot be read."))?;
    if matches!(rule.get_freq(), Frequency::Hourly | Frequency::Minutely | Frequency::Secondly) {
        return Err(refuse("This event takes place more than once a day."));
    }
    let times = [rule.get_by_hour().len(), rule.get_by_minute().len(), rule.get_by_second().len()];
    if times.iter().map(|count| (*count).max(1)).product::<usize>() > TIMES_MAX {
        return Err(refuse("This event takes place too many times a day."));
    }
    let start = utc(local(event.start));
    let (count, steps) = (rule.get_count(), steps_to(rule.get_freq(), event.start.instant().date(), to));
    let tired = || refuse("The recurring events of this file take place too often, in all, to be unrolled.");
    budget.spend(steps).ok_or_else(tired)?;
    let rule = rule.validate(start).map_err(|_| refuse("This rule contradicts itself."))?;
    let last = until.unwrap_or(NaiveDateTime::MAX);
    let (mut found, mut seen, mut ended) = (BTreeSet::new(), 0, false);
    for at in &RRuleSet::new(start).rrule(rule).limit() {
        budget.spend(1).ok_or_else(tired)?;
        let at = at.naive_utc();
        if at > last || at.date() > to {
            ended = true;
            break;
        }
        seen += 1;
        if at.date() >= from {
            found.insert(at);
        }
    }
    if !ended && count.is_none_or(|count| seen < count) {
        // The rule ended by itself without reaching a day it should have reached: the search was given up.
        budget.spend(EMPTY_STEPS).ok_or_else(tired)?;
    }
    Ok(found)
}

/// How often the search turns over from the first day to the last.
fn steps_to(frequency: Frequency, start: NaiveDate, to: NaiveDate) -> u64 {
    let days = u64::try_from((to - start).num_days()).unwrap_or(0);
    match frequency {
        Frequency::Yearly => days / 365,
        Frequency::Monthly => days / 28,
        Frequency::Weekly => days / 7,
        _ => days,
    }
}

/// The rule without its end, and the end in the event's own zone.
fn rule(start: Moment, text: &str) -> Option<(RRule<Unvalidated>, Option<NaiveDateTime>)> {
    if text.len() > RULE_BYTES_MAX || !text.is_ascii() {
        return None;
    }
    let upper = text.to_ascii_uppercase();
    let (ends, rest): (Vec<&str>, Vec<&str>) = upper
        .split(';')
        .filter(|part| !part.trim().is_empty())
        .partition(|part| part.trim().starts_with("UNTIL="));
    let until = match ends.first().and_then(|end| end.split_once('=')) {
        None => None,
        Some((_, end)) => Some(match one_moment(end.trim(), super::Zone::Local)? {
            Moment::Day(day) => day.and_hms_opt(23, 59, 59)?,
            at => in_zone_of(start, at),
        }),
    };
    Some((rest.join(";").parse().ok()?, until))
}

/// The time of day as the event's own zone has it.
fn local(moment: Moment) -> NaiveDateTime {
    match moment {
        Moment::Day(day) => NaiveDateTime::from(day),
        Moment::At(local, _) => local,
    }
}

fn in_zone_of(start: Moment, moment: Moment) -> NaiveDateTime {
    match (start, moment) {
        (Moment::At(_, zone), Moment::At(_, other)) if other != super::Zone::Local => {
            zone.from_utc(moment.instant())
        }
        (Moment::At(at, _), Moment::Day(day)) => day.and_time(at.time()),
        (Moment::Day(_), Moment::At(at, _)) => NaiveDateTime::from(at.date()),
        _ => local(moment),
    }
}

fn like(start: Moment, at: NaiveDateTime) -> Moment {
    match start {
        Moment::Day(_) => Moment::Day(at.date()),
        Moment::At(_, zone) => Moment::At(at, zone),
    }
}

/// Rules are unrolled as if the event's clock were Greenwich's, so that nine o'clock stays nine o'clock.
fn utc(local: NaiveDateTime) -> DateTime<Tz> {
    local.and_utc().with_timezone(&Tz::UTC)
}

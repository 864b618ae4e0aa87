//! The transition share: how much, for how long, of what, on which conditions.
use super::parts::{choice, names, needed_amount, needed_word, rate_of, truth};
use super::pays::rates;
use crate::documents::{Entries, Placed, Reader, place};
use crate::incentives::plan::{Budget, Held, MONTHS_MAX, PaidBy, Share, Transition};
use crate::incentives::rate::{BILLION, Rate};
use crate::incentives::span::Span;
use crate::money::Currency;

const KEYS: [&str; 8] = ["from", "to", "components", "shares", "linear_months", "paid_by", "held", "budget"];

/// Reads it.
pub fn transition(reader: &mut Reader, part: &Placed, currency: Currency) -> Option<Transition> {
    let mut entries = reader.entries(part, "the transition")?;
    let from = names(reader, &mut entries, "from");
    let to = names(reader, &mut entries, "to");
    let components = names(reader, &mut entries, "components");
    let shares = shares(reader, &mut entries);
    let paid_by = choice(reader, &mut entries, "paid_by", PaidBy::ALL, PaidBy::Receiver);
    let held = entries.take("held").and_then(|part| held(reader, part));
    let budget = entries.take("budget").and_then(|part| budget(reader, part, currency));
    reader.done(&entries, &KEYS);
    Some(Transition { from, to, components, shares: shares?, paid_by, held, budget })
}

/// Given month by month, or falling evenly.
fn shares(reader: &mut Reader, entries: &mut Entries) -> Option<Vec<Share>> {
    let listed = entries.take("shares");
    let before = reader.refusals.len();
    let linear = reader.whole(entries, "linear_months", 1, MONTHS_MAX);
    match (listed, linear) {
        (Some(part), None) => listed_shares(reader, part),
        (None, Some(months)) => {
            let whole = u64::from(months);
            Some((0..whole).map(|month| lowest((whole - month).into(), whole.into())).collect())
        }
        (Some(part), Some(_)) => {
            reader.refuse(place(part), "the transition has `shares` and `linear_months`: keep one".to_owned())
        }
        (None, None) if reader.refusals.len() > before => None,
        (None, None) => reader.refuse(
            entries.at,
            "the transition has no `shares`: give the giver's share month by month, such as [100 %, 50 %], or `linear_months`".to_owned(),
        ),
    }
}

fn listed_shares(reader: &mut Reader, part: &Placed) -> Option<Vec<Share>> {
    let rates = rates(reader, part, "shares");
    if rates.is_empty() || rates.len() > MONTHS_MAX as usize {
        let reason = format!("`shares` has {} months: give 1 to {MONTHS_MAX}", rates.len());
        return reader.refuse(place(part), reason);
    }
    let above = |rate: &&Rate| **rate > Rate::WHOLE;
    if let Some(rate) = rates.iter().find(above) {
        return reader
            .refuse(place(part), format!("a share of {rate} is more than there is: give at most 100 %"));
    }
    let share = |rate: Rate| lowest(rate.billionths().unsigned_abs(), BILLION.unsigned_abs());
    Some(rates.into_iter().map(share).collect())
}

/// A share in lowest terms, so that products of several stay small.
fn lowest(giver: u128, whole: u128) -> Share {
    let common = greatest_common(giver, whole);
    let part = |number: u128| u64::try_from(number / common).unwrap_or(u64::MAX);
    Share { giver: part(giver), whole: part(whole) }
}

fn greatest_common(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { greatest_common(other, one % other) }
}

fn held(reader: &mut Reader, part: &Placed) -> Option<Held> {
    let mut entries = reader.entries(part, "held")?;
    let before = reader.refusals.len();
    let rate = entries.take("part").and_then(|part| rate_of(reader, part, "part"));
    let rate = reader.needed(&entries, "part", "say which part is held, such as `50 %`", rate, before);
    let brief_accepted = truth(reader, &mut entries, "brief_accepted");
    let retained_days = reader.whole(&mut entries, "retained_days", 1, 31 * MONTHS_MAX);
    reader.done(&entries, &["part", "brief_accepted", "retained_days"]);
    let rate = rate?;
    if rate == Rate::ZERO || rate > Rate::WHOLE {
        return reader.refuse(
            entries.at,
            format!("the part that is held is {rate}: give more than 0 % and at most 100 %"),
        );
    }
    if !brief_accepted && retained_days.is_none() {
        let reason = "held says not on what: give `brief_accepted: true`, `retained_days: 90`, or both";
        return reader.refuse(entries.at, reason.to_owned());
    }
    Some(Held { part: rate, brief_accepted, retained_days })
}

fn budget(reader: &mut Reader, part: &Placed, currency: Currency) -> Option<Budget> {
    let mut entries = reader.entries(part, "budget")?;
    let amount = needed_amount(reader, &mut entries, "amount", currency);
    let before = reader.refusals.len();
    let per = needed_word(reader, &mut entries, "per", Span::ALL);
    let per = reader.needed(&entries, "per", "say for how long, such as year", per, before);
    reader.done(&entries, &["amount", "per"]);
    Some(Budget { amount: amount?, per: per? })
}

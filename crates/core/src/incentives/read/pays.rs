//! How much a component pays: a rate, an amount, or a table of steps with its quota.
use super::parts::{amount_of, choice, needed_amount, needed_word, rate_of};
use crate::documents::{Entries, Placed, Reader, Tree, place};
use crate::incentives::plan::{
    Against, Apply, By, ENTRIES_MAX, NAME_LETTERS_MAX, PEOPLE_MAX, Pays, Quota, Step, Tiers,
};
use crate::incentives::rate::Rate;
use crate::incentives::span::Span;
use crate::money::Currency;
use std::collections::BTreeMap;

const WAYS: [&str; 4] = ["rate", "fixed", "fixed_each", "tiers"];

/// Exactly one way to pay.
pub fn pays(reader: &mut Reader, entries: &mut Entries, currency: Currency) -> Option<Pays> {
    let (at, what) = (entries.at, entries.what.clone());
    let mut found: Vec<(&str, &Placed)> = Vec::new();
    for way in WAYS {
        found.extend(entries.take(way).map(|part| (way, part)));
    }
    match found.as_slice() {
        [] => reader.refuse(at, format!("{what} says not how much it pays: give one of {}", WAYS.join(", "))),
        [(way, part)] => one_way(reader, way, part, currency),
        [.., (way, part)] => reader.refuse(
            place(part),
            format!("{what} pays in two ways: take `{way}` out, or make it a component of its own"),
        ),
    }
}

fn one_way(reader: &mut Reader, way: &str, part: &Placed, currency: Currency) -> Option<Pays> {
    match way {
        "rate" => rate_of(reader, part, way).map(Pays::Rate),
        "fixed" => amount_of(reader, part, way, currency).map(Pays::Fixed),
        "fixed_each" => amount_of(reader, part, way, currency).map(Pays::FixedEach),
        _ => tiers(reader, part, currency).map(Pays::Tiers),
    }
}

fn tiers(reader: &mut Reader, part: &Placed, currency: Currency) -> Option<Tiers> {
    let mut entries = reader.entries(part, "tiers")?;
    let by = choice(reader, &mut entries, "by", By::ALL, By::Amount);
    let before = reader.refusals.len();
    let apply = needed_word(reader, &mut entries, "apply", Apply::ALL);
    let apply = reader.needed(
        &entries,
        "apply",
        "say `marginal` (a step's rate for what lies within it) or `whole` (for everything)",
        apply,
        before,
    );
    let per = per(reader, &mut entries);
    let against = choice(reader, &mut entries, "against", Against::ALL, Against::Whole);
    let steps = entries.take("steps");
    let steps = match steps {
        None => reader
            .refuse(entries.at, "tiers has no `steps`: give a list, each with `from` and `rate`".to_owned()),
        Some(part) => steps_of(reader, part, by, currency),
    };
    reader.done(&entries, &["by", "apply", "per", "against", "steps"]);
    Some(Tiers { by, apply: apply?, per: per?, against, steps: steps? })
}

/// The span, or none for `event`; it must be said, because it decides what counts.
fn per(reader: &mut Reader, entries: &mut Entries) -> Option<Option<Span>> {
    let at = entries.place_of("per");
    let advice = "write event, month, quarter, half_year or year";
    match reader.optional(entries, "per", NAME_LETTERS_MAX).as_deref() {
        None => reader.refuse(at, format!("tiers has no `per`: say how long amounts are added up; {advice}")),
        Some("event") => Some(None),
        Some(text) => match text.parse() {
            Ok(span) => Some(Some(span)),
            Err(_) => reader.refuse(at, format!("`per` cannot be `{text}`: {advice}")),
        },
    }
}

/// Steps in order; a gap between a `to` and the next `from`, and what lies beyond a last `to`, pays nothing.
fn steps_of(reader: &mut Reader, part: &Placed, by: By, currency: Currency) -> Option<Vec<Step>> {
    let Tree::List(parts) = &part.value else {
        return reader.refuse(place(part), format!("`steps` is {}: give a list", part.value.words()));
    };
    if parts.is_empty() || parts.len() > ENTRIES_MAX {
        let reason = format!("`steps` has {} entries: give 1 to {ENTRIES_MAX}", parts.len());
        return reader.refuse(place(part), reason);
    }
    let mut steps: Vec<Step> = Vec::new();
    let mut end = Some(0);
    for (index, part) in parts.iter().enumerate() {
        let (step, to) = step(reader, part, &format!("steps[{index}]"), by, currency)?;
        let Some(reached) = end else {
            return reader.refuse(
                place(part),
                "the step before has no end: give it a `to`, or take this one out".to_owned(),
            );
        };
        if step.from < reached || (index > 0 && steps.last().is_some_and(|before| step.from <= before.from)) {
            let reason =
                "`from` is not above the step before: order the steps and let them not overlap".to_owned();
            return reader.refuse(place(part), reason);
        }
        if step.from > reached {
            steps.push(Step { from: reached, rate: Rate::ZERO });
        }
        steps.push(step);
        let last = index + 1 == parts.len();
        end = match to {
            Some(to) => Some(to),
            None if last => None,
            None => next_from(reader, parts.get(index + 1)?, by, currency),
        };
    }
    steps.extend(end.map(|from| Step { from, rate: Rate::ZERO }));
    Some(steps)
}

/// Where the next step begins, for a step that does not say where it ends.
fn next_from(reader: &mut Reader, part: &Placed, by: By, currency: Currency) -> Option<i64> {
    let told = reader.refusals.len();
    let from = step(reader, part, "steps", by, currency).map(|(step, _)| step.from);
    // It is read, and refused, once more in its turn.
    reader.refusals.truncate(told);
    from.or(Some(i64::MAX))
}

fn step(
    reader: &mut Reader,
    part: &Placed,
    what: &str,
    by: By,
    currency: Currency,
) -> Option<(Step, Option<i64>)> {
    let mut entries = reader.entries(part, what)?;
    let bound = |reader: &mut Reader, part: &Placed, name: &str| match by {
        By::Amount => amount_of(reader, part, name, currency),
        By::Attainment => rate_of(reader, part, name).and_then(|rate| i64::try_from(rate.billionths()).ok()),
    };
    let before = reader.refusals.len();
    let from = entries.take("from").and_then(|part| bound(reader, part, "from"));
    let from =
        reader.needed(&entries, "from", "say where it begins; the first step begins at 0", from, before);
    let to = entries.take("to").map(|part| (place(part), bound(reader, part, "to")));
    let before = reader.refusals.len();
    let rate = entries.take("rate").and_then(|part| rate_of(reader, part, "rate"));
    let rate = reader.needed(&entries, "rate", "give one such as `5 %`", rate, before);
    reader.done(&entries, &["from", "to", "rate"]);
    let (from, rate) = (from?, rate?);
    match to {
        Some((at, Some(to))) if to <= from => reader.refuse(
            at,
            "`to` is not above `from`: a step runs from `from` up to, and not including, `to`".to_owned(),
        ),
        Some((_, to)) => Some((Step { from, rate }, Some(to?))),
        None => Some((Step { from, rate }, None)),
    }
}

/// A quota.
pub fn quota(reader: &mut Reader, part: &Placed, currency: Currency) -> Option<Quota> {
    let mut entries = reader.entries(part, "quota")?;
    let amount = needed_amount(reader, &mut entries, "amount", currency);
    let before = reader.refusals.len();
    let per = needed_word(reader, &mut entries, "per", Span::ALL);
    let per = reader.needed(&entries, "per", "say for how long, such as quarter", per, before);
    let ramp = entries.take("ramp").map_or_else(Vec::new, |part| rates(reader, part, "ramp"));
    let people = entries.take("people").map_or_else(BTreeMap::new, |part| people(reader, part, currency));
    reader.done(&entries, &["amount", "per", "ramp", "people"]);
    Some(Quota { amount: amount?, per: per?, ramp, people })
}

/// A list of rates.
pub fn rates(reader: &mut Reader, part: &Placed, name: &str) -> Vec<Rate> {
    match &part.value {
        Tree::List(parts) if parts.len() <= ENTRIES_MAX => {
            parts.iter().filter_map(|part| rate_of(reader, part, name)).collect()
        }
        other => {
            let reason = format!(
                "`{name}` is {}: give a list of at most {ENTRIES_MAX} such as [50 %, 75 %]",
                other.words()
            );
            reader.refuse::<()>(place(part), reason);
            Vec::new()
        }
    }
}

fn people(reader: &mut Reader, part: &Placed, currency: Currency) -> BTreeMap<String, i64> {
    let Tree::Map(entries) = &part.value else {
        let reason = format!("`people` is {}: write a name and an amount a line", part.value.words());
        reader.refuse::<()>(place(part), reason);
        return BTreeMap::new();
    };
    if entries.len() > PEOPLE_MAX {
        reader.refuse::<()>(
            place(part),
            format!("`people` has {} names, at most {PEOPLE_MAX} are possible", entries.len()),
        );
        return BTreeMap::new();
    }
    let named = entries.iter().filter_map(|(name, part)| {
        Some((name.value.clone(), amount_of(reader, part, &name.value, currency)?))
    });
    named.collect()
}

/// Whether table and quota belong together.
pub fn fits(reader: &mut Reader, part: &Placed, what: &str, pays: Option<&Pays>, quota: Option<&Quota>) {
    let Some(Pays::Tiers(tiers)) = pays else { return };
    let reason = match (tiers.by, quota, tiers.per) {
        (By::Amount, _, _) => return,
        (By::Attainment, None, _) => "measures attainment without a `quota`: give one".to_owned(),
        (By::Attainment, Some(_), None) => {
            "measures attainment per event: give `per` as long as the quota or longer".to_owned()
        }
        (By::Attainment, Some(quota), Some(per)) if per.months() < quota.per.months() => {
            format!("adds up for a {per} but has its quota for a {}: make `per` as long or longer", quota.per)
        }
        _ => return,
    };
    reader.refuse::<()>(place(part), format!("{what} {reason}"));
}

//! Caps, guarantees, draws and what other currencies are worth.
use super::parts::{list, names, needed_amount, needed_word};
use crate::documents::reader::Place;
use crate::documents::{Entries, Placed, Reader};
use crate::incentives::plan::{Cap, Exchange, Floor, MONTHS_MAX, NAME_LETTERS_MAX, Plan};
use crate::incentives::span::Span;
use crate::money::Currency;
use crate::subscriptions::parse_rate;

/// What bounds a person's incentive.
pub struct Limits {
    /// Caps, those of single components first.
    pub caps: Vec<Cap>,
    /// Guarantees.
    pub guarantees: Vec<Floor>,
    /// Draws.
    pub draws: Vec<Floor>,
}

/// The three lists.
pub fn limits(reader: &mut Reader, entries: &mut Entries, currency: Currency, inline: Vec<Cap>) -> Limits {
    let mut caps = inline;
    caps.extend(list(reader, entries, "caps", |reader, part, what| cap(reader, part, what, currency)));
    let guarantees =
        list(reader, entries, "guarantees", |reader, part, what| floor(reader, part, what, currency, None));
    let draws = list(reader, entries, "draws", |reader, part, what| {
        floor(reader, part, what, currency, Some(Span::Month))
    });
    Limits { caps, guarantees, draws }
}

/// Amount and span of a cap written inside its component.
pub fn inline_cap(reader: &mut Reader, part: &Placed, currency: Currency) -> Option<(i64, Span)> {
    let mut entries = reader.entries(part, "cap")?;
    let (amount, per) = (needed_amount(reader, &mut entries, "amount", currency), span(reader, &mut entries));
    reader.done(&entries, &["amount", "per"]);
    Some((amount?, per?))
}

fn cap(reader: &mut Reader, part: &Placed, what: &str, currency: Currency) -> Option<Cap> {
    let mut entries = reader.entries(part, what)?;
    let id = reader.text(&mut entries, "id", NAME_LETTERS_MAX);
    let roles = names(reader, &mut entries, "roles");
    let components = names(reader, &mut entries, "components");
    let (amount, per) = (needed_amount(reader, &mut entries, "amount", currency), span(reader, &mut entries));
    reader.done(&entries, &["id", "roles", "components", "amount", "per"]);
    Some(Cap { id: id?, roles, components, amount: amount?, per: per? })
}

fn span(reader: &mut Reader, entries: &mut Entries) -> Option<Span> {
    let before = reader.refusals.len();
    let per = needed_word(reader, entries, "per", Span::ALL);
    reader.needed(entries, "per", "say for how long, such as quarter", per, before)
}

/// A guarantee, or a draw where the span is fixed.
fn floor(
    reader: &mut Reader,
    part: &Placed,
    what: &str,
    currency: Currency,
    fixed: Option<Span>,
) -> Option<Floor> {
    let mut entries = reader.entries(part, what)?;
    let id = reader.text(&mut entries, "id", NAME_LETTERS_MAX);
    let roles = names(reader, &mut entries, "roles");
    let amount = needed_amount(reader, &mut entries, "amount", currency);
    let per = if fixed.is_some() { fixed } else { span(reader, &mut entries) };
    let first_months = reader.whole(&mut entries, "first_months", 1, MONTHS_MAX);
    let known = ["id", "roles", "amount", "per", "first_months"];
    let draw = ["id", "roles", "amount", "first_months"];
    reader.done(&entries, if fixed.is_some() { &draw } else { &known });
    Some(Floor { id: id?, roles, amount: amount?, per: per?, first_months })
}

/// What another currency is worth.
pub fn exchange(reader: &mut Reader, part: &Placed, what: &str) -> Option<Exchange> {
    let mut entries = reader.entries(part, what)?;
    let at = entries.place_of("currency");
    let code = reader.text(&mut entries, "currency", NAME_LETTERS_MAX);
    let from = reader.day(&mut entries, "from");
    let rate_at = entries.place_of("rate");
    let rate = reader.text(&mut entries, "rate", NAME_LETTERS_MAX);
    reader.done(&entries, &["currency", "from", "rate"]);
    let code = code?;
    let currency = match code.parse::<Currency>() {
        Ok(currency) if currency.is_known() => currency,
        _ => {
            return reader
                .refuse(at, format!("`currency` is `{code}`: write a code of ISO 4217 such as EUR"));
        }
    };
    match parse_rate(&rate?) {
        Ok(rate_e9) => Some(Exchange { currency, from: from?, rate_e9 }),
        Err(reason) => reader.refuse(rate_at, reason),
    }
}

/// Caps must lie within one another or apart: what one of two crossing caps takes off would depend on the order of events.
fn nested(reader: &mut Reader, at: Place, plan: &Plan) {
    for (index, cap) in plan.caps.iter().enumerate() {
        let crossing = |other: &&Cap| !cap.within(other) && !other.within(cap) && !cap.apart(other);
        for other in plan.caps.iter().skip(index + 1).filter(crossing) {
            let reason = format!(
                "`{}` and `{}` cross: let the one for fewer components or roles have a span that is as long or shorter",
                cap.id, other.id
            );
            reader.refuse::<()>(at, reason);
        }
    }
}

/// What must agree among limits.
pub fn agree(reader: &mut Reader, at: Place, plan: &Plan) {
    nested(reader, at, plan);
    let meet = |one: &[String], other: &[String]| {
        one.is_empty() || other.is_empty() || one.iter().any(|role| other.contains(role))
    };
    for cap in plan.caps.iter().filter(|cap| cap.components.is_empty()) {
        for floor in &plan.guarantees {
            let below = i128::from(cap.amount) * i128::from(floor.per.months())
                < i128::from(floor.amount) * i128::from(cap.per.months());
            if below && meet(&cap.roles, &floor.roles) {
                let reason = format!(
                    "`{}` allows less than `{}` guarantees: raise one or lower the other",
                    cap.id, floor.id
                );
                reader.refuse::<()>(at, reason);
            }
        }
    }
    for (index, given) in plan.exchange.iter().enumerate() {
        let same = |other: &Exchange| (other.currency, other.from) == (given.currency, given.from);
        if plan.exchange.iter().take(index).any(same) {
            let reason = format!("{} has two rates from {}: keep one", given.currency, given.from);
            reader.refuse::<()>(at, reason);
        }
        if given.currency == plan.currency {
            let reason = format!("`exchange` gives {}, which the plan pays in: take it out", given.currency);
            reader.refuse::<()>(at, reason);
        }
    }
}

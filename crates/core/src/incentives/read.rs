//! Text -> plan. Everything that is wrong is told at once, each with its place.
mod limits;
mod parts;
mod pays;
mod transition;

use super::event::Movement;
use super::plan::{
    Audience, BYTES_MAX, ClawBack, Component, GivenBack, MONTHS_MAX, NAME_LETTERS_MAX, PayOn, Plan,
};
use super::rounding::Rounding;
use crate::documents::{self, Entries, Placed, Reader, Refusal, place};
use crate::money::Currency;
use crate::suggest;
use parts::{choice, known_names, list, names};

/// Reads and checks a plan.
///
/// # Errors
/// All that is wrong with it.
pub fn read(text: &str) -> Result<Plan, Vec<Refusal>> {
    let tree = documents::read(text, BYTES_MAX).map_err(|refusal| vec![refusal])?;
    let mut reader = Reader::default();
    let read = tree.and_then(|tree| plan(&mut reader, &tree));
    reader.finish(
        read,
        "the plan is empty: begin with `name:`, `version:`, `effective:`, `currency:` and `components:`",
    )
}

const KEYS: [&str; 13] = [
    "name",
    "version",
    "effective",
    "until",
    "for",
    "currency",
    "rounding",
    "components",
    "caps",
    "guarantees",
    "draws",
    "transition",
    "exchange",
];

fn plan(reader: &mut Reader, tree: &Placed) -> Option<Plan> {
    let mut entries = reader.entries(tree, "the plan")?;
    let name = reader.text(&mut entries, "name", NAME_LETTERS_MAX);
    let version = reader.text(&mut entries, "version", NAME_LETTERS_MAX);
    let effective = reader.day(&mut entries, "effective");
    let until = parts::optional_day(reader, &mut entries, "until");
    let audience =
        entries.take("for").map_or_else(|| Some(Audience::default()), |part| audience(reader, part));
    let currency = currency(reader, &mut entries);
    let rounding = choice(reader, &mut entries, "rounding", Rounding::ALL, Rounding::HalfUp);
    // Without a currency amounts cannot be read; the rest is still looked at with one that has two digits.
    let read_in = currency.or_else(|| "USD".parse().ok())?;
    let mut components =
        list(reader, &mut entries, "components", |reader, part, what| component(reader, part, what, read_in));
    let inline: Vec<_> = components.iter_mut().filter_map(|(_, cap)| cap.take()).collect();
    let components: Vec<Component> = components.into_iter().map(|(component, _)| component).collect();
    let limits = limits::limits(reader, &mut entries, read_in, inline);
    let transition =
        entries.take("transition").and_then(|part| transition::transition(reader, part, read_in));
    let exchange = list(reader, &mut entries, "exchange", limits::exchange);
    reader.done(&entries, &KEYS);
    let plan = Plan {
        name: name?,
        version: version?,
        effective: effective?,
        until,
        audience: audience?,
        currency: currency?,
        rounding,
        components,
        caps: limits.caps,
        guarantees: limits.guarantees,
        draws: limits.draws,
        transition,
        exchange,
    };
    whole(reader, tree, &plan);
    Some(plan)
}

fn audience(reader: &mut Reader, part: &Placed) -> Option<Audience> {
    let mut entries = reader.entries(part, "for")?;
    let audience = Audience {
        roles: names(reader, &mut entries, "roles"),
        people: names(reader, &mut entries, "people"),
        except: names(reader, &mut entries, "except"),
    };
    reader.done(&entries, &["roles", "people", "except"]);
    if let Some(both) = audience.people.iter().find(|person| audience.except.contains(person)) {
        return reader.refuse(
            place(part),
            format!("`{both}` stands in `people` and in `except`: keep one of the two"),
        );
    }
    Some(audience)
}

fn currency(reader: &mut Reader, entries: &mut Entries) -> Option<Currency> {
    let at = entries.place_of("currency");
    let text = reader.text(entries, "currency", NAME_LETTERS_MAX)?;
    match text.parse::<Currency>() {
        Ok(currency) if currency.is_known() => Some(currency),
        _ => reader.refuse(at, format!("`currency` is `{text}`: write a code of ISO 4217 such as USD")),
    }
}

const COMPONENT_KEYS: [&str; 16] = [
    "id",
    "name",
    "roles",
    "on",
    "people",
    "units",
    "instead_of",
    "rate",
    "fixed",
    "fixed_each",
    "tiers",
    "quota",
    "cap",
    "pay_on",
    "claw_back",
    "contract_months",
];

/// A component with the cap that is written inside it.
fn component(
    reader: &mut Reader,
    part: &Placed,
    what: &str,
    currency: Currency,
) -> Option<(Component, Option<super::plan::Cap>)> {
    let mut entries = reader.entries(part, what)?;
    let id = reader.text(&mut entries, "id", NAME_LETTERS_MAX);
    let name = reader.optional(&mut entries, "name", NAME_LETTERS_MAX);
    let roles = names(reader, &mut entries, "roles");
    let people = names(reader, &mut entries, "people");
    let units = names(reader, &mut entries, "units");
    let instead_of = names(reader, &mut entries, "instead_of");
    let movements = movements(reader, &mut entries);
    let pays = pays::pays(reader, &mut entries, currency);
    let quota = entries.take("quota").and_then(|part| pays::quota(reader, part, currency));
    let cap = entries.take("cap").and_then(|part| limits::inline_cap(reader, part, currency));
    let pay_on = choice(reader, &mut entries, "pay_on", PayOn::ALL, PayOn::Booking);
    let claw_back = entries.take("claw_back").and_then(|part| claw_back(reader, part));
    let contract_months = reader.whole(&mut entries, "contract_months", 1, MONTHS_MAX);
    reader.done(&entries, &COMPONENT_KEYS);
    pays::fits(reader, part, what, pays.as_ref(), quota.as_ref());
    let id = id?;
    let cap = cap.map(|(amount, per)| super::plan::Cap {
        id: format!("cap of {id}"),
        roles: roles.clone(),
        components: vec![id.clone()],
        amount,
        per,
    });
    let component = Component {
        name: name.unwrap_or_else(|| id.clone()),
        id,
        roles,
        movements: movements?,
        people,
        units,
        instead_of,
        pays: pays?,
        quota,
        pay_on,
        claw_back,
        contract_months,
    };
    Some((component, cap))
}

fn movements(reader: &mut Reader, entries: &mut Entries) -> Option<Vec<Movement>> {
    let at = entries.place_of("on");
    let before = reader.refusals.len();
    let words = names(reader, entries, "on");
    if words.is_empty() && reader.refusals.len() == before {
        let what = entries.what.clone();
        return reader
            .refuse(at, format!("{what} has no `on`: say what it is paid for, such as `on: [new]`"));
    }
    let earning = || Movement::ALL.iter().filter(|movement| movement.earns()).map(|movement| movement.text());
    let mut movements = Vec::new();
    for word in words {
        match word.parse::<Movement>() {
            Ok(movement) if movement.earns() => movements.push(movement),
            Ok(_) => {
                let reason = format!("nothing is paid for `{word}`: `on` is some of {}", join(earning()));
                reader.refuse::<()>(at, reason);
            }
            Err(_) => {
                let advice = suggest::nearest(&word, earning()).map_or_else(
                    || format!("it is some of {}", join(earning())),
                    |near| format!("did you mean `{near}`?"),
                );
                reader.refuse::<()>(at, format!("`on` cannot be `{word}`: {advice}"));
            }
        }
    }
    Some(movements)
}

fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

fn claw_back(reader: &mut Reader, part: &Placed) -> Option<ClawBack> {
    let mut entries = reader.entries(part, "claw_back")?;
    let before = reader.refusals.len();
    let within = reader.whole(&mut entries, "within_months", 1, MONTHS_MAX);
    let within =
        reader.needed(&entries, "within_months", "say within how many months, such as 12", within, before);
    let part = choice(reader, &mut entries, "part", GivenBack::ALL, GivenBack::All);
    reader.done(&entries, &["within_months", "part"]);
    Some(ClawBack { within_months: within?, part })
}

/// What can only be seen of the plan as a whole.
fn whole(reader: &mut Reader, tree: &Placed, plan: &Plan) {
    let at = place(tree);
    if plan.components.is_empty() && reader.refusals.is_empty() {
        reader.refuse::<()>(
            at,
            "the plan has no `components`: give a list, each with `id`, `on` and `rate`".to_owned(),
        );
    }
    if plan.until.is_some_and(|until| until < plan.effective) {
        reader.refuse::<()>(
            at,
            format!("`until` is before `effective`: give a day from {} on", plan.effective),
        );
    }
    let ids: Vec<&str> = plan.components.iter().map(|component| component.id.as_str()).collect();
    let limits = plan.caps.iter().map(|cap| cap.id.as_str());
    let floors = plan.guarantees.iter().chain(&plan.draws).map(|floor| floor.id.as_str());
    parts::distinct(reader, at, ids.iter().copied().chain(limits).chain(floors));
    for component in &plan.components {
        known_names(reader, at, &format!("`instead_of` of `{}`", component.id), &component.instead_of, &ids);
        if component.instead_of.contains(&component.id) {
            reader.refuse::<()>(
                at,
                format!("`{}` cannot be instead of itself: name another one", component.id),
            );
        }
    }
    for cap in &plan.caps {
        known_names(reader, at, &format!("`components` of `{}`", cap.id), &cap.components, &ids);
    }
    // Where receivers are paid by another plan, what is shared may have its name there.
    if let Some(transition) = plan.transition.as_ref().filter(|_| plan.audience.is_everybody()) {
        known_names(reader, at, "`components` of the transition", &transition.components, &ids);
    }
    limits::agree(reader, at, plan);
}

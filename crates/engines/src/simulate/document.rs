//! Scenarios as documents (YAML or JSON): code names and values; what is not given has its default. Everything that cannot be is
//! refused at once, each with its place and what to do.
use super::parameters::Scenario;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_saphyr::Spanned;
use std::collections::BTreeMap;
use std::fmt;
use tandem_core::documents::{Refusal, unreadable};
use tandem_core::suggest;

/// The entries of a document in its order.
struct Entries(Vec<(Spanned<String>, Spanned<Value>)>);

/// Reads a scenario. An empty document is the default scenario.
///
/// # Errors
/// Every unknown name, wrong kind of value and impossible number or combination.
pub fn parse(text: &str) -> Result<Scenario, Vec<Refusal>> {
    let entries: Option<Entries> = serde_saphyr::from_str(text).map_err(|error| vec![unreadable(&error)])?;
    let mut scenario = Scenario::default();
    let mut refusals = Vec::new();
    let mut places = BTreeMap::new();
    for (key, value) in entries.map_or_else(Vec::new, |entries| entries.0) {
        let place = (value.defined.line(), value.defined.column());
        places.insert(key.value.clone(), place);
        match scenario.set(&key.value, &value.value) {
            Some(Ok(())) => {}
            Some(Err(wanted)) => refusals.push(Refusal {
                place: Some(place),
                reason: format!("`{}` cannot be `{}`: {wanted}", key.value, value.value),
            }),
            None => refusals.push(unknown(&key)),
        }
    }
    let breaches = scenario.outside_limits().into_iter().chain(impossible(&scenario));
    refusals.extend(breaches.map(|(key, reason)| Refusal {
        place: places.get(key).copied(),
        reason: format!("`{key}`: {reason}"),
    }));
    refusals.sort_by_key(|refusal| refusal.place);
    if refusals.is_empty() { Ok(scenario) } else { Err(refusals) }
}

/// What single limits do not refuse.
fn impossible(s: &Scenario) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut refuse = |is: bool, key, reason: &str| {
        if is {
            found.push((key, reason.to_owned()));
        }
    };
    let seats: usize = s.team.iter().sum();
    refuse(seats == 0, "team", "there is nobody in it: give at least one seat");
    refuse(seats > 2_000, "team", "there are more than 2000 seats: give fewer");
    refuse(
        s.accounts.iter().sum::<usize>() > 10_000_000,
        "n_acc",
        "there are more than 10000000 accounts: give fewer",
    );
    let more = s.customers_at_start.iter().zip(&s.accounts).any(|(customers, accounts)| customers > accounts);
    refuse(more, "n_cust0", "a segment has more customers than accounts: raise `n_acc` or lower `n_cust0`");
    for (key, range) in [
        ("land", s.first_deal),
        ("pen0", s.penetration_at_start),
        ("pen0v", s.other_unit_penetration),
        ("lump", s.expansion_share),
    ] {
        refuse(range[0] > range[1], key, "the least is above the greatest: give the smaller number first");
    }
    let beyond = s.intervention_seats.iter().flatten().any(|seat| *seat >= seats);
    refuse(beyond, "psi_slots", "a seat is not in the team: seats are counted from 0");
    let works = s.admin_share < 1.0 && s.hours * (1.0 - s.admin_share) >= s.coordination;
    refuse(
        !works,
        "coord",
        "coordination takes more than the hours there are: lower `coord` or `adm`, or raise `hours`",
    );
    found
}

fn unknown(key: &Spanned<String>) -> Refusal {
    let parameters = Scenario::parameters();
    let advice = suggest::nearest(&key.value, parameters.iter().map(|parameter| parameter.key)).map_or_else(
        || "`tandem simulate parameters` lists those there are".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Refusal {
        place: Some((key.defined.line(), key.defined.column())),
        reason: format!("there is no parameter `{}`: {advice}", key.value),
    }
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("names and values")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Entries, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

//! Text -> request, with what is wrong and where.
use super::{PEOPLE_MAX, Request, Suits};
use crate::documents::{Refusal, unreadable};
use std::collections::BTreeSet;

/// Longest document, in bytes.
pub const BYTES_MAX: usize = 16 << 20;

/// Reads a request in YAML or JSON.
///
/// # Errors
/// All that is wrong with it; where it cannot be read at all, the first thing.
pub fn read(text: &str) -> Result<Request, Vec<Refusal>> {
    let whole = |reason: String| Refusal { place: None, reason };
    if text.len() > BYTES_MAX {
        return Err(vec![whole(format!("this has {} bytes, at most {BYTES_MAX} are possible", text.len()))]);
    }
    let request: Request = serde_saphyr::from_str(text).map_err(|error| vec![unreadable(&error)])?;
    let faults: Vec<Refusal> = faults(&request).into_iter().map(whole).collect();
    if faults.is_empty() { Ok(request) } else { Err(faults) }
}

fn faults(request: &Request) -> Vec<String> {
    let mut faults = Vec::new();
    if request.roles.is_empty() {
        faults.push(
            "no role is to be staffed: give `roles:`, such as {hunter: 4, account_manager: 6}".to_owned(),
        );
    }
    if request.people.len() > PEOPLE_MAX {
        faults.push(format!("there are {} people, at most {PEOPLE_MAX} are possible", request.people.len()));
    }
    if request.weights.0.values().all(|weight| *weight == 0) {
        faults.push("no aspect counts anything: give at least one weight above 0".to_owned());
    }
    let mut seen = BTreeSet::new();
    for person in &request.people {
        if !seen.insert(&person.id) {
            faults.push(format!("`{}` is there twice: give every person an id of its own", person.id));
        }
        if let Some(locked) = person.locked.filter(|role| !request.roles.contains_key(role)) {
            faults.push(format!(
                "`{}` is locked as {locked}, which is not to be staffed: add it to `roles`",
                person.id
            ));
        }
        faults.extend(person.suits.iter().filter(|(_, suits)| is_wild(suits)).map(|(role, _)| {
            format!("`{}` as {role}: every aspect is a whole number from 0 to 100", person.id)
        }));
    }
    faults
}

fn is_wild(suits: &Suits) -> bool {
    let values =
        [suits.fit, suits.fit_band, suits.wish, suits.competencies, suits.relationships, suits.location];
    values.into_iter().flatten().any(|value| value > 100)
}

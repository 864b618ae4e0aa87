//! People whom plans are for, as others call them: plans name them by id.
use crate::incentives::facts::{Roles, role_on, roles};
use crate::{App, Result};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::incentives::Plan;
use tandem_core::incentives::plan::Audience;

/// Most people who are named in a sentence.
const NAMED: usize = 3;

/// Everybody who sells, by id, with the roles that they have had.
pub struct People {
    names: BTreeMap<String, String>,
    roles: BTreeMap<String, Roles>,
}

impl People {
    /// Reads them.
    pub async fn load(app: &App) -> Result<Self> {
        let sellers = tandem_store::incentives::sellers(&app.db).await?.into_iter();
        let names = sellers.map(|(id, name, _, _)| (id.to_string(), name)).collect();
        Ok(Self { names, roles: roles(app).await? })
    }

    /// What is wrong with whom a plan is for; nothing: it names people who are there.
    pub fn strangers(&self, plan: &Plan) -> Option<String> {
        let named = plan.audience.people.iter().chain(&plan.audience.except);
        let stranger = named.into_iter().find(|person| !self.names.contains_key(*person))?;
        let meant = self.names.iter().find(|(_, name)| *name == stranger);
        let advice = meant.map_or_else(
            || "write ids, which the editor finds by name".to_owned(),
            |(id, _)| format!("did you mean `{id}`?"),
        );
        Some(format!("`for` names `{stranger}`, who is no id of anybody who sells: {advice}"))
    }

    /// The plan with names in place of ids where it says whom it is for.
    pub fn named(&self, plan: &Plan) -> Plan {
        let name = |id: &String| self.names.get(id).unwrap_or(id).clone();
        let Audience { roles, people, except } = &plan.audience;
        let audience = Audience {
            roles: roles.clone(),
            people: people.iter().map(name).collect(),
            except: except.iter().map(name).collect(),
        };
        Plan { audience, ..plan.clone() }
    }

    /// Who is in both plans on a day, in words.
    pub fn in_both(&self, one: &Plan, other: &Plan, day: NaiveDate) -> String {
        let both = one.audience.narrowed(&other.audience);
        let found =
            |id: &String| both.includes(id, self.roles.get(id).and_then(|changes| role_on(changes, day)));
        let mut names: Vec<&str> =
            self.names.iter().filter(|(id, _)| found(id)).map(|(_, name)| name.as_str()).collect();
        if names.is_empty() {
            let people = both.people.iter().filter_map(|id| self.names.get(id)).map(String::as_str);
            names.extend(people);
        }
        names.sort_unstable();
        let more = names.len().saturating_sub(NAMED);
        let named = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        match (names.len(), more) {
            (0, _) => format!("everybody who may become one of {}", both.roles.join(", ")),
            (_, 0) => named,
            (_, 1) => format!("{named} and one other"),
            (_, more) => format!("{named} and {more} others"),
        }
    }
}

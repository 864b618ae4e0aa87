//! Who sees whose book: everything, the team below, or the own one, from dated facts as of today.
use crate::{Actor, App, Result};
use std::collections::BTreeSet;
use tandem_store::customers::Visible;
use tandem_store::sellers;

/// The sellers whose books the actor sees, where that is not everybody: themselves and, for managers, everyone below.
pub async fn sellers(app: &App, actor: &Actor) -> Result<BTreeSet<i64>> {
    let Some(own) = actor.seller else { return Ok(BTreeSet::new()) };
    let mut seen = BTreeSet::from([own]);
    if actor.role == crate::Role::Manager {
        let all = sellers::as_of(&app.db, app.clock.today()).await?;
        loop {
            let more: Vec<i64> = all
                .iter()
                .filter(|s| s.manager_id.is_some_and(|m| seen.contains(&m)) && !seen.contains(&s.id))
                .map(|s| s.id)
                .collect();
            if more.is_empty() {
                break;
            }
            seen.extend(more);
        }
    }
    Ok(seen)
}

/// The customers that the actor sees.
pub async fn customers(app: &App, actor: &Actor) -> Result<Visible> {
    if actor.role.sees_everything() {
        return Ok(Visible::Everything);
    }
    Ok(Visible::Books(sellers(app, actor).await?.into_iter().collect()))
}

/// Whose numbers an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole company's.
    Everything,
    /// Those of the books of a manager and everyone below.
    Team,
    /// Those of the own book.
    Own,
}

impl Scope {
    /// What a person of this role sees.
    pub fn of(actor: &Actor) -> Self {
        match actor.role {
            role if role.sees_everything() => Self::Everything,
            crate::Role::Manager => Self::Team,
            _ => Self::Own,
        }
    }

    /// The word for it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Team => "team",
            Self::Own => "own",
        }
    }
}

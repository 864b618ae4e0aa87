//! Who sees what of an alignment: those who see everything all of it; a manager what those have or get whom the manager leads.
use crate::{Actor, App, Result, visibility};
use std::collections::BTreeSet;

/// What an actor may see.
pub struct Sight(Option<BTreeSet<i64>>);

impl Sight {
    /// As of today.
    pub async fn of(app: &App, actor: &Actor) -> Result<Self> {
        if actor.role.sees_everything() {
            return Ok(Self(None));
        }
        Ok(Self(Some(visibility::sellers(app, actor).await?)))
    }

    /// Whether it is all.
    pub fn is_whole(&self) -> bool {
        self.0.is_none()
    }

    /// Whether somebody is seen.
    pub fn person(&self, seller: i64) -> bool {
        self.0.as_ref().is_none_or(|seen| seen.contains(&seller))
    }

    /// Whether a unit is seen that one has and another gets.
    pub fn unit(&self, owner: Option<i64>, to: i64) -> bool {
        self.person(to) || owner.is_some_and(|owner| self.person(owner))
    }
}

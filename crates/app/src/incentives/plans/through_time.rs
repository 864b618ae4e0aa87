//! Approved plans through time: by which a person was paid on a day.
use super::parsed;
use crate::incentives::facts::{Roles, role_on, roles};
use crate::{App, Result};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tandem_core::incentives::Plan;
use tandem_core::incentives::in_force::on;
use tandem_store::incentives as store;

/// Every approved plan, and who has had which role.
pub struct PlansThroughTime {
    plans: Vec<Plan>,
    roles: BTreeMap<String, Roles>,
}

impl PlansThroughTime {
    /// Reads them.
    pub async fn load(app: &App) -> Result<Self> {
        let rows = store::plans(&app.db).await?;
        let standing = rows.iter().filter(|row| row.approved_us.is_some() && row.withdrawn_us.is_none());
        let plans = standing.map(|row| parsed(&row.document)).collect::<Result<_>>()?;
        Ok(Self { plans, roles: roles(app).await? })
    }

    /// The plans themselves.
    pub fn into_plans(self) -> Vec<Plan> {
        self.plans
    }

    /// The plan by whose terms a unit is shared that somebody gave on a day: the role of the day before counts.
    pub fn of(&self, giver: i64, day: NaiveDate) -> Option<&Plan> {
        let giver = giver.to_string();
        let before = day.pred_opt().unwrap_or(day);
        let role = self.roles.get(&giver).and_then(|changes| role_on(changes, before));
        on(&self.plans, day).into_iter().find(|plan| plan.audience.includes(&giver, role))
    }
}

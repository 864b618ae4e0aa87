//! What became of the recurring revenue of units that passed on.
use super::store::{self, SpanRow};
use crate::{App, Result, settings};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::handoffs::Handoff;
use tandem_core::handoffs::outcome::{self, Outcome, OutcomeAt};
use tandem_core::money::{Currency, Money};

/// What became of the unit at one time.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutcomeView {
    /// day_90, day_180 or day_365.
    #[schema(value_type = String)]
    pub at: OutcomeAt,
    /// not_yet, not_known, kept, grown or lost, with the change.
    #[schema(value_type = Object)]
    pub outcome: Outcome,
}

/// The subscriptions of units and what their currencies are worth.
pub(super) struct Revenue {
    spans: BTreeMap<i64, Vec<SpanRow>>,
    worths: BTreeMap<String, i64>,
    currency: Currency,
}

impl Revenue {
    /// Of one unit, or of all that handoffs were to pass on.
    pub(super) async fn of(app: &App, unit: Option<i64>) -> Result<Self> {
        let settings = settings::load(app).await?;
        let mut spans: BTreeMap<i64, Vec<SpanRow>> = BTreeMap::new();
        for row in store::spans(&app.db, unit).await? {
            spans.entry(row.unit_id).or_default().push(row);
        }
        let worths = settings.worths(app.clock.today()).into_iter().collect();
        Ok(Self { spans, worths, currency: settings.company.currency })
    }

    /// At 90, 180 and 365 days; empty before a transfer.
    pub(super) fn outcomes(&self, handoff: &Handoff, today: NaiveDate) -> Vec<OutcomeView> {
        let Some(on) = handoff.transferred_on else { return Vec::new() };
        let unit = handoff.proposal.unit.0;
        let before = on.pred_opt().and_then(|day| self.arr(unit, day));
        let at = |at: &OutcomeAt| {
            let then = on.checked_add_days(chrono::Days::new(at.days())).filter(|day| *day <= today);
            let then = then.and_then(|day| self.arr(unit, day));
            OutcomeView { at: *at, outcome: outcome::outcome(*at, on, today, before, then) }
        };
        OutcomeAt::ALL.iter().map(at).collect()
    }

    /// At today's rates throughout, so that a rate is no growth; nothing where one is missing.
    fn arr(&self, unit: i64, day: NaiveDate) -> Option<Money> {
        let in_force = |row: &&SpanRow| row.start_date <= day && row.end_date.is_none_or(|end| end > day);
        let worth = |row: &SpanRow| {
            let rate = self.worths.get(&row.currency)?;
            Some(i128::from(row.arr_minor) * i128::from(*rate) / 1_000_000_000)
        };
        let mut rows = self.spans.get(&unit).into_iter().flatten().filter(in_force);
        let sum = rows.try_fold(0_i128, |sum, row| Some(sum + worth(row)?))?;
        Some(Money::new(i64::try_from(sum).ok()?, self.currency))
    }
}

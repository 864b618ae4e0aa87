//! Why a posting is as it is, as data: the wording in each language is elsewhere.
use super::plan::Share;
use super::rate::Rate;
use crate::money::Money;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One reason of a posting. As JSON it is a record whose `reason` says which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case", deny_unknown_fields)]
pub enum Because {
    /// A component pays a part of a base.
    Rate {
        /// What people call the component.
        #[serde(with = "super::shared")]
        component: Arc<str>,
        /// What it is a part of.
        base: Money,
        /// The part.
        rate: Rate,
    },
    /// A component pays a fixed amount, divided by the credits.
    Fixed {
        /// What people call the component.
        #[serde(with = "super::shared")]
        component: Arc<str>,
        /// The whole amount.
        amount: Money,
    },
    /// A component pays the rate of a step.
    Step {
        /// What people call the component.
        #[serde(with = "super::shared")]
        component: Arc<str>,
        /// What lies in the step.
        base: Money,
        /// The step's rate.
        rate: Rate,
        /// Where the step begins.
        from: Money,
        /// Where the next one begins.
        to: Option<Money>,
        /// What had been added up before; none: each event counts by itself.
        before: Option<Money>,
        /// The span in which amounts are added up, such as `2027 Q1`.
        #[serde(with = "super::shared")]
        span: Arc<str>,
        /// What is to be reached in it, where the steps are parts of a quota.
        quota: Option<Money>,
    },
    /// What was added up is now paid otherwise than before.
    Remeasured {
        /// What people call the component.
        #[serde(with = "super::shared")]
        component: Arc<str>,
        /// The span in which amounts are added up.
        #[serde(with = "super::shared")]
        span: Arc<str>,
        /// What is added up now.
        position: Money,
    },
    /// A person is credited with a part.
    Credit {
        /// The part.
        part: Rate,
        /// Of what.
        amount: Money,
        /// Whether it is beyond the revenue.
        overlay: bool,
    },
    /// The amount was in another currency.
    Exchange {
        /// The amount as it was.
        given: Money,
        /// What one unit of it is worth, times 1e9.
        rate_e9: i64,
        /// Since when.
        since: NaiveDate,
    },
    /// A unit was handed over, and who gave it keeps a share for a while.
    Shared {
        /// Who gave it.
        #[serde(with = "super::shared")]
        from: Arc<str>,
        /// Who received it.
        #[serde(with = "super::shared")]
        to: Arc<str>,
        /// When.
        transferred: NaiveDate,
        /// Which month since then, from 1.
        month: u32,
        /// In how many months something is shared.
        months: u32,
        /// What the giver keeps.
        share: Share,
        /// Whether it comes on top of what the receiver gets.
        on_top: bool,
    },
    /// The budget for shares is spent.
    BudgetSpent {
        /// The budget.
        budget: Money,
        /// Its span.
        #[serde(with = "super::shared")]
        span: Arc<str>,
        /// What could not be shared.
        short: Money,
    },
    /// A part of the share waits for how the handoff goes.
    Held {
        /// Who waits.
        #[serde(with = "super::shared")]
        person: Arc<str>,
        /// The part.
        part: Rate,
        /// When it is decided.
        until: NaiveDate,
        /// Whether the brief must be accepted by then.
        brief_accepted: bool,
        /// Whether the customer must still be there.
        retained: bool,
    },
    /// The handoff went well.
    Released {
        /// When it was decided.
        decided: NaiveDate,
    },
    /// The handoff did not go well.
    Forfeited {
        /// When it was decided.
        decided: NaiveDate,
        /// What was missing.
        missing: Missing,
        /// Who gets it instead; none: nobody.
        #[serde(with = "super::shared::optional")]
        to: Option<Arc<str>>,
    },
    /// It can be paid when the customer has paid.
    AwaitsPayment,
    /// The customer has paid.
    CustomerPaid {
        /// The event that was paid for.
        #[serde(with = "super::shared")]
        of: Arc<str>,
        /// How much; none: all that was left.
        amount: Option<Money>,
    },
    /// Nothing of the event is left that could be paid for, so what stood there is settled.
    Settled {
        /// The event.
        #[serde(with = "super::shared")]
        of: Arc<str>,
    },
    /// The customer got money back.
    Refund {
        /// The event that was refunded.
        #[serde(with = "super::shared")]
        of: Arc<str>,
        /// How much; none: all that was left.
        amount: Option<Money>,
    },
    /// The event was not right.
    Correction {
        /// The event that was not right.
        #[serde(with = "super::shared")]
        of: Arc<str>,
    },
    /// The customer left early.
    ClawBack {
        /// The event that it was paid for.
        #[serde(with = "super::shared")]
        of: Arc<str>,
        /// When the customer left.
        left: NaiveDate,
        /// Whole months from the event to then.
        after_months: u32,
        /// Within how many months it is given back.
        within_months: u32,
        /// The part that is given back: missing months, all months.
        part: Share,
    },
    /// More than a cap allows.
    Cap {
        /// The most.
        amount: Money,
        /// Its span.
        #[serde(with = "super::shared")]
        span: Arc<str>,
        /// What it would be without the cap.
        reached: Money,
    },
    /// Less than is guaranteed.
    Guarantee {
        /// The least.
        amount: Money,
        /// Its span.
        #[serde(with = "super::shared")]
        span: Arc<str>,
        /// What was earned.
        earned: Money,
    },
    /// Less than the draw.
    Advance {
        /// The draw.
        amount: Money,
        /// The month.
        #[serde(with = "super::shared")]
        span: Arc<str>,
        /// What could be paid without it.
        earned: Money,
    },
    /// More than the draw, so that an earlier advance is given back.
    Recovery {
        /// The month.
        #[serde(with = "super::shared")]
        span: Arc<str>,
        /// What is still to be given back after this.
        left: Money,
    },
    /// Somebody agreed on it.
    Adjustment {
        /// What they said.
        #[serde(with = "super::shared::optional")]
        note: Option<Arc<str>>,
    },
    /// It became known when its period was closed.
    Late {
        /// When it happened.
        happened: NaiveDate,
    },
}

/// What was missing for a share to be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The brief was not accepted in time.
    Brief,
    /// The customer had left.
    Customer,
}

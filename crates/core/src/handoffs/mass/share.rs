//! What givers keep of the incentive on their units for a while, under the plan that is in force on the day of the transfer. How much money that
//! is comes out with each payment; how long and by which curve is known before.
use crate::ids::SellerId;
use crate::incentives::Plan;
use crate::incentives::in_force::on;
use crate::incentives::plan::{Share, Transition};
use crate::incentives::wording::share_text;
use crate::languages::Words;
use crate::sellers::SellerRole;
use chrono::{Months, NaiveDate};
use serde::Serialize;

/// The share of a giver.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct KeptShare {
    /// The last day on which a payment is shared.
    pub until: NaiveDate,
    /// Parts of the giver and all parts, month by month from the transfer on.
    pub monthly: Vec<(u64, u64)>,
}

/// What the giver keeps under the plan that the giver is in on the day of the transfer. A role that is not known fits every transition, as it does in
/// the calculation.
pub fn kept_share(
    plans: &[Plan],
    (giver, role): (SellerId, Option<SellerRole>),
    receiver: SellerRole,
    transfer: NaiveDate,
) -> Option<KeptShare> {
    let person = giver.0.to_string();
    let is_in = |plan: &&Plan| plan.audience.includes(&person, role.map(SellerRole::text));
    let plan = on(plans, transfer).into_iter().find(is_in)?;
    let transition = plan.transition.as_ref().filter(|transition| fits(transition, role, receiver))?;
    let months = transition.months();
    let end = transfer.checked_add_months(Months::new(months)).filter(|_| months > 0)?;
    let monthly = transition.shares.iter().take(months as usize);
    Some(KeptShare {
        until: end.pred_opt()?,
        monthly: monthly.map(|share| (share.giver, share.whole)).collect(),
    })
}

fn fits(transition: &Transition, giver: Option<SellerRole>, receiver: SellerRole) -> bool {
    let among = |roles: &[String], role: Option<SellerRole>| {
        roles.is_empty() || role.is_none_or(|role| roles.iter().any(|other| other == role.text()))
    };
    among(&transition.from, giver) && among(&transition.to, Some(receiver))
}

impl KeptShare {
    /// The curve, without its last day: neighbours that are alike are said once.
    pub fn curve(&self) -> Words {
        let alike = self.monthly.chunk_by(|one, next| one == next);
        let (en, zh): (Vec<String>, Vec<String>) = alike
            .map(|months| {
                let (giver, whole) = months[0];
                let (share, count) = (share_text(Share { giver, whole }), months.len());
                let unit = if count == 1 { "month" } else { "months" };
                (format!("{share} for {count} {unit}"), format!("{count} 個月 {share}"))
            })
            .unzip();
        Words::new(en.join(", then "), zh.join("，之後 "))
    }
}

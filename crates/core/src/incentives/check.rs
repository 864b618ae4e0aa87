//! What in a plan is probably not meant: everything here can be used, but somebody should look at it.
use super::plan::{Apply, Component, GivenBack, PaidBy, Pays, Plan, Tiers};
use super::rate::Rate;
use crate::languages::Words;
use crate::sellers::SellerRole;
use crate::suggest;
use std::collections::BTreeSet;

/// A warning with the part of the plan that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Name of the component, cap, guarantee or draw; none: the plan as a whole.
    pub id: Option<String>,
    /// What is strange and what to do.
    pub words: Words,
}

/// Everything that looks like a slip, in the order of the plan.
pub fn warnings(plan: &Plan) -> Vec<Warning> {
    let mut found = Vec::new();
    roles(plan, &mut found);
    for component in &plan.components {
        one(plan, component, &mut found);
    }
    doubles(plan, &mut found);
    audience(plan, &mut found);
    transition(plan, &mut found);
    for draw in plan.draws.iter().filter(|draw| draw.first_months.is_none()) {
        warn(
            &mut found,
            Some(&draw.id),
            "the draw never ends: give `first_months` where it is for beginners".to_owned(),
            "預支沒有期限:若只給新進人員,請寫 `first_months`".to_owned(),
        );
    }
    found
}

fn warn(found: &mut Vec<Warning>, id: Option<&str>, en: String, zh: String) {
    found.push(Warning { id: id.map(str::to_owned), words: Words::new(en, zh) });
}

/// Roles that are nearly, but not quite, one of the usual ones.
fn roles(plan: &Plan, found: &mut Vec<Warning>) {
    let usual = || SellerRole::ALL.iter().map(|role| role.text());
    let components = plan.components.iter().flat_map(|component| &component.roles);
    let limits = plan.caps.iter().flat_map(|cap| &cap.roles);
    let floors = plan.guarantees.iter().chain(&plan.draws).flat_map(|floor| &floor.roles);
    let shares = plan.transition.iter().flat_map(|transition| transition.from.iter().chain(&transition.to));
    let components = components.chain(&plan.audience.roles);
    let all: BTreeSet<&String> = components.chain(limits).chain(floors).chain(shares).collect();
    for role in all.into_iter().filter(|role| !usual().any(|usual| usual == role.as_str())) {
        if let Some(near) = suggest::nearest(role, usual()) {
            let en = format!("nobody may have the role `{role}`: did you mean `{near}`?");
            warn(found, None, en, format!("可能沒有人擔任 `{role}`:是否為 `{near}`?"));
        }
    }
}

fn one(plan: &Plan, component: &Component, found: &mut Vec<Warning>) {
    let id = Some(component.id.as_str());
    let highest = match &component.pays {
        Pays::Rate(rate) => *rate,
        Pays::Tiers(tiers) => {
            table(component, tiers, found);
            tiers.steps.iter().map(|step| step.rate).max().unwrap_or_default()
        }
        Pays::Fixed(_) | Pays::FixedEach(_) => Rate::ZERO,
    };
    if highest > Rate::WHOLE {
        let en = format!("it pays {highest}, more than the amount itself: check the percentage");
        warn(found, id, en, format!("費率 {highest} 高於金額本身:請檢查百分比"));
    }
    if component.quota.is_some()
        && !matches!(&component.pays, Pays::Tiers(tiers) if tiers.by == super::plan::By::Attainment)
    {
        let en = "its quota changes nothing: let `tiers` go `by: attainment`, or take it out".to_owned();
        warn(found, id, en, "目標未被使用:請將 `tiers` 設為 `by: attainment`,或刪除目標".to_owned());
    }
    if let Pays::Tiers(Tiers { per: Some(span), .. }) = &component.pays
        && span.first_month(plan.effective).first_day() != plan.effective
    {
        let en = format!(
            "the plan begins within a {span} that it adds up: what was added up under the version before goes on counting"
        );
        warn(found, id, en, format!("方案於累計的 {span} 之中生效:前一版本的累計會繼續計入"));
    }
    if let Some(claw_back) = component.claw_back
        && claw_back.part == GivenBack::All
        && claw_back.within_months > 12
    {
        let en = format!(
            "all is given back even after {} months: `part: remaining` gives back what is missing",
            claw_back.within_months
        );
        warn(
            found,
            id,
            en,
            format!("{} 個月內流失須全數退回:`part: remaining` 只退未滿的月份", claw_back.within_months),
        );
    }
}

fn table(component: &Component, tiers: &Tiers, found: &mut Vec<Warning>) {
    let id = Some(component.id.as_str());
    let falls = tiers
        .steps
        .iter()
        .zip(tiers.steps.iter().skip(1))
        .find(|(one, next)| next.rate < one.rate && next.rate > Rate::ZERO);
    if let Some((one, next)) = falls {
        let en = format!(
            "its rate falls from {} to {} where more is sold: check the order of the steps",
            one.rate, next.rate
        );
        warn(found, id, en, format!("銷售愈多費率反而由 {} 降為 {}:請檢查級距順序", one.rate, next.rate));
    }
    if tiers.apply == Apply::Whole && tiers.per.is_some() && tiers.steps.len() > 1 {
        let en = "one more sale can change the pay of all before it, up and down: `apply: marginal` has no such jumps".to_owned();
        warn(
            found,
            id,
            en,
            "多一筆銷售會改變先前所有銷售的給付,且可升可降:`apply: marginal` 沒有這種跳動".to_owned(),
        );
    }
}

/// Components for roles that the plan is not for.
fn audience(plan: &Plan, found: &mut Vec<Warning>) {
    let roles = &plan.audience.roles;
    for component in plan.components.iter().filter(|_| !roles.is_empty()) {
        if !component.roles.is_empty() && !component.roles.iter().any(|role| roles.contains(role)) {
            let en = "nobody gets it: the plan is `for` other roles".to_owned();
            warn(found, Some(&component.id), en, "沒有人會獲得:方案的 `for` 是其他角色".to_owned());
        }
    }
}

/// Components that pay one role twice for one movement.
fn doubles(plan: &Plan, found: &mut Vec<Warning>) {
    for (at, one) in plan.components.iter().enumerate() {
        for other in plan.components.iter().skip(at + 1) {
            let meet = |own: &[String], all: &[String]| {
                own.is_empty() || all.is_empty() || own.iter().any(|name| all.contains(name))
            };
            let movement = one.movements.iter().find(|movement| other.movements.contains(movement));
            let replaced = one.instead_of.contains(&other.id) || other.instead_of.contains(&one.id);
            let rates =
                |component: &Component| !matches!(component.pays, Pays::Fixed(_) | Pays::FixedEach(_));
            let Some(movement) = movement.filter(|_| !replaced && rates(one) && rates(other)) else {
                continue;
            };
            if meet(&one.roles, &other.roles)
                && meet(&one.people, &other.people)
                && meet(&one.units, &other.units)
            {
                let en = format!(
                    "it and `{}` both pay for `{movement}`: write `instead_of` where one replaces the other",
                    other.id
                );
                let zh =
                    format!("它與 `{}` 都為 `{movement}` 給付:若其一取代另一個,請寫 `instead_of`", other.id);
                warn(found, Some(&one.id), en, zh);
            }
        }
    }
}

fn transition(plan: &Plan, found: &mut Vec<Warning>) {
    let Some(transition) = &plan.transition else { return };
    let pairs = || transition.shares.iter().zip(transition.shares.iter().skip(1));
    let grows = pairs().any(|(one, next)| {
        u128::from(next.giver) * u128::from(one.whole) > u128::from(one.giver) * u128::from(next.whole)
    });
    if grows {
        let en = "the share grows from one month to the next: let it fall, so that the receiver takes over"
            .to_owned();
        warn(found, None, en, "分潤逐月增加:應逐月遞減,讓接手的人接續".to_owned());
    }
    if transition.shares.iter().all(|share| share.giver == 0) {
        let en = "the share is 0 % from the first month: the giver keeps nothing".to_owned();
        warn(found, None, en, "分潤自第一個月起即為 0 %:移交者一無所得".to_owned());
    }
    if transition.paid_by == PaidBy::Company && transition.budget.is_none() {
        let en = "the share comes on top and has no `budget`: nothing bounds what it costs".to_owned();
        warn(found, None, en, "分潤由公司另付且沒有 `budget`:成本沒有上限".to_owned());
    }
    let limits = transition.shares.len();
    if limits > 12 {
        let en = format!("the share runs for {limits} months: a short while is enough for a handoff");
        warn(found, None, en, format!("分潤長達 {limits} 個月:交接只需一小段時間"));
    }
}

//! A plan in sentences: what it pays to whom for what, and what is shared after a handoff. For people who do not read the document.
use super::event::Movement;
use super::plan::{
    Apply, Audience, Budget, By, Cap, Component, Floor, GivenBack, PaidBy, PayOn, Pays, Plan, Quota, Step,
    Tiers, Transition,
};
use super::rate::Rate;
use super::span::Span;
use crate::languages::Words;
use crate::money::{Currency, Money};

/// A sentence for each part of a plan, with the part's name where it has one.
pub fn sentences(plan: &Plan) -> Vec<(Option<String>, Words)> {
    let said = |minor| Money::new(minor, plan.currency);
    let mut all: Vec<(Option<String>, Words)> =
        audience_words(&plan.audience).map(|words| (None, words)).into_iter().collect();
    let components = plan.components.iter();
    all.extend(
        components.map(|component| (Some(component.id.clone()), component_words(component, plan.currency))),
    );
    all.extend(plan.caps.iter().map(|cap| (Some(cap.id.clone()), cap_words(plan, cap, said(cap.amount)))));
    let floors = [(&plan.guarantees, true), (&plan.draws, false)];
    for (floors, for_good) in floors {
        all.extend(
            floors
                .iter()
                .map(|floor| (Some(floor.id.clone()), floor_words(floor, said(floor.amount), for_good))),
        );
    }
    if let Some(transition) = &plan.transition {
        all.extend(transition_words(transition, plan.currency).into_iter().map(|words| (None, words)));
    }
    all
}

/// Whom it is for; nothing where that is everybody.
fn audience_words(audience: &Audience) -> Option<Words> {
    if audience.is_everybody() {
        return None;
    }
    let same = |name: &str| Words::same(name.to_owned());
    let roles = listed(&audience.roles, ("everybody", "每個人"), role_words);
    let people = listed(&audience.people, ("", ""), same);
    let except = listed(&audience.except, ("", ""), same);
    let mut words = match (audience.roles.is_empty(), audience.people.is_empty()) {
        (true, false) => people,
        (false, false) => Words::new(
            format!("{} among {}", roles.en, people.en),
            format!("{}之中的{}", people.zh, roles.zh),
        ),
        _ => roles,
    };
    if !audience.except.is_empty() {
        words = Words::new(
            format!("{}, but not for {}", words.en, except.en),
            format!("{}，但不包括{}", words.zh, except.zh),
        );
    }
    Some(Words::new(format!("It is for {}.", words.en), format!("適用於{}。", words.zh)))
}

fn listed(names: &[String], nobody: (&'static str, &'static str), word: fn(&str) -> Words) -> Words {
    if names.is_empty() {
        return Words::fixed(nobody.0, nobody.1);
    }
    let words: Vec<Words> = names.iter().map(|name| word(name)).collect();
    Words::listed(&words)
}

/// What people call a role.
fn role_words(role: &str) -> Words {
    match role {
        "generalist" => Words::fixed("generalists", "通才業務"),
        "hunter" => Words::fixed("hunters", "開發業務"),
        "account_manager" => Words::fixed("account managers", "客戶經理"),
        "inside_account_manager" => Words::fixed("inside account managers", "內勤客戶經理"),
        "manager" => Words::fixed("managers", "主管"),
        other => Words::same(other.to_owned()),
    }
}

/// What people call a movement.
pub fn movement_words(movement: Movement) -> Words {
    match movement {
        Movement::New => Words::fixed("new business", "新業務"),
        Movement::Expansion => Words::fixed("expansion", "擴充"),
        Movement::Renewal => Words::fixed("renewal", "續約"),
        Movement::Reactivation => Words::fixed("customers who come back", "回流"),
        Movement::ImplementationDone => Words::fixed("implementation done", "完成導入"),
        Movement::Retention => Words::fixed("a year kept", "留住一年"),
        Movement::InvoicePaid => Words::fixed("payment by the customer", "客戶付款"),
        Movement::Refund => Words::fixed("money given back", "退款"),
        Movement::Correction => Words::fixed("correction", "更正"),
        Movement::Churn => Words::fixed("customer left", "客戶流失"),
        Movement::Adjustment => Words::fixed("adjustment", "調整"),
    }
}

fn component_words(component: &Component, currency: Currency) -> Words {
    let who = listed(&component.roles, ("everybody credited", "所有分得業績的人"), role_words);
    let what: Vec<Words> = component.movements.iter().map(|movement| movement_words(*movement)).collect();
    let what = Words::listed(&what);
    let how = pays_words(&component.pays, component.quota.as_ref(), currency);
    let mut en = format!("{}: {} get {} for {}.", component.name, who.en, how.en, what.en);
    let mut zh = format!("{}：{}因「{}」獲得{}。", component.name, who.zh, what.zh, how.zh);
    if component.pay_on == PayOn::InvoicePaid {
        en += " It is paid as the customer pays.";
        zh += "客戶付款後才給付。";
    }
    if let Some(claw_back) = component.claw_back {
        let months = claw_back.within_months;
        let all = claw_back.part == GivenBack::All;
        let part = if all { "all of it is" } else { "the missing months are" };
        en += &format!(" If the customer leaves within {months} months, {part} given back.");
        zh += &format!("客戶在 {months} 個月內流失，須退回{}。", if all { "全部" } else { "未滿的月份" });
    }
    Words::new(en, zh)
}

fn pays_words(pays: &Pays, quota: Option<&Quota>, currency: Currency) -> Words {
    let money = |minor| Money::new(minor, currency);
    match pays {
        Pays::Rate(rate) => Words::new(rate.to_string(), format!("金額的 {rate}")),
        Pays::Fixed(minor) => {
            let amount = money(*minor);
            Words::new(format!("{amount:#} together"), format!("合計 {amount:#}"))
        }
        Pays::FixedEach(minor) => {
            let amount = money(*minor);
            Words::new(format!("{amount:#} each"), format!("每人 {amount:#}"))
        }
        Pays::Tiers(tiers) => tiers_words(tiers, quota, currency),
    }
}

fn tiers_words(tiers: &Tiers, quota: Option<&Quota>, currency: Currency) -> Words {
    let bound = |step: &Step| match tiers.by {
        By::Amount => format!("{:#}", Money::new(step.from, currency)),
        By::Attainment => Rate::of_billionths(step.from).unwrap_or_default().to_string(),
    };
    let first = tiers.steps.first().map_or(Rate::ZERO, |step| step.rate);
    let (mut en, mut zh) = (first.to_string(), first.to_string());
    for step in tiers.steps.iter().skip(1) {
        en += &format!(", {} from {}", step.rate, bound(step));
        zh += &format!("，{} 起為 {}", bound(step), step.rate);
    }
    if let Some(quota) = quota.filter(|_| tiers.by == By::Attainment) {
        let (amount, per) = (Money::new(quota.amount, currency), span_words(quota.per));
        en += &format!(" of a quota of {amount:#} a {}", per.en);
        zh += &format!("（每{}目標 {amount:#}）", per.zh);
    }
    if tiers.apply == Apply::Whole {
        en += ", applied to the whole amount,";
        zh += "，適用於全部金額";
    }
    Words::new(en, zh)
}

fn span_words(span: Span) -> Words {
    match span {
        Span::Month => Words::fixed("month", "月"),
        Span::Quarter => Words::fixed("quarter", "季"),
        Span::HalfYear => Words::fixed("half year", "半年"),
        Span::Year => Words::fixed("year", "年"),
    }
}

fn cap_words(plan: &Plan, cap: &Cap, amount: Money) -> Words {
    let (who, per) = (listed(&cap.roles, ("everybody", "每個人"), role_words), span_words(cap.per));
    let named = plan.components.iter().filter(|one| cap.components.contains(&one.id));
    let names: Vec<&str> = named.map(|one| one.name.as_str()).collect();
    let (en_of, zh_of) = if names.is_empty() {
        Default::default()
    } else {
        (format!(" of {}", names.join(", ")), format!("「{}」", names.join("」、「")))
    };
    let gets = if cap.roles.is_empty() { "gets" } else { "each get" };
    Words::new(
        format!("At most: {} {gets} {amount:#} a {}{en_of}.", who.en, per.en),
        format!("{}每{}{zh_of}最多 {amount:#}。", who.zh, per.zh),
    )
}

fn floor_words(floor: &Floor, amount: Money, for_good: bool) -> Words {
    let (who, per) = (listed(&floor.roles, ("everybody", "每個人"), role_words), span_words(floor.per));
    let (en_months, zh_months) = floor.first_months.map_or_else(Default::default, |months| {
        (format!(" in the first {months} months"), format!("在最初 {months} 個月"))
    });
    if for_good {
        Words::new(
            format!("At least {amount:#} a {} is guaranteed to {}{en_months}.", per.en, who.en),
            format!("{}{zh_months}每{}至少保障 {amount:#}。", who.zh, per.zh),
        )
    } else {
        Words::new(
            format!(
                "{amount:#} a {} is advanced to {}{en_months} and given back from what is earned above it.",
                per.en, who.en
            ),
            format!("{}{zh_months}每{}預支 {amount:#}，由超出的所得償還。", who.zh, per.zh),
        )
    }
}

fn transition_words(transition: &Transition, currency: Currency) -> Vec<Words> {
    let shares: Vec<String> =
        transition.shares.iter().map(|share| super::wording::share_text(*share)).collect();
    let (from, to) = (
        listed(&transition.from, ("whoever gave it", "移交的人"), role_words),
        listed(&transition.to, ("whoever received it", "接手的人"), role_words),
    );
    let payer = match transition.paid_by {
        PaidBy::Receiver => Words::fixed("the rest is the receiver's", "其餘歸接手的人"),
        PaidBy::Company => Words::fixed("on top of what the receiver gets", "由公司另付"),
    };
    let mut all = vec![Words::new(
        format!(
            "After a handoff from {} to {}, the giver keeps {} of the incentive, month by month; {}.",
            from.en,
            to.en,
            shares.join(", "),
            payer.en
        ),
        format!("{}移交給{}後，移交的人逐月保留獎金的 {}；{}。", from.zh, to.zh, shares.join("、"), payer.zh),
    )];
    if let Some(held) = transition.held {
        let days = held.retained_days.unwrap_or_default();
        let (en, zh) = match (held.brief_accepted, held.retained_days.is_some()) {
            (true, true) => (
                format!(
                    "the brief was accepted and the customer is still there {days} days after the transfer"
                ),
                format!("客戶簡報已獲接受，且移轉 {days} 天後客戶仍在"),
            ),
            (true, false) => ("the brief was accepted".to_owned(), "客戶簡報已獲接受".to_owned()),
            _ => (
                format!("the customer is still there {days} days after the transfer"),
                format!("移轉 {days} 天後客戶仍在"),
            ),
        };
        all.push(Words::new(
            format!("{} of it is paid only if {en}.", held.part),
            format!("其中 {} 只在{zh}時給付。", held.part),
        ));
    }
    all.extend(transition.budget.map(|budget: Budget| {
        let (amount, per) = (Money::new(budget.amount, currency), span_words(budget.per));
        Words::new(
            format!("All shares together are at most {amount:#} a {}.", per.en),
            format!("所有分潤合計每{}最多 {amount:#}。", per.zh),
        )
    }));
    all
}

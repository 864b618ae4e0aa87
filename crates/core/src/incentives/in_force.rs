//! Several plans in force beside each other: on which days a version counts, and whether two plans would pay one person twice. What is decided here
//! holds for whatever role people may have some day, so that nobody is paid twice because of a change that comes later.
use super::plan::Plan;
use chrono::{Days, NaiveDate};

/// Days from one to the other; without a last one for good.
pub type Spell = (NaiveDate, Option<NaiveDate>);

/// Two plans that would pay one person on one day.
#[derive(Clone, Copy, Debug)]
pub struct Overlap<'p> {
    /// The one.
    pub one: &'p Plan,
    /// The other.
    pub other: &'p Plan,
    /// The days on which both are in force.
    pub days: Spell,
}

/// The days on which a version counts: until its own last day, or until the next version of the same plan begins.
pub fn spell(plan: &Plan, plans: &[Plan]) -> Spell {
    let next = plans.iter().filter(|other| other.name == plan.name && other.effective > plan.effective);
    let next = next.map(|other| other.effective).min().and_then(|day| day.checked_sub_days(Days::new(1)));
    (plan.effective, earlier(plan.until, next))
}

/// The first two plans of different names that are for one person on one day.
pub fn overlap(plans: &[Plan]) -> Option<Overlap<'_>> {
    plans.iter().zip(1..).find_map(|(one, next)| {
        plans.iter().skip(next).find_map(|other| {
            let days = both(spell(one, plans), spell(other, plans))?;
            let twice = one.name != other.name && one.audience.meets(&other.audience);
            twice.then_some(Overlap { one, other, days })
        })
    })
}

/// The version of each plan that is in force on a day, by name.
pub fn on(plans: &[Plan], day: NaiveDate) -> Vec<&Plan> {
    let counts = |plan: &&Plan| within(spell(plan, plans), day);
    let mut found: Vec<&Plan> = plans.iter().filter(counts).collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

fn within((first, last): Spell, day: NaiveDate) -> bool {
    first <= day && last.is_none_or(|last| day <= last)
}

fn both(one: Spell, other: Spell) -> Option<Spell> {
    let (first, last) = (one.0.max(other.0), earlier(one.1, other.1));
    last.is_none_or(|last| first <= last).then_some((first, last))
}

fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

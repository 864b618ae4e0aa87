//! What in a document is allowed but will make its verdict doubtful, said before it begins, while it can still be changed.
use super::document::{Assigned, Compared, Intervention, Outcome, Who};

/// One thing to think about.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Warning {
    /// Which.
    pub code: &'static str,
    /// What it is and what to do.
    pub text: &'static str,
}

const PEOPLE_FEW: usize = 4;
const MONTHS_FEW: i32 = 3;

const CHOSEN: &str = "who takes part was chosen, not drawn: the worst get better and the best get worse by themselves, so \
    a verdict needs two ways of comparing to agree; `tandem interventions plan` draws";
const EVERYBODY: &str = "everybody begins at once, so season, market and everything else that changes then counts as its effect: let half \
    begin later";
const FEW_PEOPLE: &str =
    "fewer than four people take part: chance alone moves so few, and a verdict is hardly possible";
const FEW_COMPARED: &str =
    "fewer than four people are compared: chance alone moves so few, and a verdict is hardly possible";
const SHORT: &str = "fewer than three whole months count: let it last longer";
const RARE: &str =
    "customers won are rare, so an effect shows last in them: judge by `hunting_share` or `opportunities`";
const NO_REASON: &str = "it does not say why it is done: add `because`";

/// All that is doubtful.
pub fn warnings(of: &Intervention) -> Vec<Warning> {
    let months = Intervention::first_month(of.start).until(of.last_month()) + 1;
    let counted = months - i32::try_from(of.settle_months).unwrap_or(0);
    let staggered = of.members().iter().any(|member| of.start_of(member) != of.start);
    let compares = of.people != Who::Everybody && of.compared != Compared::Nobody;
    let few_compared =
        matches!(&of.compared, Compared::These(people) if people.len() < PEOPLE_FEW && !staggered);
    let few_people = of.people != Who::Everybody && of.members().len() < PEOPLE_FEW;
    let all = [
        (of.assigned == Assigned::Chosen && (compares || staggered), "chosen", CHOSEN),
        (!compares && !staggered, "everybody_at_once", EVERYBODY),
        (few_people, "few_people", FEW_PEOPLE),
        (few_compared, "few_compared", FEW_COMPARED),
        (counted < MONTHS_FEW, "short", SHORT),
        (of.outcome == Outcome::Won, "rare", RARE),
        (of.because.is_none(), "no_reason", NO_REASON),
    ];
    all.into_iter().filter(|(is, ..)| *is).map(|(_, code, text)| Warning { code, text }).collect()
}

//! Facts -> decision. The first rule that is true decides; a hold that is true turns a handoff into keeping; what cannot be decided for want
//! of a fact is asked.
use super::condition::{Gaps, Trouble};
use super::document::{Answer, Document, Hold, Rule};
use super::facts::FactSet;
use super::values::Facts;

/// What the rules say of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision<'d> {
    /// What to do.
    pub answer: Answer,
    /// The rule that decided or could not be decided; none where no rule is true.
    pub rule: Option<&'d Rule>,
    /// Holds that are true.
    pub holds: Vec<&'d Hold>,
    /// Holds that could not be decided while no other is true.
    pub open: Vec<&'d Hold>,
    /// Facts without which nothing can be decided.
    pub missing: FactSet,
    /// What could not be computed.
    pub trouble: Option<Trouble>,
}

impl<'d> Decision<'d> {
    /// The role that would receive; none where the unit is kept.
    pub fn to(&self) -> Option<&'d str> {
        self.moving().and_then(|rule| rule.to.as_deref())
    }

    /// How it would be handed off; none where the unit is kept.
    pub fn playbook(&self) -> Option<&'d str> {
        self.moving().and_then(|rule| rule.playbook.as_deref())
    }

    /// Whether want of facts made it a question.
    pub fn is_undecided(&self) -> bool {
        self.missing != FactSet::default() || self.trouble.is_some()
    }

    fn moving(&self) -> Option<&'d Rule> {
        self.rule.filter(|_| self.answer != Answer::Keep)
    }

    fn of(answer: Answer, rule: Option<&'d Rule>) -> Self {
        Self { answer, rule, holds: Vec::new(), open: Vec::new(), missing: FactSet::default(), trouble: None }
    }

    fn undecided(self, gaps: Gaps) -> Self {
        Self { answer: Answer::Ask, missing: gaps.missing, trouble: gaps.trouble, ..self }
    }
}

/// Decides what to do with a unit.
pub fn decide<'d>(document: &'d Document, facts: &Facts) -> Decision<'d> {
    for rule in &document.rules {
        let mut gaps = Gaps::default();
        match rule.when.decide(facts, &mut gaps) {
            Some(false) => {}
            Some(true) if rule.then == Answer::HandOff => return held(document, rule, facts),
            Some(true) => return Decision::of(rule.then, Some(rule)),
            None => return Decision::of(Answer::Ask, Some(rule)).undecided(gaps),
        }
    }
    Decision::of(Answer::Keep, None)
}

fn held<'d>(document: &'d Document, rule: &'d Rule, facts: &Facts) -> Decision<'d> {
    let mut decision = Decision::of(Answer::HandOff, Some(rule));
    let mut gaps = Gaps::default();
    for hold in &document.holds {
        match hold.when.decide(facts, &mut gaps) {
            Some(true) => decision.holds.push(hold),
            Some(false) => {}
            None => decision.open.push(hold),
        }
    }
    if !decision.holds.is_empty() {
        decision.open.clear();
        return Decision { answer: Answer::Keep, ..decision };
    }
    if decision.open.is_empty() { decision } else { decision.undecided(gaps) }
}

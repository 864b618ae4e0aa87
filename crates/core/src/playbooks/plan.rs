//! A playbook, dates and people -> steps with persons and days. What has no person or no day is planned all the same, and named.
use super::{Playbook, Role, Step};
use crate::holidays::Calendars;
use crate::ids::UserId;
use crate::playbooks::deadline::NamedDates;
use crate::rules::Facts;
use crate::rules::condition::Gaps;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Somebody who does steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub user: UserId,
    /// Whose holidays count: two capital letters.
    pub country: Option<String>,
}

/// Who has which role in this handoff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People(pub BTreeMap<Role, Person>);

impl People {
    /// Who does the steps of a role. Where a company has nobody for it, the manager on that side; the program needs nobody.
    pub fn of(&self, role: Role) -> Option<&Person> {
        let instead = match role {
            Role::System => return None,
            Role::Giver | Role::Support | Role::Finance => Role::GivingManager,
            Role::GivingManager | Role::Receiver | Role::Operations => Role::ReceivingManager,
            Role::ReceivingManager => Role::GivingManager,
        };
        self.0.get(&role).or_else(|| self.0.get(&instead))
    }
}

/// Whether a step is for this unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It is.
    Yes,
    /// Its condition is false.
    No,
    /// Its condition cannot be decided for want of a fact: it is done, rather once too often.
    Undecided,
}

/// A step with its person and its day.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedStep<'p> {
    /// What the playbook says.
    pub step: &'p Step,
    /// Whether it is for this unit.
    pub applies: Applies,
    /// Who does it; none for the program, or where nobody has the role.
    pub person: Option<&'p Person>,
    /// Until when; none while the date it hangs on is not known.
    pub due: Option<NaiveDate>,
}

/// The steps of one handoff.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<'p> {
    /// In the order of the playbook.
    pub steps: Vec<PlannedStep<'p>>,
}

impl<'p> Plan<'p> {
    /// Steps that are to be done.
    pub fn applying(&self) -> impl Iterator<Item = &PlannedStep<'p>> {
        self.steps.iter().filter(|step| step.applies != Applies::No)
    }

    /// Steps that are to be done by somebody, and nobody is there.
    pub fn without_person(&self) -> impl Iterator<Item = &PlannedStep<'p>> {
        self.applying().filter(|step| step.person.is_none() && step.step.owner != Role::System)
    }
}

/// Plans a handoff.
pub fn plan<'p>(
    playbook: &'p Playbook,
    dates: &NamedDates,
    people: &'p People,
    calendars: &Calendars,
    facts: &Facts,
) -> Plan<'p> {
    let one = |step: &'p Step| {
        let person = people.of(step.owner);
        let calendar = calendars.of(person.and_then(|person| person.country.as_deref()));
        let due = step.due.day(dates, calendar);
        PlannedStep { step, applies: applies(step, facts), person, due }
    };
    Plan { steps: playbook.steps.iter().map(one).collect() }
}

fn applies(step: &Step, facts: &Facts) -> Applies {
    match step.when.as_ref().map(|when| when.decide(facts, &mut Gaps::default())) {
        None | Some(Some(true)) => Applies::Yes,
        Some(Some(false)) => Applies::No,
        Some(None) => Applies::Undecided,
    }
}

impl Playbook {
    /// The usual days of introduction and transfer, where the dates they hang on are known.
    pub fn usual(&self, dates: &NamedDates, calendars: &Calendars, country: Option<&str>) -> NamedDates {
        let calendar = calendars.of(country);
        let introduction = dates.introduction.or_else(|| self.introduction.day(dates, calendar));
        let met = NamedDates { introduction, ..*dates };
        let transfer = dates.transfer.or_else(|| self.transfer.day(&met, calendar));
        NamedDates { transfer, ..met }
    }
}

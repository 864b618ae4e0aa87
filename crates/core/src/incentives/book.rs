//! What does not change while events are computed: plan versions, people with their roles, handoffs; looked up by number.
use super::event::{Handoff, Movement, Post};
use super::ledger::PlanVersion;
use super::plan::{Cap, Component, Plan};
use crate::money::MoneyError;
use crate::subscriptions::months::Month;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// A person's number.
pub type PersonNo = u32;
/// A plan version's number.
pub type VersionNo = u32;
/// A handoff's number.
pub type HandoffNo = u32;

/// A plan version with what is looked up in it.
#[derive(Debug)]
pub struct Version {
    /// The plan.
    pub plan: Plan,
    /// Its name and version.
    pub named: Arc<PlanVersion>,
    /// Components with their shared names.
    pub components: Vec<Named>,
    /// Caps in the order in which they apply.
    pub caps: Vec<NamedCap>,
    /// Ids of guarantees.
    pub guarantees: Vec<Arc<str>>,
    /// Ids of draws.
    pub draws: Vec<Arc<str>>,
}

/// A cap of a plan.
#[derive(Debug)]
pub struct NamedCap {
    /// Its id.
    pub id: Arc<str>,
    /// A number that all versions of the cap share.
    pub number: u32,
    /// Its place in the plan.
    pub at: usize,
}

/// Shared names of a component.
#[derive(Debug)]
pub struct Named {
    /// Its id.
    pub id: Arc<str>,
    /// How people call it.
    pub name: Arc<str>,
    /// A number that all versions of the component share.
    pub number: u32,
}

/// A person.
#[derive(Debug)]
pub struct Person {
    /// The name.
    pub name: Arc<str>,
    /// Roles by first day.
    posts: Vec<Role>,
}

#[derive(Debug)]
struct Role {
    start: NaiveDate,
    end: Option<NaiveDate>,
    role: Arc<str>,
    plan: Option<Arc<str>>,
}

impl Person {
    /// The role on a day.
    pub fn role(&self, day: NaiveDate) -> Option<&str> {
        self.post(day).map(|post| &*post.role)
    }

    /// The first role there is.
    pub fn first_role(&self) -> Option<&str> {
        self.posts.first().map(|post| &*post.role)
    }

    fn post(&self, day: NaiveDate) -> Option<&Role> {
        let held = |post: &&Role| post.start <= day && post.end.is_none_or(|end| day <= end);
        self.posts.iter().rev().find(held)
    }

    /// The month in which the first role begins.
    pub fn first_month(&self) -> Option<Month> {
        self.posts.first().map(|post| Month::of(post.start))
    }
}

/// Everything that is looked up.
#[derive(Debug)]
pub struct Book {
    versions: Vec<Version>,
    /// Numbers of versions by plan name, the latest first.
    by_name: BTreeMap<Arc<str>, Vec<VersionNo>>,
    people: Vec<Person>,
    by_person: HashMap<Arc<str>, PersonNo>,
    handoffs: Vec<Handoff>,
    by_unit: HashMap<Arc<str>, Vec<HandoffNo>>,
}

/// Why plans, people and handoffs do not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// No plan at all.
    #[error("there is no plan: give one")]
    NoPlan,
    /// Two versions begin on one day.
    #[error("two versions of plan `{0}` begin on {1}: give one of them another day")]
    SameDay(String, NaiveDate),
    /// Two roles at once.
    #[error("`{0}` has two roles on {1}: let one end the day before the other begins")]
    TwoRoles(String, NaiveDate),
    /// A plan that there is not.
    #[error("`{0}` is paid by plan `{1}`, which there is not: name one of the plans given")]
    UnknownPlan(String, String),
    /// A handoff to oneself.
    #[error("unit `{0}` is handed over from `{1}` to the same person: name who receives it")]
    ToOneself(String, String),
    /// Two handoffs of a unit on one day.
    #[error("unit `{0}` is handed over twice on {1}: keep one of the two, or give them different days")]
    TwiceADay(String, NaiveDate),
}

impl Book {
    /// Puts plan versions, roles and handoffs together; their order does not matter.
    ///
    /// # Errors
    /// The first contradiction among them.
    pub fn new(plans: Vec<Plan>, posts: &[Post], handoffs: Vec<Handoff>) -> Result<Self, BookError> {
        let (versions, by_name) = versions(plans)?;
        let mut people = people(posts, &by_name)?;
        let (handoffs, by_unit) = by_unit(handoffs)?;
        let known: BTreeSet<&str> = people.iter().map(|person| &*person.name).collect();
        let parties = handoffs.iter().flat_map(|handoff| [handoff.from.as_str(), handoff.to.as_str()]);
        let strange: BTreeSet<&str> = parties.filter(|name| !known.contains(name)).collect();
        let strange: Vec<Person> =
            strange.into_iter().map(|name| Person { name: name.into(), posts: Vec::new() }).collect();
        people.extend(strange);
        let by_person =
            people.iter().zip(0..).map(|(person, number)| (person.name.clone(), number)).collect();
        Ok(Self { versions, by_name, people, by_person, handoffs, by_unit })
    }

    /// The number of a person who has been named before.
    pub fn known_person(&self, name: &str) -> Option<PersonNo> {
        self.by_person.get(name).copied()
    }

    /// Every plan version.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The number of a person, who is added where not known yet.
    pub fn person_no(&mut self, name: &str) -> Result<PersonNo, MoneyError> {
        if let Some(number) = self.by_person.get(name) {
            return Ok(*number);
        }
        let number = PersonNo::try_from(self.people.len()).map_err(|_| MoneyError::Overflow)?;
        let name: Arc<str> = name.into();
        self.by_person.insert(name.clone(), number);
        self.people.push(Person { name, posts: Vec::new() });
        Ok(number)
    }

    /// A person.
    pub fn person(&self, number: PersonNo) -> Option<&Person> {
        self.people.get(number as usize)
    }

    /// People with roles, by name.
    pub fn people(&self) -> impl Iterator<Item = (PersonNo, &Person)> {
        (0..).zip(&self.people)
    }

    /// A plan version.
    pub fn version(&self, number: VersionNo) -> Option<&Version> {
        self.versions.get(number as usize)
    }

    /// The version in force for a person on a day: of the plan that the post names, else of the only one that is for such a person.
    pub fn version_on(&self, person: PersonNo, day: NaiveDate) -> Option<VersionNo> {
        let person = self.person(person)?;
        let post = person.post(day);
        if let Some(name) = post.and_then(|post| post.plan.as_ref()) {
            return self.latest(self.by_name.get(name)?, day);
        }
        let role = post.map(|post| &*post.role);
        let includes = |number: &VersionNo| {
            self.version(*number).is_some_and(|version| version.plan.audience.includes(&person.name, role))
        };
        let mut fitting =
            self.by_name.values().filter_map(|versions| self.latest(versions, day)).filter(includes);
        let found = fitting.next()?;
        // Of two that fit nobody has said which: such plans are not approved together.
        fitting.next().is_none().then_some(found)
    }

    /// Whether there are plans of several names.
    pub fn has_several(&self) -> bool {
        self.by_name.len() > 1
    }

    /// Of versions of one plan, the latest first, the one in force on a day.
    fn latest(&self, versions: &[VersionNo], day: NaiveDate) -> Option<VersionNo> {
        let begun =
            |number: &&VersionNo| self.version(**number).is_some_and(|version| version.plan.effective <= day);
        let latest = versions.iter().find(begun)?;
        self.version(*latest).filter(|version| version.plan.in_force(day)).map(|_| *latest)
    }

    /// A handoff.
    pub fn handoff(&self, number: HandoffNo) -> Option<&Handoff> {
        self.handoffs.get(number as usize)
    }

    /// The handoffs of a unit, by day.
    pub fn handoffs_of(&self, unit: &str) -> &[HandoffNo] {
        self.by_unit.get(unit).map_or(&[], Vec::as_slice)
    }
}

type ByName = BTreeMap<Arc<str>, Vec<VersionNo>>;

fn versions(mut plans: Vec<Plan>) -> Result<(Vec<Version>, ByName), BookError> {
    plans.sort_by(|one, other| (&one.name, other.effective).cmp(&(&other.name, one.effective)));
    let mut numbers: HashMap<(String, String), u32> = HashMap::new();
    let mut by_name: ByName = BTreeMap::new();
    let mut versions: Vec<Version> = Vec::with_capacity(plans.len());
    for (plan, number) in plans.into_iter().zip(0..) {
        if let Some(before) = versions.last().filter(|before| before.plan.name == plan.name)
            && before.plan.effective == plan.effective
        {
            return Err(BookError::SameDay(plan.name, plan.effective));
        }
        by_name.entry(plan.name.as_str().into()).or_default().push(number);
        versions.push(version(plan, &mut numbers));
    }
    if versions.is_empty() { Err(BookError::NoPlan) } else { Ok((versions, by_name)) }
}

fn version(plan: Plan, numbers: &mut HashMap<(String, String), u32>) -> Version {
    let mut number = |id: &str| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry((plan.name.clone(), id.to_owned())).or_insert(next)
    };
    let mut order: Vec<usize> = (0..plan.caps.len()).collect();
    order.sort_by_key(|at| plan.caps.get(*at).map(Cap::order));
    let cap = |at: usize| {
        let cap = plan.caps.get(at)?;
        Some(NamedCap { id: cap.id.as_str().into(), number: number(&cap.id), at })
    };
    let caps = order.into_iter().filter_map(cap).collect();
    let named = |component: &Component| Named {
        id: component.id.as_str().into(),
        name: component.name.as_str().into(),
        number: number(&component.id),
    };
    Version {
        named: Arc::new(PlanVersion { name: plan.name.clone(), version: plan.version.clone() }),
        components: plan.components.iter().map(named).collect(),
        caps,
        guarantees: plan.guarantees.iter().map(|floor| floor.id.as_str().into()).collect(),
        draws: plan.draws.iter().map(|floor| floor.id.as_str().into()).collect(),
        plan,
    }
}

fn people(posts: &[Post], plans: &ByName) -> Result<Vec<Person>, BookError> {
    let mut sorted: Vec<&Post> = posts.iter().collect();
    sorted.sort_by_key(|post| (&post.person, post.start));
    let mut people: Vec<Person> = Vec::new();
    for post in sorted {
        if let Some(plan) = post.plan.as_ref().filter(|plan| !plans.contains_key(plan.as_str())) {
            return Err(BookError::UnknownPlan(post.person.clone(), plan.clone()));
        }
        let role = Role {
            start: post.start,
            end: post.end,
            role: post.role.as_str().into(),
            plan: post.plan.as_deref().map(Into::into),
        };
        match people.last_mut().filter(|person| *person.name == *post.person) {
            Some(person) => {
                if person.posts.last().is_some_and(|before| before.end.is_none_or(|end| end >= post.start)) {
                    return Err(BookError::TwoRoles(post.person.clone(), post.start));
                }
                person.posts.push(role);
            }
            None => people.push(Person { name: post.person.as_str().into(), posts: vec![role] }),
        }
    }
    Ok(people)
}

type ByUnit = HashMap<Arc<str>, Vec<HandoffNo>>;

fn by_unit(mut handoffs: Vec<Handoff>) -> Result<(Vec<Handoff>, ByUnit), BookError> {
    handoffs.sort_by(|one, other| (&one.unit, one.transferred).cmp(&(&other.unit, other.transferred)));
    let mut by_unit: ByUnit = HashMap::new();
    let mut before: Option<&Handoff> = None;
    for (handoff, number) in handoffs.iter().zip(0..) {
        if handoff.from == handoff.to {
            return Err(BookError::ToOneself(handoff.unit.clone(), handoff.from.clone()));
        }
        let same =
            |before: &&Handoff| (&before.unit, before.transferred) == (&handoff.unit, handoff.transferred);
        by_unit.entry(handoff.unit.as_str().into()).or_default().push(number);
        // What never was leaves its day to another one.
        if handoff.off.is_some() {
            continue;
        }
        if before.filter(same).is_some() {
            return Err(BookError::TwiceADay(handoff.unit.clone(), handoff.transferred));
        }
        before = Some(handoff);
    }
    Ok((handoffs, by_unit))
}

/// Whether a component pays for a movement to somebody with a role, for a unit; what replaces it is not looked at.
pub fn applies(
    component: &Component,
    movement: Movement,
    person: &str,
    role: Option<&str>,
    unit: &str,
) -> bool {
    let among = |names: &[String], name: &str| names.is_empty() || names.iter().any(|other| other == name);
    component.movements.contains(&movement)
        && (component.roles.is_empty() || role.is_some_and(|role| among(&component.roles, role)))
        && among(&component.people, person)
        && among(&component.units, unit)
}

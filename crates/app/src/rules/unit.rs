//! The decision about one unit, with everything that it rests on.
use super::book::{self, Wanted};
use super::exceptions::{self, ExceptionView};
use super::facts::{FactView, catalogue};
use super::looked::day;
use super::versions;
use crate::sessions::Named;
use crate::{Actor, App, Error, Permission, Result, customers};
use chrono::NaiveDate;
use serde::Serialize;
use tandem_core::rules::change::{Change, changes};
use tandem_core::rules::effects::{Look, Receivers, wanted};
use tandem_core::rules::explain::{Reason, reasons};
use tandem_core::rules::{Book, Document, FactId, FactSet, Facts, decide};
use tandem_store::book::Whose;
use tandem_store::{rules as store, sellers};

/// What is known of one fact of the unit.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct KnownFact {
    /// The fact.
    #[serde(flatten)]
    pub fact: FactView,
    /// Its value; absent: missing.
    #[schema(value_type = Option<Object>)]
    pub value: Option<tandem_core::rules::Value>,
    /// Since when it holds, where that is known.
    pub since: Option<NaiveDate>,
    /// Who stated it.
    pub by: Option<String>,
    /// Whether the rules in force ask for it.
    pub asked: bool,
}

/// What is to be done with a unit, and why.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct UnitDecision {
    /// The unit.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// As of which day.
    pub as_of: NaiveDate,
    /// Name and version of the rules; absent where none are in force.
    pub rules: Option<[String; 2]>,
    /// hand_off, keep or ask; absent where no rules are in force.
    pub answer: Option<&'static str>,
    /// What the rules say by themselves.
    pub rules_say: Option<&'static str>,
    /// The rule that decided, or could not be decided.
    pub rule: Option<String>,
    /// The role that would receive.
    pub to: Option<String>,
    /// Who would receive.
    pub receiver: Option<Named>,
    /// How it would be handed off.
    pub playbook: Option<String>,
    /// Rules and holds with how they came out and what they looked at.
    #[schema(value_type = Vec<Object>)]
    pub reasons: Vec<Reason>,
    /// Facts without which nothing can be decided.
    pub missing: Vec<&'static str>,
    /// What would change the decision.
    #[schema(value_type = Vec<Object>)]
    pub changes: Vec<Change>,
    /// What people decided about it, the latest first.
    pub exceptions: Vec<ExceptionView>,
    /// Everything known of it.
    pub facts: Vec<KnownFact>,
    /// Whether the reader may decide against the rules.
    pub may_decide: bool,
    /// Whether the reader may state facts.
    pub may_state: bool,
}

/// The decision about a unit as of a day; absent: today.
pub async fn decision(app: &App, actor: &Actor, unit: i64, as_of: Option<NaiveDate>) -> Result<UnitDecision> {
    let customer = customers::customer_of(app, actor, unit).await?;
    let day = day(app, as_of)?;
    let document = versions::in_force(app, day).await?;
    let mut facts = FactSet::default();
    FactId::all().for_each(|fact| facts.insert(fact));
    let everybody = document
        .as_ref()
        .is_some_and(|document| Wanted { facts: wanted(document), history: false }.everybody());
    // What depends on other customers is looked up only where the rules ask for it.
    let whose = if everybody { Whose::All } else { Whose::Customer(customer) };
    let book = book::read(app, whose, Wanted { facts, history: day < app.clock.today() }).await?;
    let mut known = known(&book, unit, day);
    if !everybody {
        for name in ["customer_rank", "receiver_customers"] {
            let fact = FactId::named(name).ok_or(Error::NotFound("fact"))?;
            _ = known.set(fact, None);
        }
    }
    let mut told = empty(app, actor, unit, customer, day).await?;
    told.facts = facts_of(app, unit, document.as_ref(), &known, day).await?;
    if let Some(document) = &document {
        decide_it(app, &mut told, document, &book, &known, unit).await?;
    }
    Ok(told)
}

fn known(book: &Book, unit: i64, day: NaiveDate) -> Facts {
    let mut all = FactSet::default();
    FactId::all().for_each(|fact| all.insert(fact));
    let mut known = Facts::default();
    book.facts_on(day, all, |at, facts| {
        if book.units[at].id == unit {
            known = facts.clone();
        }
    });
    known
}

async fn empty(app: &App, actor: &Actor, unit: i64, customer: i64, as_of: NaiveDate) -> Result<UnitDecision> {
    let names = exceptions::names(app, &[unit]).await?;
    let (name, of) = names.get(&unit).cloned().ok_or(Error::NotFound("unit"))?;
    let all = exceptions::of_customer(app, customer).await?;
    let may = |permission| actor.writes && actor.role.may(permission);
    Ok(UnitDecision {
        exceptions: all.into_iter().filter(|exception| exception.unit == name).collect(),
        unit: name,
        customer: of,
        as_of,
        rules: None,
        answer: None,
        rules_say: None,
        rule: None,
        to: None,
        receiver: None,
        playbook: None,
        reasons: Vec::new(),
        missing: Vec::new(),
        changes: Vec::new(),
        facts: Vec::new(),
        may_decide: may(Permission::DecideUnits),
        may_state: may(Permission::StateFacts),
    })
}

async fn decide_it(
    app: &App,
    told: &mut UnitDecision,
    document: &Document,
    book: &Book,
    known: &Facts,
    unit: i64,
) -> Result<()> {
    let Some(place) = book.units.iter().position(|other| other.id == unit) else { return Ok(()) };
    let whose = Whose::Customer(book.units[place].customer);
    let exceptions = exceptions::counting(app, book, whose).await?;
    let look = Look { book, exceptions: &exceptions, only: None };
    let decision = decide(document, known);
    let answer = look.answer(place, told.as_of, decision.answer);
    told.rules = Some([document.name.clone(), document.version.clone()]);
    told.rules_say = Some(decision.answer.text());
    told.answer = answer.map(|(answer, _)| answer.text());
    told.rule = decision.rule.map(|rule| rule.id.clone());
    told.to = decision.to().map(str::to_owned);
    told.playbook = decision.playbook().map(str::to_owned);
    told.reasons = reasons(document, &decision, known);
    told.missing = decision.missing.names();
    told.changes = changes(document, known, told.as_of);
    if let Some(to) = decision.to() {
        told.receiver = receiver(app, book, place, to, told.as_of).await?;
    }
    Ok(())
}

/// Who would receive, seen from the whole company.
async fn receiver(app: &App, book: &Book, place: usize, to: &str, day: NaiveDate) -> Result<Option<Named>> {
    let owner = book.owner_on(place, day).map(|owner| owner.seller);
    let customer = book.units[place].customer;
    let rows = book::owners(app).await?;
    let Some(receiver) = Receivers::new(&rows, day).choose(to, owner, customer) else { return Ok(None) };
    let people = sellers::as_of(&app.db, day).await?;
    let person = people.into_iter().find(|seller| seller.id == receiver);
    Ok(person.map(|seller| Named { id: seller.id.to_string(), name: seller.name }))
}

async fn facts_of(
    app: &App,
    unit: i64,
    document: Option<&Document>,
    known: &Facts,
    day: NaiveDate,
) -> Result<Vec<KnownFact>> {
    let stated = store::stated_of(&app.db, unit).await?;
    let by = |name: &str| {
        let of_fact = stated.iter().filter(|row| row.fact == name && row.since_date <= day);
        of_fact.rev().max_by_key(|row| row.since_date).map(|row| row.by_name.clone())
    };
    let fact = |(id, fact): (FactId, FactView)| KnownFact {
        value: known.get(id).cloned(),
        since: known.date(id),
        by: by(fact.name),
        asked: document.is_some_and(|document| document.facts().contains(id)),
        fact,
    };
    Ok(FactId::all().zip(catalogue()).map(fact).collect())
}

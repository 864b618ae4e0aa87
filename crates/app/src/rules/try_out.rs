//! What a document would do to the book, beside what the version in force does.
use super::document::parsed;
use super::looked::{Looked, beside, day};
use super::{exceptions, versions};
use crate::sessions::Named;
use crate::{Actor, App, Permission, Result};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use tandem_core::money::Currency;
use tandem_core::rules::effects::{Effects, Sum, effects};
use tandem_core::rules::{Answer, Document};

/// Units and revenue by what is to be done with them. ARR is in whole units of the company's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Answers {
    /// To hand off.
    #[schema(value_type = UnitsAndArr)]
    pub hand_off: Sum,
    /// To keep.
    #[schema(value_type = UnitsAndArr)]
    pub keep: Sum,
    /// To ask about.
    #[schema(value_type = UnitsAndArr)]
    pub ask: Sum,
}

/// How many and how much.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct UnitsAndArr {
    /// Units.
    pub units: u64,
    /// Whole units of the company's currency a year.
    pub arr: f64,
}

/// What one rule decides.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct RuleEffect {
    /// The rule; absent: no rule fits.
    pub rule: Option<String>,
    /// What it comes to.
    pub answers: Answers,
}

/// What a hold keeps back, or what a fact is wanting for.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Count {
    /// The hold or fact.
    pub name: String,
    /// Units.
    pub units: u64,
    /// Whole units of the company's currency a year.
    pub arr: Option<f64>,
}

/// A unit that would pass on.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MoveView {
    /// The unit.
    pub unit: Named,
    /// Its customer.
    pub customer: Named,
    /// Who has it.
    pub from: Option<Named>,
    /// The role that shall have it.
    pub to: Option<String>,
    /// Who would get it; absent where nobody has that role.
    pub receiver: Option<Named>,
    /// The rule that says so; absent where a person decided.
    pub rule: Option<String>,
    /// Whole units of the company's currency a year.
    pub arr: f64,
}

/// How a seller's book would change.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct LoadView {
    /// Who.
    pub seller: Named,
    /// Customers before.
    pub customers_before: u64,
    /// Customers after.
    pub customers_after: u64,
    /// Whole units of the company's currency a year, before.
    pub arr_before: f64,
    /// The same, after.
    pub arr_after: f64,
}

/// Units that the version in force treats otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Difference {
    /// What the version in force says.
    pub from: &'static str,
    /// What this document says.
    pub to: &'static str,
    /// How many units.
    pub units: u64,
    /// Some of them, at most ten.
    pub examples: Vec<Named>,
}

/// What a document would do.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = RulesTryOut)]
pub struct TryView {
    /// As of which day.
    pub as_of: NaiveDate,
    /// The currency of ARR.
    #[schema(value_type = String)]
    pub currency: Currency,
    /// What it comes to.
    pub answers: Answers,
    /// Customers with a unit that passes on.
    pub customers_moved: u64,
    /// Units for which a person's decision counts.
    pub exceptions: u64,
    /// What each rule decides, in the document's order; the last is of units that no rule fits.
    pub rules: Vec<RuleEffect>,
    /// What each hold keeps back.
    pub holds: Vec<Count>,
    /// Facts without which units cannot be decided, the most wanted first.
    pub missing: Vec<Count>,
    /// Units that pass on, the largest first, at most 200.
    pub moves: Vec<MoveView>,
    /// Units that pass on to a role that nobody has.
    pub without_receiver: u64,
    /// Books that change, those that grow most first.
    pub loads: Vec<LoadView>,
    /// Units that the version in force treats otherwise; absent where none is in force.
    pub differences: Option<Vec<Difference>>,
}

const MOVES_MAX: usize = 200;
const EXAMPLES_MAX: usize = 10;

/// Tries a document on what the actor sees of the book, as of a day; absent: today.
pub async fn try_out(app: &App, actor: &Actor, text: &str, as_of: Option<NaiveDate>) -> Result<TryView> {
    actor.require(Permission::TryRules)?;
    let (document, day) = (parsed(text)?, day(app, as_of)?);
    let in_force = versions::in_force(app, day).await?;
    let documents: Vec<&Document> = std::iter::once(&document).chain(&in_force).collect();
    let looked = Looked::read(app, actor, &documents, day < app.clock.today()).await?;
    let (looked, told, before, document) = beside(move || {
        let told = effects(&document, looked.look(), day);
        let before = in_force.map(|in_force| effects(&in_force, looked.look(), day));
        (looked, told, before, document)
    })
    .await?;
    shown(app, day, &document, &looked, &told, before.as_ref()).await
}

async fn shown(
    app: &App,
    day: NaiveDate,
    document: &Document,
    looked: &Looked,
    told: &Effects,
    before: Option<&Effects>,
) -> Result<TryView> {
    let rules = document.rules.iter().map(|rule| Some(rule.id.clone())).chain([None]);
    let rules = rules.zip(&told.rules);
    Ok(TryView {
        as_of: day,
        currency: crate::settings::load(app).await?.company.currency,
        answers: answers(&told.answers),
        customers_moved: told.customers_moved,
        exceptions: told.exceptions,
        rules: rules.map(|(rule, sums)| RuleEffect { rule, answers: answers(sums) }).collect(),
        holds: holds(document, told),
        missing: missing(told),
        moves: moves(app, document, looked, told).await?,
        without_receiver: told.moves.iter().filter(|each| each.receiver.is_none()).count() as u64,
        loads: loads(looked, told),
        differences: match before {
            Some(before) => Some(differences(app, looked, before, told).await?),
            None => None,
        },
    })
}

/// Sums in the order of [`Answer::ALL`] by name.
pub fn answers(sums: &[Sum; 3]) -> Answers {
    let [hand_off, keep, ask] = *sums;
    Answers { hand_off, keep, ask }
}

fn holds(document: &Document, told: &Effects) -> Vec<Count> {
    let holds = document.holds.iter().zip(&told.holds);
    holds.map(|(hold, sum)| Count { name: hold.id.clone(), units: sum.units, arr: Some(sum.arr) }).collect()
}

fn missing(told: &Effects) -> Vec<Count> {
    let count = |(name, units): (&&str, &u64)| Count { name: (*name).to_owned(), units: *units, arr: None };
    let mut missing: Vec<Count> = told.missing.iter().map(count).collect();
    missing.sort_by_key(|count| std::cmp::Reverse(count.units));
    missing
}

async fn moves(app: &App, document: &Document, looked: &Looked, told: &Effects) -> Result<Vec<MoveView>> {
    let mut largest: Vec<&tandem_core::rules::effects::Move> = told.moves.iter().collect();
    largest.sort_by(|a, b| b.arr.total_cmp(&a.arr).then(a.unit.cmp(&b.unit)));
    largest.truncate(MOVES_MAX);
    let units: Vec<i64> = largest.iter().map(|each| looked.book.units[each.unit].id).collect();
    let names = exceptions::names(app, &units).await?;
    let view = |(each, unit): (&tandem_core::rules::effects::Move, &i64)| {
        let (unit, customer) = names.get(unit)?.clone();
        Some(MoveView {
            unit,
            customer,
            from: each.from.map(|seller| looked.seller(seller)),
            to: each.to.clone(),
            receiver: each.receiver.map(|seller| looked.seller(seller)),
            rule: each.rule.and_then(|at| document.rules.get(at)).map(|rule| rule.id.clone()),
            arr: each.arr,
        })
    };
    Ok(largest.into_iter().zip(&units).filter_map(view).collect())
}

fn loads(looked: &Looked, told: &Effects) -> Vec<LoadView> {
    let seen = told.loads.iter().filter(|(seller, _)| looked.sees(**seller));
    let view = |(seller, load): (&i64, &tandem_core::rules::effects::Load)| LoadView {
        seller: looked.seller(*seller),
        customers_before: load.customers_before,
        customers_after: load.customers_after,
        arr_before: load.arr_before,
        arr_after: load.arr_after,
    };
    let mut loads: Vec<LoadView> = seen.map(view).collect();
    loads.sort_by(|a, b| (b.arr_after - b.arr_before).total_cmp(&(a.arr_after - a.arr_before)));
    loads
}

async fn differences(
    app: &App,
    looked: &Looked,
    before: &Effects,
    told: &Effects,
) -> Result<Vec<Difference>> {
    let mut changed: BTreeMap<(Answer, Answer), Vec<i64>> = BTreeMap::new();
    for (at, pair) in before.by_unit.iter().zip(&told.by_unit).enumerate() {
        if let (Some(from), Some(to)) = pair
            && from != to
        {
            changed.entry((*from, *to)).or_default().push(looked.book.units[at].id);
        }
    }
    let some: Vec<i64> =
        changed.values().flat_map(|units| units.iter().take(EXAMPLES_MAX)).copied().collect();
    let names = exceptions::names(app, &some).await?;
    let difference = |((from, to), units): ((Answer, Answer), Vec<i64>)| Difference {
        from: from.text(),
        to: to.text(),
        units: units.len() as u64,
        examples: units.iter().filter_map(|unit| Some(names.get(unit)?.0.clone())).collect(),
    };
    Ok(changed.into_iter().map(difference).collect())
}

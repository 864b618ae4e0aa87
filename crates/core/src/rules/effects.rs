//! What a document does to a whole book on a day: how many units and how much revenue move, to whom, and why the rest stays.
mod history;
mod receivers;

pub use history::{Month, history};
pub use receivers::Receivers;

use super::book::{Book, other_role};
use super::facts::{FactId, FactSet};
use super::values::{Facts, Value};
use super::{Answer, Decision, Document, decide};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What a person has decided about one unit, against or beside the rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exception {
    /// What shall be done.
    pub answer: Answer,
    /// First day.
    pub start: NaiveDate,
    /// First day no longer.
    pub end: NaiveDate,
    /// Whether it only answers what the rules ask: where they decide by themselves, they are followed.
    pub answers_only: bool,
}

impl Exception {
    /// Whether it counts on a day against what the rules say.
    pub fn counts(&self, day: NaiveDate, rules_say: Answer) -> bool {
        self.start <= day && day < self.end && (!self.answers_only || rules_say == Answer::Ask)
    }
}

/// A book with what people decided about its units, as far as somebody may look at it.
#[derive(Clone, Copy, Debug)]
pub struct Look<'b> {
    /// The book.
    pub book: &'b Book,
    /// By the unit's place in the book, in the order in which they were decided.
    pub exceptions: &'b BTreeMap<usize, Vec<Exception>>,
    /// Only units that these sellers own; none: all units.
    pub only: Option<&'b BTreeSet<i64>>,
}

impl Look<'_> {
    /// What the rules and people say of a unit on a day; the second is whether a person decided. None where it may not be looked at.
    pub fn answer(&self, unit: usize, day: NaiveDate, rules_say: Answer) -> Option<(Answer, bool)> {
        if let Some(only) = self.only
            && !self.book.owner_on(unit, day).is_some_and(|owner| only.contains(&owner.seller))
        {
            return None;
        }
        let mut exceptions = self.exceptions.get(&unit).into_iter().flatten().rev();
        let person = exceptions.find(|exception| exception.counts(day, rules_say));
        Some(person.map_or((rules_say, false), |person| (person.answer, true)))
    }
}

/// How many and how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Sum {
    /// Units.
    pub units: u64,
    /// Annual recurring revenue, in whole units of the company's currency; amounts that are unknown count nothing.
    pub arr: f64,
}

impl Sum {
    fn add(&mut self, arr: f64) {
        self.units += 1;
        self.arr += arr;
    }
}

/// A unit that would pass on.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Its place in the book.
    pub unit: usize,
    /// Who has it.
    pub from: Option<i64>,
    /// The role that shall have it.
    pub to: Option<String>,
    /// Who would get it; none where nobody has that role.
    pub receiver: Option<i64>,
    /// The rule that says so, by its place; none where a person decided.
    pub rule: Option<usize>,
    /// Whole units of the company's currency a year.
    pub arr: f64,
}

/// How one seller's book would change.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Load {
    /// Customers before.
    pub customers_before: u64,
    /// Customers after.
    pub customers_after: u64,
    /// Whole units of the company's currency a year, before.
    pub arr_before: f64,
    /// The same, after.
    pub arr_after: f64,
}

/// What a document does to a book.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    /// Units to hand off, to keep and to ask about, in the order of [`Answer::ALL`].
    pub answers: [Sum; 3],
    /// What each rule decides, in the document's order; the last is of units that no rule fits.
    pub rules: Vec<[Sum; 3]>,
    /// What each hold keeps back, in the document's order.
    pub holds: Vec<Sum>,
    /// Facts without which units cannot be decided.
    pub missing: BTreeMap<&'static str, u64>,
    /// Units for which a person's decision counts.
    pub exceptions: u64,
    /// Customers with a unit that passes on.
    pub customers_moved: u64,
    /// What passes on, in the book's order.
    pub moves: Vec<Move>,
    /// Books that change, by seller.
    pub loads: BTreeMap<i64, Load>,
    /// The answer for each unit, in the book's order; none where it may not be looked at.
    pub by_unit: Vec<Option<Answer>>,
}

/// Tries a document on a book as of a day.
pub fn effects(document: &Document, look: Look, day: NaiveDate) -> Effects {
    let (book, arr) = (look.book, const { FactId::known("arr") });
    let mut effects = Effects::empty(document);
    let mut arrs = Vec::with_capacity(book.units.len());
    book.facts_on(day, wanted(document), |unit, facts| {
        let decision = decide(document, facts);
        let answer = look.answer(unit, day, decision.answer);
        arrs.push(amount(facts, arr));
        effects.by_unit.push(answer.map(|(answer, _)| answer));
        if let Some((answer, by_person)) = answer {
            effects.add(document, &decision, unit, amount(facts, arr), answer, by_person);
        }
    });
    for each in &mut effects.moves {
        let owner = book.owner_on(each.unit, day);
        each.from = owner.map(|owner| owner.seller);
        // Where a person decided and no rule names a role, the unit passes to the other side.
        each.to = each.to.take().or_else(|| Some(other_role(owner?.role).text().to_owned()));
    }
    Receivers::new(book, day).place(book, &mut effects.moves);
    effects.weigh(book, day, &arrs);
    effects
}

fn amount(facts: &Facts, arr: FactId) -> f64 {
    match facts.get(arr) {
        Some(Value::Number(arr)) => *arr,
        _ => 0.0,
    }
}

/// The place of an answer in [`Answer::ALL`].
fn place(answer: Answer) -> usize {
    Answer::ALL.iter().position(|other| *other == answer).unwrap_or_default()
}

impl Effects {
    fn empty(document: &Document) -> Self {
        let rules = vec![[Sum::default(); 3]; document.rules.len() + 1];
        Self { rules, holds: vec![Sum::default(); document.holds.len()], ..Self::default() }
    }

    fn add(
        &mut self,
        document: &Document,
        decision: &Decision,
        unit: usize,
        arr: f64,
        answer: Answer,
        by_person: bool,
    ) {
        self.answers[place(answer)].add(arr);
        let at =
            decision.rule.and_then(|rule| document.rules.iter().position(|other| std::ptr::eq(other, rule)));
        if by_person {
            self.exceptions += 1;
        } else {
            self.rules[at.unwrap_or(document.rules.len())][place(answer)].add(arr);
            self.add_why(document, decision, arr);
        }
        if answer == Answer::HandOff {
            let to = decision.rule.and_then(|rule| rule.to.clone());
            let rule = at.filter(|_| !by_person);
            self.moves.push(Move { unit, from: None, to, receiver: None, rule, arr });
        }
    }

    fn add_why(&mut self, document: &Document, decision: &Decision, arr: f64) {
        for (hold, sum) in document.holds.iter().zip(&mut self.holds) {
            if decision.holds.iter().any(|held| std::ptr::eq(*held, hold)) {
                sum.add(arr);
            }
        }
        if decision.answer == Answer::Ask {
            for name in decision.missing.names() {
                *self.missing.entry(name).or_default() += 1;
            }
        }
    }

    /// Counts customers moved and weighs the books that change.
    fn weigh(&mut self, book: &Book, day: NaiveDate, arrs: &[f64]) {
        let customers: HashSet<i64> = self.moves.iter().map(|each| book.units[each.unit].customer).collect();
        self.customers_moved = customers.len() as u64;
        let placed = || self.moves.iter().filter(|each| each.receiver.is_some());
        let touched: HashSet<i64> = placed().flat_map(|each| [each.receiver, each.from]).flatten().collect();
        let moved: HashMap<usize, i64> =
            placed().filter_map(|each| Some((each.unit, each.receiver?))).collect();
        let mut loads: BTreeMap<i64, Load> = BTreeMap::new();
        let mut seen: HashSet<(i64, i64, bool)> = HashSet::new();
        for (unit, arr) in arrs.iter().enumerate() {
            let owner = book.owner_on(unit, day).map(|owner| owner.seller);
            let customer = book.units[unit].customer;
            for (seller, after) in [(owner, false), (moved.get(&unit).copied().or(owner), true)] {
                let Some(seller) = seller.filter(|seller| touched.contains(seller)) else { continue };
                let is_new = seen.insert((seller, customer, after));
                loads.entry(seller).or_default().add(*arr, is_new, after);
            }
        }
        self.loads = loads;
    }
}

impl Load {
    fn add(&mut self, arr: f64, new_customer: bool, after: bool) {
        let (customers, sum) = if after {
            (&mut self.customers_after, &mut self.arr_after)
        } else {
            (&mut self.customers_before, &mut self.arr_before)
        };
        *customers += u64::from(new_customer);
        *sum += arr;
    }
}

/// The facts that a document's try-out asks for.
pub fn wanted(document: &Document) -> FactSet {
    let mut wanted = document.facts();
    wanted.insert(const { FactId::known("arr") });
    wanted
}

//! How long it takes to decide about a million units on one core: `cargo run --release -p tandem-engines --example rules_speed [UNITS]`.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints, and fails by panicking")]

use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};
use tandem_core::rules::book::{
    Book, Customer, Opportunity, Ownership, Post, Rows, Stated, Subscription, Unit,
};
use tandem_core::rules::effects::{Look, effects, wanted};
use tandem_core::rules::{Document, FactId, FactSet, Facts, Value, decide, read};
use tandem_core::sellers::SellerRole;

const RUNS: usize = 5;
/// Units whose facts are kept to decide about: more than the caches of a processor hold.
const KEPT: usize = 100_000;

fn main() {
    let units: i64 = std::env::args().nth(1).map_or(1_000_000, |text| text.parse().unwrap());
    let document = read(include_str!("../../../examples/rules/article.yaml")).unwrap();
    let today: NaiveDate = "2027-06-15".parse().unwrap();
    let book = Book::new(today, rows(units, today));
    let nothing = median(|| book.facts_on(today, FactSet::default(), |_, _| ()));
    let facts = median(|| book.facts_on(today, wanted(&document), |_, _| ()));
    let mut known: Vec<Facts> = Vec::new();
    let kept = usize::try_from(units).unwrap().min(KEPT);
    book.facts_on(today, wanted(&document), |_, facts| {
        if known.len() < kept {
            known.push(facts.clone());
        }
    });
    let decisions = median(|| count(&document, known.iter().cycle().take(book.units.len())));
    let all = median(|| {
        let none = BTreeMap::new();
        let look = Look { book: &book, exceptions: &none, only: None };
        assert_eq!(effects(&document, look, today).by_unit.len(), book.units.len());
    });
    println!("{units} units, median of {RUNS}, seconds:");
    println!("  figures without facts     {nothing:.3}");
    println!("  facts                     {facts:.3}");
    println!("  decisions                 {decisions:.3}, over {kept} units again and again");
    println!("  a whole try-out           {all:.3}");
}

fn count<'f>(document: &Document, units: impl Iterator<Item = &'f Facts>) {
    let mut answers = [0_usize; 3];
    for facts in units {
        let answer = decide(document, facts).answer;
        answers[tandem_core::rules::Answer::ALL.iter().position(|other| *other == answer).unwrap()] += 1;
    }
    assert!(answers.iter().sum::<usize>() > 0);
}

fn median(mut run: impl FnMut()) -> f64 {
    let mut seconds: Vec<f64> = (0..RUNS)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    seconds[RUNS / 2]
}

/// Nine customers in ten have one unit, the tenth has two; each unit has what a unit has, in a fixed pattern.
fn rows(units: i64, today: NaiveDate) -> Rows {
    let mut rows = Rows::default();
    let segments: Vec<Arc<str>> = ["small", "medium", "large"].map(Arc::from).to_vec();
    let before = |days: i64| today - Days::new(days.unsigned_abs());
    for id in 0..units {
        let customer = id - i64::from(id % 11 == 10);
        if customer == id {
            let segment = segments[usize::try_from(id % 3).unwrap()].clone();
            rows.customers.push(Customer { id, segment: Some(segment), ..Customer::default() });
        }
        rows.units.push(Unit { id, customer, potential: (id % 19 != 7).then_some(20_000.0) });
        let start = before(30 + id * 7 % 1_400);
        let subscription = Subscription {
            product: Some(u32::try_from(id % 5).unwrap()),
            arr: Some(500.0 + (id * 13 % 15_000) as f64),
            start,
            end: (id % 4 != 0).then(|| today + Days::new((id % 365 + 1).unsigned_abs())),
        };
        rows.subscriptions.push((id, subscription));
        let role = if id % 3 == 0 { SellerRole::AccountManager } else { SellerRole::Hunter };
        rows.ownerships.push((id, Ownership { seller: id % 2_000, role, start, end: None }));
        if id % 5 == 0 {
            let opportunity = Opportunity {
                kind: OpportunityKind::Expansion,
                status: OpportunityStatus::Open,
                amount: Some(2_500.0),
                created: Some(before(20)),
                close: None,
            };
            rows.opportunities.push((id, opportunity));
        }
        add_stated(&mut rows, id, before(10));
    }
    rows.posts = (0..2_000)
        .map(|seller| {
            let role = if seller % 3 == 0 { SellerRole::AccountManager } else { SellerRole::Hunter };
            Post { seller, role, team: None, start: before(2_000), end: None }
        })
        .collect();
    rows
}

fn add_stated(rows: &mut Rows, id: i64, since: NaiveDate) {
    let health = Value::text(["green", "green", "amber", "red"][usize::try_from(id % 4).unwrap()]);
    let stated = [
        ("health", health),
        ("open_escalations", Value::Whole(i64::from(id % 17 == 3))),
        ("unpaid_invoices", Value::Whole(0)),
        ("implementation_done", Value::Truth(id % 6 != 0)),
    ];
    rows.stated.extend(
        stated.into_iter().map(|(name, value)| {
            (id, Stated { fact: FactId::named(name).unwrap(), value: Some(value), since })
        }),
    );
}

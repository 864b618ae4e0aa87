//! Facts of a book against hand-computed ones, and what a document does to it.
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};
use tandem_core::rules::book::{
    Book, Customer, Opportunity, Ownership, Post, Rows, Stated, Subscription, Unit,
};
use tandem_core::rules::effects::{Exception, Look, effects, history};
use tandem_core::rules::{Answer, FactId, FactSet, Value, read};
use tandem_core::sellers::SellerRole::{self, AccountManager, Hunter};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sold(product: u32, arr: f64, start: &str, end: Option<&str>) -> Subscription {
    Subscription { product: Some(product), arr: Some(arr), start: day(start), end: end.map(day) }
}

fn owned(seller: i64, role: SellerRole, start: &str, end: Option<&str>) -> Ownership {
    Ownership { seller, role, start: day(start), end: end.map(day) }
}

fn open(kind: OpportunityKind, amount: Option<f64>, created: &str) -> Opportunity {
    Opportunity { kind, status: OpportunityStatus::Open, amount, created: Some(day(created)), close: None }
}

fn post(seller: i64, role: SellerRole, team: &str) -> Post {
    Post { seller, role, team: Some(Arc::from(team)), start: day("2020-01-01"), end: None }
}

fn fact(name: &str) -> FactId {
    FactId::named(name).unwrap()
}

fn stated(name: &str, value: Value, since: &str) -> Stated {
    Stated { fact: fact(name), value: Some(value), since: day(since) }
}

/// Customer 1 has units 11 (hunter 5, North) and 12 (account manager 7); customer 2 has unit 21 (hunter 6, South); customer 3 nothing bought.
fn rows() -> Rows {
    let customer =
        |id, segment: &str| Customer { id, segment: Some(Arc::from(segment)), ..Customer::default() };
    Rows {
        customers: vec![customer(2, "small"), customer(1, "large"), customer(3, "small")],
        units: vec![
            Unit { id: 21, customer: 2, potential: None },
            Unit { id: 12, customer: 1, potential: Some(50_000.0) },
            Unit { id: 11, customer: 1, potential: Some(100_000.0) },
            Unit { id: 31, customer: 3, potential: Some(0.0) },
            Unit { id: 99, customer: 9, potential: None },
        ],
        subscriptions: vec![
            (11, sold(1, 30_000.0, "2025-01-15", Some("2027-01-15"))),
            (11, sold(2, 10_000.0, "2025-06-01", Some("2026-12-01"))),
            (11, sold(3, 5_000.0, "2024-01-01", Some("2025-01-01"))),
            (12, sold(1, 20_000.0, "2025-03-01", None)),
            (21, Subscription { product: None, ..sold(1, 8_000.0, "2026-01-31", Some("2027-01-31")) }),
        ],
        ownerships: vec![
            (12, owned(7, AccountManager, "2026-02-01", None)),
            (12, owned(5, Hunter, "2025-03-01", Some("2026-02-01"))),
            (11, owned(5, Hunter, "2025-01-15", None)),
            (21, owned(6, Hunter, "2026-01-31", None)),
        ],
        opportunities: vec![
            (11, open(OpportunityKind::Expansion, Some(12_000.0), "2026-05-01")),
            (11, open(OpportunityKind::Renewal, Some(30_000.0), "2026-05-01")),
            (12, open(OpportunityKind::Expansion, None, "2026-05-01")),
        ],
        customer_opportunities: vec![(2, open(OpportunityKind::Expansion, Some(900.0), "2026-05-01"))],
        contacts: vec![(11, day("2026-05-20"))],
        customer_contacts: vec![(1, day("2026-05-30")), (2, day("2026-07-01"))],
        roles: vec![(11, Arc::from("champion"))],
        customer_roles: vec![(1, Arc::from("economic_buyer"))],
        stated: vec![
            (11, stated("health", Value::text("green"), "2026-01-01")),
            (11, stated("health", Value::text("amber"), "2026-05-01")),
            (11, stated("health", Value::text("red"), "2026-07-01")),
            (11, stated("open_escalations", Value::Whole(2), "2026-03-01")),
            (12, stated("open_escalations", Value::Whole(0), "2026-03-01")),
            (11, stated("implementation_done", Value::Truth(false), "2026-03-01")),
        ],
        posts: vec![
            post(5, Hunter, "North"),
            post(6, Hunter, "South"),
            post(7, AccountManager, "South"),
            post(8, AccountManager, "North"),
        ],
    }
}

fn book() -> Book {
    Book::new(day("2026-06-15"), rows())
}

fn all() -> FactSet {
    let mut all = FactSet::default();
    FactId::all().for_each(|fact| all.insert(fact));
    all
}

/// What is known of a unit, as `name=value@since`.
fn known(book: &Book, unit: i64, on: &str, names: &[&str]) -> String {
    let mut shown = String::new();
    book.facts_on(day(on), all(), |at, facts| {
        if book.units[at].id == unit {
            let of = |name: &&str| {
                let value = facts.get(fact(name)).map_or("missing".to_owned(), ToString::to_string);
                let since = facts.date(fact(name)).map_or(String::new(), |since| format!("@{since}"));
                format!("{name}={value}{since}")
            };
            shown = names.iter().map(of).collect::<Vec<_>>().join(" ");
        }
    });
    shown
}

const REVENUE: [&str; 6] =
    ["arr", "penetration", "expansion_pipeline", "days_to_renewal", "open_opportunities", "products_in_use"];

#[test]
fn revenue_and_what_may_come_of_it() {
    let book = book();
    assert_eq!(
        known(&book, 11, "2026-06-15", &REVENUE),
        "arr=40000@2026-06-15 penetration=0.4@2026-06-15 expansion_pipeline=12000@2026-06-15 \
         days_to_renewal=169@2026-06-15 open_opportunities=2@2026-06-15 products_in_use=2@2026-06-15"
    );
    // An opportunity without an amount makes the sum unknown; what never ends has no renewal.
    assert_eq!(
        known(&book, 12, "2026-06-15", &REVENUE),
        "arr=20000@2026-06-15 penetration=0.4@2026-06-15 expansion_pipeline=missing days_to_renewal=missing \
         open_opportunities=1@2026-06-15 products_in_use=1@2026-06-15"
    );
    assert_eq!(known(&book, 11, "2026-06-15", &["renews"]), "renews=true@2026-06-15");
    assert_eq!(
        known(&book, 12, "2026-06-15", &["renews", "customer_renews"]),
        "renews=false@2026-06-15 customer_renews=true@2026-06-15"
    );
    // The only unit of a customer has what the customer is offered; a product without a name leaves their number open.
    assert_eq!(
        known(&book, 21, "2026-06-15", &REVENUE),
        "arr=8000@2026-06-15 penetration=missing expansion_pipeline=900@2026-06-15 \
         days_to_renewal=230@2026-06-15 open_opportunities=1@2026-06-15 products_in_use=missing"
    );
    // Nothing bought is nothing, not unknown; a potential of nothing has no share.
    assert_eq!(
        known(&book, 31, "2026-06-15", &["arr", "penetration", "potential"]),
        "arr=0@2026-06-15 penetration=missing potential=0"
    );
}

#[test]
fn a_day_in_the_past_is_read_as_it_was() {
    let book = book();
    assert_eq!(
        known(
            &book,
            11,
            "2024-06-01",
            &["arr", "open_opportunities", "owner_role", "health", "days_since_contact"]
        ),
        "arr=5000@2024-06-01 open_opportunities=0@2024-06-01 owner_role=missing health=missing days_since_contact=missing"
    );
    assert_eq!(known(&book, 12, "2026-01-31", &["owner_role"]), "owner_role=\"hunter\"@2025-03-01");
    assert_eq!(known(&book, 12, "2026-02-01", &["owner_role"]), "owner_role=\"account_manager\"@2026-02-01");
}

#[test]
fn owners_people_and_what_is_stated() {
    let book = book();
    assert_eq!(
        known(&book, 12, "2026-06-15", &["owner_changes_12m", "months_since_owner_change", "contact_roles"]),
        "owner_changes_12m=1@2026-06-15 months_since_owner_change=4.45996837717407@2026-02-01 contact_roles=[\"economic_buyer\"]"
    );
    assert_eq!(
        known(&book, 11, "2026-06-15", &["months_since_first_sale", "owner_changes_12m", "contact_roles"]),
        "months_since_first_sale=29.459968377174068@2024-01-01 owner_changes_12m=0@2026-06-15 contact_roles=[\"champion\", \"economic_buyer\"]"
    );
    assert_eq!(
        known(
            &book,
            11,
            "2026-06-15",
            &["health", "open_escalations", "days_since_contact", "unpaid_invoices"]
        ),
        "health=\"amber\"@2026-05-01 open_escalations=2@2026-03-01 days_since_contact=16@2026-05-30 unpaid_invoices=missing"
    );
    // What is contacted later than the day does not count.
    assert_eq!(known(&book, 21, "2026-06-15", &["days_since_contact"]), "days_since_contact=missing");
}

#[test]
fn totals_of_the_customer_and_its_place() {
    let book = book();
    assert_eq!(
        known(
            &book,
            12,
            "2026-06-15",
            &["customer_arr", "customer_penetration", "customer_rank", "customer_units", "customer_owners"]
        ),
        "customer_arr=60000@2026-06-15 customer_penetration=0.4@2026-06-15 customer_rank=1 customer_units=2 customer_owners=2"
    );
    assert_eq!(
        known(
            &book,
            12,
            "2026-06-15",
            &[
                "customer_open_escalations",
                "customer_health",
                "customer_implementation_done",
                "customer_products_in_use"
            ]
        ),
        "customer_open_escalations=2@2026-03-01 customer_health=missing customer_implementation_done=false@2026-03-01 \
         customer_products_in_use=2@2026-06-15"
    );
    assert_eq!(known(&book, 31, "2026-06-15", &["customer_rank"]), "customer_rank=3");
    // An account manager's smallest book is 8's, which is empty; a hunter's is 6's.
    assert_eq!(known(&book, 11, "2026-06-15", &["receiver_customers"]), "receiver_customers=0");
    assert_eq!(known(&book, 12, "2026-06-15", &["receiver_customers"]), "receiver_customers=1");
}

const RULES: &str = "
name: n
version: 1
effective: 2026-01-01
rules:
  - {id: kept, when: owner_role == 'account_manager', then: keep}
  - {id: forty, when: penetration >= 0.4, then: hand_off, to: account_manager}
  - {id: year, when: months_since_first_sale >= 12.0, then: ask, to: account_manager}
holds:
  - {id: red, when: health == 'red'}
";

fn all_of<'b>(book: &'b Book, exceptions: &'b BTreeMap<usize, Vec<Exception>>) -> Look<'b> {
    Look { book, exceptions, only: None }
}

#[test]
fn who_sees_only_some_books_is_told_of_those() {
    let (book, document, none) = (book(), read(RULES).unwrap(), BTreeMap::new());
    let only = BTreeSet::from([7]);
    let look = Look { only: Some(&only), ..all_of(&book, &none) };
    let told = effects(&document, look, day("2026-06-15"));
    assert_eq!(told.by_unit, [None, Some(Answer::Keep), None, None]);
    assert_eq!((told.moves.len(), told.loads.len(), told.answers[1].units), (0, 0, 1));
}

#[test]
fn a_try_out_tells_what_moves_and_to_whom() {
    let (book, document) = (book(), read(RULES).unwrap());
    let told = effects(&document, all_of(&book, &BTreeMap::new()), day("2026-06-15"));
    let units: Vec<u64> = told.answers.iter().map(|sum| sum.units).collect();
    // 11 moves; 12 is kept; 21 cannot be decided for want of a potential, nor 31, which has none and no owner.
    assert_eq!(units, [1, 1, 2]);
    assert_eq!(told.by_unit, [Answer::HandOff, Answer::Keep, Answer::Ask, Answer::Ask].map(Some));
    assert_eq!(told.missing, BTreeMap::from([("owner_role", 1), ("penetration", 1)]));
    assert_eq!((told.customers_moved, told.answers[0].arr), (1, 40_000.0));
    // Account manager 7 serves the customer already: nearer than the empty book of 8 on the hunter's own team.
    assert_eq!((told.moves[0].from, told.moves[0].receiver), (Some(5), Some(7)));
    let load = told.loads[&7];
    assert_eq!((load.customers_before, load.customers_after), (1, 1));
    assert_eq!((load.arr_before, load.arr_after), (20_000.0, 60_000.0));
    let load = told.loads[&5];
    assert_eq!((load.customers_before, load.customers_after, load.arr_after), (1, 0, 0.0));
}

#[test]
fn a_person_decides_over_the_rules_for_a_while() {
    let (book, document) = (book(), read(RULES).unwrap());
    let except = |answer, answers_only| Exception {
        answer,
        start: day("2026-06-01"),
        end: day("2026-07-01"),
        answers_only,
    };
    let (kept, moved) = (except(Answer::Keep, false), except(Answer::HandOff, true));
    let exceptions = BTreeMap::from([(0, vec![kept]), (1, vec![moved]), (2, vec![moved])]);
    let on = |on: &str| effects(&document, all_of(&book, &exceptions), day(on)).by_unit;
    // An answer to a question counts only where the rules ask.
    assert_eq!(on("2026-06-15"), [Answer::Keep, Answer::Keep, Answer::HandOff, Answer::Ask].map(Some));
    assert_eq!(on("2026-07-01")[2], Some(Answer::Ask));
}

#[test]
fn months_tell_what_is_new_in_each() {
    let (book, document) = (book(), read(RULES).unwrap());
    let months = history(&document, all_of(&book, &BTreeMap::new()), 6, |_| true).unwrap();
    let told: Vec<(String, u64, u64, u64)> =
        months.iter().map(|m| (m.day.to_string(), m.newly.units, m.hand_off.units, m.happened)).collect();
    let month = |day: &str, newly, hand_off, happened| (day.to_owned(), newly, hand_off, happened);
    assert_eq!(
        told,
        [
            // Its health is stated from January on: before, the hold could not be decided.
            month("2026-01-31", 1, 1, 0),
            month("2026-02-28", 0, 1, 1),
            month("2026-03-31", 0, 1, 0),
            month("2026-04-30", 0, 1, 0),
            month("2026-05-31", 0, 1, 0),
            month("2026-06-15", 0, 1, 0),
        ]
    );
    assert!(
        history(&document, all_of(&book, &BTreeMap::new()), 6, |done| done < 3).is_none(),
        "it can be stopped"
    );
}

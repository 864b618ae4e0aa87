//! What must hold of any company, whatever the seed: identities, gaps as in life, and the mechanism that it is there to show.
mod exports;
mod mechanism;

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use tandem_core::imports::records::*;
use tandem_core::money::Currency;
use tandem_core::opportunities::{OpportunityKind, OpportunityStatus};
use tandem_core::ownership::{Period, history, owner_on};
use tandem_core::sellers::SellerKind;
use tandem_core::subscriptions::{Month, Span, movements};

pub fn size(seed: u64, customers: usize) -> Size {
    Size { seed, customers, activities_max: None, as_of: "2026-11-25".parse().unwrap() }
}

fn bytes(size: &Size, source: SourceKind) -> Vec<Row> {
    let mut exporter = Exporter::of(source, size.as_of).unwrap();
    let mut rows = Vec::new();
    let Ok(()) = generate::<Infallible>(size, |record| {
        rows.extend(exporter.rows(&record));
        Ok(())
    });
    rows.extend(exporter.rest());
    rows
}

#[test]
fn the_same_seed_makes_the_same_files() {
    for source in SOURCES {
        assert_eq!(bytes(&size(7, 60), source), bytes(&size(7, 60), source), "{source}");
        assert_ne!(bytes(&size(7, 60), source), bytes(&size(8, 60), source), "{source}");
    }
}

#[test]
fn rows_have_as_many_cells_as_their_file_has_headers() {
    for source in SOURCES {
        let tables = Exporter::of(source, size(1, 60).as_of).unwrap().tables();
        for row in bytes(&size(1, 60), source) {
            assert_eq!(row.cells.len(), tables[row.table].headers.len(), "{}", tables[row.table].file);
        }
    }
}

#[test]
fn there_are_as_many_customers_as_asked_for_from_the_smallest_company_on() {
    for customers in [CUSTOMERS_MIN, 37, CUSTOMERS_DEFAULT] {
        let company = Company::make(&size(3, customers));
        assert_eq!(company.customers.len(), customers);
        let names: BTreeSet<&str> = company.sellers.iter().map(|seller| seller.name.as_str()).collect();
        assert_eq!(names.len(), company.sellers.len());
    }
}

#[test]
fn fewer_activities_are_logged_when_fewer_are_asked_for() {
    let few = Company::make(&Size { activities_max: Some(6_000), ..size(1, CUSTOMERS_DEFAULT) });
    assert!((4_500..7_500).contains(&few.activities.len()), "{}", few.activities.len());
}

#[test]
fn every_unit_has_exactly_one_owner_who_works_there() {
    let company = Company::make(&size(1, CUSTOMERS_DEFAULT));
    let sellers: BTreeMap<&str, (i64, &SellerRecord)> = (0_i64..)
        .zip(&company.sellers)
        .map(|(place, seller)| (seller.external_id.as_str(), (place, seller)))
        .collect();
    let mut periods: BTreeMap<&str, Vec<Period>> = BTreeMap::new();
    for row in &company.ownerships {
        let (place, seller) = sellers[row.seller.as_str()];
        assert!(seller.start_date <= Some(row.start_date), "{row:?}");
        assert!(
            seller.end_date.is_none() || (row.end_date.is_some() && row.end_date <= seller.end_date),
            "{row:?} {seller:?}"
        );
        let role = row.role.expect("the demo names every owner's role");
        let period = Period { seller: place, role, start: row.start_date, end: row.end_date };
        periods.entry(&row.unit).or_default().push(period);
    }
    assert_eq!(periods.len(), company.units.len());
    let mut changed_hands = 0;
    for (unit, rows) in periods {
        let history = history(rows).unwrap_or_else(|broken| panic!("{unit}: {broken}"));
        assert!(owner_on(&history, size(1, 0).as_of).is_some_and(|owner| owner.end.is_none()));
        changed_hands += usize::from(history.len() > 1);
    }
    assert!(changed_hands > 20, "{changed_hands}");
}

#[test]
fn wins_are_first_subscriptions() {
    let company = Company::make(&size(1, CUSTOMERS_DEFAULT));
    let is_win =
        |o: &&OpportunityRecord| o.kind == Some(OpportunityKind::New) && o.status == OpportunityStatus::Won;
    let wins: BTreeMap<&str, NaiveDate> = company
        .opportunities
        .iter()
        .filter(is_win)
        .map(|o| (o.unit.as_deref().unwrap(), o.close_date.unwrap()))
        .collect();
    assert_eq!(wins.len(), company.opportunities.iter().filter(is_win).count(), "one first sale a unit");
    let mut first: BTreeMap<&str, NaiveDate> = BTreeMap::new();
    for subscription in &company.subscriptions {
        let day = first.entry(subscription.unit.as_deref().unwrap()).or_insert(subscription.start_date);
        *day = (*day).min(subscription.start_date);
    }
    assert_eq!(wins, first);
}

#[test]
fn movements_add_up_in_every_currency() {
    let size = size(1, CUSTOMERS_DEFAULT);
    let company = Company::make(&size);
    let units: BTreeMap<&str, i64> =
        (0..).zip(&company.units).map(|(place, unit)| (unit.external_id.as_str(), place)).collect();
    let mut spans: BTreeMap<Currency, Vec<Span>> = BTreeMap::new();
    for row in &company.subscriptions {
        let unit = units[row.unit.as_deref().unwrap()];
        let span = Span { unit, arr_minor: row.arr.minor, start: row.start_date, end: row.end_date };
        spans.entry(row.arr.currency).or_default().push(span);
    }
    assert!(spans.len() >= 4, "several currencies");
    let (from, to) = (Month::of(size.as_of).plus(-60), Month::of(size.as_of).plus(-1));
    let mut new_units = 0;
    for of_currency in spans.values() {
        let bridges = movements(of_currency, from, to);
        for (month, b) in &bridges {
            assert_eq!(
                b.start + b.new + b.reactivation + b.expansion - b.contraction - b.churn,
                b.end,
                "{month}"
            );
        }
        assert!(bridges.iter().any(|(_, b)| b.churn > 0) && bridges.iter().any(|(_, b)| b.expansion > 0));
        new_units += bridges.iter().map(|(_, b)| b.new_units as usize).sum::<usize>();
    }
    let of_month_ends = |span: &&Span| {
        span.start <= to.last_day() && span.end.is_none_or(|end| end > Month::of(span.start).last_day())
    };
    let seen: BTreeSet<i64> = spans.values().flatten().filter(of_month_ends).map(|span| span.unit).collect();
    assert_eq!(new_units, seen.len());
}

#[test]
fn what_is_referred_to_is_there() {
    let company = Company::make(&size(5, 120));
    let ids = |ids: Vec<&str>| {
        let set: BTreeSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        assert_eq!(set.len(), ids.len(), "an id stands twice");
        set
    };
    let sellers = ids(company.sellers.iter().map(|r| r.external_id.as_str()).collect());
    let units = ids(company.units.iter().map(|r| r.external_id.as_str()).collect());
    let opportunities = ids(company.opportunities.iter().map(|r| r.external_id.as_str()).collect());
    ids(company.activities.iter().map(|r| r.external_id.as_str()).collect());
    ids(company.subscriptions.iter().map(|r| r.external_id.as_str()).collect());
    ids(company.contacts.iter().map(|r| r.external_id.as_str()).collect());
    for activity in &company.activities {
        assert!(activity.unit.as_ref().is_none_or(|unit| units.contains(unit)));
        assert!(
            activity.opportunity.as_ref().is_none_or(|opportunity| opportunities.contains(opportunity)),
            "{activity:?}"
        );
        assert!(sellers.contains(activity.seller.as_ref().unwrap()));
        assert!(activity.date <= size(5, 120).as_of);
    }
    for opportunity in &company.opportunities {
        assert!(opportunity.created_date <= opportunity.close_date, "{opportunity:?}");
        let open = opportunity.status == OpportunityStatus::Open;
        assert_eq!(open, opportunity.close_date > Some(size(5, 120).as_of), "{opportunity:?}");
    }
}

#[test]
fn the_record_has_the_gaps_of_a_real_one() {
    let company = Company::make(&size(1, CUSTOMERS_DEFAULT));
    let share = |count: usize, of: usize| count as f64 / of as f64;
    let within = |what: &str, share: f64, low: f64, high: f64| {
        assert!((low..=high).contains(&share), "{what}: {share}")
    };
    let activities = &company.activities;
    let count = |test: &dyn Fn(&ActivityRecord) -> bool| activities.iter().filter(|a| test(a)).count();
    let kind_of = |seller: &Option<String>| {
        company.sellers.iter().find(|s| Some(&s.external_id) == seller.as_ref()).map(|s| s.kind)
    };
    within("no minutes", share(count(&|a| a.minutes.is_none()), activities.len()), 0.15, 0.5);
    within("no category", share(count(&|a| a.category.is_none()), activities.len()), 0.2, 0.5);
    within(
        "newsletters",
        share(count(&|a| kind_of(&a.seller) == Some(SellerKind::Integration)), activities.len()),
        0.05,
        0.4,
    );
    within(
        "queue",
        share(count(&|a| kind_of(&a.seller) == Some(SellerKind::Queue)), activities.len()),
        0.001,
        0.05,
    );
    within(
        "no city",
        share(company.customers.iter().filter(|c| c.city.is_none()).count(), company.customers.len()),
        0.02,
        0.12,
    );
    within(
        "no segment",
        share(company.customers.iter().filter(|c| c.segment.is_none()).count(), company.customers.len()),
        0.02,
        0.15,
    );
    within(
        "no potential",
        share(company.units.iter().filter(|u| u.potential.is_none()).count(), company.units.len()),
        0.07,
        0.25,
    );
    let several = company.units.len() - company.customers.len();
    within("further units", share(several, company.customers.len()), 0.2, 0.6);
}

//! Events told from the record of a unit, and what differs from what was computed with before.
use chrono::NaiveDate;
use proptest::prelude::*;
use tandem_core::incentives::collect::additions;
use tandem_core::incentives::derived::{UnitFacts, Won, events};
use tandem_core::incentives::{Event, Movement};
use tandem_core::opportunities::OpportunityKind;
use tandem_core::subscriptions::{Month, Span, movements};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(arr_minor: i64, start: &str, end: &str) -> Span {
    Span { unit: 1, arr_minor, start: day(start), end: (!end.is_empty()).then(|| day(end)) }
}

fn facts(spans: Vec<Span>) -> UnitFacts {
    UnitFacts {
        unit: "1".to_owned(),
        currency: "USD".parse().unwrap(),
        spans,
        owners: vec![
            ("hunter".to_owned(), day("2024-01-01"), Some(day("2025-06-01"))),
            ("keeper".to_owned(), day("2025-06-01"), None),
        ],
        won: Vec::new(),
        implemented: None,
    }
}

fn shown(events: &[Event]) -> String {
    let line = |event: &Event| {
        let amount = event.amount.map_or_else(|| "-".to_owned(), |amount| amount.to_string());
        let of = event.of.as_ref().map_or_else(String::new, |of| format!(" of {of}"));
        let credits: Vec<String> = event
            .credits
            .revenue
            .iter()
            .map(|(name, part)| format!("{name}:{}", part / 10_000_000))
            .collect();
        format!("{} | {} {} {amount} {}{of}", event.id, event.posted, event.movement, credits.join(";"))
    };
    events.iter().map(line).collect::<Vec<String>>().join("\n")
}

#[test]
fn the_life_of_a_unit() {
    let mut unit = facts(vec![
        span(360_000, "2024-05-10", "2025-05-10"),
        span(480_000, "2025-05-10", "2026-02-01"),
        span(60_000, "2025-07-15", "2026-02-01"),
        span(100_000, "2026-09-01", ""),
    ]);
    unit.won = vec![
        Won { seller: "hunter".to_owned(), kind: OpportunityKind::New, minor: 3, day: day("2024-05-06") },
        Won { seller: "other".to_owned(), kind: OpportunityKind::New, minor: 1, day: day("2024-04-30") },
    ];
    unit.implemented = Some(day("2024-07-01"));
    expect_test::expect![[r#"
        new 1 2024-05-10 | 2024-05-10 new 3600.00 USD hunter:75;other:25
        implementation_done 1 2024-07-01 | 2024-07-01 implementation_done - hunter:100
        expansion 1 2025-05-10 | 2025-05-10 expansion 1200.00 USD hunter:100
        renewal 1 2025-05-10 | 2025-05-10 renewal 3600.00 USD hunter:100
        retention 1 2025-05-10 | 2025-05-10 retention 3600.00 USD hunter:100
        expansion 1 2025-07-15 | 2025-07-15 expansion 600.00 USD keeper:100
        churn 1 2026-02-01 | 2026-02-01 churn - 
        reactivation 1 2026-09-01 | 2026-09-01 reactivation 1000.00 USD keeper:100"#]]
    .assert_eq(&shown(&events(&unit, day("2026-10-31"))));
}

#[test]
fn what_differs_becomes_an_event_of_its_own() {
    let before = events(&facts(vec![span(360_000, "2025-05-10", "")]), day("2025-06-30"));
    let same = additions(&before, &before, day("2025-01-01"), day("2025-07-01"));
    assert_eq!(shown(&same), "");
    let after = events(&facts(vec![span(400_000, "2025-05-10", "")]), day("2025-07-31"));
    let added = additions(&before, &after, day("2025-01-01"), day("2025-07-01"));
    assert_eq!(
        shown(&added),
        "new 1 2025-05-10 / 1 | 2025-07-01 correction 4000.00 USD hunter:100 of new 1 2025-05-10"
    );
    let known = [before, added].concat();
    assert_eq!(shown(&additions(&known, &after, day("2025-01-01"), day("2025-07-01"))), "", "once is enough");
    let gone = additions(&known, &[], day("2025-01-01"), day("2025-08-01"));
    assert_eq!(shown(&gone), "new 1 2025-05-10 / 2 | 2025-08-01 refund -  of new 1 2025-05-10 / 1");
    let known = [known, gone].concat();
    assert_eq!(shown(&additions(&known, &[], day("2025-01-01"), day("2025-08-01"))), "");
    let again = additions(&known, &after, day("2025-01-01"), day("2025-09-01"));
    assert_eq!(shown(&again), "new 1 2025-05-10 / 3 | 2025-09-01 new 4000.00 USD hunter:100");
}

proptest! {
    #[test]
    fn events_add_up_to_the_movements_of_the_revenue(
        spans in prop::collection::vec((1_i64..900, 0_i64..700, prop::option::of(1_i64..400)), 1..7)
    ) {
        let first = day("2024-01-01");
        let on = |days: i64| first + chrono::Duration::days(days);
        let spans: Vec<Span> = spans
            .into_iter()
            .map(|(arr_minor, start, length)| Span {
                unit: 1, arr_minor, start: on(start), end: length.map(|length| on(start + length)),
            })
            .collect();
        let through = day("2026-12-31");
        let found = events(&facts(spans.clone()), through);
        for (month, bridge) in movements(&spans, Month::of(first), Month::of(through)) {
            let sum = |movement: Movement| -> i128 {
                let of = found.iter().filter(|event| event.movement == movement && Month::of(event.date) == month);
                of.filter_map(|event| event.amount).map(|amount| i128::from(amount.minor)).sum()
            };
            prop_assert_eq!(sum(Movement::New), bridge.new, "new in {}", month);
            prop_assert_eq!(sum(Movement::Reactivation), bridge.reactivation, "reactivation in {}", month);
            prop_assert_eq!(sum(Movement::Expansion), bridge.expansion, "expansion in {}", month);
            let left = found.iter().filter(|event| event.movement == Movement::Churn && Month::of(event.date) == month);
            prop_assert_eq!(left.count(), usize::from(bridge.churn > 0), "churn in {}", month);
        }
        let names: std::collections::BTreeSet<&str> = found.iter().map(|event| event.id.as_str()).collect();
        prop_assert_eq!(names.len(), found.len(), "names differ");
    }
}

//! Recurring revenue against numbers that others publish, and what must hold whatever the subscriptions are. The vectors' arithmetic was
//! checked again by hand; each names the page it is from.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tandem_core::subscriptions::{Bridge, Month, Reactivation, Span, movements, retention};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Units with their ARR before 2025 and in 2025; the difference happens on the first of January.
fn cohort(units: &[(i64, i64)]) -> Vec<Span> {
    let spans = units.iter().zip(0..).flat_map(|((before, after), unit)| {
        let span = |arr_minor, start, end| Span { unit, arr_minor, start, end };
        let old = span(*before, day("2024-01-01"), Some(day("2025-01-01")));
        let new = span(*after, day("2025-01-01"), None);
        [old, new].into_iter().filter(|span| span.arr_minor > 0)
    });
    spans.collect()
}

fn january(units: &[(i64, i64)]) -> Bridge {
    movements(&cohort(units), Month::of(day("2025-01-01")), Month::of(day("2025-01-01")))[0].1
}

fn kept(units: &[(i64, i64)]) -> (Option<i64>, Option<i64>) {
    let found = retention(&cohort(units), day("2024-12-31"), day("2025-01-31"), Reactivation::NotCounted);
    (found.grr_bp(), found.nrr_bp())
}

/// One unit that grows, one that shrinks, one that goes, one that stays, and a new one.
fn company(start: i64, expansion: i64, contraction: i64, churn: i64, new: i64) -> Vec<(i64, i64)> {
    let rest = start - 2 * contraction - churn;
    vec![(rest, rest + expansion), (2 * contraction, contraction), (churn, 0), (0, new)]
}

#[test]
fn published_ratios() {
    let check = |name: &str, units: Vec<(i64, i64)>, grr: i64, nrr: i64| {
        assert_eq!(kept(&units), (Some(grr), Some(nrr)), "{name}");
    };
    // theprimecalculator: 100,000 + 15,000 - 5,000 - 8,000, NRR 102 %; GRR 87 % by the same numbers.
    check("R1", company(100_000, 15_000, 5_000, 8_000, 0), 8_700, 10_200);
    // pulserevops: 10.0 M + 1.8 - 0.6 - 0.9, GRR 85 %, NRR 103 %.
    check("R2", company(10_000_000, 1_800_000, 600_000, 900_000, 0), 8_500, 10_300);
    // churnzero: 27,000 + 8,000 - 5,000, NRR 111.1 %.
    check("R3", company(27_000, 8_000, 0, 5_000, 0), 8_148, 11_111);
    // ChartMogul 203359341: 100 with 10 churn, 10 contraction, 10 expansion: gross churn 20 %, net churn 10 %.
    check("R4", company(100, 10, 10, 10, 0), 8_000, 9_000);
    // ChartMogul 4414075567250: from 100 to 120, of which 10 are new business: net churn -10 %.
    check("R5", company(100, 10, 0, 0, 10), 10_000, 11_000);
}

#[test]
fn published_growth_and_bridges() {
    let b = january(&company(100_000, 15_000, 5_000, 8_000, 0));
    assert_eq!(
        (b.start, b.expansion, b.contraction, b.churn, b.end),
        (100_000, 15_000, 5_000, 8_000, 102_000)
    );
    // bloomitize: from 5.0 M to 6.5 M is growth of 30 %.
    let b = january(&company(5_000_000, 1_000_000, 0, 0, 500_000));
    assert_eq!((b.end - b.start) * 100 / b.start, 30);
}

/// ChartMogul 201244842, "Syncalytics": each act in a month of its own, amounts a month in cents.
#[test]
fn the_published_life_of_a_customer() {
    let span = |arr_minor, start: &str, end: &str| Span {
        unit: 1,
        arr_minor,
        start: day(start),
        end: (!end.is_empty()).then(|| day(end)),
    };
    let spans = [
        // T1 and T4: four Gold seats for a year at 2,000, cancelled before its end: churn at the end of what was paid.
        span(16_667, "2024-01-05", "2025-01-05"),
        // T2 and T3: two Silver seats beside them, and gone again in the middle of a month.
        span(6_000, "2024-02-09", "2024-04-17"),
        // T5: three Gold seats by the month.
        span(15_000, "2025-06-01", ""),
    ];
    let months = movements(&spans, Month::of(day("2024-01-01")), Month::of(day("2025-06-01")));
    let of = |month: &str| months.iter().find(|(found, _)| found.to_string() == month).unwrap().1;
    assert_eq!(of("2024-01").new, 16_667);
    assert_eq!((of("2024-02").expansion, of("2024-02").new), (6_000, 0));
    assert_eq!((of("2024-04").contraction, of("2024-04").churn), (6_000, 0));
    assert_eq!(of("2025-01").churn, 16_667);
    assert_eq!((of("2025-06").reactivation, of("2025-06").new), (15_000, 0));
    let moved = months.iter().filter(|(_, b)| b.start != b.end).count();
    assert_eq!(moved, 5, "and nothing else moves");
}

const CURRENCIES: [&str; 3] = ["USD", "EUR", "TWD"];

/// A unit keeps its currency and its group; spans overlap as they like, and some are discounts below zero.
fn subscriptions() -> impl Strategy<Value = Vec<Span>> {
    let raw = (0_i64..12, -9_000_i64..90_000, 0_u64..1_100, 1_u64..800, prop::bool::ANY);
    prop::collection::vec(raw, 0..60).prop_map(|raw| {
        let spans = raw.into_iter().map(|(unit, arr_minor, start, length, open)| {
            let start = day("2022-01-01") + Days::new(start);
            Span { unit, arr_minor, start, end: (!open).then(|| start + Days::new(length)) }
        });
        spans.collect()
    })
}

fn currency(span: &Span) -> &'static str {
    CURRENCIES[(span.unit % 3) as usize]
}

fn bridges(spans: &[Span]) -> Vec<(Month, Bridge)> {
    movements(spans, Month::of(day("2022-01-01")), Month::of(day("2026-12-01")))
}

fn parts<K: Ord>(spans: &[Span], key: impl Fn(&Span) -> K) -> BTreeMap<K, Vec<Span>> {
    let mut parts: BTreeMap<K, Vec<Span>> = BTreeMap::new();
    spans.iter().for_each(|span| parts.entry(key(span)).or_default().push(*span));
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn start_plus_movements_is_the_end_in_every_currency(spans in subscriptions()) {
        for (currency, spans) in parts(&spans, currency) {
            let mut before = 0;
            for (month, b) in bridges(&spans) {
                prop_assert_eq!(b.start, before, "{} {}", currency, month);
                prop_assert_eq!(b.start + b.new + b.reactivation + b.expansion - b.contraction - b.churn, b.end);
                prop_assert!([b.new, b.reactivation, b.expansion, b.contraction, b.churn].iter().all(|part| *part >= 0));
                before = b.end;
            }
        }
    }

    #[test]
    fn parts_add_up_to_the_whole_and_order_does_not_matter(spans in subscriptions(), groups in 1_i64..6) {
        let whole = bridges(&spans);
        for parts in [parts(&spans, |span| span.unit % groups), parts(&spans, |span| span.unit)] {
            let mut sums: Vec<(Month, Bridge)> = whole.iter().map(|(month, _)| (*month, Bridge::default())).collect();
            for part in parts.values() {
                for ((_, sum), (_, bridge)) in sums.iter_mut().zip(bridges(part)) {
                    sum.add(&bridge);
                }
            }
            prop_assert_eq!(&sums, &whole);
        }
        let backwards: Vec<Span> = spans.iter().rev().copied().collect();
        prop_assert_eq!(bridges(&backwards), whole);
    }

    #[test]
    fn gross_retention_is_at_most_whole_and_at_most_net(spans in subscriptions(), from in 0_u64..1_200, length in 0_u64..500) {
        let from = day("2022-01-01") + Days::new(from);
        let of = |setting| retention(&spans, from, from + Days::new(length), setting);
        for found in [of(Reactivation::Counted), of(Reactivation::NotCounted)] {
            prop_assert!(found.kept <= found.start && found.kept <= found.end);
            match (found.grr_bp(), found.nrr_bp()) {
                (Some(gross), Some(net)) => prop_assert!((0..=10_000).contains(&gross) && gross <= net),
                (None, None) => prop_assert_eq!(found.units, 0),
                other => prop_assert!(false, "one without the other: {:?}", other),
            }
        }
        prop_assert!(of(Reactivation::NotCounted).end <= of(Reactivation::Counted).end);
    }
}

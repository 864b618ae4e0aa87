//! How ARR moves: month ends compared, per unit. Start plus movements is the end, always.
use super::Month;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// ARR in force while `start <= day < end`; no end: open. One unit, one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Whose.
    pub unit: i64,
    /// Minor units a year.
    pub arr_minor: i64,
    /// First day in force.
    pub start: NaiveDate,
    /// First day no longer in force.
    pub end: Option<NaiveDate>,
}

/// One month of movements in minor units; contraction and churn are positive losses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bridge {
    /// At the end of the month before.
    pub start: i128,
    /// Units above zero for the first time ever.
    pub new: i128,
    /// Units above zero again.
    pub reactivation: i128,
    /// Units that had ARR and have more.
    pub expansion: i128,
    /// Units that had ARR and have less, but some.
    pub contraction: i128,
    /// Units that had ARR and have none.
    pub churn: i128,
    /// At the end of the month.
    pub end: i128,
    /// Units above zero for the first time.
    pub new_units: u32,
    /// Units that went to zero.
    pub lost_units: u32,
}

impl Bridge {
    /// Adds another bridge of the same month.
    pub fn add(&mut self, other: &Self) {
        self.start += other.start;
        self.new += other.new;
        self.reactivation += other.reactivation;
        self.expansion += other.expansion;
        self.contraction += other.contraction;
        self.churn += other.churn;
        self.end += other.end;
        self.new_units += other.new_units;
        self.lost_units += other.lost_units;
    }

    fn step(&mut self, before: i128, after: i128, had_any: bool) {
        self.start += before;
        self.end += after;
        match (before > 0, after > 0) {
            (false, true) if had_any => self.reactivation += after - before,
            (false, true) => {
                self.new += after - before;
                self.new_units += 1;
            }
            (true, false) => {
                self.churn += before - after;
                self.lost_units += 1;
            }
            // Also of units that discounts have taken below zero: nothing may move unseen.
            _ if after > before => self.expansion += after - before,
            _ => self.contraction += before - after,
        }
    }
}

/// The bridges of the months `from..=to`, for all units together. Spans of one unit may come in any order.
pub fn movements(spans: &[Span], from: Month, to: Month) -> Vec<(Month, Bridge)> {
    let months = from.until(to).max(-1) + 1;
    let mut bridges = vec![Bridge::default(); usize::try_from(months).unwrap_or(0)];
    for unit in by_unit(spans).values() {
        add_unit(unit, from, &mut bridges);
    }
    bridges.into_iter().enumerate().map(|(index, bridge)| (from.plus(index as i32), bridge)).collect()
}

/// The spans of each unit.
pub fn by_unit(spans: &[Span]) -> BTreeMap<i64, Vec<Span>> {
    let mut units: BTreeMap<i64, Vec<Span>> = BTreeMap::new();
    for span in spans {
        units.entry(span.unit).or_default().push(*span);
    }
    units
}

fn add_unit(spans: &[Span], from: Month, bridges: &mut [Bridge]) {
    let mut before = arr_on(spans, from.plus(-1).last_day());
    let mut had_any = had_arr_at_a_month_end(spans, from);
    for (index, bridge) in bridges.iter_mut().enumerate() {
        let after = arr_on(spans, from.plus(index as i32).last_day());
        bridge.step(before, after, had_any);
        had_any |= after > 0;
        before = after;
    }
}

/// Whether any span covered a month end before the month: what was never seen at a month end was never there.
fn had_arr_at_a_month_end(spans: &[Span], before: Month) -> bool {
    let day = before.first_day();
    spans.iter().filter(|span| span.arr_minor > 0 && span.start < day).any(|span| {
        let first_end = Month::of(span.start).last_day();
        first_end < day && span.end.is_none_or(|end| end > first_end)
    })
}

/// ARR of one unit's spans on a day.
pub fn arr_on(spans: &[Span], day: NaiveDate) -> i128 {
    let in_force = |span: &&Span| span.start <= day && span.end.is_none_or(|end| day < end);
    spans.iter().filter(in_force).map(|span| i128::from(span.arr_minor)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(unit: i64, arr_minor: i64, start: &str, end: &str) -> Span {
        Span { unit, arr_minor, start: day(start), end: (!end.is_empty()).then(|| day(end)) }
    }

    fn shown(spans: &[Span], from: &str, to: &str) -> String {
        let lines = movements(spans, from.parse().unwrap(), to.parse().unwrap());
        let line = |(month, b): &(Month, Bridge)| {
            format!(
                "{month} {} +{} +{} +{} -{} -{} {}",
                b.start, b.new, b.reactivation, b.expansion, b.contraction, b.churn, b.end
            )
        };
        lines.iter().map(line).collect::<Vec<String>>().join("\n")
    }

    #[test]
    fn the_life_of_one_customer() {
        // Four seats for a year, two cheap ones beside them for a while, a gap, and back again at another price.
        let spans = [
            span(1, 200_000, "2024-01-10", "2025-01-10"),
            span(1, 72_000, "2024-01-20", "2024-03-15"),
            span(1, 180_000, "2025-04-02", ""),
        ];
        assert_eq!(
            shown(&spans, "2024-01", "2025-04")
                .lines()
                .filter(|l| !l.contains("+0 +0 +0 -0 -0"))
                .collect::<Vec<_>>(),
            [
                "2024-01 0 +272000 +0 +0 -0 -0 272000",
                "2024-03 272000 +0 +0 +0 -72000 -0 200000",
                "2025-01 200000 +0 +0 +0 -0 -200000 0",
                "2025-04 0 +0 +180000 +0 -0 -0 180000",
            ]
        );
    }

    #[test]
    fn an_additional_subscription_is_expansion_and_losing_it_contraction() {
        let spans = [span(1, 16_667, "2024-01-31", ""), span(1, 6_000, "2024-02-03", "2024-03-31")];
        assert_eq!(
            shown(&spans, "2024-01", "2024-03"),
            "2024-01 0 +16667 +0 +0 -0 -0 16667\n2024-02 16667 +0 +0 +6000 -0 -0 22667\n2024-03 22667 +0 +0 +0 -6000 -0 16667"
        );
    }

    #[test]
    fn what_was_there_before_the_first_month_comes_back_as_reactivation() {
        let spans = [span(1, 5, "2020-01-15", "2020-03-01"), span(1, 7, "2024-01-01", "")];
        assert_eq!(shown(&spans, "2024-01", "2024-01"), "2024-01 0 +0 +7 +0 -0 -0 7");
        let never_at_a_month_end = [span(1, 5, "2020-01-05", "2020-01-20"), span(1, 7, "2024-01-01", "")];
        assert_eq!(shown(&never_at_a_month_end, "2024-01", "2024-01"), "2024-01 0 +7 +0 +0 -0 -0 7");
    }

    #[test]
    fn no_months_no_bridges() {
        assert!(movements(&[], "2024-02".parse().unwrap(), "2024-01".parse().unwrap()).is_empty());
    }

    proptest! {
        #[test]
        fn start_plus_movements_is_the_end(raw in prop::collection::vec((0_i64..4, 0_i64..500, 0_u64..900, 1_u64..600), 0..30)) {
            let origin = day("2022-01-01");
            let spans: Vec<Span> = raw.iter().map(|(unit, arr_minor, start, length)| {
                let start = origin + chrono::Days::new(*start);
                Span { unit: *unit, arr_minor: *arr_minor, start, end: (length % 5 != 0).then(|| start + chrono::Days::new(*length)) }
            }).collect();
            let months = movements(&spans, "2021-12".parse().unwrap(), "2026-01".parse().unwrap());
            let mut before = 0;
            for (month, b) in months {
                prop_assert_eq!(b.start, before);
                prop_assert_eq!(b.start + b.new + b.reactivation + b.expansion - b.contraction - b.churn, b.end);
                // The naive reference: everything in force on the last day.
                let naive: i128 = spans.iter().filter(|s| s.start <= month.last_day() && s.end.is_none_or(|e| month.last_day() < e)).map(|s| i128::from(s.arr_minor)).sum();
                prop_assert_eq!(b.end, naive);
                before = b.end;
            }
        }
    }
}

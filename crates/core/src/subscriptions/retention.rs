//! Retention of a cohort: what units that had ARR at the start have at the end. What the field disagrees on is a setting.
use super::movements::{Span, arr_on, by_unit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether a unit that left the cohort and came back within the period counts with what it has at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reactivation {
    /// It counts: only start and end are compared.
    Counted,
    /// It does not: once lost, lost for this cohort.
    NotCounted,
}

/// Retention of the units that had ARR on the first day compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Units in the cohort.
    pub units: usize,
    /// Their ARR at the start, minor units.
    pub start: i128,
    /// Their ARR at the end.
    pub end: i128,
    /// The smaller of start and end, unit by unit.
    pub kept: i128,
}

impl Retention {
    /// Net revenue retention in hundredths of a percent; absent for an empty cohort.
    pub fn nrr_bp(&self) -> Option<i64> {
        basis_points(self.end, self.start)
    }

    /// Gross revenue retention in hundredths of a percent, never above 10,000; absent for an empty cohort.
    pub fn grr_bp(&self) -> Option<i64> {
        basis_points(self.kept, self.start)
    }
}

fn basis_points(part: i128, whole: i128) -> Option<i64> {
    // Half away from zero; both are at least zero.
    (whole > 0).then(|| i64::try_from((part * 20_000 + whole) / (whole * 2)).ok()).flatten()
}

/// Compares the ARR of each unit on two days.
pub fn retention(spans: &[Span], start: NaiveDate, end: NaiveDate, reactivation: Reactivation) -> Retention {
    let mut sum = Retention { units: 0, start: 0, end: 0, kept: 0 };
    for unit in by_unit(spans).values() {
        let then = arr_on(unit, start);
        if then <= 0 {
            continue;
        }
        let lost_between = reactivation == Reactivation::NotCounted && has_gap(unit, start, end);
        // Discounts alone, below zero, keep nothing.
        let now = if lost_between { 0 } else { arr_on(unit, end).max(0) };
        sum.units += 1;
        sum.start += then;
        sum.end += now;
        sum.kept += then.min(now);
    }
    sum
}

/// ARR can only reach zero on a day on which a span ends, or a discount begins.
fn has_gap(unit: &[Span], start: NaiveDate, end: NaiveDate) -> bool {
    unit.iter()
        .flat_map(|span| span.end.into_iter().chain([span.start]))
        .any(|day| day > start && day <= end && arr_on(unit, day) <= 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(unit_arr: &[(i64, i64)], nrr_bp: i64, grr_bp: i64) {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut spans = Vec::new();
        for (unit, (then, now)) in (0..).zip(unit_arr) {
            spans.push(Span {
                unit,
                arr_minor: *then,
                start: day("2023-01-01"),
                end: Some(day("2024-06-01")),
            });
            spans.push(Span { unit, arr_minor: *now, start: day("2024-06-01"), end: None });
        }
        let found = retention(&spans, day("2024-01-01"), day("2025-01-01"), Reactivation::Counted);
        assert_eq!((found.nrr_bp(), found.grr_bp()), (Some(nrr_bp), Some(grr_bp)));
    }

    #[test]
    fn published_examples() {
        // 100,000 with 15,000 expansion, 5,000 contraction and 8,000 churn: NRR 102.0 %, GRR 87.0 %.
        check(&[(87_000, 102_000), (5_000, 0), (8_000, 0)], 10_200, 8_700);
        check(&[(80_000, 95_000), (12_000, 7_000), (8_000, 0)], 10_200, 8_700);
        // 10.0 M + 1.8 - 0.6 - 0.9: NRR 103 %, GRR 85 %.
        check(&[(8_000_000, 9_800_000), (1_100_000, 500_000), (900_000, 0)], 10_300, 8_500);
        // 27,000 + 8,000 - 5,000: NRR 111.1 %.
        check(&[(22_000, 30_000), (5_000, 0)], 11_111, 8_148);
        // A cohort of 575 that is worth 560 a year later, of which 460 are kept: 97.39 % and 80.00 %.
        check(&[(460, 460), (115, 0), (0, 700)], 8_000, 8_000);
        check(&[(400, 500), (115, 0), (60, 60)], 9_739, 8_000);
    }

    #[test]
    fn coming_back_counts_only_where_the_setting_says_so() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let spans = [
            Span { unit: 1, arr_minor: 100, start: day("2023-01-01"), end: Some(day("2024-03-01")) },
            Span { unit: 1, arr_minor: 120, start: day("2024-05-01"), end: None },
        ];
        let nrr = |setting| retention(&spans, day("2024-01-01"), day("2025-01-01"), setting).nrr_bp();
        assert_eq!(nrr(Reactivation::Counted), Some(12_000));
        assert_eq!(nrr(Reactivation::NotCounted), Some(0));
    }

    #[test]
    fn an_empty_cohort_has_no_retention() {
        let day = "2024-01-01".parse().unwrap();
        assert_eq!(retention(&[], day, day, Reactivation::Counted).nrr_bp(), None);
    }
}

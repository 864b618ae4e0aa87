//! Months, quarters, half years and years: what is measured, capped and guaranteed in.
use crate::subscriptions::months::Month;
use crate::words::words;
use chrono::{Datelike, Months, NaiveDate};

words! {
    /// A span of the calendar.
    Span {
        /// A calendar month.
        Month = "month",
        /// Three months from January, April, July or October.
        Quarter = "quarter",
        /// Six months from January or July.
        HalfYear = "half_year",
        /// A calendar year.
        Year = "year",
    }
}

impl Span {
    /// How many months it has.
    pub fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// The first month of the span that a day lies in.
    pub fn first_month(self, day: NaiveDate) -> Month {
        let within = i32::try_from(day.month0()).unwrap_or(0) % self.months();
        Month::of(day).plus(-within)
    }

    /// The last day of the span that begins with a month.
    pub fn last_day(self, first: Month) -> NaiveDate {
        first.plus(self.months() - 1).last_day()
    }

    /// How people write the span that begins with a month: `2027`, `2027 H1`, `2027 Q2`, `2027-05`.
    pub fn name(self, first: Month) -> String {
        let day = first.first_day();
        let (year, number) = (day.year(), i32::try_from(day.month0()).unwrap_or(0) / self.months() + 1);
        match self {
            Self::Month => first.to_string(),
            Self::Quarter => format!("{year} Q{number}"),
            Self::HalfYear => format!("{year} H{number}"),
            Self::Year => year.to_string(),
        }
    }
}

/// The day so many months later; the last day of the month where that month is shorter.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Whole months from one day to a later one, counted by [`months_after`]; none where it is not later.
pub fn whole_months(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    let months = u32::try_from(Month::of(from).until(Month::of(to))).ok()?;
    if months_after(from, months) <= to { Some(months) } else { months.checked_sub(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn spans_begin_where_the_calendar_does() {
        for (span, name, last) in [
            (Span::Month, "2024-02", "2024-02-29"),
            (Span::Quarter, "2024 Q1", "2024-03-31"),
            (Span::HalfYear, "2024 H1", "2024-06-30"),
            (Span::Year, "2024", "2024-12-31"),
        ] {
            let first = span.first_month(day("2024-02-29"));
            assert_eq!((span.name(first).as_str(), span.last_day(first)), (name, day(last)));
        }
    }

    #[test]
    fn whole_months_know_short_months_and_leap_days() {
        for (from, to, months) in [
            ("2024-01-31", "2024-02-28", Some(0)),
            ("2024-01-31", "2024-02-29", Some(1)),
            ("2024-01-31", "2024-03-30", Some(1)),
            ("2023-01-31", "2023-02-28", Some(1)),
            ("2024-02-29", "2025-02-28", Some(12)),
            ("2024-02-29", "2024-02-29", Some(0)),
            ("2024-02-29", "2024-02-28", None),
            ("2024-02-29", "2024-01-31", None),
        ] {
            assert_eq!(whole_months(day(from), day(to)), months, "{from} {to}");
        }
    }
}

//! Calendar months as numbers that can be counted.
use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A calendar month: `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * 12 + day.month0() as i32)
    }

    /// The month so many months later (or, negative, earlier).
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Months from `self` to `later`.
    pub fn until(self, later: Self) -> i32 {
        later.0 - self.0
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        let (year, month) = (self.0.div_euclid(12), self.0.rem_euclid(12) as u32 + 1);
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX)
    }

    /// The last day: what a month end is measured on.
    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

impl FromStr for Month {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a month: write YYYY-MM");
        if text.len() != 7 {
            return Err(wrong());
        }
        NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").map(Self::of).map_err(|_| wrong())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_over_years() {
        let month: Month = "2024-11".parse().unwrap();
        assert_eq!(month.plus(3).to_string(), "2025-02");
        assert_eq!(month.plus(3).last_day().to_string(), "2025-02-28");
        assert_eq!(month.until("2026-01".parse().unwrap()), 14);
        assert!("2024-13".parse::<Month>().is_err() && "24-11".parse::<Month>().is_err());
    }
}

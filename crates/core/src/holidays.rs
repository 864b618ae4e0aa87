//! Working days: weekends by country, and public holidays from a document that the company gives. Nothing here knows a holiday by itself.
mod read;
mod weekends;

use crate::languages::Words;
use chrono::{Datelike, Days, NaiveDate, Weekday};
pub use read::read;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
pub use weekends::weekend;

/// Days off and days on of one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Two capital letters of ISO 3166.
    pub country: String,
    /// Days of the week on which nobody works.
    pub weekend: Vec<Weekday>,
    /// Years of which the holidays are known; none where no document was given.
    pub years: Option<RangeInclusive<i32>>,
    /// Holidays and what they are called.
    pub holidays: BTreeMap<NaiveDate, Words>,
    /// Days of a weekend on which people work all the same, to make up for a bridge day.
    pub worked: BTreeSet<NaiveDate>,
}

/// Most days that are looked at for a working day: longer than any row of holidays.
const ROW_DAYS_MAX: usize = 60;
/// Farthest that working days are counted.
pub const WORKING_DAYS_MAX: u32 = 2_000;

impl Calendar {
    /// The weekend of a country and no holidays.
    pub fn weekends_only(country: &str) -> Self {
        Self {
            country: country.to_owned(),
            weekend: weekend(country).to_vec(),
            years: None,
            holidays: BTreeMap::new(),
            worked: BTreeSet::new(),
        }
    }

    /// Whether people work on the day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let off = self.weekend.contains(&day.weekday()) || self.holidays.contains_key(&day);
        !off || self.worked.contains(&day)
    }

    /// Whether the holidays of the day's year are known.
    pub fn knows(&self, day: NaiveDate) -> bool {
        self.years.as_ref().is_some_and(|years| years.contains(&day.year()))
    }

    /// The day itself where people work on it, else the next on which they do.
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        let working = |day: &NaiveDate| self.is_working(*day);
        day.iter_days().take(ROW_DAYS_MAX).find(working).unwrap_or(day)
    }

    /// The day itself where people work on it, else the last before it on which they did.
    pub fn on_or_before(&self, day: NaiveDate) -> NaiveDate {
        let working = |day: &NaiveDate| self.is_working(*day);
        back(day).take(ROW_DAYS_MAX).find(working).unwrap_or(day)
    }

    /// So many working days after the day; the day itself does not count. At most [`WORKING_DAYS_MAX`].
    pub fn after(&self, day: NaiveDate, working_days: u32) -> NaiveDate {
        let mut found = day;
        for _ in 0..working_days.min(WORKING_DAYS_MAX) {
            found = self.on_or_after(next(found, 1));
        }
        found
    }

    /// So many working days before the day; the day itself does not count. At most [`WORKING_DAYS_MAX`].
    pub fn before(&self, day: NaiveDate, working_days: u32) -> NaiveDate {
        let mut found = day;
        for _ in 0..working_days.min(WORKING_DAYS_MAX) {
            found = self.on_or_before(found.checked_sub_days(Days::new(1)).unwrap_or(found));
        }
        found
    }

    /// Working days after `first` up to and including `last`; 0 where `last` is not later.
    pub fn between(&self, first: NaiveDate, last: NaiveDate) -> u32 {
        let days = next(first, 1).iter_days().take_while(|day| *day <= last);
        let count = days.filter(|day| self.is_working(*day)).take(WORKING_DAYS_MAX as usize).count();
        u32::try_from(count).unwrap_or(WORKING_DAYS_MAX)
    }
}

fn back(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(day), |day| day.pred_opt())
}

fn next(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The calendars that a company has, by country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendars {
    by_country: BTreeMap<String, Calendar>,
    plain: Calendar,
}

impl Calendars {
    /// Those given, and weekends only for every other country.
    pub fn new(given: impl IntoIterator<Item = Calendar>) -> Self {
        let plain = |country: &str| (country.to_owned(), Calendar::weekends_only(country));
        let mut by_country: BTreeMap<_, _> = weekends::countries().map(plain).collect();
        by_country.extend(given.into_iter().map(|calendar| (calendar.country.clone(), calendar)));
        Self { by_country, plain: Calendar::weekends_only("") }
    }

    /// The calendar of a country, two capital letters; Saturday and Sunday off where nothing else is known of it.
    pub fn of(&self, country: Option<&str>) -> &Calendar {
        country.and_then(|country| self.by_country.get(country)).unwrap_or(&self.plain)
    }
}

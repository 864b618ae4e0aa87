//! Weekends that are not Saturday and Sunday, as Unicode's table of weeks has them in 2026, and Bangladesh and the Maldives, which it leaves
//! out. A document of holidays says otherwise where a company works otherwise.
use chrono::Weekday::{self, Fri, Sat, Sun, Thu};

const FRIDAY_AND_SATURDAY: [&str; 16] =
    ["BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "MV", "OM", "QA", "SA", "SD", "SY", "YE"];

/// Days of the week on which nobody works in a country, two capital letters.
pub fn weekend(country: &str) -> &'static [Weekday] {
    match country {
        "AF" => &[Thu, Fri],
        "IR" => &[Fri],
        _ if FRIDAY_AND_SATURDAY.contains(&country) => &[Fri, Sat],
        _ => &[Sat, Sun],
    }
}

/// Countries whose weekend is another.
pub(super) fn countries() -> impl Iterator<Item = &'static str> {
    FRIDAY_AND_SATURDAY.into_iter().chain(["AF", "IR"])
}

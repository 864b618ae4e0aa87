//! The exchange rates of the company's years: one a quarter, wandering a little.
use super::dice::Dice;
use super::places::price_level;
use chrono::{Months, NaiveDate};
use tandem_core::money::Currency;

const YEARS: u32 = 7;
const CODES: [&str; 4] = ["EUR", "GBP", "JPY", "TWD"];

/// What the company counts in.
pub fn company_currency() -> Currency {
    "USD".parse().expect("USD is an ISO currency")
}

/// Currency, valid from, and what one unit is worth in the company's currency, times 1e9; for the years up to `as_of`.
pub fn rates(seed: u64, as_of: NaiveDate) -> Vec<(Currency, NaiveDate, i64)> {
    let mut dice = Dice::new(seed ^ 0x7a7e5);
    let mut rates = Vec::new();
    for code in CODES {
        let currency: Currency = code.parse().expect("the codes are ISO currencies");
        let mut worth = 1.0 / price_level(code).0;
        for quarter in (0..YEARS * 4).rev() {
            worth *= 1.0 + 0.012 * dice.normal();
            // Six digits, as such tables have.
            rates.push((currency, as_of - Months::new(quarter * 3), (worth * 1e6).round() as i64 * 1_000));
        }
    }
    rates
}

//! Dated exchange rates to the company's currency. A missing rate is named, never guessed; currencies are never mixed silently.
use crate::money::{Currency, Money, MoneyError};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Rates are kept times this.
pub const RATE_SCALE: i128 = 1_000_000_000;

/// What one unit of a currency is worth in the company's, from a date on.
#[derive(Clone, Debug, PartialEq)]
pub struct RateTable {
    company: Currency,
    rates: BTreeMap<(Currency, NaiveDate), i64>,
}

/// There is no rate of the currency on or before the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("no rate of {0} is known for {1}: load one that is valid from then or earlier")]
pub struct MissingRate(pub Currency, pub NaiveDate);

/// Reads a rate (decimal text, at most nine decimals, above zero) as a whole number times [`RATE_SCALE`].
pub fn parse_rate(text: &str) -> Result<i64, String> {
    let exact = Decimal::from_str_exact(text.trim())
        .ok()
        .and_then(|rate| rate.checked_mul(Decimal::from(RATE_SCALE)));
    let whole = exact.filter(|rate| rate.fract().is_zero()).and_then(|rate| i64::try_from(rate).ok());
    whole.filter(|rate| *rate > 0).ok_or_else(|| {
        format!("`{text}` is not a rate: write a number above zero with at most nine decimals")
    })
}

/// A rate as decimal text.
pub fn rate_text(rate_e9: i64) -> String {
    Decimal::from_i128_with_scale(i128::from(rate_e9), 9).normalize().to_string()
}

impl RateTable {
    /// A table of (currency, valid from, rate times 1e9).
    pub fn new(company: Currency, rates: impl IntoIterator<Item = (Currency, NaiveDate, i64)>) -> Self {
        Self {
            company,
            rates: rates.into_iter().map(|(currency, date, rate)| ((currency, date), rate)).collect(),
        }
    }

    /// The company's currency.
    pub fn company(&self) -> Currency {
        self.company
    }

    /// The latest rate that is valid on a day, times 1e9.
    pub fn rate(&self, currency: Currency, day: NaiveDate) -> Result<i64, MissingRate> {
        if currency == self.company {
            return Ok(1_000_000_000);
        }
        let valid = self.rates.range((currency, NaiveDate::MIN)..=(currency, day)).next_back();
        valid.map(|(_, rate)| *rate).ok_or(MissingRate(currency, day))
    }

    /// An amount in the company's currency by the rate of a day; halves of a minor unit away from zero.
    pub fn convert(&self, money: Money, day: NaiveDate) -> Result<Result<Money, MoneyError>, MissingRate> {
        let rate = i128::from(self.rate(money.currency, day)?);
        let up = 10_i128.pow(self.company.digits());
        let down = 10_i128.pow(money.currency.digits()) * RATE_SCALE;
        let exact = i128::from(money.minor) * rate * up;
        let rounded = (exact.abs() * 2 + down) / (down * 2) * exact.signum();
        Ok(i64::try_from(rounded)
            .map(|minor| Money::new(minor, self.company))
            .map_err(|_| MoneyError::Overflow))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_exactly_or_refused() {
        for (text, expected) in
            [("1.08", Some(1_080_000_000)), (" 0.000000001 ", Some(1)), ("31", Some(31_000_000_000))]
        {
            assert_eq!(parse_rate(text).ok(), expected, "{text}");
        }
        for text in ["", "0", "-1", "1.0000000001", "1e9", "99999999999", "one"] {
            assert!(parse_rate(text).is_err(), "{text}");
        }
        assert_eq!(rate_text(1_080_000_000), "1.08");
    }

    #[test]
    fn the_latest_valid_rate_counts() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (usd, jpy): (Currency, Currency) = ("USD".parse().unwrap(), "JPY".parse().unwrap());
        let table =
            RateTable::new(usd, [(jpy, day("2024-01-01"), 7_000_000), (jpy, day("2025-01-01"), 6_400_000)]);
        let convert = |minor, on| table.convert(Money::new(minor, jpy), day(on));
        assert_eq!(convert(1_000, "2024-12-31"), Ok(Ok(Money::new(700, usd))));
        assert_eq!(convert(-1_000, "2025-01-01"), Ok(Ok(Money::new(-640, usd))));
        assert_eq!(convert(1_000, "2023-12-31"), Err(MissingRate(jpy, day("2023-12-31"))));
        assert_eq!(table.convert(Money::new(5, usd), day("1999-01-01")), Ok(Ok(Money::new(5, usd))));
    }
}

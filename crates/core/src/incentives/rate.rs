//! Rates and shares as exact billionths: `12.5 %` is 125,000,000 of them. Written with the percent sign, so that nobody takes 10 for 0.1.
use super::rounding::Rounding;
use crate::money::MoneyError;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A part of a whole in billionths; 1,000,000,000 is 100 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(i64);

/// Billionths in a whole.
pub const BILLION: i128 = 1_000_000_000;
/// Highest rate: 1,000,000 %.
pub const RATE_MAX: Rate = Rate(10_000_000_000_000);

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// 100 %.
    pub const WHOLE: Self = Self(1_000_000_000);

    /// So many billionths, from 0 to [`RATE_MAX`].
    pub fn of_billionths(billionths: i64) -> Option<Self> {
        (0..=RATE_MAX.0).contains(&billionths).then_some(Self(billionths))
    }

    /// How many billionths.
    pub fn billionths(self) -> i128 {
        i128::from(self.0)
    }

    /// What is missing to 100 %; nothing above.
    pub fn rest(self) -> Self {
        Self((Self::WHOLE.0 - self.0).max(0))
    }

    /// This part of an amount in minor units, rounded as named.
    ///
    /// # Errors
    /// Overflow beyond 64 bits.
    pub fn of(self, minor: i64, rounding: Rounding) -> Result<i64, MoneyError> {
        rounding.part(minor, self.billionths(), BILLION)
    }

    /// As a plain decimal: `0.125`.
    pub fn decimal_text(self) -> String {
        Decimal::from_i128_with_scale(self.billionths(), 9).normalize().to_string()
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", Decimal::from_i128_with_scale(self.billionths(), 7).normalize())
    }
}

/// Why a text is no rate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a rate: write a percentage from 0 to 1000000 with its sign and at most 7 decimals, such as `12.5 %`"
)]
pub struct NoRate(pub String);

impl FromStr for Rate {
    type Err = NoRate;
    fn from_str(text: &str) -> Result<Self, NoRate> {
        let wrong = || NoRate(text.to_owned());
        let number = text.trim().strip_suffix('%').ok_or_else(wrong)?.trim();
        let percent = Decimal::from_str_exact(number).map_err(|_| wrong())?.normalize();
        let up = 7_u32.checked_sub(percent.scale()).ok_or_else(wrong)?;
        let billionths = percent.mantissa().checked_mul(10_i128.pow(up)).ok_or_else(wrong)?;
        i64::try_from(billionths).ok().and_then(Self::of_billionths).ok_or_else(wrong)
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.decimal_text())
    }
}

/// Reads what is written as JSON: a decimal such as `0.125`, at most nine decimals.
impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let decimal = Decimal::from_str_exact(&text).map_err(serde::de::Error::custom)?.normalize();
        let up = 9_u32.checked_sub(decimal.scale()).and_then(|up| 10_i128.checked_pow(up));
        let billionths = up.and_then(|up| decimal.mantissa().checked_mul(up));
        let rate =
            billionths.and_then(|billionths| i64::try_from(billionths).ok()).and_then(Self::of_billionths);
        rate.ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a rate")))
    }
}

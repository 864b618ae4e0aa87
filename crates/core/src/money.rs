//! Money as whole minor units of a currency. Never a float; overflow and a mix of currencies are refused.
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// Every code of ISO 4217 that money is kept in.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP \
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR \
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS \
    SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR \
    ZMW ZWG CLF CHE CHW COU MXV USN UYI UYW BOV";

impl Currency {
    /// Whether ISO 4217 knows the code: foreign data is asked, because three letters may be anything.
    pub fn is_known(&self) -> bool {
        CODES.as_bytes().chunks(4).any(|code| matches!(code, [a, b, c, ..] if [*a, *b, *c] == self.0))
    }

    /// The letters of the code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a currency holds ASCII letters only")
    }

    /// Digits after the point: 0, 2 or 3 (ISO 4217).
    pub fn digits(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF"
            | b"UGX" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl FromStr for Currency {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        match *text.trim().to_ascii_uppercase().as_bytes() {
            [a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(MoneyError::Currency(text.to_owned())),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// An amount: whole minor units (cents, yen, fils) of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units, negative for what is lost or owed back.
    pub minor: i64,
    /// What the units are of.
    pub currency: Currency,
}

/// Why an amount was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not three letters.
    #[error("`{0}` is not a currency code: three letters such as `USD` are expected")]
    Currency(String),
    /// Not a decimal number.
    #[error("`{0}` is not an amount: a number such as `1234.50` is expected")]
    Amount(String),
    /// More digits after the point than the currency has.
    #[error("`{0}` has more decimals than {1} knows")]
    Digits(String, Currency),
    /// Beyond 64 bits of minor units.
    #[error("the amount is too large")]
    Overflow,
    /// Two currencies in one sum.
    #[error("{0} and {1} cannot be added without a rate")]
    Mix(Currency, Currency),
}

impl Money {
    /// An amount of minor units.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads plain decimal text (`-1234.5`); refuses more decimals than the currency has unless they are zeros.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let wrong = || MoneyError::Amount(text.to_owned());
        let decimal = Decimal::from_str_exact(text.trim()).map_err(|_| wrong())?;
        Self::exact(decimal, currency, text)
    }

    /// Rounds a decimal to the currency's minor unit, halves to even: for amounts that a foreign system computed.
    pub fn rounded(decimal: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let rounded = decimal.round_dp(currency.digits());
        Self::exact(rounded, currency, "")
    }

    fn exact(decimal: Decimal, currency: Currency, text: &str) -> Result<Self, MoneyError> {
        let scale = Decimal::from(10_i64.pow(currency.digits()));
        let minor = decimal.checked_mul(scale).ok_or(MoneyError::Overflow)?.normalize();
        if minor.scale() > 0 {
            return Err(MoneyError::Digits(text.to_owned(), currency));
        }
        let minor = i64::try_from(minor.mantissa()).map_err(|_| MoneyError::Overflow)?;
        Ok(Self { minor, currency })
    }

    /// Adds an amount of the same currency.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Mix(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// Decimal text with all digits of the currency and no sign of it: `1234.50`.
    pub fn decimal_text(&self) -> String {
        Amount(*self).to_string()
    }
}

/// An amount without its currency.
struct Amount(Money);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.currency.digits();
        let (minor, unit) = (self.0.minor.unsigned_abs(), 10_u64.pow(digits));
        let sign = if self.0.minor < 0 { "-" } else { "" };
        let whole = if f.alternate() { grouped(minor / unit) } else { (minor / unit).to_string() };
        match digits {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{:0width$}", minor % unit, width = digits as usize),
        }
    }
}

/// A number with a comma before every three digits, as people read large amounts.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let first = (digits.len() + 2) % 3 + 1;
    let comma = |at: usize| at >= first && (at - first).is_multiple_of(3);
    let each = digits.chars().enumerate();
    each.flat_map(|(at, digit)| comma(at).then_some(',').into_iter().chain([digit])).collect()
}

/// `1234.50 USD`; with the alternate flag `1,234.50 USD`, for sentences.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return write!(f, "{:#} {}", Amount(*self), self.currency);
        }
        write!(f, "{} {}", Amount(*self), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, code: &str, expected: &str) {
        let currency: Currency = code.parse().unwrap();
        let shown = Money::parse(text, currency).map_or_else(|e| e.to_string(), |m| m.to_string());
        assert_eq!(shown, expected);
    }

    #[test]
    fn amounts_are_read_exactly_or_refused() {
        check("1234.5", "USD", "1234.50 USD");
        check("-0.07", "eur", "-0.07 EUR");
        check("1200", "JPY", "1200 JPY");
        check("1.250", "KWD", "1.250 KWD");
        check("1.500", "USD", "1.50 USD");
        check("1.505", "USD", "`1.505` has more decimals than USD knows");
        check("12,5", "USD", "`12,5` is not an amount: a number such as `1234.50` is expected");
        check("92233720368547758.07", "USD", "92233720368547758.07 USD");
        check("92233720368547758.08", "USD", "the amount is too large");
    }

    #[test]
    fn currencies_do_not_mix() {
        let usd = Money::new(1, "USD".parse().unwrap());
        let twd = Money::new(1, "TWD".parse().unwrap());
        assert_eq!(usd.checked_add(twd), Err(MoneyError::Mix(usd.currency, twd.currency)));
        assert_eq!(Money::new(i64::MAX, usd.currency).checked_add(usd), Err(MoneyError::Overflow));
        assert!("US".parse::<Currency>().is_err());
        let known = |code: &str| code.parse::<Currency>().unwrap().is_known();
        assert!(known("twd") && known("AED") && known("ZMW") && !known("ABC") && !known("XXX"));
    }
}

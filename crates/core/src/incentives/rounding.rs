//! Rounding to whole minor units, named where it happens and the same for what is earned as for what is taken back.
use crate::money::MoneyError;
use crate::words::words;

words! {
    /// How a fraction of a minor unit becomes a whole one. All are symmetric around zero, so that a reversal is exactly the negative.
    Rounding {
        /// To the nearest, halves away from zero.
        HalfUp = "half_up",
        /// To the nearest, halves to the even neighbour.
        HalfEven = "half_even",
        /// Towards zero.
        Down = "down",
    }
}

impl Rounding {
    /// `over / under` as a whole number.
    ///
    /// # Errors
    /// Overflow where the result is beyond 64 bits, or `under` is not above zero.
    pub fn divide(self, over: i128, under: i128) -> Result<i64, MoneyError> {
        if under <= 0 {
            return Err(MoneyError::Overflow);
        }
        let (whole, rest) =
            (over.unsigned_abs() / under.unsigned_abs(), over.unsigned_abs() % under.unsigned_abs());
        // Compared with what is missing to the next whole, because twice the rest may be beyond 128 bits.
        let missing = under.unsigned_abs() - rest;
        let up = match self {
            Self::HalfUp => rest >= missing,
            Self::HalfEven => rest > missing || (rest == missing && whole % 2 == 1),
            Self::Down => false,
        };
        let whole = i128::try_from(whole + u128::from(up)).map_err(|_| MoneyError::Overflow)?;
        i64::try_from(whole * over.signum()).map_err(|_| MoneyError::Overflow)
    }

    /// The part `of / whole` of an amount.
    ///
    /// # Errors
    /// Overflow beyond 64 bits, or where `whole` is not above zero.
    pub fn part(self, minor: i64, of: i128, whole: i128) -> Result<i64, MoneyError> {
        let over = i128::from(minor).checked_mul(of).ok_or(MoneyError::Overflow)?;
        self.divide(over, whole)
    }
}

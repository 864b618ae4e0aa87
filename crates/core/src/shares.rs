//! Shares of counts with how sure they are: Wilson's score interval (1927), and the difference of two shares (Newcombe 1998, method 10).
use serde::{Deserialize, Serialize};

/// A share with its 95 % interval, in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Share {
    pub bp: u32,
    pub low_bp: u32,
    pub high_bp: u32,
}

/// What 95 % of a normal distribution lie within, in standard deviations.
const Z: f64 = 1.959_963_984_540_054;

impl Share {
    /// The share of `part` in `all`; none where there is nothing.
    pub fn of(part: u32, all: u32) -> Option<Self> {
        let (share, low, high) = wilson(part, all)?;
        Some(Self { bp: bp(share), low_bp: bp(low), high_bp: bp(high) })
    }
}

/// The share and its interval, 0 to 1; none where there is nothing.
pub fn wilson(part: u32, all: u32) -> Option<(f64, f64, f64)> {
    if all == 0 || part > all {
        return None;
    }
    let (n, p) = (f64::from(all), f64::from(part) / f64::from(all));
    let (z2, base) = (Z * Z / n, 1.0 + Z * Z / n);
    let centre = (p + z2 / 2.0) / base;
    let half = Z / base * (p * (1.0 - p) / n + z2 / (4.0 * n)).sqrt();
    Some((p, centre - half, centre + half))
}

/// The first share less the second with its 95 % interval, -1 to 1; none where one of them has nothing.
pub fn difference(one: (u32, u32), other: (u32, u32)) -> Option<(f64, f64, f64)> {
    let ((p, low, high), (q, below, above)) = (wilson(one.0, one.1)?, wilson(other.0, other.1)?);
    Some((p - q, p - q - (p - low).hypot(above - q), p - q + (high - p).hypot(q - below)))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "shares are from 0 to 1, their hundredths of a percent fit"
)]
fn bp(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 10_000.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_of_the_papers() {
        // Newcombe 1998, table II (a): 56/70 and 48/80; Wilson's limits .6920 to .8772 and .4904 to .7004, the difference .0524 to .3339.
        let near = |one: f64, other: f64| assert!((one - other).abs() < 5e-4, "{one} is not {other}");
        let (_, low, high) = wilson(56, 70).unwrap();
        near(low, 0.6920);
        near(high, 0.8772);
        let (by, low, high) = difference((56, 70), (48, 80)).unwrap();
        near(by, 0.2);
        near(low, 0.0524);
        near(high, 0.3339);
        assert_eq!(Share::of(0, 0), None);
        assert_eq!(Share::of(0, 10).unwrap().low_bp, 0);
    }
}

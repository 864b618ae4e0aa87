//! Rates, rounding and splits, to the last minor unit.
use proptest::prelude::*;
use tandem_core::incentives::split::split;
use tandem_core::incentives::{Rate, Rounding};
use tandem_core::money::{Currency, Money, MoneyError};

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

#[test]
fn rates_are_read_exactly_or_refused() {
    for (text, expected) in [
        ("10 %", "10 % 0.1"),
        ("12.5%", "12.5 % 0.125"),
        (" 0.0000001 % ", "0.0000001 % 0.000000001"),
        ("0 %", "0 % 0"),
        ("100.00 %", "100 % 1"),
        ("1000000 %", "1000000 % 10000"),
    ] {
        let rate = rate(text);
        assert_eq!(format!("{rate} {}", rate.decimal_text()), expected);
    }
    for text in ["10", "0.1", "-1 %", "0.00000001 %", "1000000.1 %", "ten %", "%", "1e2 %", ""] {
        let reason = text.parse::<Rate>().unwrap_err().to_string();
        assert!(reason.contains("such as `12.5 %`"), "{reason}");
    }
}

#[test]
fn rounding_is_named_and_symmetric() {
    let check = |over: i128, expected: [i64; 3]| {
        let roundings = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down];
        assert_eq!(roundings.map(|rounding| rounding.divide(over, 10).unwrap()), expected, "{over}");
        let back = roundings.map(|rounding| -rounding.divide(-over, 10).unwrap());
        assert_eq!(back, expected, "-{over}");
    };
    check(24, [2, 2, 2]);
    check(25, [3, 2, 2]);
    check(35, [4, 4, 3]);
    check(26, [3, 3, 2]);
    assert_eq!(Rounding::HalfUp.divide(1, 0), Err(MoneyError::Overflow));
    assert_eq!(Rounding::HalfUp.divide(i128::MAX, i128::MAX - 1), Ok(1));
    assert_eq!(Rounding::HalfUp.divide(i128::MIN, i128::MAX), Ok(-1));
}

#[test]
fn what_is_beyond_64_bits_is_refused() {
    assert_eq!(rate("100 %").of(i64::MAX, Rounding::HalfUp), Ok(i64::MAX));
    assert_eq!(rate("100.0000001 %").of(i64::MAX, Rounding::HalfUp), Err(MoneyError::Overflow));
    assert_eq!(rate("50 %").of(i64::MIN, Rounding::HalfUp), Ok(i64::MIN / 2));
    assert_eq!(rate("100 %").of(i64::MIN, Rounding::HalfUp), Ok(i64::MIN));
}

/// The same rate on 1,234.5 of a currency with none, two and three digits.
#[test]
fn currencies_have_the_digits_they_have() {
    for (text, code, expected) in
        [("1235", "JPY", "88 JPY"), ("1234.50", "USD", "87.77 USD"), ("1234.500", "KWD", "87.773 KWD")]
    {
        let currency: Currency = code.parse().unwrap();
        let base = Money::parse(text, currency).unwrap();
        let minor = rate("7.11 %").of(base.minor, Rounding::HalfUp).unwrap();
        assert_eq!(Money::new(minor, currency).to_string(), expected);
    }
}

#[test]
fn splits_give_what_is_left_to_the_largest_remainder_and_then_by_name() {
    for (minor, weights, expected) in [
        (100, vec![("a", 1), ("b", 1), ("c", 1)], vec![34, 33, 33]),
        (100, vec![("c", 1), ("b", 1), ("a", 1)], vec![33, 33, 34]),
        (-100, vec![("a", 1), ("b", 1), ("c", 1)], vec![-34, -33, -33]),
        (10_000, vec![("a", 7_268), ("b", 1_093), ("c", 273), ("d", 1_366)], vec![7_268, 1_093, 273, 1_366]),
        (1, vec![("a", 1), ("b", 2)], vec![0, 1]),
        (0, vec![("a", 1)], vec![0]),
        (5, vec![("a", 0), ("b", 1)], vec![0, 5]),
    ] {
        assert_eq!(split(minor, &weights).unwrap(), expected, "{minor} {weights:?}");
    }
    assert_eq!(split(5, &[("a", 0)]), Err(MoneyError::Overflow));
    assert_eq!(split::<&str>(5, &[]), Err(MoneyError::Overflow));
    assert_eq!(split(i64::MIN, &[("a", u64::MAX), ("b", u64::MAX)]).unwrap().iter().sum::<i64>(), i64::MIN);
}

proptest! {
    #![proptest_config(crate::incentives::cases())]

    #[test]
    fn a_split_adds_up_is_fair_and_knows_no_order(
        minor in any::<i64>(),
        weights in prop::collection::vec(prop_oneof![0_u64..5, 0..=u64::MAX], 1..8),
        turn in 0_usize..8,
    ) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let named: Vec<(usize, u64)> = weights.iter().copied().enumerate().collect();
        let parts = split(minor, &named).unwrap();
        prop_assert_eq!(parts.iter().map(|part| i128::from(*part)).sum::<i128>(), i128::from(minor));
        // No part is a whole unit away from its exact share.
        let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let exact = u128::from(minor.unsigned_abs()) * u128::from(*weight) / total;
            let part = u128::from(part.unsigned_abs());
            prop_assert!(part == exact || part == exact + 1);
        }
        let mut turned = named.clone();
        turned.rotate_left(turn % named.len());
        turned.reverse();
        let again = split(minor, &turned).unwrap();
        for ((name, _), part) in turned.iter().zip(&again) {
            prop_assert_eq!(*part, parts[*name]);
        }
        if minor > i64::MIN {
            let back: Vec<i64> = split(-minor, &named).unwrap().iter().map(|part| -part).collect();
            prop_assert_eq!(back, parts);
        }
    }

    #[test]
    fn rounding_is_the_nearest(over in any::<i64>(), under in 1_i64..=i64::MAX) {
        let (over, under) = (i128::from(over), i128::from(under));
        for rounding in Rounding::ALL {
            let off = over - i128::from(rounding.divide(over, under).unwrap()) * under;
            let limit = if *rounding == Rounding::Down { under - 1 } else { under / 2 };
            prop_assert!(off.abs() <= limit);
            prop_assert!(*rounding != Rounding::Down || off.signum() * over.signum() >= 0);
        }
    }
}

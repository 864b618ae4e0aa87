//! Splits to the last minor unit: every part gets its whole units, what is left goes to the largest remainders. The order in which parts are
//! given decides nothing: equal remainders go by name.
use crate::money::MoneyError;

/// Parts of an amount by weights, in the order given; they add up to the amount exactly. Names must differ, because ties go to the smaller
/// one. The parts of a negative amount are the negatives of those of the positive one.
///
/// # Errors
/// Overflow where the weights add up to nothing or a product is beyond 128 bits.
pub fn split<N: Ord>(minor: i64, weights: &[(N, u64)]) -> Result<Vec<i64>, MoneyError> {
    let total: u128 = weights.iter().map(|(_, weight)| u128::from(*weight)).sum();
    if total == 0 {
        return Err(MoneyError::Overflow);
    }
    let amount = u128::from(minor.unsigned_abs());
    let products = weights.iter().map(|(_, weight)| amount * u128::from(*weight));
    let (mut parts, rests): (Vec<u128>, Vec<u128>) =
        products.map(|product| (product / total, product % total)).unzip();
    let left = amount - parts.iter().sum::<u128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_unstable_by(|one, other| {
        let key = |at: usize| (rests.get(at), weights.get(at).map(|(name, _)| name));
        let ((one_rest, one_name), (other_rest, other_name)) = (key(*one), key(*other));
        other_rest.cmp(&one_rest).then_with(|| one_name.cmp(&other_name))
    });
    // Fewer units are left than there are parts, because each remainder is below one unit.
    for at in order.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        if let Some(part) = parts.get_mut(at) {
            *part += 1;
        }
    }
    parts.into_iter().map(|part| signed(part, minor)).collect()
}

fn signed(part: u128, minor: i64) -> Result<i64, MoneyError> {
    let part = i128::try_from(part).map_err(|_| MoneyError::Overflow)?;
    i64::try_from(part * i128::from(minor.signum())).map_err(|_| MoneyError::Overflow)
}

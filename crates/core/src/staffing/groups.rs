//! Whether groups of people fare differently: in what scales say of them, and in who is proposed for a role. It asks a question; it proves nothing,
//! neither that something is fair nor that it is not.
use crate::shares;
use serde::Serialize;
use std::collections::BTreeMap;

/// People below which a group is not told apart: it would say something of single persons, and nothing of groups.
pub const GROUP_MIN: usize = 5;

/// A group beside everybody else.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupMean {
    /// Which.
    pub group: String,
    /// People of whom there is a figure.
    pub people: usize,
    /// Their mean, and by how much it is above everybody else's with its 95 % interval; none where they, or all others, are fewer than
    /// [`GROUP_MIN`].
    pub mean: Option<(f64, [f64; 3])>,
}

/// Means of groups, each beside all others' (Welch 1947: variances need not be equal).
pub fn means(figures: &[(String, f64)]) -> Vec<GroupMean> {
    of_groups(figures, |group, own, others| {
        let mean = welch(own, others).map(|difference| (mean(own), difference));
        GroupMean { group, people: own.len(), mean }
    })
}

/// How often a group is chosen, beside everybody else.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupShare {
    /// Which.
    pub group: String,
    /// People.
    pub people: usize,
    /// The share that is chosen, and by how much it is above everybody else's with its 95 % interval; none where they, or all others, are fewer
    /// than [`GROUP_MIN`].
    pub share: Option<(f64, [f64; 3])>,
    /// Whether the share is below four fifths of the highest group's, beyond chance: the rule of thumb of the Uniform Guidelines (1978).
    pub below_four_fifths: bool,
}

/// Shares of those who are chosen.
pub fn shares(chosen: &[(String, bool)]) -> Vec<GroupShare> {
    let count = |some: &[bool]| some.iter().filter(|one| **one).count();
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut all = of_groups(chosen, |group, own, others| {
        let (part, whole) =
            ((small(count(own)), small(own.len())), (small(count(others)), small(others.len())));
        let told = own.len() >= GROUP_MIN && others.len() >= GROUP_MIN;
        let found = shares::wilson(part.0, part.1).zip(shares::difference(part, whole)).filter(|_| told);
        let share = found.map(|((share, ..), (by, low, high))| (share, [by, low, high]));
        GroupShare { group, people: own.len(), share, below_four_fifths: false }
    });
    let highest = all.iter().filter_map(|one| Some(one.share?.0)).fold(0.0, f64::max);
    for one in &mut all {
        one.below_four_fifths =
            one.share.is_some_and(|(share, [.., high])| share < 0.8 * highest && high < 0.0);
    }
    all
}

/// One answer per group, from its own figures and everybody else's, by name.
fn of_groups<T: Copy, A>(all: &[(String, T)], answer: impl Fn(String, &[T], &[T]) -> A) -> Vec<A> {
    let mut groups: BTreeMap<&str, Vec<T>> = BTreeMap::new();
    all.iter().for_each(|(group, one)| groups.entry(group).or_default().push(*one));
    let others = |group: &str| -> Vec<T> {
        all.iter().filter(|(other, _)| other != group).map(|(_, one)| *one).collect()
    };
    groups.iter().map(|(group, own)| answer((*group).to_owned(), own, &others(group))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "people are few")]
fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len() as f64
}

/// The difference of two means with its 95 % interval.
#[expect(clippy::cast_precision_loss, reason = "people are few")]
fn welch(own: &[f64], others: &[f64]) -> Option<[f64; 3]> {
    if own.len() < GROUP_MIN || others.len() < GROUP_MIN {
        return None;
    }
    let error = |figures: &[f64]| {
        let (centre, n) = (mean(figures), figures.len() as f64);
        figures.iter().map(|one| (one - centre).powi(2)).sum::<f64>() / (n - 1.0) / n
    };
    let (by, one, two) = (mean(own) - mean(others), error(own), error(others));
    let free = (one + two).powi(2)
        / (one * one / (own.len() as f64 - 1.0) + two * two / (others.len() as f64 - 1.0))
            .max(f64::MIN_POSITIVE);
    let half = quantile(free) * (one + two).sqrt();
    Some([by, by - half, by + half])
}

/// What 95 % of Student's distribution lie within, by the expansion of Cornish and Fisher in 1/n (Abramowitz and Stegun 26.7.5); within .01 from
/// four degrees of freedom on.
fn quantile(free: f64) -> f64 {
    const Z: f64 = 1.959_963_984_540_054;
    let g1 = (Z.powi(3) + Z) / 4.0;
    let g2 = (5.0 * Z.powi(5) + 16.0 * Z.powi(3) + 3.0 * Z) / 96.0;
    let g3 = (3.0 * Z.powi(7) + 19.0 * Z.powi(5) + 17.0 * Z.powi(3) - 15.0 * Z) / 384.0;
    let free = free.max(4.0);
    Z + g1 / free + g2 / free.powi(2) + g3 / free.powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(group: &str, all: &[f64]) -> Vec<(String, f64)> {
        all.iter().map(|one| (group.to_owned(), *one)).collect()
    }

    #[test]
    fn means_are_compared_as_welch_does() {
        // Variances 2.5 / 5 and 2.5 / 5: error 1, 8 degrees of freedom, 2.306.
        let both = [figures("a", &[1., 2., 3., 4., 5.]), figures("b", &[3., 4., 5., 6., 7.])].concat();
        let found = means(&both);
        let (mean, [by, low, high]) = found[0].mean.unwrap();
        assert_eq!((found[0].group.as_str(), mean, by), ("a", 3.0, -2.0));
        assert!((low + 4.306).abs() < 0.01 && (high - 0.306).abs() < 0.01, "{low} {high}");
        let few = [figures("a", &[1., 2., 3., 4.]), figures("b", &[3., 4., 5., 6., 7.])].concat();
        assert!(means(&few).iter().all(|one| one.mean.is_none()), "four people are no group");
    }

    #[test]
    fn a_group_that_is_hardly_ever_chosen_is_named() {
        let of = |group: &str, chosen: usize, all: usize| -> Vec<(String, bool)> {
            (0..all).map(|at| (group.to_owned(), at < chosen)).collect()
        };
        let found = shares(&[of("a", 18, 30), of("b", 6, 30)].concat());
        assert_eq!(found.iter().map(|one| one.below_four_fifths).collect::<Vec<_>>(), [false, true]);
        // The same shares of few people may be chance.
        let found = shares(&[of("a", 3, 5), of("b", 1, 5)].concat());
        assert!(found.iter().all(|one| !one.below_four_fifths && one.share.is_some()));
    }
}

//! What the record shows of a person, pulled towards the mean of all the less of it there is (empirical Bayes; Efron and Morris 1975).

/// What the record shows of one person, in any one unit, such as opportunities per hour of hunting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// The person's rate.
    pub mean: f64,
    /// The variance of that rate as an estimate: what chance does to it.
    pub variance: f64,
}

/// The same as a deviation from all, in standard deviations of what people really differ by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// How far above the mean of all.
    pub z: f64,
    /// The variance of that as an estimate; 1 says nothing at all.
    pub variance: f64,
}

/// People below which nothing is said of how people differ.
pub const PEOPLE_MIN: usize = 5;

/// Each person's deviation; none for everybody where there are fewer than [`PEOPLE_MIN`] or where people differ no more than by chance.
pub fn shrink(all: &[Observed]) -> Vec<Option<Shrunk>> {
    let none = || all.iter().map(|_| None).collect();
    let known = |one: &Observed| one.mean.is_finite() && one.variance.is_finite() && one.variance > 0.0;
    if all.len() < PEOPLE_MIN || !all.iter().all(known) {
        return none();
    }
    let Some((mean, between)) = moments(all) else { return none() };
    let sd = between.sqrt();
    let one = |one: &Observed| Some(Shrunk { z: (one.mean - mean) / sd, variance: one.variance / between });
    all.iter().map(one).collect()
}

/// The weighted mean, and the variance between people beyond chance (DerSimonian and Laird 1986); none where there is none.
fn moments(all: &[Observed]) -> Option<(f64, f64)> {
    let weight = |one: &Observed| 1.0 / one.variance;
    let (sum, squares) = all
        .iter()
        .map(weight)
        .fold((0.0, 0.0), |(sum, squares), weight| (sum + weight, squares + weight * weight));
    let mean = all.iter().map(|one| weight(one) * one.mean).sum::<f64>() / sum;
    let q: f64 = all.iter().map(|one| weight(one) * (one.mean - mean).powi(2)).sum();
    #[expect(clippy::cast_precision_loss, reason = "people are few")]
    let free = (all.len() - 1) as f64;
    let between = (q - free) / (sum - squares / sum);
    (between > 0.0).then_some((mean, between))
}

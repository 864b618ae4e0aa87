//! Chance as a pure function of seed, stream, entity and week: two scenarios with one seed meet the same luck, so that their
//! difference is the scenario's (common random numbers). A mixing function after SplitMix64, never a generator with a state.

/// 2^64 divided by the golden ratio, the increment of SplitMix64.
const INCREMENT: u64 = 0x9E37_79B9_7F4A_7C15;
/// One of 2^53 equal steps of [0, 1).
const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
/// The standard deviation of the standard logistic distribution.
const LOGISTIC_SD: f64 = 1.813_799_364_234_218;

/// What a draw is for; the numbers are part of the model.
#[derive(Clone, Copy, Debug)]
pub enum Stream {
    /// Whether an account is remote.
    Remote = 1,
    /// A unit's potential.
    Potential = 2,
    /// The size of the first deal.
    FirstDeal = 3,
    /// The age of a customer of the start.
    Age = 4,
    /// The penetration of a unit of the start.
    Penetration = 5,
    /// Whether another unit of the start buys.
    OtherUnit = 6,
    /// The renewal week of a customer of the start.
    RenewalPhase = 7,
    /// Whether a prospect becomes an opportunity.
    Opportunity = 10,
    /// Whether an opportunity is won.
    Win = 11,
    /// Who finds the opportunity.
    Finder = 12,
    /// Whether a unit has an incident.
    Incident = 20,
    /// Whether a customer leaves.
    Churn = 30,
    /// Whether a renewing unit contracts.
    Contraction = 31,
    /// Whether a unit expands.
    Expansion = 40,
    /// By how much.
    ExpansionSize = 41,
    /// Whether a seller leaves.
    Leave = 50,
    /// A person's talent for hunting.
    HuntingTalent = 60,
    /// A person's talent for customers.
    FarmingTalent = 61,
    /// The error of the score for hunting.
    HuntingError = 62,
    /// The error of the score for customers.
    FarmingError = 63,
}

/// All chance of one seed.
#[derive(Clone, Copy, Debug)]
pub struct Chance(u64);

/// The draws of one entity in one stream; a week picks one.
#[derive(Clone, Copy, Debug)]
pub struct Draws(u64);

impl Chance {
    /// Of a seed.
    pub fn new(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(INCREMENT)))
    }

    /// The draws of an entity, to be kept where many weeks are asked for.
    pub fn draws(self, stream: Stream, entity: u64) -> Draws {
        Draws(combine(combine(self.0, stream as u64), entity))
    }

    /// One draw from [0, 1); week 0 for what never changes.
    pub fn uniform(self, stream: Stream, entity: u64, week: i32) -> f64 {
        self.draws(stream, entity).at(week)
    }

    /// A logistic deviate of standard deviation one, cut at half a percent on either side.
    pub fn deviate(self, stream: Stream, entity: u64) -> f64 {
        logit(self.uniform(stream, entity, 0).clamp(0.005, 0.995)) / LOGISTIC_SD
    }
}

impl Draws {
    /// The draw of a week, from [0, 1).
    pub fn at(self, week: i32) -> f64 {
        self.steps_at(week) as f64 * STEP
    }

    /// The draw of a week in steps of 2^-53, to be held against [`steps_below`].
    pub fn steps_at(self, week: i32) -> u64 {
        combine(self.0, u64::from(week.unsigned_abs())) >> 11
    }
}

/// The draws below a chance are those with fewer steps than this. Exact: scaling by a power of two rounds nothing.
pub fn steps_below(chance: f64) -> u64 {
    (chance / STEP).ceil() as u64
}

/// The logarithm of the odds.
pub fn logit(chance: f64) -> f64 {
    (chance / (1.0 - chance)).ln()
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn combine(hash: u64, value: u64) -> u64 {
    mix(hash ^ value.wrapping_add(INCREMENT).wrapping_add(hash << 6).wrapping_add(hash >> 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_are_met() {
        for (seed, stream, entity, week, value) in [
            (1, Stream::Opportunity, 0, 0, 0.140_039_837_340_422_8),
            (1, Stream::Opportunity, 7, 3, 0.177_351_711_029_003_27),
            (12_345, Stream::Churn, 41, 155, 0.394_360_124_235_357_05),
        ] {
            assert_eq!(Chance::new(seed).uniform(stream, entity, week), value);
        }
    }

    #[test]
    fn steps_say_exactly_what_the_comparison_says() {
        let draws = Chance::new(3).draws(Stream::Incident, 5);
        for week in 0..2_000 {
            let value = draws.at(week);
            for chance in [0.0, 0.01, 0.5, value, value + STEP, value - STEP, 1.0] {
                assert_eq!(value < chance, draws.steps_at(week) < steps_below(chance), "{week} {chance}");
            }
        }
    }

    #[test]
    fn deviates_have_mean_zero_and_variance_one() {
        let draws: Vec<f64> =
            (0..40_000).map(|id| Chance::new(9).deviate(Stream::HuntingTalent, id)).collect();
        let mean = draws.iter().sum::<f64>() / 40_000.0;
        let variance = draws.iter().map(|draw| draw * draw).sum::<f64>() / 40_000.0;
        // Cutting the tails takes a little of the variance.
        assert!(mean.abs() < 0.015 && (0.93..1.0).contains(&variance), "{mean} {variance}");
    }
}
